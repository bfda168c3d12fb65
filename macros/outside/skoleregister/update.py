"""The whole way, from the register's answer to data/skoler.yml.

Where anything is wrong, nothing is written.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from macros.model.data import Data
from macros.model.dates import Moment, parse_day
from macros.model.samlinger import SAMLING
from macros.model.skoler import Skole, Skoleregister
from macros.outside.skoleregister.answers import RegisterError
from macros.outside.skoleregister.file import REGISTER_FILE, REGISTER_SOURCE, register_text
from macros.outside.skoleregister.merge import merge
from macros.outside.skoleregister.report import report
from macros.outside.skoleregister.source import from_address, from_file
from macros.outside.web import Answer, ask
from macros.problems import must_be_good, nearest
from macros.reading.load import read_file


@dataclass(frozen=True)
class Saved:
    """What somebody says of an answer in a file: the day it was fetched, the id of its source."""

    per: str | None = None
    kilde: str | None = None


@dataclass(frozen=True)
class Update:
    """What to say, and the file's new text; none where the register says what we have."""

    said: str
    text: str | None


def update(
    data: Data,
    source: str,
    today: date,
    saved: Saved = Saved(),
    get: Callable[..., Answer] = ask,
    tell: Callable[[str], None] = lambda said: None,
) -> Update:
    """`source` is an address or a file; `today` counts where an address has no day of its own."""
    register = data.skoleregister
    kommuner = {number: kommune.navn for number, kommune in data.kommuner.items()}
    known = (
        {orgnr: _dated(skole, register) for orgnr, skole in register.skoler.items()}
        if register
        else {}
    )
    if "://" in source:
        if saved != Saved():
            raise RegisterError(
                "--per og --kilde er for et svar i en fil. Registeret sier selv hvilken dag det er"
            )
        kilde = _source_line_of(data, REGISTER_SOURCE)
        found = from_address(source, kommuner, get, tell)
        day = found.day or today
    else:
        kilde, day = _source_line_of(data, saved.kilde or REGISTER_SOURCE), _day_answered(saved.per)
        found = from_file(Path(source), kommuner)
    merged = merge(known, found, kommuner, day, register.utelatt if register else {})
    said = report(data, merged, known, found.kommuner)
    if known and not (merged.new or merged.changed or merged.missing or merged.back):
        return Update(f"{said}\n\nIngen endringer. {REGISTER_FILE} er ikke rørt.", None)
    text = register_text(_register(merged.skoler, day, kilde, register))
    _must_be_readable(text)
    return Update(f"{said}\n\nSkrev {REGISTER_FILE}.", text)


def _source_line_of(data: Data, id: str) -> str:
    if id in data.kilder:
        return id
    near = nearest(id, data.kilder)
    raise RegisterError(
        f"kilden «{id}» mangler i data/kilder.yml. "
        + (f"Mente du «{near}»?" if near else "Legg den til først")
    )


def _day_answered(per: str | None) -> date:
    """The day of a saved answer, which its file does not know: that is when it was copied."""
    if per is None:
        raise RegisterError(
            "skriv dagen svaret ble hentet, som --per 2026-12-01. Datoen på filen sier bare"
            " når den ble lagret"
        )
    if (day := parse_day(per)) is None:
        raise RegisterError(f"«{per}» er ikke en dag. Skriv år-måned-dag, som --per 2026-12-01")
    return day


def _dated(skole: Skole, register: Skoleregister) -> Skole:
    """The school with the source and time that the file gives it, which others are to have now."""
    stand = register.stand(skole)
    return skole.model_copy(update={"per": stand.per, "kilde": stand.kilde})


def _register(
    schools: Mapping[str, Skole], day: date, kilde: str, before: Skoleregister | None
) -> Skoleregister:
    """The list as of now, with what editors have put into it."""
    fact = {"per": Moment(day.year, day.month, day.day), "kilde": (kilde,)}
    listed = {orgnr: _briefly(skole, **fact) for orgnr, skole in schools.items()}
    kept = {"merknader": before.merknader, "utelatt": before.utelatt} if before else {}
    return Skoleregister(skoler=listed, **fact, **kept)


def _briefly(skole: Skole, per: Moment, kilde: tuple[str, ...]) -> Skole:
    """The school without what the top of the file says for it."""
    if skole.kilde != kilde:
        return skole
    return skole.model_copy(update={"kilde": None, "per": None if skole.per == per else skole.per})


def _must_be_readable(text: str) -> None:
    """What came from outside is judged as if an editor had written it, before it is written."""
    must_be_good(read_file(REGISTER_FILE, text.encode(), SAMLING["skoleregister"]).problems)
