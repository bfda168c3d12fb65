"""Fields and values as words."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from macros.model.base import Record
from macros.model.data import Data
from macros.model.dates import Moment, listing, say_day
from macros.model.fakta import Bekreftet, Gjelder
from macros.model.nar import Nar
from macros.model.types import Ref

# Keys that are no words of their own.
FIELD_WORDS: Mapping[str, str] = {
    "epost": "e-postadresse",
    "telefon": "telefonnummer",
    "skrivemater": "skrivemåter",
    "stillinger": "stillinger",
    "malgruppe": "målgruppe",
    "nar": "tid",
    "ppt": "PPT",
    "om": "omtale",
    "ansvarlig": "ansvarlig institusjon",
    "offentlige": "offentlige skoler",
    "private": "private skoler",
    "avlyst_grunn": "grunnen til avlysningen",
    "flyttet_fra": "flyttet fra",
    "kortnavn": "kort navn",
    "avlost_av": "avløst av",
    "sporsmal": "spørsmål",
    "lokal_frist": "lokal frist",
    "ved_behov": "ved behov",
    "sidenavn": "navn på egen side",
    "orgnr": "organisasjonsnummer",
    "tilgjengelighetserklaering": "tilgjengelighetserklæring",
    "redaktor": "redaktør",
    "andre_kilder": "andre kilder",
    "samarbeider_med": "samarbeider med",
    "navn_i_kilden": "navn i kilden",
    "undertittel": "undertittel",
    "monster": "mønster",
    "aktorer": "aktører",
    "maned": "måned",
    "maneder": "måneder",
    "mal": "mål",
    "utgatt": "utgått",
}
NAME_FIELDS = (
    "term",
    "kort",
    "kortnavn",
    "navn",
    "tittel",
    "tekst",
    "sporsmal",
    "hvem",
    "innledning",
)
LONGEST_VALUE = 90


def field_word(name: str) -> str:
    """What an editor calls the field."""
    return FIELD_WORDS.get(name.rstrip("_"), name.rstrip("_").replace("_", " "))


def name_of(record: Record, id: str = "") -> str:
    """What a record is called: by its first point, where it is a list without a name."""
    points = tuple(point for point in getattr(record, "punkter", ()) if isinstance(point, str))
    return next(
        (text for field in NAME_FIELDS if isinstance(text := getattr(record, field, None), str)),
        id or next(iter(points), ""),
    )


def value_word(value: Any, data: Data, ref: Ref | None = None) -> str:
    """A value in words: names for ids, days as they are said, long texts cut."""
    if isinstance(value, tuple):
        return listing(value_word(item, data, ref) for item in value) or "ingen"
    if isinstance(value, bool):
        return "ja" if value else "nei"
    if isinstance(value, Moment | Gjelder | Nar):
        return value.tekst
    if isinstance(value, Bekreftet):
        return f"{say_day(value.dato)} av {value.av}"
    if isinstance(value, date):
        return say_day(value)
    if isinstance(value, Record):
        return _shortened(name_of(value))
    if ref and isinstance(found := getattr(data, ref.collection, None), Mapping) and value in found:
        return name_of(found[value], value)
    return _shortened(str(value))


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_VALUE else f"{text[: LONGEST_VALUE - 1].rstrip()}…"
