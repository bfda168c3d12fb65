"""One change, one line: whatever the hand that wrote the file."""

import difflib

import pytest

from macros.editing.draft import Draft, Unsafe

FILE = "data/nettverk/prove.yml"
ODD = """\
# Til redaktøren
id: prove
representant:
    person: a   # merk
    per:   "2024"
    kilde:  b
utviklingspartnere:
- person: c
  kilde: d   # kilden
# om det neste
ansvarlig: ntnu
bekreftet: {dato: 2025-01-01, av: "NTNU: ILU"} # hvem
hendelser:

- id: en
  nar: {dato: 2024-01-01}

# andre
- id: to
  nar:
    dato:
kilde: [x,
  y]"""


def changed(*steps, text=ODD, file=FILE):
    draft = Draft(file, text.encode())
    for name, *arguments in steps:
        getattr(draft, name)(*arguments)
    lines = list(
        difflib.unified_diff(text.split("\n"), draft.raw.decode().split("\n"), lineterm="", n=0)
    )[2:]
    return [line for line in lines if not line.startswith("@@")]


@pytest.mark.parametrize(
    ("step", "lines"),
    [
        (
            ("set", ("representant", "person"), "b"),
            ["-    person: a   # merk", "+    person: b   # merk"],
        ),
        (("set", ("representant", "per"), "2025"), ['-    per:   "2024"', '+    per:   "2025"']),
        (
            ("set", ("representant", "per"), "2025-08"),
            ['-    per:   "2024"', "+    per:   2025-08"],
        ),
        (("set", ("representant", "kilde"), ["a", "b"]), ["-    kilde:  b", "+    kilde: [a, b]"]),
        (("set", ("representant", "gjelder"), {"til": "2026"}), ['+    gjelder: {til: "2026"}']),
        (
            ("set", ("bekreftet", "dato"), "2026-01-01"),
            [
                '-bekreftet: {dato: 2025-01-01, av: "NTNU: ILU"} # hvem',
                '+bekreftet: {dato: 2026-01-01, av: "NTNU: ILU"} # hvem',
            ],
        ),
        (("set", ("nettsted",), "https://eksempel.no/#a"), ["+nettsted: https://eksempel.no/#a"]),
        (("set", ("navn",), "Prøve: en"), ['+navn: "Prøve: en"']),
        (("remove", ("representant", "per")), ['-    per:   "2024"']),
        (
            ("remove", ("bekreftet", "av")),
            [
                '-bekreftet: {dato: 2025-01-01, av: "NTNU: ILU"} # hvem',
                "+bekreftet: {dato: 2025-01-01} # hvem",
            ],
        ),
        (("remove", ("ansvarlig",)), ["-ansvarlig: ntnu"]),
        (
            ("insert", ("utviklingspartnere",), 1, {"person": "e", "kilde": "f"}),
            ["+- person: e", "+  kilde: f"],
        ),
        (
            ("insert", ("utviklingspartnere",), 0, {"person": "e", "kilde": "f"}),
            ["+- person: e", "+  kilde: f"],
        ),
        (
            ("insert", ("hendelser",), 2, {"id": "tre", "nar": {"dato": "2024-03-01"}}),
            ["+", "+- id: tre", "+  nar:", "+    dato: 2024-03-01"],
        ),
        (
            ("set", ("hendelser", 1, "nar", "dato"), "2024-02-01"),
            ["-    dato:", "+    dato: 2024-02-01"],
        ),
        (
            ("set", ("hendelser", 1, "nar"), {"maned": "2024-02"}),
            ["-    dato:", "+    maned: 2024-02"],
        ),
        (
            ("set", ("hendelser", 0, "nar", "kl"), "10:00–11:00"),
            ["-  nar: {dato: 2024-01-01}", '+  nar: {dato: 2024-01-01, kl: "10:00–11:00"}'],
        ),
        (
            ("insert", ("om",), 0, {"tekst": "Ja", "kilde": "x"}),
            ["+om:", "+  - tekst: Ja", "+    kilde: x"],
        ),
        (
            ("set", ("utviklingspartnere", 0, "kilde"), ["d", "e"]),
            ["-  kilde: d   # kilden", "+  kilde: [d, e]   # kilden"],
        ),
        (("insert", ("kilde",), 0, "z"), ["-kilde: [x,", "-  y]", "+kilde: [z, x, y]"]),
    ],
    ids=str,
)
def test_only_the_lines_that_must(step, lines):
    assert changed(step) == lines


LOOSE = """\
navn: |
  Over flere
  linjer.

hendelser:
-
  nar: {dato: 2024-01-01,
    kl: "10:00"}
- {id: to,
  tittel: To}
om:
bekreftet:
  av: >
    Her og
    der
  dato: 2024-01-01
"""


@pytest.mark.parametrize(
    ("step", "lines"),
    [
        (("set", ("navn",), "En"), ["-navn: |", "-  Over flere", "-  linjer.", "+navn: En"]),
        (("remove", ("hendelser", 0)), ["--", "-  nar: {dato: 2024-01-01,", '-    kl: "10:00"}']),
        (
            ("set", ("hendelser", 1, "tittel"), "Tre"),
            ["-- {id: to,", "-  tittel: To}", "+- id: to", "+  tittel: Tre"],
        ),
        (("insert", ("om",), 0, {"tekst": "Ja"}), ["+  - tekst: Ja"]),
        (
            ("set", ("bekreftet", "av"), "Nå"),
            ["-  av: >", "-    Her og", "-    der", "+  av: Nå"],
        ),
    ],
    ids=str,
)
def test_what_stands_over_several_lines(step, lines):
    assert changed(step, text=LOOSE) == lines


def test_the_last_line_of_a_file_without_a_line_end():
    assert changed(
        ("add", "ny", {"navn": "Ny", "kilde": "x"}),
        text="en:\n  navn: En\n  kilde: x",
        file="data/kontakter.yml",
    ) == ["+", "+ny:", "+  navn: Ny", "+  kilde: x", "+"]


def test_a_new_record_stands_above_the_comment_of_the_next():
    text = "en:\n  navn: En\n\n# Del to\n\nto:\n  navn: To\n"
    draft = Draft("data/kontakter.yml", text.encode())
    draft.add("ny", {"navn": "Ny"}, "en")
    assert draft.text == "en:\n  navn: En\n\nny:\n  navn: Ny\n\n# Del to\n\nto:\n  navn: To\n"
    draft.set(("en", "epost"), "en@eksempel.no")
    assert draft.text.startswith("en:\n  navn: En\n  epost: en@eksempel.no\n\nny:")


def test_windows_line_ends_stay():
    draft = Draft(FILE, ODD.replace("\n", "\r\n").encode())
    draft.set(("ansvarlig",), "nord")
    assert (
        draft.raw
        == ODD.replace("\n", "\r\n").replace("ansvarlig: ntnu", "ansvarlig: nord").encode()
    )


@pytest.mark.parametrize(
    "value",
    [
        "a, b",
        "Ja: nei",
        "# x",
        "- x",
        "'",
        '"',
        "\\n",
        "@a",
        "{{ x }}",
        "[a",
        "&a",
        "*a",
        "!a",
        "|",
        ">",
        "%a",
        "`a`",
        "true",
        "no",
        "~",
        "null",
        "2024",
        "0x1F",
        "1e3",
        "10:30",
        "a #b",
        "a: ",
        "---",
        "...",
        "=",
        "<<",
        "?",
        "? a",
        "a\\",
        "# a\\b",
        "a\tb",
        "a\n\nb",
        'it\'s "so"',
        "x" * 5000,
    ],
    ids=lambda value: value[:9],
)
def test_any_text_is_written_so_that_it_is_read_back(value):
    draft = Draft(FILE, ODD.encode())
    draft.set(("navn",), value)
    draft.set(("bekreftet", "av"), value)
    assert len(draft.text.split("\n")) == len(ODD.split("\n")) + 1


def test_what_cannot_be_said_is_not_written():
    with pytest.raises(Unsafe):
        changed(("remove", ("utviklingspartnere", 0, "person")))


def test_a_file_with_hard_spaces_can_be_changed():
    draft = Draft(FILE, b"a:\n  navn:\xc2\xa0Ola\n  epost: a@b.no\n")
    draft.set(("a", "epost"), "c@d.no")
    assert draft.raw == b"a:\n  navn: Ola\n  epost: c@d.no\n"
