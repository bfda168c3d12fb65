"""The pages of the annual cycle without a browser: they hold what the calendars hold, and say
honestly what there is not.
"""

import json
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit
from xml.etree.ElementTree import Element

import pytest
from arshjul_pages import HOST, real_site_on, site, texts, tree
from built import read_pages
from conftest import EXAMPLE, ROOT
from ics import events

from macros.model.arshjul import Periode, Syklus
from macros.model.data import Data
from macros.model.dates import Moment
from macros.pages.abonner import Addresses
from macros.pages.arshjul import arshjul_liste, newest
from macros.pages.arshjul_rader import wheel_files
from macros.site import Site

SVG = "{http://www.w3.org/2000/svg}"


def listed(page: Element) -> dict[str, Element]:
    """Row id → the row."""
    return {row.get("id"): row for row in page.iter("li") if row.get("id")}


def marked(page: Element) -> set[str]:
    """The rows that the wheels' marks lead to."""
    return {link.get("href").split("#")[1] for link in page.iter(f"{SVG}a")}


def year_rows(site: Site, id: str) -> Element:
    return tree(site.block("arshjul_rader", f"arshjul/{id}/", id))


@pytest.fixture(
    scope="module", params=[(EXAMPLE, "2024-10-01"), (ROOT, "2026-06-01")], ids=["example", "real"]
)
def built(request: pytest.FixtureRequest) -> Site:
    return site(*request.param)


def test_a_cycles_list_and_the_calendars_hold_the_same_events(built: Site) -> None:
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
        for row in year_rows(built, id).iter("li")
        if row.get("id")
    }
    assert rows == found


def test_a_networks_page_and_its_calendar_hold_the_same_events(built: Site) -> None:
    files = built.files()
    for id in built.view.data.nettverk:
        found = {event["URL"][2] for event in events(files[f"kalender/nettverk-{id}.ics"])}
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


def test_every_row_of_the_list_is_on_the_wheel(built: Site) -> None:
    for id in built.view.data.sykluser:
        page = year_rows(built, id)
        shown = {
            row_id
            for row_id, hendelse in (
                (one.anker, one) for one in built.view.data.sykluser[id].hendelser
            )
            if not hendelse.trukket
        }
        assert marked(page) == shown <= set(listed(page))


def test_the_typical_year_goes_with_the_school_year_and_folds_what_is_out_of_use() -> None:
    real = real_site_on("2026-06-01")
    page = tree(real.block("arshjul_na", "arshjul/"))
    in_use = {id for id, one in real.view.data.monster.items() if not one.utgatt}
    assert marked(page) == {f"monster-{id}" for id in in_use}
    assert set(listed(page)) == {f"monster-{id}" for id in real.view.data.monster}
    folded = {id for fold in page.iter("details") for id in listed(fold)}
    assert folded == set(listed(page)) - marked(page)
    months = [texts(row, "b")[0] for row in listed(page).values()][:15]
    assert (months[0], months[3], months[-1]) == ("sep.", "okt.", "juni")


def test_a_row_says_its_columns_as_the_source_prints_them() -> None:
    made = site(ROOT, "2026-06-01")
    one = listed(year_rows(made, "2023-2025"))["hendelse-beslutningsgrunnlag-2024"]
    assert texts(one, "b") == ["1. februar 2024"]
    assert texts(one, ".//span[@class='hendelse-fakta']") == [
        "Kompetansenettverket/UH · frist · Kompetansenettverkene"
    ]
    two = listed(year_rows(made, "2018-2019"))["hendelse-erfaringsseminar-2019"]
    assert texts(two, ".//span[@class='hendelse-fakta']")[0].startswith(
        "Kompetansenettverket, Samarbeidsforum · seminar"
    )
    assert {"malgruppe-nettverk", "malgruppe-samarbeidsforum"} <= set(two.get("class").split())


def test_every_rows_proof_stands_in_the_fold_below_the_list() -> None:
    made = site(ROOT, "2026-06-01")
    page = year_rows(made, "2023-2025")
    [fold] = [one for one in page.iter("details") if one.get("data-opphav") is not None]
    said = " ".join(texts(fold, "p"))
    for one in made.view.data.sykluser["2023-2025"].hendelser:
        assert not one.trykt or f"I kilden: «{one.trykt}»." in said
        assert all(note.tekst in said for note in one.merknader)
    assert not [one for one in listed(page).values() if one.find(".//details") is not None]


def test_what_is_over_in_a_current_cycle_is_folded() -> None:
    page = year_rows(site(EXAMPLE, "2024-10-20"), "2024-2025")
    [fold] = [one for one in page.iter("details") if one.get("class") == "mer"]
    assert texts(fold, "summary") == ["Tidligere i årshjulet: 2 rader"]
    assert set(listed(fold)) == {"hendelse-telling", "hendelse-seminar"}
    history = year_rows(site(EXAMPLE, "2025-10-20"), "2024-2025")
    assert not [one for one in history.iter("details") if one.get("class") == "mer"]


def test_while_nothing_is_adopted_the_annual_cycle_says_how_deadlines_used_to_lie() -> None:
    page = tree(real_site_on("2026-06-01").block("arshjul_svar", "arshjul/"))
    assert texts(page, ".//p[@class='svar']") == [
        "Ingen datoer er vedtatt for 2025–26. Det siste årshjulet vi kjenner, gikk til og med"
        " januar 2025."
    ]
    assert texts(page, ".//dt") == ["okt.–des.", "jan.", "feb.", "juni"]
    current = tree(site(EXAMPLE, "2024-10-01").block("arshjul_svar", "arshjul/"))
    assert current.findall(".//dl") == [] and current.findall(".//ol/li")


def test_a_cycle_in_force_offers_its_wheel_as_a_file() -> None:
    def offered(day: str) -> list[str]:
        page = year_rows(site(EXAMPLE, day), "2024-2025")
        return [link.get("href") for link in page.iter("a") if link.get("download") is not None]

    assert offered("2024-10-01") == ["../../arshjul/2024-2025/hjul-2024-08.svg"]
    assert offered("2025-08-01") == []
    view = site(EXAMPLE, "2024-10-01").view
    for shown, files in ((cycle(view.data), 1), (draft(view.data), 0)):
        there = replace(view, data=replace(view.data, sykluser={"2024-2025": shown}))
        assert len(list(wheel_files(there))) == files


def cycle(data: Data) -> Syklus:
    return data.sykluser["2024-2025"]


def draft(data: Data, **other: object) -> Syklus:
    """The cycle while nothing in it has been adopted."""
    rows = tuple(row for row in cycle(data).hendelser if row.status == "forelopig")
    return cycle(data).model_copy(update={"hendelser": rows} | other)


def test_the_newest_cycle_is_the_adopted_one_that_ends_last() -> None:
    data = site(EXAMPLE, "2026-06-01").view.data
    long, later = (
        Periode(fra=Moment(first, 8), til=Moment(last, 7))
        for first, last in ((2023, 2026), (2026, 2027))
    )
    last = cycle(data).model_copy(update={"gjelder": long})
    planned = draft(data, gjelder=later)
    for found, newest_one in (([last, cycle(data), planned], last), ([planned], None)):
        cycles = {str(number): one for number, one in enumerate(found)}
        assert newest(replace(data, sykluser=cycles)) is newest_one


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
        "abonner", "", "nettverk-fosen"
    )
    assert "Kalenderen er tom" not in site(EXAMPLE, "2024-10-01").block("abonner", "", "alle")


def test_an_empty_year_of_a_network_says_how_to_add() -> None:
    page = tree(
        site(EXAMPLE, "2024-10-01").block(
            "nettverk_stripe", "nettverk/videregaende/", "videregaende"
        )
    )
    assert "../../om/rediger/#nettverkets-egne-datoer" in [
        link.get("href") for link in page.iter("a")
    ]


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        ("2024-07-31", "hendelse-telling"),
        ("2025-07-31", "hendelse-telling"),
        ("2025-08-01", "monster-vedtak"),
    ],
)
def test_the_year_shown_is_the_adopted_one_until_it_is_over(day: str, shown: str) -> None:
    assert shown in [
        row.get("id") for row in tree(site(EXAMPLE, day).block("arshjul_na", "arshjul/")).iter("li")
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
            "../../arshjul/abonner/#endringer",
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
    assert ">7 rader. " in arshjul_liste(view) and ">1 rad. " in arshjul_liste(short)


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
