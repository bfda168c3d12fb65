"""What every fact carries: where it comes from, what it is true as of, and what a careful editor
must say about it.
"""

from datetime import date
from typing import Annotated, Self

from annotated_types import MaxLen
from pydantic import Field, model_validator

from macros.model.base import Record
from macros.model.dates import Moment
from macros.model.types import Dag, Id, JaNei, Kilder, Lenke, Lopetekst, Ref, Tekst, Tid, wrong


class Kilde(Record):
    """A source document (data/kilder.yml)."""

    tittel: Tekst = Field(
        description="Tittelen, slik den står på dokumentet",
        examples=["Årshjul for skoleåret 2027–2028"],
    )
    kort: Annotated[Tekst, MaxLen(40)] = Field(
        description="Kortnavnet som står etter «Kilde:» på sidene",
        examples=["Årshjul 2027"],
    )
    utgiver: Tekst = Field(
        description="Hvem som har gitt ut dokumentet", examples=["Statsforvalteren i Prøvedal"]
    )
    dato: Tid | None = Field(None, description="Da dokumentet ble datert. Tomt når det er udatert")
    lest: Dag | None = Field(None, description="Dagen kopien er fra, når dokumentet er en nettside")
    lenke: Lenke | None = Field(None, description="Adressen på nettet")
    lisens: Lopetekst | None = Field(
        None, description="Setningen lisensen krever at vi viser, når kilden har en"
    )
    merknader: tuple["Merknad", ...] = Field((), description="Det leseren må vite om kilden")


class Merknad(Record):
    """A caution about a fact, in the fold of its block; with `viktig` it stands in the open,
    and with `sporsmal` it is also an open question for the owner.
    """

    tekst: Lopetekst = Field(
        description="Det leseren må vite om opplysningen",
        examples=["Kildene skriver navnet ulikt."],
    )
    sporsmal: Lopetekst | None = Field(
        None,
        description="Spørsmål til eieren av opplysningen. Vises under åpne spørsmål på /om/kilder/",
        examples=["Hvordan skrives navnet?"],
    )
    viktig: JaNei = Field(
        False,
        description="«true» når leseren må vite det for å handle rett: merknaden står da synlig"
        " ved opplysningen, ikke bare under kildene",
    )


class Gjelder(Record):
    """A span of validity; both ends belong to it, and an open end is left out."""

    fra: Tid | None = Field(None, description="Første år, måned eller dag")
    til: Tid | None = Field(None, description="Siste år, måned eller dag")

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
        return f"til og med {self.til.tekst}"

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

    kilde: Kilder = Field(description="Hvor opplysningen står: id i data/kilder.yml")
    per: Tid | None = Field(
        None, description="Opplysningen er slik den var da: år, måned eller dag"
    )
    gjelder: Gjelder | None = Field(
        None, description="Tiden opplysningen gjelder for, når kilden oppgir den"
    )
    merknader: tuple[Merknad, ...] = Field((), description="Det leseren må vite om opplysningen")

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

    tekst: Lopetekst = Field(description="Opplysningen, med våre egne ord")


class Bekreftet(Record):
    """That staff have looked at the record and say that it is right."""

    dato: Dag = Field(description="Dagen opplysningene ble bekreftet")
    av: Tekst = Field(
        description="Rollen eller enheten som bekreftet, som «Lærerutdanningen ved høgskolen»"
    )

    def er_gammel(self, today: date) -> bool:
        """Whether it was more than twelve months ago."""
        return (today.year, today.month, today.day) > (
            self.dato.year + 1,
            self.dato.month,
            self.dato.day,
        )


class Institusjon(Faktum):
    """A university, centre or authority (data/institusjoner.yml)."""

    navn: Tekst = Field(description="Fullt navn")
    kortnavn: Tekst = Field(description="Navnet i tabeller")
    samisk: Tekst | None = Field(None, description="Det samiske navnet")
    om: Lopetekst | None = Field(None, description="En setning om rollen i samarbeidet")
    lenke: Lenke | None = Field(None, description="Institusjonens egen side")
    lenketekst: Tekst | None = Field(None, description="Navnet på siden lenken går til")
    inngang: Annotated[Id | None, Ref("kontakter")] = Field(
        None, description="Kontakten å begynne med: id i data/kontakter.yml"
    )

    @property
    def alle_navn(self) -> str:
        """The name with the Sámi one, as in tables."""
        return f"{self.navn} – {self.samisk}" if self.samisk else self.navn


Kilde.model_rebuild()
