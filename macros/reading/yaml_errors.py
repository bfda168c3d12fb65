"""What an editor needs to hear when YAML does not parse: the colon, the tab, the unclosed quote."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import yaml

from macros.problems import Place, Problem

# How far above the parser's complaint the mistake itself may stand: a quote swallows lines until the next quote.
REACH = 40
ENTRY = r"^\s*(?:- +)*(?:[\w-]+|\"[^\"]*\"|'[^']*'):"
DOUBLE = r"\"(?:[^\"\\]|\\.)*\""
SINGLE = r"'(?:[^']|'')*'"


class Fault(NamedTuple):
    """A line that matches `pattern` has the mistake that `message` explains."""

    code: str
    pattern: re.Pattern[str]
    message: str


def _fault(code: str, pattern: str, message: str) -> Fault:
    return Fault(code, re.compile(pattern), message)


FAULTS = (
    _fault("yaml-tabulator", r"^[ -]*\t", "linjen begynner med et tabulatortegn. Bruk mellomrom til innrykk: to for hvert nivå"),
    _fault("yaml-anforselstegn", rf"(?:{ENTRY}|^\s*-)\s+(?:\"(?:[^\"\\]|\\.)*|'(?:[^']|'')*)$", "anførselstegnet som åpner på denne linjen, blir aldri lukket. Sett et likt tegn bak teksten"),
    _fault("yaml-anforselstegn-inni", rf"(?:{ENTRY}|^\s*-)\s+(?:{DOUBLE}|{SINGLE})\s*[^\s#,\]}}:]", "det står tekst etter det lukkende anførselstegnet. Sett « og » rundt ord inne i teksten, eller fjern anførselstegnene inni"),
    _fault("yaml-skratstrek", rf"{ENTRY}\s+\".*\\[^\"\\/abefnrtv0xuUNLP_ ]", "skråstreken \\ har en egen betydning mellom doble anførselstegn. Bruk enkle anførselstegn ('…') i stedet"),
    _fault("yaml-mellomrom-kolon", r"^\s*(?:- +)*[a-z_]+:[^\s:/]", "mellomrommet mangler bak kolon. Skriv «navn: Fosen», ikke «navn:Fosen»"),
    _fault("yaml-liste-i-felt", rf"{ENTRY}\s+- ", "en bindestrek kan ikke stå på samme linje som feltnavnet. Flytt punktet til neste linje"),
    _fault("yaml-kolon", rf"(?:{ENTRY}|^\s*-(?!\s+[\w-]+:\s))\s+[^\s\"'\[{{|>#][^#]*:(?:\s|$)", "kolon med mellomrom bak kan ikke stå inne i en tekst. Sett hele teksten i anførselstegn: \"…\""),
    _fault("yaml-tegn-forst", rf"(?:{ENTRY}|^\s*-)\s+[@`%&*!]", "teksten begynner med et tegn som betyr noe annet her (@ ` % & * eller !). Sett teksten i anførselstegn: \"…\""),
    _fault("yaml-blokk", rf"{ENTRY}\s+[|>][-+0-9]*\s*[^\s#0-9+-]", "tegnet | eller > må stå alene bak kolon. Sett teksten i anførselstegn: \"…\""),
    _fault("yaml-klamme", r"(?:\[[^\]]*|\{[^}]*)$", "klammen som åpner på denne linjen, blir ikke lukket. Lukk den med ] eller }"),
    _fault("yaml-dokument", r"^(---|\.\.\.)", "filen kan ikke ha linjer med bare --- eller ... Slett linjen"),
    _fault("yaml-kolon-mangler", r"^\s*(?:- +)?[^\s#:\"'\[{-][^:]*$", "linjen mangler kolon. Skriv feltnavn, kolon, mellomrom og verdi: «navn: Fosen»"),
)
INDENT = "linjen passer ikke med linjene over. Se på innrykket: felt på samme nivå skal begynne i samme kolonne"


def explain(file: str, text: str, error: Exception) -> Problem:
    """The parser's complaint in an editor's words, at the line where the mistake most likely is."""
    if isinstance(error, yaml.reader.ReaderError):
        line = text.count("\n", 0, error.position) + 1
        return Problem(Place(file, line), f"linjen har et usynlig tegn (U+{_number(error):04X}). Slett det og skriv linjen på nytt", "usynlig-tegn")
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return Problem(Place(file), "for mange nivåer inni hverandre. Se på innrykkene", "yaml-dybde")
    lines = text.split("\n")
    last = min(mark.line, len(lines) - 1)
    for number, fault in _faults(lines, last):
        return Problem(Place(file, number + 1, 1 + len(lines[number]) - len(lines[number].lstrip())), fault.message, fault.code)
    return Problem(Place(file, last + 1, mark.column + 1), INDENT, "yaml-innrykk")


def _number(error: yaml.reader.ReaderError) -> int:
    return error.character if isinstance(error.character, int) else ord(error.character)


def _faults(lines: list[str], last: int) -> Iterator[tuple[int, Fault]]:
    """The faulty lines, those the parser stopped at first; a missing colon only where it stopped."""
    near = [number for number in range(last, max(-1, last - 3), -1) if lines[number].strip()]
    far = range(last, max(-1, last - REACH), -1)
    for fault in FAULTS:
        reach = far if fault.code in ("yaml-anforselstegn", "yaml-klamme") else near
        for number in reach:
            if not lines[number].lstrip().startswith("#") and fault.pattern.search(lines[number]):
                if fault.code != "yaml-mellomrom-kolon" or "https:" not in lines[number]:
                    yield number, fault


def unreadable(file: str, raw: bytes, most: int) -> Problem | None:
    """Why the bytes can't be a data file at all: too large, not UTF-8, with a byte order mark; None when they can."""
    if len(raw) > most:
        return Problem(Place(file), f"filen er for stor ({len(raw) // 1000} kB). En datafil er på høyst {most // 1000} kB", "fil-for-stor")
    if raw.startswith(b"\xef\xbb\xbf"):
        return Problem(Place(file), "filen begynner med et usynlig tegn (BOM). Lagre den som «UTF-8» uten BOM", "fil-bom")
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return Problem(Place(file, line), "linjen har tegn som ikke er UTF-8. Lagre filen som «UTF-8» og se etter æ, ø og å", "fil-tegnsett")
    return None
