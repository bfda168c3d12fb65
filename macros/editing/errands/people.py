"""People by the names that forms give them, and new ones."""

import re
from collections.abc import Iterable
from difflib import get_close_matches

from macros.editing.errands.desk import Desk
from macros.editing.errands.sources import Source, enter
from macros.model.dates import listing
from macros.model.types import Epost, Telefon, slug

FILE = "data/kontakter.yml"
PRIVATE = ("gmail.com", "hotmail.com", "hotmail.no", "outlook.com", "live.no", "live.com", "online.no", "yahoo.com", "yahoo.no", "icloud.com", "me.com", "proton.me", "protonmail.com", "getmail.no")
NAME = r"[^\W\d_]+(?:[ .'’-]+[^\W\d_]+)+\.?"


def known_people(desk: Desk) -> dict[str, str]:
    """Every name, spelling and id → the id."""
    return {name: id for id, kontakt in desk.data.kontakter.items() for name in (*kontakt.skrivemater, id, kontakt.navn)}


def known_person(desk: Desk, name: str) -> str | None:
    """The id of somebody we have, by name, spelling or id."""
    return {slug(known): id for known, id in known_people(desk).items()}.get(slug(name)) if name else None


def similar(desk: Desk, name: str) -> list[str]:
    """The names of those who may be meant."""
    people = {slug(known): id for known, id in known_people(desk).items()}
    return list(dict.fromkeys(desk.data.kontakter[people[key]].navn for key in get_close_matches(slug(name), people, n=3, cutoff=0.8)))


def add_person(desk: Desk, name: str, fields: dict[str, str], source: Source, among: Iterable[str]) -> str:
    """A new record behind the last of those who have the same part, so that the sections of the file hold."""
    enter(desk, source)
    id, draft = slug(name), desk.draft(FILE)
    order = list(desk.data.kontakter)
    behind = max((person for person in among if person in order), key=order.index, default=None)
    if draft.value((id,)) is None:
        draft.add(id, {"navn": name} | fields | {"per": str(source.per), "kilde": source.id}, behind)
    return id


def is_new(desk: Desk, id: str, name: str, sure: bool, remedy: str) -> bool:
    """Whether an unknown name may become a new record: a full name in letters that an id can be made of, and not nearly that of somebody we have."""
    if not re.fullmatch(NAME, name) or "-" not in slug(name):
        desk.refuse(id, f"«{name}» er ikke et fullt navn. Skriv fornavn og etternavn.")
        return False
    if (near := similar(desk, name)) and not sure:
        desk.refuse(id, f"«{name}» står ikke på siden, men ligner på {listing(near)}. {remedy}")
        return False
    return True


def email(desk: Desk, id: str) -> str:
    """A work address, or nothing."""
    found = desk.checked(id, Epost)
    if found.rpartition("@")[2].lower() in PRIVATE:
        desk.refuse(id, f"«{found}» ser ut som en privat adresse. Vi viser bare jobbadresser.")
        return ""
    return found


def phone(desk: Desk, id: str) -> str:
    """A work number on a desk, or nothing."""
    found = desk.checked(id, Telefon)
    if found[:1] in ("4", "9"):
        desk.refuse(id, f"«{found}» ser ut som et mobilnummer. Vi viser bare fasttelefon på jobben.")
        return ""
    return found
