"""How a case goes: the drawing, the numbered steps and what one must know about both."""

from collections.abc import Mapping

from macros.drawings.flow import flow
from macros.model.rader import Rad
from macros.model.saksgang import Plikt, Saksgang, Steg
from macros.pages.view import View, refuse
from macros.problems import did_you_mean

DUTY: Mapping[Plikt, str] = {"pliktig": "Ja.", "frivillig": "Nei, frivillig.", "ukjent": "Kilden sier ikke om det var pliktig."}


def saksgang_figur(view: View, id: str) -> str:
    """The case by lane, from the same data as the list."""
    _case(view, id)
    return flow(view.data, id, view.rot)


def saksgang_steg(view: View, id: str) -> str:
    """The numbered steps: who sends what to whom, whether they had to, when, and where to read more."""
    saksgang = _case(view, id)
    return view.html("saksgang_steg.html.jinja", id=id, saksgang=saksgang, rows=lambda steg: _rows(view, steg), duty=DUTY)


def saksgang_merknader(view: View, id: str) -> str:
    """Source and time of the case, and what one must know about it."""
    return view.html("saksgang_merknader.html.jinja", saksgang=_case(view, id))


def _rows(view: View, steg: Steg) -> list[Rad]:
    return [rad for name in steg.hendelser if (rad := view.data.rad(name))]


def _case(view: View, id: str) -> Saksgang:
    if id not in view.data.saksgang:
        raise refuse(f"saksgangen «{id}» finnes ikke i data/saksgang.yml{did_you_mean(id, view.data.saksgang)}")
    return view.data.saksgang[id]
