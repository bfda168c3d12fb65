"""What the forms offer to choose from, and the values of the day that they show."""

from collections.abc import Iterator
from datetime import date

from macros.model.arshjul import Syklus
from macros.model.data import Data
from macros.model.dates import listing
from macros.model.nettverk import Nettverk

UNKNOWN = "ukjent"


def networks(data: Data, _: date) -> tuple[str, ...]:
    """The networks by their short names."""
    return tuple(nettverk.kortnavn for nettverk in data.nettverk_i_rekkefolge)


def institutions(data: Data, _: date) -> tuple[str, ...]:
    """The institutions by their short names."""
    return tuple(institusjon.kortnavn for institusjon in data.institusjoner.values())


def partners(data: Data, today: date) -> tuple[str, ...]:
    """Everybody who is UP1 somewhere."""
    found = (
        data.kontakter[partner.person].navn
        for nettverk in data.nettverk_i_rekkefolge
        for partner in nettverk.up1(today)
    )
    return tuple(sorted(set(found)))


def lists_of_events(data: Data) -> dict[str, Syklus | Nettverk]:
    """What a date can stand in, by the words for it: the newest cycle first, then the networks."""
    cycles = sorted(
        data.sykluser.values(), key=lambda syklus: syklus.gjelder.fra.start, reverse=True
    )
    return {f"Årshjulet {syklus.id}": syklus for syklus in cycles} | {
        f"Nettverket {one.kortnavn}": one for one in data.nettverk_i_rekkefolge
    }


def cycles_and_networks(data: Data, _: date) -> tuple[str, ...]:
    """The words for them."""
    return tuple(lists_of_events(data))


def representative(data: Data, nettverk: Nettverk) -> str:
    """The name, or «ukjent»."""
    return data.kontakter[nettverk.representant.person].navn if nettverk.representant else UNKNOWN


def values(data: Data, nettverk: Nettverk, today: date) -> str:
    """«representant Reidun S. Dypaune, UP1 Mette Meidell og Eskil Braseth»"""
    names = (
        listing(data.kontakter[partner.person].navn for partner in nettverk.up1(today)) or UNKNOWN
    )
    return f"representant {representative(data, nettverk)}, UP1 {names}"


def network_with_values(data: Data, nettverk: Nettverk, today: date) -> str:
    """The same with the network's name in front: «Fosen (nå: …)»."""
    return f"{nettverk.kortnavn} (nå: {values(data, nettverk, today)})"


def networks_with_values(data: Data, today: date) -> tuple[str, ...]:
    """Every network with its present values."""
    return tuple(
        network_with_values(data, nettverk, today) for nettverk in data.nettverk_i_rekkefolge
    )


def values_of_networks(data: Data, today: date) -> str:
    """Two lines for each network, to be changed where they stand."""
    return "\n".join(
        line
        for nettverk in data.nettverk_i_rekkefolge
        for line in _network_lines(data, nettverk, today)
    )


def _network_lines(data: Data, nettverk: Nettverk, today: date) -> Iterator[str]:
    yield f"{nettverk.kortnavn} – representant: {representative(data, nettverk)}"
    names = (
        f"{data.kontakter[partner.person].navn}"
        f" ({data.institusjoner[partner.institusjon].kortnavn})"
        for partner in nettverk.up1(today)
    )
    yield f"{nettverk.kortnavn} – UP1: {', '.join(names) or UNKNOWN}"
