"""The published site, asked before a build and after it."""

import pytest
from small_server import HTML, ICS, Reply, serving

from macros.__main__ import main
from macros.outside import web
from macros.outside.probe import AGENTS

CALENDAR = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"
FEEDS = (
    "alle",
    "skoler",
    "nettverk",
    "samarbeidsforum",
    "nettverk-nord-eksempel",
    "nettverk-sor-eksempel",
    "nettverk-videregaende",
)


@pytest.fixture
def site(monkeypatch, example):
    """The example's site as it should answer."""
    monkeypatch.setattr(web, "RETRIES", web.RETRIES.new(total=2, backoff_factor=0))
    monkeypatch.chdir(example)
    with serving() as server:
        server.replies = {"/": Reply(b"<!doctype html>\n<html lang=nb>", HTML)} | {
            f"/kalender/{name}.ics": Reply(CALENDAR, ICS) for name in FEEDS
        }
        monkeypatch.setenv("SITE_URL", server.address)
        yield server


def run(capsys, *arguments):
    code = main(list(arguments))
    said = capsys.readouterr()
    return code, said.out + said.err


def test_every_live_calendar_is_fetched(site, tmp_path, capsys):
    folder = tmp_path / "forrige" / "mappe"
    assert run(capsys, "hent-kalendere", str(folder)) == (
        0,
        f"Hentet 7 kalendere: {', '.join(f'{name}.ics' for name in FEEDS)}\n",
    )
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == {
        f"{name}.ics": CALENDAR for name in FEEDS
    }
    assert run(capsys, "hent-kalendere", str(folder)) == (
        1,
        f"{folder} finnes fra før. Velg en ny mappe, så ingenting blir skrevet over.\n",
    )


def test_drafts_are_fetched_while_they_are_live_though_no_longer_in_the_data(
    site, tmp_path, capsys
):
    site.replies["/kalender/utkast.ics"] = Reply(CALENDAR, ICS)
    assert run(capsys, "hent-kalendere", str(tmp_path / "ny"))[0] == 0
    assert (tmp_path / "ny" / "utkast.ics").exists()


def test_nothing_published_yet_is_no_error(tmp_path, site, capsys):
    site.replies = {}
    assert run(capsys, "hent-kalendere", str(tmp_path / "ny")) == (
        0,
        "Ingen kalender ligger ute ennå. Dette er første publisering.\n",
    )
    assert not (tmp_path / "ny").exists() and site.paths == ["/kalender/alle.ics"]


def test_a_new_networks_calendar_is_not_live_yet(tmp_path, site, capsys):
    del site.replies["/kalender/nettverk-sor-eksempel.ics"]
    assert run(capsys, "hent-kalendere", str(tmp_path / "ny"))[0] == 0
    assert len(list((tmp_path / "ny").iterdir())) == 6


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        (Reply(b"", HTML, 500), "svarte med feil 500"),
        (Reply(b"", HTML, 403), "svarte med feil 403"),
        (
            Reply(b"<!doctype html>", HTML),
            (
                "svarte med noe annet enn en hel kalender. Uten den kan ikke kalenderne vite hva"
                " som er endret"
            ),
        ),
        (
            Reply(CALENDAR[:-5], ICS),
            (
                "svarte med noe annet enn en hel kalender. Uten den kan ikke kalenderne vite hva"
                " som er endret"
            ),
        ),
        (Reply(CALENDAR, ICS, short=9), "brøt av midt i svaret"),
    ],
)
@pytest.mark.parametrize("name", ["alle", "nettverk-nord-eksempel"])
def test_anything_else_stops_and_writes_nothing(tmp_path, site, capsys, name, reply, why):
    site.replies[f"/kalender/{name}.ics"] = reply
    assert run(capsys, "hent-kalendere", str(tmp_path / "ny")) == (
        1,
        f"{site.address}/kalender/{name}.ics {why}.\nIngenting er hentet.\n",
    )
    assert not (tmp_path / "ny").exists()


def test_a_published_site_is_asked_as_calendars_ask(site, capsys):
    assert run(capsys, "prov-nettstedet") == (
        0,
        "Forsiden og 7 kalendere svarer som de skal til Google, Outlook, Thunderbird.\n",
    )
    assert {agent for _, agent in site.asked} == set(AGENTS.values()) and len(site.asked) == 3 * 8


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
    from conftest import EXAMPLE

    from macros.settings import from_environment
    from macros.site import Site

    made = {
        address: content
        for address, content in Site.read(EXAMPLE, from_environment(EXAMPLE)).files().items()
        if address.endswith(".ics")
    }
    site.replies = {f"/{address}": Reply(content, ICS) for address, content in made.items()}
    assert run(capsys, "hent-kalendere", str(tmp_path / "forrige"))[0] == 0
    monkeypatch.setenv("KALENDER_FORRIGE", str(tmp_path / "forrige"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    again = Site.read(EXAMPLE, from_environment(EXAMPLE)).files()
    assert {address: again[address] for address in made} == made
