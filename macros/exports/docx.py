"""A template as a Word document to fill in: real headings, tables whose heads repeat, content
controls tagged with their fields.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from io import BytesIO
from itertools import count

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from macros.exports.docx_controls import checkbox_control, date_control, text_control
from macros.exports.docx_look import (
    ADVICE,
    ANSWER,
    LABEL,
    NOTE,
    TEXT_WIDTH,
    TICK,
    dress_document,
    head_and_foot,
)
from macros.exports.docx_package import describe, drop_leftovers, to_bytes
from macros.model.data import Data
from macros.model.maler import Del, Felt, Mal
from macros.model.maler_ord import fra_og_til, ordene
from macros.model.malform import Sprak
from macros.model.plain_text import spelled_out

LANGUAGES = {"nb": "nb-NO", "nn": "nn-NO"}
# The tag of the date in the header: no field can have it, since ids begin with a letter or a digit.
FILLED_IN = "_dato"


@dataclass
class Sheet:
    """A document being written, in one of the written forms; its controls are numbered as they
    come.
    """

    document: WordDocument
    sprak: Sprak
    numbers: count = field(default_factory=lambda: count(1))

    @property
    def words(self) -> Mapping[str, str]:
        return ordene(self.sprak)

    @cached_property
    def styles(self) -> Mapping[str, str]:
        """Style ids by name. python-docx looks through all styles for each paragraph that it gives
        one.
        """
        return {style.name: style.style_id for style in self.document.styles}

    def paragraph(self, style: str | None = None) -> Paragraph:
        made = self.document.add_paragraph()
        if style:
            made._p.style = self.styles[style]
        return made

    def line(self, text: str, style: str | None = None, lead: str = "") -> Paragraph:
        """A paragraph; `lead` stands before it in bold."""
        paragraph = self.paragraph(style)
        if lead:
            paragraph.add_run(f"{lead}: ").bold = True
        paragraph.add_run(spelled_out(text))
        return paragraph

    def text(self, paragraph: Paragraph, tag: str, title: str, answer: str | None = None) -> None:
        """A place to write, at the end of a paragraph."""
        paragraph._p.append(
            text_control(next(self.numbers), tag, title, self.words["skriv_her"], answer)
        )

    def date(self, paragraph: Paragraph, tag: str, title: str) -> None:
        """A place for a date, at the end of a paragraph."""
        paragraph._p.append(
            date_control(
                next(self.numbers), tag, title, self.words["velg_dato"], LANGUAGES[self.sprak]
            )
        )

    def tick(self, tag: str, title: str) -> Paragraph:
        paragraph = self.paragraph(TICK)
        paragraph._p.append(checkbox_control(next(self.numbers), tag, title))
        paragraph.add_run(f"\t{title}")
        return paragraph


def template_docx(data: Data, mal: Mal, sprak: Sprak, today: date, news: str) -> bytes:
    """The whole document. The same template gives the same bytes.

    `news` is the address where one reads what applies now.
    """
    return _written(
        mal,
        sprak,
        tuple(data.kilder[id].kort for id in mal.kilde),
        f"{fra_og_til(mal, data.ordninger, today, sprak)} {ordene(sprak)['nytt']}: {news}",
        mal.er_avsluttet(data.ordninger, today),
    )


@cache
def _written(mal: Mal, sprak: Sprak, sources: tuple[str, ...], age: str, ended: bool) -> bytes:
    """Written once while a program runs, so that `serve` need not write what nobody has changed."""
    sheet = Sheet(Document(BytesIO(_dressed(LANGUAGES[sprak]))), sprak)
    title = mal.tittel.i(sprak)
    describe(sheet.document, title, mal.kort.i(sprak), LANGUAGES[sprak])
    header = head_and_foot(
        sheet.document,
        title,
        _source_line(mal, sources, sheet.words),
        age,
        sheet.words["side"],
        sheet.words["av"],
    )
    header.add_run(f"{sheet.words['dato']}: ")
    sheet.date(header, FILLED_IN, sheet.words["dato"])
    _about_form(mal, age, ended, sheet)
    for del_ in mal.deler:
        _section(del_, sheet, 1)
    return to_bytes(sheet.document)


@cache
def _dressed(language: str) -> bytes:
    """An empty document with our looks, made once for all templates in the language."""
    document, made = Document(), BytesIO()
    drop_leftovers(document)
    dress_document(document, language)
    document.save(made)
    return made.getvalue()


def _source_line(mal: Mal, sources: Iterable[str], words: Mapping[str, str]) -> str:
    parts = [words["uoffisiell"]] if mal.skjema else []
    return " · ".join([*parts, f"{words['kilde']}: {', '.join(sources)}"])


def _about_form(mal: Mal, age: str, ended: bool, sheet: Sheet) -> None:
    words, sprak = sheet.words, sheet.sprak
    sheet.line(mal.tittel.i(sprak), "Title")
    sheet.line(mal.kort.i(sprak))
    sheet.line(age, NOTE)
    if mal.skjema:
        sheet.line(words["skjema_avsluttet" if ended else "forbereder"], NOTE, words["uoffisiell"])
    sheet.line(mal.hvem.i(sprak), lead=words["for_hvem"])
    sheet.line(mal.nar.i(sprak), lead=words["nar"])
    _told_aside(mal, sheet)
    if mal.for_start:
        sheet.line(words["for_start"], "Heading 1")
    for text in mal.for_start:
        sheet.line(text.i(sprak), "List Bullet")


def _section(del_: Del, sheet: Sheet, level: int) -> None:
    words, sprak = sheet.words, sheet.sprak
    sheet.line(_optional(del_.tittel.i(sprak), del_.valgfri, words["valgfri"]), f"Heading {level}")
    leads_on = bool(del_.punkter or del_.felt)
    for text in del_.tekst:
        sheet.line(text.i(sprak)).paragraph_format.keep_with_next = leads_on
    for text in del_.punkter:
        sheet.line(text.i(sprak), "List Bullet")
    for felt in del_.felt:
        _form_field(felt, sheet)
    for text in del_.etter:
        sheet.line(text.i(sprak))
    for number, text in enumerate(del_.rad):
        sheet.line(text.i(sprak), ADVICE, "" if number else words["rad"])
    for inner in del_.deler:
        _section(inner, sheet, level + 1)
    _told_aside(del_, sheet)


def _told_aside(record: Mal | Del, sheet: Sheet) -> None:
    """Those that change what one does; how a source is printed stands on the page alone."""
    for merknad in record.merknader:
        if merknad.viktig:
            sheet.line(merknad.i(sheet.sprak), NOTE, sheet.words["merk"])


def _optional(text: str, optional: bool, word: str) -> str:
    return f"{text} ({word})" if optional else text


def _form_field(felt: Felt, sheet: Sheet) -> None:
    name = felt.navn.i(sheet.sprak)
    if felt.slag == "kryss":
        sheet.tick(felt.id, name)
        return
    sheet.line(_optional(name, felt.valgfri, sheet.words["valgfritt"]), LABEL)
    for text in felt.hjelp:
        sheet.line(text.i(sheet.sprak), "List Bullet").paragraph_format.keep_with_next = True
    if felt.slag == "valg":
        for number, answer in enumerate(felt.alternativer, 1):
            box = sheet.tick(f"{felt.id}.{number - 1}", answer.i(sheet.sprak))
            box.paragraph_format.keep_with_next = number < len(felt.alternativer)
    elif felt.slag == "tabell":
        _form_table(felt, sheet)
    elif felt.slag == "dato":
        sheet.date(sheet.paragraph(ANSWER), felt.id, name)
    else:
        sheet.text(sheet.paragraph(ANSWER), felt.id, name, felt.utfylt)


def _form_table(felt: Felt, sheet: Sheet) -> None:
    """Equal columns; the head repeats on each page, and no row is split between two."""
    table = sheet.document.add_table(
        rows=1 + len(felt.plass), cols=len(felt.kolonner), style="Table Grid"
    )
    for head, kolonne in zip(table.rows[0].cells, felt.kolonner, strict=False):
        head.paragraphs[0].add_run(kolonne.navn.i(sheet.sprak)).bold = True
        head.paragraphs[0].paragraph_format.keep_with_next = True
    for number, row in enumerate(list(table.rows)[1:]):
        for cell, kolonne in zip(row.cells, felt.kolonner, strict=False):
            sheet.text(
                cell.paragraphs[0], f"{felt.id}.{number}.{kolonne.id}", kolonne.navn.i(sheet.sprak)
            )
    for column in table.columns:
        column.width = TEXT_WIDTH // len(felt.kolonner)
    _describe(table, felt.navn.i(sheet.sprak))


def _describe(table: Table, name: str) -> None:
    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), name)
    table._tbl.tblPr.append(caption)
    for number, row in enumerate(table.rows):
        properties = row._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if number == 0:
            properties.append(OxmlElement("w:tblHeader"))
