"""The verbs that an editor waits for: `sjekk` on the real data and on a hundred times as much, and
`endre`.
"""

import shutil
from collections.abc import Iterator

from conftest import EXAMPLE, complete
from hundredfold import multiply
from sent import op, proposal

from bench import ROOT
from bench.measure import Row, compared, used
from bench.workshop import Workshop, copied

REAL, HUNDREDFOLD, CHANGE = 0.6, 10.0, 1.0
# What nobody can do without: start Python, load the libraries, and read the same files with
# libyaml.
READ = (
    "import pydantic, yaml, pathlib; [yaml.load(file.read_bytes(), yaml.CBaseLoader) for file in"
    " pathlib.Path('data').rglob('*.yml')]"
)


def rows(workshop: Workshop) -> Iterator[Row]:
    """`sjekk`, `sjekk` of much, `endre`."""
    took, read = used(ROOT, 5, "-m", "macros", "sjekk"), used(ROOT, 5, "-c", READ)
    yield Row(
        "sjekk of the real data",
        f"{took:.2f} s",
        f"reading the same files with libyaml: {compared(took, read)}",
        f"{REAL} s",
        took <= REAL,
    )
    yield _change(workshop, took)
    project = workshop.folder / "hundredfold"
    shutil.copytree(EXAMPLE, project)
    complete(project)
    multiply(project)
    much, read = used(project, 1, "-m", "macros", "sjekk"), used(project, 1, "-c", READ)
    yield Row(
        "sjekk of a hundred times as much",
        f"{much:.2f} s",
        f"reading the same files with libyaml: {compared(much, read)}",
        f"{HUNDREDFOLD:.0f} s",
        much <= HUNDREDFOLD,
    )


def _change(workshop: Workshop, judged: float) -> Row:
    """One proposal turned into changed files, anew in a fresh copy each time."""
    found = []
    for number in range(3):
        project = copied(workshop.folder / f"changed-{number}")
        elin = "kontakter/elin-bo-morud"
        form = proposal(
            op("sett", elin, felt="epost", til="elin.prove@ntnu.no"),
            op("bekreft", elin),
            by="NTNU",
        )
        (project / "issue.md").write_text(form, "utf-8")
        found.append(used(project, 1, "-m", "macros", "endre", "--fra-sak", "issue.md"))
    return Row(
        "endre, one proposal",
        f"{min(found):.2f} s",
        f"sjekk alone: {compared(min(found), judged)}",
        f"{CHANGE} s",
        min(found) <= CHANGE,
    )
