"""What a published file is made of, apart from its words: when only words change, nothing may come
that was not there before.
"""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from xml.etree import ElementTree
from zipfile import ZipFile

import html5lib
import markdown

SCHEMES = re.compile(r"(?:https?|mailto|tel|webcals?):|(?![\w+.-]*:)", re.IGNORECASE)
# A cell that a spreadsheet would calculate, whatever it takes for the end of a cell.
FORMULA = re.compile(r"(?:^|[;,\t])[\s\"]*[=+\-@\uff1d\uff0b\uff0d\uff20]")


def shape(files: Mapping[str, bytes]) -> set[str]:
    """All that the files are made of: elements and attributes, properties, keys, columns.

    Each kind of file is parsed as its readers do.
    """
    return {
        part
        for name, content in files.items()
        for part in READERS.get(name.rpartition(".")[2], _name)(name, content)
    }


def _page(name: str, content: bytes) -> Iterator[str]:
    """A page of Markdown as the engine makes HTML of it."""
    text = re.sub(r"\A---\n.*?\n---\n", "", content.decode(), flags=re.DOTALL)
    yield from html_parts(markdown.markdown(text, extensions=["attr_list", "tables", "toc"]))


def _html(name: str, content: bytes) -> Iterator[str]:
    yield from html_parts(content.decode())


def html_parts(text: str) -> Iterator[str]:
    """Every element with each of its attributes, and every address that leads to something that is
    no page, file or person.
    """
    for element in html5lib.parse(text, namespaceHTMLElements=False).iter():
        if not isinstance(element.tag, str):
            yield "<!-- -->"
            continue
        yield f"<{element.tag}>"
        for attribute, value in element.attrib.items():
            yield f"<{element.tag} {attribute}>"
            if attribute in (
                "href",
                "src",
                "action",
                "formaction",
                "{http://www.w3.org/1999/xlink}href",
            ) and not SCHEMES.match(value.strip()):
                yield f"{attribute}={value}"
        if element.tag in ("script", "style") and "kapret" in (element.text or ""):
            yield f"<{element.tag}> {element.text}"


def _lines(name: str, content: bytes) -> Iterator[str]:
    """Calendars and cards: the names and parameters of the content lines.

    Ends of lines are CRLF, or the readers disagree on what a line is.
    """
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", content), name
    assert all(len(line) <= 75 for line in content.split(b"\r\n")), name
    for line in content.decode().replace("\r\n ", "").removesuffix("\r\n").split("\r\n"):
        yield (
            f"{name.rpartition('.')[2]}"
            f" {line if line.startswith(('BEGIN:', 'END:')) else line.partition(':')[0]}"
        )


def _table(name: str, content: bytes) -> Iterator[str]:
    head, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";")
    yield f"{name} {head}"
    for row in rows:
        assert len(row) == len(head), f"{name}: {row}"
        yield from (f"{name} {cell}" for cell in row if FORMULA.search(cell))


def _json(name: str, content: bytes) -> Iterator[str]:
    def keys(value: object, path: str) -> Iterator[str]:
        if isinstance(value, dict):
            yield from (
                part for key, inner in value.items() for part in keys(inner, f"{path}.{key}")
            )
        elif isinstance(value, list):
            yield from (part for inner in value for part in keys(inner, f"{path}[]"))
        else:
            yield path

    yield from keys(json.loads(content), name)


def _document(name: str, content: bytes) -> Iterator[str]:
    """A Word file: its parts, their elements and attributes, and what they lead to."""
    with ZipFile(io.BytesIO(content)) as package:
        for part in package.namelist():
            yield f"docx {part}"
            for element in ElementTree.fromstring(package.read(part)).iter():
                yield (
                    f"docx {element.tag} {sorted(element.attrib)}"
                    f" {element.get('Target', '') if part.endswith('.rels') else ''}"
                )


def _name(name: str, content: bytes) -> Iterator[str]:
    """A file whose words are nobody's but ours: all of it."""
    yield f"{name} {content!r}"


READERS: Mapping[str, Callable[[str, bytes], Iterator[str]]] = {
    "md": _page,
    "html": _html,
    "ics": _lines,
    "vcf": _lines,
    "csv": _table,
    "json": _json,
    "docx": _document,
}
