"""The macro calls on a page, judged before the page is made: a page may call blocks with plain
values that lead somewhere, and nothing else.
"""

import inspect
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, get_args, get_origin

from jinja2 import Environment, TemplateSyntaxError, nodes

from macros.model.data import Data
from macros.pages import BLOCKS
from macros.pages.arguments import OneOf
from macros.problems import Place, Problem, did_you_mean

FORM = 'Skriv den som {{ navn("verdi") }}'
KINDS = {str: "tekst i anførselstegn", int: "et tall", bool: "true eller false"}
PARSER = Environment(autoescape=False)
# Quotes as phones and word processors make them; an anchor that opens a comment; a name alone, or
# with a value that has no quotes.
CURLED = re.compile(r"\{\{\s*(\w+)\([“”„‘’«]([^“”„‘’«»}]*)[“”‘’»]\)\s*\}\}")
ANCHOR = re.compile(r"\{#([\w-]+)\}")
BARE = re.compile(r"\{\{\s*(\w+)\s*(?:\(\s*([\w-]+)\s*\))?\s*\}\}")
# A call with too few braces on one side or on both, and one that stands between its own two pairs.
SINGLE = re.compile(r"(?<!\{)\{(?: ?\{)?\s*(\w+)(\([^{}\n]*\))\s*\}(?: ?\})?(?!\})")
RIGHT = re.compile(r"\{\{[^{].*[^}]\}\}")
WHOLE = re.compile(r"\{\{(?:(?!\{\{).)*?\}\}", re.DOTALL)
OPENED = re.compile(r"\{\{(?![^{]*?\}\})|\{%(?![^{]*?%\})")
_signature = cache(inspect.signature)
Arguments, Named = tuple[object, ...], dict[str, object]


@dataclass(frozen=True)
class Text:
    """The text of a page, and where things stand in it."""

    file: str
    text: str

    def at(self, line: int, *words: str) -> Place:
        """Where one of the words stands on a line: behind {{, or where a call goes on from the line
        above.
        """
        text = self.text.split("\n")[line - 1]
        word = rf"(?<![\w\"'])({'|'.join(map(re.escape, words))})(?![\w\"'])"
        found = re.search(rf"\{{\{{[^}}]*?{word}", text) or re.search(word, text)
        return Place(self.file, line, found.start(1) + 1 if found else 1)

    def sign(self, line: int, *signs: str) -> Place:
        """Where the first of some signs stands on a line."""
        found = re.search("|".join(map(re.escape, signs)), self.text.split("\n")[line - 1])
        return Place(self.file, line, found.start() + 1 if found else 1)

    def opening(self, line: int) -> Place:
        """Where the call begins that can't be read, or that does not end before the next one: the
        parser itself stops further down.
        """
        broken = [found for found in WHOLE.finditer(self.text) if not _parses(found[0])]
        opened = [
            found
            for found in OPENED.finditer(self.text)
            if self.text.count("\n", 0, found.start()) < line
        ]
        for found in (*broken[:1], *opened[-1:]):
            return Place.at(self.file, self.text, found.start())
        return self.sign(line, "{{", "{%", "{#")


@lru_cache
def _parse(text: str) -> nodes.Template:
    """The tree of a text. Jinja reads quotes as Python does, which warns of a \\ that means
    nothing: no concern of an editor.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return PARSER.parse(text)


def _parses(call: str) -> bool:
    try:
        _parse(call)
    except TemplateSyntaxError:
        return False
    return True


def judge_calls(file: str, text: str, data: Data) -> Iterator[Problem]:
    """What is wrong with the calls in the text of a page, each where it stands."""
    for found in SINGLE.finditer(text):
        if found[1] in BLOCKS and not RIGHT.fullmatch(found[0]):
            yield Problem(
                Place.at(file, text, found.start()),
                f"en makro skal ha to klammer på hver side. Skriv {{{{ {found[1]}{found[2]} }}}}",
                "makro-form",
            )
            text = text[: found.start()] + " " * len(found[0]) + text[found.end() :]
    page = Text(file, text)
    try:
        tree = _parse(text)
    except TemplateSyntaxError as error:
        yield Problem(page.opening(error.lineno), _unreadable(text), "makro-form")
        return
    if "{#" in text:
        yield Problem(
            Place.at(file, text, text.index("{#")),
            "{# skjuler teksten som kommer etter. Skriv { #navn } med mellomrom",
            "makro-skjuler",
        )
    for line, call in _statements(tree):
        if call:
            yield from _judge(call, page, data)
        else:
            place = page.sign(line, "{{", "{%")
            yield Problem(
                place,
                "på sidene kan det bare stå makroer mellom {{ og }}."
                f" {_meant(page.text.split(chr(10))[line - 1])}",
                "makro-form",
            )


def _unreadable(text: str) -> str:
    """What is wrong where the text can't be read as calls at all."""
    if found := CURLED.search(text):
        return f'makroer skal ha rette anførselstegn. Skriv {{{{ {found[1]}("{found[2]}") }}}}'
    if found := ANCHOR.search(text):
        return f"{{# skjuler teksten som kommer etter. Skriv {{ #{found[1]} }} med mellomrom"
    return (
        f"her er {{{{ eller {{% eller {{# uten en makro som kan leses. {FORM}, og {{ #navn }} med"
        " mellomrom"
    )


def _meant(line: str) -> str:
    """The call that a name without brackets, or a value without quotes, was meant to be."""
    found = BARE.search(line)
    if not found or found[1] not in BLOCKS:
        return FORM
    value = f'"{found[2]}"' if found[2] else ""
    return f"Skriv {{{{ {found[1]}({value}) }}}}"


def place_of(file: str, text: str, name: str, arguments: Arguments, named: Named) -> Place:
    """The line where a page calls a block with just these values."""
    calls = [(line, call) for line, call in _statements(_parse(text)) if call]
    return Place(
        file,
        next(
            (
                line
                for line, call in calls
                if call.node.name == name and _values(call) == (arguments, named)
            ),
            1,
        ),
    )


def _statements(tree: nodes.Template) -> Iterator[tuple[int, nodes.Call | None]]:
    """What stands between {{ and }}, by line: the calls, and None for everything else."""
    for node in (
        part
        for output in tree.iter_child_nodes()
        for part in (output.nodes if isinstance(output, nodes.Output) else [output])
    ):
        if not isinstance(node, nodes.TemplateData):
            plain = (
                isinstance(node, nodes.Call)
                and isinstance(node.node, nodes.Name)
                and not node.dyn_args
                and not node.dyn_kwargs
            )
            yield (
                node.lineno,
                (
                    node
                    if plain and all(isinstance(value, nodes.Const) for value in _nodes(node))
                    else None
                ),
            )


def _nodes(call: nodes.Call) -> list[nodes.Expr]:
    return [*call.args, *(pair.value for pair in call.kwargs)]


def _values(call: nodes.Call) -> tuple[Arguments, Named]:
    return tuple(value.value for value in call.args), {
        pair.key: pair.value.value for pair in call.kwargs
    }


def _judge(call: nodes.Call, page: Text, data: Data) -> Iterator[Problem]:
    name = call.node.name
    place = page.at(call.node.lineno, name)
    if name not in BLOCKS:
        yield Problem(
            place, f"makroen «{name}» finnes ikke{did_you_mean(name, BLOCKS)}", "ukjent-makro"
        )
        return
    signature = _signature(BLOCKS[name])
    arguments, named = _values(call)
    try:
        given = signature.bind(None, *arguments, **named).arguments
    except TypeError:
        wanted = ", ".join(list(signature.parameters)[1:]) or "ingenting"
        yield Problem(
            place,
            f"makroen «{name}» har feil antall verdier. Mellom parentesene skal det stå: {wanted}",
            "makro-argument",
        )
        return
    _view, *values = given.items()
    wrong = [
        (part, refusal)
        for key, value in values
        for part in (value if isinstance(value, tuple) else (value,))
        if (refusal := _refusal(name, signature.parameters[key].annotation, part, data))
    ]
    for part, refusal in wrong:
        yield Problem(_spot(page, call, part), refusal, "makro-argument")
    if not wrong and hasattr(BLOCKS[name], "need"):
        yield from (
            Problem(place, missing, "makro-argument")
            for missing in BLOCKS[name].need(data, **dict(values))
        )


def _refusal(name: str, kind: object, value: object, data: Data) -> str:
    """What is wrong with one value of a block, or nothing."""
    rule = next((part for part in get_args(kind) if isinstance(part, OneOf)), None)
    kind = str if rule else kind
    if get_origin(kind) is Literal and value not in get_args(kind):
        return f"«{value}» passer ikke i makroen «{name}». Der skal det stå " + " eller ".join(
            f'"{choice}"' for choice in get_args(kind)
        )
    if kind in KINDS and type(value) is not kind:
        return f"«{value}» passer ikke i makroen «{name}». Der skal det stå {KINDS[kind]}"
    return rule.refusal(value, data) if rule else ""


def _spot(page: Text, call: nodes.Call, value: object) -> Place:
    """Where a value stands, in the quotes that it has."""
    line = next(
        node.lineno
        for node in _nodes(call)
        if node.value == value and type(node.value) is type(value)
    )
    place = page.at(line, f'"{value}"', f"'{value}'", str(value).lower())
    return place if place.column > 1 else page.at(call.lineno, call.node.name)
