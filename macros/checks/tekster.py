"""The sentences that blocks say: those that they ask for, and no other."""

from collections.abc import Iterator

from macros.model.data import Data
from macros.model.oppforinger import new_entry
from macros.model.samlinger import SAMLING
from macros.model.tekster import TEKSTER
from macros.problems import Place, Problem, nearest


def texts_asked_for(data: Data) -> Iterator[Problem]:
    """Each text that a block asks for is there."""
    if "tekster" in data.unread:
        return
    here = data.ids("tekster")
    for id, about in TEKSTER.items():
        if id not in here and not nearest(id, here - set(TEKSTER)):
            yield Problem(
                Place(SAMLING["tekster"].where),
                f"teksten «{id}» mangler. Sidene viser den: skriv {about}, med kilde",
                "tekst-mangler",
                paste=new_entry("tekster", id),
            )


def texts_in_use(data: Data) -> Iterator[Problem]:
    """A block asks for each text that is there."""
    for id, tekst in data.tekster.items():
        if id not in TEKSTER:
            near = nearest(id, set(TEKSTER) - data.ids("tekster"))
            yield Problem(
                tekst.place(),
                f"ingen side viser teksten «{id}». "
                + (f"Mente du «{near}»?" if near else "Slett den"),
                "tekst-ubrukt",
            )


RULES = (texts_asked_for, texts_in_use)
