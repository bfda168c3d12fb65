"""The verbs as they are used in a terminal: broken off, read in part, or on a disk that is full.

No traceback, and no English.
"""

import errno
import io
import logging
import os
import subprocess
import sys

import pytest
from conftest import ROOT, environment, run
from mkdocs.exceptions import Abort

from macros import __main__ as door
from macros import hooks
from macros.problems import reason


def test_whoever_has_read_enough_may_leave(example):
    told = subprocess.Popen(
        [sys.executable, "-m", "macros", "foreldet"],
        cwd=example,
        env=environment(PYTHONPATH=str(ROOT)),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    told.stdout.close()
    assert told.stderr.read() == "" and told.wait(timeout=60) == 141


def test_a_terminal_without_our_letters_gets_the_others(monkeypatch):
    streams = [io.TextIOWrapper(io.BytesIO(), encoding="ascii") for _ in range(2)]
    for name, stream in zip(("stdout", "stderr"), streams, strict=True):
        monkeypatch.setattr(sys, name, stream)
    monkeypatch.setattr(door, "main", lambda: [print("på", file=one) for one in streams])
    door.run()
    assert [(one.flush(), one.buffer.getvalue()) for one in streams] == [(None, b"p?\n")] * 2


def test_breaking_off_while_modules_are_read(example):
    breaking = example / "macros" / "verbs" / "sjekk.py"
    breaking.parent.mkdir(parents=True)
    for name in ("__init__.py", "__main__.py", "problems", "settings.py"):
        (example / "macros" / name).symlink_to(ROOT / "macros" / name)
    breaking.write_text("raise KeyboardInterrupt")
    told = run(example, "macros", "sjekk")
    assert (told.returncode, told.stdout, told.stderr) == (130, "", "Avbrutt.\n")


def test_a_package_that_is_missing_is_named_and_a_module_of_ours_is_a_fault(monkeypatch, capsys):
    def lacking(name: str | None) -> int:
        def main():
            raise ImportError(name=name)

        monkeypatch.setattr(door, "main", main)
        return door.run()

    assert lacking("yaml.cyaml") == 1
    assert capsys.readouterr().err == (
        "Pakken «yaml.cyaml» mangler eller er ødelagt. Kjør «make clean», og så det samme igjen.\n"
    )
    for ours in ("macros.noe", None):
        with pytest.raises(ImportError):
            lacking(ours)


def test_what_a_verb_answers_is_passed_on(monkeypatch):
    monkeypatch.setattr(door, "main", lambda: 2)
    assert door.run() == 2


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "disken er full"),
        (errno.EDQUOT, "plassen er brukt opp"),
        (errno.EROFS, "disken kan bare leses"),
    ],
)
def test_a_disk_that_is_full_while_pages_are_written(number, words):
    with pytest.raises(
        Abort, match=f"^Nettstedet kan ikke skrives \\({words}\\). Rydd plass, og bygg på nytt.$"
    ):
        hooks.on_build_error(OSError(number, os.strerror(number)))


def test_a_server_outlives_a_disk_that_is_full(monkeypatch):
    monkeypatch.setattr(hooks, "serving", True)
    assert hooks.on_build_error(OSError(errno.ENOSPC, "x")) is None


@pytest.mark.parametrize(
    "error", [ValueError("x"), OSError("x"), FileNotFoundError(errno.ENOENT, "x")]
)
def test_other_faults_are_left_to_the_engine(error):
    assert hooks.on_build_error(error) is None


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOENT, "den finnes ikke"),
        (errno.EACCES, "tilgangen mangler"),
        (errno.EPERM, "tilgangen mangler"),
        (errno.EISDIR, "det er en mappe"),
        (errno.ENOTDIR, "noe i veien dit er ingen mappe"),
        (errno.EADDRINUSE, "den er opptatt"),
        (errno.ELOOP, os.strerror(errno.ELOOP)),
    ],
)
def test_why_a_file_cannot_be_read(number, words):
    assert reason(OSError(number, os.strerror(number))) == words


def test_the_engine_says_nothing_of_a_full_disk_in_english(monkeypatch):
    log = logging.getLogger("mkdocs.commands.build")
    for one in (log, logging.getLogger("mkdocs.structure.pages")):
        monkeypatch.setattr(one, "filters", [])
    hooks.on_startup("build", False)
    said = [
        f"Error building page 'x.md': [Errno 28] {os.strerror(errno.ENOSPC)}",
        "Error building page 'x.md': odd",
    ]
    assert [bool(log.filter(logging.makeLogRecord({"msg": words}))) for words in said] == [
        False,
        True,
    ]
