"""Text in drawings: SVG breaks no lines, so we do, by a width that no usual font exceeds."""

from textwrap import wrap

# How wide a letter is at most on average, as a part of the font's size; bold text is a little wider.
REGULAR, BOLD = 0.56, 0.61


def lines_of(text: str, width: int, size: float, letter: float = REGULAR) -> tuple[str, ...]:
    """The text in lines of at most `width` units. A word that is wider than that alone is cut with a hyphen."""
    room = max(2, int(width / (size * letter)))
    words = [part for word in text.split() for part in _cut(word, room)]
    return tuple(wrap(" ".join(words), room, break_long_words=False, break_on_hyphens=False)) or ("",)


def _cut(word: str, room: int) -> list[str]:
    parts = []
    while len(word) > room:
        parts.append(f"{word[:room - 1]}-")
        word = word[room - 1:]
    return [*parts, word]
