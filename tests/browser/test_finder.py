"""The finder's button: one hit is opened, of several the first is offered, and nothing happens to a
reader who has typed nothing. And the field above the table.
"""

import pytest
from playwright.sync_api import expect


@pytest.mark.parametrize("path", ["", "finn/"])
def test_one_hit_is_opened(visit, path):
    page = visit(path).page
    page.locator("#finn-k").fill("fosne")
    page.get_by_role("button", name="Finn", exact=True).click()
    page.wait_for_url("**/finn/namsos/")


def test_of_several_hits_the_first_gets_the_focus(visit):
    page = visit("").page
    page.locator("#finn-k").fill("s")
    page.get_by_role("button", name="Finn", exact=True).click()
    assert page.evaluate(
        "document.activeElement.closest('.finner li') === document.querySelector('.finner li')"
    )


NO_HIT = (
    "Ingen treff. Skriv kommunen skolen ligger i. Er det en offentlig videregående skole, skriver"
    " du «fylkeskommune»."
)


@pytest.mark.parametrize(("typed", "said"), [("", ""), ("qqq", NO_HIT)])
def test_without_a_hit_the_reader_is_told_what_to_type_and_the_field_gets_the_focus_back(
    visit, typed, said
):
    page = visit("").page
    page.locator("#finn-k").fill(typed)
    page.get_by_role("button", name="Finn", exact=True).click()
    expect(page.locator("#finn-treff")).to_have_text(said)
    assert page.evaluate("document.activeElement.id") == "finn-k"


@pytest.mark.parametrize("written", ["froya", "FRØYA", "Snaase"])
def test_the_table_is_filtered_by_the_letters_that_one_has(visit, written):
    page = visit("nettverk/").page
    page.get_by_label("Finn i tabellen").press_sequentially(written)
    expect(page.locator(".tabell-status")).to_have_text("1 av 11 rader")
