"""The tile map of the kommuner: geometry here, looks in the style sheet."""

from dataclasses import dataclass

from macros.markup import render
from macros.model.data import Data
from macros.model.nettverk import Kommune, Nettverk

WIDTH, HEIGHT, GAP = 136, 84, 4


@dataclass(frozen=True)
class Tile:
    """One kommune's place on the drawing, in units of the view box."""

    x: int
    y: int
    kommune: Kommune
    nettverk: Nettverk
    colour: int


def tile_map(data: Data, rot: str) -> str:
    """The map as a figure, on a page from which `rot` leads to the top of the site.

    Networks have a number 1–10 for their colour, and their name on every tile.
    """
    regional = [n for n in data.nettverk.values() if n.slag == "regionalt"]
    tiles = [
        Tile(*corner(*kommune.flis), kommune, nettverk, number)
        for number, nettverk in enumerate(regional, 1)
        for nr in nettverk.kommuner
        if (kommune := data.kommuner.get(nr))
    ]
    width = max((tile.x for tile in tiles), default=0) + WIDTH + GAP
    height = max((tile.y for tile in tiles), default=0) + HEIGHT + GAP
    return render(
        "tiles.svg.jinja",
        rot=rot,
        tiles=tiles,
        width=width,
        height=height,
        tile=(WIDTH, HEIGHT),
        regional=regional,
    )


def corner(column: int, row: int) -> tuple[int, int]:
    """The upper left corner of a tile; columns and rows count from 1 in the north-west."""
    return GAP + (column - 1) * (WIDTH + GAP), GAP + (row - 1) * (HEIGHT + GAP)
