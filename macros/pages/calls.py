"""The macro calls on a page, judged before the page is made: a page may call blocks with plain values, and nothing else."""

import inspect
from collections.abc import Iterator
from dataclasses import replace

from jinja2 import Environment, TemplateSyntaxError, nodes

from macros.pages import BLOCKS
from macros.problems import DataError, Place, Problem, did_you_mean

FORM = "Skriv den som {{ navn(\"verdi\") }}"
KINDS = {str: "tekst i anførselstegn", int: "et tall", bool: "true eller false"}
PARSER = Environment(autoescape=False)


def judge_calls(file: str, text: str) -> Iterator[Problem]:
    """What is wrong with the calls in the text of a page, each at its line."""
    try:
        tree = PARSER.parse(text)
    except TemplateSyntaxError as error:
        yield Problem(Place(file, error.lineno), f"her er {{{{ eller {{% eller {{# uten en makro som kan leses. {FORM}, og { '{ #navn }' } med mellomrom", "makro-form")
        return
    if "{#" in text:
        yield Problem(Place(file, text[:text.index("{#")].count("\n") + 1), "{# skjuler teksten som kommer etter. Skriv { #navn } med mellomrom", "makro-skjuler")
    for line, call in _statements(tree):
        place = Place(file, line)
        if call:
            yield from _judge(call, place)
        else:
            yield Problem(place, f"på sidene kan det bare stå makroer mellom {{{{ og }}}}. {FORM}", "makro-form")


def placed(error: DataError, file: str, text: str, name: str, arguments: tuple[object, ...], named: dict[str, object]) -> list[Problem]:
    """The problems that a block had with its values, at the line where the page calls it with just these."""
    calls = [(line, call) for line, call in _statements(PARSER.parse(text)) if call]
    line = next((line for line, call in calls if call.node.name == name and _values(call) == (arguments, named)), 1)
    return [replace(problem, place=Place(file, line)) for problem in error.problems]


def _statements(tree: nodes.Template) -> Iterator[tuple[int, nodes.Call | None]]:
    """What stands between {{ and }}, by line: the calls, and None for everything else."""
    for node in (part for output in tree.iter_child_nodes() for part in (output.nodes if isinstance(output, nodes.Output) else [output])):
        if not isinstance(node, nodes.TemplateData):
            plain = isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and not node.dyn_args and not node.dyn_kwargs
            values = [*node.args, *(pair.value for pair in node.kwargs)] if plain else []
            yield node.lineno, node if plain and all(isinstance(value, nodes.Const) for value in values) else None


def _values(call: nodes.Call) -> tuple[tuple[object, ...], dict[str, object]]:
    return tuple(value.value for value in call.args), {pair.key: pair.value.value for pair in call.kwargs}


def _judge(call: nodes.Call, place: Place) -> Iterator[Problem]:
    name = call.node.name
    if name not in BLOCKS:
        yield Problem(place, f"makroen «{name}» finnes ikke{did_you_mean(name, BLOCKS)}", "ukjent-makro")
        return
    signature = inspect.signature(BLOCKS[name])
    arguments, named = _values(call)
    try:
        given = signature.bind(None, *arguments, **named).arguments
    except TypeError:
        wanted = ", ".join(list(signature.parameters)[1:]) or "ingenting"
        yield Problem(place, f"makroen «{name}» har feil antall verdier. Mellom parentesene skal det stå: {wanted}", "makro-argument")
        return
    for key, value in given.items():
        kind = signature.parameters[key].annotation
        for part in value if isinstance(value, tuple) else (value,):
            if kind in KINDS and type(part) is not kind:
                yield Problem(place, f"«{part}» passer ikke i makroen «{name}». Der skal det stå {KINDS[kind]}", "makro-argument")
