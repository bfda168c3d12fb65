"""The pictures of the steps: each is small and sharp, shown in its own size, and told in words to
those who do not see it.
"""

import html
import re
from pathlib import Path

import pytest
from conftest import EXAMPLE, ROOT
from pictures import FOLDER, PICTURES, WIDTH
from sent import op, proposal, send

from macros.editing import answer

GUIDES = ("docs/om/rediger.md", "CONTRIBUTING.md")
LIGHTEST, SHARP = 40_000, 2
MARKDOWN = re.compile(
    r"!\[(?P<alt>[^\]]*)\]\((?P<src>[^)]+)\)\{ width=(?P<width>\d+) height=(?P<height>\d+)"
    r" loading=lazy \}"
)
HTML = re.compile(
    r'<img src="(?P<src>[^"]+)" width="(?P<width>\d+)" height="(?P<height>\d+)"'
    r' alt="(?P<alt>[^"]+)">'
)


def shown(guide: str) -> list[re.Match[str]]:
    """Ours: an editor may show others beside them."""
    text = (ROOT / guide).read_text("utf-8")
    return [
        found
        for pattern in (MARKDOWN, HTML)
        for found in pattern.finditer(text)
        if Path(found["src"]).stem in PICTURES
    ]


def size(webp: bytes) -> tuple[int, int]:
    """Of a WebP as Chromium makes it, in its own pixels."""
    assert webp[:4] == b"RIFF" and webp[8:16] == b"WEBPVP8X"
    return int.from_bytes(webp[24:27], "little") + 1, int.from_bytes(webp[27:30], "little") + 1


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_small_and_sharp(name):
    content = (FOLDER / f"{name}.webp").read_bytes()
    assert len(content) < LIGHTEST and size(content)[0] <= SHARP * WIDTH


def test_they_lie_where_editors_may_put_others():
    assert {file.name for file in FOLDER.iterdir()} >= {f"{name}.webp" for name in PICTURES}


@pytest.mark.parametrize("guide", GUIDES)
def test_each_is_shown_in_its_size_and_told_in_words(guide):
    found = shown(guide)
    assert sorted(Path(picture["src"]).stem for picture in found) == sorted(PICTURES)
    for picture in found:
        file = ((ROOT / guide).parent / picture["src"]).resolve()
        assert (int(picture["width"]) * SHARP, int(picture["height"]) * SHARP) == size(
            file.read_bytes()
        ), file.name
        assert 60 < len(picture["alt"]) < 220 and picture["alt"].endswith(".")


def test_a_page_that_shows_them_waits_until_they_are_scrolled_to(real_site):
    page = (real_site / "om" / "rediger" / "index.html").read_text("utf-8")
    pictures = [
        html.unescape(tag)
        for tag in re.findall(r"<img [^>]+>", page)
        if any(f"bilder/{name}.webp" in tag for name in PICTURES)
    ]
    assert len(pictures) == len(PICTURES) and all(
        'loading="lazy"' in tag and " alt=" in tag and " height=" in tag for tag in pictures
    )
    assert sum((FOLDER / f"{name}.webp").stat().st_size for name in PICTURES) < 60_000


@pytest.mark.parametrize("guide", GUIDES)
def test_the_answer_that_is_shown_is_the_answer_that_is_given(guide):
    kari = "kontakter/kari-eksempel"
    sent = proposal(op("sett", kari, felt="epost", til="kari.ny@eksempel.no"), op("bekreft", kari))
    told = answer.answer_text(send(EXAMPLE, sent)).split("\n\nSe også")[0]
    assert f"\n```\n{told}\n```\n" in (ROOT / guide).read_text("utf-8")
