"""One event as bytes: the same in every calendar that carries it."""

from dataclasses import dataclass
from datetime import datetime

from macros.feeds.lines import instant, line, span, text, texts
from macros.feeds.words import description, title
from macros.model.arshjul import TYPES
from macros.model.data import Data
from macros.model.nar import OSLO
from macros.model.rader import AUDIENCES, Rad

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
    busy = hendelse.tid.tidspunkter and hendelse.status != "avlyst"
    return b"".join(
        (
            b"BEGIN:VEVENT\r\n",
            line("UID", uid(rad)),
            line("DTSTAMP", instant(stamp.at)),
            line("LAST-MODIFIED", instant(stamp.at)),
            line("SEQUENCE", str(stamp.sequence)),
            span(hendelse.tid),
            text("SUMMARY", title(rad)),
            text("DESCRIPTION", *description(rad, data, changed, link)),
            text("LOCATION", hendelse.sted) if hendelse.sted else b"",
            texts(
                "CATEGORIES",
                tuple(
                    [TYPES[kind] for kind in hendelse.type]
                    + [AUDIENCES[group] for group in hendelse.malgruppe]
                ),
            ),
            line("STATUS", STATUS[hendelse.status]),
            line("TRANSP", "OPAQUE" if busy else "TRANSPARENT"),
            line("URL", link),
            b"END:VEVENT\r\n",
        )
    )
