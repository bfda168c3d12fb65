"""The spots on a page that a link may lead to: its headings, the ids that stand in it, and what the
blocks it calls put there. Nothing is drawn to find out.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from macros.model.data import Data

WRITTEN_HEADING = re.compile(r"^#{1,6}(.+)$", re.MULTILINE)
NAMED = re.compile(r"\{:?[^{}\n]*#([\w-]+)[^{}\n]*\}")
WRITTEN = re.compile(r"\s(?:id|name)=\"([^\"]+)\"")
CALL = re.compile(r"\{\{\s*(\w+)\(\s*(?:[\"']([\w-]*)[\"'])?")
MARKS = re.compile(r"\*\*|\*|`|\{:?[^{}\n]*\}|!?\[|\]\([^)\n]*\)|\]|<[^>\n]*>")
# Block → the ids of its rows; its own first value is the second argument.
ROWS: Mapping[str, Callable[[Data, str], Iterable[str]]] = {
    "kilde_liste": lambda data, _: data.kilder,
    "begreper_liste": lambda data, _: data.begreper,
    "historie_liste": lambda data, _: data.historie,
    "arshjul_rader": lambda data, syklus: (
        (hendelse.anker for hendelse in data.sykluser[syklus].hendelser)
        if syklus in data.sykluser
        else ()
    ),
}


def anchors(text: str, data: Data) -> frozenset[str]:
    """Every spot of a page that somebody may lead to; `text` has no code in it."""
    return frozenset((*_heading_anchors(text), *_id_anchors(text), *_rows(text, data)))


def _heading_anchors(text: str) -> Iterator[str]:
    from pymdownx.slugs import slugify  # the engine's own, and seldom needed

    slug, seen = slugify(case="lower"), set()
    for found in WRITTEN_HEADING.finditer(text):
        title = found[1].strip().rstrip("#")
        if given := NAMED.search(title):
            id = given[1]
        else:
            id = base = slug(MARKS.sub("", title).strip(), "-")
            number = 0
            while id in seen or not id:
                number += 1
                id = f"{base}_{number}"
        seen.add(id)
        yield id


def _id_anchors(text: str) -> Iterator[str]:
    yield from NAMED.findall(text)
    yield from WRITTEN.findall(text)


def _rows(text: str, data: Data) -> Iterator[str]:
    for name, value in CALL.findall(text):
        if name in ROWS:
            yield from ROWS[name](data, value)
