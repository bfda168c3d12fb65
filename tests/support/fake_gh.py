"""A clone with a remote, and a gh that remembers what it was told: what the workflows' steps work
with.
"""

import json
import os
import shlex
import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from conftest import EXAMPLE, ROOT, TESTS, complete

KNOWN = TESTS / "golden" / "gh.txt"

FAKE_GH = """\
#!{python} -IS
import json, os, sys
from pathlib import Path
told = sys.argv[1:]
if "--body-file" in told:
    body = told.index("--body-file") + 1
    told[body] = Path(told[body]).read_text("utf-8")
folder = Path(os.environ["FAKE_GH"])
with (folder / "told.jsonl").open("a") as log:
    log.write(json.dumps(told) + "\\n")
name = "-".join(told[:2]) + ("-json" if "--json" in told and "--jq" not in told else "")
print((folder / name).read_text() if (folder / name).exists() else "", end="")
"""


def git(folder, *arguments):
    told = subprocess.run(
        ["git", "-c", "user.name=Test", "-c", "user.email=test@eksempel.no", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    return told.stdout.strip()


class Gh:
    """What gh was told, and what it will answer."""

    def __init__(self, folder: Path):
        self.folder = folder

    def answers(self, command: str, text: str) -> None:
        (self.folder / command).write_text(text)

    @property
    def told(self) -> list[list[str]]:
        log = self.folder / "told.jsonl"
        return [json.loads(line) for line in log.read_text().splitlines()] if log.exists() else []

    @property
    def calls(self) -> set[str]:
        """What it was told, each once, without the texts."""
        return {
            shlex.join(
                "…" if before == "--body-file" else word for before, word in pairwise(["", *words])
            )
            for words in self.told
        }

    def body(self, *command: str) -> str:
        """The text that came with a command."""
        words = next(words for words in self.told if words[: len(command)] == list(command))
        return words[words.index("--body-file") + 1]


@pytest.fixture
def gh(tmp_path, monkeypatch, request):
    """Every call must be one that has been seen before, word for word: the real gh would refuse a
    flag that it does not have, and this one does not.
    """
    folder = tmp_path / "gh"
    folder.mkdir()
    program = folder / "gh"
    program.write_text(FAKE_GH.format(python=sys.executable))
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("FAKE_GH", str(folder))
    made = Gh(folder)
    yield made
    known = set(KNOWN.read_text("utf-8").splitlines()) if KNOWN.exists() else set()
    if request.config.getoption("--bless"):
        KNOWN.write_text("".join(f"{call}\n" for call in sorted(known | made.calls)), "utf-8")
    else:
        assert made.calls <= known, "Nye kall til gh. Se over dem og kjør «pytest --bless»"


@pytest.fixture(scope="session")
def first_commit(tmp_path_factory) -> Path:
    """The example as a whole project with one commit, and its remote beside it."""
    folder = tmp_path_factory.mktemp("klone")
    project = Path(shutil.copytree(EXAMPLE, folder / "eksempel"))
    complete(project)
    git(project, "init", "--quiet", "--initial-branch=main")
    (project / ".git" / "info" / "exclude").write_text(".venv\n.cache\n__pycache__/\n")
    git(project, "add", ".")
    git(project, "commit", "--quiet", "-m", "Start")
    git(project, "gc", "--quiet")  # one file to copy, where there were hundreds
    git(folder, "clone", "--quiet", "--bare", str(project), "fjern.git")
    git(project, "remote", "add", "origin", "../fjern.git")
    git(project, "fetch", "--quiet")
    (project / ".venv").symlink_to(ROOT / ".venv")
    return folder


@pytest.fixture
def clone(first_commit, tmp_path, monkeypatch) -> Path:
    """The example as a clone with a remote, standing in it."""
    shutil.copytree(first_commit, tmp_path, symlinks=True, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path / "eksempel")
    return tmp_path / "eksempel"


def change(clone, name="Ola Ny"):
    file = clone / "data" / "kontakter.yml"
    file.write_text(file.read_text("utf-8").replace("navn: Ola Prøve", f"navn: {name}"), "utf-8")
