"""The map: shapes that fit together, and names that keep apart."""

import gzip
from dataclasses import replace
from itertools import combinations

import pytest
from conftest import EXAMPLE, ROOT

from macros.drawings.kart import COLOURS, PAD, borders, labels, large_map, numbers, small_map
from macros.model.data import Data
from macros.reading.load import load

DATA = load(ROOT).data
MADE_UP = load(EXAMPLE).data
FILE = "data/kart.json"
MOST = 7000


def area(ring: tuple[tuple[int, int], ...]) -> float:
    """By Gauss, in units; positive whichever way round."""
    return (
        abs(sum(x * b - a * y for (x, y), (a, b) in zip(ring, (*ring[1:], ring[0]), strict=True)))
        / 2
    )


def test_every_kommune_has_its_shape_inside_the_map():
    kart = DATA.kart
    assert kart.kommuner.keys() == DATA.kommuner.keys()
    points = [point for rings in kart.omriss.values() for ring in rings for point in ring]
    assert [min(axis) for axis in zip(*points, strict=True)] == [0, 0]
    assert [max(axis) for axis in zip(*points, strict=True)] == [kart.bredde, kart.hoyde]


def test_shapes_have_the_size_of_their_kommune():
    """Square kilometres, roughly as everybody knows them: land and lakes, no sea."""
    known = {
        "Trondheim": 530,
        "Lierne": 2960,
        "Frosta": 76,
        "Oppdal": 2270,
        "Leka": 110,
        "Hitra": 770,
    }
    unit = (DATA.kart.meter / 1000) ** 2
    found = {
        kommune.navn: sum(map(area, DATA.kart.omriss[nr])) * unit
        for nr, kommune in DATA.kommuner.items()
    }
    wrong = {
        name: found[name]
        for name in known
        if name in found and not 0.85 < found[name] / known[name] < 1.15
    }
    assert wrong == {}


def test_neighbours_have_their_border_in_common():
    """Two shapes may share points, but not the ground between them: else they would overlap, or
    leave a gap.
    """
    shapes = DATA.kart.omriss
    edges: dict[frozenset, int] = {}
    for ring in (ring for rings in shapes.values() for ring in rings):
        for edge in zip(ring, (*ring[1:], ring[0]), strict=True):
            edges[frozenset(edge)] = edges.get(frozenset(edge), 0) + 1
    assert set(edges.values()) <= {1, 2}
    inland = DATA.nettverk_etter_kommune and [nr for nr in ("5044", "5032") if nr in shapes]
    for nr in inland:  # far from the coast: all but what is towards Sweden or Nordland is shared
        ring = shapes[nr][0]
        shared = [
            edges[frozenset(edge)] == 2 for edge in zip(ring, (*ring[1:], ring[0]), strict=True)
        ]
        assert sum(shared) > len(shared) * 0.6


def test_networks_meet_in_lines_that_belong_to_both():
    kart = MADE_UP.kart
    owners = {nr: MADE_UP.nettverk_etter_kommune[nr].id for nr in kart.omriss}
    assert list(borders(kart.omriss, owners)) == [((200, 180), (90, 180)), ((380, 200), (200, 180))]


@pytest.mark.parametrize("data", [DATA, MADE_UP], ids=["real", "example"])
def test_names_keep_apart_and_inside(data: Data):
    found = labels(data)
    assert [label.lines for label in found] != []
    assert {" ".join(label.lines) for label in found} == {
        n.kortnavn for n in data.nettverk.values() if n.kommuner
    }
    for one, other in combinations(found, 2):
        assert any(
            one.box[side + 2] < other.box[side] or other.box[side + 2] < one.box[side]
            for side in (0, 1)
        )
    for label in found:
        left, top, right, bottom = label.box
        assert left >= -PAD and top >= -PAD
        assert right <= data.kart.bredde + PAD and bottom <= data.kart.hoyde + PAD


@pytest.mark.parametrize(
    ("upper", "lower", "expected"),
    [
        ("0,0 400,0 400,180 0,180", "0,200 400,200 400,360 0,360", ["Sør", "Nord"]),
        ("150,160 250,160 250,180 150,180", "150,200 250,200 250,220 150,220", ["Nord"]),
    ],
)
def test_the_narrowest_network_has_the_first_choice_of_place(upper, lower, expected):
    """One that finds no place then has no name."""
    squares = {
        "9901": [upper],
        "9902": [lower],
        "9903": ["150,180 250,180 250,200 150,200"],
    }
    kart = MADE_UP.kart.model_copy(update={"kommuner": squares})
    del kart.__dict__["omriss"]  # as it was read from the old ones
    found = [(" ".join(label.lines), label.x) for label in labels(replace(MADE_UP, kart=kart))]
    assert found == [(f"{name}-Eksempel", 200) for name in expected]


def test_the_coarse_shapes_leave_out_what_is_no_area_but_for_the_largest_of_each():
    rings = ["0,0 1,0 1,1 0,1", "2,2 3,2 3,3"], ["0,0 4,0 4,4 5,4", "8,8 12,8 12,12"]
    kart = MADE_UP.kart.model_copy(update={"kommuner": dict(zip("ab", rings, strict=True))})
    kart.__dict__.pop("omriss", None)  # as it was read from the old ones
    kart.__dict__.pop("grovt", None)
    assert kart.grovt == {
        "a": (((0, 0),),),
        "b": (((0, 0), (2, 0), (2, 2)), ((4, 4), (6, 4), (6, 6))),
    }


def test_the_maps_are_small():
    assert len(gzip.compress(large_map(DATA, "./", True).encode(), 9)) <= MOST
    for nettverk in DATA.nettverk.values():
        assert len(gzip.compress(small_map(DATA, [nettverk], ()).encode(), 9)) <= MOST / 1.75


def county_of_squares() -> Data:
    """A network for each colour and one more, of one square kommune each; one kommune has none.
    The map lacks that of one network more, and has one that is no kommune.
    """
    numbers = [f"99{number:02}" for number in range(1, COLOURS + 3)]
    kommune, nettverk = MADE_UP.kommuner["9903"], MADE_UP.nettverk["sor-eksempel"]
    corners = [(80 * (at % 5), 120 * (at // 5)) for at in range(len(numbers))]
    squares = {
        nr: [f"{x},{y} {x + 80},{y} {x + 80},{y + 120} {x},{y + 120}"]
        for nr, (x, y) in zip(numbers, corners, strict=True)
    }
    named = {nr: {"navn": f"Rute {nr}", "samisk": None, "offisielt": None} for nr in numbers}
    of = {
        f"rute-{nr}": {"id": f"rute-{nr}", "kommuner": (nr,), "kortnavn": f"Nett og {nr}"}
        for nr in numbers[1:]
    }
    named["9990"] = {"navn": "Rute uten rute", "samisk": None, "offisielt": None}
    of["uten-rute"] = {"id": "uten-rute", "kommuner": ("9990",), "kortnavn": "Nett uten rute"}
    squares["9991"] = squares[numbers[0]]
    kart = MADE_UP.kart.model_copy(update={"kommuner": squares})
    kart.__dict__.pop("omriss", None)  # as it was read from the old ones
    return replace(
        MADE_UP,
        kart=kart,
        kommuner={nr: kommune.model_copy(update=its) for nr, its in named.items()},
        nettverk={id: nettverk.model_copy(update=its) for id, its in of.items()},
        kilder=MADE_UP.kilder
        | {"grenser": MADE_UP.kilder["grenser"].model_copy(update={"lisens": None})},
    )


def test_the_drawings_are_as_they_were(golden):
    data = county_of_squares()
    golden("kart.svg", large_map(data, "../", False).replace("><", ">\n<"))
    lit, nord = replace(MADE_UP, kilder=data.kilder), MADE_UP.nettverk["nord-eksempel"]
    golden("kart-lite.svg", small_map(lit, [nord], {"9902"}).replace("><", ">\n<"))


def test_a_colour_goes_with_a_network_wherever_it_is_drawn():
    found = numbers(DATA)
    assert sorted(found.values()) == list(range(1, 11)) or len(found) != 10
    drawn = large_map(DATA, "./", True)
    assert all(
        f'<g data-n="{number}" fill="url(#kart-{number})">' in drawn for number in found.values()
    )


def test_a_kommune_says_its_name_and_its_network():
    assert "<title>Øygard · Kompetansenettverket Sør-Eksempel</title>" in large_map(
        MADE_UP, "./", True
    )


def test_the_county_lights_all_of_the_map():
    upper = MADE_UP.nettverk["videregaende"]
    drawn = small_map(MADE_UP, [upper], ())
    assert '<path class="kart-land" d=""/>' in drawn
    assert "Nettverket for videregående eksempler: hele kartet." in drawn


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            '"200,0 400,20 380,200 200,180"',
            '"200,0 400,20"',
            f"{FILE}:9: «200,0 400,20» er ikke et omriss: minst tre punkter som «12,34», med"
            " mellomrom mellom. Lag filen på nytt: HACKING.md sier hvordan",
        ),
        (
            '"9902"',
            '"Prøvedal"',
            f"{FILE}:9: «Prøvedal» er ikke et kommunenummer. Skriv fire sifre i anførselstegn, som"
            ' "9901"',
        ),
        (
            '"bredde": 400',
            '"bredde": "bred"',
            f"{FILE}:4: «bred» er ikke et antall. Skriv et helt tall med sifre, som 17",
        ),
        ('  "meter": 500,\n', "", f"{FILE}:1: feltet «meter» mangler. Legg til linjen «meter: …»"),
    ],
)
def test_a_damaged_map_is_told_with_its_line(example, edit, problems, old, new, expected):
    edit(FILE, old, new)
    assert expected in problems(example)


def test_broken_json_is_told_with_its_file(example, edit, problems):
    edit(FILE, '"bredde": 400,', '"bredde": 400')
    assert problems(example) == [
        f"{FILE}:5: filen er skadet her. Et program har laget den: hent den tilbake fra"
        " historikken, eller lag den på nytt, slik HACKING.md sier"
    ]
    (example / FILE).unlink()
    assert problems(example) == [f"{FILE}:1: filen mangler. Hent den tilbake fra historikken"]
