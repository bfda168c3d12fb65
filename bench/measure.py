"""What every benchmark shares: a row of the table, the time of a call, and the memory that it
takes.
"""

import gc
import resource
import subprocess
import sys
import tracemalloc
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import process_time

from conftest import environment


@dataclass(frozen=True)
class Row:
    """One line of the table: what was measured, what came out, what it stands beside, and the
    promise (None: there is none).
    """

    what: str
    measured: str
    beside: str
    limit: str = ""
    kept: bool | None = None


def seconds(call: Callable[[], object], times: int = 3) -> float:
    """Processor time, the best of some runs: what else the machine does is not counted, and only
    makes a run slower.
    """
    found = []
    for _ in range(times):
        gc.collect()
        start = process_time()
        call()
        found.append(process_time() - start)
    return min(found)


def used(folder: Path, times: int, *arguments: str) -> float:
    """Processor time of `python …` in a folder, the best of some runs.

    Raises when it fails: a measurement of nothing is none.
    """
    found = []
    for _ in range(times):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        result = subprocess.run(
            [sys.executable, *arguments],
            cwd=folder,
            env=environment(),
            capture_output=True,
            text=True,
            check=False,
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if result.returncode:
            raise RuntimeError(
                f"{' '.join(arguments)} in"
                f" {folder}:\n{result.stdout[-2000:]}{result.stderr[-2000:]}"
            )
        found.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(found)


def peak(call: Callable[[], object]) -> int:
    """The most bytes that Python held at once during the call, its result among them."""
    gc.collect()
    tracemalloc.start()
    try:
        call()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def compared(took: float, reference: float) -> str:
    """Both as words: `2.70 s, 1.15 times`."""
    return f"{reference:.2f} s, {took / reference:.2f} times"


def table(rows: list[Row]) -> str:
    """The rows as text, in columns."""
    lines = [
        ("What", "Measured", "Beside", "Limit", ""),
        *(
            (
                row.what,
                row.measured,
                row.beside,
                row.limit,
                {True: "kept", False: "BROKEN", None: ""}[row.kept],
            )
            for row in rows
        ),
    ]
    widths = [max(map(len, column)) for column in zip(*lines, strict=False)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=False)).rstrip()
        for line in lines
    )
