"""What a page may give to a macro, declared at the block's own parameters and judged with the data:
nothing is drawn to find out.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Annotated

from macros.model.data import Data
from macros.problems import did_you_mean

# What there is to choose from; None when nobody can tell, because it could not be read.
Known = Callable[[Data], Collection[str] | None]
# What a block needs of the data and of its values together; said as what is missing.
Need = Callable[..., Iterator[str]]


@dataclass(frozen=True)
class OneOf:
    """A value that leads somewhere; `missing` is the sentence on one that does not, with {} for
    it.
    """

    missing: str
    known: Known

    def refusal(self, value: str, data: Data) -> str:
        known = self.known(data)
        if known is None or value in known:
            return ""
        return self.missing.format(value) + did_you_mean(value, known)


def id_in(collection: str, missing: str) -> OneOf:
    """The id of a record, whether the record itself could be read or not."""
    return OneOf(missing, lambda data: None if collection in data.unread else data.ids(collection))


def made_of(
    collections: tuple[str, ...], known: Callable[[Data], Collection[str]], missing: str
) -> OneOf:
    """What follows from all the records of some collections."""
    return OneOf(
        missing, lambda data: known(data) if all(map(data.is_whole, collections)) else None
    )


def needs(need: Need) -> Callable[[Callable], Callable]:
    """What a block can't do without beyond that each value leads somewhere: `need(data, **values)`
    yields what is missing.
    """

    def declare(block: Callable) -> Callable:
        block.need = need
        return block

    return declare


InstitusjonId = Annotated[str, id_in("institusjoner", "institusjonen «{}» finnes ikke")]
NettverkId = Annotated[str, id_in("nettverk", "nettverket «{}» finnes ikke")]
TidligereNettverkId = Annotated[
    str,
    OneOf(
        "nettverket «{}» er ikke blant dem som har opphørt",
        lambda data: {one.id for one in data.tidligere_nettverk} if data.nettsted else None,
    ),
]
SyklusId = Annotated[str, id_in("sykluser", "årshjulet «{}» finnes ikke")]
Side = Annotated[
    str,
    made_of(
        ("kommuner", "nettverk"), lambda data: data.steder, "«{}» er ikke en side under /finn/"
    ),
]
