"""The words of the search lead to pages that there are."""

import pytest


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("kontakter/", "«kontakter/», men siden finnes ikke. Mente du «kontakt/»?"),
        ("xyzw/", "«xyzw/», men siden finnes ikke. Skriv adressen, som «kontakt/»"),
    ],
)
def test_a_word_for_a_page_that_is_not_there(example, edit, problems, written, told):
    edit("data/sok.yml", "side: kontakt/", f"side: {written}")
    assert problems(example) == [f"data/sok.yml:10: søket viser til {told}"]


def test_the_anchor_of_a_page_is_no_part_of_its_address(example, edit, problems):
    edit("data/sok.yml", "side: na/", "side: na/#videregaende")
    assert problems(example) == []
