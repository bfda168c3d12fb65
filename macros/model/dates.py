"""Days, months and years as the sources print them, and how they are said in bokmål."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = (
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
)
# «jan.», «mars»: those of more than five letters are cut.
SHORT_MONTHS = tuple(name if len(name) <= 5 else f"{name[:3]}." for name in MONTHS)
# What a month is known by, however it is shortened.
BEGINNINGS = tuple(month[:3] for month in MONTHS)
# A hyphen, and the dashes that phones and word processors make of it.
DASHES = "-‐‑\u2012–—−"
# What stands before the last day, or between the first and it.
BETWEEN = re.compile(
    rf"(?:^| )til(?: og med)? |(?<=\d{{4}}) ?[{DASHES}] ?(?=\d{{4}}$)| [{DASHES}] "
)
MONTH = re.compile(rf"\.?\b({'|'.join(BEGINNINGS)})[a-z]*\.?")


def parse_day(text: str) -> date | None:
    """A day written 2024-02-01, in just that form; None for anything else."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def suggest_day(text: str) -> str | None:
    """What the editor probably meant by «1. februar 2024», «01.02.24» or «2024-2-1»: the form that
    is wanted.
    """
    try:
        return date(*parts).isoformat() if (parts := day_parts(text)) else None
    except ValueError:
        return None


def day_parts(text: str) -> tuple[int, int, int] | None:
    """Year, month and day of what is written as a day, whether it is in the calendar or not."""
    words = re.sub(f"[{DASHES}/ ]", ".", text.lower())
    words, named = MONTH.subn(lambda found: f".{BEGINNINGS.index(found[1]) + 1}.", words)
    if named > 1:
        return None
    words = re.sub(r"^(\d{4})(\d\d)(\d\d)$", r"\1.\2.\3", words)
    parts = [part for part in re.split(r"\.+", words) if part]
    if len(parts) != 3 or not all(re.fullmatch("[0-9]{1,4}", part) for part in parts):
        return None
    year, month, day = parts if len(parts[0]) == 4 else reversed(parts)
    return int(year) + 2000 if len(year) == 2 else int(year), int(month), int(day)


def suggest_month(text: str) -> str | None:
    """The same for a month: «mars 2024», «3/2024», «2024-3»."""
    day = suggest_day(f"1. {text}") or suggest_day(f"{text}-1")
    return day[:7] if day else None


def span_of(text: str) -> str:
    """«til: 2026-07» of «til juli 2026», «fra: 2021, til: 2024» of «2021–2024»; nothing of other
    words.
    """
    first, *rest = BETWEEN.split(text.strip().lower(), maxsplit=1)
    ends = {"fra": re.sub(r"^fra(?: og med)? ", "", first), "til": "".join(rest)}
    said = {
        name: end if Moment.parse(end) else suggest_day(end) or suggest_month(end)
        for name, end in ends.items()
        if end
    }
    return ", ".join(f"{name}: {end}" for name, end in said.items()) if all(said.values()) else ""


def say_day(day: date) -> str:
    """«1. februar 2024»"""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def end_of_month(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


@dataclass(frozen=True)
class Moment:
    """A year, a month or a day, as precise as the source is and no more: 2024, 2024-02,
    2024-02-01.
    """

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> "Moment | None":
        """None when the text is none of the three forms, or names a day that is not in the
        calendar.
        """
        if not (found := re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", text)):
            return None
        try:
            date(*(int(part or 1) for part in found.groups()))
        except ValueError:
            return None
        return cls(*(int(part) if part else None for part in found.groups()))

    @property
    def start(self) -> date:
        """The first day that it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def end(self) -> date:
        """The last day that it can mean."""
        if self.day:
            return self.start
        return end_of_month(self.year, self.month or 12)

    def __str__(self) -> str:
        return "-".join(
            [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)]
        )

    @property
    def tekst(self) -> str:
        """«2024», «februar 2024» or «1. februar 2024»."""
        if self.day:
            return say_day(self.start)
        return f"{MONTHS[self.month - 1]} {self.year}" if self.month else str(self.year)

    @property
    def maned(self) -> str:
        """«desember 2021» for a day or a month: no more precise than that."""
        return Moment(self.year, self.month).tekst
