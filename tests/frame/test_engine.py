"""What the engine is given in place of what lies there, in this process and without a build."""

import logging
from pathlib import Path
from types import SimpleNamespace

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from mkdocs.structure.files import get_files
from mkdocs.structure.pages import Page

from macros.frame import engine
from macros.frame.serving import JudgedSettings, serve

REPO = "https://github.com/eier/navn"
OM, KILDER, NORD = "om/index.md", "om/kilder.md", "nettverk/nord-eksempel.md"


@pytest.fixture
def begin(project: Path, monkeypatch: pytest.MonkeyPatch):
    """Begin a build: the files of docs/ and those that data make, and the settings."""
    monkeypatch.setenv("REPO_URL", REPO)
    for name in ("current", "made"):
        monkeypatch.setattr(engine, name, getattr(engine, name))

    def begun():
        config = load_config(str(project / "mkdocs.yml"))
        config.plugins._current_plugin = "macros"  # MkDocs notes who makes a file
        engine.start(config)
        files = get_files(config)
        engine.add_generated(files, config)
        return files, config

    return begun


def test_a_page_leads_to_the_file_that_it_is_made_of(begin):
    files, config = begin()
    assert (config.repo_url, config.repo_name) == (REPO, "Rediger")
    for path, source in (
        (KILDER, f"docs/{KILDER}"),
        (NORD, "data/nettverk/nord-eksempel.yml"),
    ):
        page = Page(None, files.get_file_from_path(path), config)
        assert page.edit_url == f"{REPO}/edit/main/{source}"
    assert files.get_file_from_path("data/nettverk.json").edit_uri is None


def test_while_something_is_wrong_every_page_says_what(begin, edit, project):
    sound = {file.src_uri for file in begin()[0].documentation_pages()}
    assert NORD in sound
    edit(f"docs/{KILDER}", "{{ kilde_liste() }}", "{{ kilde_liste }}\n\n{{ kilde_liste }}")
    (project / "docs" / NORD).write_text("# Nord\n", "utf-8")
    files, config = begin()
    say = "på sidene kan det bare stå makroer mellom &#123;&#123; og }}. Skriv"
    listed = (
        "<div><p>Rett feilene og lagre. Siden kommer tilbake av seg selv.</p> <ul>"
        f" <li>docs/{KILDER}:3: {say} &#123;&#123; kilde_liste() }}}}</li>"
        f" <li>docs/{KILDER}:5: {say} &#123;&#123; kilde_liste() }}}}</li> </ul></div>"
    )
    pages = files.documentation_pages()
    assert sorted(file.src_uri for file in pages) == sorted(sound)
    assert {file.content_string for file in pages} == {f"# Noe må rettes\n\n{listed}\n"}
    for file in pages:
        Page("Side", file, config)
    engine.show_problems(files)
    assert {file.page.content for file in pages} == {f"<h1>Noe må rettes</h1>{listed}"}
    assert set(engine.searched(files)) == {file.page.url for file in pages}


def test_the_search_gets_what_is_found_by_no_name_and_asks_not_to_be_left_out(begin):
    files, config = begin()
    for file in files.documentation_pages():
        page = Page("A &amp; B", file, config)
        page.content = f"<h1>{file.src_uri}</h1>"
        page.meta = {"search": {"exclude": True}} if file.src_uri == OM else {}
    found = engine.searched(files)
    assert found["om/kilder/"] == ("A & B", f"<h1>{KILDER}</h1>")
    assert "om/" not in found and "nettverk/nord-eksempel/" not in found


def test_a_block_is_set_aside_while_markdown_reads_and_what_slips_past_is_said(begin):
    begin()
    link, section, table = '<a id="a">x</a>', '<section id="b">x</section>', '<table id="c">x'
    assert [engine.set_aside(block) for block in (link, section, table)] == [
        link,
        '<div data-blokk="0"></div>',
        '<div data-blokk="1"></div>',
    ]
    for path, said in (
        (NORD, []),
        (KILDER, [f"docs/{KILDER}:1: <u> kan ikke stå på en side"]),
    ):
        page = SimpleNamespace(file=SimpleNamespace(src_uri=path), present_anchor_ids={"d"})
        read = '<u>x</u><div data-blokk="0"></div>y<div data-blokk="1"></div>'
        assert engine.put_back(read, page) == f"<u>x</u>{section}y{table}"
        assert page.present_anchor_ids == {"b", "c", "d"}
        assert [str(problem) for problem in engine.current.errors] == said


def test_the_engine_reads_the_menu_as_it_was_when_it_was_sound(project):
    menu = project / "mkdocs.yml"
    first = menu.read_bytes()
    settings = JudgedSettings(project)

    def read():
        assert settings.seek(0) == 0
        return settings.read()

    assert settings.name == str(menu) and settings.read(4) == first[:4]
    menu.write_bytes(first + b"nav: [\n")
    assert read() == first
    menu.write_bytes(first + b"# mer\n")
    assert read() == first + b"# mer\n" == read()
    menu.unlink()
    assert read() == first + b"# mer\n"


def test_what_ends_a_server_is_said_in_one_line_and_warnings_do_not(project, monkeypatch, capsys):
    given = {}

    def served(**told):
        given.update(told)
        if "9" in told["dev_addr"]:
            raise Abort("Adressen er opptatt.")

    monkeypatch.setattr("mkdocs.commands.serve.serve", served)
    monkeypatch.setattr(logging.getLogger("mkdocs"), "handlers", [])
    assert [serve(project, f"127.0.0.1:800{number}") for number in (1, 9)] == [0, 1]
    assert capsys.readouterr().out == "Adressen er opptatt.\n"
    assert given["strict"] is False and given["config_file"].name == str(project / "mkdocs.yml")
