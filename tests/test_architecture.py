"""The house keeps its shape: who may import whom, and who may ask the time."""

import ast
import re
from collections.abc import Iterator
from functools import cache

import pytest
from conftest import ROOT

FILES = {
    file.relative_to(ROOT).as_posix(): file.read_text("utf-8")
    for folder in ("macros", "tests")
    for file in sorted((ROOT / folder).rglob("*.py"))
}
PROGRAM = {name: text for name, text in FILES.items() if name.startswith("macros/")}

# Room → the rooms that it may see, as HACKING.md tells. What has no list there is a door, or a tool
# of the doors: it sees everything, and no room sees it.
ROW = re.compile(r"^\| `macros/(\w+)[^|]*\|[^|]*\| ([^|]*) \|$", re.MULTILINE)
MAY_SEE = {
    room: set(re.findall(r"`(\w+)`", rooms))
    for room, rooms in ROW.findall((ROOT / "HACKING.md").read_text("utf-8"))
    if rooms != "all of the above"
}
KNOW_MKDOCS = {
    "macros/hooks.py",
    "macros/frame/engine.py",
    "macros/frame/dressing.py",
    "macros/frame/serving.py",
}


@cache
def parsed(name: str) -> ast.Module:
    return ast.parse(FILES[name])


def imported(tree: ast.AST) -> Iterator[str]:
    """The full name of every module that is imported, wherever in the file."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "skriv hele navnet: from macros.model.base import Record"
            yield from (
                (f"{node.module}.{name.name}" for name in node.names)
                if node.module == "macros"
                else [node.module]
            )


def room(name: str) -> str:
    """«model» for macros/model/base.py, «site» for macros/site.py."""
    return name.removeprefix("macros/").removesuffix(".py").split("/")[0]


@pytest.mark.parametrize("name", PROGRAM)
def test_a_room_sees_only_what_it_may(name):
    rooms = {
        part.split(".")[1] for part in imported(parsed(name)) if part.startswith("macros.")
    } - {room(name)}
    assert rooms <= MAY_SEE.get(room(name), rooms)


def test_the_guide_lists_no_room_that_is_not_seen():
    assert len(MAY_SEE) > 10
    for name, rooms in MAY_SEE.items():
        seen = {
            part.split(".")[1]
            for file in PROGRAM
            if room(file) == name
            for part in imported(parsed(file))
            if part.startswith("macros.")
        }
        assert rooms <= seen, name


def test_only_the_doors_know_mkdocs():
    assert {
        name
        for name in PROGRAM
        if any(part.split(".")[0] in ("mkdocs", "material") for part in imported(parsed(name)))
    } == KNOW_MKDOCS


def test_nobody_but_the_settings_asks_the_time():
    asked = {
        (name, node.attr)
        for name in PROGRAM
        for node in ast.walk(parsed(name))
        if isinstance(node, ast.Attribute)
        and node.attr in ("now", "today", "utcnow", "time", "localtime", "gmtime")
        and isinstance(node.value, ast.Name)
        and node.value.id in ("datetime", "date", "time")
    }
    assert not {(name, attr) for name, attr in asked if name != "macros/settings.py"}


def test_nobody_but_the_settings_and_the_doors_reads_the_environment():
    assert {name for name in PROGRAM if "os" in imported(parsed(name))} <= {
        "macros/settings.py",
        "macros/frame/engine.py",
        "macros/hooks.py",
        "macros/__main__.py",
    }


# What a caller finds by its name in each module of a room: a verb's two functions, the rules of a
# subject.
BY_CONVENTION = {"run", "add_arguments", "RULES"}


def defined(tree: ast.Module) -> set[str]:
    """The names that a module gives to something of its own on its top level."""
    found: set[str] = set()
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            found |= {
                part.id
                for target in targets
                for part in ast.walk(target)
                if isinstance(part, ast.Name)
            }
    return found


def test_a_name_stands_for_one_thing():
    """One word has one meaning, and what says the same thing stands once: so no top-level name is
    given in two modules.
    """
    given: dict[str, list[str]] = {}
    for name in PROGRAM:
        for word in defined(parsed(name)) - BY_CONVENTION:
            given.setdefault(word, []).append(name)
    assert {word: names for word, names in given.items() if len(names) > 1} == {}


# What is filled bit by bit, or written in: all else is what it was when it was made.
MAY_CHANGE = set(
    ["Build", "Contents", "Desk", "Document", "MappingEntry", "Node", "PageSection", "Sheet"]
)


def test_only_what_is_filled_bit_by_bit_may_change():
    made = re.findall(r"^@dataclass(.*)\nclass (\w+)", "\n".join(PROGRAM.values()), re.MULTILINE)
    assert {name for how, name in made if "frozen=True" not in how} == MAY_CHANGE


def test_every_module_says_what_it_is():
    assert not [
        name for name in FILES if FILES[name].strip() and not ast.get_docstring(parsed(name))
    ]


def test_nothing_is_left_undone():
    assert not [
        name for name, text in PROGRAM.items() for word in ("TODO", "FIXME", "XXX") if word in text
    ]


TEMPLATES = {
    file.name: file.read_text("utf-8")
    for room in ("pages", "drawings")
    for file in sorted((ROOT / "macros" / room).glob("*.jinja"))
}


def test_no_template_is_unused():
    code = "\n".join([*PROGRAM.values(), *TEMPLATES.values()])
    assert TEMPLATES and not [name for name in TEMPLATES if f'"{name}"' not in code]


def test_no_template_defines_or_imports_what_nobody_uses():
    words = re.findall(r"\w+", "\n".join(TEMPLATES.values()))
    for name, text in TEMPLATES.items():
        for macro in re.findall(r"{%-? macro (\w+)", text):
            assert words.count(macro) > 1, (name, macro)
        for borrowed in re.findall(
            r"{% from \"[^\"]+\" import ([\w, ]+?)(?: with context)? %}", text
        ):
            for word in borrowed.split(", "):
                assert len(re.findall(rf"\b{word}\b", text)) > 1, (name, word)


def test_a_template_is_found_by_the_name_of_the_module_that_fills_it():
    for room in ("pages", "drawings"):
        folder = ROOT / "macros" / room
        subjects = tuple(file.stem for file in folder.glob("*.py"))
        assert not [
            name
            for name in (file.name for file in folder.glob("*.jinja"))
            if name != "felles.html.jinja"
            and not name.startswith(tuple(f"{one}{end}" for one in subjects for end in "._"))
        ]


def test_the_top_floor_can_be_seen_at_a_glance():
    assert len([name for name in PROGRAM if name.count("/") == 1]) <= 9
