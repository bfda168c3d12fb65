"""The pages of roles and terms: nothing lost, no phase invented, every group with its time and
source.
"""

import re
from dataclasses import replace

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown

from macros.model.begreper import Begrep
from macros.model.data import Data
from macros.model.fakta import Kilde, Utsagn
from macros.model.roller import Aktor, Oppgaver, Rollefil
from macros.pages import BLOCKS
from macros.pages.begreper import begrep, begreper_liste, words_of
from macros.pages.roller import (
    faglig_stotte,
    forum_medlemmer,
    phase_cells,
    roller_andre,
    roller_matrise,
    roller_side_om_side,
)
from macros.pages.view import View
from macros.settings import Settings
from macros.site import Site

ORDER = ("planlegging", "gjennomforing", "evaluering")
TABLES = [
    (roller_side_om_side, ("up1", "up2")),
    (roller_matrise, ()),
    (roller_andre, ("nordland",)),
    (forum_medlemmer, ()),
]


@pytest.fixture(scope="module")
def view() -> View:
    """The real data, seen from a page two levels down."""
    return Site.read(ROOT).view.at("roller/aktorer/")


def actor(*phases: tuple[str, ...]) -> Aktor:
    """An actor with one group of tasks for each set of phases."""
    return Aktor(
        navn="Noen",
        oppgaver=tuple(
            Oppgaver(faser=found, kilde="notat", punkter=("Gjøre noe",)) for found in phases
        ),
    )


def terms(**found: dict[str, object]) -> View:
    """A site with a glossary and one source."""
    records = {
        id: Begrep(**({"term": id, "kort": "Kort.", "kilde": "notat"} | fields))
        for id, fields in found.items()
    }
    return View(
        Data(
            kilder={"notat": Kilde(tittel="Notatet", kort="Notatet", utgiver="Noen")},
            begreper=records,
        ),
        Settings(),
        "roller/",
    )


@pytest.mark.parametrize(
    ("phases", "cells"),
    [
        ([("planlegging",), ("gjennomforing", "evaluering")], [ORDER[:1], ORDER[1:]]),
        ([("planlegging", "gjennomforing")], [ORDER[:2], ORDER[2:]]),
        ([("evaluering", "planlegging")], [ORDER]),
        (
            [("planlegging",), ("planlegging", "gjennomforing"), ("gjennomforing", "evaluering")],
            [ORDER],
        ),
        ([()], [("planlegging",), ("gjennomforing",), ("evaluering",)]),
    ],
)
def test_phases_that_a_source_does_not_divide_share_a_cell(phases, cells):
    assert [cell.phases for cell in phase_cells(actor(*phases), ORDER)] == cells


@given(st.lists(st.sets(st.sampled_from(ORDER)).map(tuple)))
def test_the_cells_cover_each_phase_once_and_hold_each_group_once(phases):
    someone = actor(*phases)
    cells = phase_cells(someone, ORDER)
    assert tuple(phase for cell in cells for phase in cell.phases) == ORDER
    held = [id(group) for cell in cells for group in cell.groups]
    assert sorted(held) == sorted(id(group) for group in someone.oppgaver if group.faser)
    assert all(set(group.faser) <= set(cell.phases) for cell in cells for group in cell.groups)


def test_only_up1_and_up2_have_phases_and_just_those_that_the_sources_print(view):
    found = {
        id: {group.faser for group in a.oppgaver if group.faser}
        for file in view.data.roller.values()
        for id, a in file.aktorer.items()
    }
    assert found.pop("up1") == {("planlegging",), ("gjennomforing", "evaluering")}
    assert found.pop("up2") == {("planlegging", "gjennomforing")}
    assert not any(found.values())


def test_undivided_phases_span_rows_beside_each_other(view):
    table = roller_side_om_side(view, "up1", "up2")
    assert re.findall(r'rowspan="2" data-label="([^"]+)"', table) == [
        "Utviklingspartner 2 (UP2): Planlegging og gjennomføring",
        "Utviklingspartner 1 (UP1): Gjennomføring og evaluering",
    ]
    assert table.count("Kildene har ingen egen fase for dette.") == 1
    assert ">Ikke faset i kilden</th>" in table


def test_the_matrix_has_every_actor_and_every_task_with_time_and_source(view):
    table = roller_matrise(view)
    aktorer = view.data.aktorer
    groups = [group for a in aktorer.values() for group in a.oppgaver]
    assert all(f'id="{id}"' in table for id in aktorer)
    assert table.count("<li>") - len(aktorer) == sum(len(group.punkter) for group in groups)
    told = (
        r'</ul> <details class="opphav"[^>]*><summary>[^<]+</summary> '
        r"<p>(?:per |\d{4}|\w+ \d{4}|\d+\. )"
    )
    assert len(re.findall(told, table)) == len(groups)
    assert (
        table.count("Forslag, ikke vedtatt praksis") == sum(group.forslag for group in groups) > 0
    )


def test_nordland_is_told_as_history(view):
    assert "<caption>Roller i Nordland</caption>" in roller_andre(view, "nordland")


def test_two_counties_never_mix(view):
    sources = {
        fylke: {id for a in file.aktorer.values() for g in a.oppgaver for id in g.kilde}
        for fylke, file in view.data.roller.items()
    }
    assert sources["nordland"] == {"nordland-2020"}
    assert "nordland-2020" not in sources["trondelag"]


@pytest.mark.parametrize(("block", "arguments"), TABLES)
def test_a_table_keeps_its_meaning_when_its_rows_become_blocks(view, block, arguments):
    table = block(view, *arguments)
    tags = re.findall(r"<(table|thead|tbody|tr|th|td)\b([^>]*)>", table)
    for tag, attributes in tags:
        assert tag != "td" or "data-label=" in attributes
        assert tag != "th" or "scope=" in attributes
    assert "<caption>" in table
    assert not re.search(r"</t[hd]><t", table), (
        "cells need a space between them, or search joins their words"
    )
    assert "\n" not in table


def test_an_actor_without_tasks_still_has_a_whole_row(view):
    empty = Rollefil(navn="Prøvedal", om="Om.", aktorer={"noen": Aktor(navn="Noen", oppgaver=())})
    assert re.search(
        r"</th> <td [^>]*>.*</td> </tr> </tbody>",
        roller_matrise(View(Data(fylke=view.data.fylke, roller={"trondelag": empty}), Settings())),
    )


def test_every_answer_stands_with_its_year(view):
    page = faglig_stotte(view)
    assert page.count('class="utsagn"') == sum(
        len(question.svar) for question in view.data.stotte.values()
    )
    assert all(
        f'<h3 id="{id}">{question.sporsmal}</h3>' in page
        for id, question in view.data.stotte.items()
    )


def test_members_are_the_networks_representatives_and_unknown_seats_say_so(view):
    fosen = view.data.nettverk["fosen"]
    table = forum_medlemmer(view)
    assert all(
        f'kontakt/#{n.representant.person}"' in table
        for n in view.data.nettverk.values()
        if n.representant
    )
    assert table.count("Ikke navngitt i kildene") == sum(
        not seat.personer for seat in view.data.samarbeidsforum.seter
    )
    assert table.count("Ikke oppgitt i kildene") == sum(
        not n.representant for n in view.data.nettverk.values()
    )
    without = replace(
        view,
        data=Data(
            kilder=view.data.kilder,
            samarbeidsforum=view.data.samarbeidsforum,
            nettverk={"fosen": fosen.model_copy(update={"representant": None})},
        ),
    )
    assert forum_medlemmer(without).count("Ikke oppgitt i kildene") == 1


def test_terms_are_sorted_the_norwegian_way_and_keep_their_anchors():
    page = begreper_liste(
        terms(
            a={"term": "Årshjul"},
            o={"term": "Økt"},
            ae={"term": "Ærlig"},
            z={"term": "zoom"},
            b={"term": "Behov"},
        )
    )
    assert re.findall(r'<h2 id="(\w+)">', page) == ["b", "z", "ae", "o", "a"]
    assert re.findall(r'<li><a href="#(\w+)">(.)</a>', page) == [
        ("b", "B"),
        ("z", "Z"),
        ("ae", "Æ"),
        ("o", "Ø"),
        ("a", "Å"),
    ]


def test_a_word_links_to_its_entry_and_is_explained():
    view = terms(pool={"term": "Pool", "kort": "De som er UP1."})
    assert (
        begrep(view, "pool")
        == '<a class="begrep" href="../begreper/#pool" title="De som er UP1.">Pool</a>'
    )
    assert ">poolen</a>" in begrep(view, "pool", "poolen")


def test_a_term_can_become_neither_markup_nor_markdown():
    nasty = """<b>[x](y)</b> `a` *b* {{ 7*7 }} "c" \\d &amp;"""
    made = begrep(terms(pool={"term": nasty, "kort": nasty}), "pool")
    assert "{" not in made
    page = markdown(f"Se {made}.")
    assert page.count("<") == 4, page
    assert "&#60;b&#62;&#91;x&#93;&#40;y&#41;" in page


def test_the_words_that_a_record_uses_are_found_in_all_their_forms_and_listed_in_order(view):
    view = terms(
        up1={"term": "Utviklingspartner 1 (UP1)", "varianter": ["UP1"]},
        behovsmelding={"term": "Behovsmelding"},
        sku={"term": "SKU"},
        rkk={"term": "RKK", "fylke": "nordland"},
        vedtak={"term": "Vedtak (tildelingsbrev)", "varianter": ["tildelingsbrev"]},
    )
    text = Utsagn(tekst="Behovsmeldingene skulle til UP1, og RKK fikk tildelingsbrevet.", kilde="a")
    assert words_of(view, text) == ["behovsmelding", "up1", "vedtak"]


@pytest.mark.parametrize(
    ("name", "arguments", "ids"),
    [
        (
            "ordning_svar",
            ("dekom",),
            ("partnerskap", "det-doble-formalet", "samarbeidsforum", "pool"),
        ),
        (
            "arshjul_syklus",
            ("2023-2025",),
            ("behovsmelding", "fellestiltak", "partnerskapsseminar"),
        ),
        ("arshjul_na", (), ("beslutningsgrunnlag", "erfaringsseminar")),
        ("nettverk_svar", ("fosen",), ("up1",)),
        ("nettverk_representant", ("fosen",), ("samarbeidsforum",)),
    ],
)
def test_pages_from_data_link_the_words_that_they_use(view, name, arguments, ids):
    block = BLOCKS[name](view, *arguments)
    assert [id for id in ids if f"begreper/#{id}" not in block] == []
