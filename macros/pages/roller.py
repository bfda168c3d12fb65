"""Who does what: UP1 beside UP2, the actors and their phases, ways to support, and
samarbeidsforum.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated

from macros.model.data import Data
from macros.model.roller import Aktor, Oppgaver
from macros.pages.arguments import OneOf, made_of, needs
from macros.pages.view import View

FORUM_PARTS = ("om", "mandat", "mal")


def _aktorer(data: Data) -> Collection[str]:
    return data.roller["trondelag"].aktorer if "trondelag" in data.roller else ()


def _nordland(data: Data) -> Iterator[str]:
    if "nordland" not in data.ids("roller"):
        yield "filen data/roller/nordland.yml finnes ikke"


AktorId = Annotated[
    str, made_of(("roller",), _aktorer, "aktøren «{}» finnes ikke i data/roller/trondelag.yml")
]
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
    aktorer = [view.data.roller["trondelag"].aktorer[id] for id in ids]
    return view.html(
        "roller_side_om_side.html.jinja",
        aktorer=aktorer,
        cells=[phase_cells(a, view.data.faser) for a in aktorer],
    )


def roller_matrise(view: View) -> str:
    """Every actor in Trøndelag as a row, the phases as columns."""
    aktorer = view.data.roller["trondelag"].aktorer
    return view.html(
        "roller_matrise.html.jinja",
        aktorer=aktorer,
        cells={id: phase_cells(a, view.data.faser) for id, a in aktorer.items()},
    )


@needs(_nordland)
def roller_nordland(view: View) -> str:
    """Who did what in Nordland; its strategy has no phases."""
    return view.html("roller_nordland.html.jinja", aktorer=view.data.roller["nordland"].aktorer)


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
