"""How a case goes: who sends what to whom, step by step, each in the lane of those who do it."""

from collections.abc import Iterable
from typing import Annotated, Literal

from annotated_types import MaxLen
from pydantic import Field

from macros.model.base import Record
from macros.model.fakta import Faktum
from macros.model.types import Id, JaNei, Kilder, Lopetekst, Ref, Tekst

Plikt = Literal["pliktig", "frivillig", "ukjent"]


class Bane(Record):
    """A lane of the drawing: those who do or get something."""

    navn: Annotated[Tekst, MaxLen(40)] = Field(description="Navnet over banen")


class Steg(Faktum):
    """One step. Its source and time are those of the whole case unless it has its own."""

    id: Id = Field(description="Id-en til steget, slutten av adressen til det. Endres aldri")
    tittel: Annotated[Tekst, MaxLen(60)] = Field(
        description="Dokumentet eller arbeidet, kort: det står i tegningen"
    )
    hos: tuple[Id, ...] = Field(description="Banen eller banene til dem som gjør det")
    hvem: Tekst | None = Field(
        None, description="Hvem som gjør det, når navnet på banen ikke er nøyaktig nok"
    )
    til: tuple[Id, ...] = Field((), description="Banen eller banene til dem som får noe sendt")
    mottaker: Tekst | None = Field(
        None, description="Hvem som får det, når navnet på banen ikke er nøyaktig nok"
    )
    ukjent_mottaker: JaNei = Field(
        False, description="true når noe blir sendt, men kilden ikke sier til hvem"
    )
    stopp: Annotated[Tekst | None, MaxLen(60)] = Field(
        None,
        description="Steget i noen få ord, når det er et av stoppene øverst på siden",
    )
    hva: Lopetekst = Field(description="Hva som skjer, med våre egne ord")
    plikt: Plikt | None = Field(
        None,
        description="pliktig, frivillig, eller ukjent når kilden ikke sier det. Utelates i forslag",
    )
    plikt_om: Lopetekst | None = Field(None, description="Det kilden sier om plikten")
    hendelser: tuple[Tekst, ...] = Field(
        (),
        description="Radene i årshjulet: <syklus>/<hendelse>, som"
        " 2023-2025/beslutningsgrunnlag-2024",
    )
    nar: Tekst | None = Field(
        None, description="Når det skjer, i ord, når ingen rad i årshjulet sier det"
    )
    mal: Annotated[Id | None, Ref("maler")] = Field(
        None, description="Malen til steget: filnavnet i data/maler/"
    )
    aktorer: tuple[Id, ...] = Field(
        (), description="Rollene i steget: id-er i filen om fylket i data/roller/"
    )
    begreper: Annotated[tuple[Id, ...], Ref("begreper")] = Field(
        (), description="Ordene i steget: id-er i data/begreper.yml"
    )
    uklart: Annotated[tuple[Id, ...], Ref("stotte")] = Field(
        (), description="Spørsmål som kildene ikke er enige om: id-er i data/roller/stotte.yml"
    )
    kilde: Kilder = Field((), description="Når steget bygger på noe annet enn saksgangens kilde")


class Ledd(Record):
    """A link of the case told in one line: an actor and the part that they had."""

    navn: Annotated[Tekst, MaxLen(40)] = Field(description="Hvem, kort: det står i figuren")
    tekst: Annotated[Tekst, MaxLen(60)] = Field(description="Hva de gjorde eller skulle gjøre")
    rolle: Literal["up1", "up2"] | None = Field(
        None, description="up1 eller up2, når leddet skal ha fargen til rollen"
    )


class Saksgang(Faktum):
    """A case from the first step to the last (data/saksgang.yml), and perhaps back again."""

    tittel: Tekst = Field(description="Navnet på saksgangen")
    om: Lopetekst = Field(description="Saksgangen i én eller to setninger, øverst på siden")
    forslag: JaNei = Field(False, description="true når dette er et forslag, ikke vedtatt praksis")
    baner: dict[Id, Bane] = Field(description="Banene, fra venstre")
    steg: tuple[Steg, ...] = Field(description="Stegene, i rekkefølge")
    kjede: tuple[Ledd, ...] = Field((), description="Saksgangen fortalt på én linje, til forsiden")
    tilbake_til: Id | None = Field(
        None, description="Steget det begynner på nytt fra etter det siste"
    )

    def banenavn(self, ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(self.baner[id].navn for id in ids)
