"""The year as a strip: twelve months across, an audience per row, names in the cells. On a phone
it is a list by month.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from macros.drawings.hjul_geometry import lanes, months_from, room
from macros.model.arshjul import Malgruppe, Syklus
from macros.model.data import Data
from macros.model.dates import SHORT_MONTHS, Moment
from macros.model.innslag import (
    Innslag,
    innslag_of_pattern,
    innslag_of_row,
    month_number,
    school_year,
    within,
    years,
)
from macros.model.monster import SCHOOL_YEAR_STARTS, Monster
from macros.model.nettverk import Nettverk
from macros.model.rader import AUDIENCES, Rad, rows
from macros.model.tider import say_months
from macros.pages.arguments import NettverkId, SyklusId
from macros.pages.view import View


@dataclass(frozen=True)
class StripCell:
    """A cell: empty, or the row that stands in it, over so many months and lanes."""

    felt: Innslag | None
    maneder: int = 1
    baner: int = 1


@dataclass(frozen=True)
class StripGroup:
    """An audience's part of the strip: its lanes, each with the cells that begin in it."""

    id: str
    navn: str
    baner: tuple[tuple[StripCell, ...], ...]


@dataclass(frozen=True)
class Stripe:
    """Twelve months. `ar` is empty where they are those of no year."""

    tittel: str
    maneder: tuple[tuple[str, str], ...]
    grupper: tuple[StripGroup, ...]
    felt: tuple[Innslag, ...]
    egne: tuple[Innslag, ...]
    dager: tuple[date, date] | None


def arshjul_stripe(view: View) -> str:
    """The year that `arshjul_na` shows: the adopted cycle under way or the next, else the typical
    year.
    """
    return _drawn(
        view, cycle_now(view.data, view.today), med_liste=not view.url.startswith("arshjul/")
    )


def syklus_stripe(view: View, id: SyklusId) -> str:
    """A cycle's own year or years."""
    return _drawn(view, view.data.sykluser[id], med_liste=False)


def nettverk_stripe(view: View, id: NettverkId) -> str:
    """The same as on the front page, and the network's own dates as a row of its own."""
    syklus = cycle_now(view.data, view.today)
    return _drawn(view, syklus, med_liste=True, nettverk=view.data.nettverk[id])


def forum_stripe(view: View) -> str:
    """The year of samarbeidsforum alone."""
    forum: dict[Malgruppe, str] = {"samarbeidsforum": AUDIENCES["samarbeidsforum"]}
    return _drawn(view, cycle_now(view.data, view.today), med_liste=True, grupper=forum)


def cycle_now(data: Data, today: date) -> Syklus | None:
    """The adopted cycle that is under way, else the next to begin."""
    ahead = [
        syklus
        for syklus in data.sykluser.values()
        if not syklus.er_utkast and syklus.gjelder.til.end >= today
    ]
    return min(ahead, key=lambda syklus: syklus.gjelder.fra.start, default=None)


def observed(data: Data) -> Mapping[str, list[Rad]]:
    """Pattern id → the rows that it rests on."""
    return {id: [data.rad(name) for name in one.observert] for id, one in data.monster.items()}


def observed_cycles(data: Data) -> tuple[Syklus, ...]:
    """The cycles that the pattern rests on, the oldest first."""
    found = {rad.opphav.id: rad.opphav for rads in observed(data).values() for rad in rads}
    return tuple(sorted(found.values(), key=lambda syklus: syklus.gjelder.fra.start))


def patterns(data: Data, year: int) -> list[tuple[Monster, Innslag]]:
    """What usually happens, in the order of the school year; what is out of use comes last."""
    seen = observed(data)
    ordered = sorted(data.monster.items(), key=lambda item: (item[1].utgatt, item[1].dager(year)))
    return [(one, innslag_of_pattern(id, one, seen[id], year)) for id, one in ordered]


def patterns_in_use(data: Data, year: int) -> tuple[Innslag, ...]:
    """Those that the newest cycle still has."""
    return tuple(innslag for one, innslag in patterns(data, year) if not one.utgatt)


def innslag_of(one: Syklus | Nettverk) -> tuple[Innslag, ...]:
    """Its rows by day; what was published by mistake is not shown."""
    return tuple(innslag_of_row(rad) for rad in rows([one]) if not rad.hendelse.trukket)


def _drawn(
    view: View,
    syklus: Syklus | None,
    *,
    med_liste: bool,
    nettverk: Nettverk | None = None,
    grupper: Mapping[Malgruppe, str] = AUDIENCES,
) -> str:
    own = innslag_of(nettverk) if nettverk else ()
    cycles = () if syklus else observed_cycles(view.data)
    if syklus:
        columns = {id: name for id, name in syklus.kolonner.items() if id in grupper}
        felt = innslag_of(syklus)
        strips = [
            strip(twelve(first), first, columns, felt, own, syklus) for first in years(syklus)
        ]
    else:
        strips = [_typical(view.data, year, own, grupper) for year in _own_years(own, view.today)]
    return view.html(
        "arshjul_stripe.html.jinja",
        syklus=syklus,
        striper=strips,
        med_liste=med_liste,
        filter=() if med_liste else _filter_choices(view.data, syklus, strips),
        nettverk=nettverk,
        audiences=AUDIENCES,
        sykluser=cycles,
        spenn=f"{cycles[0].gjelder.fra.year}–{cycles[-1].gjelder.til.year}" if cycles else "",
        signs=signs(one for each in strips for one in (*each.felt, *each.egne)),
    )


def _filter_choices(
    data: Data, syklus: Syklus | None, strips: Iterable[Stripe]
) -> tuple[tuple[str, str, Mapping[str, str]], ...]:
    """What the rows of the page can be filtered by: a word, its name in addresses, and the
    choices.
    """
    used = dict.fromkeys(id for each in strips for one in each.felt for id in one.ordninger)
    groups = syklus.kolonner if syklus else AUDIENCES
    found = [("Målgruppe", "malgruppe", groups)]
    if len(used) > 1:
        found.append(("Ordning", "ordning", {id: data.ordninger[id].kortnavn for id in used}))
    return tuple(found)


def _typical(
    data: Data, year: int, own: Sequence[Innslag], grupper: Mapping[Malgruppe, str]
) -> Stripe:
    first = Moment(year, SCHOOL_YEAR_STARTS)
    found = strip("Et typisk år", first, grupper, patterns_in_use(data, year), own)
    return replace(found, tittel=twelve(first)) if found.egne else found


def _own_years(own: Iterable[Innslag], today: date) -> tuple[int, ...]:
    """This school year, and the later ones that have a date of the network's own."""
    now = school_year(today)
    return tuple(sorted({now, *(year for one in own if (year := school_year(one.slutt)) > now)}))


def twelve(first: Moment) -> str:
    """What twelve months are called: «Skoleåret 2026–27», where they are one."""
    last = months_from(first)[-1]
    if first.month == SCHOOL_YEAR_STARTS:
        return f"Skoleåret {first.year}–{last.year % 100:02}"
    return say_months(first, last).capitalize()


def strip(
    title: str,
    first: Moment,
    columns: Mapping[Malgruppe, str],
    felt: Iterable[Innslag],
    own: Iterable[Innslag] = (),
    syklus: Syklus | None = None,
) -> Stripe:
    """The twelve months that begin with `first`."""
    egne, months = within(own, first), months_from(first)
    here = [one for one in within(felt, first) if set(columns) & set(one.malgruppe)]
    groups = [
        strip_group(id, AUDIENCES[id], [one for one in here if id in one.malgruppe], first)
        for id in columns
    ]
    if egne:
        groups.append(strip_group("egne", "Nettverkets egne", egne, first))
    dated = syklus or egne
    return Stripe(
        title,
        tuple((SHORT_MONTHS[month.month - 1], str(month) if dated else "") for month in months),
        tuple(groups),
        tuple(here),
        egne,
        (syklus.gjelder.fra.start, syklus.gjelder.til.end) if syklus else None,
    )


def strip_group(id: str, name: str, felt: Sequence[Innslag], first: Moment) -> StripGroup:
    """An audience's cells: rows that overlap lie in lanes, and one that has room fills them all."""
    begin = month_number(first.start)
    spans = [(max(0, a - begin), min(12, b - begin + 1)) for a, b in (one.maneder for one in felt)]
    taken = lanes(spans)
    height = max(taken, default=0) + 1
    covered: list[list[Innslag | None]] = [[None] * 12 for _ in range(height)]
    for n, (one, (a, b), lane) in enumerate(zip(felt, spans, taken, strict=True)):
        for row in covered[lane : lane + room(n, spans, taken, height)]:
            row[a:b] = [one] * (b - a)
    return StripGroup(id, name, tuple(tuple(_cells(covered, lane)) for lane in range(height)))


def _cells(covered: Sequence[Sequence[Innslag | None]], lane: int) -> Iterable[StripCell]:
    """The cells that begin in a lane; months that are empty all the way down are one."""
    month = 0
    while month < 12:
        felt = covered[lane][month]
        if felt is None:
            if not any(row[month] for row in covered):
                if lane == 0:
                    yield StripCell(None, 1, len(covered))
            else:
                yield StripCell(None)
            month += 1
            continue
        end = month
        while end < 12 and covered[lane][end] is felt:
            end += 1
        if lane == 0 or covered[lane - 1][month] is not felt:
            yield StripCell(felt, end - month, sum(row[month] is felt for row in covered))
        month = end


def signs(felt: Iterable[Innslag]) -> tuple[str, ...]:
    """What the key must explain: forms and how firm, each once."""
    found = {sign for one in felt for sign in (one.form, one.styrke)}
    order = ("frist", "mote", "arbeid", "vedtatt", "forelopig", "avlyst", "flere", "en")
    return tuple(sign for sign in order if sign in found)
