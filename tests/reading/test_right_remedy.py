"""Messages whose remedy, taken to the letter, leaves nothing wrong."""

import re

import pytest
from pydantic import TypeAdapter, ValidationError
from small_pictures import png

from macros.judging import judge
from macros.model.tider import Klokkeslett
from macros.reading.load import load

KONTAKTER, NORD = "data/kontakter.yml", "data/nettverk/nord-eksempel.yml"


def codes(found: list[str]) -> list[str]:
    return [one.partition(": ")[2] for one in found if "Hint" not in one]


@pytest.mark.parametrize(
    ("file", "right", "wrong", "message"),
    [
        (
            KONTAKTER,
            "  institusjon: provehogskolen",
            "  institusjon: Prøvehøgskolen",
            "«Prøvehøgskolen» kan ikke være en id. Skriv provehogskolen: bare a–z, 0–9 og"
            " bindestrek",
        ),
        (
            KONTAKTER,
            "  institusjon: uie",
            "  institusjon: Universitetet i Eksempel",
            "«Universitetet i Eksempel» er et navn. Skriv id-en: uie",
        ),
        (
            NORD,
            "\nkilde: [notat, rapport]",
            '\nkilde: ["notat" "rapport"]',
            'komma mangler mellom to verdier i klammene. Skriv ["a", "b"]',
        ),
        (
            NORD,
            "    for: behov\n",
            "+    for: behov\n",
            "linjen begynner med «+», som en sammenligning setter foran nye linjer. Slett tegnet på"
            " hver linje",
        ),
        (
            NORD,
            "ansvarlig: uie\n",
            "```yaml\nansvarlig: uie\n",
            "tegnene ``` hører ikke til i filen. Slett linjen",
        ),
    ],
)
def test_the_place_and_the_remedy_are_right(example, edit, problems, file, right, wrong, message):
    edit(file, right, wrong)
    assert message in codes(problems(example))


def test_a_name_for_an_id_is_explained_where_ids_are(example, edit):
    edit(KONTAKTER, "  institusjon: provehogskolen", "  institusjon: Prøvehøgskolen")
    assert "id-form" in {problem.code for problem in judge(example)}


@pytest.mark.parametrize(
    ("file", "right", "wrong", "message", "mended"),
    [
        (
            NORD,
            "person: mette-mal",
            "person: mette-mål",
            "«mette-mål» kan ikke være en id. Skriv mette-mal: bare a–z, 0–9 og bindestrek",
            "person: mette-mal",
        ),
        (
            NORD,
            "person: mette-mal",
            "person: mette-mælen",
            "«mette-mælen» finnes ikke. Mente du «mette-mal»?",
            "person: mette-mal",
        ),
        (
            NORD,
            "\nkilde: [notat, rapport]",
            "\nkilde: [notat, rapportå]",
            "«rapportå» finnes ikke. Mente du «rapport»?",
            "\nkilde: [notat, rapport]",
        ),
        (
            KONTAKTER,
            "  navn: Ola Prøve\n",
            '  navn: Ola Prøve"\n',
            'teksten har et anførselstegn (") som står alene. Slett det, eller skriv « og » rundt'
            " ordene",
            "  navn: Ola Prøve\n",
        ),
        (
            KONTAKTER,
            "  navn: Ola Prøve\n",
            "  navn: -\n",
            "det står bare en strek bak feltnavnet. Skriv verdien, eller slett linjen",
            "  navn: Ola Prøve\n",
        ),
        (
            NORD,
            "  private: 3\n",
            "  private: 3\nNord-Eksempel\t12\t3\n",
            "linjen er en rad fra et regneark, og kan ikke leses. Slett den, og skriv hver verdi"
            " som et felt, slik eksempelet øverst i filen viser",
            "  private: 3\n",
        ),
        (
            KONTAKTER,
            "  epost: kari.eksempel@eksempel.no\n",
            "  epost: kari.eksempel@eksempel.no, post@eksempel.no\n",
            "«kari.eksempel@eksempel.no, post@eksempel.no» er ikke en e-postadresse. Skriv én"
            " adresse, og bare den",
            "  epost: kari.eksempel@eksempel.no\n",
        ),
        (
            NORD,
            "plan: https://www.eksempel.no/nord/plan",
            "plan: www.eksempel.no/nord/vår plan.",
            "«www.eksempel.no/nord/vår plan.» er ikke en nettadresse. Skriv"
            " https://www.eksempel.no/nord/vår%20plan",
            "plan: https://www.eksempel.no/nord/vår%20plan",
        ),
        (
            KONTAKTER,
            "gjelder: {fra: 2021, til: 2024}",
            "gjelder: fra høsten 2021",
            "«fra høsten 2021» er ikke en periode. Skriv år, måned eller dag med tall, som gjelder:"
            " {fra: 2024-08}",
            "gjelder: {fra: 2021-08}",
        ),
    ],
)
def test_the_one_message_says_what_to_write(
    example, edit, problems, file, right, wrong, message, mended
):
    edit(file, right, wrong)
    assert codes(problems(example)) == [message]
    edit(file, wrong, mended)
    assert problems(example) == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("9-11", '"09:00–11:00"'),
        ("kl. 9.00 til 11", '"09:00–11:00"'),
        ("Kl 09 – kl 11.30", '"09:00–11:30"'),
        ("25-26", 'start og slutt i anførselstegn, som "10:00–15:00"'),
        ("etter lunsj", 'start og slutt i anførselstegn, som "10:00–15:00"'),
    ],
)
def test_hours_that_are_plain_are_written_out(typed, meant):
    with pytest.raises(
        ValidationError, match=re.escape(f"«{typed}» er ikke et tidsrom. Skriv {meant}")
    ):
        TypeAdapter(Klokkeslett).validate_python(typed)


REP = "representant:\n  person: mette-mal\n  per: 2024\n  kilde: rapport\n"

VALID = "  gjelder: {fra: 2021, til: 2024}\n"


# File, what is right there, what a hurried person writes, the line and the words of the one
# message, and what the file is when the words are followed.
MISTAKES = {
    "an outdented field": (
        NORD,
        "  private: 3\n",
        "private: 3\n",
        26,
        "«private» begynner i feil kolonne. Rykk linjen 2 mellomrom inn",
        "  private: 3\n",
    ),
    "an outdented field of a point": (
        NORD,
        "    institusjon: uie\n",
        "  institusjon: uie\n",
        36,
        "«institusjon» begynner i feil kolonne. Rykk linjen 2 mellomrom inn",
        "    institusjon: uie\n",
    ),
    "an outdented field of a person": (
        KONTAKTER,
        "  epost: kari.eksempel@eksempel.no\n",
        "epost: kari.eksempel@eksempel.no\n",
        17,
        "«epost» begynner i feil kolonne. Rykk linjen 2 mellomrom inn",
        "  epost: kari.eksempel@eksempel.no\n",
    ),
    "a field too far in": (
        NORD,
        "  private: 3\n",
        "   private: 3\n",
        26,
        "«private» begynner i feil kolonne. Rykk linjen 1 mellomrom ut",
        "  private: 3\n",
    ),
    "a bare representative": (
        NORD,
        REP,
        "representant: Mette Mal\n",
        20,
        "«representant» har felt under seg. Skriv hvert på sin egen linje under, rykket inn to"
        " mellomrom: «person: mette-mal», «kilde: …» og «per: …»",
        "representant:\n  person: mette-mal\n  kilde: rapport\n  per: 2024\n",
    ),
    "a representative before the fields": (
        NORD,
        REP,
        "representant: Mette Mal\n  per: 2024\n  kilde: rapport\n",
        20,
        "«representant» har felt under seg, og kan ikke ha en verdi på samme linje. Skriv «person:"
        " mette-mal» på en egen linje under, i samme kolonne som de andre feltene",
        REP,
    ),
    "until in words": (
        KONTAKTER,
        VALID,
        "  gjelder: til juli 2026\n",
        37,
        "«til juli 2026» skal stå i felt. Skriv gjelder: {til: 2026-07}",
        "  gjelder: {til: 2026-07}\n",
    ),
    "from in words": (
        KONTAKTER,
        VALID,
        "  gjelder: fra august 2020 til mai 2024\n",
        37,
        "«fra august 2020 til mai 2024» skal stå i felt. Skriv gjelder: {fra: 2020-08, til:"
        " 2024-05}",
        "  gjelder: {fra: 2020-08, til: 2024-05}\n",
    ),
    "years with the dash of a phone": (
        KONTAKTER,
        VALID,
        "  gjelder: 2021–2024\n",
        37,
        "«2021–2024» skal stå i felt. Skriv gjelder: {fra: 2021, til: 2024}",
        VALID,
    ),
    "no dash before the first of several": (
        NORD,
        "  - person: kari-eksempel\n",
        "    person: kari-eksempel\n",
        35,
        "bindestreken mangler foran «person». Skriv «- person: kari-eksempel», med 2 mellomrom"
        " foran bindestreken",
        "  - person: kari-eksempel\n",
    ),
    "no dash and two columns out": (
        NORD,
        "  - person: ola-prove\n",
        "  person: ola-prove\n",
        39,
        "bindestreken mangler foran «person». Skriv «- person: ola-prove», med 2 mellomrom foran"
        " bindestreken",
        "  - person: ola-prove\n",
    ),
    "no dash before the second": (
        NORD,
        "  - person: ola-prove\n",
        "    person: ola-prove\n",
        39,
        "«person» står to ganger i punktet (også på linje 35). Begynner et nytt punkt her, skriver"
        " du «- person: ola-prove», med bindestreken rett under den forrige. Ellers sletter du det"
        " som er dobbelt",
        "  - person: ola-prove\n",
    ),
    "no dash before the only one": (
        NORD,
        "  - id: nord-behov\n",
        "    id: nord-behov\n",
        47,
        "bindestreken mangler foran «id» i listen «hendelser». Skriv «- id: …», med 2 mellomrom"
        " foran bindestreken",
        "  - id: nord-behov\n",
    ),
    "no dash before the only text": (
        KONTAKTER,
        "    - Kari B. Eksempel\n",
        "    Kari B. Eksempel\n",
        6,
        "«skrivemater» skal være en liste. Skriv «- Kari B. Eksempel» på linjen under",
        "    - Kari B. Eksempel\n",
    ),
    "a dash before an id": (
        KONTAKTER,
        "ola-prove:\n",
        "- ola-prove:\n",
        27,
        "bindestreken skal ikke stå her. Skriv «ola-prove:»",
        "ola-prove:\n",
    ),
    "the name of a kommune": (
        NORD,
        '  - "9902"\n',
        "  - Prøvedal\n",
        10,
        '«Prøvedal» er et navn. Skriv nummeret: "9902"',
        '  - "9902"\n',
    ),
    "an id of something else": (
        NORD,
        "  - person: ola-prove\n",
        "  - person: uie\n",
        39,
        "«uie» står i data/institusjoner.yml, men her skal det være en id fra data/kontakter.yml."
        " Skriv en som finnes der",
        "  - person: ola-prove\n",
    ),
    "a space and a comma in an address": (
        KONTAKTER,
        "  epost: kari.eksempel@eksempel.no\n",
        "  epost: kari.eksempel @eksempel,no\n",
        17,
        "«kari.eksempel @eksempel,no» er ikke en e-postadresse. Skriv kari.eksempel@eksempel.no",
        "  epost: kari.eksempel@eksempel.no\n",
    ),
    "a row of a table": (
        NORD,
        "  offentlige: 12\n",
        "| Skoler | 12 |\n  offentlige: 12\n",
        25,
        "linjen er limt inn fra en tabell, og kan ikke leses. Slett den, og skriv det den sier som"
        " felt, slik eksempelet øverst i filen viser",
        "  offentlige: 12\n",
    ),
    "no dash before a number": (
        NORD,
        '  - "9902"\n',
        '    "9902"\n',
        10,
        'bindestreken mangler. Skriv «- "9902"», i samme kolonne som de andre punktene, eller rykk'
        " linjen inn hvis den hører til teksten over",
        '  - "9902"\n',
    ),
    "a sign before a count": (
        NORD,
        "  offentlige: 12\n",
        "  offentlige: > 50 skoler\n",
        25,
        "teksten begynner med | eller >, som betyr noe annet her. Sett hele teksten i"
        ' anførselstegn: "…". Er det et antall, skriver du bare tallet',
        "  offentlige: 50\n",
    ),
    "a sign before a text": (
        NORD,
        "  - tekst: Nettverket er oppdiktet.\n",
        "  - tekst: > 50 skoler\n",
        63,
        "teksten begynner med | eller >, som betyr noe annet her. Sett hele teksten i"
        ' anførselstegn: "…". Er det et antall, skriver du bare tallet',
        '  - tekst: "> 50 skoler"\n',
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_the_one_message_is_right_and_following_it_leaves_nothing_wrong(
    example, edit, problems, mistake
):
    file, right, wrong, line, words, mended = MISTAKES[mistake]
    edit(file, right, wrong)
    assert problems(example) == [f"{file}:{line}: {words}"]
    edit(file, wrong, mended)
    assert problems(example) == []


def test_a_source_in_free_words_is_added_and_not_only_named(example, edit):
    edit(NORD, "  antall: 2\n  kilde: rapport\n", "  antall: 2\n  kilde: Møte med UiE\n")
    (found,) = (one for one in judge(example) if one.code != "ubekreftet")
    assert str(found) == (
        f"{NORD}:33: «Møte med UiE» kan ikke være en id. Skriv mote-med-uie, og legg til kilden i"
        " data/kilder.yml, med det som står under"
    )
    assert found.paste == "mote-med-uie:\n  tittel: …\n  kort: …\n  utgiver: …"
    edit(NORD, "Møte med UiE", "mote-med-uie")
    with (example / "data" / "kilder.yml").open("a", encoding="utf-8") as file:
        paste = found.paste.replace("tittel: …", "tittel: Møtet")
        file.write("\n" + paste.replace("kort: …", "kort: Møtet").replace("…", "UiE") + "\n")
    assert not [one for one in judge(example) if one.code != "ubekreftet"]


def test_what_a_name_is_the_name_of_is_looked_for_where_the_id_should_be_from(example, edit):
    long = "Ola " * 20 + "Prøve"
    edit(KONTAKTER, "navn: Mette Mal", f"navn: {long}")
    edit(KONTAKTER, "navn: Ola Prøve", "navn: Kari Eksempel")
    edit(NORD, '  - "9901"\n  - "9902"', "  - prøvedal\n  - Eksempelb")
    edit(NORD, "person: mette-mal", f"person: {long}")
    edit(NORD, "person: kari-eksempel", "person: Mette Måll")
    edit(NORD, "person: ola-prove", "person: Universitetet i Eksempel")
    edit(NORD, "institusjon: provehogskolen", "institusjon: Prøvehøgskol")
    edit(
        NORD, "  antall: 2\n  kilde: rapport", '  antall: 2\n  kilde: ["%%", Notat, notæt, "Ny #1"]'
    )
    no_id = "kan ikke være en id. Skriv"
    assert [
        (problem.place.line, problem.message, problem.code)
        for problem in load(example).problems
        if problem.place.file == NORD and not problem.paste
    ] == [
        (9, '«prøvedal» er et navn. Skriv nummeret: "9902"', "kommunenummer-form"),
        (
            10,
            '«Eksempelb» er ikke et kommunenummer. Skriv fire sifre i anførselstegn, som "9901"',
            "kommunenummer-form",
        ),
        (21, f"«{long[:60]}…» er et navn. Skriv id-en: mette-mal", "id-form"),
        (33, f"«%%» {no_id} for eksempel «nytt-navn»: bare a–z, 0–9 og bindestrek", "id-form"),
        (33, f"«Notat» {no_id} notat: bare a–z, 0–9 og bindestrek", "id-form"),
        (33, "«notæt» finnes ikke. Mente du «notat»?", "ukjent-id"),
        (35, f"«Mette Måll» {no_id} mette-mall: bare a–z, 0–9 og bindestrek", "id-form"),
        (
            39,
            f"«Universitetet i Eksempel» {no_id} universitetet-i-eksempel: bare a–z, 0–9 og"
            " bindestrek",
            "id-form",
        ),
        (40, "«Prøvehøgskol» finnes ikke. Mente du «provehogskolen»?", "ukjent-id"),
    ]


def test_a_kommune_is_known_by_the_number_it_had(example, edit, problems):
    edit(NORD, '  - "9902"\n', '  - "9902"\n  - "9991"\n')
    assert problems(example) == [
        f"{NORD}:11: «9991» var nummeret til Gamleby, som er slått sammen med en annen kommune."
        " Skriv 9901 (Eksempelby)"
    ]


def test_two_may_share_a_mailbox(example, edit, problems):
    edit(KONTAKTER, "epost: mette.mal@eksempel.no", "epost: kari.eksempel@eksempel.no")
    assert problems(example) == []


def test_a_picture_with_spaces_in_its_name_gets_a_name_without(example, problems):
    page, folder = example / "docs" / "kontakt.md", example / "docs" / "assets" / "bilder"
    folder.mkdir(parents=True)
    whole = page.read_text("utf-8")
    line = whole.count("\n") + 2
    page.write_text(f"{whole}\n![Et tre](assets/bilder/Det store treet.PNG)\n", "utf-8")
    assert problems(example) == [
        f"docs/kontakt.md:{line}: adressen «assets/bilder/Det store treet.PNG» har mellomrom. Gi"
        " filen navnet det-store-treet.png, og skriv assets/bilder/det-store-treet.png"
    ]
    (folder / "det-store-treet.png").write_bytes(png())
    page.write_text(f"{whole}\n![Et tre](assets/bilder/det-store-treet.png)\n", "utf-8")
    assert problems(example) == []
