"""The frame around a page: the notice on every page, and the way down to the page."""

from collections.abc import Mapping
from dataclasses import dataclass

from macros.model.data import Data


@dataclass(frozen=True)
class Step:
    """A page above the one that is shown; `url` counts from the top of the site."""

    title: str
    url: str


def section(url: str) -> str:
    """«nettverk/» for «nettverk/nord-eksempel/»: the part of the site that a page belongs to."""
    return f"{url.split('/')[0]}/"


def trail(url: str, titles: Mapping[str, str]) -> list[Step]:
    """The pages above `url`, from the top and without the front page.

    `titles` are those of all pages by address.
    """
    parts = url.strip("/").split("/")
    above = ("/".join(parts[:count]) + "/" for count in range(1, len(parts)))
    return [Step(titles[address], address) for address in above if address in titles]


def notice(data: Data) -> dict[str, str] | None:
    """The newest scheme that took over from others, in a few words, and where to read of it.

    None when none has a date.
    """
    if not data.ny_ordning:
        return None
    since = data.ordninger[data.ny_ordning].gjelder.fra
    return {"tekst": f"Nye regler fra {since.tekst}.", "lenke": data.nytt}
