"""«Ny utviklingspartner for et nettverk»: the old one gets an end, the new one is added, nothing is
written over.
"""

from datetime import datetime

import pytest
from filled_in import diff, filled_in, send, tick

from macros.editing.forms import PARTNER
from macros.pages.personer import answer
from macros.pages.view import View
from macros.settings import Settings

OVER = tick("Jeg har sett over alt annet på nettverkets side, og det stemmer")
NEW = tick("Ja, dette er en ny person, selv om navnet ligner på et som står der")
ANSWERS = {
    "nettverk": "Nord-Eksempel",
    "navn": "Nina Ny",
    "institusjon": "UiE",
    "fra": "august 2026",
    "opplyst_av": "UiE",
}


@pytest.fixture
def begin(example):
    return lambda **answers: send(example, filled_in(PARTNER, **(ANSWERS | answers)))


def lines(example, outcome, file):
    """The lines of one file."""
    found = diff(example, outcome)
    start = found.index(file) + 1
    return found[
        start : next(
            (index for index in range(start, len(found)) if found[index].startswith("data/")), None
        )
    ]


def test_one_for_another(example, begin):
    outcome = begin(slutter="Kari Eksempel", epost="nina.ny@eksempel.no", sett_over=OVER)
    assert outcome.changes == (
        "Nord-Eksempel: Kari Eksempel står som utviklingspartner til og med juli 2026",
        "Ny utviklingspartner for Nord-Eksempel: Nina Ny (UiE) fra august 2026",
        "Nord-Eksempel: bekreftet 1. juni 2026 av UiE",
        "Ny kontakt: Nina Ny",
        "Ny kilde: UiE 2026",
    )
    assert (
        lines(example, outcome, "data/nettverk/nord-eksempel.yml")
        == """\
-    per: 2024
-    kilde: rapport
+    gjelder: {til: 2026-07}
+    kilde: [opplyst-uie-2026-06-01, rapport]
+  - person: nina-ny
+    institusjon: uie
+    gjelder: {fra: 2026-08}
+    kilde: opplyst-uie-2026-06-01
-  dato: 2026-01-15
+  dato: 2026-06-01""".splitlines()
    )
    assert (
        lines(example, outcome, "data/kontakter.yml")
        == """\
+nina-ny:
+  navn: Nina Ny
+  institusjon: uie
+  epost: nina.ny@eksempel.no
+  per: 2026-06-01
+  kilde: opplyst-uie-2026-06-01
+""".splitlines()
    )


def test_the_old_one_is_kept_and_the_model_agrees(begin):
    outcome = begin(slutter="Kari Eksempel")
    nettverk = outcome.data.nettverk["nord-eksempel"]
    assert [(p.person, p.tidfesting) for p in nettverk.utviklingspartnere] == [
        ("kari-eksempel", "til og med juli 2026"),
        ("ola-prove", "2018–2020"),
        ("nina-ny", "fra august 2026"),
    ]
    assert outcome.told == (
        "Resten av det som står om nettverket Nord-Eksempel, er ikke bekreftet på nytt.",
    )


def test_a_second_one_in_a_network_that_had_none(example, begin):
    outcome = begin(nettverk="Videregående", navn="kari b eksempel")
    assert (
        lines(example, outcome, "data/nettverk/videregaende.yml")
        == """\
+utviklingspartnere:
+  - person: kari-eksempel
+    institusjon: uie
+    gjelder: {fra: 2026-08}
+    kilde: opplyst-uie-2026-06-01""".splitlines()
    )
    assert "data/kontakter.yml" not in outcome.files


def test_somebody_who_was_there_before_comes_back(begin):
    outcome = begin(navn="Ola Prøve", institusjon="Prøvehøgskolen", fra="1.8.2026")
    assert (
        outcome.changes[0]
        == "Ny utviklingspartner for Nord-Eksempel: Ola Prøve (Prøvehøgskolen) fra 1. august 2026"
    )
    assert [p.person for p in outcome.data.nettverk["nord-eksempel"].utviklingspartnere].count(
        "ola-prove"
    ) == 2


def test_a_day_and_an_end_that_the_form_gives(begin):
    ends = {"1. august 2026": "til og med 31. juli 2026", "januar 2027": "til og med desember 2026"}
    for start, end in ends.items():
        outcome = begin(slutter="Kari Eksempel", fra=start)
        assert outcome.data.nettverk["nord-eksempel"].utviklingspartnere[0].tidfesting == end
    outcome = begin(slutter="Kari Eksempel", fra="2027", sluttet="2026-12-31")
    assert (
        outcome.data.nettverk["nord-eksempel"].utviklingspartnere[0].tidfesting
        == "til og med 31. desember 2026"
    )


def test_an_address_for_somebody_we_have_is_left_to_another_form(begin):
    outcome = begin(
        nettverk="Sør-Eksempel", navn="Kari Eksempel", epost="ny@eksempel.no", sett_over=OVER
    )
    assert outcome.told == (
        (
            "E-postadressen er ikke tatt inn, fordi Kari Eksempel står på siden fra før. Bruk"
            " skjemaet «Endre en kontakt»."
        ),
    )


def test_a_similar_name_is_taken_when_the_sender_is_sure(begin):
    assert "Ny kontakt: Karin Eksempel" in begin(navn="Karin Eksempel", ny_person=NEW).changes


WRONG = [
    (
        {"navn": "Karin Eksempel"},
        (
            "Hvem begynner? «Karin Eksempel» står ikke på siden, men ligner på Kari Eksempel. Er"
            " det samme person, skriver du navnet slik det står. Er det en ny, krysser du av for"
            " det."
        ),
    ),
    (
        {"navn": "Kari Eksempel"},
        "Hvem begynner? Kari Eksempel er alt utviklingspartner for Nord-Eksempel.",
    ),
    ({"navn": "Nina"}, "Hvem begynner? «Nina» er ikke et fullt navn. Skriv fornavn og etternavn."),
    (
        {"navn": "Nina Ny; rm -rf"},
        "Hvem begynner? «Nina Ny; rm -rf» er mer enn et navn. Skriv bare fornavn og etternavn.",
    ),
    (
        {"navn": "Nina Ny: sjef"},
        "Hvem begynner? «Nina Ny: sjef» er mer enn et navn. Skriv bare fornavn og etternavn.",
    ),
    (
        {"navn": "Никита Новый"},
        (
            "Hvem begynner? «Никита Новый» har en bokstav som ikke er latinsk (\u041d). Skriv navnet på"
            " nytt."
        ),
    ),
    ({"navn": ""}, "Hvem begynner? Svaret mangler."),
    (
        {"nettverk": "../kilder"},
        "Hvilket nettverk? «../kilder» finnes ikke. Skriv det slik det står i skjemaet.",
    ),
    (
        {"nettverk": "Nord-Eksempl"},
        "Hvilket nettverk? «Nord-Eksempl» finnes ikke. Mente du «Nord-Eksempel»?",
    ),
    ({"institusjon": ""}, "Hvor arbeider den nye? Svaret mangler."),
    ({"fra": ""}, "Fra når? Svaret mangler."),
    (
        {"fra": "snart"},
        (
            "Fra når? «snart» er ikke en tid vi forstår. Skriv for eksempel 3. februar 2027,"
            " februar 2027 eller 2027."
        ),
    ),
    (
        {"fra": "31. juni 2026"},
        "Fra når? «31. juni 2026» finnes ikke i kalenderen. Se på måneden og dagen.",
    ),
    (
        {"fra": "2027", "slutter": "Kari Eksempel"},
        "Når slutter den forrige? Året 2027 sier ikke når den forrige slutter. Skriv det her.",
    ),
    (
        {"slutter": "Ola Prøve"},
        "Hvem slutter? Ola Prøve er ikke utviklingspartner for Nord-Eksempel.",
    ),
    (
        {"slutter": "Per Ukjent"},
        "Hvem slutter? «Per Ukjent» finnes ikke. Skriv det slik det står i skjemaet.",
    ),
]


@pytest.mark.parametrize(
    ("answers", "message"),
    WRONG,
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_what_is_wrong_is_said_and_nothing_changes(begin, answers, message):
    outcome = begin(**answers)
    assert (outcome.code, outcome.wrong, outcome.files) == (1, (message,), None)


def sentence(outcome, day: str) -> str:
    """What the network's page says on a day."""
    view = View(outcome.data, Settings(timestamp=datetime.fromisoformat(f"{day}T12:00:00+00:00")))
    return answer(view, outcome.data.nettverk["nord-eksempel"])


def test_the_page_tells_the_truth_before_and_after(begin):
    confirmed = begin(slutter="Kari Eksempel", sett_over=OVER)
    assert (
        sentence(confirmed, "2026-06-02")
        == "Kari Eksempel (UiE) er utviklingspartner (UP1) for nettverket Nord-Eksempel. Bekreftet"
        " 1. juni 2026 av UiE."
    )
    assert (
        sentence(confirmed, "2026-09-01")
        == "Nina Ny (UiE) er utviklingspartner (UP1) for nettverket Nord-Eksempel fra august 2026."
    )
    late = begin(fra="mai 2026", sett_over=OVER)
    assert (
        sentence(late, "2026-06-02")
        == "Kari Eksempel og Nina Ny (UiE) er utviklingspartnere (UP1) for nettverket"
        " Nord-Eksempel. Bekreftet 1. juni 2026 av UiE."
    )


def test_the_page_says_nothing_of_one_by_the_year_of_another(example, edit, begin):
    edit("data/nettverk/nord-eksempel.yml", "bekreftet:\n  dato: 2026-01-15\n  av: UiE\n", "")
    outcome = begin()
    assert (
        sentence(outcome, "2026-09-01")
        == "Nina Ny (UiE) er utviklingspartner (UP1) for nettverket Nord-Eksempel fra august 2026."
        " Per 2024 var Kari Eksempel (UiE) utviklingspartner (UP1) for nettverket Nord-Eksempel."
        " Vi har ingen nyere opplysninger."
    )
    assert (
        sentence(outcome, "2026-06-02")
        == "Per 2024 var Kari Eksempel (UiE) utviklingspartner (UP1) for nettverket Nord-Eksempel."
        " Vi har ingen nyere opplysninger."
    )
