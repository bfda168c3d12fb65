"""What the Makefile says to somebody who has just cloned the project."""

import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path

import pytest
from conftest import ROOT

MADE_OF = ("Makefile", "requirements.txt", "requirements-test.txt", "pyproject.toml")
# A Python that makes an environment of itself at once, and notes in «done» what it was asked for.
# It dies in the middle where «dies» stands in what it is asked to do.
FAKE_PYTHON = f"""#!/bin/sh
case "$1 $2" in
"-c import fcntl"*) exec "{sys.executable}" "$@" ;;
"-m venv") mkdir -p .venv/bin && cp "$0" .venv/bin/python || exit 1; echo venv >> done ;;
"-m pip") echo "pip $*" >> done; sleep "${{SLOW:-0}}"
  case "$*" in
  *"${{DIES:-nothing}}"*) kill -9 $PPID $$ ;;
  *"${{FAILS:-nothing}}"*) exit 1 ;;
  esac ;;
"-m macros") echo "Ingen feil." ;;
esac
"""


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
        timeout=300,
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


def test_without_a_network_it_says_so_and_tries_again_the_next_time(clone, tmp_path):
    """The pip, and nothing else, is the tester's: to put one into an environment takes seconds."""
    (tmp_path / "bin").mkdir()
    python = tmp_path / "bin" / "python3"
    python.write_text(
        f"""#!/bin/sh
[ "$2" != venv ] || set -- "$@" --without-pip
exec "{sys.executable}" "$@"
""",
        "utf-8",
    )
    python.chmod(0o755)
    (tmp_path / "pakker").mkdir()
    (tmp_path / "pakker" / "pip").symlink_to(Path(find_spec("pip").origin).parent)
    given = {
        "PATH": os.pathsep.join([str(python.parent), os.environ["PATH"]]),
        "PYTHONPATH": str(tmp_path / "pakker"),
        "PIP_NO_INDEX": "1",
    }
    for _ in range(2):
        said = make(clone, "check", **given)
        assert said.returncode == 2 and "No matching distribution found" in said.stderr
        assert (
            "The packages could not be installed; the reason stands above. Is there a network, and"
            " room on the disk? Then try again.\n" in said.stderr
        )
    assert not (clone / ".venv" / ".ready").exists()


@pytest.fixture
def fake(tmp_path: Path) -> str:
    """The PATH where `python3` is the fake one."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "python3").write_text(FAKE_PYTHON, "utf-8")
    (tmp_path / "bin" / "python3").chmod(0o755)
    return os.pathsep.join([str(tmp_path / "bin"), os.environ["PATH"]])


def done(clone: Path) -> list[str]:
    """What has been set up since the last time that one asked."""
    lines = (clone / "done").read_text("utf-8").splitlines() if (clone / "done").exists() else []
    (clone / "done").unlink(missing_ok=True)
    return [line if line == "venv" else line.split()[-1] for line in lines]


ANEW = ["venv", "requirements.txt", "."]


@pytest.mark.parametrize("at", ["--require-hashes", "--no-build-isolation"])
def test_a_set_up_that_was_killed_is_made_anew_once(clone, fake, at):
    assert make(clone, "check", PATH=fake, DIES=at).returncode
    assert not (clone / ".venv" / ".ready").exists() and done(clone)
    assert make(clone, "check", PATH=fake).stdout.endswith("Ingen feil.\n")
    assert done(clone) == ANEW
    assert make(clone, "check", PATH=fake).stdout == "Ingen feil.\n" and not done(clone)


def test_two_at_once_set_up_once(clone, fake):
    with ThreadPoolExecutor() as both:
        told = list(both.map(lambda _: make(clone, "check", PATH=fake, SLOW="0.3"), range(2)))
    assert [(each.returncode, each.stderr) for each in told] == [(0, "")] * 2
    assert done(clone) == ANEW


def _file(venv: Path) -> None:
    venv.write_text("", "utf-8")


def _dangling(venv: Path) -> None:
    venv.symlink_to("borte")


def _made_by_another(venv: Path) -> None:
    (venv / "bin").mkdir(parents=True)
    (venv / "bin" / "python").symlink_to("/bin/true")  # answers well to everything


@pytest.mark.parametrize("spoilt", [_file, _dangling, Path.mkdir, _made_by_another])
def test_whatever_stands_there_is_made_anew(clone, fake, spoilt):
    spoilt(clone / ".venv")
    assert make(clone, "check", PATH=fake).stdout.endswith("Ingen feil.\n")
    assert done(clone) == ANEW


def test_a_moved_project_and_a_python_that_is_gone_are_set_up_anew(clone, fake, tmp_path):
    make(clone, "check", PATH=fake)
    moved = clone.rename(tmp_path / "flyttet")
    done(moved)
    assert make(moved, "check", PATH=fake).returncode == 0 and done(moved) == ANEW
    (moved / ".venv" / "bin" / "python").unlink()
    (moved / ".venv" / "bin" / "python").symlink_to("borte")
    assert make(moved, "check", PATH=fake).returncode == 0 and done(moved) == ANEW


def test_the_packages_of_the_tests_broken_off_leave_nothing_half(clone, fake):
    """Killed, all is made anew; without a network, what was there still serves."""
    make(clone, "check", PATH=fake)
    done(clone)
    tests = "requirements-test.txt"
    assert make(clone, ".venv/.test-ready", PATH=fake, FAILS=tests).returncode
    assert done(clone) == [tests] and make(clone, "check", PATH=fake).returncode == 0
    assert not done(clone)
    assert make(clone, ".venv/.test-ready", PATH=fake, DIES=tests).returncode
    assert done(clone) == [tests]
    assert make(clone, ".venv/.test-ready", PATH=fake).returncode == 0
    assert done(clone) == [*ANEW, tests]


def test_a_missing_and_an_old_python_are_named(clone, fake, tmp_path):
    told = make(clone, "PY=ingen-python", "check").stderr
    assert told.startswith("There is no «ingen-python» here.")
    (tmp_path / "bin" / "python3").write_text(
        f"""#!/bin/sh
code=$2; shift 2
exec "{sys.executable}" -c "import sys; sys.version_info = (3, 9); $code" "$@"
""",
        "utf-8",
    )
    assert make(clone, "check", PATH=fake).stderr.startswith(
        "This project needs Python 3.11 or newer; «python3» is 3.9. Try: make PY=python3.12 …\n"
    )


def test_a_folder_that_cannot_be_written_to_is_said(clone, fake, tmp_path):
    (tmp_path / "bin" / "mkdir").write_text("#!/bin/sh\necho full >&2; exit 1\n", "utf-8")
    (tmp_path / "bin" / "mkdir").chmod(0o755)
    told = make(clone, "check", PATH=fake).stderr
    assert told.startswith("full\nThis folder cannot be written to; the reason stands above.\n")


def test_a_package_that_is_gone_is_named_with_the_way_out(tmp_path):
    (tmp_path / "yaml.py").write_text("raise ModuleNotFoundError(name='yaml')", "utf-8")
    told = subprocess.run(
        [sys.executable, "-m", "macros", "sjekk"],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert told.returncode == 1
    assert told.stderr == (
        "Pakken «yaml» mangler eller er ødelagt. Kjør «make clean», og så det samme igjen.\n"
    )
