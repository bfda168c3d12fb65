"""Building: the real site beside stock Material with the same pages, and how the cost grows when
there is more of everything.
"""

from collections.abc import Iterator
from math import log

from bench import ROOT
from bench.measure import Row, compared
from bench.workshop import Built, Workshop

TIMES_STOCK, GROWTH = 1.25, 1.1
# How often each is built; and those that stock Material is asked for too, which has every page in
# the menu of every page.
SIZES, STOCK_SIZES = {"1×": 3, "10×": 2, "100×": 1}, ("1×", "10×")
TOO_MUCH = (
    "stock Material is not asked: in November 2026 it had 2,246 pages and 2.3 GB after 5 minutes"
)


def rows(workshop: Workshop) -> Iterator[Row]:
    """The real site, then each size, then the growth from the smallest to the largest."""
    real, stock = workshop.real(), workshop.stock(ROOT, 5)
    plain = workshop.plain(real.pages, 5)
    what = f"build of the real site, {real.pages} pages"
    yield Row(
        what,
        f"{real.took:.2f} s",
        f"stock Material, the same pages: {compared(real.took, stock.took)}",
        f"{TIMES_STOCK} times",
        real.took <= TIMES_STOCK * stock.took,
    )
    yield Row("", "", f"stock Material, as many plain pages: {compared(real.took, plain.took)}")
    ours = {size: workshop.larger(size, times) for size, times in SIZES.items()}
    stock = {size: workshop.stock(workshop.made_up(size), SIZES[size]) for size in STOCK_SIZES}
    for size, site in ours.items():
        yield Row(
            f"build at {size}, {site.pages:,} pages",
            _cost(site),
            f"stock Material, the same pages: {_cost(stock[size])}" if size in stock else TOO_MUCH,
        )
    grown, beside = _growth(ours["1×"], ours["100×"]), _growth(stock["1×"], stock["10×"])
    yield Row(
        "exponent of growth, 1× to 100×",
        f"{grown:.2f}",
        f"stock Material, 1× to 10×: {beside:.2f}",
        f"{GROWTH}",
        grown <= GROWTH,
    )


def _cost(site: Built) -> str:
    return f"{site.took:.1f} s, {1000 * site.took / site.pages:.1f} ms/page"


def _growth(small: Built, large: Built) -> float:
    """The exponent: 1 is in step with the pages, 2 is their square."""
    return log(large.took / small.took) / log(large.pages / small.pages)
