"""What another engine could do otherwise, in Firefox where one is installed."""

import re
import zlib
from collections.abc import Iterator

import pytest
from firefox import PROGRAM, Firefox, started

pytestmark = pytest.mark.skipif(not PROGRAM, reason="Firefox er ikke installert")
SHUT = """[...document.querySelectorAll(".opphav:not([open])")].map((fold) => [
  fold.matches(".blokk > [data-opphav=kort]"),
  [...fold.children].some((one) => one.localName !== "summary" && one.checkVisibility())])"""
FITS = "document.documentElement.scrollWidth <= innerWidth"


@pytest.fixture(scope="module")
def firefox() -> Iterator[Firefox]:
    with started() as one:
        yield one


def test_the_front_page_opens_what_is_typed(firefox: Firefox, address: str) -> None:
    firefox.open(address)
    assert firefox.ask(FITS)
    assert firefox.ask("document.querySelector('.kart svg').getBoundingClientRect().height > 300")
    firefox.type("#finn-k", "froya\ue007")
    firefox.wait("location.pathname.endsWith('/finn/froya/')")


@pytest.mark.parametrize("width", [1280, 500])
def test_a_short_fold_stands_open_in_the_margin_and_a_long_one_is_shut(
    firefox: Firefox, address: str, width: int
) -> None:
    firefox.open(f"{address}finn/froya/", width)
    folds = firefox.ask(SHUT)
    assert folds and firefox.ask(FITS)
    assert [seen for _, seen in folds] == [short and width == 1280 for short, _ in folds]


def test_the_menu_stands_behind_a_button(firefox: Firefox, address: str) -> None:
    firefox.open(f"{address}begreper/", 500)
    seen = "document.querySelector('#meny').checkVisibility()"
    assert not firefox.ask(seen)
    firefox.click("[popovertarget=meny]")
    assert firefox.ask(seen)
    firefox.click("[popovertarget=meny]")
    assert not firefox.ask(seen)


def test_the_year_is_filtered_without_a_new_page(firefox: Firefox, address: str) -> None:
    firefox.open(f"{address}arshjul/2023-2025/")
    rows = (
        "[...document.querySelectorAll('.radliste > li')].filter((one) => one.offsetHeight).length"
    )
    assert firefox.ask(rows) == 18
    firefox.click(".hjulfilter a[href*=skoler]")
    firefox.wait(f"{rows} === 2")
    assert firefox.ask("location.search") == "?malgruppe=skoler"


def test_a_network_is_one_sheet(firefox: Firefox, address: str) -> None:
    firefox.open(f"{address}nettverk/fosen/")
    packed = re.findall(rb"stream\n(x.*?)\nendstream", firefox.pdf(), re.DOTALL)
    inside = b"".join(zlib.decompressobj().decompress(part) for part in packed)
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", inside)) == 1
