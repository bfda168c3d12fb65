"""The whole life of a cycle on the example site, pages and calendars together: none, draft, part
adopted, moved, cancelled, over.
"""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from shutil import rmtree

import pytest
from conftest import NOW
from ics import by_id, faults
from pages.test_arshjul import HOST, listed, marked, texts, tree

from macros.__main__ import main
from macros.settings import Settings
from macros.site import Site
from macros.verbs.skriv import write_site

CYCLE = "data/arshjul/2026-2027.yml"
PAGE = "arshjul/2026-2027/"


class Life:
    """The site from build to build, each with the calendars of the one before as ledger; every
    build is looked over.
    """

    def __init__(self, root: Path, live: Path):
        self.root, self.live = root, live

    def build(self, day: str) -> "Life":
        """Publish as on that day."""
        known = {file.name: file.read_bytes() for file in self.live.glob("*.*")}
        settings = Settings(
            site_url=HOST,
            timestamp=datetime.fromisoformat(f"{day}T04:00").replace(tzinfo=UTC),
            now=NOW,
            forrige_kalender=self.live if known else None,
        )
        self.site = Site.read(self.root, settings)
        self.feeds = {
            address.removeprefix("kalender/"): raw
            for address, raw in self.site.files().items()
            if address.startswith("kalender/")
        }
        rmtree(self.live, ignore_errors=True)
        self.live.mkdir()
        for name, raw in self.feeds.items():
            assert name.endswith(".json") or faults(raw, known.get(name)) == []
            (self.live / name).write_bytes(raw)
        return self

    def change(self, event: str, old: str, new: str) -> "Life":
        """Replace the first such line of an event."""
        path = self.root / CYCLE
        found, count = re.subn(
            rf"(- id: {event}\n(?:(?!\n  -)[\s\S])*?){re.escape(old)}",
            lambda hit: hit[1] + new,
            path.read_text("utf-8"),
            count=1,
        )
        assert count == 1
        path.write_text(found, "utf-8")
        return self

    def in_feed(self, name: str = "alle") -> dict[str, tuple[str, str]]:
        """The events of the new cycle in a calendar: state and title."""
        found = by_id(self.feeds.get(f"{name}.ics", b"")) if f"{name}.ics" in self.feeds else {}
        return {
            id: (event["STATUS"], event["SUMMARY"])
            for id, event in found.items()
            if ".2026-2027@" in event["UID"]
        }

    def front(self) -> str:
        """What the front page says of the next dates."""
        return " ".join("".join(tree(self.site.block("neste_datoer", "", 3)).itertext()).split())

    def year(self) -> str:
        """Whose rows /arshjul/ shows: the id of the first."""
        return next(
            row.get("id")
            for row in tree(self.site.block("arshjul_na", "arshjul/")).iter("li")
            if row.get("id")
        )

    def row(self, event: str) -> str:
        """The row of an event on the cycle's page, which has a mark on the wheel."""
        page = tree(self.site.block("arshjul_rader", PAGE, "2026-2027"))
        assert marked(page) == set(listed(page))
        return " ".join(texts(listed(page)[f"hendelse-{event}"], "*"))

    def of_network(self) -> str:
        """What a network's page says."""
        return " ".join(
            "".join(
                tree(
                    self.site.block("nettverk_ar", "nettverk/sor-eksempel/", "sor-eksempel")
                ).itertext()
            ).split()
        )

    def block(self, id: str = "alle") -> str:
        """What the page says to who wants to subscribe."""
        return self.site.block("abonner", "arshjul/abonner/", id)


@pytest.fixture
def life(example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Life:
    """The example, where two events are usual."""
    monkeypatch.chdir(example)
    file = example / "data/arshjul/monster.yml"
    file.write_text(file.read_text("utf-8").replace("  utgatt: true\n", ""), "utf-8")
    return Life(example, tmp_path / "ute")


NONE = "Ingen datoer er vedtatt. Det siste årshjulet vi kjenner, gikk til og med juli 2025."


def test_a_life(life: Life, tmp_path: Path, problems: Callable[[Path], list[str]]) -> None:
    life.build("2026-06-01")
    assert (
        NONE in life.front()
        and life.year() == "monster-behov"
        and "Kalenderen er tom framover" in life.block()
    )
    assert life.in_feed() == life.in_feed("utkast") == {}

    assert main(["nytt-arshjul", "2026-2027"]) == 0
    assert problems(life.root) == []
    life.build("2026-06-02")
    assert (
        NONE in life.front()
        and life.year() == "monster-behov"
        and life.in_feed() == {}
        and "Kalenderen er tom framover" in life.block()
    )
    assert life.in_feed("utkast") == {
        "behov": ("TENTATIVE", "Foreløpig: Ca. Melde behov"),
        "vedtak": ("TENTATIVE", "Foreløpig: Ca. Vedtak om eksempler"),
    }
    assert "Foreløpig: Vedtak om eksempler" in life.row(
        "vedtak"
    ) and "kalender/utkast.ics" in life.block("utkast")
    assert "Dette er et utkast. Ingen av datoene er vedtatt." in " ".join(
        texts(tree(life.site.block("arshjul_syklus", PAGE, "2026-2027")), ".//p")
    )
    [page] = [page for page in life.site.pages() if page.path == "arshjul/2026-2027.md"]
    assert (
        page.extras["kalender"] == "utkast"
        and page.title == "Utkast til årshjul august 2026 – juli 2027"
    )

    life.change("vedtak", "dato:\n", "dato: 2027-01-20\n").change(
        "vedtak", "status: forelopig", "status: vedtatt"
    ).build("2026-06-03")
    assert life.in_feed() == {"vedtak": ("CONFIRMED", "Vedtak om eksempler")}
    assert life.in_feed("utkast") == {"behov": ("TENTATIVE", "Foreløpig: Ca. Melde behov")}
    assert life.year() == "hendelse-behov" and "Kalenderen er tom" not in life.block()
    assert (
        "Foreløpig: Melde behov" not in life.front()
        and "20. januar 2027 Vedtak om eksempler" in life.front()
    )
    assert (
        life.row("vedtak").startswith("20. januar 2027")
        and "20. januar 2027 Vedtak om eksempler" in life.of_network()
    )

    life.change("vedtak", "dato: 2027-01-20\n", "dato: 2027-02-03\n").change(
        "vedtak", "status: vedtatt", "status: vedtatt\n    flyttet_fra: 2027-01-20"
    ).build("2026-12-01")
    assert (
        "3. februar 2027 Vedtak om eksempler Flyttet fra 20. januar 2027" in life.front()
        and "20. januar 2027" in life.of_network()
    )
    assert by_id(life.feeds["nettverk-sor-eksempel.ics"])["vedtak"]["DTSTART"] == "20270203"

    life.change(
        "vedtak", "status: vedtatt", "status: avlyst\n    avlyst_grunn: Ingen eksempler i år"
    ).build("2026-12-02")
    assert life.in_feed()["vedtak"] == ("CANCELLED", "AVLYST: Vedtak om eksempler")
    assert all(
        "Avlyst: Vedtak om eksempler" in said and "Avlyst fordi: Ingen eksempler i år" in said
        for said in (life.front(), life.row("vedtak"), life.of_network())
    )

    before = life.feeds
    life.build("2027-08-01")
    assert (
        life.feeds["alle.ics"] == before["alle.ics"]
        and life.year() == "monster-behov"
        and "gikk til og med juli 2027" in life.front()
    )
    assert "Dette årshjulet er historie" in life.site.block("arshjul_syklus", PAGE, "2026-2027")

    write_site(life.site, tmp_path / "skrevet")
    assert "Dette årshjulet er historie" in (tmp_path / "skrevet/arshjul/2026-2027.md").read_text(
        "utf-8"
    )
    assert (tmp_path / "skrevet/kalender/alle.ics").read_bytes() == life.feeds["alle.ics"]
