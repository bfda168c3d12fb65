"""The calendars that are live now, for the build to compare with.

Anything but a calendar, or a clear «not there», stops.
"""

from collections.abc import Callable, Iterable, Mapping

from macros.model.rader import Kalender
from macros.outside.web import Answer, WebError, ask

ICS_BEGINS, ICS_ENDS = b"BEGIN:VCALENDAR", b"END:VCALENDAR"
COMMON_CALENDAR = "alle"


def live_calendars(
    site: str, kalendere: Iterable[Kalender], get: Callable[..., Answer] = ask
) -> Mapping[str, bytes]:
    """File name → bytes.

    Empty when the common calendar is not there: nothing has been published yet. A new network's
    calendar may be missing.
    """
    names = [
        f"{COMMON_CALENDAR}.ics",
        *(f"{kalender.id}.ics" for kalender in kalendere if kalender.id != COMMON_CALENDAR),
    ]
    found: dict[str, bytes] = {}
    for name in dict.fromkeys([*names, "utkast.ics"]):
        if (raw := _live_calendar(f"{site.rstrip('/')}/kalender/{name}", get)) is not None:
            found[name] = raw
        elif name == names[0]:
            return {}
    return found


def is_calendar(raw: bytes) -> bool:
    """Whether it is a calendar from the first line to the last."""
    return raw.startswith(ICS_BEGINS + b"\r\n") and raw.rstrip().endswith(ICS_ENDS)


def _live_calendar(url: str, get: Callable[..., Answer]) -> bytes | None:
    answer = get(url, accept="text/calendar")
    if answer.status == 404:
        return None
    if answer.status != 200:
        raise WebError(f"{url} svarte med feil {answer.status}")
    if not is_calendar(answer.body):
        raise WebError(
            f"{url} svarte med noe annet enn en hel kalender. Uten den kan ikke kalenderne vite hva"
            " som er endret"
        )
    return answer.body
