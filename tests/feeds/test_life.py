"""The life of a cycle, from nothing to over, as a subscriber's calendar sees it."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from ics import by_id, faults, unescaped

from macros.__main__ import main
from macros.feeds import feeds, read_ledger, vanished
from macros.problems import Problem
from macros.reading.load import load

SITE = "https://eksempel.no/"
CYCLE = "data/arshjul/2026-2027.yml"
Files = dict[str, bytes]


class Publisher:
    """Publishes the project again and again, a day later each time, with what it published before
    as ledger.
    """

    def __init__(self, root: Path):
        self.root, self.live, self.now = root, {}, datetime(2026, 8, 1, tzinfo=UTC)

    def publish(self) -> Files:
        data, before = load(self.root).data, self.live
        assert self.lost() == []
        made = feeds(data, self.now, SITE, read_ledger(before, data.fylke.domene))
        self.live = {address.removeprefix("kalender/"): raw for address, raw in made.items()}
        assert [
            found
            for name, raw in self.live.items()
            if name.endswith(".ics") and (found := faults(raw, before.get(name)))
        ] == []
        self.now += timedelta(days=1)
        return self.live

    def lost(self) -> list[Problem]:
        data = load(self.root).data
        return list(vanished(data, read_ledger(self.live, data.fylke.domene), self.now.date()))

    def change(self, event: str, old: str, new: str) -> None:
        """Replace a line of one event."""
        path = self.root / CYCLE
        found, count = re.subn(
            rf"(- id: {event}\n(?:(?!\n  -)[\s\S])*?){re.escape(old)}",
            lambda hit: hit[1] + new,
            path.read_text("utf-8"),
            count=1,
        )
        assert count == 1
        path.write_text(found, "utf-8")


@pytest.fixture
def publisher(example: Path, monkeypatch: pytest.MonkeyPatch) -> Publisher:
    monkeypatch.chdir(example)
    return Publisher(example)


def test_a_row_that_was_published_by_mistake_is_withdrawn_for_a_year(publisher: Publisher) -> None:
    main(["nytt-arshjul", "2026-2027"])
    publisher.change("vedtak", "dato:\n", "dato: 2027-01-20\n")
    publisher.change("vedtak", "status: forelopig", "status: vedtatt")
    publisher.publish()
    publisher.change(
        "vedtak",
        "status: vedtatt",
        "status: vedtatt\n    trukket: {dato: 2026-08-02, grunn: Feil årshjul.}",
    )
    data = load(publisher.root).data
    live = read_ledger(publisher.live, data.fylke.domene)
    with_ledger, without = (feeds(data, publisher.now, SITE, one) for one in (live, {}))
    assert with_ledger["kalender/alle.ics"] != without["kalender/alle.ics"]
    gone = [by_id(made["kalender/alle.ics"])["vedtak"] for made in (with_ledger, without)]
    assert gone[0] == gone[1]
    assert (gone[0]["STATUS"], gone[0]["SUMMARY"]) == (
        "CANCELLED",
        "TRUKKET: Vedtak om eksempler",
    )
    assert unescaped(gone[0]["DESCRIPTION"]).startswith("Trukket 2. august 2026: Feil årshjul.\n")
    assert int(gone[0]["SEQUENCE"]) > 700_000
    assert (gone[0]["LAST-MODIFIED"], gone[0]["DTSTAMP"]) == ("20260802T215959Z",) * 2
    assert publisher.lost() == []
    publisher.change("vedtak", "dato: 2026-08-02", "dato: 2026-07-30")
    assert [str(problem) for problem in publisher.lost()] == [
        f"{CYCLE}:{line_of(publisher, 'trukket:')}: raden ble sist endret i kalenderne 2026-08-01,"
        " og kan ikke være trukket før det. Skriv den dagen eller en senere"
    ]
    publisher.change("vedtak", "dato: 2026-07-30", "dato: 2026-08-01")
    publisher.publish()  # on the day itself, and later than what was published that day
    publisher.change("vedtak", "dato: 2026-08-01", "dato: 2026-08-02")
    publisher.change("vedtak", "Vedtak om eksempler", "Vedtak om alt")
    publisher.publish()
    assert publisher.lost() == []
    for day, here in (("2027-08-02", True), ("2027-08-03", False)):
        made = feeds(data, datetime.fromisoformat(f"{day}T12:00:00+00:00"), SITE, live)
        assert ("vedtak" in new_events({"alle.ics": made["kalender/alle.ics"]})) is here


def line_of(publisher: Publisher, words: str) -> int:
    lines = (publisher.root / CYCLE).read_text("utf-8").split("\n")
    return next(number for number, line in enumerate(lines, 1) if words in line)


def new_events(live: Files, name: str = "alle.ics") -> dict[str, dict[str, str]]:
    return {id: event for id, event in by_id(live[name]).items() if ".2026-2027@" in event["UID"]}


def test_from_nothing_to_over(publisher: Publisher, problems: Callable[[Path], list[str]]) -> None:
    assert new_events(publisher.publish(), "utkast.ics") == {}

    assert main(["nytt-arshjul", "2026-2027"]) == 0
    assert problems(publisher.root) == []
    live = publisher.publish()
    assert new_events(live) == {} and new_events(live, "nettverk-nord-eksempel.ics") == {}
    drafted = by_id(live["utkast.ics"])["vedtak"]
    assert (drafted["STATUS"], drafted["SUMMARY"], drafted["DTSTART"]) == (
        "TENTATIVE",
        "Foreløpig: Ca. Vedtak om eksempler",
        "20270115",
    )

    publisher.change("vedtak", "dato:\n", "dato: 2027-01-20\n")
    publisher.change("vedtak", "status: forelopig", "status: vedtatt")
    assert problems(publisher.root) == []
    live = publisher.publish()
    adopted = new_events(live)["vedtak"]
    assert new_events(live, "utkast.ics") == {}
    assert (
        adopted["UID"],
        adopted["STATUS"],
        adopted["SUMMARY"],
        adopted["DTSTART"],
        adopted["SEQUENCE"],
    ) == (drafted["UID"], "CONFIRMED", "Vedtak om eksempler", "20270120", "1")

    publisher.change("vedtak", "dato: 2027-01-20\n", "dato: 2027-02-03\n")
    publisher.change("vedtak", "status: vedtatt", "status: vedtatt\n    flyttet_fra: 2027-01-20")
    moved = new_events(publisher.publish())["vedtak"]
    assert (moved["UID"], moved["DTSTART"], moved["SEQUENCE"]) == (drafted["UID"], "20270203", "2")
    assert unescaped(moved["DESCRIPTION"]).startswith(
        "Flyttet fra 20. januar 2027.\nNår: 3. februar 2027\n"
    )

    publisher.change(
        "vedtak", "status: vedtatt", "status: avlyst\n    avlyst_grunn: Ingen eksempler i år"
    )
    cancelled = new_events(publisher.publish())["vedtak"]
    assert (cancelled["STATUS"], cancelled["SUMMARY"], cancelled["SEQUENCE"]) == (
        "CANCELLED",
        "AVLYST: Vedtak om eksempler",
        "3",
    )
    assert unescaped(cancelled["DESCRIPTION"]).startswith("Avlyst: Ingen eksempler i år\n")

    before = publisher.live["alle.ics"]
    publisher.now = datetime(2028, 1, 1, tzinfo=UTC)
    assert publisher.publish()["alle.ics"] == before


def test_part_of_a_cycle_can_be_adopted_before_the_rest(publisher: Publisher) -> None:
    (publisher.root / "data/arshjul/monster.yml").write_text(
        (publisher.root / "data/arshjul/monster.yml")
        .read_text("utf-8")
        .replace("  utgatt: true\n", ""),
        "utf-8",
    )
    main(["nytt-arshjul", "2026-2027"])
    publisher.change("vedtak", "dato:\n", "dato: 2027-01-20\n")
    publisher.change("vedtak", "status: forelopig", "status: vedtatt")
    live = publisher.publish()
    assert set(new_events(live)) == {"vedtak"}
    assert new_events(live, "utkast.ics")["behov"]["SUMMARY"] == "Foreløpig: Ca. Melde behov"

    publisher.change("behov", "dato:\n", "dato: 2026-11-10\n")
    own_day = new_events(publisher.publish())["behov"]
    assert (own_day["SUMMARY"], own_day["STATUS"]) == ("Foreløpig: Melde behov", "TENTATIVE")
    assert new_events(publisher.live, "utkast.ics") == {}


def test_a_published_cycle_cannot_go_back_to_draft_or_away(publisher: Publisher) -> None:
    main(["nytt-arshjul", "2026-2027"])
    publisher.publish()
    publisher.change("vedtak", "dato:\n", "dato: 2027-01-20\n")
    publisher.change("vedtak", "status: forelopig", "status: vedtatt")
    publisher.publish()
    publisher.change("vedtak", "dato: 2027-01-20\n", "dato:\n")
    publisher.change("vedtak", "status: vedtatt", "status: forelopig")
    assert [problem.code for problem in publisher.lost()] == ["hendelse-borte"]
    (publisher.root / CYCLE).unlink()
    assert [problem.code for problem in publisher.lost()] == ["hendelse-borte"]


def test_a_draft_may_be_thrown_away(publisher: Publisher) -> None:
    main(["nytt-arshjul", "2026-2027"])
    publisher.publish()
    (publisher.root / CYCLE).unlink()
    assert new_events(publisher.publish(), "utkast.ics") == {}


def test_adopting_without_a_day_is_explained(
    publisher: Publisher, problems: Callable[[Path], list[str]]
) -> None:
    main(["nytt-arshjul", "2026-2027"])
    publisher.change("vedtak", "status: forelopig", "status: vedtatt")
    lines = (publisher.root / CYCLE).read_text("utf-8").split("\n")
    line = lines.index("      dato:", lines.index("  - id: vedtak")) + 1
    assert problems(publisher.root) == [
        f"{CYCLE}:{line}: en vedtatt hendelse må ha «nar». Fyll ut dato, eller la status være"
        " forelopig"
    ]


def test_a_draft_is_never_overwritten(
    publisher: Publisher, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["nytt-arshjul", "2026-2027"]) == 0
    file = publisher.root / CYCLE
    file.write_text("# mitt\n" + file.read_text("utf-8"), "utf-8")
    assert main(["nytt-arshjul", "2026-2027"]) == 1
    assert (
        capsys.readouterr().err
        == f"{CYCLE} finnes fra før og blir ikke rørt. Slett den først hvis du vil begynne på"
        " nytt.\n"
    )
    assert file.read_text("utf-8").startswith("# mitt\n")


@pytest.mark.parametrize("id", ["2027", "2027-2029", "../2027-2028", "neste", "20२७-20२८", ""])
def test_a_cycle_is_a_school_year(
    publisher: Publisher, capsys: pytest.CaptureFixture[str], id: str
) -> None:
    assert main(["nytt-arshjul", id]) == 1
    assert (
        capsys.readouterr().err
        == f"«{id}» er ikke et skoleår. Skriv to år etter hverandre, som 2027-2028.\n"
    )


def test_a_school_year_may_have_the_dash_of_a_text_and_has_the_columns_of_the_newest(
    publisher: Publisher, edit: Callable[[str, str, str], None]
) -> None:
    main(["nytt-arshjul", "2026-2027"])
    edit(CYCLE, 'skoler: "Skolene"', 'skoler: "Alle skoler"')
    assert main(["nytt-arshjul", " 2027–2028 "]) == 0
    made = (publisher.root / "data/arshjul/2027-2028.yml").read_text("utf-8")
    assert '  skoler: "Alle skoler"\n' in made


def test_the_draft_is_as_blessed(publisher: Publisher, golden: Callable[[str, str], None]) -> None:
    patterns = publisher.root / "data/arshjul/monster.yml"
    patterns.write_text(patterns.read_text("utf-8").replace("  utgatt: true\n", ""), "utf-8")
    main(["nytt-arshjul", "2026-2027"])
    golden("nytt-arshjul.yml", (publisher.root / CYCLE).read_text("utf-8"))
