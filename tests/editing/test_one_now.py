"""Who is UP1 now: pages, forms, links and rules mean the same people."""

import json

import pytest
from sent import TODAY, diff, op, proposal, send

from macros.editing.choices import page_data
from macros.judging import examine

FILE = "data/nettverk/nord-eksempel.yml"
UIE = "    institusjon: uie\n    "
UP1 = "nettverk/nord-eksempel/utviklingspartnere"


@pytest.fixture
def until(example, edit):
    """Kari is UP1 until a day that lies ahead."""
    edit(FILE, f"{UIE}per: 2024\n", f"{UIE}gjelder: {{fra: 2022, til: 2027}}\n")
    return example


def chosen(root, today=TODAY) -> dict[str, bool]:
    """Who the page «Meld endring» shows as UP1 of the network."""
    content = json.loads(page_data(examine(root)[0], lambda record: "", today))
    return {one[5][1]: one[5][0] for one in content["oppforinger"] if one[0].startswith(f"{UP1}/")}


def test_one_whose_end_lies_ahead_is_up1_on_the_page_and_in_the_form(until):
    data = examine(until)[0]
    assert [one.person for one in data.nettverk["nord-eksempel"].up1(TODAY)] == ["kari-eksempel"]
    assert chosen(until) == {"kari-eksempel": True, "ola-prove": False}


def test_confirming_one_whose_end_lies_ahead_does_not_give_the_same_person_twice(until):
    outcome = send(until, proposal(op("bekreft", "nettverk/nord-eksempel")))
    assert diff(until, outcome) == [FILE, "-  dato: 2026-01-15", "+  dato: 2026-06-01"]


def test_one_whose_end_lies_ahead_may_step_down_earlier(until):
    outcome = send(until, proposal(op("slutter", f"{UP1}/kari-eksempel", nar="2026-07")))
    assert (
        "Nord-Eksempel: Kari Eksempel står som utviklingspartner til og med juli 2026"
        in outcome.changes
    )


def test_one_whose_end_has_passed_is_nobodys_up1(until):
    assert not any(chosen(until, TODAY.replace(year=2028)).values())


def test_one_who_begins_later_is_not_up1_yet(example, edit):
    edit(FILE, f"{UIE}per: 2024\n", f"{UIE}gjelder: {{fra: 2027}}\n")
    assert not any(chosen(example).values())


AGAIN = "  - person: kari-eksempel\n    institusjon: uie\n    {}\n    kilde: rapport\n"
TWICE = (
    f"{FILE}:39: «kari-eksempel» er alt utviklingspartner i dette nettverket. Skriv en annen"
    " person, eller slett den ene"
)


@pytest.mark.parametrize(
    ("dates", "wrong"),
    [
        ("per: 2024", True),
        ("gjelder: {til: 2030}", True),
        ("gjelder: {fra: 2027-08}", True),
        ("gjelder: {fra: 2028}", False),
        ("gjelder: {til: 2021}", False),
    ],
)
def test_nobody_is_up1_twice_now_or_from_a_later_day(until, edit, problems, dates, wrong):
    edit(FILE, "  - person: ola-prove\n", f"{AGAIN.format(dates)}  - person: ola-prove\n")
    assert problems(until) == ([TWICE] if wrong else [])
