"""Rules about people: one record each, and nothing private."""

import re
from collections.abc import Iterator

from macros.model.data import Data
from macros.model.kontakter import HISTORIE_FOR
from macros.problems import Problem

BEFORE_A_NAME = re.compile(r"(?:prof|professor|dr|førsteam\w*|rektor|fru|herr)\b", re.IGNORECASE)
SEVERAL = re.compile(r"[/&();:]| (?:og|eller) | - ")


def person_once(data: Data) -> Iterator[Problem]:
    """One person is one record, whatever spellings the sources use."""
    seen: dict[str, str] = {}
    for id, kontakt in data.kontakter.items():
        marks = {
            " ".join(name.lower().replace(".", "").split())
            for name in (kontakt.navn, *kontakt.skrivemater)
        }
        if double := next((seen[mark] for mark in sorted(marks) if mark in seen), None):
            yield Problem(
                kontakt.place("navn"),
                f"{kontakt.navn} er alt ført som «{double}». Slå dem sammen: bruk «{double}», og"
                " skriv den andre formen under «skrivemater»",
                "person-dobbelt",
            )
        seen.update({mark: seen.get(mark, id) for mark in marks})


def name_shape(data: Data) -> Iterator[Problem]:
    """A hint where a name is written otherwise than people's names are."""
    for kontakt in data.kontakter.values():
        if why := _odd(kontakt.navn):
            yield Problem(
                kontakt.place("navn"),
                f"navnet «{kontakt.navn}» {why}. Er det riktig, lar du det stå. Ellers skriver du"
                " fornavn og etternavn",
                "navn-uvanlig",
                hint=True,
            )


def _odd(name: str) -> str:
    if SEVERAL.search(name):
        return "ser ut som mer enn ett navn"
    if BEFORE_A_NAME.match(name):
        return "begynner med en tittel"
    if " " not in name:
        return "er ett ord"
    if name.isupper():
        return "har bare store bokstaver"
    return "har bare små bokstaver" if name.islower() else ""


def old_phone_numbers(data: Data) -> Iterator[Problem]:
    """A phone number from before `HISTORIE_FOR` is history, and is not published."""
    for kontakt in data.kontakter.values():
        if kontakt.telefon and (not kontakt.per or kontakt.per.end < HISTORIE_FOR):
            yield Problem(
                kontakt.place("telefon"),
                f"telefonnumre fra før {HISTORIE_FOR.year} publiseres ikke. Slett linjen,"
                " eller bekreft nummeret og skriv ny «per»",
                "gammelt-telefonnummer",
            )


RULES = (person_once, name_shape, old_phone_numbers)
