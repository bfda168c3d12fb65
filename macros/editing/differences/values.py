"""Fields and values as words."""

from datetime import date
from typing import Any

from macros.model.base import Record
from macros.model.data import Data
from macros.model.dates import Moment, say_day
from macros.model.fakta import Bekreftet, Gjelder
from macros.model.fields import ref_of
from macros.model.listing import listing
from macros.model.names import field_word, name_of
from macros.model.nar import Nar
from macros.model.plain_text import cut
from macros.model.types import Ref

LONGEST_VALUE = 90


def value_word(value: Any, data: Data, ref: Ref | None = None) -> str:
    """A value in words: names for ids, days as they are said, long texts cut."""
    if isinstance(value, tuple):
        return listing(value_word(item, data, ref) for item in value)
    if isinstance(value, bool):
        return "ja" if value else "nei"
    if isinstance(value, Moment | Gjelder | Nar):
        return value.tekst
    if isinstance(value, Bekreftet):
        return f"{say_day(value.dato)} av {value.av}"
    if isinstance(value, date):
        return say_day(value)
    if isinstance(value, Record):
        return cut(name_of(value) or _said_fields(value, data), LONGEST_VALUE)
    if ref and value in (found := getattr(data, ref.collection)):
        return name_of(found[value], value)
    return cut(str(value), LONGEST_VALUE)


def _said_fields(record: Record, data: Data) -> str:
    """A record that has no name of its own, by what it says."""
    return listing(
        f"{field_word(name)} {value_word(value, data, ref_of(info))}"
        for name, info in type(record).model_fields.items()
        if (value := getattr(record, name)) not in (None, ())
    )
