"""The two layers: the answer is what one sees of a page, and the proof is one click away.

Visible words of provenance are counted by their mark and by what they say, folds as they stand.
"""

import re
from fnmatch import fnmatch
from itertools import pairwise

import pytest
from conftest import ROOT

from macros.model.fakta import Merknad
from macros.reading.load import load

# Of the words that one sees.
MOST = 0.18
# The page about sources is about nothing else.
ABOUT_SOURCES = "om/kilder/"
# How many screens of 1280 × 800 a page may be, by its kind; a phone has SMALL times as many.
SCREENS = {
    "finn/?*/": 2,
    "nettverk/?*/": 2.5,
    "roller/": 3,
    "roller/aktorer/": 4,
    "roller/samarbeidsforum/": 2.5,
    "roller/nordland/": 3,
    "roller/nordland/strategi/": 2,
    "kontakt/": 4,
    "saksgang/": 5,
    "begreper/": 7,
    "arshjul/": 3,
    "arshjul/20*/": 4,
    "ordninger/?*/": 2,
    "for-ansatte/": 4,
    "historie/": 3,
}
SMALL = 2.2
SIZES = {"wide": (1280, 800), "phone": (390, 844)}

# Words that speak of sources make provenance of their sentence; a year or a time makes it of
# itself, save in a date with a month, which is an answer.
COUNT = r"""(sources) => {
  const words = (text) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
  const escaped = sources.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
  const sentence = new RegExp(["\\bkilde(?:n|r|ne|nes)?\\b", "^Merk\\b", "forbehold",
    "ikke bekreftet", "nyere opplysninger", "pent spørsmål", "udatert", ...escaped].join("|"), "i")
  const months = "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november" +
    "|desember"
  const time = new RegExp(`(?<!(?:${months}) )(?:\\b(?:per|i|fra|siden) )?` +
    "\\b20[012]\\d(?:–(?:20)?\\d\\d)?\\b", "g")
  const marked = "[data-opphav], .pille, .brikke, .noekkel, .kilde, .merknad"
  const seen = (el) => {
    const box = el.getBoundingClientRect()
    return el.checkVisibility({ visibilityProperty: true, opacityProperty: true })
      && box.width > 1 && box.height > 1
  }
  const block = (el) => getComputedStyle(el).display.startsWith("inline") && el.parentElement
    ? block(el.parentElement) : el
  const texts = new Map(), walker = document.createTreeWalker(document.querySelector("main"),
    NodeFilter.SHOW_TEXT)
  let all = 0, proof = 0, node
  const told = []
  while ((node = walker.nextNode())) {
    const count = words(node.data), parent = node.parentElement
    if (!count || !seen(parent)) continue
    all += count
    if (parent.closest(marked)) { proof += count; told.push(node.data.trim()) }
    else texts.set(block(parent), `${texts.get(block(parent)) ?? ""} ${node.data}`)
  }
  for (const text of texts.values()) for (const part of text.split(/(?<=[.!?:]) +(?=\p{Lu})/u)) {
    const found = sentence.test(part) ? [part] : part.match(time) ?? []
    for (const one of found) { proof += words(one); told.push(one.trim()) }
  }
  return { all, proof, told, screens: document.documentElement.scrollHeight / innerHeight }
}"""


# The line that a page has where the site knows its repository: it takes room too.
WAYS_TO_CHANGE = """window.hasWays ??= !document.querySelector("article").insertAdjacentHTML(
  "beforeend", "<p class=ramme-rediger>Rediger denne siden · Meld endring</p>")"""
# What stands on a page without opening anything, all that stands there, and its folds.
LAYERS = """() => {
  const main = document.querySelector("main"), shown = []
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
  const seen = (el) => el.checkVisibility() && el.getBoundingClientRect().width > 1
  while (walker.nextNode()) if (seen(walker.currentNode.parentElement)
    && !walker.currentNode.parentElement.closest(".opphav")) shown.push(walker.currentNode.data)
  const plain = (text) => text.replace(/\\s+/g, " ").trim()
  return { shown: plain(shown.join(" ")), text: plain(main.textContent),
    folds: [...main.querySelectorAll("details.opphav")].map((fold) => {
      const rest = [...fold.children].slice(1)
      return { title: plain(fold.firstElementChild.textContent), short: !!fold.dataset.opphav,
        margin: getComputedStyle(fold).gridColumnStart === "2",
        words: plain(rest.map((el) => el.textContent).join(" ")).split(" ").length,
        open: rest.some(seen), stops: [...fold.querySelectorAll("a")].filter(seen).length,
        lines: rest.map((el) => plain(el.textContent)) }
    }) }
}"""
MEASURE = f"(sources) => {{ {WAYS_TO_CHANGE}; return [({COUNT})(sources), ({LAYERS})()] }}"


@pytest.fixture(scope="module")
def measured(visit_all, real_site) -> dict[str, dict[str, dict]]:
    """Of each size and every page: how many words one sees of it, how many of them are proof, and
    how many screens it has.
    """
    # A source that is called as its publisher is (PBL) is no word of proof by itself.
    names = [one.kort for one in load(ROOT).data.kilder.values() if " " in one.kort]
    page, found = visit_all().page, {size: {} for size in SIZES}
    for file in sorted(real_site.rglob("index.html")):
        path = file.relative_to(real_site).as_posix().removesuffix("index.html")
        page.goto(visit_all.address + path)
        # Each page is opened in the size in which the last one was left.
        for size in sorted(SIZES, key=lambda size: page.viewport_size["width"] != SIZES[size][0]):
            width, height = SIZES[size]
            if page.viewport_size["width"] != width:
                page.set_viewport_size({"width": width, "height": height})
            count, layers = page.evaluate(MEASURE, names)
            found[size][path] = count | layers
    return found


@pytest.fixture(scope="module", params=SIZES)
def seen(request, measured) -> tuple[str, dict[str, dict]]:
    return request.param, measured[request.param]


def test_most_of_what_one_sees_is_the_answer(seen):
    _, found = seen
    assert {
        path: one["told"]
        for path, one in found.items()
        if path != ABOUT_SOURCES and one["proof"] > MOST * one["all"]
    } == {}


@pytest.mark.parametrize("kind", SCREENS)
def test_a_page_is_no_longer_than_its_kind_may_be(seen, kind):
    size, found = seen
    most = SCREENS[kind] * (SMALL if size == "phone" else 1)
    heights = {path: one["screens"] for path, one in found.items() if fnmatch(path, kind)}
    assert heights
    assert {path: screens for path, screens in heights.items() if screens > most} == {}


def test_a_fold_stands_open_in_the_margin_only_where_it_is_short(seen):
    size, found = seen
    folds = [(path, fold) for path, one in found.items() for fold in one["folds"]]
    wrong = [
        (path, fold["title"])
        for path, fold in folds
        if fold["open"] != (fold["margin"] and fold["short"])
        or (fold["short"] and fold["words"] > 25)
        or (fold["stops"] and not fold["open"])
    ]
    assert wrong == []
    assert any(fold["open"] for _, fold in folds) == (size == "wide")


def test_no_two_folds_in_a_row_name_the_same_source(seen):
    _, found = seen
    for path, one in found.items():
        titles = [fold["title"] for fold in one["folds"]]
        lines = [line for fold in one["folds"] for line in fold["lines"] if "Kilde: " in line]
        again = [
            first
            for first, second in [*pairwise(titles), *pairwise(lines)]
            if first == second and not re.fullmatch(r"\d+ \w+", first)
        ]
        assert again == [], path


def test_a_caution_stands_in_the_open_only_where_one_must_see_it(seen):
    _, found = seen
    # The list of sources says all that there is to say of each.
    pages = {path: one for path, one in found.items() if path != ABOUT_SOURCES}
    for caution in (one for one in load(ROOT).data.records if isinstance(one, Merknad)):
        text, asked = (" ".join((said or "").split()) for said in (caution.tekst, caution.sporsmal))
        for path, one in pages.items():
            if text in one["text"]:
                assert (text in one["shown"]) == caution.viktig, (path, text)
            assert not asked or asked not in one["text"], (path, asked)


def test_the_count_knows_proof_by_its_words_where_the_mark_is_missing(look):
    page = look("om/")
    page.evaluate(
        """() => { document.querySelector("main").innerHTML = "<p>Fosen har to partnere. "
        + "Dette står i kilden vi har. De var det per 2022, og møtes 3. mars 2024.</p>"
        + "<p>En <b class=pille>per 2022, ikke bekreftet siden</b></p>"
        + "<details data-opphav><summary>Rapporten</summary><p>Skjult tekst</p></details>" }"""
    )
    found = page.evaluate(COUNT, ["Rapporten"])
    assert (found["all"], found["proof"]) == (27, 14)
