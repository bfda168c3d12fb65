"""Kommuner, friskoler and the networks that they belong to."""

from datetime import date
from typing import Annotated, Literal

from annotated_types import MaxLen
from pydantic import Field

from macros.model.arshjul import Hendelser
from macros.model.base import Record
from macros.model.dates import say_day
from macros.model.fakta import Bekreftet, Faktum, Merknad, Utsagn
from macros.model.na import Spor
from macros.model.types import (
    LONGEST_ID,
    Antall,
    Dag,
    Id,
    JaNei,
    Kilder,
    Kommunenummer,
    Lenke,
    Orgnr,
    Ref,
    Tekst,
    slug,
)


class TidligereKommune(Record):
    """A kommune that was merged into today's, or split among several."""

    navn: Tekst = Field(description="Navnet kommunen hadde")
    nr: Kommunenummer = Field(description="Nummeret kommunen hadde sist")
    til: Dag = Field(description="Siste dag kommunen fantes")
    del_av: JaNei = Field(False, description="true når bare en del av den gamle kommunen kom hit")


class Kommune(Record):
    """A municipality (data/kommuner.yml).

    Sámi forms stand in tables and figures; running text has the Norwegian name (SSB's rule).
    """

    navn: Annotated[Tekst, MaxLen(LONGEST_ID)] = Field(
        description="Det norske navnet, som brukes i løpende tekst og blir adressen",
    )
    samisk: Tekst | None = Field(None, description="Det sørsamiske navnet")
    offisielt: Tekst | None = Field(
        None, description="Alle offisielle former i offisiell rekkefølge, til tabeller og figurer"
    )
    aliaser: tuple[Tekst, ...] = Field((), description="Andre former som søket skal finne")
    tidligere: tuple[TidligereKommune, ...] = Field(
        (), description="Kommuner som er slått sammen inn i denne"
    )
    nettsted: Lenke | None = Field(
        None, description="Kommunens nettsted: veien inn for en skole som har et behov"
    )
    kilde: Kilder = Field(description="Id-er i data/kilder.yml")
    merknader: tuple[Merknad, ...] = Field((), description="Det leseren må vite om kommunen")

    @property
    def slug(self) -> str:
        """Its address below /finn/."""
        return slug(self.navn)

    @property
    def alle_navn(self) -> str:
        """All official forms, for tables and figures: «Provedaelie – Prøvedal»."""
        return self.offisielt or self.navn


class AndreKommuner(Faktum):
    """The kommuner of other counties (data/andre-kommuner.yml), for who looks for them here."""

    navn: tuple[Tekst, ...] = Field(description="Navnene, i alfabetisk rekkefølge")


class Friskole(Record):
    """A private school as one network lists it. The same id in two networks is the same school."""

    id: Id
    navn: Tekst = Field(description="Navnet slik kilden skriver det for dette nettverket")
    sidenavn: Tekst | None = Field(
        None, description="Navnet på skolens egen side, når nettverkene skriver det ulikt"
    )
    andre_navn: tuple[Tekst, ...] = Field(
        (), description="Andre navn finneren skal kjenne, som skoleregisterets skrivemåte"
    )
    kommune: Annotated[Kommunenummer | None, Ref("kommuner")] = Field(
        None, description="Kommunen skolen ligger i, etter skoleregisteret"
    )
    orgnr: Orgnr | None = Field(None, description="Organisasjonsnummer i skoleregisteret")
    merknader: tuple[Merknad, ...] = Field((), description="Det leseren må vite om skolen")

    @property
    def alle_navn(self) -> tuple[str, ...]:
        """Every name that it is known by."""
        return (self.navn, *((self.sidenavn,) if self.sidenavn else ()), *self.andre_navn)


class Representant(Faktum):
    """Who sat in samarbeidsforum for the network. The table says «representant», not «leder»."""

    person: Annotated[Id, Ref("kontakter")] = Field(
        description="Id i data/kontakter.yml", examples=["fornavn-etternavn"]
    )


class Skoletall(Faktum):
    """How many schools the source counts; private ones may be more than it names."""

    offentlige: Antall = Field(description="Offentlige skoler", examples=[17])
    private: Antall = Field(0, description="Private skoler, slik kilden teller dem")


class PptTall(Faktum):
    """The number that the source prints under «PPT»; it gives no unit."""

    antall: Antall = Field(description="Tallet under «PPT» i kilden", examples=[17])


class Utviklingspartner(Faktum):
    """A person at a university who follows the network (UP1)."""

    person: Annotated[Id, Ref("kontakter")] = Field(
        description="Id i data/kontakter.yml", examples=["fornavn-etternavn"]
    )
    institusjon: Annotated[Id, Ref("institusjoner")] = Field(
        description="Id i data/institusjoner.yml: den kilden oppgir, aldri sluttet fra kartet",
        examples=["hogskolen"],
    )

    def er_tidligere(self, today: date) -> bool:
        """Whether the source or staff have given an end that has passed."""
        return bool(self.gjelder and self.gjelder.er_over(today))


class TidligereNettverk(Record):
    """A network that was merged, renamed or given up: its calendar and its page still answer."""

    id: Id = Field(description="Id-en nettverket hadde")
    navn: Tekst = Field(description="Navnet det hadde")
    opphort: Dag = Field(description="Dagen nettverket opphørte eller fikk ny id")
    ny: Annotated[Id | None, Ref("nettverk")] = Field(
        None, description="Id-en til nettverket som tok over"
    )

    def beskjed(self, ny: str | None) -> str:
        """What its subscribers are told; `ny` is what the network that took over is called."""
        where = f" Abonner på kalenderen til {ny} i stedet." if ny else ""
        return f"Nettverket {self.navn} opphørte {say_day(self.opphort)}.{where}"


class Nettverk(Record):
    """A kompetansenettverk (data/nettverk/<id>.yml)."""

    id: Id = Field(description="Samme som filnavnet")
    navn: Tekst = Field(description="Fullt navn, slik kilden skriver det")
    kortnavn: Tekst = Field(description="Navnet i tabeller og på kartet")
    slag: Literal["regionalt", "videregaende"] = Field(
        description="regionalt: kommuner og friskoler. videregaende: fylkeskommunen og friskoler på"
        " videregående nivå"
    )
    kommuner: Annotated[tuple[Kommunenummer, ...], Ref("kommuner")] = Field(
        (), description="Kommunenumrene til eierne, i anførselstegn"
    )
    friskoler: tuple[Friskole, ...] = Field((), description="Friskolene kilden navngir")
    representant: Representant | None = Field(
        None, description="Nettverkets representant i samarbeidsforum"
    )
    skoler: Skoletall = Field(description="Antall skoler")
    ppt: PptTall | None = Field(None, description="Tallet under «PPT»")
    utviklingspartnere: tuple[Utviklingspartner, ...] = Field(
        (), description="UP1, nåværende og tidligere. Den gamle får gjelder.til, den nye legges til"
    )
    ansvarlig: Annotated[Id | None, Ref("institusjoner")] = Field(
        None,
        description="Institusjonen som har sagt ja til å bekrefte opplysningene: "
        "id i data/institusjoner.yml",
    )
    plan: Lenke | None = Field(None, description="Adressen til nettverkets langsiktige plan")
    nettsted: Lenke | None = Field(None, description="Nettverkets egen side")
    hendelser: Hendelser = Field(
        (), description="Nettverkets egne møter, seminarer og frister, skrevet som i data/arshjul/"
    )
    bekreftet: Bekreftet | None = Field(
        None, description="Når opplysningene sist ble bekreftet, og av hvem. Da står de i presens"
    )
    om: tuple[Utsagn, ...] = Field((), description="Andre opplysninger om nettverket")
    merknader: tuple[Merknad, ...] = Field((), description="Det leseren må vite om nettverket")
    kilde: Kilder = Field(description="Hvor eierlisten og navnet står: id-er i data/kilder.yml")

    @property
    def er_videregaende(self) -> bool:
        """Whether it is that of the upper secondary schools, and not one of a region."""
        return self.slag == "videregaende"

    @property
    def omtale(self) -> str:
        """«nettverket Nord-Eksempel», «nettverket for videregående skoler»: the network inside a
        sentence.
        """
        if self.er_videregaende:
            return f"nettverket for {self.kortnavn[:1].lower()}{self.kortnavn[1:]}"
        return f"nettverket {self.kortnavn}"

    @property
    def spor(self) -> Spor:
        """The track of what applies now that its owners follow."""
        return "videregaende" if self.er_videregaende else "barnehage-og-grunnskole"

    @property
    def tall(self) -> tuple[Faktum, ...]:
        """The numbers that the source prints; it need not have one for PPT."""
        return (self.skoler, self.ppt) if self.ppt else (self.skoler,)

    def er_ubekreftet(self, today: date) -> bool:
        """Whether nobody has confirmed it in the last twelve months."""
        return not self.bekreftet or self.bekreftet.er_gammel(today)

    def up1(self, today: date) -> tuple[Utviklingspartner, ...]:
        """Those who are UP1 now, or were when last heard of.

        One who is to begin later is not among them yet.
        """
        return tuple(
            partner
            for partner in self.utviklingspartnere
            if not partner.er_tidligere(today)
            and not (partner.gjelder and not partner.gjelder.har_begynt(today))
        )

    def up1_etter_kilde(self, today: date) -> list[list[Utviklingspartner]]:
        """Those who are UP1 now, together where the same sources and the same time stand behind
        them.
        """
        groups: dict[object, list[Utviklingspartner]] = {}
        for partner in self.up1(today):
            groups.setdefault((partner.kilde, partner.tidfesting), []).append(partner)
        return list(groups.values())

    def er_bekreftet(self, partner: Utviklingspartner) -> bool:
        """Whether the confirmation of the network speaks of this partner: one who began after it
        was not there to confirm.
        """
        if not self.bekreftet:
            return False
        return not partner.gjelder or partner.gjelder.har_begynt(self.bekreftet.dato)

    def tidligere_up1(self, today: date) -> tuple[Utviklingspartner, ...]:
        """Those who have stepped down, kept as history."""
        return tuple(partner for partner in self.utviklingspartnere if partner.er_tidligere(today))
