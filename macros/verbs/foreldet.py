"""The verb that tells what nobody has confirmed."""

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from pathlib import Path

from macros.editing import outdated
from macros.editing.letters import letters
from macros.judging import good_data
from macros.settings import day_of_deed, days_since_change, from_environment
from macros.verbs._arguments import add_day


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--brev",
        type=Path,
        metavar="MAPPE",
        help="skriv en e-post for hvert nettverk og hver institusjon hit, klar til å sendes",
    )
    parser.add_argument("--markdown", action="store_true", help="som Markdown for GitHub")
    add_day(parser)


def run(root: Path, arguments: Namespace) -> int:
    """skriv hva ingen har bekreftet de siste tolv månedene, og hva kalenderen snart trenger"""
    data, today = good_data(root), arguments.dato or day_of_deed()
    if arguments.brev:
        return _write_letters(arguments.brev, letters(data, today, from_environment(root).site_url))
    found = outdated.outdated(data, today)
    soon = outdated.reminders(data, today, days_since_change(root, today))
    print(outdated.outdated_text(found, soon, arguments.markdown))
    return 0


def _write_letters(folder: Path, texts: Mapping[str, str]) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    print(f"Skrev {len(texts)} e-poster i {folder}. Adressen og emnet står øverst i hver.")
    return 0
