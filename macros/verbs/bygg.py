"""The verb that builds: into a folder of its own, which takes the place of site/ in one step when
it is finished, and not before.
"""

import ctypes
import fcntl
import gzip
import shutil
import subprocess
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from macros.problems import as_text, reason
from macros.reading.menu import read_menu
from macros.settings import BUILD, from_environment
from macros.verbs.klar import last_lines

# What is worth packing: text, and more than fits in one packet anyway.
PACKED = {".css", ".csv", ".html", ".ics", ".js", ".json", ".svg", ".txt", ".vcf", ".xml"}
SMALLEST_PACKED = 1000
HERE, EXCHANGE = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of Linux


def run(root: Path, _: Namespace) -> int:
    """bygg hele nettstedet til site/; ved feil blir site/ stående som før"""
    from_environment(root)  # the engine would say it in English, and this too
    if (menu := read_menu(root)).problems:
        print(as_text(menu.problems), file=sys.stderr)
        return 1
    site = (root / "site").resolve()  # a link stays a link
    fresh = site.with_name(f".{site.name}.ny")
    try:
        with _wait_for_others(root) as lock:
            code = _build(root, fresh, site, lock)
        if not code:
            last_lines(root)
        return code
    except OSError as error:
        print(
            f"{error.filename or site} kan ikke skrives ({reason(error)}). site/ står som før.",
            file=sys.stderr,
        )
    except KeyboardInterrupt:
        print("Avbrutt. site/ står som før.", file=sys.stderr)
    return 1


@contextmanager
def _wait_for_others(root: Path) -> Iterator[int]:
    """Wait until no other build of this project is under way.

    The lock goes with the last process that has it.
    """
    with (root / "mkdocs.yml").open("rb") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Venter på en annen bygging …", file=sys.stderr)
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield lock.fileno()


def _build(root: Path, fresh: Path, site: Path, lock: int) -> int:
    """The exit code of the engine.

    What a build that was killed has left behind goes first, and nothing stays behind.
    """
    _remove(fresh)
    fresh.mkdir(parents=True)
    command = [sys.executable, "-m", *BUILD, "--strict", "--site-dir", str(fresh)]
    try:
        code = abs(subprocess.run(command, cwd=root, pass_fds=(lock,), check=False).returncode)
        if not code:
            finish(fresh, site)
    finally:
        _remove(fresh)
    return code


def finish(fresh: Path, site: Path) -> None:
    """Pack a finished build, and let it take the place of the one before."""
    for file in _files(fresh):
        before = site / file.relative_to(fresh)
        if before.is_file() and before.read_bytes() == file.read_bytes():
            shutil.copystat(
                before, file
            )  # servers tell by the time whether a browser must fetch it again
        _pack(file)
    if not site.exists():
        fresh.rename(site)
    elif not _exchange(fresh, site):
        _replace(fresh, site)


def _pack(file: Path) -> None:
    """The same content gives the same bytes: no time and no name goes into them."""
    content = file.read_bytes()
    if file.suffix in PACKED and len(content) >= SMALLEST_PACKED:
        packed = file.with_name(f"{file.name}.gz")
        packed.write_bytes(gzip.compress(content, 9, mtime=0))
        shutil.copystat(file, packed)


def _exchange(fresh: Path, site: Path) -> bool:
    """Let two folders change names at once, where the system can."""
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    return rename is not None and rename(HERE, bytes(fresh), HERE, bytes(site), EXCHANGE) == 0


def _replace(fresh: Path, site: Path) -> None:
    """The same in two steps. When the second fails, the first is undone."""
    old = site.with_name(f".{site.name}.gammel")
    _remove(old)
    site.rename(old)
    try:
        fresh.rename(site)
    except OSError:
        old.rename(site)
        raise
    _remove(old)


def _files(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if file.is_file())


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
