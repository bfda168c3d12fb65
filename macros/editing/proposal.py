"""A text from outside → operations on records.

Whoever wrote it may wish us ill: nothing in it is believed, only looked up. /rediger/ writes it,
GitHub and mail carry it, and what stands around it is passed over.
"""

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from macros.model.listing import listing
from macros.problems import did_you_mean
from macros.problems.signs import FORBIDDEN

# GitHub's own limit for the text of an issue.
LONGEST_ISSUE = 65_536
MOST_OPERATIONS = 60
DEEPEST = 4
# What each operation must say beside the record that it is about, and what it may say.
OPERATION_KINDS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "sett": (("felt",), ("fra", "til", "skrivefeil")),
    "slutter": (("nar",), ()),
    "begynner": (("person", "nar"), ("institusjon",)),
    "ny": (("verdi",), ()),
    "flytt": (("nar",), ("status", "sted")),
    "avlys": (("grunn",), ()),
    "bekreft": ((), ()),
}
# Where a value may be more than one text.
COMPOUND = ("verdi", "nar", "person", "fra", "til")
HEAD = ("endringer", "opplyst_av")
# What tells a text that should hold operations from one that a person reads.
MARK = '"endringer"'


class NotUnderstood(Exception):
    """The text holds no operations that can be read, with a sentence for the one who sent it."""


class ForPeople(Exception):
    """The text is meant for a person."""


Given = str | list | dict


@dataclass(frozen=True)
class Operation:
    """One thing to do: what, with which record, and the rest by name."""

    kind: str
    address: str
    given: Mapping[str, Given]

    def text(self, name: str) -> str:
        """A part that is one text, or nothing."""
        found = self.given.get(name, "")
        return found if isinstance(found, str) else ""


@dataclass(frozen=True)
class Proposal:
    """The operations in their order, and who told it: a role, a unit, the name of a source, or what
    a document that is new here says of itself.
    """

    told_by: str | dict
    operations: tuple[Operation, ...]


def read_proposal(raw: bytes) -> Proposal:
    """Raises NotUnderstood, or ForPeople."""
    if len(raw) > 4 * LONGEST_ISSUE:
        raise NotUnderstood("Teksten er for lang.")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotUnderstood("Teksten er ikke UTF-8.") from None
    text = unicodedata.normalize("NFC", text).replace("\r", "\n").replace("\xa0", " ")
    content = _parsed(text)
    if strange := [name for name in content if name not in HEAD]:
        raise NotUnderstood(
            f"«{shown(strange[0])}» er ikke et felt{did_you_mean(strange[0], HEAD)}"
        )
    operations = content.get("endringer")
    if not isinstance(operations, list) or not operations:
        raise NotUnderstood("Endringene mangler. Lag dem på nytt på siden «Meld endring».")
    if len(operations) > MOST_OPERATIONS:
        raise NotUnderstood(f"Det er for mange endringer. Send høyst {MOST_OPERATIONS} om gangen.")
    told_by = content.get("opplyst_av", "")
    if isinstance(told_by, str):
        told_by = " ".join(told_by.split())
    elif not isinstance(told_by, dict) or not _is_shallow(told_by, 1):
        raise NotUnderstood("«opplyst_av» skal være én tekst, eller en ny kilde.")
    return Proposal(told_by, tuple(map(_operation, operations)))


def _parsed(text: str) -> dict:
    """What stands from the first line that begins with a brace to the last that ends with one."""
    found = re.search(r"^[ \t>]*(\{.*\})\s*$", text, re.DOTALL | re.MULTILINE)
    if not found:
        if MARK not in text:
            raise ForPeople
        raise NotUnderstood(
            "Teksten er ikke hel. Lim inn hele teksten fra siden «Meld endring» på nytt."
        )
    try:
        content = json.loads(
            found[1],
            object_pairs_hook=_no_twice,
            parse_int=str,
            parse_float=str,
            parse_constant=_no_constant,
        )
    except (ValueError, RecursionError) as error:
        where = f" Se på linje {error.lineno}." if isinstance(error, json.JSONDecodeError) else ""
        raise NotUnderstood(
            f"Teksten er endret slik at den ikke kan leses.{where} Lim inn hele teksten fra siden"
            " «Meld endring» på nytt."
        ) from None
    return content


def _no_twice(pairs: list[tuple[str, object]]) -> dict:
    names = [name for name, _ in pairs]
    if double := [name for name in names if names.count(name) > 1]:
        raise NotUnderstood(f"«{shown(double[0])}» står to ganger.")
    return dict(pairs)


def _no_constant(text: str) -> None:
    raise ValueError(text)


def _operation(given: object) -> Operation:
    if not isinstance(given, dict):
        raise NotUnderstood("En av endringene er ikke slik den skal. Lag dem på nytt.")
    kind, address = given.get("gjor"), given.get("oppforing")
    if kind not in OPERATION_KINDS:
        known = listing(f"«{name}»" for name in OPERATION_KINDS)
        raise NotUnderstood(f"«{shown(kind)}» er ikke noe som kan gjøres. Skriv {known}.")
    if not isinstance(address, str) or not address:
        raise NotUnderstood(f"«{kind}» sier ikke hvilken oppføring det gjelder.")
    needed, allowed = OPERATION_KINDS[kind]
    rest = {name: value for name, value in given.items() if name not in ("gjor", "oppforing")}
    if strange := [name for name in rest if name not in (*needed, *allowed)]:
        raise NotUnderstood(f"«{kind}» kan ikke ha «{shown(strange[0])}».")
    if missing := [name for name in needed if rest.get(name) in (None, "", [], {})]:
        raise NotUnderstood(f"«{kind}» mangler «{missing[0]}».")
    for name, value in rest.items():
        if not _is_shallow(value, DEEPEST if name in COMPOUND else 0):
            raise NotUnderstood(f"«{name}» i «{kind}» er ikke slik det skal.")
    return Operation(
        kind, address, {name: value for name, value in rest.items() if value is not None}
    )


def shown(text: object) -> str:
    """So much of what stands in a text from outside as a message has room for."""
    return " ".join(FORBIDDEN.sub(" ", str(text)).split())[:80]


def _is_shallow(value: object, depth: int) -> bool:
    """Texts, and lists and tables of them down to a depth; nothing means that there is none."""
    if value is None or isinstance(value, str | bool):
        return True
    if not depth:
        return False
    inner = value.values() if isinstance(value, dict) else value
    return all(item is not None and _is_shallow(item, depth - 1) for item in inner)
