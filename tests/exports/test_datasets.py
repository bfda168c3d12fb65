"""The downloads: right for their readers, the same every time, and neutral whatever an editor
writes.
"""

import csv
import io
import json
import re
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import vobject
from conftest import EPOCH, EXAMPLE, ROOT
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from macros.exports.data_files import cell, table
from macros.exports.datasets import DATASETS, Dataset
from macros.exports.visittkort import escape, vcard
from macros.model.data import Data
from macros.model.fakta import Kilde
from macros.model.fylke import Fylke
from macros.model.kontakter import HISTORIE_FOR, Kontakt
from macros.model.types import FORBIDDEN, Personnavn, Tekst
from macros.model.verv import er_historie
from macros.settings import Settings
from macros.site import Site, published_files

BOM = b"\xef\xbb\xbf"
JSON = [dataset for dataset in DATASETS if dataset.address.endswith(".json")]
CSV = [dataset for dataset in DATASETS if dataset.address.endswith(".csv")]
ANY_TEXT = st.text(st.characters(exclude_categories=("Cs",)))
# What a field of the data can hold: no control characters, single blanks.
FIELD_TEXT = (
    ANY_TEXT.filter(lambda text: not FORBIDDEN.search(text))
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)


@pytest.fixture(scope="module")
def site() -> Site:
    """The example on a known day at a known address."""
    return Site.read(
        EXAMPLE,
        Settings(
            site_url="https://eksempel.no/", timestamp=datetime.fromtimestamp(int(EPOCH), UTC)
        ),
    )


@pytest.fixture(scope="module")
def files(site: Site) -> dict[str, bytes]:
    return dict(published_files(site.view))


@pytest.fixture(scope="module")
def real() -> Data:
    return Site.read(ROOT).view.data


def test_what_the_example_publishes(files, golden):
    made = {
        address: content
        for address, content in files.items()
        if address.startswith(("data/", "kontakt/"))
    }
    assert set(made) == {dataset.address for dataset in DATASETS} | {
        "kontakt/kari-eksempel.vcf",
        "kontakt/mette-mal.vcf",
    }
    for address, content in made.items():
        golden(address, content)


def test_what_is_said_of_every_field(site, golden):
    """A line for each file and each of its fields, as the page about open data has them."""
    subjects = dict.fromkeys(Path(dataset.address).stem for dataset in DATASETS)
    html = "".join(site.block("apne_data", "om/apne-data/", subject) for subject in subjects)
    golden("data/felter.txt", re.sub(r"<[^>]*>", "", re.sub(r" *<(?:p|tr)>", "\n", html)))


@pytest.mark.parametrize("address", ["rediger/opplysninger.json", "sok/navn.json"])
def test_what_the_form_and_the_search_are_told(site, golden, address):
    """A line for each record and each kind of fields, with its words and what is refused."""
    told = json.loads(site.files()[address])
    lines = (
        f"{part}: {json.dumps(one, ensure_ascii=False)}\n"
        for part, ones in told.items()
        for one in (ones if isinstance(ones, list) else [ones])
    )
    golden(address.replace(".json", ".txt"), "".join(lines))


@pytest.mark.parametrize("dataset", JSON, ids=lambda dataset: dataset.address)
def test_json_has_a_head_and_every_described_field_in_order(dataset: Dataset, files, site):
    content = json.loads(files[dataset.address])
    assert list(content) == ["beskrivelse", "oppdatert", "avsluttet", "nytt", "poster"]
    assert content["avsluttet"] == ["Gammelordningen, 2018–2025"]
    assert content["nytt"] == "https://eksempel.no/na/"
    assert content["oppdatert"] == "2026-06-01"
    assert len(content["poster"]) == len(list(dataset.rows(site.view.data))) > 0
    for entry in content["poster"]:
        assert list(entry) == [field.key for field in dataset.fields]


def facts(value: object):
    """Every group within that has a source."""
    if isinstance(value, dict):
        if "kilde" in value:
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from facts(item)


@pytest.mark.parametrize("dataset", JSON, ids=lambda dataset: dataset.address)
def test_every_fact_names_its_source_and_has_a_place_for_its_date(dataset: Dataset, files, site):
    found = list(facts(json.loads(files[dataset.address])))
    assert len(found) > 1
    for fact in found:
        assert fact["kilde_navn"] == [site.view.data.kilder[id].kort for id in fact["kilde"]]
        assert {"per", "gjelder"} <= set(fact) or {"nr", "slag", "nar", "kolonner"} & set(fact)


def test_json_keeps_the_facts_of_a_network(files):
    network = json.loads(files["data/nettverk.json"])["poster"][0]
    assert network["kommuner_navn"] and len(network["kommuner_navn"]) == len(network["kommuner"])
    assert network["utviklingspartnere"][0]["person_navn"] == "Kari Eksempel"
    assert "hendelser" not in network


@pytest.mark.parametrize("dataset", CSV, ids=lambda dataset: dataset.address)
def test_csv_is_what_norwegian_excel_opens(dataset: Dataset, files, site):
    content = files[dataset.address]
    assert content.startswith(BOM)
    assert not re.search(rb"(?<!\r)\n", content)
    rows = list(
        csv.reader(io.StringIO(content.removeprefix(BOM).decode(), newline=""), delimiter=";")
    )
    assert rows[0] == [*(field.key for field in dataset.fields), "avsluttet", "nytt"]
    assert all(row[-1].endswith("/na/") for row in rows[1:])
    assert len(rows) == 1 + len(list(dataset.rows(site.view.data)))
    assert {len(row) for row in rows} == {len(rows[0])}


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+47",
        "-2",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        " =1",
        "\uff1d1",
        '=cmd|" /C calc"!A0',
    ],
)
def test_no_cell_starts_a_formula(text: str):
    assert cell(text) == f"'{text}"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (0, "0"),
        (date(2026, 6, 1), "2026-06-01"),
        ("73 55 98 99", "73 55 98 99"),
        ("a=b", "a=b"),
    ],
)
def test_other_cells_stand_as_they_are(value: object, text: str):
    assert cell(value) == text


@given(st.lists(st.lists(ANY_TEXT, min_size=2, max_size=2), min_size=1))
def test_a_table_reads_back_whatever_is_in_it(lines: list[list[str]]):
    cells = [[cell(text) for text in line] for line in lines]
    assert list(csv.reader(io.StringIO(table(cells).decode(), newline=""), delimiter=";")) == cells
    assert not any(re.match(r"\s*[=+\-@]|[\t\r\n]", text) for line in cells for text in line)


COUNTY = Fylke(
    id="eksempel",
    navn="Eksempelfylket",
    fylkeskommune="fylkeskommunen",
    larerutdanninger=("uie",),
    domene="eksempler",
    kilde="notat",
)


def taken(kind: object) -> Callable[[str], bool]:
    """Whether a field of this kind takes a text."""
    judged = TypeAdapter(kind)

    def takes(text: str) -> bool:
        with suppress(ValidationError):
            return bool(judged.validate_python(text))
        return False

    return takes


@given(FIELD_TEXT.filter(taken(Personnavn)), FIELD_TEXT.filter(taken(Tekst)))
def test_a_contact_card_reads_back_whatever_the_name_and_the_post_are(name: str, post: str):
    data = Data(
        fylke=COUNTY,
        kilder={"notat": Kilde(tittel="T", kort="Kort, med; tegn\\", utgiver="U")},
        kontakter={
            "noen": Kontakt(
                navn=name,
                epost="a@eksempel.no",
                kilde="notat",
                per="2024",
                stillinger=[{"tekst": post, "kilde": "notat"}],
            )
        },
    )
    made = vcard(data, "noen", "https://eksempel.no/kontakt/#noen", date(2026, 11, 1), "n")
    assert all(len(line) <= 75 for line in made.split(b"\r\n"))
    card = vobject.readOne(made.decode())
    assert card.fn.value == data.kontakter["noen"].navn
    assert f"{card.n.value.given} {card.n.value.family}".strip() == data.kontakter["noen"].navn
    assert (
        card.note.value
        == f"per 2024 · Kilde: Kort, med; tegn\\\n{data.kontakter['noen'].stillinger[0].tekst}"
        " (udatert)"
    )  # nothing has ended where there are no schemes
    assert len(list(card.getChildren())) == 7


def test_line_breaks_of_every_kind_stay_in_the_value():
    assert escape("a\r\nb\rc\nd") == "a\\nb\\nc\\nd"


def test_only_those_who_can_be_reached_have_a_card_and_no_card_has_an_old_number(real: Data):
    made = {
        name: content
        for name, content in published_files(Site.read(ROOT).view).items()
        if name.endswith(".vcf")
    }
    assert set(made) == {
        f"kontakt/{id}.vcf"
        for id, kontakt in real.kontakter.items()
        if (kontakt.epost or kontakt.telefon) and not er_historie(kontakt, real.verv.get(id, ()))
    }
    for name, content in made.items():
        card, kontakt = vobject.readOne(content.decode()), real.kontakter[Path(name).stem]
        assert card.note.value.startswith(
            f"per {kontakt.per.tekst} · Kilde: {real.kilder[kontakt.kilde[0]].kort}"
        )
        assert not hasattr(card, "tel") or kontakt.per.end >= HISTORIE_FOR
    assert b"TEL" not in made["kontakt/elin-bo-morud.vcf"]


def test_the_files_that_machines_look_for_have_the_address_of_the_site(files):
    assert files["robots.txt"].decode() == (
        "User-agent: *\nAllow: /\n\nSitemap: https://eksempel.no/sitemap.xml\n"
    )
    assert files[".well-known/security.txt"].decode() == (
        "Contact: mailto:sikkerhet@eksempel.no\nExpires: 2027-06-01T00:00:00Z\n"
        "Preferred-Languages: nb, nn, en\n"
        "Canonical: https://eksempel.no/.well-known/security.txt\n"
    )


def test_nobody_who_is_history_only_has_a_card_or_an_address_in_the_open_data(example, edit):
    known = Site.read(example).view
    edit(
        "data/kontakter.yml",
        "  kilde: [notat, rapport]\n  gjelder: {fra: 2021, til: 2024}\n",
        "  kilde: [notat, rapport]\n  gjelder: {fra: 2018, til: 2019}\n",
    )
    for network in (example / "data" / "nettverk").glob("*.yml"):
        text = network.read_text("utf-8")
        network.write_text(text.replace("person: mette-mal", "person: ola-prove"), "utf-8")
    for view, there in ((known, True), (Site.read(example).view, False)):
        made = published_files(view)
        assert ("kontakt/mette-mal.vcf" in made) == there
        for address in ("data/kontakter.json", "data/kontakter.csv"):
            assert b"Mette Mal" in made[address]
            assert (b"mette.mal@eksempel.no" in made[address]) == there
