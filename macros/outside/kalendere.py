"""The calendars that are live now, for the build to compare with.

All of them and the list of them, or a clear «nothing is published»: anything else stops.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from macros.feeds.ledger import CALENDAR_LIST, Refused, must_be_whole, read_list
from macros.outside.web import Answer, WebError, ask

# So many are asked for at a time.
AT_ONCE = 8
COMMON_CALENDAR = "alle.ics"
NEEDED = "Uten den kan ikke kalenderne vite hva som er endret"


def live_calendars(
    site: str, domain: str, sites: Collection[str] = (), get: Callable[..., Answer] = ask
) -> Mapping[str, bytes]:
    """File name → bytes of all that is live: the list, and every calendar that it names; of
    this site's `domain`, and made for one of `sites`, where those are known.

    Empty when there is neither a list nor the common calendar: nothing has been published yet.
    """
    folder, found = f"{site.rstrip('/')}/kalender/", {}
    names = _live_file(folder, CALENDAR_LIST, "application/json", get)
    if names is None and _live_file(folder, COMMON_CALENDAR, "text/calendar", get) is None:
        return {}
    if names is None:
        raise WebError(
            f"{folder}{CALENDAR_LIST} mangler, men {COMMON_CALENDAR} ligger ute. {NEEDED}"
        )
    found[CALENDAR_LIST] = names
    with _must_be_ours(f"{folder}{CALENDAR_LIST}"):
        listed = read_list(names, domain)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        answers = pool.map(lambda name: _live_file(folder, name, "text/calendar", get), listed)
        bodies = dict(zip(listed, answers, strict=True))
    for name, raw in bodies.items():
        if raw is None:
            raise WebError(f"{folder}{name} mangler, men står i {CALENDAR_LIST}. {NEEDED}")
        with _must_be_ours(f"{folder}{name}"):
            must_be_whole(name, raw, listed[name].hendelser, domain, sites)
        found[name] = raw
    return found


@contextmanager
def _must_be_ours(url: str) -> Iterator[None]:
    try:
        yield
    except Refused as error:
        raise WebError(f"{url}: {error}. {NEEDED}") from None


def _live_file(folder: str, name: str, kind: str, get: Callable[..., Answer]) -> bytes | None:
    answer = get(f"{folder}{name}", accept=kind, fresh=True)
    if answer.status == 404:
        return None
    if answer.status != 200:
        raise WebError(f"{folder}{name} svarte med feil {answer.status}")
    return answer.body
