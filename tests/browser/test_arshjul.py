"""The list of the annual cycle in a browser: filters with and without a script, and how to
subscribe.
"""

import pytest
from arshjul_pages import site
from browsing import Look, Visits
from conftest import ROOT
from playwright.sync_api import Page

CYCLE = "arshjul/2023-2025/"
SHOWN = (
    "rows => rows.filter((row) => row.checkVisibility()).map((row) =>"
    " row.id.replace('hendelse-', ''))"
)
FORUM_AND_REKOM = [
    "samarbeidsforum-november-2023",
    "fordelingsnokkel-2024",
    "beslutningsgrunnlag-mottatt-2024",
    "gruppemoter-2024",
    "innstilling-2024",
    "rapportering-2024",
    "partnerskapsseminar-2024",
    "samarbeidsforum-november-2024",
    "fordelingsnokkel-2025",
]


def shown(page: Page) -> list[str]:
    """The events that can be seen."""
    return page.locator(".radliste > li").evaluate_all(SHOWN)


def in_strip(page: Page) -> set[str]:
    """The rows that can be seen in the strip."""
    return set(
        page.locator(".stripe [data-rad]").evaluate_all(
            "cells => cells.filter((cell) => cell.checkVisibility()).map((cell) =>"
            " cell.dataset.rad.replace('hendelse-', ''))"
        )
    )


def on_wheel(page: Page) -> set[str]:
    """The rows whose marks can be seen on the wheels."""
    return set(
        page.locator("a.hend").evaluate_all(
            "marks => marks.filter((mark) => mark.checkVisibility()).map((mark) =>"
            " mark.getAttribute('href').split('#hendelse-')[1])"
        )
    )


def choose(page: Page, *names: str) -> None:
    for name in names:
        page.locator(".hjulfilter").get_by_role("link", name=name, exact=True).click()


def test_a_filter_works_without_a_script(look: Look) -> None:
    page = look(CYCLE, javascript=False)
    everything = shown(page)
    assert len(everything) == 18
    choose(page, "Skoler, barnehager og PPT")
    assert shown(page) == ["behovsmeldinger-2023", "behovsmeldinger-2024"]
    assert in_strip(page) == on_wheel(page) == {"behovsmeldinger-2023", "behovsmeldinger-2024"}
    assert page.locator(".hjulfilter a").evaluate_all(
        "links => links.filter((link) => getComputedStyle(link).fontWeight === '700').map((link) =>"
        " link.innerText)"
    ) == ["Skoler, barnehager og PPT"]
    choose(page, "Rekom")
    assert len(shown(page)) == 16
    choose(page, "Vis alt")
    assert shown(page) == everything


def test_filters_combine_are_told_and_stay_in_the_address(look: Look) -> None:
    page = look(CYCLE)
    status = page.locator(".hjulfilter [role=status]")
    assert status.inner_text() == ""
    choose(page, "Samarbeidsforum", "Rekom")
    assert shown(page) == FORUM_AND_REKOM and status.inner_text() == "9 av 18 rader"
    assert page.url.endswith(f"{CYCLE}?malgruppe=samarbeidsforum&ordning=rekom")
    assert page.locator(".hjulfilter [aria-current=true]").all_inner_texts() == [
        "Samarbeidsforum",
        "Rekom",
    ]
    page.reload()
    assert shown(page) == FORUM_AND_REKOM
    assert in_strip(page) == on_wheel(page) == set(FORUM_AND_REKOM)
    choose(page, "Rekom")
    assert status.inner_text() == "10 av 18 rader" and page.url.endswith(
        "?malgruppe=samarbeidsforum"
    )
    choose(page, "Vis alt")
    assert len(shown(page)) == 18 and page.url.endswith(CYCLE) and status.inner_text() == ""


def test_an_address_from_a_browser_without_script_chooses_too(look: Look) -> None:
    page = look(f"{CYCLE}#vis-malgruppe-skoler")
    assert (
        len(shown(page)) == 2
        and page.locator(".hjulfilter [role=status]").inner_text() == "2 av 18 rader"
    )
    choose(page, "Vis alt")
    assert len(shown(page)) == 18 and page.url.endswith(CYCLE)


def test_the_typical_year_can_be_filtered(look: Look) -> None:
    for javascript in (True, False):
        page = look("arshjul/", javascript=javascript)
        if not page.locator("#monster-behovsmeldinger").count():
            pytest.skip("et årshjul er vedtatt, og vises i stedet")
        choose(page, "Skoler og barnehager")
        assert shown(page) == ["monster-behovsmeldinger"]
        assert in_strip(page) == {"monster-behovsmeldinger"}


def test_a_mark_leads_to_its_row_which_is_marked(look: Look) -> None:
    page = look(CYCLE)
    page.locator("a.hend[href$='#hendelse-innstilling-2024']:visible").focus()
    page.keyboard.press("Enter")
    row = page.locator("li:target")
    assert row.get_attribute("id") == "hendelse-innstilling-2024"
    assert row.evaluate("el => getComputedStyle(el).outlineStyle") == "solid"
    assert 0 <= row.bounding_box()["y"] < 800


def test_a_card_shows_on_hover_and_on_focus(look: Look) -> None:
    page = look("arshjul/")
    mark = page.locator("a.hend").nth(4)
    seen = (
        "mark => getComputedStyle(mark.querySelector('.kort')).visibility === 'visible' &&"
        " getComputedStyle(mark.closest('svg').querySelector('.midt')).visibility === 'hidden'"
    )
    assert not mark.evaluate(seen)
    mark.locator(".bue").hover(position={"x": 8, "y": 8}, force=True)
    mark.focus()
    assert mark.evaluate("mark => mark.matches(':focus-visible')") and mark.evaluate(seen)


def test_on_a_phone_the_strip_is_the_list_and_the_wheel_is_an_option(look: Look) -> None:
    for width, strip in ((390, False), (1280, True)):
        front = look("", width=width)
        assert front.locator(".stripe").first.is_visible() == strip
        assert front.locator(".arsliste li").first.is_visible() != strip
        page = look("arshjul/", width=width)
        assert page.locator(".stripe").first.is_visible() == strip
        assert page.locator(".radliste > li").first.is_visible()
        assert page.locator("svg.hjul").first.is_visible() == strip
        if not strip:
            page.get_by_text("Året som hjul").click()
            box = page.locator("svg.hjul:visible").first.bounding_box()
            assert box["x"] >= 0 and box["x"] + box["width"] <= width


def test_on_a_phone_a_touch_of_the_wheel_shows_what_it_is(look: Look) -> None:
    page = look("arshjul/", width=390)
    page.get_by_text("Året som hjul").click()
    mark, address = page.locator(".hjulside:visible a.hend").nth(4), page.url
    mark.dispatch_event("click", {"detail": 1})
    assert page.url == address
    card = mark.locator(".kort")
    assert card.evaluate("e => getComputedStyle(e).visibility") == "visible"
    name = mark.get_attribute("aria-label").split(": ")[1].split(". ")[0]
    assert name.split()[0] in card.locator("text").text_content()
    sizes = card.locator("tspan").evaluate_all(
        "all => all.map((e) => parseFloat(getComputedStyle(e).fontSize)"
        " * e.parentElement.getScreenCTM().a)"
    )
    assert min(sizes) >= 10
    mark.dispatch_event("click", {"detail": 1})
    page.wait_for_url("**#*")


# Where one subscribes to a network's calendar.
CALENDAR = "arshjul/abonner/#nettverk-fosen"


def offer(page: Page, agent: str = "") -> None:
    """Put the block of a site with a public address on a page, as a machine of that name gets
    it.
    """
    block = site(ROOT, "2026-06-01").block("abonner", "arshjul/abonner/", "nettverk-fosen")
    page.evaluate(
        """([html, agent]) => {
            Object.defineProperty(navigator, "userAgent", { value: agent, configurable: true })
            document.querySelector("#nettverk-fosen + .abonner").outerHTML = html
            const script = document.querySelector("script[src*='arshjul.']").src
            return import(`${script}?${encodeURIComponent(agent)}`).then(() => null)
        }""",
        [block, agent],
    )


def test_the_first_way_to_subscribe_is_that_of_the_device(look: Look) -> None:
    page = look(CALENDAR)
    for agent, first in (
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)", "Kalender på iPhone"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)", "Kalender på iPhone"),
        ("Mozilla/5.0 (Linux; Android 15)", "Android: Send adressen til deg selv"),
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64)", "Outlook på jobb eller skole"),
        ("Mozilla/5.0 (X11; Linux x86_64)", "Outlook på jobb eller skole"),
    ):
        offer(page, agent)
        ways = page.locator(".abonner-valg li").all_inner_texts()
        assert ways[0].startswith(first) and len(ways) == 6, agent


def test_without_a_public_address_the_page_says_what_is_wrong(look: Look) -> None:
    page = look(CALENDAR)
    block = page.locator("#nettverk-fosen + .abonner")
    assert block.locator(".abonner-feil").inner_text().startswith("Herfra kan ingen abonnere.")
    assert block.locator("a[href*='://']").count() == 0


def test_a_calendars_address_can_be_copied_or_is_marked(visit: Visits) -> None:
    page = visit(CALENDAR).page
    offer(page)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    button, address = (
        page.get_by_role("button", name="Kopier adressen"),
        page.locator(".abonner-adresse").inner_text(),
    )
    button.click()
    page.get_by_role("status").get_by_text("Kopiert").wait_for()
    assert (
        address.endswith("/kalender/nettverk-fosen.ics")
        and page.evaluate("navigator.clipboard.readText()") == address
    )
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()) }")
    button.click()
    page.get_by_role("status").get_by_text("Adressen er merket").wait_for()
    assert page.evaluate("getSelection().toString()") == address


def test_a_link_to_a_calendar_opens_its_fold(look: Look) -> None:
    """Also in a browser that opens none by itself."""
    page = look(CALENDAR)
    opened = page.locator(".abonner-liste details[open] > summary")
    assert opened.all_inner_texts() == ["Årshjul: Fosen"]
    page.evaluate("location.hash = 'samarbeidsforum'")
    page.locator("#samarbeidsforum").wait_for()
    for loaded_or_followed in (
        "import(`${document.querySelector(`script[src*='arshjul.']`).src}?`)",
        "dispatchEvent(new Event('hashchange'))",
    ):
        page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = false))")
        page.evaluate(loaded_or_followed)
        assert opened.all_inner_texts() == ["Årshjul: Samarbeidsforum"]
