"""The pages that editors write in docs/, as text with their lines, and what is wrong with their form."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from macros.problems import Place, Problem
from macros.reading.document import read_document
from macros.reading.files import badly_addressed, badly_named, content, leads_out, locked
from macros.reading.text import BOM, decode, too_large
from macros.reading.yaml_errors import MIXED

# As MkDocs finds it: a page that does not match has no front matter, and one that is no mapping is shown as text.
FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)

# What git leaves where two have changed the same lines.
CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: |$)", re.MULTILINE)


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
        wrong = badly_named(name) or too_large(name, raw or b"") or (badly_addressed(name, path) if file.suffix == ".md" else None)
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
    elif text.startswith("---\n"):
        problems.append(Problem(Place(file), "toppen av siden begynner med en linje med ---, men slutter ikke med en. Skriv --- på en egen linje under feltene", "side-topp"))
    if found := CONFLICT.search(text):
        problems.append(Problem(Place(file, text[:found.start()].count("\n") + 1), MIXED, "yaml-flettekonflikt"))
    return Prose(file, path, text, tuple(problems))


def _front_matter(file: str, text: str) -> list[Problem]:
    document = read_document(file, text.encode())
    if document.value is not None and not isinstance(document.value, dict):
        return [Problem(Place(file), "toppen av siden (mellom de to linjene med ---) kan ikke leses. Skriv felt, som «title: Kontakt»", "side-topp")]
    return [replace(problem, place=replace(problem.place, line=problem.place.line + 1)) for problem in document.problems]
