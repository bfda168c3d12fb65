"""The contact page: ways in by need, then the people in tables, and history in a fold."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros.model.fakta import Faktum
from macros.model.kontakter import Kontakt
from macros.model.listing import alphabetical
from macros.model.nettverk import Nettverk
from macros.model.verv import Verv, er_historie
from macros.pages.view import View


@dataclass(frozen=True)
class PersonEntry:
    """A person on the page, with the parts in the networks that are derived from there."""

    id: str
    kontakt: Kontakt
    verv: tuple[Verv, ...]

    @property
    def roller(self) -> list[tuple[str, list[Verv]]]:
        """The parts, those of one kind, date and source together: «UP1 for Nord-Eksempel
        og Sør-Eksempel (per 2022)».
        """
        together: dict[tuple[str, str, tuple[str, ...]], list[Verv]] = {}
        for verv in self.verv:
            together.setdefault((verv.rolle, verv.faktum.tidfesting, verv.faktum.kilde), []).append(
                verv
            )
        return [(rolle, found) for (rolle, _, _), found in together.items()]

    @property
    def er_historie(self) -> bool:
        return er_historie(self.kontakt, self.verv)


@dataclass(frozen=True)
class UP1Rad:
    """Who is UP1 now, with the networks and the facts that say so; and what else is known."""

    entry: PersonEntry
    partnere: tuple[tuple[Nettverk, Faktum], ...]

    @property
    def andre_roller(self) -> list[tuple[str, list[Verv]]]:
        """Earlier parts, and those of another kind."""
        now = {id(faktum) for _, faktum in self.partnere}
        rest = tuple(verv for verv in self.entry.verv if id(verv.faktum) not in now)
        return PersonEntry(self.entry.id, self.entry.kontakt, rest).roller


def kontakt_innganger(view: View) -> str:
    """By need: a school, an owner or network, the universities, something that is wrong."""
    networks = {
        id: [
            nettverk
            for nettverk in view.data.nettverk_i_rekkefolge
            if any(partner.institusjon == id for partner in nettverk.up1(view.today))
        ]
        for id in view.data.institusjoner
    }
    ways = {id: found for id, found in networks.items() if found}
    entries = {
        id: _entry(view, institusjon.inngang)
        for id, institusjon in view.data.institusjoner.items()
        if id in ways and institusjon.inngang
    }
    proposals = [one for one in view.data.for_ansatte.values() if one.forslag]
    return view.html(
        "kontakter_innganger.html.jinja",
        ways=ways,
        entries=entries,
        proposed=dict.fromkeys(one.per.maned if one.per else one.tidfesting for one in proposals),
    )


def kontakter_up1(view: View) -> str:
    """The UP1s that are known, A–Å, with their networks."""
    rader = _up1(view)
    parts = [part for rad in rader for part in rad.partnere]
    return view.html("kontakter_up1.html.jinja", rader=rader, status=_known_since(parts))


def kontakter_representanter(view: View) -> str:
    """The networks' representatives, in the order of the networks."""
    seats = [
        (nettverk, _entry(view, nettverk.representant.person))
        for nettverk in view.data.nettverk_i_rekkefolge
        if nettverk.representant
    ]
    return view.html(
        "kontakter_representanter.html.jinja",
        seats=seats,
        status=_known_since([(nettverk, nettverk.representant) for nettverk, _ in seats]),
        placed={row.entry.id for row in _up1(view)},
    )


def kontakter_institusjoner(view: View) -> str:
    """Every institution, and those who are named there and stand in none of the other tables."""
    rest = [entry for entry in _others(view) if not entry.er_historie]
    groups = [
        (id, [entry for entry in rest if entry.kontakt.institusjon == id])
        for id in view.data.institusjoner
    ]
    loose = [entry for entry in rest if not entry.kontakt.institusjon]
    return view.html("kontakter_institusjoner.html.jinja", groups=groups, loose=loose)


def kontakter_historie(view: View) -> str:
    """Those of whom everything that is known is older than `HISTORIE_FOR`."""
    entries = [entry for entry in _others(view) if entry.er_historie]
    return view.html("kontakter_historie.html.jinja", entries=entries)


def henvendelser(view: View) -> str:
    """Where to write about the site, or word that the owner has not said."""
    return view.html("kontakter_henvendelser.html.jinja", nettsted=view.data.nettsted)


def _entry(view: View, id: str) -> PersonEntry:
    return PersonEntry(id, view.data.kontakter[id], view.data.verv.get(id, ()))


def _known_since(parts: list[tuple[Nettverk, Faktum]]) -> str:
    """«per 2022, ikke bekreftet siden», once for a table; nothing where its rows differ."""
    times = {faktum.tidfesting for _, faktum in parts}
    if len(times) != 1 or any(nettverk.bekreftet for nettverk, _ in parts):
        return ""
    return f"{times.pop()}, ikke bekreftet siden"


def _up1(view: View) -> list[UP1Rad]:
    found: dict[str, list[tuple[Nettverk, Faktum]]] = {}
    for nettverk in view.data.nettverk_i_rekkefolge:
        for partner in nettverk.up1(view.today):
            found.setdefault(partner.person, []).append((nettverk, partner))
    rows = [UP1Rad(_entry(view, id), tuple(parts)) for id, parts in found.items()]
    return sorted(rows, key=lambda row: alphabetical(row.entry.kontakt.navn))


def _others(view: View) -> Iterator[PersonEntry]:
    """Everybody who is neither UP1 nor a representative now, A–Å."""
    seated = {n.representant.person for n in view.data.nettverk.values() if n.representant}
    placed = seated | {row.entry.id for row in _up1(view)}
    ids = sorted(
        set(view.data.kontakter) - placed,
        key=lambda id: alphabetical(view.data.kontakter[id].navn),
    )
    return (_entry(view, id) for id in ids)
