"""The published calendars are their own ledger: what an event was, and which edition, is read from
what is live now.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from macros.feeds.event import DOMAIN, Stamp, uid
from macros.model.data import Data
from macros.model.types import YEARS
from macros.problems import DataError, Place, Problem

DRAFT = "utkast.ics"
REMEDY = (
    "Rett KALENDER_FORRIGE til alle.ics slik den ligger ute nå, eller til mappen med alle"
    " kalenderne. Før første publisering skal den ikke være satt"
)
# An edition a minute for two years.
SEQUENCES = range(1_000_000)
UID = re.compile(rf"(?P<event>[a-z0-9-]+)\.(?P<origin>[a-z0-9-]+)@{DOMAIN}")
FIELD = re.compile(r"^([A-Z-]+)(?:;[^:\n]*)?:(.*)$", re.MULTILINE)
EVENT = re.compile(rb"^BEGIN:VEVENT\r?\n.*?^END:VEVENT\r?\n", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Published:
    """An event as it is live: its unfolded text, its edition, its last day, and whether only the
    drafts carry it.
    """

    content: str
    stamp: Stamp
    last_day: date
    status: str
    draft: bool


Ledger = Mapping[str, Published]


def read_ledger(files: Mapping[str, bytes]) -> Ledger:
    """Every event of the live calendars by UID, the latest edition of each.

    Foreign events are passed by.

    `files` is file name → content. With all calendars of the site the networks' own events have a
    ledger too; with `alle.ics` alone the common events have one, and a network's own start at 0 in
    every build.
    """
    found: dict[str, Published] = {}
    seen: set[bytes] = set()
    for name, raw in files.items():
        for id, published in _events(name, raw, seen):
            found[id] = max(
                found.get(id, published),
                published,
                key=lambda one: (not one.draft, one.stamp.sequence),
            )
    return found


def unfold(raw: bytes) -> str:
    """The content lines whole, each ended by a line feed."""
    return re.sub(r"\r?\n[ \t]", "", raw.decode("utf-8", "replace")).replace("\r\n", "\n")


def edition(published: Published | None, content: bytes, now: datetime) -> Stamp:
    """Which edition `content` is, when it was serialised with the stamp that was published: the
    same one, or the next.
    """
    if published is None:
        return Stamp(0, now)
    return (
        published.stamp
        if unfold(content) == published.content
        else Stamp(published.stamp.sequence + 1, now)
    )


def vanished(data: Data, ledger: Ledger, today: date) -> Iterator[Problem]:
    """Events that are live and not over, and that no adopted list holds any more: a calendar can't
    be told that they are gone.
    """
    unread = (data.ids("sykluser") | data.ids("nettverk")) - {*data.sykluser, *data.nettverk}
    here = {
        uid(rad)
        for kalender in data.kalendere.values()
        if not kalender.er_utkast
        for rad in kalender.rader
    }
    for id, published in sorted(ledger.items()):
        event, origin = UID.fullmatch(id).groups()
        if (
            id not in here
            and origin not in unread
            and not published.draft
            and published.last_day >= today
        ):
            folder = "nettverk" if origin in data.ids("nettverk") else "arshjul"
            remedy = (
                "la den stå til dagen er over"
                if published.status == "CANCELLED"
                else "merk den `avlyst` i stedet for å slette den"
            )
            yield Problem(
                Place(f"data/{folder}/{origin}.yml"),
                f"hendelsen «{event}» er publisert og ikke over, men finnes ikke lenger: {remedy}. "
                "Har den fått en ny id, skriver du den gamle igjen",
                "hendelse-borte",
            )


def _events(name: str, raw: bytes, seen: set[bytes]) -> Iterator[tuple[str, Published]]:
    """The events of a calendar.

    The calendars share most of theirs: one whose bytes have been `seen` is not read again.
    """
    try:
        if not raw.startswith(b"BEGIN:VCALENDAR") or not raw.rstrip().endswith(b"END:VCALENDAR"):
            raise ValueError("not a whole calendar")
        for block in EVENT.findall(raw):
            if block not in seen:
                seen.add(block)
                content = unfold(block)
                fields = dict(FIELD.findall(content))
                if UID.fullmatch(fields["UID"]):
                    yield fields["UID"], _published(content, fields, name == DRAFT)
    except (KeyError, ValueError, OverflowError):
        raise DataError(
            [
                Problem(
                    Place(name),
                    f"dette er ikke en kalender som nettstedet har publisert. {REMEDY}",
                    "forrige-kalender",
                )
            ]
        ) from None


def _published(content: str, fields: Mapping[str, str], draft: bool) -> Published:
    at = datetime.strptime(fields["LAST-MODIFIED"], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    end = fields["DTEND"]
    last = date.fromisoformat(end[:8]) - timedelta(days="T" not in end)
    sequence = int(fields["SEQUENCE"])
    if sequence not in SEQUENCES or at.year not in YEARS or last.year not in YEARS:
        raise ValueError("not what we write")
    return Published(content, Stamp(sequence, at), last, fields["STATUS"], draft)
