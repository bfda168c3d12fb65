"""One page of each kind, as the example's site shows it: a sentence, a caution or a link that is
lost turns this red. What an editor changes in the real data does not.
"""

import re
from pathlib import Path

import pytest

KINDS = {
    "forside": "",
    "finn": "finn/",
    "finn-kommune": "finn/provedal/",
    "finn-friskole": "finn/skogens-skole/",
    "finn-fylket": "finn/eksempel-fylkeskommune/",
    "nettverk": "nettverk/",
    "nettverk-ett": "nettverk/nord-eksempel/",
    "nettverk-opphort": "nettverk/vest-eksempel/",
    "kontakt": "kontakt/",
    "ordninger": "ordninger/",
    "ordning": "ordninger/gammel-ordning/",
    "na": "na/",
    "arshjul": "arshjul/",
    "syklus": "arshjul/2024-2025/",
    "abonner": "arshjul/abonner/",
    "roller": "roller/",
    "aktorer": "roller/aktorer/",
    "samarbeidsforum": "roller/samarbeidsforum/",
    "roller-andre": "roller/provefylke/",
    "strategi": "roller/provefylke/strategi/",
    "saksgang": "saksgang/",
    "maler": "maler/",
    "mal": "maler/provemal/",
    "mal-nynorsk": "maler/provemal/nn/",
    "mal-skjema": "maler/provemal/fyll-ut/",
    "begreper": "begreper/",
    "historie": "historie/",
    "om": "om/",
    "kilder": "om/kilder/",
    "rediger": "rediger/",
    "for-ansatte": "for-ansatte/",
    "selvsjekk": "maler/selvsjekk/",
    "personvern": "om/personvern/",
    "tilgjengelighet": "om/tilgjengelighet/",
    "apne-data": "om/apne-data/",
    "feilmeldinger": "om/feilmeldinger/",
    "finnes-ikke": "404.html",
    "tatt-bort": "410.html",
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_of_its_kind(example_site: Path, golden, kind: str):
    file = example_site / KINDS[kind]
    page = (file / "index.html" if file.is_dir() else file).read_text("utf-8")
    main = re.search(r"<article.*?</article>", page, re.DOTALL)[0]
    # The moment of the build is the machine's, not the page's.
    main = re.sub(r' data-bygget="[^"]*"', "", main)
    golden(f"sider/{kind}.html", in_lines(main))


def in_lines(markup: str) -> str:
    """One tag after another, however the templates are broken."""
    return re.sub(r">\s+<", ">\n<", markup).strip() + "\n"


@pytest.mark.parametrize(
    "kind", ["nettverk-ett", "finn-fylket", "aktorer", "strategi", "finnes-ikke"]
)
def test_the_frame_around_it(example_site: Path, golden, kind: str):
    """Its head, menus, search and footer, without the hashes of what it loads and lets run."""
    file = example_site / KINDS[kind]
    page = (file / "index.html" if file.is_dir() else file).read_text("utf-8")
    frame = re.sub(r"(<article[^>]*>).*?(?=</article>)", r"\1", page, flags=re.DOTALL)
    frame = re.sub(
        r"(?<=[.-])[0-9a-f]{8,}(?=\.)|(?<=sha256-)[\w+/=]+| data-bygget=\"[^\"]*\"", "", frame
    )
    golden(f"sider/ramme/{kind}.html", in_lines(frame))
