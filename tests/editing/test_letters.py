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


def test_a_letter_says_what_we_say_since_when_and_what_to_answer(example):
    later = TODAY.replace(year=2028)
    found = letters(examine(example)[0], later, "https://eksempel.no/")
    assert found["nettverk-nord-eksempel.txt"] == (
        """\
Til: kari.eksempel@eksempel.no, mette.mal@eksempel.no
Emne: Stemmer dette om nettverket Nord-Eksempel?

Hei!

Det som står på nettstedet, ser vi over én gang i året sammen med dem som kjenner det best.\
 Vi håper du vil hjelpe oss.

Dette står om nettverket Nord-Eksempel på https://eksempel.no/nettverk/nord-eksempel/:

- Representant i samarbeidsforum: Mette Mal, mette.mal@eksempel.no (per 2024)
- Utviklingspartner (UP1): Kari Eksempel, kari.eksempel@eksempel.no, 22 22 22 22, UiE (per 2024)
- Kommuner: Eksempelby og Prøvedal
- Friskoler: Lek og lær friskole og Skogens skole
- Skoler: 12 offentlige og 3 private (udatert)

Sist bekreftet: 15. januar 2026 av UiE. Stemmer det fortsatt?

Slik svarer du
- Stemmer alt, svarer du «Alt stemmer» på denne e-posten.
- Er noe feil, skriver du linjen slik den skal være, og når det begynte å gjelde.
- Skriv også hvilken rolle eller enhet du svarer for. Det blir stående som kilde, uten navnet ditt.

Du kan også svare i skjemaet på nettstedet: https://eksempel.no/rediger/#nettverk/nord-eksempel
"""
    )


def test_a_letter_goes_to_the_one_to_ask_where_nobodys_own_address_is_known(example, edit):
    edit("data/kontakter.yml", "  epost: kari.eksempel@eksempel.no\n", "")
    edit("data/nettverk/nord-eksempel.yml", "person: mette-mal", "person: ola-prove")
    edit("data/institusjoner.yml", "inngang: kari-eksempel", "inngang: mette-mal")
    found = letters(examine(example)[0], TODAY.replace(year=2028), "https://eksempel.no/")
    assert found["nettverk-nord-eksempel.txt"].startswith("Til: mette.mal@eksempel.no\n")


def test_what_nobody_has_confirmed_is_not_asked_about_as_if_somebody_had(example):
    found = letters(examine(example)[0], TODAY, "https://eksempel.no/")
    assert "\n\nIngen har bekreftet det før. Stemmer det?\n\n" in found["institusjon-uie.txt"]
    assert "Emne: Stemmer dette om de ansatte ved UiE?\n" in found["institusjon-uie.txt"]
