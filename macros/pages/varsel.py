"""The frame around a page: the notice on every page, and the way down to the page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from macros.model.data import Data
from macros.model.dates import listing


@dataclass(frozen=True)
class Step:
    """A page above the one that is shown; `url` counts from the top of the site."""

    title: str
    url: str


def section(url: str) -> str:
    """«nettverk/» for «nettverk/fosen/»: the part of the site that a page belongs to."""
    return f"{url.split('/')[0]}/"


def trail(url: str, titles: Mapping[str, str]) -> list[Step]:
    """The pages above `url`, from the top and without the front page.

    `titles` are those of all pages by address.
    """
    parts = url.strip("/").split("/")
    above = ("/".join(parts[:count]) + "/" for count in range(1, len(parts)))
    return [Step(titles[address], address) for address in above if address in titles]


def notice(data: Data, today: date) -> dict[str, str] | None:
    """One sentence on the newest scheme that took over from others, and where to read of it; None
    when none has a date.
    """
    ended = [scheme for scheme in data.ordninger.values() if scheme.avlost_av]
    dated = [
        id
        for id, scheme in data.ordninger.items()
        if scheme.gjelder and scheme.gjelder.fra and any(old.avlost_av == id for old in ended)
    ]
    if not dated:
        return None
    newest = max(dated, key=lambda id: data.ordninger[id].gjelder.fra.start)
    start = data.ordninger[newest].gjelder.fra
    verb, when = (
        "tok" if start.start <= today else "tar",
        start.tekst if start.day else f"i {start.tekst}",
    )
    names = listing(scheme.kortnavn for scheme in ended if scheme.avlost_av == newest)
    return {
        "tekst": f"En ny tilskuddsordning {verb} over for {names} {when}.",
        "lenke": f"ordninger/{newest}/",
    }
