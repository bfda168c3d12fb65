"""The parts of a data file: values, and the fields and items that hold them, each with its place
and its comments.
"""

from dataclasses import dataclass, field
from typing import Literal

from macros.model.base import Path

Spot = tuple[int, int]


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
class MappingEntry:
    """A field of a mapping (with a key) or an item of a list, and the comments that belong to
    it.
    """

    spot: Spot
    key: Node | None
    node: Node
    # Comment and blank lines above, the comment at the end of its first line, and comment lines
    # below that are its own.
    lead: list[str] = field(default_factory=list)
    tail: str = ""
    foot: list[str] = field(default_factory=list)

    @property
    def last_line(self) -> int:
        """The last line with something of it."""
        return self.node.end[0]


def at(root: Node, path: Path) -> MappingEntry | None:
    """The entry that `path` leads to."""
    entry = None
    for step in path:
        entries = (entry.node if entry else root).entries
        found = (
            entries[step : step + 1]
            if isinstance(step, int)
            else [e for e in entries if e.key and e.key.text == step]
        )
        if not found:
            return None
        entry = found[0]
    return entry
