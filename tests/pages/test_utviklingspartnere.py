"""Whom one writes to where the partner has no address of their own."""

import pytest
from arshjul_pages import site

from macros.pages.utviklingspartnere import initials

SCHOOL = "  kortnavn: Prøvehøgskolen\n"
FORMER = """
per-eldre:
  navn: Per Eldre
  epost: per.eldre@eksempel.no
  per: 2016
  kilde: notat

mette-mal:
"""


@pytest.mark.parametrize("inngang", ["ingen", "kari-eksempel", "per-eldre"])
def test_the_way_in_of_a_partner_without_an_address(example, edit, golden, inngang):
    """Nobody; somebody who is there; somebody whom one knows of from before."""
    edit("data/kontakter.yml", "\nmette-mal:\n", FORMER)
    if inngang != "ingen":
        way = f"  inngang: {inngang}\n  lenke: https://www.eksempel.no/hogskolen\n"
        edit("data/institusjoner.yml", SCHOOL, SCHOOL + way)
    block = site(example, "2026-06-01").block("finn_svar", "finn/oygard/", "oygard")
    golden(f"sider/inngang/{inngang}.html", block.replace("> <", ">\n<") + "\n")


def test_the_mark_of_a_person_has_the_first_and_the_last_letter():
    assert [initials(name) for name in ("Kari B. Eksempel", "Ola prøve", "Kari")] == [
        "KE",
        "OP",
        "K",
    ]
