"""A proposal → the data changed, or not a single byte. The judging comes in from the door."""

import re
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from macros.editing.differences import differences
from macros.editing.draft import Draft, Unsafe
from macros.editing.operations import carry_out
from macros.editing.operations.desk import Desk
from macros.editing.proposal import (
    ForPeople,
    NotUnderstood,
    Operation,
    Proposal,
    read_proposal,
)
from macros.model.data import Data
from macros.model.types import slug
from macros.problems import Problem, errors

# The data of a folder, and all that is wrong with them.
Examine = Callable[[Path], tuple[Data, list[Problem]]]
# The first words of a cycle's file, by its id; nothing where that is no school year.
NewCycle = Callable[[Data, str], str | None]
YEAR_ASKED = re.compile(r"sykluser/([0-9]{4}-[0-9]{4})(?:/|$)")


@dataclass(frozen=True)
class Outcome:
    """What came of it: the sentences on what changed, or what is wrong; `told` is for the sender in
    any case, and `records` says which records it is about.

    code: 0 changed, 1 something is wrong, 2 for a person to read.
    """

    code: int
    changes: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    files: Mapping[str, bytes] | None = None


def apply_text(
    root: Path, raw: bytes, today: date, examine: Examine, new_cycle: NewCycle
) -> Outcome:
    """What the text asks for, tried on a copy of the data and judged there.

    Nothing is written here.
    """
    try:
        proposal = read_proposal(raw)
    except ForPeople:
        return Outcome(2)
    except NotUnderstood as error:
        return Outcome(1, wrong=(str(error),))
    data, before = examine(root)
    if broken := [str(problem) for problem in errors(before)]:
        return Outcome(1, wrong=("Det er feil i dataene fra før. De må rettes først.", *broken))
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        shutil.copytree(root / "data", copy / "data")
        made = dict(_cycles(proposal, data, new_cycle))
        for name, content in made.items():
            (copy / name).write_bytes(content)
        desk = Desk(proposal, examine(copy)[0] if made else data, copy, today)
        try:
            carry_out(desk)
        except Unsafe as error:
            desk.wrong = [
                f"{error} er skrevet på en måte som ikke kan endres trygt herfra. Et menneske må"
                " gjøre det."
            ]
        if desk.wrong:
            return Outcome(1, wrong=tuple(dict.fromkeys(desk.wrong)))
        return _tried(desk, data, before, examine, made)


def _cycles(proposal: Proposal, data: Data, new_cycle: NewCycle) -> Iterator[tuple[str, bytes]]:
    """The drafts of the years that a proposal gives a date to, and that have no cycle yet."""
    for operation in proposal.operations:
        found = YEAR_ASKED.match(operation.address)
        if (
            found
            and found[1] not in data.sykluser
            and (text := new_cycle(data, found[1])) is not None
        ):
            yield f"data/arshjul/{found[1]}.yml", text.encode()


def _tried(
    desk: Desk, data: Data, before: list[Problem], examine: Examine, made: Mapping[str, bytes]
) -> Outcome:
    files = {**made, **{name: draft.raw for name, draft in desk.drafts.items()}}
    for name, content in files.items():
        (desk.root / name).write_bytes(content)
    after, problems = examine(desk.root)
    known = {problem.message for problem in before}
    if wrong := tuple(f"{problem.message}." for problem in errors(problems)):
        return Outcome(1, wrong=wrong)
    return Outcome(
        0,
        tuple(differences(data, after)),
        told=tuple(dict.fromkeys(desk.told)),
        hints=tuple(problem.message for problem in problems if problem.message not in known),
        records=tuple(dict.fromkeys(map(_top, desk.proposal.operations))),
        files=_written_files(files, desk.drafts, made),
    )


def _top(operation: Operation) -> str:
    """The record of a collection that an address leads into, or the new one."""
    if "/" in operation.address or operation.kind != "ny":
        return "/".join(operation.address.split("/")[:2])
    return f"{operation.address}/{slug(str(operation.given['verdi'].get('term', '')))}"


def _written_files(
    files: Mapping[str, bytes], drafts: Mapping[str, Draft], made: Mapping[str, bytes]
) -> Mapping[str, bytes]:
    return {
        name: content
        for name, content in sorted(files.items())
        if name in made or content != drafts[name].original
    }


def write(root: Path, files: Mapping[str, bytes]) -> None:
    """Each file in one go, so that a stop halfway leaves whole files."""
    for name, content in files.items():
        fresh = root / f"{name}.ny"
        fresh.write_bytes(content)
        fresh.replace(root / name)
