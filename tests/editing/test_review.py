"""«Årlig gjennomgang»: ticked networks are confirmed, with the lines that were changed; the others
stay as they are.
"""

import pytest
from filled_in import READ, TODAY, diff, filled_in, send, tick

from macros.editing.forms import REVIEW
from macros.judging import examine

NORD = "Nord-Eksempel (nå: representant Mette Mal, UP1 Kari Eksempel)"
SOR = "Sør-Eksempel (nå: representant ukjent, UP1 Ola Prøve)"
VALUES = """\
Nord-Eksempel – representant: Mette Mal
Nord-Eksempel – UP1: Kari Eksempel (UiE)
Sør-Eksempel – representant: ukjent
Sør-Eksempel – UP1: Ola Prøve (Prøvehøgskolen)
Videregående – representant: ukjent
Videregående – UP1: ukjent"""


@pytest.fixture
def review(example):
    def sent(values=VALUES, *ticked, **answers):
        return send(
            example,
            filled_in(
                REVIEW,
                **(
                    {"nettverk": tick(*ticked), "opplysninger": values, "opplyst_av": "UiE"}
                    | answers
                ),
            ),
        )

    return sent


def test_the_form_shows_what_these_tests_send(example):
    data = examine(example, READ)[0]
    fields = {field.id: field for field in REVIEW.fields}
    assert fields["nettverk"].options(data, TODAY)[:2] == (NORD, SOR)
    assert fields["opplysninger"].value(data, TODAY) == VALUES


def test_confirmed_as_it_stands(example, review):
    outcome = review(VALUES, NORD, SOR)
    assert (
        diff(example, outcome)
        == """\
data/nettverk/nord-eksempel.yml
-  dato: 2026-01-15
+  dato: 2026-06-01
data/nettverk/sor-eksempel.yml
+bekreftet:
+  dato: 2026-06-01
+  av: UiE""".splitlines()
    )
    assert outcome.changes == (
        "Nord-Eksempel: bekreftet 1. juni 2026 av UiE",
        "Sør-Eksempel: bekreftet 1. juni 2026 av UiE",
    )


def test_another_representative(example, review):
    outcome = review(VALUES.replace("Mette Mal", "Nina Ny"), NORD)
    lines = diff(example, outcome)
    assert (
        lines[lines.index("data/nettverk/nord-eksempel.yml") + 1 :]
        == """\
-  person: mette-mal
-  per: 2024
-  kilde: rapport
+  person: nina-ny
+  per: 2026-06-01
+  kilde: opplyst-uie-2026-06-01
-  dato: 2026-01-15
+  dato: 2026-06-01""".splitlines()
    )
    assert outcome.changes[:2] == (
        "Nord-Eksempel: representant Mette Mal → Nina Ny",
        "Nord-Eksempel: bekreftet 1. juni 2026 av UiE",
    )


def test_the_seat_of_the_old_representative_is_kept_with_its_time_its_source_and_its_notes(
    example, edit, review
):
    edit(
        "data/nettverk/nord-eksempel.yml",
        "  person: mette-mal\n",
        "  person: mette-mal\n  merknader:\n    - tekst: Mette er vikar.\n",
    )
    outcome = review(VALUES.replace("Mette Mal", "Kari Eksempel"), NORD)
    lines = diff(example, outcome)
    assert (
        lines[lines.index("data/kontakter.yml") + 1 :]
        == """\
+  stillinger:
+    - tekst: Representant i samarbeidsforum for nettverket Nord-Eksempel
+      per: "2024"
+      kilde: rapport
+      merknader:
+        - tekst: Mette er vikar.""".splitlines()
    )
    assert outcome.told == ()


def test_the_first_representative(example, review):
    outcome = review(
        VALUES.replace(
            "Sør-Eksempel – representant: ukjent", "Sør-Eksempel - Representant: Kari B. Eksempel"
        ),
        SOR,
    )
    lines = diff(example, outcome)
    assert (
        lines[lines.index("data/nettverk/sor-eksempel.yml") + 1 :]
        == """\
+representant:
+  person: kari-eksempel
+  per: 2026-06-01
+  kilde: opplyst-uie-2026-06-01
+bekreftet:
+  dato: 2026-06-01
+  av: UiE""".splitlines()
    )


def test_partners_come_and_go(example, review):
    outcome = review(
        VALUES.replace(
            "Sør-Eksempel – UP1: Ola Prøve (Prøvehøgskolen)",
            "Sør-Eksempel – UP1: Kari Eksempel (UiE), Nina Ny (Prøvehøgskolen)",
        ),
        SOR,
        fra="august 2025",
    )
    lines = diff(example, outcome)
    assert (
        lines[lines.index("data/nettverk/sor-eksempel.yml") + 1 : lines.index("data/kontakter.yml")]
        == """\
-    per: 2020
-    kilde: notat
+    gjelder: {til: 2025-07}
+    kilde: [opplyst-uie-2026-06-01, notat]
+  - person: kari-eksempel
+    institusjon: uie
+    gjelder: {fra: 2025-08}
+    kilde: opplyst-uie-2026-06-01
+  - person: nina-ny
+    institusjon: provehogskolen
+    gjelder: {fra: 2025-08}
+    kilde: opplyst-uie-2026-06-01
+bekreftet:
+  dato: 2026-06-01
+  av: UiE""".splitlines()
    )
    assert outcome.changes[:3] == (
        "Sør-Eksempel: Ola Prøve står som utviklingspartner til og med juli 2025",
        "Ny utviklingspartner for Sør-Eksempel: Kari Eksempel (UiE) fra august 2025",
        "Ny utviklingspartner for Sør-Eksempel: Nina Ny (Prøvehøgskolen) fra august 2025",
    )


def test_an_old_form_can_confirm_what_stands_now(review):
    """The boxes of a form that was opened long ago have old words; the lines below have been mended
    by hand.
    """
    outcome = review(VALUES, NORD.replace("Mette Mal", "Ola Prøve"))
    assert outcome.changes == ("Nord-Eksempel: bekreftet 1. juni 2026 av UiE",)


def test_what_is_old_in_a_network_that_is_not_ticked_does_not_matter(review):
    boxes = f"{tick(NORD)}\n- [ ] {SOR.replace('Ola Prøve', 'Mette Mal')}"
    outcome = review(VALUES.replace("Ola Prøve", "Mette Mal"), nettverk=boxes)
    assert outcome.changes == ("Nord-Eksempel: bekreftet 1. juni 2026 av UiE",)


def test_the_order_of_names_and_lines_does_not_matter(review):
    outcome = review("\n".join(reversed(VALUES.splitlines())), NORD)
    assert outcome.changes == ("Nord-Eksempel: bekreftet 1. juni 2026 av UiE",)


@pytest.mark.parametrize(
    "line",
    [
        "Kari Eksempel (UiE) og Nina Ny (UiE)",
        "Kari Eksempel og Nina Ny (UiE)",
        "Kari Eksempel (Universitetet i Eksempel), Nina Ny (uie)",
    ],
)
def test_names_as_norwegian_lists_them(review, line):
    outcome = review(
        VALUES.replace("Kari Eksempel (UiE)", line).replace(" – ", " — "), NORD, fra="juni 2026"
    )
    assert outcome.changes[:2] == (
        "Ny utviklingspartner for Nord-Eksempel: Nina Ny (UiE) fra juni 2026",
        "Nord-Eksempel: bekreftet 1. juni 2026 av UiE",
    )


WRONG = [
    (VALUES, (), {}, "Nettverk du har sett over: Ingen nettverk er krysset av."),
    (
        VALUES.replace("Mette Mal", "Nina Ny"),
        (SOR,),
        {},
        (
            "Nettverk du har sett over: Linjene om Nord-Eksempel er endret, men nettverket er ikke"
            " krysset av."
        ),
    ),
    (
        VALUES.replace("Mette Mal", "Ola Prøve"),
        (NORD.replace("Mette Mal", "Ola Prøve"),),
        {},
        (
            "Nettverk du har sett over: Nord-Eksempel er endret etter at skjemaet ble laget. Nå"
            " står det: representant Mette Mal, UP1 Kari Eksempel. Skriv linjene slik, så blir de"
            " bekreftet. Er noe nytt, bruker du et av de andre skjemaene."
        ),
    ),
    (
        VALUES,
        ("Et annet nettverk",),
        {},
        "Nettverk du har sett over: Et av valgene er ikke i skjemaet. Åpne skjemaet på nytt.",
    ),
    (
        VALUES.replace("Nord-Eksempel – UP1: Kari Eksempel (UiE)\n", ""),
        (NORD,),
        {},
        (
            "Slik skal det stå: Linjene om Nord-Eksempel mangler. Sett dem inn igjen, eller ta bort"
            " krysset."
        ),
    ),
    (
        VALUES.replace("Mette Mal", "ukjent"),
        (NORD,),
        {},
        (
            "Slik skal det stå: Representanten for Nord-Eksempel er tatt bort. Skriv hvem som er"
            " representant nå, eller ta bort krysset."
        ),
    ),
    (
        VALUES.replace("Kari Eksempel (UiE)", "Nina Ny (UiE)"),
        (NORD,),
        {},
        (
            "Når begynte det nye å gjelde? Nord-Eksempel har nye linjer for UP1. Skriv måneden"
            " eller dagen de gjelder fra."
        ),
    ),
    (
        VALUES.replace("Kari Eksempel (UiE)", "Nina Ny (UiE)"),
        (NORD,),
        {"fra": "2026"},
        (
            "Når begynte det nye å gjelde? Nord-Eksempel har nye linjer for UP1. Skriv måneden"
            " eller dagen de gjelder fra."
        ),
    ),
    (
        VALUES.replace("Kari Eksempel (UiE)", "Nina Ny"),
        (NORD,),
        {"fra": "juni 2026"},
        "Slik skal det stå: Skriv institusjonen i parentes bak Nina Ny, som «Nina Ny (NTNU)».",
    ),
    (
        VALUES.replace("Kari Eksempel (UiE)", "Nina Ny (UiB)"),
        (NORD,),
        {"fra": "juni 2026"},
        "Slik skal det stå: «UiB» finnes ikke. Skriv det slik det står på siden.",
    ),
    (
        VALUES.replace("Kari Eksempel (UiE)", "Kari Eksempel (Prøvehøgskolen)"),
        (NORD,),
        {},
        (
            "Slik skal det stå: Kari Eksempel står med UiE i Nord-Eksempel. Skriv det slik, så blir"
            " det bekreftet. Er institusjonen ny, tar du bort krysset og melder det i «Noe annet er"
            " feil»."
        ),
    ),
    (
        VALUES.replace("Kari Eksempel (UiE)", "Kari Eksempel (UiÆ)"),
        (NORD,),
        {},
        (
            "Slik skal det stå: Kari Eksempel står med UiE i Nord-Eksempel. Skriv det slik, så blir"
            " det bekreftet. Er institusjonen ny, tar du bort krysset og melder det i «Noe annet er"
            " feil»."
        ),
    ),
    (
        VALUES.replace("Kari Eksempel (UiE)", "Kari Eksempel (Prøvehøgskolen)"),
        (SOR,),
        {},
        (
            "Nettverk du har sett over: Linjene om Nord-Eksempel er endret, men nettverket er ikke"
            " krysset av."
        ),
    ),
    (
        VALUES.replace("Mette Mal", "Mette Mal og Nina Ny"),
        (NORD,),
        {},
        "Slik skal det stå: Nord-Eksempel har én representant. Skriv ett navn, og ikke noe annet.",
    ),
    (
        VALUES.replace("Mette Mal", "Nina Ny, nina@eksempel.no"),
        (NORD,),
        {},
        "Slik skal det stå: Nord-Eksempel har én representant. Skriv ett navn, og ikke noe annet.",
    ),
    (
        VALUES.replace("Mette Mal", "Mette Maal"),
        (NORD,),
        {},
        (
            "Slik skal det stå: «Mette Maal» står ikke på siden, men ligner på Mette Mal. Er det"
            " samme person, skriver du navnet slik det står."
        ),
    ),
    (
        VALUES + "\nHei på dere",
        (NORD,),
        {},
        (
            "Slik skal det stå: Linjen «Hei på dere» er ikke slik den skal. Skriv «Fosen –"
            " representant: Fornavn Etternavn» eller «Fosen – UP1: Fornavn Etternavn (NTNU)»."
        ),
    ),
    (
        VALUES + "\nNord-Eksempel – UP1: Nina Ny (UiE)",
        (NORD,),
        {},
        (
            "Slik skal det stå: Nord-Eksempel har to linjer for UP1. Behold én, med komma mellom"
            " navnene."
        ),
    ),
    (
        VALUES + "\nNarnia – UP1: Aslan Løve (UiE)",
        (NORD,),
        {},
        "Slik skal det stå: «Narnia» finnes ikke. Skriv det slik det står på siden.",
    ),
    (
        VALUES.replace("Mette Mal", "{{ config }}"),
        (NORD,),
        {},
        "Slik skal det stå: Svaret har tegn som ikke kan stå her («{»). Skriv det uten.",
    ),
    (
        VALUES.replace("Mette Mal", "<img src=x>"),
        (SOR,),
        {},
        "Slik skal det stå: Svaret har tegn som ikke kan stå her («<»). Skriv det uten.",
    ),
    (
        VALUES + "\nx" * 200,
        (NORD,),
        {},
        "Slik skal det stå: Svaret har for mange linjer. Skriv høyst 100.",
    ),
    (
        VALUES,
        (NORD,),
        {"opplyst_av": "rapport"},
        (
            "Hvem har opplyst det? Et dokument kan ikke bekrefte noe. Skriv hvem som har sett over,"
            " som «NTNU ILU»."
        ),
    ),
]


@pytest.mark.parametrize(("values", "ticked", "answers", "message"), WRONG, ids=range(len(WRONG)))
def test_what_is_wrong_is_said_and_nothing_changes(review, values, ticked, answers, message):
    outcome = review(values, *ticked, **answers)
    assert outcome.files is None and outcome.code == 1 and outcome.wrong[0] == message
