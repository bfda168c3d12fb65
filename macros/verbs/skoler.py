"""The verb that asks the national school register."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from macros.judging import read_data
from macros.outside.skoleregister.answers import RegisterError
from macros.outside.skoleregister.file import REGISTER_FILE, REGISTER_SOURCE
from macros.outside.skoleregister.update import Saved, update
from macros.outside.web import as_sentence
from macros.settings import day_of_deed


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--fra",
        required=True,
        metavar="FIL|URL",
        help="registeret, som https://data-nsr.udir.no, eller et svar derfra i en fil",
    )
    parser.add_argument("--per", metavar="DAG", help="dagen svaret i filen ble hentet")
    parser.add_argument(
        "--kilde",
        metavar="ID",
        help=f"kilden til filen i data/kilder.yml (ellers {REGISTER_SOURCE})",
    )


def _tell(said: str) -> None:
    """On the way: apart from the report, which others read."""
    print(said, file=sys.stderr)


def run(root: Path, arguments: Namespace) -> int:
    """hent skolene fra Nasjonalt skoleregister til data/skoler.yml; sletter aldri noe"""
    try:
        saved = Saved(arguments.per, arguments.kilde)
        found = update(read_data(root), arguments.fra, day_of_deed(), saved, tell=_tell)
    except RegisterError as error:
        print(f"{as_sentence(error)}\nIngenting er endret.", file=sys.stderr)
        return 1
    if found.text is not None:
        fresh = root / f"{REGISTER_FILE}.ny"
        fresh.write_text(found.text, encoding="utf-8", newline="\n")
        fresh.replace(root / REGISTER_FILE)
    print(found.said)
    return 0
