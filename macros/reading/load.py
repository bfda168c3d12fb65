"""The whole of data/ as one model."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path, PurePath

from macros.model.base import Record
from macros.model.data import Data
from macros.model.oppforinger import new_entry
from macros.model.samlinger import SAMLINGER, Samling, files_of
from macros.model.types import slug
from macros.problems import Place, Problem, nearest
from macros.reading.document import read_document
from macros.reading.files import badly_named, content, locked
from macros.reading.messages import LONGEST_QUOTED, tidy
from macros.reading.records import MOST_PROBLEMS, Contents, read_contents
from macros.reading.remedies import by_its_line

# Whether a file that nobody reads was meant as one of a folder's: then nobody knows what is missing
# from there.
YAML = re.compile(r"\.ya?ml", re.IGNORECASE)
ENDINGS = re.compile(r"(\.[a-z]+~?)+$")
CYCLE_FILE = re.compile(r"arshjul/([^/]*)\.yml")
# What records are called.
CALLED_BY = ("navn", "kortnavn", "tittel", "kort")
# Files of two versions of the data: `serve`, `forskjell` and `endre` read nearly the same twice.
REMEMBERED = 256


@dataclass(frozen=True)
class Reading:
    """The model of what could be read, and what is wrong with the rest."""

    data: Data
    problems: tuple[Problem, ...]


def load(root: Path) -> Reading:
    """Read `root`/data.

    Never raises for what an editor can do: every mistake is among the problems.
    """
    read = [
        (samling, contents) for samling in SAMLINGER for contents in _contents_in(root, samling)
    ]
    problems = {problem for _, contents in read for problem in contents.problems}
    strangers = list(_strangers(root / "data"))
    data = _assemble(read)
    if any(YAML.search(problem.place.file) for problem in strangers):
        data = replace(
            data,
            unread=data.unread
            | {samling.collection for samling in SAMLINGER if samling.shape == "files"},
        )
    named = {_by_its_id(problem, data) for problem in problems}
    return Reading(data, tuple(sorted(named | set(strangers))))


def _by_its_id(problem: Problem, data: Data) -> Problem:
    """A name where an id belongs: the id of what has that name, since the one that could be made of
    it leads nowhere.
    """
    collection, typed = problem.pointer
    known = {id: record for name, id, record in data.tops if name == collection}
    made = slug(typed)[:LONGEST_QUOTED].strip("-")
    if not collection or made in known:
        return problem
    ids = [id for id, record in known.items() if typed.casefold() in _calling(record)]
    if len(ids) == 1:
        what = f'nummeret: "{ids[0]}"' if collection == "kommuner" else f"id-en: {ids[0]}"
        return replace(problem, message=tidy(f"«{typed}» er et navn. Skriv {what}"))
    near = nearest(made, known) if problem.code == "id-form" and " " not in typed else ""
    if near:
        said = f"«{typed}» finnes ikke. Mente du «{near}»?"
        return replace(problem, message=tidy(said), code="ukjent-id")
    if collection != "kilder" or made in ("", typed):
        return problem
    said = (
        f"«{typed}» kan ikke være en id. Skriv {made}, og legg til kilden i data/kilder.yml, med"
        " det som står under"
    )
    return replace(problem, message=tidy(said), paste=new_entry(collection, made))


def _calling(record: Record) -> set[str]:
    return {str(getattr(record, field, "")).casefold() for field in CALLED_BY}


def _contents_in(root: Path, samling: Samling) -> Iterator[Contents]:
    files = files_of(samling, root / "data")
    for file in files:
        name, raw = file.relative_to(root).as_posix(), content(root, file)
        yield _lost(locked(name)) if raw is None else read_file(name, raw, samling)
    if not files and samling.required:
        yield _lost(
            Problem(
                Place(f"data/{samling.pattern}"),
                "filen mangler. Hent den tilbake fra historikken",
                "fil-mangler",
            )
        )


@lru_cache(maxsize=REMEMBERED)
def read_file(name: str, raw: bytes, samling: Samling) -> Contents:
    """What a file with these bytes gives its samling, and the first of what is wrong with it."""
    contents = read_contents(read_document(name, raw), samling, Path(name).stem)
    lines = raw.decode("utf-8", "replace").split("\n") if contents.problems else []
    contents.problems = [by_its_line(problem, lines) for problem in contents.problems]
    if len(contents.problems) > MOST_PROBLEMS:
        *first, last = sorted(contents.problems)[:MOST_PROBLEMS]
        rest = Problem(
            last.place,
            f"filen har flere feil enn de {MOST_PROBLEMS - 1} over. Rett dem først, eller hent"
            " filen tilbake fra historikken",
            "mange-feil",
        )
        contents = replace(contents, problems=[*first, rest])
    return contents


def _lost(problem: Problem) -> Contents:
    return Contents(problems=[problem], whole=False)


def _assemble(read: list[tuple[Samling, Contents]]) -> Data:
    parts: dict[str, dict] = {}
    known: dict[str, set[str]] = {}
    for samling, contents in read:
        parts.setdefault(samling.collection, {}).update(contents.records)
        known.setdefault(samling.collection, set()).update(contents.ids)
    for samling in (samling for samling in SAMLINGER if samling.shape == "record"):
        parts[samling.collection] = next(iter(parts.get(samling.collection, {}).values()), None)
    return Data(
        **parts,
        known={collection: frozenset(ids) for collection, ids in known.items()},
        unread=frozenset(samling.collection for samling, contents in read if not contents.whole),
        references=tuple(reference for _, contents in read for reference in contents.references),
    )


def _strangers(folder: Path) -> Iterator[Problem]:
    """Files that nobody reads: a wrong ending or a wrong folder would otherwise be a silent
    loss.
    """
    files = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}
    read = {
        file.relative_to(folder).as_posix()
        for samling in SAMLINGER
        for file in folder.glob(samling.pattern)
    }
    yield from filter(None, (badly_named(f"data/{name}") for name in sorted(files)))
    for name in sorted(files - read):
        if not name.startswith("schema/") and not Path(name).name.startswith("."):
            yield Problem(
                Place(f"data/{name}"), f"ingen leser denne filen{_meant_file(name)}", "ukjent-fil"
            )


def _meant_file(name: str) -> str:
    """The rest of a sentence on a file that nobody reads, with «Mente du
    «nettverk/nord-eksempel.yml»?» where the name is like one of the rooms that have a single file,
    or of those of its own folder.
    """
    if (cycle := CYCLE_FILE.fullmatch(name)) and not nearest(cycle[1], ("monster",)):
        return ". Et årshjul heter som årene det gjelder, som 2027-2028.yml"
    called = PurePath(ENDINGS.sub("", name.lower()))
    rooms = [
        samling
        for samling in SAMLINGER
        if "*" not in samling.pattern or samling.pattern.split("/")[0] == called.parts[0]
    ]
    names = [
        (samling.pattern, re.sub(r"(\[0-9\])?\*", called.name, samling.pattern))
        for samling in rooms
    ]
    near = nearest(
        called.as_posix(),
        {name.removesuffix(".yml") for pattern, name in names if PurePath(name).match(pattern)},
    )
    return (
        f"{f'. Mente du «{near}.yml»?' if near else '.'} Datafiler ender på .yml og ligger i"
        " mappene som README.md viser"
    )
