"""The verb that asks the published site as those who subscribe to it do."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from time import sleep

from macros.judging import read_data
from macros.outside.probe import AGENTS, probe
from macros.settings import from_environment
from macros.verbs._arguments import add_site

# Seconds between the attempts, for a site that was published a moment ago.
PAUSES = (20, 60, 120)


def add_arguments(parser: ArgumentParser) -> None:
    add_site(parser)
    parser.add_argument(
        "--vent",
        action="store_true",
        help="prøv igjen i noen minutter: en ny utgave er ikke ute overalt med en gang",
    )


def run(root: Path, arguments: Namespace) -> int:
    """be om forsiden og alle kalenderne slik Google, Outlook og Thunderbird gjør"""
    site = arguments.fra or from_environment(root).site_url
    kalendere = list(read_data(root).kalendere.values())
    wrong = list(probe(site, kalendere))
    for pause in PAUSES if arguments.vent else ():
        if wrong:
            sleep(pause)
            wrong = list(probe(site, kalendere))
    for line in wrong:
        print(line, file=sys.stderr)
    if not wrong:
        print(f"Forsiden og {len(kalendere)} kalendere svarer som de skal til {', '.join(AGENTS)}.")
    return int(bool(wrong))
