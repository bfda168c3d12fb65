"""Every axe rule, best practices too, on every kind of page: narrow and wide, light and dark, with
menu and search open.
"""

from importlib.resources import files

import pytest
from browsing import WIDTHS, each_width

# Level AAA asks of colours what AA does, and more. What has words on the same ground and is drawn
# as what axe found readable, is readable too: its colours are not counted out again. Those of a
# link in a text are not when a line or a weight tells it apart.
ALIKE = """
  const numbers = new Map(), looks = new Map(), grounds = new Map(), readable = new Set()
  const look = (el) => {
    if (!looks.has(el)) {
      const style = getComputedStyle(el), own = [el.parentElement && look(el.parentElement),
        style.color, style.backgroundColor, style.backgroundImage, style.opacity, style.filter,
        style.mixBlendMode, style.textShadow, style.webkitTextStroke, style.fontSize,
        style.fontWeight].join()
      if (!numbers.has(own)) numbers.set(own, numbers.size)
      looks.set(el, numbers.get(own))
    }
    return looks.get(el)
  }
  const contrast = axe._audit.rules.find(({ id }) => id === "color-contrast")
  const { matches } = contrast, { evaluate, options } = axe._audit.checks["color-contrast"]
  const nobody = { data() {}, relatedNodes() {} }
  options.contrastRatio = { normal: { expected: 7 }, large: { expected: 4.5 } }
  contrast.matches = function (el, node, ...more) {
    if (!el.matches("input, select, textarea")
      && ![...el.childNodes].some((own) => own.nodeType === Node.TEXT_NODE && own.data.trim()))
      return false
    if (!grounds.has(el)) grounds.set(el, axe.commons.color.getBackgroundStack(el))
    const ground = grounds.get(el), drawn = ground && [el, ...ground].map(look).join()
    if (readable.has(drawn)) return false
    if (!matches.call(this, el, node, ...more)) return false
    if (!ground || !/[\\p{L}\\d]/u.test(el.textContent) || !axe.commons.dom.isVisibleOnScreen(el)
      || !evaluate.call(nobody, el, options, node)) return true
    readable.add(drawn)
    return false
  }
  const { "link-in-text-block": told, "link-in-text-block-style": marked } = axe._audit.checks
  const { evaluate: apart } = told
  told.evaluate = function (el, ...more) {
    return marked.evaluate.call(nobody, el, ...more) === true || apart.call(this, el, ...more)
  }
  const { prototype } = axe.commons.color.Color, { parseString } = prototype, parsed = new Map()
  prototype.parseString = function (text) {
    if (!parsed.has(text)) {
      const { r, g, b, alpha } = parseString.call(this, text)
      parsed.set(text, { r, g, b, alpha })
    }
    return Object.assign(this, parsed.get(text))
  }"""
# Between light and dark nothing differs but colours: their rules are asked again in the dark, of
# the same tree, when all others have been asked.
DARK = """
  const darken = () => {
    document.body.dataset.mdColorScheme = "slate"
    document.getAnimations().forEach((change) => change.finish())
    looks.clear()
    for (const node of axe.utils.querySelectorAll(axe._tree, "*")) {
      node._cache = {}
      node._stackingContext = null
    }
  }
  for (const light of axe._audit.rules.filter(({ tags }) => tags.includes("cat.color"))) {
    const dark = Object.assign(Object.create(light), { id: `${light.id} in the dark` })
    dark.run = (...given) => {
      if (document.body.dataset.mdColorScheme !== "slate") darken()
      light.run.apply(dark, given)
    }
    axe._audit.rules.push(dark)
  }
  axe.lighten = () => {
    document.body.dataset.mdColorScheme = "default"
    for (const known of [looks, grounds]) known.clear()
  }"""
AXE = (
    files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
    + f"; {{ axe._audit.noHtml = true {ALIKE} {DARK} }} void 0"
)
# Everything but what axe itself has given up: level AAA, best practices and experiments too. The
# style sheets themselves, which one rule reads, are the same however a page is seen.
FOUND = """async (preload) => {
  const rules = axe._audit.rules.filter(({ id, tags }) => !tags.includes("deprecated")
    && !id.startsWith("color-contrast-enhanced")).map(({ id }) => id)
  const { violations } = await axe.run({ runOnly: rules, preload, elementRef: true,
    resultTypes: ["violations"] })
  axe.lighten()
  return violations.map(({ id, nodes }) =>
    [id, ...nodes.slice(0, 3).map(({ element }) => element.outerHTML.slice(0, 200))])
}"""


def violations(page):
    """What axe finds in a page that is light, and in the dark: for each rule its name and first
    places.
    """
    if first := not page.evaluate("'axe' in window"):
        if page.evaluate("!window.name"):  # goes along from page to page, and is sent but once
            page.evaluate("(script) => { window.name = script }", AXE)
        page.evaluate("eval(window.name)")
    return page.evaluate(FOUND, first)


def test_axe_finds_nothing(kind):
    found = {width: violations(kind.page) for width in each_width(kind.page)}
    assert found == {width: [] for width in WIDTHS}


def test_axe_is_in_no_doubt_about_an_attribute(look):
    page = look("")
    page.evaluate(AXE)
    assert (
        page.evaluate(
            "async () => (await axe.run({ runOnly: ['aria-valid-attr-value'], elementRef: true"
            " })).incomplete.flatMap(({ nodes }) => nodes.map(({ element }) => element.outerHTML))"
        )
        == []
    )


def test_axe_finds_nothing_with_the_menu_open(look):
    page = look("roller/aktorer/", width=320)
    page.get_by_role("button", name="Meny").click()
    assert violations(page) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_with_results_of_a_search(look, width):
    page = look("", width=width)
    page.get_by_role("button", name="Søk").click()
    page.keyboard.type("Fosen")
    page.locator("#sok li").first.wait_for()
    assert violations(page) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_with_results_of_the_finder(look, width):
    page = look("finn/?k=trondeim", width=width)
    page.locator(".finner .sok-liste").first.wait_for()
    assert violations(page) == []
