"""What comes back to the issue: friendly, exact, and harmless whatever was sent."""

import re

import pytest
from filled_in import filled_in, send, tick
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown as html

from macros.editing.answer import answer_markdown, answer_text
from macros.editing.apply import Outcome
from macros.editing.forms import CONTACT, OTHER
from macros.editing.markdown import quote

SEEN = tick("Navnet, e-postadressen og telefonnummeret er riktige nå, med endringene over")


def test_a_change(example):
    outcome = send(
        example, filled_in(CONTACT, kontakt="Mette Mal", sett_over=SEEN, opplyst_av="UiE")
    )
    assert (
        answer_markdown(outcome)
        == "Takk! Dette blir endret når noen har sett over det:\n\n- Mette Mal: bekreftet 1. juni"
        " 2026 av UiE\n"
    )


def test_a_change_with_something_to_look_at(example):
    outcome = send(
        example,
        filled_in(
            CONTACT,
            kontakt="Kari Eksempel",
            telefon="22 33 44 55",
            sett_over=SEEN,
            opplyst_av="UiE",
        ),
    )
    assert (
        answer_text(outcome)
        == """\
Takk! Dette blir endret når noen har sett over det:

- Kari Eksempel: telefonnummer 22 22 22 22 → 22 33 44 55
- Kari Eksempel: per 2024 → 1. juni 2026
- Kari Eksempel: kilde Rapporten → UiE 2026
- Kari Eksempel: bekreftet 1. juni 2026 av UiE
- Ny kilde: UiE 2026

Se også på dette:

- Se om dette fortsatt er riktig om Kari Eksempel: Kari finnes ikke."""
    )


def test_a_mistake(example):
    outcome = send(
        example,
        filled_in(
            CONTACT,
            kontakt="Mette Mal",
            epost="<script>alert(1)</script>",
            sett_over=SEEN,
            opplyst_av="UiE",
        ),
    )
    assert (
        answer_markdown(outcome)
        == """\
Dette kunne ikke tas inn, og ingenting er endret:

- Ny e-postadresse: «&lt;script&gt;alert(1)&lt;/script&gt;» er ikke en e-postadresse. Skriv den som fornavn.etternavn@eksempel.no.

Rett skjemaet: trykk på de tre prikkene øverst til høyre i saken, og velg «Edit». Da prøver vi på nytt.
"""
    )


def test_another_form(example):
    outcome = send(example, filled_in(OTHER, side="/", feil="Alt"))
    assert (
        answer_markdown(outcome)
        == "Saken er ikke tatt inn automatisk. Et menneske leser den.\n\nTeksten er ikke et av"
        " skjemaene som leses av maskinen.\n"
    )


def test_nothing_new():
    assert (
        answer_markdown(Outcome(0, "Endre en kontakt"))
        == "Takk! Det som står i skjemaet, står alt på siden. Ingenting er endret.\n"
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Kari Eksempel", "Kari Eksempel"),
        ("ola@eksempel.no", "ola@eksempel.no"),
        ("@alle se her", "@<!-- -->alle se her"),
        ("(@alle)", "(@<!-- -->alle)"),
        ("#12 og org/prosjekt#3", "\\#<!-- -->12 og org/prosjekt#<!-- -->3"),
        ("https://vond.no", "https://<!-- -->vond.no"),
        ("www.vond.no", "www.<!-- -->vond.no"),
        ("[her](javascript:x)", "\\[her\\](javascript:x)"),
        ("![x](y)", "!\\[x\\](y)"),
        ("<img src=x>", "&lt;img src=x&gt;"),
        ("`kode` **fet** _kursiv_", "\\`kode\\` \\*\\*fet\\*\\* \\_kursiv\\_"),
        ("- punkt", "\\- punkt"),
        ("1. februar", "1\\. februar"),
        ("a | b", "a \\| b"),
        ("&lt;b&gt;", "&amp;lt;b&amp;gt;"),
        ("to\nlinjer\u202e", "to linjer"),
    ],
)
def test_a_quoted_text_is_only_text(text, shown):
    assert quote(text) == shown


@given(
    st.text(st.sampled_from("`*_{}[]()#+-.!|<>&~@:/\\ =$^'\"ab12"), max_size=60)
    | st.text(max_size=40)
)
def test_no_text_becomes_markup(text):
    made = html(f"- {quote(text)}", extensions=["tables"])
    tags = set(re.findall(r"</?([a-zA-Z]\w*)", made.replace("<!-- -->", "")))
    assert tags <= {"ul", "li", "p"}, made
