"""The projects that are measured: ours, made-up larger ones, and what stock Material makes of the
same pages. Each is made once.
"""

import json
import shutil
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from conftest import EXAMPLE, complete
from hundredfold import Size, multiply

from bench import ROOT
from bench.measure import used
from macros.settings import BUILD

# Nothing but what every such site has: no macros, no overrides, no hooks.
STOCK = {
    "site_name": "Referanse",
    "site_url": "http://127.0.0.1:8000/",
    "theme": {"name": "material", "language": "nb", "font": False},
    "plugins": [{"search": {"lang": "no"}}],
    "markdown_extensions": ["attr_list", "tables", "toc"],
}
# The county as it is, ten of it (but no more kommuner than Norway has), and Norway. A school of a
# network has a page of its own; cycles and terms do not follow from size.
SIZES = {
    "1×": Size(11, 38, 35, 35, 60, 3),
    "10×": Size(110, 357, 350, 350, 60, 3),
    "100×": Size(165, 357, 2800, 2800, 60, 3),
}
PARAGRAPH = "Et avsnitt om ingenting, så langt som avsnitt pleier å være. " * 5


@dataclass(frozen=True)
class Built:
    """A site that stands: its folder, how many pages it has, and the processor time that it
    took.
    """

    site: Path
    pages: int
    took: float

    @classmethod
    def of(cls, project: Path, times: int, *arguments: str) -> "Built":
        """Build a project into its own site/, or the real one into a folder that the arguments
        name.
        """
        site = Path(arguments[-1]) if arguments else project / "site"
        took = used(project, times, "-m", *BUILD, *arguments)
        return cls(site, sum(1 for _ in site.rglob("*.html")), took)


class Workshop:
    """What the measurements share, in a folder that is thrown away."""

    def __init__(self, folder: Path):
        self.folder = folder

    @cache  # noqa: B019  one workshop lives as long as the run
    def real(self) -> Built:
        """The real site, its templates compiled by an earlier build as they always are but the
        first time.
        """
        arguments = ("--strict", "--site-dir", str(self.folder / "real-site"))
        used(ROOT, 1, "-m", *BUILD, *arguments)
        return Built.of(ROOT, 5, *arguments)

    @cache  # noqa: B019  one workshop lives as long as the run
    def made_up(self, size: str) -> Path:
        """A project of that size, with invented names."""
        project = Path(shutil.copytree(EXAMPLE, self.folder / f"made-up-{size}"))
        complete(project)
        multiply(project, SIZES[size])
        return project

    @cache  # noqa: B019  one workshop lives as long as the run
    def larger(self, size: str, times: int = 1) -> Built:
        """Such a project's site."""
        return Built.of(self.made_up(size), times)

    @cache  # noqa: B019  one workshop lives as long as the run
    def written(self, project: Path) -> Path:
        """Every page of a project as `skriv` writes it, for stock Material."""
        reference = self.folder / f"stock-{project.name}"
        reference.mkdir()
        used(project, 1, "-m", "macros", "skriv", str(reference / "docs"))
        return configured(reference)

    @cache  # noqa: B019  one workshop lives as long as the run
    def stock(self, project: Path, times: int) -> Built:
        """What stock Material makes of the same pages."""
        return Built.of(self.written(project), times)

    @cache  # noqa: B019  one workshop lives as long as the run
    def plain(self, count: int, times: int) -> Built:
        """As many pages with one paragraph each."""
        reference = self.folder / f"plain-{count}"
        (reference / "docs").mkdir(parents=True)
        for number in range(count - 1):  # the page for a wrong address is the last
            name = f"side-{number}.md" if number else "index.md"
            (reference / "docs" / name).write_text(f"# Side {number}\n\n{PARAGRAPH}\n", "utf-8")
        return Built.of(configured(reference), times)


def copied(folder: Path) -> Path:
    """The real project in another folder, to change at will."""
    return Path(
        shutil.copytree(
            ROOT, folder, ignore=shutil.ignore_patterns(".*", "site", "tests", "bench", "build")
        )
    )


def configured(reference: Path) -> Path:
    """The folder, with the settings of a stock site."""
    (reference / "mkdocs.yml").write_text(json.dumps(STOCK), "utf-8")
    return reference
