"""The verbs that an editor waits for: `sjekk` on the real data, of a proposal and on a hundred
times as much, and `endre`.
"""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime

from conftest import EXAMPLE, complete
from hundredfold import multiply
from sent import op, proposal
from small_server import ICS, JSON, Reply, serving
from verbs.test_tell import git

from bench import ROOT
from bench.measure import Row, compared, used
from bench.workshop import Workshop, copied
from macros.feeds import feeds
from macros.reading.load import load

REAL, PROPOSED, HUNDREDFOLD, CHANGE = 0.8, 3.0, 4.0, 1.0
# A server on this machine counts as the published site.
PROPOSAL = (
    "import os, sys; os.environ['SITE_URL'] = '{}'; from macros.__main__ import main; from"
    " macros.settings import Settings; Settings.er_offentlig = True; sys.exit(main(['sjekk',"
    " '--endret', 'HEAD']))"
)
# What nobody can do without: start Python, load the libraries, and read the same files with
# libyaml.
READ = (
    "import pydantic, yaml, pathlib; [yaml.load(file.read_bytes(), yaml.CBaseLoader) for file in"
    " pathlib.Path('data').rglob('*.yml')]"
)


def rows(workshop: Workshop) -> Iterator[Row]:
    """`sjekk`, of a proposal too, `endre`, `sjekk` of much."""
    took, read = used(ROOT, 5, "-m", "macros", "sjekk"), used(ROOT, 5, "-c", READ)
    yield Row(
        "sjekk of the real data",
        f"{took:.2f} s",
        f"reading the same files with libyaml: {compared(took, read)}",
        f"{REAL} s",
        took <= REAL,
    )
    yield _proposal(workshop, took)
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


def _proposal(workshop: Workshop, judged: float) -> Row:
    """A title that is changed, held against the base in git and the calendars that are live."""
    project = copied(workshop.folder / "proposal")
    for arguments in (("init", "-q"), ("add", "-A"), ("commit", "-q", "-m", "Før")):
        git(project, *arguments)
    file = project / "data/arshjul/2023-2025.yml"
    file.write_text(file.read_text("utf-8").replace("\ntittel:", "\ntittel: Nytt", 1), "utf-8")
    with serving() as server:
        made = feeds(load(ROOT).data, datetime(2026, 6, 1, tzinfo=UTC), f"{server.address}/", {})
        server.replies = {
            f"/{address}": Reply(raw, ICS if address.endswith(".ics") else JSON)
            for address, raw in made.items()
        }
        took = used(project, 3, "-c", PROPOSAL.format(server.address))
        if len(server.asked) != 3 * len(made):
            raise RuntimeError("the live calendars were not asked for")
    return Row(
        f"sjekk of a proposal, against the base and {len(made) - 1} live calendars",
        f"{took:.2f} s",
        f"sjekk alone: {compared(took, judged)}",
        f"{PROPOSED:.0f} s",
        took <= PROPOSED,
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
