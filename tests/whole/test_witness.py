"""Nothing that a reader can learn from the site is lost unseen."""

from collections.abc import Callable
from pathlib import Path

import pytest
from built import read_pages
from conftest import EXAMPLE, ROOT, TESTS
from site_words import Site
from witness import changes, own_words, read_data, read_list, unseen, whole, witness

DATA = {
    "kilder": """
notat: {tittel: Et notat fra fjellet, kort: Notat 2018}
plan: {tittel: En plan for dalen, kort: Plan 2021}
""",
    "kontakter": """
kari: {navn: Kari Nordmann, epost: kari@eksempel.no}
""",
    "nettverk": """
dalen:
  navn: Nettverk Dalen
  representant: {person: kari, per: "2024", kilde: plan}
  skoler: {offentlige: 17, kilde: notat}
  om:
    - tekst: Skolene møtes hver høst. De skriver en plan sammen.
      gjelder: {fra: 2018-05-02, til: "2024"}
      kilde: notat
      merknader:
        - tekst: Notatet sier ikke hvem som leder møtet.
""",
}
OM = """
<h1>Nettverk Dalen</h1>
<h2>Om</h2> <p>Skolene møtes hver <a href="#">høst</a>. De skriver en plan sammen.</p>
<p>2. mai 2018 til 2024 · Kilde: Notat 2018</p>
<p>Merk: Notatet sier ikke hvem som leder møtet. Kildene oppgir ingen telefon.</p>
"""
HVEM = """
<h2>Representant</h2> <p>Kari Nordmann, <a href="mailto:kari@eksempel.no">skriv</a></p>
<p>per 2024 · Kilde: Plan 2021</p>
<h2>Skoler</h2> <p>17 skoler. Kilde: Notat 2018</p>
"""
KILDER = "<h1>Kilder</h1> <p>Notat 2018: Et notat fra fjellet. Plan 2021: En plan for dalen</p>"
PAGES = {"dalen/index.html": OM + HVEM, "kilder/index.html": KILDER}
# The same, redesigned: in folds, in other words, in capitals, and on other pages.
REDESIGNED = {
    "index.html": """
<h1>NETTVERK DALEN</h1> <h2>Dette gjør nettverket</h2> <ul><li>Skolene møtes hver h&oslash;st
<li>de skriver&nbsp;en plan sammen</ul> <details><summary>Hvor vet vi dette fra?</summary> <dl>
<dt>Tid<dd>02.05.2018 til 2024<dt>Fra<dd>Notat 2018
<dt>Husk<dd>Notatet sier ikke hvem som leder mø&shy;tet
</dl></details>"""
    + HVEM,
    "om/kilder.html": KILDER,
}


@pytest.fixture
def seen(tmp_path: Path) -> Callable:
    """A made-up site: its data, edited in one place, and what reads it."""

    def make(pages: dict[str, str], *edit: str) -> tuple[Site, list]:
        for name, text in DATA.items():
            (tmp_path / f"{name}.yml").write_text(text.replace(*edit) if edit else text, "utf-8")
        site = tmp_path / f"site-{len(list(tmp_path.iterdir()))}"
        for name, text in pages.items():
            (site / name).parent.mkdir(parents=True, exist_ok=True)
            (site / name).write_text(f"<!doctype html><title>Prøve</title>{text}", "utf-8")
        return Site(site, read_pages(site)), read_data(tmp_path)

    return make


def without(text: str, instead: str = "") -> dict[str, str]:
    """The pages, with something taken away wherever it stands."""
    assert any(text in page for page in PAGES.values())
    return {name: page.replace(text, instead) for name, page in PAGES.items()}


@pytest.mark.parametrize(
    ("pages", "lost"),
    [
        (PAGES, []),
        (REDESIGNED, []),
        (
            without("De skriver en plan sammen."),
            [
                "De skriver en plan sammen. | kilde Notat 2018 | /dalen/",
                "De skriver en plan sammen. | tid 2018-05-02/2024 | /dalen/",
                "De skriver en plan sammen. | vises | /dalen/",
            ],
        ),
        (
            without("Notatet sier ikke hvem som leder møtet."),
            ["Notatet sier ikke hvem som leder møtet. | vises | /dalen/"],
        ),
        (
            without("Kilde: Plan 2021"),
            ["Nettverk Dalen > person: Kari Nordmann | kilde Plan 2021 | /dalen/"],
        ),
        (
            without("per 2024"),
            ["Nettverk Dalen > person: Kari Nordmann | tid 2024 | /dalen/"],
        ),
        (
            without("mailto:", "#"),
            ["Kari Nordmann > epost: kari@eksempel.no | vises | /dalen/"],
        ),
        (
            without("17 skoler", "170 skoler"),
            [
                "Nettverk Dalen > offentlige: 17 | kilde Notat 2018 | /dalen/",
                "Nettverk Dalen > offentlige: 17 | vises | /dalen/",
            ],
        ),
        (without("En plan for dalen"), ["tittel: En plan for dalen | vises | /kilder/"]),
    ],
)
def test_what_a_site_no_longer_says_is_lost(seen, pages, lost):
    before, now = witness(*seen(PAGES)), witness(*seen(pages))
    assert changes(before, now)["lost"] == lost


def test_what_has_left_a_page_is_told_and_is_not_lost(seen):
    more = PAGES | {"naboen/index.html": OM}
    found = changes(witness(*seen(more)), witness(*seen(PAGES)))
    assert found["lost"] == []
    assert "Skolene møtes hver høst. | vises | /naboen/" in found["left"]


def test_a_source_that_stands_far_from_its_fact_is_lost_beside_it(seen):
    far = {
        "dalen/index.html": without("Kilde: Plan 2021")["dalen/index.html"]
        + "<h2>Til slutt</h2> Plan 2021"
    }
    now = witness(*seen(far | {"kilder/index.html": KILDER}))
    fact = "Nettverk Dalen > person: Kari Nordmann"
    assert now[fact]["kilde Plan 2021"] == {"hele:/dalen/"}
    lost = [f"{fact} | kilde Plan 2021 | /dalen/"]
    assert changes(witness(*seen(PAGES)), now)["lost"] == lost
    assert changes(now, witness(*seen(PAGES)))["lost"] == []


def test_what_an_editor_changes_is_not_missed(seen):
    edit = ("De skriver en plan sammen.", "De skriver en rapport.")
    site, data = seen(without(*edit), *edit)
    found = changes(witness(*seen(PAGES)), witness(site, data))
    assert (found["lost"], found["gone"]) == ([], ["De skriver en plan sammen."])
    assert found["new"] == ["De skriver en rapport."]


def test_what_stands_in_the_data_and_nowhere_on_the_site_is_named(seen):
    site, data = seen(PAGES, "offentlige: 17", "offentlige: 17, private: 4")
    assert unseen(data, witness(site, data)) == [
        "nettverk.yml private | Nettverk Dalen > private: 4"
    ]


def test_a_list_is_read_as_it_was_written(seen):
    site, data = seen(PAGES)
    listed, own = read_list(whole(site, data))
    assert (listed, own) == (witness(site, data), own_words(site, data))
    assert own == {"Kildene oppgir ingen telefon.": {"vises": {"/dalen/"}}}


@pytest.fixture(scope="module")
def site(real_site: Path) -> Site:
    """The words of the real site."""
    return Site(real_site, read_pages(real_site))


def test_nothing_is_lost_from_the_real_site(site, request):
    data = read_data(ROOT / "data")
    file = TESTS / "golden" / "vitne.txt"
    if request.config.getoption("--bless"):
        file.write_text(whole(site, data), "utf-8")
    now = witness(site, data)
    lost = changes(read_list(file.read_text("utf-8"))[0], now)["lost"]
    assert lost == [], "Står ikke lenger på nettstedet. Skal det være slik, kjør «pytest --bless»"
    assert unseen(data, now) == [], "Står i data/, men vises ikke for noen"


def test_everything_in_the_example_is_shown(example_site):
    data = read_data(EXAMPLE / "data")
    assert unseen(data, witness(Site(example_site, read_pages(example_site)), data)) == []


def test_every_kind_of_file_is_read(site):
    assert {place.split("/")[0] for place, _ in site.pieces} == {
        "", "hele:", "Word", "data", "kalender", "kort",
    }  # fmt: skip
