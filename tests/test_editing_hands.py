"""The same data in many hands: whatever the order, the quotes, the indentation and the notes, one
form comes of it.
"""

import random
from pathlib import Path

from conftest import EXAMPLE
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.editing.canonical import canonical
from macros.editing.order import Kind
from macros.editing.tree import comments_of
from macros.reading.document import read_document
from macros.reading.layout import LAYOUT, Room

FILES = [(file, room) for room in LAYOUT for file in sorted((EXAMPLE / "data").glob(room.pattern))]


class Hand:
    """Writes a value down the way somebody in a hurry might: any order of fields, any quotes, any
    indentation, comments here and there.
    """

    def __init__(self, seed: int, notes: float = 0.1):
        self.dice = random.Random(seed)
        self.notes = notes
        self.count = 0

    def comment(self) -> str:
        self.count += 1
        return f"# merknad {self.count}"

    def scalar(self, text: str) -> str:
        plain = read_document("x", f"k: {text}\n".encode())
        forms = [f"'{text.replace(chr(39), chr(39) * 2)}'"] + (
            [text] if plain.value == {"k": text} and not plain.problems else []
        )
        return self.dice.choice(forms)

    def lines(self, value: dict | list, column: int, kind: Kind) -> list[str]:
        found: list[str] = []
        entries = (
            list(value.items()) if isinstance(value, dict) else [(None, item) for item in value]
        )
        backwards = [key for key, _ in reversed(entries)]
        if (
            isinstance(value, dict) and kind.sorted(backwards) != backwards
        ):  # in a table of ids the order means something
            self.dice.shuffle(entries)
        step = self.dice.choice((2, 3, 4))
        for key, item in entries:
            if self.dice.random() < self.notes:
                found += [""] * self.dice.randint(0, 2) + [" " * column + self.comment()]
            head = " " * column + (f"{self.scalar(key)}:" if key is not None else "-")
            tail = f"  {self.comment()}" if self.dice.random() < self.notes else ""
            inner = kind.step(key if key is not None else 0)
            if isinstance(item, str):
                found.append(f"{head}{' ' * self.dice.randint(1, 3)}{self.scalar(item)}{tail}")
            else:
                below = self.lines(item, column + step, inner)
                found += [head + (tail if key is not None else ""), *below]
        return found


@settings(max_examples=60)
@given(st.integers(0, 10**9), st.sampled_from(FILES))
def test_any_hand_keeps_meaning_and_comments(seed: int, what: tuple[Path, Room]):
    file, room = what
    kind, value = Kind.of_file(room), read_document("x", file.read_bytes()).value
    text = "\n".join(Hand(seed).lines(value, 0, kind)) + "\n"
    fresh = canonical(text, kind)
    assert (
        read_document("x", text.encode()).value == read_document("x", fresh.encode()).value == value
    )
    assert comments_of(fresh) == comments_of(text)
    assert canonical(fresh, kind) == fresh


@settings(max_examples=40)
@given(st.integers(0, 10**9), st.sampled_from(FILES))
def test_two_hands_give_the_same_file(seed: int, what: tuple[Path, Room]):
    file, room = what
    kind, value = Kind.of_file(room), read_document("x", file.read_bytes()).value
    one, other = (
        "\n".join(Hand(number, notes=0).lines(value, 0, kind)) + "\n" for number in (seed, seed + 1)
    )
    assert canonical(one, kind) == canonical(other, kind)
