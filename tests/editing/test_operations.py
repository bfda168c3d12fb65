"""What each operation does: the lines that change, and the words that come back."""

import json
import re

import pytest
from sent import diff, op, proposal, send

from macros.editing.operations.desk import before, free_id
from macros.judging import examine
from macros.model.dates import Moment
from macros.reading.document import read_document

KARI, NORD, SYKLUS = "kontakter/kari-eksempel", "nettverk/nord-eksempel", "sykluser/2024-2025"
SOURCE = """\
data/kilder.yml
+uie-opplyst-2026-06-01:
+  tittel: Opplyst av UiE 1. juni 2026
+  kort: UiE 2026
+  utgiver: UiE
+  dato: 2026-06-01
+  merknader:
+    - tekst: Meldt inn på nettstedet og sett over før det ble tatt inn.
+""".splitlines()


@pytest.fixture
def after(example):
    """The lines that some operations change, without those of the new source."""

    def lines(*operations: dict, by: str = "UiE") -> list[str]:
        outcome = send(example, proposal(*operations, by=by))
        assert outcome.code == 0, outcome.wrong
        return [line for line in diff(example, outcome) if line not in SOURCE]

    return lines


@pytest.fixture
def wrong(example):
    """Why some operations are refused."""
    return lambda *operations, by="UiE": list(send(example, proposal(*operations, by=by)).wrong)


def test_a_new_address(example):
    outcome = send(
        example,
        proposal(
            op("sett", KARI, felt="epost", fra="kari.eksempel@eksempel.no", til="ny@eksempel.no"),
            op("bekreft", KARI),
        ),
    )
    assert outcome.wrong == ()
    found = diff(example, outcome)
    assert found == [
        *SOURCE,
        "data/kontakter.yml",
        "-  epost: kari.eksempel@eksempel.no",
        "+  epost: ny@eksempel.no",
        "-  per: 2024",
        "-  kilde: rapport",
        "+  per: 2026-06-01",
        "+  kilde: uie-opplyst-2026-06-01",
        "-    dato: 2025-01-15",
        "+    dato: 2026-06-01",
    ]
    assert outcome.changes == (
        "Kari Eksempel: e-postadresse kari.eksempel@eksempel.no → ny@eksempel.no",
        "Kari Eksempel: per 2024 → 1. juni 2026",
        "Kari Eksempel: kilde Rapporten → UiE 2026",
        "Kari Eksempel: bekreftet 1. juni 2026 av UiE",
        "Ny kilde: UiE 2026",
    )
    assert outcome.told == ("Se om dette fortsatt er riktig om Kari Eksempel: Kari finnes ikke.",)
    assert outcome.records == (KARI,)


def test_details_are_new_only_where_all_are_looked_over(wrong):
    assert wrong(op("sett", KARI, felt="epost", til="ny@eksempel.no")) == [
        "Kari Eksempel, e-postadresse: Datoen gjelder navnet, e-postadressen og telefonnummeret"
        " under ett. Se over alle tre, og kryss av for at de stemmer."
    ]


def test_a_slip_of_the_pen_keeps_source_and_time(after):
    assert after(op("sett", KARI, felt="epost", til="ny@eksempel.no", skrivefeil=True)) == [
        "data/kontakter.yml",
        "-  epost: kari.eksempel@eksempel.no",
        "+  epost: ny@eksempel.no",
    ]


def test_the_old_name_is_kept_as_a_spelling(after):
    lines = after(op("sett", KARI, felt="navn", til="Kari Prøve"), op("bekreft", KARI))
    assert "+    - Kari Eksempel" in lines and "+  navn: Kari Prøve" in lines


def test_only_looked_over(after):
    assert after(op("bekreft", KARI)) == [
        "data/kontakter.yml",
        "-    dato: 2025-01-15",
        "+    dato: 2026-06-01",
    ]


def test_a_new_post_comes_first(after):
    assert after(op("ny", f"{KARI}/stillinger", verdi={"tekst": "Dekan: lærerutdanningen"})) == [
        "data/kontakter.yml",
        '+    - tekst: "Dekan: lærerutdanningen"',
        "+      per: 2026-06-01",
        "+      kilde: uie-opplyst-2026-06-01",
    ]


def test_one_who_leaves_can_no_longer_be_reached(after):
    lines = after(op("slutter", KARI, nar="2026-04"))
    assert {
        "-  epost: kari.eksempel@eksempel.no",
        '-  telefon: "22 22 22 22"',
        "+  gjelder: {til: 2026-04}",
        "+      gjelder: {til: 2026-04}",
        "+    gjelder: {til: 2026-04}",
    } <= set(lines)


def test_one_who_leaves_is_told_of_line_by_line(example):
    told = send(example, proposal(op("slutter", KARI, nar="2026-04")))
    assert told.changes[:2] == (
        "Nord-Eksempel: Kari Eksempel står som utviklingspartner til og med april 2026",
        "Kari Eksempel: per 2024 → til og med april 2026",
    )
    assert {
        "Kari Eksempel, stillinger, «Professor i eksempler»: per 2024 → til og med april 2026",
        "Kari Eksempel: telefonnummer er tatt bort (var 22 22 22 22)",
    } <= set(told.changes)
    assert not [line for line in told.changes if line.endswith("er nytt")]


def test_what_had_no_date_gets_one(after):
    assert after(op("sett", f"{NORD}/skoler", felt="offentlige", til="13")) == [
        "data/nettverk/nord-eksempel.yml",
        "-  offentlige: 12",
        "+  offentlige: 13",
        "-  kilde: rapport",
        "+  per: 2026-06-01",
        "+  kilde: [uie-opplyst-2026-06-01, rapport]",
    ]


def test_one_who_will_leave_can_be_reached_until_then(after):
    lines = after(op("slutter", KARI, nar="2026-12"))
    assert "+    gjelder: {til: 2026-12}" in lines
    assert not [line for line in lines if "epost" in line]


def test_a_partner_ends_and_another_begins(after):
    assert after(
        op("slutter", f"{NORD}/utviklingspartnere/kari-eksempel", nar="2026-07"),
        op(
            "begynner",
            f"{NORD}/utviklingspartnere",
            person={"navn": "Kari Eksempe", "epost": "kari.e@eksempel.no", "ny": True},
            institusjon="uie",
            nar="2026-08",
        ),
    ) == [
        "data/kontakter.yml",
        "+kari-eksempe:",
        "+  navn: Kari Eksempe",
        "+  institusjon: uie",
        "+  epost: kari.e@eksempel.no",
        "+  per: 2026-06-01",
        "+  kilde: uie-opplyst-2026-06-01",
        "data/nettverk/nord-eksempel.yml",
        "-    per: 2024",
        "-    kilde: rapport",
        "+    gjelder: {til: 2026-07}",
        "+    kilde: [uie-opplyst-2026-06-01, rapport]",
        "+  - person: kari-eksempe",
        "+    institusjon: uie",
        "+    gjelder: {fra: 2026-08}",
        "+    kilde: uie-opplyst-2026-06-01",
    ]


def test_what_cannot_be_changed_safely_is_left_to_a_person(edit, wrong):
    date, rest = "    per: 2024\n", "person: kari-eksempel\n    institusjon: uie\n"
    edit(f"data/{NORD}.yml", f"  - {rest}{date}", f"  - {date.strip()}\n    {rest}")
    assert wrong(op("slutter", f"{UP1}/kari-eksempel", nar="2026-05")) == [
        f"data/{NORD}.yml er skrevet på en måte som ikke kan endres trygt herfra. Et menneske må"
        " gjøre det."
    ]


def test_a_new_partner_stands_behind_another_of_the_same_place(example, edit):
    file = "data/kontakter.yml"
    edit(file, "mette-mal:\n", "nils-nei:\n  navn: Nils Nei\n  institusjon: uie\n\nmette-mal:\n")
    edit(file, "navn: Nils Nei\n", "navn: Nils Nei\n  kilde: notat\n")
    begins = op("begynner", UP1, person={"navn": "Eva Ny"}, **BEGINS)
    text = send(example, proposal(begins)).files[file].decode()
    assert re.findall(r"^([a-z]+)-", text, re.MULTILINE) == ["kari", "eva", "ola", "nils", "mette"]


def test_a_moved_event_keeps_the_day_that_it_had(after):
    lines = after(
        op("flytt", f"{SYKLUS}/hendelser/telling", nar={"dato": "2024-09-09"}, sted="Kantinen")
    )
    assert lines[0] == "data/arshjul/2024-2025.yml"
    assert {
        "+    nar: {dato: 2024-09-09}",
        "+    flyttet_fra: 2024-09-02",
        "+    sted: Kantinen",
        "+    kilde: [uie-opplyst-2026-06-01, rapport]",
    } <= set(lines)


def test_a_new_hour_on_the_same_day_is_a_move(example, edit, after):
    file = "data/arshjul/2024-2025.yml"
    edit(file, "    status: avlyst\n    avlyst_grunn: Ingen hadde tid.\n", "    status: vedtatt\n")
    nar = {"dato": "2024-11-05", "kl": "12:00–16:00"}
    lines = after(op("flytt", f"{SYKLUS}/hendelser/forum", nar=nar))
    assert lines[1:] == [
        '-    nar: {dato: 2024-11-05, kl: "10:00–15:00"}',
        '+    nar: {dato: 2024-11-05, kl: "12:00–16:00"}',
        "-    kilde: rapport",
        "+    flyttet_fra: 2024-11-05",
        "+    kilde: [uie-opplyst-2026-06-01, rapport]",
    ]


def test_the_first_date_of_a_year_makes_its_draft(example):
    day = {"dato": "2027-10-14"}
    outcome = send(
        example,
        proposal(
            op("flytt", "sykluser/2027-2028/hendelser/vedtak", nar=day, status="vedtatt"),
        ),
    )
    assert outcome.code == 0, outcome.wrong
    text = outcome.files["data/arshjul/2027-2028.yml"].decode()
    assert "id: 2027-2028\n" in text and "      dato: 2027-10-14\n" in text
    assert text.count("status: vedtatt\n") == 1
    assert [line.split(": ")[0] for line in outcome.changes] == [
        "Nytt årshjul",
        "Vedtatt i årshjulet 2027–2028",
        "Ny kilde",
    ]
    assert outcome.changes[1].endswith(" (14. oktober 2027)")


def test_a_preliminary_date_of_a_year_to_come_is_told_too(example):
    day = {"dato": "2027-10-14"}
    moved = op("flytt", "sykluser/2027-2028/hendelser/vedtak", nar=day, status="forelopig")
    outcome = send(example, proposal(moved))
    assert outcome.changes[1].startswith("Foreløpig i årshjulet 2027–2028: ")


def test_one_of_a_list_that_stands_alone_is_one_value(after):
    given = {"felt": "malgruppe", "fra": ["skoler"], "til": ["nettverk"], "skrivefeil": True}
    assert after(op("sett", f"{SYKLUS}/hendelser/telling", **given)) == [
        "data/arshjul/2024-2025.yml",
        "-    malgruppe: skoler",
        "+    malgruppe: nettverk",
    ]


def test_a_new_note_comes_last_and_a_new_term_in_its_place(example):
    note = op("ny", f"{NORD}/merknader", verdi={"tekst": "Sist."})
    terms = [op("ny", "begreper", verdi={"term": one, "kort": "x"}) for one in ("Fag", "Alt", "Fe")]
    event = op(
        "ny",
        f"{SYKLUS}/hendelser",
        verdi=PLANNED | {"tittel": "Møte", "status": "vedtatt", "nar": {"dato": "2024-12-02"}},
    )
    files = send(example, proposal(note, *terms, event)).files
    text, terms, cycle = (
        files[f"data/{name}.yml"].decode() for name in (NORD, "begreper", "arshjul/2024-2025")
    )
    assert cycle.index("id: behov\n") < cycle.index("id: mote-2024\n") < cycle.index("id: vedtak\n")
    assert text.index("er oppdiktet.") < text.index("Sist.")
    ids = re.findall(r"\n\n(\w+)", terms)
    assert ids == ["alt", "eksempel", "fag", "fe", "prove", "fire"]


def test_a_new_event_gets_an_id(after):
    given = {
        "tittel": "Vårmøte",
        "type": ["mote"],
        "nar": {"maned": "2027-05", "del": "medio"},
        "malgruppe": ["nettverk"],
        "status": "forelopig",
        "sted": "Fjellstua",
    }
    assert after(op("ny", f"{NORD}/hendelser", verdi=given)) == [
        "data/nettverk/nord-eksempel.yml",
        "+  - id: varmote-2027",
        "+    tittel: Vårmøte",
        "+    type: mote",
        "+    nar:",
        "+      maned: 2027-05",
        "+      del: medio",
        "+    malgruppe: nettverk",
        "+    sted: Fjellstua",
        "+    status: forelopig",
        "+    kilde: uie-opplyst-2026-06-01",
    ]


def test_an_id_that_is_taken_gets_a_number():
    assert free_id("Møte 2027", {"mote-2027"}) == "mote-2027-2"
    assert free_id("Møte 2027", {"mote-2027", "mote-2027-2"}) == "mote-2027-3"
    assert free_id(f"{'a' * 59} {'b' * 9}", ()) == "a" * 59
    assert free_id("a" * 70, ()) == "a" * 60


def test_the_day_or_the_month_before():
    march, january = Moment(2026, 3), Moment(2026, 1)
    assert (before(march), before(january)) == (Moment(2026, 2), Moment(2025, 12))
    assert before(Moment(2026, 3, 1)) == Moment(2026, 2, 28) and before(Moment(2026)) is None


def test_a_networks_own_date_for_a_common_deadline(after):
    given = {
        "tittel": "Vår frist",
        "type": ["frist"],
        "nar": {"dato": "2024-11-20"},
        "malgruppe": ["nettverk"],
        "for": "behov",
        "status": "vedtatt",
    }
    assert "+    for: behov" in after(op("ny", f"{NORD}/hendelser", verdi=given))


def test_a_cancelled_event_says_why(after):
    lines = after(op("avlys", f"{SYKLUS}/hendelser/telling", grunn="For få eksempler"))
    assert {"+    status: avlyst", "+    avlyst_grunn: For få eksempler"} <= set(lines)


def test_a_wrong_text_anywhere(after):
    lines = after(
        op(
            "sett",
            "ordninger/gammel-ordning/penger/0",
            felt="tekst",
            fra="Egenandelen var en tidel.",
            til="Egenandelen var en femdel.",
            skrivefeil=True,
        )
    )
    assert lines[0] == "data/ordninger.yml" and len(lines) == 3


def test_a_document_as_source_confirms_nothing(wrong):
    assert wrong(op("bekreft", NORD), by="Rapporten") == [
        "Nord-Eksempel: Et dokument kan ikke bekrefte noe. Skriv hvem som har"
        " sett over, som «Lærerutdanningen ved høgskolen»."
    ]


UP1 = f"{NORD}/utviklingspartnere"
EVENT = f"{SYKLUS}/hendelser/telling"
REFUSED = [
    (
        op("sett", "kontakter/kari-eksempl", felt="epost", til="a@eksempel.no"),
        "«kontakter/kari-eksempl» finnes ikke på nettstedet. Mente du «kontakter/kari-eksempel»?"
        " Noen kan ha endret det etter at du åpnet siden. Åpne den på nytt.",
    ),
    (
        op("sett", KARI, felt="epst", til="a@eksempel.no"),
        "Kari Eksempel: Feltet «epst» finnes ikke. Mente du «epost»?",
    ),
    (
        op("sett", KARI, felt="epost", til="kari"),
        "Kari Eksempel, e-postadresse: «kari» er ikke en e-postadresse. Skriv den som"
        " fornavn.etternavn@eksempel.no.",
    ),
    (
        op("sett", KARI, felt="epost", fra="gammel@eksempel.no", til="ny@eksempel.no"),
        "Kari Eksempel, e-postadresse: Noen har endret dette etter at du åpnet siden. Nå står det"
        " «kari.eksempel@eksempel.no». Åpne siden på nytt.",
    ),
    (
        op("sett", KARI, felt="navn", til=""),
        "Kari Eksempel, navn: Feltet må ha en verdi.",
    ),
    (
        op("sett", KARI, felt="kilde", til="notat"),
        "Kari Eksempel, kilde: Feltet følger av det andre, og endres ikke for seg.",
    ),
    (
        op("sett", KARI, felt="institusjon", til="uei", skrivefeil=True),
        "Kari Eksempel, institusjon: «uei» finnes ikke. Velg en fra listen.",
    ),
    (
        op("sett", EVENT, felt="nar", til="2024-09-03"),
        "Skolene teller eksemplene sine, tid: Feltet består av flere oppføringer. Endre en av dem.",
    ),
    (
        op("sett", EVENT, felt="tittel", til="<b>Telling</b>"),
        "Skolene teller eksemplene sine, tittel: Teksten har tegn som ikke kan stå her («<»). Skriv"
        " den uten.",
    ),
    (
        op("slutter", f"{UP1}/ola-prove", nar="2026"),
        "Ola Prøve: Dette er alt avsluttet (2018–2020).",
    ),
    (
        op("begynner", UP1, person="kari-eksempel", institusjon="uie", nar="2026-08"),
        "Kari Eksempel er alt utviklingspartner for Nord-Eksempel.",
    ),
    (
        op("begynner", UP1, person={"navn": "Kari Eksempe"}, institusjon="uie", nar="2026-08"),
        "«Kari Eksempe» står ikke på nettstedet, men ligner på Kari Eksempel. Er det samme person,"
        " velger du den fra listen. Er det en ny, krysser du av for det.",
    ),
    (
        op(
            "begynner",
            UP1,
            person={"navn": "Nina Ny", "epost": "nina@gmail.com"},
            institusjon="uie",
            nar="2026-08",
        ),
        "E-postadresse: «nina@gmail.com» ser ut som en privat adresse. Vi viser bare jobbadresser.",
    ),
    (
        op("flytt", EVENT, nar={"dato": "2024-02-31"}),
        "Skolene teller eksemplene sine, tid: «2024-02-31» finnes ikke i kalenderen. Se på måneden"
        " og dagen.",
    ),
    (
        op("flytt", EVENT, nar={"dato": "2024-09-09"}, sted="<b>Kantinen</b>"),
        "Skolene teller eksemplene sine, sted: Teksten har tegn som ikke kan stå her («<»). Skriv"
        " den uten.",
    ),
    (
        op("flytt", EVENT, nar={"dato": "2024-09-09"}, status="kanskje"),
        "Skolene teller eksemplene sine, status: «kanskje» kan ikke stå her.",
    ),
    (
        op("flytt", EVENT, nar={"dato": "2024-09-02"}),
        "Skolene teller eksemplene sine: Hendelsen står alt 2. september 2024.",
    ),
    (
        op("avlys", f"{SYKLUS}/hendelser/forum", grunn="Igjen"),
        "Møte i forumet: Hendelsen er alt avlyst.",
    ),
]


@pytest.mark.parametrize(("operation", "reason"), REFUSED)
def test_what_can_not_be_is_refused_with_the_reason(wrong, operation, reason):
    assert wrong(operation) == [reason]


DOCUMENT = {
    "tittel": "Årshjul for prøver",
    "kort": "Årshjul 2026",
    "utgiver": "UiE",
    "dato": "2026-05",
    "lenke": "https://eksempel.no/arshjul",
}


def test_a_new_document_is_the_source(example):
    told = proposal(op("sett", f"{NORD}/skoler", felt="offentlige", til="13"), by=DOCUMENT)
    outcome = send(example, told)
    assert outcome.code == 0, outcome.wrong
    assert [line for line in diff(example, outcome) if line != "+"] == [
        "data/kilder.yml",
        "+arshjul-2026:",
        "+  tittel: Årshjul for prøver",
        "+  kort: Årshjul 2026",
        "+  utgiver: UiE",
        "+  dato: 2026-05",
        "+  lenke: https://eksempel.no/arshjul",
        "data/nettverk/nord-eksempel.yml",
        "-  offentlige: 12",
        "+  offentlige: 13",
        "-  kilde: rapport",
        "+  per: 2026-05",
        "+  kilde: [arshjul-2026, rapport]",
    ]


FORUM = f"{SYKLUS}/hendelser/forum"
PLANNED = {"type": "mote", "malgruppe": ["skoler"], "nar": {"dato": "2024-12-02"}}
BEGINS = {"institusjon": "uie", "nar": "2026-05"}
LONG_ID = "en-" + "lang-" * 14 + "tekst-12-og-det-som-er-mer-enn-meldingen-har-plass-til"
# What the page lets nobody send, and what a hand that wrote the text itself may have sent.
ODD = (
    op("sett", UP1, felt="person", til="ola-prove"),
    op("sett", KARI, felt="epost", til=["a@eksempel.no", "b@eksempel.no"]),
    op("sett", KARI, felt="epost", til={"a": "b"}),
    op("sett", EVENT, felt="avlyst_grunn", til="Ingen kom."),
    op("sett", EVENT, felt="tittel", til="Tell\u200bing"),
    op("sett", EVENT, felt="type", til="fest"),
    op("sett", f"{UP1}/ola-prove", felt="person", til="kari-eksempel"),
    op("ny", UP1, verdi={"person": "kari-eksempel"}),
    op("ny", f"{KARI}/stillinger", verdi={"tekst": "Rektor", "per": "2020"}),
    op("ny", "begreper", verdi="Noe"),
    op("ny", "begreper", verdi={"term": "Noe"}),
    op("ny", "begreper", verdi={"term": "!?", "kort": "Noe.", "id": "noe"}),
    op("bekreft", EVENT),
    op("flytt", KARI, nar={"dato": "2024-09-03"}),
    op("flytt", FORUM, nar={"dato": "2024-11-12"}),
    op("flytt", EVENT, nar="i dag"),
    op("avlys", KARI, grunn="Ingen kom."),
    op("ny", f"{SYKLUS}/hendelser", verdi="Møte"),
    op("ny", f"{SYKLUS}/hendelser", verdi={"tittel": "Møte", "status": "vedtatt"}),
    op("ny", f"{SYKLUS}/hendelser", verdi=PLANNED | {"tittel": "Eksempelseminar"}),
    op("ny", f"{SYKLUS}/hendelser", verdi=PLANNED | {"tittel": "!?", "status": "vedtatt"}),
    op("slutter", EVENT, nar="2026"),
    op("slutter", KARI, nar="2027"),
    op("begynner", KARI, person="ola-prove", nar="2026-05"),
    op("begynner", UP1, person="ola-prove", nar="2026-05"),
    op("begynner", UP1, person="ola", **BEGINS),
    op("begynner", UP1, person={"epost": "nina@eksempel.no"}, **BEGINS),
    op("begynner", UP1, person={"navn": "Nina Ny", "alder": "40"}, **BEGINS),
    op("begynner", UP1, person={"navn": "Nina Ny", "institusjon": "uei"}, **BEGINS),
    op("begynner", UP1, person={"navn": "Нина Ny"}, **BEGINS),
    op("begynner", f"{NORD}/representant", person="mette-mal", nar="2026-05"),
    op("begynner", f"{NORD}/representant", person="ola-prove", nar="2026-12"),
    op("sett", f"{NORD}/skoler", felt="offentlige", til="mange"),
    op("ny", f"{SYKLUS}/hendelser", verdi=PLANNED | {"tittel": "Møte", "avlyst_grunn": "<b>"}),
    op("sett", KARI, felt="skrivemater", fra=["Kari", "K."], til=["Kari E."]),
    op("slutter", f"{UP1}/kari-eksempel", nar="2026-02-31"),
    op("begynner", UP1, person={"navn": "Kari Eksempel"}, **BEGINS),
    op("begynner", UP1, person=["kari-eksempel"], **BEGINS),
    op("begynner", UP1, person={"navn": "nina ny"}, **BEGINS),
    op("begynner", UP1, person={"navn": "NINA NY"}, **BEGINS),
    op("begynner", UP1, person={"navn": "Nina"}, **BEGINS),
    op("begynner", f"{NORD}/friskoler", person="ola-prove", **BEGINS),
    op("sett", KARI, felt="epost", til="kari.eksempel@eksempel.no"),
    op("ny", f"{KARI}/stillinger", verdi="Rektor"),
    op("ny", f"{NORD}/kommuner", verdi="9903"),
    op("avlys", EVENT, grunn="<b>"),
    op("sett", KARI, felt="epost", til=""),
    op("sett", "fylke", felt="larerutdanninger", til=["uie", "uei"]),
    op("sett", EVENT, felt="tittel/0", til="Telling"),
    op("sett", "nettverk/sor-eksempel", felt="plan", fra="https://a.no", til="https://b.no"),
    (op("sett", KARI, felt="epost", til="ny@eksempel.no"), op("bekreft", "kontakter/mette-mal")),
    op("ny", f"{KARI}/stillinger/0", verdi={"tekst": "Rektor"}),
    op("ny", f"{NORD}/merknader", verdi={"tekst": {"en": "<b>"}, "sporsmal": True}),
    op("ny", "begreper", verdi={"kort": "Noe."}),
    op("ny", f"{SYKLUS}/hendelser", verdi=PLANNED | {"status": "vedtatt"}),
    op("slutter", KARI, nar=""),
    op("flytt", "sykluser/2027-2029/hendelser/vedtak", nar={"dato": "2027-10-14"}),
    op("slutter", KARI, nar={"dato": "2026-05"}),
    op("ny", f"{NORD}/skoler", verdi={"offentlige": "1"}),
    op("flytt", FORUM, nar={"dato": "2025-03-30", "kl": "02:30–04:00"}, status="vedtatt"),
    op("flytt", FORUM, nar={"dato": "2024-10-27", "kl": "02:30–04:00"}, status="vedtatt"),
    op("begynner", UP1, person={"navn": "Professor Nina Ny"}, **BEGINS),
    op("begynner", UP1, person={"navn": "Nina Ny og Ola Ny"}, **BEGINS),
    op("begynner", f"{NORD}/representant", person="ola-prove", nar="2026-02-31"),
    op("begynner", UP1, person=LONG_ID, **BEGINS),
    op("begynner", UP1, person={"navn": "Nina Ny", LONG_ID: "x"}, **BEGINS),
    op("begynner", UP1, person={"navn": "Nina Ny", "institusjon": LONG_ID}, **BEGINS),
    op("sett", KARI, felt="institusjon", til=LONG_ID, skrivefeil=True),
    op("sett", f"en\u200b{LONG_ID}", felt="navn", til="x"),
    op("sett", KARI, felt="epost", til=LONG_ID, skrivefeil=True),
    op("bekreft", KARI, **{LONG_ID: "x"}),
    op(LONG_ID, KARI),
)
# Who can have told nothing.
NOBODY = (
    *("", "Kari Eksempel", "meg", "a@b.no", "!?", "2026", "Registeret"),
    *("A" * 35, "UiE <b>", "Ui\u200bE"),
)
# What is done, each alone: where it ends somebody's place, takes a value away or moves a day.
DONE = (
    op("slutter", f"{NORD}/representant", nar="2026-05"),
    op("slutter", f"{NORD}/representant", nar="2026-08"),
    op("begynner", f"{NORD}/representant", person="ola-prove", nar="2026-05"),
    op("begynner", f"{NORD}/representant", person="ola-prove", nar="2026-05-01"),
    op("begynner", f"{NORD}/representant", person="ola-prove", nar="2026"),
    op("begynner", "nettverk/sor-eksempel/representant", person="ola-prove", nar="2026-05"),
    op("slutter", KARI, nar="2026-05"),
    op("slutter", "kontakter/mette-mal", nar="2026-05"),
    op("slutter", "kontakter/mette-mal", nar="2026-08"),
    op("sett", NORD, felt="plan", til=""),
    op("sett", "kontakter/mette-mal", felt="institusjon", til="uie"),
    op("sett", KARI, felt="skrivemater", til=["Kari E.", "K. Eksempel"]),
    op("flytt", FORUM, nar={"dato": "2024-12-02"}, status="vedtatt"),
    op("flytt", EVENT, nar={"fra": "2024-09-09", "til": "2024-09-10"}),
    op("flytt", f"{SYKLUS}/hendelser/vedtak", nar={"dato": "2025-01-15"}, status="forelopig"),
    op("flytt", f"{SYKLUS}/hendelser/vedtak", nar={"dato": "2025-02-03"}),
    op("flytt", f"{SYKLUS}/hendelser/innstilling", nar={"maned": "2024-12"}),
    op("flytt", EVENT, nar={"dato": "2024-09-02"}, sted="Aulaen"),
    op("slutter", "kontakter/mette-mal", nar="2019"),
    op("sett", "nettsted", felt="henvendelser", til="hjelp@eksempel.no"),
    op("sett", f"{NORD}/om/0", felt="tekst", til='Ved "grana": ' + "'den store'."),
    op("sett", "nettverk/sor-eksempel", felt="plan", til=""),
    op("sett", NORD, felt="plan", til="https://www.eksempel.no/nord/plan"),
    op("sett", KARI, felt="navn", til="Kari Eksempl", skrivefeil=True),
    op("sett", f"{NORD}/friskoler/skogens-skole", felt="navn", til="Skogen skole"),
    op("sett", f"{KARI}/stillinger/1", felt="tekst", til="Prøveleder"),
    (
        op("sett", "kontakter/mette-mal", felt="epost", til="mette@eksempel.no"),
        op("sett", "kontakter/mette-mal", felt="telefon", til="22 33 44 55"),
        op("bekreft", "kontakter/mette-mal"),
    ),
    op("slutter", "kontakter/ola-prove", nar="2026-05"),
    op("begynner", "nettverk/videregaende/utviklingspartnere", person="ola-prove", **BEGINS),
    tuple(
        op("begynner", one, person={"navn": "Nina Ny"}, **BEGINS)
        for one in (UP1, "nettverk/sor-eksempel/utviklingspartnere")
    ),
    op("begynner", "nettverk/sor-eksempel/representant", person={"navn": "Nina Ny"}, nar="2026-05"),
    (
        op("begynner", "nettverk/sor-eksempel/representant", person="kari-eksempel", nar="2026-04"),
        op("begynner", "nettverk/sor-eksempel/representant", person="ola-prove", nar="2026-05"),
    ),
    op("flytt", f"{NORD}/hendelser/nord-behov", nar={"dato": "2024-11-17"}),
    op("slutter", f"{NORD}/om/0", nar="2026-05"),
    op("sett", f"{KARI}/stillinger/0", felt="tekst", til="Dosent"),
    op("sett", KARI, felt="skrivemater", til=["Kari E."]),
    op("flytt", f"{SYKLUS}/hendelser/utbetaling", nar={"dato": "2025-03-03"}),
    (
        op("begynner", f"{NORD}/representant", person="ola-prove", nar="2026-05"),
        op("slutter", f"{NORD}/representant", nar="2026-03"),
    ),
    (
        op("ny", f"{KARI}/stillinger", verdi={"tekst": "Rektor"}),
        op("sett", f"{KARI}/stillinger/0", felt="tekst", til="Dosent"),
    ),
    op("flytt", EVENT, nar={"dato": "2024-09-02"}, status="forelopig"),
    op("flytt", EVENT, nar={"dato": "2024-09-03"}, sted="Gymsalen"),
    op("flytt", FORUM, nar={"dato": "2024-11-05", "kl": "10:00–15:00"}, status="vedtatt"),
    op("flytt", f"{SYKLUS}/hendelser/vedtak", nar={"dato": "2025-01-15"}),
    op(
        "ny",
        f"{SYKLUS}/hendelser",
        verdi=PLANNED
        | {"tittel": "Møte", "status": "vedtatt", "id": "a", "kilde": "notat"}
        | {"type": ["mote", "seminar"]},
    ),
)
# Who may have told it: a new document, one that we have, and one who told us before.
COUNTED = op("sett", f"{NORD}/skoler", felt="offentlige", til="13")
TOLD_BY = (
    (COUNTED, DOCUMENT | {"lenke": ""}),
    (COUNTED, "Rapporten"),
    (COUNTED, "Nettsiden"),
    ((COUNTED, op("bekreft", NORD)), "UiE i vinter"),
    (op("bekreft", NORD), "Lærerutdanningen i Eksempelbyen 34"),
)


def listed(one: dict | tuple[dict, ...]) -> tuple[dict, ...]:
    """The operations of one proposal."""
    return one if isinstance(one, tuple) else (one,)


def test_what_is_said_of_each(example, edit, golden):
    texts = [
        *(proposal(*listed(one)) for one in ODD),
        *(proposal(op("bekreft", KARI), by=by) for by in NOBODY),
        b"{\xff}",
    ]
    outcomes = [send(example, text) for text in texts]
    edit("data/kilder.yml", "dato: 2020-03", "dato: 2020-13")
    outcomes.append(send(example, texts[0]))
    golden("svar.txt", "".join(f"{' '.join(one.wrong or one.told)}\n" for one in outcomes))


def test_what_is_done_of_each(example, edit, golden):
    edit("data/kontakter.yml", "gjelder: {fra: 2021, til: 2024}", "gjelder: {fra: 2021}")
    edit("data/kontakter.yml", "gjelder: {fra: 2018, til: 2020}", "gjelder: {fra: 2018}")
    file = "data/nettverk/nord-eksempel.yml"
    seat = "  person: mette-mal\n  per: 2024\n  kilde: rapport\n"
    edit(file, seat, f"{seat}  merknader:\n    - tekst: Hun vikarierte.\n")
    edit(file, "gjelder: {fra: 2018, til: 2020}", "gjelder: {fra: 2018}")
    edit(file, "grana.\n    per: 2024", "grana.\n    gjelder: {til: 2027}")
    told = "tittel: Sagt i vinter\n  kort: UiE i vinter\n  utgiver: UiE\n  dato: 2026-01-15\n"
    read = "tittel: En nettside\n  kort: Nettsiden\n  utgiver: UiE\n  lest: 2026-02-03\n"
    new = f"uie-opplyst-2026-01-15:\n  {told}\nnettside:\n  {read}\nnotat:\n"
    edit("data/kilder.yml", "notat:\n", new)
    made = []
    for one, by in (*((one, "UiE") for one in DONE), *TOLD_BY):
        outcome = send(example, proposal(*listed(one), by=by))
        made += [json.dumps(one, ensure_ascii=False), *outcome.wrong]
        made += [*outcome.records, *outcome.changes, *outcome.told, *outcome.hints]
        made += [line for line in diff(example, outcome) if line not in SOURCE]
    golden("endringer.txt", "\n".join(made) + "\n")


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (DOCUMENT | {"dato": ""}, "Hvem har opplyst det: Den nye kilden mangler «dato»."),
        (
            DOCUMENT | {"a" * 81: "b"},
            f"Hvem har opplyst det: En ny kilde kan ikke ha «{'a' * 80}».",
        ),
        (DOCUMENT | {"id": "a"}, "Hvem har opplyst det: En ny kilde kan ikke ha «id»."),
        (DOCUMENT | {"kort": "A" * 41}, "Kort: Teksten er for lang. Skriv høyst 40 tegn."),
        (
            DOCUMENT | {"kort": "!?"},
            "Hvem har opplyst det: «!?» står blant kildene fra før. Velg den fra listen,"
            " eller gi den nye et annet kortnavn.",
        ),
        (
            DOCUMENT | {"kort": "Rapporten"},
            "Hvem har opplyst det: «Rapporten» står blant kildene fra før. Velg den fra listen,"
            " eller gi den nye et annet kortnavn.",
        ),
    ],
)
def test_a_new_document_must_say_what_it_is(wrong, given, reason):
    assert wrong(op("sett", f"{NORD}/skoler", felt="offentlige", til="13"), by=given) == [reason]


def test_a_text_may_be_as_long_as_it_says(wrong):
    def long(size: int) -> list[str]:
        return wrong(op("sett", f"{NORD}/om/0", felt="tekst", til="a" * size))

    assert long(2_001) != long(2_000) and "Skriv høyst 2000 tegn." in long(2_001)[0]


def test_a_new_term_gets_an_id_and_its_place(after):
    term = {"term": "Prøvemøte", "kort": "Et møte: bare til prøve.", "varianter": ["Møteprøve"]}
    assert after(op("ny", "begreper", verdi=term)) == [
        "data/begreper.yml",
        "+provemote:",
        "+  term: Prøvemøte",
        '+  kort: "Et møte: bare til prøve."',
        "+  per: 2026-06-01",
        "+  kilde: uie-opplyst-2026-06-01",
        "+  varianter: [Møteprøve]",
    ]


def test_a_term_that_we_have_is_not_made_again(example, wrong):
    term = next(iter(examine(example)[0].begreper.values())).term
    assert wrong(op("ny", "begreper", verdi={"term": term, "kort": "Noe annet."})) == [
        f"«{term}» står blant begrepene fra før. Endre det som står der."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "a: b",
        "a, b",
        "- a",
        "@a og %b",
        "a: b: c:",
        "'a' og \"b\"",
        "null",
        "yes",
        "0301",
        "---",
        "a\n- b: c",
        "? a",
        "!a",
        "&a",
        "'a",
        '"a',
        "{a",
        "a # b",
        "*a",
        "|",
        "<<",
        "a\x00b",
    ],
)
def test_a_text_that_means_something_to_yaml_is_said_as_it_is_or_refused(example, text):
    told = send(example, proposal(op("sett", f"{NORD}/om/0", felt="tekst", til=text)))
    assert bool(told.wrong) is not bool(told.files)
    for name, raw in (told.files or {}).items():
        if name == f"data/{NORD}.yml":
            value = read_document(name, raw).value
            assert value["om"][0]["tekst"] == " ".join(text.split())
