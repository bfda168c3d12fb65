"""The annual cycle on pages: the next dates, what a cycle is, all cycles, a network's own year."""

from macros.model.arshjul import TYPES, Syklus
from macros.model.data import Data
from macros.model.dates import Moment
from macros.model.innslag import month_number, school_year
from macros.model.rader import rows, upcoming
from macros.pages.arguments import NettverkId, SyklusId
from macros.pages.arshjul_stripe import patterns_in_use
from macros.pages.view import View

# More than a page shows, so that it still has some to show when it is read weeks after it was
# built.
IN_STORE = 12


def neste_datoer(view: View, antall: int = 5) -> str:
    """The next adopted dates as of the build; the browser takes away those that have passed since.

    None: that is said.
    """
    coming = upcoming(view.data.kalendere["alle"].rader, view.today)[:IN_STORE]
    return view.html(
        "arshjul_neste.html.jinja", coming=coming, shown=antall, last=newest(view.data)
    )


def arshjul_syklus(view: View, id: SyklusId) -> str:
    """What a cycle is: whether it is a draft, history or in force, its months and its source."""
    syklus = view.data.sykluser[id]
    over = syklus.gjelder.til.end < view.today
    return view.html("arshjul_syklus.html.jinja", syklus=syklus, over=over)


def arshjul_liste(view: View) -> str:
    """Links to every cycle, the newest first."""
    return view.html(
        "arshjul_liste.html.jinja",
        sykluser=[
            (syklus, months_of(syklus))
            for syklus in sorted(
                view.data.sykluser.values(), key=lambda one: one.gjelder.fra.start, reverse=True
            )
        ],
    )


def months_of(syklus: Syklus) -> tuple[tuple[Moment, int], ...]:
    """Each month of a cycle, and how many rows begin in it."""
    fra, count = syklus.gjelder.fra, syklus.gjelder.maneder
    begin = month_number(fra.start)
    numbers = [month_number(hendelse.start) for hendelse in syklus.hendelser]
    return tuple(
        (Moment(n // 12, n % 12 + 1), numbers.count(n)) for n in range(begin, begin + count)
    )


def arshjul_svar(view: View) -> str:
    """The answer of the annual cycle: the next dates, or that none is adopted for this school year,
    and how the deadlines used to lie.
    """
    coming = upcoming(view.data.kalendere["alle"].rader, view.today)[:IN_STORE]
    year = school_year(view.today)
    deadlines = [one for one in patterns_in_use(view.data, year) if one.form == "frist"]
    return view.html(
        "arshjul_svar.html.jinja",
        coming=coming,
        last=newest(view.data),
        year=f"{year}–{(year + 1) % 100:02}",
        deadlines=deadlines,
    )


def nettverk_ar(view: View, id: NettverkId) -> str:
    """A network's own year, and all that lies ahead of it; an empty one says how to add."""
    nettverk = view.data.nettverk[id]
    coming = upcoming(view.data.kalendere[f"nettverk-{id}"].rader, view.today)
    own = rows([nettverk])
    return view.html(
        "arshjul_nettverk.html.jinja",
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
