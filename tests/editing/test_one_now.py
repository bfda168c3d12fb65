"""Who is UP1 now: pages, forms, links and rules mean the same people."""

import pytest
from filled_in import READ, TODAY, diff, filled_in, send, tick
from pages.test_links_to_lines import asked, links

from macros.editing.forms import PARTNER, REVIEW
from macros.editing.options import partners, values_of_networks
from macros.judging import examine

FILE = "data/nettverk/nord-eksempel.yml"
UIE = "    institusjon: uie\n    "
LINES = """\
Nord-Eksempel – representant: Mette Mal
Nord-Eksempel – UP1: Kari Eksempel (UiE)
Sør-Eksempel – representant: ukjent
Sør-Eksempel – UP1: Ola Prøve (Prøvehøgskolen)
Videregående – representant: ukjent
Videregående – UP1: ukjent"""


@pytest.fixture
def until(example, edit):
    """Kari is UP1 until a day that lies ahead."""
    edit(FILE, f"{UIE}per: 2024\n", f"{UIE}gjelder: {{fra: 2022, til: 2027}}\n")
    return example


def test_one_whose_end_lies_ahead_is_up1_on_the_page_and_in_the_forms(until):
    data = examine(until, READ)[0]
    kari = data.nettverk["nord-eksempel"].up1(TODAY)[0]
    assert kari.person == "kari-eksempel"
    assert values_of_networks(data, TODAY) == LINES
    assert "Kari Eksempel" in partners(data, TODAY)
    assert asked(links(data, kari)["Meld endring"][0])["slutter"] == "Kari Eksempel"


def test_confirming_one_whose_end_lies_ahead_does_not_give_the_same_person_twice(until):
    ticked = tick("Nord-Eksempel (nå: representant Mette Mal, UP1 Kari Eksempel)")
    outcome = send(
        until,
        filled_in(REVIEW, nettverk=ticked, opplysninger=LINES, opplyst_av="UiE"),
    )
    assert diff(until, outcome) == [FILE, "-  dato: 2026-01-15", "+  dato: 2026-06-01"]


def test_one_whose_end_lies_ahead_may_step_down_earlier(until):
    outcome = send(
        until,
        filled_in(
            PARTNER,
            nettverk="Nord-Eksempel",
            navn="Ola Prøve",
            institusjon="Prøvehøgskolen",
            fra="august 2026",
            slutter="Kari Eksempel",
            opplyst_av="UiE",
        ),
    )
    assert (
        "Nord-Eksempel: Kari Eksempel står som utviklingspartner til og med juli 2026"
        in outcome.changes
    )


def test_one_whose_end_has_passed_is_nobodys_up1(until):
    later = TODAY.replace(year=2028)
    data = examine(until, READ)[0]
    assert "Nord-Eksempel – UP1: ukjent" in values_of_networks(data, later)
    assert "Kari Eksempel" not in partners(data, later)


def test_one_who_begins_later_is_not_up1_yet(example, edit):
    edit(FILE, f"{UIE}per: 2024\n", f"{UIE}gjelder: {{fra: 2027}}\n")
    data = examine(example, READ)[0]
    kari = next(p for p in data.nettverk["nord-eksempel"].utviklingspartnere if not p.gjelder.til)
    assert "Nord-Eksempel – UP1: ukjent" in values_of_networks(data, TODAY)
    assert "slutter" not in asked(links(data, kari)["Meld endring"][0])


AGAIN = "  - person: kari-eksempel\n    institusjon: uie\n    {}\n    kilde: rapport\n"
TWICE = (
    f"{FILE}:39: «kari-eksempel» er alt utviklingspartner i dette nettverket. Skriv en annen"
    " person, eller slett den ene"
)


@pytest.mark.parametrize(
    ("dates", "wrong"),
    [
        ("per: 2024", True),
        ("gjelder: {til: 2030}", True),
        ("gjelder: {fra: 2027-08}", True),
        ("gjelder: {fra: 2028}", False),
        ("gjelder: {til: 2021}", False),
    ],
)
def test_nobody_is_up1_twice_now_or_from_a_later_day(until, edit, problems, dates, wrong):
    edit(FILE, "  - person: ola-prove\n", f"{AGAIN.format(dates)}  - person: ola-prove\n")
    assert problems(until) == ([TWICE] if wrong else [])
