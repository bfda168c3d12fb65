"""What was once said wrongly, or said of more than its source does, is said nowhere again; and what
a careful editor must flag stands where it belongs.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from built import read_pages
from conftest import as_typed
from docx import Document

# What no source says, or what a newer one corrects: pattern → why.
WRONG = {
    r"30 (?:prosent|%)[^.]{0,40}(?:står )?bare i avtalemalen": "three statsforvaltere required it",
    r"ikke funnet noe mandat": "there was a national one from 2021",
    r"ingen kild\w+ nevner barnehage": "Fosen and Trøndelag sørvest do",
    r"(?:NTNU|Nord universitet)[^.]{0,30} (?:må|skal) (?:bekrefte|se over)": "nobody has said so",
    r"\bper 2023\b": "the framework has no date, only a span",
    r"[Ss]amarbeidsforum (?:laget|lager) hvert år": "it decided until 2020",
    r"Slik pleide|Det som pleide": "most rows were seen once",
    r"den nye ordningen (?:gjelder|er) for videregående": "that has a regulation of its own",
    r"UH (?:betyr|er) NTNU og Nord": "DMMH is with them where barnehager are",
    r"fem millioner[^.]{0,20}(?:kroner|i året|årlig|per år)": "no currency, no period",
    r"3201": "that regulation was repealed in January 2021",
    r"helseforskning@svt|@fylkesmannen\.no": "addresses that nobody answers at",
    r"(?<!ikke at )UP1-rådet (?:er|ble) (?:opprettet|etablert)": "it was proposed",
    r"\bsend inn det offisielle": "the form was of a scheme that has ended",
    r"Trøndelag[^.]{0,40}40 prosent til nettverkene": "it is Nordland's",
}
# Where a flag is told: page → words that must be there.
TOLD = {
    "om/kilder/": [
        "Trøndelag i kart og tall",
        "Saksgangen og årshjulet gjelder også Rekom",
        "ikke gyldige skjemaer i dag",
        "Figurene av modellene og ikonene mangler",
        "en forskrift som var opphevet allerede i januar 2021",
        "Er det ett samarbeidsforum i Trøndelag, eller ett for hver ordning?",
    ],
    "roller/samarbeidsforum/": [
        "Statsforvalteren hadde da ikke stemme",
        "kalte forumet «overordnet beslutningsforum»",
        "Om de to forumene siden ble slått sammen, vet vi ikke",
        "Dronning Mauds Minne Høgskole",
    ],
    "for-ansatte/": [
        "Kildene sier ikke om rådet ble opprettet",
        "Figuren av modell 1 mangler",
        "Forslag, ikke vedtatt praksis",
    ],
    "historie/": [
        "Fakultet for lærerutdanning og kunst- og kulturfag ved Nord universitet",
        "felles samfunnsoppdrag",
        "verken valuta eller hvilken periode",
    ],
    "saksgang/": [
        "De sier ikke om alt ble gjort slik",
        "kaller likevel forumet et «beslutningsforum»",
    ],
    "ordninger/dekom/": ["egenandel på 30 prosent av tilskuddet i Innlandet", "er vår slutning"],
    "roller/nordland/strategi/": [
        "Før møtene skulle skoleeierne ha kartlagt behovene sine",
        "Strategien sier at det er fem, men lister dem ikke opp",
    ],
    "na/": ["Utkast, ikke vedtatt", "egenandel på 30 prosent av tilskuddet"],
    "maler/samarbeidsavtale/": [
        "ikke et gyldig skjema i dag",
        "krevde 30 prosent av tilskuddet i Dekom",
    ],
}


def plain(page) -> str:
    article = next(page.all("article"), page.tree)
    return " ".join("".join(article.itertext()).split())


def everything(site: Path) -> Iterator[tuple[str, str]]:
    """All that is said: on pages, in documents and in the open data."""
    yield from ((address, plain(page)) for address, page in read_pages(site).items())
    for file in sorted(site.glob("maler/*.docx")):
        yield file.name, " ".join(one.text for one in Document(file).paragraphs)
    for file in sorted(site.glob("data/*")):
        if file.suffix in (".json", ".csv"):
            yield file.name, file.read_text("utf-8-sig")


def test_what_no_source_says_is_said_nowhere(real_site):
    editors = ("om/rediger", "om/apne-data")
    found = {
        (where, pattern)
        for where, text in everything(real_site)
        for pattern in WRONG
        if not where.startswith(editors) and re.search(pattern, text)
    }
    assert found == set()


@pytest.mark.parametrize("address", TOLD)
def test_a_flag_is_told_where_it_belongs(real_site, address):
    text = plain(read_pages(real_site)[address])
    for words in TOLD[address]:
        as_typed(words in text, f"/{address} («{words}»)")
