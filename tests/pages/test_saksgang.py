"""The case flow: every step of the sources, nobody sends more than they did, and a track that goes
from each step to the next.
"""

import re
from itertools import pairwise

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from macros.drawings.lines import lines_of, width_of
from macros.drawings.saksgang import lanes_of, tracks
from macros.model.saksgang import Bane, Saksgang, Steg
from macros.pages.saksgang import saksgang_figur, saksgang_svar
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
    return re.search(rf'<li>(?:(?!<li>).)*?id="{anchor}".*?</li>', html)[0]


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
def test_each_step_has_its_number_in_the_track_and_in_its_line(view, case):
    saksgang = view.data.saksgang[case]
    figure = saksgang_figur(view, case)
    for number, steg in enumerate(saksgang.steg, 1):
        step = item(figure, f"{case}-{steg.id}")
        assert f"<b>{number}. {steg.tittel}</b>" in step
        assert re.search(rf'<a href="#{case}-{steg.id}" [^>]*>.*>{number}</text></a>', step)
        assert step.count('class="mottaker"') == len(steg.til)
        assert step.count('class="med"') == len(steg.hos) - 1
    assert figure.count('class="node"') == len(saksgang.steg)
    assert "\n" not in figure


def test_a_line_says_who_to_whom_when_and_with_which_template_and_the_text_leads_on(view):
    step = item(saksgang_figur(view, "saksgang-2023"), "saksgang-2023-beslutningsgrunnlag")
    told = next(
        steg
        for steg in view.data.saksgang["saksgang-2023"].steg
        if steg.id == "beslutningsgrunnlag"
    )
    line, text = step.split("</summary>")
    when = view.data.rad(told.hendelser[0]).hendelse.tid.tekst
    assert f"{told.tittel} {told.hvem} → Samarbeidsforum {when}" in words(line)
    assert told.hva in text and f"Pliktig? Ja. {told.plikt_om}" in words(text)
    for address in (
        "../arshjul/2023-2025/#hendelse-beslutningsgrunnlag-2024",
        "../maler/beslutningsgrunnlag/",
        "../roller/aktorer/#partnerskap",
        "../begreper/#beslutningsgrunnlag",
    ):
        assert f'href="{address}"' in text
    voluntary = item(saksgang_figur(view, "saksgang-2023"), "saksgang-2023-behovsmelding")
    assert "Behovsmelding frivillig" in words(voluntary.split("</summary>")[0])


def test_what_no_source_says_about_duty_is_no_row(view):
    step = item(saksgang_figur(view, "saksgang-2023"), "saksgang-2023-vedtak")
    assert "Pliktig?" not in step and "Kilden sier ikke om" not in step


def test_the_head_has_the_case_in_a_sentence_its_time_and_its_stops(view):
    head, saksgang = saksgang_svar(view, "saksgang-2023"), view.data.saksgang["saksgang-2023"]
    said = words(head)
    assert saksgang.om in said
    assert f"Slik det skulle være {saksgang.tidfesting}, ikke bekreftet siden" in said
    stops = [steg for steg in saksgang.steg if steg.stopp]
    assert stops
    for steg in stops:
        assert f"{view.data.rad(steg.hendelser[0]).hendelse.tid.tekst} {steg.stopp}" in said
    assert 'href="../na/"' in head


def test_who_estimates_the_costs_is_open_and_leads_to_the_answers(view):
    step = item(saksgang_figur(view, "saksgang-2023"), "saksgang-2023-kostnader")
    asked = view.data.stotte["hvem-estimerer-kostnader"].sporsmal
    assert f"{asked} Kildene er ikke enige" in words(step)
    assert 'href="../roller/#hvem-estimerer-kostnader"' in step


def test_who_gets_the_reports_is_not_guessed(view):
    figure = saksgang_figur(view, "saksgang-2023")
    for id in ("rapportering", "rapportering-uh"):
        step = words(item(figure, f"saksgang-2023-{id}"))
        assert "→ ikke oppgitt" in step and "Til Kilden sier ikke hvem." in step


@pytest.mark.parametrize("case", ["saksgang-2023", "saksgang-2018", "oppdrag-ilu"])
def test_the_cautions_of_the_case_stand_in_its_fold_and_those_of_a_step_in_its_text(view, case):
    saksgang, figure = view.data.saksgang[case], saksgang_figur(view, case)
    fold = words(figure.rpartition('<details class="opphav"')[2])
    assert saksgang.merknader
    assert all(merknad.tekst in fold for merknad in saksgang.merknader)
    for steg in saksgang.steg:
        step = words(item(figure, f"{case}-{steg.id}"))
        assert all(merknad.tekst in step for merknad in steg.merknader)


def test_a_caution_that_matters_stands_below_the_line_when_the_step_is_closed(example, edit):
    old = "      uklart: [hvem-svarer]\n"
    new = f"{old}      merknader:\n        - tekst: Spør først.\n          viktig: true\n"
    edit("data/saksgang.yml", old, new)
    figure = saksgang_figur(Site.read(example).view.at("saksgang/"), "sak")
    assert '</details> <p class="merknad">Spør først.</p>' in figure


def test_a_case_of_the_past_stands_behind_its_sentence(view):
    folded = saksgang_figur(view, "saksgang-2018", True)
    saksgang = view.data.saksgang["saksgang-2018"]
    head = f'<details class="eldre"><summary>{saksgang.om} ({len(saksgang.steg)} steg)</summary>'
    assert head in folded and head not in saksgang_figur(view, "saksgang-2018")


def test_a_proposal_is_labelled_and_the_rest_is_not(view):
    label = "Forslag, ikke vedtatt praksis (desember 2021)"
    proposal = saksgang_figur(view, "oppdrag-ilu")
    assert label in proposal and "Pliktig?" not in proposal
    assert label not in saksgang_figur(view, "saksgang-2023")


def test_a_case_without_steps_has_no_track():
    assert tracks(Saksgang(tittel="Tom", om="Ingenting.", kilde="notat", baner={}, steg=())) == ()


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
def test_each_piece_goes_out_where_the_next_one_comes_in(saksgang):
    pieces, lanes = tracks(saksgang), lanes_of(saksgang)
    assert [piece.enters for piece in pieces] == [False] + [True] * (len(pieces) - 1)
    assert pieces[-1].leaves is None and pieces[-1].turns_to is None
    for piece, after in pairwise(pieces):
        assert piece.leaves in piece.receivers or piece.leaves == piece.node
        ends = piece.leaves if piece.turns_to is None else piece.turns_to
        assert ends == after.node
        assert piece.turns_to != piece.leaves
    for piece in pieces:
        assert set(piece.nodes) == {lanes[id] for id in piece.steg.hos}
        assert set(piece.receivers) == {lanes[id] for id in piece.steg.til}


@given(cases())
def test_lanes_are_as_wide_and_arrows_start_at_the_nearest_of_those_who_send(saksgang):
    lanes = list(lanes_of(saksgang).values())
    assert all(0 < x < 100 for x in lanes)
    assert all(abs(right - left - 100 / len(lanes)) < 0.02 for left, right in pairwise(lanes))
    for piece in tracks(saksgang):
        assert [end for _, end in piece.arrows] == list(piece.receivers)
        for start, end in piece.arrows:
            low, high = sorted((start, end))
            assert not any(low < node < high for node in piece.nodes)


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
