"""The forms in a real browser: what is written is kept on the device, printed, downloaded and
wiped, and is sent nowhere.
"""

import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from browsing import reopen
from conftest import ROOT
from docx import Document
from docx.oxml.ns import qn
from playwright.sync_api import Page, expect

from macros.exports.docx_controls import W14
from macros.reading.load import load

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
FORM, NYNORSK = "maler/behovsmelding/fyll-ut/", "maler/behovsmelding/nn/fyll-ut/"
KEY = "kompetanseutvikling/maler/behovsmelding"
LONG = (
    'Første linje\nAndre linje med æ, ø, å, <b> & "anførsel" 🎓\n' + "Et svar som er langt. " * 60
)
ENTRY = (
    *("date_time", "flag_bits", "create_version", "extract_version", "extra", "comment"),
    *("compress_type", "volume", "internal_attr", "external_attr"),
)
FORMS = [
    f"maler/{id}/{'nn/' if sprak == 'nn' else ''}fyll-ut/"
    for id, mal in load(ROOT).data.maler.items()
    if mal.fyll_ut
    for sprak in mal.sprak
]


def fill_in(page: Page) -> None:
    """Something of every kind, and a row more than the form has."""
    page.get_by_label("Eier (kommune, fylkeskommune eller friskole)").fill("Eksempelby kommune")
    page.get_by_label("Hvilken kompetanse trenger dere?").fill(LONG)
    page.get_by_label("Ikke ennå").check()
    page.get_by_label("Tema eller tiltak (hva), rad 1").fill("Lesing")
    page.get_by_role("button", name="Legg til en rad").click()
    page.keyboard.type("Regning")


def kept(page: Page) -> dict:
    return page.evaluate(f"JSON.parse(localStorage.getItem('{KEY}'))")


def texts(document) -> dict[str, str]:
    """What stands in each content control, by its tag; the header's too."""
    parts = [document.element, *(section.header._element for section in document.sections)]
    return {
        control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}").get(qn("w:val")): "".join(
            "\n" if piece.tag == qn("w:br") else piece.text or ""
            for piece in control.iter(qn("w:t"), qn("w:br"))
        )
        for part in parts
        for control in part.iter(qn("w:sdt"))
    }


def downloaded(page: Page) -> bytes:
    """The document that the button makes."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Last ned som Word-fil").click()
    assert waiting.value.suggested_filename.endswith("-utfylt.docx")
    return Path(waiting.value.path()).read_bytes()


@pytest.fixture(scope="module")
def filled(window, address):
    """The document of a form with something of every kind in it."""
    page = reopen(window.page, address + FORM)
    fill_in(page)
    document = downloaded(page)
    page.evaluate("localStorage.clear()")
    return document


def test_what_is_written_is_kept_and_sent_nowhere(look, asked):
    page = look(FORM)
    page.wait_for_load_state("networkidle")
    before = set(asked)
    fill_in(page)
    expect(page.get_by_role("status")).to_have_text("Lagret på denne enheten.")
    assert kept(page) == {
        "eier": "Eksempelby kommune",
        "behov": LONG,
        "kontakt": "1",
        "prioritert.0.tiltak": "Lesing",
        "prioritert.4.tiltak": "Regning",
    }
    page.pdf()
    assert set(asked) == before
    page.reload()
    assert page.get_by_label("Hvilken kompetanse trenger dere?").input_value() == LONG
    assert page.get_by_label("Ikke ennå").is_checked()
    assert page.get_by_label("Tema eller tiltak (hva), rad 5").input_value() == "Regning"
    assert page.get_by_label("Tema eller tiltak (hva), rad 6").count() == 0
    assert page.context.cookies() == []


def test_what_is_filled_in_here_says_of_its_scheme_what_the_empty_document_says(filled, real_site):
    filled, empty = (
        [paragraph.text for paragraph in Document(BytesIO(document)).paragraphs]
        for document in (filled, (real_site / "maler/behovsmelding.docx").read_bytes())
    )
    ended = [text for text in empty if "avsluttet" in text]
    assert ended and set(ended) <= set(filled)


def test_the_two_written_forms_are_one_form(look, address):
    page = look(FORM)
    fill_in(page)
    page.goto(address + NYNORSK)
    assert page.get_by_label("Kva kompetanse treng de?").input_value() == LONG
    assert page.get_by_label("Ikkje enno").is_checked()
    assert page.locator(".skjema").get_attribute("lang") == "nn"


def test_another_tab_shows_the_same(look, address):
    page = look(FORM)
    other = page.context.new_page()
    other.goto(address + FORM)
    page.get_by_label("Kontaktperson hos eieren").fill("Kari")
    expect(other.get_by_label("Kontaktperson hos eieren")).to_have_value("Kari")
    other.close()


def test_everything_is_wiped_once_it_is_confirmed(look):
    page = look(FORM)
    fill_in(page)
    asked = []
    page.once("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    page.get_by_role("button", name="Slett alt").click()
    assert asked == [
        "Vil du slette alt du har skrevet i dette skjemaet? Det kan ikke angres."
    ] and kept(page)
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Slett alt").click()
    assert page.evaluate("localStorage.length") == 0
    expect(page.get_by_role("status")).to_have_text("Alt er slettet fra denne enheten.")
    assert page.get_by_label("Tema eller tiltak (hva), rad 5").count() == 0
    page.reload()
    assert page.get_by_label("Hvilken kompetanse trenger dere?").input_value() == ""
    assert not page.get_by_label("Ikke ennå").is_checked()


def test_the_downloaded_document_holds_what_was_written(look, asked, address):
    page = look(FORM)
    fill_in(page)
    page.get_by_label("Kontaktperson hos eieren").fill("Kari\u0002 \ufffe")
    page.locator("[name=nettverk]").fill(" ")
    # A table with a name that another's ends with: no row of the one is the other's.
    page.locator(".skjema-ark").evaluate(
        "(form) => form.append(Object.assign(document.createElement('textarea'),"
        " { name: 'tert.9.tiltak', value: 'x' }))"
    )
    before = len(asked)
    content = downloaded(page)
    assert [url for url in asked[before:] if not url.startswith("blob:")] == [
        f"{address}maler/behovsmelding.docx"
    ]
    file = ZipFile(BytesIO(content))
    assert file.testzip() is None
    assert {tuple(getattr(entry, told) for told in ENTRY) for entry in file.filelist} == {
        ((1980, 1, 1, 0, 0, 0), 0x800, 20, 20, b"", b"", 0, 0, 0, 0)
    }
    document = Document(BytesIO(content))
    found = texts(document)
    assert (
        found["eier"] == "Eksempelby kommune"
        and found["behov"] == LONG
        and found["kontaktperson"] == "Kari "
    )
    assert (
        found["prioritert.0.tiltak"],
        found["prioritert.4.tiltak"],
        found["prioritert.4.hvem"],
    ) == ("Lesing", "Regning", "Skriv her")
    assert "prioritert.5.tiltak" not in found
    assert (found["kontakt.0"], found["kontakt.1"]) == ("☐", "☒")
    assert re.fullmatch(r"\d\d\.\d\d\.20\d\d", found["_dato"]) and found["nettverk"] == "Skriv her"
    assert [mark.get(f"{{{W14}}}val") for mark in document.element.iter(f"{{{W14}}}checked")] == [
        "0",
        "1",
    ]
    numbers = [mark.get(qn("w:val")) for mark in document.element.iter(qn("w:id"))]
    assert len(numbers) == len(set(numbers))


@pytest.mark.skipif(
    not OFFICE,
    reason="LibreOffice er ikke installert: det utfylte dokumentet er bare åpnet med python-docx",
)
def test_libreoffice_reads_the_lines_of_an_answer_in_their_order(filled, tmp_path):
    (tmp_path / "utfylt.docx").write_bytes(filled)
    subprocess.run(
        [
            OFFICE,
            "--headless",
            f"-env:UserInstallation=file://{tmp_path}/profil",
            "--convert-to",
            "txt:Text (encoded):UTF8",
            "--outdir",
            str(tmp_path),
            str(tmp_path / "utfylt.docx"),
        ],
        capture_output=True,
        timeout=300,
        check=True,
    )
    assert LONG.strip() in (tmp_path / "utfylt.txt").read_text("utf-8-sig").replace("\r", "")


def test_an_empty_form_downloads_the_empty_document(look, address):
    page = look("maler/skriveramme/nn/fyll-ut/")
    found = texts(Document(BytesIO(downloaded(page))))
    assert {text for tag, text in found.items() if tag != "_dato"} == {"Skriv her"}


def test_a_download_that_fails_says_so_and_keeps_the_answers(visit):
    page = visit(FORM).page
    fill_in(page)
    page.context.set_offline(True)
    page.get_by_role("button", name="Last ned som Word-fil").click()
    expect(page.get_by_role("status")).to_have_text(
        "Word-filen kunne ikke lages. Prøv igjen når du har nett, eller skriv ut."
    )
    assert kept(page)["behov"] == LONG


def test_a_browser_that_keeps_nothing_is_told_of(chromium, address):
    page = chromium.new_context().new_page()
    page.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"
    )
    page.goto(address + FORM)
    page.get_by_label("Kontaktperson hos eieren").fill("Kari")
    expect(page.get_by_role("status")).to_have_text(
        "Nettleseren lar oss ikke lagre. Skriv ut eller last ned før du lukker siden."
    )
    page.context.close()


def test_damaged_memory_gives_an_empty_form(look):
    page = look(FORM)
    for broken in ("{", "null", "[1]", '"x"', '{"prioritert.x.tiltak": "a", "finnes-ikke": "b"}'):
        page.evaluate("([key, value]) => localStorage.setItem(key, value)", [KEY, broken])
        look(FORM)  # a page that is reloaded has its fields as they were
        page.get_by_label("Kontaktperson hos eieren").fill("Kari")
        assert kept(page) == {"kontaktperson": "Kari"}, broken


def test_a_row_that_nobody_made_opens_no_endless_table(look):
    page = look(FORM)
    name = page.locator("table textarea").first.get_attribute("name")
    rows = page.locator("table tbody tr").count()
    forged = f'{{"{name.replace(".0.", ".99999999.")}": "x"}}'
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [KEY, forged])
    page.reload()
    assert page.locator("table tbody tr").count() == rows


def test_what_is_written_before_the_script_has_come_stays(visit):
    page, held = visit(FORM).page, []
    page.get_by_label("Kontaktperson hos eieren").fill("Kari")
    page.route("**/skjema.*.js", lambda route: held.append(route))
    with page.expect_request("**/skjema.*.js"):
        page.goto(page.url, wait_until="commit")
    page.get_by_label("Eier (kommune, fylkeskommune eller friskole)").fill("Eksempelby kommune")
    page.get_by_label("Ikke ennå").check()
    held.pop().continue_()
    expect(page.get_by_label("Kontaktperson hos eieren")).to_have_value("Kari")
    expect(page.get_by_label("Eier (kommune, fylkeskommune eller friskole)")).to_have_value(
        "Eksempelby kommune"
    )
    assert set(kept(page)) == {"kontaktperson", "eier", "kontakt"}


@pytest.mark.parametrize("path", FORMS)
def test_every_field_has_a_name_and_can_be_reached_with_the_keyboard(look, path):
    page = look(path, width=320)
    assert (
        page.locator(".skjema :is(input, textarea)").evaluate_all(
            "els => els.filter((el) => !el.labels?.length && !el.ariaLabel).length"
        )
        == 0
    )
    wanted = page.locator(
        ".skjema :is(input:not([type=radio]), textarea, button)"
    ).count() + page.evaluate(
        "new Set([...document.querySelectorAll('.skjema input[type=radio]')].map((el) =>"
        " el.name)).size"
    )
    page.locator(".skjema :is(input, textarea)").first.focus()
    page.locator("button[data-slett]").evaluate(
        "(last) => { last.onfocus = () => { window.reached = true } }"
    )
    parts = (
        4 * page.locator(".skjema input[type=date]").count()
    )  # a date may have a stop for each of its parts
    page.keyboard.press("+".join(["Tab"] * (wanted - 1 + parts)))  # held down, it goes on
    assert page.evaluate("window.reached")


def test_without_a_script_other_ways_are_offered(look):
    page = look(FORM, javascript=False)
    assert page.get_by_text("Skjemaet trenger JavaScript").is_visible()
    assert (
        page.locator(".skjema-ark").is_hidden()
        and page.get_by_text("lagres bare på denne enheten").is_hidden()
    )
    assert page.get_by_role("link", name="Last ned tom Word-fil").is_visible()
