"""Plain values as YAML: when a text needs quotes, and how fields and lists are set out."""

import json

import yaml

from macros.model.fields import UNKNOWN_KIND, Kind
from macros.model.order import in_order
from macros.reading.document import TextLoader, Value

RESOLVER = yaml.resolver.Resolver()
TEXT_TAGS = {"tag:yaml.org,2002:str", "tag:yaml.org,2002:timestamp"}


def scalar(text: str, kind: Kind = UNKNOWN_KIND, flow: bool = False, quoted: bool = False) -> str:
    """A text without quotes where every reader of YAML takes it for that text; else in "…", or in
    '…' when it has " or \\ itself.
    """
    if _is_plain(text, flow) and (kind.is_number or (not quoted and _is_text(text))):
        return text
    if any(sign in text for sign in "\n\t\x85"):
        return json.dumps(text, ensure_ascii=False)
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def _is_text(text: str) -> bool:
    """Whether no reader makes a number, a yes or a nothing of it.

    Hours are quoted, since 10:30 was 630 once.
    """
    return RESOLVER.resolve(yaml.ScalarNode, text, (True, False)) in TEXT_TAGS and not (
        text[0].isdigit() and ":" in text
    )


def _is_plain(text: str, flow: bool) -> bool:
    """Whether the parser that we read with gives the same text back, and so does the one in plain
    Python, which stops at more signs.
    """
    return all(
        _reads_back(text, "[{}]" if flow else "- {}", loader)
        for loader in (TextLoader, yaml.BaseLoader)
    )


def _reads_back(text: str, around: str, loader: type) -> bool:
    try:
        [found] = yaml.compose(around.format(text), loader).value
    except (yaml.YAMLError, ValueError):  # no YAML, or not one thing
        return False
    return isinstance(found, yaml.ScalarNode) and not found.style and found.value == text


def inline_yaml(value: Value, kind: Kind = UNKNOWN_KIND) -> str:
    """A value on one line: [a, b], {fra: "2023", til: "2024"}."""
    if isinstance(value, dict):
        return (
            "{"
            + ", ".join(
                f"{scalar(key, flow=True)}: {inline_yaml(value[key], kind.step(key))}"
                for key in in_order(kind, list(value))
            )
            + "}"
        )
    if isinstance(value, list):
        return "[" + ", ".join(inline_yaml(item, kind.step(0)) for item in value) + "]"
    return scalar(value, kind, flow=True)


def field(key: str, value: Value, kind: Kind, column: int) -> list[str]:
    """The lines of a field.

    A list of words and a span of time stand on one line, everything else on lines of its own.
    """
    head = " " * column + scalar(key) + ":"
    if isinstance(value, str):
        return [f"{head} {scalar(value, kind)}"]
    if key == "gjelder" or (
        isinstance(value, list) and not any(isinstance(item, list | dict) for item in value)
    ):
        return [f"{head} {inline_yaml(value, kind)}"]
    return [head, *block(value, kind, column + 2)]


def block(value: list | dict, kind: Kind, column: int) -> list[str]:
    """The lines of a record or of a list of them."""
    if isinstance(value, dict):
        return [
            line
            for key in in_order(kind, list(value))
            for line in field(key, value[key], kind.step(key), column)
        ]
    return [line for item in value for line in list_item(item, kind.step(0), column)]


def list_item(value: Value, kind: Kind, column: int) -> list[str]:
    """The lines of one item of a list, its dash at `column`."""
    if isinstance(value, dict):
        first, *rest = block(value, kind, column + 2)
        return [f"{' ' * column}- {first.lstrip()}", *rest]
    return [f"{' ' * column}- {scalar(value, kind)}"]


def one_or_all(value: object) -> object:
    """A list of one is written as the one."""
    return value[0] if isinstance(value, list) and len(value) == 1 else value
