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
    adopted = (rad for rad in rows if rad.hendelse.status == "vedtatt")
    neste = next((rad for rad in adopted if "frist" in rad.hendelse.type), None)
    in_use = (one for one in view.data.monster.values() if not one.utgatt)
    of_schools = (one for one in in_use if "skoler" in one.malgruppe)
    pleide = next((one for one in of_schools if "frist" in one.type), None)
    sett = pleide.observert if pleide else ()
    return Frist(neste, pleide, tuple(view.data.rad(name) for name in sett))


def neste_frist(view: View) -> str:
    """The card of the front page: what comes next, or when the first deadline used to be."""
    coming = upcoming(view.data.kalendere["alle"].rader, view.today)[:IN_STORE]
    return view.html(
        "frist_neste.html.jinja", coming=coming, shown=AT_FIRST, frist=frist(view, "alle")
    )
