"""The glossary, and the link from a word in running text to its entry."""

from itertools import groupby

from macros.markup import inline
from macros.model.begreper import Begrep
from macros.pages.view import View, refuse
from macros.problems import did_you_mean

# «å» stands last in the alphabet; by code point it would come before «æ» and «ø».
NORWEGIAN = str.maketrans({"æ": "{", "ø": "|", "å": "}"})


def begreper_liste(view: View) -> str:
    """All terms A–Å, each with an anchor that never changes."""
    terms = sorted(view.data.begreper.items(), key=lambda pair: pair[1].term.lower().translate(NORWEGIAN))
    letters = [(letter, list(group)) for letter, group in groupby(terms, key=lambda pair: pair[1].term[0].upper())]
    return view.html("begreper.html.jinja", letters=letters)


def begrep(view: View, id: str, ord: str | None = None) -> str:
    """A word in a page's text, linked to its entry and explained by it: `begrep("pool")`, `begrep("pool", "poolen")`."""
    entry = _entry(view, id)
    return view.html("begrep.html.jinja", id=id, kort=inline(entry.kort), ord=inline(ord or entry.term))


def _entry(view: View, id: str) -> Begrep:
    if id not in view.data.begreper:
        raise refuse(f"begrepet «{id}» finnes ikke i data/begreper.yml{did_you_mean(id, view.data.begreper)}")
    return view.data.begreper[id]
