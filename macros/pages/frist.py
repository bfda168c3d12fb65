"""The next deadline: adopted ones, else when the first of the year used to be."""

from dataclasses import dataclass

from macros.model.monster import Monster
from macros.model.rader import Rad, upcoming
from macros.pages.arshjul import IN_STORE
from macros.pages.view import View

AT_FIRST = 3


@dataclass(frozen=True)
class Frist:
    """The nearest deadline of a calendar; without one, the pattern of the schools' own and the rows
    that it rests on.
    """

    neste: Rad | None
    pleide: Monster | None
    sett: tuple[Rad, ...]


def frist(view: View, kalender: str) -> Frist:
    """What a calendar says of deadlines on the build's day."""
    rows = upcoming(view.data.kalendere[kalender].rader, view.today)
    neste = next((rad for rad in rows if _is_ahead(rad)), None)
    pleide = next((one for one in view.data.monster.values() if _is_first(one)), None)
    sett = (view.data.rad(name) for name in pleide.observert) if pleide else ()
    return Frist(neste, pleide, tuple(rad for rad in sett if rad))


def neste_frist(view: View) -> str:
    """The card of the front page: what comes next, or when the first deadline used to be."""
    coming = upcoming(view.data.kalendere["alle"].rader, view.today)[:IN_STORE]
    return view.html(
        "frist_neste.html.jinja", coming=coming, shown=AT_FIRST, frist=frist(view, "alle")
    )


def _is_ahead(rad: Rad) -> bool:
    return "frist" in rad.hendelse.type and rad.hendelse.status == "vedtatt"


def _is_first(monster: Monster) -> bool:
    return "frist" in monster.type and "skoler" in monster.malgruppe and not monster.utgatt
