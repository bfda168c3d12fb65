"""The pages that editors write in docs/, as text with their lines, and what is wrong with their
form.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from macros.problems import Place, Problem, nearest
from macros.reading.document import read_document
from macros.reading.files import badly_addressed, badly_named, content, leads_out, locked
from macros.reading.text import BOM, decode, too_large
from macros.reading.yaml_errors import MIXED

# As MkDocs finds it: a page that does not match has no front matter, and one that is no mapping is
# shown as text.
FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
UNREADABLE = (
    "toppen av siden (mellom de to linjene med ---) kan ikke leses. Skriv felt, som «title:"
    " Kontakt»"
)
# The fields that MkDocs can only use as text, where its YAML makes a number of 2024 and a date of
# 2024-02-01.
WORDS = ("title", "description")
# Every field that means something on a page, and what some of them are called by those who have not
# seen them.
FIELDS = (
    *WORDS,
    "hide",
    "search",
    "template",
    "toc",
    "kalender",
    "skript",
    "stilark",
    "status",
    "subtitle",
    "icon",
    "tags",
)
NORWEGIAN = {
    "tittel": "title",
    "overskrift": "title",
    "beskrivelse": "description",
    "skjul": "hide",
    "sok": "search",
}
# What is, or seems to be, a page to the engine or to a browser, and is called otherwise than all
# other pages.
LIKE_PAGES = re.compile(
    r"(?!.*\.(?-i:md)$)(.+)\.(?:markdown|mdown|mkdn?|md)(?:\.txt)?$", re.IGNORECASE
)
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# Front matter with a line above it, or without its first line: the engine would show it as text.
ASTRAY = re.compile(r"\A(?:\s+---[ \t]*\n)?\s*(?:title|description|toc|hide):")
# What git leaves where two have changed the same lines.
CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: |$)", re.MULTILINE)


@dataclass(frozen=True)
class Prose:
    """A page: its file below the project, its address below docs/, and its text with the front
    matter blanked out.
    """

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
        wrong = (
            badly_named(name)
            or too_large(name, raw or b"")
            or (badly_addressed(name, path) if file.suffix == ".md" else _like_a_page(name, file))
        )
        if raw is None or (file.is_symlink() and leads_out(root, file)):
            wrong = locked(name)
        if wrong:
            yield Prose(name, path, "", (wrong,))
        elif file.suffix == ".md":
            yield _prose(root, name, path, raw)


def _like_a_page(name: str, file: Path) -> Problem | None:
    found = LIKE_PAGES.fullmatch(file.name)
    return (
        Problem(Place(name), f"en side må ende på .md. Gi filen navnet {found[1]}.md", "ukjent-fil")
        if found and file.is_file()
        else None
    )


def _prose(root: Path, file: str, path: str, raw: bytes) -> Prose:
    text, problems = decode(file, raw.removeprefix(BOM))
    if found := FRONT_MATTER.match(text):
        problems += _front_matter(root, file, found[1])
        text = "\n" * found[0].count("\n") + text[found.end() :]
    elif text.startswith("---\n"):
        problems.append(
            Problem(
                Place(file),
                "toppen av siden begynner med en linje med ---, men slutter ikke med en. Skriv ---"
                " på en egen linje under feltene",
                "side-topp",
            )
        )
    elif ASTRAY.match(text):
        problems.append(
            Problem(
                Place(file),
                "toppen av siden skal begynne med en linje med ---. Den skal stå aller først i"
                " filen, over feltene",
                "side-topp",
            )
        )
    if found := CONFLICT.search(text):
        problems.append(
            Problem(
                Place(file, text[: found.start()].count("\n") + 1), MIXED, "yaml-flettekonflikt"
            )
        )
    return Prose(file, path, text, tuple(problems))


def _front_matter(root: Path, file: str, text: str) -> list[Problem]:
    problems = read_document(file, text.encode()).problems
    return [
        replace(problem, place=replace(problem.place, line=problem.place.line + 1))
        for problem in problems
    ] or list(_misunderstood(root, file, text))


def _misunderstood(root: Path, file: str, text: str) -> Iterator[Problem]:
    """What MkDocs reads in another way than an editor does: it shows all of it on the page when it
    finds no field, and passes over a field that it does not know.
    """
    try:
        node = yaml.compose(text, LOADER)
    except yaml.YAMLError:
        node = None
    if not isinstance(node, yaml.MappingNode):
        yield Problem(Place(file), UNREADABLE, "side-topp")
        return
    for key, value in node.value:
        if message := _field(root, str(key.value), value):
            yield Problem(
                Place(file, key.start_mark.line + 2, key.start_mark.column + 1),
                message,
                "side-topp",
            )


def _field(root: Path, name: str, value: yaml.Node) -> str:
    """What is wrong with a field at the top of a page, or nothing."""
    if name in WORDS and value.tag != "tag:yaml.org,2002:str":
        return f'«{name}» må være en tekst. Sett den i anførselstegn: "…", eller slett linjen'
    if (
        name == "template"
        and value.value != "main.html"
        and not (isinstance(value.value, str) and (root / "overrides" / value.value).is_file())
    ):
        return (
            "malen i «template» finnes ikke i overrides/. Slett linjen, så får siden den vanlige"
            " rammen"
        )
    if name not in FIELDS and (meant := NORWEGIAN.get(name.lower()) or nearest(name, FIELDS)):
        return f"feltet «{name}» finnes ikke på en side. Mente du «{meant}»?"
    return ""
