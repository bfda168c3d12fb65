"""A data file as a tree that knows its lines, so that one line can change and every other stay as it is.

Read by the parser that the site reads with. A round trip through a YAML library would write a hand-formatted file
anew, and it puts a new last field below the comment that belongs to the next record.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

import yaml

from macros.reading.document import LOADER

Spot = tuple[int, int]
Path = tuple[str | int, ...]
COMMENT = re.compile(r"(?:^|(?<=\s))#")


@dataclass
class Node:
    """A value and the spot, from 0, where it begins and where its last sign ends. `text` is a scalar's."""

    kind: Literal["scalar", "mapping", "list"]
    start: Spot
    end: Spot
    text: str = ""
    style: str | None = None
    flow: bool = False
    entries: list["Entry"] = field(default_factory=list)
    # Of the whole file: the comment lines at its end.
    foot: list[str] = field(default_factory=list)

    @property
    def on_one_line(self) -> bool:
        """Whether it stands on a single line."""
        return self.start[0] == self.end[0]

    @property
    def value(self) -> str | list | dict:
        """As plain values."""
        if self.kind == "mapping":
            return {entry.key.text: entry.node.value for entry in self.entries if entry.key}
        return [entry.node.value for entry in self.entries] if self.kind == "list" else self.text


@dataclass
class Entry:
    """A field of a mapping (with a key) or an item of a list, and the comments that belong to it."""

    spot: Spot
    key: Node | None
    node: Node
    # Comment and blank lines above, the comment at the end of its first line, and comment lines below that are its own.
    lead: list[str] = field(default_factory=list)
    tail: str = ""
    foot: list[str] = field(default_factory=list)

    @property
    def last_line(self) -> int:
        """The last line with something of it."""
        return self.node.end[0]


def parse(text: str) -> Node | None:
    """The tree of a file without YAML mistakes; None when it says nothing."""
    composed = yaml.compose(text, LOADER)
    if composed is None:
        return None
    lines = text.split("\n")
    root = _node(composed, lines)
    _give_comments(root, lines)
    return root


def comments_of(text: str) -> list[str]:
    """Every comment of a file, in the order of the alphabet."""
    composed, lines = yaml.compose(text, LOADER), text.split("\n")
    return sorted(lines[line][column:].rstrip() for line, column in _comments(_node(composed, lines), lines)) if composed else []


def at(root: Node, path: Path) -> Entry | None:
    """The entry that `path` leads to."""
    entry = None
    for step in path:
        entries = (entry.node if entry else root).entries
        found = entries[step:step + 1] if isinstance(step, int) else [e for e in entries if e.key and e.key.text == step]
        if not found:
            return None
        entry = found[0]
    return entry


def _node(node: yaml.Node, lines: list[str]) -> Node:
    start, end = (node.start_mark.line, node.start_mark.column), (node.end_mark.line, node.end_mark.column)
    if isinstance(node, yaml.ScalarNode):
        return Node("scalar", start, _trimmed(start, end, lines), node.value, node.style)
    if isinstance(node, yaml.MappingNode):
        entries = [Entry((key.start_mark.line, key.start_mark.column), _node(key, lines), _node(value, lines)) for key, value in node.value]
    else:
        entries = [Entry(_dash(item, start[1], lines, bool(node.flow_style)), None, _node(item, lines)) for item in node.value]
    kind: Literal["mapping", "list"] = "mapping" if isinstance(node, yaml.MappingNode) else "list"
    return Node(kind, start, end if node.flow_style or not entries else entries[-1].node.end, flow=bool(node.flow_style), entries=entries)


def _trimmed(start: Spot, end: Spot, lines: list[str]) -> Spot:
    """A block scalar ends, for the parser, where the next thing begins: take off the empty lines between."""
    line, column = end
    while line > start[0] and (column == 0 or not lines[line][:column].strip()):
        line -= 1
        column = len(lines[line])
    return line, column


def _dash(item: yaml.Node, column: int, lines: list[str], flow: bool) -> Spot:
    line = item.start_mark.line
    while not flow and lines[line][column:column + 1] != "-":
        line -= 1
    return (line, item.start_mark.column if flow else column)


def _entries(node: Node) -> Iterator[tuple[Entry, ...]]:
    """Every entry with those around it, outermost first, in the file's order. What stands in brackets on one line is not taken apart."""
    if node.flow and node.on_one_line:
        return
    for entry in node.entries:
        yield (entry,)
        yield from ((entry, *inner) for inner in _entries(entry.node))


def _scalars(node: Node) -> Iterator[Node]:
    if node.kind == "scalar":
        yield node
    for entry in node.entries:
        yield from _scalars(entry.key) if entry.key else ()
        yield from _scalars(entry.node)


def _give_comments(root: Node, lines: list[str]) -> None:
    comments = dict(_comments(root, lines))
    filled = {line for scalar in _scalars(root) for line in range(scalar.start[0], scalar.end[0] + 1)}
    outer: dict[int, Entry] = {}
    inner: dict[int, tuple[Entry, ...]] = {}
    for chain in _entries(root):
        line = chain[-1].spot[0]
        outer.setdefault(line, chain[-1])
        inner[line] = chain
    loose: list[str] = []
    before: tuple[Entry, ...] = ()
    for number, line in enumerate(lines):
        if number in outer:
            _give_loose(loose, before, outer[number])
            loose, before = [], inner[number]
            before[-1].tail = line[len(line[:comments[number]].rstrip()):] if number in comments else ""
        elif number not in filled or number in comments:
            loose.append(_alone(line, comments.get(number, 0)))
    root.foot = _give_loose(loose, before, None)


def _comments(root: Node, lines: list[str]) -> Iterator[tuple[int, int]]:
    """Line → column of the comment on it: the first # that no scalar holds."""
    held: dict[int, list[tuple[int, int]]] = {}
    for scalar in _scalars(root):
        for line in range(scalar.start[0], scalar.end[0] + 1):
            first = scalar.start[1] if line == scalar.start[0] else 0
            held.setdefault(line, []).append((first, scalar.end[1] if line == scalar.end[0] else len(lines[line])))
    for number, line in enumerate(lines):
        for found in COMMENT.finditer(line):
            if not any(first <= found.start() < last for first, last in held.get(number, ())):
                yield number, found.start()
                break


def _give_loose(loose: list[str], before: tuple[Entry, ...], after: Entry | None) -> list[str]:
    """Comment lines that stand deeper than what follows belong to what they follow; the others, and empty lines, to what follows. Those are given back."""
    edge = after.spot[1] if after else 0
    own = 0
    for index, line in enumerate(loose):
        if line and _column(line) <= edge:
            break
        own = index + 1 if line and before else own
    column = len(loose[0]) if loose else 0
    for line in loose[:own]:
        column = _column(line) if line else column
        owner = next((entry for entry in reversed(before) if entry.spot[1] <= column), before[0])
        owner.foot.append(line.strip())
    rest = [line.strip() for line in loose[own:]]
    if after:
        after.lead.extend(rest)
    return rest


def _alone(line: str, column: int) -> str:
    """A line that begins no entry: without the closing brackets that may stand in front of its comment."""
    return line[column:] if line[:column].strip() else line.rstrip() if line.lstrip().startswith("#") else ""


def _column(line: str) -> int:
    return len(line) - len(line.lstrip())
