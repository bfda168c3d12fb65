"""The annual cycle in a browser: what the clock changes since the build, and the wheel in the dark
and on paper.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from shutil import copytree

import pytest
from browsing import Look, Visits, reopen, served
from conftest import EXAMPLE, build, complete
from playwright.sync_api import Browser, Page

CYCLE = "arshjul/2023-2025/"
# How much a text's colour stands out from what lies behind it, as WCAG counts.
CONTRAST = """() => {
  const light = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).map((part) => part / 255)
    .map((part) => part <= .03928 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4)
  const bright = (colour) => light(colour).reduce((sum, part, n) => sum + part * [.2126, .7152,
    .0722][n], 0)
  const ratio = (one, other) => { const [low, high] = [bright(one), bright(other)].sort((a, b) =>
    a - b); return (high + .05) / (low + .05) }
  const style = (el) => getComputedStyle(el), page = style(document.body).backgroundColor,
    found = [], ring = style(document.querySelector(".hjul .ring")).stroke
  for (const mark of document.querySelectorAll(".hjul .hend")) {
    const shape = style(mark.querySelector(".bue")), name = style(mark.querySelector("text")).fill
    found.push(["navn", ratio(name, shape.fill)], ["på ringen", ratio(name, ring)])
    found.push(["kant", ratio(shape.stroke, ring) * 1.5])
  }
  for (const name of document.querySelectorAll(".hjul .rnavn")) found.push(["ring",
    ratio(style(name).fill, ring)])
  for (const name of document.querySelectorAll(".hjul .mnd")) found.push(["maned",
    ratio(style(name).fill, page)])
  return found.filter(([, value]) => value < 4.5)
}"""
# Names that come nearer each other than a line is high, as the browser has set them.
COLLISIONS = """(font) => {
  document.querySelectorAll("svg.hjul").forEach((svg) => { svg.style.fontFamily = font })
  const found = []
  for (const svg of document.querySelectorAll("svg.hjul")) {
    if (!svg.checkVisibility()) continue
    const texts = [...svg.querySelectorAll(".hend > text, .mnd, .rnavn")].map((text) => ({
      said: text.textContent, owner: text.closest("a") ?? text,
      spots: Array.from({ length: text.getNumberOfChars() }, (_, n) => {
        const box = text.getExtentOfChar(n)
        return [box.x + box.width / 2, box.y + box.height / 2]
      }),
    }))
    texts.forEach((one, n) => texts.slice(n + 1).forEach((other) => {
      if (one.owner === other.owner) return
      const near = Math.min(...one.spots.flatMap(([x, y]) =>
        other.spots.map(([u, v]) => Math.hypot(x - u, y - v))))
      if (near < 12) found.push([one.said, other.said, near])
    }))
    for (const text of svg.querySelectorAll(".hend > text")) {
      const path = document.querySelector(text.querySelector("textPath").getAttribute("href"))
      if (text.getComputedTextLength() > path.getTotalLength() + 1) found.push([text.textContent])
    }
  }
  return found
}"""
# How large each name is on the screen.
SIZES = """() => [...document.querySelectorAll(".hjul .hend > text")]
  .filter((text) => text.checkVisibility())
  .map((text) => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a)"""
FONTS = ("DejaVu Sans", "Liberation Sans", "Noto Sans")


@pytest.fixture(scope="session")
def year(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the example's site as it was built on 1 October 2024, when its cycle was under
    way.
    """
    folder = Path(copytree(EXAMPLE, tmp_path_factory.mktemp("aret") / "prosjekt"))
    complete(folder)
    result = build(
        folder,
        folder / "site",
        SOURCE_DATE_EPOCH=str(int(datetime(2024, 10, 1, tzinfo=UTC).timestamp())),
    )
    assert result.returncode == 0, result.stdout + result.stderr
    with served(folder / "site") as address:
        yield address


@pytest.fixture(scope="session")
def visit_year(chromium: Browser, year: str) -> Iterator[Visits]:
    visits = Visits(chromium, year)
    yield visits
    visits.close()


@pytest.fixture(scope="session")
def on(visit_year: Visits, year: str) -> Look:
    """Open a page of that site on a day: `on("2024-11-06", "arshjul/")`."""
    page = visit_year("404.html").page

    def go(day: str, path: str = "arshjul/", scheme: str = "light") -> Page:
        page.clock.set_fixed_time(f"{day}T12:00:00+00:00")
        return reopen(page, year + path, scheme=scheme)

    return go


@pytest.mark.parametrize(
    ("day", "titles"),
    [
        (
            "2024-10-11",  # the last day of the seminar
            [
                "Melde behov",
                "Eksempelseminar",
                "Avlyst: Møte i forumet",
                "Skrive innstillingen",
                "Vedtak om eksempler",
            ],
        ),
        (
            "2024-11-06",
            [
                "Melde behov",
                "Skrive innstillingen",
                "Vedtak om eksempler",
            ],
        ),
        ("2025-04-01", []),
    ],
)
def test_what_is_next_follows_the_clock(on: Look, day: str, titles: list[str]) -> None:
    page = on(day)
    assert [
        link.inner_text()
        for link in page.locator(".neste-liste").last.locator("a").all()
        if link.is_visible()
    ] == titles
    assert page.get_by_text("Ingen flere datoer er vedtatt.").first.is_visible() == (not titles)


def test_the_front_page_and_a_networks_page_follow_it_too(on: Look) -> None:
    visible = "items => items.filter((item) => item.checkVisibility()).length"
    counts = [
        on(day, path).locator(".neste-liste").first.locator("li").evaluate_all(visible)
        for path in ("", "nettverk/sor-eksempel/")
        for day in ("2024-10-01", "2024-10-12", "2025-04-01")
    ]
    assert counts == [3, 3, 0, 5, 4, 0]


def test_without_a_script_the_next_dates_are_those_of_the_build(visit_year: Visits) -> None:
    page = visit_year("arshjul/", javascript=False).page
    assert (
        len(
            [
                item
                for item in page.locator(".neste-liste").last.locator("li").all()
                if item.is_visible()
            ]
        )
        == 5
    )
    assert page.get_by_text("Ingen flere datoer er vedtatt.").first.is_hidden()


@pytest.mark.parametrize(
    ("day", "degrees"),
    [
        ("2024-08-01", 0),
        ("2024-10-01", 60),
        ("2025-02-15", 195),
        ("2025-07-31", 359.03),
        ("2025-08-01", None),
        ("2024-07-31", None),
    ],
)
def test_todays_hand_stands_on_a_current_cycle_only(
    on: Look, day: str, degrees: float | None
) -> None:
    hand = on(day).locator(".viser").first
    assert hand.evaluate("el => el.checkVisibility()") == (degrees is not None)
    if degrees is not None:
        assert float(re.findall(r"[\d.]+", hand.get_attribute("transform"))[0]) == pytest.approx(
            degrees, abs=0.01
        )


def test_a_cycle_that_is_over_has_no_hand(look: Look) -> None:
    assert look(CYCLE).locator(".viser").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_wheel_can_be_read_light_and_dark(look: Look, on: Look, scheme: str) -> None:
    assert look(CYCLE, scheme=scheme).evaluate(CONTRAST) == []
    assert on("2024-10-01", scheme=scheme).evaluate(CONTRAST) == []


@pytest.mark.parametrize("path", [CYCLE, "arshjul/2018-2019/", "arshjul/"])
def test_no_name_on_the_wheel_meets_another_in_three_fonts(look: Look, path: str) -> None:
    page = look(path)
    assert [page.evaluate(COLLISIONS, font) for font in FONTS] == [[]] * len(FONTS)
    assert min(page.evaluate(SIZES)) >= 13


def test_on_a_phone_each_audience_has_a_wheel_with_names(look: Look) -> None:
    page = look("arshjul/", width=390)
    page.get_by_text("Året som hjul").click()
    wheels = page.locator(".hjulside:visible")
    assert wheels.locator("figcaption").all_inner_texts() == [
        "Skoler og barnehager",
        "Nettverk og UH",
        "Samarbeidsforum",
    ]
    assert [page.evaluate(COLLISIONS, font) for font in FONTS] == [[]] * len(FONTS)
    assert min(page.evaluate(SIZES)) >= 8
    assert page.evaluate("document.documentElement.scrollWidth") == 390


@pytest.mark.parametrize(("path", "share", "points"), [(CYCLE, 1 / 2, 6.5), ("arshjul/", 1, 8)])
def test_a_cycle_has_its_wheels_on_one_sheet_the_same_from_the_dark(
    look: Look, path: str, share: float, points: float
) -> None:
    colours = (
        "wheel => [...wheel.querySelectorAll('circle, path, text')].map((el) =>"
        " [getComputedStyle(el).fill, getComputedStyle(el).stroke].join())"
    )
    looks = []
    for scheme in ("light", "dark"):
        page = look(path, width=718, scheme=scheme)  # A4 less the margins, at 96 dpi
        page.emulate_media(media="print")
        wheel = page.locator(".hjulside").first
        box = wheel.bounding_box()
        words = wheel.locator(".hend > text").evaluate_all(
            "texts => Math.min(...texts.map((el) => parseFloat(getComputedStyle(el).fontSize) *"
            " el.getScreenCTM().a))"
        )
        assert 0 < box["height"] < 1020 * share and box["width"] <= 718
        assert wheel.evaluate("el => getComputedStyle(el).breakInside") == "avoid"
        assert words * 72 / 96 > points, "punkt"
        looks.append(wheel.evaluate(colours))
    assert looks[0] == looks[1]


@pytest.mark.parametrize(("day", "month"), [("2024-11-06", "nov."), ("2025-08-01", None)])
def test_this_month_is_marked_in_the_strip_of_a_current_cycle_only(
    on: Look, day: str, month: str | None
) -> None:
    marked = on(day).locator(".stripe th.na").all_inner_texts()
    assert [name.strip() for name in marked] == ([month] if month else [])
