"""The verb that fetches the ledger: the calendars that are live now."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from macros.judging import read_data
from macros.outside.kalendere import live_calendars
from macros.outside.web import WebError, as_sentence
from macros.settings import from_environment
from macros.verbs._arguments import add_site


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("mappe", type=Path, help="mappen å skrive til; den kan ikke finnes fra før")
    add_site(parser)


def run(root: Path, arguments: Namespace) -> int:
    """hent kalenderne som ligger ute nå; ingen mappe betyr at ingenting er publisert ennå"""
    if arguments.mappe.exists():
        print(
            f"{arguments.mappe} finnes fra før. Velg en ny mappe, så ingenting blir skrevet over.",
            file=sys.stderr,
        )
        return 1
    settings = from_environment(root)
    try:
        domain = read_data(root).fylke.domene
        found = live_calendars(arguments.fra or settings.site_url, domain, settings.egne_adresser)
    except WebError as error:
        print(f"{as_sentence(error)}\nIngenting er hentet.", file=sys.stderr)
        return 1
    if not found:
        print("Ingen kalender ligger ute ennå. Dette er første publisering.")
        return 0
    arguments.mappe.mkdir(parents=True)
    for name, raw in found.items():
        (arguments.mappe / name).write_bytes(raw)
    names = [name for name in found if name.endswith(".ics")]
    print(f"Hentet {len(names)} kalendere og listen over dem: {', '.join(names)}")
    return 0
