"""The glossary, and the link from a word in running text to its entry."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Annotated

from macros.markup import inline
from macros.model.base import Record
from macros.model.begreper import Begrep
from macros.model.listing import alphabetical
from macros.pages.arguments import id_in
from macros.pages.view import View

BegrepId = Annotated[str, id_in("begreper", "begrepet «{}» finnes ikke i data/begreper.yml")]


def begreper_liste(view: View) -> str:
    """All terms A–Å, each with an anchor that never changes."""
    letters = [
        (letter, list(group))
        for letter, group in groupby(_in_order(view), key=lambda pair: pair[1].term[0].upper())
    ]
    return view.html("begreper.html.jinja", letters=letters)


def begrep(view: View, id: BegrepId, ord: str | None = None) -> str:
    """A word in a page's text, linked to its entry and explained by it: `begrep("pool")`,
    `begrep("pool", "poolen")`.
    """
    entry = view.data.begreper[id]
    return view.html(
        "begreper_lenke.html.jinja", id=id, kort=inline(entry.kort), ord=inline(ord or entry.term)
    )


def words_of(view: View, *records: Record) -> list[str]:
    """The terms, by id and A–Å, that the records' own texts use.

    Those of one county are left to its own pages.
    """
    text = " ".join(text for record in records for text in _texts(record))
    return [
        id
        for id, entry in _in_order(view)
        if not entry.fylke and any(re.search(pattern, text) for pattern in _patterns(entry))
    ]


def _in_order(view: View) -> list[tuple[str, Begrep]]:
    return sorted(view.data.begreper.items(), key=lambda pair: alphabetical(pair[1].term))


def _texts(record: Record) -> Iterator[str]:
    for part in record.walk():
        for value in vars(part).values():
            yield from (
                text
                for text in (value if isinstance(value, tuple) else (value,))
                if isinstance(text, str)
            )


def _patterns(entry: Begrep) -> Iterator[str]:
    """A term is used in all its forms («behovsmeldinger»); an abbreviation only as it is written,
    or «SKU» would be in «skulle».
    """
    for name in (re.sub(r"\s*\(.*\)", "", entry.term), *entry.varianter):
        yield rf"\b{re.escape(name)}\b" if name.isupper() else rf"(?i)\b{re.escape(name)}"
