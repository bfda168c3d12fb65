"""Plain values → records: each judged by its model, each knowing its place."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from pydantic import ValidationError

from macros.model.base import Path, Record
from macros.model.data import Reference
from macros.model.fields import fields_of, is_table, raw_records, references
from macros.model.samlinger import Samling
from macros.problems import Place, Problem
from macros.reading.document import Document
from macros.reading.messages import explain, key_message, unknown_field
from macros.reading.outdented import set_right

# More mistakes than anybody reads: a file with more has lost its form, and is not read to its end.
MOST_PROBLEMS = 100


@dataclass
class Contents:
    """What one file gave its collection: the good records, every id that it names, what it points
    at, and what is wrong.

    `whole` is False where the file is missing or can't be read at all, or to its end, so that
    nobody knows which ids it should have had.
    """

    records: dict[str, Record] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)
    references: list[Reference] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    whole: bool = True


def read_contents(document: Document, samling: Samling, stem: str) -> Contents:
    """The records of a file. A bad one is left out and explained; the others still stand."""
    if isinstance(document.value, dict):
        set_right(document, samling)
    contents = Contents(
        problems=list(document.problems), whole=not (document.torn and samling.shape == "records")
    )
    if samling.shape != "records":
        contents.ids.add(stem)
    if not isinstance(document.value, dict):
        _explain_nothing(contents, document)
    elif samling.shape != "records":
        if _good_stem(contents, document, samling, stem):
            _add_record(contents, document, samling, stem, (), document.value)
    else:
        contents.ids.update(str(path[0]) for path in document.places if len(path) == 1)
        contents.problems.extend(_empty_entries(document, ()))
        for key, value in document.value.items():
            if len(contents.problems) > MOST_PROBLEMS:
                contents.whole = False
                break
            if _good_key(contents, document, samling, key):
                _add_record(contents, document, samling, key, (key,), value)
    return contents


def _explain_nothing(contents: Contents, document: Document) -> None:
    contents.ids.update(document.words)
    contents.whole = bool(document.words and document.problems)
    if not document.problems:
        contents.problems.append(
            Problem(
                Place(document.file),
                "filen er tom, eller begynner ikke med et felt. Hent den tilbake fra historikken,"
                " eller se eksempelet øverst i filen",
                "tom-fil",
            )
        )


def _add_record(
    contents: Contents, document: Document, samling: Samling, key: str, path: Path, value: object
) -> None:
    problems = list(_forgotten(document, samling.model, value, path))
    try:
        record = samling.model.model_validate(value)
        record.stands_at(document.places, path)
        contents.records[key] = record
    except ValidationError as error:
        problems += explain(error, samling.model, document, path)
    blamed = {problem.place for problem in problems}
    for spot, collection, id in references(samling.model, value, path):
        if (place := document.places[spot]) not in blamed:
            listed = document.places[spot[:-1]] if isinstance(spot[-1], int) else None
            contents.references.append(Reference(place, collection, id, listed))
    contents.problems.extend(problems)


def _forgotten(
    document: Document, model: type[Record], value: object, path: Path
) -> Iterator[Problem]:
    """Empty means absent, but not for an entry of a table, nor for a field that there is none
    of.
    """
    for kind, spot, _ in raw_records(model, value, path) if document.empty else ():
        fields = fields_of(kind)
        for name in document.empty.get(spot, ()):
            if name not in fields:
                yield Problem(
                    document.places[(*spot, name)], unknown_field(name, kind), "ukjent-felt"
                )
        for name in (name for name, info in fields.items() if is_table(info)):
            yield from _empty_entries(document, (*spot, name))


def _empty_entries(document: Document, table: Path) -> Iterator[Problem]:
    for id in document.empty.get(table, ()):
        yield Problem(
            document.places[(*table, id)],
            f"«{id}» er tom. Fyll ut feltene under, eller slett linjen",
            "tom-post",
        )


def _good_stem(contents: Contents, document: Document, samling: Samling, stem: str) -> bool:
    """A file's name is the id of what it holds.

    Where that says its id too, a rule holds the two together.
    """
    if samling.shape == "record" or "id" in samling.model.model_fields:
        return True
    if not stem.isprintable():
        return False  # said already of the file, and no message can quote it
    try:
        samling.keys.validate_python(stem)
    except ValidationError as error:
        contents.problems.append(
            Problem(Place(document.file), f"filnavnet er en id, og {key_message(error)}", "id-form")
        )
        return False
    return True


def _good_key(contents: Contents, document: Document, samling: Samling, key: str) -> bool:
    try:
        samling.keys.validate_python(key)
    except ValidationError as error:
        contents.problems.append(Problem(document.places[(key,)], key_message(error), "id-form"))
        contents.whole = False  # nobody knows what others call it
        return False
    return True
