"""Text from data never becomes markup, Jinja or script: the example with something nasty in every
free text, built and read back.
"""

import re
import shutil
from pathlib import Path

import html5lib
import pytest
from conftest import EXAMPLE, build, complete, run
from free_texts import change_texts, pages
from pydantic.fields import FieldInfo

NASTY = (
    '# k <kapret onclick="x()">H{{ 7*7 }}H {% raw %} {# gjemt #} [k](javascript:x()) &lt; | "a\''
    " *b* `c` </script><script>kapret()</script>"
)
SHORT = "<kapret>H{{ 7*7 }}H &lt; |\"'"
HTML = "{http://www.w3.org/1999/xhtml}"


def spoilt(value: str, info: FieldInfo) -> str:
    """The text with something nasty in front."""
    longest = min(
        (mark.max_length for mark in info.metadata if hasattr(mark, "max_length")), default=None
    )
    return f"{NASTY} {value}" if longest is None else SHORT + value[: longest - len(SHORT)]


def let_all_texts_in(folder: Path) -> None:
    """The judges refuse such texts: here we see that nothing comes of one that gets past them."""
    with (folder / "macros" / "model" / "plain_text.py").open("a", encoding="utf-8") as texts:
        texts.write("\n\nplain_text = person_name = str\n")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = Path(shutil.copytree(EXAMPLE, tmp_path_factory.mktemp("vondt") / "prosjekt"))
    complete(folder)
    assert change_texts(folder, spoilt) > 100
    let_all_texts_in(folder)
    result = build(folder, folder / "site")
    assert result.returncode == 0, result.stdout + result.stderr
    return folder / "site"


def test_no_page_is_taken_over(hostile):
    for name, text in pages(hostile):
        assert "H49H" not in text, name
        for element in html5lib.parse(text).iter():
            tag, words = str(element.tag), element.text or ""
            assert tag != f"{HTML}kapret", name
            assert not (tag == f"{HTML}script" and "kapret" in words), name
            assert not (re.fullmatch(f"{HTML}h[1-6]", tag) and words.strip() == "k"), name
            assert not [key for key in element.attrib if key.startswith("on")], name
            assert not [
                key
                for key in ("href", "src", "action")
                if element.get(key, "").startswith("javascript:")
            ], name


def test_what_was_written_is_what_is_read(hostile):
    page = (hostile / "nettverk" / "nord-eksempel" / "index.html").read_text("utf-8")
    tree = html5lib.parse(page)
    shown = {
        "title": tree.find(f".//{HTML}title").text,
        "heading": "".join(tree.find(f".//{HTML}h1").itertext()),
        "description": next(
            meta.get("content")
            for meta in tree.iter(f"{HTML}meta")
            if meta.get("name") == "description"
        ),
        "body": "".join(tree.find(f".//{HTML}article").itertext()),
    }
    for place, text in shown.items():
        assert NASTY.replace(" ", "") in text.replace(" ", ""), f"{place}: {text[:200]}"


def test_the_side_door_leaves_no_jinja_to_run(hostile, tmp_path):
    told = run(hostile.parent, "macros", "skriv", str(tmp_path / "ut"))
    assert told.returncode == 0, told.stderr
    written = {file.name: file.read_text("utf-8") for file in (tmp_path / "ut").rglob("*.md")}
    assert any("7*7" in text or "7&#42;7" in text for text in written.values())
    assert not [name for name, text in written.items() if re.search("{[{%#]", text)]


def test_nothing_is_cut_from_any_table(hostile):
    for name, text in pages(hostile):
        for row in html5lib.parse(text).iter(f"{HTML}tr"):
            cells = [cell for cell in row if cell.tag in (f"{HTML}td", f"{HTML}th")]
            assert all(cell.tail is None or not cell.tail.strip() for cell in cells), name


def test_what_the_search_knows_is_plain_text(hostile):
    index = "".join(file.read_text("utf-8") for file in (hostile / "sok").iterdir())
    assert "H49H" not in index and "7*7" in index
