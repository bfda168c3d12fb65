"""What validators other than a parser would say of the real site's pages: what stands inside what,
names said twice, and empty lines.
"""

import re

import pytest
from built import read_pages

# What stands in a line of text, and what does not.
IN_A_LINE = ("span", "strong", "em", "code", "p", "button", "label", "h1", "h2", "h3", "h4")
BLOCKS = {
    "p",
    "div",
    "section",
    "ul",
    "ol",
    "dl",
    "table",
    "form",
    "figure",
    "nav",
    "h1",
    "h2",
    "h3",
    "h4",
}
TABLE_PARTS = ("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td")
# Its fields are for a document that the browser makes; nothing is sent, and Enter must not print.
SENDS_NOTHING = "/fyll-ut/"


@pytest.fixture(scope="module", params=["real_site", "example_site"])
def pages(request):
    return read_pages(request.getfixturevalue(request.param))


def everywhere(pages, fault):
    return {address: found[:3] for address, page in pages.items() if (found := [*fault(page)])}


def test_no_block_stands_in_a_line_of_text(pages):
    assert (
        everywhere(
            pages,
            lambda page: [
                (outer.tag, inner.tag)
                for outer in page.all(*IN_A_LINE)
                for inner in outer.iter()
                if inner is not outer and inner.tag in BLOCKS
            ],
        )
        == {}
    )


def test_no_element_says_a_class_twice(pages):
    assert (
        everywhere(
            pages,
            lambda page: [
                names
                for element in page.all()
                if len(names := element.get("class", "").split()) != len(set(names))
            ],
        )
        == {}
    )


def test_elements_do_not_repeat_what_they_are(pages):
    """But for a table that is laid out as blocks on a phone: there all of its parts say it."""

    def parts(table):
        return [part for part in table.iter() if part.tag in TABLE_PARTS]

    def faults(page):
        said = {table: table.get("role") == "table" for table in page.all("table")}
        within = {part for table in said if said[table] for part in parts(table)}
        for element in page.all(*TABLE_PARTS, "section", "nav"):
            if bool(element.get("role")) != (element in within):
                yield element.tag, element.get("role")

    assert everywhere(pages, faults) == {}
    assert (
        everywhere(
            pages,
            lambda page: [
                element.get("role")
                for element in page.all("div")
                if element.get("role") in ("region", "navigation")
            ],
        )
        == {}
    )


def test_no_instruction_to_markdown_is_left(pages):
    assert (
        everywhere(
            pages,
            lambda page: [element.tag for element in page.all() if "markdown" in element.attrib],
        )
        == {}
    )


def test_a_form_that_answers_has_a_button_for_it(pages):
    forms = {
        address: [*page.all("form")]
        for address, page in pages.items()
        if SENDS_NOTHING not in address
    }
    assert all(
        any(button.get("type", "submit") == "submit" for button in form.iter("button"))
        for found in forms.values()
        for form in found
    )
    assert sum(map(len, forms.values())) >= len(forms), "every page has its search"


def test_no_line_is_empty_or_ends_in_spaces(pages):
    def faults(page):
        lines = re.sub(r"<(pre|textarea)\b.*?</\1>", "…", page.text, flags=re.S).split("\n")
        return [line for line in lines[:-1] if not line or line[-1] in " \t"]

    assert everywhere(pages, faults) == {}
