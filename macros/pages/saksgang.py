"""How a case goes: a drawing whose steps open their text, and what one must know about it."""

from collections.abc import Callable, Mapping
from typing import Annotated

from macros.drawings.saksgang import lanes_of, tracks
from macros.model.rader import Rad
from macros.model.saksgang import Plikt, Steg
from macros.pages.arguments import id_in
from macros.pages.view import View

SaksgangId = Annotated[str, id_in("saksgang", "saksgangen «{}» finnes ikke i data/saksgang.yml")]
DUTY: Mapping[Plikt, str] = {"pliktig": "Ja.", "frivillig": "Nei, frivillig.", "ukjent": ""}


def saksgang_svar(view: View, id: SaksgangId) -> str:
    """The case in a sentence, and the stops on its way: the head of its page."""
    saksgang = view.data.saksgang[id]
    return view.html("saksgang_svar.html.jinja", saksgang=saksgang, rows=_rows_of_steps(view))


def saksgang_kjede(view: View, id: SaksgangId) -> str:
    """The case in one line."""
    return view.html("saksgang_kjede.html.jinja", saksgang=view.data.saksgang[id])


def saksgang_figur(view: View, id: SaksgangId, foldet: bool = False) -> str:
    """The case step by step: who does what for whom, when, with which template.

    Each step opens its text. With `foldet` the whole of it stands behind its sentence.
    """
    saksgang = view.data.saksgang[id]
    return view.html(
        "saksgang_figur.html.jinja",
        id=id,
        saksgang=saksgang,
        lanes=lanes_of(saksgang).values(),
        tracks=tracks(saksgang),
        rows=_rows_of_steps(view),
        duty=DUTY,
        foldet=foldet,
    )


def _rows_of_steps(view: View) -> Callable[[Steg], list[Rad]]:
    """A function for templates: the rows of the annual cycle that belong to a step."""

    def rows_of_step(steg: Steg) -> list[Rad]:
        return [view.data.rad(name) for name in steg.hendelser]

    return rows_of_step
