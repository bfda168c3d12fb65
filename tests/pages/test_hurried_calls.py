"""Calls of macros with a brace or a quote too few: at the line where they stand, with the call to
write.
"""

import pytest
from conftest import ROOT

from macros.model.data import Data
from macros.pages.calls import judge_calls, place_of

KLAMMER = "en makro skal ha to klammer på hver side. Skriv {{ neste_datoer(3) }}"
FORM = (
    'her er {{ eller {% eller {# uten en makro som kan leses. Skriv den som {{ navn("verdi") }}, og'
    " { #navn } med mellomrom"
)

PLAIN = 'Skriv den som {{ navn("verdi") }}'


def judged(call: str) -> list[tuple[str, str]]:
    text = (
        f"# X\n\nSe {call} her.\n\nOg {{{{ neste_datoer() }}}} der, {chr(34)}så{chr(34)}.\n\n{{{{"
        " finn_liste() }}\n"
    )
    return [
        (f"{problem.place.line}:{problem.place.column}", problem.message)
        for problem in judge_calls("docs/x.md", text, Data())
    ]


@pytest.mark.parametrize(
    "call",
    [
        "{ neste_datoer(3) }",
        "{{ neste_datoer(3) }",
        "{ neste_datoer(3) }}",
        "{ { neste_datoer(3) } }",
        "{neste_datoer(3)}",
    ],
)
def test_a_brace_too_few(call):
    assert judged(call) == [("3:4", KLAMMER)]


@pytest.mark.parametrize(
    "call",
    [
        '{{ begrep("up1) }}',
        '{{ begrep("up1”) }}',
        "{{ begrep('up1) }}",
        "{{ begrep(up1 }}",
        '{{ begrep("up1"',
        "{% begrep",
    ],
)
def test_a_call_that_can_not_be_read_is_shown_where_it_stands(call):
    assert judged(call) == [("3:4", FORM)]


@pytest.mark.parametrize(
    ("call", "words"),
    [
        ("{{ begrep }}", "Skriv {{ begrep() }}"),
        ("{{ ukjent }}", PLAIN),
        ("{{ x.begrep() }}", PLAIN),
        ("{{ begrep(*x) }}", PLAIN),
        ("{{ begrep(**x) }}", PLAIN),
        ("{{ begrep(up1 ~ up2) }}", PLAIN),
    ],
)
def test_what_is_no_plain_call_is_told_how_to_write(call, words):
    assert judged(call) == [
        ("3:4", f"på sidene kan det bare stå makroer mellom {{{{ og }}}}. {words}")
    ]


def test_a_macro_that_takes_nothing_says_so():
    assert judged('{{ formal("x") }}') == [
        (
            "3:7",
            "makroen «formal» har feil antall verdier. Mellom parentesene skal det stå: ingenting",
        )
    ]


def test_the_place_of_a_call_is_that_of_its_name_and_values():
    text = "{{ a(1) }}\n{{ b(1, x=2) }}\n{{ b(1, x=3) }}\n{{ 1 }}\n{{ b(1) }}\n"
    given = (
        ("b", (1,), {"x": 3}),
        ("b", (1,), {"x": 2}),
        ("a", (1,), {}),
        ("b", (1,), {}),
        ("c", (), {}),
    )
    assert [place_of("x.md", text, *call).line for call in given] == [3, 2, 1, 5, 1]


@pytest.mark.parametrize(
    "text",
    [
        "{{ neste_datoer(3) }}",
        "{{neste_datoer(3)}}",
        "{ #anker }",
        "{ .ikke-trykk }",
        "{ noe(3) }",
        "{{ neste_datoer(\n3) }}",
    ],
)
def test_what_is_fine(text):
    assert judged(text) == []


def test_our_own_pages_have_none():
    for file in (ROOT / "docs").rglob("*.md"):
        assert not [
            problem
            for problem in judge_calls(
                file.name,
                file.read_text("utf-8"),
                Data(unread=frozenset({"begreper", "institusjoner"})),
            )
            if problem.code == "makro-form"
        ]
