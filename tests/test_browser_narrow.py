"""Tables and rows on a narrow screen, what stands in line, and layout that stays where it was drawn first."""

from browser import WIDTHS, resize

# Where a row has become a block, each of its cells has the whole width.
SQUEEZED = """() => [...document.querySelectorAll("tbody tr")].filter((row) => getComputedStyle(row).display === "block" && row.checkVisibility()).flatMap((row) =>
  [...row.cells].filter((cell) => cell.checkVisibility() && cell.getBoundingClientRect().width < .8 * row.getBoundingClientRect().width))
  .map((cell) => cell.outerHTML.slice(0, 80))"""
LEFT = "(selector) => [...new Set([...document.querySelectorAll(`h1, ${selector}`)].map((one) => one.getBoundingClientRect().left))]"
TOPS = "() => [...new Set([...document.querySelectorAll('.hjulfilter a')].map((one) => one.getBoundingClientRect().top))]"
SHIFTED = """() => new Promise((done) => new PerformanceObserver((list) => done(list.getEntries().map(({ value }) => value)))
  .observe({ type: "layout-shift", buffered: true }) || setTimeout(() => done([]), 300))"""


def test_a_stacked_cell_is_as_wide_as_its_row(kind):
    resize(kind.page, WIDTHS[0])
    assert kind.page.evaluate(SQUEEZED) == []


def test_what_scripts_add_moves_nothing(visit):
    for path in ("", "finn/", "nettverk/", "arshjul/2023-2025/", "maler/behovsmelding/fyll-ut/"):
        assert visit(path, width=412).page.evaluate(SHIFTED) == [], path


def test_a_list_without_bullets_begins_where_the_heading_does(visit):
    assert len(visit("arshjul/").page.evaluate(LEFT, ".hjul-forklaring li:first-child")) == 1
    assert len(visit("maler/behovsmelding/").page.evaluate(LEFT, ".mal-bruk, .mal-valg li")) == 1


def test_the_choices_of_a_year_stand_on_one_line_where_there_is_room(visit):
    assert len(visit("arshjul/", width=1280).page.evaluate(TOPS)) == 1
