"""The pages that editors write in docs/, as text with their lines, and what is wrong with their form."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from macros.problems import Place, Problem
from macros.reading.document import read_document
from macros.reading.files import badly_named, content, leads_out, locked
from macros.reading.text import BOM, decode, too_large

# As MkDocs finds it: a page that does not match has no front matter, and one that is no mapping is shown as text.
FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)


@dataclass(frozen=True)
class Prose:
    """A page: its file below the project, its address below docs/, and its text with the front matter blanked out."""

    file: str
    path: str
    text: str
    problems: tuple[Problem, ...]


def read_prose(root: Path) -> Iterator[Prose]:
    """Every page of `root`/docs, and what only seems to lie there: it would be published."""
    docs = root / "docs"
    for file in sorted(docs.rglob("*")):
        name, path = file.relative_to(root).as_posix(), file.relative_to(docs).as_posix()
        raw = content(root, file) if file.suffix == ".md" else b""
        wrong = badly_named(name) or too_large(name, raw or b"")
        if raw is None or (file.is_symlink() and leads_out(root, file)):
            wrong = locked(name)
        if wrong:
            yield Prose(name, path, "", (wrong,))
        elif file.suffix == ".md":
            yield _prose(name, path, raw)


def _prose(file: str, path: str, raw: bytes) -> Prose:
    text, problems = decode(file, raw.removeprefix(BOM))
    if found := FRONT_MATTER.match(text):
        problems += _front_matter(file, found[1])
        text = "\n" * found[0].count("\n") + text[found.end():]
    return Prose(file, path, text, tuple(problems))


def _front_matter(file: str, text: str) -> list[Problem]:
    document = read_document(file, text.encode())
    if document.value is not None and not isinstance(document.value, dict):
        return [Problem(Place(file), "toppen av siden (mellom de to linjene med ---) kan ikke leses. Skriv felt, som «title: Kontakt»", "side-topp")]
    return [replace(problem, place=replace(problem.place, line=problem.place.line + 1)) for problem in document.problems]
