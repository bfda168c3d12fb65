"""The mistakes that an editor can make in an annual cycle, each with the words that come back."""

from collections.abc import Callable
from pathlib import Path

import pytest

CYCLE, NETWORK, PATTERN = (
    "data/arshjul/2024-2025.yml",
    "data/nettverk/nord-eksempel.yml",
    "data/arshjul/monster.yml",
)
ROW = (
    "  - {id: ny, tittel: Ny, type: frist, nar: {%s}, malgruppe: %s, status: vedtatt, kilde:"
    " rapport%s}\n  - id: telling\n"
)


def row(
    nar: str = "dato: 2024-09-03", malgruppe: str = "skoler", more: str = ""
) -> tuple[str, str, str]:
    """A new first row of the cycle."""
    return CYCLE, "  - id: telling\n", ROW % (nar, malgruppe, more)


MISTAKES = {
    "outside the cycle": (
        row("dato: 2026-09-01"),
        (
            "1. september 2026 er utenfor årshjulet, som går august 2024 – juli 2025. Rett datoen,"
            " eller «gjelder» øverst i filen"
        ),
    ),
    "partly outside": (
        row("fra_maned: 2025-06, til_maned: 2025-08"),
        (
            "juni–august 2025 er utenfor årshjulet, som går august 2024 – juli 2025. Rett datoen,"
            " eller «gjelder» øverst i filen"
        ),
    ),
    "cycle ends first": (
        (CYCLE, "gjelder: {fra: 2024-08, til: 2025-07}", "gjelder: {fra: 2025-07, til: 2024-08}"),
        "«til» (2024-08) er før «fra» (2025-07). Bytt om, eller rett den ene",
    ),
    "file name": (
        (CYCLE, "id: 2024-2025\n", "id: 2025-2026\n"),
        (
            "id-en er «2025-2026», men filen heter 2024-2025.yml. Skriv «id: 2024-2025», eller gi"
            " filen navnet 2025-2026.yml"
        ),
    ),
    "two of an id": (
        (CYCLE, "  - id: seminar\n", "  - id: telling\n"),
        "id-en «telling» er alt brukt på linje 16. Gi den nye hendelsen en annen id",
    ),
    "two of an id in a network": (
        (
            NETWORK,
            "hendelser:\n",
            (
                "hendelser:\n  - {id: nord-behov, tittel: Ny, type: mote, nar: {dato: 2024-09-03},"
                " malgruppe: skoler, status: vedtatt, kilde: rapport}\n"
            ),
        ),
        "id-en «nord-behov» er alt brukt på linje 47. Gi den nye hendelsen en annen id",
    ),
    "unknown audience": (
        row(malgruppe="skole"),
        (
            "«skole» kan ikke stå i «malgruppe». Mente du «skoler»? Skriv skoler, nettverk eller"
            " samarbeidsforum"
        ),
    ),
    "no such column": (
        (CYCLE, "  samarbeidsforum: Forumet\n", ""),
        (
            "årshjulet har ingen kolonne for «samarbeidsforum». Bruk skoler, nettverk, eller legg"
            " den til under «kolonner»"
        ),
    ),
    "scheme of another cycle": (
        row(more=", ordning: ny-ordning"),
        (
            "«ny-ordning» er ikke blant ordningene til årshjulet. Bruk gammel-ordning, eller legg"
            " den til under «ordninger»"
        ),
    ),
    "unknown neighbour": (
        (CYCLE, "etter: forum", "etter: fora"),
        "«fora» finnes ikke i denne filen. Skriv id-en til en rad som har en tid",
    ),
    "undated neighbour": (
        row("udatert: {etter: innstilling, for: vedtak}"),
        "«innstilling» er selv udatert. Skriv id-en til en rad som har en tid",
    ),
    "neighbours turned": (
        (CYCLE, "{etter: forum, for: vedtak}", "{etter: vedtak, for: forum}"),
        "«vedtak» kommer etter «forum». Bytt om",
    ),
    "deadline on a Sunday": (
        row("dato: 2024-09-01"),
        "Hint: fristen 1. september 2024 er en søndag. Er datoen riktig?",
    ),
    "deadline on a holiday": (
        row("dato: 2025-05-01"),
        "Hint: fristen 1. mai 2025 er 1. mai. Er datoen riktig?",
    ),
    "cancelled without a reason": (
        (CYCLE, "    avlyst_grunn: Ingen hadde tid.\n", ""),
        "Hint: hendelsen er avlyst. Skriv gjerne hvorfor under «avlyst_grunn»",
    ),
    "a reason, not cancelled": (
        (CYCLE, "status: avlyst", "status: vedtatt"),
        "«avlyst_grunn» står her, men status er vedtatt. Skriv status: avlyst, eller slett grunnen",
    ),
    "moved to where it was": (
        (CYCLE, "flyttet_fra: 2024-10-03", "flyttet_fra: 2024-10-10"),
        (
            "hendelsen er flyttet fra 10. oktober 2024, men står fortsatt den dagen. Rett «nar»,"
            " eller slett «flyttet_fra»"
        ),
    ),
    "expected on a day": (
        (CYCLE, "ventes: {maned: 2025-03}", "ventes: {dato: 2025-03-01}"),
        "«ventes» er en måned og aldri en dag. Skriv dagen under «nar»",
    ),
    "adopted without a day": (
        (CYCLE, "    status: forelopig\n", "    status: vedtatt\n"),
        "en vedtatt hendelse må ha «nar». Fyll ut dato, eller la status være forelopig",
    ),
    "no time at all": (
        (CYCLE, "    ventes: {maned: 2025-03}\n", ""),
        "tiden mangler. Skriv den under «nar», som dato: 2024-02-01",
    ),
    "for in a cycle": (
        row(more=", for: behov"),
        "«for» brukes bare i et nettverks egne hendelser. Slett linjen",
    ),
    "for what is not there": (
        (NETWORK, "for: behov", "for: behovet"),
        "ingen felles hendelse heter «behovet». Skriv id-en slik den står i data/arshjul/",
    ),
    "for what networks don't set": (
        (NETWORK, "for: behov", "for: seminar"),
        (
            "«seminar» er ikke en frist som nettverkene setter selv. Slett «for», eller merk den"
            " felles hendelsen med lokal_frist: true"
        ),
    ),
    "local date outside": (
        (NETWORK, "dato: 2024-11-15", "dato: 2025-01-15"),
        (
            "Hint: 15. januar 2025 er utenfor tiden for den felles fristen (oktober–desember 2024)."
            " Er datoen riktig?"
        ),
    ),
    "pattern on nothing": (
        (PATTERN, "observert: [2024-2025/vedtak]", "observert: [2024-2025/vedtaket]"),
        (
            "hendelsen «2024-2025/vedtaket» finnes ikke. Mente du «2024-2025/vedtak»? Er den"
            " slettet, eller har den fått en ny id, henter du den gamle tilbake"
        ),
    ),
    "pattern in another month": (
        (PATTERN, "maneder: januar", "maneder: februar"),
        (
            "«2024-2025/vedtak» var medio januar 2025, men mønsteret sier medio februar. Rett"
            " «maneder», eller slett linjen"
        ),
    ),
    "pattern with a hole": (
        (PATTERN, "[oktober, november, desember]", "[oktober, desember]"),
        (
            "månedene følger ikke etter hverandre. Skriv alle i rekkefølge, som [oktober, november,"
            " desember]"
        ),
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_explained(
    mistake: str,
    example: Path,
    edit: Callable[[str, str, str], None],
    problems: Callable[[Path], list[str]],
) -> None:
    (file, old, new), message = MISTAKES[mistake]
    edit(file, old, new)
    found = problems(example)
    assert {problem.split(": ", 1)[1] for problem in found} == {message}
    assert all(problem.startswith(f"{file}:") for problem in found)


def test_the_line_is_that_of_the_mistake(
    example: Path, edit: Callable[[str, str, str], None], problems: Callable[[Path], list[str]]
) -> None:
    edit(CYCLE, "etter: forum", "etter: fora")
    line = (example / CYCLE).read_text("utf-8").split("\n").index(
        "    nar: {udatert: {etter: fora, for: vedtak}}"
    ) + 1
    assert problems(example)[0].startswith(f"{CYCLE}:{line}: ")


def test_a_network_may_not_have_the_name_of_a_cycle(
    example: Path, edit: Callable[[str, str, str], None], problems: Callable[[Path], list[str]]
) -> None:
    edit("data/nettverk/sor-eksempel.yml", "id: sor-eksempel", "id: 2024-2025")
    (example / "data/nettverk/sor-eksempel.yml").rename(example / "data/nettverk/2024-2025.yml")
    assert (
        "data/arshjul/2024-2025.yml:4: et nettverk heter også «2024-2025». Gi årshjulet en annen id"
        in problems(example)
    )


def test_a_pattern_keeps_what_was_moved_out_of_its_month(
    example: Path, edit: Callable[[str, str, str], None], problems: Callable[[Path], list[str]]
) -> None:
    edit(
        CYCLE,
        "nar: {maned: 2025-01, del: medio}\n",
        "nar: {dato: 2025-02-03}\n    flyttet_fra: 2025-01\n",
    )
    assert problems(example) == []
    edit(CYCLE, "flyttet_fra: 2025-01\n", "flyttet_fra: 2025-03\n")
    assert [problem.split(": ", 1)[1] for problem in problems(example)] == [
        "«2024-2025/vedtak» var 3. februar 2025, men mønsteret sier medio januar. Rett «maneder»,"
        " eller slett linjen"
    ]


@pytest.mark.parametrize(
    ("nar", "line"), [("", 16), ("    nar:\n", 20), ("    nar:\n      dato:\n", 21)]
)
def test_a_time_that_is_empty_is_missed_where_it_stands(example, edit, problems, nar, line):
    edit(CYCLE, "    nar: {dato: 2024-09-02}\n", nar)
    assert problems(example) == [
        f"{CYCLE}:{line}: tiden mangler. Skriv den under «nar», som dato: 2024-02-01"
    ]
