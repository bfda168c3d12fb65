"""One YAML file as plain text values, each with its place, and everything that is wrong with its
form.

On PyYAML's nodes, by hand: what it builds of them guesses at kinds, and neither keeps the line of a
value nor goes on after the first mistake.
"""

import re
from dataclasses import dataclass, field

import yaml

from macros.model.base import Path
from macros.model.listing import listing
from macros.problems import Place, Problem
from macros.reading.text import MAX_DEPTH, to_text
from macros.reading.yaml_errors import NO_NAME, NO_SPACE, SQUEEZED, explain_yaml

Value = str | list | dict
ABSENT = ("", "~", "null", "Null", "NULL")

# A comment one space behind a text without quotes: most likely part of the text. Real comments are
# moved away.
LOST = re.compile(r" ?#")
# Numbers, dates and ids of several parts, and what stands in curly quotes: nothing can go on behind
# them.
WHOLE_VALUE = re.compile(r"[0-9][0-9.-]*|[a-z0-9]+(?:-[a-z0-9]+)+|[“”„‘’«].*[“”‘’»]")
TAG_OF = {
    yaml.ScalarNode: yaml.BaseLoader.DEFAULT_SCALAR_TAG,
    yaml.SequenceNode: yaml.BaseLoader.DEFAULT_SEQUENCE_TAG,
    yaml.MappingNode: yaml.BaseLoader.DEFAULT_MAPPING_TAG,
}
FIRST_WORD = re.compile(r"^[^\w#\n]*(\w[\w-]*)", re.MULTILINE)


class TextLoader(getattr(yaml, "CBaseLoader", yaml.BaseLoader)):
    """Every value is text to us: YAML's own guess at its kind is not asked for, which takes as long
    as the reading itself.
    """

    def resolve(self, kind: type[yaml.Node], value: str | None, implicit: object) -> str:
        return TAG_OF[kind]

    def descend_resolver(self, parent: yaml.Node | None, index: object) -> None: ...

    def ascend_resolver(self) -> None: ...


@dataclass
class Document:
    """What a file says (`value`), where each part of it stands (`places`), and what is wrong with
    its form.
    """

    file: str
    value: Value | None = None
    places: dict[Path, Place] = field(default_factory=dict)
    # The fields that are there without a value, by where.
    empty: dict[Path, list[str]] = field(default_factory=dict)
    # The first word of every line: the ids are among them, even where the file can't be read as
    # YAML.
    words: frozenset[str] = frozenset()
    problems: list[Problem] = field(default_factory=list)
    # Whether two records of the file have become one, so that an id is missing.
    torn: bool = False

    @property
    def blamed(self) -> set[Place]:
        """The spots that a problem has been found at."""
        return {problem.place for problem in self.problems}


def read_document(file: str, raw: bytes) -> Document:
    """Every value as text, empty ones left out.

    Never raises: what can't be read is among the problems.
    """
    text, problems = to_text(file, raw)
    if text is None:
        return Document(file, problems=problems)
    document = Document(file, words=frozenset(FIRST_WORD.findall(text)), problems=problems)
    try:
        node = yaml.compose(text, TextLoader)
    except yaml.YAMLError as error:
        document.problems.append(explain_yaml(file, text, error))
        return document
    if node is not None:
        document.value = _Reader(document, text.split("\n")).read(node, (), node_place(file, node))
    return document


class _Reader:
    """Walks the nodes of one document once; an alias shows as a node that was seen before."""

    def __init__(self, document: Document, lines: list[str]):
        self.document, self.lines = document, lines
        self.seen: set[int] = set()
        self.blamed = document.blamed

    def read(self, node: yaml.Node, path: Path, place: Place) -> Value | None:
        """The value; None when it is empty, so that empty means absent, or when it can't be
        used.
        """
        self.document.places[path] = place
        again = id(node) in self.seen
        self.seen.add(id(node))
        if again or self._rest(node.start_mark).startswith(("&", "!")):
            self._complain(
                place,
                "yaml-tegn-forst",
                "tegnene & * ! betyr noe annet her når de står først. Sett teksten i"
                ' anførselstegn: "…"',
            )
            return None
        if len(path) > MAX_DEPTH:
            self._complain(
                place, "yaml-dybde", "for mange nivåer inni hverandre. Se på innrykk og klammer"
            )
            return None
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path) if node.value else None
        if isinstance(node, yaml.SequenceNode):
            return self._sequence(node, path) or None
        return self._scalar(node)

    def _complain(self, place: Place, code: str, message: str, hint: bool = False) -> None:
        """Note a problem and go on reading; one for each spot is enough."""
        if place not in self.blamed:
            self.blamed.add(place)
            self.document.problems.append(Problem(place, message, code, hint))

    def _rest(self, mark: yaml.Mark) -> str:
        """The next two signs of its line: all that anybody asks for, and lines can be long."""
        if mark.line >= len(self.lines):
            return ""
        return self.lines[mark.line][mark.column : mark.column + 2]

    def _scalar(self, node: yaml.ScalarNode) -> str | None:
        end = node.end_mark
        if (
            not node.style
            and node.value
            and not WHOLE_VALUE.fullmatch(node.value)
            and LOST.match(self._rest(end))
        ):
            place = Place(self.document.file, end.line + 1, end.column + 2)
            self._complain(
                place,
                "tekst-bak-nummertegn",
                "det som står etter #, blir ikke med. Skal det med, setter du hele teksten i"
                ' anførselstegn: "…"',
                hint=True,
            )
        for line in range(node.start_mark.line + 1, end.line + 1) if not node.style else ():
            if self.lines[line].lstrip().startswith("- "):
                self._complain(
                    Place(self.document.file, line + 1),
                    "yaml-innrykk",
                    "linjen blir lest som en fortsettelse av linjen over. La bindestrekene på samme"
                    " nivå begynne i samme kolonne",
                )
        if (not node.style and node.value in ABSENT) or not node.value.strip():
            return None
        return node.value

    def _mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Value]:
        found: dict[str, Value] = {}
        lines, twice = {}, {}
        for key_node, value_node in node.value:
            key_place = node_place(self.document.file, key_node)
            if not isinstance(key_node, yaml.ScalarNode) or not key_node.value:
                self._complain(key_place, "yaml-nokkel", NO_NAME)
                continue
            key = key_node.value
            if key in lines:
                twice.setdefault(key, key_place)
                continue
            lines[key] = key_place.line
            own = (
                isinstance(value_node, yaml.ScalarNode)
                and value_node.value
                and id(value_node) not in self.seen
            )
            place = node_place(self.document.file, value_node) if own else key_place
            value = self.read(value_node, (*path, key), place)
            if value is not None:
                found[key] = value
            elif SQUEEZED.match(key) and not key_node.style:
                found |= self._squeezed(key, key_place, path)
            else:
                self._note_empty(
                    key,
                    place,
                    path,
                    split=bool(node.flow_style)
                    and len(lines) > 1
                    and value_node.end_mark.index == key_node.end_mark.index,
                )
        self._blame_twice(twice, lines, path)
        # What stands behind is another record's.
        if len(twice) < 2:
            return found
        return {
            key: value
            for key, value in found.items()
            if self.document.places[(*path, key)].line < next(iter(twice.values())).line
        }

    def _note_empty(self, key: str, place: Place, path: Path, split: bool) -> None:
        """A field without a value; without even a colon it is the rest of a text that a comma in
        braces has `split`.
        """
        if split:
            self._complain(
                place,
                "yaml-komma",
                'kommaet deler teksten i klammen. Sett hele teksten i anførselstegn: "…"',
            )
        elif place not in self.blamed:
            self.document.empty.setdefault(path, []).append(key)

    def _squeezed(self, field: str, place: Place, path: Path) -> dict[str, str]:
        """Read on as if «navn:Norby» were written right."""
        self._complain(place, "yaml-mellomrom-kolon", NO_SPACE)
        key, _, value = field.partition(":")
        self.document.places[(*path, key)] = place
        return {key: value.strip("\"'")}

    def _blame_twice(self, twice: dict[str, Place], lines: dict[str, int], path: Path) -> None:
        """Several fields that stand twice are one mistake: the line between two records is gone."""
        if not twice:
            return
        first, place = next(iter(twice.items()))
        if path and isinstance(path[-1], int) and first == next(iter(lines)):
            self._complain(
                place,
                "dobbelt-felt",
                f"«{first}» står to ganger i punktet (også på linje {lines[first]}). Begynner et"
                f" nytt punkt her, skriver du «- {self.lines[place.line - 1].strip()}», med"
                " bindestreken rett under den forrige. Ellers sletter du det som er dobbelt",
            )
            return
        if len(twice) == 1:
            self._complain(
                place,
                "dobbelt-felt",
                f"«{first}» står to ganger (også på linje {lines[first]}). Behold det ene",
            )
            return
        self.document.torn |= len(path) == 1
        self._complain(
            place,
            "dobbelt-felt",
            f"{listing(f'«{key}»' for key in twice)} står to ganger (også fra linje"
            f" {lines[first]}). Mangler linjen som begynner en ny oppføring, setter du den inn over"
            " denne. Ellers sletter du det som er dobbelt",
        )

    def _sequence(self, node: yaml.SequenceNode, path: Path) -> list[Value]:
        found: list[Value] = []
        for item in node.value:
            place = node_place(self.document.file, item)
            value = self.read(item, (*path, len(found)), place)
            if value is None:
                self._complain(
                    place, "tomt-punkt", "punktet er tomt. Fyll det ut, eller slett linjen"
                )
            else:
                found.append(value)
        return found


def node_place(file: str, node: yaml.Node) -> Place:
    """Where a node begins."""
    return Place(file, node.start_mark.line + 1, node.start_mark.column + 1)
