"""The looks of a template's document: A4, readable styles, its language, a header with title and
date, a footer with the source.
"""

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from macros.exports.docx_controls import PLACEHOLDER

TEXT_WIDTH = Cm(17)
FONT = "Calibri"
DEEP = RGBColor(0x0B, 0x53, 0x51)
QUIET = RGBColor(0x59, 0x59, 0x59)
# The layout of Word 2013 and later; an older one opens in «compatibility mode».
WORD_2013 = "15"
LABEL, ANSWER, TICK, NOTE, ADVICE = "Ledetekst", "Svar", "Avkryssing", "Merknad", "Råd"
KEPT = frozenset(
    {
        "Normal",
        "Default Paragraph Font",
        "Normal Table",
        "No List",
        "Title",
        "Header",
        "Footer",
        "Heading 1",
        "Heading 2",
        "List Bullet",
        "Table Grid",
    }
)


def dress_document(document: Document, language: str) -> None:
    """Page, styles and language. Styles that no template uses are taken out."""
    _set_page(document)
    _tidy(document)
    _font(document, language)
    _headings(document)
    _our_styles(document)


def _tidy(document: Document) -> None:
    for style in [style for style in document.styles if style.name not in KEPT]:
        style.delete()
    for link in list(document.styles.element.iter(qn("w:link"))):
        link.getparent().remove(link)
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), WORD_2013)


def _set_page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(2.2)
    section.header_distance = section.footer_distance = Cm(1)


def _font(document: Document, language: str) -> None:
    defaults = next(document.styles.element.iter(qn("w:rPrDefault")))
    for name in ("w:rFonts", "w:lang"):
        for left in list(defaults.iter(qn(name))):
            left.getparent().remove(left)
    run = next(defaults.iter(qn("w:rPr")))
    run.insert(
        0, _element("w:rFonts", **{key: FONT for key in ("ascii", "hAnsi", "cs", "eastAsia")})
    )
    run.append(_element("w:lang", val=language, eastAsia=language, bidi="ar-SA"))
    for theme in document.settings.element.iter(qn("w:themeFontLang")):
        theme.set(qn("w:val"), language)
    document.styles["Normal"].font.size = Pt(11)
    document.styles["Normal"].paragraph_format.space_after = Pt(4)


def _headings(document: Document) -> None:
    for name, size, before in (("Title", 20, 0), ("Heading 1", 15, 6), ("Heading 2", 12, 6)):
        style = document.styles[name]
        properties = style.element.get_or_add_rPr()
        for left in list(properties):
            properties.remove(left)
        for border in list(style.element.iter(qn("w:pBdr"))):
            border.getparent().remove(border)
        style.font.size, style.font.bold, style.font.color.rgb = Pt(size), True, DEEP
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(4)
        style.paragraph_format.keep_with_next = True


def _our_styles(document: Document) -> None:
    """Room stands below a paragraph, and a frame close to its text: LibreOffice leaves a heading
    alone at the end of a page where what follows has much room above, though all are kept together.
    """
    label = _style(document, LABEL, before=0, after=2)
    label.font.bold, label.paragraph_format.keep_with_next = True, True
    answer = _style(document, ANSWER, before=0, after=12)
    answer.paragraph_format.line_spacing = 1.4
    _border(answer, top=0, left=4, bottom=0, right=4)
    tick = _style(document, TICK, before=0, after=4)
    tick.paragraph_format.left_indent, tick.paragraph_format.first_line_indent = Cm(0.9), Cm(-0.9)
    tick.paragraph_format.tab_stops.add_tab_stop(Cm(0.9))
    for name in (NOTE, ADVICE):
        style = _style(document, name, before=6, after=4)
        style.font.size, style.paragraph_format.left_indent = Pt(10), Cm(0.4)
        _border(style, left=4)
    placeholder = document.styles.add_style(
        "Placeholder Text", WD_STYLE_TYPE.CHARACTER, builtin=True
    )
    placeholder.element.set(qn("w:styleId"), PLACEHOLDER)
    placeholder.font.color.rgb = QUIET


def _style(document: Document, name: str, before: int, after: int) -> ParagraphStyle:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    return style


def _border(style: ParagraphStyle, **sides: int) -> None:
    """Lines at the sides, each so many points from the text."""
    borders = OxmlElement("w:pBdr")
    for side, space in sides.items():
        borders.append(
            _element(f"w:{side}", val="single", sz="6", space=str(space), color="7F8C8A")
        )
    style.element.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind"
    )


def head_and_foot(
    document: Document, title: str, source: str, age: str, page: str, of: str
) -> Paragraph:
    """Title in the header; source, page number and what the sheet was made for in the footer.

    Returns the header's line: the date belongs at its end.
    """
    section = document.sections[0]
    header, footer = section.header.paragraphs[0], section.footer.paragraphs[0]
    for name in ("Header", "Footer"):
        style = document.styles[name]
        for tabs in list(style.element.iter(qn("w:tabs"))):
            tabs.getparent().remove(tabs)
        style.paragraph_format.tab_stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
        style.font.size = Pt(9)
    header.add_run(f"{title}\t")
    footer.add_run(f"{source}\t{page} ")
    _field_code(footer, "PAGE")
    footer.add_run(f" {of} ")
    _field_code(footer, "NUMPAGES")
    section.footer.add_paragraph(age, style="Footer")
    return header


def _field_code(paragraph: Paragraph, code: str) -> None:
    field = _element("w:fldSimple", instr=code)
    paragraph.add_run("1")
    field.append(paragraph._p[-1])
    paragraph._p.append(field)


def _element(tag: str, **attributes: str):
    made = OxmlElement(tag)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made
