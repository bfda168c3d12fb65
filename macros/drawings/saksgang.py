"""A case as a drawing: beside each step a piece of track, with a lane for each actor.

Geometry here, in parts of a hundred of the track's width; looks in the style sheet.
"""

from dataclasses import dataclass
from itertools import zip_longest

from macros.model.saksgang import Saksgang, Steg


@dataclass(frozen=True)
class Track:
    """The piece of track beside a step."""

    number: int
    steg: Steg
    nodes: tuple[float, ...]
    receivers: tuple[float, ...]
    # Where the way comes in from above and goes out below; None at the ends.
    enters: bool
    leaves: float | None
    # How far it goes sideways below, to the one who has the next step.
    turns_to: float | None

    @property
    def node(self) -> float:
        """Where the number stands: with the first of those who do it."""
        return self.nodes[0]

    @property
    def arrows(self) -> tuple[tuple[float, float], ...]:
        """From the nearest of those who send to each receiver."""
        return tuple((min(self.nodes, key=lambda node: abs(node - x)), x) for x in self.receivers)


def lanes_of(saksgang: Saksgang) -> dict[str, float]:
    """The middle of each lane, all as wide."""
    width = 100 / max(len(saksgang.baner), 1)
    return {id: round((place + 0.5) * width, 2) for place, id in enumerate(saksgang.baner)}


def tracks(saksgang: Saksgang) -> tuple[Track, ...]:
    """A piece for each step; each goes out where the next one comes in."""
    lanes = lanes_of(saksgang)
    return tuple(
        _piece(number, steg, after, lanes)
        for number, (steg, after) in enumerate(zip_longest(saksgang.steg, saksgang.steg[1:]), 1)
    )


def _piece(number: int, steg: Steg, after: Steg | None, lanes: dict[str, float]) -> Track:
    nodes, receivers = _middles(steg.hos, lanes), _middles(steg.til, lanes)
    target = _middles(after.hos, lanes)[0] if after else None
    leaves = None if target is None else min(receivers or nodes[:1], key=lambda x: abs(x - target))
    return Track(
        number,
        steg,
        nodes,
        receivers,
        enters=number > 1,
        leaves=leaves,
        turns_to=None if leaves == target else target,
    )


def _middles(ids: tuple[str, ...], lanes: dict[str, float]) -> tuple[float, ...]:
    return tuple(sorted(lanes[id] for id in ids))
