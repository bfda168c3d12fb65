"""The words of the field, each with its period and its source."""

from typing import Annotated

from annotated_types import MaxLen
from pydantic import Field

from macros.model.fakta import Faktum, Utsagn
from macros.model.types import Id, Lopetekst, Ref, Tekst

Nynorsk = Annotated[
    tuple[Tekst, ...],
    Field(description="Punktene på nynorsk, i samme rekkefølge, til selvsjekken på nynorsk"),
]


class AnnenKilde(Utsagn):
    """What another source calls it or adds, with that source's own list where it has one."""

    punkter: tuple[Tekst, ...] = Field(
        (), description="Listen i den kilden, i samme rekkefølge som «punkter» i begrepet"
    )
    nn: Nynorsk = ()


class Begrep(Faktum):
    """A term (data/begreper.yml): one short explanation, and what other sources call or add."""

    term: Tekst = Field(description="Ordet eller uttrykket", examples=["Nettverksmøte"])
    kort: Annotated[Tekst, MaxLen(160)] = Field(
        description="Forklaringen i én kort setning, til bruk i løpende tekst",
        examples=["Møte i kompetansenettverket."],
    )
    forklaring: Lopetekst | None = Field(
        None, description="Mer, når den korte setningen ikke er nok"
    )
    varianter: tuple[Tekst, ...] = Field((), description="Andre skrivemåter og ord for det samme")
    fylke: Annotated[Id | None, Ref("roller")] = Field(
        None, description="Når begrepet bare hører til et annet fylke: filnavnet i data/roller/"
    )
    se: Annotated[tuple[Id, ...], Ref("begreper")] = Field(
        (), description="Beslektede begreper: id-er i samme fil"
    )
    punkter: tuple[Tekst, ...] = Field(
        (), description="Underpunkter, for eksempel spørsmålene i en liste"
    )
    nn: Nynorsk = ()
    andre_kilder: tuple[AnnenKilde, ...] = Field(
        (),
        description="Det andre kilder kaller det eller legger til, hvert utsagn med sin kilde og"
        " tid",
    )
