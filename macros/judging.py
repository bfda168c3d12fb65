"""Everything that is wrong with a project: the forms of its files, the rules, and the pages that
editors write. Light: nothing is drawn here.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from macros import checks
from macros.model.data import Data
from macros.model.sider import SIDER, page_address
from macros.problems import DataError, Place, Problem, errors, must_be_good, nearest, unique
from macros.reading.load import Reading, load
from macros.reading.menu import Menu, read_menu
from macros.reading.prose import Prose, read_prose
from macros.settings import Settings, from_environment

if TYPE_CHECKING:
    from macros.pages.generated import GeneratedPage
    from macros.pages.links import KnownTargets


@dataclass(frozen=True)
class Judged:
    """The data of a project, as far as they can be read, the pages that editors wrote, by their
    path below docs/, and all that is wrong with either, sorted by file and line, hints too.
    """

    data: Data
    prose: Mapping[str, Prose]
    problems: tuple[Problem, ...]


def judge(root: Path) -> list[Problem]:
    """All that is wrong with a project."""
    return list(judge_project(root, from_environment(root)).problems)


def judge_project(root: Path, settings: Settings) -> Judged:
    """Read and judge data/, docs/ and the menu."""
    from macros.pages.calls import judge_calls  # heavy: `examine` does without

    reading, found, menu = load(root), list(read_prose(root)), read_menu(root)
    prose = [page for page in found if page.path.endswith(".md")]
    problems = [*_judged(reading, settings), *menu.problems]
    problems += [problem for part in found for problem in part.problems]
    for page in prose:
        problems += judge_calls(page.file, page.text, reading.data)
    if not errors(problems):
        files = {part.path for part in found} - {page.path for page in prose}
        problems += _among_all(menu, reading.data, prose, files)
    return Judged(reading.data, {page.path: page for page in found}, unique(problems))


def examine(root: Path) -> tuple[Data, list[Problem]]:
    """The same for the data alone."""
    reading = load(root)
    return reading.data, _judged(reading, from_environment(root))


def good_data(root: Path) -> Data:
    """The data of a project, judged. Raises DataError with everything that is wrong with them."""
    data, problems = examine(root)
    must_be_good(problems)
    return data


def read_data(root: Path) -> Data:
    """The data of a project as they stand, not judged.

    Raises DataError where they can't be read.
    """
    reading = load(root)
    must_be_good(reading.problems)
    return reading.data


def _judged(reading: Reading, settings: Settings) -> list[Problem]:
    """What could not be read, and what is wrong with the rest: a line that is told of already gets
    no hint as well.
    """
    told = {(problem.place.file, problem.place.line) for problem in reading.problems}
    judged = checks.judge_data(reading.data, settings.today, settings.latest)
    fresh = [
        problem
        for problem in judged
        if not (problem.hint and (problem.place.file, problem.place.line) in told)
    ]
    return list(unique([*reading.problems, *fresh, *_vanished(reading.data, settings)]))


def _vanished(data: Data, settings: Settings) -> list[Problem]:
    """What subscribers would lose without a word, where the build was told what they have."""
    if not (settings.forrige_kalender and data.fylke):
        return []
    from macros.feeds import lost  # heavy, seldom needed
    from macros.reading.published import read_published

    try:
        files = read_published(settings.forrige_kalender)
        return list(lost(data, files, settings.egne_adresser, settings.today))
    except DataError as error:
        return list(error.problems)


def _among_all(menu: Menu, data: Data, prose: list[Prose], files: set[str]) -> Iterator[Problem]:
    """Pages that are both written and made, since one of them would be lost without a word; and
    links to pages that are neither.
    """
    from macros.pages.anchors import anchors
    from macros.pages.links import KnownTargets, judge_links, judge_menu

    generated = made_pages(data, (page.path for page in prose))
    texts = {page.path: page.body for page in generated}
    texts |= {page.path: page.plain for page in prose}
    paths = set(texts)
    known = KnownTargets(
        paths,
        cache(lambda: files | set(_made(data))),
        cache(lambda path: anchors(texts[path], data)),
    )
    for page in prose:
        yield from judge_links(page.file, page.path, page.plain, known)
    yield from _words_for_pages(data, {page_address(path) for path in paths})
    yield from _led_to(data, texts, known)
    written: dict[str, str] = {}
    for page in prose:
        if (first := written.setdefault(page_address(page.path), page.file)) != page.file:
            yield Problem(
                Place(page.file),
                f"siden får samme adresse som {first}. Slett den ene, eller gi den et annet navn",
                "side-dobbelt",
            )
    if menu.lines is not None:
        made = {page_address(page.path) for page in generated}
        yield from judge_menu(
            menu.lines, [page.path for page in prose if page_address(page.path) not in made], paths
        )
    for made in generated:
        if file := written.get(page_address(made.path)):
            yield Problem(
                Place(file),
                f"siden lages av {made.source} og kan ikke finnes som fil også. Slett eller flytt"
                f" filen, eller endre id-en i {made.source}",
                "side-dobbelt",
            )


def _led_to(data: Data, texts: Mapping[str, str], known: "KnownTargets") -> Iterator[Problem]:
    """The pages that blocks and the frame lead to, and the spots on them."""
    paths = {page_address(path): path for path in texts}
    for target, side in SIDER.items():
        if not side.trengs(data):
            continue
        if target not in paths:
            yield Problem(
                Place(f"docs/{target.rstrip('/') or 'index'}.md"),
                "siden finnes ikke, men andre sider lenker til den. Hent den tilbake fra"
                " historikken, eller lag den på nytt",
                "side-mangler",
            )
            continue
        file = Place(f"docs/{paths[target]}")
        for block in side.blokker:
            if not re.search(rf"\{{\{{\s*{block}\(", texts[paths[target]]):
                yield Problem(
                    file,
                    f"andre sider lenker til det makroen «{block}» viser her. Sett den inn igjen",
                    "side-mangler",
                )
        for anchor in side.ankre:
            if anchor not in known.anchors(paths[target]):
                yield Problem(
                    file,
                    f"andre sider lenker til #{anchor} her, men ingen overskrift har den adressen."
                    f" Skriv {{ #{anchor} }} etter overskriften",
                    "side-mangler",
                )


def _made(data: Data) -> Iterator[str]:
    """The addresses of the files that a page may lead to, and that the build makes."""
    from macros.exports.datasets import DATASETS  # heavy, and seldom needed
    from macros.pages.maler import word_address

    yield from (dataset.address for dataset in DATASETS)
    yield from (kalender.adresse for kalender in data.kalendere.values())
    yield from (word_address(id, sprak) for id, mal in data.maler.items() for sprak in mal.sprak)
    yield from (f"kontakt/{id}.vcf" for id in data.kontakter if data.har_kort(id))


def made_pages(data: Data, written: Iterable[str]) -> "list[GeneratedPage]":
    """The pages that exist because a record does, but for those that editors have written."""
    from macros.pages.generated import generated_pages

    taken = {page_address(path) for path in written}
    return [
        page
        for page in generated_pages(data)
        if not (page.gives_way and page_address(page.path) in taken)
    ]


def _words_for_pages(data: Data, addresses: set[str]) -> Iterator[Problem]:
    """The pages that words of the search lead to."""
    for record in (*data.sok.stikkord, *data.sok.svar) if data.sok else ():
        page = record.side.partition("#")[0]
        if page not in addresses:
            near = nearest(page, addresses)
            yield Problem(
                record.place("side"),
                f"søket viser til «{page}», men siden finnes ikke. "
                + (f"Mente du «{near}»?" if near else "Skriv adressen, som «kontakt/»"),
                "side-lenke",
            )
