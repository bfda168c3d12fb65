"""The case flow: every step of the sources, nobody sends more than they did, and a drawing in which
nothing lies on anything else.
"""

import re
from itertools import pairwise

import pytest
from conftest import ROOT, as_typed
from hypothesis import given
from hypothesis import strategies as st

from macros.drawings.saksgang import LANE, LINE_HEIGHT, NAMES_WIDTH, NODE, TIP, lay_out_steps
from macros.drawings.words import lines_of, width_of
from macros.model.data import Data
from macros.model.saksgang import Bane, Saksgang, Steg
from macros.pages.saksgang import saksgang_figur, saksgang_merknader, saksgang_steg
from macros.pages.view import View
from macros.site import Site

LANES = "abcdef"
# Typed from the framework of 2023–24: the step, who does it, who gets it, and whether they had to.
STEPS_2023 = [
    ("behovsmelding", "eiere", "partnerskap", "frivillig"),
    ("analyse", "partnerskap uh", "", "pliktig"),
    ("kostnader", "partnerskap uh", "", "pliktig"),
    ("fordelingsnokkel", "samarbeidsforum", "", "ukjent"),
    ("beslutningsgrunnlag", "partnerskap", "samarbeidsforum", "pliktig"),
    ("gruppemoter", "samarbeidsforum", "", "ukjent"),
    ("innstilling", "samarbeidsforum", "statsforvalteren", "pliktig"),
    ("vedtak", "statsforvalteren", "partnerskap uh", "ukjent"),
    ("planlegging", "partnerskap uh", "", "ukjent"),
    ("gjennomforing", "eiere partnerskap uh", "", "ukjent"),
    ("rapportering-uh", "uh", "", "pliktig"),
    ("rapportering", "partnerskap", "", "pliktig"),
    ("gjennomgang", "samarbeidsforum", "", "ukjent"),
    ("langsiktig-plan", "partnerskap", "", "pliktig"),
]
STEPS_2018 = [
    "prioritering",
    "foringer",
    "prioriteringslister",
    "beslutning",
    "utbetaling",
    "kontrakt",
    "evaluering",
    "nytt-ar",
]
STEPS_ILU = [
    "behov",
    "mottak",
    "melding",
    "videre",
    "avklaring",
    "bemanning",
    "avtale",
    "arbeid",
    "evaluering",
]


@pytest.fixture(scope="module")
def view() -> View:
    """The real data, seen from the page of the case flow."""
    return Site.read(ROOT).view.at("saksgang/")


def words(html: str) -> str:
    """What a reader sees."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def item(html: str, anchor: str) -> str:
    """One step of the list."""
    return re.search(rf'<li id="{anchor}">(.*?)</li>', html)[1]


def test_every_step_of_the_framework_is_there(view):
    steps = view.data.saksgang["saksgang-2023"].steg
    assert [
        (s.id, " ".join(s.hos), " ".join(s.til), s.plikt)
        for s in steps
        if not s.kilde or set(s.kilde) <= {"rammeverk-2023"}
    ] == STEPS_2023
    assert view.data.saksgang["saksgang-2023"].tilbake_til == "behovsmelding"


@pytest.mark.parametrize(
    ("case", "steps"), [("saksgang-2018", STEPS_2018), ("oppdrag-ilu", STEPS_ILU)]
)
def test_every_step_of_the_other_cases_is_there(view, case, steps):
    found = [steg.id for steg in view.data.saksgang[case].steg]
    assert [id for id in found if id in steps] == steps


@pytest.mark.parametrize("syklus", ["2023-2025", "2018-2019"])
def test_every_row_of_the_annual_cycle_that_is_part_of_the_case_is_linked(view, syklus):
    # Meetings whose subject no source gives are no step.
    beside = {
        "samarbeidsforum-oktober-2023",
        "samarbeidsforum-november-2023",
        "samarbeidsforum-november-2024",
    }
    rows = {
        f"{syklus}/{hendelse.id}"
        for hendelse in view.data.sykluser[syklus].hendelser
        if hendelse.id not in beside
    }
    assert rows == {
        name
        for case in view.data.saksgang.values()
        for steg in case.steg
        for name in steg.hendelser
        if name.startswith(syklus)
    }


@pytest.mark.parametrize("case", ["saksgang-2023", "saksgang-2018", "oppdrag-ilu"])
def test_the_list_and_the_drawing_say_the_same(view, case):
    saksgang = view.data.saksgang[case]
    figure, steps = saksgang_figur(view, case), saksgang_steg(view, case)
    description = re.search(r"<desc[^>]*>(.*?)</desc>", figure)[1]
    for number, steg in enumerate(saksgang.steg, 1):
        assert f"{number}. {steg.tittel}: " in description
        assert f"<h3>{steg.tittel}</h3>" in item(steps, f"{case}-{steg.id}")
    assert figure.count('class="nummer"') == sum(len(steg.hos) for steg in saksgang.steg)
    assert figure.count('class="mottaker"') == sum(len(steg.til) for steg in saksgang.steg)
    assert "Tegnet på nytt fra teksten." in figure
    assert "<title" in figure and "<desc" in figure
    assert "\n" not in figure + steps


def test_a_step_says_who_what_whether_and_when_and_leads_on(view):
    step = item(saksgang_steg(view, "saksgang-2023"), "saksgang-2023-beslutningsgrunnlag")
    told = next(
        steg
        for steg in view.data.saksgang["saksgang-2023"].steg
        if steg.id == "beslutningsgrunnlag"
    )
    assert f"Fra {told.hvem} Til Samarbeidsforum Pliktig? Ja. {told.plikt_om}" in words(step)
    for address in (
        "../arshjul/2023-2025/#hendelse-beslutningsgrunnlag-2024",
        "../maler/beslutningsgrunnlag/",
        "../roller/aktorer/#partnerskap",
        "../begreper/#beslutningsgrunnlag",
    ):
        assert f'href="{address}"' in step
    assert "Pliktig? Nei, frivillig." in words(
        item(saksgang_steg(view, "saksgang-2023"), "saksgang-2023-behovsmelding")
    )


def test_who_estimates_the_costs_is_an_open_question(view):
    step = item(saksgang_steg(view, "saksgang-2023"), "saksgang-2023-kostnader")
    assert (
        f"Åpent spørsmål: {view.data.stotte['hvem-estimerer-kostnader'].sporsmal} Kildene er ikke"
        " enige." in words(step)
    )
    assert 'href="../roller/#hvem-estimerer-kostnader"' in step
    assert saksgang_figur(view, "saksgang-2023").count('class="uklart"') == 3


def test_who_gets_the_reports_is_not_guessed(view):
    steps = saksgang_steg(view, "saksgang-2023")
    for id in ("rapportering", "rapportering-uh"):
        assert "Til Kilden sier ikke hvem." in words(item(steps, f"saksgang-2023-{id}"))


@pytest.mark.parametrize(
    ("case", "said"),
    [
        (
            "saksgang-2023",
            [
                "Figuren er tegnet på nytt fra teksten.",
                "Kildene viser hva som skulle skje.",
                "Dekom, Rekom og Kompetanseløftet",
                "«beslutningsforum»",
                "ett eller flere",
            ],
        ),
        (
            "saksgang-2018",
            [
                "Fylkesmannen heter Statsforvalteren siden 1. januar 2021.",
                "Her besluttet forumet bruken av midlene.",
            ],
        ),
        ("oppdrag-ilu", ["Den kan ha sett annerledes ut.", "Vi vet ikke om det skjedde."]),
    ],
)
def test_what_a_careful_reader_must_know_stands_there(view, case, said):
    notes = words(saksgang_merknader(view, case))
    as_typed(all(text in notes for text in said), f"merknadene til {case}")


def test_the_notes_of_single_steps(view):
    for case in ("saksgang-2023", "saksgang-2018"):
        page = words(saksgang_steg(view, case))
        notes = [
            merknad.tekst for steg in view.data.saksgang[case].steg for merknad in steg.merknader
        ]
        assert notes and all(note in page for note in notes)


def test_a_proposal_is_labelled_and_the_rest_is_not(view):
    label = "Forslag fra arbeidsgruppe, desember 2021"
    assert label in saksgang_figur(view, "oppdrag-ilu") and label in saksgang_steg(
        view, "oppdrag-ilu"
    )
    assert "Pliktig?" not in saksgang_steg(view, "oppdrag-ilu")
    assert label not in saksgang_figur(view, "saksgang-2023") + saksgang_steg(view, "saksgang-2018")


def test_a_case_without_steps_can_still_be_drawn():
    flow = lay_out_steps(
        Data(), Saksgang(tittel="Tom", om="Ingenting.", kilde="notat", baner={}, steg=())
    )
    assert flow.rows == () and flow.height > 0


@st.composite
def cases(draw: st.DrawFn) -> Saksgang:
    """Any case: one to six lanes, steps with any words, done by some and sent to others."""
    lanes = LANES[: draw(st.integers(1, 6))]
    names = st.text("abcdefghijklmnopqrstuvwxyzæøå -", min_size=1, max_size=40).filter(str.strip)
    steps = []
    for number in range(draw(st.integers(1, 9))):
        doers = draw(st.sets(st.sampled_from(lanes), min_size=1))
        others = sorted(set(lanes) - doers)
        receivers = draw(st.sets(st.sampled_from(others))) if others else set()
        steps.append(
            Steg(
                id=f"s{number}",
                tittel=draw(names),
                hos=tuple(sorted(doers)),
                til=tuple(sorted(receivers)),
                hva="Noe",
            )
        )
    back = draw(st.none() | st.sampled_from([steg.id for steg in steps]))
    return Saksgang(
        tittel="Sak",
        om="Noe.",
        kilde="notat",
        baner={id: Bane(navn=draw(names)) for id in lanes},
        steg=tuple(steps),
        tilbake_til=back,
    )


@given(cases())
def test_rows_lie_below_each_other_and_words_fit_in_them(saksgang):
    flow = lay_out_steps(Data(), saksgang)
    assert flow.rows[0].y == flow.head
    assert all(above.y + above.height == below.y for above, below in pairwise(flow.rows))
    assert flow.rows[-1].y + flow.rows[-1].height <= flow.height
    for row in flow.rows:
        assert row.height >= LINE_HEIGHT * len(row.title + row.times)
        assert (
            row.y <= row.text_top - LINE_HEIGHT
            and row.text_top + LINE_HEIGHT * (len(row.title + row.times) - 1) < row.y + row.height
        )
        assert row.y + NODE < row.middle < row.y + row.height - NODE


@given(cases())
def test_nodes_and_receivers_lie_in_their_lanes_and_arrows_run_between_them(saksgang):
    flow = lay_out_steps(Data(), saksgang)
    lanes = {id: x for id, (x, _) in zip(saksgang.baner, flow.heads, strict=False)}
    assert all(right - left == LANE for left, right in pairwise(lanes.values()))
    assert all(NAMES_WIDTH < x < flow.lanes_end <= flow.width for x in lanes.values())
    for row in flow.rows:
        assert set(row.nodes) == {lanes[id] for id in row.steg.hos}
        assert set(row.receivers) == {lanes[id] for id in row.steg.til}
        for (start, end), receiver in zip(row.arrows, row.receivers, strict=True):
            assert abs(end - receiver) == TIP and abs(start - end) >= LANE - NODE - TIP
            assert min(abs(start - node) for node in row.nodes) == NODE
            low, high = sorted((start, end))
            assert not any(low < node < high for node in row.nodes), (
                "an arrow starts at the nearest of those who send"
            )


@given(
    st.text("abcdefghijklmnopqrstuvwxyzæøå -", max_size=80),
    st.integers(60, 300),
    st.sampled_from([(12, False), (14, True)]),
)
def test_lines_fit_their_width_and_lose_nothing(text, width, letters):
    size, bold = letters
    lines = lines_of(text, width, size, bold)
    assert all(width_of(line, size, bold) <= width for line in lines)
    assert re.sub(r"[ -]", "", "".join(lines)) == re.sub(r"[ -]", "", text)
