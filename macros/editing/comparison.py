"""Two versions of the site side by side: what differs, on which pages, and which events."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from macros.editing.differences import differences
from macros.editing.differences.events import changed_rows
from macros.editing.markdown import quote
from macros.model.data import Data
from macros.model.rader import Rad

# More than this many pages stand under a fold.
MANY = 12
NOTHING = "Ingen av opplysningene er endret."


@dataclass(frozen=True)
class Comparison:
    """The sentences, the addresses of the pages that look otherwise (None: unknown), and the rows of changed events."""

    changes: tuple[str, ...]
    pages: tuple[str, ...] | None
    events: tuple[Rad, ...]


def compare(before: Data, after: Data, pages: tuple[str, ...] | None) -> Comparison:
    """From one model to the other."""
    return Comparison(tuple(differences(before, after)), pages, tuple(changed_rows(before, after)))


def changed_pages(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> list[str]:
    """Names of the pages that differ, new and vanished ones too."""
    return sorted(name for name in {*before, *after} if name.endswith(".md") and before.get(name) != after.get(name))


def plain(comparison: Comparison) -> str:
    """For a terminal."""
    return "\n".join(_lines(comparison, str, lambda name: name, False))


def markdown(comparison: Comparison) -> str:
    """For a comment on a pull request. What comes from the data is quoted: whoever opened it may have written it."""
    return "\n".join(_lines(comparison, quote, lambda name: f"### {name}", True)) + "\n"


def _lines(comparison: Comparison, say: Callable[[str], str], head: Callable[[str], str], fold: bool) -> Iterator[str]:
    yield from (head("Endringer i opplysningene"), "")
    yield from (f"- {say(sentence)}" for sentence in comparison.changes)
    if not comparison.changes:
        yield NOTHING
    if comparison.events:
        yield from ("", head("Hendelser som endres"), "")
        yield from (f"- {say(f'{rad.hendelse.tid.tekst}: {rad.hendelse.tittel} (/{rad.adresse})')}" for rad in comparison.events)
    yield from ("", head("Sider som endres"), "", *_pages(comparison.pages, say, fold))


def _pages(pages: tuple[str, ...] | None, say: Callable[[str], str], fold: bool) -> Iterator[str]:
    if not pages:
        yield "Ingen." if pages is not None else "Ukjent: en av versjonene kan ikke vises."
        return
    points = [f"- {say(f'/{address}')}" for address in pages]
    if fold and len(points) > MANY:
        yield from ("<details>", f"<summary>{len(points)} sider</summary>", "", *points, "", "</details>")
    else:
        yield from points
