"""The real list and the register's answer of another day: what is told is what has happened since,
however the register dresses its names.
"""

import json
import shutil
from datetime import date
from random import Random

import pytest
from conftest import ROOT
from made_up_register import SKOLER, private, unit, upper

from macros.model.skoler import Skole
from macros.outside.skoleregister.update import update
from macros.outside.web import Answer
from macros.reading.load import load

DAY = date(2026, 12, 2)
SEED = 20261202
# What the register may put around a name, which changes nothing.
DRESSES = ("{}", "{} AS", "{} SA", "{} Sti", "{} avd skole", "{} AS avd skole")


def as_registered(number: str, skole: Skole, dress: str) -> dict:
    """The school as version 4 has it, its name with what the register may put around it."""
    make = private if skole.privat else upper if skole.er_fylkets else unit
    levels = {
        "ErGrunnskole": "grunnskole" in skole.trinn,
        "ErVideregaaendeSkole": "videregaende" in skole.trinn,
    }
    return make(number, dress.format(skole.navn), skole.kommune) | levels


@pytest.fixture
def another_day(tmp_path):
    """Ask with the answer for each kommune as a test has changed it; hand back what is said, and
    write what is to be written.
    """
    shutil.copytree(ROOT / "data", tmp_path / "data")

    def ask(units):
        def get(url, **_):
            number = url.rpartition("/")[2]
            here = [one for one in units if one["Kommunenummer"] == number]
            other = unit("999999998", "Et kontor", number, ErGrunnskole=False)
            body = json.dumps({"EnhetListe": [*here, other]}).encode()
            return Answer(url, 200, "application/json", DAY, body)

        data = load(tmp_path).data
        found = update(data, "https://register.example", DAY, get=get)
        if found.text is not None:
            (tmp_path / SKOLER).write_text(found.text, "utf-8")
        return found.said

    ask.folder = tmp_path
    return ask


def listed(folder):
    register = load(folder).data.skoleregister
    return {number: skole for number, skole in register.skoler.items() if not skole.savnet}


def test_only_what_has_happened_is_told(another_day):
    chance, before = Random(SEED), listed(another_day.folder)
    many = [
        number
        for number, skole in before.items()
        if not skole.privat and sum(one.kommune == skole.kommune for one in before.values()) > 6
    ]
    renamed, closed, one, other, raised = chance.sample(many, 5)
    units = {
        number: as_registered(number, skole, chance.choice(DRESSES))
        for number, skole in before.items()
    }
    new = as_registered("999999999", before[one], "Prøvelia skole")
    units[renamed]["Navn"] = "Prøvekommune kommune Prøveberget oppvekstsenter avd skole"
    units[raised]["ErVideregaaendeSkole"] = not units[raised]["ErVideregaaendeSkole"]
    units[raised]["ErGrunnskole"] = True
    gone = {closed, one, other}
    answer = [*(unit for number, unit in units.items() if number not in gone), new]

    said = another_day(answer)

    parts = {part.partition(":\n")[0].partition("\n")[0]: part for part in said.split("\n\n")}
    assert [line[2:] for line in parts["Nye"].splitlines()[1:]] == [
        f"Prøvelia skole (999999999), {place(another_day.folder, before[one])}"
    ]
    changed = parts["Endret"].splitlines()[1:]
    assert len(changed) == 2 and all(
        any(number in line for line in changed) for number in (renamed, raised)
    )
    missing = next(part for name, part in parts.items() if name.startswith("Sto ikke"))
    assert {number for number in before if f"({number})" in missing} == gone
    after = load(another_day.folder).data.skoleregister
    assert {number for number, skole in after.skoler.items() if skole.savnet == DAY} == gone
    assert after.skoler[renamed].navn == "Prøveberget oppvekstsenter"
    assert before[renamed].navn in after.skoler[renamed].andre_navn, "the old name still finds it"
    untouched = before.keys() - gone - {renamed, raised}
    assert [
        number
        for number in untouched
        if (after.skoler[number].navn, after.skoler[number].andre_navn)
        != (before[number].navn, before[number].andre_navn)
    ] == []
    assert "Ingen endringer." in another_day(answer), "and the same answer changes nothing"


def place(folder, skole):
    return load(folder).data.kommuner[skole.kommune].navn
