"""All that the site knows, and the questions that cut across its parts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property

from macros.model.arshjul import Monster, Syklus
from macros.model.base import Record
from macros.model.begreper import Begrep
from macros.model.fakta import Institusjon, Kilde
from macros.model.kontakter import Kontakt, Nettsted
from macros.model.nettverk import Friskole, Kommune, Nettverk
from macros.model.ordninger import Ordning
from macros.model.rader import Kalender, Rad, calendars
from macros.model.roller import Fase, Forum, Rollefil, Sporsmal

# The finder's page for the owner of the upper secondary schools, which is no kommune.
COUNTY_SLUG = "trondelag-fylkeskommune"


@dataclass(frozen=True)
class Data:
    """The facts, keyed by id in the order of their files. `known` also has the ids of records that could not be read."""

    kilder: Mapping[str, Kilde] = field(default_factory=dict)
    institusjoner: Mapping[str, Institusjon] = field(default_factory=dict)
    kontakter: Mapping[str, Kontakt] = field(default_factory=dict)
    ordninger: Mapping[str, Ordning] = field(default_factory=dict)
    kommuner: Mapping[str, Kommune] = field(default_factory=dict)
    nettverk: Mapping[str, Nettverk] = field(default_factory=dict)
    faser: Mapping[str, Fase] = field(default_factory=dict)
    roller: Mapping[str, Rollefil] = field(default_factory=dict)
    stotte: Mapping[str, Sporsmal] = field(default_factory=dict)
    samarbeidsforum: Forum | None = None
    begreper: Mapping[str, Begrep] = field(default_factory=dict)
    sykluser: Mapping[str, Syklus] = field(default_factory=dict)
    monster: Mapping[str, Monster] = field(default_factory=dict)
    nettsted: Nettsted | None = None
    known: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def records(self) -> Iterator[Record]:
        """Every record of every collection, those within others among them."""
        for part in fields(self):
            value = getattr(self, part.name)
            if part.name != "known" and value is not None:
                for record in [value] if isinstance(value, Record) else value.values():
                    yield from record.walk()

    def ids(self, collection: str) -> frozenset[str]:
        """Every id of a collection, those that failed to read among them: a reference to one of these is not dangling."""
        return frozenset(getattr(self, collection)) | self.known.get(collection, frozenset())

    @cached_property
    def nettverk_etter_kommune(self) -> Mapping[str, Nettverk]:
        """The regional network of each kommune number."""
        return {nr: nettverk for nettverk in self.nettverk.values() for nr in nettverk.kommuner}

    @cached_property
    def friskoler(self) -> Mapping[str, tuple[tuple[Nettverk, Friskole], ...]]:
        """Each named friskole once, with every network that lists it and the name it has there."""
        found: dict[str, tuple[tuple[Nettverk, Friskole], ...]] = {}
        for nettverk in self.nettverk.values():
            for skole in nettverk.friskoler:
                found[skole.id] = (*found.get(skole.id, ()), (nettverk, skole))
        return found

    @cached_property
    def kalendere(self) -> Mapping[str, Kalender]:
        """The calendars one can subscribe to, by id: `alle`, the audiences, the networks, and `utkast` while there is one."""
        return {kalender.id: kalender for kalender in calendars(tuple(self.sykluser.values()), self.nettverk.values())}

    def rad(self, name: str) -> Rad | None:
        """The row that «2023-2025/beslutningsgrunnlag-2024» names."""
        stem, _, id = name.partition("/")
        found = self.sykluser.get(stem)
        return next((Rad(found, hendelse) for hendelse in found.hendelser if hendelse.id == id), None) if found else None

    @cached_property
    def kommuner_etter_slug(self) -> Mapping[str, str]:
        """Kommune number by the slug of its page."""
        return {kommune.slug: nr for nr, kommune in self.kommuner.items()}
