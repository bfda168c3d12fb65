"""The whole site as values: judged data, the pages made from it, the files beside them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from macros import checks
from macros.feeds import Ledger, feeds, read_ledger, vanished
from macros.model.data import Data
from macros.pages import BLOCKS
from macros.pages.calls import judge_calls
from macros.pages.generated import GeneratedPage, generated_pages
from macros.pages.view import View
from macros.problems import DataError, Place, Problem, unique
from macros.publish import published_files
from macros.reading.load import Reading, Seen, load
from macros.reading.prose import Prose, read_prose
from macros.reading.published import read_published
from macros.settings import Settings, from_environment


@dataclass(frozen=True)
class Site:
    """What one build publishes. Only `Site.read` makes one, so its data has been judged."""

    root: Path
    view: View
    hints: tuple[Problem, ...] = ()

    @classmethod
    def read(cls, root: Path, settings: Settings | None = None) -> "Site":
        """Read and judge data/ and docs/ of a project. Raises DataError with every problem when any of them is an error."""
        site, problems = _examine(root, settings or from_environment(root))
        if not site:
            raise DataError(problems)
        return site

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


def judge(root: Path) -> list[Problem]:
    """Everything that is wrong with a project, hints too, sorted by file and line."""
    return _examine(root, from_environment(root))[1]


def _examine(root: Path, settings: Settings) -> tuple[Site | None, list[Problem]]:
    reading, prose = load(root), list(read_prose(root))
    problems = _judged(reading, settings)
    for page in prose:
        problems += [*page.problems, *judge_calls(page.file, page.text)]
    site = Site(root, View(reading.data, settings), tuple(problems)) if all(problem.hint for problem in problems) else None
    doubles = list(_doubles(site, prose)) if site else []
    return None if doubles else site, list(unique([*problems, *doubles]))


def _doubles(site: Site, prose: list[Prose]) -> Iterator[Problem]:
    """Pages that are both written and made: one of them would be lost without a word."""
    written = {address(page.path): page.file for page in prose}
    for made in site.pages():
        if file := written.get(address(made.path)):
            yield Problem(Place(file), f"siden lages av {made.source} og kan ikke finnes som fil også. Slett eller flytt filen, eller endre id-en i {made.source}", "side-dobbelt")


def address(path: str) -> str:
    """Where a page at `path` below docs/ lies below the site: «nettverk/fosen/», and nothing for the front page."""
    folder, _, name = path.removesuffix(".md").rpartition("/")
    parts = [part for part in (folder, "" if name in ("index", "README") else name) if part]
    return "".join(f"{part}/" for part in parts)


def examine(root: Path, seen: Seen | None = None) -> tuple[Data, list[Problem]]:
    """The data of a project, as far as they can be read, and everything that is wrong with them."""
    reading = load(root, seen)
    return reading.data, _judged(reading, from_environment(root))


def _judged(reading: Reading, settings: Settings) -> list[Problem]:
    problems = {*reading.problems, *checks.judge(reading.data)}
    try:
        problems.update(vanished(reading.data, _ledger(settings), settings.today))
    except DataError as error:
        problems.update(error.problems)
    return list(unique(problems))


def _ledger(settings: Settings) -> Ledger:
    """What is live now, when the build was told where that lies."""
    return read_ledger(read_published(settings.forrige_kalender))
