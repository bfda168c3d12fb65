"""What of a page is searched: its words by section, and nothing that it shares with all others."""

import json

from conftest import EXAMPLE

from macros.frame.page_text import page_sections, texts
from macros.pages.sok import term_texts
from macros.reading.load import load


def told(html):
    """Anchor, heading and words of each section."""
    return [(part.anchor, part.heading, part.pieces) for part in page_sections(html)]


def test_a_section_begins_at_its_heading_and_a_sentence_stays_whole():
    page = (
        'Foran<h1 id="a">Tittel</h1><p>En <a href="./">lenke</a> her.</p>'
        '<h2 id="b">Del <em>to</em></h2><ul><li>Én</li> <li>To</li></ul>'
        "<h3>Uten</h3></p><p>løst</p>"
    )
    assert told(page) == [
        ("", "", ["Foran"]),
        ("", "Tittel", ["En lenke her."]),
        ("#b", "Del to", ["Én", "To"]),
        ("", "Uten", ["løst"]),
    ]


def test_what_is_left_out_is_left_out_to_its_own_end():
    page = (
        "<h1>T</h1><div data-search-exclude><div>borte</div> fortsatt borte</div><p>her</p>"
        "<details data-opphav><summary>Kilde</summary><p>2022<br></p></details>"
        "<form><h2>Skjema</h2><label>felt</label></form><svg><title>kart</title></svg><p>og her</p>"
    )
    assert told(page) == [("", "T", ["her", "og her"])]


def test_a_heading_that_is_left_out_takes_what_is_below_it():
    page = (
        '<h1>T</h1><h2 id="x" data-search-exclude>X</h2><p>borte</p><h3 id="y">Y</h3><p>borte</p>'
        '<h2 id="z">Z</h2><p>her</p>'
    )
    assert told(page) == [("", "T", []), ("#z", "Z", ["her"])]


def test_each_word_is_told_once_and_what_most_pages_say_is_common():
    pages = {
        f"{name}/": (
            name.upper(),
            f'<h1>T</h1><p>alle sier {name}, {name}</p><h2 id="d">Del</h2><h2>Uten</h2>',
        )
        for name in ("aa", "bb", "cc")
    }
    found = json.loads(texts(pages, {"begreper/#x": "bb forklart"}))
    assert found["vanlige"] == ["alle", "sier"]
    assert found["sider"][0] == ["aa/", "AA", [["#d", "Del"]]]
    assert found["sider"][3] == ["begreper/#x"]
    assert found["ord"] == "aa 0 bb 13 cc 2 forklart 3", "each word with the pages that have it"


def test_a_word_is_told_as_it_begins():
    pages = {"a/": ("A", "<h1>T</h1><p>avtale avtalene samarbeid samarbeidsavtale</p>")}
    pages |= {name: ("B", "<h1>T</h1>") for name in ("b/", "c/")}
    assert json.loads(texts(pages, {}))["ord"] == "avtal 0 samarbeidsavtal 0"


def test_of_a_term_all_is_searched_but_its_short_words():
    assert term_texts(load(EXAMPLE).data) == {
        "begreper/#eksempel": (
            "Et eksempel er aldri virkelig, men det kan være riktig. Hva er det et eksempel på?"
            " Hvem har valgt det? Notatet skriver «døme». Et døme"
        ),
        "begreper/#fire-sentrale-sporsmal": (
            " Har dere et eksempel? Er det godt? Rapporten har andre ord. Eksempler Kvalitet"
        ),
    }
