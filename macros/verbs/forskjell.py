"""The verb that tells what a proposal changes."""

import sys
import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from macros.editing import comparison
from macros.editing.revision import NoRevision, checkout
from macros.judging import examine
from macros.model.sider import page_address
from macros.problems import DataError
from macros.reading.files import content
from macros.reading.menu import changed_settings
from macros.settings import from_environment
from macros.site import Site
from macros.verbs.skriv import contents


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "base", metavar="BASE", help="revisjonen å sammenligne med, som main eller HEAD~1"
    )


def run(root: Path, arguments: Namespace) -> int:
    """si med ord hva som er endret siden en revisjon i git: opplysninger, hendelser og sider"""
    with tempfile.TemporaryDirectory() as folder:
        try:
            checkout(root, arguments.base, Path(folder))
        except NoRevision as error:
            print(error, file=sys.stderr)
            return 1
        before, after = examine(Path(folder))[0], examine(root)[0]
        pages = _changed_pages(root, Path(folder))
        found = replace(
            comparison.compare(before, after, None if pages is None else tuple(pages)),
            texts=pages or {},
            settings=tuple(_changed_program(root, Path(folder))),
        )
    print(comparison.comparison_text(found))
    if summary := from_environment(root).job_summary:
        with summary.open("a", encoding="utf-8") as told:
            print(comparison.comparison_text(found, markdown=True), file=told)
    return 0


def _changed_program(root: Path, base: Path) -> Iterator[str]:
    """What editors do not write: the settings beside the menu, looks and scripts."""
    yield from (f"mkdocs.yml: «{name}»" for name in changed_settings(base, root))
    for name in sorted(
        {
            file.relative_to(folder).as_posix()
            for folder in (base, root)
            for ending in ("css", "js")
            for file in (folder / "docs" / "assets").glob(f"*.{ending}")
        }
    ):
        if content(base, base / name) != content(root, root / name):
            yield name


def _changed_pages(root: Path, base: Path) -> Mapping[str, tuple[tuple[str, str], ...]] | None:
    """Address of each page that differs → what is said there before and after; None when one of the
    two can't be drawn.

    The same clock for both, and no links to lines of a file: those move with every edit.
    """
    settings = replace(from_environment(root), repo_url=None, forrige_kalender=None)
    try:
        old, new = (contents(Site.read(folder, settings)) for folder in (base, root))
    except DataError:
        return None
    return {
        page_address(name): comparison.changed_texts(old.get(name, b""), new.get(name, b""))
        for name in comparison.changed_pages(old, new)
    }
