"""Where the answers come from: the register's address, asked kommune by kommune, or a file with one
answer.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from macros.outside.skoleregister.answers import PAGES, TOTAL, Page, RegisterError, Unit, read_page
from macros.outside.web import Answer, WebError, ask, must_be_safe
from macros.problems import reason

VERSION = "/v4"
MOST_PAGES = 100


@dataclass(frozen=True)
class Found:
    """All active schools of some kommuner, and the day that the register said so; no day for a
    file.
    """

    units: Mapping[str, Unit]
    kommuner: frozenset[str]
    day: date | None = None


def from_address(
    base: str,
    kommuner: Mapping[str, str],
    get: Callable[..., Answer] = ask,
    tell: Callable[[str], None] = lambda said: None,
) -> Found:
    """Ask for each kommune (number → name) below `base`, and `tell` which one.

    One wrong answer, and there is no answer at all.
    """
    try:
        must_be_safe(base)
        if re.search("/v3|/enhet", urlsplit(base).path):
            raise RegisterError(
                f"«{base}» er ikke roten til registeret. Skriv bare tjeneren, som"
                " https://data-nsr.udir.no"
            )
        root = base.rstrip("/").removesuffix(VERSION)
        units: dict[str, Unit] = {}
        day = None
        for place, (number, name) in enumerate(kommuner.items(), 1):
            tell(f"Spør om {name} ({number}), {place} av {len(kommuner)}")
            found, day = _kommune(
                f"{root}{VERSION}/enheter/kommune/{number}", f"{name} ({number})", get
            )
            if not any(unit.kommune == number for unit in found.values()):
                raise RegisterError(
                    f"{name} ({number}): svaret har ingen aktive skoler i kommunen. Er"
                    " kommunenummeret nytt?"
                )
            units |= found
    except WebError as error:
        raise RegisterError(str(error)) from None
    return Found(units, frozenset(kommuner), day)


def from_file(file: Path, kommuner: Mapping[str, str]) -> Found:
    """One answer that somebody has saved; it speaks for those of our kommuner that it has schools
    in.
    """
    try:
        page = read_page(file.read_bytes(), "", str(file))
    except OSError as error:
        raise RegisterError(f"«{file}» kan ikke leses ({reason(error)})") from None
    if page.pages > 1:
        raise RegisterError(
            f"{file}: dette er én av {page.pages} sider. Lagre svaret for én kommune, eller hele"
            " listen på én side"
        )
    _must_be_whole(page, page.size, str(file))
    here = frozenset(unit.kommune for unit in page.units) & frozenset(kommuner)
    if not here:
        raise RegisterError(f"{file}: ingen av skolene ligger i kommunene i data/kommuner.yml")
    return Found({unit.orgnr: unit for unit in page.units}, here)


def _kommune(
    url: str, name: str, get: Callable[..., Answer]
) -> tuple[dict[str, Unit], date | None]:
    """The schools of one kommune.

    Its list usually comes whole; where it says that there are more pages, all are read.
    """
    page, day = _answer_page(url, name, get)
    units, size, number = {unit.orgnr: unit for unit in page.units}, page.size, 1
    if page.pages > MOST_PAGES:
        raise RegisterError(
            f"{name}: registeret sier at svaret er på {page.pages} sider. Det kan ikke stemme"
        )
    while number < page.pages:
        number += 1
        more, day = _answer_page(f"{url}?sidenummer={number}", f"{name}, side {number}", get)
        units |= {unit.orgnr: unit for unit in more.units}
        size += more.size
    _must_be_whole(page, size, name)
    return units, day


def _answer_page(url: str, name: str, get: Callable[..., Answer]) -> tuple[Page, date | None]:
    answer = get(url, accept="application/json")
    if answer.status == 404:
        raise RegisterError(
            f"{name}: registeret kjenner ikke kommunen (404). Er nummeret i data/kommuner.yml"
            " riktig?"
        )
    if answer.status != 200:
        raise RegisterError(f"{name}: {url} svarte med feil {answer.status}. Prøv igjen senere")
    return read_page(answer.body, answer.kind or "ukjent", name), answer.day


def _must_be_whole(page: Page, size: int, where: str) -> None:
    if page.total is not None and page.total != size:
        raise RegisterError(
            f"{where}: svaret er ikke helt. Det har {size} av {page.total} enheter («{TOTAL}»), på"
            f" {page.pages} sider («{PAGES}»)"
        )
