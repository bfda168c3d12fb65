"""One gate: what is published has been judged, and nothing else runs. Ways in through titles, the
menu, front matter and the settings; each is refused by `sjekk` with the same words as by the build.
"""

from pathlib import Path

import pytest
from conftest import EXAMPLE, build
from jinja2.exceptions import SecurityError, UndefinedError

from macros.frame.engine import walled
from macros.judging import judge

RUNS = "{{ cycler.__init__.__globals__.os.popen('touch KAPRET').read() }}"
PLAIN = (
    "kan ikke ha tegnene { } < > og rette anførselstegn inne i teksten. Skriv den uten dem, og"
    " sitater med « og »"
)
TAG = "kan kjøre programmer når nettstedet bygges, og kan ikke stå her. Slett det"
FIELDS = "title, description, hide, search, toc, kalender, skript og stilark"


def top(fields: str) -> str:
    return f"---\n{fields}\n---\n\n# Kontakt\n"


PAGES = [
    (top(f'title: "Kontakt {RUNS}"'), f"docs/kontakt.md:2: «title» {PLAIN}"),
    (top('title: "Kontakt {{ selvs"'), f"docs/kontakt.md:2: «title» {PLAIN}"),
    (top("title: Kontakt <img src=x onerror=alert(1)>"), f"docs/kontakt.md:2: «title» {PLAIN}"),
    (
        top("title: Kontakt\ndescription: '\"><script src=/x.js></script>'"),
        f"docs/kontakt.md:3: «description» {PLAIN}",
    ),
    (
        top("title: " + "Kontakt " * 20),
        "docs/kontakt.md:2: «title» er for lang (159 tegn). Skriv den med høyst 120",
    ),
    (top("title: ' '"), "docs/kontakt.md:2: «title» er tom. Skriv en tekst, eller slett linjen"),
    (
        top("title: Kontakt\ntitle: Kontakt"),
        "docs/kontakt.md:3: «title» står to ganger (også på linje 2). Behold det ene",
    ),
    (
        top("title: Kontakt\nrender_macros: false"),
        "docs/kontakt.md:3: feltet «render_macros» finnes ikke på en side. Slett linjen. Feltene er"
        f" {FIELDS}",
    ),
    (
        top("icon: ../../../etc/passwd"),
        "docs/kontakt.md:2: feltet «icon» finnes ikke på en side. Slett linjen. Feltene er"
        f" {FIELDS}",
    ),
    (
        top("template: ../macros/pages/begrep.html"),
        "docs/kontakt.md:2: feltet «template» finnes ikke på en side. Slett linjen. Feltene er"
        f" {FIELDS}",
    ),
    (
        top('skript: ["https://eksempel.com/x.js"]'),
        "docs/kontakt.md:2: «skript» skal være en liste, som [assets/arshjul.js]",
    ),
    (
        top("stilark: assets/../../x.css"),
        "docs/kontakt.md:2: «stilark» skal være en liste, som [assets/arshjul.css]",
    ),
    (
        top("hide: [toc, alt]"),
        "docs/kontakt.md:2: «hide» skal være en liste, som [toc]. Den kan ha toc, navigation, path"
        " og footer",
    ),
    (
        top("kalender: ../x"),
        "docs/kontakt.md:2: kalenderen i «kalender» finnes ikke. Den kan være alle, skoler,"
        " nettverk og samarbeidsforum, eller nettverk- og id-en til et nettverk",
    ),
    (top("search: ja"), "docs/kontakt.md:2: «search» skal være {exclude: true}"),
    (top("toc: kanskje"), "docs/kontakt.md:2: «toc» skal være true (ja) eller false (nei)"),
]
MENU = [
    ("- Kontakt: kontakt.md", f'- "Kontakt {RUNS}": kontakt.md', f"tittelen i menyen {PLAIN}"),
    ("- Kontakt: kontakt.md", "- 'Kontakt <b>': kontakt.md", f"tittelen i menyen {PLAIN}"),
    (
        "- Kontakt: kontakt.md",
        "- Kontakt: kontakt.md\n  - Ute: 'https://eksempel.no/\"onclick=\"x()'",
        '«https://eksempel.no/"onclick="x()» er ikke en nettadresse. Skriv hele adressen, som'
        " https://www.eksempel.no/side",
    ),
    *(
        (
            "- Kontakt: kontakt.md",
            f"- {title}: kontakt.md",
            'tittelen i menyen må være en tekst. Sett den i anførselstegn: "…", eller slett linjen',
        )
        for title in ("2027", "2027-08-01", "Yes", "~")
    ),
    (
        "- Kontakt: kontakt.md",
        '- "": kontakt.md',
        "tittelen i menyen er tom. Skriv en tekst, eller slett linjen",
    ),
    (
        "- Kontakt: kontakt.md",
        "- Kontakt: !!python/object/apply:os.system ['touch KAPRET']",
        f"merket «!!python/object/apply:os.system» {TAG}",
    ),
    (
        "site_description: Oppdiktet fra ende til annen.",
        "site_description: !ENV [PATH, x]",
        f"merket «!ENV» {TAG}",
    ),
    (
        "site_description: Oppdiktet fra ende til annen.",
        "site_url: !ENV [SITE_URL, PATH, x]",
        f"merket «!ENV» {TAG}",
    ),
    (
        "site_description: Oppdiktet fra ende til annen.",
        "extra: {a: [b, {c: !!python/name:os.system }]}",
        f"merket «!!python/name:os.system» {TAG}",
    ),
]


@pytest.mark.parametrize(("text", "words"), PAGES)
def test_a_page_is_judged_from_its_first_line(example, problems, text, words):
    (example / "docs" / "kontakt.md").write_text(text, "utf-8")
    assert problems(example) == [words]


@pytest.mark.parametrize(("old", "new", "words"), MENU)
def test_the_settings_are_judged_before_the_engine_reads_them(
    example, edit, problems, run, old, new, words
):
    edit("mkdocs.yml", old, new)
    assert words in [problem.split(": ", 1)[1] for problem in problems(example)]
    built = run("bygg")
    assert built.returncode == 1 and words in built.stderr
    assert not list(example.rglob("KAPRET"))


def test_a_tag_in_the_file_that_is_inherited_is_refused_too(project, problems):
    with (project / "felles.yml").open("a", encoding="utf-8") as settings:
        settings.write("\nextra_templates: !!python/object/apply:os.getcwd []\n")
    assert [problem.split(": ", 1)[1] for problem in problems(project)] == [
        f"merket «!!python/object/apply:os.getcwd» {TAG}"
    ]


def test_a_project_without_its_settings_is_told_so(example, problems):
    (example / "mkdocs.yml").unlink()
    assert problems(example) == ["mkdocs.yml:1: filen mangler. Hent den tilbake fra historikken"]


def test_a_title_that_would_run_stops_the_build_and_runs_nothing(project, tmp_path):
    for page, (text, _) in zip(("kontakt", "finn/index"), PAGES, strict=False):
        (project / "docs" / f"{page}.md").write_text(text, "utf-8")
    built = build(project, tmp_path / "site")
    assert built.returncode == 1
    for page in ("kontakt", "finn/index"):
        assert f"docs/{page}.md:2: «title» {PLAIN}" in built.stdout
    assert not list(tmp_path.rglob("KAPRET"))


@pytest.mark.parametrize(
    "text",
    [
        RUNS,
        "{{ kontakter.__globals__ }}",
        "{{ page.file.abs_src_path }}",
        "{{ config.site_url }}",
        "{{ lipsum.__globals__ }}",
        "{{ ''.__class__.__mro__ }}",
        "{% for x in range(3) %}x{% endfor %}",
    ],
)
def test_behind_the_judges_there_is_a_wall(text):
    page = walled({"kontakter": lambda: "det som blokken lager"})
    with pytest.raises((SecurityError, UndefinedError)):
        page.from_string(text).render(page="x", config="x")
    assert page.from_string("{{ kontakter() }}").render() == "det som blokken lager"


def test_what_changes_after_it_was_judged_is_not_published(project, tmp_path):
    """Another file writes while the engine starts: the text that was judged is the one shown. And
    nobody has said what day it is.
    """
    hooks = project / "macros" / "hooks.py"
    late = (
        "\n\n_judged = on_config\n\n\n@event_priority(100)\ndef on_config(config):\n"
        "    _judged(config)\n    docs = Path(config.docs_dir)\n"
        '    (docs / "kontakt.md").write_text("# Kontakt\\n\\n<script>kapret()</script>\\n")\n'
        '    (docs / "ny.md").write_text("# Ny {{ 7 * 7 }}\\n")\n'
    )
    hooks.write_text(hooks.read_text("utf-8") + late, "utf-8")
    built = build(project, tmp_path / "site", SOURCE_DATE_EPOCH="")
    assert built.returncode == 0, built.stderr
    assert "kapret" not in (tmp_path / "site" / "kontakt" / "index.html").read_text("utf-8")
    assert not (tmp_path / "site" / "ny").exists()


def test_two_pages_at_one_address_are_refused(example, problems):
    (example / "docs" / "kontakt").mkdir()
    (example / "docs" / "kontakt" / "index.md").write_text("# Kontakt\n", "utf-8")
    assert (
        "docs/kontakt.md:1: siden får samme adresse som docs/kontakt/index.md. Slett den ene, eller"
        " gi den et annet navn" in problems(example)
    )


def test_a_folder_that_is_a_link_is_refused(example, problems):
    (example / "docs" / "program").symlink_to(Path("..") / "data")
    assert problems(example) == [
        "docs/program:1: filen kan ikke åpnes. Den må være en vanlig fil som alle kan lese"
    ]


def test_the_example_passes_the_gate():
    assert not [problem for problem in judge(EXAMPLE) if not problem.hint]
