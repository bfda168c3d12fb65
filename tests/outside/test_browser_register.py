"""The finder with schools, in a browser: on the front page they are fetched when somebody types,
and many of them stay quick.
"""

from functools import partial
from http.server import ThreadingHTTPServer
from threading import Thread

import pytest
from browser.test_search import search
from browsing import Handler, Visits

MANY = 2800


@pytest.fixture
def visit_example(example_site, chromium):
    """Pages of the example."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(example_site)))
    Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    visits = Visits(chromium, f"http://127.0.0.1:{server.server_port}/")
    yield visits
    visits.close()
    server.shutdown()


def shown(page):
    return [
        link.inner_text() for link in page.locator(".finner-liste a").all() if link.is_visible()
    ]


def test_the_front_page_fetches_the_schools_when_somebody_types(visit_example):
    seen = visit_example("")
    seen.page.wait_for_load_state("networkidle")
    assert not any(url.endswith("/finn/") for url in seen.requests) and shown(seen.page) == []
    seen.page.locator("#finn-k").press_sequentially("lia", delay=20)
    seen.page.get_by_text("Lia skole").wait_for()
    assert (
        shown(seen.page) == ["Lia skole"]
        and seen.page.locator("#finn-treff").inner_text() == "1 treff"
    )
    assert sum(url.endswith("/finn/") for url in seen.requests) == 1
    seen.page.locator("#finn-k").press("Enter")
    seen.page.wait_for_url("**/finn/provedal/#skole-100000016")
    assert seen.page.get_by_role("heading", name="Skolene her").is_visible()


def test_the_front_page_lives_without_the_schools(visit_example):
    page = visit_example("").page
    page.route("**/finn/", lambda route: route.abort())
    page.locator("#finn-k").press_sequentially("prøve")
    assert shown(page) == ["Prøvedal"]


def test_the_finder_filters_kommuner_and_schools_together(visit_example):
    page = visit_example("finn/?k=eksempel").page
    kommuner, schools = shown(page)[:-2], shown(page)[-2:]
    assert (
        schools == ["Eksempel videregående skole", "Eksempelby oppvekstsenter"]
        and kommuner
        and all("Eksempelby" in name for name in kommuner)
    )
    page.locator("#finn-k").fill("øygard")
    assert len(shown(page)) == 1 and not page.locator(".finner-skoler").is_visible()
    page.locator("#finn-k").fill("")
    assert len(shown(page)) == 13 and page.locator(".finner-skoler").is_visible()


def test_without_javascript_every_school_stands(visit_example):
    assert "Lia skole" in shown(visit_example("finn/", javascript=False).page)


def test_site_search_finds_a_school(visit_example):
    assert search(visit_example("").page, "Lia skole")[0].endswith("/finn/provedal/")


def test_thousands_of_schools_are_filtered_at_once(visit_example):
    page = visit_example("finn/").page
    page.evaluate(
        """count => {
        const list = document.querySelector(".finner-skoler ul"), one = list.querySelector("li")
        for (let i = 0; i < count; i++) {
            const li = one.cloneNode(true)
            li.querySelector("a").textContent = `Skole nummer ${i} i Lia`
            list.append(li)
        }
    }""",
        MANY,
    )
    script = page.locator("script[src*='finn.']").get_attribute("src")
    page.evaluate("src => import(new URL(src, location) + '?igjen')", script)
    spent = page.evaluate("""() => {
        const field = document.querySelector("#finn-k"), times = []
        for (const text of ["s", "sk", "skole", "nummer 27", ""]) {
            const start = performance.now()
            field.value = text
            field.dispatchEvent(new Event("input"))
            document.body.offsetHeight
            times.push(performance.now() - start)
        }
        return times
    }""")
    assert max(spent) < 500, spent


def test_no_more_is_drawn_than_is_read_and_the_status_says_so(visit_example):
    page = visit_example("finn/").page
    page.evaluate("""() => {
        const list = document.querySelector(".finner-alle ul"), one = list.querySelector("li")
        for (let i = 0; i < 40; i++) list.append(Object.assign(one.cloneNode(true),
          { innerHTML: `<a href="./">Overflod ${i}</a>` }))
    }""")
    script = page.locator("script[src*='finn.']").get_attribute("src")
    page.evaluate("src => import(new URL(src, location) + '?igjen')", script)
    page.locator("#finn-k").fill("overflod")
    assert page.locator("#finn-treff").inner_text() == "40 treff, de 20 første vises"
    assert shown(page) == [f"Overflod {i}" for i in range(20)]
    page.wait_for_url("**/finn/?k=overflod")
