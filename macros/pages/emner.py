"""Pages of points: what staff at the university may need, and Nordland's strategy as history."""

from collections.abc import Mapping
from dataclasses import dataclass

from macros.model.emner import Emne
from macros.model.nettverk import Nettverk
from macros.pages.view import View, refuse
from macros.problems import did_you_mean

# The council was proposed for NTNU alone: nobody from elsewhere may stand in it.
COUNCIL = "ntnu"


@dataclass(frozen=True)
class Medlem:
    """Who would have had a seat in the proposed council, and the networks that give it."""

    person: str
    nettverk: tuple[Nettverk, ...]


def for_ansatte(view: View, id: str) -> str:
    """One subject for staff at NTNU, labelled when it was only proposed."""
    return _subject(view, view.data.for_ansatte, id, "data/for-ansatte.yml")


def nordland_strategi(view: View, id: str) -> str:
    """One part of Nordland's strategy 2020–2023."""
    return _subject(view, view.data.nordland_strategi, id, "data/nordland-strategi.yml")


def up1_rad(view: View) -> str:
    """Who would have been members of the proposed council: derived from the networks' UP1s at NTNU, never a list of its own."""
    return view.html("up1_rad.html.jinja", members=council(view), since=_since(view))


def kompetanse(view: View) -> str:
    """What each section and centre can contribute, as far as anybody has said."""
    return view.html("kompetanse.html.jinja")


def council(view: View) -> list[Medlem]:
    """The UP1s at NTNU in the networks' order, each once."""
    found: dict[str, tuple[Nettverk, ...]] = {}
    for nettverk in view.data.nettverk_i_rekkefolge:
        for partner in nettverk.up1(view.today):
            if partner.institusjon == COUNCIL:
                found[partner.person] = (*found.get(partner.person, ()), nettverk)
    return [Medlem(person, networks) for person, networks in found.items()]


def _since(view: View) -> str | None:
    """«2022» when all of them are known as of that."""
    moments = {partner.per for nettverk in view.data.nettverk.values() for partner in nettverk.up1(view.today) if partner.institusjon == COUNCIL}
    moment = moments.pop() if len(moments) == 1 else None
    return moment.tekst if moment else None


def _subject(view: View, subjects: Mapping[str, Emne], id: str, file: str) -> str:
    if id not in subjects:
        raise refuse(f"emnet «{id}» finnes ikke i {file}{did_you_mean(id, subjects)}")
    return view.html("emne.html.jinja", emne=subjects[id])
