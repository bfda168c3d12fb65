"""site/ is replaced by a finished build, in one step, or not at all: whatever goes wrong, and
whenever.
"""

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event, Thread
from types import SimpleNamespace

import pytest
from conftest import ROOT, environment

from macros.verbs import bygg

# Stands in for the engine: writes a page at a time, and does at the second what the test wants.
ENGINE = """import os, sys, time
from pathlib import Path
site = Path(sys.argv[sys.argv.index("--site-dir") + 1])
assert not any(site.iterdir()), "ikke tom"
(site / "index.html").write_text("ny" * 1000)
Path("er-i-gang").touch()
{deed}
(site / "ny").mkdir()
(site / "ny" / "index.html").write_text("ny")
"""
WAIT = "while not Path('ga-videre').exists(): time.sleep(0.02)"


@pytest.fixture
def place(tmp_path) -> Path:
    """A project with a site of before, and an engine to replace."""
    (tmp_path / "mkdocs.yml").touch()
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("gammel" * 1000)
    (tmp_path / "site" / "borte.html").write_text("gammel")
    return tmp_path


def engine(place: Path, deed: str = "") -> None:
    (place / "mkdocs").mkdir(exist_ok=True)
    (place / "mkdocs" / "__init__.py").touch()
    (place / "mkdocs" / "__main__.py").write_text(ENGINE.format(deed=deed))


def start(place: Path) -> subprocess.Popen[str]:
    """`python -m macros bygg`, in a session of its own as in a terminal; what starts the tests in
    the background has Ctrl-C ignored, and so have its children.
    """
    return subprocess.Popen(
        [sys.executable, "-m", "macros", "bygg"],
        cwd=place,
        env=environment(PYTHONPATH=str(ROOT)),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.default_int_handler),
    )


@pytest.fixture
def build(place, capfd) -> Callable[[], tuple[int, str]]:
    """The verb without a process of its own: its exit code, and what it and the engine said."""
    return lambda: (bygg.run(place, None), capfd.readouterr().err)


def until(path: Path) -> None:
    for _ in range(1000):
        if path.exists():
            return
        time.sleep(0.02)
    raise AssertionError(path)


def is_old(place: Path) -> bool:
    """Whether the site is that of before, whole."""
    return {file.name: file.read_text()[:6] for file in (place / "site").iterdir()} == {
        "index.html": "gammel",
        "borte.html": "gammel",
    }


def left(place: Path) -> list[str]:
    return [path.name for path in place.iterdir() if path.name.startswith(".site")]


def test_a_finished_build_replaces_all(place, build):
    engine(place)
    assert build() == (0, "")
    assert {
        file.relative_to(place / "site").as_posix() for file in (place / "site").rglob("*.*")
    } == {"index.html", "index.html.gz", "ny/index.html"}
    assert left(place) == []


@pytest.mark.parametrize(
    "deed", ["sys.exit(3)", "raise OSError('disken er full')", "os.kill(os.getpid(), 9)"]
)
def test_a_failed_build_changes_nothing(place, build, deed):
    engine(place, deed)
    assert build()[0] != 0
    assert is_old(place) and left(place) == []


def test_an_interrupted_build_changes_nothing(place):
    engine(place, f"try:\n    {WAIT}\nexcept KeyboardInterrupt:\n    sys.exit(1)")
    made = start(place)
    until(place / "er-i-gang")
    os.killpg(made.pid, signal.SIGINT)
    assert (
        made.communicate(timeout=30)[1] == "Avbrutt. site/ står som før.\n" and made.returncode == 1
    )
    assert is_old(place) and left(place) == []


def test_what_a_killed_build_left_behind_never_gets_into_the_next(place, build):
    engine(place, WAIT)
    made = start(place)
    until(place / "er-i-gang")
    os.killpg(made.pid, signal.SIGKILL)
    made.communicate(timeout=30)
    (place / ".site.ny" / "halv.html").touch()
    assert is_old(place)
    engine(place)
    assert build()[0] == 0 and left(place) == [] and not (place / "site" / "halv.html").exists()
    (place / "utenfor").mkdir()
    (place / ".site.ny").symlink_to(place / "utenfor")
    assert build()[0] == 0 and left(place) == [] and (place / "utenfor").is_dir()


def test_two_builds_at_once_take_turns(place):
    engine(place, WAIT)
    first = start(place)
    until(place / "er-i-gang")
    second = start(place)
    assert second.stderr.readline() == "Venter på en annen bygging …\n" and is_old(place)
    (place / "ga-videre").touch()
    assert [first.communicate(timeout=30)[1], second.communicate(timeout=30)[1]] == ["", ""]
    assert (first.returncode, second.returncode) == (0, 0) and left(place) == []


def test_a_link_stays_a_link(place, build):
    engine(place)
    (place / "utenfor").mkdir()
    (place / "site").rename(place / "utenfor" / "nett")
    (place / "site").symlink_to(place / "utenfor" / "nett")
    assert build() == (0, "")
    assert (place / "site").is_symlink() and sorted(
        path.name for path in (place / "utenfor").iterdir()
    ) == ["nett"]
    assert (place / "utenfor" / "nett" / "ny" / "index.html").exists()


def test_a_folder_that_cannot_be_written_to_is_said(place, build):
    engine(place)
    (place / "fil").touch()
    (place / "site" / "index.html").rename(place / "gammel.html")
    (place / "site" / "borte.html").unlink()
    (place / "site").rmdir()
    (place / "site").symlink_to(place / "fil" / "nett")
    code, said = build()
    assert (
        code == 1
        and said
        == f"{place}/fil/.nett.ny kan ikke skrives (noe i veien dit er ingen mappe). site/ står som"
        " før.\n"
    )


def test_a_site_that_is_locked_is_left_as_it_was(place, monkeypatch, capsys):
    engine(place)
    rename = Path.rename

    def locked(self: Path, target: Path) -> Path:
        if self.name == ".site.ny":
            raise PermissionError(13, "Permission denied", str(self))
        return rename(self, target)

    monkeypatch.setattr(bygg, "_exchange", lambda *_: False)
    monkeypatch.setattr(Path, "rename", locked)
    assert bygg.run(place, None) == 1
    assert capsys.readouterr().err == (
        f"{place}/.site.ny kan ikke skrives (tilgangen mangler). site/ står som før.\n"
    )
    assert is_old(place) and left(place) == []


def test_a_disk_that_is_full_names_no_file(place, build, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    engine(place)
    monkeypatch.setattr(bygg, "finish", full)
    assert build() == (1, f"{place}/site kan ikke skrives (disken er full). site/ står som før.\n")
    assert is_old(place) and left(place) == []


@pytest.mark.parametrize(
    "system",
    [None, SimpleNamespace(), SimpleNamespace(renameat2=lambda *_: -1)],
    ids=["helps", "cannot", "refuses"],
)
def test_the_place_is_taken_with_and_without_help_from_the_system(place, monkeypatch, system):
    if system:
        monkeypatch.setattr(bygg.ctypes, "CDLL", lambda _: system)
        (place / ".site.gammel").mkdir()
    engine(place)
    assert bygg.run(place, None) == 0
    assert left(place) == [] and not (place / "site" / "borte.html").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="bare Linux kan bytte to mapper i ett steg")
def test_at_no_moment_is_there_no_site(tmp_path):
    site, missed, over = tmp_path / "site", [], Event()

    def watch():
        while not over.is_set():
            if not (site / "index.html").exists():
                missed.append(1)

    for turn in range(200):
        (fresh := tmp_path / ".site.ny").mkdir()
        (fresh / "index.html").write_text(str(turn))
        bygg.finish(fresh, site)
        bygg._remove(fresh)
        if turn == 0:
            (watcher := Thread(target=watch)).start()
    over.set()
    watcher.join()
    assert missed == [] and (site / "index.html").read_text() == "199"
