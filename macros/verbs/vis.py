"""The verb that shows the site on this machine while one writes."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from macros.problems import DataError
from macros.reading.menu import read_menu
from macros.settings import from_environment


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--adresse", default="127.0.0.1:8000", metavar="VERT:PORT", help="hvor det vises"
    )


def run(root: Path, arguments: Namespace) -> int:
    """vis nettstedet på denne maskinen, og bygg det på nytt hver gang noe lagres"""
    from macros.frame.serving import serve  # the engine, which no other verb starts

    from_environment(root)
    if (menu := read_menu(root)).problems:
        raise DataError(menu.problems)
    return serve(root, arguments.adresse)
