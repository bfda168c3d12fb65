"""Whether those who fetch our calendars get them: the published site, asked as they ask."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from macros.model.rader import Kalender
from macros.outside.web import Answer, WebError, ask

AGENTS: Mapping[str, str] = {
    "Google": "Google-Calendar-Importer",
    "Outlook": "Microsoft Exchange/15.20",
    "Thunderbird": "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Thunderbird/128.0",
}
PAGE_BEGINS = b"<!doctype html>"
ICS_BEGINS = b"BEGIN:VCALENDAR"


def probe(
    site: str, kalendere: Iterable[Kalender], get: Callable[..., Answer] = ask
) -> Iterator[str]:
    """What each of them does not get, in words; nothing when all is well."""
    root = f"{site.rstrip('/')}/"
    feeds = [(f"{root}{one.adresse}", "text/calendar", ICS_BEGINS) for one in kalendere]
    for name, agent in AGENTS.items():
        for asked in ((root, "text/html", PAGE_BEGINS), *feeds):
            yield from (f"{name}: {said}" for said in _wrong_with(*asked, agent, get))


def _wrong_with(
    url: str, kind: str, first: bytes, agent: str, get: Callable[..., Answer]
) -> Iterator[str]:
    try:
        answer = get(url, agent=agent)
    except WebError as error:
        yield str(error)
        return
    line = answer.body.split(b"\n", 1)[0].strip()
    if answer.status != 200:
        yield f"{url} svarte med feil {answer.status}"
    elif answer.kind != kind:
        yield f"{url} er av typen «{answer.kind or 'ukjent'}», men skal være {kind}"
    elif line.lower() != first.lower():
        yield (
            f"{url} begynner med «{line[:40].decode('utf-8', 'replace')}», men skal begynne"
            f" med {first.decode()}"
        )
