"""The files beside the pages: open data, contact cards, templates and calendars, each with its
permanent address.
"""

from collections.abc import Iterator, Mapping

from macros.exports.csv_files import csv_file
from macros.exports.datasets import DATASETS
from macros.exports.docx import template_docx
from macros.exports.json_files import json_file
from macros.exports.vcards import vcard
from macros.exports.well_known import robots, security_txt
from macros.pages.about import SECURITY
from macros.pages.arshjul_tabell import filter_rules
from macros.pages.maler import document
from macros.pages.view import View


def published_files(view: View) -> Mapping[str, bytes]:
    """Address below the site → content. The same data and day give the same bytes."""
    return dict(
        [
            *_open_data(view),
            *_contact_cards(view),
            *_templates(view),
            *_well_known(view),
            ("assets/arshjul-filter.css", filter_rules(view.data).encode()),
        ]
    )


def _open_data(view: View) -> Iterator[tuple[str, bytes]]:
    for dataset in DATASETS:
        is_table = dataset.address.endswith(".csv")
        yield (
            dataset.address,
            csv_file(dataset, view.data) if is_table else json_file(dataset, view.data, view.today),
        )


def _contact_cards(view: View) -> Iterator[tuple[str, bytes]]:
    for id, kontakt in view.data.kontakter.items():
        if kontakt.kan_nas:
            yield (
                f"kontakt/{id}.vcf",
                vcard(view.data, id, f"{view.settings.site_url}kontakt/#{id}"),
            )


def _templates(view: View) -> Iterator[tuple[str, bytes]]:
    for id, mal in view.data.maler.items():
        for sprak in mal.sprak:
            yield document(id, sprak), template_docx(view.data, mal, sprak)


def _well_known(view: View) -> Iterator[tuple[str, bytes]]:
    settings, contact = view.settings, view.data.nettsted.sikkerhet
    yield "robots.txt", robots(settings.site_url).encode()
    if contact:
        yield SECURITY, security_txt(contact, settings.site_url, settings.timestamp).encode()
