"""The map of the kommuner and their networks. Geometry here, looks in the style sheet."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise, product

from macros.drawings.lines import lines_of, width_of
from macros.markup import render
from macros.model.data import Data
from macros.model.kart import Point, Ring
from macros.model.nettverk import Kommune, Nettverk

# Around the map, for the lines that follow its edge.
PAD = 4
# The style sheet and the template have so many colours and patterns; an eleventh network begins
# anew.
COLOURS = 10
# The words on the map, at the size that they have on a phone: elsewhere they are smaller. A line
# is at most so wide where the name has more than one word.
SIZE, LINE, WIDEST = 21, 22, 150
# How finely places for a name are tried, and how near two names may come.
STEP, APART = 7, 3
# More room than this on both sides is no better; then the middle of the area is.
AMPLE, FAR = 12, 0.06

Interval = tuple[float, float]


@dataclass(frozen=True)
class Area:
    """A kommune on the map."""

    kommune: Kommune
    path: str


@dataclass(frozen=True)
class Region:
    """The kommuner of a network, under the number that its colour and its row have."""

    number: int
    nettverk: Nettverk
    areas: tuple[Area, ...]


@dataclass(frozen=True)
class Label:
    """The name of a network: the middle of its lines, and the box that they fill."""

    lines: tuple[str, ...]
    x: float
    y: float
    box: tuple[float, float, float, float]


def numbers(data: Data) -> dict[str, int]:
    """Network id → the number of its colour, the same on the map and in a table."""
    regional = [nettverk for nettverk in data.nettverk.values() if nettverk.kommuner]
    return {nettverk.id: at % COLOURS + 1 for at, nettverk in enumerate(regional)}


def large_map(data: Data, rot: str, table: bool) -> str:
    """The map as a figure; `table`: whether the table of the networks is elsewhere, and linked."""
    shapes, found = data.kart.omriss, numbers(data)
    regions = [
        Region(found[nettverk.id], nettverk, _areas(data, shapes, nettverk.kommuner))
        for nettverk in data.nettverk.values()
        if nettverk.kommuner
    ]
    rest = [nr for nr in shapes if nr in data.kommuner and nr not in data.nettverk_etter_kommune]
    owners = {
        nr: data.nettverk_etter_kommune[nr].id for nr in shapes if nr in data.nettverk_etter_kommune
    }
    return render(
        "kart.svg.jinja",
        data=data,
        kart=data.kart,
        kilder=[data.kilder[id] for id in data.kart.kilde],
        pad=PAD,
        regions=regions,
        rest=_areas(data, shapes, rest),
        between=" ".join(_outline(chain, False) for chain in borders(shapes, owners)),
        labels=labels(data),
        line=LINE,
        upper=[nettverk for nettverk in data.nettverk.values() if nettverk.er_videregaende],
        table=table,
        rot=rot,
    )


def small_map(data: Data, networks: Iterable[Nettverk], here: Collection[str]) -> str:
    """The same in small and without words: the kommuner of some networks, and `here` among them."""
    shapes, lit = data.kart.grovt, list(networks)
    number = next((numbers(data)[one.id] for one in lit if one.kommuner), 0)
    near = {nr for one in lit for nr in one.kommuner} or set(data.kommuner) - set(here)
    return render(
        "kart_lite.svg.jinja",
        width=data.kart.bredde // 2,
        height=data.kart.hoyde // 2,
        kilder=[data.kilder[id] for id in data.kart.kilde],
        pad=PAD,
        number=number,
        land=_path(ring for nr, rings in shapes.items() if nr not in near for ring in rings),
        near=_path(ring for nr in sorted(near - set(here)) for ring in shapes.get(nr, ())),
        here=_path(ring for nr in sorted(here) for ring in shapes.get(nr, ())),
        networks=lit,
        names={one.id: [data.kommuner[nr].navn for nr in one.kommuner] for one in lit},
        places=[data.kommuner[nr].navn for nr in sorted(here)],
    )


def _areas(
    data: Data, shapes: Mapping[str, tuple[Ring, ...]], wanted: Iterable[str]
) -> tuple[Area, ...]:
    return tuple(Area(data.kommuner[nr], _path(shapes[nr])) for nr in wanted if nr in shapes)


def _path(rings: Iterable[Ring]) -> str:
    return "".join(_outline(ring, True) for ring in rings)


def _outline(points: Ring, closed: bool) -> str:
    """The points as a path: from the first on, each by the way from the one before."""
    steps = [f"M{points[0][0]} {points[0][1]}l"]
    for (x, y), (further, lower) in pairwise(points):
        for step in (further - x, lower - y):
            steps.append(f"{step}" if step < 0 or steps[-1].endswith("l") else f" {step}")
    return "".join(steps) + "z" * closed


def borders(shapes: Mapping[str, tuple[Ring, ...]], owners: Mapping[str, str]) -> Iterator[Ring]:
    """The lines where two networks meet, each once: what neighbours share they share exactly."""
    sides: dict[tuple[Point, Point], set[str]] = {}
    for nr, owner in owners.items():
        for edge in (edge for ring in shapes[nr] for edge in _edges(ring)):
            sides.setdefault(_sorted(edge), set()).add(owner)
    waiting = {edge for edge, found in sides.items() if len(found) > 1}
    for ring in (ring for nr in owners for ring in shapes[nr]):
        chain: list[Point] = []
        for edge in (*_edges(ring), None):
            if edge and _sorted(edge) in waiting:
                waiting.remove(_sorted(edge))
                chain = [*(chain or edge[:1]), edge[1]]
            elif chain:
                yield tuple(chain)
                chain = []


def _edges(ring: Ring) -> Iterator[tuple[Point, Point]]:
    return zip(ring, (*ring[1:], ring[0]), strict=True)


def _sorted(edge: tuple[Point, Point]) -> tuple[Point, Point]:
    return min(edge), max(edge)


def labels(data: Data) -> list[Label]:
    """A name on each network, where it has most room, apart from the others and inside the map.
    The narrowest choose first; one that finds no place is left out: its kommuner have it too."""
    waiting = [_places(data, nettverk) for nettverk in data.nettverk.values() if nettverk.kommuner]
    placed: list[Label] = []
    for places in sorted((places for places in waiting if places), key=lambda one: one[0][0]):
        free = (label for _, label in places if all(_apart(label, other) for other in placed))
        placed += [label for label in [next(free, None)] if label]
    return placed


def _places(data: Data, nettverk: Nettverk) -> list[tuple[float, Label]]:
    """Every place that a name could have, the best first, with how good it is."""
    kart = data.kart
    parts = [kart.omriss[nr] for nr in nettverk.kommuner if nr in kart.omriss]
    points = [point for rings in parts for point in rings[0]]
    if not points:
        return []
    lines = lines_of(
        nettverk.kortnavn,
        max(WIDEST, *(width_of(word, SIZE, bold=True) for word in nettverk.kortnavn.split())),
        SIZE,
        bold=True,
    )
    wide, high = max(width_of(text, SIZE, bold=True) for text in lines) / 2, LINE * len(lines) / 2
    middle = [sum(axis) / len(points) for axis in zip(*points, strict=True)]
    found = []
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    for y in range(int(max(top, high)), int(min(bottom, kart.hoyde - high)) + 1, STEP):
        rows = [_inside(parts, y + off + 0.5) for off in (-high * 0.6, 0, high * 0.6)]
        for (left, right), shift in product(_shared(rows) or rows[1], (0, -0.5, 0.5)):
            x = min(max((left + right) / 2 + shift * wide, wide), kart.bredde - wide)
            room = min(x - left, right - x) - wide
            off = abs(x - middle[0]) + abs(y - middle[1])
            box = (x - wide, y - high, x + wide, y + high)
            found.append((min(room, AMPLE) - FAR * off, Label(lines, round(x), round(y), box)))
    return sorted(found, key=lambda one: -one[0])


def _inside(parts: Iterable[tuple[Ring, ...]], y: float) -> list[Interval]:
    """Where a line across the map is inside of the parts; neighbours make one interval."""
    found: list[Interval] = []
    for rings in parts:
        cuts = sorted(
            x + (further - x) * (y - from_) / (to - from_)
            for ring in rings
            for (x, from_), (further, to) in _edges(ring)
            if (from_ < y) != (to < y)
        )
        found += zip(cuts[::2], cuts[1::2], strict=False)
    merged: list[Interval] = []
    for left, right in sorted(found):
        if merged and left <= merged[-1][1] + 1:
            merged[-1] = merged[-1][0], max(merged[-1][1], right)
        else:
            merged.append((left, right))
    return merged


def _shared(rows: list[list[Interval]]) -> list[Interval]:
    """What all the lines have in common."""
    first, *rest = rows
    for row in rest:
        pairs = ((max(a, c), min(b, d)) for (a, b), (c, d) in product(first, row))
        first = [(left, right) for left, right in pairs if left < right]
    return first


def _apart(one: Label, other: Label) -> bool:
    return any(
        one.box[side] > other.box[side + 2] + APART or other.box[side] > one.box[side + 2] + APART
        for side in (0, 1)
    )
