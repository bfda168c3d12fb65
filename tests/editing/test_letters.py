"""The yearly review as mail."""

from sent import TODAY

from macros.editing.letters import letters
from macros.judging import examine


def test_a_letter_for_each_network_and_institution_that_nobody_has_confirmed(example):
    found = letters(examine(example)[0], TODAY, "https://eksempel.no/")
    assert sorted(found) == [
        "institusjon-uie.txt",
        "nettverk-sor-eksempel.txt",
        "nettverk-videregaende.txt",
    ]
    assert "Et møte i et annet nettverk" not in found["nettverk-sor-eksempel.txt"]  # withdrawn


def test_a_letter_says_what_we_say_since_when_and_what_to_answer(example, edit, golden):
    edit("data/nettverk/sor-eksempel.yml", "offentlige: 4", "offentlige: 0")
    edit("data/nettverk/nord-eksempel.yml", "{dato: 2024-11-15}", "{dato: 2028-11-15}")
    found = letters(examine(example)[0], TODAY.replace(year=2028), "https://eksempel.no/")
    golden("brev.txt", "\n".join(f"{name}\n{text}" for name, text in found.items()))


def test_a_letter_goes_to_the_one_to_ask_where_nobodys_own_address_is_known(example, edit):
    edit("data/kontakter.yml", "  epost: kari.eksempel@eksempel.no\n", "")
    edit("data/nettverk/nord-eksempel.yml", "person: mette-mal", "person: ola-prove")
    edit("data/institusjoner.yml", "inngang: kari-eksempel", "inngang: mette-mal")
    found = letters(examine(example)[0], TODAY.replace(year=2028), "https://eksempel.no/")
    assert found["nettverk-nord-eksempel.txt"].startswith("Til: mette.mal@eksempel.no\n")
