"""The published calendars are their own ledger: what an event was, and which edition, is read from
what is live now.
"""

import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple

from macros.feeds.hendelser import ENDED, LAST_DAY, Stamp, uid, withdrawn
from macros.feeds.hendelser_words import STATES
from macros.model.data import Data
from macros.model.nar import OSLO
from macros.model.rader import Rad
from macros.model.types import YEARS
from macros.problems import DataError, Place, Problem
from macros.problems.gone import cycle_gone, event_gone, event_left, network_gone

DRAFT = "utkast.ics"
CALENDAR_LIST = "kalendere.json"
REMEDY = (
    "Hent alle kalenderne på nytt, med listen over dem: python -m macros hent-kalendere MAPPE. Før"
    " første publisering skal KALENDER_FORRIGE ikke være satt"
)
# An edition a minute for two years.
SEQUENCES = range(1_000_000)
UID = re.compile(r"(?P<event>[a-z0-9-]+)\.(?P<origin>[a-z0-9-]+)@(?P<domain>[a-z0-9.-]+)")
FIELD = re.compile(r"^([A-Z-]+)(?:;[^:\n]*)?:(.*)$", re.MULTILINE)
EVENT = re.compile(rb"^BEGIN:VEVENT\r?\n.*?^END:VEVENT\r?\n", re.MULTILINE | re.DOTALL)
# What subscribers see of an event: one whose source got another name has not changed.
SHOWN = ("DTSTART", "DTEND", "SUMMARY", "STATUS", "LOCATION", "CATEGORIES")
SAID = ("Når: ", "Hvem: ", "Avlyst", "Flyttet ", "Nettverket ")


@dataclass(frozen=True)
class Published:
    """An event as it is live: what its subscribers see, its edition, the last day on which it must
    be there, and the calendar that it was first found in.
    """

    seen: tuple[str, ...]
    stamp: Stamp
    last_day: date
    status: str
    withdrawn: bool
    calendar: str

    @property
    def draft(self) -> bool:
        """Whether only the drafts carry it."""
        return self.calendar == DRAFT


Ledger = Mapping[str, Published]


class ListedCalendar(NamedTuple):
    """A calendar as the list has it: how many events, whose it is, and since when it is no more."""

    hendelser: int
    navn: str
    opphort: date | None


class Refused(ValueError):
    """Why a file is not part of what this site has published, for an editor."""


def prodid(domain: str) -> str:
    """What names this site as the maker of a calendar."""
    return f"-//{domain}//kalender//NO"


def read_ledger(files: Mapping[str, bytes], domain: str, sites: Collection[str] = ()) -> Ledger:
    """Every event of the live calendars by UID, the latest edition of each.

    `files` is file name → content of all that is live: the calendars and the list of them; `domain`
    ends every id of this site, and `sites` are the addresses that it may be of, where that is
    known. Nothing at all is a site that has not been published. Raises DataError for any other
    part of it, and for what is not this site's.
    """
    found: dict[str, Published] = {}
    seen: set[bytes] = set()
    for name, one in listed(files, domain).items():
        try:
            raw = files[name]
            must_be_whole(name, raw, one.hendelser, domain, sites)
            for id, published in _events(name, raw, seen, domain):
                found[id] = max(
                    found.get(id, published),
                    published,
                    key=lambda one: (not one.draft, one.stamp.sequence),
                )
        except Refused as error:
            raise _ledger_refused(name, str(error)) from None
    return found


def listed(files: Mapping[str, bytes], domain: str) -> Mapping[str, ListedCalendar]:
    if not files:
        return {}
    if CALENDAR_LIST not in files:
        raise _ledger_refused(CALENDAR_LIST, "listen over alle kalenderne mangler")
    try:
        names = read_list(files[CALENDAR_LIST], domain)
    except Refused as error:
        raise _ledger_refused(CALENDAR_LIST, str(error)) from None
    if gone := [name for name in names if name not in files]:
        raise _ledger_refused(gone[0], f"kalenderen står i {CALENDAR_LIST}, men er ikke med")
    return names


def read_list(raw: bytes, domain: str) -> Mapping[str, ListedCalendar]:
    """File name → what kalendere.json says of it. Raises Refused."""
    try:
        said = json.loads(raw)
        found = {str(one["fil"]): _listed_calendar(one) for one in said["kalendere"]}
    except (ValueError, KeyError, TypeError, RecursionError):
        raise Refused("dette er ikke hele listen over kalenderne til nettstedet") from None
    if said.get("prodid") != prodid(domain):
        raise Refused("listen er fra et annet nettsted")
    if not all(re.fullmatch(r"[a-z0-9-]+\.ics", name) for name in found):
        raise Refused("listen nevner filer som ikke er kalendere")
    return found


def _listed_calendar(one: Mapping[str, Any]) -> ListedCalendar:
    ended = one.get("opphort")
    name = str(one["navn"]).removeprefix("Årshjul: ").removesuffix(" (opphørt)")
    return ListedCalendar(int(one["hendelser"]), name, date.fromisoformat(ended) if ended else None)


def must_be_whole(
    name: str, raw: bytes, count: int, domain: str, sites: Collection[str] = ()
) -> None:
    """Refuse what is not the calendar of that name, of one of these sites, from the first line to
    the last.
    """
    if not raw.startswith(b"BEGIN:VCALENDAR"):
        raise Refused("dette er ikke en kalender")
    try:
        raw.decode()
    except UnicodeDecodeError:
        raise Refused("kalenderen er ikke skrevet i UTF-8") from None
    if not raw.rstrip().endswith(b"END:VCALENDAR"):
        raise Refused("kalenderen er kuttet: den slutter ikke med END:VCALENDAR")
    head = dict(FIELD.findall(unfold(raw[: raw.find(b"BEGIN:VTIMEZONE")])))
    if head.get("PRODID") != prodid(domain):
        raise Refused("kalenderen er fra et annet nettsted")
    source = re.fullmatch(rf"(.*/)kalender/{re.escape(name)}", head.get("SOURCE", ""))
    if not source:
        raise Refused("dette er en annen kalender enn den heter")
    if sites and source[1] not in sites:
        raise Refused(
            f"kalenderen er laget for {source[1]}, ikke for {next(iter(sites))}. Er det en gammel"
            " adresse til nettstedet, setter du den i SITE_URL_TIDLIGERE"
        )
    if len(EVENT.findall(raw)) != count or raw.count(b"BEGIN:VEVENT") != count:
        raise Refused(f"kalenderen har ikke de {count} hendelsene som {CALENDAR_LIST} sier")


def unfold(raw: bytes) -> str:
    """The content lines whole, each ended by a line feed."""
    return re.sub(r"\r?\n[ \t]", "", raw.decode()).replace("\r\n", "\n")


def edition(published: Published | None, content: bytes, now: datetime) -> Stamp:
    """Which edition `content` is, when it was serialised with the stamp that was published: the
    same one, or the next, which is always the later.
    """
    if published is None:
        return Stamp(0, now)
    if _seen(dict(FIELD.findall(unfold(content)))) == published.seen:
        return published.stamp
    later = published.stamp.at + timedelta(seconds=1)
    return Stamp(published.stamp.sequence + 1, max(now, later))


def lost(
    data: Data, files: Mapping[str, bytes], sites: Collection[str], today: date
) -> Iterator[Problem]:
    """All that subscribers would lose without a word: `files` and `sites` as for the ledger."""
    yield from vanished(data, read_ledger(files, data.fylke.domene, sites), today)
    yield from calendars_gone(data, listed(files, data.fylke.domene), today)


def vanished(data: Data, ledger: Ledger, today: date) -> Iterator[Problem]:
    """Events that are live and not over, and that no public calendar would hold any more: a
    calendar can't be told that they are gone. Of a network that is gone, `calendars_gone` speaks.
    """
    origins = {*data.sykluser, *data.nettverk}
    unread = (data.ids("sykluser") | data.ids("nettverk")) - origins
    ended = {one.id: one.ny for one in data.tidligere_nettverk}
    gone = set()
    here = {
        uid(rad, data.fylke.domene): rad
        for kalender in data.kalendere.values()
        if not kalender.er_utkast
        for rad in kalender.rader
    }
    yield from _too_early(here, ledger)
    for id, published in sorted(ledger.items()):
        event, origin, _ = UID.fullmatch(id).groups()
        cancelled = published.status == "CANCELLED"
        if id in here or origin in unread or published.draft or published.last_day < today:
            continue
        if origin in ended:
            if not (event == ENDED or cancelled or data.er_tatt_over(origin, event)):
                yield event_left(origin, event, ended[origin])
        elif origin in origins:
            folder = "nettverk" if origin in data.nettverk else "arshjul"
            until = published.last_day if published.withdrawn else None
            yield event_gone(folder, origin, event, cancelled, until)
        elif published.calendar != f"nettverk-{origin}.ics" and origin not in gone:
            gone.add(origin)
            yield cycle_gone(origin)


def _too_early(here: Mapping[str, Rad], ledger: Ledger) -> Iterator[Problem]:
    """Rows withdrawn before they were last changed: clients may keep the later edition."""
    for id, rad in here.items():
        if not (rad.hendelse.trukket and id in ledger):
            continue
        last, stamp = ledger[id].stamp, withdrawn(rad)
        if last.sequence < stamp.sequence and last.at > stamp.at:
            day = last.at.astimezone(OSLO).date()
            yield Problem(
                rad.hendelse.trukket.place("dato"),
                f"raden ble sist endret i kalenderne {day}, og kan ikke være trukket før det. Skriv"
                " den dagen eller en senere",
                "trukket-dag",
            )


def calendars_gone(
    data: Data, names: Mapping[str, ListedCalendar], today: date
) -> Iterator[Problem]:
    """Calendars that are live and that nothing would answer for any more."""
    here = {f"{kalender.id}.ics" for kalender in data.kalendere.values()}
    unread = data.ids("nettverk") - set(data.nettverk)
    for name, one in names.items():
        id = name.removesuffix(".ics").removeprefix("nettverk-")
        if name not in here and id not in unread:
            yield network_gone(id, one.navn, one.opphort or today)


def _ledger_refused(name: str, why: str) -> DataError:
    return DataError([Problem(Place(name), f"{why}. {REMEDY}", "forrige-kalender")])


def _events(
    name: str, raw: bytes, seen: set[bytes], domain: str
) -> Iterator[tuple[str, Published]]:
    """The events of a calendar.

    The calendars share most of theirs: one whose bytes have been `seen` is not read again.
    """
    for block in EVENT.findall(raw):
        if block not in seen:
            seen.add(block)
            fields = dict(FIELD.findall(unfold(block)))
            made = UID.fullmatch(fields.get("UID", ""))
            if not made or made["domain"] != domain:
                raise Refused("kalenderen har hendelser som ikke er fra nettstedet")
            try:
                yield fields["UID"], _published(fields, name)
            except (KeyError, ValueError, OverflowError):
                raise Refused(f"hendelsen {fields['UID']} er skadet") from None


def _published(fields: Mapping[str, str], calendar: str) -> Published:
    at = datetime.strptime(fields["LAST-MODIFIED"], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    end = fields["DTEND"]
    last = date.fromisoformat(end[:8]) - timedelta(days="T" not in end)
    if LAST_DAY in fields:
        last = max(last, date.fromisoformat(fields[LAST_DAY]))
    sequence = int(fields["SEQUENCE"])
    if sequence not in SEQUENCES or at.year not in YEARS or last.year not in YEARS:
        raise ValueError("not what we write")
    withdrawn = fields["SUMMARY"].startswith(STATES["trukket"])
    return Published(
        _seen(fields), Stamp(sequence, at), last, fields["STATUS"], withdrawn, calendar
    )


def _seen(fields: Mapping[str, str]) -> tuple[str, ...]:
    paragraphs = fields["DESCRIPTION"].split("\\n")
    return (
        *(fields.get(name, "") for name in SHOWN),
        *(part for part in paragraphs if part.startswith(SAID)),
    )
