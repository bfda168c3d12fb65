"""Search: nothing of it loads before it is used, and it knows what people mean."""

import re

from playwright.sync_api import expect

SEARCH = re.compile(r"sok\.[0-9a-f]{8}\.js|navn\.json|tekst\.json")
# The first are drawn at once, the rest when the fingers rest.
ALL_DRAWN = """() => {
  const said = parseInt(document.querySelector("#sok [role=status]").textContent)
  const drawn = document.querySelectorAll("#sok li").length
  return drawn && (isNaN(said) || drawn === Math.min(said, 20))
}"""


def search(page, words):
    """Type `words` into an opened search and hand back the addresses of the results."""
    page.get_by_role("button", name="Søk", exact=True).click()
    page.keyboard.type(words)
    return hits(page)


def hits(page):
    """The addresses of the results, once all are drawn."""
    page.wait_for_function(ALL_DRAWN)
    return page.locator("#sok li > a").evaluate_all(
        "links => links.map((a) => new URL(a.href).pathname)"
    )


def test_nothing_of_the_search_loads_before_it_is_used(look, asked):
    page = look("")
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if SEARCH.search(url)] == []
    search(page, "Frøya")
    assert sum(bool(SEARCH.search(url)) for url in asked) == 3


def test_search_finds(look):
    page = look("")
    assert "/finn/froya/" in search(page, "Frøya")
    for words, expected in (
        ("frøy", "/finn/froya/"),
        ("Bremer", "/kontakt/"),
        ("beslutningsgrunnlag", "/begreper/"),
        ("prioriteringslister", "/begreper/"),
        ("universell utforming", "/om/tilgjengelighet/"),
    ):
        page.locator("#sok input").fill(words)
        assert expected in hits(page), words


def test_search_works_from_any_depth_and_from_a_wrong_address(look):
    for path in ("nettverk/fosen/", "finnes/ikke/her/"):
        assert search(look(path), "Frøya")[0] == "/finn/froya/"


def test_results_are_grouped_counted_aloud_and_cleared_with_the_words(look):
    page = look("")
    search(page, "Frøya")
    status = page.locator("#sok [role=status]")
    assert re.fullmatch(r"\d+ treff(, de 20 beste vises)?", status.inner_text())
    groups = page.locator("#sok section")
    assert groups.first.get_attribute("aria-label") == "Kommuner og fylkeskommunen"
    assert groups.nth(1).get_attribute("aria-label") == "Skoler"
    page.locator("#sok input").fill("qqxxzz")
    expect(status).to_have_text(
        "Ingen treff på «qqxxzz». Skriv navnet på en kommune, en skole eller et nettverk."
    )
    page.locator("#sok input").fill("")
    expect(status).to_have_text("")
    assert page.locator("#sok li").count() == 0


def test_the_search_is_closed_in_three_ways_and_gives_focus_back(look):
    """What was written last is marked, so that one writes over it."""
    page = look("")
    opener = page.get_by_role("banner").get_by_role("button", name="Søk", exact=True)
    for close in (
        lambda: page.get_by_role("button", name="Lukk").click(),
        lambda: page.mouse.click(2, 2),  # beside it
        lambda: [page.keyboard.press("Escape") for _ in range(2)],  # the first empties the field
    ):
        opener.focus()
        page.keyboard.press("Enter")
        assert opener.get_attribute("aria-expanded") == "true"
        page.keyboard.type("rindal")
        expect(page.locator("#sok-felt")).to_have_value("rindal")
        close()
        expect(opener).to_have_attribute("aria-expanded", "false")
        assert page.evaluate("'sok' in document.activeElement.dataset")


def test_enter_opens_the_best_result(look):
    page = look("nettverk/")
    search(page, "Frøya")
    page.keyboard.press("Enter")
    page.wait_for_url("**/finn/froya/")


def test_every_result_is_reached_by_the_tab_key(look):
    page = look("nettverk/")
    found = search(page, "Frøya")
    for _ in ("Søk", "Lukk", "Frøya"):
        page.keyboard.press("Tab")
    assert page.evaluate("new URL(document.activeElement.href).pathname") == found[0]


def test_a_search_that_cannot_load_says_so_and_is_tried_again(visit):
    page = visit("").page
    page.route("**/tekst.json", lambda route: route.abort())
    page.get_by_role("button", name="Søk", exact=True).click()
    page.get_by_text("Søket kunne ikke lastes").wait_for()
    page.keyboard.press("Escape")
    page.unroute("**/tekst.json")
    assert search(page, "Frøya")[0] == "/finn/froya/"


def test_markup_in_what_is_searched_is_never_run(visit):
    page = visit("").page
    evil = "Farlig <img src=x onerror=window.hit=1><script>window.hit=1</script>"
    page.route(
        "**/navn.json",
        lambda route: route.fulfill(
            json={
                "tomme": [],
                "trinn": [],
                "like": [],
                "utenfor": {"navn": [], "svar": "{}"},
                "grupper": [[evil, [[evil, "finn/", evil, [evil]]]], ["Sider", []], ["Ord", []]],
            }
        ),
    )
    search(page, "farlig")
    assert page.locator("#sok section :is(img, script)").count() == 0
    assert page.evaluate("window.hit") is None
