"""Two versions of the site side by side: what differs, on which pages, and which events."""

import html
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from macros.editing.differences import differences
from macros.editing.differences.hendelser import changed_rows
from macros.editing.markdown import quote
from macros.model.base import Record
from macros.model.data import Data
from macros.model.listing import listing
from macros.model.names import field_word, name_of
from macros.model.plain_text import cut
from macros.model.rader import Rad

# Collection → id, or nothing for the only one of a file → record.
Missing = dict[str, dict[str, Record]]
# More than this many pages stand under a fold.
MANY_PAGES = 12
# More than this many names are counted.
FEW_NAMES = 5
# So much of a page's text is quoted.
FEW_TEXTS, LONGEST_QUOTE = 3, 240
PAGE_HEAD = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
TEXT_END = re.compile(r"</(?:p|li|td|th|tr|dd|dt|h[1-6]|div|summary|figcaption|caption)>|<br>")
PAGE_MARK = re.compile(r"<svg\b.*?</svg>|<[^>]*>|\]\([^)]*\)|[\[*]|^#+ ", re.DOTALL)
UNREAD = "Ikke med her, for det kan ikke leses i en av versjonene"
SETTINGS = (
    "En redaktør endrer bare menyen («nav») i mkdocs.yml. Resten av den, og skript og stilark i"
    " docs/assets/, bestemmer hva som kjører, og må ses over av noen som kjenner programmet:"
)
NOTHING = "Ingen av opplysningene er endret."


@dataclass(frozen=True)
class Comparison:
    """The sentences, the addresses of the pages that look otherwise (None: unknown), the rows of
    changed events, what only one version can read, what enters and leaves each calendar, and what
    differs of what the program alone owns.
    """

    changes: tuple[str, ...]
    pages: tuple[str, ...] | None
    hendelser: tuple[Rad, ...]
    unread: tuple[str, ...] = ()
    feeds: tuple[str, ...] = ()
    # Page → what is said there before and after, as far as it differs.
    texts: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    settings: tuple[str, ...] = ()


def compare(before: Data, after: Data, pages: tuple[str, ...] | None) -> Comparison:
    """From one model to the other. What one of them can't read is neither new nor gone."""
    lost, hidden = _unread(after, before), _unread(before, after)
    before, after = _filled(before, hidden), _filled(after, lost)
    return Comparison(
        tuple(differences(before, after)),
        pages,
        tuple(changed_rows(before, after)),
        (*_names(lost), *_names(hidden)),
        tuple(_feeds(before, after)),
    )


def _feeds(before: Data, after: Data) -> Iterator[str]:
    """How many events enter and leave each calendar; new and ended calendars too."""
    for id in dict.fromkeys([*after.kalendere, *before.kalendere]):
        old, new = (
            {(rad.opphav.id, rad.hendelse.id) for rad in data.kalendere[id].rader}
            if id in data.kalendere
            else set()
            for data in (before, after)
        )
        state = (
            ", ny kalender"
            if id not in before.kalendere
            else ", finnes ikke lenger"
            if id not in after.kalendere
            else ", opphørt"
            if after.kalendere[id].opphort and not before.kalendere[id].opphort
            else ""
        )
        if old != new or state:
            yield f"{id}.ics: {len(new - old)} inn, {len(old - new)} ut{state}"


def _unread(data: Data, other: Data) -> Missing:
    """What the other version has, and this one has too but can't read."""
    found: Missing = {}
    for name, id, record in other.tops:
        here = getattr(data, name)
        known = id in data.known.get(name, ()) if id else bool(data.known.get(name))
        if (known or name in data.unread) and (here is None or (id and id not in here)):
            found.setdefault(name, {})[id] = record
    return found


def _filled(data: Data, missing: Missing) -> Data:
    return replace(
        data,
        **{
            name: records[""] if "" in records else {**getattr(data, name), **records}
            for name, records in missing.items()
        },
    )


def _names(missing: Missing) -> Iterator[str]:
    yield from (
        name_of(record, id or field_word(name))
        for name, records in missing.items()
        for id, record in records.items()
    )


def changed_pages(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> list[str]:
    """Names of the pages that differ, new and vanished ones too."""
    return sorted(
        name
        for name in {*before, *after}
        if name.endswith(".md") and before.get(name) != after.get(name)
    )


def changed_texts(before: bytes, after: bytes) -> tuple[tuple[str, str], ...]:
    """What a reader sees of a page, line by line, where it differs."""
    old, new = _read_lines(before), _read_lines(after)
    return tuple(
        (" ".join(old[a:b]), " ".join(new[c:d]))
        for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        if kind != "equal"
    )


def _read_lines(page: bytes) -> list[str]:
    """The text of a page without its marks: a line for each block or cell."""
    text = TEXT_END.sub("\n", PAGE_HEAD.sub("", page.decode(), count=1))
    lines = (" ".join(html.unescape(PAGE_MARK.sub("", line)).split()) for line in text.split("\n"))
    return [line for line in lines if line]


def comparison_text(comparison: Comparison, markdown: bool = False) -> str:
    """For a terminal, or for a comment on a pull request.

    What comes from the data is quoted there: whoever opened it may have written it.
    """
    if markdown:
        return "\n".join(_comparison_lines(comparison, quote, lambda name: f"### {name}", True))
    return "\n".join(_comparison_lines(comparison, str, lambda name: name, False))


def _comparison_lines(
    comparison: Comparison, say: Callable[[str], str], head: Callable[[str], str], fold: bool
) -> Iterator[str]:
    if comparison.settings:
        yield from (head("Nettstedets innstillinger endres"), "", SETTINGS, "")
        yield from (f"- {say(name)}" for name in comparison.settings)
        yield ""
    yield from (head("Endringer i opplysningene"), "")
    yield from (f"- {say(sentence)}" for sentence in comparison.changes)
    if comparison.unread:
        names = (
            listing(comparison.unread)
            if len(comparison.unread) <= FEW_NAMES
            else f"{len(comparison.unread)} oppføringer"
        )
        yield from ([""] if comparison.changes else [])
        yield f"{say(f'{UNREAD}: {names}')}."
    elif not comparison.changes:
        yield NOTHING
    if comparison.hendelser:
        yield from ("", head("Hendelser som endres"), "")
        yield from (
            f"- {say(f'{rad.hendelse.tid.tekst}: {rad.hendelse.tittel} (/{rad.adresse})')}"
            for rad in comparison.hendelser
        )
    if comparison.feeds:
        yield from ("", head("Kalendere som endres"), "")
        yield from (f"- {say(line)}" for line in comparison.feeds)
    yield from ("", head("Sider som endres"), "", *_pages(comparison, say, fold))


def _pages(comparison: Comparison, say: Callable[[str], str], fold: bool) -> Iterator[str]:
    if not comparison.pages:
        unknown = comparison.pages is None
        yield "Ukjent: en av versjonene kan ikke vises." if unknown else "Ingen."
        return
    alike: dict[object, list[str]] = {}
    for address in comparison.pages:
        alike.setdefault(comparison.texts.get(address) or address, []).append(f"/{address}")
    points = [
        line
        for key, addresses in alike.items()
        for line in _page_points(addresses, key if isinstance(key, tuple) else (), say)
    ]
    if fold and len(comparison.pages) > MANY_PAGES:
        count = len(comparison.pages)
        yield from ("<details>", f"<summary>{count} sider</summary>", "", *points, "", "</details>")
    else:
        yield from points


def _page_points(
    addresses: list[str], texts: tuple[tuple[str, str], ...], say: Callable[[str], str]
) -> Iterator[str]:
    """The pages that change alike, and the first of what is said otherwise there."""
    more = _more(len(addresses) - FEW_NAMES, "side", "sider")
    yield f"- {say(listing([*addresses[:FEW_NAMES], *more]))}"
    for before, after in texts[:FEW_TEXTS]:
        pairs = enumerate(zip(before, after, strict=False))
        same = next((place for place, (one, other) in pairs if one != other), 0)
        if before:
            yield f"  - Før: {say(_quoted_part(before, same))}"
        if after:
            yield f"  - Etter: {say(_quoted_part(after, same))}"
    yield from (f"  - … og {rest}" for rest in _more(len(texts) - FEW_TEXTS, "sted", "steder"))


def _more(count: int, one: str, several: str) -> list[str]:
    return [f"{count} {one if count == 1 else several} til"] if count > 0 else []


def _quoted_part(text: str, same: int) -> str:
    """So much of a long text that what differs, behind its first `same` signs, is in it."""
    if same > LONGEST_QUOTE // 2 and len(text) > LONGEST_QUOTE:
        text = f"…{text[same - LONGEST_QUOTE // 2 :].lstrip()}"
    return cut(text, LONGEST_QUOTE)
