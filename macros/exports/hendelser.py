"""The open data about events: the cycles' and the networks' own, one entry each, with the list that
each stands in.
"""

from collections.abc import Iterator

from macros.exports.columns import cautions, in_one_cell, listed_field, sources_of
from macros.exports.fields import (
    ExportField,
    ExportRow,
    export_fields,
    json_entry,
    network_fields,
    pick,
)
from macros.model.arshjul import Hendelse, Syklus
from macros.model.data import Data
from macros.model.nettverk import Nettverk
from macros.model.rader import rows


def event_rows(data: Data) -> Iterator[ExportRow]:
    """Every event by the day that marks it, those of drafts too: they say that they are."""
    return (ExportRow(rad.hendelse.id, rad.hendelse, rad) for rad in rows(data.hendelseslister))


def _cycle(_: Data, row: ExportRow) -> Syklus | None:
    return row.within.opphav if isinstance(row.within.opphav, Syklus) else None


def _network_of_row(_: Data, row: ExportRow) -> Nettverk | None:
    return row.within.opphav if isinstance(row.within.opphav, Nettverk) else None


def _is_draft(data: Data, row: ExportRow) -> bool:
    cycle = _cycle(data, row)
    return bool(cycle and cycle.er_utkast)


def _written_cycle(data: Data, row: ExportRow) -> dict[str, object] | None:
    cycle = _cycle(data, row)
    return json_entry(data, CYCLE_FIELDS, ExportRow("", cycle)) if cycle else None


def _yes(name: str, about: str) -> ExportField:
    return ExportField(name, about, lambda _, row: "ja" if getattr(row.record, name) else "")


OWN_FIELDS = export_fields(Hendelse)
CYCLE_FIELDS = tuple(field for field in export_fields(Syklus) if field.key != "hendelser")
NETWORK_FIELDS = network_fields(
    "Id-en til nettverket når hendelsen er nettverkets egen. Ellers tom", _network_of_row
)
TIME_FIELDS = (
    ExportField("tid", "Når det er, slik siden skriver det", lambda _, row: row.record.tid.tekst),
    ExportField(
        "presisjon",
        "Hvor nøyaktig tiden er kjent: dag, dager, klokkeslett, maned, del, maneder eller udatert",
        lambda _, row: row.record.tid.presisjon,
    ),
    ExportField("start", "Første dag det kan være", lambda _, row: row.record.start.isoformat()),
    ExportField(
        "slutt", "Siste dag det kan være. Den er med", lambda _, row: row.record.slutt.isoformat()
    ),
)
ADDRESS = ExportField(
    "adresse", "Adressen til raden på nettstedet", lambda _, row: f"/{row.within.adresse}"
)
EVENT_FIELDS = (
    *pick(OWN_FIELDS, "id"),
    ExportField(
        "arshjul",
        "Årshjulet hendelsen står i. Tomt når den er et nettverks egen",
        _written_cycle,
        CYCLE_FIELDS,
    ),
    *NETWORK_FIELDS,
    *pick(OWN_FIELDS, "tittel"),
    *TIME_FIELDS,
    *(field for field in OWN_FIELDS if field.key not in ("id", "tittel")),
    ExportField(
        "utkast", "true når hendelsen står i et utkast der ingenting er vedtatt", _is_draft
    ),
    ADDRESS,
)
EVENT_CSV = (
    *pick(OWN_FIELDS, "id"),
    ExportField(
        "arshjul",
        "Id-en til årshjulet. Tom når hendelsen er et nettverks egen",
        lambda data, row: (one := _cycle(data, row)) and one.id,
    ),
    *NETWORK_FIELDS,
    *pick(OWN_FIELDS, "tittel"),
    *TIME_FIELDS,
    *pick(OWN_FIELDS, "trykt"),
    listed_field("type", "Hva slags hendelse det er"),
    listed_field("malgruppe", "Kolonnene i årshjulet"),
    ExportField(
        "ordninger",
        "Ordningene hendelsen gjelder: sine egne, eller årshjulets",
        lambda data, row: in_one_cell(data.ordninger[id].kortnavn for id in row.within.ordninger),
    ),
    *pick(OWN_FIELDS, "adressat", "ansvarlig", "sted", "om"),
    _yes("ved_behov", "ja når det bare skjer ved behov"),
    _yes("lokal_frist", "ja når nettverkene setter fristen selv"),
    *pick(OWN_FIELDS, "for", "status", "flyttet_fra", "avlyst_grunn"),
    ExportField(
        "utkast",
        "ja når hendelsen står i et utkast der ingenting er vedtatt",
        lambda data, row: "ja" if _is_draft(data, row) else "",
    ),
    ExportField(
        "kilder", "Kildene til hendelsen", lambda data, row: sources_of(data, [row.record])
    ),
    ExportField("merknader", "Det leseren må vite om hendelsen", cautions),
    ADDRESS,
)
