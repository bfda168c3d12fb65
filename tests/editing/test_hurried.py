"""Forms as people fill them in: what one can only mean one thing by is understood, and the rest is
answered in exact words.
"""

import pytest
from conftest import EXAMPLE
from filled_in import diff, filled_in, send, tick

from macros.editing.forms import CANCELLED, CONTACT, DATE, MOVED, NEW, PARTNER

ALL_RIGHT = tick("Navnet, e-postadressen og telefonnummeret er riktige nå, med endringene over")
FINE_MAIL = (
    "mailto:kari.ny@eksempel.no",
    "Kari Ny <kari.ny@eksempel.no>",
    "[kari.ny@eksempel.no](mailto:kari.ny@eksempel.no)",
    "kari.ny (at) eksempel.no",
    " kari.ny@eksempel.no. ",
)
FINE_PHONE = ("Tlf.: 33334444", "telefon 33 33 44 44", "+47 33 33 44 44", "0047 33334444")


def contact(**answers: str):
    return send(
        EXAMPLE,
        filled_in(
            CONTACT,
            **{"kontakt": "Kari Eksempel", "opplyst_av": "UiE", "sett_over": ALL_RIGHT} | answers,
        ),
    )


def partner(**answers: str):
    return send(
        EXAMPLE,
        filled_in(
            PARTNER,
            **{
                "nettverk": "Nord-Eksempel",
                "navn": "Nils Nydelig",
                "institusjon": "UiE",
                "fra": "august 2026",
                "opplyst_av": "UiE",
            }
            | answers,
        ),
    )


def moved(**answers: str):
    return send(
        EXAMPLE,
        filled_in(
            DATE,
            **{
                "hva": MOVED,
                "hvor": "Årshjulet 2024-2025",
                "hendelse": "behov",
                "status": "Vedtatt",
                "opplyst_av": "UiE",
            }
            | answers,
        ),
    )


@pytest.mark.parametrize("address", FINE_MAIL)
def test_an_address_however_it_was_pasted(address):
    assert "+  epost: kari.ny@eksempel.no" in diff(EXAMPLE, contact(epost=address))


@pytest.mark.parametrize("number", FINE_PHONE)
def test_a_number_however_it_is_written(number):
    assert "+  telefon: 33 33 44 44" in [
        line.replace('"', "") for line in diff(EXAMPLE, contact(telefon=number))
    ]


@pytest.mark.parametrize("nothing", ["-", "–", "_No response_"])
def test_a_dash_is_no_answer(nothing):
    assert not [
        line
        for line in diff(EXAMPLE, contact(telefon=nothing, epost=nothing))
        if "telefon" in line or "epost" in line
    ]


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        (
            {"kontakt": "Kari Eksempel og Ola Prøve"},
            (
                "Hvem gjelder det? «Kari Eksempel og Ola Prøve» er flere personer. Send ett skjema"
                " for hver av dem."
            ),
        ),
        (
            {"kontakt": "kari-eksempel, ola-prove"},
            (
                "Hvem gjelder det? «kari-eksempel, ola-prove» er flere personer. Send ett skjema"
                " for hver av dem."
            ),
        ),
        (
            {"telefon": "kari.ny@eksempel.no"},
            (
                "Nytt telefonnummer: «kari.ny@eksempel.no» er en e-postadresse. Skriv den på sitt"
                " eget spørsmål."
            ),
        ),
        (
            {"epost": "33 33 44 44"},
            "Ny e-postadresse: «33 33 44 44» er et telefonnummer. Skriv det på sitt eget spørsmål.",
        ),
        (
            {"navn": "Kari Nydelig / Eksempel"},
            (
                "Nytt navn: «Kari Nydelig / Eksempel» ser ut som flere personer. Send ett skjema"
                " for hver av dem."
            ),
        ),
    ],
)
def test_a_contact_that_can_not_be_taken_in(answers, words):
    outcome = contact(**answers)
    assert (outcome.code, outcome.wrong) == (1, (words,))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (
            "Nils Nydelig og Kari Kul",
            (
                "«Nils Nydelig og Kari Kul» ser ut som flere personer. Send ett skjema for hver av"
                " dem."
            ),
        ),
        (
            "Nils Nydelig, Kari Kul",
            "«Nils Nydelig, Kari Kul» ser ut som flere personer. Send ett skjema for hver av dem.",
        ),
        (
            "Førsteamanuensis Nils Nydelig",
            "«Førsteamanuensis» er en tittel. Skriv bare fornavn og etternavn.",
        ),
        (
            "N\u0456ls Nydelig",
            "«N\u0456ls Nydelig» har en bokstav som ikke er latinsk (\u0456). Skriv navnet på nytt.",
        ),
        ("Nils", "«Nils» er ikke et fullt navn. Skriv fornavn og etternavn."),
        (
            "Nils Nydelig (UiE)",
            "«Nils Nydelig (UiE)» er mer enn et navn. Skriv bare fornavn og etternavn.",
        ),
        (
            "Nils 😀 Nydelig",
            "«Nils 😀 Nydelig» er mer enn et navn. Skriv bare fornavn og etternavn.",
        ),
        (
            "nils nydelig",
            (
                "«nils nydelig» er skrevet med bare små bokstaver. Skriv navnet slik det skal stå"
                " på siden."
            ),
        ),
        (
            "NILS NYDELIG",
            (
                "«NILS NYDELIG» er skrevet med bare store bokstaver. Skriv navnet slik det skal stå"
                " på siden."
            ),
        ),
    ],
)
def test_a_name_that_is_not_one_persons(name, words):
    assert partner(navn=name).wrong == (f"Hvem begynner? {words}",)


@pytest.mark.parametrize("who", ["meg", "Meg selv", "jeg"])
def test_nobody_is_a_source_to_himself(who):
    assert contact(opplyst_av=who).wrong == (
        (
            f"Hvem har opplyst det? «{who}» er ikke navnet på en rolle eller en enhet. Skriv for"
            " eksempel «NTNU ILU»."
        ),
    )


def test_an_end_belongs_to_somebody():
    assert partner(sluttet="juli 2026").wrong == (
        "Hvem slutter? Du har skrevet når den forrige slutter. Velg også hvem det er.",
    )


def test_an_answer_that_is_not_used_is_told():
    outcome = moved(
        dato="21. november 2024", type="Seminar", malgruppe="Samarbeidsforum", grunn="Sykdom"
    )
    assert outcome.told == tuple(
        f"Svaret på «{label}» er ikke brukt, for det hører ikke til valget «{MOVED}»."
        for label in ("Hva slags hendelse?", "Hvem er den for?", "Hvorfor er den avlyst?")
    )
    outcome = moved(hva=CANCELLED, grunn="Sykdom", type="Seminar")
    assert outcome.told == (
        (
            "Svaret på «Hva slags hendelse?» er ikke brukt, for det hører ikke til valget «Noe er"
            " avlyst»."
        ),
    )


@pytest.mark.parametrize("title", ["🎉", "!!!"])
def test_a_title_has_letters(title):
    outcome = moved(
        hva=NEW, hendelse=title, dato="21. november 2024", type="Møte", malgruppe="Samarbeidsforum"
    )
    assert outcome.wrong == (f"Hvilken hendelse? «{title}» er ikke en tittel. Skriv den med ord.",)


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Áile Njálla Sárá", "aile-njalla-sara"),
        ("Łukasz Żółć", "lukasz-zolc"),
        ("Đorđe Ðæ", "dorde-dae"),
        ("Máret Ŋuorra-Ŧora", "maret-nuorra-tora"),
        ("Zoë Weiß", "zoe-weiss"),
        ("José Muñoz", "jose-munoz"),
        ("Þóra Ödegård", "thora-odegard"),
    ],
)
def test_an_id_has_all_the_letters_of_a_name(name, id):
    assert f"+{id}:" in diff(EXAMPLE, partner(navn=name))


@pytest.mark.parametrize(
    "name", ["Nils-Ole Nydelig", "Máret Ánne Ŋuorra", "Ragnhild d'Arc", "Rektorsson Nydelig"]
)
def test_a_name_that_is(name):
    assert partner(navn=name).code == 0


@pytest.mark.parametrize(
    ("start", "stands"),
    [
        ("1. september 2026", "2026-09-01"),
        ("01.09.26", "2026-09-01"),
        ("fra august 2026", "2026-08"),
        ("f.o.m. 1.9.2026", "2026-09-01"),
        ("tirsdag 1. september 2026", "2026-09-01"),
        ("Fra og med august 2026", "2026-08"),
    ],
)
def test_a_time_however_it_is_said(start, stands):
    assert f"+    gjelder: {{fra: {stands}}}" in diff(EXAMPLE, partner(fra=start))


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("21. november", "«21. november» mangler året. Skriv det også, som 3. februar 2027."),
        (
            "31. november 2024",
            "«31. november 2024» finnes ikke i kalenderen. Se på måneden og dagen.",
        ),
        (
            "21.–22. november 2024",
            (
                "«21.–22. november 2024» er flere dager eller måneder. Skriv den første her, og den"
                " siste på spørsmålet om siste dag."
            ),
        ),
        *(
            (
                f"januar{dash}februar 2025",
                (
                    f"«januar{dash}februar 2025» er flere dager eller måneder. Skriv den første"
                    " her, og den siste på spørsmålet om siste dag."
                ),
            )
            for dash in "-‑—"
        ),
        (
            "30. september–2. oktober 2024",
            (
                "«30. september–2. oktober 2024» er flere dager eller måneder. Skriv den første"
                " her, og den siste på spørsmålet om siste dag."
            ),
        ),
        (
            "onsdag 21. november 2024",
            "21. november 2024 er en torsdag, ikke en onsdag. Se på dagen.",
        ),
        (
            "til høsten",
            (
                "«til høsten» er ikke en tid vi forstår. Skriv for eksempel 3. februar 2027,"
                " februar 2027 eller 2027."
            ),
        ),
    ],
)
def test_a_day_that_is_none(day, words):
    assert moved(dato=day).wrong == (f"Dato: {words}",)


@pytest.mark.parametrize("start", ["august-september 2026", "1.–2. august 2026"])
def test_a_form_without_a_last_day_asks_for_one_time(start):
    assert partner(fra=start).wrong == (
        f"Fra når? «{start}» er flere dager eller måneder. Skriv bare én.",
    )


@pytest.mark.parametrize(
    "hours",
    [
        "10:00–15:00",
        "kl. 10-15",
        "10.00 til 15.00",
        "10:00‑15:00",
        "10−15",
        "Kl 10–15",
        "10 - 15:00",
    ],
)
def test_hours_however_they_are_written(hours):
    assert "10:00–15:00" in " ".join(diff(EXAMPLE, moved(dato="21. november 2024", kl=hours)))


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        ("kl. 10", "«kl. 10» er ikke et tidsrom. Skriv start og slutt, som 10:00–15:00."),
        ("hele dagen", "«hele dagen» er ikke et tidsrom. Skriv start og slutt, som 10:00–15:00."),
        ("15-10", '«15:00–10:00» slutter før det begynner. Skriv start først, som "10:00–15:00".'),
    ],
)
def test_hours_that_are_none(hours, words):
    assert moved(dato="21. november 2024", kl=hours).wrong == (f"Klokkeslett: {words}",)
