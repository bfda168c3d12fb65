"""Whole files gone wrong: empty, huge, in another encoding, in the wrong place; and never one
mistake blamed on another file.
"""

import shutil

import pytest
import yaml
from conftest import EXAMPLE, ROOT
from small_pictures import png

from macros.model.samlinger import SAMLING
from macros.problems import Place
from macros.reading.assets import judge_asset
from macros.reading.document import TextLoader
from macros.reading.load import load, read_file
from macros.reading.text import too_deep, too_large

FILE = "data/kontakter.yml"
EMPTY = (
    "filen er tom, eller begynner ikke med et felt. Hent den tilbake fra historikken, eller se"
    " eksempelet øverst i filen"
)
DEEP = "for mange nivåer inni hverandre. Se på innrykk og klammer"
NOT_UTF8 = "linjen har tegn som ikke er UTF-8. Lagre filen som «UTF-8» og se etter æ, ø og å"
WHERE = "Datafiler ender på .yml og ligger i mappene som README.md viser"

CONTENT = [
    (b"", 1, EMPTY),
    (b"# bare en kommentar\n# kari-eksempel:\n", 1, EMPTY),
    (b"- kari-eksempel\n- ola-prove\n- mette-mal\n", 1, EMPTY),
    (b"{}\n", 1, EMPTY),
    (b"---\n---\n", 2, "filen kan ikke ha linjer med bare --- eller ... Slett linjen"),
    (b"a: b\n" * 400_000, 1, "filen er for stor (2000 kB). En datafil er på høyst 1000 kB"),
    (b"[" * 400_000, 1, DEEP),
    (b"- " * 400_000, 1, DEEP),
    (b"\n".join(b" " * depth + b"a:" for depth in range(500)), 62, DEEP),
    ("navn: Prøve".encode("utf-16"), 1, NOT_UTF8),
    (b"PK\x03\x04\x00\x00\xff\xfe", 1, NOT_UTF8),
]
STRANGERS = [
    ("nettverk/ny.yaml", " Mente du «nettverk/ny.yml»?"),
    ("nettverk/NY.YML", " Mente du «nettverk/ny.yml»?"),
    ("nettverk/gamle/ny.yml", " Mente du «nettverk/ny.yml»?"),
    ("kontakt.yml", " Mente du «kontakter.yml»?"),
    ("kontakter.docx", " Mente du «kontakter.yml»?"),
    ("kontakter.yml~", " Mente du «kontakter.yml»?"),
    ("nord-eksempel.yml", ""),
]


@pytest.mark.parametrize(("content", "line", "words"), CONTENT, ids=range(len(CONTENT)))
def test_a_file_with_nothing_to_read(example, problems, content, line, words):
    (example / FILE).write_bytes(content)
    assert problems(example) == [f"{FILE}:{line}: {words}"]


@pytest.mark.parametrize(
    ("limit", "most"),
    [
        (lambda size: too_large(FILE, bytes(size)), 1_000_000),
        (lambda size: too_deep(FILE, f"a: {'[' * size}{']' * size}"), 20),
        (lambda size: too_deep(FILE, "[]" * 99 + "[{" * size), 10),
        (lambda size: too_deep(FILE, "]" * 99 + "[" * size), 20),
        (lambda size: too_deep(FILE, f"{' ' * size}a:"), 60),
        (lambda size: "stort (" in str(judge_asset("x.png", "x.png", png(size, 1))), 4000),
        (lambda size: "for stor (" in str(judge_asset("x.gif", "x.gif", bytes(size))), 1_000_000),
        (lambda size: "for stor (" in str(judge_asset("x.pdf", "x.pdf", bytes(size))), 10_000_000),
        (lambda size: "for stor (" in str(judge_asset("x.svg", "x.svg", b" " * size)), 1_000_000),
    ],
)
def test_the_last_that_a_limit_lets_through(limit, most):
    assert not limit(most) and limit(most + 1)


def test_a_byte_order_mark(example, problems):
    (example / FILE).write_bytes(b"\xef\xbb\xbf" + (example / FILE).read_bytes())
    assert problems(example) == [
        f"{FILE}:1: filen begynner med et usynlig tegn (BOM). Lagre den som «UTF-8» uten BOM"
    ]


def test_latin_1(example, edit, problems):
    edit(FILE, "  epost: mette.mal@eksempel.no\n", "  epost: mette\n")
    (example / FILE).write_bytes((example / FILE).read_text("utf-8").encode("latin-1"))
    assert problems(example) == [
        f"{FILE}:12: {NOT_UTF8}",
        f"{FILE}:35: «mette» er ikke en e-postadresse. Skriv den som fornavn.etternavn@eksempel.no",
    ]


@pytest.mark.parametrize(
    ("spoilt", "sign"),
    [("Pr\ufffdve", "\ufffd"), ("PrÃ\u00b8ve", "Ã\u00b8"), ("Prøve â€“ to", "â€")],
)
def test_letters_that_another_encoding_has_spoilt(example, edit, problems, spoilt, sign):
    words = (
        f"linjen har ødelagte bokstaver («{sign}»). Hent den tilbake fra historikken, eller skriv"
        " den på nytt. Se etter flere lenger nede"
    )
    edit(FILE, "  navn: Ola Prøve\n", f"  navn: Ola {spoilt}\n")
    edit("docs/kontakt.md", "# Kontakt\n", f"# Kontakt\n\n{spoilt}\n")
    assert problems(example) == [f"{FILE}:28: {words}", f"docs/kontakt.md:7: {words}"]


@pytest.mark.parametrize("end", [b"\r\n", b"\r"])
def test_other_line_ends_are_fine(example, edit, problems, end):
    edit(FILE, "  navn: Ola Prøve\n", "  nvan: Ola Prøve\n")
    (example / FILE).write_bytes((example / FILE).read_bytes().replace(b"\n", end))
    assert problems(example) == [f"{FILE}:28: feltet «nvan» finnes ikke her. Mente du «navn»?"]


@pytest.mark.parametrize(("name", "meant"), STRANGERS)
def test_a_file_that_nobody_reads(example, problems, name, meant):
    file = example / "data" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text("id: ny\n")
    assert problems(example) == [
        f"data/{name}:1: ingen leser denne filen{meant or '.'} {WHERE}".replace(
            "filen Mente", "filen. Mente"
        )
    ]


def test_hidden_files_and_schemas_are_left_alone(example, problems):
    (example / "data" / ".DS_Store").write_text("x")
    (example / "data" / "schema").mkdir()
    (example / "data" / "schema" / "nettverk.json").write_text("{}")
    assert problems(example) == []


def test_what_a_program_has_made_is_not_mended_by_hand(example, edit):
    edit("data/kart.json", '"9902": [', '"9902" [')
    [problem] = load(example).problems
    assert (problem.place, problem.message) == (
        Place("data/kart.json", 9, 12),
        "filen er skadet her. Et program har laget den: hent den tilbake fra historikken, eller lag"
        " den på nytt, slik HACKING.md sier",
    )


def test_a_missing_file_is_one_mistake(example, problems):
    (example / FILE).unlink()
    assert problems(example) == [f"{FILE}:1: filen mangler. Hent den tilbake fra historikken"]


def test_what_a_county_cannot_do_without(tmp_path):
    (tmp_path / "data").mkdir()
    assert [problem.place.file for problem in load(tmp_path).problems] == [
        "data/arshjul/monster.yml",
        "data/begreper.yml",
        "data/fylke.yml",
        "data/institusjoner.yml",
        "data/kart.json",
        "data/kilder.yml",
        "data/kommuner.yml",
        "data/kontakter.yml",
        "data/nettsted.yml",
        "data/nettverk/*.yml",
        "data/ordninger.yml",
        "data/roller/*.yml",
        "data/roller/faser.yml",
        "data/roller/samarbeidsforum.yml",
        "data/roller/stotte.yml",
        "data/tekster.yml",
    ]


@pytest.mark.parametrize(("wrong", "more"), [(100, False), (101, True)])
def test_a_file_with_more_mistakes_than_anybody_reads(wrong, more):
    lines = "".join(f"x{number}:\n" for number in range(wrong)).encode()
    *first, last = read_file("data/kilder.yml", lines, SAMLING["kilder"]).problems
    said = "filen har flere feil enn de 99 over. Rett dem først, eller hent filen tilbake fra"
    assert len(first) == 99 and (last.message == f"{said} historikken") is more


def test_all_networks_missing_is_one_mistake(example, problems):
    shutil.rmtree(example / "data" / "nettverk")
    assert (
        problems(example)[0]
        == "data/nettverk/*.yml:1: filen mangler. Hent den tilbake fra historikken"
    )
    assert not [problem for problem in problems(example) if "kommuner.yml" in problem]


def test_a_folder_where_a_file_should_be(example, problems):
    (example / FILE).unlink()
    (example / FILE).mkdir()
    assert problems(example) == [
        f"{FILE}:1: filen kan ikke åpnes. Den må være en vanlig fil som alle kan lese"
    ]


def test_a_file_that_can_not_be_read_hides_nothing_elsewhere(example, edit, problems):
    edit(FILE, "  navn: Ola Prøve\n", '  navn: "Ola Prøve\n')
    edit("data/nettverk/sor-eksempel.yml", "person: ola-prove", "person: ola-prov")
    edit("data/kommuner.yml", "  navn: Øygard\n", "  navn: Øygard\n  nanv: Øygard\n")
    assert problems(example) == [
        "data/kommuner.yml:27: feltet «nanv» finnes ikke her. Mente du «navn»?",
        (
            f"{FILE}:28: anførselstegnet som åpner på denne linjen, blir aldri lukket. Sett et likt"
            " tegn bak teksten"
        ),
        (
            "data/nettverk/sor-eksempel.yml:14: «ola-prov» finnes ikke i data/kontakter.yml. Mente"
            " du «ola-prove»?"
        ),
    ]


def test_a_bad_record_hides_neither_its_id_nor_what_it_points_at(example, edit, problems):
    edit("data/nettverk/nord-eksempel.yml", "slag: regionalt", "slag: regional")
    edit("data/nettverk/nord-eksempel.yml", "person: kari-eksempel", "person: kari-eksempl")
    edit(FILE, "  epost: kari.eksempel@eksempel.no\n", "  epost: kari.eksempel\n")
    assert problems(example) == [
        (
            f"{FILE}:17: «kari.eksempel» er ikke en e-postadresse. Skriv den som"
            " fornavn.etternavn@eksempel.no"
        ),
        (
            "data/nettverk/nord-eksempel.yml:7: «regional» kan ikke stå i «slag». Mente du"
            " «regionalt»? Skriv regionalt eller videregaende"
        ),
        (
            "data/nettverk/nord-eksempel.yml:35: «kari-eksempl» finnes ikke i data/kontakter.yml."
            " Mente du «kari-eksempel»?"
        ),
    ]


@pytest.mark.parametrize("root", [ROOT, EXAMPLE], ids=["ekte", "eksempel"])
def test_the_data_read_the_same_where_yaml_has_only_its_python_part(root):
    for file in (root / "data").rglob("*.yml"):
        text = file.read_text("utf-8")
        assert yaml.load(text, yaml.BaseLoader) == yaml.load(text, TextLoader), file
