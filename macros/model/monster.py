"""What usually happened when: a pattern of months, never a day, resting on the rows that were
observed.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from macros.model.arshjul import (
    TEXTS,
    Kortnavn,
    LokalFrist,
    Malgrupper,
    Typer,
    VedBehov,
    filled,
    one_or_more,
)
from macros.model.base import Record
from macros.model.dates import MONTHS, Moment
from macros.model.fakta import Merknad
from macros.model.nar import part_of
from macros.model.types import JaNei, Lopetekst, Tekst, as_tuple

SCHOOL_YEAR_STARTS = 8
Manedsnavn = Literal[*MONTHS]
Maneder = Annotated[tuple[Manedsnavn, ...], *one_or_more(Manedsnavn)]


class Monster(Record):
    """What usually happened when (data/arshjul/monster.yml): months and never days, each with the
    rows that were observed.
    """

    tittel: Tekst = Field(description="Hva som pleier å skje")
    kort: Kortnavn = None
    om: Lopetekst | None = Field(None, description="Mer, når tittelen ikke er nok")
    type: Typer
    maneder: Maneder = Field(description="Månedene det pleier å skje, med navn: mars")
    del_: Literal["primo", "medio", "ultimo"] | None = Field(
        None, alias="del", description="Del av måneden: primo, medio eller ultimo"
    )
    malgruppe: Malgrupper
    adressat: Tekst | None = Field(None, description="Hvem i kolonnen det gjelder")
    ved_behov: VedBehov = False
    lokal_frist: LokalFrist = False
    observert: Annotated[
        tuple[Tekst, ...], BeforeValidator(as_tuple), AfterValidator(filled), TEXTS
    ] = Field(
        description="Radene det bygger på: <syklus>/<hendelse>, som 2023-2025/beslutningsgrunnlag"
    )
    utgatt: JaNei = Field(
        False,
        description="true når det ikke står i det nyeste årshjulet. Da er det ikke med i nye"
        " utkast",
    )
    merknader: tuple[Merknad, ...] = Field((), description="Det leseren må vite")

    @property
    def tekst(self) -> str:
        """«mars», «medio februar», «oktober–desember»"""
        span = (
            self.maneder[0] if len(self.maneder) == 1 else f"{self.maneder[0]}–{self.maneder[-1]}"
        )
        return f"{self.del_} {span}" if self.del_ else span

    @property
    def styrke(self) -> str:
        """«sett én gang», «sett 2 ganger»"""
        return "sett én gang" if len(self.observert) == 1 else f"sett {len(self.observert)} ganger"

    @property
    def numre(self) -> tuple[int, ...]:
        return tuple(MONTHS.index(name) + 1 for name in self.maneder)

    def vindu(self, year: int) -> tuple[Moment, Moment]:
        """First and last month in the school year that begins in August of `year`."""
        first, last = self.numre[0], self.numre[-1]
        start = year + (first < SCHOOL_YEAR_STARTS)
        return Moment(start, first), Moment(start + (last < first), last)

    def dager(self, year: int) -> tuple[date, date]:
        """First and last day of that window; of the part, where one is known."""
        first, last = self.vindu(year)
        return part_of(first, self.del_) if first == last else (first.start, last.end)
