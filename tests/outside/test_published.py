"""The published site, asked before a build and after it."""

import re
from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
import requests
from conftest import EXAMPLE
from small_server import HTML, ICS, JSON, Reply, serving
from urllib3 import HTTPResponse
from urllib3.exceptions import MaxRetryError

from macros.__main__ import main
from macros.feeds import feeds
from macros.outside import web
from macros.outside.probe import AGENTS
from macros.problems import DataError
from macros.reading.load import load
from macros.reading.published import read_published

LIST = "/kalender/kalendere.json"
FEEDS = (
    "alle",
    "skoler",
    "nettverk",
    "samarbeidsforum",
    "nettverk-nord-eksempel",
    "nettverk-sor-eksempel",
    "nettverk-videregaende",
    "utkast",
    "nettverk-vest-eksempel",
)
MADE = feeds(
    load(EXAMPLE).data, datetime(2026, 6, 1, tzinfo=UTC), "https://eksempel.no/kompetanse/", {}
)
CALENDAR = MADE["kalender/alle.ics"]
WHY = "Uten den kan ikke kalenderne vite hva som er endret"


def test_every_address_is_asked_again_when_what_went_wrong_may_pass():
    with web._Session() as session:
        for url in ("https://www.eksempel.no/", "http://127.0.0.1/"):
            assert session.get_adapter(url).max_retries is web.RETRIES
    again, waits = web.RETRIES, []
    for _ in range(3):
        again = again.increment("GET", "/", HTTPResponse(status=503))
        waits.append(again.get_backoff_time())
    assert waits == [0, 4, 8]
    with pytest.raises(MaxRetryError):
        again.increment("GET", "/", HTTPResponse(status=503))
    passing = [status for status in range(200, 600) if web.RETRIES.is_retry("GET", status)]
    assert passing == [429, 500, 502, 503, 504]
    assert web.RETRIES.other == 0
    assert not web.RETRIES.raise_on_status and not web.RETRIES.respect_retry_after_header


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        *((f"http://{host}:8000/", True) for host in ("127.0.0.1", "localhost", "[::1]")),
        ("https://eksempel.no", True),
        ("http://eksempel.no", False),
        ("https:///x", False),
        ("ftp://localhost", False),
    ],
)
def test_what_may_be_asked(url, safe):
    with (
        nullcontext() if safe else pytest.raises(web.WebError, match=re.escape(f"«{url}» er ikke"))
    ):
        web.must_be_safe(url)


def test_only_calendars_and_their_list_are_read(tmp_path):
    for name in ("alle.ics", "kalendere.json", "index.html"):
        (tmp_path / name).write_bytes(name.encode())
    assert read_published(None) == {}
    assert read_published(tmp_path) == {
        "alle.ics": b"alle.ics",
        "kalendere.json": b"kalendere.json",
    }


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (Path.mkdir, "ingen .ics-filer i mappen"),
        (Path.touch, "det skal være hele mappen, ikke én fil"),
        (lambda path: None, "den finnes ikke"),
        (lambda path: path.symlink_to(path), "ingen har lov til å lese den"),
    ],
)
def test_why_the_live_calendars_can_not_be_read(tmp_path, make, why):
    make(tmp_path / "ute")
    with pytest.raises(DataError) as refused:
        read_published(tmp_path / "ute")
    (problem,) = refused.value.problems
    assert str(problem) == (
        f"KALENDER_FORRIGE:1: «{tmp_path / 'ute'}» kan ikke leses ({why}). Hent kalenderne som"
        " ligger ute, eller la KALENDER_FORRIGE være tom før første publisering"
    )


@pytest.fixture
def site(monkeypatch, example):
    """The example's site as it should answer."""
    monkeypatch.setattr(web, "RETRIES", web.RETRIES.new(total=2, backoff_factor=0))
    monkeypatch.chdir(example)
    with serving() as server:
        server.replies = {"/": Reply(b"<!doctype html>\n<html lang=nb>", HTML)} | {
            f"/{address}": Reply(raw, ICS if address.endswith(".ics") else JSON)
            for address, raw in MADE.items()
        }
        monkeypatch.setenv("SITE_URL", server.address)
        yield server


def run(capsys, *arguments):
    code = main(list(arguments))
    said = capsys.readouterr()
    return code, said.out + said.err


def test_every_live_calendar_is_fetched_past_caches(site, tmp_path, capsys):
    folder = tmp_path / "forrige" / "mappe"
    assert run(capsys, "hent-kalendere", str(folder)) == (
        0,
        f"Hentet 9 kalendere og listen over dem: {', '.join(f'{name}.ics' for name in FEEDS)}\n",
    )
    assert {f"kalender/{file.name}": file.read_bytes() for file in folder.iterdir()} == MADE
    assert len(set(site.past_caches)) == len(site.asked) == len(MADE)
    assert run(capsys, "hent-kalendere", str(folder)) == (
        1,
        f"{folder} finnes fra før. Velg en ny mappe, så ingenting blir skrevet over.\n",
    )


def test_what_is_live_is_fetched_though_no_longer_in_the_data(site, example, tmp_path, capsys):
    (example / "data/nettverk/sor-eksempel.yml").unlink()
    assert run(capsys, "hent-kalendere", str(tmp_path / "ny"))[0] == 0
    assert (tmp_path / "ny" / "nettverk-sor-eksempel.ics").exists()


def test_nothing_published_yet_is_no_error(tmp_path, site, capsys):
    site.replies = {}
    assert run(capsys, "hent-kalendere", str(tmp_path / "ny")) == (
        0,
        "Ingen kalender ligger ute ennå. Dette er første publisering.\n",
    )
    assert not (tmp_path / "ny").exists() and site.paths == [LIST, "/kalender/alle.ics"]


@pytest.mark.parametrize(
    ("path", "reply", "why"),
    [
        (LIST, Reply(b"", JSON, 404), f" mangler, men alle.ics ligger ute. {WHY}"),
        (LIST, Reply(b"", JSON, 403), " svarte med feil 403"),
        (
            LIST,
            Reply(b"<!doctype html>", HTML),
            f": dette er ikke hele listen over kalenderne til nettstedet. {WHY}",
        ),
        (
            LIST,
            Reply(MADE[LIST[1:]].replace(b"-//eks", b"-//h"), JSON),
            f": listen er fra et annet nettsted. {WHY}",
        ),
        ("alle", Reply(b"", HTML, 404), f" mangler, men står i kalendere.json. {WHY}"),
        ("nettverk-nord-eksempel", Reply(b"", HTML, 500), " svarte med feil 500"),
        ("alle", Reply(b"<!doctype html>", HTML), f": dette er ikke en kalender. {WHY}"),
        (
            "alle",
            Reply(CALENDAR[:-9], ICS),
            f": kalenderen er kuttet: den slutter ikke med END:VCALENDAR. {WHY}",
        ),
        (
            "skoler",
            Reply(CALENDAR, ICS),
            f": dette er en annen kalender enn den heter. {WHY}",
        ),
        (
            "alle",
            Reply(CALENDAR.replace(b"PRODID:-//eks", b"PRODID:-//h"), ICS),
            f": kalenderen er fra et annet nettsted. {WHY}",
        ),
        ("alle", Reply(CALENDAR, ICS, short=9), " brøt av midt i svaret"),
    ],
)
def test_anything_else_stops_and_writes_nothing(tmp_path, site, capsys, path, reply, why):
    path = path if path.startswith("/") else f"/kalender/{path}.ics"
    site.replies[path] = reply
    assert run(capsys, "hent-kalendere", str(tmp_path / "ny")) == (
        1,
        f"{site.address}{path}{why}.\nIngenting er hentet.\n",
    )
    assert not (tmp_path / "ny").exists()


def test_a_published_site_is_asked_as_calendars_ask(site, capsys):
    assert run(capsys, "prov-nettstedet") == (
        0,
        "Forsiden og 9 kalendere svarer som de skal til Google, Outlook, Thunderbird.\n",
    )
    assert {agent for _, agent in site.asked} == set(AGENTS.values()) and len(site.asked) == 3 * 10


@pytest.mark.parametrize(
    ("path", "reply", "why"),
    [
        ("/", Reply(b"<!doctype html>", HTML, 404), "svarte med feil 404"),
        (
            "/",
            Reply(b"<h1>Velkommen til nginx</h1>", HTML),
            "begynner med «<h1>Velkommen til nginx</h1>», men skal begynne med <!doctype html>",
        ),
        (
            "/kalender/alle.ics",
            Reply(CALENDAR, "application/octet-stream"),
            "er av typen «application/octet-stream», men skal være text/calendar",
        ),
        (
            "/kalender/alle.ics",
            Reply(CALENDAR, ""),
            "er av typen «ukjent», men skal være text/calendar",
        ),
        (
            "/kalender/alle.ics",
            Reply(b"k" * 41 + b"\r\nk", ICS),
            f"begynner med «{'k' * 40}», men skal begynne med BEGIN:VCALENDAR",
        ),
        (
            "/kalender/alle.ics",
            Reply(b"", ICS),
            "begynner med «», men skal begynne med BEGIN:VCALENDAR",
        ),
        (
            "/kalender/alle.ics",
            Reply(b"\xef\xbb\xbfBEGIN:VCALENDAR\r\n", ICS),
            "begynner med «\ufeffBEGIN:VCALENDAR», men skal begynne med BEGIN:VCALENDAR",
        ),
        ("/kalender/alle.ics", Reply(b"", ICS, 302, to="http://eksempel.no/"), None),
    ],
)
def test_what_they_do_not_get_is_told(site, capsys, path, reply, why):
    site.replies[path] = reply
    wrong = (
        f"{site.address}{path} {why}"
        if why
        else "«http://eksempel.no/» er ikke sikker. Skriv https:// i stedet for http://"
    )
    assert run(capsys, "prov-nettstedet", "--fra", f"{site.address}/") == (
        1,
        "".join(f"{name}: {wrong}\n" for name in AGENTS),
    )


def test_one_that_is_turned_away_alone_is_seen(site, capsys):
    site.replies["/kalender/alle.ics"] = lambda: (
        Reply(b"", HTML, 403) if site.asked[-1][1] == AGENTS["Outlook"] else Reply(CALENDAR, ICS)
    )
    assert run(capsys, "prov-nettstedet") == (
        1,
        f"Outlook: {site.address}/kalender/alle.ics svarte med feil 403\n",
    )


def test_a_site_that_is_not_out_everywhere_yet_gets_time(site, capsys, monkeypatch):
    waited = []
    monkeypatch.setattr("macros.verbs.prov_nettstedet.sleep", waited.append)
    site.replies["/"] = [*[Reply(b"", HTML, 404)] * 4, Reply(b"<!DOCTYPE html>", HTML)]
    assert run(capsys, "prov-nettstedet", "--vent")[0] == 0 and waited == [20, 60]
    site.replies["/"] = Reply(b"", HTML, 404)
    assert run(capsys, "prov-nettstedet", "--vent")[0] == 1 and waited == [20, 60, 20, 60, 120]


def test_what_was_fetched_is_what_the_build_wants(site, tmp_path, capsys, monkeypatch):
    """From one publishing to the next: the calendars keep their editions."""
    from macros.settings import from_environment
    from macros.site import Site

    made = {
        address: content
        for address, content in Site.read(EXAMPLE, from_environment(EXAMPLE)).files().items()
        if address.startswith("kalender/")
    }
    site.replies = {f"/{address}": Reply(content, ICS) for address, content in made.items()}
    assert run(capsys, "hent-kalendere", str(tmp_path / "forrige"))[0] == 0
    monkeypatch.setenv("KALENDER_FORRIGE", str(tmp_path / "forrige"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    again = Site.read(EXAMPLE, from_environment(EXAMPLE)).files()
    assert {address: again[address] for address in made} == made


def test_an_answer_that_never_ends_is_given_up(monkeypatch):
    monkeypatch.setattr(web, "PATIENCE", -1)
    endless = SimpleNamespace(raw=SimpleNamespace(read1=lambda size, **_: bytes(size)), url="x")
    with pytest.raises(requests.Timeout):
        list(web._pieces(endless))
