"""What stands on a network's pages when its facts come from different sources and times."""

import html
import re
from datetime import datetime

import pytest
from conftest import EXAMPLE, ROOT

from macros.reading.load import load
from macros.settings import Settings
from macros.site import Site

NORD = "data/nettverk/nord-eksempel.yml"
NEW = (
    "  - person: ola-prove\n    institusjon: provehogskolen\n    gjelder: {fra: 2026-02}\n   "
    " kilde: notat\n"
)
OLD = (
    "  - person: ola-prove\n    institusjon: provehogskolen\n    gjelder: {fra: 2018, til: 2020}\n "
    "   kilde: notat\n"
)
CONFIRMED = "bekreftet:\n  dato: 2026-01-15\n  av: UiE\n"


@pytest.fixture
def text(example):
    """What a reader sees of a block of the damaged example, in June 2026."""

    def read(name: str, url: str, *arguments: str) -> str:
        site = Site.read(
            example, Settings(timestamp=datetime.fromisoformat("2026-06-01T12:00:00+00:00"))
        )
        return " ".join(
            html.unescape(re.sub(r"<[^>]+>", " ", site.block(name, url, *arguments))).split()
        )

    return read


@pytest.mark.parametrize(
    ("block", "page", "id"),
    [
        ("nettverk_svar", "nettverk/nord-eksempel/", "nord-eksempel"),
        ("finn_svar", "finn/provedal/", "provedal"),
    ],
)
def test_each_partner_has_the_time_and_source_of_their_own(edit, text, block, page, id):
    edit(NORD, CONFIRMED, "")
    assert re.search(r"UP1(, Representanten)? per 2024 · Kilde: Rapporten", text(block, page, id))
    edit(NORD, OLD, NEW)
    found = text(block, page, id)
    assert re.search(r"Kari Eksempel: UP1(, Representanten)? per 2024 · Kilde: Rapporten", found)
    assert "Ola Prøve: UP1 fra februar 2026 · Kilde: Notatet" in found


def test_a_number_with_a_date_is_not_called_undated(edit, text):
    assert "Tallene er udaterte." in text(
        "nettverk_svar", "nettverk/nord-eksempel/", "nord-eksempel"
    )
    edit(NORD, "  private: 3\n  kilde: rapport\n", "  private: 3\n  per: 2026\n  kilde: rapport\n")
    page = text("nettverk_svar", "nettverk/nord-eksempel/", "nord-eksempel")
    assert (
        "Skolene er talt per 2026." in page
        and "Antall skoler per 2026 · Kilde: Rapporten" in page
        and "PPT udatert · Kilde: Rapporten" in page
    )
    table = text("nettverk_tabell", "nettverk/")
    assert "Offentlige skoler Private skoler PPT (udatert) UP1" in table
    assert "12 (per 2026) 3 (2 navngitt) (per 2026) 2" in table and "4 (udatert)" in table
    assert "Antall skoler og PPT har ingen dato" not in table


def test_the_table_names_the_sources_of_all_its_numbers(text):
    assert "Kilde: Rapporten , Notatet ." in text("nettverk_tabell", "nettverk/")


def test_that_a_source_names_no_private_school_is_not_a_count_of_none(text):
    assert "private skoler ingen nevnt" in text(
        "nettverk_svar", "nettverk/sor-eksempel/", "sor-eksempel"
    )
    assert "4 ingen nevnt ukjent" in text("nettverk_tabell", "nettverk/")


@pytest.mark.parametrize(
    ("block", "page", "arguments"),
    [
        ("nettverk_svar", "nettverk/nord-eksempel/", ["nord-eksempel"]),
        ("finn_svar", "finn/provedal/", ["provedal"]),
        ("forum_medlemmer", "roller/samarbeidsforum/", []),
    ],
)
def test_a_name_that_is_in_doubt_is_in_doubt_wherever_the_person_has_a_seat(
    edit, text, block, page, arguments
):
    edit(
        "data/kontakter.yml",
        "    - tekst: Kari finnes ikke.\n",
        "    - tekst: Kari finnes ikke.\n    - tekst: Kilden skriver Carry.\n      sporsmal: Heter"
        " hun Kari?\n",
    )
    edit(
        "data/kontakter.yml",
        "  navn: Mette Mal\n",
        "  navn: Mette Mal\n  merknader:\n    - tekst: Kilden skriver Metta.\n      sporsmal: Heter"
        " hun Mette?\n",
    )
    found = text(block, page, *arguments)
    partner, seated = "Kilden skriver Carry." in found, "Kilden skriver Metta." in found
    assert (partner, seated) == {
        "nettverk_svar": (True, True),
        "finn_svar": (True, False),
        "forum_medlemmer": (False, True),
    }[block]
    assert "Heter hun" not in found
    assert "Kari finnes ikke" not in found


def test_the_county_stands_with_its_sami_name_in_the_list_and_the_table():
    site, both = Site.read(ROOT), "Trøndelag fylkeskommune – Trööndelagen fylhkentjïelte"
    assert f'<a href="../finn/trondelag-fylkeskommune/">{both}</a>' in site.block(
        "finn_liste", "finn/"
    )
    assert f"{both}, " in site.block("nettverk_tabell", "nettverk/")


def test_the_countys_page_says_which_schools_it_is_for_and_a_kommune_leads_there(edit, text):
    edit("data/nettverk/videregaende.yml", "  offentlige: 2\n", "  offentlige: 5\n")
    assert (
        "Det gjelder de 5 offentlige videregående skolene. Rapporten navngir dem ikke. Rapporten"
        " Antall skoler udatert · Kilde: "
        in text("finn_svar", "finn/eksempel-fylkeskommune/", "eksempel-fylkeskommune")
    )
    assert "Det gjelder" not in text("finn_svar", "finn/provedal/", "provedal")
    assert "Offentlige videregående skoler: Eksempel fylkeskommune" in text(
        "finn_mer", "finn/provedal/", "provedal"
    )


def test_an_institution_without_a_sami_name_has_its_own_alone():
    named = load(EXAMPLE).data.institusjoner
    assert named["uie"].alle_navn == "Universitetet i Eksempel"
    assert named["eksempel-fylkeskommune"].alle_navn == (
        "Eksempel fylkeskommune – Eksempelen fylhkentjïelte"
    )
