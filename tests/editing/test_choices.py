"""What «Meld endring» is told of the fields: which are chosen from a list, and what the list is."""

import json

from conftest import EXAMPLE
from sent import TODAY

from macros.editing.choices import page_data
from macros.judging import examine


def told(name: str) -> list[dict]:
    """Every rule of a field by that name."""
    found: list[dict] = []

    def keep(one: dict) -> dict:
        found.extend([one] if one.get("felt") == name else [])
        return one

    made = page_data(examine(EXAMPLE)[0], lambda record: "", TODAY)
    json.loads(made, object_hook=keep)
    return found


def test_what_a_program_makes_is_not_offered():
    made = json.loads(page_data(examine(EXAMPLE)[0], lambda record: "", TODAY))
    collections = {address.partition("/")[0] for address, *_ in made["oppforinger"]}
    assert collections & {"nettsted", "skoleregister", "kart", "andre_kommuner"} == {"nettsted"}


def test_yes_or_no_is_chosen_and_free_text_is_typed():
    assert told("forslag") and {tuple(one["valg"]) for one in told("forslag")} == {
        ("true", "false")
    }
    assert told("tekst") and not any("valg" in one for one in told("tekst"))
