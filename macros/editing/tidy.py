"""Every data file in its one form, where that changes no meaning."""

from dataclasses import dataclass
from pathlib import Path

from macros.editing.canonical import canonical
from macros.editing.order import Kind
from macros.editing.tree import comments_of
from macros.reading.document import read_document
from macros.reading.layout import LAYOUT
from macros.reading.text import decode, plain


@dataclass(frozen=True)
class Tidied:
    """What came of the files: those that are to be written, with their content, and those that
    can't be tidied.
    """

    changed: dict[str, bytes]
    left: tuple[str, ...]


def tidied(root: Path) -> Tidied:
    """A file with YAML mistakes is left as it is: nobody can tell what it should say."""
    changed, left = {}, []
    for room in LAYOUT:
        for file in sorted((root / "data").glob(room.pattern)):
            name, raw = file.relative_to(root).as_posix(), file.read_bytes()
            fresh = tidy(name, raw, Kind.of_file(room))
            if fresh is None:
                left.append(name)
            elif fresh != raw:
                changed[name] = fresh
    return Tidied(changed, tuple(left))


def tidy(name: str, raw: bytes, kind: Kind) -> bytes | None:
    """The file in its one form; None where it can't be read, or would lose a comment or say
    something else.
    """
    before = read_document(name, raw)
    if any(not problem.hint for problem in before.problems):
        return None
    text = plain(decode(name, raw)[0])
    fresh = canonical(text, kind)
    same = read_document(name, fresh.encode()).value == before.value and comments_of(
        text
    ) == comments_of(fresh)
    return fresh.encode() if same else None
