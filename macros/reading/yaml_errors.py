"""What an editor needs to hear when YAML does not parse: the colon, the tab, the unclosed quote."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import yaml

from macros.problems import Place, Problem

ENTRY = r"^\s*(?:- +)*(?:[\w-]+|\"[^\"]*\"|'[^']*'):"
DOUBLE = r"\"(?:[^\"\\]|\\.)*\""
SINGLE = r"'(?:[^']|'')*'"
# How far above the line where the parser stopped the mistake may stand: a quote or a bracket swallows lines until the next one.
NEAR, FAR = 3, 40


class Fault(NamedTuple):
    """A line that matches `pattern` has the mistake that `message` explains. A pattern with a line end in it is shown the line below too."""

    code: str
    pattern: re.Pattern[str]
    message: str
    reach: int


def _fault(code: str, pattern: str, message: str, reach: int = NEAR) -> Fault:
    return Fault(code, re.compile(pattern), message, reach)


NO_SPACE = "mellomrommet mangler bak kolon. Skriv «navn: Fosen», ikke «navn:Fosen»"
SQUEEZED = re.compile(r"[a-z][\w-]*:[^\s:/]")
NO_NAME = "feltnavnet mangler foran kolon. Skriv for eksempel «navn: Fosen»"
NO_COLON = "linjen mangler kolon. Skriv feltnavn, kolon, mellomrom og verdi: «navn: Fosen»"
FAULTS = (
    _fault("yaml-tabulator", r"^[ -]*\t", "linjen begynner med et tabulatortegn. Bruk mellomrom til innrykk: to for hvert nivå"),
    _fault("yaml-anforselstegn", rf"(?:{ENTRY}|^\s*-)\s+(?:\"(?:[^\"\\]|\\.)*|'(?:[^']|'')*)$", "anførselstegnet som åpner på denne linjen, blir aldri lukket. Sett et likt tegn bak teksten", FAR),
    _fault("yaml-anforselstegn-inni", rf"(?:{ENTRY}|^\s*-)\s+(?:{DOUBLE}|{SINGLE})\s*[^\s#,\]}}:]", "det står tekst etter det lukkende anførselstegnet. Sett « og » rundt ord inne i teksten, eller fjern anførselstegnene inni"),
    _fault("yaml-skratstrek", rf"{ENTRY}\s+\".*\\(?:[^\"\\/abefnrtv0xuUNLP_ ]|u[dD][89a-fA-F])", "skråstreken \\ har en egen betydning mellom doble anførselstegn. Bruk enkle anførselstegn ('…') i stedet"),
    _fault("yaml-flettekonflikt", r"^(?:<{7}|={7}|>{7})", "to versjoner av filen er blandet sammen (<<<<<<<, ======= og >>>>>>>). Behold de riktige linjene, og slett disse tre merkene"),
    _fault("yaml-mellomrom-kolon", r"^\s*(?:- +)*[a-z][\w-]*:[^\s:/]", NO_SPACE),
    _fault("yaml-liste-i-felt", rf"{ENTRY}\s+- ", "en bindestrek kan ikke stå på samme linje som feltnavnet. Flytt punktet til neste linje"),
    _fault("yaml-kolon", rf"(?:{ENTRY}|^\s*-(?!\s+[\w-]+:(?:\s|$)))\s+[^\s\"'\[{{|>#][^#]*:(?:\s|$)", "kolon med mellomrom bak kan ikke stå inne i en tekst. Sett hele teksten i anførselstegn: \"…\""),
    _fault("yaml-tegn-forst", rf"(?:{ENTRY}|^\s*-)\s+[@`%&*!?]", "teksten begynner med et tegn som betyr noe annet her (@ ` % & * ! eller ?). Sett teksten i anførselstegn: \"…\""),
    _fault("yaml-blokk", rf"{ENTRY}\s+[|>][-+0-9]*\s*[^\s#0-9+-]", "tegnet | eller > må stå alene bak kolon. Sett teksten i anførselstegn: \"…\""),
    _fault("yaml-klamme", r"(?:\[[^\]]*|\{[^}]*)$", "klammen som åpner på denne linjen, blir ikke lukket. Lukk den med ] eller }", FAR),
    _fault("yaml-tekst-bak-klamme", rf"(?:{ENTRY}|^\s*-)\s+(?:\[[^\]]*\]|\{{[^}}]*\}})\s*[^\s#]", "det står tekst etter klammen. Sett hele teksten i anførselstegn: \"…\""),
    _fault("yaml-komma", r"(?:\[|\{)[^\]}]*(?:,\s*,|:\s[^,\]}]*\s[\w-]+:\s)", "kommaene i klammen er feil. Sett ett komma mellom hver verdi: {fra: 2018, til: 2020}"),
    _fault("yaml-nokkel", r"^\s*(?:- +)?:(?:\s|$)", NO_NAME),
    _fault("yaml-punkt", r"^\s*(?:[*–—•]|-[^\s-])", "et punkt begynner med bindestrek og mellomrom, som «- Fosen», og et felt begynner med navnet sitt"),
    _fault("yaml-dokument", r"^(---|\.\.\.)", "filen kan ikke ha linjer med bare --- eller ... Slett linjen"),
    _fault("yaml-kolon-mangler", r"^( *)(?:- +)?[^\s#:\"'\[{-][^:\n]*\n\1(?:  )?[\w-]+:(?:\s|$)", NO_COLON),
    _fault("yaml-kolon-mangler", r"^\s*[^\s#:\"'\[{-][^:]*$", NO_COLON, 1),
)
INDENT = "linjen passer ikke med linjene over. Se på innrykket: felt, og bindestreker, på samme nivå skal begynne i samme kolonne"


def explain(file: str, text: str, error: yaml.YAMLError) -> Problem:
    """The parser's complaint in an editor's words, at the line where the mistake most likely is."""
    mark = getattr(error, "problem_mark", None) or yaml.Mark("", 0, 0, 0, None, 0)
    lines = text.split("\n")
    last = min(mark.line, len(lines) - 1)
    for number, fault in _faults(lines, last):
        return Problem(Place(file, number + 1, 1 + len(lines[number]) - len(lines[number].lstrip())), fault.message, fault.code)
    return Problem(Place(file, last + 1, mark.column + 1), INDENT, "yaml-innrykk")


def _faults(lines: list[str], last: int) -> Iterator[tuple[int, Fault]]:
    """The faulty lines, kind by kind, each from where the parser stopped and upwards."""
    for fault in FAULTS:
        for number in range(last, max(-1, last - fault.reach), -1):
            shown = "\n".join(lines[number:min(number + 2, last + 1)]) if "\\n" in fault.pattern.pattern else lines[number]
            if not shown.lstrip().startswith("#") and fault.pattern.search(shown):
                yield number, fault
