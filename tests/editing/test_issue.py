"""Reading the text of an issue: as GitHub writes it, and as somebody with time on their hands
writes it.
"""

import pytest
from filled_in import filled_in, tick
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.editing.forms import CONTACT, FORMS, OTHER, PARTNER
from macros.editing.issue import MOST_BYTES, NotUnderstood, read_issue

BODY = filled_in(CONTACT, kontakt="Kari Eksempel", epost="kari@eksempel.no", opplyst_av="UiE")


def refused(text: str | bytes) -> str:
    with pytest.raises(NotUnderstood) as error:
        read_issue(text.encode() if isinstance(text, str) else text)
    return str(error.value)


@pytest.mark.parametrize("form", [form for form in FORMS if form.handled], ids=lambda form: form.id)
def test_the_labels_of_a_form_are_what_is_read(form):
    answers = read_issue(
        filled_in(form, **{field.id: f"svar {field.id}" for field in form.fields}).encode()
    )
    assert answers.form is form
    assert {field.id: answers.text(field.id) for field in form.fields} == {
        field.id: f"svar {field.id}" for field in form.fields
    }


def test_open_answers_are_nothing():
    answers = read_issue(filled_in(PARTNER, nettverk="Fosen", slutter="None", epost="  ").encode())
    assert answers.given == {"nettverk": ("Fosen",)}


@pytest.mark.parametrize(
    "text",
    [
        BODY.replace("\n", "\r\n"),
        "\ufeff" + BODY,
        BODY + "\n\n\n",
        BODY.replace("### ", "###  "),
        BODY.replace("Kari E", "Kari\xa0E"),
    ],
)
def test_line_ends_marks_and_hard_spaces_do_not_matter(text):
    assert read_issue(text.encode()).given == {
        "kontakt": ("Kari Eksempel",),
        "epost": ("kari@eksempel.no",),
        "opplyst_av": ("UiE",),
    }


def test_letters_in_two_parts_become_one():
    assert (
        read_issue(filled_in(CONTACT, kontakt="Kåre Bø".replace("å", "a\u030a")).encode()).text(
            "kontakt"
        )
        == "Kåre Bø"
    )


def test_ticks_and_choices():
    boxes = f"{tick('Fosen')}\n- [ ] Gauldal\n- [x] Innherred"
    answers = read_issue(
        filled_in(
            PARTNER, nettverk="Fosen", slutter="Kari Eksempel, Ola Prøve", sett_over=boxes
        ).encode()
    )
    assert answers.choices("sett_over") == ("Fosen", "Innherred")
    assert answers.choices("slutter") == ("Kari Eksempel", "Ola Prøve")
    assert answers.choices("ny_person") == ()


def test_a_heading_too_many():
    assert (
        refused(BODY.replace("UiE", "UiE\n\n### Ny e-postadresse\n\nandre@eksempel.no"))
        == "Overskriften «Ny e-postadresse» står to ganger."
    )


def test_a_heading_in_a_fence_or_a_comment_is_still_a_heading_too_many():
    for wrapped in (
        "```\n### Nytt navn\n\nX Y\n```",
        "<!--\n### Nytt navn\n\nX Y\n-->",
        "> sitat\n### Nytt navn\n\nX Y",
    ):
        assert (
            refused(BODY.replace("UiE", f"UiE\n{wrapped}"))
            == "Overskriften «Nytt navn» står to ganger."
        )


def test_a_fence_does_not_swallow_the_answers_behind_it():
    answers = read_issue(filled_in(CONTACT, kontakt="```", epost="kari@eksempel.no").encode())
    assert answers.text("kontakt") == "```" and answers.text("epost") == "kari@eksempel.no"


def test_unknown_missing_and_foreign_headings():
    assert (
        refused(BODY + "\n\n### Passord\n\nhei")
        == "Overskriften «Passord» er ikke i skjemaet «Endre en kontakt»."
    )
    assert (
        refused(BODY.replace("### Ny stilling\n\n_No response_\n\n", ""))
        == "Overskriften «Ny stilling» mangler."
    )
    assert refused("Hei!\n\n" + BODY) == "Det står tekst foran den første overskriften."
    assert refused("Hei, e-posten er feil") == "Det står tekst foran den første overskriften."
    assert refused("") == "Teksten er ikke et av skjemaene som leses av maskinen."
    assert (
        refused(filled_in(OTHER, side="/", feil="alt"))
        == "Teksten er ikke et av skjemaene som leses av maskinen."
    )


def test_a_long_foreign_heading_is_cut():
    assert len(refused(BODY + "\n\n### " + "x" * 5000)) < 140


def test_what_is_no_text():
    assert refused(b"\xff\xfe") == "Teksten er ikke UTF-8."
    assert refused("x" * (4 * MOST_BYTES + 1)) == "Teksten er for lang."


@settings(max_examples=200)
@given(st.text(max_size=300))
def test_any_text_is_read_or_refused_with_a_sentence(text):
    try:
        read_issue(f"### Hvem gjelder det?\n\n{text}".encode("utf-8", "surrogatepass"))
    except NotUnderstood as error:
        assert str(error).endswith(".")
