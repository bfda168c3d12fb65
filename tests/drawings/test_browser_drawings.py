"""The drawings in a real browser, with its fonts: no words on other words, none outside, and a
frame to scroll where there is no room.
"""

from itertools import combinations

import pytest
from browsing import WIDTHS

DRAWINGS = ("saksgang/", "for-ansatte/", "historie/")
WORDS = """() => [...document.querySelectorAll("figure:is(.flyt, .tidslinje) svg")].map((svg) =>
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
def test_words_in_drawings_keep_apart_and_inside(visit, path, width):
    page = visit(path, width=width).page
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


def test_a_wide_drawing_scrolls_by_key_on_a_narrow_screen(visit):
    page = visit("saksgang/", width=320).page
    frame = page.get_by_role("region", name="Tegning av saksgangen 2023–24")
    assert frame.evaluate("e => e.scrollWidth > e.clientWidth")
    frame.focus()
    page.keyboard.press("ArrowRight")
    deadline = 100
    while not frame.evaluate("e => e.scrollLeft > 0") and deadline:
        page.wait_for_timeout(50)
        deadline -= 1
    assert deadline


def test_the_timeline_needs_no_scrolling_on_a_narrow_screen(visit):
    page = visit("historie/", width=320).page
    assert page.locator(".tidslinje svg").evaluate("e => e.getBoundingClientRect().right") <= 320
    assert (
        page.locator(".tidslinje .steg-navn").first.evaluate(
            "e => parseFloat(getComputedStyle(e).fontSize) * e.ownerSVGElement.getScreenCTM().a"
        )
        >= 10
    )


def test_drawings_have_a_name_and_a_description(visit):
    page = visit("saksgang/").page
    drawing = page.get_by_role("img", name="Saksgangen 2023–24")
    assert drawing.count() == 1
    assert (
        "5. Beslutningsgrunnlag: Nettverk og partnerskap sender til Samarbeidsforum."
        in drawing.locator("desc").text_content()
    )
