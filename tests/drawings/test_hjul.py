"""The wheel: geometry that holds for any year, and a mark for every event of the list."""

import itertools
import re
from collections.abc import Callable
from datetime import date, timedelta
from math import atan2, degrees, hypot

import pytest
from conftest import EXAMPLE, ROOT
from hypothesis import given
from hypothesis import strategies as st

from macros.drawings.hjul import (
    cycle_posts,
    cycle_wheels,
    kinds,
    pattern_posts,
    pattern_wheel,
    rings,
    years,
)
from macros.drawings.hjul_geometry import angle, angles, lanes, months_from, point, segment, widened
from macros.model.arshjul import Syklus
from macros.model.dates import Moment
from macros.reading.load import load

MONTHS = st.builds(Moment, st.integers(2000, 2099), st.integers(1, 12))
DAYS = st.integers(0, 364)
SPANS = st.lists(
    st.tuples(st.floats(0, 350), st.floats(1, 60)).map(
        lambda one: (one[0], min(360.0, one[0] + one[1]))
    ),
    max_size=40,
)


@given(MONTHS, DAYS, DAYS)
def test_later_is_further_round(first: Moment, one: int, other: int) -> None:
    early, late = (first.start + timedelta(days=n) for n in sorted((one, other)))
    assert 0 <= angle(early, first) <= angle(late, first) < 360.000001
    assert (early == late) == (angle(early, first) == angle(late, first))


@given(MONTHS)
def test_every_month_begins_at_its_spoke(first: Moment) -> None:
    months = months_from(first)
    assert [angle(month.start, first) for month in months] == [30.0 * n for n in range(12)]
    assert all(
        angles(month.start, month.end, first) == (30.0 * n, 30.0 * (n + 1))
        for n, month in enumerate(months)
    )


@given(MONTHS, st.integers(-400, 400))
def test_days_outside_the_year_stop_at_its_edge(first: Moment, days: int) -> None:
    day = first.start + timedelta(days=days)
    if not first.start <= day <= months_from(first)[-1].end:
        assert angle(day, first) == (0.0 if days < 0 else 360.0)


@given(st.floats(1, 500), st.floats(0, 360))
def test_a_point_is_where_its_angle_says(radius: float, at: float) -> None:
    x, y = point(radius, at)
    assert hypot(x, y) == pytest.approx(radius, abs=0.02)
    if radius > 50:
        assert (
            degrees(atan2(x, -y)) % 360 == pytest.approx(at % 360, abs=0.05)
            or min(at, 360 - at) < 0.05
        )


@given(st.floats(10, 200), st.floats(1, 60), st.floats(0, 359), st.floats(0.5, 360))
def test_a_segment_has_its_corners_on_its_two_circles(
    inner: float, thick: float, begin: float, width: float
) -> None:
    numbers = [
        float(found)
        for found in re.findall(
            r"-?[\d.]+(?:e-\d+)?", segment(inner, inner + thick, begin, begin + width)
        )
    ]
    corners = [
        (numbers[0], numbers[1], inner + thick),
        (numbers[7], numbers[8], inner + thick),
        (numbers[9], numbers[10], inner),
        (numbers[16], numbers[17], inner),
    ]
    assert all(hypot(x, y) == pytest.approx(radius, abs=0.02) for x, y, radius in corners)


@given(st.floats(0, 360), st.floats(0, 60), st.floats(1, 30))
def test_a_widened_span_still_holds_what_it_held_and_stays_in_the_year(
    begin: float, width: float, least: float
) -> None:
    end = min(360.0, begin + width)
    wide = widened(begin, end, least)
    assert wide[0] <= begin + 1e-9 and wide[1] >= end - 1e-9 and wide[1] - wide[0] >= least - 1e-9
    assert wide[0] >= -1e-9 and wide[1] <= 360 + 1e-9


@given(SPANS)
def test_no_two_marks_of_a_lane_overlap_and_no_lane_is_wasted(
    spans: list[tuple[float, float]],
) -> None:
    taken = lanes(spans)
    for lane in set(taken):
        inside = sorted(one for one, here in zip(spans, taken, strict=False) if here == lane)
        assert all(earlier[1] <= later[0] for earlier, later in itertools.pairwise(inside))
    crowd = max((sum(one[0] <= at < one[1] for one in spans) for at, _ in spans), default=0)
    assert max(taken, default=-1) + 1 == crowd


def cycle(first: str, last: str) -> Syklus:
    return Syklus.model_validate(
        {
            "id": "2030",
            "tittel": "x",
            "gjelder": {"fra": first, "til": last},
            "kolonner": {"skoler": "Skoler"},
            "kilde": "k",
            "hendelser": [],
        }
    )


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2027-08", "2028-07", ["2027-08"]),
        ("2027-01", "2027-12", ["2027-01"]),
        ("2023-10", "2025-01", ["2023-08", "2024-08"]),
        ("2018-10", "2020-02", ["2018-08", "2019-08"]),
        ("2027-07", "2028-07", ["2026-08", "2027-08"]),
    ],
)
def test_a_long_cycle_has_a_wheel_for_each_school_year(
    first: str, last: str, expected: list[str]
) -> None:
    assert [str(month) for month in years(cycle(first, last))] == expected


@pytest.mark.parametrize("root", [EXAMPLE, ROOT], ids=["example", "real"])
def test_every_event_has_a_mark_in_each_of_its_rings_that_leads_to_its_row(root) -> None:
    for syklus in load(root).data.sykluser.values():
        svg = cycle_wheels(syklus, "../../", date(2024, 10, 1))
        marks = set(
            re.findall(
                r'<a class="hjul-merke hjul-(\w+)[^"]*"'
                r' href="\.\./\.\./arshjul/[\d-]+/#hendelse-([a-z0-9-]+)"',
                svg,
            )
        )
        assert marks == {
            (group, hendelse.id) for hendelse in syklus.hendelser for group in hendelse.malgruppe
        }


def test_a_window_is_drawn_and_a_day_is_a_dot() -> None:
    syklus = load(ROOT).data.sykluser["2023-2025"]
    marks = {
        mark.post.adresse.split("#hendelse-")[1]: mark
        for first in years(syklus)
        for ring in rings(cycle_posts(syklus), syklus.kolonner, first)
        for mark in ring.marks
    }
    dots = {id for id, mark in marks.items() if mark.outline is None}
    assert dots == {row.id for row in syklus.hendelser if row.tid.er_presis}


def test_the_numbers_are_those_of_the_list() -> None:
    data = load(ROOT).data
    posts = cycle_posts(data.sykluser["2023-2025"])
    assert [post.nummer for post in posts] == list(range(1, 19))
    assert [post.adresse for post in posts] == [
        rad.adresse for rad in data.kalendere["alle"].rader if rad.opphav.id == "2023-2025"
    ]


@pytest.mark.parametrize(("today", "hands"), [(date(2025, 7, 31), 1), (date(2025, 8, 1), 0)])
def test_the_hand_is_only_on_a_cycle_that_is_not_over(today: date, hands: int) -> None:
    assert (
        cycle_wheels(load(EXAMPLE).data.sykluser["2024-2025"], "", today).count(
            'class="hjul-viser"'
        )
        == hands
    )


def test_the_hand_keeps_to_the_months_of_the_cycle() -> None:
    svg = cycle_wheels(load(ROOT).data.sykluser["2023-2025"], "", date(2023, 12, 1))
    assert re.findall(r'data-start="([\d-]+)" data-fra="([\d-]+)" data-til="([\d-]+)"', svg) == [
        ("2023-08-01", "2023-10-01", "2024-07-31"),
        ("2024-08-01", "2024-08-01", "2025-01-31"),
    ]


def test_the_pattern_has_a_mark_for_each_and_no_year() -> None:
    monster = load(ROOT).data.monster.values()
    posts = pattern_posts(monster, "arshjul/")
    svg = pattern_wheel(posts, "")
    assert svg.count("<a class=") == sum(
        len(one.malgruppe) for one in monster
    ) and "200" not in re.sub(r'[\w-]+="[^"]*"', "", svg)
    assert not any(post.er_presis for post in posts) and "hjul-viser" not in svg


def test_a_part_of_a_month_is_drawn_as_that_part() -> None:
    posts = {
        post.tekst.split(":")[0]: post
        for post in pattern_posts(load(ROOT).data.monster.values(), "")
    }
    assert [
        (posts[words].start.day, posts[words].slutt.day)
        for words in ("medio februar", "ultimo juni", "september", "oktober–desember")
    ] == [(11, 20), (21, 30), (1, 30), (1, 31)]


def test_only_the_kinds_of_mark_that_a_wheel_has_are_explained() -> None:
    data = load(ROOT).data
    assert kinds(cycle_posts(data.sykluser["2023-2025"])) == ("dag", "vindu")
    assert kinds(pattern_posts(data.monster.values(), "")) == ("monster", "utgatt")
    assert kinds(cycle_posts(load(EXAMPLE).data.sykluser["2024-2025"])) == (
        "dag",
        "vindu",
        "forelopig",
        "avlyst",
    )


def test_the_wheel_is_as_blessed(golden: Callable[[str, str], None]) -> None:
    golden(
        "wheel.svg",
        cycle_wheels(load(EXAMPLE).data.sykluser["2024-2025"], "../../", date(2025, 1, 1)).replace(
            "> <", ">\n<"
        )
        + "\n",
    )
