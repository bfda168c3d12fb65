"""A network's one seat in samarbeidsforum, given to another."""

from collections.abc import Mapping

from macros.editing.draft import Value
from macros.editing.errands.desk import Desk
from macros.editing.errands.people import CONTACTS_FILE, add_person, known_person
from macros.editing.errands.sources import Source, enter
from macros.model.nettverk import Nettverk


def replace_representative(desk: Desk, nettverk: Nettverk, name: str, source: Source) -> None:
    """There is one seat.

    The one who had it keeps it as a former office, with its time, its source and what was noted of
    it.
    """
    enter(desk, source)
    others = {one.representant.person for one in desk.data.nettverk.values() if one.representant}
    person = known_person(desk, name) or add_person(desk, name, {}, source, others)
    draft = desk.draft(nettverk.place().file)
    if nettverk.representant is None:
        draft.set(("representant",), {"person": person, "per": str(source.per), "kilde": source.id})
        return
    _keep_as_former(desk, nettverk, draft.value(("representant",)))
    for key, value in (("person", person), ("per", str(source.per)), ("kilde", source.id)):
        draft.set(("representant", key), value)
    for key in ("gjelder", "merknader"):
        if getattr(nettverk.representant, key):
            draft.remove(("representant", key))


def _keep_as_former(desk: Desk, nettverk: Nettverk, seat: Mapping[str, Value]) -> None:
    """Write a seat that is given to another into what is known of the person."""
    former = {"tekst": f"Representant i samarbeidsforum for {nettverk.omtale}"} | {
        key: seat[key] for key in ("per", "gjelder", "kilde", "merknader") if key in seat
    }
    draft, path = desk.draft(CONTACTS_FILE), (nettverk.representant.person, "stillinger")
    draft.insert(path, len(draft.value(path) or ()), former)
