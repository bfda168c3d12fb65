"""A case as a drawing: a row for each step, a lane for each actor.

Geometry here, looks in the style sheet.
"""

from dataclasses import dataclass

from macros.drawings.words import lines_of
from macros.markup import render
from macros.model.data import Data
from macros.model.saksgang import Saksgang, Steg

# Units of the view box; letters are as large as on the page when it is shown as wide as it is
# drawn.
MARGIN, NAMES_WIDTH, LANE, RETURN = 8, 244, 128, 30
TITLE_SIZE, WHEN_SIZE, HEAD_SIZE = 14, 12, 12
LINE_HEIGHT, PADDING, NODE, TIP = 17, 9, 13, 6


@dataclass(frozen=True)
class Row:
    """A step: the band it fills, its words, the nodes of those who do it and the arrows to those
    who get something.
    """

    number: int
    steg: Steg
    y: int
    height: int
    title: tuple[str, ...]
    times: tuple[str, ...]
    nodes: tuple[int, ...]
    receivers: tuple[int, ...]

    @property
    def middle(self) -> int:
        """Where the nodes and arrows lie."""
        return self.y + self.height // 2

    @property
    def text_top(self) -> int:
        """The base line of the first line of words, so that all of them stand in the middle of the
        band.
        """
        return (
            self.y
            + (self.height - LINE_HEIGHT * (len(self.title) + len(self.times))) // 2
            + TITLE_SIZE
        )

    @property
    def arrows(self) -> tuple[tuple[int, int], ...]:
        """From the edge of the nearest node to the edge of each receiver."""
        return tuple(self._arrow(x) for x in self.receivers)

    def _arrow(self, x: int) -> tuple[int, int]:
        start = min(self.nodes, key=lambda node: abs(node - x))
        way = 1 if x > start else -1
        return start + way * NODE, x - way * TIP


@dataclass(frozen=True)
class Flow:
    """The whole drawing."""

    saksgang: Saksgang
    heads: tuple[tuple[int, tuple[str, ...]], ...]
    head: int
    rows: tuple[Row, ...]
    back: Row | None

    @property
    def width(self) -> int:
        """The lanes, with room for the way back beside them."""
        return self.lanes_end + (RETURN if self.back else MARGIN)

    @property
    def lanes_end(self) -> int:
        """The right edge of the last lane."""
        return NAMES_WIDTH + LANE * len(self.heads)

    @property
    def height(self) -> int:
        """Down to the end of the last row."""
        return self.rows[-1].y + self.rows[-1].height + MARGIN if self.rows else self.head + MARGIN


def flow(data: Data, id: str, rot: str) -> str:
    """The drawing of one case as a figure. The list of its steps says the same."""
    return render(
        "saksgang.svg.jinja",
        id=id,
        f=lay_out_steps(data, data.saksgang[id]),
        rot=rot,
        lane=LANE,
        node=NODE,
        tip=TIP,
        line=LINE_HEIGHT,
        names=NAMES_WIDTH,
        edge=MARGIN,
    )


def lay_out_steps(data: Data, saksgang: Saksgang) -> Flow:
    """Rows below each other, each as high as its words; lanes beside each other, all as wide."""
    lanes = {id: NAMES_WIDTH + LANE * place + LANE // 2 for place, id in enumerate(saksgang.baner)}
    heads = tuple(
        (lanes[id], lines_of(bane.navn, LANE - 2, HEAD_SIZE, bold=True))
        for id, bane in saksgang.baner.items()
    )
    head = LINE_HEIGHT * max((len(lines) for _, lines in heads), default=1) + PADDING
    rows: list[Row] = []
    for number, steg in enumerate(saksgang.steg, 1):
        rows.append(
            _draw_row(data, number, steg, lanes, rows[-1].y + rows[-1].height if rows else head)
        )
    back = next((row for row in rows if row.steg.id == saksgang.tilbake_til), None)
    return Flow(saksgang, heads, head, tuple(rows), back)


def _draw_row(data: Data, number: int, steg: Steg, lanes: dict[str, int], y: int) -> Row:
    title = lines_of(
        f"{number}. {steg.tittel}", NAMES_WIDTH - MARGIN - PADDING, TITLE_SIZE, bold=True
    )
    times = tuple(
        line
        for text in times_of(data, steg)[:1]
        for line in lines_of(text, NAMES_WIDTH - MARGIN - PADDING, WHEN_SIZE)
    )
    height = max(LINE_HEIGHT * (len(title) + len(times)), 2 * NODE) + 2 * PADDING
    return Row(
        number,
        steg,
        y,
        height,
        title,
        times,
        _node_places(lanes, steg.hos),
        _node_places(lanes, steg.til),
    )


def _node_places(lanes: dict[str, int], ids: tuple[str, ...]) -> tuple[int, ...]:
    return tuple(sorted(lanes[id] for id in ids))


def times_of(data: Data, steg: Steg) -> list[str]:
    """When it was, from the rows of the annual cycle."""
    return [rad.hendelse.tid.tekst for name in steg.hendelser if (rad := data.rad(name))]
