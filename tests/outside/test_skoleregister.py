"""The school register when it answers well: what is written, merged, left out and told."""

import pytest
from made_up_register import SAME, SKOLER, answer, lines, private, say, unit, upper
from small_server import Reply

from macros.__main__ import main
from macros.reading.load import load
from macros.settings import day_of_deed

KOMMUNER = {"9901": "Eksempelby", "9902": "Prøvedal", "9903": "Øygard"}


def test_the_first_fetch_writes_a_file_that_the_site_can_read(example, register, fetch):
    (example / SKOLER).unlink()
    code, said = fetch(register.address)
    assert (
        code == 0
        and said.startswith("5 skoler i listen, 2 av dem med videregående trinn og 2 private.")
        and said.endswith("\n\nSkrev data/skoler.yml.\n")
    )
    assert lines(example) == [
        '"100000008": {navn: Eksempelby oppvekstsenter, kommune: "9901", trinn: [grunnskole]}',
        '"100000024": {navn: Eksempel videregående skole, kommune: "9901", trinn: [videregaende]}',
        (
            '"999900003": {navn: Lek og lær friskole, andre_navn: [Lek og lær friskole AS],'
            ' kommune: "9901", trinn: [grunnskole], privat: true}'
        ),
        (
            '"100000016": {navn: Lia skole, andre_navn: [Prøvedal kommune Lia skole],'
            ' kommune: "9902", trinn: [grunnskole]}'
        ),
        (
            '"100000040": {navn: Fjellets frie skole, kommune: "9903", trinn: [grunnskole,'
            " videregaende], privat: true}"
        ),
    ]
    text = (example / SKOLER).read_text("utf-8")
    assert "\nper: 2026-12-02\nkilde: skoleregisteret\n" in text, "the server's own day, in Norway"
    assert load(example).problems == ()
    assert register.paths == [f"/v4/enheter/kommune/{number}" for number in KOMMUNER]


def test_the_same_answer_changes_nothing(example, register, fetch):
    before = (example / SKOLER).read_bytes()
    code, said = fetch(f"{register.address}/v4/")
    assert code == 0 and said.endswith("\n\nIngen endringer. data/skoler.yml er ikke rørt.\n")
    assert "Merket med «savnet» fra før:\n- Bortgjemt skole (100000032), Prøvedal" in said
    assert (example / SKOLER).read_bytes() == before


def test_schools_are_merged_by_number_and_everything_is_told(example, register, fetch, golden):
    (example / SKOLER).write_text(
        (example / SKOLER)
        .read_text("utf-8")
        .replace(
            "kilde: skoleregisteret\n",
            "kilde: skoleregisteret\nmerknader:\n  - tekst: Sett over av fylket.\n",
        ),
        "utf-8",
    )
    say(
        register,
        "9901",
        private("100000008", "Eksempelby skole", "9902"),
        private("999900003", "Lek og lær friskole AS", "9901"),
        unit("100000059", "Ny skole", "9901"),
    )
    say(
        register,
        "9902",
        unit("100000016", "Prøvedal kommune Lia skole", "9902", ErVideregaaendeSkole=True),
        unit("100000032", "Bortgjemt skole", "9902"),
    )
    code, said = fetch(register.address)
    assert code == 0
    golden("skoleregister.txt", said)
    golden("skoleregister.yml", (example / SKOLER).read_text("utf-8"))
    assert load(example).problems == ()


def test_a_school_that_stays_away_keeps_the_day_it_was_first_missed(example, register, fetch):
    say(register, "9903", unit("100000067", "Ny skole", "9903"))
    fetch(register.address)
    assert (
        '"100000032": {navn: Bortgjemt skole, kommune: "9902", trinn: [grunnskole], per:'
        " 2026-05-01, savnet: 2026-04-01}" in lines(example)
    )


def test_a_school_that_is_back_is_written(example, register, fetch):
    say(register, "9902", *SAME["9902"], unit("100000032", "Bortgjemt skole", "9902"))
    register.replies = {
        path: Reply(reply.body, day="i dag") for path, reply in register.replies.items()
    }
    assert fetch(register.address)[1].endswith(f"\n\nSkrev {SKOLER}.\n")
    assert f"\nper: {day_of_deed()}\n" in (example / SKOLER).read_text("utf-8")


def test_many_that_are_left_out_are_counted(register, fetch):
    away = [unit(str(200000000 + number), "Ny", "0301") for number in range(30)]
    say(register, "9902", *SAME["9902"], *away)
    assert "\n\nIkke tatt med, i andre kommuner (30).\n" in fetch(register.address)[1]


@pytest.mark.parametrize(
    ("more", "why"),
    [
        (
            {"Skolekategorier": [{"Id": "10", "Navn": "Voksenopplæringssenter"}]},
            "voksenopplæring (1): Ny.",
        ),
        (
            {
                "Skolekategorier": [
                    {"Id": "1", "Navn": "Grunnskole"},
                    {"Id": 25, "Navn": "Voksenopplæring"},
                ]
            },
            "voksenopplæring (1): Ny.",
        ),
        (
            {"ErGrunnskole": False, "Skolekategorier": []},
            "verken grunnskole eller videregående (1): Ny.",
        ),
        ({"Kommunenummer": "0301"}, "i andre kommuner (1): Ny."),
        *(
            (
                {"Organisasjonsnummer": number},
                "uten organisasjonsnummer på ni sifre (1): Ny.",
            )
            for number in ("U90099013", "10000005", "١٠٠٠٠٠٠٥٩")
        ),
        ({"ErAktiv": False}, None),
        ({"ErSkole": False, "Skolekategorier": None, "ErGrunnskole": None}, None),
    ],
)
def test_what_is_no_school_of_ours_is_left_out_and_told(example, register, fetch, more, why):
    say(register, "9902", *SAME["9902"], unit("100000059", "Ny", "9902", **more))
    code, said = fetch(register.address)
    assert code == 0 and "100000059" not in (example / SKOLER).read_text("utf-8")
    assert f"\n\nIkke tatt med, {why}\n\n" in said if why else "Ikke tatt med" not in said


def test_an_upper_secondary_school_that_teaches_adults_too_is_a_school(example, register, fetch):
    say(
        register,
        "9902",
        *SAME["9902"],
        upper(
            "100000059",
            "Prøvedal videregående skole",
            "9902",
            Skolekategorier=[{"Id": "2"}, {"Id": "10"}],
        ),
    )
    assert fetch(register.address)[0] == 0 and any("100000059" in line for line in lines(example))


def test_names_are_kept_as_they_are_but_on_one_line(example, register, fetch):
    say(
        register,
        "9902",
        *SAME["9902"],
        unit("100000059", "  Skole: «x» {{ 7*7 }}\u202e #\n", "9902"),
    )
    assert fetch(register.address)[0] == 0
    assert load(example).data.skoleregister.skoler["100000059"].navn == "Skole: «x» {{ 7*7 }} #"


def test_a_name_that_no_page_can_show_is_said(register, fetch):
    say(register, "9902", *SAME["9902"], unit("100000059", "Skole <b>", "9902"))
    code, said = fetch(register.address)
    assert code == 1 and said.endswith(
        "Prøvedal (9902), enhet 2: «<b» blir stående slik på siden, for tekst i data er verken"
        " Markdown eller HTML. Skriv ren tekst. Felt med hele setninger kan ha lenker, som"
        " [tekst](https://…).\nIngenting er endret.\n"
    )


def test_the_named_friskoler_are_compared(example, register, fetch):
    say(
        register,
        "9901",
        *SAME["9901"][:2],
        unit("999900003", "Lek og moro", "9902"),
        private("100000059", "Skogens skole SA", "9901"),
        private("100000067", "Fri skole", "9901"),
    )
    say(register, "9902", *SAME["9902"])
    code, said = fetch(register.address)
    assert code == 0
    assert (
        """Friskolene som nettverkene navngir, og registeret:
- Lek og lær friskole (data/nettverk/nord-eksempel.yml): vi skriver Eksempelby (9901), registeret Prøvedal (9902)
- Lek og lær friskole (data/nettverk/nord-eksempel.yml): registeret skriver «Lek og moro»
- Lek og lær friskole (data/nettverk/nord-eksempel.yml): registeret sier at skolen er offentlig
- Lek og lær videregående (data/nettverk/videregaende.yml): vi skriver Eksempelby (9901), registeret Prøvedal (9902)
- Lek og lær videregående (data/nettverk/videregaende.yml): registeret skriver «Lek og moro»
- Lek og lær videregående (data/nettverk/videregaende.yml): registeret sier at skolen er offentlig
- Skogens skole (data/nettverk/nord-eksempel.yml): organisasjonsnummeret mangler hos oss. Registeret har 100000059 i Eksempelby (9901)

Private skoler som ingen av nettverkene navngir:
- Fri skole (100000067), Eksempelby, som er i nettverket Nord-Eksempel
- Fjellets frie skole (100000040), Øygard, som er i nettverket Sør-Eksempel
"""  # noqa: E501  as it is printed
        in said
    )
    say(register, "9901", *SAME["9901"][:2], private("100000075", "Lek og lær friskule", "9901"))
    assert (
        "999900003 er ikke en aktiv skole i registeret. Er den lagt ned, eller har den fått nytt"
        " nummer? Ligner: Lek og lær friskule (100000075)" in fetch(register.address)[1]
    )


def test_friskoler_that_are_named_twice_and_in_no_network(example, register, fetch, edit):
    for file in ("nord-eksempel", "videregaende"):
        edit(f"data/nettverk/{file}.yml", '    kommune: "9901"\n', "")
    edit("data/nettverk/videregaende.yml", '    orgnr: "999900003"\n', "")
    edit("data/nettverk/nord-eksempel.yml", '  - "9902"\n', "")
    say(
        register,
        "9902",
        *SAME["9902"],
        *(private(number, "Skogens skole", "9902") for number in ("100000059", "100000067")),
        private("100000075", "Fri skole", "9902"),
    )
    assert (
        "registeret:\n- Skogens skole (data/nettverk/nord-eksempel.yml): organisasjonsnummeret"
        " mangler hos oss, og flere private skoler i registeret heter det samme. Ligner: Skogens"
        " skole (100000067)\n\nPrivate skoler som ingen av nettverkene navngir:\n- Fri skole"
        " (100000075), Prøvedal\n"
    ) in fetch(register.address)[1]


def test_a_saved_answer_says_nothing_of_a_friskole_elsewhere(example, fetch, edit, tmp_path):
    edit("data/nettverk/nord-eksempel.yml", "999900003", "999900011")
    file = tmp_path / "svar.json"
    file.write_bytes(answer(*SAME["9902"]).body)
    assert "999900011" not in fetch(file, "--per", "2026-12-01")[1]


def test_a_saved_answer_speaks_for_the_kommuner_in_it(example, fetch, tmp_path):
    file = tmp_path / "svar.json"
    file.write_bytes(
        answer(
            unit("100000008", "Eksempelby oppvekstsenter", "9901"),
            unit("100000059", "Oslo skole", "0301"),
        ).body
    )
    code, said = fetch(file, "--per", "2026-12-01")
    assert (
        code == 0
        and "i andre kommuner (1): Oslo skole." in said
        and "Prøvedal"
        not in said.split("Friskolene")[0].replace("Bortgjemt skole (100000032), Prøvedal", "")
    )
    assert (
        '"100000024": {navn: Eksempel videregående skole, kommune: "9901", trinn: [videregaende],'
        " per: 2026-05-01, savnet: 2026-12-01}" in lines(example)
    )
    assert (
        '"100000016": {navn: Lia skole, andre_navn: [Prøvedal kommune Lia skole],'
        ' kommune: "9902", trinn: [grunnskole], per: 2026-05-01}' in lines(example)
    )
    assert (
        '"100000008": {navn: Eksempelby oppvekstsenter, kommune: "9901", trinn: [grunnskole]}'
        in lines(example)
    )
    text = (example / SKOLER).read_text("utf-8")
    assert "\nper: 2026-12-01\nkilde: skoleregisteret\n" in text, "never the day of the file"
    assert '\nutelatt:\n  "100000091": "Skolen bak murene: avdeling i fengsel"\n' in text
    assert load(example).problems == ()


def test_a_saved_answer_may_have_another_source_which_each_school_then_tells(
    example, fetch, tmp_path
):
    file = tmp_path / "svar.json"
    file.write_bytes(answer(unit("100000008", "Eksempelby skole", "9901")).body)
    assert fetch(file, "--per", "2026-12-01", "--kilde", "notat")[0] == 0
    text = (example / SKOLER).read_text("utf-8")
    assert "\nper: 2026-12-01\nkilde: notat\n" in text
    assert ", kilde: rapport}\n" in text
    register = load(example).data.skoleregister
    stands = {orgnr: register.stand(skole) for orgnr, skole in register.skoler.items()}
    told = {orgnr: (str(one.per), *one.kilde) for orgnr, one in stands.items()}
    assert told["100000008"] == ("2026-12-01", "notat")
    assert told["100000016"] == ("2026-05-01", "skoleregisteret")
    assert told["100000040"] == ("2025", "rapport")


@pytest.mark.parametrize(
    ("more", "why"),
    [
        (
            (),
            "skriv dagen svaret ble hentet, som --per 2026-12-01. Datoen på filen sier bare når den"
            " ble lagret.",
        ),
        (
            ("--per", "desember"),
            "«desember» er ikke en dag. Skriv år-måned-dag, som --per 2026-12-01.",
        ),
        (
            ("--per", "2026-12-01", "--kilde", "raport"),
            "kilden «raport» mangler i data/kilder.yml. Mente du «rapport»?",
        ),
        (
            ("--per", "2026-12-01", "--kilde", "ukjent"),
            "kilden «ukjent» mangler i data/kilder.yml. Legg den til først.",
        ),
    ],
)
def test_a_saved_answer_needs_its_day_and_a_known_source(example, fetch, tmp_path, more, why):
    file = tmp_path / "svar.json"
    file.write_bytes(answer(unit("100000008", "Eksempelby skole", "9901")).body)
    before = (example / SKOLER).read_bytes()
    assert fetch(file, *more) == (1, f"{why}\nIngenting er endret.\n")
    assert (example / SKOLER).read_bytes() == before


@pytest.mark.parametrize("more", [("--per", "2026-12-01"), ("--kilde", "notat")])
def test_the_register_says_its_own_day_and_is_its_own_source(example, register, fetch, more):
    assert fetch(register.address, *more) == (
        1,
        "--per og --kilde er for et svar i en fil. Registeret sier selv hvilken dag det er.\n"
        "Ingenting er endret.\n",
    )
    assert register.asked == []


def test_it_says_which_kommune_it_is_asking_for(example, register, monkeypatch, capsys):
    monkeypatch.chdir(example)
    assert main(["skoler", "--fra", register.address]) == 0
    assert capsys.readouterr().err == (
        "Spør om Eksempelby (9901), 1 av 3\n"
        "Spør om Prøvedal (9902), 2 av 3\n"
        "Spør om Øygard (9903), 3 av 3\n"
    )


def test_names_that_editors_gave_stay_and_a_new_one_is_read_as_people_do(
    example, register, fetch, edit
):
    edit(SKOLER, "navn: Eksempelby oppvekstsenter,", "navn: Byskolen, andre_navn: [Skolen i byen],")
    edit(SKOLER, "navn: Bortgjemt skole,", "navn: Bortgjemt skole, andre_navn: [Gjemselet],")
    say(
        register,
        "9901",
        unit("100000008", "Skolen byen AS", "9901"),
        *SAME["9901"][1:],
        unit("100000091", "Skolen bak murene", "9901"),
    )
    say(register, "9902", *SAME["9902"], unit("100000032", "Prøvedal kommune Ny skole SA", "9902"))
    code, said = fetch(register.address)
    assert code == 0 and "Ikke tatt med, utelatt av oss (1): Skolen bak murene." in said
    assert "Endret:\n- Ny skole (100000032), Prøvedal: het Bortgjemt skole før\n\n" in said, (
        "and that «i» and «AS» come and go is no change"
    )
    for line in (
        (
            '"100000008": {navn: Byskolen, andre_navn: [Skolen i byen], kommune: "9901", trinn:'
            " [grunnskole]}"
        ),
        (
            '"100000032": {navn: Ny skole, andre_navn: [Prøvedal kommune Ny skole SA, Bortgjemt'
            ' skole, Gjemselet], kommune: "9902", trinn: [grunnskole]}'
        ),
    ):
        assert line in lines(example)
