"""Lighthouse on one page of each kind, as on a slow phone: the lowest score of each category, and
on which page. Needs npm; one page takes half a minute.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from browsing import PAGES
from conftest import ROOT

from bench.gzipped import serving
from bench.measure import Row
from bench.workshop import Workshop

VERSION = "13.5.0"
FOLDER = ROOT / ".cache" / "lighthouse"
PROGRAM = FOLDER / "node_modules" / ".bin" / "lighthouse"
CATEGORIES = {
    "performance": "speed",
    "accessibility": "accessibility",
    "best-practices": "good practice",
    "seo": "findability",
}
# The page for wrong addresses asks not to be found, as it should.
NOT_FOUND = "404.html"
FULL, RUNS = 100, 3


def rows(workshop: Workshop) -> Iterator[Row]:
    """One row for each category."""
    if not shutil.which("npm"):
        yield Row("Lighthouse", "not measured", "npm is not at hand")
        return
    _install()
    with serving(workshop.real().site) as (address, _):
        scores = {
            page: _scores(address + page, workshop.folder / "lighthouse.json") for page in PAGES
        }
    del scores[NOT_FOUND]["seo"]
    for category, name in CATEGORIES.items():
        given = {page: found[category] for page, found in scores.items() if category in found}
        worst = min(given, key=given.__getitem__)
        where = (
            f"on {sum(score == FULL for score in given.values())} of {len(given)} kinds of page"
            f" {FULL}"
        )
        yield Row(
            f"Lighthouse, {name}",
            f"{given[worst]}" + (f" on /{worst}" if given[worst] < FULL else ""),
            where,
            f"{FULL}",
            given[worst] == FULL,
        )


def _install() -> None:
    """Into a folder that git does not see; nothing outside of the project."""
    if (
        not PROGRAM.exists()
        or json.loads((FOLDER / "node_modules" / "lighthouse" / "package.json").read_text("utf-8"))[
            "version"
        ]
        != VERSION
    ):
        FOLDER.mkdir(parents=True, exist_ok=True)
        command = [
            "npm",
            "install",
            "--prefix",
            str(FOLDER),
            "--no-audit",
            "--no-fund",
            f"lighthouse@{VERSION}",
        ]
        subprocess.run(
            command,
            check=True,
            capture_output=True,
            env=os.environ | {"PUPPETEER_SKIP_DOWNLOAD": "1"},
        )


def _scores(address: str, report: Path) -> dict[str, int]:
    """Category → score.

    What speed says hangs on what else the machine does: when it is not full, the median of some
    runs counts.
    """
    found = _run(address, report)
    if found["performance"] < FULL:
        found["performance"] = int(
            median(
                [
                    found["performance"],
                    *(_run(address, report)["performance"] for _ in range(RUNS - 1)),
                ]
            )
        )
    return found


def _run(address: str, report: Path) -> dict[str, int]:
    """One run, and another when the browser lost its trace."""
    command = [
        str(PROGRAM),
        address,
        "--quiet",
        "--output=json",
        f"--output-path={report}",
        "--chrome-flags=--headless=new --no-sandbox",
        f"--only-categories={','.join(CATEGORIES)}",
    ]
    for _ in range(RUNS):
        subprocess.run(
            command,
            check=False,
            capture_output=True,
            env=os.environ | {"CHROME_PATH": os.environ["CHROMIUM"]},
        )
        told = json.loads(report.read_text("utf-8"))
        if "runtimeError" not in told:
            return {
                category: round(100 * told["categories"][category]["score"])
                for category in CATEGORIES
            }
    raise RuntimeError(f"{address}: {told['runtimeError']['message']}")
