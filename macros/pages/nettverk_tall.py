"""Sums over the networks, kept apart where the source counts a school twice."""

from collections.abc import Iterable
from dataclasses import dataclass

from macros.model.data import Data
from macros.model.fakta import Faktum
from macros.model.finn import school_name
from macros.model.listing import listing
from macros.model.nettverk import Nettverk


@dataclass(frozen=True)
class Totals:
    """The sums of one kind of network."""

    nettverk: int
    kommuner: int
    offentlige: int
    private: int
    named: int
    ppt: int


def totals(data: Data) -> dict[str, Totals]:
    """By kind (regionalt, videregaende).

    The two are never added, since a school may be counted in both.
    """
    kinds: dict[str, list[Nettverk]] = {}
    for nettverk in data.nettverk_i_rekkefolge:
        kinds.setdefault(nettverk.slag, []).append(nettverk)
    return {kind: _sum(networks) for kind, networks in kinds.items()}


def _sum(networks: list[Nettverk]) -> Totals:
    return Totals(
        nettverk=len(networks),
        kommuner=sum(len(n.kommuner) for n in networks),
        offentlige=sum(n.skoler.offentlige for n in networks),
        private=sum(n.skoler.private for n in networks),
        named=sum(len(n.friskoler) for n in networks),
        ppt=sum(n.ppt.antall for n in networks if n.ppt),
    )


def counted_twice(data: Data) -> str:
    """The sentence about friskoler that two networks list, and the source counts in both; empty
    when there are none.
    """
    names = [school_name(listed) for listed in data.friskoler.values() if len(listed) > 1]
    if not names:
        return ""
    counts = listing(str(total.private) for total in totals(data).values())
    counted = data.tekster["talt-flere-ganger"].tekst
    return (
        f"{listing(names)} står i flere nettverk. {counted} {counts} private skoler"
        " kan derfor ikke legges sammen til antall forskjellige skoler."
    )


def common_year(facts: Iterable[Faktum]) -> str | None:
    """«per 2022» when all the facts are from the same moment: then the column's head says it
    once.
    """
    found = {fact.tidfesting for fact in facts}
    return found.pop() if len(found) == 1 else None
