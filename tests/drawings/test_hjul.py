"""The wheel: geometry that holds for any year, and a mark for every event of the list."""

import itertools
import re
from collections.abc import Callable
from datetime import date, timedelta
from math import atan2, degrees, hypot
from pathlib import Path
from xml.etree import ElementTree

import pytest
from arshjul_pages import site
from conftest import EXAMPLE, ROOT
from hypothesis import given
from hypothesis import strategies as st

from macros.drawings.hjul import (
    EDGE,
    LANE_WIDTH,
    LEAST_HUB,
    Wheel,
    WheelRing,
    _ring_name,
    draw,
    fitted,
    placed,
    wheel_file,
)
from macros.drawings.hjul_geometry import (
    angle,
    angles,
    arc,
    is_below,
    lanes,
    months_from,
    point,
    segment,
)
from macros.model.arshjul import Syklus
from macros.model.data import Data
from macros.model.dates import Moment
from macros.model.innslag import Innslag, within, years
from macros.pages.arshjul_rader import pattern_wheel, wheels_of
from macros.reading.assets import judge_asset
from macros.reading.load import load

TODAY = date(2024, 10, 1)

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
    assert hypot(x, y) == pytest.approx(radius, abs=0.08)
    if radius > 50:
        assert (
            degrees(atan2(x, -y)) % 360 == pytest.approx(at % 360, abs=0.15)
            or min(at, 360 - at) < 0.15
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
    assert all(hypot(x, y) == pytest.approx(radius, abs=0.15) for x, y, radius in corners)


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
def test_every_event_has_a_mark_in_each_of_its_rings_that_leads_to_its_row(root: Path) -> None:
    data = load(root).data
    for syklus in data.sykluser.values():
        found = {
            (ring.gruppe, mark.innslag.adresse)
            for wheel in wheels_of(syklus, TODAY)
            for ring in rings_of(wheel, data)
            for mark in ring.marks
        }
        assert found == {
            (group, f"arshjul/{syklus.id}/#{hendelse.anker}")
            for hendelse in syklus.hendelser
            for group in hendelse.malgruppe
        }


def rings_of(wheel: Wheel, data: Data) -> tuple[WheelRing, ...]:
    return fitted(wheel, {id: kilde.kort for id, kilde in data.kilder.items()})[2]


def drawn(data: Data, wheel: Wheel) -> str:
    return draw(wheel, {id: kilde.kort for id, kilde in data.kilder.items()}, "../../")


def test_a_day_is_a_mark_with_its_date_and_a_window_an_arc() -> None:
    data = load(ROOT).data
    syklus = data.sykluser["2023-2025"]
    marks = {
        mark.innslag.id: mark
        for wheel in wheels_of(syklus, TODAY)
        for ring in rings_of(wheel, data)
        for mark in ring.marks
    }
    dated = {id for id, mark in marks.items() if mark.lines[0].text == mark.innslag.nar}
    assert dated == {row.anker for row in syklus.hendelser if row.tid.er_presis}
    feet = {id for id, mark in marks.items() if mark.foot}
    assert feet == {
        row.anker for row in syklus.hendelser if row.type[0] == "frist" and not row.tid.er_presis
    }


def test_a_card_says_what_when_who_and_source() -> None:
    data = load(EXAMPLE).data
    [wheel] = wheels_of(data.sykluser["2024-2025"], TODAY)
    cards = {
        mark.innslag.id: " ".join(text for *_, text in mark.card)
        for ring in rings_of(wheel, data)
        for mark in ring.marks
    }
    source = data.kilder["rapport"].kort
    assert cards["hendelse-forum"] == (
        f"5. november 2024 kl. 10:00–15:00 Møte i forumet Forumet · møte avlyst · {source}"
    )


@pytest.mark.parametrize("root", [EXAMPLE, ROOT], ids=["example", "real"])
def test_no_two_names_of_a_ring_overlap(root: Path) -> None:
    """Labels are reckoned with the widest font that a reader is likely to have."""
    data = load(root).data
    wheels = [
        pattern_wheel(data),
        *(wheel for one in data.sykluser.values() for wheel in wheels_of(one, TODAY)),
    ]
    for wheel in wheels:
        for group in wheel.columns:
            here = [one for one in wheel.rows if group in one.malgruppe]
            here = list(within(here, wheel.first))
            _, spots, taken = placed(here, wheel.first, EDGE)
            for lane in set(taken):
                inside = sorted(
                    spot.span for spot, its in zip(spots, taken, strict=True) if its == lane
                )
                assert all(one[1] <= other[0] for one, other in itertools.pairwise(inside))
                assert all(begin >= 0 and end <= 360 + 10 for begin, end in inside)


@pytest.mark.parametrize("root", [EXAMPLE, ROOT], ids=["example", "real"])
def test_a_name_lies_on_its_arc_or_beside_it(root: Path) -> None:
    """Also on the small wheels of a phone, which have a ring each."""
    data = load(root).data
    wheels = [
        pattern_wheel(data),
        *(wheel for one in data.sykluser.values() for wheel in wheels_of(one, TODAY)),
    ]
    for wheel in wheels:
        small = wheel.by_audience().values()
        assert sum(len(rings_of(one, data)[0].marks) for one in small) == sum(
            len(ring.marks) for ring in rings_of(wheel, data)
        )
        for ring in (ring for one in (wheel, *small) for ring in rings_of(one, data)):
            here = [mark.innslag for mark in ring.marks]
            _, spots, taken = placed(here, wheel.first, ring.outer)
            for mark, spot in zip(ring.marks, spots, strict=True):
                begin, end = spot.label
                inside = spot.begin <= begin and end <= spot.end
                assert inside or end < spot.begin or spot.end < begin, spot
                assert spot.span[0] <= min(begin, spot.begin) <= max(end, spot.end) <= spot.span[1]
                if not spot.is_dot:
                    rim, floor = (float(found) for found in re.findall(r"A([\d.]+)", mark.shape))
                    assert not [
                        other
                        for other, lane in zip(spots, taken, strict=True)
                        if floor < ring.outer - lane * LANE_WIDTH < rim
                        and other.span[0] < spot.span[1]
                        and spot.span[0] < other.span[1]
                    ]


@pytest.mark.parametrize(
    ("spans", "middle"),
    [
        ([], 0),
        ([(20, 100), (170, 340)], 0),
        ([(170, 360), (0, 100)], 135),
        ([(0, 90), (30, 40), (200, 360)], 145),
        ([(0, 60), (65, 100), (160, 230), (300, 360)], 265),
        ([(0, 60), (65, 100), (170, 230), (290, 360)], 135),
        ([(5, 200), (200, 300)], 332.5),
        ([(0, 175), (180, 360)], None),
    ],
)
def test_the_name_of_a_ring_is_at_the_top_or_in_its_widest_gap(spans, middle) -> None:
    name = _ring_name("n", "Skoler", 200, spans)
    if middle is None:
        assert name is None
    else:
        ends = re.findall(r"(-?[\d.]+) (-?[\d.]+)(?:A|$)", name.path)
        x, y = (sum(map(float, each)) for each in zip(*ends, strict=True))
        assert degrees(atan2(x, -y)) % 360 == pytest.approx(middle, abs=0.2)


@given(
    st.lists(
        st.tuples(
            st.dates(date(2024, 8, 1), date(2025, 7, 31)),
            st.integers(0, 90),
            st.text("aå| W", max_size=40),
        ),
        max_size=25,
    )
)
def test_a_crowded_year_still_has_room_in_the_hub(
    rows: list[tuple[date, int, str]],
) -> None:
    made = tuple(
        Innslag(
            str(n),
            name or "x",
            "x",
            "1. jan.",
            "x",
            ("mote",),
            "vedtatt",
            "",
            ("skoler",),
            day,
            min(day + timedelta(days=long), date(2025, 7, 31)),
            long < 3,
            "#x",
        )
        for n, (day, long, name) in enumerate(rows)
    )
    wheel = Wheel("h", "x", ("x",), Moment(2024, 8), {"skoler": "Skoler"}, made)
    edge, hub, rings, _ = fitted(wheel, {})
    assert hub >= LEAST_HUB - 0.1 and edge >= EDGE
    assert sum(len(ring.marks) for ring in rings) == len(rows)


def test_text_below_the_hub_does_not_stand_on_its_head() -> None:
    assert [is_below(at) for at in (0, 89, 91, 180, 269, 271)] == [
        False,
        False,
        True,
        True,
        True,
        False,
    ]
    assert arc(100, 0, 90) == "M0.0 -100.0A100 100 0 0 1 100.0 -0.0"
    assert arc(100, 0, 90, turned=True) == "M100.0 -0.0A100 100 0 0 0 0.0 -100.0"


@pytest.mark.parametrize(("today", "hands"), [(date(2025, 7, 31), 1), (date(2025, 8, 1), 0)])
def test_the_hand_is_only_on_a_cycle_that_is_not_over(today: date, hands: int) -> None:
    data = load(EXAMPLE).data
    [wheel] = wheels_of(data.sykluser["2024-2025"], today)
    assert drawn(data, wheel).count('class="viser"') == hands


def test_the_hand_keeps_to_the_months_of_the_cycle() -> None:
    data = load(ROOT).data
    svg = "".join(
        drawn(data, wheel) for wheel in wheels_of(data.sykluser["2023-2025"], date(2023, 12, 1))
    )
    assert re.findall(r'data-start="([\d-]+)" data-fra="([\d-]+)" data-til="([\d-]+)"', svg) == [
        ("2023-08-01", "2023-10-01", "2024-07-31"),
        ("2024-08-01", "2024-08-01", "2025-01-31"),
    ]


def test_the_pattern_has_a_mark_for_each_in_use_and_no_hand() -> None:
    data = load(ROOT).data
    svg = drawn(data, pattern_wheel(data))
    assert svg.count("<a class=") == sum(
        len(one.malgruppe) for one in data.monster.values() if not one.utgatt
    )
    assert "viser" not in svg


@pytest.mark.parametrize("root", [EXAMPLE, ROOT], ids=["example", "real"])
def test_a_wheel_is_at_most_20_kilobytes(root: Path) -> None:
    data = load(root).data
    wheels = [wheel for one in data.sykluser.values() for wheel in wheels_of(one, TODAY)]
    for wheel in (pattern_wheel(data), *wheels):
        if len(wheel.rows) <= 20:
            assert len(drawn(data, wheel).encode()) <= 20_000


def test_a_cycle_in_force_has_its_wheel_as_a_file_that_stands_alone() -> None:
    found = {
        day: {address for address in site(EXAMPLE, day).files() if address.endswith(".svg")}
        for day in ("2025-07-31", "2025-08-01")
    }
    address = "arshjul/2024-2025/hjul-2024-08.svg"
    assert found == {"2025-07-31": {address}, "2025-08-01": set()}
    made = site(EXAMPLE, "2024-10-01").files()
    assert [name for name, raw in made.items() if not judge_asset(name, name, raw)] == []
    file = ElementTree.fromstring(made[address])
    links = [link.get("href") for link in file.iter("{http://www.w3.org/2000/svg}a")]
    assert links and all(link.startswith("https://eksempel.no/") for link in links)
    assert ".bue" in file.find("{http://www.w3.org/2000/svg}style").text


def test_the_wheel_is_as_blessed(golden: Callable[[str, str], None]) -> None:
    data = load(EXAMPLE).data
    [wheel] = wheels_of(data.sykluser["2024-2025"], date(2025, 1, 1))
    sources = {id: kilde.kort for id, kilde in data.kilder.items()}
    golden("hjul.svg", wheel_file(wheel, sources, "../../").decode().replace("> <", ">\n<"))
