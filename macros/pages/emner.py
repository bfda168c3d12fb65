"""Pages of points: what staff at the university may need, and Nordland's strategy as history."""

from dataclasses import dataclass
from typing import Annotated

from macros.model.nettverk import Nettverk, Utviklingspartner
from macros.pages.arguments import InstitusjonId, id_in
from macros.pages.view import View


@dataclass(frozen=True)
class Medlem:
    """Who would have had a seat in the proposed council, and the networks that give it."""

    person: str
    nettverk: tuple[Nettverk, ...]
    verv: tuple[Utviklingspartner, ...]


def for_ansatte(
    view: View,
    id: Annotated[str, id_in("for_ansatte", "emnet «{}» finnes ikke i data/for-ansatte.yml")],
) -> str:
    """One subject for staff at NTNU, labelled when it was only proposed."""
    return view.html("emne.html.jinja", emne=view.data.for_ansatte[id])


def nordland_strategi(
    view: View,
    id: Annotated[
        str, id_in("nordland_strategi", "emnet «{}» finnes ikke i data/nordland-strategi.yml")
    ],
) -> str:
    """One part of Nordland's strategy 2020–2023."""
    return view.html("emne.html.jinja", emne=view.data.nordland_strategi[id])


def up1_rad(view: View, institusjon: InstitusjonId) -> str:
    """Who would have been members of the proposed council: the networks' UP1s at one institution,
    never a list of its own.
    """
    seats = council(view, institusjon)
    per = {partner.per for seat in seats for partner in seat.verv}
    return view.html(
        "up1_rad.html.jinja",
        seats=seats,
        institusjon=view.data.institusjoner[institusjon],
        per=per.pop() if len(per) == 1 else None,
    )


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
    return [Medlem(person, *zip(*seats, strict=False)) for person, seats in found.items()]
