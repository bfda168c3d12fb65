"""The text of the pages, for the site search: without provenance and without
what every page says.
"""

import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise

# What nobody looks for by its words: tools, drawings, and the second layer of a block.
SILENT = {"script", "style", "svg", "form", "nav", "button", "template"}
LEFT_OUT = {"data-search-exclude", "data-opphav"}
# What stands in the middle of a sentence.
WITHIN = {"a", "abbr", "b", "code", "em", "i", "mark", "small", "span", "strong", "sub", "sup"}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
SEARCHED_WORD = re.compile(r"[^\W_]{2,}")
# A word that stands on a larger part of the pages than this is common.
COMMON = 0.6
# How words are bent, and the shortest that is.
ENDING = re.compile(r"(.)\1?(?:enes|ene|ane|ers|er|en|et|e|a|s)$")
BENT_FROM = 6
# The sign of the first page in the list of words; the next signs follow.
FIRST_PAGE = ord("0")


@dataclass
class PageSection:
    """What stands below a heading: its anchor, with the «#», its words and the pieces of text."""

    anchor: str = ""
    heading: str = ""
    pieces: list[str] = field(default_factory=list)


class PageText(HTMLParser):
    """Reads a finished page. What is left out is left out to its own end, however it is nested."""

    def __init__(self) -> None:
        super().__init__()
        self.sections = [PageSection()]
        self._open: list[tuple[str, bool]] = []
        self._piece: list[str] = []
        self._heading = ""
        self._unsearched = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a piece, or a section where it is a heading."""
        given = dict(attrs)
        if tag not in WITHIN:
            self._end_piece()
        if tag in HEADINGS and not self._is_silent:
            self._begin_section(tag, given)
        silent = tag in SILENT or (tag not in HEADINGS and bool(LEFT_OUT & given.keys()))
        self._open.append((tag, self._is_silent or silent))

    def handle_endtag(self, tag: str) -> None:
        """End a piece, and whatever was left open within the element."""
        if tag not in WITHIN:
            self._end_piece()
        if tag == self._heading:
            self._heading = ""
        if any(name == tag for name, _ in self._open):
            while self._open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not self._is_silent:
            self._piece.append(data)

    @property
    def _is_silent(self) -> bool:
        return bool(self._open) and self._open[-1][1]

    def _begin_section(self, tag: str, given: Mapping[str, str | None]) -> None:
        self._heading = tag
        if self._unsearched and tag > self._unsearched:
            return
        self._unsearched = tag if LEFT_OUT & given.keys() else ""
        if not self._unsearched:
            anchor = "" if tag == "h1" or not given.get("id") else f"#{given['id']}"
            self.sections.append(PageSection(anchor))

    def _end_piece(self) -> None:
        piece, self._piece = " ".join("".join(self._piece).split()), []
        if not piece or self._unsearched:
            return
        if self._heading:
            self.sections[-1].heading = f"{self.sections[-1].heading} {piece}".strip()
        else:
            self.sections[-1].pieces.append(piece)


def page_sections(content: str) -> list[PageSection]:
    """The sections of a page that have anything to say."""
    reader = PageText()
    reader.feed(content)
    return [section for section in reader.sections if section.heading or section.pieces]


def texts(pages: Mapping[str, tuple[str, str]], terms: Mapping[str, str]) -> bytes:
    """Address → title and content, as the search reads it: each word with the pages that have it,
    each page with its headings and their anchors. `terms` are the addresses that are known by name,
    with what is said there.

    What stands on most pages (`vanlige`) says nothing about any of them.
    """
    read = {address: page_sections(content) for address, (_, content) in pages.items()}
    own = {address: _page_words(sections) for address, sections in read.items()}
    counted = Counter(word for words in own.values() for word in words)
    common = {word for word, count in counted.items() if count > len(read) * COMMON}
    own |= {address: set(SEARCHED_WORD.findall(text.lower())) for address, text in terms.items()}
    places: dict[str, list[int]] = {}
    for number, words in enumerate(own.values()):
        for word in _longest({_stem(word) for word in words - common}):
            places.setdefault(word, []).append(number)
    content = {
        "vanlige": sorted(common),
        "ord": " ".join(
            f"{word} {''.join(chr(FIRST_PAGE + number) for number in numbers)}"
            for word, numbers in sorted(places.items())
        ),
        "sider": [
            [
                address,
                pages[address][0],
                [[part.anchor, part.heading] for part in sections if part.anchor],
            ]
            for address, sections in read.items()
        ]
        + [[address] for address in terms],
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def _stem(word: str) -> str:
    """What is left of a word when it is bent, as assets/sok.js bends what is typed."""
    return ENDING.sub(r"\1", word) if len(word) >= BENT_FROM else word


def _longest(words: set[str]) -> list[str]:
    """Without those that another begins with, since words are found by how they begin."""
    return [word for word, after in pairwise([*sorted(words), ""]) if not after.startswith(word)]


def _page_words(sections: list[PageSection]) -> set[str]:
    """What the headings say is known from there."""
    said = {word for part in sections for word in SEARCHED_WORD.findall(part.heading.lower())}
    return {
        word for part in sections for word in SEARCHED_WORD.findall(" ".join(part.pieces).lower())
    } - said
