"""The pages about schemes, contacts and the site itself: the right tense, nothing left out, and
nothing that drifts.
"""

import html
import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import yaml
from conftest import EXAMPLE, NOW, ROOT, as_typed

from macros.__main__ import verbs
from macros.exports.datasets import DATASETS
from macros.exports.fields import ExportField
from macros.model.arshjul import Hendelse
from macros.model.data import Data
from macros.model.fakta import Merknad
from macros.model.samlinger import SAMLINGER
from macros.pages.kontakter import PersonEntry
from macros.pages.sporsmal import open_questions
from macros.settings import Settings
from macros.site import Site


@pytest.fixture(scope="module")
def real() -> Data:
    return Site.read(ROOT).view.data


def example(day: str = "2026-06-01") -> Site:
    """The example as it is built at noon of a day."""
    return Site.read(
        EXAMPLE,
        Settings(timestamp=datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=UTC), now=NOW),
    )


def text(page: Path | str) -> str:
    """What a reader sees of a page or a block."""
    source = page.read_text("utf-8") if isinstance(page, Path) else page
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", source)).split())


def main_of(page: Path) -> str:
    """The article of a built page, without the frame."""
    return page.read_text("utf-8").partition("<article")[2].partition("</article>")[0]


@pytest.mark.parametrize(
    ("day", "old", "new"),
    [
        (
            "2025-12-31",
            "Gammelordningen gjelder 2018–2025. Nyordningen tar over.",
            "Nyordningen skal gjelde fra 1. januar 2026. Den tar over for Gammelordningen .",
        ),
        (
            "2026-01-01",
            "Gammelordningen gjaldt 2018–2025. Nyordningen har tatt over.",
            "Nyordningen gjelder fra 1. januar 2026. Den tok over for Gammelordningen .",
        ),
    ],
)
def test_a_scheme_says_in_the_right_tense_whether_it_is_in_force(day: str, old: str, new: str):
    site = example(day)
    assert text(
        site.block("ordning_svar", "ordninger/gammel-ordning/", "gammel-ordning")
    ).startswith(old)
    assert text(site.block("ordning_svar", "ordninger/ny-ordning/", "ny-ordning")).startswith(new)
    assert "Status ukjent. Ingen kilde sier" in text(
        site.block("ordning_svar", "ordninger/uviss-ordning/", "uviss-ordning")
    )


def test_the_schemes_in_time_begin_with_the_one_in_force_and_their_drawings_are_silent():
    line = example().block("ordning_kort", "")
    assert [text(scheme) for scheme in line.split("<li")[1:]] == [
        'class="gjelder"> Nyordningen For alle gjelder fra 1. januar 2026',
        'class="ukjent"> Uvissordningen Kanskje for noen status ukjent',
        'class="avsluttet"> Gammelordningen For dem som var først gjaldt 2018–2025',
    ]
    assert line.count("<svg") == line.count('aria-hidden="true"') == 6
    drawings = re.findall(r"<svg.*?</svg>", line)
    assert ["<rect x=" in drawing for drawing in drawings[1::2]] == [True, False, True]


def test_the_page_that_the_notice_leads_to_answers_at_once(real_site: Path):
    page = text(main_of(real_site / "ordninger/kollektiv-kompetanseutvikling/index.html"))
    first = page.partition("Om ordningen")[0]
    for part in (
        "gjelder fra 1. januar 2026",
        "tok over for Dekom , Kompetanseløftet og Rekom",
        "Hva betyr dette for oss?",
    ):
        assert part in first
    dekom = text(main_of(real_site / "ordninger/dekom/index.html"))
    assert "Dekom gjaldt til og med 2025" in dekom
    as_typed(
        "Vi vet ikke hva som er ført videre" in first and "Spør eieren deres" in first,
        "siden om den nye ordningen",
    )
    as_typed(
        "30 prosent" in dekom and "Rammeverket for 2023–24 nevner ingen egenandel" in dekom,
        "siden om Dekom",
    )


def test_every_scheme_has_a_page_with_all_its_sources(real_site: Path, real: Data):
    for id, ordning in real.ordninger.items():
        page = main_of(real_site / f"ordninger/{id}/index.html")
        for source in {
            source for record in ordning.walk() for source in getattr(record, "kilde", ())
        }:
            assert f'om/kilder/#{source}"' in page, (id, source)


def test_every_person_stands_once_on_the_contact_page_with_what_can_be_fetched(
    real_site: Path, real: Data
):
    page = main_of(real_site / "kontakt/index.html")
    for id, kontakt in real.kontakter.items():
        assert page.count(f'id="{id}"') == 1, id
        row = re.search(rf'<(tr|p|li)[^>]* id="{id}">.*?</\1>', page)[0]
        verv = real.verv.get(id, ())
        assert kontakt.navn in row and all(part.nettverk.kortnavn in row for part in verv)
        history = PersonEntry(id, kontakt, verv).er_historie
        assert (f"kontakt/{id}.vcf" in row) == (kontakt.kan_nas and not history)


def test_what_the_owner_has_not_filled_in_is_said_and_what_is_there_is_shown(
    real_site: Path, real: Data
):
    asked = [
        real.nettsted.redaktor,
        real.nettsted.henvendelser,
        real.nettsted.sikkerhet,
        real.nettsted.tilgjengelighetserklaering,
    ]
    assert main_of(real_site / "om/index.html").count("Ikke oppgitt ennå") == asked.count(None)
    assert (
        "ingen adresse for henvendelser ennå"
        in (real_site / "kontakt/index.html").read_text("utf-8")
    ) == (real.nettsted.henvendelser is None)
    assert (
        "ingen tilgjengelighetserklæring ennå"
        in (real_site / "om/tilgjengelighet/index.html").read_text("utf-8")
    ) == (real.nettsted.tilgjengelighetserklaering is None)
    assert (
        "ikke valgt noen lisens" in (real_site / "om/apne-data/index.html").read_text("utf-8")
    ) == (real.nettsted.lisens is None)
    filled = "".join(
        example().block(block, "om/")
        for block in ("nettsted_ansvar", "tilgjengelighetserklaering", "datalisens")
    )
    assert "Ikke oppgitt" not in filled and "ennå" not in filled
    assert "etter lisensen CC BY 4.0." in filled
    assert "mailto:post@eksempel.no" in filled and "Kari Eksempel, eksempelsjef" in filled


def test_every_open_question_is_asked_where_the_data_has_it(real_site: Path, real: Data):
    asked = list(open_questions(real))
    assert {id(q.merknad) for q in asked} == {
        id(part) for part in real.records if isinstance(part, Merknad) and part.sporsmal
    }
    page = text(main_of(real_site / "om/kilder/index.html"))
    for question in asked:
        place = question.merknad.place()
        assert question.merknad.sporsmal in page and f"{place.file}, linje {place.line}" in page
        assert "sporsmal" in "".join(
            (ROOT / place.file).read_text("utf-8").splitlines()[place.line - 1 : place.line + 4]
        )
        if question.page:
            address, _, anchor = question.page.partition("#")
            shown = (real_site / address / "index.html").read_text("utf-8")
            assert question.merknad.tekst in text(shown) and (
                not anchor or f'id="{anchor}"' in shown
            ), question


def test_a_question_that_stands_in_two_places_is_asked_once(edit, example):
    [question] = re.findall(
        "sporsmal: (.+)", (EXAMPLE / "data/nettverk/nord-eksempel.yml").read_text("utf-8")
    )
    edit(
        "data/kontakter.yml",
        "    - tekst: Kari finnes ikke.\n",
        f"    - tekst: Kari finnes ikke.\n      sporsmal: {question}\n",
    )
    page = text(Site.read(example).block("apne_sporsmal", "om/kilder/"))
    assert page.count(question) == 1
    assert "data/nettverk/nord-eksempel.yml, linje" in page and "data/kontakter.yml, linje" in page


def test_a_question_about_a_template_leads_to_its_page():
    [found] = [
        q
        for q in open_questions(example().view.data)
        if q.merknad.place().file == "data/maler/provemal.yml"
    ]
    assert (found.page, found.about) == ("maler/provemal/", "Mal for prøver")


def test_every_source_has_its_anchor(real_site: Path, real: Data):
    page = main_of(real_site / "om/kilder/index.html")
    for id, kilde in real.kilder.items():
        assert f'<dt id="{id}">' in page and kilde.tittel in text(page)


def described(fields: tuple[ExportField, ...]):
    for field in fields:
        yield field
        yield from described(field.parts)


def test_every_field_of_every_file_is_described(real_site: Path):
    page = main_of(real_site / "om/apne-data/index.html")
    for dataset in DATASETS:
        assert f'href="../../{dataset.address}"' in page and (real_site / dataset.address).exists()
        for field in described(dataset.fields):
            assert re.search(rf"<code>([a-z_]+\.)*{field.key}</code>", page), (
                dataset.address,
                field.key,
            )
            assert field.about and not re.search(
                r"Utelates|anførselstegn|legges til", field.about
            ), field.about


def test_the_page_about_privacy_names_all_that_is_kept_in_the_browser():
    scripts = [
        *(ROOT / "docs/assets").rglob("*.js"),
        *(ROOT / "overrides").rglob("*.html"),
        *(ROOT / "macros/pages").glob("*.jinja"),
        *(ROOT / "macros/drawings").glob("*.jinja"),
    ]
    kept = {
        key
        for script in scripts
        for key in re.findall(
            r"(?:local|session)Storage\.\w+\(\s*[\"'`]([^\"'`]+)", script.read_text("utf-8")
        )
    }
    assert kept and not any("document.cookie" in script.read_text("utf-8") for script in scripts)
    privacy = (ROOT / "docs/om/personvern.md").read_text("utf-8")
    assert all(f"`{key}`" in privacy for key in kept), kept


@pytest.mark.parametrize("guide", ["docs/om/rediger.md", "README.md"])
def test_the_guides_say_where_every_fact_is_mended(guide: str):
    said = (ROOT / guide).read_text("utf-8")
    for samling in SAMLINGER:
        folder, _, name = samling.pattern.rpartition("/")
        assert f"data/{folder}/" in said if folder else f"data/{name}" in said, samling.pattern


def test_the_guide_to_the_program_knows_every_room_every_verb_and_every_dependency():
    said = (ROOT / "HACKING.md").read_text("utf-8")
    assert [verb for verb in verbs() if f"| `python -m macros {verb}" not in said] == []
    rooms = [
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "macros").iterdir()
        if path.is_dir() and path.name != "__pycache__"
    ]
    rooms += [path.relative_to(ROOT).as_posix() for path in (ROOT / "macros").glob("*.py")]
    assert [
        samling for samling in rooms if f"`{samling}/`" not in said and f"`{samling}`" not in said
    ] == []
    wanted = [
        line
        for name in (
            "requirements.in",
            "requirements-test.in",
            "requirements-engines.in",
            "requirements-kart.in",
        )
        for line in (ROOT / name).read_text("utf-8").splitlines()
        if re.match(r"\w", line)
    ]
    assert [line for line in wanted if f"| {re.split('[=<>]', line)[0]} |" not in said] == []


def test_a_wrong_address_leads_on(real_site: Path):
    page = main_of(real_site / "404.html")
    assert "<h1>Siden finnes ikke</h1>" in page
    assert [link for link in re.findall(r'href="([^"]+)"', page)][:3] == [
        "/finn/",
        "/nettverk/",
        "/kontakt/",
    ]


def test_the_guides_example_is_an_event() -> None:
    guide = (ROOT / "docs/om/rediger.md").read_text("utf-8")
    [example] = [
        yaml.load(block, yaml.BaseLoader)
        for block in re.findall(r"```yaml\n(hendelser:\n.*?)```", guide, re.DOTALL)
    ]
    made = Hendelse.model_validate(example["hendelser"][0])
    assert made.tid.tekst == "14. oktober 2027 kl. 09:00–15:00" and made.er_over(date(2027, 10, 15))


def test_a_source_without_a_publisher_goes_on_in_the_sentence(real_site):
    page = main_of(real_site / "om/kilder/index.html")
    assert set(re.findall("[Ii]kke oppgitt i dokumentet", page)) == {"ikke oppgitt i dokumentet"}
