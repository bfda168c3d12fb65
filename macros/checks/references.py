"""Ids and what they point at."""

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import PurePosixPath

from macros.model.base import Record
from macros.model.data import COUNTY_SLUG, Data
from macros.model.types import Ref
from macros.problems import Place, Problem

WHERE = {
    "kilder": "data/kilder.yml", "institusjoner": "data/institusjoner.yml", "kontakter": "data/kontakter.yml",
    "ordninger": "data/ordninger.yml", "kommuner": "data/kommuner.yml", "nettverk": "mappen data/nettverk/",
    "faser": "data/roller/faser.yml", "begreper": "data/begreper.yml", "maler": "mappen data/maler/",
}


def known_ids(data: Data) -> Iterator[Problem]:
    """Every reference leads to a record: a source, a person, an institution, a kommune …"""
    ids = {collection: data.ids(collection) for collection in WHERE}
    for record in data.records():
        for name, ref in _references(type(record)):
            value = getattr(record, name)
            values = value if isinstance(value, tuple) else (value,)
            for index, target in enumerate(values):
                if target and target not in ids[ref.collection]:
                    yield Problem(record.place(name, index), _missing(target, ref.collection, ids[ref.collection]), "ukjent-id")


def _references(model: type[Record]) -> Iterator[tuple[str, Ref]]:
    for name, info in model.model_fields.items():
        yield from ((name, ref) for ref in info.metadata if isinstance(ref, Ref))


def _missing(target: str, collection: str, known: frozenset[str]) -> str:
    near = get_close_matches(target, sorted(known), n=1, cutoff=0.6)
    remedy = f"Mente du «{near[0]}»?" if near else "Legg den til der, eller skriv en id som finnes."
    return f"«{target}» finnes ikke i {WHERE[collection]}. {remedy}"


def file_name_is_id(data: Data) -> Iterator[Problem]:
    """A network's file is called what the network is called: the id is its address."""
    for stem, nettverk in data.nettverk.items():
        if nettverk.id != stem:
            place = nettverk.place("id")
            file = PurePosixPath(place.file).name
            yield Problem(place, f"id-en er «{nettverk.id}», men filen heter {file}. Skriv «id: {stem}», eller gi filen navnet {nettverk.id}.yml", "filnavn-id")


def unique_addresses(data: Data) -> Iterator[Problem]:
    """Each page of the finder has an address of its own."""
    taken: dict[str, str] = {COUNTY_SLUG: "Trøndelag fylkeskommune"}
    pages: list[tuple[str, str, Place]] = [(k.slug, k.navn, k.place("navn")) for k in data.kommuner.values()]
    pages += [(id, listed[0][1].navn, listed[0][1].place("id")) for id, listed in data.friskoler.items()]
    for address, name, place in pages:
        if address in taken:
            yield Problem(place, f"adressen /finn/{address}/ er alt brukt av {taken[address]}. Gi {name} en annen id", "dobbel-adresse")
        taken.setdefault(address, name)
