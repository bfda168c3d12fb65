"""A subject of a page: points that share a source and a time, and what was never settled."""

from typing import Annotated

from annotated_types import MaxLen
from pydantic import Field

from macros.model.base import Record
from macros.model.fakta import Faktum, Merknad
from macros.model.types import Id, JaNei, Lopetekst, Ref, Tekst


class Punkt(Record):
    """One point, in our own words."""

    tekst: Lopetekst = Field(description="Punktet, med våre egne ord")
    mal: Annotated[Id | None, Ref("maler")] = Field(
        None, description="Malen punktet viser til: filnavnet i data/maler/"
    )
    merknader: tuple[Merknad, ...] = Field((), description="Det leseren må vite om punktet")


class Emne(Faktum):
    """A subject (data/for-ansatte.yml): a line of its page, with the rest behind it."""

    tittel: Tekst = Field(description="Hva emnet heter")
    kort: Annotated[Tekst | None, MaxLen(90)] = Field(
        None, description="Svaret i en setning, ved siden av tittelen"
    )
    forslag: JaNei = Field(
        False, description="true når dette er et forslag, ikke vedtatt praksis. Da sier siden det"
    )
    innledning: Lopetekst | None = Field(None, description="En setning eller to før punktene")
    punkter: tuple[Punkt, ...] = Field((), description="Punktene")
    ikke_avklart: tuple[Lopetekst, ...] = Field(
        (), description="Det kilden selv sier gjensto, eller ikke sier noe om"
    )


class Strategiemne(Emne):
    """A part of a strategy."""

    se: Annotated[tuple[Id, ...], Ref("begreper")] = Field(
        (), description="Beslektede begreper: id-er i data/begreper.yml"
    )


class Strategi(Record):
    """A strategy (data/strategi/<id>.yml) as a page, beside the roles of the same id."""

    tittel: Tekst = Field(description="Overskriften på siden")
    om: Lopetekst = Field(description="Hva strategien er, og hvem den gjaldt for")
    emner: dict[Id, Strategiemne] = Field(description="Emnene, i rekkefølgen de vises")
