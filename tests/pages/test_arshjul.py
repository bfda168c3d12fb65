"""The pages of the annual cycle without a browser: they hold what the calendars hold, and say
honestly what there is not.
"""

import json
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit
from xml.etree.ElementTree import Element

import pytest
from built import read_pages
from conftest import EXAMPLE, ROOT
from ics import events
from year_pages import HOST, real_site_on, site, texts, tree

from macros.pages.abonner import Addresses
from macros.pages.arshjul import arshjul_liste
from macros.site import Site

# Reading every page takes seconds: those that do it share what they have read.
pytestmark = pytest.mark.xdist_group("pages")

SVG = "{http://www.w3.org/2000/svg}"


def marks(page: Element) -> dict[str, set[str]]:
    """Row id → the numbers that stand on its marks."""
    found: dict[str, set[str]] = {}
    for link in page.iter(f"{SVG}a"):
        found.setdefault(link.get("href").split("#")[1], set()).update(texts(link, f"{SVG}text"))
    return found


def numbers(page: Element) -> dict[str, set[str]]:
    """Row id → its number."""
    return {row.get("id"): set(texts(row, "td")[:1]) for row in page.iter("tr") if row.get("id")}


def table(site: Site, id: str) -> Element:
    return tree(site.block("arshjul_tabell", f"arshjul/{id}/", id))


@pytest.fixture(
    scope="module", params=[(EXAMPLE, "2024-10-01"), (ROOT, "2026-06-01")], ids=["example", "real"]
)
def built(request: pytest.FixtureRequest) -> Site:
    return site(*request.param)


def test_a_cycles_table_and_the_calendars_hold_the_same_events(built: Site) -> None:
    files = built.files()
    found = {
        event["URL"][2]
        for name in ("alle", "utkast")
        for event in events(files[f"kalender/{name}.ics"])
        if "/arshjul/" in event["URL"][2]
    }
    rows = {
        f"{HOST}arshjul/{id}/#{row.get('id')}"
        for id, syklus in built.view.data.sykluser.items()
        if not syklus.er_utkast
        for row in table(built, id).iter("tr")
        if row.get("id")
    }
    assert rows == found


def test_a_networks_page_and_its_calendar_hold_the_same_events(built: Site) -> None:
    for id in built.view.data.nettverk:
        found = {event["URL"][2] for event in events(built.files()[f"kalender/nettverk-{id}.ics"])}
        page = tree(built.block("nettverk_ar", f"nettverk/{id}/", id))
        own = {
            f"{HOST}nettverk/{id}/#{item.get('id')}" for item in page.iter("li") if item.get("id")
        }
        ahead = {
            HOST + link.get("href").removeprefix("../../")
            for item in page.iter("li")
            if item.get("data-slutt")
            for link in item.iter("a")
        }
        assert own == {url for url in found if f"/nettverk/{id}/" in url} and ahead <= found


def test_the_open_data_hold_the_events_of_every_calendar(built: Site) -> None:
    files = built.files()
    posts = json.loads(files["data/arshjul.json"])["poster"]
    urls = {
        event["URL"][2]
        for address, raw in files.items()
        if address.endswith(".ics") and "vest-eksempel" not in address
        for event in events(raw)
    }
    assert {HOST + post["adresse"].removeprefix("/") for post in posts} == urls and all(
        post["kilde"] and (post["nar"] or post["ventes"]) for post in posts
    )
    assert files["data/arshjul.csv"].count(b"\r\n") == len(posts) + 1


def test_the_lists_numbers_are_the_wheels(built: Site) -> None:
    for id in built.view.data.sykluser:
        assert marks(tree(built.block("arshjul_syklus", f"arshjul/{id}/", id))) == numbers(
            table(built, id)
        )


def test_the_typical_years_numbers_are_the_wheels_and_go_with_the_clock() -> None:
    page = tree(real_site_on("2026-06-01").block("arshjul_na", "arshjul/"))
    assert (
        marks(page)
        == numbers(page)
        == {
            f"monster-{n}": {str(n)}
            for n in range(1, len(real_site_on("2026-06-01").view.data.monster) + 1)
        }
    )
    months = [texts(row, "th")[0] for row in page.iter("tr") if row.get("id")][:15]
    assert (months[0], months[3], months[-1]) == ("september", "oktober", "juni")


def test_rows_stand_under_their_month_in_the_columns_of_the_source() -> None:
    page = table(site(ROOT, "2026-06-01"), "2023-2025")
    heads = [
        head
        for body in page.iter("tbody")
        for head in texts(body, "tr[@class]/th[@scope='rowgroup']")
    ]
    assert heads == [
        "Oktober 2023",
        "November 2023",
        "Januar 2024",
        "Februar 2024",
        "Mars 2024",
        "April 2024",
        "Juni 2024",
        "September 2024",
        "Oktober 2024",
        "November 2024",
        "Januar 2025",
    ]
    assert texts(page, ".//thead/tr/th") == [
        "Nr.",
        "Tid",
        "Skoler, barnehager og PPT",
        "Kompetansenettverket/UH",
        "Samarbeidsforum",
    ]
    row = page.find(".//tr[@id='hendelse-beslutningsgrunnlag-2024']")
    assert [cell.get("data-navn") or cell.get("class") for cell in row.iter("td")] == [
        "Nr.",
        "tom",
        "Kompetansenettverket/UH",
        "tom",
    ]


def test_a_row_over_two_columns_is_one_cell_over_both() -> None:
    row = table(site(ROOT, "2026-06-01"), "2018-2019").find(
        ".//tr[@id='hendelse-erfaringsseminar-2019']"
    )
    assert [(cell.get("data-navn"), cell.get("colspan")) for cell in row.iter("td")] == [
        ("Nr.", None),
        ("Kompetansenettverket, Samarbeidsforum", "2"),
    ]


@pytest.mark.parametrize(
    ("day", "first", "count"),
    [
        ("2024-08-01", "Skolene teller eksemplene sine", 6),
        ("2024-10-11", "Melde behov", 5),
        ("2025-01-15", "Vedtak om eksempler", 1),
    ],
)
def test_the_next_dates_are_those_of_the_day(day: str, first: str, count: int) -> None:
    found = texts(tree(site(EXAMPLE, day).block("neste_datoer", "")), ".//li/a")
    assert found[0].endswith(first) and len(found) == count


def test_more_than_are_shown_are_in_store() -> None:
    items = list(tree(site(EXAMPLE, "2024-08-01").block("neste_datoer", "", 3)).iter("li"))
    assert ["hidden" in item.attrib for item in items] == [False] * 3 + [True] * 3


def test_while_nothing_is_adopted_the_pages_say_so() -> None:
    real = real_site_on("2026-06-01")
    sentence = (
        "Ingen datoer er vedtatt. Det siste årshjulet vi kjenner, gikk til og med januar 2025."
    )
    assert sentence in " ".join(texts(tree(real.block("neste_datoer", "", 3)), ".//p"))
    assert "Ingen datoer er vedtatt" in " ".join(
        texts(tree(real.block("nettverk_ar", "nettverk/fosen/", "fosen")), ".//p")
    )
    assert "Kalenderen er tom framover, for ingen datoer er vedtatt" in real.block(
        "abonner_nettverk", "nettverk/fosen/", "fosen"
    )
    assert "Kalenderen er tom" not in site(EXAMPLE, "2024-10-01").block("abonner", "", "alle")


def test_an_empty_year_of_a_network_says_how_to_add() -> None:
    page = tree(
        site(EXAMPLE, "2024-10-01").block("nettverk_ar", "nettverk/videregaende/", "videregaende")
    )
    assert "../../om/rediger/#nettverkets-egne-datoer" in [
        link.get("href") for link in page.iter("a")
    ]


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        ("2024-07-31", "hendelse-telling"),
        ("2025-07-31", "hendelse-telling"),
        ("2025-08-01", "monster-1"),
    ],
)
def test_the_year_shown_is_the_adopted_one_until_it_is_over(day: str, shown: str) -> None:
    assert shown in [
        row.get("id") for row in tree(site(EXAMPLE, day).block("arshjul_na", "arshjul/")).iter("tr")
    ]


def test_addresses_for_each_client() -> None:
    to = Addresses(HOST + "kalender/nettverk-fosen.ics", "Årshjul: Fosen")
    assert to.webcal == "webcal://eksempel.no/kompetanse/kalender/nettverk-fosen.ics"
    assert (
        to.google
        == "https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2Feksempel.no%2Fkompetanse%2Fkalender%2Fnettverk-fosen.ics"
    )
    query = (
        "url=https%3A%2F%2Feksempel.no%2Fkompetanse%2Fkalender%2Fnettverk-fosen.ics"
        "&name=%C3%85rshjul%3A%20Fosen"
    )
    assert to.outlook_work == f"https://outlook.office.com/calendar/0/addfromweb?{query}"
    assert to.outlook_home == f"https://outlook.live.com/calendar/0/addfromweb?{query}"


def test_every_calendar_has_its_block_with_its_own_addresses(built: Site) -> None:
    page = tree(built.block("abonner_valg", "arshjul/abonner/"))
    folds = {found.find(".//p[@id]").get("id"): found for found in page.iter("details")}
    assert set(folds) == {
        kalender.id for kalender in built.view.data.kalendere.values() if not kalender.opphort
    }
    for id, fold in folds.items():
        address = f"{HOST}kalender/{id}.ics"
        links = [link.get("href") for link in fold.iter("a")]
        asked = [parse_qs(urlsplit(link).query) for link in links[:3]]
        assert asked == [{"url": [address], "name": [built.view.data.kalendere[id].navn]}] * 2 + [
            {"cid": [address.replace("https", "webcal")]}
        ]
        to = Addresses(address, built.view.data.kalendere[id].navn)
        assert links[3:] == [
            "https://calendar.google.com/calendar/u/0/r/settings/addbyurl",
            address.replace("https", "webcal"),
            to.mail,
            "../../arshjul/abonner/#andre-kalendere",
            f"../../kalender/{id}.ics",
        ] and texts(fold, ".//code") == [address]
        assert quote(built.view.data.kalendere[id].navn, safe="") in links[0]


def test_the_real_pages_offer_their_calendars(real_site: Path) -> None:
    offered = {
        address: [
            (link.get("href"), link.get("title"))
            for link in page.all("link")
            if link.get("type") == "text/calendar" and link.get("rel") == "alternate"
        ]
        for address, page in read_pages(real_site).items()
    }
    expected = {"": "kalender/alle.ics", "arshjul/": "../kalender/alle.ics"} | {
        f"arshjul/{id}/": "../../kalender/alle.ics" for id in ("abonner", "2018-2019", "2023-2025")
    }
    expected |= {
        f"nettverk/{file.stem}/": f"../../kalender/nettverk-{file.stem}.ics"
        for file in (ROOT / "data/nettverk").glob("*.yml")
    }
    later = {address for address in offered if address.startswith("arshjul/2")} - set(expected)
    assert {
        address: [href for href, _ in links]
        for address, links in offered.items()
        if links and address not in later
    } == {address: [href] for address, href in expected.items()}
    assert all(title for links in offered.values() for _, title in links)


def test_open_questions_of_a_cycle_lead_to_its_page(real_site: Path) -> None:
    links = [urlsplit(url).path for url in read_pages(real_site)["om/kilder/"].links]
    assert "/arshjul/2023-2025/" in links


def test_finders_lead_to_the_networks_calendar(real_site: Path) -> None:
    assert any(
        url.endswith("/arshjul/abonner/#nettverk-trondelag-sorvest")
        for url in read_pages(real_site)["finn/froya/"].links
    )


def test_a_cycle_with_one_row_is_counted_in_the_singular() -> None:
    view = site(EXAMPLE, "2026-06-01").view
    [(id, cycle)] = view.data.sykluser.items()
    short = replace(
        view,
        data=replace(
            view.data, sykluser={id: cycle.model_copy(update={"hendelser": cycle.hendelser[:1]})}
        ),
    )
    assert ": 7 rader. " in arshjul_liste(view) and ": 1 rad. " in arshjul_liste(short)


def test_a_networks_own_dates_are_next_and_then_past() -> None:
    def page(day: str) -> Element:
        block = site(EXAMPLE, day).block("nettverk_ar", "nettverk/nord-eksempel/", "nord-eksempel")
        return tree(block)

    before, after = page("2024-11-15"), page("2024-11-16")
    assert "Nord-Eksempels frist for behov" in " ".join(texts(before, ".//li[@data-slutt]"))
    assert not texts(before, ".//summary")
    assert "Nord-Eksempels frist for behov" not in " ".join(texts(after, ".//li[@data-slutt]"))
    assert texts(after, ".//summary") == ["Tidligere datoer (1)"]


def test_a_network_that_is_no_more_says_where_to_go() -> None:
    page = tree(
        site(EXAMPLE, "2026-06-01").block(
            "nettverk_opphort", "nettverk/vest-eksempel/", "vest-eksempel"
        )
    )
    assert texts(page, ".//p")[0] == "Vest-Eksempel opphørte 1. januar 2025."
    assert [link.get("href") for link in page.iter("a")] == [
        "../../nettverk/nord-eksempel/",
        "../../arshjul/abonner/#nettverk-nord-eksempel",
    ]
