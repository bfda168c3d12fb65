"""The open data: which files there are, what an entry of each is, and its fields in their order."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from macros.exports.columns import KONTAKT_CSV, NETTVERK_CSV, SKOLE_CSV, network_of
from macros.exports.fields import (
    ExportField,
    ExportRow,
    export_fields,
    id_field,
    json_entry,
    network_fields,
    of_reachable,
)
from macros.exports.hendelser import EVENT_CSV, EVENT_FIELDS, event_rows
from macros.model.begreper import Begrep
from macros.model.data import Data
from macros.model.fakta import Faktum
from macros.model.kontakter import Kontakt
from macros.model.nettverk import Kommune, Nettverk
from macros.model.roller import Aktor
from macros.model.skoler import Skole, Skoleregister


@dataclass(frozen=True)
class Dataset:
    """One file: its address below the site, what it is about, its entries and the fields of
    each.
    """

    address: str
    about: str
    rows: Callable[[Data], Iterable[ExportRow]]
    fields: tuple[ExportField, ...]


def _rows_of(collection: str) -> Callable[[Data], Iterator[ExportRow]]:
    return lambda data: (ExportRow(id, record) for id, record in getattr(data, collection).items())


def _schools_listed(data: Data) -> Iterator[ExportRow]:
    schools = data.skoleregister.skoler if data.skoleregister else {}
    return (ExportRow(orgnr, skole) for orgnr, skole in schools.items())


def _of_stand(field: ExportField) -> Callable[[Data, ExportRow], object]:
    """A field of the source and time that stand behind a school: its own, or the list's."""
    return lambda data, row: field.read(data, ExportRow("", data.skoleregister.stand(row.record)))


def _actors(data: Data) -> Iterator[ExportRow]:
    """The actors of each role file, told apart by «fylke»."""
    return (
        ExportRow(id, actor, stem)
        for stem, file in data.roller.items()
        for id, actor in file.aktorer.items()
    )


def _of_fact(field: ExportField) -> ExportField:
    return ExportField(
        field.key,
        field.about,
        lambda data, row: field.read(data, ExportRow("", row.record.faktum)),
        field.parts,
    )


def _verv_of_person(data: Data, row: ExportRow) -> list[dict[str, object]]:
    return [json_entry(data, VERV, ExportRow("", verv)) for verv in data.verv.get(row.id, ())]


VERV = (
    ExportField("rolle", "UP1 eller representant", lambda _, row: row.record.rolle),
    *network_fields("Id-en til nettverket", lambda _, row: row.record.nettverk),
    *map(_of_fact, export_fields(Faktum)),
)
FACT_KEYS = {field.key for field in export_fields(Faktum)}
# A network's own meetings belong with the other events.
NETTVERK = tuple(field for field in export_fields(Nettverk) if field.key != "hendelser")
KOMMUNE = (
    id_field("nr", "Kommunenummeret"),
    *export_fields(Kommune),
    *network_fields(
        "Id-en til det regionale nettverket",
        lambda data, row: data.nettverk_etter_kommune[row.id],
    ),
)
KONTAKT = (
    id_field("id", "Id-en til personen. Slutten av adressen på siden: /kontakt/#id"),
    *(
        of_reachable(field) if field.key in ("epost", "telefon") else field
        for field in export_fields(Kontakt)
    ),
    ExportField("roller", "Det personen er eller var i nettverkene", _verv_of_person, VERV),
)
SKOLE = (
    id_field("orgnr", "Organisasjonsnummeret i skoleregisteret"),
    *(field for field in export_fields(Skole) if field.key not in ("per", "kilde", "kilde_navn")),
    # Who is UP1 for a school follows from its network.
    *network_fields(
        "Id-en til nettverket skolen er i, gjennom eieren sin eller som navngitt friskole. Tom når"
        " ingen kilde navngir den",
        network_of,
    ),
    *(
        ExportField(field.key, field.about, _of_stand(field), field.parts)
        for field in export_fields(Skoleregister)
        if field.key in FACT_KEYS
    ),
)
# What matters most is merged from the tasks, which have their times.
AKTOR = (
    ExportField(
        "fylke",
        "Fylket eller området rollen gjelder for. To fylker blandes ikke",
        lambda _, row: row.within,
    ),
    id_field("id", "Id-en til aktøren, entydig innenfor fylket"),
    *(field for field in export_fields(Aktor) if field.key not in ("kort", "hoved")),
)
BEGREP = (
    id_field("id", "Id-en til begrepet. Slutten av adressen på siden: /begreper/#id"),
    *export_fields(Begrep),
)

DATASETS = (
    Dataset(
        "data/nettverk.json",
        "Kompetansenettverkene: eiere, skoler, representant og utviklingspartnere (UP1)",
        _rows_of("nettverk"),
        NETTVERK,
    ),
    Dataset(
        "data/nettverk.csv",
        "Kompetansenettverkene som tabell, ett nettverk på hver rad",
        _rows_of("nettverk"),
        NETTVERK_CSV,
    ),
    Dataset(
        "data/kommuner.json",
        "Kommunene: navn, tidligere kommuner og nettverket hver av dem er med i",
        _rows_of("kommuner"),
        KOMMUNE,
    ),
    Dataset(
        "data/skoler.json",
        "Skolene etter skoleregisteret, med kommunen og nettverket hver av dem er i",
        _schools_listed,
        SKOLE,
    ),
    Dataset(
        "data/skoler.csv", "Skolene som tabell, én skole på hver rad", _schools_listed, SKOLE_CSV
    ),
    Dataset(
        "data/kontakter.json",
        "Personene med en offentlig rolle i samarbeidet",
        _rows_of("kontakter"),
        KONTAKT,
    ),
    Dataset(
        "data/kontakter.csv",
        "Personene som tabell, én person på hver rad",
        _rows_of("kontakter"),
        KONTAKT_CSV,
    ),
    Dataset(
        "data/arshjul.json",
        "Frister, møter og andre hendelser: de felles i årshjulene, og nettverkenes egne",
        event_rows,
        EVENT_FIELDS,
    ),
    Dataset(
        "data/arshjul.csv", "Hendelsene som tabell, én hendelse på hver rad", event_rows, EVENT_CSV
    ),
    Dataset(
        "data/roller.json",
        "Hvem som gjør hva: aktørene og oppgavene deres i fylket og, for seg, i andre fylker",
        _actors,
        AKTOR,
    ),
    Dataset(
        "data/begreper.json",
        "Begrepene, hvert med forklaring, kilde og tid",
        _rows_of("begreper"),
        BEGREP,
    ),
)


def ended_schemes(data: Data, today: date) -> list[str]:
    """The schemes that most facts are from and that have ended, each with its years."""
    return [
        f"{scheme.kortnavn}, {scheme.tidfesting}"
        for scheme in data.ordninger.values()
        if scheme.status(today) == "avsluttet"
    ]
