"""Fields that begin too far out, and a dash where none belongs: one mistake, one message, at the
first line that should move.
"""

import pytest

KONTAKTER, NORD, SYKLUS = (
    "data/kontakter.yml",
    "data/nettverk/nord-eksempel.yml",
    "data/arshjul/2024-2025.yml",
)
NY = (
    "ny-person:\n{}navn: Ny Person\n{}institusjon: uie\n{}epost: ny.person@eksempel.no\n{}kilde:"
    " rapport\n{}per: 2024\n"
)
INN = "Rykk linjene inn to mellomrom"
FIELDS = [
    (
        SYKLUS,
        "    nar: {dato: 2024-09-02}\n",
        "    nar:\n    dato: 2024-09-02\n",
        21,
        "«dato» hører til under «nar». Rykk linjen inn to mellomrom",
    ),
    (
        SYKLUS,
        "    nar: {fra: 2024-10-10, til: 2024-10-11}\n",
        "    nar:\n    fra: 2024-10-10\n    til: 2024-10-11\n",
        36,
        f"«fra» og «til» hører til under «nar». {INN}",
    ),
    (
        KONTAKTER,
        "    dato: 2025-01-15\n    av: UiE\n",
        "  dato: 2025-01-15\n  av: UiE\n",
        22,
        f"«dato» og «av» hører til under «bekreftet». {INN}",
    ),
    (
        NORD,
        "  dato: 2026-01-15\n  av: UiE\n",
        "dato: 2026-01-15\nav:\n",
        56,
        f"«dato» og «av» hører til under «bekreftet». {INN}",
    ),
    (
        KONTAKTER,
        "gjelder: {fra: 2021, til: 2024}",
        "gjelder:\n  fra: 2021",
        38,
        "«fra» hører til under «gjelder». Rykk linjen inn to mellomrom",
    ),
    (
        KONTAKTER,
        "    - tekst: Kari finnes ikke.\n",
        "  tekst: Kari finnes ikke.\n",
        25,
        (
            "«tekst» hører til i et punkt under «merknader». Rykk linjen inn, og begynn den med"
            " bindestrek og mellomrom: «- tekst: …»"
        ),
    ),
    (
        KONTAKTER,
        "  kilde: notat\n  per: 2020\n",
        "  kilde: notat\nper: 2020\n",
        31,
        "«per» hører til under «ola-prove». Rykk linjen inn to mellomrom",
    ),
    (
        KONTAKTER,
        "ola-prove:\n",
        f"{NY.replace('{}', '')}\nola-prove:\n",
        28,
        f"«navn», «institusjon», «epost» og 2 til hører til under «ny-person». {INN}",
    ),
    (
        KONTAKTER,
        "ola-prove:\n",
        f"{NY.replace('{}', '')}bekreftet:\n  dato: 2025-01-15\n  av: UiE\n\nola-prove:\n",
        28,
        f"«navn», «institusjon», «epost» og 3 til hører til under «ny-person». {INN}",
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "line", "words"), FIELDS)
def test_fields_that_begin_too_far_out(example, edit, problems, file, old, new, line, words):
    edit(file, old, new)
    assert problems(example) == [f"{file}:{line}: {words}"]


def test_what_else_is_wrong_with_them_is_said_at_their_lines(example, edit, problems):
    edit(
        KONTAKTER,
        "ola-prove:\n",
        f"{NY.replace('{}', '').replace('@', '')}mobil: 1\nstillinger:\n  - tekst:"
        " X\n\nola-prove:\n",
    )
    assert [line.partition(": ")[0] for line in problems(example)] == [
        f"{KONTAKTER}:{line}" for line in (28, 30, 33, 35)
    ]


def test_an_entry_that_is_called_like_a_field_is_an_entry(example, edit, problems):
    edit(
        "data/begreper.yml",
        "\nprove:\n",
        "\nkilde:\n  term: Kilde\n  kort: Noe som er brukt.\n  kilde: rapport\n\nprove:\n",
    )
    assert problems(example) == []


LIKE_LANGT = "og la feltene stå rykket inn like langt"
DASHES = [
    (
        NORD,
        "  person: mette-mal\n  per: 2024\n",
        "  - person: mette-mal\n    per: 2024\n    kilde: rapport\n",
        f"20: «representant» er ikke en liste. Ta bort bindestreken foran «person», {LIKE_LANGT}",
    ),
    (
        NORD,
        "  person: mette-mal\n  per: 2024\n",
        "  - person: mette-mal\n  - per: 2024\n  - kilde: rapport\n",
        f"20: «representant» er ikke en liste. Ta bort bindestrekene, {LIKE_LANGT}",
    ),
    (
        NORD,
        "  person: mette-mal\n  per: 2024\n",
        "  - person: mette-mal\n    kilde: notat\n  - person: ola-prove\n    kilde: notat\n",
        "20: «representant» kan bare være én. Behold den ene, og ta bort bindestreken foran",
    ),
    (
        NORD,
        "  person: mette-mal\n  per: 2024\n",
        "  - mette-mal\n",
        (
            "20: «representant» skal ha felt under seg: kilde, person. Skriv hvert felt på sin egen"
            " linje, rykket inn to mellomrom"
        ),
    ),
    (
        SYKLUS,
        "nar: {dato: 2024-09-02}",
        "nar: [{dato: 2024-09-02}]",
        f"20: «nar» er ikke en liste. Ta bort klammene [ ], {LIKE_LANGT}",
    ),
    (
        SYKLUS,
        "nar: {dato: 2024-09-02}",
        "nar: [dato: 2024-09-02]",
        f"20: «nar» er ikke en liste. Ta bort klammene [ ], {LIKE_LANGT}",
    ),
    (
        KONTAKTER,
        "    - tekst: Kari finnes ikke.\n",
        "    - - tekst: Kari finnes ikke.\n",
        (
            "25: «merknader» skal ha felt under seg: tekst. Skriv hvert felt på sin egen linje,"
            " rykket inn to mellomrom"
        ),
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "words"), DASHES)
def test_a_list_where_one_is_wanted(example, edit, problems, file, old, new, words):
    if "representant" in words:
        edit(file, "  kilde: rapport\nskoler:\n", "skoler:\n")
    edit(file, old, new)
    assert problems(example) == [f"{file}:{words}"]
