"""A role matrix or a strategy in data/ is a page by itself, where docs/ has none: in any county."""

from conftest import EXAMPLE

from macros.judging import made_pages
from macros.reading.load import load
from macros.site import Site

OTHER = """navn: barnehagene
om: Hvem som gjorde hva i barnehagene.
aktorer:
  styrer:
    navn: Styreren
    oppgaver:
      - punkter: [Åpne døren]
        per: 2024
        kilde: notat
"""


def paths(root, written=()) -> list[str]:
    """The generated pages of roles."""
    made = made_pages(load(root).data, written)
    return [page.path for page in made if page.path.startswith("roller/")]


def test_every_matrix_but_the_countys_own_and_every_strategy_is_a_page():
    assert paths(EXAMPLE) == ["roller/provefylke/index.md", "roller/provefylke/strategi.md"]


def test_a_new_file_is_a_new_page_and_nothing_else_is_needed(example, problems):
    (example / "data/roller/barnehage.yml").write_text(OTHER, "utf-8")
    assert problems(example) == []
    assert paths(example)[0] == "roller/barnehage/index.md"
    card = Site.read(example).block("roller_aktorer", "roller/barnehage/", "barnehage")
    assert '<h2 id="styrer">Styreren</h2>' in card and "<li>Åpne døren</li>" in card


def test_a_page_that_an_editor_has_written_stands_in_its_place(example, problems):
    page = example / "docs/roller/provefylke.md"
    page.write_text("# Min egen side\n\n{{ roller_om('provefylke') }}\n", "utf-8")
    assert problems(example) == []
    assert paths(example, ["roller/provefylke.md"]) == ["roller/provefylke/strategi.md"]
    assert not any(made.path == "roller/provefylke/index.md" for made in Site.read(example).pages())


def test_the_page_is_called_what_the_matrix_is_about_and_edits_its_file():
    made = next(page for page in Site.read(EXAMPLE).pages() if page.path.startswith("roller/"))
    assert (made.title, made.source) == (
        "Roller i Prøvefylket",
        "data/roller/provefylke.yml",
    )


def test_the_names_of_the_county_come_from_its_record():
    site = Site.read(EXAMPLE)
    assert "Rollene i Eksempelfylket" in site.block("roller_om", "roller/x/", "provefylke")
    assert "Kommuner utenfor Eksempelfylket" in site.block("finn_liste", "finn/")
    assert site.view.data.kalendere["alle"].om == "Alle felles frister og møter i Eksempelfylket."
    assert b"@eksempler-mellom-skole-og-eksempel" in site.files()["kontakt/kari-eksempel.vcf"]
