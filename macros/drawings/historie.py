"""The milestones down a line of years. Geometry here, looks in the style sheet."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from macros.drawings.lines import lines_of
from macros.markup import render
from macros.model.data import Data
from macros.model.historie import Milepael

# Units of the view box, made to be read on the narrowest screen.
TIMELINE_WIDTH, TOP, YEAR_STEP, AXIS, LABELS = 360, 16, 72, 56, 108
MILESTONE_SIZE, YEAR_SIZE, LINE_STEP, ROW_GAP, TRACK = 14, 12, 17, 12, 9
DOT_RADIUS = 5
LONG = timedelta(days=31)


@dataclass(frozen=True)
class MilestoneMark:
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
        return LINE_STEP * (len(self.title) + len(self.times))


@dataclass(frozen=True)
class Timeline:
    """The whole drawing."""

    marks: tuple[MilestoneMark, ...]
    years: tuple[tuple[int, float], ...]
    end: float

    @property
    def height(self) -> float:
        """Down to the end of the line, or of the last words."""
        return max([self.end, *(mark.top + mark.height for mark in self.marks)]) + ROW_GAP


def timeline(data: Data, rot: str) -> str:
    """The drawing as a figure. The list says the same."""
    return render(
        "historie.svg.jinja",
        t=lay_out_milestones(data.historie.values()),
        rot=rot,
        width=TIMELINE_WIDTH,
        axis=AXIS,
        labels=LABELS,
        line=LINE_STEP,
        title=MILESTONE_SIZE,
        dot=DOT_RADIUS,
    )


def when(one: Milepael) -> tuple[date, date]:
    """Sort key: the first day that it can mean; of two that begin together the shorter is first."""
    return one.tid.start, one.slutt.end


def lay_out_milestones(milestones: Iterable[Milepael]) -> Timeline:
    """Each at its time; the words below each other, so near to it as there is room."""
    found = sorted(milestones, key=when)
    if not found:
        return Timeline((), (), TOP)
    first, last = found[0].tid.year, max(one.slutt.year for one in found)
    marks: list[MilestoneMark] = []
    busy: list[float] = []
    for one in found:
        varte, start, end = _bar(one, first)
        track = _draw_track(busy, varte, start, end)
        times = lines_of(one.tekst, TIMELINE_WIDTH - LABELS, YEAR_SIZE)
        title = lines_of(one.tittel, TIMELINE_WIDTH - LABELS, MILESTONE_SIZE, bold=True)
        free = marks[-1].top + marks[-1].height + ROW_GAP if marks else 0
        marks.append(
            MilestoneMark(
                one, varte, start, end, track, max(start - LINE_STEP / 2, free), title, times
            )
        )
    years = tuple((year, _across(date(year, 1, 1), first)) for year in range(first, last + 1))
    return Timeline(tuple(marks), years, _across(date(last, 12, 31), first))


def _across(day: date, first: int) -> float:
    """Down from the first day of the first year."""
    return round(TOP + (day - date(first, 1, 1)).days / 365.25 * YEAR_STEP, 1)


def _bar(one: Milepael, first: int) -> tuple[bool, float, float]:
    """Whether it is a bar, and from where to where.

    A point lies in the middle of what it can mean.
    """
    start, end = _across(one.tid.start, first), _across(one.slutt.end, first)
    varte = bool(one.til) and one.slutt.end - one.tid.start > LONG
    middle = round((start + end) / 2, 1)
    return varte, start if varte else middle, end if varte else middle


def _draw_track(busy: list[float], varte: bool, start: float, end: float) -> int:
    """The first track where it covers nothing else; 0 is the line itself, for points alone.

    `busy` is where each track is free again.
    """
    busy += [0.0] * (1 + varte - len(busy))
    track = next(
        (
            number
            for number, free in enumerate(busy)
            if free <= start - DOT_RADIUS and number >= varte
        ),
        len(busy),
    )
    busy[track : track + 1] = [end + DOT_RADIUS]
    return track
