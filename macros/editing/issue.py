"""The text of an issue → the answers to a form.

Whoever wrote it may wish us ill: nothing in it is believed, only looked up.

GitHub puts each answer below a heading with the field's label. A line of the answer can look like a
heading too, so a text with a heading too many is not read at all, and brackets, fences, comments
and the like never have a meaning of their own.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.editing.forms import FORMS, Form

# GitHub's own limit for the text of an issue.
MOST_BYTES = 65_536
NO_ANSWER = ("", "_No response_", "None", "-", "–", "—")
ANSWER_HEADING = re.compile(r"^### (.*)$")
BOX = re.compile(r"^- \[( |x|X)\] (.*)$")


class NotUnderstood(Exception):
    """The text is not one of our forms, or has been changed so that nobody can tell what belongs
    where.
    """


@dataclass(frozen=True)
class Answers:
    """A form and what was answered: field id → the lines; nothing for what was left open."""

    form: Form
    given: Mapping[str, tuple[str, ...]]

    def text(self, id: str) -> str:
        """The answer on one line."""
        return " ".join(self.given.get(id, ()))

    def boxes(self, id: str) -> dict[str, bool]:
        """The labels of the boxes, and whether they are ticked."""
        return {
            found[2]: found[1] != " "
            for line in self.given.get(id, ())
            if (found := BOX.match(line))
        }

    def choices(self, id: str) -> tuple[str, ...]:
        """What was picked of a list, or ticked."""
        if boxes := self.boxes(id):
            return tuple(label for label, ticked in boxes.items() if ticked)
        return tuple(self.text(id).split(", ")) if self.given.get(id) else ()


def read_issue(raw: bytes) -> Answers:
    """Raises NotUnderstood, with a sentence for the one who sent it."""
    if len(raw) > 4 * MOST_BYTES:
        raise NotUnderstood("Teksten er for lang.")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotUnderstood("Teksten er ikke UTF-8.") from None
    text = (
        unicodedata.normalize("NFC", text)
        .replace("\r\n", "\n")
        .replace("\r", "\n")
        .replace("\xa0", " ")
    )
    sections = list(_sections(text))
    form = _form_asked([label for label, _ in sections])
    return Answers(
        form, {form.labels[label].id: tuple(lines) for label, lines in sections if lines}
    )


def _sections(text: str) -> Iterator[tuple[str, list[str]]]:
    label, lines = "", []
    for line in text.split("\n"):
        if found := ANSWER_HEADING.match(line.rstrip()):
            yield from _answer_section(label, lines)
            label, lines = found[1].strip(), []
        else:
            lines.append(line.strip())
    yield from _answer_section(label, lines)


def _answer_section(label: str, lines: list[str]) -> Iterator[tuple[str, list[str]]]:
    filled = [line for line in lines if line]
    if label:
        yield label, [] if len(filled) == 1 and filled[0] in NO_ANSWER else filled
    elif filled:
        raise NotUnderstood("Det står tekst foran den første overskriften.")


def _form_asked(labels: list[str]) -> Form:
    form = next(
        (form for form in FORMS if labels and labels[0] == form.fields[0].label and form.handled),
        None,
    )
    if form is None:
        raise NotUnderstood("Teksten er ikke et av skjemaene som leses av maskinen.")
    if strange := [label for label in labels if label not in form.labels]:
        raise NotUnderstood(f"Overskriften «{strange[0][:60]}» er ikke i skjemaet «{form.name}».")
    if double := [label for label in labels if labels.count(label) > 1]:
        raise NotUnderstood(f"Overskriften «{double[0]}» står to ganger.")
    if missing := [label for label in form.labels if label not in labels]:
        raise NotUnderstood(f"Overskriften «{missing[0]}» mangler.")
    return form
