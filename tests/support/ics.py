"""What a good calendar is, without the libraries that make or read one: `faults` lists what is
wrong with some bytes.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

Property = tuple[str, str, str]  # name, parameters, raw value
STATES = ("CONFIRMED", "TENTATIVE", "CANCELLED")


def properties(raw: bytes) -> list[Property]:
    """The content lines, unfolded and split at the first colon outside quotes."""
    lines = raw.decode("utf-8").replace("\r\n ", "").removesuffix("\r\n").split("\r\n")
    return [
        re.fullmatch(r'([A-Z-]+)((?:;[A-Z-]+=(?:"[^"]*"|[^":;]*))*):(.*)', line).groups()
        for line in lines
    ]


def events(raw: bytes) -> list[dict[str, Property]]:
    """Each VEVENT as its properties by name."""
    found, current = [], None
    for name, parameters, value in properties(raw):
        if (name, value) == ("BEGIN", "VEVENT"):
            current = {}
        elif (name, value) == ("END", "VEVENT"):
            found.append(current)
            current = None
        elif current is not None:
            assert name not in current, f"{name} står to ganger"
            current[name] = (name, parameters, value)
    return found


def by_uid(raw: bytes) -> dict[str, dict[str, str]]:
    """UID → property → raw value."""
    return {
        event["UID"][2]: {name: value for name, (_, _, value) in event.items()}
        for event in events(raw)
    }


def by_id(raw: bytes) -> dict[str, dict[str, str]]:
    """The same by event id without cycle and domain; of several years, the latest."""
    return {uid.split(".")[0]: event for uid, event in by_uid(raw).items()}


def unescaped(value: str) -> str:
    """A TEXT value as it was meant."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)


def faults(raw: bytes, previous: bytes | None = None) -> list[str]:
    """All that is wrong, and all that changed since `previous` without saying so."""
    return [
        *_bytes(raw),
        *_calendar(raw),
        *_events(raw),
        *(_changes(raw, previous) if previous else ()),
    ]


def _bytes(raw: bytes) -> Iterator[str]:
    if re.search(rb"(?<!\r)\n|\r(?!\n)", raw) or not raw.endswith(b"END:VCALENDAR\r\n"):
        yield "linjeskift"
    for line in raw.split(b"\r\n"):
        if len(line) > 75:
            yield "for lang linje"
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            yield "delt tegn"
    if re.search(rb"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f]", raw):
        yield "kontrolltegn"


def _calendar(raw: bytes) -> Iterator[str]:
    head = {
        name: (parameters, value)
        for name, parameters, value in properties(raw[: raw.index(b"BEGIN:V", 10)])
    }
    if "UID" in head:
        yield "UID på kalenderen"
    if "METHOD" in head and not all("ORGANIZER" in event for event in events(raw)):
        yield "METHOD uten ORGANIZER"
    if head.get("NAME") != head.get("X-WR-CALNAME") or re.search(r"[,;\\]", head["NAME"][1]):
        yield "navn"
    expected = {
        "VERSION": ("", "2.0"),
        "REFRESH-INTERVAL": (";VALUE=DURATION", "PT12H"),
        "X-PUBLISHED-TTL": ("", "PT12H"),
        "X-WR-TIMEZONE": ("", "Europe/Oslo"),
    }
    yield from (name for name, wanted in expected.items() if head.get(name) != wanted)
    if not {"PRODID", "X-WR-CALDESC", "URL"} <= set(head) or head["SOURCE"][0] != ";VALUE=URI":
        yield "hode"
    if b"TZID=Europe/Oslo" in raw and b"BEGIN:VTIMEZONE\r\nTZID:Europe/Oslo\r\n" not in raw:
        yield "mangler VTIMEZONE"
    if b"VALARM" in raw:
        yield "alarm"


def _events(raw: bytes) -> Iterator[str]:
    found, domain = events(raw), re.search(rb"PRODID:-//(.*?)//", raw)[1].decode()
    if len({event["UID"] for event in found}) != len(found):
        yield "dobbel UID"
    for event in found:
        value = {name: text for name, (_, _, text) in event.items()}
        if not re.fullmatch(rf"[a-z0-9-]+\.[a-z0-9-]+@{domain}", value["UID"]):
            yield "UID"
        if value["DTSTAMP"] != value["LAST-MODIFIED"] or not re.fullmatch(
            r"\d{8}T\d{6}Z", value["DTSTAMP"]
        ):
            yield "tidsstempel"
        if not all(value["CATEGORIES"].split(",")):
            yield "tom CATEGORIES"
        if value["DTEND"] <= value["DTSTART"] or event["DTEND"][1] != event["DTSTART"][1]:
            yield "slutt"
        if event["DTSTART"][1] not in (";VALUE=DATE", ";TZID=Europe/Oslo"):
            yield "tidstype"
        if value["STATUS"] not in STATES or value["TRANSP"] not in ("OPAQUE", "TRANSPARENT"):
            yield "status"
        if not value["URL"] or not unescaped(value["DESCRIPTION"]).endswith("\n" + value["URL"]):
            yield "lenke"


def _changes(raw: bytes, previous: bytes) -> Iterator[str]:
    """Every event that differs has the next SEQUENCE (a withdrawn one any later) and a later
    DTSTAMP; every one that does not is the same bytes.
    """
    before, now = by_uid(previous), by_uid(raw)
    for id in before.keys() & now.keys():
        old, new = before[id], now[id]
        steps = int(new["SEQUENCE"]) - int(old["SEQUENCE"])
        withdrawn = new["SUMMARY"].startswith("TRUKKET: ") and steps > 0
        if old != new and steps != 1 and not withdrawn:
            yield "SEQUENCE"
        if old != new and new["DTSTAMP"] <= old["DTSTAMP"]:
            yield "gammel DTSTAMP"
        if {**old, "SEQUENCE": "", "DTSTAMP": "", "LAST-MODIFIED": ""} == {
            **new,
            "SEQUENCE": "",
            "DTSTAMP": "",
            "LAST-MODIFIED": "",
        } and old != new:
            yield "uendret hendelse med nytt stempel"


def in_order(raw: bytes) -> bool:
    """Whether the events come by day."""
    return all(
        one["DTSTART"][2][:8] <= other["DTSTART"][2][:8] for one, other in pairwise(events(raw))
    )
