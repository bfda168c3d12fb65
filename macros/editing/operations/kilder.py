"""Who told us: a source that we have, or a new one that says who and when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from zlib import crc32

from pydantic import TypeAdapter

from macros.editing.draft import Value
from macros.editing.proposal import shown
from macros.model.dates import Moment, say_day
from macros.model.fakta import Kilde
from macros.model.names import field_word
from macros.model.types import Tid, slug

if TYPE_CHECKING:
    from macros.editing.operations.desk import Desk

SOURCES_FILE = "data/kilder.yml"
# With the year behind it, the short name of the source has room for forty.
LONGEST_TELLER = 34
# Who wrote the form is nobody to those who read the page.
NOBODY = ("meg", "meg-selv", "jeg", "selv", "oss", "vi")
ASK = "Hvem har opplyst det"
NO_ANSWER = "Svaret mangler. Skriv rollen eller enheten, som «Lærerutdanningen ved høgskolen»."
NO_OFFICE = (
    "«{}» er ikke navnet på en rolle eller en enhet. Skriv for eksempel «Lærerutdanningen ved"
    " høgskolen»."
)
A_PERSON = "«{}» er en person. Skriv rollen eller enheten, som «Lærerutdanningen ved høgskolen»."
UNDATED = (
    "Kilden «{}» er udatert, og sier ikke når dette gjaldt. Skriv hvem som har opplyst det, som"
    " «Lærerutdanningen ved høgskolen»."
)
# What a document that is new here must say of itself, and what it may.
DOCUMENT_NEEDS, DOCUMENT_MAY = ("tittel", "kort", "utgiver", "dato"), ("lenke",)
# Between the name and the day, in the id of a source that somebody told us.
TOLD = "-opplyst-"


@dataclass(frozen=True)
class Source:
    """A source's id, what its facts are true as of, and who confirms by it: nobody, when it is a
    document. `record` is what is written of one that we have not got.
    """

    id: str
    per: Moment
    by: str = ""
    record: Mapping[str, Value] | None = None

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
    if isinstance(text, dict):
        return _new_document(desk, text)
    if not text:
        desk.wrong.append(f"{ASK}: {NO_ANSWER}")
        return None
    known = {
        slug(name): id
        for id, kilde in desk.data.kilder.items()
        for name in (kilde.tittel, kilde.kort, id)
    }
    if slug(text) in known:
        return _document(desk, known[slug(text)])
    if not desk.is_plain(text, LONGEST_TELLER):
        return None
    if wrong := _no_office(text, desk.data.kontakter):
        desk.wrong.append(f"{ASK}: {wrong}")
        return None
    today = desk.today.isoformat()
    return Source(
        f"{slug(text)}{TOLD}{today}",
        Moment(desk.today.year, desk.today.month, desk.today.day),
        text,
        {
            "tittel": f"Opplyst av {text} {say_day(desk.today)}",
            "kort": f"{text} {desk.today.year}",
            "utgiver": text,
            "dato": today,
            "merknader": [{"tekst": "Meldt inn på nettstedet og sett over før det ble tatt inn."}],
        },
    )


def _new_document(desk: "Desk", given: Mapping[str, Value]) -> Source | None:
    """A document that is not among the sources yet."""
    for name in DOCUMENT_NEEDS:
        if not given.get(name):
            desk.wrong.append(f"{ASK}: Den nye kilden mangler «{field_word(name)}».")
    for name, value in given.items():
        if name not in (*DOCUMENT_NEEDS, *DOCUMENT_MAY):
            desk.wrong.append(f"{ASK}: En ny kilde kan ikke ha «{shown(name)}».")
        elif value:
            desk.value(None, Kilde, name, value)
    if desk.wrong:
        return None
    record = {name: " ".join(str(value).split()) for name, value in given.items() if value}
    id = slug(record["kort"])
    if not id or any(
        slug(text) == id
        for key, kilde in desk.data.kilder.items()
        for text in (key, kilde.kort, kilde.tittel)
    ):
        desk.wrong.append(
            f"{ASK}: «{record['kort']}» står blant kildene fra før. Velg den fra listen, eller gi"
            " den nye et annet kortnavn."
        )
        return None
    moment = TypeAdapter(Tid).validate_python(record["dato"])
    return Source(id, moment, record=record)


def _no_office(text: str, people: Mapping) -> str:
    """Why a text is not the name of a role or a unit; nothing when it may be."""
    if "@" in text or not slug(text) or slug(text).isdigit() or slug(text) in NOBODY:
        return NO_OFFICE.format(text)
    if slug(text) in {slug(kontakt.navn) for kontakt in people.values()}:
        return A_PERSON.format(text)
    return ""


def _document(desk: "Desk", id: str) -> Source | None:
    kilde = desk.data.kilder[id]
    if moment := dated(kilde):
        return Source(id, moment, kilde.utgiver if TOLD in id else "")
    desk.wrong.append(f"{ASK}: {UNDATED.format(kilde.kort)}")
    return None


def dated(kilde: Kilde) -> Moment | None:
    """What is said by a source is true as of then; nothing where it does not say when."""
    if kilde.dato or not kilde.lest:
        return kilde.dato
    return Moment(kilde.lest.year, kilde.lest.month, kilde.lest.day)


def apart(known: Sequence[str], new: str) -> str | None:
    """The record to put a new one behind: spread over a list that has no order, since git cannot
    merge two proposals that write in the same place. Alike ids would stand there, if sorted.
    """
    return known[crc32(new.encode()) % len(known)] if known else None


def enter(desk: "Desk") -> None:
    """Write down a source that we have not got."""
    source, draft = desk.source, desk.draft(SOURCES_FILE)
    if source.record and draft.value((source.id,)) is None:
        draft.add(source.id, dict(source.record), apart(list(desk.data.kilder), source.id))
