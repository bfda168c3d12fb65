"""The JSON Schemas: made from the models, fresh, and right about what an editor's tool sees:
numbers as numbers, dates as text.
"""

import json
import re
from collections.abc import Callable, Iterator
from functools import cache

import fastjsonschema
import pytest
import yaml
from conftest import EXAMPLE, ROOT

from macros.model.samlinger import SAMLINGER, files_of
from macros.reading.schemas import schemas, write_schemas

NAMES = sorted({samling.schema for samling in SAMLINGER})
FILES = [
    (file, samling)
    for root in (ROOT, EXAMPLE)
    for samling in SAMLINGER
    for file in files_of(samling, root / "data")
]


class CoreLoader(yaml.CSafeLoader):
    """YAML 1.2 as editors' tools read it: numbers, true, false and null are themselves, all else is
    text.
    """


CoreLoader.yaml_implicit_resolvers = {}
for tag, pattern, letters in (
    ("int", "[-+]?[0-9]+", "-+0123456789"),
    ("bool", "true|false", "tf"),
    ("null", "~|null|", ["~", "n", ""]),
):
    CoreLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(letters)
    )


def filled(value: object) -> object:
    """Without the fields that somebody has left empty: to us they are not there, and a tool only
    underlines them.
    """
    if isinstance(value, dict):
        return {key: filled(part) for key, part in value.items() if part is not None}
    return [filled(part) for part in value] if isinstance(value, list) else value


made = cache(schemas)


@cache
def judge_of(name: str) -> Callable[[object], object]:
    return fastjsonschema.compile(made()[name], use_default=False)


def judged(name: str, text: str) -> str:
    """What a tool says of a file; nothing when it is right."""
    try:
        judge_of(name)(filled(yaml.load(text, CoreLoader)))
    except fastjsonschema.JsonSchemaValueException as error:
        return error.message
    return ""


def test_the_schemas_are_fresh(tmp_path):
    write_schemas(tmp_path)
    committed = {
        file.name: file.read_text("utf-8") for file in (ROOT / "data" / "schema").iterdir()
    }
    assert committed == {file.name: file.read_text("utf-8") for file in tmp_path.iterdir()}, (
        "kjør «python -m macros skjema»"
    )


@pytest.mark.parametrize(
    ("file", "samling"), FILES, ids=[file.relative_to(ROOT).as_posix() for file, _ in FILES]
)
def test_a_right_file_passes_and_names_its_schema(file, samling):
    text = file.read_text("utf-8")
    assert judged(samling.schema, text) == ""
    if file.suffix == ".json":
        return  # JSON has no comments
    modeline = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)
    assert (
        file.is_relative_to(ROOT / "data")
        if modeline is None
        else (file.parent / modeline[1]).resolve() == ROOT / "data" / "schema" / samling.schema
    )


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("kontakter.yml", "  navn: Ola Prøve\n", "  nvan: Ola Prøve\n"),
        ("kontakter.yml", "  navn: Ola Prøve\n", ""),
        ("kontakter.yml", "  navn: Ola Prøve\n", "  navn: [Ola]\n"),
        ("kontakter.yml", "ola-prove:\n", "Ola Prøve:\n"),
        ("kontakter.yml", "  per: 2020\n", "  per: 20200\n"),
        ("kontakter.yml", "  per: 2020\n", "  per: våren 2020\n"),
        ("ordninger.yml", "  ikon: skole\n", "  ikon: skoler\n"),
        ("kommuner.yml", "      del_av: true\n", "      del_av: ja\n"),
        ("nettverk/nord-eksempel.yml", "  offentlige: 12\n", "  offentlige: tolv\n"),
        ("nettverk/nord-eksempel.yml", "plan: https://", "plan: http://"),
    ],
)
def test_a_wrong_file_does_not_pass(file, old, new):
    samling = next(samling for path, samling in FILES if path == EXAMPLE / "data" / file)
    text = (EXAMPLE / "data" / file).read_text("utf-8")
    assert old in text and judged(samling.schema, text.replace(old, new))


def parts(part: object, path: str) -> Iterator[tuple[str, dict]]:
    """Every mapping within a schema, with its path."""
    if isinstance(part, dict):
        yield path, part
    for key, value in (
        part.items()
        if isinstance(part, dict)
        else enumerate(part)
        if isinstance(part, list)
        else ()
    ):
        yield from parts(value, f"{path}/{key}")


@pytest.mark.parametrize("name", NAMES)
def test_every_field_is_described(name):
    fields = [
        (path, field)
        for path, field in parts(made()[name], name)
        if path.split("/")[-2:-1] == ["properties"]
    ]
    assert fields and [path for path, field in fields if not field.get("description")] == []


@pytest.mark.parametrize("name", NAMES)
def test_an_example_is_right(name):
    for path, part in parts(made()[name], name):
        if "examples" in part:
            judge = fastjsonschema.compile({**part, "$defs": made()[name].get("$defs", {})})
            assert [judge(example) for example in part["examples"]] == part["examples"], path


def test_an_editor_is_told_nothing_in_english():
    told = re.findall(r'"description": "([^"]*)"', json.dumps(made(), ensure_ascii=False))
    assert told and not [
        text for text in told if re.search(r"\b(the|of|that|with|which|record)\b", text)
    ]
