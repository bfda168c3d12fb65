"""What leaves the site says what it is from, that this has ended, and where to look for news; and a
text in nynorsk holds no bokmål.
"""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from xml.etree.ElementTree import Element

import vobject
from built import ORIGIN, BuiltPage, read_pages
from conftest import ROOT
from docx import Document
from docx.oxml.ns import qn
from icalendar import Calendar

from macros.model.maler_ord import ordene
from macros.reading.load import load

NEWS = f"{ORIGIN}na/"
DATA = load(ROOT).data
ENDED = {one.kortnavn: one.tidfesting for one in DATA.ordninger.values() if one.avlost_av}
HAS_ENDED = re.compile(r"(?i)avslutt(?:et|a)\b|gjaldt til og med 20")
# What a browser or a machine needs and nobody reads: it states no fact by itself.
MACHINERY = {"css", "js", "gz", "html", "xml", "txt", "svg", "webp", "_headers"}
LISTS = ("sok/", "rediger/", "kalender/kalendere.json", "assets/")
WORD = re.compile(r"[a-zæøå]+")
# Bokmål that nynorsk writes in another way, whatever is spoken of.
BOKMAL = set(
    WORD.findall(
        """ikke hvordan hvilke hvilken hvilket hvorfor hvem hva hvor jeg noen noe dere deres fra
        være vært gjøre gjør skolen skolene skoler skolens elevene lærerne eierne eier eiere bare
        partnerskapet partnerskapets behovene tiltakene målene planene virksomheter virksomhetene
        kildene nettleseren filen siden enheten ordningen ordningene avsluttet selv samme forankret
        prioriterte trenger følger skrives sendes gjennomføres planlegges evalueres meldes lagres
        slettet spørsmålene fasene begynt områdene"""
    )
)


def _word(content: bytes) -> Iterator[str]:
    """What stands in the document, and at the foot of each of its pages."""
    document = Document(io.BytesIO(content))
    for part in (document.element, document.sections[0].footer._element):
        yield "".join(piece.text or "" for piece in part.iter(qn("w:t")))


def _json(content: bytes) -> Iterator[str]:
    top = {key: value for key, value in json.loads(content).items() if key != "poster"}
    yield json.dumps(top, ensure_ascii=False)


def _csv(content: bytes) -> Iterator[str]:
    """Each row by itself: a row is what one copies into another sheet."""
    rows = csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=";")
    return (f"avsluttet: {row['avsluttet']} {row['nytt']}" for row in rows)


def _card(content: bytes) -> Iterator[str]:
    yield vobject.readOne(content.decode()).note.value


def _calendar(content: bytes) -> Iterator[str]:
    """Each event by itself: an event is what stands in one's own calendar."""
    events = Calendar.from_ical(content).walk("VEVENT")
    return (str(event["DESCRIPTION"]) for event in events)


READERS: Mapping[str, Callable[[bytes], Iterator[str]]] = {
    "docx": _word,
    "json": _json,
    "csv": _csv,
    "vcf": _card,
    "ics": _calendar,
}


def kind(file: Path) -> str:
    return file.name.rpartition(".")[2]


def test_every_file_that_one_takes_away_says_what_has_ended_and_where_news_is(real_site):
    seen = set()
    for file in sorted(path for path in real_site.rglob("*") if path.is_file()):
        address = file.relative_to(real_site).as_posix()
        if kind(file) in MACHINERY or address.startswith(LISTS):
            continue
        assert kind(file) in READERS, f"{address}: a kind of file that this test does not know"
        seen.add(kind(file))
        for text in READERS[kind(file)](file.read_bytes()):
            assert NEWS in text, address
            assert any(name in text for name in ENDED), address
            assert HAS_ENDED.search(text), address
            assert re.search(r"\b20\d\d\b", text), address
    assert seen == set(READERS)


def printed(page: BuiltPage) -> str:
    """What stands on a page when it is printed, without what only a screen has."""
    article = next(page.all("article"))
    return " ".join(_texts(article, lambda one: "ikke-trykk" in one.get("class", "").split()))


def _texts(element: Element, leave: Callable[[Element], bool]) -> Iterator[str]:
    if not isinstance(element.tag, str) or leave(element):
        return
    yield element.text or ""
    for child in element:
        yield from _texts(child, leave)
        yield child.tail or ""


def test_every_sheet_that_one_prints_and_fills_in_says_it_too(real_site):
    sheets = {
        address: page
        for address, page in read_pages(real_site).items()
        if re.fullmatch(r"maler/.+/", address)
    }
    assert len(sheets) == 21
    for address, page in sheets.items():
        text = printed(page)
        assert NEWS in text, address
        assert any(f"{word} " in text for word in ("Fra", "Frå")), address
        assert any(name in text for name in ENDED), address
        assert HAS_ENDED.search(text), address


def test_no_sheet_says_to_send_the_official_form_of_what_has_ended(real_site):
    told = [ordene(sprak)["forbereder"] for sprak in ("nb", "nn")]
    for address, page in read_pages(real_site).items():
        assert not any(text in page.text for text in told), address
    for file in (real_site / "maler").glob("*.docx"):
        assert not any(text in said for said in _word(file.read_bytes()) for text in told), file


def nynorsk_of(page: BuiltPage) -> str:
    """What a page says in nynorsk: not the menu, the notice or what it marks as bokmål."""
    within = [one for one in page.all() if one.get("lang") == "nn"]
    return " ".join(" ".join(_texts(one, lambda each: each.get("lang") == "nb")) for one in within)


def _says_its_language_or_is_the_frame(one: Element) -> bool:
    return one.get("lang") in ("nn", "nb") or one.get("class") == "ramme-rediger"


def test_a_page_in_nynorsk_is_in_nynorsk_all_of_it(real_site):
    pages = {name: page for name, page in read_pages(real_site).items() if "/nn/" in name}
    assert len(pages) == 2 * sum(mal.nynorsk for mal in DATA.maler.values()) + 1
    for address, page in pages.items():
        text = nynorsk_of(page)
        assert "kva" in text.lower() and set(WORD.findall(text.lower())) & BOKMAL == set(), address
        outside = " ".join(_texts(next(page.all("article")), _says_its_language_or_is_the_frame))
        assert not re.search(r"\w{4}", outside), f"{address} says outside of its nynorsk: {outside}"


def test_a_document_in_nynorsk_is_in_nynorsk_and_says_so(real_site):
    files = sorted((real_site / "maler").glob("*-nn.docx"))
    assert len(files) == sum(mal.nynorsk for mal in DATA.maler.values())
    for file in files:
        text = " ".join(_word(file.read_bytes())).lower()
        assert set(WORD.findall(text)) & BOKMAL == set(), file
        assert Document(file).core_properties.language == "nn-NO"
