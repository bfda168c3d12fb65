"""Pages of points: what staff at the university may need, and Nordland's strategy as history."""

from collections.abc import Mapping
from dataclasses import dataclass

from macros.model.emner import Emne
from macros.model.nettverk import Nettverk, Utviklingspartner
from macros.pages.view import View, refuse
from macros.problems import did_you_mean


@dataclass(frozen=True)
class Medlem:
    """Who would have had a seat in the proposed council, and the networks that give it."""

    person: str
    nettverk: tuple[Nettverk, ...]
    verv: tuple[Utviklingspartner, ...]


def for_ansatte(view: View, id: str) -> str:
    """One subject for staff at NTNU, labelled when it was only proposed."""
    return _subject(view, view.data.for_ansatte, id, "data/for-ansatte.yml")


def nordland_strategi(view: View, id: str) -> str:
    """One part of Nordland's strategy 2020–2023."""
    return _subject(view, view.data.nordland_strategi, id, "data/nordland-strategi.yml")


def up1_rad(view: View, institusjon: str) -> str:
    """Who would have been members of the proposed council: the networks' UP1s at one institution, never a list of its own."""
    if institusjon not in view.data.institusjoner:
        raise refuse(f"institusjonen «{institusjon}» finnes ikke{did_you_mean(institusjon, view.data.institusjoner)}")
    seats = council(view, institusjon)
    per = {partner.per for seat in seats for partner in seat.verv}
    return view.html("up1_rad.html.jinja", seats=seats, institusjon=view.data.institusjoner[institusjon], per=per.pop() if len(per) == 1 else None)


def kompetanse(view: View) -> str:
    """What each section and centre can contribute, as far as anybody has said."""
    return view.html("kompetanse.html.jinja")


def council(view: View, institusjon: str) -> list[Medlem]:
    """The UP1s at an institution in the networks' order, each once."""
    found: dict[str, tuple[tuple[Nettverk, Utviklingspartner], ...]] = {}
    for nettverk in view.data.nettverk_i_rekkefolge:
        for partner in nettverk.up1(view.today):
            if partner.institusjon == institusjon:
                found[partner.person] = (*found.get(partner.person, ()), (nettverk, partner))
    return [Medlem(person, *zip(*seats)) for person, seats in found.items()]


def _subject(view: View, subjects: Mapping[str, Emne], id: str, file: str) -> str:
    if id not in subjects:
        raise refuse(f"emnet «{id}» finnes ikke i {file}{did_you_mean(id, subjects)}")
    return view.html("emne.html.jinja", emne=subjects[id])
