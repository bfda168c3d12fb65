"""What the models say of a file: the order of the fields, and which values are numbers."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args, get_origin

from macros.model.base import Record
from macros.model.begreper import Begrep
from macros.model.fakta import Faktum
from macros.model.kontakter import Nettsted
from macros.model.maler import Mal
from macros.model.ordninger import Ordning
from macros.model.roller import Oppgaver
from macros.model.saksgang import Saksgang
from macros.model.samlinger import Samling

SOURCE_FIELDS = ("per", "gjelder", "kilde", "bekreftet")
NOTES = "merknader"
# Time and source stand last in a fact, with the notes behind. Where long lists would part them from
# what they
# speak of, they stand behind this field, and in Oppgaver first, as the head of the list.
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
    names = [info.alias or name for name, info in model.model_fields.items()]
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


@dataclass(frozen=True)
class Kind:
    """What the model says of one value in a file, from the annotation of its field."""

    annotation: Any = None

    @classmethod
    def of_file(cls, samling: Samling) -> "Kind":
        """Of the whole file."""
        return cls(dict[str, samling.model] if samling.shape == "records" else samling.model)

    def step(self, step: str | int) -> "Kind":
        """Of the field or item below it; of nothing known where the model has no such thing."""
        for part in _alternatives(self.annotation):
            if isinstance(part, type) and issubclass(part, Record) and isinstance(step, str):
                return next(
                    (
                        Kind(info.annotation)
                        for name, info in part.model_fields.items()
                        if step == (info.alias or name)
                    ),
                    Kind(),
                )
            if get_origin(part) is dict and isinstance(step, str):
                return Kind(get_args(part)[1])
            if get_origin(part) is tuple and isinstance(step, int):
                return Kind(get_args(part)[0])
        return Kind()

    def sorted(self, keys: list[str]) -> list[str]:
        """A record's keys in the order of its model; the ids of a table as the editor has put
        them.
        """
        model = next(
            (
                part
                for part in _alternatives(self.annotation)
                if isinstance(part, type) and issubclass(part, Record)
            ),
            None,
        )
        places = {key: place for place, key in enumerate(order(model))} if model else {}
        return sorted(keys, key=lambda key: places.get(key, len(places)))

    @property
    def is_number(self) -> bool:
        """Whether it is a count or a yes or no, which stand without quotes; all other values are
        text.
        """
        return any(part in (int, bool) for part in _alternatives(self.annotation))


def _alternatives(annotation: Any) -> Iterator[Any]:
    """The annotation, or those of a union, without what `Annotated` adds."""
    origin = get_origin(annotation)
    if origin in (None, tuple, dict):
        yield annotation
    elif hasattr(annotation, "__metadata__"):
        yield from _alternatives(annotation.__origin__)
    else:
        for part in get_args(annotation):
            yield from _alternatives(part)
