"""The verbs that change data and tell of changes. The side door lists them beside the others."""

import argparse
import sys
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

from macros.editing import answer, comparison, outdated
from macros.editing.apply import apply_issue, write
from macros.editing.form_files import form_files
from macros.editing.revision import NoRevision, checkout
from macros.editing.tidy import tidied
from macros.judging import address, examine
from macros.model.data import Data
from macros.problems import DataError, reason
from macros.reading.load import Seen
from macros.settings import day_of_deed, from_environment


def endre(root: Path, arguments: argparse.Namespace) -> int:
    """gjør det et utfylt skjema ber om; 0: endret, 1: noe er feil, 2: ikke et av skjemaene"""
    seen: Seen = {}
    outcome = apply_issue(
        root,
        arguments.fra_skjema,
        arguments.dato or day_of_deed(),
        lambda folder: examine(folder, seen),
    )
    if outcome.files:
        write(root, outcome.files)
        write_forms(root, outcome.data)
    if arguments.svar:
        arguments.svar.write_text(answer.markdown(outcome), encoding="utf-8", newline="\n")
    print(answer.plain(outcome))
    return outcome.code


def forskjell(root: Path, arguments: argparse.Namespace) -> int:
    """si med ord hva som er endret siden en revisjon i git: opplysninger, hendelser og sider"""
    seen: Seen = {}
    with tempfile.TemporaryDirectory() as folder:
        try:
            checkout(root, arguments.base, Path(folder))
        except NoRevision as error:
            print(error, file=sys.stderr)
            return 1
        before, after = examine(Path(folder), seen)[0], examine(root, seen)[0]
        found = comparison.compare(before, after, _changed_pages(root, Path(folder)))
    print((comparison.markdown if arguments.markdown else comparison.plain)(found).rstrip("\n"))
    return 0


def foreldet(root: Path, arguments: argparse.Namespace) -> int:
    """skriv hva ingen har bekreftet de siste tolv månedene, etter institusjon"""
    found = outdated.outdated(good_data(root), arguments.dato or day_of_deed())
    print((outdated.markdown if arguments.markdown else outdated.plain)(found).rstrip("\n"))
    return 0


def good_data(root: Path) -> Data:
    """The data of a project. Raises DataError with everything that is wrong with them."""
    data, problems = examine(root)
    if errors := [problem for problem in problems if not problem.hint]:
        raise DataError(errors)
    return data


def tidy_data(root: Path) -> None:
    """Put every data file in its one form, and say which ones changed."""
    found = tidied(root)
    write(root, found.changed)
    for name in found.changed:
        print(f"{name}: rettet til fast form")
    for name in found.left:
        print(f"{name}: står som før. Rett feilene i filen først")


def write_forms(root: Path, data: Data) -> None:
    """The issue forms on GitHub, with the present values."""
    for name, content in form_files(data).items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(content, encoding="utf-8", newline="\n")


def _changed_pages(root: Path, base: Path) -> tuple[str, ...] | None:
    """Addresses of the pages that differ.

    The same clock for both, and no links to lines of a file: those move with every edit.
    """
    from macros.side_door import contents  # the other verbs here draw nothing
    from macros.site import Site

    settings = replace(from_environment(root), repo_url=None, forrige_kalender=None)
    try:
        old, new = (contents(Site.read(folder, settings)) for folder in (base, root))
    except DataError:
        return None
    return tuple(address(name) for name in comparison.changed_pages(old, new))


def _content(text: str) -> bytes:
    try:
        return Path(text).read_bytes()
    except OSError as error:
        raise argparse.ArgumentTypeError(f"«{text}» kan ikke leses ({reason(error)})") from None


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"«{text}» er ikke en dato. Skriv år-måned-dag, som 2027-02-01"
        ) from None


DAY = (
    "--dato",
    {"type": _day, "metavar": "DAG", "help": "dagen det gjelder, som 2027-02-01 (ellers i dag)"},
)
MARKDOWN = ("--markdown", {"action": "store_true", "help": "som Markdown for GitHub"})
ARGUMENTS = {
    endre: (
        (
            "--fra-skjema",
            {
                "type": _content,
                "required": True,
                "metavar": "FIL",
                "help": "teksten i saken, slik GitHub lager den av skjemaet",
            },
        ),
        (
            "--svar",
            {"type": Path, "metavar": "FIL", "help": "skriv svaret til saken hit, som Markdown"},
        ),
        DAY,
    ),
    forskjell: (
        (
            "base",
            {"metavar": "BASE", "help": "revisjonen å sammenligne med, som main eller HEAD~1"},
        ),
        MARKDOWN,
    ),
    foreldet: (MARKDOWN, DAY),
}
