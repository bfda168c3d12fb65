"""The glossary, and the link from a word in running text to its entry."""

from itertools import groupby
from typing import Annotated

from macros.markup import inline
from macros.pages.arguments import id_in
from macros.pages.view import View

BegrepId = Annotated[str, id_in("begreper", "begrepet «{}» finnes ikke i data/begreper.yml")]
# «å» stands last in the alphabet; by code point it would come before «æ» and «ø».
NORWEGIAN = str.maketrans({"æ": "{", "ø": "|", "å": "}"})


def begreper_liste(view: View) -> str:
    """All terms A–Å, each with an anchor that never changes."""
    terms = sorted(view.data.begreper.items(), key=lambda pair: pair[1].term.lower().translate(NORWEGIAN))
    letters = [(letter, list(group)) for letter, group in groupby(terms, key=lambda pair: pair[1].term[0].upper())]
    return view.html("begreper.html.jinja", letters=letters)


def begrep(view: View, id: BegrepId, ord: str | None = None) -> str:
    """A word in a page's text, linked to its entry and explained by it: `begrep("pool")`, `begrep("pool", "poolen")`."""
    entry = view.data.begreper[id]
    return view.html("begrep.html.jinja", id=id, kort=inline(entry.kort), ord=inline(ord or entry.term))
