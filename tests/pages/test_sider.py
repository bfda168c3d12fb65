"""What blocks and the frame lead to: told when an editor takes it away; led to by one filter."""

import re

import pytest
from conftest import ROOT

from macros.markup import ENVIRONMENT
from macros.model.sider import SIDER
from macros.reading.load import load

TEMPLATES = [
    file for room in ("pages", "drawings") for file in (ROOT / "macros" / room).glob("*.jinja")
]
FRAME = sorted((ROOT / "overrides").rglob("*.html"))
DATA = load(ROOT).data


@pytest.mark.parametrize(
    ("page", "leads"),
    [
        ("for-ansatte", "      - For ansatte: for-ansatte.md\n"),
        ("om/personvern", "      - Personvern: om/personvern.md\n"),
        ("om/tilgjengelighet", "      - Tilgjengelighet: om/tilgjengelighet.md\n"),
    ],
)
def test_a_page_that_others_lead_to_is_missed(example, edit, problems, page, leads):
    (example / "docs" / f"{page}.md").unlink()
    edit("mkdocs.yml", leads, "")
    assert f"docs/{page}.md:1: siden finnes ikke, men andre sider lenker til den." in " ".join(
        problems(example)
    ).replace(":1:1:", ":1:")


def test_a_page_that_nothing_in_the_data_needs_is_not(example, edit, problems):
    (example / "docs" / "for-ansatte.md").unlink()
    (example / "data" / "for-ansatte.yml").unlink()
    edit("mkdocs.yml", "      - For ansatte: for-ansatte.md\n", "")
    edit("docs/om/index.md", '{{ for_ansatte("skrive") }}\n\n', "")
    assert not [said for said in problems(example) if "lenker til den" in said]


def test_a_heading_that_others_lead_to_is_missed(example, edit, problems):
    edit("docs/om/rediger.md", "## Nettverkets egne datoer", "## Egne datoer")
    assert problems(example) == [
        "docs/om/rediger.md:1: andre sider lenker til #nettverkets-egne-datoer her, men ingen"
        " overskrift har den adressen. Skriv { #nettverkets-egne-datoer } etter overskriften"
    ]


@pytest.mark.parametrize(
    ("page", "blocks"),
    [
        ("om/kilder", ["kilde_liste"]),
        ("begreper", ["begreper_liste"]),
        ("roller/index", ["faglig_stotte"]),
        ("roller/aktorer", ["roller_aktorer"]),
        (
            "kontakt",
            [
                "kontakter_historie",
                "kontakter_institusjoner",
                "kontakter_representanter",
                "kontakter_up1",
            ],
        ),
    ],
)
def test_a_block_whose_rows_others_lead_to_is_missed(example, edit, problems, page, blocks):
    for block in blocks:
        given = '"eksempel"' if block == "roller_aktorer" else ""
        edit(f"docs/{page}.md", f"{{{{ {block}({given}) }}}}\n", "")
    assert problems(example) == [
        f"docs/{page}.md:1: andre sider lenker til det makroen «{block}» viser her. Sett den inn"
        " igjen"
        for block in blocks
    ]


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: file.name)
def test_a_template_leads_to_pages_by_the_filter_alone(file):
    """What a record or a file says of its own address comes as it is."""
    text = re.sub(r"\{#.*?#\}", "", file.read_text("utf-8"), flags=re.DOTALL)
    assert re.findall(r'(?:href|action)="(?:\.|/|\{\{ rot \}\}[^{"]*/["{#])', text) == []


@pytest.mark.parametrize("file", FRAME, ids=lambda file: file.name)
def test_the_frame_leads_to_pages_of_the_table(file):
    assert {
        address if address != "." else ""
        for address in re.findall(r"'([^']*)' \| url", file.read_text("utf-8"))
        if address.endswith(("/", "."))
    } <= set(SIDER)


def test_the_table_lists_nothing_that_nobody_leads_to():
    said = " ".join(file.read_text("utf-8") for file in (*TEMPLATES, *FRAME))
    led = set(
        re.findall(r"[\"']([a-z/-]*)(?:#[a-z-]*)?[\"'](?: ~ [\w.]+\))?\s?\|\s?(?:side|url)", said)
    )
    by_record = {"begreper/", "kontakt/", "om/kilder/", "roller/", "roller/aktorer/"}
    assert sorted(set(SIDER) - led - by_record - {""}) == []


def side(value: str, collection: str = "") -> str:
    template = ENVIRONMENT.from_string("{{ value|side(collection) }}")
    return template.render(value=value, collection=collection, data=DATA, rot="../")


def test_a_page_a_heading_and_a_record_have_their_addresses():
    assert side("finn/") == "../finn/"
    assert side("arshjul/abonner/#endringer") == "../arshjul/abonner/#endringer"
    for id in DATA.begreper:
        assert side(id, "begreper") == f"../begreper/#{id}"
    assert side(DATA.fylke.id, "roller") == "../roller/"


@pytest.mark.parametrize(
    ("value", "collection"),
    [("fin/", ""), ("finn/#topp", ""), ("finnes-ikke", "begreper"), ("finnes-ikke", "steder")],
)
def test_what_is_not_there_is_never_led_to(value, collection):
    with pytest.raises(KeyError):
        side(value, collection)
