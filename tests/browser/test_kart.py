"""The map in a real Chromium: names that keep apart at every width, lights, and other colours."""

from itertools import combinations

import pytest
from browsing import resize

WORDS = """() => [...document.querySelectorAll(".kart svg text")].map((e) => {
  const { left, top, right, bottom } = e.getBoundingClientRect()
  const size = parseFloat(getComputedStyle(e).fontSize) * e.getScreenCTM().a
  return { left, top, right, bottom, words: e.textContent, size }
})"""
LIT = """() => [...document.querySelectorAll(".kart g[data-n]")]
  .filter((e) => getComputedStyle(e).opacity === "1").map((e) => e.dataset.n)"""
# Letters stand in boxes that are higher than they are.
SLACK = 3


@pytest.mark.parametrize("path", ["", "nettverk/"])
def test_names_on_the_map_are_read_whole(look, path):
    page = look(path, width=360)
    for width in (360, 390, 768, 1280, 1920):
        resize(page, width)
        names_are_whole(page, width)


def names_are_whole(page, width):
    frame = page.locator(".kart svg").bounding_box()
    found = page.evaluate(WORDS)
    assert len(found) >= 10
    for one, other in combinations(found, 2):
        apart = [
            one[end] - SLACK <= other[start] or other[end] - SLACK <= one[start]
            for start, end in (("left", "right"), ("top", "bottom"))
        ]
        assert any(apart), (one["words"], other["words"])
    assert [
        one["words"]
        for one in found
        if one["left"] < frame["x"] or one["right"] > frame["x"] + frame["width"]
    ] == []
    assert min(one["size"] for one in found) >= 11
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert frame["x"] >= 0 and frame["x"] + frame["width"] <= width


def test_a_row_lights_its_area_and_an_area_its_row(look):
    page = look("nettverk/")
    assert len(page.evaluate(LIT)) > 1
    row = page.locator("tr[data-n='3']")
    row.hover()
    assert page.evaluate(LIT) == ["3"]
    page.locator(".kart g[data-n='5'] path").first.hover(force=True)
    assert page.evaluate(LIT) == ["5"]
    plain, lit = (
        page.locator(f"tr[data-n='{number}']").evaluate("e => getComputedStyle(e).backgroundColor")
        for number in (3, 5)
    )
    assert plain != lit


def test_the_map_leads_to_every_kommune_and_stops_nobody_with_a_keyboard(look):
    page = look("")
    links = page.locator(".kart svg a")
    assert (
        links.count()
        == page.locator(".kart path").count() - 1 - 2 * page.locator("pattern").count()
    )
    assert set(links.evaluate_all("all => all.map((e) => e.getAttribute('tabindex'))")) == {"-1"}
    links.first.click(force=True)
    page.wait_for_url("**/finn/*/")


def test_the_small_map_has_a_name_and_says_what_is_lit(look):
    page = look("finn/froya/")
    drawing = page.get_by_role("img", name="Kart med Frøya")
    assert drawing.count() == 1
    assert "Trøndelag sørvest" in drawing.locator("desc").text_content()
    colours = {
        drawing.locator(part).evaluate("e => getComputedStyle(e).fill")
        for part in (".kart-land", ".kart-her", "path >> nth=1")
    }
    assert len(colours) == 3


def test_areas_are_told_apart_without_their_colours(look):
    page = look("")
    page.emulate_media(forced_colors="active")
    fills, lines = (
        page.locator(f".kart {part}").first.evaluate(f"e => getComputedStyle(e).{what}")
        for part, what in (("pattern path", "fill"), (".kart-skille", "stroke"))
    )
    assert fills != lines
    motifs = page.locator(".kart .kart-m").evaluate_all(
        "all => all.map((e) => e.getAttribute('d'))"
    )
    assert len(set(motifs)) == len(motifs)


def test_the_map_stands_beside_the_table_and_stays_in_sight(look):
    page = look("nettverk/")
    drawn, table = (
        page.locator(f".kart-og-tabell {part}").bounding_box() for part in ("svg", "table")
    )
    assert drawn["x"] + drawn["width"] <= table["x"]
    page.locator("tr[data-n]").last.scroll_into_view_if_needed()
    page.locator("tr[data-n]").last.hover()
    seen = page.locator(".kart-og-tabell svg").bounding_box()
    assert 0 <= seen["y"] < page.viewport_size["height"]


def test_what_stands_in_a_cell_has_the_name_and_the_year_of_its_column(look):
    page = look("nettverk/", width=390)
    heads = page.locator(".nettverkstabell thead th").all_text_contents()
    for row in page.locator(".nettverkstabell tbody tr").all():
        names = row.locator("td").evaluate_all("all => all.map((e) => e.dataset.navn)")
        assert names == [head.strip() for head in heads[1:]]


COLOURS = """() => [".kart text", ...Array.from({ length: 10 }, (_, i) => `.kart .kart-f${i + 1}`)]
  .map((one) => getComputedStyle(document.querySelector(one)).fill.match(/[\\d.]+/g).slice(0, 3))"""


def light_of(colour: list[str]) -> float:
    """The relative luminance that WCAG 2 reckons with."""
    parts = (int(part) / 255 for part in colour)
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_names_can_be_read_on_every_colour(look, scheme):
    page = look("", scheme=scheme)
    words, *areas = map(light_of, page.evaluate(COLOURS))
    assert (words > 0.5) == (scheme == "dark")
    ratios = [(max(words, area) + 0.05) / (min(words, area) + 0.05) for area in areas]
    assert min(ratios) >= 4.5, ratios
