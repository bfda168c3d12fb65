"""A data file as a tree that knows its lines, so that one line can change and every other stay as
it is.

Read by the parser that the site reads with. A round trip through a YAML library would write a
hand-formatted file anew, and it puts a new last field below the comment that belongs to the next
record.
"""

import yaml

from macros.editing.comments import give_comments
from macros.editing.nodes import MappingEntry, Node, Spot
from macros.reading.document import TEXT_LOADER
from macros.reading.text import settled


def parse(text: str) -> Node | None:
    """The tree of a file without YAML mistakes; None when it says nothing."""
    composed = yaml.compose(text, TEXT_LOADER)
    if composed is None:
        return None
    lines = text.split("\n")
    root = _node(composed, lines)
    give_comments(root, lines)
    return root


def can_be_read(text: str) -> str:
    """The text as it is, where it can be parsed so: else what no editor can see is made plain, as
    for reading.
    """
    try:
        yaml.compose(text, TEXT_LOADER)
    except yaml.YAMLError:
        return settled(text)
    return text


def _node(node: yaml.Node, lines: list[str]) -> Node:
    start, end = (
        (node.start_mark.line, node.start_mark.column),
        (node.end_mark.line, node.end_mark.column),
    )
    if isinstance(node, yaml.ScalarNode):
        return Node("scalar", start, _trimmed(start, end, lines), node.value, node.style)
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
        end if node.flow_style or not entries else entries[-1].node.end,
        flow=bool(node.flow_style),
        entries=entries,
    )


def _trimmed(start: Spot, end: Spot, lines: list[str]) -> Spot:
    """A block scalar ends, for the parser, where the next thing begins: take off the empty lines
    between.
    """
    line, column = end
    while line > start[0] and (column == 0 or not lines[line][:column].strip()):
        line -= 1
        column = len(lines[line])
    return line, column


def _dash(item: yaml.Node, column: int, lines: list[str], flow: bool) -> Spot:
    line = item.start_mark.line
    while not flow and lines[line][column : column + 1] != "-":
        line -= 1
    return (line, item.start_mark.column if flow else column)
