"""The one walker over the types of the models: which fields a record has, what lies within them,
and what plain values tell whether or not they make a good record.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args, get_origin

from pydantic import WithJsonSchema
from pydantic.fields import FieldInfo

from macros.model.base import Path, Record, record_in
from macros.model.types import Ref


def references(model: type[Record], value: object, path: Path) -> Iterator[tuple[Path, str, str]]:
    """Where, in which collection, and which id.

    What is of a wrong kind is passed over: the model complains of it.
    """
    for kind, spot, fields in raw_records(model, value, path):
        for name, collection in _pointers(kind):
            yield from (
                (at, collection, id)
                for at, id in _items(fields.get(name), (*spot, name))
                if isinstance(id, str)
            )


def raw_records(
    model: type[Record], value: object, path: Path
) -> Iterator[tuple[type[Record], Path, dict[str, Any]]]:
    """The plain record at `path` and every one within it, each with the class that will judge
    it.
    """
    if isinstance(value, dict):
        yield model, path, value
        for name, inner, table in _holders(model):
            for spot, item in _items(value.get(name), (*path, name), table):
                yield from raw_records(inner, item, spot)


@cache
def _pointers(model: type[Record]) -> tuple[tuple[str, str], ...]:
    """The fields that hold ids, each with the collection that the ids are from."""
    return tuple(
        (name, ref.collection) for name, info in fields_of(model).items() if (ref := ref_of(info))
    )


@cache
def _holders(model: type[Record]) -> tuple[tuple[str, type[Record], bool], ...]:
    """The fields that hold records: of which class, and whether as a table of them."""
    return tuple(
        (name, inner, is_table(info))
        for name, info in fields_of(model).items()
        if (inner := record_in(info.annotation))
    )


@cache
def fields_of(model: type[Record]) -> Mapping[str, FieldInfo]:
    """A model's fields by the names that an editor writes."""
    return {info.alias or name: info for name, info in model.model_fields.items()}


def every_field(models: Iterable[type[Record]]) -> frozenset[str]:
    """The names of all fields of some models and of the records within them."""
    return frozenset(name for model in every_model(models) for name in fields_of(model))


def every_model(models: Iterable[type[Record]]) -> list[type[Record]]:
    """Some models and those of the records within them, each once."""
    found, waiting = set(), list(models)
    while waiting:
        if (model := waiting.pop()) not in found:
            found.add(model)
            waiting += [
                inner for info in fields_of(model).values() if (inner := record_in(info.annotation))
            ]
    return sorted(found, key=lambda model: model.__name__)


def model_at(model: type[Record], path: Path) -> type[Record]:
    """The record class at `path` below a model."""
    for step in path:
        if info := fields_of(model).get(str(step)):
            model = record_in(info.annotation) or model
    return model


def ref_of(info: FieldInfo) -> Ref | None:
    """The mark of a field that holds ids, or a list of them."""
    return next((mark for mark in _marks(info) if isinstance(mark, Ref)), None)


def is_table(info: FieldInfo) -> bool:
    """Whether the field is a mapping of id → record."""
    return get_origin(info.annotation) is dict and record_in(info.annotation) is not None


def _items(part: object, path: Path, table: bool = False) -> Iterator[tuple[Path, object]]:
    if isinstance(part, list):
        yield from (((*path, index), item) for index, item in enumerate(part))
    elif table and isinstance(part, dict):
        yield from (((*path, key), item) for key, item in part.items())
    else:
        yield path, part


@dataclass(frozen=True)
class Kind:
    """What the model says of one value in a file, from the annotation of its field."""

    annotation: Any = None

    def step(self, step: str | int) -> "Kind":
        """Of the field or item below it; of nothing known where the model has no such thing."""
        for part in _alternatives(self.annotation):
            if isinstance(part, type) and issubclass(part, Record):
                info = fields_of(part).get(step)
                return Kind(info.annotation) if info else UNKNOWN_KIND
            if get_origin(part) is dict and isinstance(step, str):
                return Kind(get_args(part)[1])
            if get_origin(part) is tuple and isinstance(step, int):
                return Kind(get_args(part)[0])
        return UNKNOWN_KIND

    @property
    def record(self) -> type[Record] | None:
        """The class of the record that it is itself; none for a table or a list of them."""
        parts = _alternatives(self.annotation)
        return next(
            (part for part in parts if isinstance(part, type) and issubclass(part, Record)), None
        )

    @property
    def is_number(self) -> bool:
        """Whether it is a count or a yes or no, which stand without quotes; all other values are
        text.
        """
        return any(part in (int, bool) for part in _alternatives(self.annotation))


# Of what no model speaks about.
UNKNOWN_KIND = Kind()


def _alternatives(annotation: Any) -> Iterator[Any]:
    """The annotation, or those of a union, without what `Annotated` adds."""
    origin = get_origin(annotation)
    if origin in (None, tuple, dict):
        yield annotation
    elif hasattr(annotation, "__metadata__"):
        yield from _alternatives(annotation.__origin__)
    else:
        for part in get_args(annotation):
            yield from _alternatives(part)


def patterns_of(info: FieldInfo) -> list[str]:
    """What JSON Schema asks of the text of a field, or of each text in it."""
    schemas = [mark.json_schema for mark in _marks(info) if isinstance(mark, WithJsonSchema)]
    return [schema["pattern"] for schema in schemas if "pattern" in schema]


def _marks(info: FieldInfo) -> Iterator[object]:
    yield from info.metadata
    yield from _marks_in(info.annotation)


def _marks_in(annotation: Any) -> Iterator[object]:
    yield from getattr(annotation, "__metadata__", ())
    for part in (getattr(annotation, "__origin__", None), *get_args(annotation)):
        if part is not annotation:
            yield from _marks_in(part)
