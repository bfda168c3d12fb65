"""The text of a proposal: what is read, what is refused with words, and that nothing else happens
whatever somebody sends.
"""

import json
import shutil
from pathlib import Path

import pytest
from conftest import EXAMPLE
from hypothesis import given, settings
from hypothesis import strategies as st
from sent import op, proposal, send

from macros.editing.answer import answer_text
from macros.editing.proposal import OPERATION_KINDS, ForPeople, NotUnderstood, read_proposal

KARI = "kontakter/kari-eksempel"
ONE = op("bekreft", KARI)


def test_what_stands_around_the_operations_is_passed_over():
    text = "Hei!\n\n- Kari: ny adresse\n\n" + proposal(ONE).partition("\n\n")[2] + "\nHilsen meg"
    read = read_proposal(text.replace("\n", "\r\n").encode())
    assert read.told_by == "UiE" and [one.kind for one in read.operations] == ["bekreft"]
    assert read_proposal(proposal(op("sett", KARI, felt="x", til=[[[["y"]]]])).encode())


UNREADABLE = "Teksten er endret slik at den ikke kan leses."
NONE = "Endringene mangler. Lag dem på nytt på siden «Meld endring»."
TOLD = "«opplyst_av» skal være én tekst, eller en ny kilde."


@pytest.mark.parametrize(
    "text", ["x" * 262_144, "", "### Hva er feil?\n\nAlt", "Dette er {ikke} noe.", "<b>"]
)
def test_what_has_no_operations_is_for_a_person(text):
    with pytest.raises(ForPeople):
        read_proposal(text.encode())


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            '{"opplyst_av": "UiE",\n "endringer": [',
            "Teksten er ikke hel. Lim inn hele teksten fra siden «Meld endring» på nytt.",
        ),
        (
            '{"endringer": [\n}',
            f"{UNREADABLE} Se på linje 2. Lim inn hele teksten fra siden «Meld endring» på nytt.",
        ),
        ('{"endringer": [], "endringer": []}', "«endringer» står to ganger."),
        (f'{{"{"a" * 81}": 1}}', f"«{'a' * 80}» er ikke et felt."),
        (f'{{"{"a" * 81}": 1, "{"a" * 81}": 1}}', f"«{'a' * 80}» står to ganger."),
        ('{"endringar": []}', "«endringar» er ikke et felt. Mente du «endringer»?"),
        ('{"endringer": []}', NONE),
        ('{"endringer": [1]}', "En av endringene er ikke slik den skal. Lag dem på nytt."),
        (
            '{"endringer": [{"gjor": "slett", "oppforing": "x"}]}',
            "«slett» er ikke noe som kan gjøres. Skriv «sett», «slutter», «begynner», «ny»,"
            " «flytt», «avlys» og «bekreft».",
        ),
        (
            '{"endringer": [{"gjor": "bekreft"}]}',
            "«bekreft» sier ikke hvilken oppføring det gjelder.",
        ),
        (
            '{"endringer": [{"gjor": "bekreft", "oppforing": "x", "til": "y"}]}',
            "«bekreft» kan ikke ha «til».",
        ),
        ('{"endringer": [{"gjor": "avlys", "oppforing": "x"}]}', "«avlys» mangler «grunn»."),
        (
            '{"endringer": [{"gjor": "avlys", "oppforing": "x", "grunn": ["y"]}]}',
            "«grunn» i «avlys» er ikke slik det skal.",
        ),
        *(
            (text, f"{UNREADABLE}{line} Lim inn hele teksten fra siden «Meld endring» på nytt.")
            for text, line in (
                ("{" * 5000 + "}", " Se på linje 1."),
                ('{"endringer": ' + "[" * 99_999 + "}", ""),
                ('{"endringer": NaN}', ""),
            )
        ),
        (
            proposal(op("sett", KARI, felt="x", til=[[[[["y"]]]]])),
            "«til» i «sett» er ikke slik det skal.",
        ),
        ('{"endringer": {"a": "b"}}', NONE),
        (f'{{"opplyst_av": ["UiE"], "endringer": [{json.dumps(ONE)}]}}', TOLD),
        (f'{{"opplyst_av": {{"a": ["b"]}}, "endringer": [{json.dumps(ONE)}]}}', TOLD),
        ("x" * 262_145, "Teksten er for lang."),
        (
            f'{{"endringer": [{", ".join([json.dumps(ONE)] * 61)}]}}',
            "Det er for mange endringer. Send høyst 60 om gangen.",
        ),
    ],
)
def test_what_can_not_be_read_is_refused_with_the_reason(text, reason):
    with pytest.raises(NotUnderstood) as error:
        read_proposal(text.encode())
    assert str(error.value) == reason


NASTY = (
    "",
    "Kari Eksempel",
    "kari-eksempel",
    KARI,
    "nettverk/nord-eksempel",
    "nettverk/nord-eksempel/representant",
    "nettverk/nord-eksempel/utviklingspartnere",
    "nettverk/nord-eksempel/utviklingspartnere/0",
    "nettverk/nord-eksempel/hendelser",
    "sykluser/2024-2025/hendelser/telling",
    "sykluser/2027-2028/hendelser/vedtak",
    "sykluser/../../etc/passwd",
    "../../etc/passwd",
    "kontakter/kari-eksempel/_places",
    "kontakter/kari-eksempel/model_config",
    "nettsted",
    "kart",
    "skoleregister/skoler",
    "navn",
    "epost",
    "id",
    "__class__",
    "2026",
    "2026-02-31",
    "{{ 7*7 }}",
    "{% raw %}",
    "<script>alert(1)</script>",
    "https://<script>@x",
    "```yaml",
    "---",
    "!!python/object/apply:os.system ['ls']",
    "&anker",
    "*anker",
    "a: b: c",
    "a #b",
    "'",
    '"',
    "\\",
    "$(id)",
    "`id`",
    "@alle",
    "#1",
    "\u202eabc",
    "\u200b",
    "\x00",
    "\n- a: b",
    "x" * 3000,
)
TEXTS = st.sampled_from(NASTY) | st.text(max_size=30)
VALUES = st.recursive(
    TEXTS | st.none() | st.booleans() | st.integers() | st.just([]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=5,
)
NAMES = sorted({name for parts in OPERATION_KINDS.values() for part in parts for name in part})
OPERATIONS = st.builds(
    lambda kind, address, given: op(kind, address, **given),
    st.sampled_from(list(OPERATION_KINDS)),
    TEXTS,
    st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=4),
)
FITTING = st.builds(
    lambda kind, address, values: op(
        kind, address, **dict(zip(OPERATION_KINDS[kind][0], values, strict=False))
    ),
    st.sampled_from(list(OPERATION_KINDS)),
    st.sampled_from(NASTY[3:20]),
    st.lists(VALUES, min_size=2, max_size=2),
)


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(EXAMPLE, tmp_path_factory.mktemp("uvedkommende") / "eksempel"))


@settings(max_examples=250)
@given(st.lists(OPERATIONS | FITTING, min_size=1, max_size=3), TEXTS)
def test_whatever_is_sent_is_taken_in_and_good_or_refused_with_words(untouched, operations, by):
    outcome = send(untouched, proposal(*operations, by=by))
    assert outcome.code in (0, 1)
    assert outcome.wrong if outcome.code else outcome.files is not None
    assert all("data/" in name and ".." not in name for name in outcome.files or {})
    said = answer_text(outcome, markdown=True)
    assert "<script" not in said and "\u202e" not in said


@settings(max_examples=100)
@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_whatever_the_text_is_somebody_gets_an_answer(untouched, raw):
    assert send(untouched, raw).code in (1, 2)
