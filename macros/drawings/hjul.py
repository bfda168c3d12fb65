"""The annual wheel: one ring per audience, an arc for a window and a mark for a day, each with its
name beside or on it, and a card in the hub that hover and focus show.

Geometry is in hjul_geometry, looks are in the style sheet.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import count, pairwise
from math import pi

from macros.drawings.hjul_geometry import (
    MONTH_ANGLE,
    angles,
    arc,
    is_below,
    lanes,
    months_from,
    point,
    room,
    segment,
)
from macros.drawings.lines import lines_of, width_of
from macros.markup import render
from macros.model.arshjul import Malgruppe
from macros.model.dates import MONTHS, Moment
from macros.model.innslag import Innslag, within
from macros.model.plain_text import cut

# Units of the view box. A label has one line or two, and a lane holds two.
NAME_SIZE, NAME_STEP, LANE_WIDTH, RING_GAP = 15.5, 16.8, 43.0, 5.0
MONTH_SIZE, RING_SIZE, CARD_SIZE, CARD_SMALL = 17.0, 14.5, 16.5, 14.0
EDGE, LEAST_HUB, LABEL_ROOM, DOT = 372.0, 132.0, 26.0, 7.5
# The rim of a wheel for one audience: so much smaller that its names can be read on a phone.
SMALL_EDGE = 278.0
# Letters of a name that stands beside its day; what is longer ends in the card.
LONGEST_NAME = 24
TURNS = 8
# How much smaller a name may be, so as to fit on its arc.
LEAST_SHARE = 0.85


@dataclass(frozen=True)
class Line:
    """A line of text along its own path."""

    id: str
    path: str
    text: str
    size: float


@dataclass(frozen=True)
class Sector:
    """Where a row lies on its ring, in degrees: itself, its label, and all that it takes up."""

    begin: float
    end: float
    label: tuple[float, float]
    span: tuple[float, float]
    texts: tuple[str, ...]
    is_dot: bool
    size: float = NAME_SIZE


@dataclass(frozen=True)
class Mark:
    """A row as it is drawn: `foot` is the inner edge that says that it is a deadline."""

    innslag: Innslag
    shape: str
    foot: str | None
    lines: tuple[Line, ...]
    card: tuple[tuple[str, float, str], ...]


@dataclass(frozen=True)
class WheelRing:
    """An audience's ring, with its marks and its name where there is room for it."""

    navn: str
    gruppe: Malgruppe
    inner: float
    outer: float
    name: Line | None
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Wheel:
    """What is drawn of twelve months: `title` is said, `heading` stands in the hub."""

    id: str
    title: str
    heading: tuple[str, ...]
    first: Moment
    columns: Mapping[Malgruppe, str]
    rows: tuple[Innslag, ...]
    # The days of the cycle, while it is not over: then today's hand may stand there.
    days: tuple[date, date] | None = None
    edge: float = EDGE

    def by_audience(self) -> dict[str, "Wheel"]:
        """A small wheel for each audience that has a row, by its name."""
        here = within(self.rows, self.first)
        return {
            name: replace(
                self,
                id=f"{self.id}{group}-",
                title=f"{self.title}, {name}",
                columns={group: name},
                edge=SMALL_EDGE,
            )
            for group, name in self.columns.items()
            if any(group in one.malgruppe for one in here)
        }


def wheel_file(wheel: Wheel, sources: Mapping[str, str], rot: str) -> bytes:
    """The SVG as a file that stands alone, with its looks in it."""
    drawn = draw(wheel, sources, rot, render("hjul_fil.css.jinja"))
    return f"{drawn}\n".encode()


def draw(wheel: Wheel, sources: Mapping[str, str], rot: str, style: str = "") -> str:
    """The SVG; `sources` are the names of sources by id."""
    edge, hub, drawn, numbers = fitted(wheel, sources)
    months = months_from(wheel.first)
    return render(
        "hjul.svg.jinja",
        wheel=wheel,
        rot=rot,
        style=style,
        size=edge + LABEL_ROOM,
        edge=edge,
        hub=hub,
        name_size=NAME_SIZE,
        card=hub - 4,
        rings=drawn,
        months=[
            _text_along(
                f"{wheel.id}{next(numbers)}",
                MONTHS[month.month - 1],
                edge + 13,
                (MONTH_ANGLE * n, MONTH_ANGLE * (n + 1)),
                MONTH_SIZE,
            )
            for n, month in enumerate(months)
        ],
        spokes=[(point(hub, MONTH_ANGLE * n), point(edge, MONTH_ANGLE * n)) for n in range(12)],
        start=months[0].start,
    )


def fitted(
    wheel: Wheel, sources: Mapping[str, str]
) -> tuple[float, float, tuple[WheelRing, ...], "count[int]"]:
    """The rings from the rim inwards. A full year pushes the rim out, so that the hub has room for
    a card.
    """
    edge = wheel.edge
    for _ in range(TURNS):
        numbers, outer, found = count(1), edge, []
        for group in reversed(wheel.columns):
            ring = _wheel_ring(wheel, group, outer, numbers, sources)
            found.append(ring)
            outer = ring.inner - RING_GAP
        hub = found[-1].inner if found else outer
        if hub >= LEAST_HUB:
            break
        edge += LEAST_HUB - hub
    return round(edge, 1), round(hub, 1), tuple(found), numbers


def _wheel_ring(
    wheel: Wheel,
    group: Malgruppe,
    outer: float,
    numbers: "count[int]",
    sources: Mapping[str, str],
) -> WheelRing:
    here = [one for one in within(wheel.rows, wheel.first) if group in one.malgruppe]
    height, spots, taken = placed(here, wheel.first, outer)
    inner = round(outer - height * LANE_WIDTH, 1)
    spans = [spot.span for spot in spots]
    marks = []
    for n, (one, spot, lane) in enumerate(zip(here, spots, taken, strict=True)):
        rim = outer - lane * LANE_WIDTH
        floor = rim - LANE_WIDTH * room(n, spans, taken, height)
        marks.append(_row_mark(wheel, one, spot, (floor, rim), numbers, sources))
    middle = (inner + outer) / 2
    return WheelRing(
        wheel.columns[group],
        group,
        inner,
        outer,
        _ring_name(f"{wheel.id}{next(numbers)}", wheel.columns[group], middle, spans)
        if len(wheel.columns) > 1
        else None,
        tuple(marks),
    )


def placed(
    rows: Sequence[Innslag], first: Moment, outer: float
) -> tuple[int, list[Sector], list[int]]:
    """How many lanes, and each row's place in them.

    Degrees are reckoned at the innermost lane, where a label takes most of them: further out it has
    only more room.
    """
    height = 1
    while True:
        radius = outer - (height - 0.5) * LANE_WIDTH
        ways = []
        for before in (False, True):
            spots = [_sector(one, first, radius, before) for one in rows]
            taken = lanes([spot.span for spot in spots])
            ways.append((max(taken, default=0) + 1, spots, taken))
        needed, spots, taken = min(ways, key=lambda way: way[0])
        if needed <= height or radius < 2 * LANE_WIDTH:
            return max(height, needed), spots, taken
        height = needed


def _sector(one: Innslag, first: Moment, radius: float, before: bool) -> Sector:
    """What a row takes up of a lane at `radius`.

    before: whether the name of an arc that is too short for it may stand ahead of it.
    """
    unit = 180 / pi / radius  # degrees for each unit of the view box
    bold = one.styrke in ("flere", "vedtatt")
    begin, end = angles(one.start, one.slutt, first)
    if one.er_presis:
        texts = (one.nar, cut(one.kort, LONGEST_NAME))
        wide = max(width_of(text, NAME_SIZE, bold) for text in texts) * unit
        dot, apart = max(DOT * unit, (end - begin) / 2), 5 * unit
        middle = min(max((begin + end) / 2, dot), 360 - dot)
        label = (middle + dot + apart, middle + dot + apart + wide)
        if label[1] > 360:
            label = (middle - dot - apart - wide, middle - dot - apart)
        span = (min(middle - dot, label[0]) - apart, max(middle + dot, label[1]) + apart)
        return Sector(middle - dot, middle + dot, label, span, texts, is_dot=True)
    texts, wide = _on_arc(one, (end - begin) / unit - 12, bold)
    wide, apart = max(wide, 1) * unit, 3 * unit
    share = (end - begin - 2 * apart) / wide
    if share >= LEAST_SHARE:
        size, half, middle = NAME_SIZE * min(share, 1), wide * min(share, 1) / 2, (begin + end) / 2
        label, span = (middle - half, middle + half), (begin, end)
        return Sector(begin, end, label, span, texts, is_dot=False, size=round(size, 1))
    # An arc that is shorter than its name has it beside it, where it takes no lane from another.
    if (before and begin > wide + apart) or end + wide + apart > 360:
        label = (begin - apart - wide, begin - apart)
    else:
        label = (end + apart, end + apart + wide)
    span = (min(begin, label[0] - apart), max(end, label[1] + apart))
    return Sector(begin, end, label, span, texts, is_dot=False)


def _on_arc(one: Innslag, width: float, bold: bool) -> tuple[tuple[str, ...], float]:
    """The name in one line where it fits the arc, else in the two that are least wide."""
    whole = cut(one.kort, LONGEST_NAME)
    if width_of(whole, NAME_SIZE, bold) <= width or whole != one.kort:
        return (whole,), width_of(whole, NAME_SIZE, bold)
    found = [((whole,), width_of(whole, NAME_SIZE, bold))]
    for n, sign in enumerate(one.navn):
        if sign in " |":
            parts = one.navn[:n] + "-" * (sign == "|"), one.navn[n + 1 :]
            two = tuple(part.replace("|", "") for part in parts)
            found.append((two, max(width_of(part, NAME_SIZE, bold) for part in two)))
    return min(found, key=lambda way: way[1])


def _row_mark(
    wheel: Wheel,
    one: Innslag,
    spot: Sector,
    band: tuple[float, float],
    numbers: "count[int]",
    sources: Mapping[str, str],
) -> Mark:
    floor, rim = band
    middle = (floor + rim) / 2
    if spot.is_dot:
        shape = _day_mark(one, middle, spot)
    else:
        shape = segment(floor + 1.5, rim - 1.5, spot.begin + 0.35, spot.end - 0.35)
    deadline = one.form == "frist" and not spot.is_dot
    return Mark(
        one,
        shape,
        arc(floor + 3.5, spot.begin + 0.5, spot.end - 0.5) if deadline else None,
        _label_lines(wheel.id, spot, middle, numbers),
        _card_lines(one, sources),
    )


def _day_mark(one: Innslag, radius: float, spot: Sector) -> str:
    """A deadline is square, all else is round; days that follow each other are longer than one."""
    if one.form == "frist":
        return segment(radius - DOT, radius + DOT, spot.begin, spot.end)
    x, y = point(radius, (spot.begin + spot.end) / 2)
    return f"M{round(x - DOT, 1)} {y}a{DOT} {DOT} 0 1 1 {2 * DOT} 0a{DOT} {DOT} 0 1 1 {-2 * DOT} 0Z"


def _label_lines(id: str, spot: Sector, radius: float, numbers: "count[int]") -> tuple[Line, ...]:
    turned = is_below(sum(spot.label) / 2)
    found = []
    for n, text in enumerate(spot.texts):
        out = ((len(spot.texts) - 1) / 2 - n) * NAME_STEP * (-1 if turned else 1)
        found.append(_text_along(f"{id}{next(numbers)}", text, radius + out, spot.label, spot.size))
    return tuple(found)


def _text_along(id: str, text: str, radius: float, span: tuple[float, float], size: float) -> Line:
    """Text whose middle lies on a circle; below the hub it runs against the clock."""
    turned = is_below(sum(span) / 2)
    base = radius + size * (0.35 if turned else -0.35)
    return Line(id, arc(base, *span, turned=turned), text, size)


def _ring_name(
    id: str, name: str, radius: float, spans: Sequence[tuple[float, float]]
) -> Line | None:
    """Across the top if that is free, else in the widest gap; nowhere when none is wide enough."""
    half = (width_of(name, RING_SIZE, bold=True) / 2 + 4) * 180 / pi / radius
    busy = sorted(spans)
    if not busy:
        return _text_along(id, name, radius, (-half, half), RING_SIZE)
    ends = [max(end for _, end in busy[: n + 1]) for n in range(len(busy))]
    gaps = [(end, begin) for end, (begin, _) in zip(ends, busy[1:], strict=False)]
    gaps.append((ends[-1] - 360, busy[0][0]))
    if gaps[-1][0] <= -half and half <= gaps[-1][1]:
        return _text_along(id, name, radius, (-half, half), RING_SIZE)
    begin, end = max(gaps, key=lambda gap: gap[1] - gap[0])
    middle = (begin + end) / 2
    if end - begin < 2 * half:
        return None
    return _text_along(id, name, radius, (middle - half, middle + half), RING_SIZE)


def _card_lines(one: Innslag, sources: Mapping[str, str]) -> tuple[tuple[str, float, str], ...]:
    """What, when, who and source: class, y and text of each line, about the hub."""
    said = ", ".join(dict.fromkeys(sources[id] for id in one.kilde))
    parts = (
        ("hkn", one.tid, CARD_SIZE),
        ("hkt", one.tittel, CARD_SIZE),
        ("ks", f"{', '.join(one.hvem)} · {one.slag}", CARD_SMALL),
        ("ks", f"{one.sagt} · {said}", CARD_SMALL),
    )
    lines = [
        (name, line, size * 1.22)
        for name, text, size in parts
        for line in lines_of(text, 1.5 * LEAST_HUB, size, bold=name != "ks")
    ]
    apart = [4.0 * (one[0] != other[0]) for one, other in pairwise(lines)]
    y = -(sum(height for *_, height in lines) + sum(apart)) / 2
    found = []
    for (name, text, height), extra in zip(lines, [0.0, *apart], strict=True):
        y += height + extra
        found.append((name, round(y - height * 0.25, 1), text))
    return tuple(found)
