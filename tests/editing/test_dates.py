"""«Ny eller flyttet dato»: the event keeps its id, and the lines that change are few."""

import pytest
from filled_in import diff, filled_in, send

from macros.editing.forms import CANCELLED, DATE, MOVED, NEW

CYCLE, NETWORK = "data/arshjul/2024-2025.yml", "data/nettverk/nord-eksempel.yml"
SOURCE = "opplyst-forumet-2026-06-01"
ANSWERS = {"hva": MOVED, "hvor": "Årshjulet 2024-2025", "opplyst_av": "Forumet"}


@pytest.fixture
def change(example):
    return lambda **answers: send(example, filled_in(DATE, **(ANSWERS | answers)))


def lines(example, outcome, file=CYCLE):
    """The lines of the events' file: the other file is the sources'."""
    assert set(outcome.files or ()) <= {file, "data/kilder.yml"}, outcome.wrong
    found = diff(example, outcome)
    start = found.index(file) + 1
    return found[
        start : found.index("data/kilder.yml") if "data/kilder.yml" in found[start:] else None
    ]


def test_another_day(example, change):
    outcome = change(hendelse="Skolene teller eksemplene sine", dato="3. september 2024")
    assert (
        lines(example, outcome)
        == f"""\
-    nar: {{dato: 2024-09-02}}
+    nar: {{dato: 2024-09-03}}
-    kilde: rapport
+    flyttet_fra: 2024-09-02
+    kilde: [{SOURCE}, rapport]""".splitlines()
    )
    assert outcome.changes == (
        (
            "Arbeid flyttet fra 2. september 2024 til 3. september 2024: Skolene teller eksemplene"
            " sine (årshjulet 2024-2025)"
        ),
        "Ny kilde: Forumet 2026",
    )


def test_moved_once_more(example, change):
    assert (
        lines(example, change(hendelse="seminar", dato="12.10.2024", til="13. oktober 2024"))
        == f"""\
-    nar: {{fra: 2024-10-10, til: 2024-10-11}}
+    nar: {{fra: 2024-10-12, til: 2024-10-13}}
-    flyttet_fra: 2024-10-03
-    kilde: rapport
+    flyttet_fra: 2024-10-10
+    kilde: [{SOURCE}, rapport]""".splitlines()
    )


def test_a_day_within_the_month_that_was_known_is_not_a_move(example, change):
    outcome = change(hendelse="vedtak", dato="14. januar 2025")
    assert (
        lines(example, outcome)
        == f"""\
-    nar: {{maned: 2025-01, del: medio}}
+    nar: {{dato: 2025-01-14}}
-    kilde: rapport
+    kilde: [{SOURCE}, rapport]""".splitlines()
    )
    assert (
        outcome.changes[0]
        == "Vedtak endret fra medio januar 2025 til 14. januar 2025: Vedtak om eksempler (årshjulet"
        " 2024-2025)"
    )


def test_an_expected_one_gets_its_day(example, change):
    outcome = change(hendelse="utbetaling", dato="2025-03-14", status="Vedtatt")
    assert (
        lines(example, outcome)
        == f"""\
+    nar:
+      dato: 2025-03-14
-    status: forelopig
-    kilde: rapport
+    status: vedtatt
+    kilde: [{SOURCE}, rapport]""".splitlines()
    )
    assert outcome.changes[:2] == (
        "Utbetaling satt til 14. mars 2025: Knappene deles ut (årshjulet 2024-2025)",
        "Vedtatt: Knappene deles ut (årshjulet 2024-2025)",
    )


def test_a_draft_as_it_is_made_gets_its_day(example, change):
    file = example / CYCLE
    file.write_text(
        file.read_text("utf-8").replace(
            "    ventes: {maned: 2025-03}\n",
            "    nar:\n      dato:   # fyll ut\n    ventes:\n      maned: 2025-03\n",
        ),
        "utf-8",
    )
    assert lines(example, change(hendelse="utbetaling", dato="14. mars 2025", status="Vedtatt"))[
        :3
    ] == [
        "-      dato:   # fyll ut",
        "+      dato: 2025-03-14   # fyll ut",
        "-    status: forelopig",
    ]


def test_a_cancelled_one_takes_place_after_all(example, change):
    outcome = change(hendelse="forum", dato="12. november 2024", status="Vedtatt")
    assert (
        lines(example, outcome)
        == f"""\
-    nar: {{dato: 2024-11-05, kl: "10:00–15:00"}}
+    nar: {{dato: 2024-11-12, kl: "10:00–15:00"}}
-    status: avlyst
-    avlyst_grunn: Ingen hadde tid.
-    kilde: rapport
+    status: vedtatt
+    flyttet_fra: 2024-11-05
+    kilde: [{SOURCE}, rapport]""".splitlines()
    )
    assert outcome.told == ("Klokkeslettet 10:00–15:00 er ikke endret.",)


def test_a_network_s_own_deadline_with_hours(example, change):
    outcome = change(
        hvor="Nettverket Nord-Eksempel", hendelse="nord-behov", dato="18/11-2024", kl="9.00-11.30"
    )
    assert (
        lines(example, outcome, NETWORK)
        == f"""\
-    nar: {{dato: 2024-11-15}}
+    nar: {{dato: 2024-11-18, kl: "09:00–11:30"}}
-    kilde: rapport
+    flyttet_fra: 2024-11-15
+    kilde: [{SOURCE}, rapport]""".splitlines()
    )


def test_a_deadline_on_a_sunday_is_a_hint(change):
    outcome = change(
        hvor="Nettverket Nord-Eksempel", hendelse="nord-behov", dato="17. november 2024"
    )
    assert (outcome.code, outcome.hints) == (
        0,
        ("fristen 17. november 2024 er en søndag. Er datoen riktig?",),
    )


def test_cancelled(example, change):
    outcome = change(hva=CANCELLED, hendelse="seminar", grunn="Storm: ingen kom fram")
    assert (
        lines(example, outcome)
        == f"""\
-    status: vedtatt
+    status: avlyst
-    kilde: rapport
+    avlyst_grunn: "Storm: ingen kom fram"
+    kilde: [{SOURCE}, rapport]""".splitlines()
    )
    assert (
        outcome.changes[0]
        == "Avlyst: Eksempelseminar (årshjulet 2024-2025), 10.–11. oktober 2024. Grunn: Storm:"
        " ingen kom fram"
    )


def test_a_new_one_stands_where_its_day_is(example, change):
    outcome = change(
        hva=NEW,
        hendelse="Ekstra møte",
        dato="1. november 2024",
        type="Møte",
        malgruppe="Skoler og barnehager, Samarbeidsforum",
        status="Foreløpig",
    )
    assert (
        lines(example, outcome)
        == f"""\
+  - id: ekstra-mote-2024
+    tittel: Ekstra møte
+    type: mote
+    nar:
+      dato: 2024-11-01
+    malgruppe: [skoler, samarbeidsforum]
+    status: forelopig
+    kilde: {SOURCE}""".splitlines()
    )
    ids = [hendelse.id for hendelse in outcome.data.sykluser["2024-2025"].hendelser]
    assert (
        ids[ids.index("ekstra-mote-2024") - 1] == "behov"
    )  # the last that begins no later: October


def test_the_first_one_of_a_network(example, change):
    outcome = change(
        hva=NEW,
        hvor="Nettverket Sør-Eksempel",
        hendelse="Samling: høst",
        dato="november 2026",
        type="Seminar, Møte",
        malgruppe="Nettverk og UH",
        status="Vedtatt",
    )
    assert (
        lines(example, outcome, "data/nettverk/sor-eksempel.yml")
        == f"""\
+hendelser:
+  - id: samling-host-2026
+    tittel: "Samling: høst"
+    type: [seminar, mote]
+    nar:
+      maned: 2026-11
+    malgruppe: nettverk
+    status: vedtatt
+    kilde: {SOURCE}""".splitlines()
    )


ADDED = {
    "hva": NEW,
    "hendelse": "Ekstra møte",
    "dato": "1. november 2024",
    "type": "Møte",
    "malgruppe": "Samarbeidsforum",
    "status": "Vedtatt",
}
WRONG = [
    (
        {"hendelse": "tellling", "dato": "2024-09-03"},
        "Hvilken hendelse? «tellling» finnes ikke. Mente du «telling»?",
    ),
    (
        {"hendelse": "Innstillingen", "dato": "2024-09-03"},
        "Hvilken hendelse? «Innstillingen» finnes ikke. Mente du «Skrive innstillingen»?",
    ),
    (
        {"hendelse": "Vedtak om eksempler i Nord", "dato": "2024-09-03"},
        (
            "Hvilken hendelse? «Vedtak om eksempler i Nord» finnes ikke. Mente du «Vedtak om"
            " eksempler»?"
        ),
    ),
    (
        {"hendelse": "Julebord", "dato": "2024-09-03"},
        "Hvilken hendelse? «Julebord» finnes ikke. Skriv det slik det står på siden.",
    ),
    (
        {"hendelse": "nord-behov", "dato": "2024-11-20"},
        "Hvilket årshjul eller nettverk? «nord-behov» står i «Nettverket Nord-Eksempel». Velg det.",
    ),
    (
        {"hendelse": "melde behov", "hvor": "Nettverket Nord-Eksempel", "dato": "2024-11-20"},
        "Hvilket årshjul eller nettverk? «melde behov» står i «Årshjulet 2024-2025». Velg det.",
    ),
    ({"hendelse": "telling"}, "Dato: Svaret mangler."),
    (
        {"hendelse": "telling", "dato": "i morgen"},
        (
            "Dato: «i morgen» er ikke en tid vi forstår. Skriv for eksempel 3. februar 2027,"
            " februar 2027 eller 2027."
        ),
    ),
    (
        {"hendelse": "telling", "dato": "2025"},
        "Dato: Året 2025 er ikke nok. Skriv dagen eller måneden.",
    ),
    (
        {"hendelse": "telling", "dato": "2. september 2024"},
        "Dato: Hendelsen står alt 2. september 2024.",
    ),
    (
        {"hendelse": "telling", "dato": "2024-09-04", "til": "2024-09-03"},
        "Dato: «til» (2024-09-03) kommer før «fra» (2024-09-04). Bytt om, eller rett datoen.",
    ),
    (
        {"hendelse": "telling", "dato": "2024-09-04", "til": "oktober 2024"},
        (
            "Siste dag: Skriv siste dag når det første er en dag, og siste måned når det første er"
            " en måned."
        ),
    ),
    (
        {"hendelse": "telling", "dato": "oktober 2024", "kl": "10:00–11:00"},
        "Klokkeslett: Klokkeslett kan bare stå sammen med én dag.",
    ),
    (
        {"hendelse": "telling", "dato": "2024-09-04", "kl": "ti til elleve"},
        "Klokkeslett: «ti til elleve» er ikke et tidsrom. Skriv start og slutt, som 10:00–15:00.",
    ),
    (
        {"hendelse": "telling", "dato": "2024-09-04", "hvor": "Årshjulet 1999"},
        (
            "Hvilket årshjul eller nettverk? «Årshjulet 1999» finnes ikke. Skriv det slik det står"
            " i skjemaet."
        ),
    ),
    (
        {"hendelse": "forum", "dato": "2024-11-06"},
        (
            "Er datoen vedtatt? Hendelsen er avlyst. Velg om den nye datoen er vedtatt eller"
            " foreløpig."
        ),
    ),
    ({"hva": CANCELLED, "hendelse": "seminar"}, "Hvorfor er den avlyst? Svaret mangler."),
    (
        {"hva": CANCELLED, "hendelse": "forum", "grunn": "Storm"},
        "Hvilken hendelse? «Møte i forumet» er alt avlyst.",
    ),
    (
        {"hva": "Slett alt", "hendelse": "forum"},
        "Hva har skjedd? «Slett alt» finnes ikke. Skriv det slik det står i skjemaet.",
    ),
    (ADDED | {"type": ""}, "Hva slags hendelse? Svaret mangler."),
    (
        ADDED | {"type": "Fest"},
        "Hva slags hendelse? «Fest» finnes ikke. Skriv det slik det står i skjemaet.",
    ),
    (ADDED | {"status": ""}, "Er datoen vedtatt? Svaret mangler."),
    (
        ADDED | {"hendelse": "MELDE BEHOV"},
        (
            f"Hvilken hendelse? «MELDE BEHOV» står der fra før. Velg «{MOVED}» hvis det er den,"
            " ellers gi den nye et annet navn."
        ),
    ),
    (
        ADDED | {"hendelse": "# Møte"},
        "Hvilken hendelse? Svaret har tegn som ikke kan stå her («#»). Skriv det uten.",
    ),
]


@pytest.mark.parametrize(("answers", "message"), WRONG, ids=range(len(WRONG)))
def test_what_is_wrong_is_said_and_nothing_changes(change, answers, message):
    outcome = change(**answers)
    assert (outcome.code, outcome.wrong, outcome.files) == (1, (message,), None)


def test_a_day_outside_the_cycle_is_refused_by_the_judging(change):
    outcome = change(hendelse="telling", dato="3. september 2029")
    assert outcome.code == 1 and outcome.files is None
    assert [line.split(": ", 1)[1] for line in outcome.wrong] == [
        "3. september 2029 er utenfor årshjulet, som går august 2024 – juli 2025. Rett datoen,"
        " eller «gjelder» øverst i filen"
    ]
