"""The two cycles against a table typed from the sources, row by row in their order."""

from dataclasses import replace
from datetime import date

import pytest
from conftest import ROOT

from macros.model.data import Data
from macros.reading.load import load

# Columns: the source's column, the first and the last day that the row can mean, and the form of
# its time.
SKOLER, NETTVERK, FORUM, ALLE = (
    ("skoler",),
    ("nettverk",),
    ("samarbeidsforum",),
    ("nettverk", "samarbeidsforum"),
)
OLD = [
    (NETTVERK, "2018-10-01", "2019-03-31", "maneder"),
    (ALLE, "2019-02-04", "2019-02-05", "dager"),
    (FORUM, "2019-02-05", "2019-02-05", "dag"),
    (NETTVERK, "2019-03-20", "2019-03-20", "dag"),
    (FORUM, "2019-03-20", "2019-03-20", "dag"),
    (NETTVERK, "2019-06-21", "2019-06-30", "del"),
    (FORUM, "2019-10-01", "2019-10-31", "maned"),
    (ALLE, "2020-02-01", "2020-02-29", "maned"),
]
NEW = [
    (FORUM, "2023-10-05", "2023-10-05", "dag"),
    (FORUM, "2023-11-20", "2023-11-20", "dag"),
    (SKOLER, "2023-10-01", "2023-12-31", "maneder"),
    (FORUM, "2024-01-11", "2024-01-12", "dager"),
    (NETTVERK, "2024-01-15", "2024-01-15", "dag"),
    (NETTVERK, "2024-02-01", "2024-02-01", "dag"),
    (FORUM, "2024-02-11", "2024-02-20", "del"),
    (FORUM, "2024-02-20", "2024-03-13", "udatert"),
    (FORUM, "2024-03-13", "2024-03-14", "dager"),
    (NETTVERK, "2024-04-15", "2024-04-15", "dag"),
    (NETTVERK, "2024-04-01", "2024-06-30", "maneder"),
    (FORUM, "2024-06-15", "2024-06-15", "dag"),
    (NETTVERK, "2024-09-01", "2024-09-30", "maned"),
    (NETTVERK, "2024-09-01", "2024-09-30", "maned"),
    (FORUM, "2024-09-11", "2024-09-12", "dager"),
    (FORUM, "2024-11-05", "2024-11-05", "dag"),
    (SKOLER, "2024-10-01", "2024-12-31", "maneder"),
    (FORUM, "2025-01-08", "2025-01-09", "dager"),
]


@pytest.fixture(scope="module")
def data() -> Data:
    """The real data with the two cycles that the sources print: editors add others, and theirs is
    not compared.
    """
    found = load(ROOT).data
    return replace(found, sykluser={id: found.sykluser[id] for id in ("2018-2019", "2023-2025")})


@pytest.mark.parametrize(("cycle", "expected"), [("2018-2019", OLD), ("2023-2025", NEW)])
def test_the_rows_are_those_of_the_source(data: Data, cycle: str, expected: list[tuple]) -> None:
    rows = data.sykluser[cycle].hendelser
    assert len(rows) == len(expected)
    assert [
        row.id
        for row, printed in zip(rows, expected, strict=False)
        if (row.malgruppe, row.start.isoformat(), row.slutt.isoformat(), row.tid.presisjon)
        != printed
        and not row.flyttet_fra
    ] == []


def test_the_months_and_columns_are_those_of_the_source(data: Data) -> None:
    found = {
        id: (
            str(cycle.gjelder.fra),
            str(cycle.gjelder.til),
            list(cycle.kolonner.values()),
            cycle.ordninger,
        )
        for id, cycle in data.sykluser.items()
    }
    assert found == {
        "2018-2019": (
            "2018-10",
            "2020-02",
            ["Kompetansenettverket", "Samarbeidsforum"],
            ("dekom",),
        ),
        "2023-2025": (
            "2023-10",
            "2025-01",
            ["Skoler, barnehager og PPT", "Kompetansenettverket/UH", "Samarbeidsforum"],
            ("dekom", "rekom", "kompetanseloftet"),
        ),
    }


def test_what_a_date_cannot_hold_has_its_field(data: Data) -> None:
    rows = {row.id: row for row in data.sykluser["2023-2025"].hendelser}
    assert [id for id, row in rows.items() if row.ved_behov] == ["samarbeidsforum-november-2024"]
    assert [id for id, row in rows.items() if row.lokal_frist] == [
        "behovsmeldinger-2023",
        "behovsmeldinger-2024",
    ]
    assert [id for id, row in rows.items() if row.adressat == "UH"] == ["uh-rapportering-2024"]
    assert rows["partnerskapsseminar-2024"].type == ("mote", "seminar")
    assert rows["beslutningsgrunnlag-mottatt-2024"].type == ("overlevering",)
    assert rows["planlegge-hosten-2024"].trykt == "Før sommerferien"
    assert [id for id, row in rows.items() if not row.trykt] == ["gruppemoter-2024"]


def test_every_year_that_is_not_printed_is_said_to_be_read(data: Data) -> None:
    unprinted = {
        row.id
        for cycle in data.sykluser.values()
        for row in cycle.hendelser
        if row.trykt
        and not any(year in row.trykt for year in ("2018", "2019", "2020", ".24", ".25"))
    }
    assert unprinted - {"samarbeidsforum-mars-2019"} <= {
        row.id for cycle in data.sykluser.values() for row in cycle.hendelser if row.merknader
    }


def test_open_questions_are_questions(data: Data) -> None:
    asked = [
        note.sporsmal
        for cycle in data.sykluser.values()
        for holder in (cycle, *cycle.hendelser)
        for note in holder.merknader
        if note.sporsmal
    ]
    assert all(question.endswith("?") for question in asked)


def test_the_pattern_names_no_day_and_rests_on_every_row(data: Data) -> None:
    observed = [name for monster in data.monster.values() for name in monster.observert]
    rows = [f"{id}/{row.id}" for id, cycle in data.sykluser.items() for row in cycle.hendelser]
    assert set(rows) <= set(observed) and len(observed) == len(set(observed))


def test_nothing_is_announced_for_the_future(data: Data) -> None:
    assert all(
        row.er_over(date(2026, 1, 1)) for cycle in data.sykluser.values() for row in cycle.hendelser
    )
    assert not any(cycle.er_utkast for cycle in data.sykluser.values())
