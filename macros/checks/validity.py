"""Rules about dates and spans of validity."""

from collections.abc import Iterator

from macros.model.data import Data
from macros.model.fakta import Faktum, Gjelder
from macros.problems import Problem


def intervals_in_order(data: Data) -> Iterator[Problem]:
    """A span does not end before it begins."""
    for record in data.records:
        if (
            isinstance(record, Gjelder)
            and record.fra
            and record.til
            and record.til.end < record.fra.start
        ):
            yield Problem(
                record.place("til"),
                f"«til» ({record.til}) er før «fra» ({record.fra}). Bytt om, eller rett den ene",
                "periode-bakvendt",
            )


def one_kind_of_date(data: Data) -> Iterator[Problem]:
    """A fact is true as of a moment or for a span: `per` or `gjelder`, never both."""
    for record in data.records:
        if isinstance(record, Faktum) and record.per and record.gjelder:
            yield Problem(
                record.place("per"),
                "opplysningen har både «per» og «gjelder». Behold «gjelder» når kilden oppgir en"
                " periode, ellers «per»",
                "to-slags-tid",
            )


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


RULES = (intervals_in_order, one_kind_of_date, milestones_in_order)
