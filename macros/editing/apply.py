"""An issue → the data changed, or not a single byte. The judging comes in from the door."""

import shutil
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from macros.editing.differences import differences
from macros.editing.draft import Draft, Unsafe
from macros.editing.errands import ERRANDS
from macros.editing.errands.desk import Desk
from macros.editing.issue import NotUnderstood, read_issue
from macros.model.data import Data
from macros.problems import Problem, errors

# The data of a folder, and all that is wrong with them.
Examine = Callable[[Path], tuple[Data, list[Problem]]]


@dataclass(frozen=True)
class Outcome:
    """What came of it: the sentences on what changed, or what is wrong; `told` is for the sender in
    any case.

    code: 0 changed, 1 something is wrong, 2 not one of the forms.
    """

    code: int
    form: str = ""
    changes: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    files: Mapping[str, bytes] | None = None
    data: Data | None = None


def apply_issue(root: Path, raw: bytes, today: date, examine: Examine) -> Outcome:
    """What the issue asks for, tried on a copy of the data and judged there.

    Nothing is written here.
    """
    try:
        answers = read_issue(raw)
    except NotUnderstood as error:
        return Outcome(2, wrong=(str(error),))
    data, before = examine(root)
    if broken := [str(problem) for problem in errors(before)]:
        return Outcome(
            1,
            answers.form.name,
            wrong=("Det er feil i dataene fra før. De må rettes først.", *broken),
        )
    desk = Desk(answers, data, root, today)
    try:
        ERRANDS[answers.form.id](desk)
    except Unsafe as error:
        desk.wrong = [
            f"{error} er skrevet på en måte som skjemaet ikke kan endre trygt. Et menneske må gjøre"
            " det."
        ]
    if desk.wrong:
        return Outcome(1, answers.form.name, wrong=tuple(dict.fromkeys(desk.wrong)))
    return _tried(desk, before, examine)


def _tried(desk: Desk, before: list[Problem], examine: Examine) -> Outcome:
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(desk.root / "data", Path(folder) / "data")
        for name, draft in desk.drafts.items():
            (Path(folder) / name).write_bytes(draft.raw)
        after, problems = examine(Path(folder))
    if wrong := tuple(str(problem) for problem in errors(problems)):
        return Outcome(1, desk.answers.form.name, wrong=wrong)
    known = {problem.message for problem in before}
    hints = tuple(problem.message for problem in problems if problem.message not in known)
    changes = tuple(differences(desk.data, after))
    return Outcome(
        0,
        desk.answers.form.name,
        changes,
        told=tuple(desk.told),
        hints=hints,
        files=_changed_files(desk.drafts),
        data=after,
    )


def _changed_files(drafts: Mapping[str, Draft]) -> Mapping[str, bytes]:
    return {name: draft.raw for name, draft in drafts.items()}


def write(root: Path, files: Mapping[str, bytes]) -> None:
    """Each file in one go, so that a stop halfway leaves whole files."""
    for name, content in files.items():
        fresh = root / f"{name}.ny"
        fresh.write_bytes(content)
        fresh.replace(root / name)
