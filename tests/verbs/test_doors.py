"""The doors: what `sjekk`, `build` and `skriv` say and do, and what is wrong on a page that an
editor wrote.
"""

from argparse import ArgumentParser
from importlib import import_module

import pytest
from conftest import ROOT, build, said

from macros.__main__ import main, verbs
from macros.frame import engine, serving
from macros.model.data import Data
from macros.pages import BLOCKS
from macros.pages.calls import judge_calls
from macros.problems import DataError
from macros.site import Site
from macros.verbs import skriv

KILDER, KONTAKT = "docs/om/kilder.md", "docs/kontakt.md"
FORM = 'Skriv den som {{ navn("verdi") }}'
UNREADABLE = (
    f"her er {{{{ eller {{% eller {{# uten en makro som kan leses. {FORM}, og {{ #navn }} med"
    " mellomrom"
)
ONLY_MACROS = f"på sidene kan det bare stå makroer mellom {{{{ og }}}}. {FORM}"
CALLS = [
    ("{{ kilde_list() }}", "makroen «kilde_list» finnes ikke. Mente du «kilde_liste»?"),
    ("{{ xyz() }}", "makroen «xyz» finnes ikke."),
    (
        "{{ kilde_liste(1) }}",
        "makroen «kilde_liste» har feil antall verdier. Mellom parentesene skal det stå: ingenting",
    ),
    (
        "{{ feilmeldinger() }}",
        "makroen «feilmeldinger» har feil antall verdier. Mellom parentesene skal det stå: gruppe",
    ),
    (
        '{{ feilmeldinger(hvem="id") }}',
        "makroen «feilmeldinger» har feil antall verdier. Mellom parentesene skal det stå: gruppe",
    ),
    (
        '{{ neste_datoer("tre") }}',
        "«tre» passer ikke i makroen «neste_datoer». Der skal det stå et tall",
    ),
    (
        "{{ feilmeldinger(3) }}",
        "«3» passer ikke i makroen «feilmeldinger». Der skal det stå tekst i anførselstegn",
    ),
    (
        '{{ finn_liste(kort="ja") }}',
        "«ja» passer ikke i makroen «finn_liste». Der skal det stå true eller false",
    ),
    (
        "{{ kilde_liste }}",
        "på sidene kan det bare stå makroer mellom {{ og }}. Skriv {{ kilde_liste() }}",
    ),
    (
        "{{ feilmeldinger(id) }}",
        'på sidene kan det bare stå makroer mellom {{ og }}. Skriv {{ feilmeldinger("id") }}',
    ),
    (
        "{{ feilmeldinger(“id”) }}",
        'makroer skal ha rette anførselstegn. Skriv {{ feilmeldinger("id") }}',
    ),
    (
        "{{ feilmeldinger(«id») }}",
        'makroer skal ha rette anførselstegn. Skriv {{ feilmeldinger("id") }}',
    ),
    ("{{ page.title }}", ONLY_MACROS),
    ("{{ 7 * 7 }}", ONLY_MACROS),
    ("{{ kilde_liste() | upper }}", ONLY_MACROS),
    ("{% if true %}x{% endif %}", ONLY_MACROS),
    ('{% include "x.md" %}', ONLY_MACROS),
    ("{{ kilde_liste( }}", UNREADABLE),
    ("{{ kilde_liste() }", "en makro skal ha to klammer på hver side. Skriv {{ kilde_liste() }}"),
    ('{{ feilmeldinger("id) }}', UNREADABLE),
    ("{% for %}", UNREADABLE),
    (
        "## Overskrift {#anker}",
        "{# skjuler teksten som kommer etter. Skriv { #anker } med mellomrom",
    ),
    (
        "skjult {# kommentar #}",
        "{# skjuler teksten som kommer etter. Skriv { #navn } med mellomrom",
    ),
]


@pytest.mark.parametrize(("call", "words"), CALLS)
def test_a_page_gone_wrong(example, edit, problems, call, words):
    edit(KILDER, "{{ kilde_liste() }}", f"Avsnitt.\n\n{call}")
    assert problems(example) == [f"{KILDER}:5: {words}"]


@pytest.mark.parametrize(
    "text",
    [
        "{% raw %}{{ vises }}{% endraw %}",
        "{ #anker }",
        "{{ kilde_liste() }} og {{ apne_sporsmal() }}",
        "{{ neste_datoer(antall=2) }}",
    ],
)
def test_what_a_page_may_say(text):
    assert list(judge_calls("docs/x.md", text, Data())) == []


def test_lines_are_counted_from_the_top_of_the_file(example, edit, problems):
    edit(KILDER, "# Kilder\n", "---\ntitle: Kilder\n---\n\n\n# Kilder\n\n{{ xyz() }}\n")
    assert problems(example) == [f"{KILDER}:8: makroen «xyz» finnes ikke."]


def test_a_page_may_lead_to_the_cards_that_are_made(example, edit, problems):
    """Nobody has said how to reach Ola."""
    edit(KILDER, "{{ kilde_liste() }}", "{{ kilde_liste() }}\n\n[Ola](../kontakt/ola-prove.vcf)")
    [said] = problems(example)
    assert said.startswith(f"{KILDER}:5: ") and "kontakt/ola-prove.vcf" in said
    edit(KILDER, "ola-prove", "kari-eksempel")
    assert problems(example) == []


def test_a_line_that_is_told_of_gets_no_hint_as_well(example, edit, problems):
    edit("data/kontakter.yml", "navn: Ola Prøve", "navn: Ola\0")
    assert problems(example) == [
        "data/kontakter.yml:28: linjen har et usynlig tegn (U+0000). Slett det og skriv linjen på"
        " nytt"
    ]


def test_a_page_in_another_encoding(example, problems):
    (example / KONTAKT).write_bytes("# Kontakt\n\nPrøve\n".encode("latin-1"))
    assert problems(example) == [
        f"{KONTAKT}:3: linjen har tegn som ikke er UTF-8. Lagre filen som «UTF-8» og se etter æ, ø"
        " og å"
    ]


@pytest.mark.parametrize(
    "name",
    [
        "nettverk/nord-eksempel.md",
        "nettverk/nord-eksempel/index.md",
        "nettverk/nord-eksempel/README.md",
    ],
)
def test_a_page_that_is_made_of_data_too(example, problems, name):
    file = example / "docs" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text("# Nord\n")
    source = "data/nettverk/nord-eksempel.yml"
    assert problems(example) == [
        f"docs/{name}:1: siden lages av {source} og kan ikke finnes som fil også. Slett eller flytt"
        f" filen, eller endre id-en i {source}"
    ]


def test_without_a_verb_all_are_listed_each_with_its_line_and_each_says_what_it_takes(
    capsys, golden
):
    assert main([]) == 2
    listed = capsys.readouterr().out
    assert [line.split()[0] for line in listed.splitlines()] == verbs()
    for verb in verbs():
        parser = ArgumentParser(add_help=False)
        module = import_module(f"macros.verbs.{verb.replace('-', '_')}")
        getattr(module, "add_arguments", lambda _: None)(parser)
        for one in parser._actions:
            name = " ".join([*one.option_strings, *filter(None, [one.metavar])]) or one.dest
            needed = " (må være med)" if one.required else ""
            listed += f"{verb} {name}{needed}: {one.help} [{one.default}]\n"
    golden("verb.txt", listed)


def test_a_verb_that_is_not_there(capsys):
    with pytest.raises(SystemExit, match="2"):
        main(["sjekkk"])
    said = capsys.readouterr().err
    assert "'sjekkk'" in said and "prov-nettstedet" in said


def test_every_block_is_called_by_a_page_of_the_example(example):
    pages = [file.read_text("utf-8") for file in (example / "docs").rglob("*.md")] + [
        page.markdown() for page in Site.read(example).pages()
    ]
    assert [name for name in BLOCKS if not any(f"{{{{ {name}(" in page for page in pages)] == []


def test_a_build_stops_for_all_at_once_before_anything_is_written(project, edit):
    edit("data/kontakter.yml", "  navn: Ola Prøve\n", "  nvan: Ola Prøve\n")
    edit(KILDER, "{{ kilde_liste() }}", "{{ kilde_list() }}")
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("den gamle siden")
    result = build(project, project / "site")
    expected = [
        "data/kontakter.yml:28: feltet «nvan» finnes ikke her. Mente du «navn»?",
        f"{KILDER}:3: {CALLS[0][1]}",
        "2 feil og 3 hint.",
        "Se hintene med «make check».",
    ]
    assert result.returncode == 1 and "Traceback" not in result.stderr
    assert said(result.stdout + result.stderr) == expected
    assert [file.read_text() for file in (project / "site").rglob("*")] == ["den gamle siden"]


def test_a_value_that_leads_nowhere_stops_the_build_at_its_line(project, edit):
    edit(
        KONTAKT,
        "{{ henvendelser() }}",
        '{{ henvendelser() }}\n\n{{ feilmeldinger("ied") }}\n\n{{ feilmeldinger("xyz") }}',
    )
    edit("docs/index.md", 'begrep("eksempel"', 'begrep("eksempl"')
    result = build(project, project / "site")
    expected = [
        (
            "docs/index.md:22: begrepet «eksempl» finnes ikke i data/begreper.yml. Mente du"
            " «eksempel»?"
        ),
        f"{KONTAKT}:21: ingen gruppe av feilmeldinger heter «ied». Mente du «id»?",
        f"{KONTAKT}:23: ingen gruppe av feilmeldinger heter «xyz».",
        "3 feil og 3 hint.",
        "Se hintene med «make check».",
    ]
    assert result.returncode == 1 and "Traceback" not in result.stderr
    assert said(result.stdout + result.stderr) == expected
    assert not list((project / "site").rglob("*.html"))


@pytest.mark.parametrize(
    ("name", "line"), [("om/kilder.md", 3), ("finn/laget.md", 2)], ids=["written", "generated"]
)
def test_a_fault_of_the_program_is_said_in_norwegian_and_kills_nothing(
    example, monkeypatch, name, line
):
    class Page:
        url = "om/kilder/"

        class file:
            src_uri, content_string = name, "\n{{ kilde_liste() }}\n"

    monkeypatch.setattr(engine, "current", engine.Build(example, Site.read(example)))
    monkeypatch.setitem(BLOCKS, "kilde_liste", lambda view: 1 / 0)
    assert engine.call_block("kilde_liste", Page, (), {}) == ""
    assert [str(problem) for problem in engine.current.found] == [
        f"docs/{name}:{line}: makroen «kilde_liste» stanset. Det er en feil i programmet"
        " (ZeroDivisionError: division by zero)"
    ]


def test_sjekk_answers_with_its_exit_code(run, edit):
    fine = run("sjekk")
    assert fine.returncode == 0 and fine.stdout.endswith("\n\nIngen feil og 3 hint.\n")
    edit("data/kontakter.yml", "  navn: Mette Mal\n", "")
    wrong = run("sjekk")
    assert wrong.returncode == 1 and wrong.stdout.endswith("\n\n1 feil og 3 hint.\n")
    assert fine.stderr + wrong.stderr == ""


def test_vis_serves_at_an_address_where_the_menu_can_be_read(example, run, monkeypatch):
    monkeypatch.setattr(serving, "serve", lambda root, address: (root, address))
    assert run("vis").returncode == (example, "127.0.0.1:8000")
    assert run("vis", "--adresse", "x:1").returncode == (example, "x:1")
    (example / "mkdocs.yml").write_text("nav: [\n", "utf-8")
    unclosed = "klammen som åpner på denne linjen, blir ikke lukket. Lukk den med ] eller }"
    assert run("vis") == (1, "", f"mkdocs.yml:1: {unclosed}\n\n1 feil.\n")


def test_skjema_makes_the_schemas_where_the_models_data_lie(example, run):
    assert run("skjema") == (0, "", "")
    made, ours = (
        {file.name: file.read_bytes() for file in (root / "data/schema").iterdir()}
        for root in (example, ROOT)
    )
    assert made == ours


def test_skriv_takes_a_new_folder_or_an_empty_one(tmp_path, monkeypatch):
    monkeypatch.setattr(skriv, "contents", lambda site: {"a/b.md": b"x"})
    (tmp_path / "tom").mkdir()
    for name in ("tom", "ny/her"):
        skriv.write_site(None, tmp_path / name)
        assert (tmp_path / name / "a/b.md").read_bytes() == b"x"


def test_skriv_fills_in_every_page_and_overwrites_nothing(example, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(example)
    (example / "docs/assets").mkdir()
    (example / "docs/assets/a.css").write_bytes(b"\xff")
    assert main(["skriv", str(tmp_path / "ut")]) == 0
    pages = {
        file.relative_to(tmp_path / "ut").as_posix(): file.read_text("utf-8")
        for file in (tmp_path / "ut").rglob("*.md")
    }
    assert (tmp_path / "ut/assets/a.css").read_bytes() == b"\xff"
    assert {"index.md", "nettverk/nord-eksempel.md", "finn/oygard.md"} <= set(pages)
    assert not [name for name, text in pages.items() if "{{" in text or "{%" in text]
    assert all(text.endswith("\n") for text in pages.values())
    assert (tmp_path / "ut" / "data" / "nettverk.json").exists()
    before = sorted((tmp_path / "ut").rglob("*"))
    with pytest.raises(
        SystemExit,
        match=r"er ikke en tom mappe\. Velg en ny mappe, så ingenting blir skrevet over\.",
    ):
        main(["skriv", str(tmp_path / "ut")])
    assert sorted((tmp_path / "ut").rglob("*")) == before
    with pytest.raises(SystemExit, match="er ikke en tom mappe"):
        main(["skriv", str(tmp_path / "ut" / "index.md")])


def test_skriv_writes_nothing_when_a_page_is_wrong(example, edit, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(example)
    edit(KONTAKT, "{{ henvendelser() }}", '{{ feilmeldinger("ied") }}')
    assert main(["skriv", str(tmp_path / "ut")]) == 1
    assert (
        capsys.readouterr().err
        == f"{KONTAKT}:19: ingen gruppe av feilmeldinger heter «ied». Mente du «id»?\n\n1 feil og 3"
        " hint.\nSe hintene med «make check».\n"
    )
    assert not (tmp_path / "ut").exists()


def test_a_site_is_never_made_of_data_that_are_wrong(example, edit):
    edit("data/kontakter.yml", "  navn: Ola Prøve\n", "")
    with pytest.raises(DataError, match="feltet «navn» mangler"):
        Site.read(example)
