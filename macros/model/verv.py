"""What part each person has in the networks: derived from the networks' files, never repeated in
kontakter.yml.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from macros.model.fakta import Faktum
from macros.model.kontakter import HISTORIE_FOR, Kontakt
from macros.model.nettverk import Nettverk


@dataclass(frozen=True)
class Verv:
    """«UP1» or «representant» for one network, and the fact that says so."""

    rolle: str
    nettverk: Nettverk
    faktum: Faktum

    @property
    def tekst(self) -> str:
        """«UP1 for Nord-Eksempel (per 2022)»"""
        return f"{self.rolle} for {self.nettverk.kortnavn} ({self.faktum.tidfesting})"


def verv_i(networks: Iterable[Nettverk]) -> Mapping[str, tuple[Verv, ...]]:
    """Contact id → what the person does or did in the networks, in the networks' order."""
    found: dict[str, tuple[Verv, ...]] = {}
    for nettverk in networks:
        seats = [("representant", nettverk.representant)] if nettverk.representant else []
        for rolle, faktum in [
            *(("UP1", partner) for partner in nettverk.utviklingspartnere),
            *seats,
        ]:
            found[faktum.person] = (*found.get(faktum.person, ()), Verv(rolle, nettverk, faktum))
    return found


def er_historie(kontakt: Kontakt, verv: Iterable[Verv]) -> bool:
    """Whether all that is known is from before `HISTORIE_FOR`, and unconfirmed since."""
    facts = (kontakt, *kontakt.stillinger, *(part.faktum for part in verv))
    return not kontakt.bekreftet and all(_last_known(fact) < HISTORIE_FOR for fact in facts)


def _last_known(fact: Faktum) -> date:
    """The last day that it was true. Without an end or a date it is not known to be over."""
    return fact.rekker_til if fact.gjelder or fact.per else date.max
