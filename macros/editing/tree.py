"""A data file as a tree that knows its lines, so that one line can change and every other stay as
it is.

Read by the parser that the site reads with. A round trip through a YAML library would write a
hand-formatted file anew, and it puts a new last field below the comment that belongs to the next
record.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

import yaml

from macros.model.base import Path
from macros.reading.document import TextLoader
from macros.reading.text import settled

Spot = tuple[int, int]
COMMENT = re.compile(r"\s+#")


@dataclass
class Node:
    """A value and the spot, from 0, where it begins and where its last sign ends.

    `text` is a scalar's.
    """

    kind: Literal["scalar", "mapping", "list"]
    start: Spot
    end: Spot
    text: str = ""
    style: str | None = None
    flow: bool = False
    entries: list["MappingEntry"] = field(default_factory=list)

    @property
    def on_one_line(self) -> bool:
        return self.start[0] == self.end[0]

    def scalars(self) -> Iterator["Node"]:
        """Every text within it, keys too."""
        if self.kind == "scalar":
            yield self
        for entry in self.entries:
            yield from entry.scalars()


@dataclass
class MappingEntry:
    """A field of a mapping (with a key) or an item of a list, and where it begins."""

    spot: Spot
    key: Node | None
    node: Node

    @property
    def last_line(self) -> int:
        """The last line with something of it."""
        return self.node.end[0]

    def scalars(self) -> Iterator[Node]:
        """Every text within it, its own key too."""
        yield from self.key.scalars() if self.key else ()
        yield from self.node.scalars()

    def comment(self, lines: list[str]) -> str:
        """The comment at the end of its first line, with the space before it."""
        number = self.spot[0]
        here = [scalar for scalar in self.scalars() if scalar.start[0] == number]
        if any(not scalar.on_one_line for scalar in here):
            return ""
        found = COMMENT.search(lines[number], max((one.end[1] for one in here), default=0))
        return lines[number][found.start() :] if found else ""


def parse(text: str) -> Node:
    """The tree of a file without YAML mistakes that says something."""
    return _node(yaml.compose(text, TextLoader), text.split("\n"))


def at(root: Node, path: Path) -> MappingEntry | None:
    """The entry that `path` leads to."""
    entry = None
    for step in path:
        entries = (entry.node if entry else root).entries
        found = (
            entries[step : step + 1]
            if isinstance(step, int)
            else [e for e in entries if e.key.text == step]
        )
        if not found:
            return None
        entry = found[0]
    return entry


def made_readable(text: str) -> str:
    """The text as it is where it can be parsed so, else with what no editor can see made plain, as
    reading does.
    """
    try:
        yaml.compose(text, TextLoader)
    except yaml.YAMLError:
        return settled(text)
    return text


def _node(node: yaml.Node, lines: list[str]) -> Node:
    start = (node.start_mark.line, node.start_mark.column)
    end = (node.end_mark.line, node.end_mark.column)
    if isinstance(node, yaml.ScalarNode):
        return Node("scalar", start, _trimmed(end, lines), node.value, node.style)
    if isinstance(node, yaml.MappingNode):
        entries = [
            MappingEntry(
                (key.start_mark.line, key.start_mark.column), _node(key, lines), _node(value, lines)
            )
            for key, value in node.value
        ]
    else:
        entries = [
            MappingEntry(
                _dash(item, start[1], lines, bool(node.flow_style)), None, _node(item, lines)
            )
            for item in node.value
        ]
    return Node(
        "mapping" if isinstance(node, yaml.MappingNode) else "list",
        start,
        end if node.flow_style else entries[-1].node.end,
        flow=bool(node.flow_style),
        entries=entries,
    )


def _trimmed(end: Spot, lines: list[str]) -> Spot:
    """A block scalar ends, for the parser, where the next thing begins: take off the empty lines
    between.
    """
    line, column = end
    while not lines[line][:column].strip():
        line -= 1
        column = len(lines[line])
    return line, column


def _dash(item: yaml.Node, column: int, lines: list[str], flow: bool) -> Spot:
    line = item.start_mark.line
    while not flow and lines[line][column : column + 1] != "-":
        line -= 1
    return (line, item.start_mark.column if flow else column)
