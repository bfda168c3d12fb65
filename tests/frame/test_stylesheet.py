"""The frame's one style sheet: what it leaves out of Material's, what it keeps, and that no page
misses anything.
"""

import re
from pathlib import Path

import material
import pytest
from built import read_pages
from conftest import ROOT

from macros.frame.stylesheet import classes, joined, without

MATERIAL = Path(material.__file__).parent / "templates" / "assets" / "stylesheets"
STYLED = re.compile(r"\.(-?[A-Za-z_][\w-]*)")


@pytest.mark.parametrize(
    ("sheet", "kept"),
    [
        (".a{x:1}.b{x:2}", ".a{x:1}"),
        (".b .a{x:1}.b,.a{x:2}", ".b,.a{x:2}"),
        ("p{x:1}*{x:2}:root{x:3}", "p{x:1}*{x:2}:root{x:3}"),
        (".a:not(.b){x:1}", ".a:not(.b){x:1}"),
        ("@media print{.b{x:1}}.a{x:2}", ".a{x:2}"),
        ("@media print{.b{x:1}.a{x:2}}", "@media print{.a{x:2}}"),
        ("@keyframes k{0%{x:1}to{x:2}}", "@keyframes k{0%{x:1}to{x:2}}"),
        (
            "[data-md-color-primary=red]{x:1}[data-md-color-primary=a]{x:2}",
            "[data-md-color-primary=a]{x:2}",
        ),
        ('@charset "UTF-8";/* b\n*/.a{x:1}', ".a{x:1}"),
        ("[dir=rtl] .a{x:1}[dir=ltr] .a{x:2}", "[dir=ltr] .a{x:2}"),
    ],
)
def test_a_rule_goes_when_none_of_its_selectors_can_apply(sheet, kept):
    assert without(sheet, {"a"}) == kept


def test_classes_are_those_of_pages_and_any_word_of_a_source():
    assert classes(['<p class="a b">c</p><p class="a">'], ['<p class="{{ "d" if e }}-f">']) == {
        "a",
        "b",
        "p",
        "class",
        "d",
        "if",
        "e",
        "-f",
    }


def test_sheets_stand_in_the_order_they_were_loaded_in():
    assert (
        joined([".a{x:1}\n", ".b{x:1}"], ["/* ours */\n.b { x: 2 }\n"], {"a"})
        == ".a{x:1}\n\n.b { x: 2 }\n"
    )


def test_what_material_sets_goes_when_no_sheet_reads_it():
    icon = "url('data:image/svg+xml;charset=utf-8,<svg/>')"
    sheet = f":root{{--a:{icon};--b:{icon};--c:1;x:1;--d:2}}.a--b:hover{{x:var(--a)}}"
    own = ".a { --f: 1; x: var( --c) }\n"
    assert joined([sheet], [own], {"a--b"}, [".c { x: var(--d) }"]) == (
        sheet.replace(f"--b:{icon};", "") + "\n" + own
    )


def test_no_colour_of_ours_is_named_and_never_used():
    sheets = "".join(
        file.read_text("utf-8")
        for file in (ROOT / "docs/assets").iterdir()
        if file.suffix == ".css"
    )
    named = {name for name in re.findall(r"(--[\w-]+)\s*:", sheets) if name[:5] != "--md-"}
    assert named - set(re.findall(r"var\((--[\w-]+)", sheets)) == set()


@pytest.fixture(scope="module", params=["real_site", "example_site"])
def site(request):
    return request.getfixturevalue(request.param)


def test_no_page_has_a_class_that_material_styles_and_we_have_left_out(site):
    [sheet] = (site / "assets").glob("ramme.*.css")
    stock = {
        name for file in MATERIAL.glob("*.css") for name in STYLED.findall(file.read_text("utf-8"))
    }
    missing = stock - set(STYLED.findall(sheet.read_text("utf-8")))
    used = {
        name
        for page in read_pages(site).values()
        for element in page.all()
        for name in element.get("class", "").split()
    }
    assert len(missing) > 100
    assert used & missing == set()


def test_the_frame_is_one_sheet_and_no_part_of_it_is_published_in_vain(site):
    for address, page in read_pages(site).items():
        sheets = [link.get("href") for link in page.all("link") if link.get("rel") == "stylesheet"]
        assert "assets/ramme." in sheets[0] and not any(
            "stylesheets/" in sheet for sheet in sheets
        ), address
    left = {
        file.name
        for file in (site / "assets").rglob("*")
        if re.search(r"\.map$|bundle|favicon|\.min\.css$|^(nettsted|roller)\..*css$", file.name)
    }
    assert left == set()
