"""The milestones down a line of years. Geometry here, looks in the style sheet."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from macros.drawings.words import lines_of
from macros.markup import render
from macros.model.data import Data
from macros.model.historie import Milepael

# Units of the view box, made to be read on the narrowest screen.
WIDTH, TOP, YEAR, AXIS, LABELS = 360, 16, 72, 56, 108
TITLE, TIME, LINE, GAP, TRACK = 14, 12, 17, 12, 9
DOT = 5
LONG = timedelta(days=31)


@dataclass(frozen=True)
class Mark:
    """A milestone: where it lies on the line, or in a track beside it, and the words, moved down
    where there is no room.
    """

    milepael: Milepael
    varte: bool
    start: float
    end: float
    track: int
    top: float
    title: tuple[str, ...]
    times: tuple[str, ...]

    @property
    def x(self) -> int:
        """The line, or the track beside it."""
        return AXIS + self.track * TRACK

    @property
    def height(self) -> int:
        """How much room the words take."""
        return LINE * (len(self.title) + len(self.times))


@dataclass(frozen=True)
class Timeline:
    """The whole drawing."""

    marks: tuple[Mark, ...]
    years: tuple[tuple[int, float], ...]
    end: float

    @property
    def height(self) -> float:
        """Down to the end of the line, or of the last words."""
        return max([self.end, *(mark.top + mark.height for mark in self.marks)]) + GAP


def timeline(data: Data, rot: str) -> str:
    """The drawing as a figure. The list says the same."""
    return render(
        "tidslinje.svg.jinja",
        t=lay_out(data.historie.values()),
        rot=rot,
        width=WIDTH,
        axis=AXIS,
        labels=LABELS,
        line=LINE,
        title=TITLE,
        dot=DOT,
    )


def when(one: Milepael) -> tuple[date, date]:
    """Sort key: the first day that it can mean; of two that begin together the shorter is first."""
    return one.tid.start, one.slutt.end


def lay_out(milestones: Iterable[Milepael]) -> Timeline:
    """Each at its time; the words below each other, so near to it as there is room."""
    found = sorted(milestones, key=when)
    if not found:
        return Timeline((), (), TOP)
    first, last = found[0].tid.year, max(one.slutt.year for one in found)
    marks: list[Mark] = []
    busy: list[float] = []
    for one in found:
        varte, start, end = _span(one, first)
        track = _track(busy, varte, start, end)
        times, title = (
            lines_of(one.tekst, WIDTH - LABELS, TIME),
            lines_of(one.tittel, WIDTH - LABELS, TITLE, bold=True),
        )
        free = marks[-1].top + marks[-1].height + GAP if marks else 0
        marks.append(Mark(one, varte, start, end, track, max(start - LINE / 2, free), title, times))
    years = tuple((year, _place(date(year, 1, 1), first)) for year in range(first, last + 1))
    return Timeline(tuple(marks), years, _place(date(last, 12, 31), first))


def _place(day: date, first: int) -> float:
    """Down from the first day of the first year."""
    return round(TOP + (day - date(first, 1, 1)).days / 365.25 * YEAR, 1)


def _span(one: Milepael, first: int) -> tuple[bool, float, float]:
    """Whether it is a bar, and from where to where.

    A point lies in the middle of what it can mean.
    """
    start, end = _place(one.tid.start, first), _place(one.slutt.end, first)
    varte = bool(one.til) and one.slutt.end - one.tid.start > LONG
    middle = round((start + end) / 2, 1)
    return varte, start if varte else middle, end if varte else middle


def _track(busy: list[float], varte: bool, start: float, end: float) -> int:
    """The first track where it covers nothing else; 0 is the line itself, for points alone.

    `busy` is where each track is free again.
    """
    busy += [0.0] * (1 + varte - len(busy))
    track = next(
        (number for number, free in enumerate(busy) if free <= start - DOT and number >= varte),
        len(busy),
    )
    busy[track : track + 1] = [end + DOT]
    return track
