"""The second layer of a block: where its facts come from, what they are true as of and what to be careful about, each thing said once."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from macros.model.base import Record
from macros.model.data import Data
from macros.model.fakta import Faktum, Kilde, Merknad

Part = Record | tuple[str, Record] | None
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True)
class Opphav:
    """What the fold of a block says. `linjer` are what it is and when, with a fact that has the source; `poster` are what one can edit."""

    tittel: str
    linjer: tuple[tuple[str, Faktum], ...]
    viktig: tuple[str, ...]
    forbehold: tuple[str, ...]
    poster: tuple[Record, ...]


def gather(data: Data, parts: Iterable[Part]) -> Opphav:
    """The provenance of a block that shows `parts`: facts, records that have only cautions, cautions; words in front say what of the block a fact is."""
    named = [part if isinstance(part, tuple) else ("", part) for part in parts if part]
    records = [(words, record) for words, record in named if record]
    lines = tuple(_lines(records))
    cautions = [caution for _, record in records for caution in ([record] if isinstance(record, Merknad) else getattr(record, "merknader", ()))]
    folded = _once(caution.tekst for caution in cautions if not caution.viktig)
    editable = {id(record): record for _, record in records if not isinstance(record, Merknad)}
    sources = _once(source for _, fact in lines for source in fact.kilde)
    count = f"{len(folded)} forbehold" if folded else ""
    return Opphav(" · ".join(filter(None, (_said(data, sources), count))), lines, _once(caution.tekst for caution in cautions if caution.viktig), folded, tuple(editable.values()))


def _lines(records: Iterable[tuple[str, Record]]) -> Iterator[tuple[str, Faktum]]:
    """Facts of one source and one time share their line."""
    alike: dict[tuple[object, ...], tuple[list[str], Faktum]] = {}
    for words, fact in records:
        if getattr(fact, "kilde", ()):
            alike.setdefault((fact.kilde, getattr(fact, "tidfesting", "")), ([], fact))[0].append(words)
    for all_words, fact in alike.values():
        heard = [word if number == 0 else word[:1].lower() + word[1:] if word[1:2].islower() else word for number, word in enumerate(_once(filter(None, all_words)))]
        yield " ".join(filter(None, (", ".join(heard), getattr(fact, "tidfesting", "")))), fact


def _said(data: Data, sources: tuple[str, ...]) -> str:
    """«Rammeverk 2023–24», «Kilder 2018–2023», «3 kilder» where one has no year."""
    if len(sources) < 2:
        return "".join(data.kilder[id].kort for id in sources)
    years = sorted(filter(None, (year(data.kilder[id]) for id in sources)))
    if len(years) < len(sources):
        return f"{len(sources)} kilder"
    return f"Kilder {years[0]}" + (f"–{years[-1]}" if years[-1] != years[0] else "")


def year(source: Kilde) -> str:
    """The year that a source is known by; empty where neither its date nor its name has one."""
    found = YEAR.search(source.kort)
    return str(source.dato.year) if source.dato else found[0] if found else ""


def chips(sources: Mapping[str, Kilde]) -> dict[str, str]:
    """Source → what its chip in a table says: its year, with a letter where an earlier source of data/kilder.yml has that year; its name where it has no year."""
    count: dict[str, int] = {}
    said = {}
    for id, source in sources.items():
        when = year(source)
        number = count[when] = count.get(when, 0) + 1
        said[id] = f"{when}{chr(ord('a') + number - 1) if number > 1 else ''}" if when else source.kort
    return said


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
