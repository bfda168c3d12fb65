"""The columns of the tables: what a spreadsheet has room for, each with its date in the cell or
beside it.
"""

from collections.abc import Iterable

from macros.exports.fields import Field, Row, fields_of, id_field, pick
from macros.model.base import Record
from macros.model.data import Data
from macros.model.fakta import Merknad
from macros.model.kontakter import Kontakt
from macros.model.nettverk import Nettverk


def joined(words: Iterable[object]) -> str:
    """A list in one cell."""
    return "; ".join(str(word) for word in words)


def _kommuner(data: Data, row: Row) -> str:
    return joined(data.kommuner[nr].alle_navn for nr in row.record.kommuner)


def _representative(data: Data, row: Row) -> str | None:
    seat = row.record.representant
    return data.kontakter[seat.person].navn if seat else None


def _partners(data: Data, row: Row) -> str:
    return joined(
        f"{data.kontakter[p.person].navn} ({data.institusjoner[p.institusjon].kortnavn},"
        f" {p.tidfesting})"
        for p in row.record.utviklingspartnere
    )


def _institution(data: Data, row: Row) -> str | None:
    return data.institusjoner[row.record.institusjon].navn if row.record.institusjon else None


def _roles(data: Data, row: Row) -> str:
    return joined(verv.tekst for verv in data.verv.get(row.id, ()))


def cautions(_: Data, row: Row) -> str:
    """Every caution within the record: a table has no room beside each fact."""
    return " ".join(record.tekst for record in row.record.walk() if isinstance(record, Merknad))


def sources_of(data: Data, records: Iterable[Record]) -> str:
    """The sources of all the records, once each."""
    return joined(
        dict.fromkeys(
            data.kilder[id].kort for record in records for id in getattr(record, "kilde", ())
        )
    )


def _sources_of_person(data: Data, row: Row) -> str:
    return sources_of(
        data, [*row.record.walk(), *(verv.faktum for verv in data.verv.get(row.id, ()))]
    )


CONFIRMED = Field(
    "bekreftet",
    "Dagen opplysningene sist ble bekreftet. Tom når ingen har bekreftet dem",
    lambda _, row: row.record.bekreftet and row.record.bekreftet.dato,
)
NETTVERK_CSV = (
    *pick(fields_of(Nettverk), "id", "navn", "kortnavn", "slag"),
    Field("kommuner", "Kommunene som er med, med alle offisielle navn", _kommuner),
    Field(
        "kommunenummer",
        "Kommunenumrene, i samme rekkefølge",
        lambda _, row: joined(row.record.kommuner),
    ),
    Field(
        "friskoler",
        "Friskolene kilden navngir",
        lambda _, row: joined(skole.navn for skole in row.record.friskoler),
    ),
    Field("representant", "Representanten i samarbeidsforum", _representative),
    Field(
        "representant_tid",
        "Tiden representanten er kjent fra",
        lambda _, row: row.record.representant and row.record.representant.tidfesting,
    ),
    Field(
        "offentlige_skoler", "Antall offentlige skoler", lambda _, row: row.record.skoler.offentlige
    ),
    Field(
        "private_skoler",
        "Antall private skoler, slik kilden teller dem",
        lambda _, row: row.record.skoler.private,
    ),
    Field(
        "ppt",
        "Tallet under «PPT» i kilden, som ikke oppgir noen enhet",
        lambda _, row: row.record.ppt and row.record.ppt.antall,
    ),
    Field("utviklingspartnere", "UP1, hver med institusjon og tid", _partners),
    *pick(fields_of(Nettverk), "plan", "nettsted"),
    CONFIRMED,
    Field(
        "kilder",
        "Kildene til alt som står om nettverket",
        lambda data, row: sources_of(data, row.record.walk()),
    ),
    Field("merknader", "Det leseren må vite om opplysningene", cautions),
)
KONTAKT_CSV = (
    id_field("id", "Id-en til personen. Slutten av adressen på siden: /kontakt/#id"),
    *pick(fields_of(Kontakt), "navn"),
    Field(
        "skrivemater", "Andre skrivemåter i kildene", lambda _, row: joined(row.record.skrivemater)
    ),
    Field("institusjon", "Institusjonen. Tom når kildene ikke oppgir den", _institution),
    Field(
        "stillinger",
        "Stillinger og verv, hver med tid",
        lambda _, row: joined(
            f"{post.tekst} ({post.tidfesting})" for post in row.record.stillinger
        ),
    ),
    Field("roller", "Det personen er eller var i nettverkene, hver med tid", _roles),
    *pick(fields_of(Kontakt), "epost", "telefon"),
    Field(
        "tid", "Tiden navn, e-post og telefon er kjent fra", lambda _, row: row.record.tidfesting
    ),
    CONFIRMED,
    Field("kilder", "Kildene til alt som står om personen", _sources_of_person),
    Field("merknader", "Det leseren må vite om opplysningene", cautions),
)
