"""The page for staff and Nordland's strategy: what was proposed is called so, nobody is seated who
was not, and nothing is filled in by guess.
"""

import re
from dataclasses import replace

import pytest
from conftest import ROOT

from macros.model.data import Data
from macros.model.emner import Emne
from macros.model.kompetanse import Fagmiljo
from macros.pages.emner import for_ansatte, kompetanse, strategi_emner
from macros.pages.generated import generated_pages
from macros.pages.view import View
from macros.settings import Settings
from macros.site import Site

LABEL = "Forslag, ikke vedtatt praksis (desember 2021)"
# What the report of December 2021 says of each subject.
PROPOSED = {
    "anbefaling": ["modell 2", "modell 1", "UP1-råd", "ikke om modellen ble prøvd ut"],
    "modell-1": [
        "senter",
        "«Senter for skoleutvikling»",
        "studieprogramråd",
        "utdanningsutvalget",
        "utvidede ledergruppen",
        "Vi tegner den ikke",
    ],
    "for-oppstart": [
        "Pris og budsjett",
        "Sjekkliste for prosjektleder",
        "Sjekkliste for enhetsleder",
        "Mal for samarbeidsavtale",
        "Faktorberegning",
        "forelesning og veiledning",
    ],
    "grunnpakke": [
        "4 dager",
        "2 semestre",
        "1,5 dag og 1 dag",
        "Prisen var ikke satt",
        "sjablongpris",
    ],
    "avtaler": ["utviklingen og planleggingen", "tilleggsavtaler", "revideres", "prosjektøkonomen"],
    "up1-rad": [
        "studieprogramrådene",
        "utdanningsutvalget",
        "Mandatet til koordinatoren var ikke skrevet",
        "Koordinatoren var ikke utpekt",
        "Nord universitet var ikke med",
        "fra én til tre",
    ],
    "kunnskap": [
        "tok med seg en kollega som var ny",
        "mentorordning",
        "rullering",
        "spørreskjema fulgt av samtaler",
        "Nestleder for utdanning hadde ansvaret",
    ],
    "deling": ["Dekom-konferanse", "en konferanse som alt fantes", "Teachmeet i regionene"],
}
# What the strategy for 2020–2023 says of each subject.
NORDLAND = {
    "bakgrunn": [
        "Meld. St. 21 (2016–2017)",
        "Fylkesmannen heter Statsforvalteren siden 1. januar 2021",
        "RKK",
    ],
    "nasjonale-mal": ["bærekraftig Norge", "Tre overordnede mål", "grunnopplæringen", "barnehagen"],
    "mal": [
        "Bedre læring",
        "videregående opplæring",
        "utfordringene i skolene og kommunene",
        "langsiktig",
    ],
    "satsinger": [
        "Inkludering, identitet og kulturelt mangfold",
        "Tidlig innsats",
        "Innovasjon og entreprenørskap",
        "Aktive og kreative læringsformer",
    ],
    "delmal-1": [
        "dybdelæring",
        "tverrfaglig",
        "nye vurderingsformer",
        "profesjonsfaglig digital kompetanse",
    ],
    "delmal-2": [
        "lede utviklingsprosesser",
        "verdivalg",
        "forskning",
        "målrettede tiltak",
        "skole og hjem",
    ],
    "delmal-3": [
        "begynneropplæring",
        "lære elevene å lære",
        "variert, tverrfaglig og praktisk",
        "inkluderende læringsmiljø",
        "dagjeldende loven fra 1998",
        "§ 1-3",
    ],
    "regioner": [
        "ni kompetanseregioner",
        "Sju av nettverkene",
        "Videregående opplæring var en egen region",
        "lister ikke opp regionene",
    ],
    "partnerskap": [
        "fem eksempler",
        "lister dem ikke opp",
        "tre utfordringer",
        "formål og ansvar",
        "relasjonene",
        "hvor den andre står",
    ],
    "uenighet": ["tok Fylkesmannen den endelige beslutningen"],
    "penger": [
        "40 prosent",
        "60 prosent",
        "større del til UH",
        "forholdsmessig",
        "2020–2023",
        "egne penger",
    ],
    "evaluering": [
        "effekt (resultat), prosess og struktur",
        "innen 1. februar hvert år",
        "rapportløsningen",
    ],
}
# In the working group, but UP1 in no network.
ONLY_IN_THE_GROUP = ["Hagerup", "Nyhagen", "Mikkelsen", "Aasen", "Dehlin", "Grüters"]


@pytest.fixture(scope="module")
def view() -> View:
    """The real data, seen from a page one level down."""
    return Site.read(ROOT).view.at("for-ansatte/")


def lost(record: Emne, printed: list[str], page: str) -> list[str]:
    """What the source says, and the data still do, but not the page: editors may say it in other
    words.
    """
    data = " ".join(str(value) for part in record.walk() for value in part.model_dump().values())
    return [text for text in printed if text in data and text not in page]


def words(html: str) -> str:
    """What a reader sees."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.mark.parametrize("id", PROPOSED)
def test_what_was_proposed_is_labelled_and_whole(view, id):
    if emne := view.data.for_ansatte.get(id):
        page = words(for_ansatte(view, id))
        assert page.startswith(LABEL) or not emne.forslag
        assert lost(emne, PROPOSED[id], page) == []


def test_every_subject_for_staff_is_on_the_page_and_what_is_a_fact_is_not_called_proposed(view):
    page = (ROOT / "docs" / "for-ansatte.md").read_text("utf-8")
    called = {id for call in re.findall(r"for_ansatte\((.*?)\)", page) for id in call.split('"')}
    assert set(view.data.for_ansatte) <= called
    assert all(
        ("Forslag, ikke vedtatt praksis" in for_ansatte(view, id)) == emne.forslag
        for id, emne in view.data.for_ansatte.items()
    )


@pytest.mark.parametrize("id", NORDLAND)
def test_the_strategy_is_whole_and_history(view, id):
    if emne := view.data.strategi["nordland"].emner.get(id):
        page = words(strategi_emner(view, "nordland"))
        assert lost(emne, NORDLAND[id], page) == []
        assert f"2020–2023 · Kilde: {view.data.kilder['nordland-2020'].kort}" in page


def test_every_part_of_the_strategy_is_on_the_page(view):
    page = next(p for p in generated_pages(view.data) if p.path == "roller/nordland/strategi.md")
    assert '{{ strategi_emner("nordland") }}' in page.body
    lines = re.findall(r'<details class="spm" id="([\w-]+)"', strategi_emner(view, "nordland"))
    assert lines == list(view.data.strategi["nordland"].emner)


def test_nothing_of_nordland_comes_from_elsewhere_or_goes_elsewhere(view):
    assert {emne.kilde for emne in view.data.strategi["nordland"].emner.values()} == {
        ("nordland-2020",)
    }
    assert not any("nordland-2020" in case.kilde for case in view.data.saksgang.values())


def test_nobody_is_seated_in_a_council_that_was_only_proposed(view):
    page = (ROOT / "docs" / "for-ansatte.md").read_text("utf-8")
    council = view.data.for_ansatte.get("up1-rad")
    said = words(for_ansatte(view, "up1-rad")) if council else ""
    up1 = {p.person for n in view.data.nettverk.values() for p in n.utviklingspartnere}
    assert [id for id in up1 if view.data.kontakter[id].navn in said + page] == []


def test_members_of_the_working_group_are_not_named(view):
    printed = replace(
        view,
        data=replace(
            view.data,
            kompetanse={id: one for id, one in view.data.kompetanse.items() if not one.kontakt},
        ),
    )
    pages = " ".join(
        [
            *(for_ansatte(view, id) for id in PROPOSED if id in view.data.for_ansatte),
            kompetanse(printed),
        ]
    )
    assert [name for name in ONLY_IN_THE_GROUP if name in words(pages)] == []


def test_the_overview_of_competence_is_honest_while_it_is_empty(view):
    table = kompetanse(view)
    assert re.findall(r'<th scope="row" id="([\w-]+)">', table) == list(view.data.kompetanse)
    assert table.count("Ikke fylt ut. Kildene sier ikke hva fagmiljøet kan.") == sum(
        not one.kan for one in view.data.kompetanse.values()
    )
    assert not re.search(r"</t[hd]><t", table)


def test_the_overview_of_competence_shows_what_staff_fill_in(view):
    filled = Fagmiljo.model_validate(
        {
            "navn": "Seksjon X",
            "slag": "seksjon",
            "institusjon": "ntnu",
            "kontakt": "mette-meidell",
            "lenke": "https://www.eksempel.no/",
            "kan": [{"tekst": "Lede utviklingsarbeid", "kilde": "notat-2018", "per": "2027"}],
            "kilde": "notat-2018",
            "per": "2027",
            "bekreftet": {"dato": "2027-01-15", "av": "Seksjonsleder"},
        }
    )
    row = words(
        kompetanse(
            replace(
                view,
                settings=Settings(),
                data=replace(view.data, nettsted=None, kompetanse={"x": filled}),
            )
        )
    )
    institution = view.data.institusjoner["ntnu"].kortnavn
    assert (
        f"Seksjon X Fagseksjon, {institution} 2018 Lede utviklingsarbeid 2018"
        " Mette Meidell . Bekreftet 15. januar 2027 av Seksjonsleder" in row
    )
    assert f"Seksjon X per 2027 · Kilde: {view.data.kilder['notat-2018'].kort}" in row
    assert "Ikke fylt ut" not in row


def test_a_proposal_without_a_date_is_still_labelled(view):
    undated = replace(
        view,
        data=Data(
            kilder=view.data.kilder,
            for_ansatte={"x": Emne(tittel="X", forslag=True, kilde="notat-2018")},
        ),
    )
    assert "Forslag, ikke vedtatt praksis (udatert)" in for_ansatte(undated, "x")
