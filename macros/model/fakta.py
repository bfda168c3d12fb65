"""What every fact carries: where it comes from, what it is true as of, and what a careful editor
must say about it.
"""

from datetime import date
from typing import Annotated, Self

from pydantic import Field, model_validator

from macros.model.base import Record
from macros.model.dates import Moment
from macros.model.types import Dag, Id, JaNei, Kilder, Lenke, Lopetekst, Ref, Tekst, Tid, wrong


class Kilde(Record):
    """A source document (data/kilder.yml)."""

    tittel: Annotated[
        Tekst,
        Field(
            description="Tittelen, slik den står på dokumentet",
            examples=["Årshjul for skoleåret 2027–2028"],
        ),
    ]
    kort: Annotated[
        Tekst,
        Field(
            description="Kortnavnet som står etter «Kilde:» på sidene",
            examples=["Årshjul 2027"],
            max_length=40,
        ),
    ]
    utgiver: Annotated[
        Tekst,
        Field(
            description="Hvem som har gitt ut dokumentet", examples=["Statsforvalteren i Prøvedal"]
        ),
    ]
    dato: Annotated[
        Tid | None, Field(description="Da dokumentet ble datert. Tomt når det er udatert")
    ] = None
    lest: Annotated[
        Dag | None, Field(description="Dagen kopien er fra, når dokumentet er en nettside")
    ] = None
    lenke: Annotated[Lenke | None, Field(description="Adressen på nettet")] = None
    lisens: Annotated[
        Lopetekst | None,
        Field(description="Setningen lisensen krever at vi viser, når kilden har en"),
    ] = None
    merknader: Annotated[
        tuple["Merknad", ...], Field(description="Det leseren må vite om kilden")
    ] = ()


class Merknad(Record):
    """A caution about a fact, in the fold of its block; with `viktig` it stands in the open,
    and with `sporsmal` it is also an open question for the owner.
    """

    tekst: Annotated[
        Lopetekst,
        Field(
            description="Det leseren må vite om opplysningen",
            examples=["Kildene skriver navnet ulikt."],
        ),
    ]
    sporsmal: Annotated[
        Lopetekst | None,
        Field(
            description=(
                "Spørsmål til eieren av opplysningen. Vises under åpne spørsmål på /om/kilder/"
            ),
            examples=["Hvordan skrives navnet?"],
        ),
    ] = None
    viktig: Annotated[
        JaNei,
        Field(
            description=(
                "«true» når leseren må vite det for å handle rett: merknaden står da synlig ved "
                "opplysningen, ikke bare under kildene"
            )
        ),
    ] = False


class Gjelder(Record):
    """A span of validity; both ends belong to it, and an open end is left out."""

    fra: Annotated[Tid | None, Field(description="Første år, måned eller dag")] = None
    til: Annotated[Tid | None, Field(description="Siste år, måned eller dag")] = None

    @model_validator(mode="after")
    def _has_an_end(self) -> Self:
        if not self.fra and not self.til:
            raise wrong(
                "gjelder-tom",
                "«gjelder» må ha fra eller til. Fyll ut én av dem, eller slett «gjelder»",
            )
        return self

    @property
    def tekst(self) -> str:
        """«2018–2020», «fra 2026», «til og med 2025»."""
        if self.fra and self.til:
            return str(self.fra.tekst) if self.fra == self.til else _say_span(self.fra, self.til)
        if self.fra:
            return f"fra {self.fra.tekst}"
        return f"til og med {self.til.tekst}" if self.til else "uten tidfesting"

    def er_over(self, today: date) -> bool:
        """Whether the last day lies before `today`."""
        return bool(self.til and self.til.end < today)

    def har_begynt(self, today: date) -> bool:
        """Whether the first day is `today` or earlier; an unknown start has begun."""
        return not self.fra or self.fra.start <= today


def _say_span(fra: Moment, til: Moment) -> str:
    dash = " – " if fra.month or til.month else "–"
    return f"{fra.tekst}{dash}{til.tekst}"


class Faktum(Record):
    """A fact with its source and its date: `per` (true as of) or `gjelder` (a span), never both."""

    kilde: Annotated[Kilder, Field(description="Hvor opplysningen står: id i data/kilder.yml")]
    per: Annotated[
        Tid | None, Field(description="Opplysningen er slik den var da: år, måned eller dag")
    ] = None
    gjelder: Annotated[
        Gjelder | None, Field(description="Tiden opplysningen gjelder for, når kilden oppgir den")
    ] = None
    merknader: Annotated[
        tuple[Merknad, ...], Field(description="Det leseren må vite om opplysningen")
    ] = ()

    @property
    def tidfesting(self) -> str:
        """«per 2022», «2018–2020» or «fra 2026»; «udatert» where the source has no date."""
        if self.gjelder:
            return self.gjelder.tekst
        return f"per {self.per.tekst}" if self.per else "udatert"

    @property
    def rekker_til(self) -> date:
        """The last day that it is known to be true of; what is still in force goes on for ever."""
        if self.gjelder:
            return self.gjelder.til.end if self.gjelder.til else date.max
        return self.per.end if self.per else date.min


class Utsagn(Faktum):
    """A fact in one sentence, in our own words."""

    tekst: Annotated[Lopetekst, Field(description="Opplysningen, med våre egne ord")]


class Bekreftet(Record):
    """That staff have looked at the record and say that it is right."""

    dato: Annotated[Dag, Field(description="Dagen opplysningene ble bekreftet")]
    av: Annotated[
        Tekst,
        Field(
            description="Rollen eller enheten som bekreftet, som «Lærerutdanningen ved høgskolen»"
        ),
    ]

    def er_gammel(self, today: date) -> bool:
        """Whether it was more than twelve months ago."""
        return (today.year, today.month, today.day) > (
            self.dato.year + 1,
            self.dato.month,
            self.dato.day,
        )


class Institusjon(Faktum):
    """A university, centre or authority (data/institusjoner.yml)."""

    navn: Annotated[Tekst, Field(description="Fullt navn")]
    kortnavn: Annotated[Tekst, Field(description="Navnet i tabeller")]
    samisk: Annotated[Tekst | None, Field(description="Det samiske navnet")] = None
    om: Annotated[Lopetekst | None, Field(description="En setning om rollen i samarbeidet")] = None
    lenke: Annotated[Lenke | None, Field(description="Institusjonens egen side")] = None
    lenketekst: Annotated[Tekst | None, Field(description="Navnet på siden lenken går til")] = None
    inngang: Annotated[
        Id | None,
        Ref("kontakter"),
        Field(description="Kontakten å begynne med: id i data/kontakter.yml"),
    ] = None

    @property
    def alle_navn(self) -> str:
        """The name with the Sámi one, as in tables."""
        return f"{self.navn} – {self.samisk}" if self.samisk else self.navn


Kilde.model_rebuild()
