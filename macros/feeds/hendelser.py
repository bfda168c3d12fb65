"""One event as bytes: the same in every calendar that carries it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Event

from macros.feeds.hendelser_words import description, title
from macros.model.arshjul import TYPES
from macros.model.data import Data
from macros.model.nar import OSLO, Nar
from macros.model.nettverk import TidligereNettverk
from macros.model.plain_text import spelled_out
from macros.model.rader import AUDIENCES, Kalender, Rad
from macros.problems.signs import FORBIDDEN

STATUS = {"foreløpig": "TENTATIVE", "avlyst": "CANCELLED", "trukket": "CANCELLED"}
# What the one event of a network that is no more is called.
ENDED = "opphort"
# Until when an imprecise or a withdrawn one may not vanish, for the next build.
LAST_DAY = "X-LAST-DAY"
# Or Outlook takes a day's event for a day when one is away.
FREE = ("X-MICROSOFT-CDO-BUSYSTATUS", "FREE")


@dataclass(frozen=True)
class Stamp:
    """Which edition of an event this is, and the moment it became so."""

    sequence: int
    at: datetime


def uid(rad: Rad, domain: str) -> str:
    """From the ids and the site's own domain alone, so that it outlives every date, title and
    host.
    """
    return f"{rad.hendelse.id}.{rad.opphav.id}@{domain}"


def serialise(rad: Rad, data: Data, site_url: str, today: date, stamp: Stamp) -> bytes:
    """BEGIN:VEVENT to END:VEVENT."""
    hendelse, changed = rad.hendelse, stamp.at.astimezone(OSLO).date()
    said = description(rad, data, site_url, today, changed)
    first, end = _span(hendelse.tid)
    busy = hendelse.tid.tidspunkter and STATUS.get(hendelse.tilstand) != "CANCELLED"
    kinds = [TYPES[kind] for kind in hendelse.type]
    event = _event(uid(rad, data.fylke.domene), stamp, first, end)
    event.add("summary", _clean(title(rad)))
    event.add("description", _clean(spelled_out("\n".join(said))))
    if hendelse.sted:
        event.add("location", _clean(hendelse.sted))
    event.add("categories", [*kinds, *(AUDIENCES[group] for group in hendelse.malgruppe)])
    event.add("status", STATUS.get(hendelse.tilstand, "CONFIRMED"))
    event.add("transp", "OPAQUE" if busy else "TRANSPARENT")
    if not hendelse.tid.tidspunkter:
        event.add(*FREE)
    if hendelse.trukket or not hendelse.tid.er_presis:
        event.add(LAST_DAY, f"{hendelse.siste_dag:%Y%m%d}")
    event.add("url", site_url + rad.adresse)
    return event.to_ical(sorted=False)


def withdrawn(rad: Rad) -> Stamp:
    """The edition that withdraws it: of the day alone, at its end, and later than any that was
    counted.
    """
    day = rad.hendelse.trukket.dato
    end = datetime(day.year, day.month, day.day, 23, 59, 59, tzinfo=OSLO)
    return Stamp(day.toordinal(), end.astimezone(UTC))


def marker_uid(network: TidligereNettverk, domain: str) -> str:
    """Of the one event in the calendar of a network that is no more."""
    return f"{ENDED}.{network.id}@{domain}"


def marker(kalender: Kalender, domain: str, site_url: str, stamp: Stamp | None = None) -> bytes:
    """The one event of a calendar whose network is no more: it says where to go."""
    day = kalender.opphort.opphort
    link = f"{site_url}nettverk/{kalender.opphort.id}/"
    stamp = stamp or Stamp(0, datetime(day.year, day.month, day.day, 12, tzinfo=UTC))
    id = marker_uid(kalender.opphort, domain)
    event = _event(id, stamp, day, day + timedelta(days=1))
    event.add("summary", _clean(f"Kalenderen er opphørt: {kalender.opphort.navn}"))
    event.add("description", _clean(f"{kalender.om}\n{link}"))
    event.add("categories", [AUDIENCES["nettverk"]])
    event.add("status", "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    event.add(*FREE)
    event.add("url", link)
    return event.to_ical(sorted=False)


def _event(id: str, stamp: Stamp, first: date, end: date) -> Event:
    event = Event()
    event.add("uid", id)
    event.add("dtstamp", stamp.at)
    event.add("last-modified", stamp.at)
    event.add("sequence", stamp.sequence)
    event.add("dtstart", first)
    event.add("dtend", end)
    return event


def _span(when: Nar) -> tuple[date, date] | tuple[datetime, ...]:
    """Start and end: hours in Norwegian time, or days with an end that is not included."""
    last = when.slutt if when.er_presis else when.anker
    return when.tidspunkter or (when.anker, last + timedelta(days=1))


def _clean(words: str) -> str:
    """icalendar lets control characters through, which would start a line of their own."""
    if FORBIDDEN.search(words):
        raise ValueError(f"a control character in {words!r}")
    return words
