"""Changes of the networks: who follows them, who represents them, and who owns them."""

from collections.abc import Iterator

from macros.editing.differences.records import changed_fields
from macros.model.data import Data
from macros.model.nettverk import Nettverk, Utviklingspartner

OWN_WORDS = ("utviklingspartnere", "representant", "kommuner", "friskoler", "hendelser")


def network_changes(before: Data, after: Data) -> Iterator[str]:
    """Everything but the networks' own events."""
    yield from _kommune_changes(before, after)
    for id, nettverk in after.nettverk.items():
        if id not in before.nettverk:
            yield f"Nytt nettverk: {nettverk.navn}"
            continue
        old = before.nettverk[id]
        yield from _representative_changes(old, nettverk, before, after)
        yield from _partner_changes(old, nettverk, before, after)
        yield from _school_changes(old, nettverk)
        yield from changed_fields(nettverk.kortnavn, old, nettverk, before, after, but=OWN_WORDS)
    yield from (
        f"Nettverket {old.navn} er tatt bort"
        for id, old in before.nettverk.items()
        if id not in after.nettverk
    )


def _kommune_changes(before: Data, after: Data) -> Iterator[str]:
    old, new = _owners(before), _owners(after)
    for nr, nettverk in new.items():
        name = after.kommuner[nr].navn if nr in after.kommuner else nr
        if nr not in old:
            yield f"Kommunen {name} er ny i {nettverk.omtale}"
        elif old[nr].id != nettverk.id:
            yield f"Kommunen {name} er flyttet fra {old[nr].omtale} til {nettverk.omtale}"
    for nr, nettverk in old.items():
        if nr not in new:
            yield (
                f"Kommunen {before.kommuner[nr].navn if nr in before.kommuner else nr} er tatt ut"
                f" av {nettverk.omtale}"
            )


def _owners(data: Data) -> dict[str, Nettverk]:
    return {nr: nettverk for nettverk in data.nettverk.values() for nr in nettverk.kommuner}


def _school_changes(old: Nettverk, new: Nettverk) -> Iterator[str]:
    was, now = ({skole.id: skole for skole in one.friskoler} for one in (old, new))
    yield from (
        f"{new.kortnavn}: ny friskole {skole.navn}" for id, skole in now.items() if id not in was
    )
    yield from (
        f"{new.kortnavn}: friskolen {skole.navn} er tatt bort"
        for id, skole in was.items()
        if id not in now
    )
    for id, skole in now.items():
        if id in was and was[id].navn != skole.navn:
            yield f"{new.kortnavn}: friskolen {was[id].navn} heter nå {skole.navn}"
        elif id in was and was[id].model_dump() != skole.model_dump():
            yield f"{new.kortnavn}: opplysningene om friskolen {skole.navn} er endret"


def _person_name(data: Data, id: str) -> str:
    return data.kontakter[id].navn if id in data.kontakter else id


def _representative_changes(
    old: Nettverk, new: Nettverk, before: Data, after: Data
) -> Iterator[str]:
    was, now = old.representant, new.representant
    if was and now and was.person == now.person:
        yield from changed_fields(f"{new.kortnavn}, representant", was, now, before, after)
    elif was and now:
        yield (
            f"{new.kortnavn}: representant {_person_name(before, was.person)} →"
            f" {_person_name(after, now.person)}"
        )
    elif now:
        yield f"{new.kortnavn}: ny representant {_person_name(after, now.person)}"
    elif was:
        yield f"{new.kortnavn}: representanten {_person_name(before, was.person)} er tatt bort"


def _partner_changes(old: Nettverk, new: Nettverk, before: Data, after: Data) -> Iterator[str]:
    was, now = _terms(old), _terms(new)
    for key, partner in now.items():
        if key not in was:
            when = f" {partner.tidfesting}" if partner.per or partner.gjelder else ""
            place = (
                after.institusjoner[partner.institusjon].kortnavn
                if partner.institusjon in after.institusjoner
                else partner.institusjon
            )
            yield (
                f"Ny utviklingspartner for {new.kortnavn}: {_person_name(after, partner.person)}"
                f" ({place}){when}"
            )
        else:
            yield from _partner(new, was[key], partner, before, after)
    for key, partner in was.items():
        if key not in now:
            yield (
                f"{new.kortnavn}: {_person_name(before, partner.person)} er tatt bort som"
                " utviklingspartner"
            )


def _partner(
    nettverk: Nettverk, was: Utviklingspartner, now: Utviklingspartner, before: Data, after: Data
) -> Iterator[str]:
    end = now.gjelder and now.gjelder.til
    if end and end != (was.gjelder and was.gjelder.til):
        yield (
            f"{nettverk.kortnavn}: {_person_name(after, now.person)} står som utviklingspartner"
            f" til og med {end.tekst}"
        )
    else:
        yield from changed_fields(
            f"{nettverk.kortnavn}, {_person_name(after, now.person)}", was, now, before, after
        )


def _terms(nettverk: Nettverk) -> dict[tuple[str, int], Utviklingspartner]:
    """Each partner by person and by the number of the term: somebody may come back."""
    found: dict[tuple[str, int], Utviklingspartner] = {}
    for partner in nettverk.utviklingspartnere:
        count = sum(person == partner.person for person, _ in found)
        found[partner.person, count] = partner
    return found
