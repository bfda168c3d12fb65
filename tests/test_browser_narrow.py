"""Tables on a narrow screen, and layout that stays where it was drawn first."""

from browser import WIDTHS, resize

# Where a row has become a block, each of its cells has the whole width.
SQUEEZED = """() => [...document.querySelectorAll("tbody tr")].filter((row) => getComputedStyle(row).display === "block" && row.checkVisibility()).flatMap((row) =>
  [...row.cells].filter((cell) => cell.checkVisibility() && cell.getBoundingClientRect().width < .8 * row.getBoundingClientRect().width))
  .map((cell) => cell.outerHTML.slice(0, 80))"""
SHIFTED = """() => new Promise((done) => new PerformanceObserver((list) => done(list.getEntries().map(({ value }) => value)))
  .observe({ type: "layout-shift", buffered: true }) || setTimeout(() => done([]), 300))"""


def test_a_stacked_cell_is_as_wide_as_its_row(kind):
    resize(kind.page, WIDTHS[0])
    assert kind.page.evaluate(SQUEEZED) == []


def test_what_scripts_add_moves_nothing(visit):
    for path in ("", "finn/", "nettverk/", "arshjul/2023-2025/", "maler/behovsmelding/fyll-ut/"):
        assert visit(path, width=412).page.evaluate(SHIFTED) == [], path
