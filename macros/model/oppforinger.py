"""Where a record stands, in one text that a link and a proposal can hold:
«nettverk/nord-eksempel/utviklingspartnere/kari-eksempel».
"""

from collections.abc import Mapping
from dataclasses import dataclass

from macros.model.base import Path, Record
from macros.model.data import Data
from macros.model.fakta import Faktum
from macros.model.fields import fields_of
from macros.model.samlinger import SAMLING

# What tells the items of a list apart, where they have it.
NAMES = ("id", "person")


@dataclass(frozen=True)
class Oppforing:
    """A value of the data: the record around it, its file, and the way to it there."""

    collection: str
    key: str
    record: Record
    value: object
    file: str
    path: Path


def address_of(data: Data, record: Record) -> str:
    """Items of lists go by their id or their person where no other has it, else by number."""
    collection, key = data.homes[id(record)]
    here: object = data.top(collection, key)
    steps = [collection, key] if key else [collection]
    for step in record.spot[len(here.spot) :]:
        steps.append(_step_name(here, step) if isinstance(here, tuple) else str(step))
        here = _step_into(here, step)
    return "/".join(steps)


def find(data: Data, text: str) -> Oppforing | None:
    """The value at an address; None where nothing stands."""
    collection, *steps = text.split("/")
    found = {id: record for name, id, record in data.tops if name == collection}
    key = "" if "" in found else steps.pop(0) if steps else None
    if key not in found:
        return None
    record = here = found[key]
    path = record.spot
    for text in steps:
        step = _step(here, text)
        if step is None:
            return None
        here, path = _step_into(here, step), (*path, step)
        record = here if isinstance(here, Record) else record
    return Oppforing(collection, key, record, here, record.place().file, path)


def _step_name(items: tuple, index: int) -> str:
    name = _name(items[index])
    alone = name and sum(_name(item) == name for item in items) == 1
    return name if alone else str(index)


def _name(item: object) -> str | None:
    return next((name for field in NAMES if (name := getattr(item, field, None))), None)


def _step(value: object, text: str) -> str | int | None:
    """What `text` is inside of a value: a field's name, a key, or the place of an item."""
    if isinstance(value, Record):
        return text if text in fields_of(type(value)) else None
    if isinstance(value, Mapping):
        return text if text in value else None
    if not isinstance(value, tuple):
        return None
    if text.isdecimal():
        return int(text) if int(text) < len(value) else None
    places = [place for place, item in enumerate(value) if _name(item) == text]
    return places[0] if len(places) == 1 else None


def _step_into(value: object, step: str | int) -> object:
    if not isinstance(value, Record):
        return value[step]
    names = {info.alias or name: name for name, info in type(value).model_fields.items()}
    return getattr(value, names.get(step, step))


def new_entry(collection: str, id: str) -> str:
    """What a new record must have, to be filled in: the checks refuse it as long as anything is
    «…».
    """
    model = SAMLING[collection].model
    fields = fields_of(model)
    names = [name for name, info in fields.items() if info.is_required() and name != "kilde"]
    if issubclass(model, Faktum):
        names.append("per")
    if "kilde" in fields:
        names.append("kilde")
    return "\n".join([f"{id}:", *(f"  {name}: …" for name in names)])
