"""Who does what: UP1 beside UP2, the actors and their phases, ways to support, and
samarbeidsforum.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Annotated

from macros.model.data import Data
from macros.model.roller import Aktor, Hovedsak
from macros.pages.arguments import OneOf, id_in
from macros.pages.view import View

FORUM_PARTS = ("om", "mandat", "malsettinger")


def _own_actors(data: Data) -> Collection[str] | None:
    return data.aktorer if data.aktorer and data.is_whole("roller") else None


AktorId = Annotated[str, OneOf("aktøren «{}» finnes ikke blant rollene i fylket", _own_actors)]
RollefilId = Annotated[str, id_in("roller", "filen data/roller/{}.yml finnes ikke")]
ForumPart = Annotated[str, OneOf("«{}» er ikke en del av samarbeidsforum", lambda _: FORUM_PARTS)]


@dataclass(frozen=True)
class Cell:
    """A cell of a phase table: the neighbouring phases that it covers, and what the sources print
    there.
    """

    phases: tuple[str, ...]
    saker: tuple[Hovedsak, ...]


def phase_cells(aktor: Aktor, phases: Iterable[str]) -> list[Cell]:
    """What the actor did, by phase.

    Phases that a source does not divide share one cell, so that we never divide them either.
    """
    order, phased = list(phases), [sak for sak in aktor.hovedsaker if sak.faser]
    places = {id(sak): sorted(order.index(phase) for phase in sak.faser) for sak in phased}
    undivided = {place for found in places.values() for place in range(found[0], found[-1])}
    starts = [place for place in range(len(order)) if place - 1 not in undivided]
    return [
        Cell(
            tuple(order[start:end]),
            tuple(sak for sak in phased if start <= places[id(sak)][0] < end),
        )
        for start, end in zip(starts, [*starts[1:], len(order)], strict=False)
    ]


def roller_kort(view: View, *ids: AktorId) -> str:
    """What each role was, in a sentence or two beside the others."""
    aktorer = {id: view.data.aktorer[id] for id in ids}
    groups = [group for aktor in aktorer.values() for group in aktor.oppgaver]
    known = [(g.per, *((g.gjelder.fra, g.gjelder.til) if g.gjelder else ())) for g in groups]
    years = [moment.year for moments in known for moment in moments if moment]
    tid = f"{min(years)}–{max(years)}" if years else ""
    kort = [(aktor.kortnavn, sak) for aktor in aktorer.values() for sak in aktor.kort]
    return view.html("roller_kort.html.jinja", aktorer=aktorer, tid=tid, kort=kort)


def roller_side_om_side(view: View, *ids: AktorId) -> str:
    """The actors as columns and the phases as rows; a cell spans the phases that its source does
    not divide.
    """
    aktorer = {id: view.data.aktorer[id] for id in ids}
    return view.html(
        "roller_side_om_side.html.jinja",
        aktorer=aktorer,
        cells={id: phase_cells(aktor, view.data.faser) for id, aktor in aktorer.items()},
        parts=[part for aktor in aktorer.values() for part in aktor.deler],
    )


def roller_aktorer(view: View, id: RollefilId) -> str:
    """Every actor of a matrix as a card: what matters most, and all its tasks in a fold."""
    return view.html("roller_aktorer.html.jinja", fil=view.data.roller[id])


def roller_om(view: View, id: RollefilId) -> str:
    """Whom a matrix is about, and that it is history where it is."""
    return view.html("roller_om.html.jinja", fil=view.data.roller[id], id=id)


def faglig_stotte(view: View) -> str:
    """What networks ask about support: a line each, and each source's answer below it."""
    return view.html("roller_stotte.html.jinja")


def forum_utsagn(view: View, part: ForumPart) -> str:
    """A part of what is known of samarbeidsforum by time, the newest first."""
    found = sorted(
        getattr(view.data.samarbeidsforum, part), key=lambda u: u.rekker_til, reverse=True
    )
    by_time = [(when, list(group)) for when, group in groupby(found, key=lambda u: u.tidfesting)]
    newest = [u for u in found if u.rekker_til == found[0].rekker_til]
    older = [(when, group) for when, group in by_time if group[0] not in newest]
    return view.html(
        "roller_forum.html.jinja", part=part, by_time=by_time, newest=newest, older=older
    )


def forum_medlemmer(view: View) -> str:
    """The seats of samarbeidsforum: the networks' representatives, then the groups; empty seats are
    shown as such.
    """
    return view.html(
        "roller_medlemmer.html.jinja",
        networks=view.data.nettverk_i_rekkefolge,
        seats=view.data.samarbeidsforum.seter,
    )
