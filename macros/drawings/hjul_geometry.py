"""Where things lie on a wheel of twelve months: angles in degrees clockwise from the top, radii in
units of the view box.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from math import cos, radians, sin

from macros.model.dates import Moment, end_of_month

MONTH_ANGLE = 30.0


def months_from(first: Moment) -> tuple[Moment, ...]:
    start = first.start.month - 1
    return tuple(Moment(first.year + (start + n) // 12, (start + n) % 12 + 1) for n in range(12))


def angle(day: date, first: Moment) -> float:
    """Where `day` begins, when `first` begins at the top.

    Every month has the same share; days outside the year stop at its edges.
    """
    months = (day.year - first.year) * 12 + day.month - first.start.month
    if not 0 <= months < 12:
        return 0.0 if months < 0 else 360.0
    return MONTH_ANGLE * (months + (day.day - 1) / end_of_month(day.year, day.month).day)


def angles(start: date, slutt: date, first: Moment) -> tuple[float, float]:
    """From where `start` begins to where `slutt` ends."""
    return angle(start, first), angle(slutt + timedelta(days=1), first)


def point(radius: float, at: float) -> tuple[float, float]:
    """x and y, with the hub at 0,0 and y downwards."""
    return round(radius * sin(radians(at)), 1), round(-radius * cos(radians(at)), 1)


def arc(radius: float, begin: float, end: float, turned: bool = False) -> str:
    """A path along a circle, clockwise; `turned`: from its end to its beginning."""
    end, radius = min(end, begin + 359.9), round(radius, 1)
    ends = point(radius, begin), point(radius, end)
    (x0, y0), (x1, y1) = ends[::-1] if turned else ends
    large, sweep = int(end - begin > 180), int(not turned)
    return f"M{x0} {y0}A{radius:g} {radius:g} 0 {large} {sweep} {x1} {y1}"


def is_below(at: float) -> bool:
    """Whether text along a circle must run the other way there, so as not to stand on its head."""
    return 90 < at % 360 < 270


def segment(inner: float, outer: float, begin: float, end: float) -> str:
    """The outline of a piece of a ring."""
    end = min(end, begin + 359.9)
    large = int(end - begin > 180)
    x, y = point(inner, end)
    back_x, back_y = point(inner, begin)
    return f"{arc(outer, begin, end)}L{x} {y}A{inner:g} {inner:g} 0 {large} 0 {back_x} {back_y}Z"


def lanes(spans: Sequence[tuple[float, float]]) -> list[int]:
    """A lane for each span, as few as can be, so that no two in a lane overlap.

    The first to begin gets the innermost.
    """
    ends: list[float] = []
    found = [0] * len(spans)
    for index in sorted(range(len(spans)), key=lambda n: spans[n]):
        begin, end = spans[index]
        lane = next((n for n, taken in enumerate(ends) if taken <= begin), len(ends))
        ends[lane : lane + 1] = [end]
        found[index] = lane
    return found


def room(
    index: int, spans: Sequence[tuple[float, float]], taken: Sequence[int], height: int
) -> int:
    """How many lanes a span may fill: its own, and those beyond it that are free beside it."""
    begin, end = spans[index]
    beyond = [
        lane
        for lane, (start, stop) in zip(taken, spans, strict=True)
        if lane > taken[index] and start < end and begin < stop
    ]
    return min(beyond, default=height) - taken[index]
