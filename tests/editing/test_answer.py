"""What comes back to the issue: friendly, exact, and harmless whatever was sent."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown as html
from sent import op, proposal, send

from macros.editing.answer import answer_text
from macros.editing.apply import Outcome
from macros.editing.markdown import quote

KARI, METTE = "kontakter/kari-eksempel", "kontakter/mette-mal"


def test_a_change(example):
    outcome = send(example, proposal(op("bekreft", METTE)))
    assert answer_text(outcome, markdown=True) == (
        "Takk! Dette blir endret når noen har sett over det:\n\n- Mette Mal: bekreftet 1. juni 2026"
        " av UiE"
    )


def test_a_change_with_something_to_look_at(example):
    outcome = send(
        example,
        proposal(op("sett", KARI, felt="telefon", til="22 33 44 55"), op("bekreft", KARI)),
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
    text = "<script>alert(1)</script>"
    outcome = send(example, proposal(op("sett", METTE, felt="epost", til=text)))
    assert (
        answer_text(outcome, markdown=True)
        == """\
Dette kunne ikke tas inn, og ingenting er endret:

- Mette Mal, e-postadresse: «&lt;script&gt;alert(1)&lt;/script&gt;» er ikke en e-postadresse. \
Skriv den som fornavn.etternavn@eksempel.no.

Gå tilbake til siden «Meld endring», rett det som er galt, og lim inn den nye teksten: trykk på de \
tre prikkene øverst til høyre i saken, og velg «Edit». Da prøver vi på nytt. Får du det ikke til, \
skriver du en kommentar her, så hjelper noen deg."""
    )


def test_something_else(example):
    outcome = send(example, "### Hvilken side gjelder det?\n\n/\n\n### Hva er feil?\n\nAlt")
    assert answer_text(outcome, markdown=True) == (
        "Takk for at du sier fra! Et menneske leser dette, ser på det og svarer deg her. Du trenger"
        " ikke gjøre noe mer."
    )


def test_nothing_new():
    assert answer_text(Outcome(0), markdown=True) == (
        "Takk! Det du har meldt, står alt på siden. Ingenting er endret."
    )
    assert answer_text(Outcome(0, told=("En.",), hints=("To.",))).endswith(":\n\n- En.\n- To.")
    assert answer_text(Outcome(0, hints=("To.",))).endswith(":\n\n- To.")


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
