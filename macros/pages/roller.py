"""Who does what: UP1 beside UP2, the actors and their phases, ways to support, and
samarbeidsforum.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Annotated

from macros.model.data import Data
from macros.model.roller import Aktor, Oppgaver
from macros.pages.arguments import OneOf, id_in
from macros.pages.view import View

FORUM_PARTS = ("om", "mandat", "mal")


def _own_actors(data: Data) -> Collection[str] | None:
    return data.aktorer if data.aktorer and data.is_whole("roller") else None


AktorId = Annotated[str, OneOf("aktøren «{}» finnes ikke blant rollene i fylket", _own_actors)]
RollefilId = Annotated[str, id_in("roller", "filen data/roller/{}.yml finnes ikke")]
ForumPart = Annotated[str, OneOf("«{}» er ikke en del av samarbeidsforum", lambda _: FORUM_PARTS)]


@dataclass(frozen=True)
class Cell:
    """A cell of a phase table: the neighbouring phases that it covers, and the tasks that the
    sources print there.
    """

    phases: tuple[str, ...]
    groups: tuple[Oppgaver, ...]


def phase_cells(aktor: Aktor, phases: Iterable[str]) -> list[Cell]:
    """The actor's tasks by phase.

    Phases that a source does not divide share one cell, so that we never divide them either.
    """
    order = list(phases)
    places = {
        id(group): sorted(order.index(phase) for phase in group.faser)
        for group in aktor.oppgaver
        if group.faser
    }
    undivided = {place for found in places.values() for place in range(found[0], found[-1])}
    starts = [place for place in range(len(order)) if place - 1 not in undivided]
    return [
        Cell(
            tuple(order[start:end]),
            tuple(g for g in aktor.oppgaver if g.faser and start <= places[id(g)][0] < end),
        )
        for start, end in zip(starts, [*starts[1:], len(order)], strict=False)
    ]


def roller_side_om_side(view: View, *ids: AktorId) -> str:
    """The actors as columns and the phases as rows; a cell spans the phases that its source does
    not divide.
    """
    aktorer = [view.data.aktorer[id] for id in ids]
    return view.html(
        "roller_side_om_side.html.jinja",
        aktorer=aktorer,
        cells=[phase_cells(a, view.data.faser) for a in aktorer],
    )


def roller_matrise(view: View) -> str:
    """Every actor of the county as a row, the phases as columns."""
    aktorer = view.data.aktorer
    return view.html(
        "roller_matrise.html.jinja",
        aktorer=aktorer,
        cells={id: phase_cells(a, view.data.faser) for id, a in aktorer.items()},
    )


def roller_om(view: View, id: RollefilId) -> str:
    """Whom a matrix is about, and that it is history where it is."""
    return view.html("roller_om.html.jinja", fil=view.data.roller[id], id=id)


def roller_andre(view: View, id: RollefilId) -> str:
    """Who did what in another county or field."""
    return view.html("roller_andre.html.jinja", fil=view.data.roller[id])


def faglig_stotte(view: View) -> str:
    """What networks ask about support, with each source's answer."""
    return view.html("roller_stotte.html.jinja")


def forum_utsagn(view: View, part: ForumPart) -> str:
    """One part of what is known of samarbeidsforum: om, mandat or mal."""
    return view.html("roller_forum.html.jinja", part=part)


def forum_medlemmer(view: View) -> str:
    """The seats of samarbeidsforum: the networks' representatives, then the groups; empty seats are
    shown as such.
    """
    return view.html(
        "roller_medlemmer.html.jinja",
        networks=view.data.nettverk_i_rekkefolge,
        seats=view.data.samarbeidsforum.seter,
    )
