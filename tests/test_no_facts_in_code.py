"""What the program says of itself: no name of the county, and no fact about who, when or how much.
Both stand in data/, with source and time.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from conftest import ROOT

from macros.reading.load import load

FILES = sorted(
    file.relative_to(ROOT).as_posix()
    for folder, ending in (
        *(("macros", ending) for ending in ("*.py", "*.jinja", "*.yml")),
        *(("docs/assets", ending) for ending in ("*.js", "*.css")),
        ("overrides", "*.html"),
    )
    for file in (ROOT / folder).rglob(ending)
)


# What a sentence says that somebody must have a source for: a year, a number, what a source says.
NUMBERS = "to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|tretten"
SOURCE_SAYS = r"kild(?:en|ene|er)? (?:om \w+ )?(?:sier|oppgir|navngir|teller|nevner|har|er)"
FACT = re.compile(
    r"(?<![\w/#&-])(?:(?:19|20)\d\d|\d+ ?(?:%|prosent|kroner|kr|mill\w*)"
    rf"|{NUMBERS}|vet ikke|rutiner fra|{SOURCE_SAYS})(?![\w-])",
    re.IGNORECASE,
)
# Where the program speaks to readers: templates, and the modules of these rooms.
SPEAKING = ("pages", "exports", "feeds", "drawings", "frame")
# What it may say all the same, and why.
EMPTY = "what is said where a field of the record is empty"
ALLOWED = {
    "Kildene navngir ingen utviklingspartner.": EMPTY,
    "Kildene navngir ingen representant.": EMPTY,
    "Kildene navngir ingen representant i samarbeidsforum for dette nettverket.": EMPTY,
    ". Kildene navngir ingen.": EMPTY,
    "Kilden navngir ingen friskoler i dette nettverket.": EMPTY,
    "Vi vet ikke hvem som er utviklingspartner (UP1).": EMPTY,
    "Vi vet ikke hvem som er utviklingspartner (UP1) for": EMPTY,
    "Ikke fylt ut. Kildene sier ikke hva fagmiljøet kan.": EMPTY,
    "Kildene sier ikke når ordningen gjaldt.": EMPTY,
    "Kildene sier ikke noe om dette.": EMPTY,
    "Kilden oppgir ingen fase": EMPTY,
    "Kilden sier ikke hvem.": EMPTY,
    "Kilden har ingen dato.": EMPTY,
    "Privat skole. Kildene navngir den ikke i noe nettverk.": EMPTY,
    "Etter det kildene sier, var": "what is said of a partner without a time",
    "Kildene er ikke enige": "what is said of a step that names questions with several answers",
    ". Kilden om nettverkene teller": "the number follows, from the record",
    "De kildene oppgir det for": "how many there are differs from person to person",
    "Tolv måneder med klokken. Én ring for hver målgruppe, innenfra og ut:": "how a wheel is read",
    "Friskolene kilden navngir": "what a column of the open data holds",
    "Antall private skoler, slik kilden teller dem": "what a column of the open data holds",
    "Fylket eller området rollen gjelder for. To fylker blandes ikke": "what a field holds",
    "en makro skal ha to klammer på hver side. Skriv {{": "how a page is written",
}


@cache
def names() -> list[str]:
    """What the data call the county, its like, its universities and the schemes: names and ids."""
    data = load(ROOT).data
    found = {*data.roller, *(file.navn for file in data.roller.values()), *data.ordninger}
    found |= {data.fylke.navn, data.fylke.samisk, data.fylke.fylkeskommune, data.fylke.id}
    found |= {ordning.kortnavn for ordning in data.ordninger.values()}
    for id in data.fylke.larerutdanninger:
        found |= {data.institusjoner[id].navn, data.institusjoner[id].kortnavn}
    # An id that is a common word as well, as «nord», is looked for by its names alone.
    found |= {id for id in data.fylke.larerutdanninger if id != "nord"}
    found |= {kommune.navn for kommune in data.kommuner.values()} | {*data.kommuner}
    for nettverk in data.nettverk.values():
        found |= {skole.navn for skole in nettverk.friskoler}
        # The one for upper secondary schools is called as its kind.
        found |= {nettverk.id, nettverk.kortnavn} if nettverk.slag == "regionalt" else set()
    found |= {kontakt.navn for kontakt in data.kontakter.values()}
    # A source that is called by a year is a document; others are common words. The verb that makes
    # the map names its own: one archive, of the whole country.
    found |= {id for id in data.kilder if re.search(r"\d{4}$", id)} - {data.kart.kilde[0]}
    return sorted(name for name in found if name)


@pytest.mark.parametrize("file", FILES)
def test_no_name_of_the_county_stands_in_the_program(file):
    text = (ROOT / file).read_text("utf-8")
    pattern = "|".join(map(re.escape, names()))
    assert re.findall(rf"(?i)\b(?:{pattern})\b", text) == []


def words_of_a_template(text: str) -> Iterator[str]:
    """What it prints: the text between its tags and codes, and in attributes that are read."""
    text = re.sub(r"\{#.*?#\}", "", text, flags=re.DOTALL)
    for code in re.findall(r"\{[{%].*?[%}]\}", text, flags=re.DOTALL):
        yield from (words for words in re.findall(r'"([^"]*)"', code) if " " in words.strip())
    text = re.sub(r"\{[{%].*?[%}]\}", "\0", text, flags=re.DOTALL)
    yield from re.findall(r'(?:aria-label|title|placeholder|alt)="([^"]*)"', text)
    yield from re.split(r"<[^>]*>|\0", text)


def words_of_a_module(text: str) -> Iterator[str]:
    """Its strings, but for docstrings."""
    tree = ast.parse(text)
    docs = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value


def words_of(file: Path) -> Iterator[str]:
    text = file.read_text("utf-8")
    return words_of_a_module(text) if file.suffix == ".py" else words_of_a_template(text)


SPOKEN = [
    file
    for file in FILES
    if file.endswith((".jinja", ".html"))
    or (file.endswith(".py") and file.split("/")[1] in SPEAKING)
    or file == "macros/model/maler_ord.py"
]


def facts_in(words: Iterator[str]) -> list[str]:
    said = (" ".join(one.split()) for one in words)
    return [one for one in said if FACT.search(one)]


@pytest.mark.parametrize("file", SPOKEN)
def test_no_sentence_of_the_program_states_a_fact(file):
    assert [said for said in facts_in(words_of(ROOT / file)) if said not in ALLOWED] == []


def test_what_is_allowed_is_said():
    said = {one for file in SPOKEN for one in facts_in(words_of(ROOT / file))}
    assert sorted(set(ALLOWED) - said) == []


@pytest.mark.parametrize(
    "fact",
    [
        "<p>Forslagene er fra 2021.</p>",
        "<p>{{ navn }} krever 30 prosent.</p>",
        '<p>{{ "Vi vet ikke om det blir slik igjen." if tom }}</p>',
        '<i aria-label="De fire spørsmålene"></i>',
        "<p>Kilden sier ikke hva {{ tall }} teller.</p>",
    ],
)
def test_a_fact_in_a_template_is_seen(fact):
    assert facts_in(words_of_a_template(fact))


def test_a_fact_in_a_module_is_seen():
    code = '"""Av 2021."""\n\ndef f(x):\n    """Fra 2020."""\n    return f"{x} er fra 2019"\n'
    assert facts_in(words_of_a_module(code)) == ["er fra 2019"]
