"""Rules about the milestones."""

from collections.abc import Iterator

from macros.model.data import Data
from macros.problems import Problem


def milestones_in_order(data: Data) -> Iterator[Problem]:
    """What lasted does not end before it begins."""
    for milepael in data.historie.values():
        if milepael.til and milepael.til.end < milepael.tid.start:
            yield Problem(
                milepael.place("til"),
                f"«til» ({milepael.til}) er før «tid» ({milepael.tid}). Bytt om, eller rett"
                " den ene",
                "periode-bakvendt",
            )


RULES = (milestones_in_order,)
