"""One event as bytes: the same in every calendar that carries it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from icalendar import Event

from macros.feeds.words import description, title
from macros.model.arshjul import TYPES
from macros.model.data import Data
from macros.model.nar import OSLO, Nar
from macros.model.rader import AUDIENCES, Rad
from macros.problems.signs import FORBIDDEN

DOMAIN = "kompetanseutvikling-trondelag"
STATUS = {"vedtatt": "CONFIRMED", "forelopig": "TENTATIVE", "avlyst": "CANCELLED"}


@dataclass(frozen=True)
class Stamp:
    """Which edition of an event this is, and the moment it became so."""

    sequence: int
    at: datetime


def uid(rad: Rad) -> str:
    """From the ids alone, so that it outlives every date, title and host."""
    return f"{rad.hendelse.id}.{rad.opphav.id}@{DOMAIN}"


def serialise(rad: Rad, data: Data, site_url: str, stamp: Stamp) -> bytes:
    """BEGIN:VEVENT to END:VEVENT."""
    hendelse, link = rad.hendelse, site_url + rad.adresse
    changed = stamp.at.astimezone(OSLO).date()
    first, end = _span(hendelse.tid)
    busy = hendelse.tid.tidspunkter and hendelse.status != "avlyst"
    kinds = [TYPES[kind] for kind in hendelse.type]
    event = Event()
    event.add("uid", uid(rad))
    event.add("dtstamp", stamp.at)
    event.add("last-modified", stamp.at)
    event.add("sequence", stamp.sequence)
    event.add("dtstart", first)
    event.add("dtend", end)
    event.add("summary", _clean(title(rad)))
    event.add("description", _clean("\n".join(description(rad, data, changed, link))))
    if hendelse.sted:
        event.add("location", _clean(hendelse.sted))
    event.add("categories", [*kinds, *(AUDIENCES[group] for group in hendelse.malgruppe)])
    event.add("status", STATUS[hendelse.status])
    event.add("transp", "OPAQUE" if busy else "TRANSPARENT")
    event.add("url", link)
    return event.to_ical(sorted=False)


def _span(when: Nar) -> tuple[date, date] | tuple[datetime, ...]:
    """Start and end: hours in Norwegian time, or days with an end that is not included."""
    last = when.slutt if when.er_presis else when.anker
    return when.tidspunkter or (when.anker, last + timedelta(days=1))


def _clean(words: str) -> str:
    """icalendar lets control characters through, which would start a line of their own."""
    if FORBIDDEN.search(words):
        raise ValueError(f"a control character in {words!r}")
    return words
