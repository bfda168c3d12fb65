"""The finder: the best hit is opened, and nothing happens to a reader who has typed nothing. And
the field above the table.
"""

import pytest
from playwright.sync_api import expect


@pytest.mark.parametrize("path", ["", "finn/"])
@pytest.mark.parametrize(
    ("typed", "opened"), [("fosne", "finn/namsos/"), ("Trondheim kommune", "finn/trondheim/")]
)
def test_the_best_hit_is_opened(look, path, typed, opened):
    page = look(path)
    page.locator("#finn-k").fill(typed)
    page.get_by_role("button", name="Finn", exact=True).click()
    page.wait_for_url(f"**/{opened}")


NO_HIT = "Ingen treff på «qqqq». Skriv navnet på en kommune, en skole eller et nettverk."


@pytest.mark.parametrize(("typed", "said"), [("", ""), ("qqqq", NO_HIT)])
def test_without_a_hit_the_reader_is_told_what_to_type_and_the_field_gets_the_focus_back(
    look, typed, said
):
    page = look("")
    page.locator("#finn-k").fill(typed)
    page.get_by_role("button", name="Finn", exact=True).click()
    expect(page.locator("#finn-treff")).to_have_text(said)
    assert page.evaluate("document.activeElement.id") == "finn-k"


def test_the_hits_stand_in_place_of_the_list_and_the_address_keeps_the_words(look):
    page = look("finn/")
    page.locator("#finn-k").press_sequentially("malvik")
    expect(page.locator(".finner .sok-liste a").first).to_have_text("Malvik")
    expect(page.get_by_role("link", name="Frøya", exact=True)).to_be_hidden()
    page.wait_for_url("**/finn/?k=malvik")
    page.locator("#finn-k").fill("")
    expect(page.locator(".finner .sok-liste")).to_have_count(0)
    expect(page.get_by_role("link", name="Frøya", exact=True)).to_be_visible()
    page.wait_for_url("**/finn/")


def test_arrows_walk_through_the_hits_and_back_to_the_field(look):
    page = look("finn/?k=malvik")
    hits = page.locator(".finner .sok-liste a")
    hits.nth(1).wait_for()
    count = int(page.locator("#finn-treff").inner_text().split()[0])
    expect(hits).to_have_count(min(count, 20))
    page.locator("#finn-k").focus()
    page.keyboard.press("ArrowDown")
    expect(hits.first).to_be_focused()
    page.keyboard.press("End")
    expect(hits.last).to_be_focused()
    pressed = """(hit) => hit.dispatchEvent(
      new KeyboardEvent("keydown", { key: "Home", bubbles: true, cancelable: true }))"""
    assert not hits.last.evaluate(pressed), "nor does the page scroll"
    expect(hits.first).to_be_focused()
    hits.last.focus()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#finn-k")).to_be_focused()


@pytest.mark.parametrize("path", ["", "finn/"])
def test_field_and_first_hits_stand_above_the_keyboard_of_a_phone(look, path):
    page = look(path, width=390)
    page.locator("#finn-k").click()
    page.set_viewport_size({"width": 390, "height": 400})
    page.wait_for_function("visualViewport.height === 400")
    page.locator("#finn-k").press_sequentially("tro")
    hits = page.locator(".finner .sok-liste a")
    wanted = [page.locator("#finn-k"), page.locator("#finn-treff"), hits.nth(0), hits.nth(1)]
    for seen in wanted:
        expect(seen).to_be_in_viewport(ratio=1)
    for seen in wanted:
        seen.click(trial=True)  # nothing covers it; this may scroll
    expect(page.locator("#finn-k")).to_be_focused()


def test_an_address_with_words_is_answered_at_once(look):
    page = look("finn/?k=v%C3%A6rnes")
    assert page.locator("#finn-k").input_value() == "værnes"
    expect(page.locator(".finner .sok-liste a").first).to_have_text("Værnesregionen")


def test_without_javascript_the_list_stands_and_the_front_page_leads_to_it(look):
    page = look("", javascript=False)
    page.get_by_role("link", name="Alle kommuner og skoler A–Å").first.click()
    expect(page.get_by_role("link", name="Frøya", exact=True)).to_be_visible()


def test_a_school_leads_to_its_owner_who_says_so_above_the_answer(look):
    page = look("finn/?k=årlivoll")
    page.locator(".finner .sok-liste a").first.click()
    page.wait_for_url("**/finn/orkland/#skole-*")
    line = page.locator(".skole-her")
    expect(line).to_have_text("Årlivoll skole hører til Orkland kommune.")
    expect(line).to_be_in_viewport()
    expect(line).to_be_focused()
    expect(page.locator("li:target"), "and the folded list is open there").to_be_visible()


def test_the_text_to_send_on_is_copied_or_marked(look):
    page = look("finn/orkland/")
    page.get_by_text("Send videre").click()
    text, button = page.locator("[data-kopier-tekst]"), page.locator("[data-kopier-tekst] + button")
    page.evaluate("() => { navigator.clipboard.writeText = async (text) => { copied = text } }")
    button.click()
    status = page.locator(".send [role=status]")
    expect(status).to_have_text("Kopiert")
    assert page.evaluate("copied").split("\n\n") == text.locator("p").evaluate_all(
        "lines => lines.map((line) => line.textContent)"
    )
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject() }")
    expect(button).to_have_text("Kopier teksten")
    button.click()
    expect(status).to_have_text("Teksten er merket. Kopier den med tastaturet.")
    assert page.evaluate("getSelection().toString()").strip() == text.inner_text().strip()


def test_without_javascript_the_browser_shows_the_school_in_its_list(look):
    page = look("finn/?k=årlivoll")
    address = page.locator(".finner .sok-liste a").first.get_attribute("href")
    plain = look(address.split("/", 3)[3], javascript=False)
    assert plain.locator("li:target").inner_text() == "Årlivoll skole"


@pytest.mark.parametrize("written", ["froya", "FRØYA", "Snaase"])
def test_the_table_is_filtered_by_the_letters_that_one_has(look, written):
    page = look("nettverk/")
    page.get_by_label("Finn i tabellen").press_sequentially(written)
    expect(page.locator(".tabell-status")).to_have_text("1 av 11 rader")
