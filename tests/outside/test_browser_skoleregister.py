"""The finder with schools, in a browser: on the front page they are fetched when somebody types,
and many of them stay quick.
"""

from browser.test_sok_loading import search
from playwright.sync_api import expect

MANY = 3500


def shown(page):
    return page.locator(".finner :is(.finner-liste, .sok-liste) a").evaluate_all(
        "links => links.filter((link) => link.checkVisibility()).map((link) => link.innerText)"
    )


def test_the_front_page_fetches_the_names_when_somebody_goes_to_the_field(visit_example):
    seen = visit_example("")
    seen.page.wait_for_load_state("networkidle")
    assert not any("navn.json" in url for url in seen.requests) and shown(seen.page) == []
    seen.page.locator("#finn-k").press_sequentially("lia", delay=20)
    seen.page.get_by_text("Lia skole").wait_for()
    assert (
        shown(seen.page) == ["Lia skole"]
        and seen.page.locator("#finn-treff").inner_text() == "1 treff"
    )
    assert sum("navn.json" in url for url in seen.requests) == 1
    seen.page.locator("#finn-k").press("Enter")
    seen.page.wait_for_url("**/finn/provedal/#skole-100000016")
    assert seen.page.get_by_role("heading", name="Skolene her").is_visible()


def test_without_the_names_the_reader_is_told_and_led_to_the_list(visit_example):
    page = visit_example("").page
    page.route("**/navn.json", lambda route: route.abort())
    page.locator("#finn-k").press_sequentially("prøve")
    page.get_by_text("Søket kunne ikke lastes. Prøv igjen, eller bruk listen.").wait_for()
    page.locator("#finn-k").press("Enter")
    page.wait_for_url("**/finn/?k=pr%C3%B8ve")
    assert "Prøvedal" in shown(page)


def test_the_finder_finds_kommuner_schools_and_networks_together(visit_example):
    page = visit_example("finn/?k=eksempel").page
    for name in (
        "Eksempelby",
        "Eksempel videregående skole",
        "Eksempelby oppvekstsenter",
        "Nord-Eksempel",
    ):
        expect(
            page.locator(".sok-liste").get_by_role("link", name=name, exact=True)
        ).to_be_visible()
    page.locator("#finn-k").fill("øygard")
    assert shown(page)[0] == "Øygard" and not page.locator(".finner-skoler").is_visible()
    page.locator("#finn-k").fill("")
    page.locator(".finner-skoler").wait_for()
    assert len(shown(page)) == 13 and page.locator(".finner-skoler").is_visible()


def test_without_javascript_every_school_stands(visit_example):
    assert "Lia skole" in shown(visit_example("finn/", javascript=False).page)


def test_site_search_finds_a_school(visit_example):
    assert search(visit_example("").page, "Lia skole")[0].endswith("/finn/provedal/")


def larger(page, count, name):
    """Serve the names with `count` more schools, called as `name` says."""

    def answer(route):
        content = route.fetch().json()
        schools = next(found for label, found in content["grupper"] if label == "Skoler")
        schools += [
            [name.format(i), f"finn/provedal/#skole-{i}", "Prøvedal."] for i in range(count)
        ]
        route.fulfill(json=content)

    page.route("**/navn.json", answer)


def test_thousands_of_schools_are_filtered_at_once(visit_example):
    """What else the machine does only makes a try slower: of each text, the best counts."""
    page = visit_example("finn/").page
    larger(page, MANY, "Skole nummer {} i Lia")
    page.locator("#finn-k").fill("skole")
    page.get_by_text("de 20 beste vises").wait_for()
    spent = page.evaluate("""() => {
        const field = document.querySelector("#finn-k"), best = {}
        for (let tries = 0; tries < 5; tries++)
            for (const text of ["s", "sk", "skole", "nummer 27", "numer 2711", ""]) {
                const start = performance.now()
                field.value = text
                field.dispatchEvent(new Event("input"))
                document.body.offsetHeight
                best[text] = Math.min(best[text] ?? Infinity, performance.now() - start)
            }
        return best
    }""")
    assert max(spent.values()) < 200, spent


def test_no_more_is_drawn_than_is_read_and_the_status_says_so(visit_example):
    page = visit_example("finn/").page
    larger(page, 40, "Overflod {}")
    page.locator("#finn-k").fill("overflod")
    page.get_by_text("40 treff, de 20 beste vises").wait_for()
    # The first are drawn at once, the rest when the fingers rest.
    expect(page.locator(".sok-liste a")).to_have_count(20)
    assert shown(page) == [f"Overflod {i}" for i in range(20)]
    page.wait_for_url("**/finn/?k=overflod")
