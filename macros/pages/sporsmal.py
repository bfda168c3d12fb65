"""The open questions for the owner: every caution in the data that asks one, with the page where
the fact stands.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from macros.model.data import Data
from macros.model.fakta import Merknad
from macros.model.samlinger import SAMLING

# The page of the county's own roles; every other matrix is one by itself.
OWN_ROLES = "roller/aktorer/"


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
    order = [*SAMLING]
    for collection, id, record in sorted(data.tops, key=lambda top: order.index(top[0])):
        home = SAMLING[collection].home
        page, about = home(id, record) if home else (None, getattr(record, "tittel", id))
        if collection == "roller" and id == data.fylke.id:
            page = OWN_ROLES
        for part in record.walk():
            if isinstance(part, Merknad) and part.sporsmal:
                yield Question(part, about, page)
