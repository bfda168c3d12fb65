"""A line in the wrong column, a dash that is gone, and a value where fields belong: the remedy is
tried before it is said, and said only when the file can be read with it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import get_origin

import yaml

from macros.model.base import Record, record_in
from macros.model.fields import every_field, every_model, fields_of, ref_of
from macros.model.samlinger import SAMLINGER
from macros.model.types import slug
from macros.problems import Problem

FIELD_LINE = re.compile(r"(\s*(?:- +)*)([\w-]+):(?:\s+(?!#)(\S.*?))?\s*(?:#.*)?$")


def _record_fields() -> Iterator[tuple[str, bool, type[Record]]]:
    """Each field that holds a record, or a list of them."""
    for model in every_model(samling.model for samling in SAMLINGER):
        for name, info in fields_of(model).items():
            inner = record_in(info.annotation)
            if inner and get_origin(info.annotation) is not dict:
                yield name, get_origin(info.annotation) is tuple, inner


FIELD_NAMES = every_field(samling.model for samling in SAMLINGER)
LONGEST_LINE = 60
PASTED_ROW = (
    "linjen er en rad fra et regneark, og kan ikke leses. Slett den, og skriv hver verdi som et"
    " felt, slik eksempelet øverst i filen viser"
)
LISTS = {name for name, listed, _ in _record_fields() if listed}
# A name that is a plain value's too tells nothing.
VALUES = {
    name
    for model in every_model(samling.model for samling in SAMLINGER)
    for name, info in fields_of(model).items()
    if not record_in(info.annotation)
}
HOLDERS = {
    name: model for name, listed, model in _record_fields() if not listed and name not in VALUES
}


def as_field(value: str, model: type[Record]) -> str:
    """The value as the first field that is the record's own, with the id that a name would have."""
    name = next(iter(model.__annotations__))
    return f"{name}: {slug(value) if ref_of(fields_of(model)[name]) else value}"


def remedies(lines: list[str], near: list[int]) -> Iterator[tuple[int, str, str]]:
    """The line, the code and what to do, of the remedy that makes the file readable."""
    for number in near[:1]:
        before = FIELD_LINE.match(lines[beside(lines, number, -1)])
        if (
            before
            and before[3]
            and before[2] in HOLDERS
            and indent_of(lines[number]) > len(before[1])
        ):
            yield (
                beside(lines, number, -1),
                "skal-vaere-felt",
                f"«{before[2]}» har felt under seg, og kan ikke ha en verdi på samme linje. Skriv"
                f" «{as_field(before[3], HOLDERS[before[2]])}» på en egen linje under, i samme"
                " kolonne som de andre feltene",
            )
    for number in [*near, *_first_below_list(lines, near)]:
        line = lines[number]
        field = FIELD_LINE.match(line)
        if not field:
            continue
        yield from _needless_dash(lines, number)
        if "-" not in field[1] and _may_begin_item(lines, number):
            for column in (indent_of(line), indent_of(line) - 2):
                if column >= 0 and _can_read(lines, number, f"{' ' * column}- {line.strip()}"):
                    yield (
                        number,
                        "yaml-punkt",
                        f"bindestreken mangler foran «{field[2]}». Skriv «- {line.strip()}», med"
                        f" {column or 'ingen'} mellomrom foran bindestreken",
                    )
        for column in _places_for(lines, number):
            if _can_read(lines, number, " " * column + line.strip()):
                steps = column - indent_of(line)
                yield (
                    number,
                    "yaml-innrykk",
                    f"«{field[2]}» begynner i feil kolonne. Rykk linjen {abs(steps)} mellomrom"
                    f" {'inn' if steps > 0 else 'ut'}",
                )


def _needless_dash(lines: list[str], number: int) -> Iterator[tuple[int, str, str]]:
    """A dash before the id of a record: only what is in a list has one."""
    bare = lines[number].lstrip(" -")
    if lines[number].startswith("-") and _can_read(lines, number, bare):
        yield number, "yaml-punkt", f"bindestreken skal ikke stå her. Skriv «{bare.strip()}»"


def _first_below_list(lines: list[str], near: list[int]) -> Iterator[int]:
    """The line below the name of the list that the parser stopped in."""
    for number in range(near[0] if near else -1, -1, -1):
        field = FIELD_LINE.match(lines[number])
        if field and field[2] in LISTS and not field[3]:
            yield beside(lines, number, 1)
            return


def _may_begin_item(lines: list[str], number: int) -> bool:
    """Whether a list of records begins above, or the point above has the same field."""
    name, above = FIELD_LINE.match(lines[number])[2], beside(lines, number, -1)
    field = FIELD_LINE.match(lines[above])
    if field and not field[3]:
        return field[2] in LISTS and indent_of(lines[number]) > len(field[1])
    for line in reversed(lines[:number]):
        field = FIELD_LINE.match(line)
        if field and field[2] == name:
            return True
        if field and field[1].strip():
            return False
    return False


def _places_for(lines: list[str], number: int) -> list[int]:
    """Where the line could begin, the nearest first: where its neighbours do."""
    if _may_be_right(lines, number):
        return []
    line = lines[number]
    above, below = lines[beside(lines, number, -1)], lines[beside(lines, number, 1)]
    if line.lstrip().startswith("- "):
        found = {
            indent_of(other)
            for other in lines[max(0, number - 9) : number + 9]
            if "- " in other[:12]
        }
    else:
        found = {len(re.match(r"\s*(?:- +)*", above)[0]), indent_of(below)}
        head = FIELD_LINE.match(above)
        found |= {len(head[1]) + 2} if head and not head[3] else set()
    return sorted(
        found - {indent_of(line)}, key=lambda column: (abs(column - indent_of(line)), column)
    )


def beside(lines: list[str], number: int, step: int) -> int:
    """The next line with content, upwards or downwards; itself where there is none."""
    other = number + step
    while 0 <= other < len(lines):
        if lines[other].strip() and not lines[other].lstrip().startswith("#"):
            return other
        other += step
    return number


def _can_read(lines: list[str], number: int, line: str) -> bool:
    try:
        yaml.compose("\n".join([*lines[:number], line, *lines[number + 1 :]]), yaml.CSafeLoader)
    except yaml.YAMLError:
        return False
    return True


def indent_of(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _may_be_right(lines: list[str], number: int) -> bool:
    """A name at the margin with a dash below it: then the dash is what is wrong."""
    below = lines[number + 1].strip() if number + 1 < len(lines) else ""
    return re.fullmatch(r"[\w-]+:", lines[number].rstrip()) is not None and below.startswith("- ")


def by_its_line(problem: Problem, lines: list[str]) -> Problem:
    """With the line itself for «Norby», where it is short and what it should be is plain."""
    line = "".join(lines[problem.place.line - 1 : problem.place.line])
    line = re.sub(r"\s+#.*", "", line).strip()
    if "\t" in line and problem.code in ("yaml-kolon-mangler", "yaml-punkt"):
        return replace(problem, message=PASTED_ROW, code="yaml-dokument")
    if len(line) > LONGEST_LINE:
        return problem
    old, new = "«navn: Norby»", ""
    if problem.code == "yaml-mellomrom-kolon":
        field = re.search(r"([a-z][\w-]*):([^\s:/][^,}]*)", line)
        old = f"{old}, ikke «navn:Norby»"
        new = f"«{field[1]}: {field[2]}», ikke «{field[0]}»" if field else ""
    elif problem.code == "yaml-punkt":
        item = re.match(r"(?:[*–—•-]+\s*)?([^*]+)$", line)
        old, new = "«- Norby»", f"«- {item[1]}»" if item else ""
    elif problem.code == "yaml-kolon-mangler":
        field = re.match(r"(\w[\w-]*)(?:\s*[=;]?\s+(.+))?$", line)
        if field and (not field[2] or field[1] in FIELD_NAMES):
            new = f"«{field[1]}: {field[2]}»" if field[2] else f"«{field[1]}:»"
    return replace(problem, message=problem.message.replace(old, new)) if new else problem
