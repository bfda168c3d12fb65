"""Events seen from outside: each with the cycle or network it stands in, and the calendars that
carry it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from operator import attrgetter

from macros.model.arshjul import Hendelse, Malgruppe, Syklus
from macros.model.nettverk import Nettverk, TidligereNettverk

AUDIENCES: Mapping[Malgruppe, str] = {
    "skoler": "Skoler og barnehager",
    "nettverk": "Nettverk og UH",
    "samarbeidsforum": "Samarbeidsforum",
}


@dataclass(frozen=True)
class Rad:
    """A row: an event and the cycle or the network whose list it is in."""

    opphav: Syklus | Nettverk
    hendelse: Hendelse

    @property
    def side(self) -> str:
        """The page of the list, below the site."""
        return f"{'arshjul' if isinstance(self.opphav, Syklus) else 'nettverk'}/{self.opphav.id}/"

    @property
    def adresse(self) -> str:
        """The row's own address, below the site."""
        return f"{self.side}#{self.hendelse.anker}"

    @property
    def ordninger(self) -> tuple[str, ...]:
        """The schemes it concerns: its own, else all those of its cycle."""
        return self.hendelse.ordning or (
            self.opphav.ordninger if isinstance(self.opphav, Syklus) else ()
        )

    @property
    def kolonner(self) -> tuple[str, ...]:
        """The heads of the columns it stands in, as printed for a cycle."""
        heads = self.opphav.kolonner if isinstance(self.opphav, Syklus) else AUDIENCES
        return tuple(heads.get(group, AUDIENCES[group]) for group in self.hendelse.malgruppe)

    @cached_property
    def plass(self) -> tuple[date, date, str]:
        """What rows are sorted by: the day that marks it, then what can tell two of a day apart."""
        return self.hendelse.tid.anker, self.hendelse.start, self.hendelse.id

    def gjelder(self, group: Malgruppe) -> bool:
        """Whether it stands in that audience's column."""
        return group in self.hendelse.malgruppe


@dataclass(frozen=True)
class Kalender:
    """A calendar one can subscribe to: its file's name without the ending, what it is called, and
    its rows by day.
    """

    id: str
    navn: str
    om: str
    rader: tuple[Rad, ...]
    er_utkast: bool = False
    opphort: TidligereNettverk | None = None

    @property
    def adresse(self) -> str:
        """Where it lies below the site. A promise: never changes."""
        return f"kalender/{self.id}.ics"


def rows(lists: Iterable[Syklus | Nettverk], others: Iterable[Rad] = ()) -> tuple[Rad, ...]:
    """Every event of some cycles and networks, and other rows with them, by the day that marks
    it.
    """
    found = (Rad(opphav, hendelse) for opphav in lists for hendelse in opphav.hendelser)
    return tuple(sorted((*others, *found), key=attrgetter("plass")))


def calendars(
    sykluser: Iterable[Syklus],
    nettverk: Iterable[Nettverk],
    tidligere: Iterable[TidligereNettverk],
    fylke: str,
) -> tuple[Kalender, ...]:
    """All calendars that have ever been: the common one, one for each audience and network, the
    drafts, and those of networks that are no more.

    What is published is decided row by row; what is not, is in the drafts.
    """
    sykluser, nettverk = tuple(sykluser), tuple(nettverk)
    common = _public(rows(sykluser))
    everything = f"Alle felles frister og møter i {fylke}."
    drafts = [rad for rad in rows([*sykluser, *nettverk]) if not rad.hendelse.er_publisert]
    names = {one.id: one.kortnavn for one in nettverk}
    return (
        Kalender("alle", "Årshjul for kompetanseutvikling", everything, common),
        *(_audience(group, name, common) for group, name in AUDIENCES.items()),
        *(_network(one, common) for one in nettverk),
        Kalender(
            "utkast",
            "Utkast til årshjul",
            "Et utkast. Ingen av datoene er vedtatt.",
            tuple(drafts),
            er_utkast=True,
        ),
        *(_ended(one, names) for one in tidligere),
    )


def _public(rader: Iterable[Rad]) -> tuple[Rad, ...]:
    return tuple(rad for rad in rader if rad.hendelse.er_publisert)


def _network(nettverk: Nettverk, common: Iterable[Rad]) -> Kalender:
    return Kalender(
        f"nettverk-{nettverk.id}",
        f"Årshjul: {nettverk.kortnavn}",
        f"Felles frister og møter, og nettverkets egne: {nettverk.navn}.",
        _public(rows([nettverk], common)),
    )


def _ended(nettverk: TidligereNettverk, names: Mapping[str, str]) -> Kalender:
    return Kalender(
        f"nettverk-{nettverk.id}",
        f"Årshjul: {nettverk.navn} (opphørt)",
        nettverk.beskjed(names.get(nettverk.ny)),
        (),
        opphort=nettverk,
    )


def _audience(group: Malgruppe, name: str, common: tuple[Rad, ...]) -> Kalender:
    return Kalender(
        group,
        f"Årshjul: {name}",
        f"Felles frister og møter for {name[0].lower()}{name[1:]}.",
        tuple(rad for rad in common if rad.gjelder(group)),
    )


def upcoming(rader: Iterable[Rad], today: date) -> tuple[Rad, ...]:
    """Those that are not over, the nearest first.

    A cancelled one is still shown: that is what one needs to know. One that was published by
    mistake is not.
    """
    return tuple(
        rad for rad in rader if not rad.hendelse.er_over(today) and not rad.hendelse.trukket
    )
