"""The page about the open data: the files and their fields, from the definitions that the files are
made from.
"""

from collections.abc import Iterator
from typing import Annotated

from macros.exports.datasets import DATASETS, Dataset
from macros.exports.fields import ExportField, export_fields
from macros.model.fakta import Faktum
from macros.pages.arguments import OneOf
from macros.pages.view import View

FACT_FIELDS = export_fields(Faktum)
COMMON_KEYS = {field.key for field in FACT_FIELDS}


def _subject(address: str) -> str:
    return address.removeprefix("data/").partition(".")[0]


Subject = Annotated[
    str,
    OneOf(
        "ingen åpne data heter «{}»", lambda _: [_subject(dataset.address) for dataset in DATASETS]
    ),
]


def apne_data(view: View, subject: Subject) -> str:
    """The files about one subject («nettverk»), each with all its fields but those that every fact
    has.
    """
    chosen = [dataset for dataset in DATASETS if _subject(dataset.address) == subject]
    return view.html(
        "apne_data.html.jinja", files=[(dataset, *_described(dataset)) for dataset in chosen]
    )


def apne_data_felles(view: View) -> str:
    return view.html("apne_data_felles.html.jinja", rows=list(_flat(FACT_FIELDS)))


def visittkort(view: View) -> str:
    """The contact cards that there are."""
    return view.html("apne_data_visittkort.html.jinja")


def _described(dataset: Dataset) -> tuple[list[tuple[str, str]], list[str]]:
    """A file's own fields, and the common ones. A table has columns of its own only."""
    if dataset.address.endswith(".csv"):
        return list(_flat(dataset.fields)), []
    return list(_own_fields(dataset.fields)), _common(dataset.fields)


def _flat(fields: tuple[ExportField, ...], within: str = "") -> Iterator[tuple[str, str]]:
    for field in fields:
        yield f"{within}{field.key}", field.about
        yield from _flat(field.parts, f"{within}{field.key}.")


def _own_fields(fields: tuple[ExportField, ...], within: str = "") -> Iterator[tuple[str, str]]:
    """The fields but for the common ones; a group that has some of these says which."""
    for field in fields:
        if field.key not in COMMON_KEYS:
            common = _common(field.parts)
            yield (
                f"{within}{field.key}",
                f"{field.about}. Felles felter: {', '.join(common)}" if common else field.about,
            )
            yield from _own_fields(field.parts, f"{within}{field.key}.")


def _common(fields: tuple[ExportField, ...]) -> list[str]:
    return [field.key for field in fields if field.key in COMMON_KEYS]
