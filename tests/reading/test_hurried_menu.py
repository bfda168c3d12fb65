"""The menu in mkdocs.yml, which `sjekk` asks editors to write in: what the engine would say in
English, in exact words and at its line.
"""

import re

import pytest
from conftest import ROOT

from macros.pages.links import judge_menu
from macros.reading.menu import changed_settings, read_menu

EKSEMPEL = "Skriv tittelen og filen, som «- Kontakt: kontakt.md»"
INGEN_SIDE = (
    f"punktet i menyen fører ikke til en side. {EKSEMPEL}. Et annet nettsted skrives med hele"
    " adressen, med https://"
)
INNRYKK = "«Kontakt» begynner i feil kolonne. Rykk linjen 1 mellomrom ut"
MENU = """\
site_url: !ENV [SITE_URL, "http://127.0.0.1:8000/"]
nav:
  - Forside: index.md
  - Roller:
      - roller/index.md
      - Kilder og åpne spørsmål: om/kilder.md
      - Udir: https://www.udir.no/
  - Kontakt: kontakt.md
"""
KONTAKT = "  - Kontakt: kontakt.md\n"
SLIPS = [
    ("   - Kontakt: kontakt.md\n", 8, INNRYKK),
    (
        "    Kontakt: kontakt.md\n",
        8,
        (
            "bindestreken mangler foran «Kontakt», eller står i en annen kolonne enn på linjene"
            f" rundt. {EKSEMPEL}"
        ),
    ),
    (
        "  - Kontakt:kontakt.md\n",
        8,
        "mellomrommet mangler bak kolon. Skriv «navn: Norby», ikke «navn:Norby»",
    ),
    (
        "  -Kontakt: kontakt.md\n",
        8,
        (
            "et punkt begynner med bindestrek og mellomrom, som «- Norby», og et felt begynner med"
            " navnet sitt"
        ),
    ),
    (
        "  - Kontakt: oss: kontakt.md\n",
        8,
        (
            "kolon med mellomrom bak kan ikke stå inne i en tekst. Sett hele teksten i"
            ' anførselstegn: "…"'
        ),
    ),
    ("  - Kontakt kontakt.md\n", 8, INGEN_SIDE),
    ("  - Kontakt: kontakt\n", 8, INGEN_SIDE),
    ("  - Kontakt:\n", 8, INGEN_SIDE),
    ("  - {}\n", 8, INGEN_SIDE),
    (
        "  - Kontakt:\n      Side: kontakt.md\n",
        9,
        f"hvert punkt i menyen begynner med en bindestrek. {EKSEMPEL}",
    ),
    (f"  - {'[' * 99999}\n", 8, "for mange nivåer inni hverandre. Se på innrykk og klammer"),
    (
        "  - Kontakt\x07: kontakt.md\n",
        8,
        "linjen har et usynlig tegn (U+0007). Slett det og skriv linjen på nytt",
    ),
    ("  - Udir: www.udir.no\n", 8, INGEN_SIDE),
    (
        "  - Udir: https://udir\n",
        8,
        "«https://udir» er ikke en nettadresse. Skriv hele adressen, som"
        " https://www.eksempel.no/side",
    ),
    *(
        (
            f"  - {title}: kontakt.md\n",
            8,
            'tittelen i menyen må være en tekst. Sett den i anførselstegn: "…", eller slett linjen',
        )
        for title in ("2027", "Yes", "? [Kontakt]\n    ")
    ),
    (
        "\t- Kontakt: kontakt.md\n",
        8,
        "linjen begynner med et tabulatortegn. Bruk mellomrom til innrykk: to for hvert nivå",
    ),
    (
        '  - "Kontakt: kontakt.md\n',
        8,
        (
            "anførselstegnet som åpner på denne linjen, blir aldri lukket. Sett et likt tegn bak"
            " teksten"
        ),
    ),
    (
        f"<<<<<<< HEAD\n{KONTAKT}=======\n  - Kontakt oss: kontakt.md\n>>>>>>> x\n",
        8,
        (
            "to versjoner av filen er blandet sammen (<<<<<<<, ======= og >>>>>>>). Behold de"
            " riktige linjene, og slett disse tre merkene"
        ),
    ),
]


@pytest.mark.parametrize(("new", "line", "words"), SLIPS)
def test_a_slip_in_the_menu(tmp_path, new, line, words):
    (tmp_path / "mkdocs.yml").write_text(MENU.replace(KONTAKT, new), "utf-8")
    assert [str(problem) for problem in read_menu(tmp_path).problems] == [
        f"mkdocs.yml:{line}: {words}"
    ]


@pytest.mark.parametrize(
    "menu",
    [
        MENU,
        MENU.replace("- Kontakt: kontakt.md", '- "Kontakt: oss": kontakt.md # ny'),
        MENU.replace("\n", "\r\n"),
        f"x: &a [*a]\nINHERIT:\n{MENU}",
        f"? [a, b]\n: c\n{MENU}",
        MENU.replace("- Kontakt: kontakt.md", '- "2027": kontakt.md'),
        (ROOT / "mkdocs.yml").read_text("utf-8"),
    ],
)
def test_a_menu_that_is_fine(tmp_path, menu):
    (tmp_path / "mkdocs.yml").write_text(menu, "utf-8")
    assert read_menu(tmp_path).problems == ()


def test_a_menu_in_another_encoding(tmp_path):
    (tmp_path / "mkdocs.yml").write_bytes(f"# Bokmål\n{MENU}".encode("latin-1"))
    assert [problem.code for problem in read_menu(tmp_path).problems] == ["fil-tegnsett"]


def test_sjekk_and_bygg_say_it(example, edit, run):
    edit("mkdocs.yml", "- Kontakt: kontakt.md", "- Kontakt: oss: kontakt.md")
    text = (example / "mkdocs.yml").read_text("utf-8")
    line = text[: text.index("oss:")].count("\n") + 1
    for verb in ("sjekk", "bygg"):
        told = run(verb)
        assert (
            told.returncode == 1
            and f"mkdocs.yml:{line}" in told.stdout + told.stderr
            and "mapping" not in told.stdout + told.stderr
        )


@pytest.mark.parametrize("name", ["navv", "Nav", "nan"])
def test_a_menu_under_another_name(tmp_path, name):
    (tmp_path / "mkdocs.yml").write_text(MENU.replace("nav:", f"{name}:"), "utf-8")
    assert [str(problem) for problem in read_menu(tmp_path).problems] == [
        f"mkdocs.yml:2: «{name}» finnes ikke i mkdocs.yml. Mente du «nav»?"
    ]


@pytest.mark.parametrize("name", ["nav", "site_url", "hooks"])
def test_a_setting_that_stands_twice(tmp_path, name):
    (tmp_path / "mkdocs.yml").write_text(f"hooks: []\n{MENU}{name}:\n  - Ny: ny.md\n", "utf-8")
    first = {"hooks": 1, "site_url": 2, "nav": 3}[name]
    assert [str(problem) for problem in read_menu(tmp_path).problems] == [
        f"mkdocs.yml:10: «{name}» står to ganger (også på linje {first}). Behold det ene"
    ]


def test_every_setting_but_the_menu_is_named_when_it_changes(tmp_path):
    text, other = (ROOT / "mkdocs.yml").read_text("utf-8"), tmp_path / "mkdocs.yml"
    names = re.findall(r"^([a-z_]+):", text, re.MULTILINE)
    for name in names:
        other.write_text(re.sub(rf"^{name}:", f"x_{name}:", text, flags=re.MULTILINE), "utf-8")
        gone = [] if name == "nav" else [name]
        assert changed_settings(ROOT, tmp_path) == [*gone, f"x_{name}"]
    for new in ("INHERIT: felles.yml", "exclude_docs: x", "<<: {hooks: [x.py]}", "hooks: [x.py]"):
        other.write_text(f"{text}\n{new}\n", "utf-8")
        assert changed_settings(ROOT, tmp_path) == [new.split(":")[0]]
    assert len(names) > 10
    other.write_text(f"{text}\n? [a, b]\n: c\n", "utf-8")
    assert changed_settings(ROOT, tmp_path) == ["[a, b]\n"]
    for text, said in (("- a\n", ["mkdocs.yml"]), ("# Tomt\n", ["mkdocs.yml"]), ("", [])):
        other.write_text(text, "utf-8")
        assert changed_settings(tmp_path / "ingen", tmp_path) == said


@pytest.mark.parametrize("text", ["site_name: Ny\nnot_in_nav: |\n  x.md\n", "", "- a\n"])
def test_a_file_without_a_menu_is_fine(tmp_path, text):
    (tmp_path / "mkdocs.yml").write_text(text)
    assert read_menu(tmp_path).problems == ()


@pytest.mark.parametrize(
    "path", ["/kontakt.md", "docs/kontakt.md", "./kontakt.md", "/docs/kontakt.md"]
)
def test_a_way_to_a_page_that_begins_elsewhere_is_one_mistake(path):
    pages = {"index.md", "kontakt.md", "docs/index.md"}
    assert [
        str(problem)
        for problem in judge_menu({"index.md": 2, "docs/index.md": 3, path: 4}, pages, pages)
    ] == [f"mkdocs.yml:4: menyen viser til «{path}». Skriv veien fra docs/: kontakt.md"]


@pytest.mark.parametrize(
    "field", ["INHERIT: borte.yml", '"INHERIT": borte.yml', "INHERIT: 'b.yml'"]
)
def test_a_tag_is_refused_also_where_the_file_that_is_inherited_is_not_there(tmp_path, field):
    (tmp_path / "mkdocs.yml").write_text(f"{field}\nextra: !!python/name:os.system\n", "utf-8")
    assert [problem.place.line for problem in read_menu(tmp_path).problems] == [2]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("extra: \x07\n", "1: linjen passer ikke med linjene over"),
        ("theme:\n  name: x\n other: y\n", "3: «other» begynner i feil kolonne"),
        ("site_url: !ENV [SITE_URL, http://127.0.0.1:8000/]\n", ""),
        ("extra: !ENV [SITE_URL, http://127.0.0.1:8000/]\n", "1: merket «!ENV» kan kjøre"),
        ("site_url: !ENV [PATH, http://127.0.0.1:8000/]\n", "1: merket «!ENV» kan kjøre"),
        ("", ""),
        ("- a\n", ""),
        ("? [!ENV x]\n: y\n", "1: merket «!ENV» kan kjøre"),
        ("x: {? [a] : !!python/name:b }\n", "1: merket «!!python/name:b» kan kjøre"),
    ],
)
def test_a_file_that_is_inherited(tmp_path, text, words):
    (tmp_path / "mkdocs.yml").write_text("INHERIT: felles.yml\n", "utf-8")
    (tmp_path / "felles.yml").write_text(text, "utf-8")
    found = [str(problem) for problem in read_menu(tmp_path).problems]
    assert len(found) == bool(words)
    assert all(problem.startswith(f"felles.yml:{words}") for problem in found)


def test_tags_are_refused_in_a_file_that_is_inherited_by_a_quoted_name(tmp_path):
    (tmp_path / "mkdocs.yml").write_text('"INHERIT": "felles.yml"\n', "utf-8")
    (tmp_path / "felles.yml").write_text("extra: !!python/name:os.system\n", "utf-8")
    assert [problem.place.file for problem in read_menu(tmp_path).problems] == ["felles.yml"]
