"""«Meld endring» in a real browser: it opens with a record, judges while one writes, shows before
and after, keeps the draft on the device alone, and writes a text that the program understands.
"""

import gzip
import json
import shutil
from urllib.parse import urlsplit

import pytest
from conftest import ROOT
from playwright.sync_api import Locator, Page, expect
from sent import TODAY, op, proposal, send

from macros.editing.operations.fields import ALL_DETAILS
from macros.editing.operations.verv import ALREADY, LATER
from macros.model.oppforinger import address_of
from macros.pages.rediger import FORM_DATA
from macros.reading.load import load

DATA = load(ROOT).data
PERSON = next(id for id, one in DATA.kontakter.items() if one.epost)
NETWORK = next(one for one in DATA.nettverk.values() if len(one.utviklingspartnere) > 1)
EVENT = next(
    one for cycle in DATA.sykluser.values() for one in cycle.hendelser if one.status == "vedtatt"
)
# How it is chosen, what is refused and why, what puts it right, and how the reader sees it.
PRECISIONS = (
    ("dag", {"Dag": ""}, "Velg dagen.", {"Dag": "2027-03-03"}, "3. mars 2027"),
    (
        "timer",
        {"Dag": "2027-03-03", "Fra klokken": "12:00", "Til klokken": "12:00"},
        "Den slutter før den begynner. Se på klokkeslettene.",
        {"Til klokken": "14:00"},
        "3. mars 2027 kl. 12:00–14:00",
    ),
    (
        "dager",
        {"Første dag": "2027-03-03", "Siste dag": "2027-03-03"},
        "Siste dag må komme etter første.",
        {"Siste dag": "2027-03-05"},
        "3. mars 2027 – 5. mars 2027",
    ),
    (
        "maned",
        {"Måneden: måned": "03", "Måneden: år": ""},
        "Velg måned og år.",
        {"Måneden: år": "2027"},
        "mars 2027",
    ),
    (
        "del",
        {"Del av måneden": "medio", "Måneden: måned": "03", "Måneden: år": ""},
        "Velg måned og år.",
        {"Måneden: år": "2027"},
        "medio mars 2027",
    ),
    (
        "maneder",
        {
            f"{end} måned: {part}": value
            for end in ("Første", "Siste")
            for part, value in (("måned", "03"), ("år", "2027"))
        },
        "Siste måned må komme etter første.",
        {"Siste måned: måned": "05"},
        "mars 2027 – mai 2027",
    ),
)
# An event of each precision that any has.
STANDING = {
    one.nar.presisjon: one
    for cycle in DATA.sykluser.values()
    for one in cycle.hendelser
    if one.nar.presisjon != "udatert" and not one.trukket
}
DRAFT_KEY = "kompetanseutvikling/rediger"


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    folder = tmp_path_factory.mktemp("prosjekt")
    shutil.copytree(ROOT / "data", folder / "data")
    return folder


def written(page: Page) -> str:
    return page.locator("#rediger-tekst").input_value()


def told_by(page: Page) -> None:
    page.get_by_label("Hvem har opplyst det?").fill("En prøve")


def test_a_new_address_from_the_link_to_the_data(look, project):
    page = look(f"rediger/#kontakter/{PERSON}")
    field = page.get_by_label("E-postadresse", exact=True)
    expect(field).to_have_value(DATA.kontakter[PERSON].epost)
    field.fill("ny.prove@")
    expect(
        page.get_by_text(
            "«ny.prove@» er ikke en e-postadresse. Skriv den som fornavn.etternavn@eksempel.no."
        )
    ).to_be_visible()
    field.fill("ny.prove@eksempel.no")
    page.get_by_text("Navnet, e-postadressen og telefonnummeret er riktige nå").click()
    told_by(page)
    pair = page.locator(".rediger-par").first
    expect(pair).to_contain_text(DATA.kontakter[PERSON].epost)
    expect(pair).to_contain_text("ny.prove@eksempel.no")
    outcome = send(project, written(page), TODAY)
    assert outcome.code == 0, outcome.wrong
    assert b"  epost: ny.prove@eksempel.no\n" in outcome.files["data/kontakter.yml"]


def test_a_partner_ends_and_another_begins(look, project):
    person = NETWORK.up1(TODAY)[0].person
    page = look(f"rediger/#nettverk/{NETWORK.id}/utviklingspartnere/{person}")
    ends = page.get_by_role("group", name="Når er siste måned eller dag?")
    ends.get_by_label("Måneden: måned").select_option("07")
    ends.get_by_label("Måneden: år").fill("2027")
    page.get_by_role("button", name="Legg til i meldingen").first.click()
    page.get_by_label("Hvem begynner?").fill("Nina Nyansatt-Prøve")
    page.get_by_label("Hvor arbeider personen?").fill("NTNU")
    begins = page.get_by_role("group", name="Fra når?")
    begins.get_by_label("Måneden: måned").select_option("08")
    begins.get_by_label("Måneden: år").fill("2027")
    page.get_by_role("button", name="Legg til i meldingen").last.click()
    told_by(page)
    outcome = send(project, written(page), TODAY)
    assert outcome.code == 0, outcome.wrong
    text = outcome.files[f"data/nettverk/{NETWORK.id}.yml"].decode()
    assert "gjelder: {til: 2027-07}" in text and "person: nina-nyansatt-prove" in text


def fill_in(group: Locator, values: dict[str, str]) -> None:
    for label, value in values.items():
        control = group.get_by_label(label, exact=True)
        if control.evaluate("(el) => el.localName") == "select":
            control.select_option(value)
        else:
            control.fill(value)


def test_an_event_is_moved_as_precisely_as_it_is_known_or_cancelled(look):
    page = look(f"rediger/#{address_of(DATA, EVENT)}")
    for kind, event in (*STANDING.items(), (EVENT.nar.presisjon, EVENT)):
        page.evaluate("(address) => (location.hash = address)", address_of(DATA, event))
        expect(page.get_by_text(f"Nå står det: {event.tid.tekst}.")).to_be_visible()
        chosen = {"klokkeslett": "timer"}.get(kind, kind)
        expect(page.get_by_label("Ny dato: hvor nøyaktig")).to_have_value(chosen)
    date = page.get_by_role("group", name="Ny dato")
    move, cancel = page.get_by_role("button", name="Legg til i meldingen").all()[:2]
    pairs = page.locator(".rediger-par")
    for kind, wrong, message, right, told in PRECISIONS:
        fill_in(date, {"Ny dato: hvor nøyaktig": kind} | wrong)
        move.click()
        expect(date.get_by_role("alert")).to_have_text(message)
        fill_in(date, right)
        move.click()
        expect(pairs).to_have_text([f"Nå {EVENT.tid.tekst}Blir {told}"])
    page.get_by_label("Hvorfor er den avlyst?").fill("Ingen er påmeldt.")
    cancel.click()
    expect(pairs.last).to_contain_text("Blir avlyst: Ingen er påmeldt.")
    page.get_by_role("button", name="Ta bort: ").last.click()
    expect(pairs).to_have_count(1)
    told_by(page)
    months = {"fra_maned": "2027-03", "til_maned": "2027-05"}
    assert json.loads(written(page))["endringer"] == [
        op("flytt", address_of(DATA, EVENT), nar=months, status=EVENT.status)
    ]


def test_a_new_date_and_the_first_of_a_year_that_is_not_made(look):
    page = look(f"rediger/#nettverk/{NETWORK.id}")
    part = fold(page, "Ny dato i nettverket")
    part.get_by_role("button", name="Legg til i meldingen").click()
    expect(page.locator("#rediger-status")).to_have_text("Skriv hva som skjer.")
    expect(part.get_by_text("Velg en av dem.")).to_be_visible()
    part.get_by_label("Hva skjer?").fill("Prøvemøte")
    part.get_by_label("Hvor?").fill("Prøvesalen")
    fill_in(part.get_by_role("group", name="Når?"), {"Dag": "2027-03-03"})
    for group in ("Hva slags?", "Hvem er den for?"):
        part.get_by_role("group", name=group).get_by_role("checkbox").first.check()
    part.get_by_label("Er datoen vedtatt?").select_option("vedtatt")
    part.get_by_role("button", name="Legg til i meldingen").click()
    page.locator("#rediger-sok").fill("ikke laget ennå")
    page.locator("#rediger-treff button").first.click()
    expect(page.locator("#rediger-sok")).to_have_value("")
    year = page.locator("#rediger-oppforing h2").inner_text()
    first = next(one for one in DATA.monster.values() if not one.utgatt)
    page.get_by_label("Hvilken dato er bestemt?").select_option(first.tittel)
    fill_in(page.get_by_role("group", name="Ny dato"), {"Dag": "2027-03-04"})
    page.get_by_role("button", name="Legg til i meldingen").first.click()
    told_by(page)
    new, move = json.loads(written(page))["endringer"]
    assert new["oppforing"] == f"nettverk/{NETWORK.id}/hendelser"
    assert (new["verdi"]["sted"], new["verdi"]["nar"]) == ("Prøvesalen", {"dato": "2027-03-03"})
    assert (move["gjor"], move["nar"]) == ("flytt", {"dato": "2027-03-04"})
    assert page.locator(".rediger-endringer strong").all_inner_texts() == [
        NETWORK.kortnavn,
        f"{year}: {first.tittel}",
    ]


def test_a_network_is_confirmed_line_by_line(look, project):
    page = look(f"rediger/#nettverk/{NETWORK.id}")
    expect(page.locator("#rediger-oppforing")).to_have_css("outline-style", "none")
    boxes = page.get_by_role("checkbox", name="Stemmer: ")
    expect(boxes).not_to_have_count(0)
    page.get_by_role("button", name="Endre: Kommuner: ").click()
    expect(page.locator("#rediger-rest")).to_have_attribute("open", "")
    expect(page.locator("#rediger-rest summary")).to_be_focused()
    for place in range(boxes.count()):
        boxes.nth(place).check()
    told_by(page)
    outcome = send(project, written(page), TODAY)
    assert outcome.code == 0, outcome.wrong
    assert b"  dato: 2026-06-01\n" in outcome.files[f"data/nettverk/{NETWORK.id}.yml"]


def test_the_draft_stays_on_the_device_until_it_is_wiped(look):
    page = look(f"rediger/#kontakter/{PERSON}")
    page.get_by_text("Navnet, e-postadressen og telefonnummeret er riktige nå").click()
    page.reload()
    expect(page.get_by_role("heading", name="Det du melder")).to_be_visible()
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Slett alt").click()
    expect(page.get_by_role("heading", name="Det du melder")).to_be_hidden()
    assert page.evaluate(f"localStorage.getItem('{DRAFT_KEY}')") is None


def fold(page: Page, title: str):
    """A part of the form that one opens."""
    found = page.locator("details", has=page.get_by_text(title, exact=True))
    found.locator("summary").click()
    return found


def test_a_name_is_judged_in_the_words_of_the_program(look, project):
    page = look(f"rediger/#nettverk/{NETWORK.id}")
    part = fold(page, "Ny utviklingspartner (UP1)")
    field = part.get_by_label("Hvem begynner?")
    address, institution = (
        f"nettverk/{NETWORK.id}/utviklingspartnere",
        next(iter(DATA.institusjoner)),
    )
    for name in (
        "kari nordmann",
        "KARI NORDMANN",
        "Kari",
        "Førsteamanuensis Kari Nordmann",
        "Kari Nordmann og Ola Nordmann",
        "Kari Nordmann (vikar)",
        "Anne-Kari O’Hara",
        DATA.kontakter[PERSON].navn[:-1],
    ):
        given = {"person": {"navn": name}, "institusjon": institution, "nar": "2026-05"}
        outcome = send(project, proposal(op("begynner", address, **given), by="En prøve"), TODAY)
        field.fill(name)
        field.blur()
        expect(part.locator(".rediger-feil").first, name).to_have_text(" ".join(outcome.wrong))


def test_who_told_it_is_judged_before_it_is_sent(look, project):
    page = look(f"rediger/#kontakter/{PERSON}")
    page.get_by_text("Navnet, e-postadressen og telefonnummeret er riktige nå").click()
    for who in ("meg", "123", "post@eksempel.no", "A" * 35, DATA.kontakter[PERSON].navn):
        outcome = send(project, proposal(op("bekreft", f"kontakter/{PERSON}"), by=who), TODAY)
        said = outcome.wrong[0].removeprefix("Hvem har opplyst det: ")
        page.get_by_label("Hvem har opplyst det?").fill(who)
        expect(page.locator("#rediger-send li"), who).to_have_text([said])
        expect(page.get_by_role("button", name="Kopier teksten"), who).to_have_count(0)


def test_details_that_nobody_has_looked_over_cannot_be_sent(look):
    page = look(f"rediger/#kontakter/{PERSON}")
    page.get_by_label("E-postadresse", exact=True).fill("ny.prove@eksempel.no")
    told_by(page)
    name = DATA.kontakter[PERSON].navn
    expect(page.locator("#rediger-send li")).to_have_text([f"{name}: {ALL_DETAILS}"])
    page.get_by_text("Navnet, e-postadressen og telefonnummeret er riktige nå").click()
    expect(page.get_by_role("button", name="Kopier teksten")).to_be_visible()


def test_what_is_wrong_is_not_sent_and_stops_what_is_told_beside_it(look):
    page = look(f"rediger/#kontakter/{PERSON}")
    mail = page.get_by_label("E-postadresse", exact=True)
    mail.fill("ny.prove@eksempel.no")
    mail.fill("ny.prove@gmail.com")
    expect(page.get_by_text("«ny.prove@gmail.com» ser ut som en privat adresse.")).to_be_visible()
    expect(page.get_by_role("heading", name="Det du melder")).to_be_hidden()
    page.get_by_text("Navnet, e-postadressen og telefonnummeret er riktige nå").click()
    told_by(page)
    expect(page.locator("#rediger-send li")).to_have_text(
        [
            f"{DATA.kontakter[PERSON].navn}, e-postadresse: «ny.prove@gmail.com» ser ut som en"
            " privat adresse. Vi viser bare jobbadresser."
        ]
    )
    mail.fill("ny.prove@eksempel.no")
    expect(page.get_by_role("button", name="Kopier teksten")).to_be_visible()


def test_a_wrong_text_of_something_new_is_not_left_out_unsaid(look):
    page = look(f"rediger/#nettverk/{NETWORK.id}")
    part = fold(page, "Ny dato i nettverket")
    part.get_by_label("Hva skjer?").fill("En prøve")
    part.get_by_label("Hvor?").fill("<Kantinen>")
    part.get_by_label("Dag", exact=True).fill("2027-02-10")
    for group in ("Hva slags?", "Hvem er den for?"):
        part.get_by_role("group", name=group).get_by_role("checkbox").first.check()
    part.get_by_label("Er datoen vedtatt?").select_option("vedtatt")
    part.get_by_role("button", name="Legg til i meldingen").click()
    expect(part.get_by_label("Hvor?")).to_be_focused()
    expect(page.get_by_role("heading", name="Det du melder")).to_be_hidden()
    part.get_by_label("Hvor?").fill("Kantinen")
    part.get_by_role("button", name="Legg til i meldingen").click()
    expect(page.locator("#rediger-endringer")).to_contain_text("En prøve, 10. februar 2027")


def test_who_begins_is_judged_as_the_program_does(look):
    page = look(f"rediger/#nettverk/{NETWORK.id}")
    seat, up1 = DATA.kontakter[NETWORK.representant.person].navn, NETWORK.up1(TODAY)[0].person
    for title, what, who in (
        ("Ny representant", "representant", seat),
        ("Ny utviklingspartner (UP1)", "utviklingspartnere", DATA.kontakter[up1].navn),
    ):
        part = fold(page, title)
        part.get_by_label("Hvem begynner?").fill(who)
        part.get_by_label("Hvem begynner?").blur()
        said = ALREADY[what].format(who=who, network=NETWORK.kortnavn)
        expect(part.get_by_text(said)).to_be_visible()
    part = page.locator("details", has=page.get_by_text("Ny representant", exact=True))
    part.get_by_label("Hvem begynner?").fill("Nina Nyansatt-Prøve")
    part.get_by_label("Måneden: måned").select_option("07")
    part.get_by_label("Måneden: år").fill("2026")
    part.get_by_role("button", name="Legg til i meldingen").click()
    expect(part.get_by_text(LATER.format("juli 2026"))).to_be_visible()
    expect(page.get_by_role("heading", name="Det du melder")).to_be_hidden()


def test_an_audience_is_ticked_and_not_typed(look, project):
    cycle, event = next(
        (one.id, row)
        for one in DATA.sykluser.values()
        for row in one.hendelser
        if row.malgruppe == ("samarbeidsforum",)
    )
    page = look(f"rediger/#sykluser/{cycle}/hendelser/{event.id}")
    part = fold(page, "Rett teksten")
    audience = part.get_by_role("group", name="Målgruppe")
    audience.get_by_role("checkbox").nth(1).check()
    audience.get_by_role("checkbox").last.uncheck()
    told_by(page)
    outcome = send(project, written(page), TODAY)
    assert outcome.code == 0, outcome.wrong
    assert any(" målgruppe " in line for line in outcome.changes)


def test_the_digits_of_an_organisation_must_fit_together(look):
    network, school = next(
        (one, school) for one in DATA.nettverk.values() for school in one.friskoler if school.orgnr
    )
    page = look(f"rediger/#nettverk/{network.id}/friskoler/{school.id}")
    wrong = f"{school.orgnr[:-2]}{school.orgnr[-1]}{school.orgnr[-2]}"
    page.get_by_label("Organisasjonsnummer", exact=True).fill(wrong)
    expect(
        page.get_by_text(
            f"«{wrong}» har ni sifre, men de passer ikke sammen: ett er feil, eller to er byttet"
            " om. Skriv det av på nytt fra Enhetsregisteret."
        )
    ).to_be_visible()


def test_without_javascript_the_page_leads_on(look):
    page = look("rediger/", javascript=False)
    expect(page.get_by_text("Skjemaet trenger JavaScript")).to_be_visible()
    expect(page.get_by_label("Søk etter person")).to_be_hidden()
    expect(page.get_by_role("heading", name="Noe annet er feil")).to_be_visible()


def test_the_page_is_light_beside_its_data(look, asked, real_site):
    expect(look("rediger/").get_by_role("button", name="Nytt begrep")).to_be_visible()
    paths = {urlsplit(address).path.removeprefix("/") for address in asked}
    assert FORM_DATA in paths
    files = [
        real_site / path / "index.html" if path.endswith("/") else real_site / path
        for path in paths - {FORM_DATA}
    ]
    assert sum(len(gzip.compress(file.read_bytes())) for file in files) < 40_000


def test_a_new_term_by_a_new_document(look, project):
    page = look("rediger/")
    page.get_by_role("button", name="Nytt begrep").click()
    page.get_by_label("Ordet eller uttrykket").fill("Prøveord")
    page.get_by_label("Forklaringen i én setning").fill("Et ord: bare til prøve.")
    page.get_by_role("button", name="Legg til i meldingen").click()
    part = fold(page, "Står det i et dokument som ikke er i listen?")
    for label, text in (
        ("Tittelen på dokumentet", "Dokument til prøve"),
        ("Kortnavn", "Prøvedokumentet"),
        ("Hvem har gitt det ut?", "Ingen"),
        ("Måneden: år", "2026"),
    ):
        part.get_by_label(label, exact=True).fill(text)
    part.get_by_label("Måneden: måned").select_option("05")
    part.get_by_role("button", name="Bruk dokumentet").click()
    expect(page.get_by_text("Dokument til prøve (Ingen, mai 2026)")).to_be_visible()
    outcome = send(project, written(page), TODAY)
    assert outcome.code == 0, outcome.wrong
    assert b"\nproveord:\n  term: Pr\xc3\xb8veord\n" in outcome.files["data/begreper.yml"]
    assert b"\nprovedokumentet:\n  tittel: Dokument til pr" in outcome.files["data/kilder.yml"]
