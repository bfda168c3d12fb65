"""What may no longer be true (hints, which stop nothing), and what can't be true yet."""

from collections.abc import Iterator
from datetime import date

from macros.model.data import Data
from macros.model.dates import Moment, say_day
from macros.model.fakta import Bekreftet
from macros.problems import Problem

CONFIRM = "Stemmer det som står, skriver du datoen og hvem som bekrefter, under «bekreftet»"
PASTE = "bekreftet:\n  dato: …\n  av: …"
INDENTED = PASTE.replace("\n", "\n  ").replace("bekreftet", "  bekreftet", 1)


def confirmed_lately(data: Data, today: date) -> Iterator[Problem]:
    """Networks and contacts are looked over once a year: one hint for each file, and not one for
    each fact.
    """
    for nettverk in data.nettverk.values():
        if nettverk.er_ubekreftet(today):
            place = (
                nettverk.bekreftet.place("dato") if nettverk.bekreftet else nettverk.place("navn")
            )
            yield Problem(
                place,
                f"ingen har bekreftet opplysningene de siste tolv månedene. {CONFIRM}",
                "ubekreftet",
                hint=True,
                paste=PASTE,
            )
    stale = next(
        (kontakt for kontakt in data.kontakter.values() if kontakt.er_ubekreftet(today)), None
    )
    if stale:
        yield Problem(
            stale.place("navn"),
            "her, og kanskje lenger nede, er det ingen som har bekreftet adressen de siste tolv"
            f" månedene. {CONFIRM}",
            "ubekreftet",
            hint=True,
            paste=INDENTED,
        )


def mail_domains_alive(data: Data, today: date) -> Iterator[Problem]:
    """An address at a domain that its owner has left does not work. Nothing is looked up."""
    left = {one.domene: one.hvorfor for one in data.fylke.nedlagte_domener} if data.fylke else {}
    for kontakt in data.kontakter.values():
        domain = (kontakt.epost or "").rpartition("@")[2].lower()
        owner = next((name for name in left if domain == name or domain.endswith(f".{name}")), None)
        if owner:
            yield Problem(
                kontakt.place("epost"),
                f"adresser på {owner} er trolig nedlagt: {left[owner]}. Finn den nye i en kilde,"
                " eller slett linjen",
                "dodt-domene",
                hint=True,
            )


def not_ahead(data: Data, latest: date) -> Iterator[Problem]:
    """What is true as of a day, confirmed or read on a day, was so on a day that has been.

    `latest` is the real day: that of the build may be the day of the last commit.
    """
    for record in data.records:
        for field in ("per", "lest", *(("dato",) if isinstance(record, Bekreftet) else ())):
            day = vars(record).get(field)  # pydantic's own search for what is not there is slow
            day = day.start if isinstance(day, Moment) else day
            if isinstance(day, date) and day > latest:
                yield Problem(
                    record.place(field),
                    f"{say_day(day)} har ikke vært ennå. Skriv dagen (eller året) opplysningen er"
                    " fra",
                    "fram-i-tid",
                )


RULES = (confirmed_lately, mail_domains_alive)
