"""Months and hours as an editor writes them, and spans of days and months as a page says them."""

import re
from datetime import date, time
from typing import Annotated

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

from macros.model.dates import DASHES, MONTHS, Moment, say_day, suggest_month
from macros.model.types import in_our_time, only, wrong


def _as_month(value: object) -> object:
    if not isinstance(value, str):
        return only(
            Moment, value, "maned-form", "feltet skal være en måned. Skriv år-måned, som 2024-02"
        )
    moment = Moment.parse(value)
    if moment is None or moment.month is None or moment.day:
        better = str(moment)[:7] if moment and moment.month else suggest_month(value)
        raise wrong(
            "maned-form",
            "«{value}» er ikke en måned. Skriv {better}",
            value=value,
            better=better or "år-måned, som 2024-02",
        )
    return in_our_time(moment, value)


def _as_hours(value: object) -> object:
    if not isinstance(value, str):
        return only(
            tuple,
            value,
            "kl-form",
            'feltet skal være et tidsrom. Skriv start og slutt i anførselstegn, som "10:00–15:00"',
        )
    found = re.fullmatch(rf"(\d\d?)[:.](\d\d) ?[{DASHES}] ?(\d\d?)[:.](\d\d)", value.strip())
    try:
        hours = (
            (time(int(found[1]), int(found[2])), time(int(found[3]), int(found[4])))
            if found
            else None
        )
    except ValueError:
        hours = None
    if not hours:
        raise wrong(
            "kl-form",
            "«{value}» er ikke et tidsrom. Skriv {better}",
            value=value,
            better=_hours_meant(value) or 'start og slutt i anførselstegn, som "10:00–15:00"',
        )
    if hours[0] >= hours[1]:
        raise wrong(
            "kl-rekkefolge",
            '«{value}» slutter før det begynner. Skriv start først, som "10:00–15:00"',
            value=value,
        )
    return hours


def _hours_meant(value: str) -> str:
    """What «9-11» and «kl. 9.00 til 11» are in the one form; nothing where that is not plain."""
    one = r"(?:kl\.? *)?(\d\d?)(?:[:.](\d\d))?"
    found = re.fullmatch(rf"{one} *(?:[{DASHES}]|til) *{one}", value.strip(), re.IGNORECASE)
    if not found:
        return ""
    first, first_minute, last, last_minute = (int(part or 0) for part in found.groups())
    if max(first, last) > 23 or max(first_minute, last_minute) > 59:
        return ""
    return f'"{first:02}:{first_minute:02}–{last:02}:{last_minute:02}"'


def say_hours(hours: tuple[time, time]) -> str:
    """«10:00–15:00»"""
    return "–".join(f"{hour:%H:%M}" for hour in hours)


Maned = Annotated[
    Moment,
    BeforeValidator(_as_month),
    PlainSerializer(str),
    WithJsonSchema(
        {
            "type": "string",
            "description": "Måned: år-måned",
            "pattern": r"^\d{4}-\d{2}$",
            "examples": ["2024-02"],
        }
    ),
]
Klokkeslett = Annotated[
    tuple[time, time],
    BeforeValidator(_as_hours),
    PlainSerializer(say_hours),
    WithJsonSchema(
        {"type": "string", "description": "Start og slutt, norsk tid", "examples": ["10:00–15:00"]}
    ),
]


def say_days(fra: date, til: date) -> str:
    if fra == til:
        return say_day(fra)
    if (fra.year, fra.month) == (til.year, til.month):
        return f"{fra.day}.–{say_day(til)}"
    first = say_day(fra) if fra.year != til.year else f"{fra.day}. {MONTHS[fra.month - 1]}"
    return f"{first} – {say_day(til)}"


def say_months(fra: Moment, til: Moment) -> str:
    """«oktober–desember 2023», «oktober 2018 – mars 2019»"""
    if fra == til:
        return fra.tekst
    if fra.year == til.year:
        return f"{MONTHS[fra.start.month - 1]}–{til.tekst}"
    return f"{fra.tekst} – {til.tekst}"
