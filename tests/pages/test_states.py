"""What the pages say that the golden ones do not: of the other records, of less and of more than
the example has, of a year under way, and of a site with an address and a repository.
"""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from conftest import EPOCH, EXAMPLE, NOW, TESTS
from whole.test_golden_pages import KINDS

from macros.settings import Settings
from macros.site import Site
from macros.verbs.skriv import contents

BUILT = datetime.fromtimestamp(int(EPOCH), UTC)
NETTSTED, KONTAKTER, NORD = (
    "data/nettsted.yml",
    "data/kontakter.yml",
    "data/nettverk/nord-eksempel.yml",
)
OLDER = "  - {tekst: Eldre ord., gjelder: {fra: 2016-01-01, til: 2017-01-01}, kilde: notat}\n"
LESS = (
    (NETTSTED, "henvendelser: post@eksempel.no\n", ""),
    (
        NETTSTED,
        "tilgjengelighetserklaering: https://uustatus.no/nb/erklaringer/publisert/eksempel\n",
        "",
    ),
    (NETTSTED, "behandlingsansvarlig: Universitetet i Eksempel\n", ""),
    (NETTSTED, "behandlingsgrunnlag: Personvernforordningen artikkel 6 nr. 1 bokstav e\n", ""),
    (NETTSTED, "lagringstid: Til rollen er slutt, og så ett år som historie\n", ""),
    (NETTSTED, "retting: personvern@eksempel.no\n", ""),
    (NETTSTED, "    lenke: https://www.eksempel.no/skjema\n", ""),
    (NORD, "plan: https://www.eksempel.no/nord/plan\n", ""),
    ("data/roller/samarbeidsforum.yml", "malsettinger:\n", f"{OLDER}malsettinger:\n"),
    ("data/roller/samarbeidsforum.yml", "mandat:\n", f"{OLDER}mandat:\n"),
    ("data/kilder.yml", "      sporsmal: Hvem diktet opp rapporten?\n", ""),
    ("data/maler/provemal.yml", ', sporsmal: "Hvem diktet opp malen?"', ""),
    (NORD, "      sporsmal: Hvilken er den tredje private skolen?\n", ""),
    (NETTSTED, "    ny: nord-eksempel\n", ""),
    (KONTAKTER, "  epost: kari.eksempel@eksempel.no\n", ""),
    (KONTAKTER, "  epost: mette.mal@eksempel.no\n", ""),
)
# A caution in the fold, or none, made one that is seen; of persons, open questions.
URGENT = (
    *(
        (file, f"- tekst: {said}\n", f"- {{tekst: {said}, viktig: true}}\n")
        for file, said in (
            ("data/arshjul/2024-2025.yml", "Skoler uten eksempler teller ikke."),
            ("data/arshjul/monster.yml", "Bare ett år er kjent."),
            ("data/begreper.yml", "Ordet er vanlig."),
            ("data/roller/stotte.yml", "Kildene er uenige."),
        )
    ),
    (
        KONTAKTER,
        "- tekst: Kari finnes ikke.\n",
        "- {tekst: Kari kan finnes., sporsmal: Finnes Kari?}\n",
    ),
    (
        KONTAKTER,
        "  epost: mette.mal@eksempel.no\n",
        "  epost: mette.mal@eksempel.no\n"
        "  merknader: [{tekst: Hun har to navn., sporsmal: Hva heter Mette?}]\n",
    ),
    ("data/maler/provemal.yml", "{tekst: Malen er", "{viktig: true, tekst: Malen er"),
    ("data/maler/provemal.yml", "{tekst: Delen er", "{viktig: true, tekst: Delen er"),
    (
        "data/strategi/provefylke.yml",
        "    kilde: notat\n",
        "    kilde: notat\n    merknader: [{tekst: Målet er gammelt., viktig: true}]\n",
    ),
)


def lines(root: Path, **settings: object) -> dict[str, list[str]]:
    """The lines of each page, without its wheels, which have golden files of their own."""
    made = contents(Site.read(root, Settings(**{"timestamp": BUILT} | settings)))
    return {
        name: re.sub(
            r">\s*<", ">\n<", re.sub(r'<svg class="hjul".*?</svg>', "", page.decode())
        ).splitlines()
        for name, page in made.items()
        if name.endswith(".md")
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


def lay_in(folder: Path, additions: str) -> None:
    """Add to a copy of the example: below «--- file» stand, after each line or lines of it («@@»,
    or «@-» for one that gives way), those that follow them there; without such, a new file.
    """
    for part in re.split(r"^--- ", additions, flags=re.M)[1:]:
        name, _, rest = part.partition("\n")
        whole, *pairs = re.split(r"^((?:@[@-].*\n)+)", rest, flags=re.M)
        text = f"\n{whole or (folder / name).read_text('utf-8')}"
        for marked, added in zip(pairs[::2], pairs[1::2], strict=True):
            old = re.sub(r"^@.", "", marked, flags=re.M)
            kept = re.sub(r"^@.", "", re.sub(r"^@-.*\n", "", marked, flags=re.M), flags=re.M)
            assert text.count(f"\n{old}") == 1, f"«{old}» står ikke én gang i {name}"
            text = text.replace(f"\n{old}", f"\n{kept}{added}")
        (folder / name).write_text(text[1:], "utf-8")


def test_the_pages_of_the_other_records(known, golden):
    golden_ones = {
        f"{address.rstrip('/')}{end}.md" for address in KINDS.values() for end in ("", "/index")
    }
    blessed = {name: page for name, page in known.items() if name in golden_ones | {"index.md"}}
    golden("tilstander/andre.txt", listed(known, blessed))


def test_a_site_with_less(known, example, edit, golden):
    for one in LESS:
        edit(*one)
    golden("tilstander/mindre.txt", listed(lines(example), known))


def test_a_site_with_more(known, example, golden):
    lay_in(example, (TESTS / "support" / "more_of_each.txt").read_text("utf-8"))
    golden("tilstander/mer.txt", listed(lines(example), known))


def test_cautions_that_are_seen(known, example, edit, golden):
    for one in URGENT:
        edit(*one)
    pages = lines(example)
    golden("tilstander/viktig.txt", listed(pages, known))
    mal = pages["maler/provemal.md"]
    assert mal.count('<p class="merknad">') == 2, "which are on other pages already"


def test_a_year_under_way(known, golden):
    then = datetime(2024, 10, 1, tzinfo=UTC)
    golden("tilstander/aret.txt", listed(lines(EXAMPLE, timestamp=then, now=NOW), known))


def test_a_public_site_with_a_repository(known, golden):
    there = {"site_url": "https://eksempel.no/", "repo_url": "https://github.com/lag/side"}
    # The calendars in turn, of which one is blessed, and the ways to lines, which have their test.
    pages = {
        name: [line for line in page if "/edit/main/" not in line]
        for name, page in lines(EXAMPLE, **there).items()
        if name != "arshjul/abonner.md"
    }
    golden("tilstander/offentlig.txt", listed(pages, known))
