"""The verb that does what a proposal from /rediger/ asks for."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path

from macros.editing import answer
from macros.editing.apply import apply_text, write
from macros.judging import examine
from macros.model.data import Data
from macros.problems import reason
from macros.settings import day_of_deed
from macros.verbs._arguments import add_day
from macros.verbs.nytt_arshjul import draft, year_of


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--fra-sak",
        type=_content,
        required=True,
        metavar="FIL",
        help="teksten i saken eller e-posten",
    )
    parser.add_argument(
        "--svar", type=Path, metavar="FIL", help="skriv svaret til saken hit, som Markdown"
    )
    parser.add_argument(
        "--oppforinger", type=Path, metavar="FIL", help="skriv hit hvilke oppføringer det gjelder"
    )
    add_day(parser)


def run(root: Path, arguments: Namespace) -> int:
    """gjør det en melding ber om; 0: endret, 1: noe er feil, 2: noe et menneske skal lese"""
    day = arguments.dato or day_of_deed()
    outcome = apply_text(root, arguments.fra_sak, day, examine, new_cycle)
    if outcome.files:
        write(root, outcome.files)
    if arguments.svar:
        told = answer.answer_text(outcome, markdown=True)
        arguments.svar.write_text(f"{told}\n", encoding="utf-8", newline="\n")
    if arguments.oppforinger:
        arguments.oppforinger.write_text(
            "".join(f"{record}\n" for record in outcome.records), encoding="utf-8", newline="\n"
        )
    print(answer.answer_text(outcome))
    return outcome.code


def new_cycle(data: Data, id: str) -> str | None:
    """The file of a school year that has no cycle yet; nothing where the id is none."""
    year = year_of(id)
    return draft(data, year) if year else None


def _content(text: str) -> bytes:
    try:
        return Path(text).read_bytes()
    except OSError as error:
        raise ArgumentTypeError(f"«{text}» kan ikke leses ({reason(error)})") from None
