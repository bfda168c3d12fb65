"""The bytes of a file as text that can be read as YAML, and what is wrong with the bytes
themselves.
"""

import re
import unicodedata

from macros.problems import Place, Problem
from macros.problems.signs import FORBIDDEN

# The largest data file we have is 40 kB: one of a megabyte is a mistake or an attack.
MAX_BYTES = 1_000_000
# Far beyond any data file, far below what makes the parser slow or crash.
MAX_DEPTH = 20
BOM = b"\xef\xbb\xbf"
# Norwegian letters and signs after a file was opened in one encoding and saved in another.
SPOILT = re.compile("\ufffd|Ã[¥\u00b8¦…†\u02dc]|â€|Â[«»]")
LEADERS = re.compile(r"[\s?:-]*")
BRACKETS = re.compile(r"[\[\]{}]")
CONTENT = re.compile(r"^ *\S.*", re.MULTILINE)
# Spaces as word processors and web pages make them.
SPACES = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# What stands before a line begins: it has been said, and must not look like one space more.
LEADING = re.compile(f"^( *)(?:{FORBIDDEN.pattern})+", re.MULTILINE)


def to_text(file: str, raw: bytes) -> tuple[str | None, list[Problem]]:
    """The text, or None where there is no point in reading on.

    What no editor can see (hard spaces, tabs inside a line, old line ends) is made plain.
    """
    if problem := too_large(file, raw):
        return None, [problem]
    problems = []
    if raw.startswith(BOM):
        problems.append(
            Problem(
                Place(file),
                "filen begynner med et usynlig tegn (BOM). Lagre den som «UTF-8» uten BOM",
                "fil-bom",
            )
        )
    text, undecodable = decode(file, raw.removeprefix(BOM))
    problems += undecodable
    if undecodable and b"\0" in raw:
        return None, problems
    text = settled(text)
    problems += invisible(file, text) if (hidden := FORBIDDEN.search(text)) else []
    if deep := too_deep(file, text):
        return None, problems + deep
    if not hidden:
        return text, problems
    text = LEADING.sub(lambda found: found[0] if "\t" in found[0] else found[1], text)
    return FORBIDDEN.sub(lambda found: found[0] if found[0] == "\t" else " ", text), problems


def settled(text: str) -> str:
    """The same without what no editor can see: hard and thin spaces, tabs inside a line, and an «å»
    that is an a and a ring.
    """
    text = SPACES.sub(" ", unicodedata.normalize("NFC", text))
    return CONTENT.sub(lambda line: line[0].replace("\t", " "), text) if "\t" in text else text


def too_large(file: str, raw: bytes) -> Problem | None:
    """That a file has more in it than anybody has written."""
    if len(raw) <= MAX_BYTES:
        return None
    return Problem(
        Place(file),
        f"filen er for stor ({len(raw) // 1000} kB). En"
        f" {'datafil' if file.endswith('.yml') else 'side'} er på høyst {MAX_BYTES // 1000} kB",
        "fil-for-stor",
    )


def decode(file: str, raw: bytes) -> tuple[str, list[Problem]]:
    """UTF-8 with plain line ends; what is not UTF-8 is marked, and said once, at its line."""
    problems = []
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        problems.append(
            Problem(
                Place(file, line),
                "linjen har tegn som ikke er UTF-8. Lagre filen som «UTF-8» og se etter æ, ø og å",
                "fil-tegnsett",
            )
        )
        text = raw.decode("utf-8", "replace")
    else:
        if found := SPOILT.search(text):
            problems.append(
                Problem(
                    Place.at(file, text, found.start()),
                    f"linjen har ødelagte bokstaver («{found[0]}»). Hent den tilbake fra"
                    " historikken, eller skriv den på nytt. Se etter flere lenger nede",
                    "fil-tegnsett",
                )
            )
    return text.replace("\r\n", "\n").replace("\r", "\n"), problems


def invisible(file: str, text: str) -> list[Problem]:
    """Characters that no editor shows, one problem for each line that has any."""
    found = {}
    for number, line in enumerate(text.split("\n"), 1):
        if hidden := FORBIDDEN.search(line.lstrip("\t ")):
            column = len(line) - len(line.lstrip("\t ")) + hidden.start() + 1
            found[number] = Problem(
                Place(file, number, column),
                f"linjen har et usynlig tegn (U+{ord(hidden[0]):04X}). Slett det og skriv linjen på"
                " nytt",
                "usynlig-tegn",
            )
    return list(found.values())


def too_deep(file: str, text: str) -> list[Problem]:
    """That brackets or dashes nest deeper than in any file of ours: the parser itself would be
    slow, or crash.
    """
    said = "for mange nivåer inni hverandre. Se på innrykk og klammer"
    line = _deep_line(text)
    return [Problem(Place(file, line), said, "yaml-dybde")] if line else []


def _deep_line(text: str) -> int:
    depth = 0
    for number, line in enumerate(text.split("\n"), 1):
        if len(LEADERS.match(line)[0]) > 3 * MAX_DEPTH:
            return number
        for bracket in BRACKETS.findall(line):
            depth = max(0, depth + (1 if bracket in "[{" else -1))
            if depth > MAX_DEPTH:
                return number
    return 0
