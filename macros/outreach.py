"""The verbs that ask other machines: the school register, and the site as it is published.

The side door lists them beside the others.
"""

import argparse
import sys
from pathlib import Path
from time import sleep

from macros.live.calendars import live_calendars
from macros.live.probe import AGENTS, probe
from macros.model.data import Data
from macros.problems import DataError
from macros.reading.load import load
from macros.register.answers import RegisterError
from macros.register.file import NAME
from macros.register.update import update
from macros.settings import day_of_deed, from_environment
from macros.web import WebError

# Seconds between the attempts, for a site that was published a moment ago.
PAUSES = (20, 60, 120)


def skoler(root: Path, arguments: argparse.Namespace) -> int:
    """hent skolene fra Nasjonalt skoleregister til data/skoler.yml; sletter aldri noe, og skriver
    ingenting når svaret er galt
    """
    try:
        found = update(_data(root), arguments.fra, day_of_deed())
    except RegisterError as error:
        print(f"{_sentence(error)}\nIngenting er endret.", file=sys.stderr)
        return 1
    if found.text is not None:
        fresh = root / f"{NAME}.ny"
        fresh.write_text(found.text, encoding="utf-8", newline="\n")
        fresh.replace(root / NAME)
    print(found.said)
    return 0


def hent_kalendere(root: Path, arguments: argparse.Namespace) -> int:
    """hent kalenderne som ligger ute nå, til en mappe; ingen mappe betyr at ingenting er publisert
    ennå
    """
    if arguments.mappe.exists():
        print(
            f"{arguments.mappe} finnes fra før. Velg en ny mappe, så ingenting blir skrevet over.",
            file=sys.stderr,
        )
        return 1
    try:
        found = live_calendars(_site(root, arguments), _data(root).kalendere.values())
    except WebError as error:
        print(f"{_sentence(error)}\nIngenting er hentet.", file=sys.stderr)
        return 1
    if not found:
        print("Ingen kalender ligger ute ennå. Dette er første publisering.")
        return 0
    arguments.mappe.mkdir(parents=True)
    for name, raw in found.items():
        (arguments.mappe / name).write_bytes(raw)
    print(f"Hentet {len(found)} kalendere: {', '.join(found)}")
    return 0


def prov_nettstedet(root: Path, arguments: argparse.Namespace) -> int:
    """be om forsiden og alle kalenderne slik Google, Outlook og Thunderbird gjør"""
    kalendere = list(_data(root).kalendere.values())
    wrong = list(probe(_site(root, arguments), kalendere))
    for pause in PAUSES if arguments.vent else ():
        if wrong:
            sleep(pause)
            wrong = list(probe(_site(root, arguments), kalendere))
    for line in wrong:
        print(line, file=sys.stderr)
    if not wrong:
        print(f"Forsiden og {len(kalendere)} kalendere svarer som de skal til {', '.join(AGENTS)}.")
    return int(bool(wrong))


def _data(root: Path) -> Data:
    """What these verbs rest on; they don't judge it, but stop where it can't be read."""
    reading = load(root)
    if errors := [problem for problem in reading.problems if not problem.hint]:
        raise DataError(errors)
    return reading.data


def _sentence(error: Exception) -> str:
    return str(error) if str(error).endswith("?") else f"{error}."


def _site(root: Path, arguments: argparse.Namespace) -> str:
    return arguments.fra or from_environment(root).site_url


SITE = ("--fra", {"metavar": "URL", "help": "nettstedet (ellers SITE_URL)"})
ARGUMENTS = {
    skoler: (
        (
            "--fra",
            {
                "required": True,
                "metavar": "FIL|URL",
                "help": "registeret, som https://data-nsr.udir.no, eller et svar derfra i en fil",
            },
        ),
    ),
    hent_kalendere: (
        ("mappe", {"type": Path, "help": "mappen å skrive til; den kan ikke finnes fra før"}),
        SITE,
    ),
    prov_nettstedet: (
        SITE,
        (
            "--vent",
            {
                "action": "store_true",
                "help": "prøv igjen i noen minutter: en ny utgave er ikke ute overalt med en gang",
            },
        ),
    ),
}
