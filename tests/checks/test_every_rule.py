"""Every rule across files: a mistake that breaks it, in exact words and at its line; and no rule
without one.
"""

from datetime import date
from functools import partial

import pytest
from cases_of_rules import CASES
from conftest import EXAMPLE
from reading.test_damage import models

from macros.checks import CHECKS, OF_THE_DAY
from macros.checks.freshness import RULES as HINTS
from macros.model.samlinger import SAMLING
from macros.model.types import Ref
from macros.reading.load import load

BY_NAME = {check.__name__: check for check in CHECKS} | {
    check.__name__: partial(check, today=date(2026, 6, 1))
    for check in OF_THE_DAY
    if check not in HINTS
}


@pytest.mark.parametrize(
    ("rule", "edits", "expected"),
    CASES,
    ids=[f"{rule}-{number}" for number, (rule, *_) in enumerate(CASES)],
)
def test_a_broken_rule(example, edit, problems, rule, edits, expected):
    for file, old, new in edits:
        edit(f"data/{file}" if "." in file else f"data/{file}.yml", old, new)
    assert problems(example) == [
        line if line.startswith("docs/") else f"data/{line}" for line in expected
    ]
    assert list(BY_NAME[rule](load(example).data)), f"{rule} fant ikke dette"


def test_every_rule_has_a_case():
    assert set(BY_NAME) == {rule for rule, *_ in CASES}


def test_every_rule_says_what_it_demands():
    assert not [check.__name__ for check in (*CHECKS, *OF_THE_DAY) if not check.__doc__]


def test_the_example_breaks_no_rule(example, problems):
    assert problems(example) == []


PARTNER = "    gjelder: {fra: 2018, til: 2020}\n    kilde: notat\n"
AGAIN = """  - person: ola-prove
    institusjon: provehogskolen
    gjelder: {fra: 2022, til: 2023}
    kilde: notat
"""
UP1_THEN = "          - Følge nettverket\n        gjelder: {fra: 2018, til: 2020}\n"
SOURCE = "uie:\n  tittel: Nettsidene\n  kort: Nettsidene\n  utgiver: UiE\n  dato: 2020\n\n"


SYKLUS, NORD = "arshjul/2024-2025", "nettverk/nord-eksempel"
RIGHT = {
    "partner again": [(NORD, PARTNER, PARTNER + AGAIN)],
    "id of two collections": [
        ("kilder", "grenser:\n", f"{SOURCE}grenser:\n"),
        ("na", "institusjon: uie\n  kilde: notat", "institusjon: uie\n  kilde: uie"),
    ],
    "schemes of any cycle": [(SYKLUS, "ordninger: [gammel-ordning]\n", "")],
    "tasks as of a day": [
        (
            "roller/eksempel",
            UP1_THEN,
            UP1_THEN.replace("gjelder: {fra: 2018, til: 2020}", "forslag: true"),
        )
    ],
    "another hour": [
        (SYKLUS, 'kl: "10:00–15:00"}', 'kl: "10:00–15:00"}\n    flyttet_fra: 2024-11-05')
    ],
    "first day of a common deadline": [(NORD, "dato: 2024-11-15", "dato: 2024-10-01")],
    "last day of a common deadline": [(NORD, "dato: 2024-11-15", "dato: 2024-12-31")],
    "first and last day of a cycle": [
        (SYKLUS, "{dato: 2024-09-02}", "{dato: 2024-08-01}"),
        (SYKLUS, "{maned: 2025-03}", "{maned: 2025-07}"),
    ],
    "undated between two of one day": [
        (SYKLUS, "{etter: forum, for: vedtak}", "{etter: forum, for: seminar}"),
        (SYKLUS, "{fra: 2024-10-10, til: 2024-10-11}", "{fra: 2024-11-05, til: 2024-11-06}"),
    ],
    "span of a day": [
        ("kontakter", "{fra: 2018, til: 2020}", "{fra: 2018-05-02, til: 2018-05-02}")
    ],
    "phone from the first day": [
        ("kontakter", "  per: 2020\n", "  per: 2021-01-01\n  telefon: 33 33 33 33\n")
    ],
}


@pytest.mark.parametrize("edits", RIGHT.values(), ids=RIGHT)
def test_what_only_looks_wrong_is_right(example, edit, problems, edits):
    for file, old, new in edits:
        edit(f"data/{file}.yml", old, new)
    assert problems(example) == []


def test_the_example_uses_every_field_of_every_model():
    """So that what is made of a field is made of the example too: pages, feeds, exports and the
    tests of hostile text.
    """
    used = {
        (kind, name)
        for record in load(EXAMPLE).data.records
        for kind in type(record).__mro__
        for name in record.model_fields_set
    }
    declared = {
        (model, name)
        for model in models()
        for name in model.model_fields
        if name in model.__annotations__
    }
    assert sorted(f"{model.__name__}.{name}" for model, name in declared - used) == []


def test_every_collection_that_is_pointed_at_has_a_place_to_look():
    marks = (
        mark for model in models() for info in model.model_fields.values() for mark in info.metadata
    )
    assert {mark.collection for mark in marks if isinstance(mark, Ref)} <= set(SAMLING)
