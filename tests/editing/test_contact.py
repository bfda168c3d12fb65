"""«Endre en kontakt»: the lines that change, and the words that come back."""

import pytest
from filled_in import diff, filled_in, send, tick

from macros.editing.forms import CONTACT

SEEN = tick("Navnet, e-postadressen og telefonnummeret er riktige nå, med endringene over")
SOURCE = """\
data/kilder.yml
+
+opplyst-uie-2026-06-01:
+  tittel: Opplyst av UiE 1. juni 2026
+  kort: UiE 2026
+  utgiver: UiE
+  dato: 2026-06-01
+  merknader:
+    - tekst: Meldt inn i skjemaet «Endre en kontakt» og sett over før det ble tatt inn.
""".splitlines()


@pytest.fixture
def change(example):
    return lambda **answers: send(
        example, filled_in(CONTACT, **({"sett_over": SEEN, "opplyst_av": "UiE"} | answers))
    )


def test_a_new_address(example, change):
    outcome = change(kontakt="Kari Eksempel", epost="ny.adresse@eksempel.no")
    assert outcome.code == 0
    assert diff(example, outcome) == [
        *SOURCE,
        "data/kontakter.yml",
        *"""-  epost: kari.eksempel@eksempel.no\n+  epost: ny.adresse@eksempel.no\n-  per: 2024\n-  kilde: rapport\n+  per: 2026-06-01\n+  kilde: opplyst-uie-2026-06-01\n-    dato: 2025-01-15\n+    dato: 2026-06-01""".splitlines(),
    ]
    assert outcome.changes == (
        "Kari Eksempel: e-postadresse kari.eksempel@eksempel.no → ny.adresse@eksempel.no",
        "Kari Eksempel: per 2024 → 1. juni 2026",
        "Kari Eksempel: kilde Rapporten → UiE 2026",
        "Kari Eksempel: bekreftet 1. juni 2026 av UiE",
        "Ny kilde: UiE 2026",
    )
    assert outcome.told == ("Se om dette fortsatt er riktig om Kari Eksempel: Kari finnes ikke.",)


def test_an_address_may_have_an_underscore(change):
    assert (
        change(kontakt="Kari Eksempel", epost="kari_e@eksempel.no").changes[0]
        == "Kari Eksempel: e-postadresse kari.eksempel@eksempel.no → kari_e@eksempel.no"
    )


def test_only_looked_over(example, change):
    outcome = change(kontakt="kari-eksempel")
    assert diff(example, outcome) == [
        "data/kontakter.yml",
        "-    dato: 2025-01-15",
        "+    dato: 2026-06-01",
    ]
    assert outcome.changes == ("Kari Eksempel: bekreftet 1. juni 2026 av UiE",)


def test_the_same_again_changes_nothing(change):
    outcome = change(
        kontakt="kari-eksempel",
        epost="kari.eksempel@eksempel.no",
        navn="Kari Eksempel",
        telefon="22222222",
        institusjon="UiE",
    )
    assert outcome.changes == ("Kari Eksempel: bekreftet 1. juni 2026 av UiE",)


def test_a_span_gives_way_to_a_day(example, change):
    outcome = change(kontakt="Mette Mal", epost="ingen")
    assert diff(example, outcome) == [
        *SOURCE,
        "data/kontakter.yml",
        *"""-  epost: mette.mal@eksempel.no\n-  kilde: [notat, rapport]\n-  gjelder: {fra: 2021, til: 2024}\n+  per: 2026-06-01\n+  kilde: opplyst-uie-2026-06-01\n+  bekreftet:\n+    dato: 2026-06-01\n+    av: UiE""".splitlines(),
    ]


def test_the_old_name_is_kept_as_a_spelling(example, change):
    outcome = change(kontakt="Kari B. Eksempel", navn="Kari Eksempel-Prøve")
    assert (
        diff(example, outcome)[len(SOURCE) + 1 :]
        == """\
-  navn: Kari Eksempel
+  navn: Kari Eksempel-Prøve
+    - Kari Eksempel
-  per: 2024
-  kilde: rapport
+  per: 2026-06-01
+  kilde: opplyst-uie-2026-06-01
-    dato: 2025-01-15
+    dato: 2026-06-01""".splitlines()
    )


def test_a_new_post_comes_first(example, change):
    outcome = change(kontakt="kari-eksempel", stilling="Dekan: lærerutdanningen")
    assert (
        diff(example, outcome)[len(SOURCE) + 1 :]
        == """\
+    - tekst: "Dekan: lærerutdanningen"
+      per: 2026-06-01
+      kilde: opplyst-uie-2026-06-01
-    dato: 2025-01-15
+    dato: 2026-06-01""".splitlines()
    )


def test_a_document_as_source_confirms_nothing(example, change):
    outcome = change(kontakt="Ola Prøve", epost="ola.prove@eksempel.no", opplyst_av="Rapporten")
    assert (
        diff(example, outcome)
        == """\
data/kontakter.yml
-  kilde: notat
-  per: 2020
+  epost: ola.prove@eksempel.no
+  kilde: rapport
+  per: "2024"
""".splitlines()
    )


WRONG = [
    (
        {"kontakt": "Kåre Ukjent"},
        "Hvem gjelder det? «Kåre Ukjent» finnes ikke. Skriv det slik det står på siden.",
    ),
    ({"kontakt": "Prøve"}, "Hvem gjelder det? «Prøve» finnes ikke. Mente du «Ola Prøve»?"),
    (
        {"kontakt": "Førstelektor Kari Eksempel (UP1)"},
        (
            "Hvem gjelder det? «Førstelektor Kari Eksempel (UP1)» finnes ikke. Mente du «Kari"
            " Eksempel»?"
        ),
    ),
    (
        {"kontakt": "Kari Eksempl"},
        "Hvem gjelder det? «Kari Eksempl» finnes ikke. Mente du «Kari Eksempel»?",
    ),
    (
        {"kontakt": "../../etc/passwd"},
        "Hvem gjelder det? «../../etc/passwd» finnes ikke. Skriv det slik det står på siden.",
    ),
    ({"kontakt": ""}, "Hvem gjelder det? Svaret mangler."),
    (
        {"epost": "kari"},
        (
            "Ny e-postadresse: «kari» er ikke en e-postadresse. Skriv den som"
            " fornavn.etternavn@eksempel.no."
        ),
    ),
    (
        {"epost": "kari@gmail.com"},
        (
            "Ny e-postadresse: «kari@gmail.com» ser ut som en privat adresse. Vi viser bare"
            " jobbadresser."
        ),
    ),
    (
        {"epost": "a@b.no\nc@d.no"},
        "Ny e-postadresse: Svaret har flere linjer. Skriv det på én linje.",
    ),
    (
        {"telefon": "912 34 567"},
        (
            "Nytt telefonnummer: «91 23 45 67» ser ut som et mobilnummer. Vi viser bare fasttelefon"
            " på jobben."
        ),
    ),
    (
        {"telefon": "123"},
        (
            "Nytt telefonnummer: «123» er ikke et norsk telefonnummer. Skriv åtte sifre, som 73 55"
            " 98 99."
        ),
    ),
    ({"navn": "Kari"}, "Nytt navn: «Kari» er ikke et fullt navn. Skriv fornavn og etternavn."),
    (
        {"navn": "<b>Kari</b> Eksempel"},
        "Nytt navn: Svaret har tegn som ikke kan stå her («<»). Skriv det uten.",
    ),
    (
        {"stilling": "{{ 7*7 }}"},
        "Ny stilling: Svaret har tegn som ikke kan stå her («{»). Skriv det uten.",
    ),
    (
        {"stilling": "Rektor # sjef"},
        "Ny stilling: Svaret har tegn som ikke kan stå her («#»). Skriv det uten.",
    ),
    (
        {"stilling": "`rm -rf`"},
        "Ny stilling: Svaret har tegn som ikke kan stå her («`»). Skriv det uten.",
    ),
    (
        {"stilling": "Rektor $(id)"},
        "Ny stilling: Svaret har tegn som ikke kan stå her («$»). Skriv det uten.",
    ),
    (
        {"stilling": "---"},
        "Ny stilling: Svaret har tegn som ikke kan stå her («--»). Skriv det uten.",
    ),
    (
        {"stilling": "[x](https://vond.no)"},
        "Ny stilling: Svaret har tegn som ikke kan stå her («[»). Skriv det uten.",
    ),
    (
        {"stilling": "Rektor\u202e"},
        "Ny stilling: Svaret har et usynlig tegn (U+202E). Slett svaret og skriv det på nytt.",
    ),
    (
        {"stilling": "Rektor\x07"},
        "Ny stilling: Svaret har et usynlig tegn (U+0007). Slett svaret og skriv det på nytt.",
    ),
    ({"stilling": "x" * 121}, "Ny stilling: Svaret er for langt. Skriv høyst 120 tegn."),
    (
        {"institusjon": "NTNU"},
        "Ny institusjon: «NTNU» finnes ikke. Skriv det slik det står i skjemaet.",
    ),
    (
        {"sett_over": "- [ ] Navnet"},
        (
            "Stemmer resten? Boksen er ikke krysset av. Datoen gjelder navnet, e-postadressen og"
            " telefonnummeret under ett, så noen må ha sett over alle tre."
        ),
    ),
    ({"opplyst_av": "_No response_"}, "Hvem har opplyst det? Svaret mangler."),
    (
        {"opplyst_av": "Kari Eksempel"},
        (
            "Hvem har opplyst det? «Kari Eksempel» er en person. Skriv rollen eller enheten, som"
            " «NTNU ILU»."
        ),
    ),
    (
        {"opplyst_av": "kari@eksempel.no"},
        (
            "Hvem har opplyst det? «kari@eksempel.no» er ikke navnet på en rolle eller en enhet."
            " Skriv for eksempel «NTNU ILU»."
        ),
    ),
    (
        {"opplyst_av": "Registeret"},
        (
            "Hvem har opplyst det? Kilden «Registeret» er udatert, og sier ikke når dette gjaldt."
            " Skriv hvem som har opplyst det, som «NTNU ILU»."
        ),
    ),
    (
        {"opplyst_av": "Enheten for svært lange navn på enheter"},
        "Hvem har opplyst det? Svaret er for langt. Skriv høyst 34 tegn, som «NTNU ILU».",
    ),
    (
        {"opplyst_av": "rapport"},
        (
            "Ingenting i skjemaet er nytt. Skriv det som skal endres, eller hvem som bekrefter at"
            " alt stemmer."
        ),
    ),
]


@pytest.mark.parametrize(
    ("answers", "message"),
    WRONG,
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_what_is_wrong_is_said_once_and_nothing_changes(change, answers, message):
    outcome = change(**({"kontakt": "kari-eksempel"} | answers))
    assert (outcome.code, outcome.wrong, outcome.files) == (1, (message,), None)


def test_all_mistakes_at_once(change):
    outcome = change(kontakt="Kåre", epost="kari", telefon="1", opplyst_av="")
    assert len(outcome.wrong) == 4


def test_a_double_is_refused_by_the_judging(example, change):
    outcome = change(kontakt="Ola Prøve", epost="kari.eksempel@eksempel.no")
    assert outcome.code == 1 and outcome.files is None
    assert [line.split(": ", 1)[1] for line in outcome.wrong] == [
        "Ola Prøve er alt ført som «kari-eksempel». Slå dem sammen: bruk «kari-eksempel», og skriv"
        " den andre formen under «skrivemater»"
    ]


def test_mistakes_from_before_stop_everything(example, edit, change):
    edit("data/kontakter.yml", "institusjon: provehogskolen", "institusjon: finnes-ikke")
    outcome = change(kontakt="kari-eksempel")
    assert (
        outcome.code == 1
        and outcome.wrong[0] == "Det er feil i dataene fra før. De må rettes først."
    )
