"""The calendars of the example and of the real data, as bytes: golden files, form, and the mistakes
that others make.
"""

import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from conftest import EXAMPLE, ROOT
from ics import by_id, by_uid, events, faults, in_order, unescaped

from macros.feeds import feeds, read_ledger
from macros.reading.load import load

NOW = datetime(2026, 6, 1, tzinfo=UTC)
SITE = "https://eksempel.no/kompetanse/"
DOMAIN = load(EXAMPLE).data.fylke.domene


def made(root: Path) -> dict[str, bytes]:
    """Name → calendar."""
    calendars = feeds(load(root).data, NOW, SITE, {})
    return {
        address.removeprefix("kalender/"): raw
        for address, raw in calendars.items()
        if address.endswith(".ics")
    }


@pytest.fixture(scope="module", params=[EXAMPLE, ROOT], ids=["example", "real"])
def calendars(request: pytest.FixtureRequest) -> dict[str, bytes]:
    return made(request.param)


@pytest.mark.parametrize(
    "name",
    [
        *("alle.ics", "skoler.ics", "nettverk.ics", "samarbeidsforum.ics", "utkast.ics"),
        *("nettverk-nord-eksempel.ics", "nettverk-vest-eksempel.ics", "kalendere.json"),
    ],
)
def test_calendars_are_as_blessed(name: str, golden: Callable[[str, bytes], None]) -> None:
    golden(name, feeds(load(EXAMPLE).data, NOW, SITE, {})[f"kalender/{name}"])


@pytest.mark.parametrize(
    ("state", "told"),
    [
        (
            "avlyst\n    avlyst_grunn: Ingen hadde tid.",
            ("CANCELLED", "TRANSPARENT", "Avlyst: Ingen hadde tid."),
        ),
        ("avlyst", ("CANCELLED", "TRANSPARENT", "Avlyst. Grunnen er ikke oppgitt.")),
        ("vedtatt", ("CONFIRMED", "OPAQUE", "Når: 5. november 2024 kl. 10:00–15:00")),
    ],
)
def test_hours_are_taken_until_they_are_cancelled(
    example: Path, edit: Callable[[str, str, str], None], state: str, told: tuple[str, ...]
) -> None:
    old = "avlyst\n    avlyst_grunn: Ingen hadde tid.\n"
    edit("data/arshjul/2024-2025.yml", f"status: {old}", f"status: {state}\n")
    event = by_id(made(example)["alle.ics"])["forum"]
    first = unescaped(event["DESCRIPTION"]).split("\n")[0]
    assert (event["STATUS"], event["TRANSP"], first) == told
    assert "X-MICROSOFT-CDO-BUSYSTATUS" not in event


def test_no_calendar_has_a_fault(calendars: dict[str, bytes]) -> None:
    assert {name: found for name, raw in calendars.items() if (found := faults(raw))} == {}
    assert all(in_order(raw) for raw in calendars.values())


def test_every_event_says_of_which_scheme_it_was_and_where_one_reads_what_applies_now(
    calendars: dict[str, bytes],
) -> None:
    said = [unescaped(event["DESCRIPTION"]) for event in by_uid(calendars["alle.ics"]).values()]
    assert said and all(f"\nSe hva som gjelder nå: {SITE}na/\n" in one for one in said)
    assert all(
        re.search(r"\nOrdning: .* \((gjaldt|gjelder|skal gjelde|status ukjent).*\)\n", one)
        for one in said
    )


def test_a_scheme_that_ends_is_past_and_no_new_edition() -> None:
    data, found = load(EXAMPLE).data, []
    live: dict[str, bytes] = {}
    for year in (2025, 2026):
        made = feeds(data, datetime(year, 6, 1, tzinfo=UTC), SITE, read_ledger(live, DOMAIN))
        live = {address.removeprefix("kalender/"): raw for address, raw in made.items()}
        event = by_id(live["alle.ics"])["telling"]
        found.append((event["SEQUENCE"], unescaped(event["DESCRIPTION"]).split("\n")[5]))
    assert found == [
        ("0", "Ordning: Gammelordningen (gjelder 2018–2025)"),
        ("0", "Ordning: Gammelordningen (gjaldt 2018–2025)"),
    ]


def test_the_domain_that_subscribers_have_stays() -> None:
    for raw in made(ROOT).values():
        assert b"PRODID:-//kompetanseutvikling-trondelag//kalender//NO\r\n" in raw
        ids = {event["UID"][2].partition("@")[2] for event in events(raw)}
        assert ids <= {"kompetanseutvikling-trondelag"}


def test_the_addresses_that_we_promised() -> None:
    networks = (
        "trondheim-malvik",
        "fosen",
        "gauldal",
        "trondelag-sorvest",
        "midtre-namdal",
        "indre-namdal",
        "verdal-levanger",
        "innherred",
        "vaernesregionen",
        "ytre-namdal",
        "videregaende",
    )
    expected = {
        "alle",
        "skoler",
        "nettverk",
        "samarbeidsforum",
        *(f"nettverk-{id}" for id in networks),
    }
    assert {f"kalender/{name}.ics" for name in expected} <= set(
        feeds(load(ROOT).data, NOW, SITE, {})
    )


def test_audiences_make_up_the_whole_and_share_bytes(calendars: dict[str, bytes]) -> None:
    blocks = {name: set(_blocks(raw)) for name, raw in calendars.items()}
    assert (
        blocks["alle.ics"]
        == blocks["skoler.ics"] | blocks["nettverk.ics"] | blocks["samarbeidsforum.ics"]
    )
    for name, found in blocks.items():
        if name.startswith("nettverk-") and name != "nettverk-vest-eksempel.ics":
            assert found >= blocks["alle.ics"]


def test_a_network_has_the_common_events_and_its_own() -> None:
    calendars = made(EXAMPLE)
    assert set(by_id(calendars["nettverk-nord-eksempel.ics"])) - set(
        by_id(calendars["alle.ics"])
    ) == {"nord-behov"}
    assert set(by_id(calendars["nettverk-sor-eksempel.ics"])) - set(
        by_id(calendars["alle.ics"])
    ) == {"feil-nettverk"}


def test_an_event_has_its_row_as_address() -> None:
    for event in by_id(made(ROOT)["alle.ics"]).values():
        id, cycle = event["UID"].split("@")[0].split(".")
        assert event["URL"] == f"{SITE}arshjul/{cycle}/#hendelse-{id}"


def test_days_end_the_day_after_and_hours_have_their_zone() -> None:
    found = {event["UID"][2].split(".")[0]: event for event in events(made(EXAMPLE)["alle.ics"])}
    assert (found["seminar"]["DTSTART"][1:], found["seminar"]["DTEND"][1:]) == (
        (";VALUE=DATE", "20241010"),
        (";VALUE=DATE", "20241012"),
    )
    assert (found["forum"]["DTSTART"][1:], found["forum"]["DTEND"][1:]) == (
        (";TZID=Europe/Oslo", "20241105T100000"),
        (";TZID=Europe/Oslo", "20241105T150000"),
    )
    assert (found["vedtak"]["DTSTART"][2], found["vedtak"]["DTEND"][2]) == ("20250115", "20250116")


def test_state_and_precision_show_in_the_title() -> None:
    found = by_id(made(EXAMPLE)["alle.ics"])
    assert {id: (event["STATUS"], event["SUMMARY"]) for id, event in found.items()} == {
        "telling": ("CONFIRMED", "Skolene teller eksemplene sine"),
        "seminar": ("CONFIRMED", "Eksempelseminar"),
        "forum": ("CANCELLED", "AVLYST: Møte i forumet"),
        "behov": ("CONFIRMED", "Ca. Melde behov"),
        "innstilling": ("CONFIRMED", "Ca. Skrive innstillingen"),
        "vedtak": ("CONFIRMED", "Ca. Vedtak om eksempler"),
    }
    [draft] = by_id(made(EXAMPLE)["utkast.ics"]).values()
    assert (draft["STATUS"], draft["SUMMARY"]) == ("TENTATIVE", "Foreløpig: Ca. Knappene deles ut")


def test_the_same_bytes_in_any_zone_and_with_any_hash_seed(tmp_path: Path) -> None:
    program = (
        "import sys, hashlib; sys.path[:0] = sys.argv[1:]; from feeds.test_form import *; print({n:"
        " hashlib.sha256(r).hexdigest() for n, r in made(EXAMPLE).items()})"
    )
    there = subprocess.run(
        [sys.executable, "-c", program, *sys.path],
        cwd=tmp_path,
        env=os.environ | {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    here = {name: hashlib.sha256(raw).hexdigest() for name, raw in made(EXAMPLE).items()}
    assert there == f"{here}\n" and "alle.ics" in here


MISTAKES = {
    "UID på kalenderen": (b"PRODID:", b"UID:kalender\r\nPRODID:"),
    "METHOD uten ORGANIZER": (b"PRODID:", b"METHOD:PUBLISH\r\nPRODID:"),
    "mangler VTIMEZONE": (
        b"BEGIN:VTIMEZONE\r\nTZID:Europe/Oslo",
        b"BEGIN:VTIMEZONE\r\nTZID:Europe/Paris",
    ),
    "tom CATEGORIES": (b"CATEGORIES:Arbeid,Skoler og barnehager", b"CATEGORIES:"),
    "REFRESH-INTERVAL": (b"REFRESH-INTERVAL;VALUE=DURATION", b"REFRESH-INTERVAL"),
    "X-PUBLISHED-TTL": (b"X-PUBLISHED-TTL:PT12H", b"X-PUBLISHED-TTL:12:00:00"),
    "slutt": (b"DTEND;VALUE=DATE:20240903", b"DTEND;VALUE=DATE:20240902"),
    "tidsstempel": (b"LAST-MODIFIED:20260601T000000Z", b"LAST-MODIFIED:20200101T000000Z"),
    "linjeskift": (b"CALSCALE:GREGORIAN\r\n", b"CALSCALE:GREGORIAN\n"),
    "kontrolltegn": (b"LOCATION:Gym", b"LOCATION:\x07Gym"),
}


@pytest.mark.parametrize("fault", MISTAKES)
def test_a_calendar_with_this_mistake_would_be_caught(fault: str) -> None:
    old, new = MISTAKES[fault]
    raw = made(EXAMPLE)["alle.ics"]
    assert old in raw
    try:
        found = faults(raw.replace(old, new, 1))
    except AttributeError:
        found = ["linjeskift"]
    assert fault in found


def test_a_changed_event_with_a_stale_stamp_would_be_caught() -> None:
    raw = made(EXAMPLE)["alle.ics"]
    assert set(faults(raw.replace(b"SUMMARY:Eksempelseminar", b"SUMMARY:Eksempelmote"), raw)) == {
        "SEQUENCE",
        "gammel DTSTAMP",
    }


def _blocks(raw: bytes) -> list[bytes]:
    return [
        *raw.split(b"BEGIN:VEVENT\r\n")[1:-1],
        raw.split(b"BEGIN:VEVENT\r\n")[-1].removesuffix(b"END:VCALENDAR\r\n"),
    ]
