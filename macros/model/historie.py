"""What happened when: the milestones, each as precise as its source."""

from typing import Annotated

from annotated_types import MaxLen
from pydantic import Field

from macros.model.base import Record
from macros.model.dates import Moment
from macros.model.fakta import Gjelder, Merknad
from macros.model.tider import say_days
from macros.model.types import Kilder, Lopetekst, Tekst, Tid


class Milepael(Record):
    """Something that happened, or that lasted (data/historie.yml)."""

    tittel: Annotated[Tekst, MaxLen(80)] = Field(
        description="Hva som skjedde, kort: det står i tegningen"
    )
    om: Lopetekst | None = Field(None, description="Mer om det")
    tid: Tid = Field(description="Året, måneden eller dagen det skjedde, eller begynte")
    til: Tid | None = Field(None, description="Siste år, måned eller dag, når det varte")
    kilde: Kilder = Field(description="Hvor det står: id i data/kilder.yml")
    merknader: tuple[Merknad, ...] = Field((), description="Det leseren må vite")

    @property
    def slutt(self) -> Moment:
        """The end of what lasted; the moment itself for all else."""
        return self.til or self.tid

    @property
    def tekst(self) -> str:
        """«2. mai 2018», «4.–5. februar 2019», «2023–2024»"""
        if self.tid.day and self.slutt.day:
            return say_days(self.tid.start, self.slutt.end)
        return Gjelder(fra=self.tid, til=self.slutt).tekst

    @property
    def presisjon(self) -> str:
        """How much of the date is known, at both ends: «dag», «måned» or «år»."""
        return min((_known_kind(moment) for moment in (self.tid, self.slutt)), key=PRECISIONS.index)


PRECISIONS = ("år", "måned", "dag")


def _known_kind(moment: Moment) -> str:
    return "dag" if moment.day else "måned" if moment.month else "år"
