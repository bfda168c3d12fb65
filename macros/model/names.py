"""What editors and pages call a field and a record."""

from collections.abc import Mapping

from macros.model.base import Record

# Keys that are no words of their own.
FIELD_WORDS: Mapping[str, str] = {
    "epost": "e-postadresse",
    "telefon": "telefonnummer",
    "skrivemater": "skrivemåter",
    "malgruppe": "målgruppe",
    "nar": "tid",
    "nb": "på bokmål",
    "nn": "på nynorsk",
    "se": "se også",
    "ppt": "PPT",
    "om": "omtale",
    "ansvarlig": "ansvarlig institusjon",
    "offentlige": "offentlige skoler",
    "private": "private skoler",
    "avlyst_grunn": "grunnen til avlysningen",
    "kortnavn": "kort navn",
    "avlost_av": "avløst av",
    "sporsmal": "spørsmål",
    "sidenavn": "navn på egen side",
    "orgnr": "organisasjonsnummer",
    "tilgjengelighetserklaering": "tilgjengelighetserklæring",
    "redaktor": "redaktør",
    "monster": "mønster",
    "aktorer": "aktører",
    "maned": "måned",
    "maneder": "måneder",
    "malsettinger": "målsettinger",
    "utgatt": "utgått",
    "opphort": "opphørt",
    "sok": "søk",
    "hoyde": "høyde",
    "larerutdanninger": "lærerutdanninger",
}
NAME_FIELDS = (
    "nb",
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


def field_word(name: str) -> str:
    """What an editor calls the field."""
    return FIELD_WORDS.get(name.rstrip("_"), name.rstrip("_").replace("_", " "))


def name_of(record: Record, id: str = "") -> str:
    """What a record is called, in bokmål: by its first point, where it is a list without a name."""
    points = (point for point in getattr(record, "punkter", ()) if isinstance(point, str))
    named = (getattr(record, field, None) for field in NAME_FIELDS)
    said = (name_of(text) if isinstance(text, Record) else text for text in named)
    return next((text for text in said if text and isinstance(text, str)), id or next(points, ""))
