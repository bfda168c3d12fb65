"""What the register answers, judged before a word of it is believed.

The shape is that of version 4 of its open API.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic_core import PydanticCustomError

from macros.model.plain_text import plain_text
from macros.model.skoler import Trinn
from macros.problems.signs import FORBIDDEN

BASE = "https://data-nsr.udir.no"
LIST = "EnhetListe"
NUMBER = "Organisasjonsnummer"
PAGES = "AntallSider"
TOTAL = "TotaltAntallEnheter"
# The number of a unit of version 3, in its two spellings.
OLD = {"Orgnr", "OrgNr"}
LEVELS: Mapping[str, Trinn] = {"ErGrunnskole": "grunnskole", "ErVideregaaendeSkole": "videregaende"}
# Voksenopplæringssenter, and voksenopplæring på grunnskolens område. Many upper secondary schools
# (2) teach adults too: those are schools.
ADULTS, UPPER_SECONDARY = {"10", "25"}, "2"


class RegisterError(Exception):
    """Why nothing was changed, in an editor's words."""


@dataclass(frozen=True)
class Unit:
    """An active school as the register has it."""

    orgnr: str
    navn: str
    kommune: str
    trinn: tuple[Trinn, ...]
    privat: bool
    voksne: bool


@dataclass(frozen=True)
class Page:
    """One answer: its units, every one of them counted, how many pages there are, and of how many
    units.
    """

    units: tuple[Unit, ...]
    size: int
    pages: int = 1
    total: int | None = None


def read_page(raw: bytes, kind: str, where: str) -> Page:
    """The active schools of an answer.

    `kind` is its content type, empty for a file. Raises RegisterError for anything but the shape we
    know.
    """
    answer = _decoded(raw, kind, where)
    if not isinstance(answer, dict) or not isinstance(answer.get(LIST), list):
        raise RegisterError(f"{where}: {_other_shape(answer)}")
    units = answer[LIST]
    if not units:
        raise RegisterError(f"{where}: listen er tom. Det kan ikke stemme")
    return Page(tuple(_units(units, where)), len(units), *_counts(answer, where))


def _decoded(raw: bytes, kind: str, where: str) -> Any:
    if raw.lstrip()[:1] == b"<" or "html" in kind:
        raise RegisterError(f"{where}: svaret er en nettside, ikke data. Er adressen riktig?")
    if kind and "json" not in kind:
        raise RegisterError(
            f"{where}: svaret er av typen «{_one_line(kind)}», ikke JSON. Er adressen riktig?"
        )
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        raise RegisterError(
            f"{where}: svaret er ikke hel JSON. Kanskje ble det avbrutt på veien"
        ) from None


def _other_shape(answer: Any) -> str:
    first = answer[0] if isinstance(answer, list) and answer else answer
    if isinstance(first, dict) and OLD & set(first):
        return f"svaret har formen til versjon 3 av registeret. Vi leser versjon 4: {BASE}/v4"
    return f"svaret mangler listen «{LIST}». Registeret kan ha fått ny form"


def _counts(answer: Mapping[str, Any], where: str) -> tuple[int, int | None]:
    """How many pages and units there are, where the answer says so.

    A kommune's list comes whole, without counts.
    """
    pages, total = answer.get(PAGES, 1), answer.get(TOTAL)
    if not _is_count(pages) or not (total is None or _is_count(total)):
        raise RegisterError(
            f"{where}: «{PAGES}» og «{TOTAL}» skal være tall. Registeret kan ha fått ny form"
        )
    return pages, total


def _is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _units(units: Iterable[Any], where: str) -> Iterator[Unit]:
    for place, unit in enumerate(units, 1):
        spot = f"{where}, enhet {place}"
        if isinstance(unit, dict) and NUMBER not in unit and OLD & set(unit):
            raise RegisterError(f"{where}: {_other_shape(unit)}")
        if not isinstance(unit, dict):
            raise RegisterError(f"{spot}: dette er ikke en enhet. Registeret kan ha fått ny form")
        if _flag(unit, "ErAktiv", spot) and _flag(unit, "ErSkole", spot):
            yield _unit(unit, spot)


def _unit(unit: Mapping[str, Any], spot: str) -> Unit:
    categories = _categories(unit, spot)
    return Unit(
        _text_of(unit, NUMBER, spot),
        _text_of(unit, "Navn", spot),
        _text_of(unit, "Kommunenummer", spot),
        tuple(trinn for key, trinn in LEVELS.items() if _flag(unit, key, spot)),
        _flag(unit, "ErPrivatskole", spot),
        bool(ADULTS & categories) and UPPER_SECONDARY not in categories,
    )


def _flag(unit: Mapping[str, Any], key: str, spot: str) -> bool:
    if not isinstance(unit.get(key), bool):
        raise _missing_key(key, spot)
    return unit[key]


def _text_of(unit: Mapping[str, Any], key: str, spot: str) -> str:
    if not isinstance(unit.get(key), str) or not (text := _one_line(unit[key])):
        raise _missing_key(key, spot)
    try:
        return plain_text(text)
    except PydanticCustomError as error:
        raise RegisterError(f"{spot}: {error.message()}") from None


def _categories(unit: Mapping[str, Any], spot: str) -> set[str]:
    found = unit.get("Skolekategorier")
    if not isinstance(found, list) or not all(
        isinstance(one, dict) and isinstance(one.get("Id"), str | int) for one in found
    ):
        raise _missing_key("Skolekategorier", spot)
    return {str(one["Id"]).strip() for one in found}


def _missing_key(key: str, spot: str) -> RegisterError:
    return RegisterError(
        f"{spot}: «{key}» mangler, eller er av et annet slag enn før. Registeret kan ha fått ny"
        " form"
    )


def _one_line(text: str) -> str:
    """On one line and without invisible characters, as our files have it."""
    return " ".join(FORBIDDEN.sub(" ", text).split())
