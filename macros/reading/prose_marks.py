"""Markdown that does not become what its writer meant, and what no page may say of a person."""

import re
from collections.abc import Callable, Iterator
from itertools import dropwhile

from macros.model.private import (
    MAILBOX,
    MOBILE,
    PHONE_NUMBER,
    PRIVATE_MAILBOX,
    is_mobile,
    private_mailbox,
)
from macros.problems import Place, Problem

ITEM = re.compile(r"(?:[-*+]|[0-9]{1,3}\.) +\S")
RULER = re.compile(r"\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-*:?[ ]*)*\|?[ ]*$")
DIALLED = re.compile(r"(?<=tel:)[+0-9. -]+", re.IGNORECASE)
LINK_TARGET = re.compile(r"\]\([^()\n]*\)|<[^<>\n]*>")

# What is seen on one line alone: the pattern, and what to do.
SLIPS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (
        re.compile(r"(\[[^\[\]\n]+\])\s+\((?=[^)\n]*(?:\.md|https?:|mailto:))([^)\n]*)\)"),
        lambda found: (
            f"lenken blir ikke en lenke. Skriv {found[1]}({found[2]}) uten mellomrom mellom ] og ("
        ),
    ),
    (
        re.compile(r"\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*$"),
        lambda found: "lenken har ingen slutt. Skriv ) etter adressen, på samme linje",
    ),
    (
        re.compile(r"\[[^\[\]\n]+\]\(\s*#?\s*\)"),
        lambda found: "lenken har ingen adresse. Skriv den mellom ( og )",
    ),
    (
        re.compile(r"\((?:[^()\n]+)\)\[(?:https?:|[\w./-]+\.md)[^\]\n]*\]"),
        lambda found: "lenken er snudd. Skriv teksten i [ ] først, og så adressen i ( )",
    ),
    (
        re.compile(r"!\s+\[[^\]\n]*\]\("),
        lambda found: "bildet blir ikke et bilde. Skriv ![ uten mellomrom",
    ),
    (
        re.compile(r"^[ ]*[\u2022\u00b7\u25aa\u25e6\u2023\u25cf\uf0b7]"),
        lambda found: (
            "punktet blir ikke et punkt i en liste. Skriv - og mellomrom i stedet for"
            f" {found[0].strip()}, og en tom linje over listen"
        ),
    ),
    (
        re.compile(r"\S\t"),
        lambda found: (
            "linjen har tabulatorer, slik tekst fra Excel har. Skriv en tabell med | mellom"
            " rutene, eller bytt dem med mellomrom"
        ),
    ),
    (
        re.compile(r"^[0-9]{1,2}\)[ ]+\S"),
        lambda found: "tallet blir ikke et punkt i en liste. Skriv 1. i stedet for 1)",
    ),
    (
        re.compile(r"^[ ]*[-*+][ ]+\[[ xX]\][ ]"),
        lambda found: "ruten blir ikke en avkryssing. Skriv punktet uten [ ]",
    ),
    (
        re.compile(r"~~[^~\n]+~~"),
        lambda found: "teksten blir ikke strøket over. Slett den, eller skriv den uten ~~",
    ),
    (
        re.compile(r"^[ ]*(?:!!!|\?\?\?\+?)[ ]+\w"),
        lambda found: "rammen blir ikke en ramme. Skriv en overskrift, eller et vanlig avsnitt",
    ),
    (
        re.compile(r"^[ ]*(?:`{3,}|~{3,})"),
        lambda found: "koden har ingen slutt. Skriv en linje med ``` etter den",
    ),
    (
        re.compile(r"(?<![\w(<\"/=\[:])(?:https?://|www\.)[^\s<>)\]|]{0,300}[\w/]"),
        lambda found: f"adressen blir ikke en lenke. Skriv [tekst]({_whole(found[0])})",
    ),
)


def _whole(address: str) -> str:
    return address if address.startswith("http") else f"https://{address}"


def judge_marks(file: str, plain: str) -> Iterator[Problem]:
    """What is wrong with a page's text; `plain` has neither code nor comments."""
    lines = plain.split("\n")
    for number, line in enumerate(lines, 1):
        for pattern, say in SLIPS:
            if found := pattern.search(line):
                yield Problem(Place(file, number, found.start() + 1), say(found), "side-tegn")
                break
        yield from _private_marks(file, number, line)
    yield from _all_blocks(file, lines)


def _private_marks(file: str, number: int, line: str) -> Iterator[Problem]:
    shown = LINK_TARGET.sub(lambda found: " " * len(found[0]), line)
    for found in (*PHONE_NUMBER.finditer(shown), *DIALLED.finditer(line)):
        if is_mobile(found[0]):
            yield Problem(
                Place(file, number, found.start() + 1),
                MOBILE.format(value=found[0].strip()),
                "telefon-mobil",
            )
    for found in MAILBOX.finditer(line):
        if private_mailbox(found[0]):
            yield Problem(
                Place(file, number, found.start() + 1),
                PRIVATE_MAILBOX.format(value=found[0]),
                "epost-privat",
            )


def _all_blocks(file: str, lines: list[str]) -> Iterator[Problem]:
    """What depends on the lines around: lists, tables, headings by underlining, bold text."""
    block: list[tuple[int, str]] = []
    for number, line in enumerate([*lines, ""], 1):
        if line.strip():
            block.append((number, line))
            continue
        yield from _block_marks(file, block)
        block = []


def _block_marks(file: str, block: list[tuple[int, str]]) -> Iterator[Problem]:
    block = list(dropwhile(lambda row: row[1].startswith("#"), block))
    if not block or re.match(r"[ ]{0,3}<|\s|\{\{|>", block[0][1]):
        return
    first, text = block[0]
    if text.startswith("|"):
        if len(block) < 2 or not RULER.match(block[1][1]):
            yield Problem(
                Place(file, first),
                "tabellen blir ikke en tabell. Under linjen med overskriftene skal det stå |---|"
                " med like mange ruter",
                "side-tegn",
            )
        return
    if "".join(line for _, line in block).count("**") % 2:
        yield Problem(
            Place(file, first),
            "to stjerner (**) mangler foran eller etter den fete teksten i dette avsnittet",
            "side-tegn",
        )
    for number, line in block[1:]:
        if re.match(r"(?:-{2,}|=+)[ ]*$", line) and not ITEM.match(text):
            yield Problem(
                Place(file, number),
                "linjen over blir en overskrift. Sett en tom linje mellom teksten og strekene",
                "side-tegn",
            )
        elif ITEM.match(line) and not ITEM.match(text):
            yield Problem(
                Place(file, number),
                "listen blir ikke en liste. Sett en tom linje over det første punktet",
                "side-tegn",
            )
            return
