"""The pages that editors write in docs/, as text with their lines, and what is wrong with their
form.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import yaml

from macros.model.listing import listing
from macros.model.rader import AUDIENCES
from macros.model.types import ID
from macros.problems import Place, Problem, nearest
from macros.problems.signs import FORBIDDEN
from macros.reading.assets import MADE_ASSET, judge_asset
from macros.reading.document import read_document
from macros.reading.files import badly_addressed, badly_named, content, locked
from macros.reading.prose_html import judge_markup
from macros.reading.prose_marks import judge_marks
from macros.reading.text import BOM, decode, invisible, too_large
from macros.reading.yaml_errors import MIXED

# As MkDocs finds it: a page that does not match has no front matter, and one that is no mapping is
# shown as text.
FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
UNREADABLE = (
    "toppen av siden (mellom de to linjene med ---) kan ikke leses. Skriv felt, som «title:"
    " Kontakt»"
)
# Where Material prints a text as it is, in markup and in attributes, and mkdocs-macros reads it.
MARKUP = re.compile(r"[{}<>\"]")
PLAIN = (
    "«{}» kan ikke ha tegnene {{ }} < > og rette anførselstegn inne i teksten. Skriv den uten dem,"
    " og sitater med « og »"
)
LONGEST = {"title": 120, "description": 300}
# Where the program lies: its looks are given to a project that has none.
PROGRAM = Path(__file__).parents[2]
# What MkDocs and Material know of the parts of a page that can be left out.
PARTS = ("toc", "navigation", "path", "footer")
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

    `source` is what the engine is given: the very text that was judged.
    """

    file: str
    path: str
    text: str
    problems: tuple[Problem, ...]
    source: str = ""
    # The text without code and comments.
    plain: str = ""

    @property
    def fields(self) -> Mapping[str, object]:
        """What stands at the top of the page."""
        found = FRONT_MATTER.match(self.source)
        return yaml.load(found[1], LOADER) if found else {}


def read_prose(root: Path) -> Iterator[Prose]:
    """Every file of `root`/docs, for all of it would be published: those that are no page have no
    text.
    """
    docs = root / "docs"
    for file in sorted(docs.rglob("*")):
        name, path = file.relative_to(root).as_posix(), file.relative_to(docs).as_posix()
        if file.is_dir() and not file.is_symlink() and file.suffix != ".md":
            continue
        raw = None if file.is_symlink() and file.is_dir() else content(root, file)
        if wrong := badly_named(name) or (locked(name) if raw is None else None):
            yield Prose(name, path, "", (wrong,))
        elif file.suffix == ".md":
            wrong = too_large(name, raw) or badly_addressed(name, path)
            yield Prose(name, path, "", (wrong,)) if wrong else _prose(root, name, path, raw)
        elif not re.search(r"(?:^|/)\.", path):  # the engine leaves out what begins with a dot
            wrong = _like_a_page(name, file) or judge_asset(name, path, raw)
            yield Prose(name, path, "", (wrong,) if wrong else ())


def _like_a_page(name: str, file: Path) -> Problem | None:
    found = LIKE_PAGES.fullmatch(file.name)
    if not found:
        return None
    return Problem(
        Place(name), f"en side må ende på .md. Gi filen navnet {found[1]}.md", "ukjent-fil"
    )


def _prose(root: Path, file: str, path: str, raw: bytes) -> Prose:
    page, front, slips = _alone(file, path, raw)
    problems = (*page.problems, *(_misunderstood(root, file, front) if front else ()))
    return replace(page, problems=problems or slips)


@lru_cache(maxsize=256)
def _alone(file: str, path: str, raw: bytes) -> tuple[Prose, str, tuple[Problem, ...]]:
    """The page, the top of it where that can be read, and what is said only of a page that is right
    otherwise. `serve` reads all pages anew after each edit.
    """
    text, problems = decode(file, raw.removeprefix(BOM))
    front = ""
    if found := FRONT_MATTER.match(text):
        below = f"\n{found[1]}"  # the line with --- has its number too
        wrong = read_document(file, below.encode()).problems
        problems, front = problems + wrong, "" if wrong else found[1]
        source = f"{text}\n"
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
    if mixed := CONFLICT.search(text):
        problems.append(Problem(Place.at(file, text, mixed.start()), MIXED, "yaml-flettekonflikt"))
    if not found:
        source = f"\n{text}\n"  # the engine would read a first line with a colon as a field
    problems += invisible(file, text.replace("\t", " "))
    plain, wrong = judge_markup(file, text)
    problems += wrong
    slips = () if problems else tuple(judge_marks(file, plain))
    return Prose(file, path, text, tuple(problems), source, plain), front, slips


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
        if message := _field(root, str(key.value), _value(value)):
            yield Problem(
                Place(file, key.start_mark.line + 2, key.start_mark.column + 1),
                message,
                "side-topp",
            )


def _value(node: yaml.Node) -> object:
    """What the engine reads; nothing where it can make no value, and drops all of them."""
    try:
        return LOADER("").construct_document(node)
    except (yaml.YAMLError, ValueError):
        return None


def _field(root: Path, name: str, value: object) -> str:
    """What is wrong with a field at the top of a page, or nothing."""
    if name not in FIELDS:
        meant = NORWEGIAN.get(name.lower()) or nearest(name, FIELDS)
        return f"feltet «{name}» finnes ikke på en side. " + (
            f"Mente du «{meant}»?" if meant else f"Slett linjen. Feltene er {listing(FIELDS)}"
        )
    return FIELDS[name](root, name, value)


def words(name: str, value: object) -> str:
    """What is wrong with a title or another text that stands in markup, or nothing."""
    if not isinstance(value, str):
        return f'«{name}» må være en tekst. Sett den i anførselstegn: "…", eller slett linjen'
    if not value.strip():
        return f"«{name}» er tom. Skriv en tekst, eller slett linjen"
    if MARKUP.search(value):
        return PLAIN.format(name)
    if "\n" in value:
        return f"«{name}» må stå på én linje. Slett linjeskiftet"
    if found := FORBIDDEN.search(value):
        return (
            f"«{name}» har et usynlig tegn (U+{ord(found[0]):04X}). Slett det og skriv teksten på"
            " nytt"
        )
    if len(value) > LONGEST[name]:
        return f"«{name}» er for lang ({len(value)} tegn). Skriv den med høyst {LONGEST[name]}"
    return ""


def _hide(_: Path, name: str, value: object) -> str:
    good = isinstance(value, list) and all(part in PARTS for part in value)
    return "" if good else f"«{name}» skal være en liste, som [toc]. Den kan ha {listing(PARTS)}"


def _yes_no(_: Path, name: str, value: object) -> str:
    return "" if isinstance(value, bool) else f"«{name}» skal være true (ja) eller false (nei)"


def _search(_: Path, name: str, value: object) -> str:
    good = isinstance(value, dict) and list(value) == ["exclude"]
    if good and isinstance(value["exclude"], bool):
        return ""
    return f"«{name}» skal være {{exclude: true}}"


def _calendar_id(root: Path, name: str, value: object) -> str:
    shared = ("alle", *AUDIENCES)
    network = re.fullmatch(rf"nettverk-({ID.pattern})", value if isinstance(value, str) else "")
    if value in shared or (network and (root / f"data/nettverk/{network[1]}.yml").exists()):
        return ""
    return (
        f"kalenderen i «{name}» finnes ikke. Den kan være {listing(shared)}, eller nettverk-"
        " og id-en til et nettverk"
    )


def _lies_there(root: Path, asset: str) -> bool:
    return asset == MADE_ASSET or any((at / "docs" / asset).exists() for at in (root, PROGRAM))


def _asset(ending: str) -> Callable[[Path, str, object], str]:
    def judge(root: Path, name: str, value: object) -> str:
        if not isinstance(value, list) or not all(
            isinstance(part, str) and re.fullmatch(rf"assets/[a-z-]+\.{ending}", part)
            for part in value
        ):
            return f"«{name}» skal være en liste, som [assets/arshjul.{ending}]"
        gone = next((part for part in value if not _lies_there(root, part)), "")
        return f"«{name}» viser til {gone}, som ikke finnes. Slett eller rett den" if gone else ""

    return judge


# Every field that means something on a page, and what it may hold; and what some of them are called
# by those who have not seen them.
FIELDS: dict[str, Callable[[Path, str, object], str]] = {
    "title": lambda _, name, value: words(name, value),
    "description": lambda _, name, value: words(name, value),
    "hide": _hide,
    "search": _search,
    "toc": _yes_no,
    "kalender": _calendar_id,
    "skript": _asset("js"),
    "stilark": _asset("css"),
}
