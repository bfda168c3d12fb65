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


def test_years_that_have_no_cycle_are_offered_and_two_of_one_name_told_apart(example, edit):
    edit("data/kontakter.yml", "navn: Ola Prøve", "navn: Mette Mal")
    data = examine(example)[0]
    day, later = TODAY.replace(year=2024, month=7), TODAY.replace(year=2024, month=8)
    july, august = (json.loads(page_data(data, lambda _: "", one)) for one in (day, later))
    assert july["ar"] == ["2023-2024", "2025-2026"] and august["ar"] == ["2025-2026", "2026-2027"]
    assert july["valg"]["kontakter"] == {
        "kari-eksempel": "Kari Eksempel",
        "ola-prove": "Mette Mal (ola-prove)",
        "mette-mal": "Mette Mal (mette-mal)",
    }


def test_yes_or_no_is_chosen_and_free_text_is_typed():
    assert told("forslag") and {tuple(one["valg"]) for one in told("forslag")} == {
        ("true", "false")
    }
    assert told("tekst") and not any("valg" in one for one in told("tekst"))
