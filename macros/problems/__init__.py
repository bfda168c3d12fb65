"""What can be wrong, and where: every problem has a place, a code, what is wrong and what to write
instead.
"""

import errno
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches

# The system says it in English.
REASONS = {
    errno.ENOENT: "den finnes ikke",
    errno.EACCES: "tilgangen mangler",
    errno.EPERM: "tilgangen mangler",
    errno.EISDIR: "det er en mappe",
    errno.ENOTDIR: "noe i veien dit er ingen mappe",
    errno.ENOSPC: "disken er full",
    errno.EDQUOT: "plassen er brukt opp",
    errno.EROFS: "disken kan bare leses",
    errno.EADDRINUSE: "den er opptatt",
}


@dataclass(frozen=True, order=True)
class Place:
    """A spot in an editor's file. Lines and columns count from 1, as editors show them."""

    file: str
    line: int = 1
    column: int = 1

    @classmethod
    def at(cls, file: str, text: str, offset: int) -> "Place":
        """Where a sign of the file's text stands."""
        return cls(file, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend.

    `code` is stable; a hint is shown, but stops nothing; `paste` is an entry that mends it, once it
    is filled in; `pointer` is the collection, and what stands where an id from it belongs.
    """

    place: Place
    message: str
    code: str
    hint: bool = False
    paste: str = field(default="", compare=False)
    pointer: tuple[str, str] = ("", "")

    def __str__(self) -> str:
        return by_number(f"{self.place}: {'Hint: ' if self.hint else ''}{self.message}")


class DataError(Exception):
    """All problems at once, sorted by file and line; never raised with hints alone."""

    def __init__(self, problems: Iterable[Problem]):
        self.problems = unique(problems)
        super().__init__(as_text(self.problems))


def reason(error: OSError) -> str:
    """Why a file can't be read or written; in the system's own words where that is seldom."""
    return REASONS.get(error.errno, error.strerror or str(error))


def by_number(text: str) -> str:
    """What cannot be seen, by its number: names of files may hold anything, and messages go to
    terminals.
    """
    return "".join(sign if sign.isprintable() else f"‹U+{ord(sign):04X}›" for sign in text)


def unique(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sorted by file and line, and each just once as an editor sees it: two columns of one line
    look the same.
    """
    return tuple({str(problem): problem for problem in sorted(problems, reverse=True)}.values())[
        ::-1
    ]


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Those that stop a build: all but the hints."""
    return [problem for problem in problems if not problem.hint]


def must_be_good(problems: Iterable[Problem]) -> None:
    """Raise DataError with all of them when any is an error."""
    problems = list(problems)
    if errors(problems):
        raise DataError(problems)


def as_text(problems: Iterable[Problem]) -> str:
    """The errors as lines of text, sorted by file and line, with the count last.

    Hints are only counted: they stop nothing, and `sjekk` shows them.
    """
    problems = unique(problems)
    stops = errors(problems)
    hints = len(problems) - len(stops)
    return "\n".join(
        [
            *map(str, stops),
            "",
            count(len(stops), hints),
            *["Se hintene med «make check»."] * bool(hints),
        ]
    )


def count(wrong: int, hints: int = 0) -> str:
    """«2 feil.», «Ingen feil.», «1 feil og 3 hint.»"""
    text = f"{wrong or 'Ingen'} feil"
    return f"{text} og {hints} hint." if hints else f"{text}."


def used_too(places: Iterable[Place]) -> str:
    """«, men er brukt også i data/saksgang.yml:57» and no more than a few of them; nothing for no
    place.
    """
    text = shortened(map(str, places))
    return f", men er brukt også i {text}" if text else ""


def shortened(words: Iterable[str], most: int = 3) -> str:
    """«a, b, c og 4 til»"""
    words = list(words)
    rest = f" og {len(words) - most} til" if len(words) > most else ""
    return ", ".join(words[:most]) + rest


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """«. Mente du «nord-eksempel»?» when something known is near, else just a full stop."""
    near = nearest(word, known)
    return f". Mente du «{near}»?" if near else "."


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that is most like it; nothing when none is."""
    return next(iter(get_close_matches(word[:80].lower(), sorted(known), n=1, cutoff=0.6)), "")
