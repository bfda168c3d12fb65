"""The drawings in a real browser, with its fonts: no words on other words, none outside,
and steps that open.
"""

from itertools import combinations

import pytest
from browsing import WIDTHS

DRAWINGS = ("historie/",)
WORDS = """() => [...document.querySelectorAll("figure.tidslinje svg")].map((svg) =>
  [svg, ...svg.querySelectorAll("text")].map((e) => {
  const { left, top, right, bottom } = e.getBoundingClientRect();
  return [left, top, right, bottom, e === svg ? "" : e.textContent];
}))"""
# Letters hang a little over the lines that they stand on.
SLACK = 1.5


def overlap(one, other):
    """Whether two boxes share more than a hair."""
    return all(
        min(one[side + 2], other[side + 2]) - max(one[side], other[side]) > SLACK for side in (0, 1)
    )


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", DRAWINGS)
def test_words_in_drawings_keep_apart_and_inside(look, path, width):
    page = look(path, width=width)
    drawings = page.evaluate(WORDS)
    assert drawings
    for drawing, *texts in drawings:
        assert len(texts) > 5
        assert [
            (one[4], other[4]) for one, other in combinations(texts, 2) if overlap(one, other)
        ] == []
        assert [
            text[4]
            for text in texts
            if text[0] < drawing[0] - 1
            or text[2] > drawing[2] + 1
            or text[1] < drawing[1] - 1
            or text[3] > drawing[3] + 1
        ] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", ["saksgang/", "for-ansatte/"])
def test_the_track_stands_beside_each_step_and_nothing_is_cut(look, path, width):
    page = look(path, width=width)
    rows = (
        page.locator(".flyt")
        .first.locator(".lop > li")
        .evaluate_all(
            """(rows) => rows.map((row) => {
          const box = (css) => row.querySelector(css).getBoundingClientRect()
          const node = box(".node"), line = box("summary")
          const top = row.getBoundingClientRect().top
          return node.left >= 0 && node.right <= line.left && node.top >= top
        })"""
        )
    )
    assert len(rows) > 5 and all(rows)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_step_of_the_figure_opens_its_text_beside_it(look):
    page = look("saksgang/", width=1280)
    text = page.locator("#saksgang-2023-innstilling")
    assert not text.is_visible()
    page.locator(".flyt").first.locator(".spor a").nth(6).click()
    assert text.is_visible()
    figure = page.locator(".flyt").first
    assert figure.locator(".spor").nth(6).bounding_box()["x"] < text.bounding_box()["x"]


def test_each_step_has_one_stop_for_the_keyboard_and_opens_with_it(look):
    page = look("saksgang/")
    steps = page.locator(".flyt").first.locator("summary")
    steps.nth(0).focus()
    page.keyboard.press("Enter")
    assert page.locator("#saksgang-2023-behovsmelding").is_visible()
    assert page.locator(".flyt .spor a:not([tabindex='-1'])").count() == 0


def test_every_step_stands_open_on_paper(look):
    page = look("saksgang/")
    page.emulate_media(media="print")
    assert all(page.locator(".flyt .inni").evaluate_all("els => els.map(e => e.checkVisibility())"))


def test_the_timeline_needs_no_scrolling_on_a_narrow_screen(look):
    page = look("historie/", width=320)
    assert page.locator(".tidslinje svg").evaluate("e => e.getBoundingClientRect().right") <= 320
    assert (
        page.locator(".tidslinje .steg-navn").first.evaluate(
            "e => parseFloat(getComputedStyle(e).fontSize) * e.ownerSVGElement.getScreenCTM().a"
        )
        >= 10
    )


def test_a_case_has_a_name(look):
    assert look("saksgang/").get_by_role("figure", name="Saksgangen 2023–24").count() == 1
