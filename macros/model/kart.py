"""The borders of the kommuner, drawn flat."""

from functools import cached_property
from typing import Annotated

from pydantic import BeforeValidator, Field

from macros.model.base import Record
from macros.model.types import Antall, Kilder, Kommunenummer, Tekst, as_tuple, matching

Point = tuple[int, int]
Ring = tuple[Point, ...]

Omriss = Annotated[
    str,
    matching(
        r"\d{1,5},\d{1,5}(?: \d{1,5},\d{1,5}){2,}",
        "kart-omriss",
        "«{value}» er ikke et omriss: minst tre punkter som «12,34», med mellomrom mellom. Lag"
        " filen på nytt: HACKING.md sier hvordan",
    ),
]


class Kart(Record):
    """Every kommune as rings of points, in units of `meter` from the north-west corner
    (data/kart.json). Neighbours share the points of their border."""

    kilde: Kilder = Field(description="Hvor grensene er fra: id i data/kilder.yml")
    opphav: Tekst = Field(
        description="Hele veien fra Kartverket til denne filen, og hva som er gjort"
    )
    bredde: Antall = Field(description="Bredden av kartet, i enheter")
    hoyde: Antall = Field(description="Høyden av kartet, i enheter")
    meter: Antall = Field(description="Hvor mange meter en enhet er")
    kommuner: dict[Kommunenummer, Annotated[tuple[Omriss, ...], BeforeValidator(as_tuple)]] = Field(
        description="Kommunenummer: omrissene av fastlandet og øyene, største først"
    )

    @cached_property
    def omriss(self) -> dict[str, tuple[Ring, ...]]:
        """The rings of each kommune as numbers, the largest first."""
        return {nr: tuple(_points(text) for text in rings) for nr, rings in self.kommuner.items()}

    @cached_property
    def grovt(self) -> dict[str, tuple[Ring, ...]]:
        """The same in half as many units, for small drawings: what is no longer an area is left
        out, but for the largest of each."""
        return {nr: _coarse(rings) for nr, rings in self.omriss.items()}


def _points(text: str) -> Ring:
    pairs = (pair.split(",") for pair in text.split(" "))
    return tuple((int(x), int(y)) for x, y in pairs)


def _coarse(rings: tuple[Ring, ...]) -> tuple[Ring, ...]:
    found = []
    for index, ring in enumerate(rings):
        halved = [(x // 2, y // 2) for x, y in ring]
        kept = tuple(point for at, point in enumerate(halved) if point != halved[at - 1])
        if len(kept) > 2 or not index:
            found.append(kept or tuple(halved[:1]))
    return tuple(found)
