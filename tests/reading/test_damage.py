"""Every line of every file of the example, damaged in every way we could think of: always an
answer, in Norwegian, at a line of the file; and what can't be read at all is missed nowhere else.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

import pytest
from conftest import EXAMPLE

from macros import checks
from macros.model.base import Record, record_in
from macros.model.fields import fields_of
from macros.model.samlinger import SAMLINGER, files_of
from macros.problems import Place, Problem, unique
from macros.reading import load
from macros.reading.document import Document
from macros.reading.messages import BUILT_IN, UNFORESEEN, explain

FILES = sorted(file.relative_to(EXAMPLE).as_posix() for file in (EXAMPLE / "data").rglob("*.yml"))
DAY = date(2026, 6, 1)
JUNK = ("x", "[", '"', "'", "", "[x, [y]]", "{x: y}", "a: b", "@", "- x", "2024-13-45", "\t")
ENGLISH = re.compile(
    r"\b(input|should|valid|value|error|required|must|string|list|dictionary|integer|expected|found|while|mapping|character|field|the|is)\b",
    re.IGNORECASE,
)
WRONG = (
    "",
    "x",
    "1",
    [],
    ["x"],
    [["x"]],
    [{"x": "y"}],
    {},
    {"x": "y"},
    {"x": {"y": "z"}},
    {"x": ["y"]},
    ["x"] * 9,
    "x" * 500,
)


def damages(lines: list[str], number: int) -> Iterator[list[str]]:
    """The lines of a file, with one of them damaged."""
    line, before, after = lines[number], lines[:number], lines[number + 1 :]
    yield before + after
    yield [*before, line, line, *after]
    yield [*before, f" {line}" if number % 2 else line[1:], *after]
    if found := re.match(r"\s*(?:- +)?(?:[^\s:]+: *|(?<=- ))", line):
        yield from (
            [*before, found[0] + JUNK[(number * 2 + turn) % len(JUNK)], *after] for turn in range(2)
        )
    if number % 3 == 0:
        yield [*before, line.replace(":", "", 1), *after]


def in_norwegian(problem: Problem) -> bool:
    """Whether no English is left when what the editor wrote is taken out."""
    return not ENGLISH.search(re.sub(r"«[^»]*»", "", problem.message))


@pytest.mark.parametrize("file", FILES)
def test_a_damaged_line_always_gets_an_answer(monkeypatch, file):
    # Only one of the files changes: the others are found and read once.
    read = {path: path.read_bytes() for path in (EXAMPLE / "data").rglob("*.*")}
    monkeypatch.setattr(load, "content", lambda root, path: read[path])
    monkeypatch.setattr(load, "files_of", cache(load.files_of))
    monkeypatch.setattr(load, "_strangers", lambda folder: ())
    lines = read[EXAMPLE / file].decode().split("\n")
    for number in (
        number
        for number, line in enumerate(lines)
        if line.strip() and not line.lstrip().startswith("#")
    ):
        for damaged in damages(lines, number):
            read[EXAMPLE / file] = "\n".join(damaged).encode()
            reading = load.load(EXAMPLE)
            for problem in unique([*reading.problems, *checks.judge_data(reading.data, DAY)]):
                last = read[EXAMPLE / problem.place.file].count(b"\n") + 1
                assert in_norwegian(problem) and 1 <= problem.place.line <= last, (
                    f"{lines[number]!r} → {problem}"
                )
    for unreadable in ("[", "", "\n".join([*lines, "ukjent: felt"])):
        read[EXAMPLE / file] = unreadable.encode()
        reading = load.load(EXAMPLE)
        blamed = [*reading.problems, *checks.judge_data(reading.data, DAY)]
        assert {one.place.file for one in blamed if one.code != "ubekreftet"} == {file}


SLIPS = {
    "åpent anførselstegn": lambda start, text: f'{start}"{text}',
    "åpen apostrof": lambda start, text: f"{start}'{text}",
    "åpen klamme": lambda start, text: f"{start}[{text}",
    "tegn først": lambda start, text: f"{start}@{text}",
    "uten mellomrom": lambda start, text: f"{start.rstrip()}{text}",
    "uten kolon": lambda start, text: f"{start.replace(':', '')}{text}",
    "tabulator": lambda start, text: f"\t{start.lstrip()}{text}",
    "kolon i teksten": lambda start, text: f"{start}{text} nemlig: {text}",
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_found_on_the_line_where_it_was_made(slip):
    for samling in SAMLINGER:
        for file in files_of(samling, EXAMPLE / "data"):
            lines = file.read_text("utf-8").split("\n")
            for number, found in (
                (number, re.fullmatch(r"( *(?:- )?\w+: )([^\"'\[{|>].*)", line))
                for number, line in enumerate(lines)
            ):
                damaged = "\n".join(
                    [
                        *lines[:number],
                        SLIPS[slip](*found.groups()) if found else "",
                        *lines[number + 1 :],
                    ]
                )
                if found:
                    problems = load.read_file(file.name, damaged.encode(), samling).problems
                    assert number + 1 in {problem.place.line for problem in problems}, (
                        f"{file.name}:{number + 1} {lines[number]!r} → {problems}"
                    )


def models() -> set[type[Record]]:
    """Every kind of record that a data file can hold."""
    found, waiting = set(), [samling.model for samling in SAMLINGER]
    while waiting:
        model = waiting.pop()
        if model not in found:
            found.add(model)
            waiting += [
                inner for info in fields_of(model).values() if (inner := record_in(info.annotation))
            ]
    return found


@pytest.mark.parametrize("model", sorted(models(), key=lambda model: model.__name__))
def test_no_wrong_value_is_answered_in_pydantics_own_words(model):
    for name in fields_of(model):
        for value in WRONG:
            try:
                model.model_validate({name: value})
            except ValueError as error:
                document = Document("data/x.yml", places={(): Place("data/x.yml")})
                for problem in explain(error, model, document, ()):
                    assert in_norwegian(problem) and problem.code not in (
                        UNFORESEEN[0],
                        *BUILT_IN,
                    ), f"{model.__name__}.{name} = {value!r}: {problem}"
