"""The order in which the fields of a record stand in its file."""

from macros.model.base import Record
from macros.model.begreper import Begrep
from macros.model.fakta import Faktum
from macros.model.fields import Kind, fields_of
from macros.model.kontakter import Nettsted
from macros.model.maler import Mal
from macros.model.ordninger import Ordning
from macros.model.roller import Oppgaver
from macros.model.saksgang import Saksgang

SOURCE_FIELDS = ("per", "gjelder", "kilde", "bekreftet")
NOTES = "merknader"
# Time and source stand last in a fact, with the notes behind. Where long lists would part them from
# what they speak of, they stand behind this field, and in Oppgaver first, as the head of the list.
BEHIND: dict[type[Record], str] = {
    Begrep: "forklaring",
    Mal: "ordning",
    Nettsted: "kontaktpunkt",
    Ordning: "avlost_av",
    Saksgang: "forslag",
}
SOURCE_FIRST = (Oppgaver,)
NOTES_BEHIND: dict[type[Record], str] = {Mal: "for_start", Ordning: "kilde", Saksgang: "baner"}


def order(model: type[Record]) -> list[str]:
    """The keys of a record as they stand in a file."""
    names = [*fields_of(model)]
    if not issubclass(model, Faktum):
        return names
    own = [name for name in names if name not in (*SOURCE_FIELDS, NOTES)]
    source = [name for name in SOURCE_FIELDS if name in names]
    if model in SOURCE_FIRST:
        return [*sorted(source, key="kilde".__ne__), *own, NOTES]
    index = own.index(BEHIND[model]) + 1 if model in BEHIND else len(own)
    found = [*own[:index], *source, *own[index:]]
    index = found.index(NOTES_BEHIND[model]) + 1 if model in NOTES_BEHIND else len(found)
    return [*found[:index], NOTES, *found[index:]]


def in_order(kind: Kind, keys: list[str]) -> list[str]:
    """A record's keys in the order of its model; the ids of a table as the editor has put them."""
    places = {key: place for place, key in enumerate(order(kind.record))} if kind.record else {}
    return sorted(keys, key=lambda key: places.get(key, len(places)))
