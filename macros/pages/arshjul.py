"""The annual cycle on pages: the next dates, a cycle's list and wheel, the typical year."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from macros.drawings.wheel import cycle_wheels, pattern_wheel
from macros.model.arshjul import TYPES, Syklus
from macros.model.data import Data
from macros.model.dates import Moment
from macros.model.rader import AUDIENCES, Rad, rows, upcoming
from macros.pages.view import View, refuse
from macros.problems import did_you_mean

# More than a page shows, so that it still has some to show when it is read weeks after it was built.
IN_STORE = 12


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


@dataclass(frozen=True)
class Maned:
    """The lines whose anchor day is in one month."""

    tittel: str
    linjer: tuple[Linje, ...]


def neste_datoer(view: View, antall: int = 5) -> str:
    """The next adopted dates as of the build; the browser takes away those that have passed since. None: that is said."""
    coming = upcoming(view.data.kalendere["alle"].rader, view.today)[:IN_STORE]
    return view.html("neste_datoer.html.jinja", coming=coming, shown=antall, last=newest(view.data), types=TYPES)


def arshjul_na(view: View) -> str:
    """The cycle that is under way, with its wheel; while there is none, the typical year."""
    current = [syklus for syklus in view.data.sykluser.values() if syklus.er_aktuell(view.today) and not syklus.er_utkast]
    return "".join(_cycle(view, syklus) for syklus in current) or _pattern(view)


def arshjul_syklus(view: View, id: str) -> str:
    """One cycle: its wheels, and the list by month with the columns of its source."""
    if id not in view.data.sykluser:
        raise refuse(f"årshjulet «{id}» finnes ikke{did_you_mean(id, view.data.sykluser)}")
    return _cycle(view, view.data.sykluser[id])


def arshjul_liste(view: View) -> str:
    """Links to every cycle, the newest first."""
    return view.html("arshjul_liste.html.jinja", sykluser=sorted(view.data.sykluser.values(), key=lambda syklus: syklus.gjelder.fra.start, reverse=True))


def nettverk_ar(view: View, id: str) -> str:
    """A network's own year and the common dates ahead; an empty one says how to add."""
    nettverk = view.data.nettverk[id]
    own, common = rows([nettverk]), upcoming(view.data.kalendere["alle"].rader, view.today)
    return view.html("nettverk_ar.html.jinja", nettverk=nettverk, own=own, common=common, types=TYPES, last=newest(view.data))


def newest(data: Data) -> Syklus | None:
    """The adopted cycle that runs longest."""
    adopted = [syklus for syklus in data.sykluser.values() if not syklus.er_utkast]
    return max(adopted, key=lambda syklus: syklus.gjelder.til.end, default=None)


def filter_rules(data: Data) -> str:
    """CSS that shows one audience or one scheme when the address names it (#vis-nettverk): a filter without script."""
    schemes = dict.fromkeys(id for syklus in data.sykluser.values() for rad in rows([syklus]) for id in rad.ordninger)
    names = [*(f"malgruppe-{group}" for group in AUDIENCES), *(f"ordning-{id}" for id in schemes)]
    return "".join(f".hjulliste:has(#vis-{name}:target) tbody tr:not(.{name}){{display:none}}\n" for name in names)


def _cycle(view: View, syklus: Syklus) -> str:
    found = rows([syklus])
    schemes = tuple(dict.fromkeys(id for rad in found for id in rad.ordninger))
    wheels = Markup(cycle_wheels(syklus, view.rot, view.today))
    return view.html("arshjul_syklus.html.jinja", syklus=syklus, months=tuple(by_month(syklus)), schemes=schemes, wheels=wheels, types=TYPES, over=syklus.gjelder.til.end < view.today)


def _pattern(view: View) -> str:
    monster = view.data.monster
    wheel = Markup(pattern_wheel(monster.values(), view.rot, view.url))
    return view.html("arshjul_monster.html.jinja", monster=monster, wheel=wheel, types=TYPES, audiences=AUDIENCES, observed=_observed(view.data))


def _observed(data: Data) -> Mapping[str, list[Rad]]:
    """Pattern id → the rows that it rests on."""
    return {id: [rad for name in one.observert if (rad := data.rad(name))] for id, one in data.monster.items()}


def by_month(syklus: Syklus) -> Iterator[Maned]:
    """A cycle's rows in groups by the month that marks them, numbered through as on the wheel."""
    groups: dict[Moment, list[Linje]] = {}
    for number, rad in enumerate(rows([syklus]), 1):
        day = rad.hendelse.tid.anker
        groups.setdefault(Moment(day.year, day.month), []).append(Linje(number, rad, cells(rad, syklus.kolonner)))
    return (Maned(month.tekst.capitalize(), tuple(lines)) for month, lines in groups.items())


def cells(rad: Rad, columns: Mapping[str, str]) -> tuple[Celle, ...]:
    """A cell for each column; neighbours that the row stands in are one, as the source prints it."""
    groups = groupby(columns.items(), key=lambda column: rad.gjelder(column[0]))
    found: list[Celle] = []
    for filled, same in groups:
        names = [name for _, name in same]
        found += [Celle(", ".join(names), len(names), True)] if filled else [Celle(name, 1, False) for name in names]
    return tuple(found)
