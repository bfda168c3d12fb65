"""Whatever somebody writes in a form: it is taken in and good, or refused with words, and nothing
else happens.
"""

import shutil
from pathlib import Path

import pytest
from conftest import EXAMPLE
from filled_in import filled_in, send, tick
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.editing.answer import answer_markdown
from macros.editing.forms import CANCELLED, CONTACT, DATE, FORMS, MOVED, NEW, PARTNER, REVIEW

NASTY = (
    "",
    "_No response_",
    "None",
    "Kari Eksempel",
    "kari-eksempel",
    "Ola Prøve",
    "Nina Ny",
    "Nord-Eksempel",
    "UiE",
    "2026",
    "august 2026",
    "31. februar 2026",
    "2026-02-03",
    "10:00–15:00",
    "9-10",
    "Vedtatt",
    "Møte",
    "Samarbeidsforum",
    "telling",
    "seminar",
    "Nettverket Nord-Eksempel",
    "Årshjulet 2024-2025",
    MOVED,
    NEW,
    CANCELLED,
    "ingen",
    "{{ 7*7 }}",
    "{% raw %}",
    "<script>alert(1)</script>",
    "<!--",
    "-->",
    "```yaml",
    "---",
    "...",
    "- [x] alt",
    "### Nytt navn",
    "# Overskrift",
    "> sitat",
    "| a | b |",
    "!!python/object/apply:os.system ['ls']",
    "&anker",
    "*anker",
    "<<: *x",
    "a: b: c",
    "a #b",
    "'",
    '"',
    "\\",
    "\\n",
    "%0a",
    "$(id)",
    "`id`",
    "; rm -rf /",
    "../../etc/passwd",
    "data/kilder.yml",
    "C:\\x",
    "https://vond.no",
    "@alle",
    "#1",
    "\u202eabc",
    "\u200b",
    "\x00",
    "\x07",
    "\t",
    "e\u0301",
    "ﬁ",
    "Ⅷ",
    "١٢٣",
    "x" * 400,
    "Å" * 121,
    "💥",
    "null",
    "true",
    "~",
    "0301",
)
texts = (
    st.sampled_from(NASTY)
    | st.lists(st.sampled_from(NASTY), min_size=2, max_size=3).map(" ".join)
    | st.lists(st.sampled_from(NASTY), min_size=2, max_size=3).map("\n".join)
    | st.text(max_size=40)
)
FRIENDLY = {
    CONTACT.id: {"kontakt": "Kari Eksempel", "opplyst_av": "UiE", "sett_over": tick("x")},
    PARTNER.id: {
        "nettverk": "Nord-Eksempel",
        "navn": "Nina Ny",
        "institusjon": "UiE",
        "fra": "august 2026",
        "opplyst_av": "UiE",
    },
    DATE.id: {
        "hva": NEW,
        "hvor": "Årshjulet 2024-2025",
        "hendelse": "Ekstra",
        "dato": "november 2024",
        "status": "Vedtatt",
        "type": "Møte",
        "malgruppe": "Samarbeidsforum",
        "opplyst_av": "UiE",
    },
    REVIEW.id: {
        "nettverk": tick("Nord-Eksempel (nå: x)"),
        "opplysninger": (
            "Nord-Eksempel – representant: Mette Mal\nNord-Eksempel – UP1: Kari Eksempel (UiE)"
        ),
        "opplyst_av": "UiE",
    },
}


@pytest.fixture(scope="module")
def untouched(tmp_path_factory) -> Path:
    """A copy of the example that nothing may change."""
    return Path(shutil.copytree(EXAMPLE / "data", tmp_path_factory.mktemp("urort") / "data")).parent


@settings(max_examples=150)
@given(st.data())
def test_one_nasty_answer_among_friendly_ones(untouched, data):
    form = data.draw(st.sampled_from([form for form in FORMS if form.handled]))
    fields = data.draw(
        st.lists(
            st.sampled_from(form.fields), min_size=1, max_size=2, unique_by=lambda field: field.id
        )
    )
    answers = FRIENDLY[form.id] | {field.id: data.draw(texts) for field in fields}
    before = {file: file.read_bytes() for file in untouched.rglob("*.yml")}
    outcome = send(untouched, filled_in(form, **answers).encode("utf-8", "replace"))
    assert {file: file.read_bytes() for file in untouched.rglob("*.yml")} == before
    assert answer_markdown(outcome).strip()
    assert bool(outcome.files) <= (outcome.code == 0)
    for name, content in (outcome.files or {}).items():
        assert (untouched / name).is_file() and name.startswith("data/")
        assert not any(
            sign in added(content, (untouched / name).read_bytes())
            for sign in ("{{", "{%", "<script", "!!", "`", "\u202e", "\x00")
        )


def added(new: bytes, old: bytes) -> str:
    """The lines that are only in the new one."""
    known = set(old.decode().splitlines())
    return "\n".join(line for line in new.decode().splitlines() if line not in known)
