"""The table of the networks sorts by its heads, and says so aloud."""

import re

import pytest

PARTS = {
    "thead": "rowgroup",
    "tbody": "rowgroup",
    "tfoot": "rowgroup",
    "tr": "row",
    "td": "cell",
    "thead th": "columnheader",
    "tbody th": "rowheader",
}
ROLES = """(table, parts) =>
  Object.keys(parts).map((name) => table.role === "table" && table.querySelector(name).role)"""


@pytest.fixture
def table(look):
    """The page, and the visible rows' words in a column."""
    page = look("nettverk/")
    rows = page.locator("table.sorterbar tbody tr")

    def column(number: int) -> list[str]:
        return rows.evaluate_all(
            "(rows, number) => rows.filter((row) => row.checkVisibility()).map((row) =>"
            " row.children[number].innerText.trim())",
            number,
        )

    return page, column


def test_a_head_sorts_its_column_up_and_then_down(table):
    page, column = table
    before, head = column(0), page.locator("table.sorterbar thead th").first
    roles = page.locator("table.sorterbar").evaluate(ROLES, PARTS)
    assert dict(zip(PARTS, roles, strict=True)) == PARTS
    name = head.inner_text().strip()
    head.get_by_role("button").click()
    rising = column(0)
    assert sorted(before) == sorted(rising)
    assert head.get_attribute("aria-sort") == "ascending"
    assert page.locator(".tabell-status").inner_text() == f"Sortert etter {name}, stigende"
    head.get_by_role("button").click()
    assert column(0) == rising[::-1] != rising
    assert head.get_attribute("aria-sort") == "descending"
    assert page.locator(".tabell-status").inner_text() == f"Sortert etter {name}, synkende"


def test_numbers_are_sorted_as_numbers_and_one_head_at_a_time(table):
    page, column = table
    heads = page.locator("table.sorterbar thead th")
    heads.first.get_by_role("button").click()
    number = next(
        place
        for place in range(heads.count())
        if all(re.match(r"\d", words) for words in column(place))
    )
    heads.nth(number).get_by_role("button").click()
    found = [int(re.match(r"\d+", words)[0]) for words in column(number)]
    assert found == sorted(found) and len(set(found)) > 1
    assert page.locator("table.sorterbar th[aria-sort]").count() == 1
