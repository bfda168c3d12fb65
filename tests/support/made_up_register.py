"""A made-up school register for the example's three kommuner, of the shape that the real one
has.
"""

import json
import re

import pytest
from small_server import Reply, serving

from macros.__main__ import main
from macros.outside import web

SKOLER = "data/skoler.yml"


def unit(orgnr, navn, kommune, **more):
    """A unit as version 4 has it: an active public grunnskole unless more is said."""
    return {
        "Organisasjonsnummer": orgnr,
        "Navn": navn,
        "Karakteristikk": None,
        "Fylkesnummer": kommune[:2],
        "Kommunenummer": kommune,
        "ErAktiv": True,
        "ErSkole": True,
        "ErGrunnskole": True,
        "ErVideregaaendeSkole": False,
        "ErPrivatskole": False,
        "ErOffentligSkole": True,
        "Skolekategorier": [{"Id": "1", "Navn": "Grunnskole"}],
        "DatoEndret": "2026-06-01T02:00:00+02:00",
    } | more


def private(orgnr, navn, kommune, **more):
    return unit(orgnr, navn, kommune, ErPrivatskole=True, ErOffentligSkole=False, **more)


def upper(orgnr, navn, kommune, **more):
    return unit(
        orgnr,
        navn,
        kommune,
        **{
            "ErGrunnskole": False,
            "ErVideregaaendeSkole": True,
            "Skolekategorier": [{"Id": "2", "Navn": "Videregående skole"}],
        }
        | more,
    )


def answer(*units, **more):
    return Reply(json.dumps({"EnhetListe": units, **more}).encode())


# What the example's file says, as the register would say it.
SAME = {
    "9901": [
        unit("100000008", "Eksempelby oppvekstsenter", "9901"),
        upper("100000024", "Eksempel videregående skole", "9901"),
        private("999900003", "Lek og lær friskole AS", "9901"),
    ],
    "9902": [unit("100000016", "Prøvedal kommune Lia skole", "9902")],
    "9903": [private("100000040", "Fjellets frie skole", "9903", ErVideregaaendeSkole=True)],
}


@pytest.fixture
def register(monkeypatch):
    """A register that has what the example has, and no patience to wait for."""
    monkeypatch.setattr(web, "RETRIES", web.RETRIES.new(total=2, backoff_factor=0))
    with serving() as server:
        server.replies = {
            f"/v4/enheter/kommune/{number}": answer(*units) for number, units in SAME.items()
        }
        yield server


@pytest.fixture
def fetch(example, monkeypatch, capsys):
    """Run the verb in the example; hand back its exit code and what it said."""
    monkeypatch.chdir(example)

    def run(source, *more):
        code = main(["skoler", "--fra", str(source), *more])
        said = capsys.readouterr()
        return code, said.out or re.sub(r"(?m)^Spør om .*\n", "", said.err)

    return run


def say(server, kommune, *units, **more):
    server.replies[f"/v4/enheter/kommune/{kommune}"] = answer(*units, **more)


def lines(example):
    return [
        line.strip()
        for line in (example / SKOLER).read_text("utf-8").split("\n")
        if line.startswith('  "') and "{navn:" in line
    ]
