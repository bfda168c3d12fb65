"""What a reader can meet in a built site: the words of pages, Word files, calendars and data files.

Text counts wherever it can be opened, folds too. A piece is what is near each other: a page's text
under one <h2>, an event, a data record, a file. A page's heading is near to all of it.
"""

import csv
import json
import re
import unicodedata
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import icalendar
from built import BuiltPage

UNREAD = {"script", "style", "template", "nav", "head"}
INLINE = re.compile("a|abbr|b|bdi|cite|code|em|i|mark|q|s|small|span|strong|sub|sup|time|u|wbr")
ATTRIBUTES = ("alt", "aria-label", "placeholder", "value")
WHOLE = "hele:"
SECTION = "\f"
WORD = re.compile(r"\w+")
INSIDE = re.compile(r"\w\w")

Needle = frozenset[str]  # spellings, of which one must stand there


def plain(text: str) -> str:
    """The text as it is compared: without what an eye does not see."""
    text = re.sub("[\u00ad\u200b\u2060]", "", unicodedata.normalize("NFC", text))
    return " ".join(text.split()).casefold()


def stands(spelling: str, text: str) -> bool:
    """Whether it stands in the text as whole words: ten times as fast as a regular expression."""
    start = text.find(spelling)
    while start >= 0:
        end = start + len(spelling)
        before, after = text[max(start - 1, 0) : start + 1], text[end - 1 : end + 1]
        if not (INSIDE.match(before) or INSIDE.match(after)):
            return True
        start = text.find(spelling, start + 1)
    return False


def read_file(folder: Path, file: Path) -> Iterator[tuple[str, str]]:
    """Where and what one reads in a file beside the pages, piece by piece."""
    place = file.relative_to(folder).as_posix()
    if place.startswith(("assets/", "search/")):
        return
    if file.suffix == ".docx":
        with zipfile.ZipFile(file) as archive:
            names = [name for name in archive.namelist() if re.match(r"word/\w+\.xml", name)]
            parts = [ElementTree.fromstring(archive.read(name)) for name in names]
        paragraphs = [paragraph for part in parts for paragraph in part.iter("{*}p")]
        yield "Word", " ".join("".join(paragraph.itertext()) for paragraph in paragraphs)
    elif file.suffix == ".ics":
        for part in icalendar.Calendar.from_ical(file.read_bytes()).walk():
            values = [value for _, value in part.property_items(recursive=False)]
            yield "kalender", " ".join(str(getattr(value, "dt", value)) for value in values)
    elif file.suffix == ".json":
        content = json.loads(file.read_text("utf-8"))
        for record in content.get("poster", [content]):
            yield "data", json.dumps(record, ensure_ascii=False).replace(r"\"", '"')
    elif file.suffix == ".csv":
        with file.open(encoding="utf-8-sig", newline="") as lines:
            yield from (("data", " ".join(row)) for row in csv.reader(lines, delimiter=";"))
    elif file.suffix == ".vcf":
        card = re.sub(r"\r?\n[ \t]", "", file.read_text("utf-8"))
        yield "kort", card.replace(r"\n", " ").replace("\\", "")


def read_page(page: BuiltPage) -> Iterator[tuple[str, str]]:
    """The same of a page: all of it, and each of its sections."""
    text = "".join(reading(page.tree))
    heading = "".join(words for h1 in page.all("h1") for words in reading(h1))
    yield f"{WHOLE}/{page.address}", text
    yield from ((f"/{page.address}", heading + section) for section in text.split(SECTION))


def reading(element: ElementTree.Element) -> Iterator[str]:
    """The words of an element in their order, and what a reader meets of its attributes."""
    if not isinstance(element.tag, str) or element.tag in UNREAD:
        return
    gap = "" if INLINE.fullmatch(element.tag) else "\n"
    address = re.match(r"(mailto:|tel:|https?://)([^?#]+)", element.get("href", ""))
    yield SECTION if element.tag == "h2" else gap
    yield from (f"\n{element.get(name)}\n" for name in ATTRIBUTES if element.get(name))
    yield f"\n{address[0]} {address[2]}\n" if address else ""
    yield element.text or ""
    for child in element:
        yield from reading(child)
        yield child.tail or ""
    yield gap


class Site:
    """The pieces of a built site, and in which of them a word stands."""

    def __init__(self, folder: Path, pages: Mapping[str, BuiltPage]) -> None:
        read = [piece for page in pages.values() for piece in read_page(page)]
        read += [piece for file in sorted(folder.rglob("*")) for piece in read_file(folder, file)]
        self.lines = [
            (place.removeprefix(WHOLE), " ".join(line.split()))
            for place, text in read
            if place.startswith(WHOLE)
            for line in re.split(r"[\n\f]| · ", text)
        ]
        self.pieces = [(place, plain(text)) for place, text in read]
        self.words: dict[str, set[int]] = defaultdict(set)
        for number, (_, text) in enumerate(self.pieces):
            for word in WORD.findall(text):
                self.words[word].add(number)
        self.having = cache(self.having)

    def having(self, needle: Needle) -> frozenset[int]:
        """The pieces in which one of the spellings stands, as whole words."""
        found: set[int] = set()
        for spelling in needle:
            maybe = [self.words.get(word, set()) for word in WORD.findall(spelling)] or [set()]
            found |= {n for n in set.intersection(*maybe) if stands(spelling, self.pieces[n][1])}
        return frozenset(found)

    def places(self, needles: Iterable[Needle]) -> set[str]:
        """Where all of it stands together."""
        pieces = frozenset.intersection(*map(self.having, needles))
        return {self.pieces[number][0] for number in pieces}
