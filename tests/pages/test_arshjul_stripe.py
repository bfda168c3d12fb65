"""The year as a strip: each row once in its months, and the same rows in the list for a phone."""

from dataclasses import replace
from datetime import date
from xml.etree.ElementTree import Element

import pytest
from arshjul_pages import real_site_on, site, texts, tree
from conftest import EXAMPLE, ROOT
from hypothesis import given
from hypothesis import strategies as st

from macros.model.dates import Moment
from macros.model.innslag import Innslag
from macros.pages.arshjul_stripe import strip_group

AUGUST = Moment(2024, 8)


def felt(id: str, start: date, slutt: date) -> Innslag:
    return Innslag(
        id, id, id, "", "", ("frist",), "vedtatt", "", ("skoler",), start, slutt, True, f"#{id}"
    )


def rows_in(page: Element) -> list[str]:
    return [one.get("data-rad") for one in page.iter("div") if one.get("data-rad")]


def filled(table: Element) -> list[list[str | None]]:
    """The cells of a table as the reader sees them, spans written out; row heads are left out."""
    taken: dict[tuple[int, int], str | None] = {}
    for y, row in enumerate(table.iter("tr")):
        x = 0
        for cell in row:
            while (y, x) in taken:
                x += 1
            wide, high = (int(cell.get(name, 1)) for name in ("colspan", "rowspan"))
            inner = cell.find("div")
            for dy in range(high):
                for dx in range(wide):
                    assert (y + dy, x + dx) not in taken
                    taken[y + dy, x + dx] = inner.get("data-rad") if inner is not None else None
            x += wide
    return [[taken[y, x] for x in range(1, 13)] for y in sorted({y for y, _ in taken}) if y]


def test_the_strip_of_the_forum_has_its_rows_alone() -> None:
    for day in ("2024-10-01", "2025-10-01"):
        page = tree(site(EXAMPLE, day).block("forum_stripe", "roller/samarbeidsforum/"))
        assert set(texts(page, ".//tbody/tr/th")) == {"Samarbeids\xadforum"}


@pytest.mark.parametrize("day", ["2024-10-01", "2025-10-01"])
def test_every_table_is_whole(day: str) -> None:
    made = site(EXAMPLE, day)
    for block in ("arshjul_stripe", "nettverk_stripe", "syklus_stripe"):
        names = {
            "nettverk_stripe": made.view.data.nettverk,
            "syklus_stripe": made.view.data.sykluser,
        }
        for id in names.get(block, [None]):
            page = tree(made.block(block, "", *filter(None, [id])))
            for table in page.iter("table"):
                heights = [int(head.get("rowspan", 1)) for head in table.findall("tbody/tr/th")]
                assert len(filled(table)) == sum(heights)


def test_a_row_stands_in_its_months() -> None:
    page = tree(real_site_on("2026-06-01").block("arshjul_stripe", ""))
    [table] = page.iter("table")
    months = [name.strip() for name in texts(table, "thead/tr/th")]
    assert months[0] == "aug." and months[-1] == "juli"
    lines = filled(table)
    where = {
        id: [months[x] for x in range(12) if any(line[x] == id for line in lines)]
        for id in rows_in(page)
    }
    assert where["monster-behovsmeldinger"] == ["okt.", "nov.", "des."]
    assert where["monster-beslutningsgrunnlag"] == ["feb."]
    assert "monster-erfaringsseminar" not in where and len(where) == 15


def test_what_was_seen_once_is_marked_and_said() -> None:
    page = tree(real_site_on("2026-06-01").block("arshjul_stripe", ""))
    cells = {one.get("data-rad"): one for one in page.iter("div") if one.get("data-rad")}
    once, often = cells["monster-beslutningsgrunnlag"], cells["monster-behovsmeldinger"]
    assert "en" in once.get("class").split() and "flere" in often.get("class").split()
    assert texts(once, "span")[-1] == ", frist, sett én gang (2024)"
    assert texts(often, "span")[-1] == ", frist, sett 2 ganger (2023 og 2024)"


def test_a_phones_list_holds_the_rows_of_the_strip() -> None:
    real = real_site_on("2026-06-01")
    page = tree(real.block("arshjul_stripe", ""))
    assert len(page.findall(".//ol/li")) == len(set(rows_in(page)))
    assert not tree(real.block("arshjul_stripe", "arshjul/")).findall(".//ol")


def test_a_cycle_longer_than_a_year_has_a_strip_for_each_school_year() -> None:
    page = tree(site(ROOT, "2026-06-01").block("syklus_stripe", "arshjul/2023-2025/", "2023-2025"))
    assert texts(page, ".//caption") == [
        "Skoleåret 2023–24 måned for måned",
        "Skoleåret 2024–25 måned for måned",
    ]
    assert len(rows_in(page)) == 18
    assert {(table.get("data-fra"), table.get("data-til")) for table in page.iter("table")} == {
        ("2023-10-01", "2025-01-31")
    }


def test_the_typical_year_has_no_today() -> None:
    page = tree(real_site_on("2026-06-01").block("arshjul_stripe", ""))
    assert all(not table.get("data-fra") for table in page.iter("table"))
    assert all(not head.get("data-maned") for head in page.iter("th"))


def test_a_network_without_dates_is_told_the_way_in() -> None:
    page = tree(real_site_on("2026-06-01").block("nettverk_stripe", "nettverk/fosen/", "fosen"))
    [cell] = [one for one in page.iter("td") if one.get("colspan") == "12"]
    assert texts(cell, "div") == [
        "Nettverket har ikke lagt inn egne møter og frister. Legg inn en dato"
    ]
    assert cell.find(".//a").get("href") == "../../om/rediger/#nettverkets-egne-datoer"


def test_a_networks_own_dates_are_a_row_of_their_own() -> None:
    made = site(EXAMPLE, "2024-10-01")
    page = tree(made.block("nettverk_stripe", "nettverk/nord-eksempel/", "nord-eksempel"))
    [own] = [one for one in page.iter("tbody") if one.get("data-malgruppe") == "egne"]
    kept = [
        f"hendelse-{one.id}"
        for one in made.view.data.nettverk["nord-eksempel"].hendelser
        if not one.trukket
    ]
    assert sorted(set(rows_in(own))) == sorted(kept)


def test_the_key_explains_what_is_among_the_networks_own_dates_alone(example, edit) -> None:
    key, args = '<i class="felt frist flere">', ("nettverk/nord-eksempel/", "nord-eksempel")
    assert key not in site(example, "2025-10-01").block("nettverk_stripe", *args)
    edit("data/nettverk/nord-eksempel.yml", "dato: 2024-11-15", "dato: 2025-11-15")
    assert key in site(example, "2025-10-01").block("nettverk_stripe", *args)


def test_what_was_published_by_mistake_is_not_shown() -> None:
    made = site(EXAMPLE, "2024-10-01")
    [(id, cycle)] = made.view.data.sykluser.items()
    first = cycle.hendelser[0]
    gone = first.model_copy(update={"trukket": object()})
    changed = replace(
        made.view,
        data=replace(
            made.view.data,
            sykluser={id: cycle.model_copy(update={"hendelser": (gone, *cycle.hendelser[1:])})},
        ),
    )
    page = tree(replace(made, view=changed).block("syklus_stripe", "", id))
    assert first.anker not in rows_in(page) and rows_in(page)


def test_a_narrow_cell_may_part_a_long_word() -> None:
    page = tree(real_site_on("2026-06-01").block("arshjul_stripe", ""))
    [cell] = [one for one in page.iter("div") if one.get("data-rad") == "monster-tilsagnsbrev"]
    assert texts(cell, "span")[0] == "Tilsagns\u00adbrev"


days = st.dates(date(2024, 6, 1), date(2025, 9, 30))


@given(st.lists(st.tuples(days, days), max_size=8))
def test_no_two_rows_share_a_cell_and_none_is_lost(spans: list[tuple[date, date]]) -> None:
    all_ = [felt(str(n), min(span), max(span)) for n, span in enumerate(spans)]
    here = [one for one in all_ if one.slutt >= date(2024, 8, 1) and one.start <= date(2025, 7, 31)]
    found = strip_group("skoler", "Skoler", here, AUGUST)
    shown = [cell.felt.id for lane in found.baner for cell in lane if cell.felt]
    assert sorted(shown) == sorted(one.id for one in here)
    area = sum(cell.maneder * cell.baner for lane in found.baner for cell in lane)
    assert area == 12 * len(found.baner)
