"""The open data: which files there are, what an entry of each is, and its fields in their order."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from macros.exports.columns import KONTAKT_CSV, NETTVERK_CSV
from macros.exports.fields import Field, Row, fields_of, id_field, written
from macros.exports.hendelser import EVENT, EVENT_CSV, event_rows
from macros.model.begreper import Begrep
from macros.model.data import Data
from macros.model.fakta import Faktum
from macros.model.kontakter import Kontakt
from macros.model.nettverk import Kommune, Nettverk
from macros.model.roller import Aktor


@dataclass(frozen=True)
class Dataset:
    """One file: its address below the site, what it is about, its entries and the fields of
    each.
    """

    address: str
    about: str
    rows: Callable[[Data], Iterable[Row]]
    fields: tuple[Field, ...]


def _rows(collection: str) -> Callable[[Data], Iterator[Row]]:
    return lambda data: (Row(id, record) for id, record in getattr(data, collection).items())


def _actors(data: Data) -> Iterator[Row]:
    """Each county's actors; Trøndelag and Nordland are told apart by «fylke»."""
    return (
        Row(id, actor, file) for file in data.roller.values() for id, actor in file.aktorer.items()
    )


def _of_fact(field: Field) -> Field:
    return Field(
        field.key,
        field.about,
        lambda data, row: field.read(data, Row("", row.record.faktum)),
        field.parts,
    )


def _parts(data: Data, row: Row) -> list[dict[str, object]]:
    return [written(data, VERV, Row("", verv)) for verv in data.verv.get(row.id, ())]


VERV = (
    Field("rolle", "UP1 eller representant", lambda _, row: row.record.rolle),
    Field("nettverk", "Id-en til nettverket", lambda _, row: row.record.nettverk.id),
    Field(
        "nettverk_navn",
        "Navnet bak id-en i «nettverk»",
        lambda _, row: row.record.nettverk.kortnavn,
    ),
    *map(_of_fact, fields_of(Faktum)),
)
# A network's own meetings belong with the other events.
NETTVERK = tuple(field for field in fields_of(Nettverk) if field.key != "hendelser")
KOMMUNE = (
    id_field("nr", "Kommunenummeret"),
    *fields_of(Kommune),
    Field(
        "nettverk",
        "Id-en til det regionale nettverket",
        lambda data, row: data.nettverk_etter_kommune[row.id].id,
    ),
    Field(
        "nettverk_navn",
        "Navnet bak id-en i «nettverk»",
        lambda data, row: data.nettverk_etter_kommune[row.id].kortnavn,
    ),
)
KONTAKT = (
    id_field("id", "Id-en til personen. Slutten av adressen på siden: /kontakt/#id"),
    *fields_of(Kontakt),
    Field("roller", "Det personen er eller var i nettverkene", _parts, VERV),
)
AKTOR = (
    Field(
        "fylke",
        "Fylket rollen gjelder: trondelag eller nordland. De to blandes ikke",
        lambda _, row: row.within.fylke,
    ),
    id_field("id", "Id-en til aktøren, entydig innenfor fylket"),
    *fields_of(Aktor),
)
BEGREP = (
    id_field("id", "Id-en til begrepet. Slutten av adressen på siden: /begreper/#id"),
    *fields_of(Begrep),
)

DATASETS = (
    Dataset(
        "data/nettverk.json",
        "Kompetansenettverkene i Trøndelag: eiere, skoler, representant og utviklingspartnere"
        " (UP1)",
        _rows("nettverk"),
        NETTVERK,
    ),
    Dataset(
        "data/nettverk.csv",
        "Kompetansenettverkene som tabell, ett nettverk på hver rad",
        _rows("nettverk"),
        NETTVERK_CSV,
    ),
    Dataset(
        "data/kommuner.json",
        "Kommunene i Trøndelag: navn, tidligere kommuner og nettverket hver av dem er med i",
        _rows("kommuner"),
        KOMMUNE,
    ),
    Dataset(
        "data/kontakter.json",
        "Personene med en offentlig rolle i samarbeidet",
        _rows("kontakter"),
        KONTAKT,
    ),
    Dataset(
        "data/kontakter.csv",
        "Personene som tabell, én person på hver rad",
        _rows("kontakter"),
        KONTAKT_CSV,
    ),
    Dataset(
        "data/arshjul.json",
        "Frister, møter og andre hendelser: de felles i årshjulene, og nettverkenes egne",
        event_rows,
        EVENT,
    ),
    Dataset(
        "data/arshjul.csv", "Hendelsene som tabell, én hendelse på hver rad", event_rows, EVENT_CSV
    ),
    Dataset(
        "data/roller.json",
        "Hvem som gjør hva: aktørene og oppgavene deres i Trøndelag og, for seg, i Nordland",
        _actors,
        AKTOR,
    ),
    Dataset(
        "data/begreper.json",
        "Begrepene, hvert med forklaring, kilde og tid",
        _rows("begreper"),
        BEGREP,
    ),
)
