"""Content lines as RFC 5545 wants them: escaped, folded at 75 octets, ended by CRLF.

icalendar makes the calendars' headers; its events cost fifteen times as much as these lines, and
the tests hold the two against each other.
"""

from datetime import UTC, date, datetime, timedelta

from macros.model.nar import Nar
from macros.problems.signs import FORBIDDEN

WIDTH = 75
EOL = b"\r\n"


def line(name: str, value: str) -> bytes:
    """A line whose value stands as it is.

    Refuses control characters, which would start a line of their own.
    """
    if FORBIDDEN.search(value) or "\n" in value:
        raise ValueError(f"a control character in {name}: {value!r}")
    return _fold(f"{name}:{value}".encode()) + EOL


def text(name: str, *paragraphs: str) -> bytes:
    """A line of TEXT: commas, semicolons, backslashes and the breaks between paragraphs are
    escaped.
    """
    return line(name, "\\n".join(map(_escape, paragraphs)))


def texts(name: str, values: tuple[str, ...]) -> bytes:
    """A line with a list of TEXT. It is never empty: clients stumble over that."""
    if not all(values) or not values:
        raise ValueError(f"{name} has an empty value")
    return line(name, ",".join(map(_escape, values)))


def _escape(words: str) -> str:
    return words.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _fold(raw: bytes) -> bytes:
    """Broken where no character and no escape is cut in two; the space that begins the next line
    counts among its octets.
    """
    parts, start, width = [], 0, WIDTH
    while len(raw) - start > width:
        end = start + width
        while raw[end] & 0xC0 == 0x80:
            end -= 1
        backslashes = end - start - len(raw[start:end].rstrip(b"\\"))
        end -= backslashes % 2
        parts.append(raw[start:end])
        start, width = end, WIDTH - 1
    return b"\r\n ".join([*parts, raw[start:]])


def instant(moment: datetime) -> str:
    """20241105T090000Z"""
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def span(when: Nar) -> bytes:
    """DTSTART and DTEND.

    Days are VALUE=DATE with an end that is not included; hours are Norwegian time with its zone.
    """
    if when.tidspunkter:
        return b"".join(
            line(f"{name};TZID=Europe/Oslo", f"{at:%Y%m%dT%H%M%S}")
            for name, at in zip(("DTSTART", "DTEND"), when.tidspunkter, strict=False)
        )
    last = when.slutt if when.er_presis else when.anker
    return _day("DTSTART", when.anker) + _day("DTEND", last + timedelta(days=1))


def _day(name: str, day: date) -> bytes:
    return line(f"{name};VALUE=DATE", f"{day:%Y%m%d}")
