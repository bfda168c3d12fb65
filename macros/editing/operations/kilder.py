"""Who told us: a source that we have, or a new one that says who and when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from zlib import crc32

from macros.model.dates import Moment, say_day
from macros.model.types import slug

if TYPE_CHECKING:
    from macros.editing.operations.desk import Desk

SOURCES_FILE = "data/kilder.yml"
# With the year behind it, the short name of the source has room for forty.
LONGEST_TELLER = 34
# Who wrote the form is nobody to those who read the page.
NOBODY = ("meg", "meg-selv", "jeg", "selv", "oss", "vi")
ASK = "Hvem har opplyst det"
# Between the name and the day, in the id of a source that somebody told us.
TOLD = "-opplyst-"


@dataclass(frozen=True)
class Source:
    """A source's id, what its facts are true as of, and who confirms by it: nobody, when it is a
    document.
    """

    id: str
    per: Moment
    by: str = ""

    def behind(self, known: tuple[str, ...]) -> str | list[str]:
        """This source before those that a fact has already, as the file wants it."""
        ids = [self.id, *(id for id in known if id != self.id)]
        return ids[0] if len(ids) == 1 else ids

    def bekreftet(self, today: date) -> dict[str, str]:
        """That somebody has looked over a record today."""
        return {"dato": today.isoformat(), "av": self.by}


def told_by(desk: "Desk") -> Source | None:
    """The source that the proposal names.

    None, with a complaint, where it names none that can be used.
    """
    text = desk.proposal.told_by
    if not text:
        desk.wrong.append(
            f"{ASK}: Svaret mangler. Skriv rollen eller enheten, som «Lærerutdanningen ved"
            " høgskolen»."
        )
        return None
    known = {
        slug(name): id
        for id, kilde in desk.data.kilder.items()
        for name in (kilde.tittel, kilde.kort, id)
    }
    if slug(text) in known:
        return _document(desk, known[slug(text)])
    if not desk.plain(None, "", text, LONGEST_TELLER):
        return None
    if wrong := _no_office(text, desk.data.kontakter):
        desk.wrong.append(f"{ASK}: {wrong}")
        return None
    today = Moment(desk.today.year, desk.today.month, desk.today.day)
    return Source(f"{slug(text)}{TOLD}{desk.today.isoformat()}", today, text)


def _no_office(text: str, people: Mapping) -> str:
    """Why a text is not the name of a role or a unit; nothing when it may be."""
    if "@" in text or not slug(text) or slug(text).isdigit() or slug(text) in NOBODY:
        return (
            f"«{text}» er ikke navnet på en rolle eller en enhet. Skriv for eksempel"
            " «Lærerutdanningen ved høgskolen»."
        )
    if slug(text) in {slug(kontakt.navn) for kontakt in people.values()}:
        return (
            f"«{text}» er en person. Skriv rollen eller enheten, som «Lærerutdanningen ved"
            " høgskolen»."
        )
    return ""


def _document(desk: "Desk", id: str) -> Source | None:
    kilde = desk.data.kilder[id]
    if moment := kilde.dato or (
        Moment(kilde.lest.year, kilde.lest.month, kilde.lest.day) if kilde.lest else None
    ):
        return Source(id, moment, kilde.utgiver if TOLD in id else "")
    desk.wrong.append(
        f"{ASK}: Kilden «{kilde.kort}» er udatert, og sier ikke når dette gjaldt. Skriv hvem som"
        " har opplyst det, som «Lærerutdanningen ved høgskolen»."
    )
    return None


def apart(known: Sequence[str], new: str) -> str | None:
    """The record to put a new one behind: spread over a list that has no order, since git cannot
    merge two proposals that write in the same place. Alike ids would stand there, if sorted.
    """
    return known[crc32(new.encode()) % len(known)] if known else None


def enter(desk: "Desk") -> None:
    """A new source says who told it, when and how."""
    source = desk.source
    draft = desk.draft(SOURCES_FILE)
    if not source.by or source.id in desk.data.kilder or draft.value((source.id,)) is not None:
        return
    draft.add(
        source.id,
        {
            "tittel": f"Opplyst av {source.by} {say_day(desk.today)}",
            "kort": f"{source.by} {desk.today.year}",
            "utgiver": source.by,
            "dato": desk.today.isoformat(),
            "merknader": [{"tekst": "Meldt inn på nettstedet og sett over før det ble tatt inn."}],
        },
        apart(list(desk.data.kilder), source.id),
    )
