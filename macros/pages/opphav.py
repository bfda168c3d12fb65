"""The second layer of a block: the sources, times and cautions of its facts, each said once."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from macros.markup import linked
from macros.model.base import Record
from macros.model.data import Data
from macros.model.fakta import Faktum, Kilde, Merknad

Part = Record | tuple[str, Record | None] | None
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# «2023–24»: what a source that has no day covers.
SPAN = re.compile(rf"{YEAR.pattern}(?:–\d\d(?:\d\d)?\b)?")


@dataclass(frozen=True)
class Opphav:
    """What a fold says: each of `linjer` is what and when, with a fact that has the sources."""

    tittel: str
    linjer: tuple[tuple[str, Faktum], ...]
    viktig: tuple[str, ...]
    forbehold: tuple[str, ...]
    poster: tuple[Record, ...]


def gather(data: Data, parts: Iterable[Part]) -> Opphav:
    """The provenance of a block that shows `parts`: facts, cautions and records that have some.

    Words in front of a record say what it is of the block.
    """
    named = [part if isinstance(part, tuple) else ("", part) for part in parts]
    known = [(words, record) for words, record in named if record]
    records = {id(record): record for _, record in known if not isinstance(record, Merknad)}
    cautions = [caution for _, record in known for caution in _cautions(record)]
    folded = _once(caution.tekst for caution in cautions if not caution.viktig)
    lines = tuple(_lines(known))
    said = _said(data, _once(source for _, fact in lines for source in fact.kilde))
    return Opphav(
        tittel=" · ".join(filter(None, (said, f"{len(folded)} forbehold" if folded else ""))),
        linjer=lines,
        viktig=_once(caution.tekst for caution in cautions if caution.viktig),
        forbehold=folded,
        poster=tuple(records.values()),
    )


def _cautions(record: Record) -> tuple[Merknad, ...]:
    return (record,) if isinstance(record, Merknad) else getattr(record, "merknader", ())


def _lines(known: Iterable[tuple[str, Record]]) -> Iterator[tuple[str, Faktum]]:
    """Facts of the same sources and time share their line."""
    alike: dict[tuple[object, str], tuple[list[str], Faktum]] = {}
    for words, fact in known:
        if sources := getattr(fact, "kilde", ()):
            when = getattr(fact, "tidfesting", "")
            alike.setdefault((sources, when), ([], fact))[0].append(words)
    for (_, when), (words, fact) in alike.items():
        what = Markup(", ").join(map(linked, filter(None, _once(words))))
        yield Markup(" ").join(filter(None, (what, when))), fact


def _said(data: Data, sources: tuple[str, ...]) -> str:
    """The source by its name; several by their years, or by their number where one has no year."""
    if len(sources) < 2:
        return "".join(data.kilder[id].kort for id in sources)
    years = sorted(filter(None, (year(data.kilder[id]) for id in sources)))
    if len(years) < len(sources):
        return f"{len(sources)} kilder"
    return "Kilder " + "–".join(dict.fromkeys((years[0], years[-1])))


def year(source: Kilde) -> str:
    """The year that a source is known by; empty where neither its date nor its name has one."""
    found = YEAR.search(source.kort)
    return str(source.dato.year) if source.dato else found[0] if found else ""


def chips(sources: Mapping[str, Kilde]) -> dict[str, str]:
    """Source → what its chip in a table says: «2021», «2023–24», or its name where it has no year.

    A later source of the same year gets a letter: «2021b».
    """
    count: dict[str, int] = {}
    said = {}
    for id, source in sources.items():
        span = SPAN.search(source.kort)
        when = year(source) if source.dato or not span else span[0]
        number = count[when] = count.get(when, 0) + 1
        letter = chr(ord("a") + number - 1) if number > 1 else ""
        said[id] = f"{when}{letter}" if when else source.kort
    return said


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
