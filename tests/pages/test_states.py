"""What the pages say that the golden ones do not: of the other records, of less and of more than
the example has, of a year under way, and of a site with an address and a repository.
"""

import re
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest
from conftest import EPOCH, EXAMPLE, NOW, TESTS
from whole.test_golden_pages import KINDS

from macros.settings import Settings
from macros.site import Site
from macros.verbs.skriv import contents

BUILT = datetime.fromtimestamp(int(EPOCH), UTC)
# What another site has and has not: a file for each in tests/states/.
STATES = {file.stem: file.read_text("utf-8") for file in (TESTS / "states").iterdir()}
VOID = {"br", "input", "col", "img"}
ANCHOR = r"^((?:@@.*\n)*@-.*\n|(?:@@.*\n)+)"


def unclosed(page: str) -> set[str]:
    """The tags that are not closed as often as they are opened."""
    opened = Counter(re.findall(r"<(\w+)(?![^<>]*/>)[^<>]*>", page))
    closed = Counter(re.findall(r"</(\w+)>", page))
    return {tag for tag in {*opened, *closed} - VOID if opened[tag] != closed[tag]}


def lines(root: Path, **settings: object) -> dict[str, list[str]]:
    """The lines of each page, where an element ends, without its wheels, which have golden files of
    their own.
    """
    made = contents(Site.read(root, Settings(**{"timestamp": BUILT} | settings)))
    found = {name: page.decode() for name, page in made.items() if name.endswith(".md")}
    assert not [name for name, page in found.items() if unclosed(page)]
    found = {name: re.sub(r'<svg class="hjul".*?</svg>', "", page) for name, page in found.items()}
    return {
        name: re.sub(r"(</\w+>|/>)\s*(?=<)", r"\1\n", page).splitlines()
        for name, page in found.items()
    }


@pytest.fixture(scope="module")
def known() -> dict[str, list[str]]:
    """The pages as they are."""
    return lines(EXAMPLE)


def listed(pages: dict[str, list[str]], known: dict[str, list[str]]) -> str:
    """What is said on no page that is known."""
    said = {line for page in known.values() for line in page}
    return "".join(
        f"{name}: {line}\n" for name, page in pages.items() for line in page if line not in said
    )


def lay_in(folder: Path, state: str) -> None:
    """Make a copy of the example another site: below «--- file» stands, after a line or lines of
    it («@@», or «@-» for one that goes), what comes there; without such, the whole of a new file,
    or nothing for one that goes.
    """
    for part in re.split(r"^--- ", state, flags=re.M)[1:]:
        name, _, rest = part.partition("\n")
        file, (whole, *pairs) = folder / name, re.split(ANCHOR, rest, flags=re.M)
        if not whole and not pairs:
            file.unlink()
            continue
        text = f"\n{whole or file.read_text('utf-8')}"
        for marked, added in zip(pairs[::2], pairs[1::2], strict=True):
            old, kept = (
                re.sub(pattern, "", marked, flags=re.M) for pattern in ("^@.", "^@@|^@-.*\n")
            )
            assert text.count(f"\n{old}") == 1, f"«{old}» står ikke én gang i {name}"
            text = text.replace(f"\n{old}", f"\n{kept}{added}")
        file.write_text(text[1:], "utf-8")


def test_the_pages_of_the_other_records(known, golden):
    golden_ones = {
        f"{address.rstrip('/')}{end}.md" for address in KINDS.values() for end in ("", "/index")
    }
    blessed = {name: page for name, page in known.items() if name in golden_ones | {"index.md"}}
    golden("tilstander/andre.txt", listed(known, blessed))


@pytest.mark.parametrize("state", sorted(STATES))
def test_another_site(state, known, example, golden):
    lay_in(example, STATES[state])
    golden(f"tilstander/{state}.txt", listed(lines(example), known))


def test_a_year_under_way(known, golden):
    then = datetime(2024, 10, 1, tzinfo=UTC)
    golden("tilstander/aret.txt", listed(lines(EXAMPLE, timestamp=then, now=NOW), known))


def test_a_public_site_with_a_repository(known, golden):
    there = {"site_url": "https://eksempel.no/", "repo_url": "https://github.com/lag/side"}
    # The calendars in turn, of which one is blessed; of the ways to lines, which have their test,
    # those of one page.
    pages = {
        name: [line for line in page if "/edit/main/" not in line or name == "om/kilder.md"]
        for name, page in lines(EXAMPLE, **there).items()
        if name != "arshjul/abonner.md"
    }
    golden("tilstander/offentlig.txt", listed(pages, known))
