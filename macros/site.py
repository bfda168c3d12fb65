"""The whole site as values: judged data, the pages made from it, the files beside them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from macros import checks
from macros.pages import BLOCKS
from macros.pages.generated import GeneratedPage, generated_pages
from macros.pages.view import View
from macros.problems import DataError, Problem
from macros.publish import published_files
from macros.reading.load import Reading, load
from macros.settings import Settings, from_environment


@dataclass(frozen=True)
class Site:
    """What one build publishes. Only `Site.read` makes one, so its data has been judged."""

    root: Path
    view: View

    @classmethod
    def read(cls, root: Path, settings: Settings | None = None) -> "Site":
        """Read and judge `root`/data. Raises DataError with every problem when any of them is an error."""
        reading = load(root)
        problems = _judged(reading)
        if any(not problem.hint for problem in problems):
            raise DataError(problems)
        return cls(root, View(reading.data, settings or from_environment(root)))

    def pages(self) -> Iterator[GeneratedPage]:
        """The pages that exist because a record does."""
        return generated_pages(self.view.data)

    def files(self) -> Mapping[str, bytes]:
        """The files beside the pages, by their address: open data, contact cards, calendars."""
        return published_files(self.view)

    def block(self, name: str, url: str, *arguments: object, **named: object) -> str:
        """What a page at `url` gets when it calls the macro `name`."""
        return BLOCKS[name](self.view.at(url), *arguments, **named)


def judge(root: Path) -> list[Problem]:
    """Everything that is wrong with the data of a project, hints too, sorted by file and line."""
    return _judged(load(root))


def _judged(reading: Reading) -> list[Problem]:
    return sorted({*reading.problems, *checks.judge(reading.data)})
