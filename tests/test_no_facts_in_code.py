"""The county is a record: what sets it apart stands in data/, and none of it in the program."""

import re

import pytest
from conftest import ROOT

from macros.reading.load import load

FILES = sorted(
    file.relative_to(ROOT).as_posix()
    for folder, ending in (
        *(("macros", ending) for ending in ("*.py", "*.jinja", "*.yml")),
        *(("docs/assets", ending) for ending in ("*.js", "*.css")),
        ("overrides", "*.html"),
    )
    for file in (ROOT / folder).rglob(ending)
)


def names() -> list[str]:
    """What the data call the county, its like, its universities and the schemes: names and ids."""
    data = load(ROOT).data
    found = {*data.roller, *(file.navn for file in data.roller.values()), *data.ordninger}
    found |= {data.fylke.navn, data.fylke.samisk, data.fylke.fylkeskommune, data.fylke.id}
    found |= {ordning.kortnavn for ordning in data.ordninger.values()}
    for id in data.fylke.larerutdanninger:
        found |= {data.institusjoner[id].navn, data.institusjoner[id].kortnavn}
    # An id that is a common word as well, as «nord», is looked for by its names alone.
    found |= {id for id in data.fylke.larerutdanninger if id != "nord"}
    return sorted(name for name in found if name)


@pytest.mark.parametrize("file", FILES)
def test_no_name_of_the_county_stands_in_the_program(file):
    text = (ROOT / file).read_text("utf-8")
    pattern = "|".join(map(re.escape, names()))
    assert re.findall(rf"(?i)\b(?:{pattern})\b", text) == []
