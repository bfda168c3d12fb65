"""`sjekk` answers at once, and a hundred times as much data takes it a hundred times as long at
most.
"""

import resource
from pathlib import Path

from conftest import EXAMPLE, ROOT, run
from hundredfold import HUNDREDFOLD, multiply

# What draws, publishes or talks: nothing that judging needs.
HEAVY = (
    "docx",
    "lxml",
    "icalendar",
    "mkdocs",
    "markdown",
    "ruamel",
    "requests",
    "macros.publish",
    "macros.site",
    "macros.verbs.skriv",
    "macros.verbs.endre",
)


def used(folder: Path, *arguments: str) -> float:
    """Seconds of processor time that a verb takes: other work on the machine does not count."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    result = run(folder, *arguments)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert result.returncode == 0, result.stdout[-2000:] + result.stderr
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def test_judging_imports_nothing_that_it_does_not_need():
    result = run(ROOT, "macros", "sjekk", PYTHONPROFILEIMPORTTIME="1")
    imported = {
        line.rpartition("|")[2].strip()
        for line in result.stderr.splitlines()
        if line.startswith("import time:")
    }
    assert "macros.judging" in imported and imported & set(HEAVY) == set()


def test_a_hundred_times_the_data_takes_seconds_and_grows_in_step(project, tmp_path):
    multiply(project, HUNDREDFOLD.share(0.25))
    quarter = used(project, "macros", "sjekk")
    for file in (project / "data" / "nettverk").glob("nett-*.yml"):
        file.unlink()
    restored = EXAMPLE / "data"
    for name in ("kommuner.yml", "kontakter.yml", "begreper.yml"):
        (project / "data" / name).write_bytes((restored / name).read_bytes())
    multiply(project)
    whole = used(project, "macros", "sjekk")
    assert whole < 10 and whole < 6 * quarter
