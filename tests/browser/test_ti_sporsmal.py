"""What people ask: from the front page, after at most two choices, the answer stands within the
first screen, on a phone and on a desk.
"""

from collections.abc import Callable

import pytest
from conftest import ROOT
from playwright.sync_api import Locator, Page

from macros.model.data import Data
from macros.reading.load import load

SIZES = {"wide": (1280, 800), "phone": (390, 844)}
# The kommune that asks, and how it writes its name.
OWNER = "froya"

IN_SIGHT = """(found) => found.some((el) => {
  const box = el.getBoundingClientRect()
  return el.checkVisibility() && box.height && box.top >= 0 && box.bottom <= innerHeight
})"""


def find(page: Page) -> None:
    page.locator("#finn-k").fill("Frøya")
    page.get_by_role("button", name="Finn", exact=True).click()
    page.wait_for_url(f"**/finn/{OWNER}/")


def follow(text: str) -> Callable[[Page], None]:
    """Choose the link with these words in the page itself."""

    def choose(page: Page) -> None:
        page.locator("main").get_by_role("link", name=text).first.click()

    return choose


def in_sight(answer: Locator) -> bool:
    """Whether the answer stands on the screen as it is, without scrolling."""
    answer.first.wait_for()
    return answer.evaluate_all(IN_SIGHT)


def words(text: Callable[[Data], str]) -> Callable[[Page, Data], Locator]:
    """The answer is a text of the data."""
    return lambda page, data: page.locator("main").get_by_text(text(data), exact=False)


def _network(data: Data):
    return data.steder[OWNER].networks[0]


def _partner(data: Data) -> str:
    return data.kontakter[_network(data).utviklingspartnere[-1].person].navn


# The question → the choices, at most two, and what answers it.
ANSWERS = {
    "hvem er UP1 for oss": ([find], words(_partner)),
    "hva kan vi be om": (
        [find, follow("Hva kan vi be om?")],
        words(lambda data: data.aktorer["up1"].tilbud[0].tekst),
    ),
    "hva koster det": (
        [find, follow("Hva koster det?")],
        words(lambda data: data.aktorer["up1"].betaling[-1].tekst),
    ),
    "hvem representerer oss": (
        [find, follow("Hvem representerer oss?")],
        words(lambda data: data.kontakter[_network(data).representant.person].navn),
    ),
    "hvem skriver vi til": (
        [find],
        lambda page, data: page.locator("main a.knapp[href^='mailto:']"),
    ),
    "når er neste frist": (
        [find, follow("Når er neste frist?")],
        lambda page, data: page.locator("#neste-frist + p"),
    ),
    "hvordan abonnerer jeg": (
        [find, follow("Abonner på datoene")],
        lambda page, data: page.locator(f"#nettverk-{_network(data).id}"),
    ),
    "hvor er malen": (
        [follow("Finn en mal")],
        lambda page, data: page.locator("main").get_by_role("link", name="Fyll ut"),
    ),
    "hva gjør UP2": (
        [follow("Hva gjorde UP1 og UP2?")],
        lambda page, data: page.locator("main section.up2"),
    ),
    "hvem bestemmer": (
        [follow("Hvem bestemmer hva?")],
        words(lambda data: next(iter(data.saksgang.values())).baner["statsforvalteren"].navn),
    ),
}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("question", ANSWERS)
def test_the_answer_stands_on_the_first_screen_after_at_most_two_choices(visit, question, size):
    choices, answer = ANSWERS[question]
    assert len(choices) <= 2
    page = visit("", width=SIZES[size][0]).page
    page.set_viewport_size(dict(zip(("width", "height"), SIZES[size], strict=True)))
    for choose in choices:
        choose(page)
    assert in_sight(answer(page, load(ROOT).data))
