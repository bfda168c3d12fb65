"""The pages that the menu names: mkdocs.yml has them, and a file that it inherits from.

Editors write in its `nav`, and nowhere else.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from macros.problems import Place, Problem, nearest
from macros.reading.document import LOADER
from macros.reading.text import decode, invisible, too_deep
from macros.reading.yaml_errors import NO_SPACE, explain

NAME = "mkdocs.yml"
PAGE = re.compile(r"[\w./-]+\.md\b")
# Names of several words: elsewhere they would be a text with a colon in it.
TITLE = re.compile(r"(?<=- )[^\s:\"'#][^:\"'#\n]*(?=:(?:\s|$))", re.MULTILINE)
EXAMPLE = "Skriv tittelen og filen, som «- Kontakt: kontakt.md»"


@dataclass(frozen=True)
class Menu:
    """Page below docs/ → its line in mkdocs.yml, or 0 where only the inherited file names it; and
    what is wrong with the form of mkdocs.yml.
    """

    lines: Mapping[str, int]
    problems: tuple[Problem, ...] = ()


def read_menu(root: Path) -> Menu | None:
    """None where there is no such file, or it inherits from one that is not there: then nobody
    knows all of the menu.
    """
    try:
        text, problems = decode(NAME, (root / NAME).read_bytes())
        inherited = re.search(r"^INHERIT: (\S+)", text, re.MULTILINE)
        others = PAGE.findall((root / inherited[1]).read_text("utf-8")) if inherited else []
    except (OSError, UnicodeDecodeError):
        return None
    own = {
        page: number
        for number, line in enumerate(text.split("\n"), 1)
        for page in PAGE.findall(re.split(r"(?:^|\s)#", line)[0])
    }
    return Menu(
        dict.fromkeys(others, 0) | own,
        tuple(problems or invisible(NAME, text) or too_deep(NAME, text) or _form(text)),
    )


def _form(text: str) -> Iterator[Problem]:
    """What the engine would say in English, or not at all."""
    try:
        node = yaml.compose(text, LOADER)
    except yaml.YAMLError as error:
        yield explain(NAME, TITLE.sub(lambda title: title[0].replace(" ", "_"), text), error)
        return
    fields = (
        {key.value: (key, value) for key, value in node.value if isinstance(key, yaml.ScalarNode)}
        if isinstance(node, yaml.MappingNode)
        else {}
    )
    if "nav" in fields:
        yield from _list(fields["nav"][1])
    elif meant := nearest("nav", fields):
        yield Problem(
            _place(fields[meant][0]),
            f"«{meant}» finnes ikke i mkdocs.yml. Mente du «nav»?",
            "side-meny",
        )


def _list(node: yaml.Node) -> Iterator[Problem]:
    if not isinstance(node, yaml.SequenceNode):
        yield Problem(
            _place(node), f"hvert punkt i menyen begynner med en bindestrek. {EXAMPLE}", "side-meny"
        )
        return
    for item in node.value:
        if not isinstance(item, yaml.MappingNode) or not item.value:
            yield from _page(item)
            continue
        (_, value), *more = item.value
        yield from _list(value) if not isinstance(value, yaml.ScalarNode) else _page(value)
        yield from (
            Problem(
                _place(key),
                f"bindestreken mangler foran «{key.value}», eller står i en annen kolonne enn på"
                f" linjene rundt. {EXAMPLE}",
                "side-meny",
            )
            for key, _ in more[:1]
        )


def _page(node: yaml.Node) -> Iterator[Problem]:
    value = node.value
    if isinstance(value, str) and (
        re.fullmatch(r"[^\s:]+\.md", value) or re.match(r"https?://\S+$", value)
    ):
        return
    if isinstance(value, str) and re.match(r"[^:/]+:\S", value):
        yield Problem(_place(node), NO_SPACE, "yaml-mellomrom-kolon")
    else:
        yield Problem(
            _place(node),
            f"punktet i menyen fører ikke til en side. {EXAMPLE}. Et annet nettsted skrives med"
            " hele adressen, med https://",
            "side-meny",
        )


def _place(node: yaml.Node) -> Place:
    return Place(NAME, node.start_mark.line + 1, node.start_mark.column + 1)
