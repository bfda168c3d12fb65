"""Other people's parsers read our calendars: vobject, Home Assistant's `ical`, and icalendar as a
third.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest
import vobject
from conftest import EXAMPLE, ROOT
from feeds.test_form import NOW, SITE, made
from hypothesis import given, settings
from hypothesis import strategies as st
from ics import faults
from pydantic import TypeAdapter, ValidationError

from macros.feeds import feeds
from macros.feeds.hendelser import _clean
from macros.model.arshjul import Syklus
from macros.model.data import Data
from macros.model.fakta import Kilde
from macros.model.fylke import Fylke
from macros.model.types import FORBIDDEN, Tekst

Read = tuple[str, str, object, object]  # uid, title, start, end


def with_vobject(raw: bytes) -> Iterator[Read]:
    for event in vobject.readOne(raw.decode()).contents.get("vevent", ()):
        yield event.uid.value, event.summary.value, event.dtstart.value, event.dtend.value


def with_ical(raw: bytes) -> Iterator[Read]:
    from ical.calendar_stream import IcsCalendarStream  # heavy: only who runs this needs it

    for event in IcsCalendarStream.calendar_from_ics(raw.decode()).events:
        yield event.uid, event.summary, event.dtstart, event.dtend


def with_icalendar(raw: bytes) -> Iterator[Read]:
    for event in icalendar.Calendar.from_ical(raw).walk("VEVENT"):
        yield str(event["UID"]), str(event["SUMMARY"]), event["DTSTART"].dt, event["DTEND"].dt


PARSERS = (with_vobject, with_ical, with_icalendar)
parsers = pytest.mark.parametrize("read", PARSERS, ids=lambda parser: parser.__name__)


@parsers
@pytest.mark.parametrize("root", [EXAMPLE, ROOT], ids=["example", "real"])
def test_every_calendar_is_read_with_all_its_events(
    read: Callable[[bytes], Iterator[Read]], root
) -> None:
    for name, raw in made(root).items():
        assert len(list(read(raw))) == raw.count(b"BEGIN:VEVENT"), name


@parsers
def test_days_are_days_and_the_end_is_not_included(read: Callable[[bytes], Iterator[Read]]) -> None:
    found = {
        uid.split(".")[0]: (start, end) for uid, _, start, end in read(made(EXAMPLE)["alle.ics"])
    }
    assert found["seminar"] == (date(2024, 10, 10), date(2024, 10, 12))
    assert found["telling"] == (date(2024, 9, 2), date(2024, 9, 3))


COUNTY = Fylke(
    id="fylket",
    navn="Fylket",
    fylkeskommune="eieren",
    larerutdanninger=(),
    domene="eksempel",
    kilde=("kilde",),
)


def one_event(**fields: object) -> Data:
    """Data with one adopted event."""
    event = {
        "id": "mote",
        "tittel": "Møte",
        "type": "mote",
        "nar": {"dato": "2030-01-01"},
        "malgruppe": "skoler",
        "status": "vedtatt",
        "kilde": "kilde",
    }
    cycle = {
        "id": "2030",
        "tittel": "Årshjul",
        "gjelder": {"fra": "2030-01", "til": "2030-12"},
        "kolonner": {"skoler": "Skoler"},
        "kilde": "kilde",
        "hendelser": [event | fields],
    }
    return Data(
        fylke=COUNTY,
        sykluser={"2030": Syklus.model_validate(cycle)},
        kilder={"kilde": Kilde(tittel="Kilde", kort="Kilde", utgiver="Noen")},
    )


def calendar_of(**fields: object) -> bytes:
    return feeds(one_event(**fields), NOW, SITE, {})["kalender/alle.ics"]


@parsers
@pytest.mark.parametrize(
    ("day", "offset"),
    [
        ("2030-01-15", 1),
        ("2030-07-15", 2),
        ("2030-03-31", 2),
        ("2030-03-30", 1),
        ("2030-10-26", 2),
        ("2030-10-27", 1),
        ("2041-07-01", 2),
        ("2041-01-02", 1),
    ],
)
def test_hours_are_the_right_instant_winter_and_summer(
    read: Callable[[bytes], Iterator[Read]], day: str, offset: int
) -> None:
    [(_, _, start, end)] = read(calendar_of(nar={"dato": day, "kl": "10:00–15:30"}))
    ten = datetime.fromisoformat(f"{day}T10:00:00+00:00") - timedelta(hours=offset)
    assert (start.astimezone(UTC), end.astimezone(UTC)) == (
        ten,
        ten + timedelta(hours=5, minutes=30),
    )


WORDS = st.text(
    st.one_of(
        st.characters(codec="utf-8"), st.sampled_from(",;:\\\"\n'|{}<>&æøåÆØÅ🎓👩🏽‍🏫–«»%\t ")
    ),
    min_size=1,
    max_size=300,
)


def accepted(words: str) -> str | None:
    """The text as the model takes it, or None when it refuses."""
    try:
        return TypeAdapter(Tekst).validate_python(words) or None
    except ValidationError:
        return None


def test_a_control_character_is_never_written():
    with pytest.raises(ValueError, match="a control character in"):
        _clean("en\u0085linje")
    assert _clean("en linje") == "en linje"


@given(WORDS)
@settings(max_examples=150)
def test_hostile_text_comes_back_whole_or_is_refused(words: str) -> None:
    text = accepted(words)
    assert (text is None) >= bool(FORBIDDEN.search(words))
    if text:
        raw = calendar_of(tittel=text, om=text, sted=text)
        assert faults(raw) == []
        for read in PARSERS:
            assert [title for _, title, _, _ in read(raw)] == [text], read.__name__
        [event] = icalendar.Calendar.from_ical(raw).walk("VEVENT")
        assert str(event["DESCRIPTION"]).split("\n")[0] == text == str(event["LOCATION"])


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)), st.integers(0, 400))
@settings(max_examples=60)
def test_any_span_of_days_comes_back(first: date, days: int) -> None:
    last = min(first + timedelta(days=days), date(2100, 12, 31))
    raw = calendar_of(nar={"fra": first.isoformat(), "til": last.isoformat()})
    for read in PARSERS:
        assert [(start, end) for _, _, start, end in read(raw)] == [
            (first, last + timedelta(days=1))
        ], read.__name__


@pytest.mark.parametrize(
    "character", ["\x00", "\x07", "\x0b", "\x1b", "\x7f", "\x85", "\u2028", "\u202e", "\ufeff"]
)
def test_control_characters_never_reach_a_calendar(character: str) -> None:
    with pytest.raises(ValidationError, match="usynlig tegn"):
        one_event(tittel=f"Møte{character}X")
