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
from macros.model.roller import Aktor, Hovedsak, Oppgaver, Rollefil
from macros.pages import BLOCKS
from macros.pages.begreper import begrep, begreper_liste, words_of
from macros.pages.roller import (
    faglig_stotte,
    forum_medlemmer,
    forum_utsagn,
    phase_cells,
    roller_aktorer,
    roller_kort,
    roller_side_om_side,
)
from macros.pages.view import View
from macros.settings import Settings
from macros.site import Site

ORDER = ("planlegging", "gjennomforing", "evaluering")
TABLES = [
    (roller_side_om_side, ("up1", "up2")),
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
    held = [sak for cell in cells for sak in cell.saker]
    assert sorted(held, key=str) == sorted((s for s in someone.hovedsaker if s.faser), key=str)
    assert all(set(sak.faser) <= set(cell.phases) for cell in cells for sak in cell.saker)


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
        "UP2: planlegging og gjennomføring",
        "UP1: gjennomføring og evaluering",
    ]
    assert table.count("Ingen egen fase i kildene.") == 1
    assert ">Kilden oppgir ingen fase</th>" in table


@pytest.mark.parametrize("fylke", ["trondelag", "nordland"])
def test_the_cards_have_every_actor_and_every_task_with_time_and_source(view, fylke):
    page, fil = roller_aktorer(view, fylke), view.data.roller[fylke]
    for id, one in fil.aktorer.items():
        card = page.partition(f'<h2 id="{id}">')[2].partition("</section>")[0]
        assert f'<a href="#{id}">{one.kortnavn or one.navn}</a>' in page
        for group in one.oppgaver:
            assert all(f"<li>{punkt}" in card for punkt in group.punkter)
            assert f"{group.tidfesting} · Kilde: " in card
        assert all(u.tekst in card for u in (*one.samarbeider_med, *one.betaling))
        assert all(m.tekst in card for m in one.merknader)
        assert 1 <= len(one.viktigst) <= 5
    groups = [group for one in fil.aktorer.values() for group in one.oppgaver]
    told = page.count("Forslag, ikke vedtatt praksis")
    assert told == sum(g.forslag for g in groups) + sum(
        one.er_forslag for one in fil.aktorer.values()
    )


def test_another_county_is_told_as_history(view):
    assert '<div class="aktorer historie">' in roller_aktorer(view, "nordland")
    assert '<div class="aktorer">' in roller_aktorer(view, "trondelag")


def test_what_matters_most_is_taken_from_the_tasks_of_the_sources_that_it_names(view):
    """A short line of several sources' tasks names just sources that give the actor some."""
    for one in view.data.aktorer.values():
        given = {id for fact in one.fakta for id in fact.kilde}
        phases = {(id, fase) for g in one.oppgaver for id in g.kilde for fase in g.faser}
        for sak in one.hoved:
            assert set(sak.kilde) <= given, sak.tekst
            assert all((id, fase) in phases for id in sak.kilde for fase in sak.faser), sak.tekst


def test_a_role_in_short_has_its_sources_and_the_years_of_its_tasks(view):
    page = roller_kort(view, "up1", "up2")
    assert "Etter kildene, 2018–2024</span>" in page
    for id in ("up1", "up2"):
        assert f'<section class="aktor {id}"><h2>{view.data.aktorer[id].navn}</h2>' in page
        assert all(sak.tekst in page for sak in view.data.aktorer[id].kort)
    assert page.count('class="opphav"') == 1
    id, file = view.data.fylke.id, view.data.roller[view.data.fylke.id]
    up1 = file.aktorer["up1"].model_copy(update={"oppgaver": ()})
    undated = {id: file.model_copy(update={"aktorer": {"up1": up1}})}
    page = roller_kort(replace(view, data=replace(view.data, roller=undated)), "up1")
    assert "Etter kildene" not in page


def test_where_nobody_has_said_what_matters_every_task_does():
    tasks = Oppgaver(kilde="notat", per="2020", punkter=("Telle", "Dele"))
    plain = Aktor(navn="Noen", oppgaver=(tasks,))
    assert [sak.tekst for sak in plain.hovedsaker] == ["Telle", "Dele"]
    assert not plain.har_mer
    assert plain.model_copy(update={"betaling": (tasks,)}).har_mer
    said = plain.model_copy(update={"hoved": (Hovedsak(tekst="Telle og dele", kilde="notat"),)})
    assert [sak.tekst for sak in said.viktigst] == ["Telle og dele"]
    assert said.har_mer


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


def test_an_actor_without_tasks_still_has_its_card(view):
    empty = Rollefil(navn="Prøvedal", om="Om.", aktorer={"noen": Aktor(navn="Noen", oppgaver=())})
    page = roller_aktorer(View(Data(roller={"provedal": empty}), Settings()), "provedal")
    assert re.search(r'<section class="aktor annen"><h2 id="noen">Noen</h2> .*</section>', page)


def test_every_question_has_its_answer_in_a_line_and_every_source_below_it(view):
    page = faglig_stotte(view)
    for id, question in view.data.stotte.items():
        row = page.partition(f'id="{id}"')[2].partition("</details>")[0]
        assert f"<summary><b>{question.sporsmal}</b> <span>{question.kort}</span></summary>" in row
        assert row.count('class="utsagn"') == row.count("· Kilde: ") == len(question.svar)
        assert all(u.tekst in row for u in question.svar)
        assert all(m.tekst in row for m in question.merknader)


def test_the_forum_tells_the_newest_first_and_loses_nothing(view):
    for part in ("om", "mandat", "malsettinger"):
        page, said = forum_utsagn(view, part), getattr(view.data.samarbeidsforum, part)
        assert all(f"<li>{u.tekst}</li>" in page for u in said)
        assert all(m.tekst in page for u in said for m in u.merknader)
    mandates = re.findall(r"<h3>([^<]+)</h3>", forum_utsagn(view, "mandat"))
    assert mandates == ["26. januar 2021 – 31. desember 2025", "1. januar 2018 – 1. januar 2020"]


def test_members_are_the_networks_representatives_and_unknown_seats_say_so(view):
    fosen = view.data.nettverk["fosen"]
    table = forum_medlemmer(view)
    assert all(
        f'kontakt/#{n.representant.person}"' in table
        for n in view.data.nettverk.values()
        if n.representant
    )
    seats = view.data.samarbeidsforum.seter
    unknown = [seat for seat in seats if not seat.personer]
    # Of all of them it is said once.
    assert table.count("uten navn i kildene") == (len(unknown) == len(seats))
    each = 0 if len(unknown) == len(seats) else len(unknown)
    assert table.count("ikke navngitt i kildene") == each
    assert table.count("ikke oppgitt i kildene") == sum(
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
    assert forum_medlemmer(without).count("ikke oppgitt i kildene") == 1


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
    # Reading refuses it; a block rests on nothing but what it is handed.
    term = Begrep.model_construct(term=nasty, kort=nasty, kilde=("notat",), varianter=())
    made = begrep(replace(terms(), data=replace(terms().data, begreper={"pool": term})), "pool")
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
            "arshjul_rader",
            ("2023-2025",),
            ("behovsmelding", "fellestiltak", "partnerskapsseminar"),
        ),
        ("arshjul_na", (), ("beslutningsgrunnlag", "erfaringsseminar")),
        ("nettverk_svar", ("fosen",), ("up1", "samarbeidsforum", "eier")),
    ],
)
def test_pages_from_data_link_the_words_that_they_use(view, name, arguments, ids):
    block = BLOCKS[name](view, *arguments)
    assert [id for id in ids if f"begreper/#{id}" not in block] == []
