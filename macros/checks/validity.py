"""Rules about dates and spans of validity."""

from collections.abc import Iterator

from macros.model.arshjul import Periode
from macros.model.data import Data
from macros.model.fakta import Faktum, Gjelder
from macros.model.historie import Milepael
from macros.problems import Problem


def intervals_in_order(data: Data) -> Iterator[Problem]:
    """A span, the months of a cycle, and what lasted do not end before they begin."""
    for record in data.records:
        if isinstance(record, Gjelder | Periode | Milepael):
            name = "tid" if isinstance(record, Milepael) else "fra"
            first, last = getattr(record, name), record.til
            if first and last and last.end < first.start:
                yield Problem(
                    record.place("til"),
                    f"«til» ({last}) er før «{name}» ({first}). Bytt om, eller rett den ene",
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


RULES = (intervals_in_order, one_kind_of_date)
