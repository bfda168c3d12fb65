"""The whole of data/ as one model, read again only where a file has changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.model.data import Data
from macros.problems import Place, Problem, did_you_mean
from macros.reading.document import read_document
from macros.reading.layout import LAYOUT, Room
from macros.reading.records import Contents, read_contents

Stamp = tuple[Path, int, int]
# What each file said when it was last read, by its path, time and size.
_remembered: dict[tuple[Stamp, str], Contents] = {}


@dataclass(frozen=True)
class Reading:
    """The model of what could be read, and what is wrong with the rest."""

    data: Data
    problems: tuple[Problem, ...]


def load(root: Path) -> Reading:
    """Read `root`/data. Never raises for what an editor can do: every mistake is among the problems."""
    folder, found, problems = root / "data", {}, []
    known: dict[str, set[str]] = {}
    for room in LAYOUT:
        files = sorted(folder.glob(room.pattern))
        if not files and room.required:
            problems.append(Problem(Place(f"data/{room.pattern}"), "filen mangler. Hent den tilbake fra historikken", "fil-mangler"))
        for file in files:
            contents = _contents(root, file, room)
            found.setdefault(room.collection, {}).update(contents.records)
            known.setdefault(room.collection, set()).update(contents.ids)
            problems.extend(contents.problems)
    problems.extend(_strangers(folder))
    return Reading(_assemble(found, known), tuple(sorted(set(problems))))


def _assemble(found: dict[str, dict], known: dict[str, set[str]]) -> Data:
    single = {room.collection for room in LAYOUT if room.shape == "record"}
    parts = {name: next(iter(records.values()), None) if name in single else records for name, records in found.items()}
    return Data(**parts, known={name: frozenset(ids) for name, ids in known.items()})


def _contents(root: Path, file: Path, room: Room) -> Contents:
    name = file.relative_to(root).as_posix()
    try:
        stat = file.stat()
        stamp = ((file, stat.st_mtime_ns, stat.st_size), room.collection)
        if stamp not in _remembered:
            _remembered[stamp] = read_contents(read_document(name, file.read_bytes()), room, file.stem)
        return _remembered[stamp]
    except OSError as error:
        problem = Problem(Place(name), f"filen kan ikke åpnes ({error.strerror})", "fil-lukket")
        return Contents(ids={file.stem}, problems=[problem])


def _strangers(folder: Path) -> Iterator[Problem]:
    """Files that nobody reads: a wrong ending or a wrong folder would otherwise be a silent loss."""
    files = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}
    read = {file.relative_to(folder).as_posix() for room in LAYOUT for file in folder.glob(room.pattern)}
    for name in sorted(files - read):
        if not name.startswith("schema/") and not Path(name).name.startswith("."):
            known = frozenset(room.pattern for room in LAYOUT)
            yield Problem(Place(f"data/{name}"), f"ingen leser denne filen{did_you_mean(name, known)} Datafiler ender på .yml og ligger i mappene som README.md viser", "ukjent-fil")
