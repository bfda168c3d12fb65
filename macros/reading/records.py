"""Plain values → records: each judged by its model, each knowing its place."""

from dataclasses import dataclass, field

from pydantic import ValidationError

from macros.model.base import Path, Record
from macros.problems import Place, Problem
from macros.reading.document import Document
from macros.reading.layout import Room
from macros.reading.messages import explain


@dataclass
class Contents:
    """What one file gave its collection: the good records, every id that it names, and what is wrong."""

    records: dict[str, Record] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)


def read_contents(document: Document, room: Room, stem: str) -> Contents:
    """The records of a file. A bad one is left out and explained; the others still stand."""
    contents = Contents(problems=list(document.problems))
    if room.shape != "records":
        contents.ids.add(stem)
        _add(contents, document, room, stem, (), document.value)
    elif isinstance(document.value, dict):
        contents.ids.update(document.value)
        for key, value in document.value.items():
            if _good_key(contents, document, room, key):
                _add(contents, document, room, key, (key,), value)
    elif not document.problems:
        contents.problems.append(Problem(Place(document.file), "filen er tom eller er ikke en liste av felt. Se eksempelet øverst i filen", "tom-fil"))
    return contents


def _add(contents: Contents, document: Document, room: Room, key: str, path: Path, value: object) -> None:
    if value is None and document.problems:
        return
    try:
        record = room.model.model_validate(value if value is not None else {})
    except ValidationError as error:
        contents.problems.extend(_problem(document, room, path, details) for details in error.errors())
        return
    record.stands_at(document.places, path)
    contents.records[key] = record


def _problem(document: Document, room: Room, path: Path, details: dict) -> Problem:
    code, message = explain(details, room.model)
    spot = (*path, *(step for step in details["loc"] if step != "[key]"))
    while spot and spot not in document.places:
        spot = spot[:-1]
    return Problem(document.places.get(spot, Place(document.file)), message, code)


def _good_key(contents: Contents, document: Document, room: Room, key: str) -> bool:
    try:
        room.keys.validate_python(key)
    except ValidationError as error:
        place = document.places.get((key,), Place(document.file))
        contents.problems.extend(Problem(place, details["msg"], details["type"]) for details in error.errors())
        return False
    return True
