"""Proposals as /rediger/ writes them, and what they do to the example's data."""

import difflib
import json
from datetime import date
from pathlib import Path

from macros.editing.apply import Outcome, apply_text
from macros.judging import examine
from macros.verbs.endre import new_cycle

TODAY = date(2026, 6, 1)


def proposal(*operations: dict, by: str | None = "UiE") -> str:
    """The text of an issue: the field of its template, with the operations in it."""
    lines = ",\n".join(f"  {json.dumps(one, ensure_ascii=False)}" for one in operations)
    told = json.dumps(by, ensure_ascii=False)
    return (
        f'### Endringen\n\n```json\n{{"opplyst_av": {told},\n "endringer": [\n{lines}\n ]}}\n```\n'
    )


def op(gjor: str, oppforing: str, **given: object) -> dict:
    """One operation."""
    return {"gjor": gjor, "oppforing": oppforing, **given}


def send(root: Path, text: str | bytes, today: date = TODAY) -> Outcome:
    """What comes of a text. Nothing is written."""
    return apply_text(
        root,
        text.encode() if isinstance(text, str) else text,
        today,
        examine,
        new_cycle,
    )


def diff(root: Path, outcome: Outcome) -> list[str]:
    """The lines that go and come, file by file, without context."""
    found = []
    for name, content in (outcome.files or {}).items():
        old = (root / name).read_bytes() if (root / name).exists() else b""
        before, after = (raw.decode().splitlines() for raw in (old, content))
        lines = list(difflib.unified_diff(before, after, lineterm="", n=0))[2:]
        found += [name, *(line for line in lines if not line.startswith("@@"))]
    return found
