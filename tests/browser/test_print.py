"""Every kind of page on paper: no controls, nothing cut off at the side, and where it comes from.

A network fits on one sheet.
"""

import re

from browsing import resize

# A4 less the margins of `@page`, in CSS pixels.
SHEET = round((210 - 2 * 15) / 25.4 * 96)
SHEET_HEIGHT = round((297 - 2 * 12) / 25.4 * 96)
USELESS = (
    "button, nav, dialog, input[type=search], .ikke-trykk, .md-skip, .rettelser, .ramme-rediger"
)
SEEN = """(selector) => [...document.querySelectorAll(selector)].filter((one) =>
  one.checkVisibility() && one.getBoundingClientRect().height > 1)
  .map((one) => one.outerHTML.slice(0, 80))"""
# What is wider than the sheet, and is not merely hidden from the eye.
WIDE = """() => [...document.querySelectorAll("article *, .ramme-varsel *")].filter((one) =>
  one.getBoundingClientRect().right > innerWidth + 1 && one.checkVisibility()
  && !one.closest(".ramme-skjult, svg *")).map((one) => one.outerHTML.slice(0, 80))"""


def test_paper_has_no_controls_and_cuts_nothing(kind):
    page = kind.page
    page.emulate_media(media="print")
    resize(page, SHEET)
    found = (
        page.evaluate(SEEN, USELESS),
        page.evaluate(WIDE),
        page.locator(".ramme-papir:visible").count(),
    )
    page.emulate_media(media="screen")
    assert found == ([], [], 0 if re.search(r"/4\d\d\.html$", page.url) else 1)


def test_a_frame_keeps_its_line_on_the_right(look):
    page = look("")
    page.emulate_media(media="print")
    resize(page, SHEET)
    assert (
        page.evaluate("document.querySelector('.ramme-varsel').getBoundingClientRect().right")
        == SHEET - 1
    )


def sheets(page) -> int:
    return len(
        re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(format="A4", prefer_css_page_size=True))
    )


def test_what_one_would_pin_on_a_wall_is_short(look):
    assert [
        sheets(look(f"nettverk/{one}/"))
        for one in ("fosen", "gauldal", "innherred", "videregaende")
    ] == [1] * 4
    assert sheets(look("finn/")) <= 3
    assert sheets(look("arshjul/")) <= 2
    assert sheets(look("arshjul/2023-2025/")) <= 3
    assert sheets(look("roller/")) <= 5
    assert sheets(look("nettverk/")) <= 3


def test_a_long_list_that_is_folded_on_the_screen_stands_open_on_paper(look):
    page = look("finn/trondheim/")
    last = page.locator(".skoler-brettet li").last
    assert not last.is_visible()
    page.emulate_media(media="print")
    assert last.evaluate("e => e.checkVisibility({ contentVisibilityAuto: true })")
    assert sheets(page) <= 2


def test_the_matrix_of_both_partners_is_one_screen_and_one_sheet(look):
    page = look("roller/")
    table = page.locator(".matrise table")
    assert 0 < table.bounding_box()["height"] <= page.viewport_size["height"]
    page.emulate_media(media="print")
    resize(page, SHEET)
    assert 0 < page.locator(".matrise").bounding_box()["height"] <= SHEET_HEIGHT
    assert table.locator("tr").evaluate_all("all => all.every((e) => e.checkVisibility())")
