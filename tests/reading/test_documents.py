"""The form of a data file: each mistake of YAML that an editor can make, in an editor's words and
at its line.
"""

import pytest

from macros.reading.load import load

FILE = "data/kontakter.yml"
NAVN = "  navn: Ola Prøve\n"  # line 28
PUNKT = "    - Kari B. Eksempel\n"  # line 6, the only entry of its list

KOLON = (
    'kolon med mellomrom bak kan ikke stå inne i en tekst. Sett hele teksten i anførselstegn: "…"'
)
MELLOMROM = "mellomrommet mangler bak kolon. Skriv «{}», ikke «{}»"
TO_FELT = (
    "det står to felt på linjen. Flytt det siste til neste linje. Er det ikke et felt, men tekst"
    ' med kolon i, setter du hele teksten i anførselstegn: "…"'
)
DELT = 'kommaet deler teksten i klammen. Sett hele teksten i anførselstegn: "…"'
INNI = 'klammer kan ikke stå inne i en tekst. Sett hele teksten i anførselstegn: "…"'
UTEN_KOLON = "linjen mangler kolon. Skriv «{}», eller rykk den inn hvis den hører til teksten over"
RIGHT = "navn: Ola Prøve"
TAB = "linjen begynner med et tabulatortegn. Bruk mellomrom til innrykk: to for hvert nivå"
ALDRI_LUKKET = (
    "anførselstegnet som åpner på denne linjen, blir aldri lukket. Sett et likt tegn bak teksten"
)
BAK_SITAT = (
    "det står tekst etter det lukkende anførselstegnet. Sett « og » rundt ord inne i teksten, eller"
    " fjern anførselstegnene inni"
)
SKRATSTREK = (
    "skråstreken \\ har en egen betydning mellom doble anførselstegn. Bruk enkle anførselstegn"
    " ('…') i stedet"
)
KLAMME = "klammen som åpner på denne linjen, blir ikke lukket. Lukk den med ] eller }"
LENKE = (
    "lenken er skrevet som på en side. I datafilene skriver du bare adressen, som"
    " https://www.eksempel.no/side, og i en tekst bare ordene"
)
BAK_KLAMME = 'det står tekst etter klammen. Sett hele teksten i anførselstegn: "…"'
KOMMA = "kommaene i klammen er feil. Sett ett komma mellom hver verdi: {fra: 2018, til: 2020}"
TEGN = (
    "teksten begynner med et tegn som betyr noe annet her (@ ` % & * ! eller ?). Sett teksten i"
    ' anførselstegn: "…"'
)
ANKER = 'tegnene & * ! betyr noe annet her når de står først. Sett teksten i anførselstegn: "…"'
BLOKK = (
    "teksten begynner med | eller >, som betyr noe annet her. Sett hele teksten i anførselstegn:"
    ' "…". Er det et antall, skriver du bare tallet'
)
INNRYKK = (
    "linjen passer ikke med linjene over. Se på innrykket: felt, og bindestreker, på samme nivå"
    " skal begynne i samme kolonne"
)
FORTSETTELSE = (
    "linjen blir lest som en fortsettelse av linjen over. La bindestrekene på samme nivå begynne i"
    " samme kolonne"
)
PUNKT_FORM = (
    "et punkt begynner med bindestrek og mellomrom, som «- {}», og et felt begynner med navnet sitt"
)
I_FELT = "en bindestrek kan ikke stå på samme linje som feltnavnet. Flytt punktet til neste linje"
DOKUMENT = "filen kan ikke ha linjer med bare --- eller ... Slett linjen"
KONFLIKT = (
    "to versjoner av filen er blandet sammen (<<<<<<<, ======= og >>>>>>>). Behold de riktige"
    " linjene, og slett disse tre merkene"
)
LISTE = "«skrivemater» skal være en liste. Skriv «- Kari» på linjen under"
KOLONNE = "«navn» begynner i feil kolonne. Rykk linjen {} mellomrom {}"

FIELD = [
    ("  navn: Ola: Prøve\n", 28, KOLON),
    ("  navn: Ola Prøve:\n", 28, KOLON),
    ("  navn: Ola Prøve    epost: ola@eksempel.no\n", 28, TO_FELT),
    ('  navn: "Ola Prøve"  epost: ola@eksempel.no\n', 28, TO_FELT),
    ("  bekreftet: dato: 2025-01-15\n  navn: Ola Prøve\n", 28, TO_FELT),
    ("  bekreftet: {dato: 2025-01-15, av: Kari, UiE}\n  navn: Ola Prøve\n", 28, DELT),
    ("  bekreftet: {av: Kari: UiE, dato: 2025-01-15}\n  navn: Ola Prøve\n", 28, KOLON),
    ("  bekreftet: {av: Kari [UiE], dato: 2025-01-15}\n  navn: Ola Prøve\n", 28, INNI),
    ("  bekreftet: {av: Kari {UiE}, dato: 2025-01-15}\n  navn: Ola Prøve\n", 28, INNI),
    ("  navn:Ola Prøve\n", 28, MELLOMROM.format(RIGHT, "navn:Ola Prøve")),
    ("  navn Ola Prøve\n", 28, UTEN_KOLON.format(RIGHT)),
    ("  navn = Ola Prøve\n", 28, UTEN_KOLON.format(RIGHT)),
    ("  navn; Ola Prøve\n", 28, UTEN_KOLON.format(RIGHT)),
    ("  bekreftet: UiE\n navn: Ola Prøve\n", 29, KOLONNE.format(1, "inn")),
    (
        "  navn: Ola\n    Prøve\n   epost: ola@eksempel.no\n",
        30,
        "«epost» begynner i feil kolonne. Rykk linjen 1 mellomrom ut",
    ),
    ("  navn: Ola\nPrøve\n", 29, UTEN_KOLON.format("Prøve:")),
    ("\tnavn: Ola Prøve\n", 28, TAB),
    ('  navn: "Ola Prøve\n', 28, ALDRI_LUKKET),
    ("  navn: 'Ola Prøve\n", 28, ALDRI_LUKKET),
    ('  navn: "Ola" Prøve\n', 28, BAK_SITAT),
    ("  navn: 'Ola's prøve'\n", 28, BAK_SITAT),
    ('  navn: "C:\\dokumenter\\ola"\n', 28, SKRATSTREK),
    ('  navn: "Ola \\ud83d"\n', 28, SKRATSTREK),
    ("  navn: [Ola Prøve\n", 28, KLAMME),
    ("  navn: {Ola Prøve\n", 28, KLAMME),
    ("  navn: [Ola] Prøve\n", 28, BAK_KLAMME),
    ("  navn: [Ola](https://eksempel.no)\n", 28, LENKE),
    ("  navn: @ola\n", 28, TEGN),
    ("  navn: %ola\n", 28, TEGN),
    ("  navn: `Ola`\n", 28, TEGN),
    ("  navn: *ola\n", 28, TEGN),
    ("  navn: **Ola**\n", 28, TEGN),
    ("  navn: ? Ola\n", 28, TEGN),
    ("  navn: &ola Ola\n", 28, ANKER),
    ("  navn: !Ola Prøve\n", 28, ANKER),
    ("  navn: !!str Ola\n", 28, ANKER),
    ("  navn: | Ola\n", 28, BLOKK),
    ("  navn: > Ola\n", 28, BLOKK),
    ("  navn: - Ola\n", 28, I_FELT),
    ("  * navn: Ola\n", 28, PUNKT_FORM.format("navn: Ola")),
    ("  **navn**: Ola\n", 28, PUNKT_FORM.format("Norby")),
    ("   navn: Ola Prøve\n", 28, KOLONNE.format(1, "ut")),
    (" navn: Ola Prøve\n", 28, KOLONNE.format(1, "inn")),
    ("navn: Ola Prøve\n", 28, KOLONNE.format(2, "inn")),
    ("  - navn: Ola Prøve\n", 29, INNRYKK),
    ("---\n  navn: Ola Prøve\n", 28, DOKUMENT),
    ("...\n  navn: Ola Prøve\n", 28, DOKUMENT),
    ("<<<<<<< HEAD\n  navn: Ola\n=======\n  navn: Ola P\n>>>>>>> gren\n", 28, KONFLIKT),
    (
        "  navn: Ola Prøve\n  navn: Ola P.\n",
        29,
        "«navn» står to ganger (også på linje 28). Behold det ene",
    ),
    (
        "  ? [a]\n  : b\n  navn: Ola Prøve\n",
        28,
        "feltnavnet mangler foran kolon. Skriv for eksempel «navn: Norby»",
    ),
    (
        "  : Ola\n  navn: Ola Prøve\n",
        28,
        "feltnavnet mangler foran kolon. Skriv for eksempel «navn: Norby»",
    ),
    (
        "  navn: Ola\u200bPrøve\n",
        28,
        "linjen har et usynlig tegn (U+200B). Slett det og skriv linjen på nytt",
    ),
    (
        "  \u200bnavn: Ola Prøve\n",
        28,
        "linjen har et usynlig tegn (U+200B). Slett det og skriv linjen på nytt",
    ),
    (
        "\ufeff  navn: Ola Prøve\n",
        28,
        "linjen har et usynlig tegn (U+FEFF). Slett det og skriv linjen på nytt",
    ),
    (
        "  navn: Ola\u2028Prøve\n",
        28,
        "linjen har et usynlig tegn (U+2028). Slett det og skriv linjen på nytt",
    ),
    (
        "  navn: Ola\x08Prøve\n",
        28,
        "linjen har et usynlig tegn (U+0008). Slett det og skriv linjen på nytt",
    ),
    (
        "  navn: Ola\x00Prøve\n",
        28,
        "linjen har et usynlig tegn (U+0000). Slett det og skriv linjen på nytt",
    ),
    (
        '  navn: "\\u0007Ola Prøve"\n',
        28,
        "teksten har et usynlig tegn (U+0007). Slett det og skriv teksten på nytt",
    ),
    (
        "  navn: Ola # Prøve\n",
        28,
        (
            "Hint: det som står etter #, blir ikke med. Skal det med, setter du hele teksten i"
            ' anførselstegn: "…"'
        ),
    ),
]
ENTRY = [
    ('    - "Kari\n', 6, ALDRI_LUKKET),
    ("    - 'Kari\n", 6, ALDRI_LUKKET),
    ('    - "Kari" B\n', 6, BAK_SITAT),
    ("    - [Kari\n", 6, KLAMME),
    ("    - @kari\n", 6, TEGN),
    ("\t- Kari\n", 6, TAB),
    ("  \t- Kari\n", 6, TAB),
    ("    * Kari\n", 6, PUNKT_FORM.format("Kari")),
    ("    - Kari A\n    -Kari B\n", 7, PUNKT_FORM.format("Kari B")),
    ("    - Kari A\n    – Kari B\n", 7, PUNKT_FORM.format("Kari B")),
    ("    - Kari A\n   - Kari B\n", 7, INNRYKK),
    ("    - Kari A\n      - Kari B\n", 7, FORTSETTELSE),
    ("    -\n", 6, "punktet er tomt. Fyll det ut, eller slett linjen"),
    ("    - Kari A\n    - []\n", 7, "punktet er tomt. Fyll det ut, eller slett linjen"),
    ("    - Kari: B\n", 6, KOLON),
    (
        "    - - Kari\n",
        6,
        "«skrivemater» skal være en tekst på én linje, ikke en liste eller flere felt",
    ),
    ("    -Kari\n", 6, LISTE),
    ("    – Kari\n", 6, LISTE),
    ("    Kari\n", 6, LISTE),
]
FINE = [
    (NAVN, "  navn:\tOla\tPrøve\n"),
    (NAVN, "\u00a0\u00a0navn:\u00a0Ola\u00a0Prøve\n"),
    (NAVN, "\u2009\u2009navn: Ola\u202fPr\u00f8ve\n"),
    (NAVN, "  navn:\n    Ola\n    Prøve\n"),
    (NAVN, "  navn: |\n    Ola\n    Prøve\n"),
    (NAVN, "  navn: \"Ola # 'Prøve'\"\n"),
    (NAVN, "  navn: Ola Prøve        # en merknad til oss selv\n"),
    (NAVN, '  "navn" : Ola Prøve\n'),
    (PUNKT, "  - Kari\n"),
    (PUNKT, "    -\tKari\n"),
]


@pytest.mark.parametrize(("new", "line", "words"), FIELD)
def test_a_field_gone_wrong(example, edit, problems, new, line, words):
    edit(FILE, NAVN, new)
    assert problems(example) == [f"{FILE}:{line}: {words}"]


@pytest.mark.parametrize(("new", "line", "words"), ENTRY)
def test_a_list_entry_gone_wrong(example, edit, problems, new, line, words):
    edit(FILE, PUNKT, new)
    assert problems(example) == [f"{FILE}:{line}: {words}"]


@pytest.mark.parametrize(("old", "new"), FINE)
def test_what_no_editor_can_see_is_no_mistake(example, edit, problems, old, new):
    edit(FILE, old, new)
    assert problems(example) == []


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("gjelder: {fra: 2021, til: 2024}", "gjelder: {fra: 2021 til: 2024}", KOMMA),
        ("gjelder: {fra: 2021, til: 2024}", "gjelder: {fra: 2021, 2024}", DELT),
        ("kilde: [notat, rapport]", "kilde: [notat, , rapport]", KOMMA),
        ("kilde: [notat, rapport]", "kilde: [notat, rapport", KLAMME),
        (
            "gjelder: {fra: 2021, til: 2024}",
            "gjelder: {fra:2021, til:2024}",
            MELLOMROM.format("fra: 2021", "fra:2021"),
        ),
        (
            "gjelder: {fra: 2021, til: 2024}",
            "gjelder: fra:2021",
            MELLOMROM.format("fra: 2021", "fra:2021"),
        ),
    ],
)
def test_brackets_gone_wrong(example, edit, problems, old, new, words):
    edit(FILE, old, new)
    line = 36 if "kilde" in old else 37
    assert problems(example) == [f"{FILE}:{line}: {words}"]


def test_what_is_squeezed_is_read_on_at_its_own_line(example, edit, problems):
    edit(FILE, "gjelder: {fra: 2021, til: 2024}", "gjelder:\n    {fra:20x, til: 2024}")
    assert problems(example) == [
        f"{FILE}:38: {MELLOMROM.format('fra: 20x', 'fra:20x')}",
        f"{FILE}:38: «20x» er ikke et tidspunkt. Skriv et år (2024), en måned (2024-02) eller en"
        " dag (2024-02-01)",
    ]


def test_an_alias_is_refused_where_it_stands(example, edit, problems):
    edit(FILE, NAVN, "  navn: &ola Ola\n  epost: *ola\n")
    assert problems(example) == [f"{FILE}:28: {ANKER}", f"{FILE}:29: {ANKER}"]


def test_a_letter_and_its_ring_are_one_letter(example, edit):
    edit(FILE, NAVN, "  navn: Ka\u030are Prøve\n")
    assert load(example).data.kontakter["ola-prove"].navn == "Kåre Prøve"
