"""The columns of the tables: what a spreadsheet has room for, each with its date in the cell or
beside it.
"""

from collections.abc import Iterable

from macros.exports.fields import (
    ExportField,
    ExportRow,
    export_fields,
    id_field,
    of_reachable,
    pick,
)
from macros.model.base import Record
from macros.model.data import Data
from macros.model.fakta import Merknad
from macros.model.kontakter import Kontakt
from macros.model.nettverk import Nettverk
from macros.model.skoler import Skole


def in_one_cell(words: Iterable[object]) -> str:
    return "; ".join(str(word) for word in words)


def listed_field(key: str, about: str, *field: str) -> ExportField:
    """A field that is a list, by its own name unless another is given."""
    name = (*field, key)[0]
    return ExportField(key, about, lambda _, row: in_one_cell(getattr(row.record, name)))


def _kommuner(data: Data, row: ExportRow) -> str:
    return in_one_cell(data.kommuner[nr].alle_navn for nr in row.record.kommuner)


def _representative(data: Data, row: ExportRow) -> str | None:
    seat = row.record.representant
    return data.kontakter[seat.person].navn if seat else None


def _partners(data: Data, row: ExportRow) -> str:
    return in_one_cell(
        f"{data.kontakter[p.person].navn} ({data.institusjoner[p.institusjon].kortnavn},"
        f" {p.tidfesting})"
        for p in row.record.utviklingspartnere
    )


def _institution_of(data: Data, row: ExportRow) -> str | None:
    return data.institusjoner[row.record.institusjon].navn if row.record.institusjon else None


def _roles_held(data: Data, row: ExportRow) -> str:
    return in_one_cell(verv.tekst for verv in data.verv.get(row.id, ()))


def cautions(_: Data, row: ExportRow) -> str:
    """Every caution within the record: a table has no room beside each fact."""
    return " ".join(record.tekst for record in row.record.walk() if isinstance(record, Merknad))


def sources_of(data: Data, records: Iterable[Record]) -> str:
    return in_one_cell(
        dict.fromkeys(
            data.kilder[id].kort for record in records for id in getattr(record, "kilde", ())
        )
    )


def _sources_of_person(data: Data, row: ExportRow) -> str:
    return sources_of(
        data, [*row.record.walk(), *(verv.faktum for verv in data.verv.get(row.id, ()))]
    )


def network_of(data: Data, row: ExportRow) -> Nettverk | None:
    """The network that a school is in: through its owner, or by name, as a private one."""
    if row.record.privat:
        return data.nettverk_som_navngir(row.id, row.record)
    return data.nettverk_for(row.record)


def _network_name(data: Data, row: ExportRow) -> str | None:
    network = network_of(data, row)
    return network.kortnavn if network else None


CONFIRMED = ExportField(
    "bekreftet",
    "Dagen opplysningene sist ble bekreftet. Tom når ingen har bekreftet dem",
    lambda _, row: row.record.bekreftet and row.record.bekreftet.dato,
)
NETTVERK_CSV = (
    *pick(export_fields(Nettverk), "id", "navn", "kortnavn", "slag"),
    ExportField("kommuner", "Kommunene som er med, med alle offisielle navn", _kommuner),
    listed_field("kommunenummer", "Kommunenumrene, i samme rekkefølge", "kommuner"),
    ExportField(
        "friskoler",
        "Friskolene kilden navngir",
        lambda _, row: in_one_cell(skole.navn for skole in row.record.friskoler),
    ),
    ExportField("representant", "Representanten i samarbeidsforum", _representative),
    ExportField(
        "representant_tid",
        "Tiden representanten er kjent fra",
        lambda _, row: row.record.representant and row.record.representant.tidfesting,
    ),
    ExportField(
        "offentlige_skoler", "Antall offentlige skoler", lambda _, row: row.record.skoler.offentlige
    ),
    ExportField(
        "private_skoler",
        "Antall private skoler, slik kilden teller dem",
        lambda _, row: row.record.skoler.private,
    ),
    ExportField(
        "ppt",
        "Tallet under «PPT» i kilden, som ikke oppgir noen enhet",
        lambda _, row: row.record.ppt and row.record.ppt.antall,
    ),
    ExportField("utviklingspartnere", "UP1, hver med institusjon og tid", _partners),
    *pick(export_fields(Nettverk), "plan", "nettsted"),
    CONFIRMED,
    ExportField(
        "kilder",
        "Kildene til alt som står om nettverket",
        lambda data, row: sources_of(data, row.record.walk()),
    ),
    ExportField("merknader", "Det leseren må vite om opplysningene", cautions),
)
KONTAKT_CSV = (
    id_field("id", "Id-en til personen. Slutten av adressen på siden: /kontakt/#id"),
    *pick(export_fields(Kontakt), "navn"),
    listed_field("skrivemater", "Andre skrivemåter i kildene"),
    ExportField("institusjon", "Institusjonen. Tom når kildene ikke oppgir den", _institution_of),
    ExportField(
        "stillinger",
        "Stillinger og verv, hver med tid",
        lambda _, row: in_one_cell(
            f"{post.tekst} ({post.tidfesting})" for post in row.record.stillinger
        ),
    ),
    ExportField("roller", "Det personen er eller var i nettverkene, hver med tid", _roles_held),
    *map(of_reachable, pick(export_fields(Kontakt), "epost", "telefon")),
    ExportField(
        "tid", "Tiden navn, e-post og telefon er kjent fra", lambda _, row: row.record.tidfesting
    ),
    CONFIRMED,
    ExportField("kilder", "Kildene til alt som står om personen", _sources_of_person),
    ExportField("merknader", "Det leseren må vite om opplysningene", cautions),
)
SKOLE_CSV = (
    id_field("orgnr", "Organisasjonsnummeret i skoleregisteret"),
    *pick(export_fields(Skole), "navn"),
    listed_field("andre_navn", "Andre navn på skolen"),
    ExportField("kommunenummer", "Nummeret til kommunen", lambda _, row: row.record.kommune),
    ExportField(
        "kommune",
        "Kommunen skolen ligger i",
        lambda data, row: data.kommuner[row.record.kommune].navn,
    ),
    listed_field("trinn", "grunnskole, videregaende eller begge"),
    ExportField("privat", "ja eller nei", lambda _, row: "ja" if row.record.privat else "nei"),
    ExportField(
        "nettverk",
        "Nettverket skolen er i gjennom eieren sin. Tom for private skoler",
        _network_name,
    ),
    ExportField(
        "tid",
        "Tiden opplysningen er fra",
        lambda data, row: data.skoleregister.stand(row.record).tidfesting,
    ),
    ExportField(
        "kilder",
        "Kilden til opplysningen",
        lambda data, row: sources_of(data, [data.skoleregister.stand(row.record)]),
    ),
    *pick(export_fields(Skole), "savnet"),
)
