"""Whole files as somebody hostile would write, name and link them: refused in words, and soon."""

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import build
from whole.test_mutations import is_good

from macros.judging import judge
from macros.problems import Problem
from macros.problems.report import Report
from macros.reading.records import MOST_PROBLEMS

KILDER = "data/kilder.yml"
LAUGHS = "a: &a [k,k,k,k,k,k,k,k,k]\n" + "".join(
    f"{chr(98 + i)}: &{chr(98 + i)} [{','.join(['*' + chr(97 + i)] * 9)}]\n" for i in range(9)
)
# Each is far beyond any data file, and just below what is refused for its size alone.
BOMBS: dict[str, str | bytes] = {
    "a billion laughs": LAUGHS,
    "one long text many times": (
        f'a: &a "{"k" * 200_000}"\n' + "".join(f"b{i}: *a\n" for i in range(20_000))
    ),
    "merged keys": "x: &x {tittel: k}\ny:\n  <<: *x\n",
    "brackets in brackets": "a: " + "[" * 100_000,
    "dashes in dashes": "a:\n  " + "- " * 100_000,
    "levels in levels": "\n".join(" " * i + "a:" for i in range(1200)),
    "many brackets": "a: " + "[]" * 200_000,
    "many records": "".join(f"k{i}: x\n" for i in range(40_000)),
    "many values": "a: [" + "x," * 100_000 + "x]",
    "many items": "rapport:\n  kilde:\n" + "".join(f"    - k{i}\n" for i in range(20_000)),
    "many unknown fields": "rapport:\n" + "".join(f"  tittle{i}: x\n" for i in range(20_000)),
    "the same key again and again": "a: x\n" * 50_000,
    "hidden signs on every line": "a: \u202e\n" * 50_000,
    "many quotes": "a: " + '"a" ' * 100_000,
    "many colons": "a" + ": a" * 100_000,
    "many comments": "a: b" + " #" * 200_000,
    "many escapes": 'a: "' + "\\x00" * 100_000 + '"',
    "a quote that never ends": 'a: "' + "\\" * 200_000,
    "nothing but lines": "\n" * 500_000,
    "code": "a: !!python/object/apply:os.system ['touch kapret']\n",
    "a set": "!!set {a, b}\n",
    "two documents": "a: b\n---\nc: d\n",
    "directives": "%TAG ! tag:x,2000:\n---\na: b\n",
    "keys that are lists": "? [a, b]\n: c\n{a: b}: c\n",
    "a surrogate": 'a: "\\ud800"\n',
    "an end of text": "a: b\0c\n",
    "two bytes a sign": "a: b\n".encode("utf-16"),
    "no text at all": bytes(range(256)) * 1000,
    "ten megabytes": b"a: b\n" * 2_200_000,
    "ten megabytes on a line": b"a: " + b"k" * 10_500_000,
}
NAMES = [
    "<script>",
    "{{ 7*7 }}",
    'k", "nb") }}{{ 7*7 }}{{ mal_om("k',
    "a\nb",
    "\u202ek",
    "-rf",
    "..",
    "Ø",
    "m" * 200,
    ".",
    "a b",
    "\udcff",
]


def errors(root: Path) -> list[Problem]:
    """What is wrong, as good as it must be said, and within the time that anybody would wait."""
    start = time.process_time()
    problems = judge(root)
    text = Report(problems, root, "https://www.eksempel.no/").text()
    assert time.process_time() - start < 8
    assert all(line.isprintable() for line in text.split("\n")) and len(text) < 200_000
    found = [problem for problem in problems if not problem.hint]
    assert all(is_good(problem) for problem in found), found
    return found


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_a_few_lines_of_text(example, name):
    content = BOMBS[name]
    (example / KILDER).write_bytes(content if isinstance(content, bytes) else content.encode())
    found = [problem for problem in errors(example) if problem.place.file == KILDER]
    assert 0 < len(found) <= MOST_PROBLEMS
    assert len(found) < MOST_PROBLEMS or "flere feil enn de" in found[-1].message
    assert not (example / "kapret").exists()


@pytest.mark.parametrize(
    "content",
    [
        b"# k\n\n" + b"ord " * 2_500_000,
        b"---\n" + LAUGHS.encode() + b"---\n# k\n",
        b"---\ntitle: !!python/name:os.system k\n---\n# k\n",
    ],
    ids=["stor", "bombe", "kode"],
)
def test_a_page_that_is_a_bomb(example, content):
    (example / "docs" / "om" / "k.md").write_bytes(content)
    assert {problem.place.file for problem in errors(example)} == {"docs/om/k.md"}


@pytest.mark.parametrize("sign", ["<img ", "<!-- "])
def test_a_page_of_nothing_but_beginnings_is_judged_soon(example, sign):
    (example / "docs" / "om" / "kilder.md").write_text("# k\n\n" + sign * 30_000)
    assert {problem.code for problem in errors(example)} == {"side-html"}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "like", ["maler/provemal.yml", "nettverk/sor-eksempel.yml", "arshjul/2024-2025.yml"]
)
def test_a_file_cannot_be_called_just_anything(example, like, name):
    source = example / "data" / like
    copy = source.with_name(f"{'2' if 'arshjul' in like else ''}{name}.yml")
    shutil.copyfile(source, copy)
    assert errors(example)


@pytest.mark.parametrize("name", ["a\nb.md", "\udcff.md", "\u202ek.png"])
def test_a_page_cannot_be_called_what_nobody_sees(example, name):
    (example / "docs" / name).write_text("# k\n")
    assert [(problem.code, problem.message) for problem in errors(example)] == [
        ("usynlig-tegn", "filnavnet har et usynlig tegn. Gi filen et nytt navn")
    ]


LINKS: dict[str, Callable[[Path], None]] = {
    KILDER: lambda path: path.symlink_to("/etc/passwd"),
    "data/nettverk/x.yml": lambda path: path.symlink_to("/dev/zero"),
    "data/nettverk/y.yml": lambda path: path.symlink_to("borte"),
    "data/nettverk/z.yml": os.mkfifo,
    "data/maler/x.yml": Path.mkdir,
    "docs/x.md": lambda path: path.symlink_to("/etc/passwd"),
    "docs/y.md": Path.mkdir,
    "docs/assets/x.txt": lambda path: path.symlink_to("/etc/passwd"),
    "docs/mappe": lambda path: path.symlink_to("/etc"),
}


@pytest.mark.parametrize("name", LINKS)
def test_what_only_seems_to_be_a_file_of_the_project_is_not_read(example, name):
    path = example / name
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    LINKS[name](path)
    found = errors(example)
    assert [(problem.place.file, problem.code) for problem in found] == [(name, "fil-lukket")]


def test_a_link_within_the_project_is_a_page_like_others(example):
    (example / "docs" / "om" / "kopi.md").symlink_to("kilder.md")
    assert errors(example) == []


def test_a_file_that_is_named_as_code_stops_the_build_and_the_side_door(project, run):
    name = NAMES[2]
    shutil.copyfile(
        project / "data" / "maler" / "provemal.yml", project / "data" / "maler" / f"{name}.yml"
    )
    for result in (build(project, project / "ut"), run("skriv", "ut2")):
        said = result.stdout + result.stderr
        assert result.returncode == 1 and "filnavnet er en id" in said and "Traceback" not in said
    assert not (project / "ut").exists() and not (project / "ut2").exists()
