"""The published calendars as ledger: what is unchanged keeps its stamp, what changes gets the next,
what vanishes is refused.
"""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from conftest import run
from ics import by_id, faults

from macros.feeds import feeds, read_ledger, vanished
from macros.problems import DataError
from macros.reading.load import load

FIRST = datetime(2024, 8, 1, tzinfo=UTC)
LATER = FIRST + timedelta(days=1)
SITE = "https://eksempel.no/"
CYCLE = "data/arshjul/2024-2025.yml"
NETWORK = "data/nettverk/nord-eksempel.yml"
REMEDY = (
    "merk den `avlyst` i stedet for å slette den. Har den fått en ny id, skriver du den gamle igjen"
)

Files = dict[str, bytes]
Edit = Callable[[str, str, str], None]


def publish(root: Path, when: datetime, live: Files | None = None) -> Files:
    made = feeds(load(root).data, when, SITE, read_ledger(live or {}))
    return {address.removeprefix("kalender/"): raw for address, raw in made.items()}


def lost(root: Path, live: Files, today: date) -> list[str]:
    return [str(problem) for problem in vanished(load(root).data, read_ledger(live), today)]


def test_without_a_ledger_all_is_new(example: Path) -> None:
    stamps = {
        (event["SEQUENCE"], event["DTSTAMP"])
        for event in by_id(publish(example, FIRST)["alle.ics"]).values()
    }
    assert stamps == {("0", "20240801T000000Z")}


def test_what_is_unchanged_is_the_same_bytes(example: Path) -> None:
    live = publish(example, FIRST)
    assert publish(example, LATER, live) == live


def test_only_what_changed_gets_the_next_stamp(example: Path, edit: Edit) -> None:
    live = publish(example, FIRST)
    edit(CYCLE, "tittel: Eksempelseminar", "tittel: Det store eksempelseminaret")
    later = publish(example, LATER, live)
    assert faults(later["alle.ics"], live["alle.ics"]) == []
    stamps = {
        id: (event["SEQUENCE"], event["DTSTAMP"]) for id, event in by_id(later["alle.ics"]).items()
    }
    assert stamps.pop("seminar") == ("1", "20240802T000000Z")
    assert set(stamps.values()) == {("0", "20240801T000000Z")}
    assert "Sist endret: 2. august 2024" in by_id(later["alle.ics"])["seminar"]["DESCRIPTION"]


def test_stamps_go_on_counting(example: Path, edit: Edit) -> None:
    live = publish(example, FIRST)
    for day, title in enumerate(("En", "To", "Tre"), 1):
        path = example / CYCLE
        path.write_text(
            (
                path.read_text("utf-8").replace("om: Tellingen tar en dag.", f"om: {title}")
                if day == 1
                else path.read_text("utf-8").replace(
                    "om: En" if day == 2 else "om: To", f"om: {title}"
                )
            ),
            "utf-8",
        )
        live = publish(example, FIRST + timedelta(days=day), live)
    assert by_id(live["alle.ics"])["telling"]["SEQUENCE"] == "3"


def test_a_new_event_begins_at_zero_with_the_time_of_its_build(example: Path, edit: Edit) -> None:
    live = publish(example, FIRST)
    edit(
        CYCLE,
        "  - id: seminar\n",
        "  - {id: ny, tittel: Nytt møte, type: mote, nar: {dato: 2024-12-02}, malgruppe: skoler,"
        " status: vedtatt, kilde: rapport}\n  - id: seminar\n",
    )
    found = by_id(publish(example, LATER, live)["alle.ics"])["ny"]
    assert (found["SEQUENCE"], found["DTSTAMP"]) == ("0", "20240802T000000Z")


def test_a_folder_keeps_the_networks_own_events_too(example: Path, edit: Edit) -> None:
    live = publish(example, FIRST)
    edit(NETWORK, "dato: 2024-11-15", "dato: 2024-11-22")
    with_all, with_one = (
        publish(example, LATER, live),
        publish(example, LATER, {"alle.ics": live["alle.ics"]}),
    )
    assert by_id(with_all["nettverk-nord-eksempel.ics"])["nord-behov"]["SEQUENCE"] == "1"
    assert by_id(with_one["nettverk-nord-eksempel.ics"])["nord-behov"]["SEQUENCE"] == "0"
    assert with_all["alle.ics"] == with_one["alle.ics"] == live["alle.ics"]


def test_a_calendar_that_a_server_gave_other_line_ends_is_the_same(example: Path) -> None:
    live = publish(example, FIRST)
    assert (
        publish(example, LATER, {name: raw.replace(b"\r\n", b"\n") for name, raw in live.items()})
        == live
    )


@pytest.mark.parametrize(
    ("file", "row", "event", "scope"),
    [
        (CYCLE, "  - id: vedtak\n    tittel: Vedtak om eksempler\n", "vedtak", "arshjul/2024-2025"),
        (NETWORK, "  - id: nord-behov\n", "nord-behov", "nettverk/nord-eksempel"),
    ],
)
def test_a_future_event_cannot_vanish(
    example: Path, edit: Edit, file: str, row: str, event: str, scope: str
) -> None:
    live = publish(example, FIRST)
    edit(file, row, row.replace(f"id: {event}", "id: noe-annet"))
    expected = [
        f"data/{scope}.yml:1: hendelsen «{event}» er publisert og ikke over, men finnes ikke"
        f" lenger: {REMEDY}"
    ]
    assert lost(example, live, date(2024, 11, 1)) == expected
    assert lost(example, live, date(2025, 6, 1)) == []


def test_the_last_day_of_an_event_still_counts(example: Path, edit: Edit) -> None:
    live = publish(example, FIRST)
    edit(CYCLE, "  - id: seminar\n", "  - id: seminaret\n")
    assert [len(lost(example, live, date(2024, 10, day))) for day in (11, 12)] == [1, 0]


def test_a_cancelled_event_stays_until_its_day_is_over(example: Path, edit: Edit) -> None:
    live = publish(example, FIRST)
    edit(CYCLE, "  - id: forum\n", "  - id: forumet\n")
    assert "la den stå til dagen er over" in lost(example, live, date(2024, 11, 5))[0]
    assert lost(example, live, date(2024, 11, 6)) == []


def test_a_file_that_cannot_be_read_has_not_vanished(example: Path, edit: Edit) -> None:
    live = publish(example, FIRST)
    edit(CYCLE, "kilde: rapport\nmerknader", "kjelde: rapport\nmerknader")
    assert lost(example, live, date(2024, 9, 1)) == []


def test_foreign_events_are_passed_by(example: Path) -> None:
    foreign = b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:noe@annet\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    assert lost(example, {"alle.ics": foreign}, date(2020, 1, 1)) == []


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"<!doctype html><title>404</title>",
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n",
        b"\xff\xfe",
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a.b@kompetanseutvikling-trondelag\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    ],
)
def test_what_is_not_our_calendar_is_refused(raw: bytes) -> None:
    with pytest.raises(
        DataError, match=r"alle\.ics:1: dette er ikke en kalender som nettstedet har publisert"
    ):
        read_ledger({"alle.ics": raw})


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (rb"SEQUENCE:0", b"SEQUENCE:-1"),
        (rb"SEQUENCE:0", b"SEQUENCE:9999999999"),
        (rb"LAST-MODIFIED:\d+", b"LAST-MODIFIED:99991231"),
        (rb"DTEND;VALUE=DATE:\d+", b"DTEND;VALUE=DATE:00010101"),
        (rb"DTEND;VALUE=DATE:\d+", b"DTEND;VALUE=DATE:99990101"),
    ],
)
def test_what_no_build_of_ours_can_have_written_is_refused(
    example: Path, old: bytes, new: bytes
) -> None:
    live, count = re.subn(old, new, publish(example, FIRST)["alle.ics"])
    assert count
    with pytest.raises(
        DataError, match=r"alle\.ics:1: dette er ikke en kalender som nettstedet har publisert"
    ):
        read_ledger({"alle.ics": live})


def test_the_setting_reaches_the_judge(project: Path, edit: Edit, tmp_path: Path) -> None:
    live = tmp_path / "kalender"
    live.mkdir()
    for name, raw in publish(project, FIRST).items():
        (live / name).write_bytes(raw)
    epoch = str(int(LATER.timestamp()))
    assert (
        run(
            project, "macros", "sjekk", SOURCE_DATE_EPOCH=epoch, KALENDER_FORRIGE=str(live)
        ).returncode
        == 0
    )
    edit(CYCLE, "  - id: seminar\n", "  - id: seminaret\n")
    for previous in (live, live / "alle.ics"):
        result = run(
            project, "macros", "sjekk", SOURCE_DATE_EPOCH=epoch, KALENDER_FORRIGE=str(previous)
        )
        said = " ".join((result.stdout + result.stderr).split())
        assert (
            result.returncode == 1
            and f"hendelsen «seminar» er publisert og ikke over, men finnes ikke lenger: {REMEDY}"
            in said
        )
    result = run(project, "macros", "sjekk", KALENDER_FORRIGE=str(tmp_path / "borte.ics"))
    assert (
        result.returncode == 1
        and "kan ikke leses" in " ".join((result.stdout + result.stderr).split())
        and "Traceback" not in result.stderr
    )
