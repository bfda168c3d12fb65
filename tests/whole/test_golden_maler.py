"""One page of each kind that the case and the templates have, as the example's site shows it."""

import re
from pathlib import Path

import pytest

KINDS = {
    "saksgang": "saksgang/",
    "maler": "maler/",
    "mal": "maler/provemal/",
    "mal-nynorsk": "maler/provemal/nn/",
    "mal-skjema": "maler/provemal/fyll-ut/",
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_of_its_kind(example_site: Path, golden, kind: str):
    page = (example_site / KINDS[kind] / "index.html").read_text("utf-8")
    main = re.search(r"<article.*?</article>", page, re.DOTALL)[0]
    golden(f"sider/{kind}.html", re.sub(r">\s+<", ">\n<", main).strip() + "\n")
