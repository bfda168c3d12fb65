"""What the style sheets make of every kind of page, as the example's site has them: a rule that is
lost, a colour or a length that is changed turns this red.
"""

from collections import defaultdict
from collections.abc import Iterator

from browsing import HEIGHT
from conftest import ROOT, TESTS
from playwright.sync_api import Page
from whole.test_golden_pages import KINDS

LOOKS = (TESTS / "support/looks.js").read_text("utf-8")
SHEETS = [file.read_text("utf-8") for file in sorted((ROOT / "docs/assets").glob("*.css"))]
# Every part as one points at it, comes to it by keys, or by a link.
TOUCHED = """() => {
  const touch = (rules) => {
    for (const rule of rules) {
      if (rule.selectorText)
        rule.selectorText = rule.selectorText.replaceAll(
          /:(hover|focus-visible|focus-within|focus|target)\\b/g, ".er-$1")
      if (rule.cssRules) touch(rule.cssRules)
    }
  }
  for (const sheet of document.styleSheets) touch(sheet.cssRules)
  for (const part of document.querySelectorAll("body *")) {
    part.classList.add("er-hover", "er-focus-within")
    if (part.matches("a, button, input, select, textarea, summary, [tabindex='-1']"))
      part.classList.add("er-focus", "er-focus-visible")
    if (part.id) part.classList.add("er-target")
  }
}"""
SCHEME = "(scheme) => (document.body.dataset.mdColorScheme = scheme)"


def looks(page: Page) -> Iterator[tuple[str, list[list[str]]]]:
    """The page on a wide screen, and what is otherwise in other ways to see it."""
    look = page.evaluate
    yield "skjerm", look("look()")
    look(SCHEME, "slate")
    yield "mork", look("look()")
    page.emulate_media(media="print")
    yield "papir", look("look()")
    page.emulate_media(media="screen", forced_colors="active")
    yield "tvungne-farger", look("look(true)")
    page.emulate_media(forced_colors="none")
    look(SCHEME, "default")
    for name, width in (("brett", 800), ("telefon", 390), ("", 1280)):
        page.set_viewport_size({"width": width, "height": HEIGHT})
        page.wait_for_function("(width) => innerWidth === width", arg=width)
        if name:
            yield name, look("look()")
    look(TOUCHED)
    yield "beroert", look("look()")


def pages(page: Page, address: str) -> Iterator[str]:
    """Every kind of page, with what scripts draw on it; says where in it to look."""
    for kind, path in (KINDS | {"rediger": "rediger/#nettverk/nord-eksempel"}).items():
        page.goto(address + path)
        if kind == "forside":
            page.get_by_role("button", name="Søk").click()
            page.locator("#sok input").fill("nord-eksempel")
            page.locator("#sok .sok-liste a").first.wait_for()
        if kind == "finn":
            page.locator("#finn-k").fill("nord-eksempel")
            page.locator(".finner .sok-liste a").first.wait_for()
        if kind == "rediger":
            boxes = page.get_by_role("checkbox", name="Stemmer: ")
            boxes.first.wait_for()
            for box in boxes.all():
                box.check()
            page.get_by_label("Hvem har opplyst det?").fill("En prøve")
            page.get_by_role("heading", name="Send meldingen").wait_for()
        yield (
            "html, html *"
            if kind in ("forside", "nettverk-ett", "apne-data")
            else "article, article *"
        )


def test_every_part_of_every_page_looks_as_it_did(visit_example, golden):
    page = visit_example("").page
    told, media = defaultdict(lambda: defaultdict(set)), set()
    for within in pages(page, page.url):
        media |= set(page.evaluate(LOOKS, [SHEETS, within]))
        for way, lines in looks(page):
            for name, said in lines:
                told[way][said].add(name)
    for way, groups in told.items():
        lines = sorted(
            f"{', '.join(sorted(names))}\n    {said}\n" for said, names in groups.items()
        )
        golden(f"utseende/{way}.txt", "".join(lines))
    golden("utseende/vilkar.txt", "".join(f"{one}\n" for one in sorted(media)))
