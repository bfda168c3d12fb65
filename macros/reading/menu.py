"""The pages that the menu names: mkdocs.yml has them, and a file that it inherits from.

Editors write in its `nav`, and nowhere else.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from macros.model.types import wrong_address
from macros.problems import Place, Problem, nearest
from macros.reading.document import TextLoader, node_place
from macros.reading.prose import words
from macros.reading.text import decode, invisible, too_deep
from macros.reading.yaml_errors import NO_SPACE, explain_yaml

NAME = "mkdocs.yml"
PAGE = re.compile(r"[\w./-]+\.md\b")
# Names of several words: elsewhere they would be a text with a colon in it.
TITLE = re.compile(r"(?<=- )[^\s:\"'#][^:\"'#\n]*(?=:(?:\s|$))", re.MULTILINE)
# The only tags that the file may have, each with the place and the value that it has today: others
# run programs, or show what the environment holds.
TAGS = {
    ("site_url", "!ENV", ("SITE_URL", "http://127.0.0.1:8000/")),
    (
        "markdown_extensions",
        "tag:yaml.org,2002:python/object/apply:pymdownx.slugs.slugify",
        ("kwds", "case", "lower"),
    ),
}
# What the reader says of what has no tag.
STR = "tag:yaml.org,2002:str"
PLAIN_TAGS = {f"tag:yaml.org,2002:{kind}" for kind in ("str", "map", "seq")}
EXAMPLE = "Skriv tittelen og filen, som «- Kontakt: kontakt.md»"


@dataclass(frozen=True)
class Menu:
    """Page below docs/ → its line in mkdocs.yml, or 0 where only the inherited file names it (None:
    that file is not there, so nobody knows); and what is wrong with the form of mkdocs.yml.
    """

    lines: Mapping[str, int] | None
    problems: tuple[Problem, ...] = ()


def read_menu(root: Path) -> Menu:
    """The menu, and what is wrong with the file that has it."""
    try:
        text, problems = decode(NAME, (root / NAME).read_bytes())
    except OSError:
        gone = "filen mangler. Hent den tilbake fra historikken"
        return Menu(None, (Problem(Place(NAME), gone, "fil-mangler"),))
    unsound = problems or invisible(NAME, text) or too_deep(NAME, text)
    inherited = "" if unsound else _inherited(text)
    try:
        below = (root / inherited).read_text("utf-8") if inherited else ""
    except (OSError, UnicodeDecodeError):
        below = None
    own = {
        page: number
        for number, line in enumerate(text.split("\n"), 1)
        for page in PAGE.findall(re.split(r"(?:^|\s)#", line)[0])
    }
    return Menu(
        None if below is None else dict.fromkeys(PAGE.findall(below), 0) | own,
        tuple(unsound or (*_form(text), *(_tags(inherited, below) if below else ()))),
    )


def _inherited(text: str) -> str:
    """The file that mkdocs.yml inherits from, however the field is written; nothing for none."""
    try:
        node = yaml.compose(text, TextLoader)
    except yaml.YAMLError:
        return ""
    fields = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((value.value for key, value in fields if key.value == "INHERIT"), "")


def changed_settings(before: Path, after: Path) -> list[str]:
    """The settings of mkdocs.yml that two versions do not agree on, but for the menu."""
    old, new = _settings(before), _settings(after)
    return [name for name in {**old, **new} if old.get(name) != new.get(name) and name != "nav"]


def _settings(root: Path) -> Mapping[str, str]:
    """Name → value as YAML; the whole text under the name of the file where it is no mapping."""
    try:
        text = (root / NAME).read_text("utf-8", "replace")
    except OSError:
        return {}
    try:
        node = yaml.compose(text, TextLoader)
    except yaml.YAMLError:
        return {NAME: text}
    if not isinstance(node, yaml.MappingNode):
        return {NAME: text} if text.strip() else {}
    return {
        key.value if isinstance(key, yaml.ScalarNode) else yaml.serialize(key): yaml.serialize(
            value
        )
        for key, value in node.value
    }


def _form(text: str) -> Iterator[Problem]:
    """What the engine would say in English, or not at all."""
    try:
        node = yaml.compose(text, TextLoader)
    except yaml.YAMLError as error:
        yield explain_yaml(NAME, TITLE.sub(lambda title: title[0].replace(" ", "_"), text), error)
        return
    yield from _tagged(NAME, node)
    yield from _twice(node)
    fields = (
        {key.value: (key, value) for key, value in node.value if isinstance(key, yaml.ScalarNode)}
        if isinstance(node, yaml.MappingNode)
        else {}
    )
    if "nav" in fields:
        yield from _list(fields["nav"][1])
    elif meant := nearest("nav", fields):
        yield _wrong(fields[meant][0], f"«{meant}» finnes ikke i mkdocs.yml. Mente du «nav»?")


def _wrong(node: yaml.Node, message: str) -> Problem:
    return Problem(node_place(NAME, node), message, "side-meny")


def _twice(node: yaml.Node | None) -> Iterator[Problem]:
    """A setting that stands twice: the engine would take the last one without a word."""
    seen: dict[str, int] = {}
    for key, _ in node.value if isinstance(node, yaml.MappingNode) else ():
        name = str(key.value)
        if name in seen:
            yield _wrong(
                key, f"«{name}» står to ganger (også på linje {seen[name]}). Behold det ene"
            )
        seen.setdefault(name, key.start_mark.line + 1)


def _tags(file: str, text: str) -> Iterator[Problem]:
    """The same tags are refused in the file that mkdocs.yml inherits from."""
    try:
        yield from _tagged(file, yaml.compose(text, TextLoader))
    except yaml.YAMLError as error:
        yield explain_yaml(file, text, error)


def _tagged(file: str, node: yaml.Node | None) -> Iterator[Problem]:
    """Every tag but today's."""
    seen: set[int] = set()
    waiting = [("", node)] if node is not None else []
    while waiting:
        field, node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        parts = node.value if isinstance(node.value, list) else []
        if node.tag not in PLAIN_TAGS and not _known(field, node):
            yield Problem(
                node_place(file, node),
                f"merket «{node.tag.replace('tag:yaml.org,2002:', '!!')}» kan kjøre programmer når"
                " nettstedet bygges, og kan ikke stå her. Slett det",
                "side-meny",
            )
        for part in parts:
            if isinstance(part, tuple):
                key, value = part
                waiting += [
                    (field, key),
                    (field or (key.value if isinstance(key.value, str) else ""), value),
                ]
            else:
                waiting.append((field, part))


def _known(field: str, node: yaml.Node) -> bool:
    return any(
        (field, node.tag) == (place, tag) and tuple(_leaves(node)) == value
        for place, tag, value in TAGS
    )


def _leaves(node: yaml.Node) -> Iterator[str]:
    """Every word within a node, in order."""
    if isinstance(node.value, str):
        yield node.value
        return
    for part in node.value:
        for inner in part if isinstance(part, tuple) else (part,):
            yield from _leaves(inner)


def _list(node: yaml.Node) -> Iterator[Problem]:
    if not isinstance(node, yaml.SequenceNode):
        yield _wrong(node, f"hvert punkt i menyen begynner med en bindestrek. {EXAMPLE}")
        return
    for item in node.value:
        if not isinstance(item, yaml.MappingNode) or not item.value:
            yield from _page(item)
            continue
        (title, value), *more = item.value
        yield from _title(title)
        yield from _list(value) if not isinstance(value, yaml.ScalarNode) else _page(value)
        yield from (
            _wrong(
                key,
                f"bindestreken mangler foran «{key.value}», eller står i en annen kolonne enn på"
                f" linjene rundt. {EXAMPLE}",
            )
            for key, _ in more[:1]
        )


def _title(node: yaml.Node) -> Iterator[Problem]:
    # Without quotes, the engine reads a year as a number, and Yes as a yes.
    guessed = isinstance(node, yaml.ScalarNode) and not (
        node.style or yaml.SafeLoader("").resolve(yaml.ScalarNode, node.value, (True, False)) == STR
    )
    if message := words("title", None if guessed else node.value):
        yield _wrong(node, message.replace("«title»", "tittelen i menyen"))


def _page(node: yaml.Node) -> Iterator[Problem]:
    value = node.value
    if isinstance(value, str) and re.fullmatch(r"[^\s:]+\.md", value):
        return
    if isinstance(value, str) and value.startswith("https://"):
        if message := wrong_address(value):
            yield _wrong(node, message)
        return
    if isinstance(value, str) and re.match(r"[^:/]+:\S", value):
        yield Problem(node_place(NAME, node), NO_SPACE, "yaml-mellomrom-kolon")
    else:
        yield _wrong(
            node,
            f"punktet i menyen fører ikke til en side. {EXAMPLE}. Et annet nettsted skrives med"
            " hele adressen, med https://",
        )
