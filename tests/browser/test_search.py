"""Search: nothing of it loads before it is used, and it knows Norwegian."""

import re

import pytest
from playwright.sync_api import expect

SEARCH = re.compile(r"workers/|lunr|search_index")


def search(page, words):
    """Type `words` into an opened search and hand back the addresses of the results."""
    page.get_by_role("button", name="Søk", exact=True).click()
    page.keyboard.type(words)
    page.locator("#sok li").first.wait_for()
    return page.locator("#sok li > a:first-child").evaluate_all(
        "links => links.map((a) => new URL(a.href).pathname)"
    )


def test_nothing_of_the_search_loads_before_it_is_used(visit):
    seen = visit("")
    seen.page.wait_for_load_state("networkidle")
    assert [url for url in seen.requests if SEARCH.search(url)] == []
    search(seen.page, "Frøya")
    assert {found[0] for url in seen.requests if (found := SEARCH.search(url))} == {
        "workers/",
        "lunr",
        "search_index",
    }


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Frøya", "/finn/froya/"),
        ("frøy", "/finn/froya/"),
        ("Bremer", "/kontakt/"),
        ("beslutningsgrunnlag", "/begreper/"),
        ("Åfjord", "/finn/afjord/"),
        ("Nærøysund", "/finn/naeroysund/"),
    ],
)
def test_search_finds(visit, words, expected):
    assert expected in search(visit("").page, words)


def test_the_best_result_comes_first(visit):
    assert search(visit("").page, "Frøya")[0] == "/finn/froya/"


def test_search_works_from_any_depth_and_from_a_wrong_address(visit):
    for path in ("nettverk/fosen/", "finnes/ikke/her/"):
        assert "/finn/froya/" in search(visit(path).page, "Frøya")


def test_results_are_counted_aloud_and_cleared_with_the_words(visit):
    page = visit("").page
    search(page, "Frøya")
    status = page.locator("#sok [role=status]")
    assert re.fullmatch(r"\d+ treff(, de 20 beste vises)?", status.inner_text())
    page.locator("#sok input").fill("qqxxzz")
    expect(status).to_have_text("Ingen treff")
    page.locator("#sok input").fill("")
    expect(status).to_have_text("")
    assert page.locator("#sok li").count() == 0


def test_escape_and_the_button_close_the_search_and_give_focus_back(visit):
    page = visit("").page
    opener = page.get_by_role("banner").get_by_role("button", name="Søk", exact=True)
    for close in (
        lambda: page.keyboard.press("Escape"),
        lambda: page.get_by_role("button", name="Lukk").click(),
    ):
        opener.focus()
        page.keyboard.press("Enter")
        assert opener.get_attribute("aria-expanded") == "true"
        assert page.evaluate("document.activeElement.id") == "sok-felt"
        close()
        expect(opener).to_have_attribute("aria-expanded", "false")
        assert page.evaluate("'sok' in document.activeElement.dataset")


def test_enter_goes_to_the_results_and_a_result_opens(visit):
    page = visit("nettverk/").page
    search(page, "Frøya")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('#sok li') !== null")
    page.keyboard.press("Enter")
    page.wait_for_url("**/finn/froya/")


def test_a_search_that_cannot_load_says_so(visit):
    seen = visit("")
    page = seen.page
    page.route("**/search_index.json", lambda route: route.abort())
    page.get_by_role("button", name="Søk", exact=True).click()
    page.get_by_text("Søket kunne ikke lastes").wait_for()


def test_markup_in_the_index_is_never_run(visit):
    page = visit("").page
    page.route(
        "**/search_index.json",
        lambda route: route.fulfill(
            json={
                "config": {
                    "lang": ["no"],
                    "separator": "[\\s\\-]+",
                    "pipeline": ["stopWordFilter"],
                    "fields": {
                        "title": {"boost": 1000.0},
                        "text": {"boost": 1.0},
                        "tags": {"boost": 1.0},
                    },
                },
                "docs": [
                    {
                        "location": "finn/",
                        "title": "Farlig <img src=x onerror=window.hit=1>",
                        "text": (
                            "</textarea><script>window.hit=1</script> farlig &lt;b&gt; tekst <img"
                            " src=x onerror=window.hit=1 "
                        ),
                    }
                ],
            }
        ),
    )
    search(page, "farlig")
    assert page.locator("#sok :is(img, script, b)").count() == 0
    assert page.evaluate("window.hit") is None
