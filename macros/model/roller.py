"""Who does what: phases, actors and their tasks, in the county and, apart, in others."""

from typing import Annotated, Literal

from pydantic import Field

from macros.model.base import Record
from macros.model.fakta import Faktum, Merknad, Utsagn
from macros.model.types import Id, JaNei, Kilder, Lopetekst, Ref, Tekst

# Tasks that a card has room for.
MOST_ON_A_CARD = 5


class Fase(Record):
    """A phase of the work (data/roller/faser.yml), in the order that the work goes."""

    navn: Tekst = Field(description="Navnet i tabellhodet")
    kilde: Kilder


class Oppgaver(Faktum):
    """Tasks that one source gives an actor for one period; `faser` only where the source itself
    prints a phase.
    """

    faser: Annotated[tuple[Id, ...], Ref("faser")] = Field(
        (), description="Fasene kilden skriver oppgavene under. Utelates når kilden ikke har faser"
    )
    navn_i_kilden: Tekst | None = Field(
        None, description="Det kilden kaller aktøren, når det er noe annet"
    )
    forslag: JaNei = Field(False, description="true når dette er et forslag, ikke vedtatt praksis")
    punkter: tuple[Lopetekst, ...] = Field(description="Oppgavene, med våre egne ord")


class Hovedsak(Record):
    """What matters most of a role: several sources' tasks as one short line."""

    tekst: Lopetekst = Field(description="Det viktigste, slått sammen fra oppgavene")
    rad: Literal["samarbeid", "betaling"] | None = Field(
        None, description="Raden i tabellen, når det ikke er en oppgave"
    )
    faser: Annotated[tuple[Id, ...], Ref("faser")] = Field(
        (), description="Fasene, når kildene har det under noen"
    )
    kilde: Kilder


class Aktor(Record):
    """Someone with a part in the work: owners, networks, UP1, samarbeidsforum …"""

    navn: Tekst = Field(description="Navnet på aktøren")
    kortnavn: Tekst | None = Field(None, description="Navnet i hopplenkene")
    om: Lopetekst | None = Field(None, description="Hvem aktøren er, i én setning")
    samarbeider_med: tuple[Utsagn, ...] = Field((), description="Hvem aktøren arbeider sammen med")
    betaling: tuple[Utsagn, ...] = Field((), description="Hvordan arbeidet betales")
    tilbud: tuple[Utsagn, ...] = Field(
        (), description="Det et nettverk kunne be aktøren om, kort. Krav til aktøren er oppgaver"
    )
    kort: tuple[Hovedsak, ...] = Field((), description="Hva rollen var, i en setning eller to")
    hoved: tuple[Hovedsak, ...] = Field(
        (), description="Det viktigste ved rollen, det viktigste først"
    )
    oppgaver: tuple[Oppgaver, ...] = Field(description="Oppgavene, én gruppe for hver kilde og tid")
    merknader: tuple[Merknad, ...] = Field((), description="Det leseren må vite om rollen")

    @property
    def hovedsaker(self) -> tuple[Hovedsak, ...]:
        """What matters most of the role; every task, where nobody has said what does."""
        return self.hoved or tuple(
            Hovedsak(tekst=punkt, faser=gruppe.faser, kilde=gruppe.kilde)
            for gruppe in self.oppgaver
            for punkt in gruppe.punkter
        )

    @property
    def viktigst(self) -> tuple[Hovedsak, ...]:
        """What stands on its card."""
        return tuple(sak for sak in self.hovedsaker if not sak.rad)[:MOST_ON_A_CARD]

    @property
    def flere_kilder(self) -> bool:
        """Whether what stands on its card is from more than one source, so that each must say."""
        return len({sak.kilde for sak in self.viktigst}) > 1

    @property
    def antall_oppgaver(self) -> int:
        return sum(len(gruppe.punkter) for gruppe in self.oppgaver)

    @property
    def har_mer(self) -> bool:
        """Whether there is more to say than stands on its card."""
        said = [sak.tekst for sak in self.viktigst]
        every = [punkt for gruppe in self.oppgaver for punkt in gruppe.punkter]
        return said != every or bool(self.samarbeider_med or self.betaling)

    @property
    def er_forslag(self) -> bool:
        """Whether nothing of it has been adopted."""
        return bool(self.oppgaver) and all(gruppe.forslag for gruppe in self.oppgaver)

    @property
    def fakta(self) -> tuple[Faktum, ...]:
        """Everything that has a source and a time."""
        return (*self.oppgaver, *self.samarbeider_med, *self.betaling)

    @property
    def deler(self) -> tuple[tuple[str, Record], ...]:
        """The same and the actor, each by the actor's short name."""
        return tuple((self.kortnavn or self.navn, part) for part in (*self.fakta, self))


class Rollefil(Record):
    """A role matrix (data/roller/<id>.yml): the county's own, or that of another county or field,
    which never share a file.
    """

    navn: Tekst = Field(
        description="Det rollene gjelder, slik det står etter «Roller i»", examples=["Prøvedal"]
    )
    om: Lopetekst = Field(description="Hvem rollene gjelder for, i én eller to setninger")
    avsluttet: JaNei = Field(
        False, description="true når alt i filen er historie. Da sier siden det"
    )
    aktorer: dict[Id, Aktor] = Field(description="Aktørene, i rekkefølgen de vises")

    @property
    def tittel(self) -> str:
        return f"Roller i {self.navn}"

    @property
    def saker(self) -> tuple[Hovedsak, ...]:
        """All on its cards that needs its source beside it."""
        return tuple(
            sak for aktor in self.aktorer.values() if aktor.flere_kilder for sak in aktor.viktigst
        )


class Sporsmal(Record):
    """A question that a network asks, with each source's answer and its year
    (data/roller/stotte.yml).
    """

    sporsmal: Tekst = Field(description="Spørsmålet, slik et nettverk ville stilt det")
    kort: Tekst = Field(description="Svaret på én linje")
    svar: tuple[Utsagn, ...] = Field(description="Svarene, nyeste først, hvert med kilde og tid")
    merknader: tuple[Merknad, ...] = Field(
        (), description="Det leseren må vite, for eksempel at kildene er uenige"
    )


class Sete(Faktum):
    """A group with seats in samarbeidsforum beside the networks' representatives."""

    hvem: Tekst = Field(description="Gruppen som har plass")
    personer: Annotated[tuple[Id, ...], Ref("kontakter")] = Field(
        (), description="Id-er i data/kontakter.yml. Utelates når kildene ikke navngir noen"
    )


class Forum(Record):
    """Samarbeidsforum (data/roller/samarbeidsforum.yml).

    The networks' representatives are derived, not repeated here.
    """

    om: tuple[Utsagn, ...] = Field(description="Hva forumet er og gjør")
    mandat: tuple[Utsagn, ...] = Field(description="Mandatet og oppnevningen")
    malsettinger: tuple[Utsagn, ...] = Field(description="Målene i mandatet")
    seter: tuple[Sete, ...] = Field(description="Andre grupper med plass i forumet")
    merknader: tuple[Merknad, ...] = Field((), description="Det leseren må vite om forumet")
