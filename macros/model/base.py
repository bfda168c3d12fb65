"""The ground every record stands on: frozen, strict about its keys, and aware of the line that it
was read from.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel, ConfigDict, PrivateAttr

from macros.problems import Place

Path = tuple[str | int, ...]


class Record(BaseModel):
    """A mapping in a data file. Unknown keys are refused; nothing changes after reading."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    _places: Mapping[Path, Place] = PrivateAttr(default_factory=dict)
    _path: Path = PrivateAttr(default=())

    def stands_at(self, places: Mapping[Path, Place], path: Path) -> None:
        """Remember where in its file this record, and every record within it, was read."""
        self._places, self._path = places, path
        for name in self.model_fields_set:
            _pass_on(getattr(self, name), places, (*path, name))

    def place(self, *path: str | int) -> Place:
        """Where the value at `path` stands in its file, or the nearest thing around it.

        `record.place()` is the record itself, `record.place("kommuner", 2)` the third entry of a
        list.
        """
        spot = (*self._path, *path)
        while spot and spot not in self._places:
            spot = spot[:-1]
        return self._places.get(spot, Place("data"))

    @property
    def spot(self) -> Path:
        return self._path

    def walk(self) -> Iterator["Record"]:
        """This record and every record within it, in the order of the fields."""
        yield self
        for name in _holding_records(type(self)):
            yield from _records_in(getattr(self, name))


def record_in(annotation: Any) -> type[Record] | None:
    """The record class somewhere inside an annotation like tuple[Merknad, ...] or Gjelder |
    None.
    """
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((found for part in get_args(annotation) if (found := record_in(part))), None)


@cache
def _holding_records(model: type[Record]) -> tuple[str, ...]:
    """The fields that may hold records."""
    return tuple(name for name, info in model.model_fields.items() if record_in(info.annotation))


def repeated(records: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
    """Each record whose id another one before it has, and the first that has it."""
    first: dict[str, Any] = {}
    for record in records:
        if first.setdefault(record.id, record) is not record:
            yield record, first[record.id]


def _records_in(value: object) -> Iterator[Record]:
    if isinstance(value, Record):
        yield from value.walk()
    elif isinstance(value, tuple | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _records_in(item)


def _pass_on(value: object, places: Mapping[Path, Place], path: Path) -> None:
    if isinstance(value, Record):
        value.stands_at(places, path)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            _pass_on(item, places, (*path, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            _pass_on(item, places, (*path, key))
