"""The annual wheel: one ring per audience, a mark per event.

Geometry is in wheel_geometry, looks are in the style sheet.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from macros.drawings.hjul_geometry import (
    MONTH_ANGLE,
    angles,
    arc,
    lanes,
    months_from,
    point,
    segment,
    widened,
    width_of_dot,
)
from macros.markup import render
from macros.model.aret import ANY_YEAR, SHORT_MONTHS, years
from macros.model.arshjul import Malgruppe, Syklus
from macros.model.dates import MONTHS, Moment
from macros.model.monster import SCHOOL_YEAR_STARTS, Monster
from macros.model.rader import AUDIENCES, rows

HUB, LABEL_SIZE, LANE_WIDTH, DOT, GAP, EDGE = 62.0, 18.0, 25.0, 11.0, 5.0, 46.0
MARK_KINDS = ("dag", "vindu", "monster", "forelopig", "avlyst", "utgatt")


@dataclass(frozen=True)
class Post:
    """What the wheel shows of one row: its number in the list, when, for whom, and where the row
    is.
    """

    nummer: int
    tekst: str
    start: date
    slutt: date
    malgruppe: tuple[Malgruppe, ...]
    er_presis: bool
    status: str
    adresse: str


@dataclass(frozen=True)
class Mark:
    """A post on its ring: a dot, or the outline of its window; the number stands at x, y."""

    post: Post
    x: float
    y: float
    outline: str | None


@dataclass(frozen=True)
class WheelRing:
    """An audience's ring, with its marks and the path that its name is written along."""

    navn: str
    gruppe: Malgruppe
    inner: float
    outer: float
    baseline: str
    marks: tuple[Mark, ...]


def cycle_posts(syklus: Syklus) -> tuple[Post, ...]:
    """The rows of a cycle, numbered by day as in the list."""
    return tuple(
        Post(
            number,
            f"{rad.hendelse.tid.tekst}: {rad.hendelse.tittel}"
            + (f" ({rad.hendelse.tilstand})" if rad.hendelse.tilstand else ""),
            rad.hendelse.start,
            rad.hendelse.slutt,
            rad.hendelse.malgruppe,
            rad.hendelse.tid.er_presis,
            rad.hendelse.status,
            rad.adresse,
        )
        for number, rad in enumerate(rows([syklus]), 1)
    )


def pattern_posts(monster: Iterable[Monster], adresse: str) -> tuple[Post, ...]:
    """What usually happens when, numbered in the order given. All of it is windows of months."""
    return tuple(
        Post(
            number,
            f"{one.tekst}: {one.tittel}",
            *one.dager(ANY_YEAR),
            one.malgruppe,
            False,
            "utgatt" if one.utgatt else "monster",
            f"{adresse}#monster-{number}",
        )
        for number, one in enumerate(monster, 1)
    )


def kinds(posts: Iterable[Post]) -> tuple[str, ...]:
    """The kinds of mark among them, each explained beside the wheel: known days, windows, and the
    states that are not «vedtatt».
    """
    found = {post.status for post in posts} | {
        "dag" if post.er_presis else "vindu"
        for post in posts
        if post.status not in ("monster", "utgatt")
    }
    return tuple(kind for kind in MARK_KINDS if kind in found)


def cycle_wheels(syklus: Syklus, rot: str, today: date) -> str:
    """One wheel, or one for each school year when the cycle is longer than twelve months; then all
    to the same scale.
    """
    posts, used = cycle_posts(syklus), (syklus.gjelder.fra.start, syklus.gjelder.til.end)
    drawn = {first: rings(posts, syklus.kolonner, first) for first in years(syklus)}
    edge = max(found[-1].outer for found in drawn.values())
    return " ".join(
        _svg(f"{syklus.id}-{first}", _year(first), first, found, rot, edge, used, today)
        for first, found in drawn.items()
    )


def pattern_wheel(posts: Sequence[Post], rot: str) -> str:
    """The typical year."""
    first = Moment(ANY_YEAR, SCHOOL_YEAR_STARTS)
    drawn = rings(posts, AUDIENCES, first)
    return _svg(
        "typisk",
        "Et typisk år",
        first,
        drawn,
        rot,
        drawn[-1].outer,
        (date.min, date.max),
        today=None,
    )


def rings(
    posts: Sequence[Post], columns: Mapping[Malgruppe, str], first: Moment
) -> tuple[WheelRing, ...]:
    """From the hub outwards, each as thick as its marks need."""
    found, inner = [], HUB
    for group, name in columns.items():
        here = [post for post in posts if group in post.malgruppe and _within(post, first)]
        least = width_of_dot(DOT + 1, inner + LANE_WIDTH / 2)
        spans = [widened(*angles(post.start, post.slutt, first), least) for post in here]
        taken = lanes(spans)
        outer = inner + LANE_WIDTH * (max(taken, default=0) + 1) + LABEL_SIZE
        marks = tuple(
            _mark(post, inner + LANE_WIDTH * lane, begin, end, least)
            for post, lane, (begin, end) in zip(here, taken, spans, strict=False)
        )
        found.append(
            WheelRing(name, group, inner, outer, arc(outer - LABEL_SIZE + 4, 2, 358), marks)
        )
        inner = outer + GAP
    return tuple(found)


def _mark(post: Post, inner: float, begin: float, end: float, least: float) -> Mark:
    x, y = point(inner + LANE_WIDTH / 2, (begin + end) / 2)
    is_dot = post.er_presis and end - begin <= least + 0.001
    return Mark(
        post, x, y, None if is_dot else segment(inner + 2, inner + LANE_WIDTH - 2, begin, end)
    )


def _within(post: Post, first: Moment) -> bool:
    months = months_from(first)
    return post.start <= months[-1].end and months[0].start <= post.slutt


def _svg(
    id: str,
    title: str,
    first: Moment,
    drawn: tuple[WheelRing, ...],
    rot: str,
    scale: float,
    used: tuple[date, date],
    today: date | None,
) -> str:
    months, edge = months_from(first), drawn[-1].outer
    days = max(used[0], months[0].start), min(used[1], months[-1].end)
    unused = [not used[0] <= month.start <= used[1] for month in months]
    return render(
        "hjul.svg.jinja",
        id=f"hjul-{id}",
        title=title,
        rot=rot,
        size=scale + EDGE,
        edge=edge,
        hub=HUB,
        dot=DOT,
        rings=drawn,
        labels=[
            (
                SHORT_MONTHS[month.start.month - 1],
                *point(edge + 20, MONTH_ANGLE * n + MONTH_ANGLE / 2),
                unused[n],
            )
            for n, month in enumerate(months)
        ],
        spokes=[(point(HUB, MONTH_ANGLE * n), point(edge, MONTH_ANGLE * n)) for n in range(12)],
        shades=[
            segment(HUB, edge, MONTH_ANGLE * n, MONTH_ANGLE * (n + 1))
            for n in range(12)
            if unused[n]
        ],
        hand=today is not None and days[0] <= days[1] and today <= days[1],
        days=days,
        start=months[0].start,
        names=(MONTHS[months[0].start.month - 1], MONTHS[months[-1].start.month - 1]),
    )


def _year(first: Moment) -> str:
    last = months_from(first)[-1]
    return (
        f"Skoleåret {first.year}–{last.year % 100:02}"
        if first.month == SCHOOL_YEAR_STARTS
        else f"{first.tekst} – {last.tekst}"
    )
