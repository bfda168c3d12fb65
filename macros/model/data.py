"""All that the site knows, and the questions that cut across its parts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property

from macros.model.arshjul import Hendelse, Syklus
from macros.model.base import Record
from macros.model.begreper import Begrep
from macros.model.emner import Emne, Strategi
from macros.model.fakta import Institusjon, Kilde
from macros.model.finn import Sted, places
from macros.model.fylke import Fylke
from macros.model.historie import Milepael
from macros.model.kart import Kart
from macros.model.kompetanse import Fagmiljo
from macros.model.kontakter import Kontakt, Nettsted
from macros.model.maler import Mal
from macros.model.monster import Monster
from macros.model.na import Opplysning
from macros.model.nettverk import (
    AndreKommuner,
    Friskole,
    Kommune,
    Nettverk,
    TidligereNettverk,
    Utviklingspartner,
)
from macros.model.ordninger import Ordning
from macros.model.rader import Kalender, Rad, calendars
from macros.model.roller import Aktor, Fase, Forum, Rollefil, Sporsmal
from macros.model.saksgang import Saksgang
from macros.model.skoler import NavngitteSkoler, Skole, Skoleregister, level
from macros.model.sok import Sok
from macros.model.tekster import Brodtekst
from macros.model.verv import Verv, er_historie, verv_i
from macros.problems import Place


@dataclass(frozen=True)
class Reference:
    """A place that points at a record of another collection, whether the record there could be read
    or not. `listed`: where its list begins.
    """

    place: Place
    collection: str
    id: str
    listed: Place | None = None


@dataclass(frozen=True)
class Data:
    """The facts, keyed by id in the order of their files, and what reading knows of those that
    could not be read.

    `known` has their ids too; `unread` names the collections where even those are unknown;
    `references` is every id pointed at.
    """

    fylke: Fylke | None = None
    kilder: Mapping[str, Kilde] = field(default_factory=dict)
    institusjoner: Mapping[str, Institusjon] = field(default_factory=dict)
    kontakter: Mapping[str, Kontakt] = field(default_factory=dict)
    ordninger: Mapping[str, Ordning] = field(default_factory=dict)
    kommuner: Mapping[str, Kommune] = field(default_factory=dict)
    kart: Kart | None = None
    andre_kommuner: AndreKommuner | None = None
    skoleregister: Skoleregister | None = None
    nettverk: Mapping[str, Nettverk] = field(default_factory=dict)
    faser: Mapping[str, Fase] = field(default_factory=dict)
    roller: Mapping[str, Rollefil] = field(default_factory=dict)
    stotte: Mapping[str, Sporsmal] = field(default_factory=dict)
    samarbeidsforum: Forum | None = None
    begreper: Mapping[str, Begrep] = field(default_factory=dict)
    sykluser: Mapping[str, Syklus] = field(default_factory=dict)
    monster: Mapping[str, Monster] = field(default_factory=dict)
    maler: Mapping[str, Mal] = field(default_factory=dict)
    saksgang: Mapping[str, Saksgang] = field(default_factory=dict)
    for_ansatte: Mapping[str, Emne] = field(default_factory=dict)
    kompetanse: Mapping[str, Fagmiljo] = field(default_factory=dict)
    strategi: Mapping[str, Strategi] = field(default_factory=dict)
    historie: Mapping[str, Milepael] = field(default_factory=dict)
    na: Mapping[str, Opplysning] = field(default_factory=dict)
    sok: Sok | None = None
    tekster: Mapping[str, Brodtekst] = field(default_factory=dict)
    nettsted: Nettsted | None = None
    known: Mapping[str, frozenset[str]] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    references: tuple[Reference, ...] = ()

    @cached_property
    def tops(self) -> tuple[tuple[str, str, Record], ...]:
        """Every record that stands in a collection itself, with its collection and id; the only one
        of a file has no id.
        """
        names = [part.name for part in fields(self)]
        found = {name: getattr(self, name) for name in names[: names.index("known")]}
        return tuple(
            (name, id, record)
            for name, part in found.items()
            for id, record in ({"": part} if isinstance(part, Record) else part or {}).items()
        )

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """Every record of every collection, those within others among them."""
        return tuple(record for _, _, top in self.tops for record in top.walk())

    @cached_property
    def homes(self) -> Mapping[int, tuple[str, str]]:
        """The identity of a record → the collection and the id that it stands in.

        Two facts may be equal, and stand in different places.
        """
        return {
            id(record): (collection, key)
            for collection, key, top in self.tops
            for record in top.walk()
        }

    def top(self, collection: str, key: str) -> Record:
        found = getattr(self, collection)
        return found if isinstance(found, Record) else found[key]

    def ids(self, collection: str) -> frozenset[str]:
        """Every id of a collection, those that failed to read among them: a reference to one of
        these is not dangling.
        """
        return frozenset(getattr(self, collection)) | self.known.get(collection, frozenset())

    def is_whole(self, collection: str) -> bool:
        """Whether every record of it could be read, so that one may ask what is not there."""
        return collection not in self.unread and self.ids(collection) == frozenset(
            getattr(self, collection)
        )

    @cached_property
    def nettverk_etter_kommune(self) -> Mapping[str, Nettverk]:
        """The regional network of each kommune number."""
        return {nr: nettverk for nettverk in self.nettverk.values() for nr in nettverk.kommuner}

    @cached_property
    def nettverk_i_rekkefolge(self) -> tuple[Nettverk, ...]:
        """The regional networks as their files are sorted, then the one for upper secondary
        schools.
        """
        return tuple(sorted(self.nettverk.values(), key=lambda nettverk: nettverk.er_videregaende))

    @property
    def alle_bekreftet(self) -> bool:
        """Whether staff have confirmed every network: then what all of them do is told in the
        present.
        """
        return bool(self.nettverk) and all(one.bekreftet for one in self.nettverk.values())

    @property
    def hendelseslister(self) -> tuple[Syklus | Nettverk, ...]:
        """All that have events of their own: the cycles, then the networks."""
        return (*self.sykluser.values(), *self.nettverk.values())

    @cached_property
    def friskoler(self) -> Mapping[str, tuple[tuple[Nettverk, Friskole], ...]]:
        """Each named friskole once, with every network that lists it and the name it has there."""
        found: dict[str, tuple[tuple[Nettverk, Friskole], ...]] = {}
        for nettverk in self.nettverk_i_rekkefolge:
            for skole in nettverk.friskoler:
                found[skole.id] = (*found.get(skole.id, ()), (nettverk, skole))
        return found

    @cached_property
    def steder(self) -> Mapping[str, Sted]:
        """The pages of the finder by slug. A kommune that no network has yet is left out."""
        kommuner = (
            (kommune, self.nettverk_etter_kommune[nr])
            for nr, kommune in self.kommuner.items()
            if nr in self.nettverk_etter_kommune
        )
        return places(
            kommuner, self.friskoler, self.nettverk.values(), self.fylke, self.fylkeskommune
        )

    @property
    def fylkets_side(self) -> Sted | None:
        """The page of the county among them, where it has one."""
        return next((sted for sted in self.steder.values() if sted.er_fylket), None)

    @property
    def fylkeskommune(self) -> Institusjon | None:
        """The owner of the public upper secondary schools; its id is the address of its page."""
        return self.institusjoner.get(self.fylke.fylkeskommune) if self.fylke else None

    @property
    def aktorer(self) -> Mapping[str, Aktor]:
        """Who does what in the county itself, not in the others that the sources tell of."""
        own = self.roller.get(self.fylke.id) if self.fylke else None
        return own.aktorer if own else {}

    @cached_property
    def andre_skoler(self) -> Mapping[str, Skole]:
        """The register's schools by number, but for the named friskoler, which have pages of their
        own. Empty without the register.
        """
        schools = self.skoleregister.skoler.items() if self.skoleregister else ()
        return {orgnr: skole for orgnr, skole in schools if not self.navngitte.find(orgnr, skole)}

    @cached_property
    def navngitte(self) -> NavngitteSkoler:
        return NavngitteSkoler(one for listed in self.friskoler.values() for one in listed)

    @cached_property
    def skoler_etter_side(self) -> Mapping[str, Mapping[str, Skole]]:
        """The same by the slug of the finder's page for them: their kommune's, or the county's for
        a public upper secondary school, where it has one.
        """
        found: dict[str, dict[str, Skole]] = {}
        county = self.fylkets_side
        for orgnr, skole in self.andre_skoler.items():
            if not skole.er_fylkets:
                found.setdefault(self.kommuner[skole.kommune].slug, {})[orgnr] = skole
            elif county:
                found.setdefault(county.slug, {})[orgnr] = skole
        return found

    def nettverk_som_navngir(self, orgnr: str, skole: Skole) -> Nettverk | None:
        """The network that names a private school, for the level that it has."""
        friskole = self.navngitte.find(orgnr, skole)
        listed = self.friskoler[friskole.id] if friskole else ()
        return next((nettverk for nettverk, _ in listed if level(nettverk) in skole.trinn), None)

    def nettverk_for(self, skole: Skole) -> Nettverk | None:
        """The network that a public school is in through its owner: the kommune, or the county."""
        if skole.er_fylkets:
            return next((one for one in self.nettverk.values() if one.er_videregaende), None)
        return self.nettverk_etter_kommune.get(skole.kommune)

    @cached_property
    def verv(self) -> Mapping[str, tuple[Verv, ...]]:
        """Contact id → the person's parts in the networks."""
        return verv_i(self.nettverk_i_rekkefolge)

    @property
    def tidligere_nettverk(self) -> tuple[TidligereNettverk, ...]:
        return self.nettsted.tidligere if self.nettsted else ()

    def er_tatt_over(self, nettverk: str, hendelse: str) -> bool:
        """Whether the network that came after one that is no more has its event, with its id."""
        after = {one.ny for one in self.tidligere_nettverk if one.id == nettverk and one.ny}
        return any(
            id not in self.nettverk
            or any(row.id == hendelse for row in self.nettverk[id].hendelser)
            for id in after
        )

    @cached_property
    def ny_ordning(self) -> str | None:
        """The newest scheme that took over from others; None when none has a date."""
        replacing = {old.avlost_av for old in self.ordninger.values()}
        starts = {
            id: scheme.gjelder.fra.start
            for id, scheme in self.ordninger.items()
            if id in replacing and scheme.gjelder and scheme.gjelder.fra
        }
        return max(starts, key=starts.__getitem__, default=None)

    @property
    def nytt(self) -> str:
        """The page that says what applies now, below the site."""
        if not self.ny_ordning:
            return ""
        return "na/" if self.na else f"ordninger/{self.ny_ordning}/"

    @cached_property
    def kalendere(self) -> Mapping[str, Kalender]:
        """All calendars by id: `alle`, the audiences, the networks, `utkast`, and those of networks
        that are no more.
        """
        return {
            kalender.id: kalender
            for kalender in calendars(
                self.sykluser.values(),
                self.nettverk.values(),
                self.tidligere_nettverk,
                self.fylke.navn if self.fylke else "fylket",
            )
        }

    def rad(self, name: str) -> Rad | None:
        """The row that «2023-2025/beslutningsgrunnlag-2024» names."""
        stem, _, id = name.partition("/")
        found = self.sykluser.get(stem)
        if not found:
            return None
        return next(
            (Rad(found, hendelse) for hendelse in found.hendelser if hendelse.id == id), None
        )

    def navn(self, partners: Iterable[Utviklingspartner]) -> list[str]:
        """What the partners are called."""
        return [self.kontakter[partner.person].navn for partner in partners]

    def har_kort(self, id: str) -> bool:
        """Whether a person's address may be fetched: there is one, and it is not history."""
        kontakt = self.kontakter[id]
        return kontakt.kan_nas and not er_historie(kontakt, self.verv.get(id, ()))

    def felles_frist(self, hendelse: Hendelse) -> Rad | None:
        """The common deadline that a network's own date is for: the one that holds the date, else
        the latest of that id.
        """
        found = [
            Rad(syklus, row)
            for syklus in self.sykluser.values()
            for row in syklus.hendelser
            if row.id == hendelse.for_
        ]
        return next(
            (rad for rad in found if rad.hendelse.start <= hendelse.start <= rad.hendelse.slutt),
            found[-1] if found else None,
        )

    @cached_property
    def kommuner_etter_slug(self) -> Mapping[str, str]:
        return {kommune.slug: nr for nr, kommune in self.kommuner.items()}
