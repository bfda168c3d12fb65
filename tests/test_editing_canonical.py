"""The one form of a data file: the same meaning, the same comments, and done twice it is done
once.
"""

from pathlib import Path

import pytest
from filled_in import READ

from macros.editing.canonical import canonical
from macros.editing.order import Kind
from macros.editing.tidy import tidied, tidy
from macros.editing.tree import comments_of
from macros.model.data import Data
from macros.reading.document import read_document
from macros.reading.layout import LAYOUT
from macros.reading.load import load

TESTS = Path(__file__).parent
ROOMS = [
    (root, file, room)
    for root in (TESTS / "example", TESTS.parent)
    for room in LAYOUT
    for file in sorted((root / "data").glob(room.pattern))
]
NETWORK = Kind.of_file(next(room for room in LAYOUT if room.collection == "nettverk"))

MESSY = """\
# yaml-language-server: $schema=../schema/nettverk.json
#
# Til redaktøren.

# om navnet
navn:   'Prøve: en'
id: "prove"   # id-en
kommuner:
- 5020 # Osen
- '5057'

# om hendelsene
hendelser:
    - tittel:  "Møte"
      # når det er
      nar: { kl: 10:00–15:00,
             dato: "2024-01-01" }
      id: mote


    -   id: to
        kilde:
        - a
        - b
        # - c
# om representanten
representant: {kilde: x, person: 'kari', per: 2024}
skoler:
   offentlige: "17"
   kilde: 'rapport'
   # private: 3
om:
   - kilde: x
     tekst: En setning som går
       over to linjer.
   - tekst: "\\"Ja\\", sa hun"
   - tekst: 'Sak # 7: ferdig'   # med tegn
   - tekst: Sak#8
kortnavn: "no"
# til slutt
"""
CLEAN = """\
# yaml-language-server: $schema=../schema/nettverk.json
#
# Til redaktøren.

id: prove   # id-en
# om navnet
navn: "Prøve: en"
kortnavn: "no"
kommuner:
  - "5020" # Osen
  - "5057"
# om representanten
representant: {person: kari, per: "2024", kilde: x}
skoler:
  offentlige: 17
  kilde: rapport
  # private: 3

# om hendelsene
hendelser:
  - id: mote
    tittel: Møte
    # når det er
    nar:
      dato: 2024-01-01
      kl: "10:00–15:00"

  - id: to
    kilde:
      - a
      - b
      # - c
om:
  - tekst: En setning som går over to linjer.
    kilde: x
  - tekst: '"Ja", sa hun'
  - tekst: "Sak # 7: ferdig"   # med tegn
  - tekst: Sak#8
# til slutt
"""


def test_a_messy_file():
    assert canonical(MESSY, NETWORK) == CLEAN


def test_the_form_is_a_form():
    assert canonical(CLEAN, NETWORK) == CLEAN


def test_the_meaning_of_the_messy_file_is_the_same():
    assert read_document("x", MESSY.encode()).value == read_document("x", CLEAN.encode()).value
    assert comments_of(MESSY) == comments_of(CLEAN)
    assert "# med tegn" in comments_of(MESSY) and not any(
        "ferdig" in comment for comment in comments_of(MESSY)
    )


@pytest.mark.parametrize(
    ("root", "file", "room"), ROOMS, ids=lambda value: value.name if isinstance(value, Path) else ""
)
def test_every_file_of_ours_keeps_its_meaning_and_its_comments(root, file, room):
    name, raw = file.relative_to(root).as_posix(), file.read_bytes()
    fresh = tidy(name, raw, Kind.of_file(room))
    assert fresh is not None
    assert read_document(name, fresh).value == read_document(name, raw).value
    assert comments_of(fresh.decode()) == comments_of(raw.decode())
    assert tidy(name, fresh, Kind.of_file(room)) == fresh


def said(data: Data) -> list:
    return [(type(record).__name__, record.model_dump()) for record in data.records]


@pytest.mark.parametrize("root", [TESTS / "example", TESTS.parent], ids=["example", "real"])
def test_the_model_is_the_same(root, tmp_path):
    files = tidied(root).changed
    for room in LAYOUT:
        for file in (root / "data").glob(room.pattern):
            target = tmp_path / file.relative_to(root)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(files.get(file.relative_to(root).as_posix(), file.read_bytes()))
    assert said(load(tmp_path, READ).data) == said(load(root, READ).data)
    assert tidied(tmp_path).changed == {}


def test_broken_files_are_left_alone(example):
    (example / "data" / "kilder.yml").write_text("a: [", encoding="utf-8")
    (example / "data" / "begreper.yml").write_text("a: 1\na: 2\n", encoding="utf-8")
    assert tidied(example).left == ("data/kilder.yml", "data/begreper.yml")


def test_windows_line_ends_and_texts_of_several_lines():
    text = "a:\r\n  tekst: |\r\n    En\r\n\r\n    To\r\n  kilde: >-\r\n    x\r\n    y\r\nb: {}\r\n"
    assert (
        tidy("data/prove.yml", text.encode(), Kind())
        == b"a:\n  tekst: |\n    En\n\n    To\n  kilde: x y\nb: {}\n"
    )


@pytest.mark.parametrize(
    ("text", "fresh"),
    [
        ("a:\n  tekst:\u00a0Ola\u00a0Prøve\n", "a:\n  tekst: Ola Prøve\n"),
        ("a:\n\u2009\u2009tekst: Ola Pr\u00f8ve\n", "a:\n  tekst: Ola Prøve\n"),
        ("a:\n  tekst: Ka\u030are\n", "a:\n  tekst: Kåre\n"),
    ],
)
def test_what_no_editor_can_see_is_made_plain(text, fresh):
    assert tidy("data/prove.yml", text.encode(), Kind()) == fresh.encode()
