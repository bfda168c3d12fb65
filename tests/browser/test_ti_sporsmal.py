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


def search(text: str, address: str) -> Callable[[Page], None]:
    """Write this in the field of the front page, and go to what is found first."""

    def choose(page: Page) -> None:
        page.locator("#finn-k").fill(text)
        page.get_by_role("button", name="Finn", exact=True).click()
        page.wait_for_url(f"**/{address}")

    return choose


find = search("Frøya", f"finn/{OWNER}/")


def menu(page: Page) -> None:
    """Open the menu, which stands open where there is room."""
    button = page.get_by_role("button", name="Meny")
    if button.is_visible():
        button.click()


def follow(text: str, place: str = "main") -> Callable[[Page], None]:
    """Choose the link with these words in the page itself, or elsewhere on the screen."""

    def choose(page: Page) -> None:
        before = page.url
        page.locator(place).get_by_role("link", name=text).locator("visible=true").first.click()
        page.wait_for_url(lambda url: url != before)

    return choose


def in_sight(answer: Locator) -> bool:
    """Whether the answer stands on the screen as it is, without scrolling."""
    answer.first.wait_for()
    return answer.evaluate_all(IN_SIGHT)


def words(text: Callable[[Data], str]) -> Callable[[Page, Data], Locator]:
    """The answer is a text of the data."""
    return lambda page, data: page.locator("main").get_by_text(text(data), exact=False)


def _network(data: Data):
    return data.steder[OWNER].nettverk[0]


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
    "hvem representerer Fosen": (
        [search("Fosen", "nettverk/fosen/")],
        words(lambda data: data.kontakter[data.nettverk["fosen"].representant.person].navn),
    ),
    "hva er forskjellen på Dekom og Rekom": (
        [menu, follow("Ordninger", "body")],
        words(lambda data: data.ordninger["rekom"].undertittel),
    ),
    "gjelder den nye ordningen videregående": (
        [follow("Dette gjelder nå", "body"), follow("videregående")],
        words(
            lambda data: (
                next(one for one in data.na.values() if one.spor == ("videregaende",)).tekst
            )
        ),
    ),
    "når møtes samarbeidsforum neste gang": (
        [menu, follow("Årshjul", "body")],
        lambda page, data: page.locator("main .arsvar > div > :first-child"),
    ),
}


@pytest.fixture(scope="module")
def found() -> dict[str, str]:
    """Size → where `find` led from the front page: half of the questions begin with it."""
    return {}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("question", ANSWERS)
def test_the_answer_stands_on_the_first_screen_after_at_most_two_choices(
    look, address, found, question, size
):
    choices, answer = ANSWERS[question]
    assert len(choices) <= 2
    if choices[0] is find and size in found:
        start, choices = found[size], choices[1:]
    else:
        start = ""
    page = look(start, width=SIZES[size][0])
    page.set_viewport_size(dict(zip(("width", "height"), SIZES[size], strict=True)))
    for choose in choices:
        choose(page)
        if choose is find:
            found[size] = page.url.removeprefix(address)
    assert in_sight(answer(page, load(ROOT).data))
