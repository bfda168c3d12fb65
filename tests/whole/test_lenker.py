"""The one link that running text in data may hold, put into every sentence of the example: it is a
link on every page, and spelled out where no link can stand. Beside it are links to the repository.
"""

import io
import re
import shutil
from pathlib import Path
from zipfile import ZipFile

import html5lib
import pytest
from conftest import EXAMPLE, build, complete, found
from free_texts import change_texts, pages

from macros.model.types import Lopetekst
from macros.problems import errors
from macros.reading.load import load

HTML = "{http://www.w3.org/1999/xhtml}"
ADDRESS = "https://www.eksempel.no/a?b=1&c=2"
REPO = "https://eksempel.no/lag/side"
WRITTEN, SPELLED = f"[Å & «b»]({ADDRESS})", f"Å & «b» ({ADDRESS})"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = Path(shutil.copytree(EXAMPLE, tmp_path_factory.mktemp("lenker") / "prosjekt"))
    complete(folder)
    assert change_texts(folder, lambda text, _: f"{text} {WRITTEN}", (Lopetekst,)) > 100
    assert errors(found(folder)) == []
    result = build(folder, folder / "site", REPO_URL=REPO)
    assert result.returncode == 0, result.stdout + result.stderr
    return folder / "site"


def test_each_page_has_links_and_never_their_signs(site):
    seen = 0
    for name, text in pages(site):
        tree = html5lib.parse(text)
        assert "](http" not in text, name
        for element in tree.iter():
            inside = [value for value in element.attrib.values() if "<a" in value]
            assert not inside, f"{name}: {inside[:1]}"
        links = [each for each in tree.iter(f"{HTML}a") if each.get("href") == ADDRESS]
        assert all("".join(each.itertext()) == "Å & «b»" for each in links), name
        seen += len(links)
    assert seen > 100


def test_no_link_stands_within_another(site):
    for name, text in pages(site):
        for link in re.findall(r"<a\s[^>]*>(?:(?!</a>).)*", text, re.DOTALL):
            assert "<a " not in link[2:], f"{name}: {link[:200]}"


def test_the_pencil_opens_the_file_that_a_page_is_made_from(site):
    pencils = {
        name: re.findall(r'<a href="([^"]*)" rel="edit">', text) for name, text in pages(site)
    }
    assert pencils["index.html"] == [f"{REPO}/edit/main/docs/index.md"]
    made = {
        link.removeprefix(f"{REPO}/edit/main/")
        for name, links in pencils.items()
        if re.fullmatch("nettverk/[^/]+/index.html", name)
        for link in links
    }
    ids = load(EXAMPLE).data.nettverk
    assert made == {*(f"data/nettverk/{id}.yml" for id in ids), "data/nettsted.yml"}, (
        "a network that has ended stands with the site"
    )


def test_files_spell_the_link_out(site):
    texts = {
        file.relative_to(site).as_posix(): file.read_text("utf-8")
        for file in site.rglob("*")
        if file.suffix in (".json", ".csv", ".ics", ".vcf", ".svg", ".xml")
        and file.name != "opplysninger.json"  # what the form shows to be changed
    }
    texts |= {
        file.name: ZipFile(io.BytesIO(file.read_bytes())).read("word/document.xml").decode()
        for file in site.rglob("*.docx")
    }
    unfolded = {name: re.sub(r"\r\n ", "", text) for name, text in texts.items()}
    assert not [name for name, text in unfolded.items() if "](http" in text]
    kinds = {name.rpartition(".")[2] for name, text in unfolded.items() if "Å & «b» (" in text}
    assert {"json", "csv", "ics"} <= kinds
    assert any("Å &amp; «b» (" in text for name, text in unfolded.items() if name.endswith("docx"))
