"""Text in drawings: SVG breaks no lines, so we do, by widths that usual fonts seldom exceed."""

# How wide letters are, as a part of the font's size: those of DejaVu Sans Bold, the widest font
# that a reader is likely to have.
NARROW, SLIM, USUAL, CAPITAL, WIDE = 0.38, 0.5, 0.7, 0.8, 1.05
WIDTHS = {
    **dict.fromkeys("ijlI.,:;'|!-–() ", NARROW),
    **dict.fromkeys("frt", SLIM),
    **dict.fromkeys("mwMW", WIDE),
}
# Letters that are not bold are so much narrower.
REGULAR = 0.9
# What is left of a word that is cut.
LEAST = 3


def width_of(text: str, size: float, bold: bool) -> float:
    """How wide the text is at most, in the units of the size."""
    ems = sum(WIDTHS.get(letter, CAPITAL if letter.isupper() else USUAL) for letter in text)
    return ems * size * (1 if bold else REGULAR)


def lines_of(text: str, width: float, size: float, bold: bool = False) -> tuple[str, ...]:
    """The text in lines of at most `width` units.

    A word that is wider than that alone is cut with a hyphen.
    """
    lines = [""]
    for word in (part for whole in text.split() for part in _cut(whole, width, size, bold)):
        longer = f"{lines[-1]} {word}".strip()
        if width_of(longer, size, bold) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def _cut(word: str, width: float, size: float, bold: bool) -> list[str]:
    parts = []
    while len(word) > LEAST and width_of(word, size, bold) > width:
        room = max(
            (
                end
                for end in range(1, len(word) - LEAST + 1)
                if width_of(f"{word[:end]}-", size, bold) <= width
            ),
            default=1,
        )
        parts.append(f"{word[:room]}-")
        word = word[room:]
    return [*parts, word]
