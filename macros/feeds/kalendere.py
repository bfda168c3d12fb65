"""A calendar as bytes: header, time zone, and the events that it shares with the others."""

import json
import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import partial

from icalendar import Calendar

from macros.feeds.hendelser import Stamp, marker, marker_uid, serialise, uid, withdrawn
from macros.feeds.ledger import CALENDAR_LIST, Ledger, edition, prodid
from macros.model.data import Data
from macros.model.nar import OSLO
from macros.model.rader import Kalender, Rad

END = b"END:VCALENDAR\r\n"
# Pinned: the rules since 1996, without end. Libraries write out lists that stop in 2038, and some
# begin an hour late.
TIME_ZONE = "\r\n".join(
    (
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Oslo",
        "BEGIN:DAYLIGHT",
        "DTSTART:19960331T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "TZNAME:CEST",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:19961027T030000",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "TZNAME:CET",
        "END:STANDARD",
        "END:VTIMEZONE",
        "",
    )
).encode()


def feeds(data: Data, timestamp: datetime, site_url: str, ledger: Ledger) -> Mapping[str, bytes]:
    """Address below the site → calendar, and the list of them.

    Each event is serialised once; the calendars share its bytes.
    """
    today, domain = timestamp.astimezone(OSLO).date(), data.fylke.domene
    events: dict[str, bytes] = {}
    found = {}
    for kalender in data.kalendere.values():
        shown = {uid(rad, domain): rad for rad in kalender.rader if not _is_gone(rad, today)}
        for id in shown.keys() - events.keys():
            events[id] = _stamped(shown[id], data, timestamp, site_url, ledger)
        content = b"".join(map(events.__getitem__, shown))
        if kalender.opphort:
            content = _marked(kalender, domain, timestamp, site_url, ledger)
        head = _header(kalender, domain, site_url).removesuffix(END)
        found[kalender.adresse] = head + TIME_ZONE + content + END
    return {
        **found,
        f"kalender/{CALENDAR_LIST}": _list_of_calendars(data, found, site_url),
    }


def _is_gone(rad: Rad, today: date) -> bool:
    """Whether it was withdrawn so long ago that everybody has been told."""
    return bool(rad.hendelse.trukket and rad.hendelse.trukket.ute_til < today)


def _list_of_calendars(data: Data, made: Mapping[str, bytes], site_url: str) -> bytes:
    """Every calendar that has ever been published: what the next build fetches."""
    entries = [
        {
            "fil": f"{one.id}.ics",
            "navn": one.navn,
            "adresse": site_url + one.adresse,
            "hendelser": made[one.adresse].count(b"BEGIN:VEVENT"),
        }
        | ({"opphort": one.opphort.opphort.isoformat()} if one.opphort else {})
        for one in data.kalendere.values()
    ]
    said = {"prodid": prodid(data.fylke.domene), "kalendere": entries}
    return (json.dumps(said, ensure_ascii=False, indent=2) + "\n").encode()


def _stamped(rad: Rad, data: Data, timestamp: datetime, site_url: str, ledger: Ledger) -> bytes:
    today, published = timestamp.astimezone(OSLO).date(), ledger.get(uid(rad, data.fylke.domene))
    made = partial(serialise, rad, data, site_url, today)
    if rad.hendelse.trukket:
        stamp = withdrawn(rad)
        if not published or published.stamp.sequence < stamp.sequence:
            return made(stamp)
    first = published.stamp if published else Stamp(0, timestamp)
    content = made(first)
    stamp = edition(published, content, timestamp)
    return content if stamp == first else made(stamp)


def _marked(
    kalender: Kalender, domain: str, timestamp: datetime, site_url: str, ledger: Ledger
) -> bytes:
    """The day alone decides the first edition: where to go may change later."""
    published = ledger.get(marker_uid(kalender.opphort, domain))
    content = marker(kalender, domain, site_url, published.stamp if published else None)
    if published and (stamp := edition(published, content, timestamp)) != published.stamp:
        return marker(kalender, domain, site_url, stamp)
    return content


def _header(kalender: Kalender, domain: str, site_url: str) -> bytes:
    """No METHOD (it would need an organizer) and no UID (some clients then keep one event of
    all).
    """
    name, about = _plain(kalender.navn), _plain(kalender.om)
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", prodid(domain))
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-caldesc", about)
    calendar.add("x-wr-timezone", "Europe/Oslo")
    calendar.add("refresh-interval", timedelta(hours=12), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT12H")
    calendar.add("url", f"{site_url}arshjul/abonner/")
    calendar.add("source", site_url + kalender.adresse, parameters={"VALUE": "URI"})
    return calendar.to_ical()


def _plain(words: str) -> str:
    """Without the characters that icalendar leaves unescaped in names."""
    return " ".join(re.sub(r"[,;\\]", " ", words).split())
