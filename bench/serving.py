"""`make serve`: how long it takes from a saved edit until the page shows it.

Wall time, since that is what an editor waits.
"""

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from conftest import environment

from bench import ROOT
from bench.measure import Row, compared
from bench.workshop import Workshop, copied

LIMIT, EDITS, PATIENCE = 2.0, 5, 120


def rows(workshop: Workshop) -> Iterator[Row]:
    """A contact's position in data/, beside a sentence on a page of stock Material's."""
    project = copied(workshop.folder / "served")
    contacts = project / "data" / "kontakter.yml"
    old = next(
        line
        for line in contacts.read_text("utf-8").splitlines()
        if line.startswith("    - tekst: ")
    )
    took = _edits(project, "kontakt/", lambda mark: _replace(contacts, old, f"{old} {mark}"))
    reference = workshop.written(ROOT)
    page = reference / "docs" / "kontakt.md"
    text = page.read_text("utf-8")
    beside = _edits(
        reference, "kontakt/", lambda mark: page.write_text(f"{text}\n{mark}\n", "utf-8")
    )
    yield Row(
        "serve: an edit of data/ to the page that shows it, wall time",
        f"{took:.2f} s",
        f"stock Material, an edit of a page: {compared(took, beside)}",
        f"{LIMIT} s",
        took <= LIMIT,
    )


def _replace(file: Path, old: str, new: str) -> None:
    """The line as it was once, with a new end."""
    lines = file.read_text("utf-8").splitlines(keepends=True)
    at = next(number for number, line in enumerate(lines) if line.startswith(old))
    lines[at] = f"{new}\n"
    file.write_text("".join(lines), "utf-8")


def _edits(project: Path, page: str, edit: Callable[[str], object]) -> float:
    """The median of some edits, after one that is not counted."""
    found = []
    with _server(project) as address:
        for number in range(EDITS + 1):
            mark = f"endring{number}"
            start = time.monotonic()
            edit(mark)
            _until(address + page, mark)
            found.append(time.monotonic() - start)
    return median(found[1:])


@contextmanager
def _server(project: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "macros", "vis", "--adresse", place]
    process = subprocess.Popen(
        command,
        cwd=project,
        env=environment(SITE_URL=f"http://{place}/"),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _until(f"http://{place}/", "</html>")
        yield f"http://{place}/"
    finally:
        process.terminate()
        process.wait(10)


def _until(address: str, words: str) -> None:
    """Ask until the page has the words. The server holds an answer back while it builds."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            if words in urllib.request.urlopen(address, timeout=PATIENCE).read().decode():
                return
        except OSError:
            pass
        time.sleep(0.02)
    raise TimeoutError(f"{address} never showed «{words}»")
