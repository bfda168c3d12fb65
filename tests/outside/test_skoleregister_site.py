"""With a list of schools the finder, the kommune pages and the search know every school; without
one there is no trace of it.
"""

import json
import re
import shutil
from dataclasses import replace

import pytest
from conftest import EXAMPLE, ROOT, build

from macros.model.nettverk import Friskole
from macros.model.skoler import NavngitteSkoler, Skole, name_key, readable
from macros.pages import BLOCKS
from macros.pages.generated import generated_pages
from macros.pages.skoler import FEW
from macros.pages.view import View
from macros.reading.load import load
from macros.settings import Settings
from macros.site import Site
from macros.verbs.skriv import contents

HALTDALEN = """\
per: 2026-12-01
kilde: skoleregisteret
skoler:
  "974552124": {navn: Haltdalen oppvekstsenter, kommune: "5026", trinn: [grunnskole]}
  "974552132": {navn: Steinkjer videregående skole, kommune: "5006", trinn: [videregaende]}
  "900000000": {navn: Voll skole AS, kommune: "5022", trinn: [grunnskole], privat: true}
"""


def view(root):
    reading = load(root)
    assert reading.problems == ()
    return View(reading.data, Settings())


def block(shown, name, url, *arguments):
    return BLOCKS[name](shown.at(url), *arguments)


@pytest.fixture
def real(tmp_path):
    """The real data with a made-up list of schools."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    (tmp_path / "data" / "skoler.yml").write_text(HALTDALEN, "utf-8")
    return view(tmp_path)


def school_lines(html):
    """School → where its line leads, and what it says, in the order of the page."""
    part = html.partition('<section class="finner-skoler"')[2]
    return {
        name: (href, text)
        for href, name, text in re.findall(
            r'<a href="([^"]+)">([^<]+)</a> <span>([^<]*)</span>', part
        )
    }


def test_a_school_leads_to_its_owner_and_so_to_its_network(real):
    assert school_lines(block(real, "finn_liste", "finn/")) == {
        "Haltdalen oppvekstsenter": (
            "../finn/holtalen/#skole-974552124",
            "Holtålen, i nettverket Gauldal.",
        ),
        "Steinkjer videregående skole": (
            "../finn/trondelag-fylkeskommune/#skole-974552132",
            "Steinkjer, i nettverket for videregående skoler.",
        ),
    }, "and the named friskole has its own page, though the register has another number for it"
    assert 'href="../../nettverk/gauldal/"' in block(
        real, "finn_svar", "finn/holtalen/", "holtalen"
    )
    assert '<li id="skole-974552124">Haltdalen oppvekstsenter</li>' in block(
        real, "finn_skoler", "finn/holtalen/", "holtalen"
    )


def test_the_list_carries_source_and_day_and_the_licence_is_shown(real):
    assert re.search(
        r'Skolelisten per 1\. desember 2026 · Kilde: <a href="\.\./om/kilder/#skoleregisteret">',
        block(real, "finn_liste", "finn/"),
    )
    told = block(real, "kilde_liste", "om/kilder/")
    assert (
        "Inneholder data under Norsk lisens for offentlige data (NLOD) tilgjengeliggjort av"
        " Utdanningsdirektoratet. Herfra er 3 skoler i finneren, per 1. desember 2026." in told
    )


def test_the_front_page_stays_light(real):
    html = block(real, "finn_liste", "", True)
    assert 'data-navn="./sok/navn.json"' in html and "<li>" not in html


def test_without_a_list_nothing_of_it_shows():
    shown = replace(view(ROOT), data=replace(load(ROOT).data, skoleregister=None))
    assert shown.data.andre_skoler == {}
    assert not any("finn_skoler" in page.body for page in generated_pages(shown.data))
    slug = next(iter(shown.data.steder))
    assert "<li" not in block(shown, "finn_skoler", f"finn/{slug}/", slug)
    for kort in (True, False):
        html = block(shown, "finn_liste", "finn/", kort)
        assert "finner-skoler" not in html and "skoleregisteret" not in html
    assert "i finneren" not in block(shown, "kilde_liste", "om/kilder/")


def test_every_school_says_what_one_must_know():
    shown = view(EXAMPLE)
    assert school_lines(block(shown, "finn_liste", "finn/")) == {
        "Bortgjemt skole": (
            "../finn/provedal/#skole-100000032",
            "Prøvedal, i nettverket Nord-Eksempel. Sto ikke i skoleregisteret 1. april 2026.",
        ),
        "Eksempel videregående skole": (
            "../finn/eksempel-fylkeskommune/#skole-100000024",
            "Eksempelby, i nettverket for videregående.",
        ),
        "Eksempelby oppvekstsenter": (
            "../finn/eksempelby/#skole-100000008",
            "Eksempelby, i nettverket Nord-Eksempel.",
        ),
        "Fjellets frie skole": (
            "../finn/oygard/#skole-100000040",
            "Øygard. Privat skole. Kildene navngir den ikke i noe nettverk.",
        ),
        "Lia skole": (
            "../finn/provedal/#skole-100000016",
            "Prøvedal, i nettverket Nord-Eksempel.",
        ),
    }
    assert (
        'Fjellets frie skole <span class="skolenote">Privat skole. Kildene navngir den ikke i noe'
        " nettverk.</span>" in block(shown, "finn_skoler", "finn/oygard/", "oygard")
    )
    with_list = {page.path for page in generated_pages(shown.data) if "finn_skoler" in page.body}
    assert with_list == {
        "finn/eksempelby.md",
        "finn/provedal.md",
        "finn/oygard.md",
        "finn/eksempel-fylkeskommune.md",
    }


def test_names_stand_in_norwegian_order(tmp_path):
    shutil.copytree(EXAMPLE / "data", tmp_path / "data")
    file = tmp_path / "data" / "skoler.yml"
    names = ["Årvåg skole", "Østbygd skole", "Ærlig skole", "Zion skole"]
    file.write_text(
        file.read_text("utf-8")
        + "".join(
            f'  "20000000{number}": {{navn: {name}, kommune: "9902", trinn: [grunnskole]}}\n'
            for number, name in enumerate(names)
        ),
        "utf-8",
    )
    shown = view(tmp_path)
    assert (
        re.findall(
            r"<li id=\"skole-\d+\">(\w+ skole)",
            block(shown, "finn_skoler", "finn/provedal/", "provedal"),
        )[-4:]
        == names[::-1]
    )
    assert [
        name for name in school_lines(block(shown, "finn_liste", "finn/")) if name in names
    ] == names[::-1]


def test_names_are_compared_by_what_matters():
    assert (
        name_key("Momo Waldorf-skole AS")
        == name_key("momo waldorf skole")
        != name_key("Momo Waldorfskole")
    )


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Holtålen kommune Haltdalen oppvekstsenter", "Haltdalen oppvekstsenter"),
        ("Lierne kommune - Sørli skole", "Sørli skole"),
        ("Midtre Gauldal kommune Budal skole", "Budal skole"),
        ("Hemnskjela oppvekstsenter Avdeling skole", "Hemnskjela oppvekstsenter"),
        ("Sørbygda oppvekstsenter, avd skole", "Sørbygda oppvekstsenter"),
        ("Voll skole AS", "Voll skole"),
        ("Overhalla montessoriskole SA", "Overhalla montessoriskole"),
        ("Trondheim Toppidrettsgymnas Sti", "Trondheim Toppidrettsgymnas"),
        ("Stiftelsen Trondheim International School", "Trondheim International School"),
        ("Åsveien skole og ressurssenter", "Åsveien skole og ressurssenter"),
        ("Åfjord kommune voksenopplæring", "Åfjord kommune voksenopplæring"),
    ],
)
def test_a_name_is_read_without_its_owner_and_its_form_and_compared_so(written, read):
    assert readable(written) == read and name_key(written) == name_key(read)


def test_a_friskole_is_known_by_any_of_its_names_at_its_own_level():
    regional, upper = (load(EXAMPLE).data.nettverk[id] for id in ("nord-eksempel", "videregaende"))
    skole = Friskole(id="gran", navn="Gran skole", andre_navn=("Granskolen i lia",))
    named = {one.slag: NavngitteSkoler([(one, skole)]) for one in (regional, upper)}
    unit = Skole(navn="Granskolen lia AS", kommune="9901", trinn=("grunnskole",), privat=True)
    assert named["regionalt"].find("100000008", unit) is skole
    assert named["videregaende"].find("100000008", unit) is None
    assert named["regionalt"].find("100000008", unit.model_copy(update={"privat": False})) is None


def test_a_long_list_is_folded_and_a_short_one_stands(tmp_path):
    shutil.copytree(EXAMPLE / "data", tmp_path / "data")
    file = tmp_path / "data" / "skoler.yml"
    before = file.read_text("utf-8")
    for more, folded in ((FEW - 2, False), (FEW - 1, True)):
        lines = (
            f'  "20000000{n}": {{navn: Skole {n}, kommune: "9902", trinn: [grunnskole]}}\n'
            for n in range(more)
        )
        file.write_text(before + "".join(lines), "utf-8")
        html = block(view(tmp_path), "finn_skoler", "finn/provedal/", "provedal")
        assert ("<summary>9 skoler, i alfabetisk rekkefølge</summary>" in html) is folded
        assert '<li id="skole-200000000">Skole 0</li>' in html


def test_no_page_grows_with_the_schools_of_another_kommune(example):
    """But the list of all; and a number may have more digits."""
    before = contents(Site.read(example))
    with (example / "data" / "skoler.yml").open("a", encoding="utf-8") as file:
        file.writelines(
            f'  "{200000000 + n}": {{navn: Skole {n}, kommune: "9902", trinn: [grunnskole]}}\n'
            for n in range(400)
        )
    after = contents(Site.read(example))
    grown = {
        name: len(after[name]) - len(text) for name, text in before.items() if name.endswith(".md")
    }
    assert {name for name, more in grown.items() if more > len("400")} == {
        "finn/index.md",
        "finn/provedal.md",
    }


def test_schools_of_two_sources_are_told_apart():
    html = block(view(EXAMPLE), "finn_liste", "finn/")
    for said, kilde in (
        ("4 av skolene per 1. mai 2026", "skoleregisteret"),
        ("1 av skolene per 2025", "rapport"),
    ):
        assert f'<p>{said} · Kilde: <a href="../om/kilder/#{kilde}">' in html
    told = block(view(EXAMPLE), "kilde_liste", "om/kilder/")
    assert "Eksempellisensen 1.0. Herfra er 5 skoler i finneren, per 1. mai 2026." in told


def test_a_built_site_finds_the_school(example_site):
    finder = (example_site / "finn" / "index.html").read_text("utf-8")
    assert '<li><a href="../finn/provedal/#skole-100000016">Lia skole</a>' in finder
    page = (example_site / "finn" / "provedal" / "index.html").read_text("utf-8")
    assert "Skolene her" in page and '<li id="skole-100000016">Lia skole</li>' in page
    names = json.loads((example_site / "sok" / "navn.json").read_text("utf-8"))
    assert [
        "Lia skole",
        "finn/provedal/#skole-100000016",
        "Prøvedal, i nettverket Nord-Eksempel.",
        ["Prøvedal kommune Lia skole"],
        [],
        [],
        "g",
    ] in dict(names["grupper"])["Skoler"]


def test_a_broken_list_stops_the_build(project):
    file = project / "data" / "skoler.yml"
    file.write_text(file.read_text("utf-8").replace('kommune: "9903"', 'kommune: "9909"'), "utf-8")
    result = build(project, project / "site")
    assert (
        result.returncode != 0
        and "data/skoler.yml:12: «9909» finnes ikke i data/kommuner.yml. Mente du «9903»?"
        in result.stderr + result.stdout
    )
