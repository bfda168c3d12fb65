"""The self-check: the four core questions as one page to print."""

from collections.abc import Iterator

from macros.model.begreper import AnnenKilde
from macros.model.data import Data
from macros.pages.arguments import needs
from macros.pages.view import View

TERM = "fire-sentrale-sporsmal"


def _both_years(data: Data) -> Iterator[str]:
    earlier = _earlier(data)
    if data.is_whole("begreper") and not (
        earlier and len(earlier.punkter) == len(data.begreper[TERM].punkter)
    ):
        yield (
            f"selvsjekken trenger begrepet «{TERM}» i data/begreper.yml, med like mange «punkter» i"
            " begrepet og i en av «andre_kilder»"
        )


def _earlier(data: Data) -> AnnenKilde | None:
    """The questions in the words of the other source."""
    return (
        next((kilde for kilde in data.begreper[TERM].andre_kilder if kilde.punkter), None)
        if TERM in data.begreper
        else None
    )


@needs(_both_years)
def selvsjekk(view: View) -> str:
    """Each question in the words of both years, with room to say where one stands in each phase."""
    begrep, earlier = view.data.begreper[TERM], _earlier(view.data)
    return view.html(
        "selvsjekk.html.jinja",
        begrep=begrep,
        earlier=earlier,
        news=view.news.removeprefix(view.settings.site_url),
        pairs=list(zip(begrep.punkter, earlier.punkter, strict=False)),
    )
