"""From a fact on a page to its line: «Rediger», «Meld endring» to a form that is filled in, and the
same as an e-mail.
"""

import html
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

import pytest
from conftest import EXAMPLE, ROOT
from filled_in import diff, filled_in, send, tick

from macros.editing.forms import CONTACT, FORMS
from macros.model.base import Record
from macros.model.data import Data
from macros.model.fakta import Faktum
from macros.model.roller import Oppgaver
from macros.pages.corrections import correction_links
from macros.settings import Settings
from macros.site import Site
from macros.verbs.skriv import contents

REPO = "https://github.com/eier/navn"
SETTINGS = Settings(
    timestamp=datetime(2026, 6, 1, 12, tzinfo=UTC), site_url="https://eksempel.no/", repo_url=REPO
)
LINK = re.compile(r'<a href="([^"]+)" aria-label="([^"]+)">([^<]+)</a>')
SPAN = re.compile(r'<span class="rettelser" data-search-exclude>(.*?)</span>')
RIGHT = "Navnet, e-postadressen og telefonnummeret er riktige nå, med endringene over"
KONTAKTER, NORD, SYKLUS = (
    "data/kontakter.yml",
    "data/nettverk/nord-eksempel.yml",
    "data/arshjul/2024-2025.yml",
)


def read(**changes: object) -> Site:
    return Site.read(EXAMPLE, replace(SETTINGS, **changes))


def links(data: Data, record: Record, settings: Settings = SETTINGS) -> dict[str, tuple[str, str]]:
    return {
        link.text: (link.address, link.label)
        for link in correction_links(data, settings, "nettverk/nord-eksempel/", record)
    }


def asked(address: str) -> dict[str, str]:
    """What a form is filled in with."""
    return {key: values[0] for key, values in parse_qs(urlsplit(address).query).items()}


@pytest.fixture(scope="module")
def pages() -> Mapping[str, list[tuple[str, str, str]]]:
    """Each page of the example → its links below facts: address, label, text."""
    found = {
        name: content.decode() for name, content in contents(read()).items() if name.endswith(".md")
    }
    return {
        name: [
            tuple(map(html.unescape, link))
            for span in SPAN.findall(text)
            for link in LINK.findall(span)
        ]
        for name, text in found.items()
    }


def facts(data: Data) -> dict[str, Record]:
    network, cycle = data.nettverk["nord-eksempel"], data.sykluser["2024-2025"]
    return {
        "kontakt": data.kontakter["kari-eksempel"],
        "up1": network.utviklingspartnere[0],
        "representant": network.representant,
        "skoler": network.skoler,
        "egen": network.hendelser[0],
        "dager": cycle.hendelser[1],
        "time": cycle.hendelser[2],
        "maneder": cycle.hendelser[3],
        "udatert": cycle.hendelser[4],
        "del": cycle.hendelser[5],
        "utsagn": data.ordninger["gammel-ordning"].penger[0],
        "oppgave": data.aktorer["eiere"].oppgaver[0],
        "emne": data.for_ansatte["skrive"],
        "nettsted": data.nettsted,
        "kilde": data.kilder["notat"],
    }


@pytest.mark.parametrize(
    ("name", "line", "label"),
    [
        ("kontakt", f"{KONTAKTER}#L3", "Kari Eksempel"),
        ("up1", f"{NORD}#L35", "Nord-Eksempel: UP1 Kari Eksempel"),
        ("representant", f"{NORD}#L20", "Nord-Eksempel: representant Mette Mal"),
        ("skoler", f"{NORD}#L24", "Nord-Eksempel: antall skoler"),
        ("egen", f"{NORD}#L47", "Nord-Eksempel: Nord-Eksempels frist for behov"),
        ("time", f"{SYKLUS}#L40", "Årshjul for eksempler 2024–2025: Møte i forumet"),
        ("utsagn", "data/ordninger.yml#L18", "Gammelordningen: Egenandelen var en tidel."),
        ("oppgave", "data/roller/eksempel.yml#L18", "Roller i Eksempelfylket: Telle eksemplene"),
        ("emne", "data/for-ansatte.yml#L3", "For ansatte: Slik skriver vi eksempler."),
        ("nettsted", "data/nettsted.yml#L3", "Nettstedet"),
        ("kilde", "data/kilder.yml#L4", "Notatet"),
    ],
)
def test_edit_opens_the_line_and_says_of_what(name, line, label):
    data = read().view.data
    assert links(data, facts(data)[name])["Rediger"] == (
        f"{REPO}/edit/main/{line}",
        f"Rediger: {label}",
    )


@pytest.mark.parametrize(
    ("name", "given"),
    [
        (
            "kontakt",
            {
                "template": "endre-kontakt.yml",
                "title": "Endre en kontakt: Kari Eksempel",
                "kontakt": "kari-eksempel",
                "navn": "Kari Eksempel",
                "epost": "kari.eksempel@eksempel.no",
                "telefon": "22 22 22 22",
                "stilling": "Professor i eksempler",
                "institusjon": "UiE",
            },
        ),
        (
            "up1",
            {
                "template": "ny-utviklingspartner.yml",
                "title": "Ny utviklingspartner for et nettverk: Nord-Eksempel: UP1 Kari Eksempel",
                "nettverk": "Nord-Eksempel",
                "slutter": "Kari Eksempel",
                "merknad": (
                    "Nå står det i data/nettverk/nord-eksempel.yml, linje 35: Nord-Eksempel: UP1"
                    " Kari Eksempel, UiE (per 2024)"
                ),
            },
        ),
        (
            "egen",
            {
                "template": "ny-dato.yml",
                "title": "Ny eller flyttet dato: Nord-Eksempel: Nord-Eksempels frist for behov",
                "hvor": "Nettverket Nord-Eksempel",
                "hendelse": "nord-behov",
                "dato": "15. november 2024",
            },
        ),
        (
            "dager",
            {
                "template": "ny-dato.yml",
                "title": "Ny eller flyttet dato: Årshjul for eksempler 2024–2025: Eksempelseminar",
                "hvor": "Årshjulet 2024-2025",
                "hendelse": "seminar",
                "dato": "10. oktober 2024",
                "til": "11. oktober 2024",
            },
        ),
        (
            "time",
            {
                "template": "ny-dato.yml",
                "title": "Ny eller flyttet dato: Årshjul for eksempler 2024–2025: Møte i forumet",
                "hvor": "Årshjulet 2024-2025",
                "hendelse": "forum",
                "dato": "5. november 2024",
                "kl": "10:00–15:00",
            },
        ),
        (
            "maneder",
            {
                "template": "ny-dato.yml",
                "title": "Ny eller flyttet dato: Årshjul for eksempler 2024–2025: Melde behov",
                "hvor": "Årshjulet 2024-2025",
                "hendelse": "behov",
                "dato": "oktober 2024",
                "til": "desember 2024",
            },
        ),
        (
            "udatert",
            {
                "template": "ny-dato.yml",
                "title": (
                    "Ny eller flyttet dato: Årshjul for eksempler 2024–2025: Skrive innstillingen"
                ),
                "hvor": "Årshjulet 2024-2025",
                "hendelse": "innstilling",
            },
        ),
        (
            "del",
            {
                "template": "ny-dato.yml",
                "title": (
                    "Ny eller flyttet dato: Årshjul for eksempler 2024–2025: Vedtak om eksempler"
                ),
                "hvor": "Årshjulet 2024-2025",
                "hendelse": "vedtak",
                "dato": "januar 2025",
            },
        ),
        (
            "representant",
            {
                "template": "noe-annet.yml",
                "title": "Noe annet er feil: Nord-Eksempel: representant Mette Mal",
                "side": "/nettverk/nord-eksempel/",
                "feil": (
                    "Nå står det i data/nettverk/nord-eksempel.yml, linje 20: Nord-Eksempel:"
                    " representant Mette Mal (per 2024)"
                ),
            },
        ),
        (
            "skoler",
            {
                "template": "noe-annet.yml",
                "title": "Noe annet er feil: Nord-Eksempel: antall skoler",
                "side": "/nettverk/nord-eksempel/",
                "feil": (
                    "Nå står det i data/nettverk/nord-eksempel.yml, linje 24: Nord-Eksempel: antall"
                    " skoler, 12 offentlige, 3 private (udatert)"
                ),
            },
        ),
        (
            "utsagn",
            {
                "template": "noe-annet.yml",
                "title": "Noe annet er feil: Gammelordningen: Egenandelen var en tidel.",
                "side": "/nettverk/nord-eksempel/",
                "feil": (
                    "Nå står det i data/ordninger.yml, linje 18 (gammel-ordning): Gammelordningen:"
                    " Egenandelen var en tidel. (per 2020)"
                ),
            },
        ),
    ],
)
def test_a_form_knows_what_stands_there_now(name, given):
    data = read().view.data
    address, label = links(data, facts(data)[name])["Meld endring"]
    assert address.startswith(f"{REPO}/issues/new?template=") and asked(address) == given
    assert label == f"Meld endring: {given['title'].partition(': ')[2]}"


def test_the_forms_have_those_fields_and_offer_those_choices():
    data = read().view.data
    forms = {f"{form.id}.yml": {field.id: field for field in form.fields} for form in FORMS}
    titles = {f"{form.id}.yml": form.name for form in FORMS}
    for record in data.records:
        for address, _ in links(data, record).values():
            if address.startswith("https:") and "/issues/" in address:
                given = asked(address)
                form, title = given.pop("template"), given.pop("title")
                assert title.startswith(f"{titles[form]}: ") and set(given) <= set(forms[form])
                for id, value in given.items():
                    assert not forms[form][id].options or value in forms[form][id].options(
                        data, SETTINGS.today
                    )


def test_who_has_ended_already_is_not_to_end():
    data = read().view.data
    ended = next(
        partner
        for network in data.nettverk.values()
        for partner in network.utviklingspartnere
        if partner.gjelder and partner.gjelder.til
    )
    assert {"nettverk", "merknad"} == set(asked(links(data, ended)["Meld endring"][0])) - {
        "template",
        "title",
    }


def test_what_a_link_has_filled_in_is_no_change():
    """Sent as it opens, with who says so, a form confirms what stands there and does nothing
    else.
    """
    data = Site.read(ROOT, SETTINGS).view.data
    for id, kontakt in data.kontakter.items():
        given = {
            key: value
            for key, value in asked(links(data, kontakt)["Meld endring"][0]).items()
            if key not in ("template", "title")
        }
        outcome = send(ROOT, filled_in(CONTACT, **given, opplyst_av="NTNU", sett_over=tick(RIGHT)))
        changed = [line for line in diff(ROOT, outcome) if line[:1] in "+-"]
        assert changed and {line[1:].strip() for line in changed if line[0] == "+"} <= {
            "bekreftet:",
            "dato: 2026-06-01",
            "av: NTNU",
        }, f"{id}: {outcome}"


def test_no_link_is_longer_than_browsers_and_github_take():
    data = Site.read(ROOT, SETTINGS).view.data
    assert (
        max(len(address) for record in data.records for address, _ in links(data, record).values())
        < 2000
    )


def test_the_e_mail_says_the_same_to_those_without_an_account():
    data = read().view.data
    address, label = links(data, data.kontakter["kari-eksempel"])["Meld på e-post"]
    assert (
        address.startswith("mailto:post@eksempel.no?")
        and "+" not in address
        and label == "Meld på e-post: Kari Eksempel"
    )
    assert asked(address) == {
        "subject": "Endring: Kari Eksempel",
        "body": (
            "Side: https://eksempel.no/nettverk/nord-eksempel/\r\nNå står det i data/kontakter.yml,"
            " linje 3 (kari-eksempel): Kari Eksempel, Professor i eksempler, UiE,"
            " kari.eksempel@eksempel.no, 22 22 22 22 (per 2024)\r\n\r\nDet skal stå:\r\n\r\nHvem"
            " har opplyst det:\r\n"
        ),
    }


def test_without_a_repository_an_e_mail_is_the_way_and_without_either_there_is_none():
    data = read().view.data
    alone = links(data, data.kontakter["kari-eksempel"], replace(SETTINGS, repo_url=None))
    assert list(alone) == ["Meld endring"] and alone["Meld endring"][0].startswith("mailto:")
    silent = replace(data, nettsted=data.nettsted.model_copy(update={"henvendelser": None}))
    assert list(links(silent, silent.kontakter["kari-eksempel"])) == ["Rediger", "Meld endring"]
    assert links(silent, silent.kontakter["kari-eksempel"], replace(SETTINGS, repo_url=None)) == {}
    real = Site.read(ROOT, replace(SETTINGS, repo_url=None))
    real = replace(
        real,
        view=replace(
            real.view,
            data=replace(
                real.view.data,
                nettsted=real.view.data.nettsted.model_copy(update={"henvendelser": None}),
            ),
        ),
    )
    assert "rettelser" not in "".join(
        content.decode() for name, content in contents(real).items() if name.endswith(".md")
    )


def test_what_is_put_together_from_several_lines_has_none_to_edit():
    data = read().view.data
    up1 = data.aktorer["up1"]
    assert links(data, Oppgaver.samlet(up1.oppgaver)) == {}


def test_every_line_is_that_of_a_record(pages):
    wanted = re.compile(rf"{REPO}/edit/main/(.+)#L(\d+)")
    found = [
        wanted.fullmatch(address)
        for links in pages.values()
        for address, _, text in links
        if text == "Rediger"
    ]
    assert len(found) > 100
    starts = {(record.place().file, record.place().line) for record in read().view.data.records}
    assert {(one[1], int(one[2])) for one in found} <= starts


def test_every_fact_that_has_a_source_line_can_be_edited(pages):
    """Every fact has its own links where it stands, but for the parts of what has a line as a
    whole.
    """
    data = read().view.data
    linked = {
        address.partition("/main/")[2]
        for links in pages.values()
        for address, _, _ in links
        if "/edit/" in address
    }
    facts = [
        record
        for record in data.records
        if isinstance(record, Faktum)
        and f"{record.place().file}#L{record.place().line}" not in linked
    ]
    posts = [post for person in data.kontakter.values() for post in person.stillinger]
    steps = [step for case in data.saksgang.values() for step in case.steg if not step.kilde]
    parts = {
        id(part)
        for part in (
            *posts,
            *steps,
            data.skoleregister,
            *(network.ppt for network in data.nettverk.values()),
        )
    }
    assert [str(record.place()) for record in facts if id(record) not in parts] == []


def test_links_that_look_alike_are_told_apart(pages):
    for name, found in pages.items():
        for text in {text for _, _, text in found}:
            heard = {}
            for address, label, _ in (link for link in found if link[2] == text):
                assert label.startswith(text) and heard.setdefault(label, address) == address, (
                    f"{name}: «{label}» fører to steder"
                )


def test_the_front_page_grows_by_less_than_a_kilobyte():
    with_all, without = (read(repo_url=url).block("kontaktpunkt", "") for url in (REPO, None))
    assert 0 < len(with_all.encode()) - len(without.encode()) < 1000
