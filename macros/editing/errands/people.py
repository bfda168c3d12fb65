"""People by the names that forms give them, and new ones."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

from macros.editing.errands.desk import Desk
from macros.editing.errands.sources import Source, enter
from macros.model.dates import listing
from macros.model.types import EMAIL, Epost, Telefon, bare_email, slug

CONTACTS_FILE = "data/kontakter.yml"
SEVERAL_NAMES = re.compile(r"\s(?:og|and|eller)\s|[,&/+]", re.IGNORECASE)
JOB_TITLE = re.compile(
    r"(?:\w*(?:professor|lektor|amanuensis|rådgiver|adjunkt|konsulent)|dosent|rektor|leder|dr\.?|phd\.?)\s",
    re.IGNORECASE,
)
FULL_NAME = r"[^\W\d_]+(?:[ .'’-]+[^\W\d_]+)+\.?"


def known_people(desk: Desk) -> dict[str, str]:
    """Every name, spelling and id → the id."""
    return {
        name: id
        for id, kontakt in desk.data.kontakter.items()
        for name in (*kontakt.skrivemater, id, kontakt.navn)
    }


def known_person(desk: Desk, name: str) -> str | None:
    """The id of somebody we have, by name, spelling or id."""
    return (
        {slug(known): id for known, id in known_people(desk).items()}.get(slug(name))
        if name
        else None
    )


def similar(desk: Desk, name: str) -> list[str]:
    """The names of those who may be meant."""
    people = {slug(known): id for known, id in known_people(desk).items()}
    return list(
        dict.fromkeys(
            desk.data.kontakter[people[key]].navn
            for key in get_close_matches(slug(name), people, n=3, cutoff=0.8)
        )
    )


def add_person(
    desk: Desk, name: str, fields: dict[str, str], source: Source, among: Iterable[str]
) -> str:
    """A new record behind the last of those who have the same part, so that the sections of the
    file hold.
    """
    enter(desk, source)
    id, draft = slug(name), desk.draft(CONTACTS_FILE)
    order = list(desk.data.kontakter)
    behind = max((person for person in among if person in order), key=order.index, default=None)
    if draft.value((id,)) is None:
        draft.add(
            id, {"navn": name} | fields | {"per": str(source.per), "kilde": source.id}, behind
        )
    return id


def not_a_name(name: str) -> str:
    """Why a text is not the full name of one person, in letters that an id can be made of; nothing
    when it is.
    """
    if SEVERAL_NAMES.search(name):
        return f"«{name}» ser ut som flere personer. Send ett skjema for hver av dem."
    if title := JOB_TITLE.match(name):
        return f"«{title[0].strip()}» er en tittel. Skriv bare fornavn og etternavn."
    if strange := next(
        (
            sign
            for sign in name
            if sign.isalpha() and not unicodedata.name(sign, "").startswith("LATIN")
        ),
        "",
    ):
        return f"«{name}» har en bokstav som ikke er latinsk ({strange}). Skriv navnet på nytt."
    if "-" not in slug(name):
        return f"«{name}» er ikke et fullt navn. Skriv fornavn og etternavn."
    if not re.fullmatch(FULL_NAME, name):
        return f"«{name}» er mer enn et navn. Skriv bare fornavn og etternavn."
    if name in (name.lower(), name.upper()):
        return (
            f"«{name}» er skrevet med bare {'små' if name == name.lower() else 'store'} bokstaver."
            " Skriv navnet slik det skal stå på siden."
        )
    return ""


def is_new(desk: Desk, id: str, name: str, sure: bool, remedy: str) -> bool:
    """Whether an unknown name may become a new record: a full name in letters that an id can be
    made of, and not nearly that of somebody we have.
    """
    if wrong := not_a_name(name):
        desk.refuse(id, wrong)
        return False
    if (near := similar(desk, name)) and not sure:
        desk.refuse(id, f"«{name}» står ikke på siden, men ligner på {listing(near)}. {remedy}")
        return False
    return True


def email(desk: Desk, id: str) -> str:
    """A work address, or nothing."""
    text = desk.line(id)
    if text and re.fullmatch(r"[+0-9 ()-]+", text):
        desk.refuse(id, f"«{text}» er et telefonnummer. Skriv det på sitt eget spørsmål.")
        return ""
    bare = bare_email(text)
    return desk.checked(id, Epost, bare if EMAIL.fullmatch(bare) else text)


def phone(desk: Desk, id: str) -> str:
    """A work number on a desk, or nothing."""
    text = re.sub(r"^(?:tlf|telefon)\b[.: ]*", "", desk.line(id), flags=re.IGNORECASE)
    if "@" in text:
        desk.refuse(id, f"«{text}» er en e-postadresse. Skriv den på sitt eget spørsmål.")
        return ""
    return desk.checked(id, Telefon, text)
