"""Fields and values: each mistake of kind or spelling that an editor can make, in exact words and
at its line.
"""

import pytest

from macros.__main__ import main

KONTAKTER, KOMMUNER, NORD, SYKLUS = (
    "data/kontakter.yml",
    "data/kommuner.yml",
    "data/nettverk/nord-eksempel.yml",
    "data/arshjul/2024-2025.yml",
)
TROND, BEGREPER, ORDNINGER = "data/roller/eksempel.yml", "data/begreper.yml", "data/ordninger.yml"
MANUELT = "Skriv år-måned-dag, som 2024-02-01"
TIDER = "Skriv et år (2024), en måned (2024-02) eller en dag (2024-02-01)"
EPOST = "er ikke en e-postadresse. Skriv den som fornavn.etternavn@eksempel.no"
TELEFON = "er ikke et norsk telefonnummer. Skriv åtte sifre, som 73 55 98 99"
ADRESSE = "er ikke en nettadresse. Skriv hele adressen, som https://www.eksempel.no/side"
ANTALL = "er ikke et antall. Skriv et helt tall med sifre, som 17"
JA_NEI = "skal være true (ja) eller false (nei). Ta bort feltet hvis svaret er nei"
TEKST = "skal være en tekst på én linje, ikke en liste eller flere felt"
LISTE = (
    "skal være en liste. Skriv hvert punkt på sin egen linje, med bindestrek og mellomrom foran,"
    " eller alle i klammer: [a, b]"
)
RYKK = "Skriv hvert felt på sin egen linje, rykket inn to mellomrom"
ID = "bare a–z, 0–9 og bindestrek"
TOMT = "er tomt. Skriv verdien bak kolon, på samme linje"
POST = "er tom. Fyll ut feltene under, eller slett linjen"
NUMMER = 'er ikke et kommunenummer. Skriv fire sifre i anførselstegn, som "9901"'
SIFRE = (
    "har ni sifre, men de passer ikke sammen: ett er feil, eller to er byttet om. Skriv det av på"
    " nytt fra Enhetsregisteret"
)
ORGNR = "er ikke et organisasjonsnummer. Skriv ni sifre, slik de står i Enhetsregisteret"

FIELDS = [
    (
        KONTAKTER,
        "  navn: Ola Prøve\n",
        "  Navn: Ola Prøve\n",
        28,
        "feltet «Navn» finnes ikke her. Mente du «navn»?",
    ),
    (KONTAKTER, "  navn: Ola Prøve\n", "", 27, "feltet «navn» mangler. Legg til linjen «navn: …»"),
    (KONTAKTER, "  navn: Ola Prøve\n", "  navn:\n", 28, f"feltet «navn» {TOMT}"),
    (KONTAKTER, "  navn: Ola Prøve\n", "  navn: ~\n", 28, f"feltet «navn» {TOMT}"),
    (KONTAKTER, "  navn: Ola Prøve\n", "  navn: # Ola\n", 28, f"feltet «navn» {TOMT}"),
    (
        KONTAKTER,
        "  navn: Ola Prøve\n",
        "  navn: Ola Prøve\n  mobil:\n",
        29,
        (
            "feltet «mobil» finnes ikke her. Her kan det stå: kilde, per, gjelder, merknader, navn,"
            " skrivemater, institusjon, stillinger, epost, telefon, bekreftet"
        ),
    ),
    (KONTAKTER, "  navn: Ola Prøve\n", "  navn: [Ola, Prøve]\n", 28, f"«navn» {TEKST}"),
    (KONTAKTER, "  navn: Ola Prøve\n", "  navn: {fornavn: Ola}\n", 28, f"«navn» {TEKST}"),
    (KONTAKTER, "    - Kari B. Eksempel\n", "    navn: Kari\n", 5, f"«skrivemater» {LISTE}"),
    (
        KONTAKTER,
        "ola-prove:\n",
        "Ola Prøve:\n",
        27,
        f"«Ola Prøve» kan ikke være en id. Skriv ola-prove: {ID}",
    ),
    (KONTAKTER, "ola-prove:\n", "ny-person:\n\nola-prove:\n", 27, f"«ny-person» {POST}"),
    (
        KONTAKTER,
        "  kilde: notat\n  per: 2020\n",
        "  kilde: notat, rapport\n  per: 2020\n",
        30,
        (
            "«notat, rapport» er mer enn én id. Der feltet kan ha flere, skrives de i klammer:"
            " [notat, rapport]"
        ),
    ),
    (
        KONTAKTER,
        "  kilde: notat\n  per: 2020\n",
        "  kilde: []\n  per: 2020\n",
        30,
        f"feltet «kilde» {TOMT}",
    ),
    (
        KONTAKTER,
        "  kilde: notat\n  per: 2020\n",
        "  kilde: {id: notat}\n  per: 2020\n",
        30,
        f"«kilde» {LISTE}",
    ),
    (
        KONTAKTER,
        "    dato: 2025-01-15\n    av: UiE\n",
        "    - UiE\n",
        21,
        f"«bekreftet» skal ha felt under seg: dato, av. {RYKK}",
    ),
    (
        ORDNINGER,
        "  gjelder: {fra: 2018, til: 2025}\n",
        "  gjelder: 2018\n",
        8,
        "«2018» skal stå i felt. Skriv gjelder: {fra: 2018}",
    ),
    (
        ORDNINGER,
        "  gjelder: {fra: 2018, til: 2025}\n",
        "  gjelder: {fra: , til: }\n",
        8,
        "«gjelder» må ha fra eller til. Fyll ut én av dem, eller slett «gjelder»",
    ),
    (
        ORDNINGER,
        "  ikon: skole\n",
        "  ikon: skoler\n",
        7,
        (
            "«skoler» kan ikke stå i «ikon». Mente du «skole»? Skriv skole, inkludering,"
            " oppfolging, barnehage eller sammen"
        ),
    ),
    (ORDNINGER, "  ikon: skole\n", "  ikon: [skole]\n", 7, f"«ikon» {TEKST}"),
    (
        NORD,
        "  offentlige: 12\n",
        "  offentlige: [12]\n",
        25,
        "«offentlige» skal være et antall. Skriv et helt tall med sifre, som 17",
    ),
    (TROND, "  up1:\n", "  UP1:\n", 30, f"«UP1» kan ikke være en id. Skriv up1: {ID}"),
    (TROND, "  up1:\n", "  up2:\n  up1:\n", 30, f"«up2» {POST}"),
    (
        TROND,
        "      - punkter:\n          - Følge nettverket\n",
        "      - punkter: Følge nettverket\n",
        33,
        "«punkter» skal være en liste. Skriv «- Følge nettverket» på linjen under",
    ),
    (TROND, "        forslag: true\n", "        forslag: ja\n", 20, f"«ja» {JA_NEI}"),
    (TROND, "        forslag: true\n", "        forslag: [true]\n", 20, f"«forslag» {JA_NEI}"),
    (
        BEGREPER,
        "  kort: Noe som kan gå galt.\n",
        f"  kort: {'a' * 161}\n",
        28,
        "teksten i «kort» er for lang. Den kan ha høyst 160 tegn",
    ),
    (
        SYKLUS,
        "  skoler: Skolene\n",
        "  skole: Skolene\n",
        8,
        (
            "«skole» kan ikke stå i «kolonner». Mente du «skoler»? Skriv skoler, nettverk eller"
            " samarbeidsforum"
        ),
    ),
    (
        SYKLUS,
        "nar: {udatert: {etter: forum, for: vedtak}}",
        "nar: {udatert: {etter: forum, for_: vedtak}}",
        59,
        "feltet «for_» finnes ikke her. Mente du «for»?",
    ),
]
VALUES = [
    (
        KONTAKTER,
        "    dato: 2025-01-15\n",
        "    dato: {}\n",
        22,
        {
            "15.01.2025": "er ikke en dato. Skriv 2025-01-15",
            "15. januar 2025": "er ikke en dato. Skriv 2025-01-15",
            "2025-1-15": "er ikke en dato. Skriv 2025-01-15",
            "15/1/25": "er ikke en dato. Skriv 2025-01-15",
            "20250115": "er ikke en dato. Skriv 2025-01-15",
            "i går": f"er ikke en dato. {MANUELT}",
            "2025": f"er ikke en dato. {MANUELT}",
            "2025-01": f"er ikke en dato. {MANUELT}",
            "2025–01–15": "er ikke en dato. Skriv 2025-01-15",
            "2025‑01‑15": "er ikke en dato. Skriv 2025-01-15",
            "²5-01-15": f"er ikke en dato. {MANUELT}",
            "2025-02-30": "finnes ikke i kalenderen. Se på måneden og dagen",
            **dict.fromkeys(
                ("30.02.2025", "31. februar 2025", "1.13.2025"),
                "finnes ikke i kalenderen. Se på måneden og dagen, og skriv år-måned-dag, som"
                " 2024-02-01",
            ),
            "2205-01-15": "kan ikke stemme. Året må ligge mellom 1900 og 2100",
        },
    ),
    (
        KONTAKTER,
        "  kilde: notat\n  per: 2020\n",
        "  kilde: notat\n  per: {}\n",
        31,
        {
            "mars 2020": "er ikke et tidspunkt. Skriv 2020-03",
            "3/2020": "er ikke et tidspunkt. Skriv 2020-03",
            "15.3.2020": "er ikke et tidspunkt. Skriv 2020-03-15",
            "våren 2020": f"er ikke et tidspunkt. {TIDER}",
            **dict.fromkeys(
                ("2020-13", "2020-00", "2020-02-00", "2020-20"),
                "finnes ikke i kalenderen. Se på måneden og dagen",
            ),
            "9999": "kan ikke stemme. Året må ligge mellom 1900 og 2100",
            **dict.fromkeys(
                ("2018-20", "2018/2020", "2018–20", "2018—2020", "2018‑20"),
                "er en periode, ikke et tidspunkt. Skriv gjelder: {fra: 2018, til: 2020}",
            ),
            "2010-13": "er en periode, ikke et tidspunkt. Skriv gjelder: {fra: 2010, til: 2013}",
            "2018–2020": "er en periode, ikke et tidspunkt. Skriv gjelder: {fra: 2018, til: 2020}",
        },
    ),
    (
        KONTAKTER,
        "  epost: mette.mal@eksempel.no\n",
        "  epost: {}\n",
        35,
        dict.fromkeys(
            (
                "mette.mal@eksempel",
                "mette mal@eksempel.no",
                "mette..mal@eksempel.no",
                "mette.mål@eksempel.no",
            ),
            EPOST,
        )
        | dict.fromkeys(
            (
                "mette.mal(at)eksempel.no",
                "mette.mal [at] eksempel.no",
                "Mette <mette.mal@eksempel.no>",
                "mailto:mette.mal@eksempel.no",
                "mette.mal@eksempel.no.",
            ),
            "er ikke en e-postadresse. Skriv mette.mal@eksempel.no",
        ),
    ),
    (
        KONTAKTER,
        '  telefon: "22 22 22 22"\n',
        "  telefon: {}\n",
        18,
        dict.fromkeys(
            ("2222222", "12345678", "ukjent", "+46 8 123 456 78", "22 22 22 22 / 33 33 33 33"),
            TELEFON,
        ),
    ),
    (
        NORD,
        "plan: https://www.eksempel.no/nord/plan\n",
        "plan: {}\n",
        44,
        dict.fromkeys(
            (
                "https://",
                "https://eksempel",
                "javascript:alert(1)",
                "mailto:a@b.no",
                "<https://eksempel.no>",
                "https://a:b@eksempel.no",
                "https://eksempel.no:99999",
                "https://[::1/",
            ),
            ADRESSE,
        )
        | dict.fromkeys(("https://a@eksempel.no", "https://eksempel.no:443@eksempel.com/"), ADRESSE)
        | {"www.eksempel.no": "er ikke en nettadresse. Skriv https://www.eksempel.no"}
        | {"http://www.eksempel.no/": "er ikke sikker. Skriv https:// i stedet for http://"},
    ),
    (
        NORD,
        '  - "9902"\n',
        "  - {}\n",
        10,
        dict.fromkeys(("99", "990", "\uff19\uff19\uff10\uff12", "9902x"), NUMMER),
    ),
    (
        NORD,
        '    orgnr: "999900003"\n',
        "    orgnr: {}\n",
        16,
        dict.fromkeys(("99990000", "9999000033", "ukjent"), ORGNR)
        | dict.fromkeys(("999900004", "999 900 030"), SIFRE),
    ),
    (
        NORD,
        "  offentlige: 12\n",
        "  offentlige: {}\n",
        25,
        dict.fromkeys(("sytten", "12.0", "-12", "1 200", "ca. 12", "1e3", "9999999"), ANTALL),
    ),
    (
        NORD,
        "id: nord-eksempel\n",
        "id: {}\n",
        4,
        {
            "con": (
                "kan ikke være en id, for Windows kan ikke lage en fil som heter det. Skriv noe"
                " mer, som con-1"
            ),
            "Nord-Eksempel": f"kan ikke være en id. Skriv nord-eksempel: {ID}",
            "nord_eksempel": f"kan ikke være en id. Skriv nord-eksempel: {ID}",
            "nørd": f"kan ikke være en id. Skriv nord: {ID}",
        },
    ),
]
SINGLE = [
    (file, old, new.format(value), line, f"«{value}» {words}")
    for file, old, new, line, values in VALUES
    for value, words in values.items()
]
FINE = [
    (
        NORD,
        "plan: https://www.eksempel.no/nord/plan\n",
        "plan: https://www.eksempel.no/@nord/plan?kart=@63.4,10.4\n",
    ),
    (KONTAKTER, '  telefon: "22 22 22 22"\n', "  telefon: (+47) 22 22 22 22\n"),
    (KOMMUNER, '"9902":\n', "9902:\n"),
    (NORD, '  - "9902"\n', "  - 9902\n"),
    (NORD, "  offentlige: 12\n", '  offentlige: "12"\n'),
]


@pytest.mark.parametrize(("file", "old", "new", "line", "words"), FIELDS + SINGLE)
def test_a_field_or_value_gone_wrong(example, edit, problems, file, old, new, line, words):
    edit(file, old, new)
    assert problems(example) == [f"{file}:{line}: {words}"]


def test_a_kommune_without_a_number(example, edit, problems):
    edit(KOMMUNER, '"9902":\n', "Prøvedal:\n")
    assert problems(example) == [f"{KOMMUNER}:21: «Prøvedal» {NUMMER}"]


@pytest.mark.parametrize(("file", "old", "new"), FINE)
def test_other_ways_to_write_the_same(example, edit, problems, file, old, new):
    edit(file, old, new)
    assert problems(example) == []


def test_a_long_value_is_cut_and_kept_on_one_line(example, edit, problems):
    edit(KONTAKTER, '  telefon: "22 22 22 22"\n', f"  telefon: |\n    {'a' * 100}\n    b\n")
    assert problems(example) == [f"{KONTAKTER}:18: «{'a' * 60}…» {TELEFON}"]


def test_a_value_can_not_write_to_the_terminal(example, edit, problems):
    edit(KONTAKTER, '  telefon: "22 22 22 22"\n', '  telefon: "\\e[2J22"\n')
    assert problems(example) == [f"{KONTAKTER}:18: « [2J22» {TELEFON}"]


def test_a_link_can_not_hide_anything(example, edit, problems):
    edit(
        NORD,
        "plan: https://www.eksempel.no/nord/plan\n",
        'plan: "https://www.eksempel.no/\\u202enalp"\n',
    )
    assert problems(example) == [
        f"{NORD}:44: teksten har et usynlig tegn (U+202E). Slett det og skriv teksten på nytt"
    ]


def test_all_are_shown_together_sorted_and_counted(example, edit, capsys, monkeypatch):
    edit(NORD, "slag: regionalt\n", "slag: regional\n")
    edit(NORD, "  offentlige: 12\n", "  offentlige: tolv\n")
    edit(KONTAKTER, "  navn: Ola Prøve\n", "  navn: Ola # Prøve\n")
    monkeypatch.chdir(example)
    assert main(["sjekk"]) == 1
    output = capsys.readouterr().out
    told = [
        output.index(words)
        for words in (
            (
                "  Feil: «regional» kan ikke stå i «slag». Mente du «regionalt»? Skriv regionalt"
                " eller videregaende\n"
            ),
            f"  Feil: «tolv» {ANTALL}\n",
            (
                "Hint: det som står etter #, blir ikke med. Skal det med, setter du hele teksten i"
                ' anførselstegn: "…" [tekst-bak-nummertegn]\n'
            ),
            "\n\n2 feil og 4 hint.\n",
        )
    ]
    assert told == sorted(told)


def test_the_same_mistake_twice_on_a_line_is_said_once(example, edit, problems):
    edit(KOMMUNER, "  kilde: [notat, rapport]\n", "  kilde: [Notat, Notat]\n")
    assert problems(example) == [f"{KOMMUNER}:17: «Notat» kan ikke være en id. Skriv notat: {ID}"]
