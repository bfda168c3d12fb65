"""What applies now: each statement in its track, no draft as law, the proof in one fold."""

import re
from dataclasses import replace
from typing import get_args

import pytest
from conftest import ROOT

from macros.model.data import Data
from macros.model.fakta import Kilde, Merknad
from macros.model.na import Opplysning, Spor, Status
from macros.pages.finn import finn_mer
from macros.pages.na import na
from macros.pages.ramme import notice
from macros.pages.view import View
from macros.settings import Settings
from macros.site import Site

SPOR = get_args(Spor)


@pytest.fixture(scope="module")
def view() -> View:
    """The real data, seen from the page."""
    return Site.read(ROOT).view.at("na/")


def statement(**given: object) -> Opplysning:
    """A statement in the first track, adopted unless told otherwise."""
    return Opplysning(
        **{"tekst": "Noe.", "spor": SPOR[0], "status": "vedtatt", "kilde": "notat"} | given
    )


def told(*statements: Opplysning) -> View:
    """A site that knows just these."""
    source = Kilde(tittel="Notatet", kort="Notatet", utgiver="Noen")
    found = {str(number): one for number, one in enumerate(statements)}
    return View(Data(kilder={"notat": source}, na=found), Settings(), "na/")


def answer(html: str) -> str:
    """What stands in the open."""
    return re.sub(r"<details.*?</details>", "", html)


def test_a_statement_stands_in_its_tracks_and_under_its_status():
    site = told(
        statement(tekst="Bare de små."),
        statement(tekst="Alle.", spor=SPOR),
        statement(tekst="Kanskje.", status="utkast"),
    )
    assert re.findall("<li>(.*?)</li>", answer(na(site, SPOR[0], "vedtatt"))) == [
        "Bare de små.",
        "Alle.",
    ]
    assert re.findall("<li>(.*?)</li>", answer(na(site, SPOR[1], "vedtatt"))) == ["Alle."]


@pytest.mark.parametrize(
    ("status", "label"),
    [
        ("vedtatt", None),
        ("utkast", "Utkast, ikke vedtatt"),
        ("omtalt", "Omtalt av andre enn den som vedtar"),
        ("andre-fylker", "Fra andre fylker, ikke regler for oss"),
        ("ikke-fortalt", None),
        ("hvem-man-spor", None),
    ],
)
def test_what_is_no_rule_is_labelled(status, label):
    labels = re.findall(
        '<span class="forslagsmerke">(.*?)</span>',
        na(told(statement(status=status)), SPOR[0], status),
    )
    assert labels == [label] * bool(label)


def test_source_time_and_caution_stand_in_one_fold_in_the_order_of_the_statements():
    block = na(
        told(
            statement(tekst="Først.", per="2025", merknader=(Merknad(tekst="Uten dag."),)),
            statement(tekst="Så."),
            statement(tekst="Til slutt."),
        ),
        SPOR[0],
        "vedtatt",
    )
    assert block.count("<details ") == 1
    fold = block.split("<details ")[1]
    assert "Kilde" not in answer(block).replace("<summary>Kilder", "")
    first, second, third = re.findall("<li>(.*?)</li>", fold)
    assert "per 2025 · Kilde: " in first and "Uten dag." in first
    assert "udatert · Kilde: " in second
    assert "Samme kilde som over" in third and "Kilde: " not in third


def test_that_nothing_is_known_is_said():
    assert "Vi har ikke funnet noe." in na(told(), SPOR[0], "vedtatt")


def test_the_page_has_both_tracks_and_every_status():
    page = (ROOT / "docs" / "na.md").read_text("utf-8")
    for spor in SPOR:
        assert f"{{ #{spor} }}" in page
        calls = re.findall(rf'na\("{spor}", "([\w-]+)"\)', page)
        assert sorted(calls) == sorted(get_args(Status))


def test_whom_to_ask_leads_there(view):
    asked = [one for one in view.data.na.values() if one.institusjon]
    page = "".join(na(view, spor, "hvem-man-spor") for spor in SPOR)
    for one in asked:
        place = view.data.institusjoner[one.institusjon]
        assert f'href="{place.lenke or "../kontakt/"}"' in page


def test_drafts_rest_on_drafts_alone(view):
    drafts = {id for one in view.data.na.values() if one.status == "utkast" for id in one.kilde}
    adopted = {id for one in view.data.na.values() if one.status == "vedtatt" for id in one.kilde}
    assert "udir-utkast" not in adopted
    assert not drafts & {"sf-rogaland-2025", "forskrift-2021", "rammeverk-2023"}


def test_pages_for_upper_secondary_alone_lead_the_notice_to_their_track(view):
    pages = {page.path: page.extras.get("spor") for page in Site.read(ROOT).pages()}
    upper = [n for n in view.data.nettverk.values() if n.slag == "videregaende"]
    assert {pages[f"nettverk/{n.id}.md"] for n in upper} <= {"videregaende"}
    for slug, sted in view.data.steder.items():
        alone = all(n.slag == "videregaende" for n in sted.nettverk)
        assert pages[f"finn/{slug}.md"] == ("videregaende" if alone else None)


def test_without_the_page_the_notice_and_the_links_lead_to_the_scheme(view):
    bare = replace(view, data=replace(view.data, na={}))
    assert notice(view.data)["lenke"] == "na/"
    assert notice(bare.data)["lenke"].startswith("ordninger/")
    slug = next(iter(view.data.steder))
    assert "na/#" in finn_mer(view, slug) and "na/#" not in finn_mer(bare, slug)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "status: utkast",
            "status: utkst",
            "13: «utkst» kan ikke stå i «status». Mente du «utkast»? Skriv vedtatt, utkast, omtalt,"
            " andre-fylker, ikke-fortalt eller hvem-man-spor",
        ),
        (
            "  spor: videregaende",
            "  spor: grunnskole",
            "20: «grunnskole» kan ikke stå i «spor». Mente du «barnehage-og-grunnskole»? Skriv"
            " barnehage-og-grunnskole eller videregaende",
        ),
        (
            "institusjon: uie",
            "institusjon: ui",
            "22: «ui» finnes ikke i data/institusjoner.yml. Mente du «uie»?",
        ),
    ],
)
def test_an_editor_who_writes_another_word_is_told_which_there_are(
    example, edit, problems, old, new, message
):
    edit("data/na.yml", old, new)
    assert problems(example) == [f"data/na.yml:{message}"]
