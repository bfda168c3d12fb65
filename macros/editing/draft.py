"""A data file being changed: only the lines of what changes are written anew."""

from macros.editing.emit import Value, field, inline_yaml, list_item, scalar
from macros.editing.tree import MappingEntry, Node, at, made_readable, parse
from macros.model.base import Path
from macros.model.fields import Kind
from macros.model.order import in_order
from macros.model.samlinger import samling_of
from macros.reading.document import read_document


class Unsafe(Exception):
    """The file is written in a way that a change can't be made in without saying something else
    too.
    """


class Draft:
    """A file that the reader finds nothing wrong with, as text.

    Each change is read back: it says what it should, and all else is as it was.
    """

    def __init__(self, file: str, raw: bytes):
        text = raw.decode()
        self.file, self.original = file, raw
        self.newline = "\r\n" if "\r\n" in text else "\n"
        self.text = made_readable(text.replace("\r\n", "\n"))
        self._parsed: tuple[str, Node] | None = None
        self.kind = samling_of(file.removeprefix("data/")).kind

    @property
    def raw(self) -> bytes:
        """The file as it is to be written, with the line ends that it had."""
        return self.text.replace("\n", self.newline).encode()

    def value(self, path: Path = ()) -> Value | None:
        value: Value | None = read_document(self.file, self.text.encode()).value
        for step in path:
            value = _get(value, step)
        return value

    def keys(self, path: Path) -> set[str]:
        """The fields that stand at `path`, empty ones too."""
        entry = at(self._root, path)
        return {inner.key.text for inner in entry.node.entries} if entry else set()

    def set(self, path: Path, value: Value) -> None:
        """Give a field a value; a new field gets its place in the order of the model."""
        expected = self.value()
        _get(expected, *path[:-1])[path[-1]] = value
        entry = at(self._root, path)
        parent = self._node(path[:-1])
        if parent.flow:
            self._rewrite(path[:-1], _get(expected, *path[:-1]))
        elif entry is None:
            self._insert_field(path, value)
        elif isinstance(value, str) and entry.node.kind == "scalar" and entry.node.on_one_line:
            self._replace(
                entry.node,
                scalar(value, self._kind(path), quoted=self._is_quoted(entry.node, path)),
            )
        else:
            self._rewrite(path, value)
        self._must_say(expected)

    def remove(self, path: Path) -> None:
        """Take a field away, with the comments that are its own."""
        expected = self.value()
        del _get(expected, *path[:-1])[path[-1]]
        if self._node(path[:-1]).flow:
            self._rewrite(path[:-1], _get(expected, *path[:-1]))
        else:
            entry = at(self._root, path)
            self._put(entry.spot[0], entry.last_line + 1, [])
        self._must_say(expected)

    def insert(self, path: Path, index: int, value: Value) -> None:
        """Put an item into the list at `path`, which need not be there yet."""
        expected = self.value()
        items = list(_get(expected, *path) or ())
        items.insert(index, value)
        node = at(self._root, path)
        if node is None or node.node.kind != "list" or node.node.flow:
            self.set(path, items)
            return
        _get(expected, *path[:-1])[path[-1]] = items
        entries, column = node.node.entries, node.node.start[1]
        between = entries[1:2] and self._lines[entries[0].last_line + 1 : entries[1].spot[0]]
        apart = not all(line.strip() for line in between)
        lines = list_item(value, self._kind(path).step(0), column)
        if index:
            last = entries[index - 1].last_line + 1
            self._put(last, last, [""] * apart + lines)
        else:
            self._put(entries[0].spot[0], entries[0].spot[0], lines + [""] * apart)
        self._must_say(expected)

    def add(self, key: str, value: dict, behind: str | None = None) -> None:
        """Add a record to a file of records: last, behind another one, or first («»)."""
        expected = self.value()
        expected[key] = value
        lines, entries = field(key, value, self.kind.step(key), 0), self._root.entries
        if behind == "":
            self._put(entries[0].spot[0], entries[0].spot[0], [*lines, ""])
        else:
            last = (at(self._root, (behind,)) if behind else entries[-1]).last_line + 1
            self._put(last, last, ["", *lines])
        self._must_say(expected)

    @property
    def _root(self) -> Node:
        if self._parsed is None or self._parsed[0] != self.text:
            self._parsed = (self.text, parse(self.text))
        return self._parsed[1]

    @property
    def _lines(self) -> list[str]:
        return self.text.split("\n")

    def _node(self, path: Path) -> Node:
        return at(self._root, path).node if path else self._root

    def _kind(self, path: Path) -> Kind:
        kind = self.kind
        for step in path:
            kind = kind.step(step)
        return kind

    def _is_quoted(self, node: Node, path: Path) -> bool:
        """Whether an editor chose quotes that the old text did not need: then the new one has them
        too.
        """
        return node.style == '"' and scalar(node.text, self._kind(path)) == node.text

    def _insert_field(self, path: Path, value: Value) -> None:
        """Behind the last of those that stand before it in the model's order, else behind the
        first: a dash may stand there.
        """
        parent = self._node(path[:-1])
        keys = [entry.key.text for entry in parent.entries]
        ordered = in_order(self._kind(path[:-1]), [*keys, path[-1]])
        before = set(ordered[: ordered.index(path[-1])])
        index = max((index for index, key in enumerate(keys) if key in before), default=0)
        last = parent.entries[index].last_line + 1
        self._put(last, last, field(path[-1], value, self._kind(path), parent.start[1]))

    def _rewrite(self, path: Path, value: Value) -> None:
        """Set out the value at `path` anew, on one line where it was in brackets."""
        entry, kind = at(self._root, path), self._kind(path)
        if entry.node.flow and entry.node.on_one_line:
            self._replace(entry.node, inline_yaml(value, kind))
        else:
            new = self._entry_lines(entry, path[-1], value, kind)
            self._put(entry.spot[0], entry.last_line + 1, new)

    def _entry_lines(
        self, entry: MappingEntry, step: str | int, value: Value, kind: Kind
    ) -> list[str]:
        column = entry.spot[1]
        if isinstance(step, int):
            return list_item(value, kind, column)
        first, *rest = field(step, value, kind, column)
        return [first + entry.comment(self._lines), *rest]

    def _replace(self, node: Node, text: str) -> None:
        lines = self._lines
        line, first, last = node.start[0], node.start[1], node.end[1]
        space = "" if lines[line][first - 1].isspace() else " "
        lines[line] = lines[line][:first] + space + text + lines[line][last:]
        self.text = "\n".join(lines)

    def _put(self, first: int, last: int, new: list[str]) -> None:
        """Replace the lines from `first` up to `last`."""
        lines = self._lines
        if first >= len(lines):
            new = [*new, ""]
        lines[first:last] = new
        self.text = "\n".join(lines)

    def _must_say(self, expected: Value) -> None:
        document = read_document(self.file, self.text.encode())
        if document.value != expected:
            raise Unsafe(self.file)


def _get(value: Value | None, *path: str | int) -> Value | None:
    for step in path:
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value
