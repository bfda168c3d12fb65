"""Two proposals that wait at once, merged one after the other by git itself."""

from datetime import date

import pytest
from fake_gh import git
from sent import TODAY, op, proposal, send

from macros.editing.apply import write
from macros.editing.operations.kilder import apart
from macros.judging import examine
from macros.problems import errors

SOURCE = """
prove-{0}:
  tittel: Prøvetekst {0}
  kort: Prøve {0}
  utgiver: Ingen
  dato: "2020"
"""


@pytest.fixture
def together(example):
    """What is wrong with the data when both have been merged; git itself stops where they meet."""
    with (example / "data/kilder.yml").open("a", encoding="utf-8") as file:
        file.write("".join(SOURCE.format(number) for number in range(50)))
    git(example, "init", "--quiet", "--initial-branch=main")
    git(example, "add", "data")
    git(example, "commit", "--quiet", "-m", "Dataene")

    def merged(*texts: tuple[str, date]) -> list[str]:
        for place, (text, day) in enumerate(texts):
            git(example, "switch", "--quiet", "--create", f"sak-{place}", "main")
            outcome = send(example, text, day)
            assert outcome.code == 0, outcome.wrong
            write(example, outcome.files)
            git(example, "commit", "--quiet", "--all", "-m", f"Sak {place}")
        git(example, "switch", "--quiet", "main")
        for place in range(len(texts)):
            git(example, "merge", "--quiet", "--no-ff", "-m", "Slå sammen", f"sak-{place}")
        return [str(problem) for problem in errors(examine(example)[1])]

    return merged


def leads(where, by, day=TODAY):
    """One tells of a network's plan, by a new source."""
    address = f"https://eksempel.no/{where}"
    operation = op("sett", f"nettverk/{where}", felt="plan", til=address)
    return proposal(operation, by=by), day


NORTH, SOUTH = "nord-eksempel", "sor-eksempel"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (leads(NORTH, "Leder for Nord"), leads(SOUTH, "Leder for Sør")),
        (leads(NORTH, "UiE"), leads(SOUTH, "UiE", date(2026, 6, 2))),
        (leads(NORTH, "UiE"), leads(SOUTH, "UiE")),
    ],
    ids=["names-alike", "on-the-next-day", "the-same-source"],
)
def test_two_proposals_do_not_collide(together, one, other):
    assert together(one, other) == []


def test_what_begins_alike_stands_apart():
    known = [f"kilde-{number}" for number in range(50)]
    days = [f"ntnu-opplyst-2026-06-{day:02}" for day in range(1, 31)]
    assert len({apart(known, id) for id in days}) > 20
    assert apart([], "ntnu") is None
