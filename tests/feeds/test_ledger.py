"""The published calendars as ledger: what is unchanged keeps its stamp, what changes gets the next,
what vanishes is refused.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from ics import by_id, faults
from side_door import Run

from macros.feeds import calendars_gone, feeds, listed, read_ledger, vanished
from macros.problems import DataError
from macros.reading.load import load
from macros.settings import from_environment

FIRST = datetime(2024, 8, 1, tzinfo=UTC)
LATER = FIRST + timedelta(days=1)
SITE = "https://eksempel.no/"
CYCLE = "data/arshjul/2024-2025.yml"
NETWORK = "data/nettverk/nord-eksempel.yml"
REMEDY = (
    "merk den `avlyst` i stedet for å slette den. Ble den publisert ved en feil, skriver du"
    " «trukket» med dato og grunn. Har den fått en ny id, skriver du den gamle igjen"
)

ROW = (
    "  - {id: nord-behov, tittel: Frist for behov, type: frist, nar: {dato: 2024-11-15},"
    " malgruppe: skoler, status: vedtatt, kilde: rapport}\n"
)

DOMAIN = "eksempler-mellom-skole-og-eksempel"  # in the example's data/fylke.yml

Files = dict[str, bytes]
Edit = Callable[[str, str, str], None]


def publish(root: Path, when: datetime, live: Files | None = None) -> Files:
    made = feeds(load(root).data, when, SITE, read_ledger(live or {}, DOMAIN))
    return {address.removeprefix("kalender/"): raw for address, raw in made.items()}


def lost(root: Path, live: Files, today: date) -> list[str]:
    return [str(problem) for problem in vanished(load(root).data, read_ledger(live, DOMAIN), today)]


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
    for day, (old, new) in enumerate((("Eksempelseminar", "En"), ("En", "To"), ("To", "Tre")), 1):
        edit(CYCLE, f"tittel: {old}\n", f"tittel: {new}\n")
        live = publish(example, FIRST + timedelta(days=day), live)
    assert by_id(live["alle.ics"])["seminar"]["SEQUENCE"] == "3"


def test_two_builds_of_one_moment_have_two_stamps(example: Path, edit: Edit) -> None:
    live = publish(example, FIRST)
    edit(CYCLE, "tittel: Eksempelseminar\n", "tittel: Seminaret\n")
    found = by_id(publish(example, FIRST, live)["alle.ics"])["seminar"]
    assert (found["SEQUENCE"], found["DTSTAMP"]) == ("1", "20240801T000001Z")


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("data/kilder.yml", "kort: Rapport", "kort: Rapporten"),
        (CYCLE, "om: Tellingen tar en dag,", "om: Tellingen tar en hel dag,"),
    ],
)
def test_what_no_subscriber_sees_is_no_new_edition(
    example: Path, edit: Edit, file: str, old: str, new: str
) -> None:
    live = publish(example, FIRST)
    edit(file, old, new)
    later = publish(example, LATER, live)
    assert later["alle.ics"] != live["alle.ics"]
    assert {event["SEQUENCE"] for event in by_id(later["alle.ics"]).values()} == {"0"}


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


def test_the_networks_own_events_have_a_ledger_too(example: Path, edit: Edit) -> None:
    live = publish(example, FIRST)
    edit(NETWORK, "dato: 2024-11-15", "dato: 2024-11-22")
    later = publish(example, LATER, live)
    assert by_id(later["nettverk-nord-eksempel.ics"])["nord-behov"]["SEQUENCE"] == "1"
    assert later["alle.ics"] == live["alle.ics"]


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


def test_a_cycle_that_is_gone_or_renamed_is_told_of_once(example: Path, edit: Edit) -> None:
    live, day = publish(example, FIRST), date(2024, 9, 1)
    edit(CYCLE, "id: 2024-2025\n", "id: 2024-25\n")
    (example / CYCLE).rename(example / "data/arshjul/2024-25.yml")
    assert lost(example, live, day) == [
        "data/arshjul/2024-2025.yml:1: årshjulet «2024-2025» er publisert og ikke over, men finnes"
        " ikke lenger. Har det fått et nytt navn, gir du filen og id-en det gamle igjen. Skal"
        " datoene bort, legger du filen tilbake og merker dem `avlyst`"
    ]
    assert lost(example, live, date(2025, 6, 1)) == []


def test_of_a_network_that_is_gone_the_calendar_is_told_of_and_not_each_date(
    example: Path, edit: Edit
) -> None:
    live, day = publish(example, FIRST), date(2024, 11, 1)
    (example / NETWORK).unlink()
    edit("data/nettsted.yml", "    ny: nord-eksempel\n", "")
    assert lost(example, live, day) == []
    data = load(example).data
    [said] = calendars_gone(data, listed(live, DOMAIN), day)
    assert said.message.startswith("nettverket «nord-eksempel» er publisert, men finnes ikke")
    assert "navn: Nord-Eksempel, opphort: 2024-11-01, " in said.message


def test_a_row_may_be_withdrawn_more_than_once(example: Path) -> None:
    network = example / "data/nettverk/sor-eksempel.yml"
    drawn = network.read_text("utf-8")
    back = re.sub(r"    trukket:\n(      .*\n)+", "", drawn)
    live, editions = publish(example, FIRST), []
    for text in (back, drawn, back, drawn):
        network.write_text(text, "utf-8")
        before, live = live, publish(example, FIRST, live)
        assert faults(live["nettverk-sor-eksempel.ics"], before["nettverk-sor-eksempel.ics"]) == []
        event = by_id(live["nettverk-sor-eksempel.ics"])["feil-nettverk"]
        editions.append((event["STATUS"], int(event["SEQUENCE"]) - date(2026, 5, 15).toordinal()))
    assert editions == [("CONFIRMED", 1), ("CANCELLED", 2), ("CONFIRMED", 3), ("CANCELLED", 4)]
    assert publish(example, LATER, live) == live
    network.write_text(back.replace("id: feil-nettverk", "id: et-annet"), "utf-8")
    assert "er trukket, men finnes ikke" in lost(example, live, date(2027, 5, 15))[0]


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


def test_a_window_is_kept_until_its_last_day(example: Path, edit: Edit) -> None:
    live = publish(example, FIRST)
    assert by_id(live["alle.ics"])["behov"]["X-LAST-DAY"] == "20241231"
    edit(CYCLE, "  - id: behov\n", "  - id: behovet\n")
    edit(NETWORK, "    for: behov\n", "")
    assert [len(lost(example, live, date(2024, 12, day))) for day in (2, 31)] == [1, 1]
    assert lost(example, live, date(2025, 1, 1)) == []


def test_a_row_that_was_withdrawn_stays_for_its_year(example: Path, edit: Edit) -> None:
    live = publish(example, FIRST)
    edit("data/nettverk/sor-eksempel.yml", "  - id: feil-nettverk\n", "  - id: et-annet\n")
    assert lost(example, live, date(2027, 5, 15)) == [
        "data/nettverk/sor-eksempel.yml:1: hendelsen «feil-nettverk» er trukket, men finnes ikke"
        " lenger. La raden stå til og med 2027-05-15, så kalenderne får sagt fra"
    ]
    assert lost(example, live, date(2027, 5, 16)) == []


def test_a_network_that_ends_takes_its_dates_along(example: Path, edit: Edit) -> None:
    live, day = publish(example, FIRST), date(2024, 11, 15)
    end_nord(example, edit)
    [said] = lost(example, live, day)
    assert said.startswith(
        "data/nettverk/sor-eksempel.yml:1: nettverket «nord-eksempel» har opphørt, men hendelsen"
        " «nord-behov» er publisert og ikke over. Skriv raden i data/nettverk/sor-eksempel.yml, med"
        " samme id, eller la data/nettverk/nord-eksempel.yml stå"
    )
    assert lost(example, live, day + timedelta(days=1)) == []
    edit(
        "data/nettverk/sor-eksempel.yml", "  - id: feil-nettverk\n", f"{ROW}  - id: feil-nettverk\n"
    )
    assert lost(example, live, day) == []


def end_nord(root: Path, edit: Edit) -> None:
    """Merge one network into the other, as far as calendars can tell."""
    (root / NETWORK).unlink()
    edit(
        "data/nettsted.yml",
        "    ny: nord-eksempel\n",
        "  - {id: nord-eksempel, navn: Nord-Eksempel, opphort: 2024-10-01, ny: sor-eksempel}\n",
    )


def test_a_network_that_is_gone_must_say_where_to_go(example: Path, edit: Edit) -> None:
    live = publish(example, FIRST)
    edit("data/nettsted.yml", "id: vest-eksempel", "id: aust-eksempel")
    data = load(example).data
    assert [str(one) for one in calendars_gone(data, listed(live, DOMAIN), date(2026, 6, 1))] == [
        "data/nettsted.yml:1: nettverket «vest-eksempel» er publisert, men finnes ikke lenger. De"
        " som abonnerer på kalenderen, må få vite hvor de skal gå. Skriv under «tidligere» i denne"
        " filen: - {id: vest-eksempel, navn: Vest-Eksempel, opphort: 2025-01-01, ny:"
        " id-en til nettverket som tok over}. Er det borte for godt, sletter du «ny»"
    ]
    unread = replace(data, known={"nettverk": frozenset({"vest-eksempel"})})
    assert list(calendars_gone(unread, listed(live, DOMAIN), date(2026, 6, 1))) == []


def test_a_network_that_is_no_more_keeps_a_calendar_that_tells(example: Path) -> None:
    live = publish(example, FIRST)
    [event] = by_id(live["nettverk-vest-eksempel.ics"]).values()
    assert (event["SUMMARY"], event["DTSTART"], event["SEQUENCE"]) == (
        "Kalenderen er opphørt: Vest-Eksempel",
        "20250101",
        "0",
    )
    assert event["DESCRIPTION"].startswith(
        "Nettverket Vest-Eksempel opphørte 1. januar 2025. Abonner på kalenderen til Nord-Eksempel"
    )
    assert (
        publish(example, LATER, live)["nettverk-vest-eksempel.ics"]
        == (live["nettverk-vest-eksempel.ics"])
    )


# File, what is done to it, and what is said.
DAMAGE = {
    "empty": ("alle.ics", lambda raw: b"", "dette er ikke en kalender"),
    "a page": ("alle.ics", lambda raw: b"<!doctype html>", "dette er ikke en kalender"),
    "cut": ("skoler.ics", lambda raw: raw[: len(raw) // 2], "kalenderen er kuttet"),
    "cut within": (
        "nettverk.ics",
        lambda raw: re.sub(rb"BEGIN:VEVENT.*?END:VEVENT\r\n", b"", raw, count=1, flags=re.DOTALL),
        "kalenderen har ikke de 3 hendelsene som kalendere.json sier",
    ),
    "another site's": (
        "alle.ics",
        lambda raw: raw.replace(b"PRODID:-//eksempler", b"PRODID:-//annet"),
        "kalenderen er fra et annet nettsted",
    ),
    "another calendar": (
        "alle.ics",
        lambda raw: raw.replace(b"kalender/alle.ics", b"kalender/alt.ics"),
        "dette er en annen kalender enn den heter",
    ),
    "one beside its folder": (
        "alle.ics",
        lambda raw: raw.replace(b"/kalender/alle.ics", b"/gammelkalender/alle.ics"),
        "dette er en annen kalender enn den heter",
    ),
    "one whose name begins alike": (
        "alle.ics",
        lambda raw: raw.replace(b"kalender/alle.ics", b"kalender/alle.ics.gammel"),
        "dette er en annen kalender enn den heter",
    ),
    "an event begun and not ended": (
        "alle.ics",
        lambda raw: raw.replace(b"SUMMARY:", b"SUMMARY:BEGIN:VEVENT", 1),
        "kalenderen har ikke de 6 hendelsene som kalendere.json sier",
    ),
    "a foreign event": (
        "alle.ics",
        lambda raw: raw.replace(b"UID:seminar.", b"UID:seminar@", 1),
        "kalenderen har hendelser som ikke er fra nettstedet",
    ),
    "an event of another site": (
        "alle.ics",
        lambda raw: raw.replace(f"@{DOMAIN}".encode(), b"@annet", 1),
        "kalenderen har hendelser som ikke er fra nettstedet",
    ),
    "in other letters": (
        "alle.ics",
        lambda raw: raw.decode().encode("latin-1", "replace"),
        "kalenderen er ikke skrevet i UTF-8",
    ),
    "no edition": (
        "alle.ics",
        lambda raw: raw.replace(b"SEQUENCE:0\r\n", b"", 1),
        f"hendelsen telling.2024-2025@{DOMAIN} er skadet",
    ),
    "no list": ("kalendere.json", lambda raw: None, "listen over alle kalenderne mangler"),
    "half a list": (
        "kalendere.json",
        lambda raw: raw[:90],
        "dette er ikke hele listen over kalenderne til nettstedet",
    ),
    "another site's list": (
        "kalendere.json",
        lambda raw: raw.replace(b"-//eksempler", b"-//annet"),
        "listen er fra et annet nettsted",
    ),
    "a way out of the folder": (
        "kalendere.json",
        lambda raw: raw.replace(b'"alle.ics"', b'"../alle.ics"'),
        "listen nevner filer som ikke er kalendere",
    ),
    "one is missing": (
        "nettverk-nord-eksempel.ics",
        lambda raw: None,
        "kalenderen står i kalendere.json, men er ikke med",
    ),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_ledger_is_refused_with_a_reason(example: Path, damage: str) -> None:
    name, spoil, why = DAMAGE[damage]
    live = publish(example, FIRST)
    spoilt = spoil(live[name])
    assert spoilt != live[name]
    live = {one: raw for one, raw in (live | {name: spoilt}).items() if raw is not None}
    with pytest.raises(DataError, match=f"{re.escape(name)}:1: {re.escape(why)}.*KALENDER_FORRIGE"):
        read_ledger(live, DOMAIN)


def test_a_ledger_made_for_another_address_is_refused_unless_it_was_ours(example: Path) -> None:
    live, new = publish(example, FIRST), "https://www.eksempel.no/"
    with pytest.raises(
        DataError,
        match=r"alle\.ics:1: kalenderen er laget for https://eksempel\.no/, ikke for"
        r" https://www\.eksempel\.no/\. Er det en gammel adresse til nettstedet, setter du den i"
        r" SITE_URL_TIDLIGERE\.",
    ):
        read_ledger(live, DOMAIN, [new])
    environ = {"SITE_URL": new, "SITE_URL_TIDLIGERE": "https://a.no https://eksempel.no"}
    ours = from_environment(example, environ).egne_adresser
    assert ours == (new, "https://a.no/", SITE)
    assert (
        read_ledger(live, DOMAIN, ours)
        == read_ledger(live, DOMAIN, [SITE])
        == read_ledger(live, DOMAIN)
    )
    assert from_environment(example, {"SITE_URL_TIDLIGERE": SITE}).egne_adresser == ()


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
    live = publish(example, FIRST)
    live["alle.ics"], count = re.subn(old, new, live["alle.ics"])
    assert count
    with pytest.raises(DataError, match=r"alle\.ics:1: hendelsen .* er skadet"):
        read_ledger(live, DOMAIN)


def test_the_setting_reaches_the_judge(example: Path, run: Run, edit: Edit, tmp_path: Path) -> None:
    live = tmp_path / "kalender"
    live.mkdir()
    for name, raw in publish(example, FIRST).items():
        (live / name).write_bytes(raw)
    later = str(int(LATER.timestamp()))
    assert run("sjekk", SOURCE_DATE_EPOCH=later, KALENDER_FORRIGE=str(live)).returncode == 0
    edit(CYCLE, "  - id: seminar\n", "  - id: seminaret\n")
    for previous, expected in (
        (live, f"hendelsen «seminar» er publisert og ikke over, men finnes ikke lenger: {REMEDY}"),
        (live / "alle.ics", "(det skal være hele mappen, ikke én fil)"),
    ):
        result = run("sjekk", SOURCE_DATE_EPOCH=later, KALENDER_FORRIGE=str(previous))
        said = " ".join((result.stdout + result.stderr).split())
        assert result.returncode == 1 and expected in said
    result = run("sjekk", KALENDER_FORRIGE=str(tmp_path / "borte.ics"))
    assert result.returncode == 1
    assert "kan ikke leses" in " ".join((result.stdout + result.stderr).split())
