"""Which entry a comment belongs to.

YAML's parsers drop comments: they are found here by where no value is.
"""

import re
from collections.abc import Iterator

from macros.editing.nodes import MappingEntry, Node

COMMENT_SIGN = re.compile(r"(?:^|(?<=\s))#")


def _entries_within(node: Node) -> Iterator[tuple[MappingEntry, ...]]:
    """Every entry with those around it, outermost first, in the file's order.

    What stands in brackets on one line is not taken apart.
    """
    if node.flow and node.on_one_line:
        return
    for entry in node.entries:
        yield (entry,)
        yield from ((entry, *inner) for inner in _entries_within(entry.node))


def _scalars(node: Node) -> Iterator[Node]:
    if node.kind == "scalar":
        yield node
    for entry in node.entries:
        yield from _scalars(entry.key) if entry.key else ()
        yield from _scalars(entry.node)


def give_comments(root: Node, lines: list[str]) -> None:
    """Each comment to the entry that it belongs to; those at the end of the file to the file."""
    found = dict(comments(root, lines))
    filled = {
        line for scalar in _scalars(root) for line in range(scalar.start[0], scalar.end[0] + 1)
    }
    outer: dict[int, MappingEntry] = {}
    inner: dict[int, tuple[MappingEntry, ...]] = {}
    for chain in _entries_within(root):
        line = chain[-1].spot[0]
        outer.setdefault(line, chain[-1])
        inner[line] = chain
    loose: list[str] = []
    before: tuple[MappingEntry, ...] = ()
    for number, line in enumerate(lines):
        if number in outer:
            _give_loose(loose, before, outer[number])
            loose, before = [], inner[number]
            before[-1].tail = line[len(line[: found[number]].rstrip()) :] if number in found else ""
        elif number not in filled or number in found:
            loose.append(_without_brackets(line, found.get(number, 0)))
    root.foot = _give_loose(loose, before, None)


def comments(root: Node, lines: list[str]) -> Iterator[tuple[int, int]]:
    """Line → column of the comment on it: the first # that no scalar holds."""
    held: dict[int, list[tuple[int, int]]] = {}
    for scalar in _scalars(root):
        for line in range(scalar.start[0], scalar.end[0] + 1):
            first = scalar.start[1] if line == scalar.start[0] else 0
            held.setdefault(line, []).append(
                (first, scalar.end[1] if line == scalar.end[0] else len(lines[line]))
            )
    for number, line in enumerate(lines):
        for found in COMMENT_SIGN.finditer(line):
            if not any(first <= found.start() < last for first, last in held.get(number, ())):
                yield number, found.start()
                break


def _give_loose(
    loose: list[str], before: tuple[MappingEntry, ...], after: MappingEntry | None
) -> list[str]:
    """Comment lines that stand deeper than what follows belong to what they follow; the others, and
    empty lines, to what follows. Those are given back.
    """
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


def _without_brackets(line: str, column: int) -> str:
    """A line that begins no entry: without the closing brackets that may stand in front of its
    comment.
    """
    return (
        line[column:]
        if line[:column].strip()
        else line.rstrip()
        if line.lstrip().startswith("#")
        else ""
    )


def _column(line: str) -> int:
    return len(line) - len(line.lstrip())
