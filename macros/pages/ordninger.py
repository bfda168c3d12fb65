"""The grant schemes: the line of time, and the parts of each scheme's own page."""

from typing import Annotated

from macros.model.fakta import Utsagn
from macros.model.ordninger import Ordning
from macros.pages.arguments import id_in
from macros.pages.begreper import words_of
from macros.pages.view import View

OrdningId = Annotated[str, id_in("ordninger", "ordningen «{}» finnes ikke")]


# How many statements of a section stand in the open.
IN_THE_OPEN = 4


# What is in force stands first.
ORDER = ("gjelder", "kommer", "ukjent", "avsluttet")
# Years on the line before the first that is known, and after the last.
BEFORE_FIRST, AFTER_LAST = 4, 2


def ordning_kort(view: View) -> str:
    """The schemes in time, the one in force first, then in the order of the data file."""
    return view.html("ordninger_kort.html.jinja", ordninger=_on_the_line(view))


def ordning_oversikt(view: View) -> str:
    """The same, with where it is from."""
    order = _on_the_line(view)
    return view.html(
        "ordninger_oversikt.html.jinja",
        ordninger=order,
        deler=[(ordning.kortnavn, ordning) for _, ordning, _ in order],
    )


def _on_the_line(view: View) -> list[tuple[str, Ordning, tuple[float, float, bool] | None]]:
    order = sorted(
        view.data.ordninger.items(), key=lambda one: ORDER.index(one[1].status(view.today))
    )
    return [(id, ordning, _in_time(view, ordning)) for id, ordning in order]


def _in_time(view: View, ordning: Ordning) -> tuple[float, float, bool] | None:
    """Where a scheme begins and ends on a line of 100, and whether its beginning is known."""
    if not ordning.gjelder:
        return None
    spans = [one.gjelder for one in view.data.ordninger.values() if one.gjelder]
    days = [moment.start for span in spans for moment in (span.fra, span.til) if moment]
    first, last = min(days).year - BEFORE_FIRST, max(*days, view.today).year + AFTER_LAST
    begin, end = ordning.gjelder.fra, ordning.gjelder.til
    start = begin.start.year if begin else first
    stop = end.end.year + 1 if end else last
    share = 100 / (last - first)
    return round((start - first) * share, 1), round((stop - start) * share, 1), bool(begin)


def ordning_svar(view: View, id: OrdningId) -> str:
    """The first lines: whether the scheme is in force, what came before or after, and what we do
    not know.
    """
    ordning = view.data.ordninger[id]
    replaced = [other for other, earlier in view.data.ordninger.items() if earlier.avlost_av == id]
    return view.html(
        "ordninger_svar.html.jinja",
        ordning=ordning,
        replaced=replaced,
        words=[word for word in words_of(view, ordning) if word != id],
    )


def ordning_betyr(view: View, id: OrdningId) -> str:
    """What a scheme that took over means for the reader."""
    return _utsagn(view, view.data.ordninger[id].betyr)


def ordning_om(view: View, id: OrdningId) -> str:
    """What the scheme was."""
    return _utsagn(view, view.data.ordninger[id].om)


def ordning_penger(view: View, id: OrdningId) -> str:
    """The rules about money, each with its year and source."""
    return _utsagn(view, view.data.ordninger[id].penger)


def _utsagn(view: View, statements: tuple[Utsagn, ...]) -> str:
    """What has a caution that stands in the open comes first: one must see what it is about."""
    first = sorted(statements, key=lambda one: not any(note.viktig for note in one.merknader))
    return view.html("ordninger_utsagn.html.jinja", statements=first, most=IN_THE_OPEN)


def ordning_ikke_funnet(view: View, id: OrdningId) -> str:
    """What we have looked for in vain."""
    return view.html("ordninger_ikke_funnet.html.jinja", ordning=view.data.ordninger[id])


def skjemaer(view: View) -> str:
    """The official forms that the schemes refer to, each with its address or with word that we have
    none.
    """
    return view.html("ordninger_skjemaer.html.jinja", skjemaer=view.data.nettsted.skjemaer)
