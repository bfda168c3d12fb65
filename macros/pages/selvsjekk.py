"""The self-check: the four core questions as one page to print."""

from macros.pages.view import View, refuse

TERM = "fire-sentrale-sporsmal"


def selvsjekk(view: View) -> str:
    """Each question in the words of both years, with room to say where one stands in each phase."""
    begrep = view.data.begreper.get(TERM)
    earlier = next((kilde for kilde in begrep.andre_kilder if kilde.punkter), None) if begrep else None
    if not earlier or len(earlier.punkter) != len(begrep.punkter):
        raise refuse(f"selvsjekken trenger begrepet «{TERM}» i data/begreper.yml, med like mange «punkter» i begrepet og i en av «andre_kilder»")
    return view.html("maler_selvsjekk.html.jinja", begrep=begrep, earlier=earlier, pairs=list(zip(begrep.punkter, earlier.punkter)))
