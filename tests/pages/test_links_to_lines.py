"""From a fact on a page to its line, and to the form that opens with it."""

import html
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from conftest import EXAMPLE, NOW, ROOT

from macros.model.base import Record
from macros.model.data import Data
from macros.model.fakta import Faktum
from macros.model.oppforinger import address_of, find
from macros.pages.anchors import anchors
from macros.pages.rediger import rediger
from macros.pages.rettelser import called, rettelse_links
from macros.settings import Settings
from macros.site import Site
from macros.verbs.skriv import contents

REPO = "https://github.com/eier/navn"
SETTINGS = Settings(
    timestamp=datetime(2026, 6, 1, 12, tzinfo=UTC),
    now=NOW,
    site_url="https://eksempel.no/",
    repo_url=REPO,
)
LINK = re.compile(r'<a href="([^"]+)" aria-label="([^"]+)">([^<]+)</a>')
SPAN = re.compile(r'<span class="rettelser" data-search-exclude>(.*?)</span>')
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
        for link in rettelse_links(data, settings, "nettverk/nord-eksempel/", record)
    }


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


def test_headings_that_are_alike_are_spots_of_their_own():
    data = read().view.data
    text = "# Ny\n\n## Ny\n\n## *Ny*\n\n## Ny {#her}\n\n## !\n\n- Punkt {: #der }\n"
    text += '<p id="hit"><a name="dit"></a></p>'
    assert anchors(text, data) == {"ny", "ny_1", "ny_2", "her", "_1", "der", "hit", "dit"}
    assert anchors('{{ arshjul_rader("ukjent") }}', data) == frozenset()
    assert "hendelse-seminar" in anchors('{{ arshjul_rader("2024-2025") }}', data)


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
        "institusjon": data.institusjoner["uie"],
        "steg": data.saksgang["sak"].steg[0],
        "strategi": data.strategi["provefylke"],
        "milepael": next(iter(data.historie.values())),
        "na": next(iter(data.na.values())),
        "tekst": data.tekster["ppt-tallet"],
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
        ("emne", "data/for-ansatte.yml#L3", "For ansatte: Skriving"),
        ("nettsted", "data/nettsted.yml#L3", "Nettstedet"),
        ("kilde", "data/kilder.yml#L4", "Notatet"),
        ("institusjon", "data/institusjoner.yml#L3", "Universitetet i Eksempel"),
        ("steg", "data/saksgang.yml#L11", "Slik går en sak: Melde behov"),
        ("strategi", "data/strategi/provefylke.yml#L3", "Strategien i Prøvefylket"),
        ("milepael", "data/historie.yml#L3", "Det første eksempelet"),
        ("na", "data/na.yml#L3", "Dette gjelder nå: Eksempler deles ut etter nye regler."),
        ("tekst", "data/tekster.yml#L57", "Teksten ppt-tallet"),
    ],
)
def test_edit_opens_the_line_and_says_of_what(name, line, label):
    data = read().view.data
    assert links(data, facts(data)[name])["Rediger"] == (
        f"{REPO}/edit/main/{line}",
        f"Rediger: {label}",
    )


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("kontakt", "kontakter/kari-eksempel"),
        ("up1", "nettverk/nord-eksempel/utviklingspartnere/kari-eksempel"),
        ("representant", "nettverk/nord-eksempel/representant"),
        ("skoler", "nettverk/nord-eksempel/skoler"),
        ("egen", "nettverk/nord-eksempel/hendelser/nord-behov"),
        ("time", "sykluser/2024-2025/hendelser/forum"),
        ("utsagn", "ordninger/gammel-ordning/penger/0"),
        ("nettsted", "nettsted"),
    ],
)
def test_telling_of_a_change_opens_the_form_with_that_record(name, address):
    data = read().view.data
    record = facts(data)[name]
    assert links(data, record)["Meld endring"] == (
        f"../../rediger/#{address}",
        f"Meld endring: {called(data, record)}",
    )


def test_every_address_leads_back_to_its_record():
    for data in (Site.read(ROOT, SETTINGS).view.data, read().view.data):
        for record in data.records:
            assert find(data, address_of(data, record)).value is record
    for record in {type(record): record for record in data.records}.values():
        for name, info in type(record).model_fields.items():
            field = f"{address_of(data, record)}/{info.alias or name}"
            assert find(data, field).value is getattr(record, name)


@pytest.mark.parametrize(
    "address",
    [
        "kontakter",
        "kontakter/ukjent",
        "kontakter/kari-eksempel/hatt",
        "kontakter/kari-eksempel/navn/0",
        "kontakter/kari-eksempel/stillinger/99",
        "nettverk/nord-eksempel/utviklingspartnere/ukjent",
        "nettverk/nord-eksempel/utviklingspartnere/²",
        "roller/eksempel/aktorer/ukjent",
        "nettsted/hatt",
    ],
)
def test_an_address_that_leads_nowhere_finds_nothing(address):
    assert find(read().view.data, address) is None


def test_what_has_the_name_of_another_is_found_by_its_place():
    data = read().view.data
    network = data.nettverk["nord-eksempel"]
    [kari, _] = network.utviklingspartnere
    twice = network.model_copy(update={"utviklingspartnere": (kari, kari)})
    data = replace(data, nettverk={"nord-eksempel": twice})
    partners = "nettverk/nord-eksempel/utviklingspartnere"
    assert find(data, f"{partners}/kari-eksempel") is None
    assert find(data, f"{partners}/1").value is kari
    assert address_of(data, kari) == f"{partners}/0"


def test_no_link_is_longer_than_browsers_and_github_take():
    data = Site.read(ROOT, SETTINGS).view.data
    assert (
        max(len(address) for record in data.records for address, _ in links(data, record).values())
        < 2000
    )


def test_without_a_repository_there_is_no_pencil():
    data = read().view.data
    alone = links(data, data.kontakter["kari-eksempel"], replace(SETTINGS, repo_url=None))
    assert list(alone) == ["Meld endring"]


def test_what_is_put_together_from_several_lines_has_none_to_edit():
    data = read().view.data
    assert links(data, data.aktorer["up1"].oppgaver[0].model_copy()) == {}


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


PENCIL = (
    "Du kan i stedet trykke <strong>Rediger</strong> ved opplysningen, og"
    ' <a href="./om/rediger/">rette i filen selv</a>.'
)
MAIL = (
    'skriv til <a href="mailto:post@eksempel.no">post@eksempel.no</a>: hvilken side det gjelder,'
    " hva som skal stå, og hvem som har opplyst det."
)


@pytest.mark.parametrize(
    ("repo", "post", "ways"),
    [
        (REPO, True, f"{PENCIL} Eller {MAIL}"),
        (REPO, False, PENCIL),
        (None, True, f"S{MAIL[1:]}"),
        (None, False, "Si fra til den som har ansvar for nettstedet."),
    ],
)
def test_without_javascript_the_form_leads_to_the_pencil_and_to_mail(repo, post, ways):
    view = read(repo_url=repo).view
    given = view.data.nettsted.model_copy(update={} if post else {"henvendelser": None})
    view = replace(view, data=replace(view.data, nettsted=given))
    told = re.search(r'(?s)<div class="uten-skript[^>]*>(.*?)</div>', rediger(view))[1]
    assert " ".join(told.split()) == (
        f"Skjemaet trenger JavaScript, som er slått av i nettleseren din. {ways}"
    )
