"""Who does what: phases, actors and their tasks, in the county and, apart, in others."""

from collections.abc import Iterable
from typing import Annotated

from pydantic import Field

from macros.model.base import Record
from macros.model.fakta import Faktum, Gjelder, Merknad, Utsagn
from macros.model.types import Id, JaNei, Kilder, Ref, Tekst


class Fase(Record):
    """A phase of the work (data/roller/faser.yml), in the order that the work goes."""

    navn: Annotated[Tekst, Field(description="Navnet i tabellhodet")]
    kilde: Kilder


class Oppgaver(Faktum):
    """Tasks that one source gives an actor for one period; `faser` only where the source itself
    prints a phase.
    """

    faser: Annotated[
        tuple[Id, ...],
        Ref("faser"),
        Field(
            description="Fasene kilden skriver oppgavene under. Utelates når kilden ikke har faser"
        ),
    ] = ()
    navn_i_kilden: Annotated[
        Tekst | None, Field(description="Det kilden kaller aktøren, når det er noe annet")
    ] = None
    forslag: Annotated[
        JaNei, Field(description="true når dette er et forslag, ikke vedtatt praksis")
    ] = False
    punkter: Annotated[tuple[Tekst, ...], Field(description="Oppgavene, med våre egne ord")]

    @classmethod
    def samlet(cls, groups: Iterable["Oppgaver"]) -> "Oppgaver":
        """Dated groups as one: all their tasks and sources, from the first of their days to the
        last.
        """
        groups = list(groups)
        moments = [
            moment
            for g in groups
            for moment in (g.per, *((g.gjelder.fra, g.gjelder.til) if g.gjelder else ()))
            if moment
        ]
        return cls(
            kilde=tuple(dict.fromkeys(id for g in groups for id in g.kilde)),
            gjelder=Gjelder(
                fra=min(moments, key=lambda m: m.start), til=max(moments, key=lambda m: m.end)
            ),
            punkter=tuple(dict.fromkeys(punkt for g in groups for punkt in g.punkter)),
            merknader=tuple(merknad for g in groups for merknad in g.merknader),
        )


class Aktor(Record):
    """Someone with a part in the work: owners, networks, UP1, samarbeidsforum …"""

    navn: Annotated[Tekst, Field(description="Navnet på aktøren")]
    om: Annotated[Tekst | None, Field(description="Hvem aktøren er, i én setning")] = None
    samarbeider_med: Annotated[
        tuple[Utsagn, ...], Field(description="Hvem aktøren arbeider sammen med")
    ] = ()
    betaling: Annotated[tuple[Utsagn, ...], Field(description="Hvordan arbeidet betales")] = ()
    tilbud: Annotated[
        tuple[Utsagn, ...],
        Field(
            description="Det et nettverk kunne be aktøren om, kort. Krav til aktøren er oppgaver"
        ),
    ] = ()
    oppgaver: Annotated[
        tuple[Oppgaver, ...], Field(description="Oppgavene, én gruppe for hver kilde og tid")
    ]
    merknader: Annotated[
        tuple[Merknad, ...], Field(description="Det leseren må vite om rollen")
    ] = ()


class Rollefil(Record):
    """A role matrix (data/roller/<id>.yml): the county's own, or that of another county or field,
    which never share a file.
    """

    navn: Annotated[
        Tekst,
        Field(
            description="Det rollene gjelder, slik det står etter «Roller i»",
            examples=["Prøvedal"],
        ),
    ]
    om: Annotated[Tekst, Field(description="Hvem rollene gjelder for, i én eller to setninger")]
    avsluttet: Annotated[
        JaNei, Field(description="true når alt i filen er historie. Da sier siden det")
    ] = False
    aktorer: Annotated[dict[Id, Aktor], Field(description="Aktørene, i rekkefølgen de vises")]

    @property
    def tittel(self) -> str:
        """The heading of its page."""
        return f"Roller i {self.navn}"


class Sporsmal(Record):
    """A question that a network asks, with each source's answer and its year
    (data/roller/stotte.yml).
    """

    sporsmal: Annotated[Tekst, Field(description="Spørsmålet, slik et nettverk ville stilt det")]
    svar: Annotated[
        tuple[Utsagn, ...], Field(description="Svarene, nyeste først, hvert med kilde og tid")
    ]
    merknader: Annotated[
        tuple[Merknad, ...],
        Field(description="Det leseren må vite, for eksempel at kildene er uenige"),
    ] = ()


class Sete(Faktum):
    """A group with seats in samarbeidsforum beside the networks' representatives."""

    hvem: Annotated[Tekst, Field(description="Gruppen som har plass")]
    personer: Annotated[
        tuple[Id, ...],
        Ref("kontakter"),
        Field(description="Id-er i data/kontakter.yml. Utelates når kildene ikke navngir noen"),
    ] = ()


class Forum(Record):
    """Samarbeidsforum (data/roller/samarbeidsforum.yml).

    The networks' representatives are derived, not repeated here.
    """

    om: Annotated[tuple[Utsagn, ...], Field(description="Hva forumet er og gjør")]
    mandat: Annotated[tuple[Utsagn, ...], Field(description="Mandatet og oppnevningen")]
    mal: Annotated[tuple[Utsagn, ...], Field(description="Målene i mandatet")]
    seter: Annotated[tuple[Sete, ...], Field(description="Andre grupper med plass i forumet")]
    merknader: Annotated[
        tuple[Merknad, ...], Field(description="Det leseren må vite om forumet")
    ] = ()
