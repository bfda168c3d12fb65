"""The whole site as values: judged data, the pages made from it, the files beside them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.feeds import Ledger, feeds, read_ledger
from macros.judging import judge_project
from macros.pages import BLOCKS
from macros.pages.generated import GeneratedPage, generated_pages
from macros.pages.view import View
from macros.problems import DataError, Problem
from macros.publish import published_files
from macros.reading.load import Seen
from macros.reading.published import read_published
from macros.settings import Settings, from_environment


@dataclass(frozen=True)
class Site:
    """What one build publishes. Only `Site.read` makes one, so its data has been judged."""

    root: Path
    view: View
    hints: tuple[Problem, ...] = ()

    @classmethod
    def read(cls, root: Path, settings: Settings | None = None, seen: Seen | None = None) -> "Site":
        """Read and judge data/ and docs/ of a project.

        Raises DataError with every problem when any of them is an error.
        """
        settings = settings or from_environment(root)
        data, problems = judge_project(root, settings, seen)
        if any(not problem.hint for problem in problems):
            raise DataError(problems)
        return cls(root, View(data, settings), tuple(problems))

    def pages(self) -> Iterator[GeneratedPage]:
        """The pages that exist because a record does."""
        return generated_pages(self.view.data)

    def files(self) -> Mapping[str, bytes]:
        """The files beside the pages, by their address: open data, contact cards, calendars."""
        data, settings = self.view.data, self.view.settings
        calendars = feeds(data, settings.timestamp, settings.site_url, _ledger(settings))
        return {**published_files(self.view), **calendars}

    def block(self, name: str, url: str, *arguments: object, **named: object) -> str:
        """What a page at `url` gets when it calls the macro `name`."""
        return BLOCKS[name](self.view.at(url), *arguments, **named)


def _ledger(settings: Settings) -> Ledger:
    """What is live now, when the build was told where that lies."""
    return read_ledger(read_published(settings.forrige_kalender))
