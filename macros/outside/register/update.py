"""The whole way, from the register's answer to data/skoler.yml.

Where anything is wrong, nothing is written.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from macros.model.data import Data
from macros.outside.register.answers import RegisterError
from macros.outside.register.file import NAME, SOURCE, written
from macros.outside.register.merge import merge
from macros.outside.register.report import report
from macros.outside.register.source import Found, from_address, from_file
from macros.outside.web import Answer, ask
from macros.problems import DataError
from macros.reading.layout import LAYOUT
from macros.reading.load import read_file
from macros.settings import OSLO


@dataclass(frozen=True)
class Update:
    """What to say, and the file's new text; none where the register says what we have."""

    said: str
    text: str | None


def update(data: Data, source: str, today: date, get: Callable[..., Answer] = ask) -> Update:
    """`source` is an address or a file; `today` counts where the answer has no day of its own."""
    if SOURCE not in data.kilder:
        raise RegisterError(f"kilden «{SOURCE}» mangler i data/kilder.yml. Legg den til først")
    kommuner = {number: kommune.navn for number, kommune in data.kommuner.items()}
    found = (
        from_address(source, kommuner, get) if "://" in source else _saved(Path(source), kommuner)
    )
    known = data.skoleregister.skoler if data.skoleregister else {}
    day = found.day or today
    merged = merge(known, found, kommuner, day)
    said = report(data, merged, known, found.kommuner)
    if known and not (merged.new or merged.changed or merged.missing or merged.back):
        return Update(f"{said}\n\nIngen endringer. {NAME} er ikke rørt.", None)
    text = written(merged.schools, day, data.skoleregister.merknader if data.skoleregister else ())
    _must_be_readable(text)
    return Update(f"{said}\n\nSkrev {NAME}.", text)


def _saved(file: Path, kommuner: dict[str, str]) -> Found:
    """A saved answer is as old as its file."""
    found = from_file(file, kommuner)
    return Found(
        found.units, found.kommuner, datetime.fromtimestamp(file.stat().st_mtime, OSLO).date()
    )


def _must_be_readable(text: str) -> None:
    """What came from outside is judged as if an editor had written it, before it is written."""
    room = next(room for room in LAYOUT if f"data/{room.pattern}" == NAME)
    if problems := [
        problem for problem in read_file(NAME, text.encode(), room).problems if not problem.hint
    ]:
        raise DataError(problems)
