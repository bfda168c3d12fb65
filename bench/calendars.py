"""The calendars: all of the real data's, and ten thousand events, beside what plain `icalendar`
takes for the same events.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

from bench import ROOT
from bench.measure import Row, peak, seconds
from bench.workshop import Workshop
from macros.feeds import feeds, read_ledger
from macros.feeds.hendelser import STATUS, uid
from macros.feeds.hendelser_words import description, title
from macros.model.arshjul import TYPES, Hendelse, Syklus
from macros.model.data import Data
from macros.model.rader import AUDIENCES, Rad
from macros.reading.load import load

SITE = "https://eksempel.no/"
NOW = datetime(2026, 6, 1, tzinfo=UTC)
MANY, FEW = 10_000, 1_000
# Seconds; then times what plain icalendar takes beside it: without a ledger, and with one.
REAL_LIMIT, MANY_LIMIT, LEDGER_LIMIT, GROWTH_LIMIT = 0.2, 1.0, 1.9, 1.25


def rows(_: Workshop) -> Iterator[Row]:
    """Time, then memory."""
    real, many = load(ROOT).data, busy(MANY)
    took, beside = seconds(lambda: _feeds(real), 5), seconds(lambda: plain(real), 5)
    count = len(real.kalendere["alle"].rader)
    yield Row(
        f"all {len(real.kalendere)} calendars of the real data, {count} events",
        f"{took:.3f} s",
        f"icalendar, each event once: {beside:.3f} s",
        f"{REAL_LIMIT} s",
        took < REAL_LIMIT,
    )
    took, beside = seconds(lambda: _feeds(many)), seconds(lambda: plain(many), 1)
    into = f"{MANY} events into all {len(many.kalendere)} calendars"
    yield _rate(into, took, beside, MANY_LIMIT)
    live = {address.removeprefix("kalender/"): raw for address, raw in _feeds(many).items()}
    yield _rate(
        "the same, with the live calendars as ledger",
        seconds(lambda: feeds(many, NOW, SITE, read_ledger(live, many.fylke.domene)), 2),
        beside,
        LEDGER_LIMIT,
    )
    yield from _memory()


def _rate(what: str, took: float, beside: float, limit: float) -> Row:
    return Row(
        what,
        f"{took:.2f} s, {MANY / took:,.0f} events/s",
        f"icalendar, each event once: {beside:.2f} s, {MANY / beside:,.0f} events/s",
        f"{limit} times",
        took < limit * beside,
    )


def _memory() -> Iterator[Row]:
    """Linear: ten times the events take ten times the memory, and not much more."""
    few, many = (peak(lambda data=data: _feeds(data)) for data in (busy(FEW), busy(MANY)))
    beside = peak(lambda: plain(busy(FEW)))
    yield Row(
        f"memory for {FEW} events",
        f"{few / 1e6:.1f} MB, {few / FEW:,.0f} bytes/event",
        f"icalendar, each event once: {beside / 1e6:.1f} MB",
    )
    growth = many / few / (MANY / FEW)
    yield Row(
        f"memory for {MANY} events",
        f"{many / 1e6:.1f} MB, {many / MANY:,.0f} bytes/event",
        f"{growth:.2f} times as much for each event",
        f"{GROWTH_LIMIT} times",
        growth < GROWTH_LIMIT,
    )


def _feeds(data: Data) -> dict[str, bytes]:
    return dict(feeds(data, NOW, SITE, {}))


def busy(count: int) -> Data:
    """The real networks and sources with a made-up cycle of so many events, of every precision."""
    real, audiences = load(ROOT).data, list(AUDIENCES)
    events = [_event(number, audiences[number % 3]) for number in range(count)]
    cycle = {
        "id": "2000-2099",
        "tittel": "Mange",
        "gjelder": {"fra": "2000-01", "til": "2099-12"},
        "kolonner": dict(AUDIENCES),
        "kilde": "rammeverk-2023",
        "hendelser": events,
    }
    return Data(
        fylke=real.fylke,
        kilder=real.kilder,
        ordninger=real.ordninger,
        nettverk=real.nettverk,
        sykluser={"2000-2099": Syklus.model_validate(cycle)},
    )


def _event(number: int, audience: str) -> Hendelse:
    day = date(2000, 1, 1) + timedelta(days=number * 3 % 36_000)
    when = (
        {"dato": f"{day}"},
        {"dato": f"{day}", "kl": "10:00–15:00"},
        {"fra": f"{day}", "til": f"{day + timedelta(days=1)}"},
        {"maned": f"{day:%Y-%m}", "del": "medio"},
    )[number % 4]
    return Hendelse.model_validate(
        {
            "id": f"hendelse-{number}",
            "tittel": f"Møte {number} i samarbeidsforum, med frist; og æøå",
            "type": "mote",
            "nar": when,
            "malgruppe": audience,
            "ordning": "dekom",
            "status": "vedtatt",
            "om": "Eierrepresentantene legger fram beslutningsgrunnlagene.",
            "kilde": "rammeverk-2023",
            "merknader": [{"tekst": "Året er lest av rekkefølgen på radene."}],
        }
    )


def plain(data: Data) -> bytes:
    """The same events in one calendar, made the way that icalendar's own guide shows."""
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//bench//NO")
    for rad in data.kalendere["alle"].rader:
        calendar.add_component(_plain_event(rad, data))
    return calendar.to_ical()


def _plain_event(rad: Rad, data: Data) -> Event:
    hendelse, event = rad.hendelse, Event()
    hours = hendelse.tid.tidspunkter
    last = hendelse.slutt if hendelse.tid.er_presis else hendelse.tid.anker
    said = description(rad, data, SITE, NOW.date(), NOW.date())
    event.add("uid", uid(rad, data.fylke.domene))
    event.add("dtstamp", NOW)
    event.add("last-modified", NOW)
    event.add("sequence", 0)
    event.add("dtstart", hours[0] if hours else hendelse.tid.anker)
    event.add("dtend", hours[1] if hours else last + timedelta(days=1))
    event.add("summary", title(rad))
    event.add("description", "\n".join(said))
    event.add(
        "categories",
        [
            *(TYPES[kind] for kind in hendelse.type),
            *(AUDIENCES[group] for group in hendelse.malgruppe),
        ],
    )
    event.add("status", STATUS.get(hendelse.tilstand, "CONFIRMED"))
    event.add("transp", "OPAQUE" if hours else "TRANSPARENT")
    event.add("url", SITE + rad.adresse)
    return event
