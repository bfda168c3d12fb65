"""The verb that asks the national school register."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from macros.judging import read_data
from macros.outside.register.answers import RegisterError
from macros.outside.register.file import NAME
from macros.outside.register.update import update
from macros.outside.web import sentence
from macros.settings import day_of_deed


def add_arguments(parser: ArgumentParser) -> None:
    """Where the register's answer comes from."""
    parser.add_argument(
        "--fra",
        required=True,
        metavar="FIL|URL",
        help="registeret, som https://data-nsr.udir.no, eller et svar derfra i en fil",
    )


def run(root: Path, arguments: Namespace) -> int:
    """hent skolene fra Nasjonalt skoleregister til data/skoler.yml; sletter aldri noe"""
    try:
        found = update(read_data(root), arguments.fra, day_of_deed())
    except RegisterError as error:
        print(f"{sentence(error)}\nIngenting er endret.", file=sys.stderr)
        return 1
    if found.text is not None:
        fresh = root / f"{NAME}.ny"
        fresh.write_text(found.text, encoding="utf-8", newline="\n")
        fresh.replace(root / NAME)
    print(found.said)
    return 0
