"""What no axe rule looks at: grey words inside of fields, and pages in the colours that a reader
has forced on every site.
"""

import re

import pytest
from conftest import ROOT
from playwright.sync_api import Page

# The contrast of two colours as WCAG counts it.
CONTRAST = """([field, words]) => {
  const light = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).map((part) => part / 255)
    .map((part) => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4).reduce((sum,
      part, i) => sum + part * [.2126, .7152, .0722][i], 0)
  const [dark, bright] = [light(field), light(words)].sort((a, b) => a - b)
  return (bright + .05) / (dark + .05)
}"""
FIELD = (
    "() => { const field = document.querySelector('main input'); return"
    " [getComputedStyle(field).backgroundColor, getComputedStyle(field, '::placeholder').color] }"
)
# The cells in which a word meets the line around it.
TIGHT = """(cells) => cells.filter((cell) => {
  const box = cell.getBoundingClientRect()
  const line = parseFloat(getComputedStyle(cell).borderLeftWidth)
  return [...cell.querySelectorAll(":scope > :not(.ramme-skjult)")].some((word) => {
    const all = document.createRange()
    all.selectNodeContents(word)
    return [...all.getClientRects()].some(({ left, right }) =>
      left < box.left + line || right > box.right - line)
  })
}).map((cell) => cell.innerText)"""


# What is said of UP1 or UP2: the roles, the partners of a place, and what one could ask them for.
OF_PARTNERS = r"\.up[12]\b|\.folk-merke|\.tilbud"


def test_the_two_colours_are_for_up1_and_up2_alone():
    rules = [
        (selector.strip(), body)
        for sheet in (ROOT / "docs/assets").glob("*.css")
        for selector, body in re.findall(r"([^{}]+){([^{}]*)}", sheet.read_text("utf-8"))
    ]
    users = [selector for selector, body in rules if "var(--up" in body]
    assert users and [one for one in users if not re.search(OF_PARTNERS, one)] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["", "nettverk/"])
def test_the_example_in_a_field_can_be_read(look, path, scheme):
    page = look(path, scheme=scheme)
    assert page.locator("main input").first.get_attribute("placeholder")
    assert page.evaluate(CONTRAST, page.evaluate(FIELD)) >= 4.5


def forced(look, path: str) -> Page:
    """A page in forced colours: white on black, where the reader has chosen light once."""
    page = look(path, scheme="dark")
    page.evaluate("localStorage.setItem('utseende', 'default')")
    page.emulate_media(color_scheme="dark", forced_colors="active")
    page.reload()
    return page


def test_in_forced_colours_a_button_still_has_an_edge(look):
    assert (
        forced(look, "")
        .get_by_role("button", name="Finn")
        .evaluate("button => getComputedStyle(button).borderTopWidth")
        == "2px"
    )


@pytest.mark.parametrize("path", ["", "arshjul/", "arshjul/2023-2025/"])
def test_in_forced_colours_no_word_covers_the_line_around_it(look, path):
    cells = forced(look, path).locator(".stripe .felt")
    assert cells.count() and cells.evaluate_all(TIGHT) == []
