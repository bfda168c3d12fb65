"""Every field of the example, damaged as somebody hostile would: a message at its line, or a site
in which it is nothing but words.
"""

import re
import shutil
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from conftest import EPOCH, EXAMPLE, build, complete, run
from mutants import ATTACKS, KEYS, Field, fields
from reading.test_damage import in_norwegian
from shapes import shape

from macros.model.types import ID
from macros.problems import DataError, Problem
from macros.reading.load import read_file
from macros.settings import Settings
from macros.site import Site
from macros.verbs.skriv import contents

FIELDS = tuple(fields())
VALUES = tuple(field for field in FIELDS if not field.is_key)
TEXTS = {field.file: field.file.read_text("utf-8") for field in FIELDS}
SETTINGS = Settings(timestamp=datetime.fromtimestamp(int(EPOCH), UTC))
Damage = dict[Field, str]


@cache
def errors(field: Field, value: str) -> list[Problem]:
    """What reading says of a file with this field damaged."""
    raw = field.damaged(TEXTS[field.file], value).encode("utf-8", "surrogatepass")
    return [
        problem
        for problem in read_file(field.name, raw, field.samling).problems
        if not problem.hint
    ]


@cache
def accepted(kind: str) -> Damage:
    """The fields that may hold what an attack puts there; each gets one of its variants, in
    turn.
    """
    variants = ATTACKS[kind]
    turns = {field: variants[number % len(variants)] for number, field in enumerate(VALUES)}
    return {field: value for field, value in turns.items() if not errors(field, value)}


def is_good(problem: Problem) -> bool:
    """Whether an editor can read it: in Norwegian, on one line, and nothing in it that a terminal
    would obey.
    """
    return in_norwegian(problem) and str(problem).isprintable() and len(problem.message) < 600


def write(root: Path, damage: Damage) -> None:
    """Put the damage into a project's data. Every value stays on its line."""
    for file, text in TEXTS.items():
        for field in sorted(
            (field for field in damage if field.file == file), key=lambda field: -field.start
        ):
            text = field.damaged(text, damage[field])
        (root / file.relative_to(EXAMPLE)).write_text(text, "utf-8")


def settle(root: Path, damage: Damage) -> Site:
    """A site of all the damage that the rules let pass; what they stop is said well, at its line,
    and left out.
    """
    while True:
        write(root, damage)
        try:
            return Site.read(root, SETTINGS)
        except DataError as error:
            stopped = [problem for problem in error.problems if not problem.hint]
        assert all(is_good(problem) for problem in stopped), stopped
        spots = {(problem.place.file, problem.place.line) for problem in stopped}
        left = {
            field: value for field, value in damage.items() if (field.name, field.line) not in spots
        }
        if len(left) == len(
            damage
        ):  # something was given another id, and those that point at it are blamed
            left = {field: value for field, value in damage.items() if not ID.fullmatch(value)}
        assert len(left) < len(damage), stopped
        damage = left


def published(site: Site) -> Mapping[str, bytes]:
    """Every page and file of a site but our own looks."""
    return {
        name: content
        for name, content in contents(site).items()
        if not re.fullmatch(r"assets/.*(?<!filter\.css)", name)
    }


@pytest.fixture(scope="module")
def clean() -> set[str]:
    """What the undamaged example is made of, and the attribute of a name that just fits its arc."""
    smaller = "<{http://www.w3.org/2000/svg}text font-size>"
    return shape(published(Site.read(EXAMPLE, SETTINGS))) | {smaller}


@pytest.mark.parametrize("kind", ATTACKS)
def test_a_field_is_refused_at_its_line_or_may_hold_it(kind):
    variants = ATTACKS[kind]
    for number, field in enumerate(VALUES):
        value = variants[number % len(variants)]
        if found := errors(field, value):
            assert all(
                is_good(problem) and problem.place.file == field.name for problem in found
            ), found
            assert any(problem.place.line == field.line for problem in found), (
                f"{field.name}:{field.line} {value!r} → {found}"
            )


def test_a_key_is_refused_at_its_line_or_may_be_called_so():
    for number, field in enumerate(field for field in FIELDS if field.is_key):
        value = KEYS[number % len(KEYS)]
        found = errors(field, value)
        word = field.name.endswith("sok.yml") and value == "=1+1"  # what people type may be that
        assert found or value == "Ø" or word, f"{field.name}:{field.line} {value!r} ble godtatt"
        assert all(is_good(problem) and problem.place.file == field.name for problem in found), (
            found
        )
        assert not found or any(problem.place.line == field.line for problem in found), (
            f"{field.name}:{field.line} {value!r} → {found}"
        )


REFUSED = ("hidden", "script")


@pytest.mark.parametrize("kind", REFUSED)
def test_what_nobody_sees_and_what_runs_is_refused_everywhere(kind):
    assert accepted(kind) == {}


@pytest.mark.parametrize("kind", [kind for kind in ATTACKS if kind not in REFUSED])
def test_what_may_be_held_is_nothing_but_words(example, clean, kind):
    damage = accepted(kind)
    assert len(damage) > 50
    assert shape(published(settle(example, damage))) - clean == set()


@pytest.fixture(scope="module")
def attacked(tmp_path_factory) -> Path:
    """A project with every attack in it at once, in other fields than before, built by the real
    engine.
    """
    folder = Path(shutil.copytree(EXAMPLE, tmp_path_factory.mktemp("angrep") / "prosjekt"))
    kinds = list(ATTACKS)
    damage: Damage = {}
    for number, field in enumerate(VALUES):
        held = [
            found[field]
            for kind in kinds[number % len(kinds) :] + kinds
            if field in (found := accepted(kind))
        ]
        damage.update({field: held[0]} if held else {})
    settle(folder, damage)
    complete(folder)
    result = build(folder, folder / "site")
    assert result.returncode == 0, result.stdout + result.stderr
    return folder


def test_a_whole_site_of_attacks_is_made_of_what_the_site_without_is(attacked, example_site):
    def made(site: Path) -> set[str]:
        return shape(
            {
                file.relative_to(site).as_posix(): file.read_bytes()
                for file in sorted(site.rglob("*"))
                if file.is_file()
                and file.suffix in (".html", ".json", ".ics", ".vcf", ".csv", ".docx")
            }
        )

    assert made(attacked / "site") - made(example_site) == set()
    assert "H49H" not in "".join(
        file.read_text("utf-8") for file in (attacked / "site").rglob("*.html")
    )
    assert (attacked / "site" / "_headers").read_bytes() == (example_site / "_headers").read_bytes()


def test_a_refusal_leaves_the_site_as_it_was(attacked):
    before = {file: file.read_bytes() for file in (attacked / "site").rglob("*") if file.is_file()}
    damage: Damage = {}
    for kind in ("hidden", "link", "path"):
        field, value = next(
            (field, value)
            for field in VALUES[40:]
            for value in ATTACKS[kind]
            if field.file not in {other.file for other in damage} and errors(field, value)
        )
        damage[field] = value
    kept = {attacked / field.name: (attacked / field.name).read_bytes() for field in damage}
    for field, value in damage.items():
        file = attacked / field.name
        file.write_text(field.damaged(TEXTS[field.file], value), "utf-8")
    result = run(attacked, "macros", "bygg")
    for file, raw in kept.items():
        file.write_bytes(raw)
    said = result.stdout + result.stderr
    assert result.returncode == 1 and "Traceback" not in said
    assert [field for field in damage if f"{field.name}:{field.line}" not in said] == []
    assert {
        file: file.read_bytes() for file in (attacked / "site").rglob("*") if file.is_file()
    } == before
    assert not [path.name for path in attacked.iterdir() if path.name.startswith(".site")]
