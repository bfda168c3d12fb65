"""Where a proposal is worked on: the data as they are, the files being changed, and what is
wrong.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import chain, count
from pathlib import Path
from textwrap import shorten
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError

from macros.editing.draft import Draft
from macros.editing.operations.kilder import Source
from macros.editing.proposal import Operation, Proposal, shown
from macros.model.base import Record
from macros.model.data import Data
from macros.model.dates import Moment, suggest_day, suggest_month
from macros.model.fields import fields_of, patterns_of
from macros.model.names import field_word, name_of
from macros.model.oppforinger import Oppforing, find
from macros.model.types import EMAIL, Tid, slug
from macros.problems import did_you_mean
from macros.problems.signs import FORBIDDEN

LONGEST_GIVEN, LONGEST_CALLED = 2_000, 60
STRANGE_SIGN = "Teksten har tegn som ikke kan stå her («{}»). Skriv den uten."
TOO_LONG = "Teksten er for lang. Skriv høyst {} tegn"
# Mail and web addresses: their fields decide which signs they may have.
OWN_FORM = re.compile(rf"{EMAIL.pattern}|https://[^\s\"'<>\\{{}}|^`]+", re.IGNORECASE)
# What can mean something to YAML, Jinja, HTML or Markdown, and has no place in a text of ours.
STRANGE = re.compile(r"[<>{}\[\]`|\\*_#$^~=]|--|://")


@dataclass
class Desk:
    """One proposal.

    `today` is the day that it was sent; `told` the sentences for the sender beside what changes.
    """

    proposal: Proposal
    data: Data
    root: Path
    today: date
    source: Source | None = None
    wrong: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    drafts: dict[str, Draft] = field(default_factory=dict)

    def draft(self, file: str) -> Draft:
        """The draft of a file that a record of ours was read from: never a name from outside."""
        if file not in self.drafts:
            self.drafts[file] = Draft(file, (self.root / file).read_bytes())
        return self.drafts[file]

    def spot(self, operation: Operation) -> Oppforing | None:
        """The value that an operation is about; a complaint where nothing stands."""
        if found := find(self.data, operation.address):
            return found
        text = shown(operation.address)
        known = [f"{name}/{key}" if key else name for name, key, _ in self.data.tops]
        self.wrong.append(
            f"«{text}» finnes ikke på nettstedet{did_you_mean(text, known)} Noen kan ha"
            " endret det etter at du åpnet siden. Åpne den på nytt."
        )
        return None

    def refuse(self, record: Record | None, message: str, name: str = "") -> None:
        """Note what is wrong, under the names of the record and the field."""
        about = [self.called(record)] if record else []
        about += [field_word(name)] if name else []
        start = ", ".join(about)
        self.wrong.append(f"{start[:1].upper()}{start[1:]}: {message}" if about else message)

    def called(self, record: Record) -> str:
        """What a record is called: a place in a network by its person."""
        person = getattr(record, "person", None)
        if person in self.data.kontakter:
            return self.data.kontakter[person].navn
        name = name_of(record, self.data.homes[id(record)][1])
        return shorten(name, LONGEST_CALLED, placeholder=" …")

    def value(self, record: Record | None, model: type[Record], name: str, given: Any) -> Any:
        """A value as its field wants it in the file; None, and a complaint, where it can't be."""
        info = fields_of(model).get(name)
        if info is None:
            self.refuse(
                record, f"Feltet «{shown(name)}» finnes ikke{did_you_mean(name, fields_of(model))}"
            )
            return None
        said = _unfit(given) or _unfit_for(model, name, given)
        if said:
            self.refuse(record, said, name)
        return None if said else given

    def is_plain(self, text: str, longest: int) -> bool:
        """Whether a text may go into the data; a complaint where it may not."""
        said = f"{TOO_LONG.format(longest)}." if len(text) > longest else _unfit(text)
        if not said and (sign := _strange(text)):
            said = STRANGE_SIGN.format(sign)
        if said:
            self.refuse(None, said)
        return not said

    def moment(self, record: Record, text: str) -> Moment | None:
        """A year, a month or a day."""
        better = suggest_day(text) or suggest_month(text) or text
        try:
            return TypeAdapter(Tid).validate_python(better)
        except ValidationError as error:
            self.refuse(record, f"{error.errors()[0]['msg']}.", "nar")
            return None


def _unfit(value: Any) -> str:
    """Why a value can stand in no field; nothing where it may in one."""
    for text in _texts_in(value):
        if len(text) > LONGEST_GIVEN:
            return f"{TOO_LONG.format(LONGEST_GIVEN)}."
        if hidden := FORBIDDEN.search(text):
            return (
                f"Teksten har et usynlig tegn (U+{ord(hidden[0]):04X}). Slett den og skriv den på"
                " nytt."
            )
    return ""


def _texts_in(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for item in value.values() for text in _texts_in(item)]
    if isinstance(value, list):
        return [text for item in value for text in _texts_in(item)]
    return [value] if isinstance(value, str) else []


def _strange(text: str) -> str:
    """The sign in a text that may mean something elsewhere; nothing where there is none."""
    found = None if OWN_FORM.fullmatch(text) else STRANGE.search(text)
    return found[0] if found else ""


def _unfit_for(model: type[Record], name: str, given: Any) -> str:
    """Why a field can't have a value; which signs it may have, its own pattern knows best."""
    said = _said_of(model, name, given)
    sign = next(filter(None, map(_strange, _texts_in(given))), "")
    own = said and patterns_of(fields_of(model)[name])
    return STRANGE_SIGN.format(sign) if sign and not own else said


def _said_of(model: type[Record], name: str, given: Any) -> str:
    """The same in the words of the model; nothing where it can."""
    try:
        judge_of(model, name).validate_python(given)
    except ValidationError as error:
        first = error.errors()[0]
        if "url" not in first:
            return f"{first['msg'].replace(str(given), shown(given))}."
        # A rule of pydantic's own, which speaks English.
        longest = first["ctx"].get("max_length") if first["type"] == "too_long" else None
        said = f"«{shown(given)}» kan ikke stå her"
        return f"{TOO_LONG.format(longest) if longest else said}."
    return ""


@cache
def judge_of(model: type[Record], name: str) -> TypeAdapter:
    """What judges a field, with all that its model says of it."""
    info = fields_of(model)[name]
    return TypeAdapter(
        Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
    )


def before(moment: Moment) -> Moment | None:
    """The day or the month before; nothing before a year, since a year does not say which day."""
    if moment.day:
        day = date.fromordinal(moment.start.toordinal() - 1)
        return Moment(day.year, day.month, day.day)
    if moment.month:
        return Moment(moment.year - (moment.month == 1), (moment.month - 2) % 12 + 1)
    return None


def free_id(text: str, taken: Collection[str]) -> str:
    """An id for a new record, made from what it is called; a number behind it where it is taken."""
    base = slug(text)[:LONGEST_CALLED].strip("-")
    numbered = (f"{base}-{number}" for number in count(2))
    return next(id for id in chain([base], numbered) if id not in taken)
