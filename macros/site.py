"""The whole site as values: judged data, the pages made from it, the files beside them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from macros.editing.choices import page_data
from macros.exports.data_files import csv_file, json_file
from macros.exports.datasets import DATASETS
from macros.exports.docx import template_docx
from macros.exports.visittkort import vcard
from macros.exports.well_known import robots, security_txt
from macros.feeds import Ledger, feeds, read_ledger
from macros.judging import judge_project, made_pages
from macros.model.sider import page_address
from macros.pages import BLOCKS
from macros.pages.arshjul_rader import filter_rules, wheel_files
from macros.pages.generated import GeneratedPage
from macros.pages.maler import word_address
from macros.pages.om import SECURITY
from macros.pages.rediger import FORM_DATA
from macros.pages.rettelser import called
from macros.pages.sok import SEARCH_NAMES, search_names
from macros.pages.view import View
from macros.problems import Problem, must_be_good
from macros.reading.prose import Prose
from macros.reading.published import read_published
from macros.settings import Settings, from_environment


@dataclass(frozen=True)
class Site:
    """What one build publishes. Only `Site.read` makes one, so its data has been judged."""

    root: Path
    view: View
    hints: tuple[Problem, ...] = ()
    # The pages that editors wrote, as they were judged, by their path below docs/.
    prose: Mapping[str, Prose] = field(default_factory=dict)

    @classmethod
    def read(cls, root: Path, settings: Settings | None = None) -> "Site":
        """Read and judge data/ and docs/ of a project.

        Raises DataError with every problem when any of them is an error.
        """
        settings = settings or from_environment(root)
        judged = judge_project(root, settings)
        must_be_good(judged.problems)
        return cls(root, View(judged.data, settings), judged.problems, judged.prose)

    def pages(self) -> list[GeneratedPage]:
        return made_pages(self.view.data, self.prose)

    def files(self) -> Mapping[str, bytes]:
        """The files beside the pages, by their address: open data, contact cards, calendars."""
        data, settings = self.view.data, self.view.settings
        calendars = feeds(data, settings.timestamp, settings.site_url, _ledger(self.view))
        names = {SEARCH_NAMES: search_names(self.view, self._titles())}
        return {**published_files(self.view), **calendars, **names}

    def _titles(self) -> Iterator[tuple[str, str, str]]:
        """Address, title and description of each page that the search may find. One in nynorsk says
        what the other does, and is found by name alone.
        """
        written = ((page.path, page.fields) for page in self.prose.values())
        made = (
            (page.path, {"title": page.title, "description": page.description, **page.extras})
            for page in self.pages()
        )
        for path, fields in (*written, *made):
            searched = not fields.get("search") or path.endswith("/nn.md")
            if "title" in fields and searched:
                yield page_address(path), str(fields["title"]), str(fields.get("description", ""))

    def block(self, name: str, url: str, *arguments: object, **named: object) -> str:
        """What a page at `url` gets when it calls the macro `name`."""
        return BLOCKS[name](self.view.at(url), *arguments, **named)


def _ledger(view: View) -> Ledger:
    """What is live now, when the build was told where that lies."""
    files = read_published(view.settings.forrige_kalender)
    return read_ledger(files, view.data.fylke.domene, view.settings.egne_adresser)


def published_files(view: View) -> Mapping[str, bytes]:
    """Address below the site → content. The same data and day give the same bytes."""
    return dict(
        [
            *_open_data(view),
            *_contact_cards(view),
            *_templates(view),
            *_well_known(view),
            *wheel_files(view),
            ("assets/arshjul-filter.css", filter_rules(view.data).encode()),
            (FORM_DATA, page_data(view.data, lambda record: called(view.data, record), view.today)),
        ]
    )


def _open_data(view: View) -> Iterator[tuple[str, bytes]]:
    for dataset in DATASETS:
        written = csv_file if dataset.address.endswith(".csv") else json_file
        yield dataset.address, written(dataset, view.data, view.today, view.news)


def _contact_cards(view: View) -> Iterator[tuple[str, bytes]]:
    for id in view.data.kontakter:
        if view.data.har_kort(id):
            page = f"{view.settings.site_url}kontakt/#{id}"
            yield f"kontakt/{id}.vcf", vcard(view.data, id, page, view.today, view.news)


def _templates(view: View) -> Iterator[tuple[str, bytes]]:
    for id, mal in view.data.maler.items():
        for sprak in mal.sprak:
            written = template_docx(view.data, mal, sprak, view.today, view.news)
            yield word_address(id, sprak), written


def _well_known(view: View) -> Iterator[tuple[str, bytes]]:
    settings, contact = view.settings, view.data.nettsted.sikkerhet
    yield "robots.txt", robots(settings.site_url).encode()
    if contact:
        yield SECURITY, security_txt(contact, settings.site_url, settings.timestamp).encode()
