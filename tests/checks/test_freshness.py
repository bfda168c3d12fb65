"""Hints about what may no longer be true: one for each file, and none that stops anything."""

from datetime import date

import pytest
from conftest import EXAMPLE

from macros import checks
from macros.checks.freshness import LEFT
from macros.judging import judge
from macros.model.data import Data
from macros.model.kontakter import Kontakt
from macros.reading.load import load

KONTAKTER, NORD = "data/kontakter.yml", "data/nettverk/nord-eksempel.yml"


@pytest.mark.parametrize("domain", sorted(LEFT))
def test_a_domain_that_was_left_is_a_hint(domain):
    person = {"navn": "Kari Eksempel", "kilde": "notat", "per": "2024"}
    data = Data(
        kontakter={
            "a": Kontakt.model_validate(person | {"epost": f"a@post.{domain.upper()}"}),
            "b": Kontakt.model_validate(person | {"navn": "Ola", "epost": f"b@mer{domain}"}),
        }
    )
    found = [
        problem
        for problem in checks.judge_data(data, date(2026, 6, 1))
        if problem.code == "dodt-domene"
    ]
    assert len(found) == 1 and found[0].hint and LEFT[domain] in found[0].message


@pytest.mark.parametrize(("today", "hints"), [(date(2027, 1, 15), 0), (date(2027, 1, 16), 1)])
def test_a_network_is_unconfirmed_after_twelve_months(today, hints):
    found = [
        problem
        for problem in checks.judge_data(load(EXAMPLE).data, today)
        if problem.code == "ubekreftet" and problem.place.file == NORD
    ]
    assert len(found) == hints and all(problem.hint for problem in found)


def test_contacts_get_one_hint_however_many_are_unconfirmed():
    found = [
        problem
        for problem in checks.judge_data(load(EXAMPLE).data, date(2030, 1, 1))
        if problem.place.file == KONTAKTER
    ]
    assert [(problem.code, problem.place.line) for problem in found] == [("ubekreftet", 4)]


def test_a_day_of_confirmation_that_is_far_ahead_is_a_hint(example, edit):
    edit("data/nettverk/nord-eksempel.yml", "  dato: 2026-01-15\n", "  dato: 2062-01-15\n")
    found = [problem for problem in judge(example) if problem.code == "bekreftet-fram-i-tid"]
    assert [(str(problem.place), problem.message, problem.hint) for problem in found] == [
        (
            "data/nettverk/nord-eksempel.yml:56",
            "15. januar 2062 er langt fram i tid. Skriv dagen noen så over opplysningene",
            True,
        )
    ]


@pytest.mark.parametrize(("day", "told"), [("2027-06-02", False), ("2027-06-03", True)])
def test_a_build_may_lag_a_year_behind_what_is_confirmed(example, edit, problems, day, told):
    edit("data/nettverk/nord-eksempel.yml", "  dato: 2026-01-15\n", f"  dato: {day}\n")
    assert any("langt fram i tid" in problem for problem in problems(example)) == told
