"""What `sjekk` passes builds, and what builds has passed `sjekk`: pages that are damaged in many
ways, judged and built.
"""

import random
import re
import shutil
from pathlib import Path

import pytest
from conftest import EXAMPLE, build, complete

from macros.judging import judge
from macros.pages.anchors import anchors
from macros.reading.load import load
from macros.reading.prose import read_prose

PAGES = sorted((EXAMPLE / "docs").rglob("*.md"))
BITS = [
    *("<", ">", "`", "```\n", "**", "* ", "[", "](", ")", "{", "}", "{{ ", " }}", "{#", "|", "\n"),
    *("\n\n", "# ", "---\n", "<div>", "</div>", "<b>", "&", "\\", "é", "[x](index.md)", "    "),
    *("[x](kontakt.md#kontakt)", "[x](#x)", "![x](x.png)", "[x](/kontakt/)", "<!-- ", "-->"),
    *('<p onclick="x">', "<script>k", "{ onclick=x }", "http://x.no", "[x]: y.md", "\u200b", "'"),
    *("![x [y]](https://x.no/y.png)", "![x\ny](https://x.no/y.png)", "> [x]:https://x.no", "\n> "),
]
ROUNDS = 4


def damaged(text: str, chance: random.Random) -> str:
    for _ in range(chance.randint(1, 3)):
        at, kind = chance.randrange(len(text) + 1), chance.random()
        if kind < 0.6:
            text = text[:at] + chance.choice(BITS) + text[at:]
        elif kind < 0.8:
            text = text[:at] + text[at + chance.randint(1, 9) :]
        else:
            lines = text.split("\n")
            chance.shuffle(lines)
            text = "\n".join(lines)
    return text


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_what_is_passed_builds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int):
    monkeypatch.setenv("REPO_URL", "https://eksempel.no/lag/side")  # or git is asked 400 times
    chance = random.Random(seed)
    folder = Path(shutil.copytree(EXAMPLE, tmp_path / "eksempel"))
    complete(folder)
    changed = 0
    for page in PAGES:
        file = folder / page.relative_to(EXAMPLE)
        whole = file.read_text("utf-8")
        for _ in range(6):
            text = damaged(whole, chance)
            file.write_text(text, "utf-8")
            if text != whole and not [problem for problem in judge(folder) if not problem.hint]:
                changed += 1
                break
        else:
            file.write_text(whole, "utf-8")
    built = build(folder, tmp_path / "site")
    assert changed > 3
    assert built.returncode == 0, built.stdout + built.stderr
    for page in (tmp_path / "site").rglob("*.html"):
        assert not re.search(r"onclick=|<script>k", page.read_text("utf-8")), page


def test_a_link_leads_only_to_spots_that_the_page_has(example_site: Path):
    data = load(EXAMPLE).data
    for page in read_prose(EXAMPLE):
        made = re.sub(r"(^|/)index\.md$", r"\1", page.path).removesuffix(".md")
        html = (example_site / made / "index.html").read_text("utf-8")
        ids = set(re.findall(r'\sid="([^"]+)"', html))
        assert anchors(page.plain, data) <= ids, page.path
