"""What a page gives to a macro is judged with the data, without drawing anything: each value that
leads nowhere, at its line and column.
"""

import inspect
from dataclasses import replace
from typing import get_args

import pytest
from conftest import EXAMPLE, ROOT, run

from macros.model.data import Data
from macros.model.malform import Sprak
from macros.model.na import Spor, Status
from macros.pages import BLOCKS
from macros.pages.arguments import OneOf
from macros.pages.calls import judge_calls
from macros.pages.selvsjekk import TERM
from macros.reading.load import load

# The words that stand in a sentence may be any.
FREE = {("begrep", "ord")}
REAL = load(ROOT).data
LEADS_NOWHERE = [
    (
        'na("videregående", "vedtatt")',
        "«videregående» passer ikke i makroen «na». Der skal det stå "
        '"barnehage-og-grunnskole" eller "videregaende"',
    ),
    (
        'begrep("samarbeidforum")',
        "begrepet «samarbeidforum» finnes ikke i data/begreper.yml. Mente du «samarbeidsforum»?",
    ),
    ('selvsjekk("dekomm")', "ordningen «dekomm» finnes ikke. Mente du «dekom»?"),
    ('begrep("xyzzy", "ordet")', "begrepet «xyzzy» finnes ikke i data/begreper.yml."),
    ("begrep(id='up11')", "begrepet «up11» finnes ikke i data/begreper.yml. Mente du «up1»?"),
    (
        'institusjonslenker("ntnu", "statspet")',
        "institusjonen «statspet» finnes ikke. Mente du «statped»?",
    ),
    *(
        (f'{block}("fose")', "nettverket «fose» finnes ikke. Mente du «fosen»?")
        for block in (
            "nettverk_svar",
            "nettverk_om",
            "nettverk_ar",
            "nettverk_stripe",
        )
    ),
    *(
        (f'{block}("froja")', "«froja» er ikke en side under /finn/. Mente du «froya»?")
        for block in (
            "finn_svar",
            "finn_vei",
            "finn_tilbud",
            "finn_send",
            "finn_mer",
            "finn_skoler",
        )
    ),
    *(
        (f'{block}("dekomm")', "ordningen «dekomm» finnes ikke. Mente du «dekom»?")
        for block in (
            "ordning_svar",
            "ordning_betyr",
            "ordning_om",
            "ordning_penger",
            "ordning_ikke_funnet",
        )
    ),
    *(
        (
            f'{block}("saksgang-2032")',
            "saksgangen «saksgang-2032» finnes ikke i data/saksgang.yml. Mente du «saksgang-2023»?",
        )
        for block in ("saksgang_kjede", "saksgang_figur", "saksgang_svar")
    ),
    *(
        (f'{block}("2023-2024")', "årshjulet «2023-2024» finnes ikke. Mente du «2023-2025»?")
        for block in ("arshjul_syklus", "syklus_stripe", "arshjul_rader")
    ),
    (
        'nettverk_opphort("fosen")',
        "nettverket «fosen» er ikke blant dem som har opphørt.",
    ),
    ('abonner("skole")', "kalenderen «skole» finnes ikke. Mente du «skoler»?"),
    (
        'for_ansatte("grunnpakken")',
        "emnet «grunnpakken» finnes ikke i data/for-ansatte.yml. Mente du «grunnpakke»?",
    ),
    *(
        (f'{block}("nordlnd")', "filen data/roller/nordlnd.yml finnes ikke. Mente du «nordland»?")
        for block in ("roller_om", "roller_aktorer")
    ),
    *(
        (
            f'{call}("nordlnd")',
            "strategien «nordlnd» finnes ikke i mappen data/strategi/. Mente du «nordland»?",
        )
        for call in ("strategi_om", "strategi_emner")
    ),
    *(
        (
            f'{block}("up1", "up3")',
            "aktøren «up3» finnes ikke blant rollene i fylket. Mente du «up2»?",
        )
        for block in ("roller_side_om_side", "roller_kort")
    ),
    (
        'forum_utsagn("mandatet")',
        "«mandatet» er ikke en del av samarbeidsforum. Mente du «mandat»?",
    ),
    ('feilmeldinger("filene")', "ingen gruppe av feilmeldinger heter «filene». Mente du «filer»?"),
    ('apne_data("netverk")', "ingen åpne data heter «netverk». Mente du «nettverk»?"),
    ('mal_oversikt("skole")', "ingen mal har gruppen «skole». Mente du «skoler»?"),
    *(
        (
            f'{block}("skriverame")',
            "malen «skriverame» finnes ikke i mappen data/maler/. Mente du «skriveramme»?",
        )
        for block in ("mal_om", "mal_innhold", "mal_skjema")
    ),
    (
        'mal_om("skriveramme", "en")',
        '«en» passer ikke i makroen «mal_om». Der skal det stå "nb" eller "nn"',
    ),
]
TOGETHER = [
    (
        'mal_innhold("samarbeidsavtale", "nn")',
        "malen «samarbeidsavtale» finnes ikke på «nn». Den finnes på nb",
    ),
    (
        'mal_skjema("samarbeidsavtale")',
        (
            "malen «samarbeidsavtale» kan ikke fylles ut i nettleseren. Skriv «fyll_ut: true» i"
            " data/maler/samarbeidsavtale.yml"
        ),
    ),
]


def judged(call: str, data: Data = REAL) -> list[str]:
    """What is said of a call in a sentence on the third line of a page."""
    return [
        str(problem).removeprefix("docs/x.md:3: ")
        for problem in judge_calls("docs/x.md", f"# X\n\nSe {{{{ {call} }}}}.\n", data)
    ]


@pytest.mark.parametrize(("call", "words"), LEADS_NOWHERE + TOGETHER)
def test_a_value_that_leads_nowhere(call, words):
    assert judged(call) == [words]


def test_every_value_of_every_block_is_declared():
    """A block that takes just any text would find out when it is drawn that it leads nowhere."""
    given = {
        (name, value.name): value.annotation
        for name, block in BLOCKS.items()
        for value in list(inspect.signature(block).parameters.values())[1:]
    }
    told = {
        key
        for key, kind in given.items()
        if kind in (int, bool, Sprak, Spor, Status)
        or any(isinstance(part, OneOf) for part in get_args(kind))
    }
    assert set(given) - told == FREE
    assert {call.partition("(")[0] for call, _ in LEADS_NOWHERE} == {
        name for name, value in told if given[name, value] not in (int, bool)
    }


def with_questions(**other: object) -> Data:
    """The real data with other questions in the self-check."""
    term = REAL.begreper[TERM].model_copy(update=other)
    return replace(REAL, begreper=REAL.begreper | {TERM: term})


@pytest.mark.parametrize(
    ("data", "call", "words"),
    [
        *(
            (
                data,
                'selvsjekk("dekom")',
                (
                    "selvsjekken trenger begrepet «fire-sentrale-sporsmal» i data/begreper.yml, med"
                    " like mange «punkter» i begrepet og i en av «andre_kilder»"
                ),
            )
            for data in (
                replace(REAL, begreper={}),
                with_questions(andre_kilder=()),
                with_questions(punkter=("Ett?",)),
            )
        ),
        (
            with_questions(nn=()),
            'selvsjekk("dekom", "nn")',
            (
                "selvsjekken finnes ikke på «nn». Legg til «nn» med like mange punkter under"
                " begrepet «fire-sentrale-sporsmal» i data/begreper.yml, begge steder det har"
                " «punkter»"
            ),
        ),
    ],
)
def test_what_a_block_needs_of_the_data(data, call, words):
    assert judged(call) == []
    assert judged(call, replace(data, known={}, unread=frozenset())) == [words]


def test_what_could_not_be_read_is_not_called_missing(example, edit):
    edit("data/begreper.yml", "  kort: Noe som kan gå galt.\n", "  krot: Noe som kan gå galt.\n")
    data = load(example).data
    assert "begreper" not in data.unread and judged('begrep("prove")', data) == []
    edit("data/begreper.yml", "  krot: ", "  kort: [")
    assert judged('begrep("prove")', load(example).data) == []
    (example / "data" / "begreper.yml").unlink()
    assert judged('begrep("prove")', load(example).data) == []
    assert judged('abonner("alt")', replace(REAL, unread=frozenset({"nettverk"}))) == []
    for call in ('mal_innhold("mal", "nn")', 'mal_skjema("mal")'):
        assert judged(call, replace(REAL, known={"maler": frozenset({"mal"})})) == []
    assert judged('nettverk_opphort("gammelt")', replace(REAL, nettsted=None)) == []


@pytest.mark.parametrize(
    ("text", "spot"),
    [
        ('Se {{ begrep("xyzzy") }}.', (1, 14)),
        ('Se «xyzzy» og "xyzzy" i {{ begrep("xyzzy") }}.', (1, 35)),
        ('{{ begrep("up1") }} {{ begrep("xyzzy", "up1") }}', (1, 31)),
        ('# X\n\n{{ institusjonslenker(\n  "ntnu",\n  "xyzzy") }}', (5, 3)),
        ('{{ begrep("x\\"y") }}', (1, 4)),
        ("Her: {{ begrip('up1') }}", (1, 9)),
        ("Her: {{ begrep() }}", (1, 9)),
        ("Her: {{ neste_datoer(true) }}", (1, 22)),
        ("Her: {{ neste_datoer('3') }}", (1, 22)),
        ("Her: {{ 7 * 7 }}", (1, 6)),
        ("# Noe {#anker} {# #}", (1, 7)),
    ],
)
def test_a_mistake_is_shown_where_it_stands(text, spot):
    assert [
        (problem.place.line, problem.place.column)
        for problem in judge_calls("docs/x.md", text, REAL)
    ] == [spot]


def test_sjekk_says_it_as_it_says_everything(project, edit):
    edit("docs/index.md", 'begrep("eksempel"', 'begrep("eksempl"')
    told = run(project, "macros", "sjekk")
    line, column = next(
        (number, text.index('"eksempl"') + 1)
        for number, text in enumerate(
            (project / "docs/index.md").read_text("utf-8").splitlines(), 1
        )
        if 'eksempl"' in text
    )
    assert told.returncode == 1 and told.stdout.startswith(
        f"docs/index.md:{line}:{column} [makro-argument]\n  {line} | "
    )
    assert (
        "  Feil: begrepet «eksempl» finnes ikke i data/begreper.yml. Mente du «eksempel»?\n"
        in told.stdout
    )


def test_the_example_and_its_pages_agree():
    data = load(EXAMPLE).data
    assert not [
        problem
        for file in sorted((EXAMPLE / "docs").rglob("*.md"))
        for problem in judge_calls(file.name, file.read_text("utf-8"), data)
    ]
