"""Every code that can be said is explained, and every explanation is true: its wrong example gives
just that code, its right one gives none.
"""

import ast
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from conftest import EXAMPLE, ROOT

from macros.judging import judge
from macros.problems.explanations import Explanation, group, groups

ENTRIES = {entry.kode: entry for name in groups() for entry in group(name)}
SHOWN = [entry for entry in ENTRIES.values() if entry.fil]
# Where a code is given: the third value of a problem, the first of an error of a value or a fault
# of YAML, and the tables of messages.
GIVEN = {
    "Problem": (2, "code"),
    "wrong": (0, "code"),
    "only": (2, "code"),
    "matching": (1, "code"),
    "_fault": (0, "code"),
    "_complain": (1, "code"),
    "_lost": (2, "code"),
}
# Files that list them, and where in each row.
LISTED = {"messages.py": 0, "rader.py": -1}
CODE = re.compile(r"[a-z]+(-[a-z]+)*")
# What is put right by quotes alone: a right example without them, or with other words, shows nobody
# how.
QUOTED = (
    "yaml-kolon",
    "yaml-skratstrek",
    "yaml-anforselstegn-inni",
    "yaml-tekst-bak-klamme",
    "yaml-tegn-forst",
    "tekst-bak-nummertegn",
)
QUOTES = re.compile("[\"'«»]")


def codes() -> set[str]:
    """Every code literal in macros/."""
    found = set()
    for file in (ROOT / "macros").rglob("*.py"):
        tree = ast.parse(file.read_text("utf-8"))
        for node in ast.walk(tree):
            name = getattr(
                getattr(node, "func", None), "id", getattr(getattr(node, "func", None), "attr", "")
            )
            if isinstance(node, ast.Call) and name in GIVEN:
                place, key = GIVEN[name]
                values = [
                    *node.args[place : place + 1],
                    *(pair.value for pair in node.keywords if pair.arg == key),
                ]
                found |= {
                    part.value
                    for value in values
                    for part in ast.walk(value)
                    if isinstance(part, ast.Constant) and CODE.fullmatch(str(part.value))
                }
            if isinstance(node, ast.Tuple) and node.elts and file.name in LISTED:
                code = getattr(node.elts[LISTED[file.name]], "value", "")
                found |= {code} if CODE.fullmatch(str(code)) and "-" in code else set()
    return found


def place(text: str, block: str) -> tuple[str, str]:
    """A block as it stands in a file, and the indentation that it has there.

    It must stand there just once.
    """
    first, *rest = block.split("\n")
    spots = []
    for found in re.finditer(re.escape(first), text):
        line = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
        indent = " " * len(re.match("[ -]*", line)[0])
        whole = "\n".join([first, *(f"{indent}{line}" if line else "" for line in rest)])
        if text.startswith(whole, found.start()):
            spots.append((whole, indent))
    assert len(spots) == 1, f"«{block}» står {len(spots)} ganger"
    return spots[0]


def put(root: Path, entry: Explanation, example: str) -> None:
    """Write one of the two examples where the right one stands, or what both take the place of."""
    file = root / entry.fil
    text = file.read_text("utf-8")
    old, indent = place(text, entry.i_stedet_for or entry.riktig)
    first, *rest = example.split("\n")
    new = "\n".join([first, *(f"{indent}{line}" if line else "" for line in rest)])
    file.write_text(text.replace(old, new), "utf-8")


def found(root: Path) -> set[tuple[str, str, bool]]:
    """File, code and whether it is a hint, of all that is wrong."""
    return {(problem.place.file, problem.code, problem.hint) for problem in judge(root)}


@cache
def before() -> set[tuple[str, str, bool]]:
    """What is wrong with the example as it stands."""
    return found(EXAMPLE)


def told(root: Path) -> dict[str, Callable[[], object]]:
    """How to make the mistakes that are told in words."""
    data, docs = root / "data", root / "docs"
    contacts = data / "kontakter.yml"

    def rename(old: str, new: str, *edits: tuple[str, str]) -> None:
        text = (data / old).read_text("utf-8")
        for wrong, right in edits:
            text = text.replace(wrong, right)
        (data / old).unlink()
        (data / new).write_text(text, "utf-8")

    def edit(file: str, old: str, new: str) -> None:
        (data / file).write_text((data / file).read_text("utf-8").replace(old, new), "utf-8")

    def folder() -> None:
        contacts.unlink()
        contacts.mkdir()

    def county() -> None:
        edit("nettverk/nord-eksempel.yml", '  - "9902"\n', "")
        edit(
            "nettverk/videregaende.yml",
            "slag: videregaende\n",
            'slag: videregaende\nkommuner:\n  - "9902"\n',
        )

    def two() -> None:
        edit(
            "nettverk/sor-eksempel.yml",
            'slag: regionalt\nkommuner:\n  - "9903"\n',
            "slag: videregaende\n",
        )
        edit("nettverk/nord-eksempel.yml", '  - "9902"\n', '  - "9902"\n  - "9903"\n')

    def sheet() -> None:
        (docs / "assets").mkdir()
        (docs / "assets" / "arshjul-filter.css").touch()

    return {
        "fil-mangler": contacts.unlink,
        "fil-lukket": folder,
        "ukjent-fil": lambda: (data / "nettverk" / "ny.yaml").write_text("id: ny\n"),
        "tom-fil": lambda: contacts.write_text(
            "# bare en kommentar\n# kari-eksempel:\n# ola-prove:\n# mette-mal:\n"
        ),
        "fil-for-stor": lambda: contacts.write_bytes(b"a: b\n" * 400_000),
        "fil-bom": lambda: contacts.write_bytes(b"\xef\xbb\xbf" + contacts.read_bytes()),
        "fil-tegnsett": lambda: contacts.write_bytes(contacts.read_text("utf-8").encode("latin-1")),
        "videregaende-to": two,
        "videregaende-med-kommuner": county,
        "syklus-nettverk-id": lambda: rename(
            "nettverk/sor-eksempel.yml",
            "nettverk/2024-2025.yml",
            ("id: sor-eksempel", "id: 2024-2025"),
        ),
        "mal-nynorsk-alene": lambda: edit("maler/provemal.yml", "nynorsk: true\n", ""),
        "side-topp": lambda: (docs / "index.md").write_text("---\nEksempler\n---\n\n# Eksempler\n"),
        "tekst-lengde": lambda: edit("kontakter.yml", "navn: Mette Mal", "navn: " + "Mal " * 999),
        "fil-dobbelt": sheet,
        "fil-slag": lambda: (docs / "om" / "rapport.docx").write_bytes(b"PK"),
        "side-lenke": (
            lambda: (docs / "historie.md").write_text("# Historie\n\n[kildene](om/kilde.md)\n")
        ),
        "side-dobbelt": lambda: (docs / "nettverk" / "nord-eksempel.md").write_text("# Nord\n"),
    }


# What needs more than the example to happen, and the words that the tests of it look for.
ELSEWHERE = {
    "hendelse-borte": ("feeds/test_ledger.py", "finnes ikke lenger"),
    "partner-skrevet-over": ("checks/test_change.py", "er skrevet over med"),
    "person-slettet": ("checks/test_change.py", "er slettet, og det er lov"),
    "friskole-annet-nettverk": ("checks/test_change.py", "Flytt skolen til"),
    "syklus-kopi": ("checks/test_change.py", "og ville stått to ganger"),
    "adresse-borte": ("verbs/test_change.py", "blir borte, og lenker til den slutter å"),
    "ikke-spurt": ("verbs/test_change.py", "ikke spurt: kalenderne som ligger ute"),
    "nettverk-borte": ("feeds/test_ledger.py", "må få vite hvor de skal gå"),
    "trukket-dag": ("feeds/test_life.py", "og kan ikke være trukket før det"),
    "forrige-kalender": ("feeds/test_ledger.py", "KALENDER_FORRIGE"),
    "makro-stanset": ("verbs/test_doors.py", "Det er en feil i programmet"),
    "feil-verdi": ("reading/test_damage.py", "UNFORESEEN"),
    "side-meny": ("reading/test_hurried.py", "siden står ikke i menyen"),
    "mange-feil": ("reading/test_mutated_files.py", "flere feil enn de"),
    "tom-liste": ("reading/test_damage.py", "WRONG"),
}


def test_every_code_is_explained_and_no_other():
    assert codes() - set(ENTRIES) == set(), (
        "Koder uten forklaring: legg dem til i macros/problems/explanations/"
    )
    assert set(ENTRIES) - codes() == set(), "Forklaringer på koder som ingen gir lenger"


def test_a_code_is_explained_once():
    names = [entry.kode for name in groups() for entry in group(name)]
    assert len(names) == len(set(names))


def test_the_wrong_example_gives_just_that_code_where_it_is_wrong(example: Path, golden):
    told = ""
    for entry in SHOWN:
        file = example / entry.fil
        right = file.read_bytes()
        put(example, entry, entry.feil)
        said = [
            one for one in judge(example) if (one.place.file, one.code, one.hint) not in before()
        ]
        assert {(one.code, one.hint) for one in said} == {(entry.kode, entry.hint)}
        for place in (one.place for one in said):
            line = (example / place.file).read_text("utf-8").split("\n")[place.line - 1]
            told += f"{entry.kode} {place}:{place.column}: {line[place.column - 1 :]}\n"
        file.write_bytes(right)
    golden("steder.txt", told)


@pytest.mark.parametrize("entry", SHOWN, ids=lambda entry: entry.kode)
def test_the_right_example_gives_no_such_code(example: Path, entry: Explanation):
    put(example, entry, entry.riktig)
    after = found(example)
    assert after - before() == set() and not [
        code for file, code, _ in after if code == entry.kode and file == entry.fil
    ]


@pytest.mark.parametrize("code", QUOTED)
def test_what_quotes_put_right_keeps_its_text(code: str):
    wrong, right = ENTRIES[code].feil, ENTRIES[code].riktig
    assert QUOTES.search(right) and QUOTES.sub("", right) == QUOTES.sub("", wrong)


@pytest.mark.parametrize(
    "code", sorted(set(ENTRIES) - {entry.kode for entry in SHOWN} - set(ELSEWHERE))
)
def test_what_is_told_in_words_gives_just_that_code(example: Path, code: str):
    told(example)[code]()
    after = {(code, hint) for _, code, hint in found(example) - before()}
    assert after - {("ubekreftet", True)} == {(code, ENTRIES[code].hint)}


@pytest.mark.parametrize("code", ELSEWHERE)
def test_what_is_tested_elsewhere_is(code: str):
    file, words = ELSEWHERE[code]
    assert words in (ROOT / "tests" / file).read_text("utf-8")


def test_names_and_reasons_are_sentences_in_our_own_words():
    for entry in ENTRIES.values():
        assert not entry.navn.endswith(".") and len(entry.navn) <= 60, entry.kode
        assert entry.hvorfor.endswith(".") and len(entry.hvorfor) <= 250, entry.kode
        assert entry.feil != entry.riktig and entry.feil.strip() and entry.riktig.strip()


def test_what_the_codes_are_called_and_why_they_are_there(golden):
    lines = (f"{entry.kode}: {entry.navn}. {entry.hvorfor}\n" for entry in ENTRIES.values())
    golden("feilmeldinger.txt", "".join(lines))


def test_the_page_has_every_code_once_and_every_group(real_site: Path):
    page = (real_site / "om/rediger/feilmeldinger/index.html").read_text("utf-8")
    for code in ENTRIES:
        assert page.count(f'id="{code}"') == 1, code
    assert "‹U+200B›" in page and "<code>kilde: &#91;notat, notat&#93;</code>" in page.replace(
        "&#58;", ":"
    ).replace("&#32;", " ")
    assert page.count("<h2 id") == len(groups())
    # An example of a link is no link.
    assert 'href="https://…' not in page
