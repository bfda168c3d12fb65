"""Tables and rows on a narrow screen, what stands in line, and layout that stays where it was drawn
first.
"""

import pytest
from browsing import WIDTHS, resize

# Where a row has become a block, each of its cells has the whole width.
SQUEEZED = """() => [...document.querySelectorAll("tbody tr")].filter((row) =>
  getComputedStyle(row).display === "block" && row.checkVisibility()).flatMap((row) =>
  [...row.cells].filter((cell) => cell.checkVisibility()
    && cell.getBoundingClientRect().width < .8 * row.getBoundingClientRect().width))
  .map((cell) => cell.outerHTML.slice(0, 80))"""
CUT = (
    "() => [...document.querySelectorAll('.tabellramme:has(table), .stripe, .stripe .felt')]"
    ".filter((one) => one.checkVisibility() && one.scrollWidth > one.clientWidth)"
    ".map((one) => one.ariaLabel ?? one.innerText)"
)
LEFT = (
    "(selector) => [...new Set([...document.querySelectorAll(`h1, ${selector}`)].map((one) =>"
    " one.getBoundingClientRect().left))]"
)
TOPS = (
    "() => [...new Set([...document.querySelectorAll('.hjulfilter a')].map((one) =>"
    " one.getBoundingClientRect().top))]"
)
# A long word at the top of a page, and a number: neither is cut in two.
CUT_WORDS = """() => [...document.querySelectorAll("h1, .smal .tall")].flatMap((one) => {
  const range = document.createRange()
  return [...one.textContent.matchAll(/\\p{L}+|\\d+/gu)].filter(({ index, 0: word }) => {
    range.setStart(one.firstChild, index)
    range.setEnd(one.firstChild, index + word.length)
    return range.getClientRects().length > 1
  }).map(([word]) => word)
})"""
SHIFTED = """() => new Promise((done) => new PerformanceObserver((list) => done(list.getEntries()
  .map(({ value }) => value)))
  .observe({ type: "layout-shift", buffered: true }) || setTimeout(() => done([]), 300))"""


def test_a_stacked_cell_is_as_wide_as_its_row(kind):
    resize(kind.page, WIDTHS[0])
    assert kind.page.evaluate(SQUEEZED) == []


def test_no_word_of_a_title_and_no_number_is_cut_in_two(look):
    for path in (
        "nettverk/fosen/",
        "nettverk/videregaende/",
        "ordninger/dekom/",
        "ordninger/oppfolgingsordningen/",
        "finn/nidaros-idrettsungdomsskole/",
    ):
        assert look(path, width=WIDTHS[0]).evaluate(CUT_WORDS) == [], path


def test_what_scripts_add_moves_nothing(visit):
    for path in ("", "finn/", "nettverk/", "arshjul/2023-2025/", "maler/behovsmelding/fyll-ut/"):
        assert visit(path, width=412).page.evaluate(SHIFTED) == [], path


@pytest.mark.parametrize("width", [360, 1280])
def test_records_that_come_after_the_page_move_nothing(visit, width):
    page = visit("rediger/", width=width).page
    page.locator("#rediger-treff li").first.wait_for()
    assert page.evaluate(SHIFTED) == []


def test_no_column_of_a_table_is_out_of_sight_on_a_tablet(look):
    for path in ("nettverk/", "arshjul/", "arshjul/2023-2025/", "roller/", "maler/"):
        page = look(path, width=768)
        for width in (768, 900, 1112):
            resize(page, width)
            assert page.evaluate(CUT) == [], (path, width)


def test_a_list_without_bullets_begins_where_the_heading_does(look):
    assert len(look("arshjul/").evaluate(LEFT, ".radliste, .stripe")) == 1
    assert len(look("maler/behovsmelding/").evaluate(LEFT, ".mal-bruk, .mal-valg li")) == 1


def test_the_choices_of_a_year_stand_on_one_line_where_there_is_room(look):
    assert len(look("arshjul/", width=1280).evaluate(TOPS)) == 1


def test_header_and_notice_leave_the_screen_to_the_answer(kind):
    resize(kind.page, WIDTHS[0])
    header, notice = kind.page.locator(".ramme-topp, .ramme-varsel").evaluate_all(
        "all => all.map((e) => e.getBoundingClientRect().bottom)"
    )
    assert header < notice <= 120


def test_the_way_to_a_page_is_shown_once(kind):
    for width in WIDTHS:
        resize(kind.page, width)
        assert kind.page.locator(".ramme-sidemeny:visible, .ramme-sti:visible").count() <= 1
