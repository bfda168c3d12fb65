"""The verb that tells what nobody has confirmed."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from macros.editing import outdated
from macros.judging import good_data
from macros.settings import day_of_deed, days_since_change
from macros.verbs._arguments import add_day, add_markdown


def add_arguments(parser: ArgumentParser) -> None:
    """The day, and the form of the answer."""
    add_markdown(parser)
    add_day(parser)


def run(root: Path, arguments: Namespace) -> int:
    """skriv hva ingen har bekreftet de siste tolv månedene, og hva kalenderen snart trenger"""
    data, today = good_data(root), arguments.dato or day_of_deed()
    found = outdated.outdated(data, today)
    soon = outdated.reminders(data, today, days_since_change(root, today))
    told = outdated.outdated_markdown if arguments.markdown else outdated.outdated_text
    print(told(found, soon).rstrip("\n"))
    return 0
