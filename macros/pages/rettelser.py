"""From a fact on a page to where it is mended: the line of its file, and the form that knows what
stands there now.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import shorten

from macros.model.base import Record
from macros.model.data import Data
from macros.model.emner import Emne
from macros.model.na import Opplysning
from macros.model.nettverk import PptTall, Representant, Skoletall, Utviklingspartner
from macros.model.oppforinger import address_of
from macros.model.plain_text import TEXT_LINK
from macros.model.samlinger import SAMLING
from macros.settings import Settings

PART_FIELDS = ("navn", "tittel", "term", "sporsmal", "hvem", "kort", "innledning", "tekst")
LONGEST_PART = 60


@dataclass(frozen=True)
class Link:
    """A link of the line below a fact.

    `label` is what one hears where only links are read out: it tells them apart.
    """

    text: str
    address: str
    label: str


def rettelse_links(data: Data, settings: Settings, url: str, record: Record) -> Iterator[Link]:
    """What there is for a fact shown at `url`: no pencil without a repository, and neither for what
    was put together from several lines.
    """
    if id(record) not in data.homes:
        return
    name = called(data, record)
    if pencil := edit_address(settings, record):
        yield Link("Rediger", pencil, f"Rediger: {name}")
    way = "../" * url.count("/") or "./"
    yield Link("Meld endring", f"{way}rediger/#{address_of(data, record)}", f"Meld endring: {name}")


def edit_address(settings: Settings, record: Record) -> str | None:
    """Where the record is edited, at its line; None without a repository."""
    place = record.place()
    return (
        f"{settings.repo_url}/edit/main/{place.file}#L{place.line}" if settings.repo_url else None
    )


def called(data: Data, record: Record) -> str:
    """The thing, and which fact about it: «Nord-Eksempel», «Nord-Eksempel: UP1 Kari Eksempel»,
    «Ordningen: Egenandelen var …».
    """
    collection, key = data.homes[id(record)]
    top = data.top(collection, key)
    home = SAMLING[collection].home
    about = home(key, top)[1] if home else key or collection
    part = (
        _part_name(data, record)
        if record is not top or isinstance(record, Emne | Opplysning)
        else ""
    )
    return f"{about}: {part}" if part else about


def _part_name(data: Data, record: Record) -> str:
    if isinstance(record, Representant | Utviklingspartner):
        return (
            f"{'UP1' if isinstance(record, Utviklingspartner) else 'representant'}"
            f" {data.kontakter[record.person].navn}"
        )
    if isinstance(record, Skoletall | PptTall):
        return "antall skoler" if isinstance(record, Skoletall) else "PPT"
    points = getattr(record, "punkter", ())
    found = next(
        (text for name in PART_FIELDS if isinstance(text := getattr(record, name, None), str)), None
    )
    first = points[0] if points else ""
    text = found or (first if isinstance(first, str) else getattr(first, "tekst", ""))
    return shorten(
        TEXT_LINK.sub(r"\1", text),
        LONGEST_PART,
        placeholder=" …",
    )
