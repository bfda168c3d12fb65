"""Time as precise as the source: forms, windows, anchor days and how they are said."""

import os
import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from macros.model.arshjul import Hendelse, place_undated
from macros.model.dates import MONTHS, Moment, span_of
from macros.model.helligdager import day_off, holiday
from macros.model.monster import Monster
from macros.model.nar import FORMS_OF_TIME, Nar

DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))
PARTS = st.sampled_from([None, "primo", "medio", "ultimo"])


def nar(**fields: object) -> Nar:
    return Nar.model_validate(
        {name.rstrip("_"): value for name, value in fields.items() if value is not None}
    )


def month(day: date) -> str:
    return f"{day:%Y-%m}"


@pytest.mark.parametrize(
    ("fields", "window", "anchor", "words"),
    [
        ({"dato": "2024-02-01"}, ("2024-02-01", "2024-02-01"), "2024-02-01", "1. februar 2024"),
        (
            {"dato": "2024-11-05", "kl": "9:00-15.30"},
            ("2024-11-05", "2024-11-05"),
            "2024-11-05",
            "5. november 2024 kl. 09:00–15:30",
        ),
        (
            {"fra": "2024-03-13", "til": "2024-03-14"},
            ("2024-03-13", "2024-03-14"),
            "2024-03-13",
            "13.–14. mars 2024",
        ),
        (
            {"fra": "2024-01-31", "til": "2024-02-01"},
            ("2024-01-31", "2024-02-01"),
            "2024-01-31",
            "31. januar – 1. februar 2024",
        ),
        (
            {"fra": "2024-12-31", "til": "2025-01-01"},
            ("2024-12-31", "2025-01-01"),
            "2024-12-31",
            "31. desember 2024 – 1. januar 2025",
        ),
        (
            {"fra": "2024-12-31", "til": "2024-12-31"},
            ("2024-12-31", "2024-12-31"),
            "2024-12-31",
            "31. desember 2024",
        ),
        ({"maned": "2024-06"}, ("2024-06-01", "2024-06-30"), "2024-06-03", "juni 2024"),
        (
            {"maned": "2024-02", "del_": "primo"},
            ("2024-02-01", "2024-02-10"),
            "2024-02-01",
            "primo februar 2024",
        ),
        (
            {"maned": "2024-02", "del_": "medio"},
            ("2024-02-11", "2024-02-20"),
            "2024-02-15",
            "medio februar 2024",
        ),
        (
            {"maned": "2024-06", "del_": "ultimo"},
            ("2024-06-21", "2024-06-30"),
            "2024-06-28",
            "ultimo juni 2024",
        ),
        (
            {"fra_maned": "2023-10", "til_maned": "2023-12"},
            ("2023-10-01", "2023-12-31"),
            "2023-10-02",
            "oktober–desember 2023",
        ),
        (
            {"fra_maned": "2018-10", "til_maned": "2019-03"},
            ("2018-10-01", "2019-03-31"),
            "2018-10-01",
            "oktober 2018 – mars 2019",
        ),
    ],
)
def test_each_form_has_its_window_its_mark_and_its_words(
    fields: dict, window: tuple[str, str], anchor: str, words: str
) -> None:
    when = nar(**fields)
    assert (when.start.isoformat(), when.slutt.isoformat()) == window
    assert (when.anker.isoformat(), when.tekst) == (anchor, words)


@given(DAYS, PARTS)
def test_a_month_is_marked_on_a_day_within_what_is_known(day: date, part: str | None) -> None:
    when = nar(maned=month(day), del_=part)
    assert when.start <= when.anker <= when.slutt and when.anker.month == day.month
    assert not holiday(when.anker)
    if part != "medio":
        away = [
            when.anker + timedelta(days=n) for n in range(1, (when.slutt - when.anker).days + 1)
        ]
        before = [when.start + timedelta(days=n) for n in range((when.anker - when.start).days)]
        assert not day_off(when.anker)
        assert all(map(day_off, away if part == "ultimo" else before))


@pytest.mark.parametrize(
    ("fields", "anchor"),
    [
        ({"maned": "2027-01"}, "2027-01-04"),
        ({"maned": "2026-05"}, "2026-05-04"),
        ({"maned": "2029-03", "del_": "ultimo"}, "2029-03-28"),
        ({"maned": "2022-04", "del_": "medio"}, "2022-04-19"),
        ({"maned": "2026-11", "del_": "medio"}, "2026-11-15"),
    ],
)
def test_a_mark_is_never_a_public_holiday(fields: dict, anchor: str) -> None:
    assert nar(**fields).anker.isoformat() == anchor


@pytest.mark.parametrize("kl", ["02:15–04:00", "01:00–02:59"])
def test_an_hour_that_comes_twice_is_refused(kl: str) -> None:
    with pytest.raises(ValidationError, match="kommer to ganger denne natten"):
        nar(dato="2027-10-31", kl=kl)
    nar(dato="2027-10-31", kl="01:30–03:00")


@given(DAYS)
def test_the_parts_of_a_month_make_it_up(day: date) -> None:
    whole, *parts = (
        nar(maned=month(day), del_=part) for part in (None, "primo", "medio", "ultimo")
    )
    days = [
        part.start + timedelta(days=n)
        for part in parts
        for n in range((part.slutt - part.start).days + 1)
    ]
    assert days == [
        whole.start + timedelta(days=n) for n in range((whole.slutt - whole.start).days + 1)
    ]


@given(st.sets(st.sampled_from(sorted({name for form in FORMS_OF_TIME for name in form}))))
def test_only_whole_forms_are_accepted(names: set[str]) -> None:
    values = {
        "dato": "2024-01-01",
        "kl": "10:00–11:00",
        "fra": "2024-01-01",
        "til": "2024-01-02",
        "maned": "2024-01",
        "del": "medio",
        "fra_maned": "2024-01",
        "til_maned": "2024-02",
        "udatert": {"etter": "a", "for": "b"},
    }
    try:
        Nar.model_validate({name: values[name] for name in names})
        assert frozenset(names) in FORMS_OF_TIME
    except ValidationError:
        assert frozenset(names) not in FORMS_OF_TIME


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({}, "tiden mangler. Skriv for eksempel dato: 2024-02-01"),
        ({"fra": "2024-01-01"}, "«fra» kan ikke stå uten «til»"),
        ({"kl": "10:00–11:00"}, "«kl» kan ikke stå uten «dato»"),
        ({"del_": "medio"}, "«del» kan ikke stå uten «maned»"),
        (
            {"maned": "2024-09", "dato": "2024-09-01"},
            (
                "tiden skal ha én form, men har dato og maned. Behold bare dato, dato og kl, fra og"
                " til, maned (eventuelt med del), fra_maned og til_maned, eller udatert"
            ),
        ),
        (
            {"fra": "2024-02-02", "til": "2024-02-01"},
            "«til» (2024-02-01) kommer før «fra» (2024-02-02). Bytt om, eller rett datoen",
        ),
        (
            {"fra_maned": "2024-02", "til_maned": "2024-01"},
            "«til» (2024-01) kommer før «fra» (2024-02). Bytt om, eller rett datoen",
        ),
        ({"dato": "0203-01-01"}, "«0203-01-01» kan ikke stemme. Året må ligge mellom 1900 og 2100"),
        ({"maned": "0203-01"}, "«0203-01» kan ikke stemme. Året må ligge mellom 1900 og 2100"),
        ({"maned": "september 2024"}, "«september 2024» er ikke en måned. Skriv 2024-09"),
        ({"maned": "2024-09-01"}, "«2024-09-01» er ikke en måned. Skriv 2024-09"),
        ({"maned": "2024"}, "«2024» er ikke en måned. Skriv år-måned, som 2024-02"),
        (
            {"dato": "2024-11-05", "kl": "10–15"},
            '«10–15» er ikke et tidsrom. Skriv "10:00–15:00"',
        ),
        *(
            ({"dato": "2024-11-05", "kl": kl}, f"«{kl}» er ikke et tidsrom. Skriv {better}")
            for kl, better in (
                ("9–23.59", '"09:00–23:59"'),
                ("9–24", 'start og slutt i anførselstegn, som "10:00–15:00"'),
                ("9–10.60", 'start og slutt i anførselstegn, som "10:00–15:00"'),
            )
        ),
        (
            {"dato": "2024-11-05", "kl": "10:00–10:00"},
            '«10:00–10:00» slutter før det begynner. Skriv start først, som "10:00–15:00"',
        ),
        (
            {"dato": "2024-11-05", "kl": "25:00–26:00"},
            (
                "«25:00–26:00» er ikke et tidsrom. Skriv start og slutt i anførselstegn, som"
                ' "10:00–15:00"'
            ),
        ),
        (
            {"dato": "2024-11-05", "kl": "15:00–10:00"},
            '«15:00–10:00» slutter før det begynner. Skriv start først, som "10:00–15:00"',
        ),
        (
            {"dato": "2024-11-05", "kl": "10:75–11"},
            (
                "«10:75–11» er ikke et tidsrom. Skriv start og slutt i anførselstegn, som"
                ' "10:00–15:00"'
            ),
        ),
        (
            {"dato": "2024-11-05", "kl": {"fra": 10}},
            (
                "feltet skal være et tidsrom. Skriv start og slutt i anførselstegn, som"
                ' "10:00–15:00"'
            ),
        ),
        (
            {"dato": "mars april 2024"},
            "«mars april 2024» er ikke en dato. Skriv år-måned-dag, som 2024-02-01",
        ),
        ({"maned": ["2024-09"]}, "feltet skal være en måned. Skriv år-måned, som 2024-02"),
        (
            {"dato": "2024-03-31", "kl": "02:30–04:00"},
            "klokken 02:30 finnes ikke denne dagen: da stilles klokken til sommertid",
        ),
    ],
)
def test_a_wrong_form_is_explained(fields: dict, message: str) -> None:
    with pytest.raises(ValidationError) as caught:
        nar(**fields)
    assert [error["msg"] for error in caught.value.errors()] == [message]


def event(id: str, **when: object) -> Hendelse:
    return Hendelse.model_validate(
        {
            "id": id,
            "tittel": id,
            "type": "mote",
            "nar": when,
            "malgruppe": "nettverk",
            "status": "vedtatt",
            "kilde": "kilde",
        }
    )


def test_an_undated_row_lies_between_its_neighbours() -> None:
    first, between, last = place_undated(
        (
            event("a", maned="2024-02", **{"del": "medio"}),
            event("b", udatert={"etter": "a", "for": "c"}),
            event("c", fra="2024-03-13", til="2024-03-14"),
        )
    )
    assert between.tid.vindu == (first.slutt, last.start)
    assert (between.tid.anker, between.tid.tekst) == (
        date(2024, 2, 20),
        "mellom medio februar 2024 og 13.–14. mars 2024",
    )
    assert not between.er_over(date(2024, 3, 13)) and between.er_over(date(2024, 3, 14))


def test_what_is_moved_from_some_day_of_a_month_to_its_first_has_not_a_new_hour_alone() -> None:
    row = event("a", dato="2024-02-01").model_copy(update={"flyttet_fra": Moment(2024, 2)})
    assert row.flytting == "Flyttet fra februar 2024"


@pytest.mark.parametrize("between", [{"etter": "a", "for": "x"}, {"etter": "x", "for": "c"}])
def test_an_undated_row_without_both_neighbours_stays_open(between: dict) -> None:
    rows = event("a", dato="2024-03-16"), event("b", udatert=between), event("c", dato="2024-03-17")
    [_, alone, _] = place_undated(rows)
    assert (alone.tid.tekst, alone.tid.vindu) == ("udatert", (date.min, date.max))


def test_a_mark_between_two_days_of_a_weekend_is_the_last_of_them() -> None:
    between = event("b", udatert={"etter": "a", "for": "c"})
    place_undated((event("a", dato="2024-03-16"), between, event("c", dato="2024-03-17")))
    assert between.tid.anker == date(2024, 3, 17)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"malgruppe": []}, "listen er tom. Skriv minst én verdi"),
        ({"nar": {}}, "tiden mangler. Skriv den under «nar», som dato: 2024-02-01"),
        (
            {"flyttet_fra": ["2024"]},
            "feltet skal være et tidspunkt. Skriv et år (2024), en måned (2024-02) eller en dag"
            " (2024-02-01)",
        ),
    ],
)
def test_a_wrong_event_is_explained(fields: dict, message: str) -> None:
    given = event("a", dato="2024-02-01").model_dump(mode="json", exclude_none=True)
    with pytest.raises(ValidationError) as caught:
        Hendelse.model_validate(given | fields)
    assert [error["msg"] for error in caught.value.errors()] == [message]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("1. februar 2024 til 3. mars 2024", "fra: 2024-02-01, til: 2024-03-03"),
        ("hele tiden", ""),
        ("fra 2024 til nå", ""),
    ],
)
def test_a_span_in_words_is_told_as_fields(text: str, span: str) -> None:
    assert span_of(text) == span


@given(DAYS, st.integers(0, 300))
def test_it_is_over_the_day_after_the_last_possible(day: date, days: int) -> None:
    last = min(day + timedelta(days=days), date(2100, 12, 31))
    one = event("a", fra=day.isoformat(), til=last.isoformat())
    assert [one.er_over(last), one.er_over(last + timedelta(days=1))] == [False, True]


@pytest.mark.parametrize(
    ("first", "last"), [(one, other) for one in range(12) for other in (one, (one + 2) % 12)]
)
def test_a_pattern_falls_within_the_school_year(first: int, last: int) -> None:
    months = [MONTHS[(first + n) % 12] for n in range((last - first) % 12 + 1)]
    monster = Monster.model_validate(
        {
            "tittel": "x",
            "type": "mote",
            "maneder": months,
            "malgruppe": "skoler",
            "observert": "a/b",
        }
    )
    begin, end = monster.vindu(2027)
    assert (2027, 8) <= (begin.year, begin.month) <= (2028, 7)
    assert (end.year - begin.year) * 12 + end.month - begin.month == len(months) - 1


def test_holidays() -> None:
    days = [date(2024, 1, 1) + timedelta(days=n) for n in range(366)]
    assert {f"{day:%d.%m}": name for day in days if (name := holiday(day))} == {
        "01.01": "første nyttårsdag",
        "28.03": "skjærtorsdag",
        "29.03": "langfredag",
        "31.03": "første påskedag",
        "01.04": "andre påskedag",
        "01.05": "1. mai",
        "09.05": "Kristi himmelfartsdag",
        "17.05": "17. mai",
        "19.05": "første pinsedag",
        "20.05": "andre pinsedag",
        "25.12": "første juledag",
        "26.12": "andre juledag",
    }
    assert [day_off(date(2024, 6, day)) for day in (14, 15, 16)] == [
        None,
        "en lørdag",
        "en søndag",
    ]


def test_the_machines_own_zone_is_of_no_account() -> None:
    program = (
        "from macros.model.nar import Nar; print(*(t.isoformat() for t in Nar(dato='2030-07-01',"
        " kl='10:00–15:00').tidspunkter))"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", program],
            env=os.environ | {"TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for zone in ("UTC", "Pacific/Kiritimati")
    }
    assert said == {"2030-07-01T10:00:00+02:00 2030-07-01T15:00:00+02:00\n"}


@pytest.mark.parametrize("dash", "-‐‑\u2012–—−")
def test_any_dash_stands_between_hours(dash):
    assert Nar(dato="2024-02-01", kl=f"10:00{dash}15:00").tekst == "1. februar 2024 kl. 10:00–15:00"
