"""Content controls: the places in a Word document where one writes, picks a date or ticks a box,
each tagged with its field.
"""

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml.etree import _Element

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
PLACEHOLDER = "PlaceholderText"
# What Word shows of a control's title.
LONGEST_TITLE = 64
_HEAD = "<w:alias/><w:tag/><w:id/>"
_RUN = (
    "<w:sdtContent><w:r><w:rPr><w:rStyle"
    f' w:val="{PLACEHOLDER}"/></w:rPr><w:t/></w:r></w:sdtContent>'
)
_DATE = (
    '<w:date><w:dateFormat w:val="dd.MM.yyyy"/><w:lid/><w:storeMappedDataAs'
    ' w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
)
_BOX = (
    f'<w14:checkbox xmlns:w14="{W14}"><w14:checked w14:val="0"/><w14:checkedState w14:val="2612"'
    ' w14:font="MS Gothic"/><w14:uncheckedState w14:val="2610" w14:font="MS'
    ' Gothic"/></w14:checkbox>'
)
_SIGN = (
    '<w:sdtContent><w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS'
    ' Gothic" w:hint="eastAsia"/></w:rPr><w:t>☐</w:t></w:r></w:sdtContent>'
)
# Not of the kind «text»: LibreOffice 7.4 puts the line breaks of those before their text.
TEXT_CONTROL = f"<w:sdt {W}><w:sdtPr>{_HEAD}<w:showingPlcHdr/></w:sdtPr>{_RUN}</w:sdt>"
DATE_CONTROL = f"<w:sdt {W}><w:sdtPr>{_HEAD}<w:showingPlcHdr/>{_DATE}</w:sdtPr>{_RUN}</w:sdt>"
CHECKBOX = f"<w:sdt {W}><w:sdtPr>{_HEAD}{_BOX}</w:sdtPr>{_SIGN}</w:sdt>"


def text_control(
    number: int, tag: str, title: str, prompt: str, answer: str | None = None
) -> _Element:
    """A place to write in, with line breaks.

    `prompt` is shown until something is written; `answer` already is.
    """
    control = _control(TEXT_CONTROL, number, tag, title, answer or prompt)
    if answer:
        for mark in (*control.iter(qn("w:showingPlcHdr")), *control.iter(qn("w:rPr"))):
            mark.getparent().remove(mark)
    return control


def date_control(number: int, tag: str, title: str, prompt: str, language: str) -> _Element:
    """A place for a day, with a calendar to pick it from."""
    control = _control(DATE_CONTROL, number, tag, title, prompt)
    next(control.iter(qn("w:lid"))).set(qn("w:val"), language)
    return control


def checkbox_control(number: int, tag: str, title: str) -> _Element:
    """A box to tick, unticked."""
    return _control(CHECKBOX, number, tag, title, "☐")


def _control(pattern: str, number: int, tag: str, title: str, shown: str) -> _Element:
    control = parse_xml(pattern)
    for name, value in (("w:alias", _short(title)), ("w:tag", tag), ("w:id", str(number))):
        next(control.iter(qn(name))).set(qn("w:val"), value)
    next(control.iter(qn("w:t"))).text = shown
    return control


def _short(title: str) -> str:
    """At most 64 signs: Word calls a file with a longer title damaged."""
    if len(title) <= LONGEST_TITLE:
        return title
    return f"{title[: LONGEST_TITLE - 2].rsplit(' ', 1)[0]} …"
