"""What the style sheets make of the pages, as the example's site has them: a rule that is
lost, a colour or a length that is changed turns this red.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime

from arshjul_pages import site
from browsing import HEIGHT
from conftest import EXAMPLE, ROOT, TESTS
from playwright.sync_api import Page
from whole.test_golden_pages import KINDS

LOOKS = (TESTS / "support/looks.js").read_text("utf-8")
SHEETS = [file.read_text("utf-8") for file in sorted((ROOT / "docs/assets").glob("*.css"))]
# Every part as one points at it, comes to it by keys, or by a link, opened and without scripts.
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
  document.documentElement.classList.replace("js", "no-js")
  for (const part of document.querySelectorAll("body *")) {
    if (part.localName === "details") part.open = true
    part.classList.remove("rediger-klar")
    part.classList.add("er-hover", "er-focus-within")
    if (part.matches("a, button, input, select, textarea, summary, .tabellramme, [tabindex='-1']"))
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


def search(page: Page) -> None:
    page.get_by_role("button", name="Søk").click()
    page.locator("#sok input").fill("nord-eksempel")
    page.locator("#sok .sok-liste a").first.wait_for()


def find(page: Page) -> None:
    page.locator("#finn-k").fill("nord-eksempel")
    page.locator(".finner .sok-liste a").first.wait_for()


def add(page: Page, *html: str) -> None:
    page.locator("article").evaluate(
        "(article, html) => article.insertAdjacentHTML('beforeend', html)", "".join(html)
    )


def subscribe(page: Page) -> None:
    """What stands there when dates are to come, and the site has a public address."""
    made = site(EXAMPLE, "2024-09-01")
    add(
        page,
        made.block("abonner", "arshjul/abonner/", "nettverk-nord-eksempel"),
        made.block("neste_datoer", "", 3),
        made.block("arshjul_stripe", "arshjul/"),
    )
    page.evaluate("import(`${document.querySelector(`script[src*='arshjul.']`).src}?`)")
    page.evaluate("document.querySelector('.abonner-valg li').classList.add('abonner-forst')")


def sort(page: Page) -> None:
    """One column each way, a row that does not fit, and as many networks as there are colours."""
    page.locator("thead button").first.click()
    page.evaluate("""() => {
      document.querySelector("thead th:last-child").ariaSort = "descending"
      for (let n = 3; n <= 10; n++)
        for (const part of document.querySelectorAll("[data-n='2']")) {
          const more = part.cloneNode(true)
          more.dataset.n = n
          part.after(more)
        }
      document.querySelector("tbody tr").hidden = true
    }""")


def propose(page: Page) -> None:
    """All that stands is right, and something new is not."""
    boxes = page.get_by_role("checkbox", name="Stemmer: ")
    boxes.first.wait_for()
    for box in boxes.all():
        box.check()
    page.get_by_label("Hvem har opplyst det?").fill("En prøve")
    page.get_by_text("Ny dato i nettverket").click()
    page.get_by_label("Hva skjer?").fill("<")
    page.get_by_role("heading", name="Send meldingen").wait_for()


# What a reader does on a page, where a script draws something for it.
DOES = {
    "forside": search,
    "finn": find,
    "nettverk": sort,
    "syklus": lambda page: page.locator(".hjulfilter a").first.click(),
    "arshjul": subscribe,
    "rediger": propose,
    "rediger-start": lambda page: page.locator(".rediger-klar").wait_for(),
}
# What the example has nothing of, on a page that loads the rules for it.
MORE = {
    "arshjul": """
      <div class="fristkort"><span class="fristkort-tid">feb</span>
      <dl><div><dt>a</dt><dd>b <span>c</span></dd></div></dl></div>
      <svg class="hjul"><path class="viser"/><path class="viser vises"/></svg>""",
    "finn-kommune": """
      <p class="svar-slag">a</p><p class="eget-spor">b</p><details class="skoler-brettet"></details>
      <div class="finn-svarene"><div><p>a</p></div><div><a class="knapp">b</a></div></div>""",
    "saksgang": """<figure class="flyt"><svg><path class="sammen"/></svg></figure>""",
    "maler": """<ul class="malkort"><li><svg><path class="topp"/><path class="hake"/></svg></ul>""",
    "aktorer": """
      <section class="aktor up2"></section><table class="stabel"><td class="up2">
      <p class="merknad">a</p><ul><li>b</ul></table>
      <div class="utsagn"></div><div class="utsagn"></div><div class="forum"><ul><li></ul></div>
      <h2>c</h2>""",
    "ordninger": """<div class="tidslinje"><svg><rect class="apen"/></svg></div>""",
}
# The others are made of the same parts.
GOES = {
    kind: KINDS[kind]
    for kind in (
        "forside",
        "finn",
        "nettverk",
        "nettverk-ett",
        "kontakt",
        "ordninger",
        "ordning",
        "na",
        "arshjul",
        "syklus",
        "abonner",
        "roller",
        "aktorer",
        "samarbeidsforum",
        "saksgang",
        "maler",
        "mal",
        "mal-skjema",
        "begreper",
        "historie",
        "om",
        "kilder",
        "apne-data",
    )
} | {
    "rediger-start": "rediger/",
    "finn-kommune": "finn/provedal/#skole-100000016",
    "rediger": "rediger/#nettverk/nord-eksempel",
}
# Where more than the article is looked at.
WHOLE = ("forside", "nettverk-ett", "aktorer", "apne-data")


def pages(page: Page, address: str) -> Iterator[str]:
    """The pages, in a year that is on; says where in it to look."""
    page.clock.set_fixed_time(datetime(2024, 10, 15, tzinfo=UTC))
    for kind, path in GOES.items():
        page.goto(address + path)
        DOES.get(kind, lambda page: None)(page)
        page.mouse.move(0, 0)  # what lies under it is pointed at for a while after it has no box
        add(page, MORE.get(kind, ""))
        yield "html, html *" if kind in WHOLE else "article, article *"


def test_every_part_of_the_pages_looks_as_it_did(visit_example, golden):
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
