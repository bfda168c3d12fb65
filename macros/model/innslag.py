"""The year at a glance: what a strip or a wheel shows of a row, be it an event or what usually
happens.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from macros.model.arshjul import TYPES, Hendelse, Malgruppe, Syklus
from macros.model.dates import MONTHS, SHORT_MONTHS, Moment
from macros.model.listing import listing
from macros.model.monster import SCHOOL_YEAR_STARTS, Monster
from macros.model.rader import AUDIENCES, Rad

# A year for what has none: the pattern. Nothing of it is shown.
ANY_YEAR = 2001
# How a row is drawn: a deadline, something that happens, or work.
Shape = Literal["frist", "mote", "arbeid"]
SHAPES: dict[str, Shape] = {"frist": "frist", "arbeid": "arbeid"}
# Seen once or several times, where it is a pattern; else as firm as the row is.
Styrke = Literal["en", "flere", "vedtatt", "forelopig", "avlyst"]


@dataclass(frozen=True)
class Innslag:
    """One row as the year shows it; `nar` is short, `sagt` is what form and colour say in words."""

    id: str
    navn: str
    tittel: str
    nar: str
    tid: str
    type: tuple[str, ...]
    styrke: Styrke
    sagt: str
    malgruppe: tuple[Malgruppe, ...]
    start: date
    slutt: date
    er_presis: bool
    adresse: str
    hvem: tuple[str, ...] = ()
    ordninger: tuple[str, ...] = ()
    kilde: tuple[str, ...] = ()

    @property
    def form(self) -> Shape:
        """Of several types the first decides."""
        return SHAPES.get(self.type[0], "mote")

    @property
    def slag(self) -> str:
        """«møte og seminar»"""
        return listing(TYPES[one].lower() for one in self.type)

    @property
    def klasser(self) -> str:
        """What the filters know it by, and what it looks like."""
        return " ".join(
            (
                self.form,
                self.styrke,
                *(f"malgruppe-{group}" for group in self.malgruppe),
                *(f"ordning-{id}" for id in self.ordninger),
            )
        )

    @property
    def deler(self) -> tuple[str, ...]:
        """The name in the parts that a narrow place may part it into."""
        return tuple(self.navn.split("|"))

    @property
    def kort(self) -> str:
        """The name in one."""
        return self.navn.replace("|", "")

    @property
    def maneder(self) -> tuple[int, int]:
        """First and last month that it stands in, counted from year 0."""
        return month_number(self.start), month_number(self.slutt)


def month_number(day: date) -> int:
    """Months since year 0."""
    return day.year * 12 + day.month - 1


def innslag_of_row(rad: Rad) -> Innslag:
    one = rad.hendelse
    return Innslag(
        id=one.anker,
        navn=one.kort or one.tittel,
        tittel=one.tittel,
        nar=short_time(one),
        tid=one.tid.tekst,
        type=one.type,
        styrke=one.status,
        sagt=one.tilstand or "vedtatt",
        malgruppe=one.malgruppe,
        start=one.start,
        slutt=one.slutt,
        er_presis=one.tid.er_presis,
        adresse=rad.adresse,
        hvem=rad.kolonner,
        ordninger=rad.ordninger,
        kilde=one.kilde,
    )


def innslag_of_pattern(id: str, one: Monster, seen: Sequence[Rad], year: int) -> Innslag:
    """What usually happens, in the school year that begins in August of `year`."""
    years = listing(str(rad.hendelse.start.year) for rad in seen)
    start, slutt = one.dager(year)
    return Innslag(
        id=f"monster-{id}",
        navn=one.kort or one.tittel,
        tittel=one.tittel,
        nar=_short_months(one),
        tid=one.tekst,
        type=one.type,
        styrke="en" if len(one.observert) == 1 else "flere",
        sagt=f"{one.styrke} ({years})",
        malgruppe=one.malgruppe,
        start=start,
        slutt=slutt,
        er_presis=False,
        adresse=f"arshjul/#monster-{id}",
        hvem=tuple(AUDIENCES[group] for group in one.malgruppe),
        kilde=tuple(dict.fromkeys(source for rad in seen for source in rad.hendelse.kilde)),
    )


def short_time(one: Hendelse) -> str:
    """«15. jan.», «11.–12. sep.», «medio feb.», «okt.–des.»"""
    start, slutt = one.start, one.slutt
    first, last = _month(start), _month(slutt)
    if one.tid.er_presis:
        if start == slutt:
            return f"{start.day}. {last}"
        same = first == last
        return f"{start.day}.{'–' if same else f' {first} – '}{slutt.day}. {last}"
    span = last if first == last else f"{first}–{last}"
    return f"{one.tid.del_} {span}" if one.tid.del_ else span


def _month(day: date) -> str:
    return SHORT_MONTHS[day.month - 1]


def _short_months(one: Monster) -> str:
    names = [SHORT_MONTHS[MONTHS.index(name)] for name in one.maneder]
    span = names[0] if len(names) == 1 else f"{names[0]}–{names[-1]}"
    return f"{one.del_} {span}" if one.del_ else span


def school_year(day: date) -> int:
    """The year in whose August the school year of a day begins."""
    return day.year - (day.month < SCHOOL_YEAR_STARTS)


def years(syklus: Syklus) -> tuple[Moment, ...]:
    """The first month of each twelve that a cycle is drawn as: one for each school year when it is
    longer than that.
    """
    fra, til = syklus.gjelder.fra, syklus.gjelder.til
    if syklus.gjelder.maneder <= 12:
        return (fra,)
    first, last = school_year(fra.start), school_year(til.start)
    return tuple(Moment(year, SCHOOL_YEAR_STARTS) for year in range(first, last + 1))


def within(felt: Iterable[Innslag], first: Moment) -> tuple[Innslag, ...]:
    """Those that touch the twelve months that begin with `first`."""
    begin = month_number(first.start)
    return tuple(one for one in felt if one.maneder[0] < begin + 12 and begin <= one.maneder[1])
