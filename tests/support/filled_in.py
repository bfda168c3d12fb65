"""Issue texts as GitHub makes them of our forms, and what they do to the example's data."""

import difflib
from datetime import date
from pathlib import Path

from macros.editing.apply import Outcome, apply_issue
from macros.editing.forms import Form
from macros.judging import examine
from macros.reading.load import Seen

READ: Seen = {}
TODAY = date(2026, 6, 1)
NO_ANSWER = "_No response_"


def filled_in(form: Form, **answers: str) -> str:
    """Each label as a heading, with the answer below; open ones as GitHub writes them."""
    unknown = set(answers) - {field.id for field in form.fields}
    assert not unknown, unknown
    return "\n\n".join(
        f"### {field.label}\n\n{answers.get(field.id, NO_ANSWER)}" for field in form.fields
    )


def tick(*labels: str) -> str:
    """Boxes, all of them ticked."""
    return "\n".join(f"- [X] {label}" for label in labels)


def send(root: Path, text: str | bytes, today: date = TODAY) -> Outcome:
    """What comes of an issue. Nothing is written."""
    return apply_issue(
        root,
        text.encode() if isinstance(text, str) else text,
        today,
        lambda folder: examine(folder, READ),
    )


def diff(root: Path, outcome: Outcome) -> list[str]:
    """The lines that go and come, file by file, without context."""
    found = []
    for name, content in (outcome.files or {}).items():
        old, new = (raw.decode().splitlines() for raw in ((root / name).read_bytes(), content))
        lines = list(difflib.unified_diff(old, new, lineterm="", n=0))[2:]
        found += [name, *(line for line in lines if not line.startswith("@@"))]
    return found
