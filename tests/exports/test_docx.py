"""The Word documents: everything of the templates is in them, each place to fill in is a control,
and the bytes never change by themselves.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest
from conftest import EXAMPLE, ROOT
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from lxml.etree import fromstring, indent, tostring

from macros.exports.docx import FILLED_IN, LANGUAGES, template_docx
from macros.exports.docx_controls import LONGEST_TITLE, W14, checkbox_control
from macros.model.maler import Felt, Mal
from macros.model.maler_ord import fra_og_til, ordene
from macros.model.malform import MalMerknad, Sprak, Tekster
from macros.reading.load import load

DATA = {root: load(root).data for root in (ROOT, EXAMPLE)}
DOCUMENTS = [
    pytest.param(root, id, sprak, id=f"{id}-{sprak}")
    for root, data in DATA.items()
    for id, mal in data.maler.items()
    for sprak in mal.sprak
]
TODAY = date(2026, 11, 1)
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
FINGERPRINT = """
import hashlib, sys
from datetime import date
from pathlib import Path
from macros.exports.docx import template_docx
from macros.reading.load import load
data = load(Path(sys.argv[1])).data
today = date(2026, 11, 1)
for id, mal in data.maler.items():
    for sprak in mal.sprak:
        print(id, sprak, hashlib.sha256(template_docx(data, mal, sprak, today, "n")).hexdigest())
"""


def made(root: Path, id: str, sprak: Sprak) -> bytes:
    return template_docx(DATA[root], DATA[root].maler[id], sprak, TODAY, "n")


def opened(root: Path, id: str, sprak: Sprak) -> tuple[Mal, WordDocument]:
    return DATA[root].maler[id], Document(BytesIO(made(root, id, sprak)))


def wanted_tags(felt: Felt) -> list[str]:
    """The tags of a field's controls, as the form in the browser names them."""
    if felt.slag == "valg":
        return [f"{felt.id}.{number}" for number in range(len(felt.alternativer))]
    if felt.slag == "tabell":
        return [f"{felt.id}.{row}.{column.id}" for row in felt.plass for column in felt.kolonner]
    return [felt.id]


PARTS = ("document.xml", "styles.xml", "header1.xml", "footer1.xml")


def test_a_document_looks_as_it_did(golden):
    """Every measure, border and colour, on the lines that the parts of the document would have."""
    with ZipFile(BytesIO(made(EXAMPLE, "provemal", "nb"))) as packed:
        roots = [fromstring(packed.read(f"word/{part}")) for part in PARTS]
    for root in roots:
        for names in list(root.iter(qn("w:latentStyles"))):  # Word's own list, of what is not here
            names.getparent().remove(names)
        indent(root)
    golden("provemal.docx.xml", "\n".join(tostring(root, encoding="unicode") for root in roots))


@pytest.mark.parametrize(("root", "id", "sprak"), DOCUMENTS)
def test_every_text_of_the_template_is_in_the_document(root, id, sprak):
    mal, document = opened(root, id, sprak)
    text = "\n".join(
        "".join(piece.text or "" for piece in paragraph.iter(qn("w:t")))
        for paragraph in document.element.iter(qn("w:p"))
    )
    texts = [record.i(sprak) for record in mal.walk() if isinstance(record, Tekster)]
    assert len(texts) > 15 and [missing for missing in texts if missing not in text] == []
    for caution in (record for record in mal.walk() if isinstance(record, MalMerknad)):
        assert (caution.i(sprak) in text) == caution.viktig, "only what changes what one does"


@pytest.mark.parametrize(("root", "id", "sprak"), DOCUMENTS)
def test_a_document_says_what_it_is_from_that_it_has_ended_and_where_news_is(root, id, sprak):
    mal, document = opened(root, id, sprak)
    age = f"{fra_og_til(mal, DATA[root].ordninger, TODAY, sprak)} {ordene(sprak)['nytt']}: n"
    assert all(DATA[root].ordninger[id].kortnavn in age for id in mal.ordning)
    assert age in [paragraph.text for paragraph in document.paragraphs]
    assert age == document.sections[0].footer.paragraphs[1].text


def test_nobody_is_told_to_send_the_form_of_a_scheme_that_has_ended():
    mal, data = DATA[EXAMPLE].maler["provemal"], DATA[EXAMPLE]
    while_it_ran = template_docx(data, mal, "nb", date(2025, 6, 1), "n")
    sent, ended = ordene("nb")["forbereder"], ordene("nb")["skjema_avsluttet"]
    before = [paragraph.text for paragraph in Document(BytesIO(while_it_ran)).paragraphs]
    after = [paragraph.text for paragraph in opened(EXAMPLE, "provemal", "nb")[1].paragraphs]
    assert f"{ordene('nb')['uoffisiell']}: {sent}" in before
    assert f"{ordene('nb')['uoffisiell']}: {ended}" in after
    assert not any(sent in text for text in after)


@pytest.mark.parametrize(("root", "id", "sprak"), DOCUMENTS)
def test_no_heading_and_no_name_of_a_field_can_end_a_page(root, id, sprak):
    _, document = opened(root, id, sprak)
    for paragraph in document.paragraphs:
        style = paragraph.style
        if style.name.startswith("Heading") or style.name == "Ledetekst":
            assert style.paragraph_format.keep_with_next
    for table in document.tables:
        heads = [cell.paragraphs[0] for cell in table.rows[0].cells]
        assert all(head.paragraph_format.keep_with_next for head in heads)


@pytest.mark.parametrize(("root", "name", "sprak"), DOCUMENTS)
def test_sections_are_headings_at_their_level(root, name, sprak):
    mal, document = opened(root, name, sprak)
    found = [
        (paragraph.style.name, paragraph.text.split(" (val")[0])
        for paragraph in document.paragraphs
        if paragraph.style.name.startswith(("Title", "Heading"))
    ]
    start = [("Heading 1", ordene(sprak)["for_start"])] if mal.for_start else []
    inner = {id(indre) for del_ in mal.deler for indre in del_.deler}
    sections = [
        (f"Heading {2 if id(del_) in inner else 1}", del_.tittel.i(sprak))
        for del_ in mal.alle_deler()
    ]
    assert found == [("Title", mal.tittel.i(sprak)), *start, *sections]


@pytest.mark.parametrize(("root", "id", "sprak"), DOCUMENTS)
def test_every_field_is_a_control_with_its_tag_and_a_name(root, id, sprak):
    mal, document = opened(root, id, sprak)
    controls = list(document.element.iter(qn("w:sdtPr")))
    assert [one.find(qn("w:tag")).get(qn("w:val")) for one in controls] == [
        tag for felt in mal.alle_felt() for tag in wanted_tags(felt)
    ]
    assert all(
        0 < len(one.find(qn("w:alias")).get(qn("w:val"))) <= LONGEST_TITLE for one in controls
    )
    boxes = sum(
        1 if felt.slag == "kryss" else len(felt.alternativer)
        for felt in mal.alle_felt()
        if felt.slag in ("kryss", "valg")
    )
    assert len(list(document.element.iter(f"{{{W14}}}checkbox"))) == boxes
    assert len(list(document.element.iter(qn("w:date")))) == sum(
        felt.slag == "dato" for felt in mal.alle_felt()
    )
    numbers = [
        mark.get(qn("w:val"))
        for part in (document.element, document.sections[0].header._element)
        for mark in part.iter(qn("w:id"))
    ]
    assert len(numbers) == len(set(numbers))


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("a" * 64, "a" * 64),
        ("abc " * 15 + "de fg", "abc " * 15 + "…"),
        ("abc " * 15 + "d efg", "abc " * 15 + "d …"),
    ],
)
def test_a_title_that_is_too_long_for_word_ends_between_two_words(title, shown):
    [alias] = checkbox_control(1, "a", title).iter(qn("w:alias"))
    assert alias.get(qn("w:val")) == shown


@pytest.mark.parametrize(("root", "id", "sprak"), DOCUMENTS)
def test_language_title_header_and_footer(root, id, sprak):
    mal, document = opened(root, id, sprak)
    told = document.core_properties
    assert (told.title, told.subject, told.language, told.author) == (
        mal.tittel.i(sprak),
        mal.kort.i(sprak),
        LANGUAGES[sprak],
        "",
    )
    assert {mark.get(qn("w:val")) for mark in document.styles.element.iter(qn("w:lang"))} == {
        LANGUAGES[sprak]
    }
    settings = document.settings.element
    [theme] = settings.iter(qn("w:themeFontLang"))
    assert theme.get(qn("w:val")) == LANGUAGES[sprak]
    assert [
        one.get(qn("w:val"))
        for one in settings.iter(qn("w:compatSetting"))
        if one.get(qn("w:name")) == "compatibilityMode"
    ] == ["15"]
    header, footer = document.sections[0].header, document.sections[0].footer.paragraphs[0].text
    assert header.paragraphs[0].text.startswith(f"{mal.tittel.i(sprak)}\tDato: ")
    assert [tag.get(qn("w:val")) for tag in header._element.iter(qn("w:tag"))] == [FILLED_IN]
    assert ("offisielt skjema" in footer) == bool(mal.skjema) and DATA[root].kilder[
        mal.kilde[0]
    ].kort in footer
    assert round(document.sections[0].page_width.mm) == 210


@pytest.mark.parametrize(("root", "id", "sprak"), DOCUMENTS)
def test_heads_of_tables_repeat_and_nothing_is_laid_out_with_blanks(root, id, sprak):
    _, document = opened(root, id, sprak)
    for table in document.tables:
        heads = [bool(list(row._tr.iter(qn("w:tblHeader")))) for row in table.rows]
        assert heads == [True] + [False] * (len(heads) - 1)
        assert (
            all(cell.text for cell in table.rows[0].cells)
            and table._tbl.tblPr.find(qn("w:tblCaption")) is not None
        )
    assert [
        text.text for text in document.element.iter(qn("w:t")) if "  " in (text.text or "")
    ] == []
    assert [
        paragraph
        for paragraph in document.element.iter(qn("w:p"))
        if not list(paragraph.iter(qn("w:t")))
    ] == []


def test_the_bytes_are_the_same_in_any_time_zone_and_with_any_hash_seed():
    elsewhere = {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": "1"}
    there = subprocess.run(
        [sys.executable, "-c", FINGERPRINT, str(ROOT)],
        env=os.environ | elsewhere,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    here = "".join(
        f"{id} {sprak} {hashlib.sha256(made(ROOT, id, sprak)).hexdigest()}\n"
        for id, mal in DATA[ROOT].maler.items()
        for sprak in mal.sprak
    )
    assert there == here


def test_a_document_states_no_time_and_is_not_compressed():
    with ZipFile(BytesIO(made(ROOT, "skriveramme", "nb"))) as file:
        assert file.namelist()[0] == "[Content_Types].xml"
        assert {
            (entry.date_time, entry.compress_type, entry.create_system) for entry in file.infolist()
        } == {((1980, 1, 1, 0, 0, 0), ZIP_STORED, 0)}
        assert b"dcterms:created" not in file.read(
            "docProps/core.xml"
        ) and b"dcterms:modified" not in file.read("docProps/core.xml")
        assert not [name for name in file.namelist() if "thumbnail" in name]


@pytest.mark.skipif(
    not OFFICE, reason="LibreOffice er ikke installert: Word-filene er bare åpnet med python-docx"
)
def test_libreoffice_opens_every_document(tmp_path):
    for root, id, sprak in (case.values for case in DOCUMENTS):
        (tmp_path / f"{root.name}-{id}-{sprak}.docx").write_bytes(made(root, id, sprak))
    files = sorted(tmp_path.glob("*.docx"))
    subprocess.run(
        [
            OFFICE,
            "--headless",
            f"-env:UserInstallation=file://{tmp_path}/profil",
            "--convert-to",
            "pdf",
            "--outdir",
            str(tmp_path),
            *map(str, files),
        ],
        capture_output=True,
        timeout=300,
        check=True,
    )
    assert [
        file for file in files if not file.with_suffix(".pdf").read_bytes().startswith(b"%PDF")
    ] == []
