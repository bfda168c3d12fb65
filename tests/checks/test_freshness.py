"""Hints about what may no longer be true: one for each file, and none that stops anything."""

import re
from datetime import date

import pytest
from conftest import EXAMPLE

from macros import checks
from macros.model.data import Data
from macros.model.fylke import NedlagtDomene
from macros.model.kontakter import Kontakt
from macros.model.skoler import Skole
from macros.reading.load import load

KONTAKTER, NORD = "data/kontakter.yml", "data/nettverk/nord-eksempel.yml"
CONFIRM = "Stemmer det som står, skriver du datoen og hvem som bekrefter, under «bekreftet»"


@pytest.mark.parametrize("domain", ["gammel.no", "nedlagt.eksempel.no"])
def test_a_domain_that_was_left_is_a_hint(domain):
    person = {"navn": "Kari Eksempel", "kilde": "notat", "per": "2024"}
    county = load(EXAMPLE).data.fylke
    left = NedlagtDomene(domene=domain, hvorfor="Ingen er der lenger")
    data = Data(
        fylke=county.model_copy(update={"nedlagte_domener": (left,)}),
        kontakter={
            "a": Kontakt.model_validate(person | {"epost": f"a@post.{domain.upper()}"}),
            "b": Kontakt.model_validate(person | {"navn": "Ola", "epost": f"b@mer{domain}"}),
            "c": Kontakt.model_validate(person | {"navn": "Mette", "epost": f"c@{domain}"}),
        },
    )
    found = checks.freshness.mail_domains_alive(data, date(2026, 6, 1))
    assert [(problem.message, problem.hint) for problem in found] == [
        (
            f"adresser på {domain} er trolig nedlagt: Ingen er der lenger. Finn den nye i en kilde,"
            " eller slett linjen",
            True,
        )
    ] * 2


@pytest.mark.parametrize(("today", "hints"), [(date(2027, 1, 15), 0), (date(2027, 1, 16), 1)])
def test_a_network_is_unconfirmed_after_twelve_months(today, hints):
    found = [
        problem
        for problem in checks.judge_data(load(EXAMPLE).data, today)
        if problem.code == "ubekreftet" and problem.place.file == NORD
    ]
    said = (
        f"{NORD}:56: Hint: ingen har bekreftet opplysningene de siste tolv månedene. {CONFIRM}",
        "bekreftet:\n  dato: …\n  av: …",
    )
    assert [(str(problem), problem.paste) for problem in found] == [said] * hints


def test_contacts_get_one_hint_however_many_are_unconfirmed():
    found = [
        problem
        for problem in checks.judge_data(load(EXAMPLE).data, date(2030, 1, 1))
        if problem.place.file == KONTAKTER
    ]
    assert [(str(problem), problem.paste) for problem in found] == [
        (
            f"{KONTAKTER}:4: Hint: her, og kanskje lenger nede, er det ingen som har bekreftet"
            f" adressen de siste tolv månedene. {CONFIRM}",
            "  bekreftet:\n    dato: …\n    av: …",
        )
    ]


def test_nothing_is_confirmed_on_a_day_that_has_not_been(example, edit, problems):
    edit("data/nettverk/nord-eksempel.yml", "  dato: 2026-01-15\n", "  dato: 2062-01-15\n")
    assert problems(example) == [
        "data/nettverk/nord-eksempel.yml:56: 15. januar 2062 har ikke vært ennå. Skriv dagen (eller"
        " året) opplysningen er fra"
    ]


def test_what_was_confirmed_after_the_last_commit_is_right():
    data, day = load(EXAMPLE).data, date(2026, 1, 14)
    assert [p for p in checks.judge_data(data, day) if p.code == "fram-i-tid"]
    assert not [p for p in checks.judge_data(data, day, date(2026, 5, 1)) if p.code == "fram-i-tid"]


def test_no_field_of_any_model_tells_of_a_day_that_has_not_been(example):
    dated, told = re.compile(r"(\b(?:per|lest): )[0-9][0-9-]*"), set()
    for file in sorted((example / "data").rglob("*.yml")):
        text = file.read_text("utf-8")
        file.write_text(dated.sub(r"\g<1>2062-01-15", text), "utf-8")
        name = file.relative_to(example).as_posix()
        told |= {
            (name, number) for number, line in enumerate(text.split("\n"), 1) if dated.search(line)
        }
    found = checks.judge_data(load(example).data, date(2026, 6, 1))
    ahead = {(p.place.file, p.place.line) for p in found if p.code == "fram-i-tid"}
    assert len(told) > 40 and not told - ahead


def test_a_school_of_the_register_has_a_day_of_its_own():
    school = Skole(navn="Norby", kommune="9901", trinn=("grunnskole",), per="2062")
    register = load(EXAMPLE).data.skoleregister.model_copy(update={"skoler": {"999999999": school}})
    found = checks.judge_data(Data(skoleregister=register), date(2026, 6, 1))
    assert [p.message for p in found if p.code == "fram-i-tid"] == [
        "1. januar 2062 har ikke vært ennå. Skriv dagen (eller året) opplysningen er fra"
    ]
