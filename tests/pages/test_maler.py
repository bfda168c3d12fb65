"""The templates as data: every mistake in exact words, and the real ones point by point against
what their sources say.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from conftest import ROOT, as_typed

from macros.model.maler import Mal
from macros.model.maler_ord import fra_og_til, ordene
from macros.model.malform import MalMerknad, Tekster
from macros.pages.maler import mal_innhold, mal_om, mal_oversikt, mal_skjema
from macros.pages.selvsjekk import TERM, selvsjekk
from macros.pages.view import View
from macros.reading.load import load
from macros.settings import Settings

MAL = "data/maler/provemal.yml"
DATA = load(ROOT).data
# After every scheme that the templates were made for.
VIEW = View(DATA, Settings(timestamp=datetime(2026, 11, 1, tzinfo=UTC)), "maler/prove/")
MISTAKES = [
    (
        "slag: kort, utfylt: Eksempelby}",
        "slag: kort, alternativer: [Ja, Nei]}",
        30,
        "«alternativer» brukes bare når slag er valg. Slett linjen, eller skriv «slag: valg»",
    ),
    (
        "slag: kryss}",
        "slag: kryss, linjer: 3}",
        33,
        "«linjer» brukes bare når slag er lang. Slett linjen, eller skriv «slag: lang»",
    ),
    (
        ", alternativer: [{nb: Noe, nn: Noko}, {nb: Ikke noe, nn: Ikkje noko}]}",
        "}",
        34,
        "et valg har minst to svar. Skriv dem under «alternativer», som [Ja, Nei]",
    ),
    (
        ", kolonner: [{id: hva, navn: {nb: Hva, nn: Kva}}]}",
        "}",
        35,
        "en tabell har minst én kolonne. Skriv id og navn under «kolonner»",
    ),
    ("rader: 2", "rader: 41", 35, "«rader» er 41. Skriv et tall fra 1 til 40"),
    ("linjer: 3", "linjer: 0", 31, "«linjer» er 0. Skriv et tall fra 1 til 40"),
    (
        "  - id: alt\n",
        "  - id: indre\n",
        41,
        "delen «indre» står to ganger. Gi den ene en annen id",
    ),
    (
        "[{id: hva, navn: {nb: Hva, nn: Kva}}]",
        "[{id: hva, navn: {nb: Hva, nn: Kva}}, {id: hva, navn: {nb: A, nn: A}}]",
        35,
        "kolonnen «hva» står to ganger. Gi den ene en annen id",
    ),
    (
        "{tekst: Delen er lang., nn: Delen er lang.}",
        "{tekst: Delen er lang.}",
        45,
        "teksten mangler på nynorsk. Legg til en linje med «nn:» under",
    ),
    (
        "{nb: Det var alle., nn: Det var alle.}",
        "{nn: Det var alle.}",
        37,
        "feltet «nb» mangler. Legg til linjen «nb: …»",
    ),
    (
        "slag: kryss}",
        "slag: avkryssing}",
        33,
        (
            "«avkryssing» kan ikke stå i «slag». Mente du «kryss»? Skriv kort, lang, dato, kryss,"
            " valg eller tabell"
        ),
    ),
]


@pytest.mark.parametrize(("old", "new", "line", "message"), MISTAKES)
def test_a_mistake_in_a_template(example, edit, problems, old, new, line, message):
    edit(MAL, old, new)
    assert f"{MAL}:{line}: {message}" in problems(example)


def test_a_template_in_bokmal_alone_has_no_nynorsk(example, edit, problems):
    edit(MAL, "nynorsk: true\n", "")
    found = problems(example)
    assert (
        found[0]
        == f"{MAL}:4: malen finnes bare på bokmål. Slett «nn», eller skriv «nynorsk: true» øverst"
        " og oversett resten"
    )
    assert len(found) > 10


def said(value: object) -> Iterator[str]:
    """All that a template says in bokmål."""
    return (record.i("nb") for record in value.walk() if hasattr(record, "i"))


def holds(id: str, *words: str) -> None:
    text = " ".join(said(DATA.maler[id])).lower()
    as_typed(all(word.lower() in text for word in words), f"data/maler/{id}.yml")


def titles(mal: Mal) -> list[str]:
    return [del_.tittel.nb for del_ in mal.deler]


def test_the_templates_and_the_forms_they_have():
    promised = {
        "skriveramme": (True, True, False),
        "sjekkliste-prosjektleder": (False, False, False),
        "sjekkliste-enhetsleder": (False, False, False),
        "samarbeidsavtale": (False, False, False),
        "behovsmelding": (True, True, True),
        "beslutningsgrunnlag": (True, True, True),
        "rapportering": (True, True, True),
    }
    assert {
        id: (mal.fyll_ut, mal.nynorsk, bool(mal.skjema))
        for id, mal in DATA.maler.items()
        if id in promised
    } == promised


def test_skriveramme_has_its_five_parts_and_all_advice():
    mal = DATA.maler["skriveramme"]
    as_typed(
        titles(mal)[1:]
        == [
            "1. Situasjonsbeskrivelse og analyse",
            "2. Mål",
            "3. Tiltak",
            "4. Organisering og forankring",
            "5. Vurdering",
        ],
        "skriverammen",
    )
    as_typed(
        [felt.navn.nb for felt in mal.deler[0].felt] == ["Skole", "Tidsperiode"], "skriverammen"
    )
    holds(
        "skriveramme",
        "nasjonale prøver",
        "kartleggingsprøver",
        "elevundersøkelsen",
        "eksamen",
        "foreldre",
        "læringsmiljøet",
        "eierskap",
        "milepæl",
        "ressursgruppe",
        "digitale ressurser",
        "stadig begynner på noe annet",
        "SKU",
        "UP1 og UP2",
        "spørsmål å forske på",
        "underveis",
        "til slutt",
        "del 2",
        "logg, film, intervjuer",
    )


def test_the_project_leaders_list_keeps_its_conditions():
    holds(
        "sjekkliste-prosjektleder",
        "signert og godkjent før det kan inngås avtale eller kontrakt",
        "prosjektøkonomen",
        "verv",
        "selvstendig næringsdrivende",
        "forvaltningsloven § 6",
        "F-20-07 punkt 2.2 d",
        "delfinansiering fra NTNU",
        "personell, lab, utstyr og annen infrastruktur",
    )
    as_typed(
        [felt.slag for felt in DATA.maler["sjekkliste-prosjektleder"].alle_felt()].count("valg")
        == 4,
        "sjekklisten for prosjektledere",
    )


def test_the_unit_leaders_list_keeps_its_rows_and_marks_what_is_outdated():
    mal = DATA.maler["sjekkliste-enhetsleder"]
    assert "svt.ntnu.no" not in " ".join(said(mal))
    as_typed(
        [felt.slag for felt in mal.alle_felt()].count("kryss") == 6, "sjekklisten for enhetsledere"
    )
    as_typed(
        [[svar.nb for svar in felt.alternativer] for felt in mal.alle_felt() if felt.slag == "valg"]
        == [["Ja", "Ikke aktuelt"]] * 3,
        "sjekklisten for enhetsledere",
    )
    holds(
        "sjekkliste-enhetsleder",
        "bidrag eller oppdrag",
        "bare aktuelt når prosjektet er bidragsfinansiert",
        "REK-portalen",
        "NSD gikk inn i Sikt",
        "spør fakultetet hvilken adresse",
    )


@pytest.mark.parametrize("id", ["sjekkliste-prosjektleder", "sjekkliste-enhetsleder"])
def test_the_checklists_name_their_six_grounds(id):
    as_typed(
        [punkt.nb for punkt in DATA.maler[id].deler[-1].punkter]
        == [
            "Kunnskapsdepartementets rundskriv F-20-07",
            "Forvaltningsloven",
            "NTNUs hovedregler for økonomiforvaltningen og rektors økonomiinstruks",
            "Etiske retningslinjer for staten",
            "NTNUs personalreglement for vitenskapelige stillinger",
            "Helseforskningsloven",
        ],
        f"data/maler/{id}.yml",
    )


def test_the_agreement_keeps_its_terms_with_its_numbers_mended():
    as_typed(
        titles(DATA.maler["samarbeidsavtale"])[1:]
        == [
            "1. Bakgrunn",
            "2. Organisering",
            "3. Rolleavklaring",
            "4. Prosjektbeskrivelse",
            "5. Tildeling av midler",
            "6. Samarbeidets varighet",
            "Underskrift",
        ],
        "avtalen",
    )
    as_typed(
        [del_.id for del_ in DATA.maler["samarbeidsavtale"].alle_deler() if del_.valgfri]
        == ["organisering-part", "fordeling", "underskrift"],
        "avtalen",
    )
    holds(
        "samarbeidsavtale",
        "anbudsrunder",
        "30 prosent",
        "endringsprotokoll eller en tilleggsavtale",
        "force majeure",
        "sett en fast sum",
        "retningslinjene fra Udir",
        "avtalen slutter å gjelde",
        "når kontrakten er signert",
        "Statsforvalteren",
        "administrativ koordinator",
        "faggruppe",
        "mottakers referanse",
        "lærerprofesjonen",
    )


@pytest.mark.parametrize(
    ("id", "words"),
    [
        (
            "behovsmelding",
            [
                "frivillig",
                "målet",
                "forankret",
                "tiltak",
                "elevene",
                "kostnad",
                "bidrar med selv",
                "kompetansemiljø",
                "prioritert rekkefølge",
            ],
        ),
        (
            "beslutningsgrunnlag",
            [
                "langsiktige kompetanseutviklingsplan",
                "avtaler",
                "anslått kostnad",
                "doble formålet",
                "fire år fram",
                "elevene",
                "oppfølgingsordningen",
                "samarbeidsforum",
            ],
        ),
        (
            "rapportering",
            [
                "måloppnåelse",
                "bruk av midler",
                "høringssystemet til udir",
                "hadde ansvar for at hele partnerskapet var med",
                "fellestiltak",
                "elevstemmen",
                "styringsinformasjon",
            ],
        ),
    ],
)
def test_a_preparation_asks_what_the_sources_say_and_says_that_it_is_not_official(id, words):
    page = mal_om(VIEW, id)
    assert (
        "<strong>Ikke offisielt skjema.</strong> Det offisielle skjemaet hørte til en ordning som"
        " er avsluttet." in page
    )
    assert "send inn" not in page
    assert DATA.maler[id].tittel.nb.startswith("Forberedelse til ")
    holds(id, *words)


def test_words_of_the_field_are_explained_in_bokmal_alone():
    explained = r'Ord som er forklart: .*begreper/#behovsmelding"'
    assert re.search(explained, mal_om(VIEW, "behovsmelding"))
    assert not re.search(explained, mal_om(VIEW, "behovsmelding", "nn"))


@pytest.mark.parametrize("id", [id for id, mal in DATA.maler.items() if mal.nynorsk])
def test_a_page_in_nynorsk_has_no_bokmal_but_the_names_of_sources(id):
    for block in (mal_om, mal_innhold, mal_skjema):
        if block is mal_skjema and not DATA.maler[id].fyll_ut:
            continue
        page = re.sub(r'<span lang="nb">.*?</span>|data-ord=\'[^\']*\'', " ", block(VIEW, id, "nn"))
        page = re.sub(r'<p class="kilde">.*?</p>|<a [^>]*lang="nb"[^>]*>.*?</a>', " ", page)
        words = set(re.findall(r"[a-zæøå]+", re.sub(r"<[^>]+>", " ", page).lower()))
        assert not words & {"ikke", "hvordan", "hvilke", "hvem", "dere", "fra", "eier", "forbehold"}


def test_what_one_fills_in_says_what_changes_what_one_does_and_no_more():
    for id, mal in DATA.maler.items():
        if mal.fyll_ut:
            form = mal_skjema(VIEW, id)
            for caution in (one for one in mal.walk() if isinstance(one, MalMerknad)):
                assert (caution.tekst in form) == caution.viktig


@pytest.mark.parametrize("sprak", ["nb", "nn"])
def test_the_page_and_the_form_say_that_the_scheme_has_ended_and_lead_to_news(sprak):
    for block in (mal_om, mal_skjema):
        page, mal = block(VIEW, "behovsmelding", sprak), DATA.maler["behovsmelding"]
        assert fra_og_til(mal, DATA.ordninger, VIEW.today, sprak) in page
        assert 'href="../../na/"' in page
        assert f"{ordene(sprak)['nytt']}: {VIEW.news}" in page


def test_every_template_is_a_card_with_its_ways():
    for gruppe in {mal.gruppe for mal in DATA.maler.values()}:
        cards = mal_oversikt(VIEW, gruppe)
        for id, mal in DATA.maler.items():
            ways = {
                "Fyll ut": (mal.fyll_ut, f"../../maler/{id}/fyll-ut/"),
                "Word": (True, f"../../maler/{id}.docx"),
                "Les": (True, f"../../maler/{id}/"),
                "Nynorsk": (mal.nynorsk, f"../../maler/{id}/nn/"),
            }
            for name, (offered, address) in ways.items():
                here = offered and mal.gruppe == gruppe
                assert bool(re.search(rf'href="{address}"[^>]*>{name}<', cards)) == here
        assert "Åpne selvsjekken" not in cards
    assert "Åpne selvsjekken" in mal_oversikt(VIEW, "skoler", True)


def test_every_page_says_whom_when_and_which_year_it_was_made_for():
    for id, mal in DATA.maler.items():
        page = mal_om(VIEW, id)
        assert (
            mal.hvem.nb in page
            and mal.nar.nb in page
            and fra_og_til(mal, DATA.ordninger, VIEW.today, "nb") in page
            and f"maler/{id}.docx" in page
        )


def test_no_text_is_left_in_bokmal_on_a_page_in_nynorsk():
    differ = [
        record
        for mal in DATA.maler.values()
        if mal.nynorsk
        for record in mal.walk()
        if isinstance(record, Tekster) and record.nb != record.nn
    ]
    assert len(differ) > 100
    bokmal = {" hvordan ", " hvilke ", " ikke ", " dere ", " fra ", " skole ", " noe "}
    assert [
        record.nn for record in differ if any(word in f" {record.nn.lower()} " for word in bokmal)
    ] == []
    assert set(ordene("nb")) == set(ordene("nn"))


def test_the_self_check_has_the_questions_of_both_years():
    page = selvsjekk(VIEW, "dekom")
    assert page.count("☐") == 36
    for words in (
        "lokal forankring",
        "fragmentert",
        "skolebaserte",
        "elevstemmen når tiltakene planlegges og evalueres",
        "God forankring",
        "Helhetlige",
        "Elevene er med når tiltakene planlegges og gjennomføres",
    ):
        as_typed(words in page, "de fire sentrale spørsmålene")


def test_the_self_check_says_in_both_forms_what_it_is_from_and_leads_to_the_other():
    for sprak, other, words in (
        ("nb", "nn/", "Fra Dekom, per 2019. Ordningen er avsluttet."),
        ("nn", "", "Frå Dekom, per 2019. Ordninga er avslutta."),
    ):
        page = selvsjekk(VIEW, "dekom", sprak)
        as_typed(words in page, "de fire sentrale spørsmålene")
        assert f'href="../../maler/selvsjekk/{other}"' in page and page.count("☐") == 36


def test_a_template_in_nynorsk_leads_to_the_self_check_in_the_forms_that_there_are():
    assert 'href="../../maler/selvsjekk/nn/">' in mal_om(VIEW, "behovsmelding", "nn")
    term = DATA.begreper[TERM].model_copy(update={"nn": ()})
    without = replace(VIEW, data=replace(DATA, begreper=DATA.begreper | {TERM: term}))
    assert 'href="../../maler/selvsjekk/" hreflang="nb">' in mal_om(without, "behovsmelding", "nn")


def test_a_row_of_the_year_without_nynorsk_is_marked_as_bokmal():
    page, cycle = mal_om(VIEW, "behovsmelding", "nn"), DATA.sykluser["2023-2025"]
    as_typed("Eventuelle behovsmeldingar frå eigarane" in page, "data/arshjul/2023-2025.yml")
    rows = tuple(row.model_copy(update={"nn": None}) for row in cycle.hendelser)
    cycles = DATA.sykluser | {cycle.id: cycle.model_copy(update={"hendelser": rows})}
    without = mal_om(replace(VIEW, data=replace(DATA, sykluser=cycles)), "behovsmelding", "nn")
    title = DATA.rad("2023-2025/behovsmeldinger-2023").hendelse.tittel
    assert without.count(f'<span lang="nb">{title}</span>') == 2
