"""The forms and the self-check on paper."""

import re

from browser.test_maler import FORM, fill_in


def test_print_has_the_answers_and_not_the_buttons(look):
    page = look(FORM)
    fill_in(page)
    page.emulate_media(media="print")
    answer = (
        "(el) => { const after = getComputedStyle(el.closest('.skjema-voks'), '::after'); return"
        " [after.visibility, after.content] }"
    )
    assert page.get_by_label("Eier (kommune").evaluate(answer) == [
        "visible",
        '"Eksempelby kommune "',
    ]
    # No form of the site asks for a day yet; one that does is printed as days are written here.
    page.get_by_label("Eier (kommune").evaluate(
        """(el) => {
          el.type = "date"
          el.value = "2026-11-22"
          el.dispatchEvent(new Event("input", { bubbles: true }))
        }"""
    )
    assert page.get_by_label("Eier (kommune").evaluate(answer)[1] == '"22.11.2026 "'
    assert not page.get_by_label("Eier (kommune").is_visible()
    assert page.get_by_text("Skrevet ut").is_visible()
    for gone in (".skjema-varsel", ".skjema-knapper", ".mal-rad", "[data-rad-til]"):
        assert not any(
            page.locator(gone).evaluate_all("els => els.map((el) => el.checkVisibility())")
        ), gone
    assert page.locator(".skjema").evaluate("(el) => el.scrollWidth <= el.clientWidth")


def test_the_print_button_prints(look):
    page = look(FORM)
    page.evaluate("window.print = () => { document.title = 'skrevet ut' }")
    page.get_by_role("button", name="Skriv ut").press("Enter")
    assert page.title() == "skrevet ut"


def test_the_self_check_is_one_sheet(look):
    assert (
        len(
            re.findall(
                rb"/Type\s*/Page\b",
                look("maler/selvsjekk/").pdf(format="A4", prefer_css_page_size=True),
            )
        )
        == 1
    )
