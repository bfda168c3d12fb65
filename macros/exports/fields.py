"""What a data file holds, field by field.

The files and the page that describes them are made from the same definitions.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from pydantic import WithJsonSchema

from macros.model.base import Record, record_in
from macros.model.data import Data
from macros.model.fakta import Faktum
from macros.model.nettverk import Nettverk
from macros.model.plain_text import spelled_out
from macros.model.samlinger import SAMLING
from macros.model.types import Ref

# Where the model's own description tells an editor how to write, and not a reader what it is.
ABOUT = {
    "kommuner": "Kommunenumrene til eierne",
    "utviklingspartnere": "UP1, nåværende og tidligere",
    "institusjon": "Id-en til institusjonen. Tom når kildene ikke oppgir den",
    "kommune": "Nummeret til kommunen skolen ligger i",
    "savnet": "Dagen skolen ikke lenger sto i registeret. Tom når den står der",
    "faser": "Fasene kilden skriver oppgavene under. Tom når kilden ikke har faser",
    "bekreftet": (
        "Når opplysningene sist ble bekreftet, og av hvem. Tom når ingen har bekreftet dem"
    ),
}


@dataclass(frozen=True)
class ExportRow:
    """What one entry of a file is made from: a record with its id, and the record that it lies
    within, if any.
    """

    id: str
    record: Any
    within: Any = None


@dataclass(frozen=True)
class ExportField:
    """A key or column: its name, what it holds in an outsider's words, and how to read it.

    `parts` are the fields within.
    """

    key: str
    about: str
    read: Callable[[Data, ExportRow], object]
    parts: tuple["ExportField", ...] = ()


@cache
def export_fields(model: type[Record]) -> tuple[ExportField, ...]:
    """A record's fields as in its data file, with names beside the ids; source, date and cautions
    come last.
    """
    found = []
    for name, info in sorted(
        model.model_fields.items(), key=lambda item: item[0] in Faktum.model_fields
    ):
        key, within = info.alias or name, record_in(info.annotation)
        read = _record_at(name) if within else _value_at(name, key)
        found.append(
            ExportField(
                key, _about_field(model, name, key), read, export_fields(within) if within else ()
            )
        )
        found += [_names_beside(name, key, mark) for mark in info.metadata if isinstance(mark, Ref)]
    return tuple(found)


def id_field(key: str, about: str) -> ExportField:
    """The id that a record has in its collection, which the record itself does not hold."""
    return ExportField(key, about, lambda _, row: row.id)


def network_fields(
    about: str, network: Callable[[Data, ExportRow], Nettverk | None]
) -> tuple[ExportField, ExportField]:
    """The id and the name of the network that an entry belongs to."""
    return (
        ExportField("nettverk", about, lambda data, row: (one := network(data, row)) and one.id),
        ExportField(
            "nettverk_navn",
            "Navnet bak id-en i «nettverk»",
            lambda data, row: (one := network(data, row)) and one.kortnavn,
        ),
    )


def of_reachable(field: ExportField) -> ExportField:
    """The field of a person, empty for those who are history only."""
    return replace(
        field, read=lambda data, row: field.read(data, row) if data.har_kort(row.id) else None
    )


def pick(fields: tuple[ExportField, ...], *keys: str) -> tuple[ExportField, ...]:
    return tuple(next(field for field in fields if field.key == key) for key in keys)


def json_entry(data: Data, fields: tuple[ExportField, ...], row: ExportRow) -> dict[str, object]:
    """An entry as JSON knows values: every key is there, and what is not known is null or an empty
    list.
    """
    return {field.key: _as_json(data, field.read(data, row)) for field in fields}


def _as_json(data: Data, value: object) -> object:
    if isinstance(value, Record):
        return json_entry(data, export_fields(type(value)), ExportRow("", value))
    if isinstance(value, str):
        return spelled_out(value)
    return [_as_json(data, item) for item in value] if isinstance(value, tuple | list) else value


def _record_at(name: str) -> Callable[[Data, ExportRow], object]:
    return lambda _, row: getattr(row.record, name)


def _value_at(name: str, key: str) -> Callable[[Data, ExportRow], object]:
    """As the data file has it: the model knows how its dates and hours are written."""
    return lambda _, row: row.record.model_dump(mode="json", by_alias=True, include={name})[key]


def _names_beside(name: str, key: str, ref: Ref) -> ExportField:
    def read(data: Data, row: ExportRow) -> object:
        value, known = getattr(row.record, name), getattr(data, ref.collection)
        ids = value if isinstance(value, tuple) else (value,) if value else ()
        names = tuple(getattr(known[id], SAMLING[ref.collection].name_field) for id in ids)
        return names if isinstance(value, tuple) else next(iter(names), None)

    return ExportField(f"{key}_navn", f"Navnet bak id-en i «{key}»", read)


def _about_field(model: type[Record], name: str, key: str) -> str:
    """In our words, the model's or its type's."""
    info = model.model_fields[name]
    kinds = (
        mark.json_schema.get("description")
        for mark in info.metadata
        if isinstance(mark, WithJsonSchema)
    )
    return ABOUT.get(key) or info.description or next(kinds)
