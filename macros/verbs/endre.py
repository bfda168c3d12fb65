"""The verb that does what a filled-in form asks for."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path

from macros.editing import answer
from macros.editing.apply import apply_issue, write
from macros.editing.form_files import write_forms
from macros.judging import examine
from macros.problems import reason
from macros.reading.load import Seen
from macros.settings import day_of_deed
from macros.verbs._arguments import add_day


def add_arguments(parser: ArgumentParser) -> None:
    """Where the form stands, where the answer goes, and the day."""
    parser.add_argument(
        "--fra-skjema",
        type=_content,
        required=True,
        metavar="FIL",
        help="teksten i saken, slik GitHub lager den av skjemaet",
    )
    parser.add_argument(
        "--svar", type=Path, metavar="FIL", help="skriv svaret til saken hit, som Markdown"
    )
    add_day(parser)


def run(root: Path, arguments: Namespace) -> int:
    """gjør det et utfylt skjema ber om; 0: endret, 1: noe er feil, 2: ikke et av skjemaene"""
    seen: Seen = {}
    today = arguments.dato or day_of_deed()
    outcome = apply_issue(
        root,
        arguments.fra_skjema,
        today,
        lambda folder: examine(folder, seen),
    )
    if outcome.files:
        write(root, outcome.files)
        write_forms(root, outcome.data, today)
    if arguments.svar:
        arguments.svar.write_text(answer.answer_markdown(outcome), encoding="utf-8", newline="\n")
    print(answer.answer_text(outcome))
    return outcome.code


def _content(text: str) -> bytes:
    try:
        return Path(text).read_bytes()
    except OSError as error:
        raise ArgumentTypeError(f"«{text}» kan ikke leses ({reason(error)})") from None
