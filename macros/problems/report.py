"""All problems as an editor reads them: the place, the line itself, what is wrong, what to write,
and where it is explained.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from pathlib import Path

from macros.problems import Place, Problem, count, errors, unique
from macros.problems.explanations import EXPLANATIONS_PAGE
from macros.problems.signs import FORBIDDEN
from macros.settings import LOCAL

# How much of a long line is quoted, and how much of that stands before the mistake.
WINDOW, BEFORE = 100, 60
# Surrogates stand for the bytes of a file's name that are not UTF-8: they can't be printed.
HIDDEN = re.compile(f"{FORBIDDEN.pattern}|[\n\ud800-\udfff]")


def visible(text: str) -> str:
    """What no editor shows, shown: tabs as →, other control characters by number.

    Nothing in a file can write to a terminal.
    """
    return HIDDEN.sub(lambda found: "→" if found[0] == "\t" else f"‹U+{ord(found[0]):04X}›", text)


def link(code: str, site_url: str) -> str:
    """Where a code is explained: the public address, or the page's own where the site has none."""
    return f"{'/' if site_url == LOCAL else site_url}{EXPLANATIONS_PAGE}#{code}"


def _lines_of_file(file: Path) -> list[str]:
    """As reading counts them; none where it can't be read."""
    try:
        text = file.read_bytes().decode("utf-8-sig", "replace")
    except (OSError, ValueError):
        return []
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


class Report:
    """What `sjekk` prints: the errors, then the hints, which stop nothing."""

    def __init__(self, problems: Iterable[Problem], root: Path, site_url: str):
        self.problems, self.site_url = unique(problems), site_url
        self._lines = cache(lambda file: _lines_of_file(root / file))

    @cached_property
    def errors(self) -> list[Problem]:
        return errors(self.problems)

    @cached_property
    def hints(self) -> list[Problem]:
        return [problem for problem in self.problems if problem.hint]

    @property
    def counted(self) -> str:
        """«2 feil og 1 hint.»"""
        return count(len(self.errors), len(self.hints))

    def text(self) -> str:
        """All of them, with the count last."""
        parts = ["\n".join(self._error(problem)) for problem in self.errors]
        alike: dict[tuple[str, str], list[Problem]] = {}
        for hint in self.hints:
            alike.setdefault((hint.message, hint.code), []).append(hint)
        parts += ["\n".join(self._hint(found)) for found in alike.values()]
        return "\n\n".join([*parts, self.counted])

    def excerpt(self, place: Place) -> tuple[str, str]:
        """The line at a place, as far as one reads it: before the mistake, and from there on."""
        if (place.line, place.column) == (1, 1):
            return "", ""  # the file as a whole
        here, column = self._lines(place.file)[place.line - 1 : place.line], place.column - 1
        line = "".join(here).rstrip()
        start = max(0, column - BEFORE) if len(line) > WINDOW else 0
        before = ("…" if start else "") + visible(line[start:column])
        return before, visible(line[column : start + WINDOW]) + (
            "…" if start + WINDOW < len(line) else ""
        )

    def _error(self, problem: Problem) -> Iterator[str]:
        yield f"{spot(problem.place)} [{problem.code}]"
        before, after = self.excerpt(problem.place)
        if before + after:
            number = f"  {problem.place.line} | "
            yield number + before + after
            yield " " * (len(number) - 2) + "| " + " " * len(before) + "^"
        yield f"  Feil: {visible(problem.message)}"
        yield from self._help(problem)

    def _hint(self, alike: list[Problem]) -> Iterator[str]:
        """What many files share is said once."""
        yield f"Hint: {visible(alike[0].message)} [{alike[0].code}]"
        yield from (
            f"  {spot(hint.place)} | {''.join(self.excerpt(hint.place)).strip()}" for hint in alike
        )
        yield from self._help(alike[0])

    def _help(self, problem: Problem) -> Iterator[str]:
        if problem.paste:
            yield "  Lim inn og fyll ut:"
            yield from (f"      {visible(line)}" for line in problem.paste.split("\n"))
        yield f"  Forklaring: {link(problem.code, self.site_url)}"


def spot(place: Place) -> str:
    """file:line:column, as editors and terminals link them."""
    return f"{visible(place.file)}:{place.line}:{place.column}"


def sentence(message: str) -> str:
    """A message with a capital and a full stop."""
    text = visible(message[:1].upper() + message[1:])
    return text if re.search(r"[.?!:]$", text) else f"{text}."
