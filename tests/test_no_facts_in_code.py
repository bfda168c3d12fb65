"""The county is a record: what sets it apart stands in data/, and none of it in the program."""

import re

import pytest
from conftest import ROOT

from macros.reading.load import load

# Where a name of the county still stands: to be taken out, never added to.
STILL = {
    "macros/feeds/event.py": {"trondelag"},
}
FILES = sorted(
    file.relative_to(ROOT).as_posix()
    for ending in ("*.py", "*.jinja")
    for file in (ROOT / "macros").rglob(ending)
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
    found = {name.lower() for name in re.findall(rf"(?i)\b(?:{pattern})\b", text)}
    assert found == STILL.get(file, set())
