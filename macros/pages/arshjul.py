"""The annual cycle on pages: the next dates, a cycle's wheel and list, the typical year, a
network's own year.
"""

from collections.abc import Mapping

from markupsafe import Markup

from macros.drawings.hjul import (
    cycle_posts,
    cycle_wheels,
    kinds,
    pattern_posts,
    pattern_wheel,
)
from macros.model.aret import ANY_YEAR
from macros.model.arshjul import TYPES, Syklus
from macros.model.data import Data
from macros.model.rader import AUDIENCES, Rad, rows, upcoming
from macros.model.tider import say_months
from macros.pages.arguments import NettverkId, SyklusId
from macros.pages.arshjul_stripe import cycle_now, observed
from macros.pages.arshjul_tabell import by_month, schemes
from macros.pages.begreper import words_of
from macros.pages.view import View

# More than a page shows, so that it still has some to show when it is read weeks after it was
# built.
IN_STORE = 12


def neste_datoer(view: View, antall: int = 5) -> str:
    """The next adopted dates as of the build; the browser takes away those that have passed since.

    None: that is said.
    """
    coming = upcoming(view.data.kalendere["alle"].rader, view.today)[:IN_STORE]
    return view.html("neste_datoer.html.jinja", coming=coming, shown=antall, last=newest(view.data))


def arshjul_na(view: View) -> str:
    """The adopted cycle that is under way, else the next to begin, with its wheel; while there is
    none, the typical year.
    """
    syklus = cycle_now(view.data, view.today)
    return _wheels(view, syklus) + _cycle_table(view, syklus) if syklus else _pattern(view)


def arshjul_syklus(view: View, id: SyklusId) -> str:
    """What a cycle is, and its wheels."""
    return _wheels(view, view.data.sykluser[id])


def arshjul_tabell(view: View, id: SyklusId) -> str:
    """A cycle's list by month with the columns of its source, and its filters."""
    return _cycle_table(view, view.data.sykluser[id])


def arshjul_om(view: View, id: SyklusId) -> str:
    """What the reader must know about the cycle as a whole."""
    return view.html("arshjul_om.html.jinja", syklus=view.data.sykluser[id])


def arshjul_liste(view: View) -> str:
    """Links to every cycle, the newest first."""
    return view.html(
        "arshjul_liste.html.jinja",
        sykluser=sorted(
            view.data.sykluser.values(), key=lambda syklus: syklus.gjelder.fra.start, reverse=True
        ),
    )


def nettverk_ar(view: View, id: NettverkId) -> str:
    """A network's own year, and all that lies ahead of it; an empty one says how to add."""
    nettverk = view.data.nettverk[id]
    coming = upcoming(view.data.kalendere[f"nettverk-{id}"].rader, view.today)
    own = rows([nettverk])
    return view.html(
        "nettverk_ar.html.jinja",
        nettverk=nettverk,
        own=[rad for rad in own if not rad.hendelse.er_over(view.today)],
        past=[rad for rad in own if rad.hendelse.er_over(view.today)],
        coming=coming,
        types=TYPES,
        last=newest(view.data),
    )


def newest(data: Data) -> Syklus | None:
    """The adopted cycle that runs longest."""
    adopted = [syklus for syklus in data.sykluser.values() if not syklus.er_utkast]
    return max(adopted, key=lambda syklus: syklus.gjelder.til.end, default=None)


def _wheels(view: View, syklus: Syklus) -> str:
    drawn = Markup(cycle_wheels(syklus, view.rot, view.today))
    return view.html(
        "arshjul_syklus.html.jinja",
        syklus=syklus,
        wheels=drawn,
        signs=kinds(cycle_posts(syklus)),
        over=syklus.gjelder.til.end < view.today,
        words=words_of(view, syklus),
    )


def _cycle_table(view: View, syklus: Syklus) -> str:
    return view.html(
        "arshjul_tabell.html.jinja",
        syklus=syklus,
        months=tuple(by_month(syklus)),
        schemes=schemes(syklus),
        types=TYPES,
    )


def _pattern(view: View) -> str:
    """The school year round, then what the newest cycle no longer has: numbers go with the
    clock.
    """
    monster = dict(
        sorted(
            view.data.monster.items(), key=lambda item: (item[1].utgatt, item[1].dager(ANY_YEAR))
        )
    )
    seen, posts = observed(view.data), pattern_posts(monster.values(), view.url)
    return view.html(
        "arshjul_monster.html.jinja",
        monster=monster,
        wheel=Markup(pattern_wheel(posts, view.rot)),
        signs=kinds(posts),
        types=TYPES,
        audiences=AUDIENCES,
        observed=seen,
        span=_years_observed(seen),
        words=words_of(view, *monster.values()),
    )


def _years_observed(observed: Mapping[str, list[Rad]]) -> str:
    """The months of the cycles that the pattern rests on: «oktober 2018 – januar 2025»."""
    months = [rad.opphav.gjelder for rads in observed.values() for rad in rads]
    first = min((month.fra for month in months), key=lambda month: month.start)
    return say_months(first, max((month.til for month in months), key=lambda month: month.start))
