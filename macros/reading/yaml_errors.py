"""What an editor needs to hear when YAML does not parse: the colon, the tab, the unclosed quote."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import yaml

from macros.model.fields import every_field
from macros.model.samlinger import SAMLINGER
from macros.problems import Place, Problem
from macros.reading.remedies import beside, indent_of, remedies

ENTRY = r"^\s*(?:- +)*(?:[\w-]+|\"[^\"]*\"|'[^']*'):"
DOUBLE = r"\"(?:[^\"\\]|\\.)*\""
SINGLE_QUOTED = r"'(?:[^']|'')*'"
# Where a text without quotes begins inside of braces.
INSIDE = r"[{,]\s*[\w-]+:\s+(?=[^\s\"'\[{,}])"
ANY_FIELD = "|".join(sorted(every_field(samling.model for samling in SAMLINGER)))
# How far above the line where the parser stopped the mistake may stand: a bracket swallows lines
# until the next one.
NEAR, FAR_APART = 3, 40


class Fault(NamedTuple):
    """A line that matches `pattern` has the mistake that `message` explains."""

    code: str
    pattern: re.Pattern[str]
    message: str
    reach: int


def _fault(code: str, pattern: str, message: str, reach: int = NEAR) -> Fault:
    return Fault(code, re.compile(pattern), message, reach)


MIXED = (
    "to versjoner av filen er blandet sammen (<<<<<<<, ======= og >>>>>>>). Behold de riktige"
    " linjene, og slett disse tre merkene"
)
NO_SPACE = "mellomrommet mangler bak kolon. Skriv «navn: Norby», ikke «navn:Norby»"
SQUEEZED = re.compile(r"[a-z][\w-]*:[^\s:/]")
NO_NAME = "feltnavnet mangler foran kolon. Skriv for eksempel «navn: Norby»"
COLON = (
    'kolon med mellomrom bak kan ikke stå inne i en tekst. Sett hele teksten i anførselstegn: "…"'
)
TWO = (
    "det står to felt på linjen. Flytt det siste til neste linje. Er det ikke et felt, men tekst"
    ' med kolon i, setter du hele teksten i anførselstegn: "…"'
)
CURLY_REMEDY = (
    "kolon med mellomrom bak kan ikke stå inne i en tekst uten rette anførselstegn rundt. Skriv"
    ' "…", ikke “…” eller «…»'
)
NO_COLON = (
    "linjen mangler kolon. Skriv «navn: Norby», eller rykk den inn hvis den hører til teksten over"
)
NO_DASH = (
    "bindestreken mangler. Skriv «- Norby», i samme kolonne som de andre punktene, eller rykk"
    " linjen inn hvis den hører til teksten over"
)
MARKDOWN = (
    "lenken er skrevet som på en side. I datafilene skriver du bare adressen, som"
    " https://www.eksempel.no/side, og i en tekst bare ordene"
)
PASTED_TABLE = (
    "linjen er limt inn fra en tabell, og kan ikke leses. Slett den, og skriv det den sier som"
    " felt, slik eksempelet øverst i filen viser"
)
CLOSED_TWICE = "det er en klamme for mye på slutten. Slett den siste"
KEY_QUOTE = 'anførselstegnet bak feltnavnet mangler. Skriv ett på hver side, som "9901":'
TAB = _fault(
    "yaml-tabulator",
    r"^[ -]*\t",
    "linjen begynner med et tabulatortegn. Bruk mellomrom til innrykk: to for hvert nivå",
)
QUOTE = _fault(
    "yaml-anforselstegn",
    rf"(?:{ENTRY}|^\s*-)\s+(?:(\")(?:[^\"\\]|\\.)*|(')(?:[^']|'')*)$",
    "anførselstegnet som åpner på denne linjen, blir aldri lukket. Sett et likt tegn bak teksten",
)
OPEN_KEY = re.compile(r"\s*\"[^\"]*:\s*$|\s*'[^']*:\s*$")
FAULTS = (
    _fault(
        "yaml-kolon",
        rf"{ENTRY}\s+(?:(?:{DOUBLE}|{SINGLE_QUOTED}|[^\s\"'\[{{|>#][^\"'#]*?)\s+)?"
        rf"(?:{ANY_FIELD}):(?:\s|$)",
        TWO,
    ),
    _fault(
        "yaml-anforselstegn-inni",
        rf"(?:{ENTRY}|^\s*-)\s+(?:{DOUBLE}|{SINGLE_QUOTED})\s*[^\s#,\]}}:]",
        "det står tekst etter det lukkende anførselstegnet. Sett « og » rundt ord inne i teksten,"
        " eller fjern anførselstegnene inni",
    ),
    _fault(
        "yaml-skratstrek",
        rf"{ENTRY}\s+\".*\\(?:[^\"\\/abefnrtv0xuUNLP_ ]|u[dD][89a-fA-F])",
        "skråstreken \\ har en egen betydning mellom doble anførselstegn. Bruk enkle anførselstegn"
        " ('…') i stedet",
    ),
    _fault(
        "yaml-flettekonflikt",
        r"^\+ *(?:[\w-]+:|- )",
        "linjen begynner med «+», som en sammenligning setter foran nye linjer. Slett tegnet på"
        " hver linje",
    ),
    _fault("yaml-dokument", r"^\s*\|.*\|\s*$", PASTED_TABLE),
    _fault(
        "yaml-tegn-forst",
        rf"{ENTRY}\s+-\s*(?:#|$)",
        "det står bare en strek bak feltnavnet. Skriv verdien, eller slett linjen",
    ),
    _fault("yaml-dokument", r"^\s*```", "tegnene ``` hører ikke til i filen. Slett linjen"),
    _fault(
        "yaml-komma",
        rf"\[[^\]]*(?:{DOUBLE}|{SINGLE_QUOTED})\s+[\"']",
        'komma mangler mellom to verdier i klammene. Skriv ["a", "b"]',
    ),
    _fault("yaml-flettekonflikt", r"^(?:<{7}|={7}|>{7})", MIXED),
    _fault("yaml-mellomrom-kolon", r"^\s*(?:- +)*[a-z][\w-]*:[^\s:/]", NO_SPACE),
    _fault(
        "yaml-liste-i-felt",
        rf"{ENTRY}\s+- ",
        "en bindestrek kan ikke stå på samme linje som feltnavnet. Flytt punktet til neste linje",
    ),
    _fault("yaml-kolon", rf"(?:{ENTRY}|^\s*-)\s+[“”„‘’«][^#]*:(?:\s|$)", CURLY_REMEDY),
    _fault(
        "yaml-kolon",
        rf"(?:{ENTRY}|^\s*-(?!\s+[\w-]+:(?:\s|$)))\s+[^\s\"'\[{{|>#][^#]*:(?:\s|$)",
        COLON,
    ),
    _fault(
        "yaml-tegn-forst",
        rf"(?:{ENTRY}|^\s*-)\s+[@`%&*!?]",
        "teksten begynner med et tegn som betyr noe annet her (@ ` % & * ! eller ?). Sett teksten i"
        ' anførselstegn: "…"',
    ),
    _fault(
        "yaml-blokk",
        rf"(?:{ENTRY}|^\s*-)\s+[|>](?![-+0-9]*\s*(?:#|$))",
        "teksten begynner med | eller >, som betyr noe annet her. Sett hele teksten i"
        ' anførselstegn: "…". Er det et antall, skriver du bare tallet',
    ),
    _fault("yaml-kolon", rf"{INSIDE}[^,}}\"]*?(?<!\S)(?!(?:{ANY_FIELD}):)\S+:\s", COLON),
    _fault(
        "yaml-tekst-bak-klamme",
        rf"{INSIDE}[^,\]}}\"]*[\[{{]",
        'klammer kan ikke stå inne i en tekst. Sett hele teksten i anførselstegn: "…"',
    ),
    _fault(
        "yaml-klamme",
        r"(?:\[[^\]]*|\{[^}]*)$",
        "klammen som åpner på denne linjen, blir ikke lukket. Lukk den med ] eller }",
        FAR_APART,
    ),
    _fault("yaml-tekst-bak-klamme", r"(?::|-)\s+\[[^\[\]]*\]\((?:https?:|mailto:|www\.)", MARKDOWN),
    _fault(
        "yaml-klamme",
        rf"(?:{ENTRY}|^\s*-)\s+(?:\[[^\[\]]*\]|\{{(?:[^{{}}]|\{{[^{{}}]*\}})*\}})\s*[\]}}]",
        CLOSED_TWICE,
    ),
    _fault(
        "yaml-tekst-bak-klamme",
        rf"(?:{ENTRY}|^\s*-)\s+(?:\[[^\[\]]*\]|\{{[^{{}}]*\}})\s*[^\s#]",
        'det står tekst etter klammen. Sett hele teksten i anførselstegn: "…"',
    ),
    _fault(
        "yaml-komma",
        r"(?:\[|\{)[^\]}]*(?:,\s*,|:\s[^,\]}]*\s[\w-]+:\s)",
        "kommaene i klammen er feil. Sett ett komma mellom hver verdi: {fra: 2018, til: 2020}",
    ),
    _fault(
        "yaml-komma",
        rf"(?:{ENTRY}|^\s*-)\s+(?:{DOUBLE}|{SINGLE_QUOTED})\s*,\s*(?:#|$)",
        "kommaet bak teksten skal ikke være der. Slett det",
    ),
    _fault("yaml-nokkel", r"^\s*(?:- +)?:(?:\s|$)", NO_NAME),
    _fault(
        "yaml-punkt",
        r"^\s*(?:[*–—•]|-[^\s-])",
        "et punkt begynner med bindestrek og mellomrom, som «- Norby», og et felt begynner med"
        " navnet sitt",
    ),
    _fault(
        "yaml-dokument",
        r"^(---|\.\.\.)",
        "filen kan ikke ha linjer med bare --- eller ... Slett linjen",
    ),
)
INDENT = (
    "linjen passer ikke med linjene over. Se på innrykket: felt, og bindestreker, på samme nivå"
    " skal begynne i samme kolonne"
)
NO_HEAD = (
    "bindestreken begynner et punkt i en liste, men linjen over er et felt med en verdi. Mangler"
    " navnet på listen, skriver du det på en linje over, som «kommuner:»"
)

# Nobody writes it by hand.
BROKEN_JSON = (
    "filen er skadet her. Et program har laget den: hent den tilbake fra historikken, eller lag den"
    " på nytt, slik HACKING.md sier"
)


def explain_yaml(file: str, text: str, error: yaml.YAMLError) -> Problem:
    """The parser's complaint in an editor's words, at the line where the mistake most likely is."""
    mark = getattr(error, "problem_mark", None) or yaml.Mark("", 0, 0, 0, None, 0)
    if file.endswith(".json"):
        return Problem(Place(file, mark.line + 1, mark.column + 1), BROKEN_JSON, "json-form")
    lines = text.split("\n")
    last = min(mark.line, len(lines) - 1)
    for number, code, message in _faults(lines, last):
        return Problem(Place(file, number + 1, 1 + indent_of(lines[number])), message, code)
    return Problem(Place(file, last + 1, 1 + indent_of(lines[last])), INDENT, "yaml-innrykk")


def _faults(lines: list[str], last: int) -> Iterator[tuple[int, str, str]]:
    """The faulty lines, the surest kind of mistake first, each from where the parser stopped and
    upwards.
    """
    above = [
        number
        for number in range(last, -1, -1)
        if lines[number].strip() and not lines[number].lstrip().startswith("#")
    ]
    near = above[:NEAR]
    yield from ((at, TAB.code, TAB.message) for at in near if TAB.pattern.search(lines[at]))
    yield from ((at, QUOTE.code, QUOTE.message) for at in above if _swallows(lines, at))
    yield from ((at, QUOTE.code, KEY_QUOTE) for at in above if OPEN_KEY.match(lines[at]))
    for fault in FAULTS:
        within = (at for at in above if last - at < fault.reach)
        yield from (
            (at, fault.code, fault.message) for at in within if fault.pattern.search(lines[at])
        )
    yield from ((at, "yaml-punkt", NO_DASH) for at in near if _lacks_dash(lines, at))
    yield from (
        (at, "yaml-kolon-mangler", NO_COLON) for at in near if _lacks_colon(lines, at, last)
    )
    yield from remedies(lines, near)
    if any(_lacks_head(lines[last], lines[before]) for before in above[1:2]):
        yield last, "yaml-innrykk", NO_HEAD
    yield from ((at, "yaml-innrykk", INDENT) for at in above if indent_of(lines[at]) % 2)


def _swallows(lines: list[str], number: int) -> bool:
    """Whether a quote opens on the line, and what closes it, further down, is another text's own
    quote.
    """
    if not (found := QUOTE.pattern.search(lines[number])):
        return False
    quote = found[1] or found[2]
    rest = next(
        (line.split(quote, 1)[1].strip() for line in lines[number + 1 :] if quote in line), "aldri"
    )
    return bool(rest) and rest[0] not in "#,]}"


def _lacks_dash(lines: list[str], number: int) -> bool:
    """Whether a line without a colon has an item of a list above or below it: its own column, or
    its quotes, tell that it is one too.
    """
    quoted = re.compile(rf"\s*(?:{DOUBLE}|{SINGLE_QUOTED})\s*(?:#|$)")
    item = re.compile(r"\s*- (?!\s*[\w-]+:(?:\s|$))")
    line = lines[number]
    if not (quoted.match(line) or re.match(r"\s*\w[^:]*$", line)):
        return False
    around = {beside(lines, number, -1), beside(lines, number, 1)} - {number}
    return any(
        (item.match(other) and (quoted.match(line) or indent_of(other) == indent_of(line)))
        or (quoted.match(line) and quoted.match(other))
        for other in (lines[at] for at in around)
    )


def _lacks_colon(lines: list[str], number: int, last: int) -> bool:
    """Whether the line begins a field and no text: it stands where a field would, not where a text
    goes on.
    """
    line = lines[number]
    if re.search(r":(?:\s|$)", line) or not re.match(r"\s*(?:- +)*[\"']?\w", line):
        return False
    if line.lstrip().startswith("- "):
        return any(
            re.match(ENTRY, below) and indent_of(below) == _start(line)
            for below in lines[number + 1 : last + 1]
        )
    above = beside(lines, number, -1)
    before = lines[above] if above != number else ""
    goes_on = before and not re.search(r":\s*$", before) and _start(line) > _start(before)
    return not goes_on and (not before or bool(re.match(rf"{ENTRY}|\s*- ", before)))


def _lacks_head(line: str, before: str) -> bool:
    """Whether a list begins below a field that has a value of its own."""
    return (
        bool(re.match(r"\s*- ", line) and re.match(rf"{ENTRY}\s+\S", before))
        and not before.lstrip().startswith("- ")
        and indent_of(line) in range(0, indent_of(before) + 1, 2)
    )


def _start(line: str) -> int:
    """The column where the field or the text of a line begins, behind its dashes."""
    return len(re.match(r"\s*(?:- +)*", line)[0])
