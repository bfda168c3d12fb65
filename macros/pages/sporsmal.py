"""The open questions for the owner: every caution in the data that asks one, with the page where
the fact stands.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields

from macros.model.base import Record
from macros.model.data import Data
from macros.model.fakta import Merknad
from macros.model.roller import Rollefil


def _roles(_: str, file: Rollefil) -> tuple[str, str]:
    return (
        ("roller/nordland/", "Roller i Nordland")
        if file.fylke == "nordland"
        else ("roller/aktorer/", "Roller i Trøndelag")
    )


# Each collection that has pages: the one below the site where a record stands, and what the record
# is called there.
HOMES: Mapping[str, Callable[[str, Record], tuple[str, str]]] = {
    "ordninger": lambda id, ordning: (f"ordninger/{id}/", ordning.kortnavn),
    "nettverk": lambda id, nettverk: (f"nettverk/{id}/", nettverk.kortnavn),
    "kommuner": lambda id, kommune: (f"finn/{kommune.slug}/", kommune.navn),
    "kontakter": lambda id, kontakt: (f"kontakt/#{id}", kontakt.navn),
    "institusjoner": lambda id, institusjon: ("kontakt/", institusjon.navn),
    "roller": _roles,
    "stotte": lambda id, question: (f"roller/#{id}", question.sporsmal),
    "samarbeidsforum": lambda id, forum: ("roller/samarbeidsforum/", "Samarbeidsforum"),
    "begreper": lambda id, begrep: (f"begreper/#{id}", begrep.term),
    "sykluser": lambda id, syklus: (f"arshjul/{id}/", syklus.tittel),
    "monster": lambda id, monster: ("arshjul/", monster.tittel),
    "saksgang": lambda id, saksgang: (
        "for-ansatte/" if saksgang.forslag else "saksgang/",
        saksgang.tittel,
    ),
    "for_ansatte": lambda id, emne: ("for-ansatte/", "For ansatte"),
    "maler": lambda id, mal: (f"maler/{id}/", mal.tittel.i("nb")),
    "kompetanse": lambda id, miljo: (f"for-ansatte/#{id}", miljo.navn),
    "nordland_strategi": lambda id, emne: ("roller/nordland/strategi/", "Strategien i Nordland"),
    "historie": lambda id, milepael: (f"historie/#{id}", milepael.tittel),
    "na": lambda id, opplysning: (f"na/#{opplysning.spor[0]}", "Dette gjelder nå"),
    "kilder": lambda id, kilde: (f"om/kilder/#{id}", kilde.kort),
    "nettsted": lambda id, nettsted: ("om/", "Nettstedet"),
}


@dataclass(frozen=True)
class Question:
    """A question, what it is about, and the page below the site where the fact stands (None: it has
    none).
    """

    merknad: Merknad
    about: str
    page: str | None


def open_questions(data: Data) -> Iterator[Question]:
    """All of them, by collection and in the order of the data files."""
    others = (part.name for part in fields(data) if part.name not in HOMES)
    for collection in (*HOMES, *others):
        for id, record in _records(getattr(data, collection)):
            page, about = (
                HOMES[collection](id, record)
                if collection in HOMES
                else (None, getattr(record, "tittel", id))
            )
            for part in record.walk():
                if isinstance(part, Merknad) and part.sporsmal:
                    yield Question(part, about, page)


def _records(value: object) -> Iterator[tuple[str, Record]]:
    found = (
        {"": value} if isinstance(value, Record) else value if isinstance(value, Mapping) else {}
    )
    return ((id, record) for id, record in found.items() if isinstance(record, Record))
