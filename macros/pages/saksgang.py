"""How a case goes: the drawing, the numbered steps and what one must know about both."""

from collections.abc import Mapping
from typing import Annotated

from macros.drawings.saksgang import flow
from macros.model.rader import Rad
from macros.model.saksgang import Plikt, Steg
from macros.pages.arguments import id_in
from macros.pages.view import View

SaksgangId = Annotated[str, id_in("saksgang", "saksgangen «{}» finnes ikke i data/saksgang.yml")]
DUTY: Mapping[Plikt, str] = {
    "pliktig": "Ja.",
    "frivillig": "Nei, frivillig.",
    "ukjent": "Kilden sier ikke om det var pliktig.",
}


def saksgang_figur(view: View, id: SaksgangId) -> str:
    """The case by lane, from the same data as the list."""
    return flow(view.data, id, view.rot)


def saksgang_steg(view: View, id: SaksgangId) -> str:
    """The numbered steps: who sends what to whom, whether they had to, when, and where to read
    more.
    """
    saksgang = view.data.saksgang[id]
    return view.html(
        "saksgang_steg.html.jinja",
        id=id,
        saksgang=saksgang,
        rows=lambda steg: _rows_of_step(view, steg),
        duty=DUTY,
    )


def saksgang_merknader(view: View, id: SaksgangId) -> str:
    """Source and time of the case, and what one must know about it."""
    return view.html("saksgang_merknader.html.jinja", saksgang=view.data.saksgang[id])


def _rows_of_step(view: View, steg: Steg) -> list[Rad]:
    return [rad for name in steg.hendelser if (rad := view.data.rad(name))]
