"""What a change would take from those who use the site: held against the base in git, and against
the calendars that are live.
"""

import re
import tempfile
from collections.abc import Iterator, Mapping, Set
from pathlib import Path

from macros.checks.change import judge_between
from macros.editing.revision import NoRevision, checkout
from macros.feeds import lost
from macros.model.data import Data
from macros.model.sider import page_address
from macros.outside.kalendere import live_calendars
from macros.outside.web import WebError
from macros.pages.generated import generated_pages
from macros.problems import DataError, Place, Problem, errors
from macros.reading.load import Reading, load
from macros.settings import Settings


def judge_change(root: Path, base: str, settings: Settings) -> Iterator[Problem]:
    """All that would be gone, hints where nobody could be asked."""
    reading = load(root)
    yield from _since(root, base, reading, settings)
    if settings.er_offentlig and not settings.forrige_kalender:
        yield from _live(reading.data, settings)


def _since(root: Path, base: str, reading: Reading, settings: Settings) -> Iterator[Problem]:
    after = reading.data
    with tempfile.TemporaryDirectory() as folder:
        try:
            checkout(root, base, Path(folder))
        except NoRevision as error:
            yield _not_asked("grunnlaget i git", str(error))
            return
        before = load(Path(folder)).data
        drafts = {f"arshjul/{id}/" for id, one in before.sykluser.items() if one.er_utkast}
        pages = _page_files(Path(folder), before)
    yield from judge_between(before, after, settings.today)
    if not errors(reading.problems):
        yield from _addresses(pages, {*drafts, *_page_files(root, after)})


def _page_files(root: Path, data: Data) -> Mapping[str, str]:
    """Each page's address, and the file that it is made of; networks have a rule of their own."""
    made = {page_address(page.path): page.source for page in generated_pages(data)}
    for file in (root / "docs").rglob("*.md"):
        path = file.relative_to(root / "docs").as_posix()
        made[page_address(path)] = f"docs/{path}"
    return {where: source for where, source in made.items() if not re.match("nettverk/.", where)}


def _addresses(before: Mapping[str, str], after: Set[str]) -> Iterator[Problem]:
    """Pages that would be gone, but for `after`: what is there, and drafts, which may go."""
    for here in sorted(before.keys() - after):
        yield Problem(
            Place(before[here]),
            f"adressen /{here} blir borte, og lenker til den slutter å virke. Er det bare navnet"
            " eller id-en som er ny, skriver du den gamle igjen. Skal siden bort, skriver du"
            f" docs/{here.rstrip('/')}.md, som sier hvor man skal gå i stedet",
            "adresse-borte",
        )


def _live(data: Data, settings: Settings) -> Iterator[Problem]:
    """A fork is not told of a domain of the site's own: it is sent on to it, so here calendars made
    for another address are ours too.
    """
    try:
        files = live_calendars(settings.site_url, data.fylke.domene)
        yield from lost(data, files, (), settings.today)
    except WebError as error:
        yield _not_asked("kalenderne som ligger ute", str(error))
    except DataError as error:
        yield from error.problems


def _not_asked(what: str, why: str) -> Problem:
    return Problem(
        Place("data/arshjul"),
        f"ikke spurt: {what} ({why.rstrip('.')}). Før publisering blir det sjekket igjen",
        "ikke-spurt",
        hint=True,
    )
