"""The open data about events: the cycles' and the networks' own, one entry each, with the list that
each stands in.
"""

from collections.abc import Iterator

from macros.exports.columns import cautions, joined, sources_of
from macros.exports.fields import Field, Row, fields_of, pick, written
from macros.model.arshjul import Hendelse, Syklus
from macros.model.data import Data
from macros.model.nettverk import Nettverk
from macros.model.rader import rows


def event_rows(data: Data) -> Iterator[Row]:
    """Every event by the day that marks it, those of drafts too: they say that they are."""
    return (
        Row(rad.hendelse.id, rad.hendelse, rad)
        for rad in rows([*data.sykluser.values(), *data.nettverk.values()])
    )


def _cycle(_: Data, row: Row) -> Syklus | None:
    return row.within.opphav if isinstance(row.within.opphav, Syklus) else None


def _network(_: Data, row: Row) -> Nettverk | None:
    return row.within.opphav if isinstance(row.within.opphav, Nettverk) else None


def _is_draft(data: Data, row: Row) -> bool:
    cycle = _cycle(data, row)
    return bool(cycle and cycle.er_utkast)


def _written_cycle(data: Data, row: Row) -> dict[str, object] | None:
    cycle = _cycle(data, row)
    return written(data, CYCLE, Row("", cycle)) if cycle else None


def _yes(name: str, about: str) -> Field:
    return Field(name, about, lambda _, row: "ja" if getattr(row.record, name) else "")


OWN = fields_of(Hendelse)
CYCLE = tuple(field for field in fields_of(Syklus) if field.key != "hendelser")
NETWORK = (
    Field(
        "nettverk",
        "Id-en til nettverket når hendelsen er nettverkets egen. Ellers tom",
        lambda data, row: (one := _network(data, row)) and one.id,
    ),
    Field(
        "nettverk_navn",
        "Navnet bak id-en i «nettverk»",
        lambda data, row: (one := _network(data, row)) and one.kortnavn,
    ),
)
TIME = (
    Field("tid", "Når det er, slik siden skriver det", lambda _, row: row.record.tid.tekst),
    Field(
        "presisjon",
        "Hvor nøyaktig tiden er kjent: dag, dager, klokkeslett, maned, del, maneder eller udatert",
        lambda _, row: row.record.tid.presisjon,
    ),
    Field("start", "Første dag det kan være", lambda _, row: row.record.start.isoformat()),
    Field(
        "slutt", "Siste dag det kan være. Den er med", lambda _, row: row.record.slutt.isoformat()
    ),
)
ADDRESS = Field(
    "adresse", "Adressen til raden på nettstedet", lambda _, row: f"/{row.within.adresse}"
)
EVENT = (
    *pick(OWN, "id"),
    Field(
        "arshjul",
        "Årshjulet hendelsen står i. Tomt når den er et nettverks egen",
        _written_cycle,
        CYCLE,
    ),
    *NETWORK,
    *pick(OWN, "tittel"),
    *TIME,
    *(field for field in OWN if field.key not in ("id", "tittel")),
    Field("utkast", "true når hendelsen står i et utkast der ingenting er vedtatt", _is_draft),
    ADDRESS,
)
EVENT_CSV = (
    *pick(OWN, "id"),
    Field(
        "arshjul",
        "Id-en til årshjulet. Tom når hendelsen er et nettverks egen",
        lambda data, row: (one := _cycle(data, row)) and one.id,
    ),
    *NETWORK,
    *pick(OWN, "tittel"),
    *TIME,
    *pick(OWN, "trykt"),
    Field("type", "Hva slags hendelse det er", lambda _, row: joined(row.record.type)),
    Field("malgruppe", "Kolonnene i årshjulet", lambda _, row: joined(row.record.malgruppe)),
    Field(
        "ordninger",
        "Ordningene hendelsen gjelder: sine egne, eller årshjulets",
        lambda data, row: joined(data.ordninger[id].kortnavn for id in row.within.ordninger),
    ),
    *pick(OWN, "adressat", "ansvarlig", "sted", "om"),
    _yes("ved_behov", "ja når det bare skjer ved behov"),
    _yes("lokal_frist", "ja når nettverkene setter fristen selv"),
    *pick(OWN, "for", "status", "flyttet_fra", "avlyst_grunn"),
    Field(
        "utkast",
        "ja når hendelsen står i et utkast der ingenting er vedtatt",
        lambda data, row: "ja" if _is_draft(data, row) else "",
    ),
    Field("kilder", "Kildene til hendelsen", lambda data, row: sources_of(data, [row.record])),
    Field("merknader", "Det leseren må vite om hendelsen", cautions),
    ADDRESS,
)
