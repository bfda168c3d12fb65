"""What a proposal would take from those who use the site: held against the base in git, and against
the calendars that are live.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from macros.checks.proposal import judge_proposal
from macros.editing.revision import NoRevision, checkout
from macros.feeds import calendars_gone, listed, read_ledger, vanished
from macros.judging import address
from macros.model.data import Data
from macros.outside.calendars import live_calendars
from macros.outside.web import WebError
from macros.pages.generated import generated_pages
from macros.problems import DataError, Place, Problem
from macros.reading.load import Seen, load
from macros.settings import Settings


def judge_change(root: Path, base: str, settings: Settings) -> Iterator[Problem]:
    """All that would be gone, hints where nobody could be asked."""
    seen: Seen = {}
    with tempfile.TemporaryDirectory() as folder:
        try:
            checkout(root, base, Path(folder))
        except NoRevision as error:
            yield _not_asked("grunnlaget i git", str(error))
            return
        before = load(Path(folder), seen).data
    after = load(root, seen).data
    yield from judge_proposal(before, after, settings.today)
    yield from _addresses(before, after)
    if settings.er_offentlig and not settings.forrige_kalender:
        yield from _live(after, settings)


def _addresses(before: Data, after: Data) -> Iterator[Problem]:
    """Pages made of records that would be gone; networks have a rule of their own."""
    pages = {address(page.path) for page in generated_pages(after)}
    for page in generated_pages(before):
        if (here := address(page.path)) not in pages and not here.startswith("nettverk/"):
            yield Problem(
                Place(page.source),
                f"adressen /{here} blir borte, og lenker til den slutter å virke. Er det bare navnet"
                " eller id-en som er ny, skriver du den gamle igjen",
                "adresse-borte",
                hint=True,
            )


def _live(data: Data, settings: Settings) -> Iterator[Problem]:
    try:
        files = live_calendars(settings.site_url)
        yield from vanished(data, read_ledger(files), settings.today)
        yield from calendars_gone(data, listed(files), settings.today)
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
