"""A cycle as a table: rows by month, cells as the source's columns, and the filters that work
without a script.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from macros.model.arshjul import Syklus
from macros.model.data import Data
from macros.model.dates import Moment
from macros.model.rader import AUDIENCES, Rad, rows


@dataclass(frozen=True)
class Celle:
    """A cell of a cycle's table: the columns that it covers, and whether the event stands in it."""

    navn: str
    bredde: int
    fylt: bool


@dataclass(frozen=True)
class Linje:
    """A row of a cycle's table, with its number on the wheel."""

    nummer: int
    rad: Rad
    celler: tuple[Celle, ...]

    @property
    def klasser(self) -> tuple[str, ...]:
        """What the filters know it by."""
        return (
            *(f"malgruppe-{group}" for group in self.rad.hendelse.malgruppe),
            *(f"ordning-{id}" for id in self.rad.ordninger),
        )


@dataclass(frozen=True)
class MonthGroup:
    """The lines whose anchor day is in one month."""

    tittel: str
    linjer: tuple[Linje, ...]

    @property
    def klasser(self) -> tuple[str, ...]:
        """Those of its lines: its head is shown while one of them is."""
        return tuple(dict.fromkeys(name for linje in self.linjer for name in linje.klasser))


def by_month(syklus: Syklus) -> Iterator[MonthGroup]:
    """A cycle's rows in groups by the month that marks them, numbered through as on the wheel."""
    groups: dict[Moment, list[Linje]] = {}
    for number, rad in enumerate(rows([syklus]), 1):
        day = rad.hendelse.tid.anker
        groups.setdefault(Moment(day.year, day.month), []).append(
            Linje(number, rad, cells(rad, syklus.kolonner))
        )
    return (MonthGroup(month.tekst.capitalize(), tuple(lines)) for month, lines in groups.items())


def cells(rad: Rad, columns: Mapping[str, str]) -> tuple[Celle, ...]:
    """A cell for each column; neighbours that the row stands in are one, as the source prints
    it.
    """
    groups = groupby(columns.items(), key=lambda column: rad.gjelder(column[0]))
    found: list[Celle] = []
    for filled, same in groups:
        names = [name for _, name in same]
        found += (
            [Celle(", ".join(names), len(names), True)]
            if filled
            else [Celle(name, 1, False) for name in names]
        )
    return tuple(found)


def schemes(syklus: Syklus) -> tuple[str, ...]:
    """The schemes that its rows concern: what one can filter by."""
    return tuple(dict.fromkeys(id for rad in rows([syklus]) for id in rad.ordninger))


def filter_rules(data: Data) -> str:
    """CSS that shows one audience or one scheme when the address names it
    (#vis-malgruppe-nettverk), and marks the link that did.
    """
    names = [f"malgruppe-{group}" for group in AUDIENCES]
    names += dict.fromkeys(
        f"ordning-{id}" for syklus in data.sykluser.values() for id in schemes(syklus)
    )
    return "".join(
        f".hjulliste:has(#vis-{name}:target) tbody tr:not(.{name}){{display:none}}\n"
        f".md-typeset .hjulliste:has(#vis-{name}:target)"
        f' a[href="#vis-{name}"]{{background:var(--flate);border-color:var(--dyp);'
        "font-weight:700}\n"
        for name in names
    )
