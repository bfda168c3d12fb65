"""What a proposal would take away is heard before it is merged: in exact words, with the remedy."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from conftest import EXAMPLE
from feeds.test_ledger import REMEDY, ROW, end_nord

from macros.checks.change import judge_between
from macros.reading.load import load

DAY = date(2024, 9, 1)
NORD = "data/nettverk/nord-eksempel.yml"
CYCLE = "data/arshjul/2024-2025.yml"


def heard(root: Path, today: date = DAY) -> list[str]:
    return [str(one) for one in judge_between(load(EXAMPLE).data, load(root).data, today)]


def test_no_change_is_no_problem(example: Path) -> None:
    assert heard(example) == []


def test_an_event_that_is_published_may_not_go(example: Path, edit: Callable) -> None:
    edit(CYCLE, "  - id: seminar\n", "  - id: seminaret\n")
    assert heard(example) == [
        f"{CYCLE}:1: hendelsen «seminar» er publisert og ikke over, men finnes ikke lenger:"
        f" {REMEDY}"
    ]
    assert heard(example, date(2024, 10, 12)) == []


def test_a_network_that_goes_says_where(example: Path, edit: Callable) -> None:
    file = example / "data/nettverk/sor-eksempel.yml"
    text = file.read_text("utf-8").replace("id: sor-eksempel\n", "id: syd-eksempel\n")
    (example / "data/nettverk/syd-eksempel.yml").write_text(text, "utf-8")
    file.unlink()
    said = heard(example, date(2026, 10, 1))
    assert said == [
        "data/nettsted.yml:1: nettverket «sor-eksempel» er publisert, men finnes ikke lenger. De"
        " som abonnerer på kalenderen, må få vite hvor de skal gå. Skriv under «tidligere» i denne"
        " filen: - {id: sor-eksempel, navn: Sør-Eksempel, opphort: 2026-10-01, ny:"
        " id-en til nettverket som tok over}. Er det borte for godt, sletter du «ny»"
    ]
    edit(
        "data/nettsted.yml",
        "tidligere:\n",
        "tidligere:\n  - {id: sor-eksempel, navn: Sør-Eksempel, opphort: 2026-10-01,"
        " ny: syd-eksempel}\n",
    )
    assert heard(example, date(2026, 10, 1)) == []


def test_a_partner_is_ended_and_not_written_over(example: Path, edit: Callable) -> None:
    before = load(example).data.nettverk["nord-eksempel"].up1(DAY)[0].person
    other = next(id for id in load(example).data.kontakter if id not in {before, "ola-prove"})
    edit(
        NORD,
        f"utviklingspartnere:\n  - person: {before}",
        "utviklingspartnere:\n  - person: ola-prove\n    institusjon: provehogskolen\n"
        f"    gjelder: {{fra: 2022}}\n    kilde: notat\n  - person: {other}",
    )  # who was there before and is again, takes nobody's place
    [said] = heard(example)
    assert said.endswith(
        f"«{before}» er skrevet over med «{other}» og blir borte fra historien. La «{before}» stå"
        f" med linjen «gjelder: {{til: 2024-09-01}}», og legg til «{other}» som en ny, med linjen"
        " «gjelder: {fra: 2024-09-01}»"
    )


def test_a_person_may_always_be_erased_and_what_remains_is_said(example, edit) -> None:
    text = (example / "data/kontakter.yml").read_text("utf-8")
    (example / "data/kontakter.yml").write_text(text[: text.index("mette-mal:")], "utf-8")
    assert heard(example) == [
        "data/kontakter.yml:1: Hint: «mette-mal» er slettet, og det er lov. Historikken på GitHub"
        " tar fortsatt vare på opplysningene. Var det et ønske fra personen selv, følger du «Erase"
        " a person» i HACKING.md etterpå"
    ]


def test_a_copied_cycle_is_heard(example: Path) -> None:
    text = (example / CYCLE).read_text("utf-8").replace("id: 2024-2025\n", "id: 2024-25\n")
    (example / "data/arshjul/2024-25.yml").write_text(text, "utf-8")
    [said] = heard(example)
    assert "hendelsene er de samme som i årshjulet «2024-2025», og ville stått to ganger" in said
    other = text.replace("id: 2024-25\n", "id: 2024-26\n")
    (example / "data/arshjul/2024-26.yml").write_text(other, "utf-8")
    assert len(heard(example)) == 2, "neither is a copy of the other new one"
    for rest, copies in (("  - id: behov\n", 2), ("  - id: forum\n", 0)):
        few = text.partition(rest)[0]
        for name in ("2024-25", "2024-26"):
            (example / f"data/arshjul/{name}.yml").write_text(
                few.replace("id: 2024-25\n", f"id: {name}\n"), "utf-8"
            )
        assert len(heard(example)) == copies


def test_a_friskole_in_the_wrong_network_is_heard(example: Path, edit: Callable) -> None:
    file = example / "data/nettverk/sor-eksempel.yml"
    text = file.read_text("utf-8")
    nord = load(example).data.nettverk["nord-eksempel"].kommuner[0]
    assert "friskoler:" not in text
    line = f'friskoler:\n  - {{id: ny-skole, navn: Ny skole, kommune: "{nord}"}}\nhendelser:\n'
    file.write_text(text.replace("hendelser:\n", line), "utf-8")
    [said] = heard(example)
    assert said.endswith(
        f"Ny skole ligger i Eksempelby, som er i nettverket Nord-Eksempel. Flytt skolen til {NORD},"
        " eller rett kommunen. Er skolen likevel i dette nettverket, skriver du hvorfor i"
        " «merknader»"
    )
    assert "Hint" not in said
    edit(
        "data/nettverk/sor-eksempel.yml",
        f'kommune: "{nord}"}}',
        f'kommune: "{nord}", merknader: [{{tekst: Skolen valgte selv.}}]}}',
    )
    assert heard(example) == []


def test_a_row_that_was_withdrawn_stays_for_its_year(example: Path, edit: Callable) -> None:
    edit("data/nettverk/sor-eksempel.yml", "  - id: feil-nettverk\n", "  - id: et-annet\n")
    said = (
        "data/nettverk/sor-eksempel.yml:1: hendelsen «feil-nettverk» er trukket, men finnes ikke"
        " lenger. La raden stå til og med 2027-05-15, så kalenderne får sagt fra"
    )
    assert heard(example, date(2027, 5, 15)) == [said]
    assert heard(example, date(2027, 5, 16)) == []


def test_a_network_that_ends_takes_its_dates_along(example: Path, edit: Callable) -> None:
    end_nord(example, edit)
    day = date(2024, 11, 1)
    said = (
        "nettverket «nord-eksempel» har opphørt, men hendelsen «nord-behov» er publisert og ikke"
        " over. "
    )
    keep = "a data/nettverk/nord-eksempel.yml stå til dagen er over, og vent med «tidligere»"
    assert heard(example, day) == [
        f"data/nettverk/sor-eksempel.yml:1: {said}Skriv raden i data/nettverk/sor-eksempel.yml, med"
        f" samme id, eller l{keep}"
    ]
    edit(
        "data/nettverk/sor-eksempel.yml", "  - id: feil-nettverk\n", f"{ROW}  - id: feil-nettverk\n"
    )
    assert heard(example, day) == []
    edit("data/nettsted.yml", ", ny: sor-eksempel}", "}")
    edit(
        "data/nettsted.yml", "opphort: 2025-01-01\n", "opphort: 2025-01-01\n    ny: sor-eksempel\n"
    )
    assert heard(example, day) == [
        f"data/nettsted.yml:1: {said}L{keep}. Er den publisert som `avlyst`, kan nettverket opphøre"
    ]
    assert heard(example, date(2024, 11, 16)) == []


def test_a_network_that_cannot_be_read_may_have_the_dates_of_the_other(
    example: Path, edit: Callable
) -> None:
    end_nord(example, edit)
    edit("data/nettverk/sor-eksempel.yml", "slag: regionalt\n", "slag: regionalt\nukjent: felt\n")
    assert heard(example, date(2024, 11, 1)) == []


CONTACTS, SITE, SOUTH = "data/kontakter.yml", "data/nettsted.yml", "data/nettverk/sor-eksempel.yml"
ENDED = "  - id: vest-eksempel\n    navn: Vest-Eksempel\n    opphort: 2025-01-01\n"


@pytest.mark.parametrize(
    ("edits", "gone", "begins"),
    [
        (
            [(CYCLE, "  - id: forum\n", "  - id: forumet\n")],
            [],
            [
                f"{CYCLE}:1: hendelsen «forum» er publisert og ikke over, men finnes ikke lenger:"
                " la den stå til dagen er over. Har den fått en ny id,"
            ],
        ),
        ([], [CYCLE], [f"{CYCLE}:1: årshjulet «2024-2025» er publisert og ikke over, men finnes"]),
        (
            [(SITE, f"tidligere:\n{ENDED}    ny: nord-eksempel\n", "")],
            [],
            [
                f"{SITE}:1: nettverket «vest-eksempel» er publisert, men finnes ikke lenger. De som"
                " abonnerer på kalenderen, må få vite hvor de skal gå. Skriv under «tidligere» i"
                " denne filen: - {id: vest-eksempel, navn: Vest-Eksempel, opphort: 2025-01-01,"
            ],
        ),
        ([(SITE, "redaktor:", "redaktor: [")], [], []),
        ([(NORD, "id: nord-eksempel\n", "id: [nord\n")], [SOUTH], []),
        (
            [(CONTACTS, "mette-mal:\n", "mette:\n"), (CONTACTS, "navn: Ola", "navn: [Ola")],
            [],
            [],
        ),
        (
            [
                (NORD, "person: kari-eksempel", "person: mette-mal"),
                (CONTACTS, "kari-eksempel:\n", "kari-eksemplet:\n"),
            ],
            [],
            [f"{CONTACTS}:1: Hint: «kari-eksempel» er slettet, og det er lov."],
        ),
        (
            [(NORD, "navn: Skogens skole\n", 'navn: Skogens skole\n    kommune: "9903"\n')],
            [],
            [],
        ),
    ],
    ids=str,
)
def test_what_goes_and_what_only_cannot_be_read(example, edit, edits, gone, begins) -> None:
    for one in edits:
        edit(*one)
    for name in gone:
        (example / name).unlink()
    said = heard(example)
    assert len(said) == len(begins)
    assert all(map(str.startswith, said, begins)), said


def test_an_ended_network_may_come_back(example: Path, edit: Callable) -> None:
    edit(SITE, f"tidligere:\n{ENDED}    ny: nord-eksempel\n", "")
    text = (example / SOUTH).read_text("utf-8").replace("id: sor-eksempel\n", "id: vest-eksempel\n")
    (example / "data/nettverk/vest-eksempel.yml").write_text(text, "utf-8")
    assert heard(example) == []


@pytest.mark.parametrize("unread", [CYCLE, NORD])
def test_what_cannot_be_read_has_not_gone(example: Path, unread: str) -> None:
    with (example / unread).open("a", encoding="utf-8") as file:
        file.write("ukjent: felt\n")
    assert heard(example) == []
