"""One YAML file as plain text values, each with its place, and everything that is wrong with its form."""

from dataclasses import dataclass, field

import yaml

from macros.model.base import Path
from macros.problems import Place, Problem
from macros.reading.yaml_errors import explain, unreadable

Value = str | list | dict
# The largest data file we have is 40 kB: one of a megabyte is a mistake or an attack.
MAX_BYTES = 1_000_000
MAX_DEPTH = 20
ABSENT = ("", "~", "null", "Null", "NULL")
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass
class Document:
    """What a file says (`value`), where each part of it stands (`places`), and what is wrong with its form."""

    file: str
    value: Value | None = None
    places: dict[Path, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def complain(self, place: Place, code: str, message: str) -> None:
        """Note a problem and go on reading."""
        self.problems.append(Problem(place, message, code))


def read_document(file: str, raw: bytes) -> Document:
    """Every value as text, empty ones left out. Never raises: what can't be read is among the problems."""
    document = Document(file)
    if problem := unreadable(file, raw, MAX_BYTES):
        document.problems.append(problem)
        return document
    text = raw.decode("utf-8")
    try:
        node = yaml.compose(text, LOADER)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        document.problems.append(explain(file, text, error))
        return document
    if node is not None:
        document.value = _Reader(document).read(node, (), _place(file, node))
    return document


class _Reader:
    """Walks the nodes of one document once; an alias shows as a node that was seen before."""

    def __init__(self, document: Document):
        self.document = document
        self.seen: set[int] = set()

    def read(self, node: yaml.Node, path: Path, place: Place) -> Value | None:
        self.document.places[path] = place
        if node.tag.startswith("!") and not node.tag == "!":
            self.document.complain(place, "yaml-merke", f"«{node.tag}» foran verdien brukes ikke her. Ta det bort")
        if id(node) in self.seen:
            self.document.complain(place, "yaml-alias", "anker og alias (& og *) brukes ikke her. Skriv verdien helt ut")
            return None
        self.seen.add(id(node))
        if len(path) > MAX_DEPTH:
            self.document.complain(place, "yaml-dybde", "for mange nivåer inni hverandre. Se på innrykkene")
            return None
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return self.sequence(node, path)
        return None if not node.style and node.value in ABSENT or not node.value.strip() else node.value

    def mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Value]:
        found: dict[str, Value] = {}
        lines: dict[str, int] = {}
        for key_node, value_node in node.value:
            key_place = _place(self.document.file, key_node)
            if not isinstance(key_node, yaml.ScalarNode) or not key_node.value:
                self.document.complain(key_place, "yaml-nokkel", "feltnavnet mangler foran kolon. Skriv for eksempel «navn: Fosen»")
                continue
            key = key_node.value
            if key in lines:
                self.document.complain(key_place, "dobbelt-felt", f"«{key}» står to ganger (også på linje {lines[key]}). Behold det ene")
                continue
            lines[key] = key_place.line
            scalar = isinstance(value_node, yaml.ScalarNode) and value_node.value
            value = self.read(value_node, (*path, key), _place(self.document.file, value_node) if scalar else key_place)
            if value is not None:
                found[key] = value
        return found

    def sequence(self, node: yaml.SequenceNode, path: Path) -> list[Value]:
        found: list[Value] = []
        for item in node.value:
            place = _place(self.document.file, item)
            value = self.read(item, (*path, len(found)), place)
            if value is not None:
                found.append(value)
            elif isinstance(item, yaml.ScalarNode):
                self.document.complain(place, "tomt-punkt", "punktet er tomt. Fyll det ut, eller slett linjen")
        return found


def _place(file: str, node: yaml.Node) -> Place:
    return Place(file, node.start_mark.line + 1, node.start_mark.column + 1)
