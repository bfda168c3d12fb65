"""What was there before and is gone: said once, however many files use it, and nothing else is
blamed.
"""

import pytest
from conftest import EXAMPLE, found

from macros.model.arshjul import TYPES

HENT = "Er den slettet, eller har den fått en ny id, henter du den gamle tilbake."
KONTAKTER, CYCLE = "data/kontakter.yml", "data/arshjul/2024-2025.yml"
NORD = "data/nettverk/nord-eksempel.yml"


def test_a_person_that_is_deleted_is_missed_once(example, problems):
    text = (example / KONTAKTER).read_text("utf-8")
    (example / KONTAKTER).write_text(
        text[: text.index("ola-prove:")] + text[text.index("mette-mal:") :], "utf-8"
    )
    assert problems(example) == [
        "data/nettverk/nord-eksempel.yml:39: «ola-prove» finnes ikke i data/kontakter.yml, men er"
        f" brukt også i data/nettverk/sor-eksempel.yml:14. {HENT} Ellers legger du den til der."
    ]


def test_a_source_with_a_new_id_is_missed_once(example, edit, problems):
    edit("data/kilder.yml", "\nnotat:\n", "\nnotatet:\n")
    assert [line.partition(" finnes")[0] for line in problems(example)] == [
        "data/begreper.yml:20: «notat»"
    ]
    assert problems(example)[0].endswith(f" til. Mente du «notatet»? {HENT}")


def test_many_ids_gone_from_one_file(example, edit, problems):
    ids = ("en", "to", "tre", "fire", "fem", "seks")
    edit(
        "data/roller/samarbeidsforum.yml",
        "personer: [kari-eksempel]",
        f"personer: [{', '.join(ids)}]",
    )
    assert problems(example) == [
        f"{KONTAKTER}:1: 6 id-er som andre filer bruker, finnes ikke her: en, to, tre og 3 til. Er"
        " noe slettet, henter du det tilbake fra historikken"
    ]


def test_five_ids_are_each_missed_where_they_stand(example, edit, problems):
    edit(KONTAKTER, "institusjon: provehogskolen\n", "institusjon: en\n")
    edit(
        "data/roller/samarbeidsforum.yml",
        "personer: [kari-eksempel]",
        "personer: [en, to, tre, fire, fem]",
    )
    assert [line.partition(" finnes")[0] for line in problems(example)] == [
        f"{KONTAKTER}:29: «en»",
        *(
            f"data/roller/samarbeidsforum.yml:17: «{id}»"
            for id in ("en", "to", "tre", "fire", "fem")
        ),
    ]


def test_many_ids_gone_from_a_folder_are_each_missed_where_they_stand(example, edit):
    ids = [f"xyz-{number}" for number in range(6)]
    rows = "".join(f"  - {{id: t{id}, navn: T, opphort: 2025-01-01, ny: {id}}}\n" for id in ids)
    edit("data/nettsted.yml", "tidligere:\n", f"tidligere:\n{rows}")
    assert [(str(one), one.paste) for one in found(example) if one.code == "ukjent-id"] == [
        (
            f"data/nettsted.yml:{line}: «{id}» finnes ikke i mappen data/nettverk/. Legg den til"
            " der, eller skriv en id som finnes.",
            "",
        )
        for line, id in enumerate(ids, 22)
    ]


def test_an_unknown_kommune_of_two_networks_is_missed_once(example, edit, problems):
    edit(NORD, '  - "9902"\n', '  - "9902"\n  - "9999"\n')
    edit("data/nettverk/sor-eksempel.yml", '  - "9903"\n', '  - "9903"\n  - "9999"\n')
    assert problems(example) == [
        f"{NORD}:11: «9999» finnes ikke i data/kommuner.yml, men er brukt også i"
        f" data/nettverk/sor-eksempel.yml:10. {HENT} Ellers legger du den til der."
    ]


@pytest.mark.parametrize(
    ("file", "name"),
    [
        (CYCLE, "2024-2025.yaml"),
        (CYCLE, "2024-25.yml"),
        ("data/roller/eksempel.yml", "eksempel.yaml"),
    ],
)
def test_a_file_with_another_name_is_not_missed_elsewhere(example, problems, file, name):
    new = (example / file).rename((example / file).with_name(name))
    assert {line.partition(":")[0] for line in problems(example)} == {
        new.relative_to(example).as_posix()
    }


def test_a_cycle_that_is_deleted_is_missed_once(example, problems):
    (example / CYCLE).unlink()
    [said] = [line for line in problems(example) if "årshjulet «2024-2025» finnes ikke" in line]
    assert said.startswith("data/arshjul/monster.yml:") and "Vi har ingen. Er filen" in said


def test_a_key_that_is_no_id_or_is_refused_is_not_missed_elsewhere(example, edit, problems):
    edit("data/begreper.yml", "\nprove:\n", "\nprø.ve:\n")
    edit(KONTAKTER, "ola-prove:\n", "ola-prove: &ola\n")
    assert [line.partition(": ")[0] for line in problems(example)] == [
        f"data/begreper.yml:{line_of('data/begreper.yml', 'prove:')}",
        f"{KONTAKTER}:27",
    ]


SYKLUS = CYCLE
*FIRST_TYPES, LAST_TYPE = TYPES
TYPER = f"{', '.join(FIRST_TYPES)} eller {LAST_TYPE}"
NY_DAG = (
    "Er en ny dag bestemt, skriver du den i «nar», den gamle i «flyttet_fra» og status: vedtatt."
    " Ellers skriver du status: avlyst"
)
FLERE_IDER = "er mer enn én id. Der feltet kan ha flere, skrives de i klammer:"
SEVERAL = [
    (
        SYKLUS,
        "type: [seminar, mote]",
        "type: seminar, mote",
        "34: «seminar, mote» er mer enn én verdi. Skriv dem i klammer: [seminar, mote]",
    ),
    (
        SYKLUS,
        "type: [seminar, mote]",
        "type: Seminar og møte",
        "34: «Seminar og møte» er mer enn én verdi. Skriv dem i klammer: [seminar, mote]",
    ),
    (
        SYKLUS,
        "type: [seminar, mote]",
        "type: seminer",
        f"34: «seminer» kan ikke stå i «type». Mente du «seminar»? Skriv {TYPER}",
    ),
    (
        SYKLUS,
        "type: [seminar, mote]",
        "type: seminar, dugnad",
        f"34: «seminar, dugnad» kan ikke stå i «type». Mente du «seminar»? Skriv {TYPER}",
    ),
    (
        SYKLUS,
        "malgruppe: [skoler, nettverk]",
        "malgruppe: skolar/nettverk",
        "36: «skolar/nettverk» er mer enn én verdi. Skriv dem i klammer: [skoler, nettverk]",
    ),
    (
        NORD,
        "slag: regionalt",
        "slag: regionalt og videregaende",
        "7: «regionalt og videregaende» er mer enn én verdi. «slag» kan bare ha én",
    ),
    (SYKLUS, "status: avlyst", "status: utsatt", f"45: «utsatt» kan ikke stå i «status». {NY_DAG}"),
    (
        SYKLUS,
        "status: avlyst",
        "status: Flyttet",
        f"45: «Flyttet» kan ikke stå i «status». {NY_DAG}",
    ),
    (
        SYKLUS,
        "status: avlyst",
        "status: avlyses",
        (
            "45: «avlyses» kan ikke stå i «status». Mente du «avlyst»? Skriv vedtatt, forelopig"
            " eller avlyst"
        ),
    ),
    (
        NORD,
        "kilde: [notat, rapport]",
        "kilde: notat og rapport",
        f"64: «notat og rapport» {FLERE_IDER} [notat, rapport]",
    ),
    (
        NORD,
        "kilde: [notat, rapport]",
        "kilde: notat & rapport",
        f"64: «notat & rapport» {FLERE_IDER} [notat, rapport]",
    ),
    (
        NORD,
        "kilde: [notat, rapport]",
        "kilde:\n  - notat\n    rapport",
        f"65: «notat rapport» {FLERE_IDER} [notat, rapport]",
    ),
    (
        NORD,
        "person: mette-mal",
        "person: mette-mal og ola-prove",
        f"21: «mette-mal og ola-prove» {FLERE_IDER} [mette-mal, ola-prove]",
    ),
    (
        NORD,
        "person: mette-mal",
        "person: Mette Mal",
        "21: «Mette Mal» kan ikke være en id. Skriv mette-mal: bare a–z, 0–9 og bindestrek",
    ),
    (
        NORD,
        "person: mette-mal",
        "person: mette mal",
        "21: «mette mal» kan ikke være en id. Skriv mette-mal: bare a–z, 0–9 og bindestrek",
    ),
    (
        NORD,
        "  - id: skogens-skole",
        "  - id: lek og moro",
        "18: «lek og moro» kan ikke være en id. Skriv lek-og-moro: bare a–z, 0–9 og bindestrek",
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "words"), SEVERAL)
def test_several_in_one_text(example, edit, problems, file, old, new, words):
    edit(file, old, new)
    assert problems(example) == [f"{file}:{words}"]


def line_of(file: str, line: str) -> int:
    return (EXAMPLE / file).read_text("utf-8").split("\n").index(line) + 1
