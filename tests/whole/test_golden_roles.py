"""One page of each kind that roles and terms have, as the example's site shows it."""

import re
from pathlib import Path

import pytest

KINDS = {
    "roller": "roller/",
    "aktorer": "roller/aktorer/",
    "samarbeidsforum": "roller/samarbeidsforum/",
    "roller-andre": "roller/provefylke/",
    "strategi": "roller/provefylke/strategi/",
    "begreper": "begreper/",
    "historie": "historie/",
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_of_its_kind(example_site: Path, golden, kind: str):
    page = (example_site / KINDS[kind] / "index.html").read_text("utf-8")
    main = re.search(r"<article.*?</article>", page, re.DOTALL)[0]
    golden(f"sider/{kind}.html", re.sub(r">\s+<", ">\n<", main).strip() + "\n")
