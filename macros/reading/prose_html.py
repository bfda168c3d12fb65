"""The markup in the text of a page: what is code, which HTML may stand there, and what attribute
lists may add. All else is refused: a page shows text, and runs nothing.
"""

import re
from collections.abc import Callable, Iterator
from functools import partial

from macros.problems import Place, Problem

VOID = ("br", "hr", "img", "wbr", "col")
# What may stand on a page, beside Markdown.
ELEMENT = re.compile(
    "a|abbr|b|blockquote|br|caption|cite|code|col|colgroup|dd|del|details|dfn|div|dl|dt|em"
    "|figcaption|figure|h2|h3|h4|h5|h6|hr|i|img|ins|kbd|li|mark|ol|p|pre|q|s|samp|section"
    "|small|span|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|time|tr|ul|var|wbr"
)
ATTRIBUTE_NAME = re.compile(
    "alt|class|colspan|datetime|height|href|hreflang|id|lang|loading|open|rel|reversed|role"
    "|rowspan|scope|src|start|tabindex|title|width|aria-label|aria-labelledby"
    "|aria-describedby|aria-hidden|aria-current|data-search-exclude"
)
# Nobody reads more of one page at once.
MOST_AT_ONCE = 100
# Where a link may lead. A name of a sign (&#106;) could spell another.
SAFE = re.compile(
    r"(?!//)(?!.*&(?!amp;)#?\w+;)(?:https?:|mailto:|tel:|webcal:|(?![^/?#]*:))", re.IGNORECASE
)
# Ids of Material's own, which its script reads.
RESERVED_ID = re.compile(r"__")
TOKEN = re.compile(
    r"^(?P<fence>`{3,}|~{3,})[ ]*[\w#.+-]*[ ]*\n(?:.*?\n)??(?P=fence)[ ]*$"
    r"|(?<![\\`])(?P<ticks>`+)(?!`)[^\n]+?(?<!`)(?P=ticks)(?!`)"
    r"|(?P<comment><!--(?:(?!--)[^<>])*-->)"
    r"|<(?P<end>/?)(?P<tag>[A-Za-z][A-Za-z0-9]*)"
    r"(?P<attributes>(?:\s+[A-Za-z-]+(?:=\"[^\"<>`{}]*\")?)*)\s*/?>"
    r"|(?P<auto><(?:https?://[^\s<>\"`]+|[\w.+-]+@[\w.-]+)>)"
    r"|(?P<other><(?=[A-Za-z/!?]))",
    re.DOTALL | re.MULTILINE,
)
ATTRIBUTE = re.compile(r"([A-Za-z-]+)(?:=\"([^\"]*)\")?")
ELEMENT_NAME = re.compile(r"<[/!?]?([\w:-]*)")
# Braces of our blocks; what an attribute list sets.
BLOCK = re.compile(r"\{\{.*?\}\}", re.DOTALL)
SETS = re.compile(r"([^\s={}\"']{1,40})\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s}]*)")
BARE_ATTRIBUTE = re.compile(
    r"(?<![\w#.-])(on\w+|style|autofocus|contenteditable|popover|hidden)(?![\w-])", re.I
)


def blank(text: str) -> str:
    """Spaces for a text, with its lines."""
    return re.sub(r"[^\n]", " ", text)


def judge_markup(file: str, text: str) -> tuple[str, list[Problem]]:
    """The text without code and comments, at the same places, and what is wrong with its HTML."""
    problems: list[Problem] = []
    parts: list[str] = []
    opened: list[tuple[str, int]] = []
    done = 0
    place = partial(Place.at, file, text)

    while len(problems) < MOST_AT_ONCE and (found := TOKEN.search(text, done)):
        kind = found.lastgroup if found["tag"] is None else "tag"
        # Within an element, Markdown knows no code: what stands there is HTML.
        if opened and kind in ("fence", "ticks"):
            parts.append(text[done : found.start() + 1])
            done = found.start() + 1
            continue
        parts.append(text[done : found.start()])
        done = found.end()
        if kind == "tag":
            name = found["tag"].lower()
            message = _wrong_element(name, found["attributes"])
            if message and not found["end"]:
                problems.append(Problem(place(found.start()), message, "side-html"))
            if ELEMENT.fullmatch(name) and name not in VOID:
                problems += _nested(opened, name, found, place)
            parts.append(found[0])
        elif kind == "other":
            if not text.startswith("</", found.start()):
                word = ELEMENT_NAME.match(text, found.start())[1]
                problems.append(Problem(place(found.start()), _stray(word), "side-html"))
            parts.append(found[0])
        else:
            parts.append(found[0] if kind == "auto" else blank(found[0]))
    parts.append(text[done:])
    problems += [
        Problem(
            place(start), f"<{name}> har ingen slutt. Skriv </{name}> etter teksten", "side-html"
        )
        for name, start in opened
    ]
    plain = "".join(parts)
    problems += _lists(file, plain)
    return plain, problems


def _nested(
    opened: list[tuple[str, int]],
    name: str,
    found: re.Match[str],
    place: Callable[[int], Place],
) -> Iterator[Problem]:
    if not found["end"]:
        opened.append((name, found.start()))
    elif opened and opened[-1][0] == name:
        opened.pop()
    else:
        yield Problem(
            place(found.start()),
            f"</{name}> hører ikke til noe. Slett det, eller skriv <{name}> foran teksten",
            "side-html",
        )


def _wrong_element(name: str, attributes: str) -> str:
    """What is wrong with an element, or nothing."""
    if not ELEMENT.fullmatch(name):
        return (
            f"<{name}> kan ikke stå på en side. Skriv teksten i Markdown, og lenker som"
            " [tekst](side.md)"
        )
    for key, value in ATTRIBUTE.findall(attributes):
        if message := attribute(key.lower(), value):
            return message
    return ""


def attribute(key: str, value: str) -> str:
    """What is wrong with one attribute of an element, or nothing."""
    if not ATTRIBUTE_NAME.fullmatch(key):
        return f"«{key}» kan ikke stå i HTML på en side. Slett det"
    if key in ("href", "src") and not SAFE.match(value.strip()):
        return f"adressen «{value[:60]}» kan ikke brukes. Skriv https://, mailto: eller en side her"
    if key == "src" and re.match(r"[a-z]+:", value, re.I):
        return (
            f"«{value[:60]}» ligger på et annet nettsted, og vises ikke her. Legg filen i"
            " docs/assets/bilder/ og skriv veien dit, eller skriv en vanlig lenke"
        )
    if key == "id" and RESERVED_ID.match(value):
        return f"id-en «{value}» er opptatt av programmet. Skriv en annen"
    return ""


def _stray(word: str) -> str:
    if ":" in word:
        return f"<{word}> er limt inn fra Word. Lim inn som ren tekst (Ctrl+Skift+V)"
    return (
        f"«<{word}» blir lest som HTML, men er ikke en hel kode. Skriv &lt; for tegnet <, eller"
        " slett det"
    )


def _lists(file: str, plain: str) -> Iterator[Problem]:
    """What attribute lists would set on the element before them."""
    text = BLOCK.sub(lambda call: blank(call[0]), plain)
    for number, line in enumerate(text.split("\n"), 1):
        start, end = line.find("{"), line.rfind("}")
        if not 0 <= start < end:
            continue
        inner = line[start + 1 : end]
        wrong = next(
            (
                message
                for key, value in SETS.findall(inner)
                if (message := attribute(key.lower(), value.strip("\"'")))
            ),
            "",
        )
        if not wrong and (event := BARE_ATTRIBUTE.search(inner)):
            wrong = f"«{event[1]}» kan ikke stå i HTML på en side. Slett det"
        if not wrong and "#__" in inner:
            wrong = "id-en er opptatt av programmet. Skriv en annen"
        if wrong:
            yield Problem(Place(file, number, start + 1), wrong, "side-html")
