"""Where an errand is worked on: the answers, the data as they are, the files being changed, and
what is wrong.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from macros.editing.draft import Draft
from macros.editing.issue import Answers
from macros.model.data import Data
from macros.model.dates import DASHES, Moment, day_parts, suggest_day, suggest_month
from macros.model.types import Tid, slug
from macros.problems import did_you_mean
from macros.problems.signs import FORBIDDEN

T = TypeVar("T")
LONGEST_ANSWER = 120
# How much of a name tells whom it means, and how many may be meant.
SHORTEST, MOST_MEANT = 3, 4
DAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
WEEKDAY = re.compile(rf"\b(?:{'|'.join(DAYS)})\b", re.IGNORECASE)
# What people write in front of a time, and two days of one month in one answer.
AROUND = re.compile(
    r"^(?:fra(?: og med)?|f\.?o\.?m\.?|til(?: og"
    rf" med)?|t\.?o\.?m\.?|den)\s+|\b(?:{'|'.join(DAYS)})\b,?\s*(?:den\s+)?",
    re.IGNORECASE,
)
RANGE = re.compile(
    rf"^(?:[0-9]{{1,2}}\.?\s*)?[a-zæøå]*\s*(?:[{DASHES}/]|til|og)\s*(?:[0-9]{{1,2}}\.?\s*)?[a-zæøå]+\.?\s",
    re.IGNORECASE,
)
# What can mean something to YAML, Jinja, HTML or Markdown, and has no place in a name, a date or
# the name of an office.
STRANGE = re.compile(r"[<>{}\[\]`|\\*_#$^~=]|--|://")


@dataclass
class Desk:
    """One errand.

    `today` is the day that it was sent; `told` the sentences for the sender beside what changes.
    """

    answers: Answers
    data: Data
    root: Path
    today: date
    wrong: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    drafts: dict[str, Draft] = field(default_factory=dict)

    def draft(self, file: str) -> Draft:
        """The draft of a file that a record of ours was read from: never a name from the issue."""
        if file not in self.drafts:
            self.drafts[file] = Draft(file, (self.root / file).read_bytes())
        return self.drafts[file]

    def refuse(self, id: str, message: str) -> None:
        """Note what is wrong with an answer, under the label that the sender knows."""
        label = next(field.label for field in self.answers.form.fields if field.id == id)
        self.wrong.append(f"{label} {message}" if label.endswith("?") else f"{label}: {message}")

    def line(self, id: str, longest: int = LONGEST_ANSWER) -> str:
        """An answer on one line, or nothing where it is open or can't be one."""
        if len(self.answers.given.get(id, ())) > 1:
            return self._no(id, "Svaret har flere linjer. Skriv det på én linje.")
        return self._visible(id, " ".join(self.answers.text(id).split()), longest)

    def text(self, id: str, longest: int = LONGEST_ANSWER) -> str:
        """The same for a text that may go into the data as it is."""
        return self.plain(id, self.line(id, longest), longest)

    def plain(self, id: str, text: str, longest: int = LONGEST_ANSWER) -> str:
        """A part of an answer that may go into the data; nothing, and a complaint, where it may
        not.
        """
        text = self._visible(id, text, longest)
        if strange := STRANGE.search(text):
            return self._no(
                id, f"Svaret har tegn som ikke kan stå her («{strange[0]}»). Skriv det uten."
            )
        return text

    def _visible(self, id: str, text: str, longest: int) -> str:
        if len(text) > longest:
            return self._no(id, f"Svaret er for langt. Skriv høyst {longest} tegn.")
        if hidden := FORBIDDEN.search(text):
            return self._no(
                id,
                f"Svaret har et usynlig tegn (U+{ord(hidden[0]):04X}). Slett svaret og skriv det på"
                " nytt.",
            )
        return text

    def checked(self, id: str, kind: Any, text: str | None = None) -> str:
        """An answer of a strict form, as its field in the data wants it, or nothing."""
        text = self.line(id) if text is None else text
        try:
            return TypeAdapter(kind).validate_python(text) if text else ""
        except ValidationError as error:
            return self._no(id, f"{error.errors()[0]['msg']}.")

    def needed(self, id: str) -> str:
        """An answer that the errand can't do without."""
        text = self.text(id)
        if not text and not self.answers.given.get(id):
            return self._no(id, "Svaret mangler.")
        return text

    def moment(self, id: str) -> Moment | None:
        """A year, a month or a day, however it is written."""
        return self.as_moment(id, self.text(id, 40))

    def needed_moment(self, id: str) -> Moment | None:
        """The same where the errand can't do without it."""
        if not self.answers.given.get(id):
            self._no(id, "Svaret mangler.")
        return self.moment(id)

    def as_moment(self, id: str, text: str) -> Moment | None:
        """The same for a part of an answer."""
        if not text:
            return None
        plain = AROUND.sub("", text)
        try:
            moment = TypeAdapter(Tid).validate_python(
                suggest_day(plain) or suggest_month(plain) or plain
            )
        except ValidationError:
            self._no(
                id,
                _not_a_time(
                    text, plain, any(field.id == "til" for field in self.answers.form.fields)
                ),
            )
            return None
        if (
            (said := WEEKDAY.search(text))
            and moment.day
            and not DAYS[moment.start.weekday()].startswith(said[0].lower())
        ):
            self._no(
                id,
                f"{moment.tekst} er en {DAYS[moment.start.weekday()]}, ikke en {said[0].lower()}."
                " Se på dagen.",
            )
        return moment

    def ticked(self, id: str) -> bool:
        """Whether the one box is ticked."""
        return bool(self.answers.choices(id))

    def one_of(self, id: str, known: Mapping[str, T], text: str | None = None) -> T | None:
        """The thing that the answer names, whatever its capitals and accents."""
        text = self.needed(id) if text is None else text
        found = {slug(name): value for name, value in known.items()}
        if text and slug(text) in found:
            return found[slug(text)]
        if text:
            chosen = any(
                field.id == id and field.kind == "dropdown" for field in self.answers.form.fields
            )
            self._no(
                id,
                f"«{text}» finnes ikke"
                + (
                    _meant_answer(text, known)
                    or f". Skriv det slik det står {'i skjemaet' if chosen else 'på siden'}."
                ),
            )
        return None

    def some_of(self, id: str, known: Mapping[str, T]) -> list[T]:
        """The same for a choice of several."""
        texts = [self.plain(id, text) for text in self.answers.choices(id)]
        return [
            value for text in texts if text and (value := self.one_of(id, known, text)) is not None
        ]

    def _no(self, id: str, message: str) -> str:
        self.refuse(id, message)
        return ""


def _meant_answer(text: str, known: Mapping[str, object]) -> str:
    """«.

    Mente du «Elin Bø Morud»?»: what is nearly the same, or has it as a part; nothing where that is
    nothing or too much.
    """
    names = [name for name in known if name != slug(name)]
    for part in (names, known):
        if (hint := did_you_mean(text, part)) != ".":
            return hint
    alike = [
        (name, value)
        for name, value in known.items()
        if _is_part(slug(text), slug(name)) or _is_part(slug(name), slug(text))
    ]
    last = [
        name
        for place, (name, value) in enumerate(alike)
        if all(value != other for _, other in alike[place + 1 :])
    ]
    return (
        f". Mente du {' eller '.join(f'«{name}»' for name in last)}?"
        if 0 < len(last) <= MOST_MEANT
        else ""
    )


def _is_part(short: str, long: str) -> bool:
    """Whether whole words of the one are the other."""
    return len(short) > SHORTEST and f"-{short}-" in f"-{long}-"


def _not_a_time(text: str, plain: str, spans: bool) -> str:
    """What is wrong with a time that is none: it lacks a year, is more than one, or is not in the
    calendar. `spans`: the form asks for a last day too.
    """
    if RANGE.search(plain):
        return (
            f"«{text}» er flere dager eller måneder. Skriv"
            f" {'den første her, og den siste på spørsmålet om siste dag' if spans else 'bare én'}."
        )
    if suggest_day(f"{plain} 2024"):
        return f"«{text}» mangler året. Skriv det også, som 3. februar 2027."
    if day_parts(plain):
        return f"«{text}» finnes ikke i kalenderen. Se på måneden og dagen."
    return (
        f"«{text}» er ikke en tid vi forstår. Skriv for eksempel 3. februar 2027, februar 2027"
        " eller 2027."
    )


def before(moment: Moment) -> Moment | None:
    """The day or the month before; nothing before a year, since a year does not say which day."""
    if moment.day:
        day = date.fromordinal(moment.start.toordinal() - 1)
        return Moment(day.year, day.month, day.day)
    if moment.month:
        return Moment(moment.year - (moment.month == 1), (moment.month - 2) % 12 + 1)
    return None


def free_id(text: str, taken: Collection[str], longest: int = 60) -> str:
    """An id for a new record, made from what it is called; a number behind it where it is taken."""
    base = slug(text)[:longest].strip("-")
    return next(
        id
        for number in range(1, len(taken) + 2)
        if (id := base if number == 1 else f"{base}-{number}") not in taken
    )
