"""The one form that a data file has: order of fields, quotes, indentation.

The meaning and the comments stay as they are.
"""

from macros.editing.emit import inline, scalar
from macros.editing.nodes import Entry, Node
from macros.editing.order import Kind
from macros.editing.tree import parse

STEP = 2


def canonical(text: str, kind: Kind) -> str:
    """The file in its one form. `text` must be without YAML mistakes."""
    root = parse(text)
    if root is None or not root.entries:
        return text
    lines = [*_take_head(root), *_children(root, kind, 0), *root.foot]
    return (
        "\n".join(
            line for index, line in enumerate(lines) if line or (index and lines[index - 1])
        ).strip("\n")
        + "\n"
    )


def _take_head(root: Node) -> list[str]:
    """The comment to the editor above the first field: it stays first, whichever field does."""
    lead = root.entries[0].lead
    size = max((index + 1 for index, line in enumerate(lead) if not line), default=len(lead))
    root.entries[0].lead = lead[size:]
    return lead[:size]


def _children(node: Node, kind: Kind, column: int) -> list[str]:
    """What a mapping or a list holds, each part on lines of its own."""
    if node.kind == "list":
        return [
            line
            for index, entry in enumerate(node.entries)
            for line in _around(entry, _item(entry, kind.step(index), column), column)
        ]
    places = {
        key: place
        for place, key in enumerate(kind.sorted([entry.key.text for entry in node.entries]))
    }
    fields = sorted(node.entries, key=lambda entry: places[entry.key.text])
    return [
        line
        for entry in fields
        for line in _around(entry, _field(entry, kind.step(entry.key.text), column), column)
    ]


def _around(entry: Entry, lines: list[str], column: int) -> list[str]:
    """The lines of an entry among the comments that belong to it."""
    return [*_shifted(entry.lead, column), *lines, *_shifted(entry.foot, column)]


def _shifted(comments: list[str], column: int) -> list[str]:
    return [" " * column + line if line else "" for line in comments]


def _field(entry: Entry, kind: Kind, column: int) -> list[str]:
    head = f"{' ' * column}{scalar(entry.key.text)}:"
    if (first := _first(entry.node, kind)) is not None:
        return [f"{head} {first}".rstrip() + entry.tail, *_literal(entry.node, column)]
    return [head + entry.tail, *_children(entry.node, kind, column + STEP)]


def _item(entry: Entry, kind: Kind, column: int) -> list[str]:
    """A dash and, on its line, the first of what it holds; comments above that go above the
    dash.
    """
    dash = " " * column + "-"
    if (first := _first(entry.node, kind)) is not None:
        return [f"{dash} {first}".rstrip() + entry.tail, *_literal(entry.node, column)]
    lines = _children(entry.node, kind, column + STEP)
    size = next(
        index for index, line in enumerate(lines) if line and not line.lstrip().startswith("#")
    )
    return [
        *_shifted([line.strip() for line in lines[:size]], column),
        f"{dash} {lines[size].lstrip()}",
        *lines[size + 1 :],
    ]


def _first(node: Node, kind: Kind) -> str | None:
    """What stands behind the colon or the dash; None for what begins on the next line."""
    if node.kind == "scalar":
        return _header(node.text) if _is_literal(node) else scalar(node.text, kind)
    return (
        inline(node.value, kind) if node.flow and (node.on_one_line or not node.entries) else None
    )


def _is_literal(node: Node) -> bool:
    return (
        node.style in ("|", ">")
        and "\n" in node.text
        and node.text[0] not in " \n"
        and not any(line.isspace() for line in node.text.split("\n"))
    )


def _header(text: str) -> str:
    """How the line ends at the end of a literal are kept: «|-» none, «|» one, «|+» all."""
    ends = len(text) - len(text.rstrip("\n"))
    return ("|-", "|")[ends] if ends < 2 else "|+"


def _literal(node: Node, column: int) -> list[str]:
    if node.kind != "scalar" or not _is_literal(node):
        return []
    return [
        " " * (column + STEP) + line if line else ""
        for line in node.text.removesuffix("\n").split("\n")
    ]
