"""The timeline: the milestones with dates no more precise than their sources, and words that never
lie on each other.
"""

import re
from itertools import combinations, pairwise

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from macros.drawings.historie import DOT_RADIUS, ROW_GAP, lay_out_milestones, when
from macros.model.data import Data
from macros.model.dates import Moment
from macros.model.historie import Milepael
from macros.pages.historie import historie_figur, historie_liste
from macros.pages.view import View
from macros.settings import Settings
from macros.site import Site

# Typed from the sources: when, how precisely, and where it stands.
MILESTONES = [
    ("oppdragsbrev", "28. februar 2017", "dag", "presentasjon-2019"),
    ("stortingsmelding", "mars 2017", "måned", "meld-st-21"),
    ("mandat", "1. januar 2018 – 1. januar 2020", "dag", "presentasjon-2019"),
    ("pool", "2. mai 2018", "dag", "notat-2018"),
    ("seminar", "4.–5. februar 2019", "dag", "presentasjon-2019"),
    ("samarbeidsavtale", "12. juni 2019", "dag", "presentasjon-2019"),
    ("ilu-rapport", "15. desember 2021", "dag", "ilu-rapport-2021"),
    ("rammeverk", "2023–2024", "år", "rammeverk-2023"),
    ("ny-ordning", "1. januar 2026", "dag", "sf-rogaland-2025"),
]


@pytest.fixture(scope="module")
def view() -> View:
    """The real data, seen from the page."""
    return Site.read(ROOT).view.at("historie/")


def test_the_milestones_are_those_of_the_sources(view):
    found = {
        id: (id, one.tekst, one.presisjon, one.kilde[0])
        for id, one in sorted(view.data.historie.items(), key=lambda pair: when(pair[1]))
    }
    printed = [
        row for row in MILESTONES if row[0] in found and found[row[0]][3] == row[3]
    ]  # editors add others, and know better of some
    assert [found[id] for id in found if id in {row[0] for row in printed}] == printed


def test_the_five_million_have_neither_currency_nor_year(view):
    pool = view.data.historie.get("pool")
    assert (
        not pool
        or set(pool.kilde) != {"notat-2018"}
        or not re.search("kroner|årlig|hvert år", pool.tittel + (pool.om or ""))
    )


def test_the_list_has_every_milestone_in_order_with_its_source(view):
    page = historie_liste(view)
    found = sorted(view.data.historie.items(), key=lambda pair: when(pair[1]))
    assert re.findall(r'<li id="([\w-]+)">', page) == [id for id, _ in found]
    assert re.findall(r"Kilde: <a href=\"\.\./om/kilder/#([\w-]+)\"", page) == [
        one.kilde[0] for _, one in found
    ]


def test_the_figure_says_the_same_as_the_list(view):
    figure = historie_figur(view)
    description = re.search(r"<desc[^>]*>(.*?)</desc>", figure)[1]
    assert description.strip() == " ".join(
        f"{one.tekst}: {one.tittel}." for one in sorted(view.data.historie.values(), key=when)
    )
    assert [figure.count(f'class="punkt {name}"') for name in ("dag", "omtrent")] == [
        sum((one.presisjon == "dag") == known for one in view.data.historie.values())
        for known in (True, False)
    ]
    assert "\n" not in figure


def test_without_milestones_there_is_an_empty_figure_and_an_empty_list():
    nothing = View(Data(), Settings())
    assert "<svg" in historie_figur(nothing) and "<li" not in historie_liste(nothing)


moments = (
    st.builds(Moment, st.integers(2010, 2030))
    | st.builds(Moment, st.integers(2010, 2030), st.integers(1, 12))
    | st.dates(Moment(2010).start, Moment(2030).end).map(lambda d: Moment(d.year, d.month, d.day))
)


@st.composite
def milestones(draw: st.DrawFn) -> Milepael:
    """Any milestone, some of them lasting."""
    first, last = sorted(draw(st.tuples(moments, moments)), key=lambda moment: moment.start)
    lasts = draw(st.booleans()) and last.end >= first.start
    return Milepael(
        tittel=draw(st.text("abcdefghij ", min_size=1, max_size=80).filter(str.strip)),
        tid=first,
        til=last if lasts else None,
        kilde=("notat",),
    )


@given(st.lists(milestones(), min_size=1, max_size=12))
def test_words_stand_below_each_other_in_the_order_of_time(found):
    timeline = lay_out_milestones(found)
    assert [mark.milepael for mark in timeline.marks] == sorted(found, key=when)
    assert all(
        above.top + above.height + ROW_GAP <= below.top for above, below in pairwise(timeline.marks)
    )
    assert all(
        mark.top >= 0 and mark.top + mark.height < timeline.height for mark in timeline.marks
    )
    assert [year for year, _ in timeline.years] == list(
        range(timeline.years[0][0], timeline.years[-1][0] + 1)
    )


@given(st.lists(milestones(), min_size=1, max_size=12))
def test_no_mark_covers_another(found):
    marks = lay_out_milestones(found).marks
    for one, other in combinations(marks, 2):
        apart = (
            one.end + DOT_RADIUS <= other.start - DOT_RADIUS
            or other.end + DOT_RADIUS <= one.start - DOT_RADIUS
        )
        assert one.track != other.track or apart
    assert all(mark.track > 0 for mark in marks if mark.varte), "the line itself is for points"
    assert all(mark.start <= mark.end for mark in marks)


@pytest.mark.parametrize(
    ("tid", "til", "lasted"),
    [
        ("2020-01-01", "2020-02-01", False),
        ("2020-01-01", "2020-02-02", True),
        ("2020", None, False),
    ],
)
def test_what_lasted_more_than_a_month_is_a_bar(tid, til, lasted):
    one = {"tittel": "x", "tid": tid, "til": til, "kilde": "notat"}
    [mark] = lay_out_milestones([Milepael.model_validate(one)]).marks
    assert (mark.varte, mark.track, mark.start < mark.end) == (lasted, lasted, lasted)
