"""Every axe rule, best practices too, on every kind of page: narrow and wide, light and dark, with
menu and search open.
"""

from importlib.resources import files
from itertools import product

import pytest
from browsing import WIDTHS, resize

# What has words on the same ground and is drawn as what axe found readable, is readable too: its
# colours are not counted out again.
ALIKE = """(() => {
  const numbers = new Map(), looks = new Map(), readable = new Set()
  const look = (el) => {
    if (el && !looks.has(el)) {
      const style = getComputedStyle(el), own = [look(el.parentElement), style.color,
        style.backgroundColor, style.backgroundImage, style.opacity, style.filter,
        style.mixBlendMode, style.textShadow, style.webkitTextStroke, style.fontSize,
        style.fontWeight].join()
      if (!numbers.has(own)) numbers.set(own, numbers.size)
      looks.set(el, numbers.get(own))
    }
    return looks.get(el)
  }
  axe.forget = () => looks.clear()
  for (const id of ["color-contrast", "color-contrast-enhanced"]) {
    const check = axe._audit.checks[id], evaluate = check.evaluate
    check.evaluate = function (el, ...more) {
      const behind = axe.commons.color.getBackgroundStack(el)
      const drawn = [id, look(el), ...(behind ?? []).map(look)].join()
      if (readable.has(drawn)) return true
      const found = evaluate.call(this, el, ...more)
      if (found && behind && /[\\p{L}\\d]/u.test(el.textContent)
        && axe.commons.dom.isVisibleOnScreen(el)) readable.add(drawn)
      return found
    }
  }
})()"""
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8") + ";" + ALIKE
# Everything but what axe itself has given up: level AAA, best practices and experiments too.
RULES = """(only) => axe.getRules(only).filter(({ tags }) => !tags.includes("deprecated"))
  .map(({ ruleId }) => ruleId)"""
# Between light and dark nothing differs but colours.
COLOURS = ["cat.color"]
# The style sheets themselves, which one rule reads, are the same however a page is seen.
FOUND = """async ([rules, preload]) => (axe.forget(), await axe.run({ runOnly: rules, preload,
  resultTypes: ["violations"] })).violations
  .map(({ id, nodes }) => [id, ...nodes.slice(0, 3).map(({ html }) => html.slice(0, 200))])"""


def violations(page, only=()):
    """What axe finds: for each rule, or those with one of these tags, its name and first places."""
    if first := not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    return page.evaluate(FOUND, [page.evaluate(RULES, list(only)), first])


def test_axe_finds_nothing(kind):
    page = kind.page
    found = {}
    for width, scheme in product(WIDTHS, ("default", "slate")):
        page.evaluate("(scheme) => { document.body.dataset.mdColorScheme = scheme }", scheme)
        resize(page, width)
        found[f"{width} px, {scheme}"] = violations(page, COLOURS if scheme == "slate" else ())
    page.evaluate("document.body.dataset.mdColorScheme = 'default'")
    assert found == {key: [] for key in found}


def test_axe_is_in_no_doubt_about_an_attribute(look):
    page = look("")
    page.evaluate(AXE)
    assert (
        page.evaluate(
            "async () => (await axe.run({ runOnly: ['aria-valid-attr-value']"
            " })).incomplete.flatMap(({ nodes }) => nodes.map(({ html }) => html))"
        )
        == []
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_with_the_menu_open(look, scheme):
    page = look("roller/aktorer/", width=320, scheme=scheme)
    page.get_by_role("button", name="Meny").click()
    assert violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_with_results_of_a_search(look, width, scheme):
    page = look("", width=width, scheme=scheme)
    page.get_by_role("button", name="Søk").click()
    page.keyboard.type("Fosen")
    page.locator("#sok li").first.wait_for()
    assert violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_with_results_of_the_finder(look, width, scheme):
    page = look("finn/?k=trondeim", width=width, scheme=scheme)
    page.locator(".finner .sok-liste").first.wait_for()
    assert violations(page) == []
