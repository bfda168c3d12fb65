"""People: those we have, and new ones."""

import re
import unicodedata
from collections.abc import Mapping
from difflib import get_close_matches

from macros.editing.operations.desk import Desk
from macros.editing.operations.kilder import apart, enter
from macros.editing.proposal import shown
from macros.model.kontakter import Kontakt
from macros.model.listing import listing
from macros.model.types import slug

PEOPLE_FILE = "data/kontakter.yml"
LETTER = r"[^\W\d_]"
# What a name must not hold (True) or must be (False), and what is said: /rediger/ reads them too.
# «{hit}» is what was found. The first that is broken is told.
NAME_RULES = (
    (
        r"\s(?:og|and|eller)\s|[,&/+]",
        True,
        "«{}» ser ut som flere personer. Meld én om gangen.",
    ),
    (
        r"^(?:\w*(?:professor|lektor|amanuensis|rådgiver|adjunkt|konsulent)"
        r"|dosent|rektor|leder|dr\.?|phd\.?)\s",
        True,
        "«{hit}» er en tittel. Skriv bare fornavn og etternavn.",
    ),
    (rf"{LETTER}\W+{LETTER}", False, "«{}» er ikke et fullt navn. Skriv fornavn og etternavn."),
    (
        rf"^{LETTER}+(?:[ .'’-]+{LETTER}+)+\.?$",
        False,
        "«{}» er mer enn et navn. Skriv bare fornavn og etternavn.",
    ),
)
ONE_CASE = "«{}» er skrevet med bare {case} bokstaver. Skriv navnet slik det skal stå på siden."
KNOWN = "{} står på nettstedet fra før. Velg personen fra listen."
LIKE_ANOTHER = (
    "«{}» står ikke på nettstedet, men ligner på {near}. Er det samme person, velger du den fra"
    " listen. Er det en ny, krysser du av for det."
)
# How alike two names must be for it to be said.
CUTOFF = 0.8
# What a new person may have, and that the sender has seen that one with a similar name is another.
PERSON_FIELDS = ("navn", "institusjon", "epost", "telefon")
SURE = "ny"


def person(desk: Desk, given: object, institution: str = "") -> str | None:
    """The id of somebody we have, or of a new record made of what is given."""
    if isinstance(given, str):
        if given in desk.data.kontakter:
            return given
        desk.refuse(None, f"«{shown(given)}» er ikke en person på nettstedet. Velg en fra listen.")
        return None
    if not isinstance(given, dict) or not isinstance(given.get("navn"), str):
        desk.refuse(None, "En ny person må ha et navn.")
        return None
    if strange := [name for name in given if name not in (*PERSON_FIELDS, SURE)]:
        desk.refuse(None, f"En ny person kan ikke ha «{shown(strange[0])}».")
        return None
    return _new(desk, {"institusjon": institution} | given)


def _new(desk: Desk, given: Mapping[str, object]) -> str | None:
    name = " ".join(given["navn"].split())
    people = _by_slug(desk)
    if slug(name) in people:
        known = desk.data.kontakter[people[slug(name)]].navn
        desk.refuse(None, KNOWN.format(known))
    elif wrong := not_a_name(name):
        desk.refuse(None, wrong)
    elif (near := _similar(desk, name)) and given.get(SURE) is not True:
        desk.refuse(None, LIKE_ANOTHER.format(name, near=listing(near)))
    fields = {key: " ".join(str(given[key]).split()) for key in PERSON_FIELDS[1:] if given.get(key)}
    for key, value in fields.items():
        desk.value(None, Kontakt, key, value)
    if given.get("institusjon") and given["institusjon"] not in desk.data.institusjoner:
        desk.refuse(None, f"«{shown(given['institusjon'])}» er ikke en institusjon. Velg en.")
    if desk.wrong:
        return None
    _add(desk, name, fields)
    return slug(name)


def _add(desk: Desk, name: str, fields: Mapping[str, str]) -> None:
    """Behind one of the partners or representatives from the same institution, so that the
    sections of the file hold.
    """
    enter(desk)
    draft, id = desk.draft(PEOPLE_FILE), slug(name)
    placed = {
        one.person
        for nettverk in desk.data.nettverk.values()
        for one in (*nettverk.utviklingspartnere, nettverk.representant)
        if one
    }
    among = [
        key
        for key, one in desk.data.kontakter.items()
        if key in placed and one.institusjon == fields.get("institusjon")
    ]
    if draft.value((id,)) is None:
        draft.add(
            id,
            {"navn": name, **fields, "per": str(desk.source.per), "kilde": desk.source.id},
            apart(among, id),
        )


def names(desk: Desk) -> dict[str, str]:
    """Every name, spelling and id → the id."""
    return {
        name: id
        for id, kontakt in desk.data.kontakter.items()
        for name in (*kontakt.skrivemater, id, kontakt.navn)
    }


def _by_slug(desk: Desk) -> dict[str, str]:
    return {slug(known): id for known, id in names(desk).items()}


def _similar(desk: Desk, name: str) -> list[str]:
    people = _by_slug(desk)
    return list(
        dict.fromkeys(
            desk.data.kontakter[people[key]].navn
            for key in get_close_matches(slug(name), people, n=3, cutoff=CUTOFF)
        )
    )


def not_a_name(name: str) -> str:
    """Why a text is not the full name of one person, in letters that an id can be made of; nothing
    when it is.
    """
    for pattern, wrong, message in NAME_RULES:
        hit = re.search(pattern, name, re.IGNORECASE)
        if bool(hit) is wrong:
            return message.format(name, hit=hit[0].strip() if hit else "")
    if strange := next(
        (
            sign
            for sign in name
            if sign.isalpha() and not unicodedata.name(sign, "").startswith("LATIN")
        ),
        "",
    ):
        return f"«{name}» har en bokstav som ikke er latinsk ({strange}). Skriv navnet på nytt."
    if name in (name.lower(), name.upper()):
        return ONE_CASE.format(name, case="små" if name == name.lower() else "store")
    return ""
