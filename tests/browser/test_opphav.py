"""The two layers: the answer is what one sees of a page, and the proof is one click away.

Visible words of provenance are counted by their mark and by what they say, folds as they stand.
"""

import pytest
from browsing import Visits
from conftest import ROOT

from macros.reading.load import load

# Of the words that one sees.
MOST = 0.18
# How many screens of 1280 × 800 a kind of page may be; a phone has at most SMALL times as many.
SCREENS = {
    "finn/froya/": 2,
    "nettverk/fosen/": 2.5,
    "roller/": 3,
    "roller/aktorer/": 4,
    "roller/samarbeidsforum/": 2.5,
    "kontakt/": 4,
    "saksgang/": 5,
    "begreper/": 7,
    "arshjul/": 3,
    "arshjul/2023-2025/": 4,
    "ordninger/dekom/": 2,
}
SMALL = 2.2
# The kinds that keep within it, in words and in screens. More are added, and none is taken away.
PAGES = (
    "",
    "finn/",
    "finn/froya/",
    "finn/trondheim/",
    "finn/stjordal/",
    "finn/trondelag-fylkeskommune/",
    "nettverk/",
    "nettverk/fosen/",
    "nettverk/videregaende/",
    "kontakt/",
    "begreper/",
    "na/",
    "rediger/",
    "ordninger/",
    "ordninger/dekom/",
    "for-ansatte/",
    "historie/",
    "saksgang/",
    "roller/",
    "roller/aktorer/",
    "roller/samarbeidsforum/",
    "roller/nordland/",
    "roller/nordland/strategi/",
    "arshjul/",
    "arshjul/2023-2025/",
    "arshjul/abonner/",
    "maler/",
    "maler/behovsmelding/",
    "maler/behovsmelding/nn/",
    "maler/behovsmelding/fyll-ut/",
    "maler/samarbeidsavtale/",
    "maler/selvsjekk/",
    "om/",
    "om/rediger/",
    "om/rediger/feilmeldinger/",
    "om/apne-data/",
    "om/personvern/",
    "om/tilgjengelighet/",
)
SHORT = (
    "finn/froya/",
    "kontakt/",
    "nettverk/fosen/",
    "ordninger/dekom/",
    "saksgang/",
    "roller/",
    "roller/aktorer/",
    "roller/samarbeidsforum/",
    "begreper/",
    "arshjul/",
    "arshjul/2023-2025/",
)
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


def measure(visit: Visits, path: str, size: str) -> dict:
    """How many words one sees of a page, how many of them are proof,
    and how many screens it has."""
    width, height = SIZES[size]
    page = visit(path, width=width).page
    page.set_viewport_size({"width": width, "height": height})
    return page.evaluate(COUNT, [source.kort for source in load(ROOT).data.kilder.values()])


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("path", PAGES)
def test_most_of_what_one_sees_is_the_answer(visit, path, size):
    found = measure(visit, path, size)
    assert found["proof"] <= MOST * found["all"], found["told"]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("path", SHORT)
def test_a_page_is_no_longer_than_its_kind_may_be(visit, path, size):
    most = SCREENS[path] * (SMALL if size == "phone" else 1)
    assert measure(visit, path, size)["screens"] <= most


def test_the_count_knows_proof_by_its_words_where_the_mark_is_missing(visit):
    page = visit("om/").page
    page.evaluate(
        """() => { document.querySelector("main").innerHTML = "<p>Fosen har to partnere. "
        + "Dette står i kilden vi har. De var det per 2022, og møtes 3. mars 2024.</p>"
        + "<p>En <b class=pille>per 2022, ikke bekreftet siden</b></p>"
        + "<details data-opphav><summary>Rapporten</summary><p>Skjult tekst</p></details>" }"""
    )
    found = page.evaluate(COUNT, ["Rapporten"])
    assert (found["all"], found["proof"]) == (27, 14)
