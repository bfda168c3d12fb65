"""What is said of a file that is read by itself, in exact words and at its line: what lies between
the mistakes that most people make, and costs a thousandth of a second to try.
"""

from pathlib import Path

import pytest
from conftest import EXAMPLE

from macros.model.samlinger import SAMLINGER
from macros.reading.load import read_file
from macros.reading.records import Contents

KONTAKTER, NORD = "data/kontakter.yml", "data/nettverk/nord-eksempel.yml"
SYKLUS, ROLLER = "data/arshjul/2024-2025.yml", "data/roller/eksempel.yml"
OLA = "  navn: Ola Prøve\n"
HELE_OLA = f"ola-prove:\n{OLA}  institusjon: provehogskolen\n  kilde: notat\n  per: 2020\n"
BEKREFTET = "  bekreftet:\n    dato: 2025-01-15\n    av: UiE\n"
PROFESSOR = "    - tekst: Professor i eksempler\n      per"
SKRIVEMATE = "    - Kari B. Eksempel\n"
PARTNERE = (
    "utviklingspartnere:\n"
    "  - person: kari-eksempel\n    institusjon: uie\n    per: 2024\n    kilde: rapport\n"
    "  - person: ola-prove\n    institusjon: provehogskolen\n    gjelder: {fra: 2018, til: 2020}\n"
    "    kilde: notat\n"
)
REP = "representant:\n  person: mette-mal\n  per: 2024\n  kilde: rapport\n"
PPT = "ppt:\n  antall: 2\n  kilde: rapport\n"
NAR = "    nar: {dato: 2024-09-02}\n"
KOLONNER = "kolonner:\n  skoler: Skolene\n  nettverk: Nettverkene\n  samarbeidsforum: Forumet\n"
NUMMER = '  - "9902"\n'
PERIODE = "    gjelder: {fra: 2018, til: 2020}\n"

FELT = "skal ha felt under seg: {}. Skriv hvert felt på sin egen linje, rykket inn to mellomrom"
UNDER = "har felt under seg. Skriv hvert på sin egen linje under, rykket inn to mellomrom: {}"
LISTE = (
    "«utviklingspartnere» skal være en liste. Skriv hvert punkt på sin egen linje, med bindestrek"
    " og mellomrom foran, eller alle i klammer: [a, b]"
)
STREK = (
    "bindestreken mangler foran «{}» i listen «utviklingspartnere». Skriv «- {}: …», med {}"
    " mellomrom foran bindestreken"
)
KOLON = "linjen mangler kolon. Skriv «{}», eller rykk den inn hvis den hører til teksten over"
NORBY = KOLON.format("navn: Norby")
INNRYKK = (
    "linjen passer ikke med linjene over. Se på innrykket: felt, og bindestreker, på samme nivå"
    " skal begynne i samme kolonne"
)
KOLONNE = "«{}» begynner i feil kolonne. Rykk linjen {}"
ET_PUNKT = (
    'bindestreken mangler. Skriv «- "9903"», i samme kolonne som de andre punktene, eller rykk'
    " linjen inn hvis den hører til teksten over"
)
KONTAKTFELT = (
    "Her kan det stå: kilde, per, gjelder, merknader, navn, skrivemater, institusjon, stillinger,"
    " epost, telefon, bekreftet"
)
TEKST = "«skrivemater» skal være en tekst på én linje, ikke en liste eller flere felt"
TEGN = (
    "teksten begynner med et tegn som betyr noe annet her (@ ` % & * ! eller ?). Sett teksten i"
    ' anførselstegn: "…"'
)
DYBDE = "for mange nivåer inni hverandre. Se på innrykk og klammer"

# File, what stands there, what is written, and all that is said.
SLIPS = {
    # Values of another kind than the field's.
    "a person in one line": (
        KONTAKTER,
        HELE_OLA,
        "ola-prove: Ola Prøve\n",
        [f"27: «ola-prove» {UNDER.format('«navn: Ola Prøve», «kilde: …» og «per: …»')}"],
    ),
    "an empty point where one is wanted": (
        SYKLUS,
        NAR,
        "    nar:\n      - fra:\n",
        [f"20: «nar» {FELT.format('dato, kl, fra, til')}"],
    ),
    "two in brackets where one is wanted": (
        SYKLUS,
        NAR,
        "    nar: [{dato: 2024-09-02}, {dato: 2024-09-03}]\n",
        ["20: «nar» kan bare være én. Behold den ene, og ta bort klammene [ ] rundt"],
    ),
    "a text where fields belong that are no fact": (
        KONTAKTER,
        BEKREFTET,
        "  bekreftet: UiE\n",
        [f"21: «bekreftet» {FELT.format('dato, av')}"],
    ),
    "a number where fields belong": (
        NORD,
        PPT,
        "ppt: 2\n",
        [f"31: «ppt» {UNDER.format('«antall: 2», «kilde: …» og «per: …»')}"],
    ),
    "a number before the fields": (
        NORD,
        "ppt:\n  antall: 2\n",
        "ppt: 2\n",
        [
            "31: «ppt» har felt under seg, og kan ikke ha en verdi på samme linje. Skriv «antall:"
            " 2» på en egen linje under, i samme kolonne som de andre feltene"
        ],
    ),
    "a list where no field is required": (
        NORD,
        PERIODE,
        "    gjelder: [2018]\n",
        [f"41: «gjelder» {FELT.format('fra, til')}"],
    ),
    "a text where a table belongs": (
        SYKLUS,
        KOLONNER,
        "kolonner: Skolene\n",
        [f"7: «kolonner» {FELT.replace(': {}', '')}"],
    ),
    "a squeezed field where a table belongs": (
        SYKLUS,
        KOLONNER,
        "kolonner: skoler:Skolene\n",
        [
            "7: mellomrommet mangler bak kolon. Skriv «skoler: Skolene», ikke «skoler:Skolene»",
        ],
    ),
    "a list where a day belongs": (
        KONTAKTER,
        "    dato: 2025-01-15\n",
        "    dato: [2025-01-15]\n",
        ["22: «dato» skal være en dato. Skriv år-måned-dag, som 2024-02-01"],
    ),
    "two fields where a text belongs": (
        KONTAKTER,
        SKRIVEMATE,
        "    - Kari: B\n      Ola: C\n",
        [f"6: {TEKST}"],
    ),
    "the name of a file on Windows as a source": (
        NORD,
        "  antall: 2\n  kilde: rapport\n",
        "  antall: 2\n  kilde: con\n",
        [
            "33: «con» kan ikke være en id, for Windows kan ikke lage en fil som heter det. Skriv"
            " noe mer, som con-1"
        ],
    ),
    # A list without its dash.
    "an empty point without its dash": (
        NORD,
        PARTNERE,
        "utviklingspartnere:\n  person:\n",
        [f"34: {LISTE}"],
    ),
    "a point without its dash that has a field more": (
        NORD,
        PARTNERE,
        "utviklingspartnere:\n  person: kari-eksempel\n  rolle: x\n",
        [f"34: {LISTE}"],
    ),
    "a point without its dash that begins with a list": (
        NORD,
        PARTNERE,
        "utviklingspartnere:\n    kilde: [rapport]\n    person: kari-eksempel\n",
        [f"35: {STREK.format('kilde', 'kilde', 2)}"],
    ),
    "a point without its dash in the first column": (
        NORD,
        PARTNERE,
        "utviklingspartnere:\n  person: kari-eksempel\n",
        [f"35: {STREK.format('person', 'person', 'ingen')}"],
    ),
    # A colon that is gone, or has lost its space.
    "a squeezed field where fields belong": (
        NORD,
        REP,
        "representant: person:mette-mal\n",
        ["20: mellomrommet mangler bak kolon. Skriv «person: mette-mal», ikke «person:mette-mal»"],
    ),
    "a squeezed field below its line": (
        NORD,
        PERIODE,
        "    gjelder: |\n      fra:2018\n",
        ["41: mellomrommet mangler bak kolon. Skriv «navn: Norby», ikke «navn:Norby»"],
    ),
    "a field without a colon where fields belong": (
        NORD,
        REP,
        "representant: person mette-mal\n",
        [f"20: {NORBY}"],
    ),
    "a field without a colon that is no fact": (
        KONTAKTER,
        BEKREFTET,
        "  bekreftet: dato 2025-01-15\n",
        [f"21: {NORBY}"],
    ),
    "no colon in the first field of a point": (
        KONTAKTER,
        PROFESSOR,
        PROFESSOR.replace(":", ""),
        [f"9: {NORBY}"],
    ),
    "no colon there, and the next field further in": (
        KONTAKTER,
        PROFESSOR,
        PROFESSOR.replace(":", "").replace("  per", "    per"),
        [f"10: {INNRYKK}"],
    ),
    "words below words in brackets": (
        NORD,
        "  private: 3\n",
        "  private: 3\n  (x)\n  kolon uten\n",
        [f"28: {INNRYKK}"],
    ),
    "a bracket below an empty field": (
        NORD,
        "representant:\n  person: mette-mal\n",
        "representant:\n  ] person\n",
        [f"21: {INNRYKK}"],
    ),
    "a field in the column of an empty list above": (
        NORD,
        "hendelser:\n  - id: nord-behov\n",
        "hendelser:\nplan: x\n  tittel: x\n",
        [f"48: {INNRYKK}"],
    ),
    "a long line is not written out": (
        KONTAKTER,
        OLA,
        f"  navn:{'a' * 56}\n",
        ["28: mellomrommet mangler bak kolon. Skriv «navn: Norby», ikke «navn:Norby»"],
    ),
    "the longest line that is": (
        KONTAKTER,
        OLA,
        f"  navn:{'a' * 55}\n",
        [f"28: mellomrommet mangler bak kolon. Skriv «navn: {'a' * 55}», ikke «navn:{'a' * 55}»"],
    ),
    "words in brackets for a field": (KONTAKTER, OLA, f"{OLA} (Ola)\n", [f"29: {INNRYKK}"]),
    "a word below a point": (NORD, NUMMER, f"{NUMMER} 9903\n", [f"11: {KOLON.format('9903:')}"]),
    "a word in quotes below a point": (
        NORD,
        NUMMER,
        f'{NUMMER} "9903"\n',
        [f"11: {ET_PUNKT}"],
    ),
    "a number below a comment below a point": (
        NORD,
        NUMMER,
        f"{NUMMER}  # To.\n  9903\n",
        [f"12: {ET_PUNKT}".replace('"', "")],
    ),
    "words at the margin below a list": (
        NORD,
        NUMMER,
        f"{NUMMER}kommuner og by\n",
        [f"11: {KOLON.format('kommuner: og by')}"],
    ),
    # Columns.
    "stray fields, and another empty entry": (
        KONTAKTER,
        HELE_OLA,
        f"ny-person:\nnavn: Ny Person\nper: 2024\nkilde: rapport\n\nannen:\n\n{HELE_OLA}",
        [
            "28: «navn», «per» og «kilde» hører til under «ny-person». Rykk linjene inn to"
            " mellomrom",
            "32: «annen» er tom. Fyll ut feltene under, eller slett linjen",
        ],
    ),
    "four stray fields": (
        KONTAKTER,
        HELE_OLA,
        f"ny:\nnavn: Ny\nper: 2024\nkilde: rapport\ninstitusjon: uie\n\n{HELE_OLA}",
        ["28: «navn», «per», «kilde» og 1 til hører til under «ny». Rykk linjene inn to mellomrom"],
    ),
    "two sources in words within brackets": (
        NORD,
        "\nkilde: [notat, rapport]",
        "\nkilde: [notat og rapport]",
        [
            "64: «notat og rapport» er mer enn én id. Der feltet kan ha flere, skrives de i"
            " klammer: [notat, rapport]"
        ],
    ),
    "empty fields within a stray field": (
        KONTAKTER,
        HELE_OLA,
        f"ny:\nnavn: Ny\nper: 2024\nkilde: rapport\nbekreftet:\n  av:\n  dato:\n\n{HELE_OLA}",
        [
            "28: «navn», «per», «kilde» og 1 til hører til under «ny». Rykk linjene inn to"
            " mellomrom",
            "32: feltet «av» er tomt. Skriv verdien bak kolon, på samme linje",
            "33: feltet «dato» er tomt. Skriv verdien bak kolon, på samme linje",
        ],
    ),
    "a stray field that no id is above": (
        KONTAKTER,
        HELE_OLA,
        f"feil: [tekst]\nnavn: Ny\n\n{HELE_OLA}",
        [
            f"27: «feil» {FELT.format('kilde, navn')}",
            f"28: «navn» {UNDER.format('«navn: Ny», «kilde: …» og «per: …»')}",
        ],
    ),
    "a stray field above what it belongs below": (
        KONTAKTER,
        BEKREFTET,
        "  av: UiE\n  bekreftet:\n",
        ["21: feltet «av» finnes ikke her. Mente du «navn»?"],
    ),
    "a stray field of nothing": (
        KONTAKTER,
        BEKREFTET,
        "  bekreftet:\n  mobil: 1\n  av: UiE\n",
        [
            f"22: feltet «mobil» finnes ikke her. {KONTAKTFELT}",
            "23: «av» hører til under «bekreftet». Rykk linjen inn to mellomrom",
        ],
    ),
    "two stray fields of a point": (
        KONTAKTER,
        "  merknader:\n    - tekst: Kari finnes ikke.\n",
        "  merknader:\n  tekst: Kari finnes ikke.\n  viktig: true\n",
        [
            "25: «tekst» og «viktig» hører til i et punkt under «merknader». Rykk linjene inn, og"
            " begynn den første med bindestrek og mellomrom: «- tekst: …»"
        ],
    ),
    "a point without its dash at the margin": (
        NORD,
        PARTNERE,
        PARTNERE.replace("\n  - person: o", "\nperson: o").replace("\n  ", "\n"),
        [
            "39: bindestreken mangler foran «person». Skriv «- person: ola-prove», med ingen"
            " mellomrom foran bindestreken"
        ],
    ),
    "a field one column from the margin below points there": (
        NORD,
        PARTNERE,
        "utviklingspartnere:\n- person: kari-eksempel\n  institusjon: uie\n person: ola-prove\n"
        "  institusjon: uie\n",
        [f"37: {KOLONNE.format('person', '1 mellomrom inn')}"],
    ),
    "a point that is too far in": (
        NORD,
        "\n".join(PARTNERE.split("\n")[-5:]),
        "\n".join(f"  {line}" for line in PARTNERE.split("\n")[-5:-1]) + "\n",
        [
            "39: bindestreken begynner et punkt i en liste, men linjen over er et felt med en"
            " verdi. Mangler navnet på listen, skriver du det på en linje over, som «kommuner:»"
        ],
    ),
    "a field on the line of a needless dash": (
        KONTAKTER,
        f"ola-prove:\n{OLA}",
        f"- ola-prove:\n{OLA.replace(':', '')}",
        [f"27: {INNRYKK}"],
    ),
    "a comment between the field and its neighbours": (
        NORD,
        "  private: 3\n",
        "  # Tre.\nprivate: 3\n",
        [f"27: {KOLONNE.format('private', '2 mellomrom inn')}"],
    ),
    "a name in the wrong column with a field below": (
        NORD,
        "om:\n",
        " om:\n",
        [f"58: {KOLONNE.format('om', '1 mellomrom inn')}"],
    ),
    "a name in the wrong column with a text below": (
        NORD,
        "plan: https",
        "   plan:\n  https",
        [f"44: {KOLONNE.format('plan', '3 mellomrom ut')}"],
    ),
    "a field in the wrong column on the last line": (
        KONTAKTER,
        "  gjelder: {fra: 2021, til: 2024}\n",
        "  gjelder: {fra: 2021, til: 2024}\n epost: x@y.no",
        [f"38: {KOLONNE.format('epost', '1 mellomrom inn')}"],
    ),
    "a dash in a column between": (
        NORD,
        "  offentlige: 12\n",
        "  offentlige: 12\n - x\n",
        [f"26: {INNRYKK}"],
    ),
    "a dash at the margin below a point": (
        KONTAKTER,
        "    - tekst: Kari finnes ikke.\n",
        "    - tekst: Kari finnes ikke.\n- x\n",
        [f"26: {INNRYKK}"],
    ),
    # Quotes and other signs.
    "a point that begins with a sign": (
        KONTAKTER,
        SKRIVEMATE,
        "    - &kari Kari\n",
        [
            "6: tegnene & * ! betyr noe annet her når de står først. Sett teksten i anførselstegn:"
            ' "…"'
        ],
    ),
    "a quote that ends on the next line, before a mistake": (
        KONTAKTER,
        OLA,
        '  navn: "Ola\n    Prøve"\n  epost: @x\n',
        [f"30: {TEGN}"],
    ),
    "a quote that ends before a comment": (
        KONTAKTER,
        OLA,
        '  navn: "Ola\n    Prøve" # Ola\n  epost: @x\n',
        [f"30: {TEGN}"],
    ),
    "a tab that is not what is wrong": (
        KONTAKTER,
        OLA,
        '  navn:\t"Ola Prøve\n',
        [
            "28: anførselstegnet som åpner på denne linjen, blir aldri lukket. Sett et likt tegn"
            " bak teksten"
        ],
    ),
    "nothing in quotes": (
        KONTAKTER,
        OLA,
        '  navn: "  "\n',
        ["28: feltet «navn» er tomt. Skriv verdien bak kolon, på samme linje"],
    ),
    "no name in quotes": (
        KONTAKTER,
        OLA,
        f'  "": x\n{OLA}',
        ["28: feltnavnet mangler foran kolon. Skriv for eksempel «navn: Norby»"],
    ),
    "a squeezed name in quotes is a name": (
        KONTAKTER,
        OLA,
        f'  "navn:Ola":\n{OLA}',
        ["28: feltet «navn:Ola» finnes ikke her. Mente du «navn»?"],
    ),
    "a field of the file twice": (
        NORD,
        "ansvarlig: uie\n",
        "ansvarlig: uie\nid: nord-eksempel\n",
        ["44: «id» står to ganger (også på linje 4). Behold det ene"],
    ),
}
# Whole files that no editor has written.
WHOLE = [
    (KONTAKTER, "\t\n", [f"1: {INNRYKK}"]),
    (KONTAKTER, "?  eier", ["1: «eier» er tom. Fyll ut feltene under, eller slett linjen"]),
    (KONTAKTER, "navn Ola\nid: x\n", [f"1: {KOLON.format('navn: Ola')}"]),
    (KONTAKTER, "(navn)\nid: x\n", [f"2: {INNRYKK}"]),
    (
        ROLLER,
        "navn: E\nom: E\naktorer:\noppgaver:\n  - punkter: [x]\n",
        [
            "3: feltet «aktorer» er tomt. Skriv verdien bak kolon, på samme linje",
            "4: feltet «oppgaver» finnes ikke her. Her kan det stå: navn, om, avsluttet, aktorer",
        ],
    ),
]


def contents(file: str, text: str) -> Contents:
    (samling,) = (one for one in SAMLINGER if Path(file).match(f"data/{one.pattern}"))
    return read_file(file, text.encode(), samling)


def said(file: str, text: str) -> list[str]:
    problems = sorted(contents(file, text).problems)
    return [f"{problem.place.line}: {problem.message}" for problem in problems]


def edited(file: str, old: str, new: str) -> str:
    text = (EXAMPLE / file).read_text("utf-8")
    assert text.count(old) == 1
    return text.replace(old, new)


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_in_one_file(slip):
    file, old, new, words = SLIPS[slip]
    assert said(file, edited(file, old, new)) == words


@pytest.mark.parametrize(("file", "text", "words"), WHOLE)
def test_a_whole_file(file, text, words):
    assert said(file, text) == words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (
            "Ny mal",
            [
                "1: filnavnet er en id, og «Ny mal» kan ikke være en id. Skriv ny-mal: bare a–z,"
                " 0–9 og bindestrek"
            ],
        ),
        ("ny-\u200bmal", []),
        ("ny-mal", []),
    ],
)
def test_the_name_of_a_file_is_an_id(name, words):
    file = f"data/maler/{name}.yml"
    text = (EXAMPLE / "data" / "maler" / "provemal.yml").read_text("utf-8")
    assert said(file, text) == words
    assert list(contents(file, text).records) == ["ny-mal"] * (name == "ny-mal")


@pytest.mark.parametrize(("levels", "deep"), [(20, []), (21, [f"21: {DYBDE}"])])
def test_levels_are_counted(levels, deep):
    text = "\n".join(f"{' ' * level}a:" for level in range(levels))
    assert [words for words in said(NORD, text) if "nivåer" in words] == deep


def test_fields_that_stand_twice_in_a_file_of_one_record_hide_no_other():
    text = edited(NORD, REP, REP + REP.removeprefix("representant:\n"))
    assert len(said(NORD, text)) == 1 and contents(NORD, text).whole


def test_a_file_that_is_not_read_to_its_end_may_have_other_ids():
    lines = [f"x{number}:\n" for number in range(101)]
    assert contents(KONTAKTER, "".join(lines[:100]) + HELE_OLA).records
    left = contents(KONTAKTER, "".join(lines) + HELE_OLA)
    assert not left.records and not left.whole
