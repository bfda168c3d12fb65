"""The self-check: the four core questions as one page to print."""

from collections.abc import Iterator

from macros.model.begreper import AnnenKilde
from macros.model.data import Data
from macros.model.maler_ord import fra, ordene
from macros.model.malform import Sprak
from macros.pages.arguments import needs
from macros.pages.ordninger import OrdningId
from macros.pages.view import View

TERM = "fire-sentrale-sporsmal"


def _both_years(data: Data, ordning: str, sprak: Sprak = "nb") -> Iterator[str]:
    earlier = _earlier(data)
    if not data.is_whole("begreper"):
        return
    if not (earlier and len(earlier.punkter) == len(data.begreper[TERM].punkter)):
        yield (
            f"selvsjekken trenger begrepet «{TERM}» i data/begreper.yml, med like mange «punkter» i"
            " begrepet og i en av «andre_kilder»"
        )
    elif sprak not in selvsjekk_sprak(data):
        yield (
            f"selvsjekken finnes ikke på «{sprak}». Legg til «nn» med like mange punkter under"
            f" begrepet «{TERM}» i data/begreper.yml, begge steder det har «punkter»"
        )


def _earlier(data: Data) -> AnnenKilde | None:
    """The questions in the words of the other source."""
    if TERM not in data.begreper:
        return None
    return next((kilde for kilde in data.begreper[TERM].andre_kilder if kilde.punkter), None)


def selvsjekk_sprak(data: Data) -> tuple[Sprak, ...]:
    """The written forms that it is offered in."""
    earlier = _earlier(data)
    whole = earlier and all(
        len(one.nn) == len(one.punkter) for one in (data.begreper[TERM], earlier)
    )
    return ("nb", "nn") if whole else ("nb",)


@needs(_both_years)
def selvsjekk(view: View, ordning: OrdningId, sprak: Sprak = "nb") -> str:
    """Each question in the words of both years, with room to say where one stands in each phase.

    `ordning` is the scheme that asked the questions.
    """
    data = view.data
    begrep, earlier = data.begreper[TERM], _earlier(data)
    points = [one.nn if sprak == "nn" else one.punkter for one in (begrep, earlier)]
    return view.html(
        "selvsjekk.html.jinja",
        begrep=begrep,
        earlier=earlier,
        faser=data.tekster["selvsjekk-faser"],
        pairs=list(zip(*points, strict=True)),
        sprak=sprak,
        other=next((form for form in selvsjekk_sprak(data) if form != sprak), None),
        ord=ordene(sprak),
        age=fra([data.ordninger[ordning]], begrep.tidfesting, view.today, sprak),
        news=view.news.removeprefix(view.settings.site_url),
    )
