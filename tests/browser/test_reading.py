"""The pages as they are read: narrow, enlarged, printed, without a script, without our looks; and
nothing fetched from elsewhere.
"""

from datetime import timedelta

import pytest
from browsing import BUILT, resize

TOO_WIDE = """() => [...document.querySelectorAll("body *")].filter((el) => {
  const box = el.getBoundingClientRect()
  if (box.width <= 1 || box.right <= document.documentElement.clientWidth + 1) return false
  for (let up = el.parentElement; up; up = up.parentElement) if (["auto", "scroll",
    "hidden"].includes(getComputedStyle(up).overflowX)) return false
  return true
}).map((el) => el.outerHTML.slice(0, 120))"""
# Numbers that go on over more than one line.
BROKEN = """cells => cells.filter((cell) => {
  const text = document.createRange()
  text.selectNodeContents(cell)
  return /^\\d+$/.test(cell.textContent.trim()) && text.getClientRects().length > 1
}).map((cell) => cell.outerHTML)"""


def test_a_narrow_page_fits(kind):
    resize(kind.page, 320)
    assert kind.page.evaluate("document.documentElement.scrollWidth") <= 320, kind.page.evaluate(
        TOO_WIDE
    )
    assert kind.page.evaluate(TOO_WIDE) == []


def test_no_number_is_broken_on_a_narrow_page(kind):
    resize(kind.page, 320)
    assert kind.page.locator("td").evaluate_all(BROKEN) == []


def test_a_page_asks_nobody_else_and_keeps_nothing(kind, address):
    assert [url for url in kind.requests if not url.startswith((address, "data:"))] == []
    assert kind.page.context.cookies() == []
    assert kind.page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


def test_only_the_chosen_colours_are_kept(look):
    page = look("", scheme="dark")
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    page.get_by_role("button", name="Bytt til lys visning").click()
    assert page.evaluate("({...localStorage})") == {"utseende": "default"}
    page.reload()
    assert page.evaluate("document.body.dataset.mdColorScheme") == "default"
    assert page.get_by_role("button", name="Bytt til mørk visning").is_visible()
    assert "utseende" in look("om/personvern/").locator("article").inner_text()


def test_an_edition_says_that_it_is_old_after_three_days(visit):
    notice = "Denne utgaven er fra 1. juni 2026. Det kan ha kommet endringer siden."
    page = visit("").page
    for days, said in ((2, 0), (4, 1)):
        page.clock.set_fixed_time(BUILT + timedelta(days=days))
        page.reload()
        assert page.locator("article").get_by_text(notice).count() == said


@pytest.mark.parametrize("width", [320, 1280])
def test_without_a_script_the_menu_and_the_finder_can_be_read(look, width):
    page = look("", width=width, javascript=False)
    assert page.get_by_role("button").all_inner_texts() == (["Meny"] if width < 1000 else [])
    if width < 1000:
        page.get_by_role("button", name="Meny").click()
    assert page.locator("#meny").get_by_role("link", name="Nettverk", exact=True).is_visible()
    page.keyboard.press("Escape")
    page.get_by_role("link", name="Alle kommuner og skoler A–Å").click()
    page.get_by_role("link", name="Frøya", exact=True).first.click()
    assert page.url.endswith("/finn/froya/")
    assert "utviklingspartner" in page.locator("article").inner_text()


def test_text_twice_as_large_still_fits(kind):
    found = {}
    kind.page.evaluate(
        "document.documentElement.style.setProperty('font-size', '250%', 'important')"
    )
    for width in (320, 640):
        resize(kind.page, width)
        found[width] = (
            kind.page.evaluate(TOO_WIDE),
            kind.page.locator(".ramme-topp").get_by_role("button", name="Meny").is_visible(),
        )
    kind.page.evaluate("document.documentElement.style.removeProperty('font-size')")
    assert found == {320: ([], True), 640: ([], True)}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["", "nettverk/fosen/", "roller/", "ordninger/dekom/"])
def test_print_has_the_content_on_white_and_no_controls(look, path, scheme):
    page = look(path, width=794, scheme=scheme)
    page.emulate_media(media="print")
    assert page.locator("h1").is_visible()
    assert page.get_by_text("Nye regler").first.is_visible()
    for gone in (
        "#meny",
        ".ramme-topp__knapper",
        ".ramme-sidemeny",
        ".ramme-bunn nav",
        ".ramme-rediger",
    ):
        assert not any(
            page.locator(gone).evaluate_all("els => els.map((el) => el.checkVisibility())")
        ), gone
    dark = page.evaluate(
        """() => [...document.querySelectorAll("body, main, main *, aside")].filter((el) => {
      const [r, g, b, a] = getComputedStyle(el).backgroundColor.match(/[\\d.]+/g).map(Number)
      return el.checkVisibility() && !el.closest("svg") && (a ?? 1) > .5 && r + g + b < 380
    }).map((el) => el.outerHTML.slice(0, 100))"""
    )
    assert dark == []
    pale = page.evaluate(
        "() => getComputedStyle(document.querySelector('article"
        " p')).color.match(/\\d+/g).map(Number).reduce((a, b) => a + b)"
    )
    assert pale < 300


@pytest.mark.parametrize("path", ["", "nettverk/", "roller/aktorer/"])
def test_without_our_looks_the_answer_comes_before_the_footer_and_no_text_is_lost(look, path):
    page = look(path)
    shown = page.locator("main").inner_text()
    page.evaluate(
        "document.querySelectorAll('link[rel=stylesheet], style').forEach((el) => el.remove())"
    )
    # Looks show short folds in the margin; without them a reader opens them.
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true })")
    assert set(shown.split()) <= set(page.locator("main").inner_text().split()) | {
        word.upper() for word in shown.split()
    }
    order = page.evaluate(
        "[...document.querySelectorAll('header, main, footer')].map((el) => el.localName)"
    )
    assert [name for name in order if name != "header"][:1] == ["main"]
    assert order[-1] == "footer"
