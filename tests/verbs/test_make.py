"""What the Makefile says to somebody who has just cloned the project."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

MADE_OF = ("Makefile", "requirements.txt", "pyproject.toml")


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """What setting up needs, in a folder with a space in its name."""
    folder = tmp_path / "en klone"
    folder.mkdir()
    for name in MADE_OF:
        shutil.copyfile(ROOT / name, folder / name)
    return folder


def make(folder: Path, *arguments: str, **given: str) -> subprocess.CompletedProcess[str]:
    outside = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("MAKE", "MFLAGS", "PIP_"))
    }
    return subprocess.run(
        [shutil.which("make"), *arguments],
        cwd=folder,
        env=outside | given,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_help_lists_every_verb_with_nothing_but_awk(clone, tmp_path):
    """sed and expand are not the same everywhere: macOS' sed knows no tab."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "awk").symlink_to(shutil.which("awk"))
    said = make(clone, "help", PATH=str(tmp_path / "bin"))
    verbs = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)[
        1
    ].split()
    assert (
        said.returncode == 0 and [line[:12].strip() for line in said.stdout.splitlines()] == verbs
    )
    assert all(line[12].isalpha() for line in said.stdout.splitlines())


def test_without_a_network_it_says_so_and_tries_again_the_next_time(clone):
    here = os.pathsep.join(
        [str(Path(sys.executable).parent), os.environ["PATH"]]
    )  # no name of a folder in PY, which may have a space
    for _ in range(2):
        said = make(clone, "check", PATH=here, PIP_NO_INDEX="1")
        assert said.returncode == 2
        assert (
            "The packages could not be installed; the reason stands above. Is there a network? Then"
            " try again.\n" in said.stderr
        )
    assert not (clone / ".venv" / ".ready").exists()


def test_an_environment_without_pip_is_made_anew_and_a_missing_python_is_named(tmp_path):
    for name in ("Makefile", "requirements.txt", "pyproject.toml"):
        shutil.copyfile(ROOT / name, tmp_path / name)
    told = subprocess.run(
        ["make", "PY=ingen-python", "check"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode and "There is no «ingen-python» here." in told.stderr
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "bin" / "python").symlink_to("/bin/false")
    subprocess.run(
        ["make", "PY=false", "check"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    planned = subprocess.run(
        ["make", "-n", "check"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert "-m pip --version >/dev/null 2>&1 || rm -rf .venv" in planned.stdout
