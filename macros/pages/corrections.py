"""From a fact on a page to where it is mended: the line of its file, a form that knows what stands there now, or the same as an e-mail."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from textwrap import shorten
from urllib.parse import quote, urlencode

from macros.model.arshjul import Hendelse
from macros.model.base import Record
from macros.model.data import Data
from macros.model.dates import say_day
from macros.model.emner import Emne
from macros.model.kontakter import Kontakt
from macros.model.nettverk import PptTall, Representant, Skoletall, Utviklingspartner
from macros.model.tider import say_hours
from macros.pages.questions import HOMES
from macros.settings import Settings

NAMES = ("navn", "tittel", "term", "sporsmal", "hvem", "kort", "innledning", "tekst")
LONGEST = 60
Values = Mapping[str, str | None]


@dataclass(frozen=True)
class Link:
    """A link of the line below a fact. `label` is what one hears where only links are read out: it tells them apart."""

    text: str
    address: str
    label: str


def correction_links(data: Data, settings: Settings, url: str, record: Record) -> Iterator[Link]:
    """What there is for a fact shown at `url`: none without a repository and an address, and none for what was put together from several lines."""
    if id(record) not in data.homes:
        return
    name, place = called(data, record), record.place()
    if settings.repo_url:
        yield Link("Rediger", f"{settings.repo_url}/edit/main/{place.file}#L{place.line}", f"Rediger: {name}")
        form, title, values = _form(data, record, url)
        given = {"template": f"{form}.yml", "title": f"{title}: {name}"} | {key: value for key, value in values.items() if value}
        yield Link("Meld endring", f"{settings.repo_url}/issues/new?{urlencode(given, quote_via=quote)}", f"Meld endring: {name}")
    if data.nettsted and data.nettsted.henvendelser:
        text = f"Side: {settings.site_url}{url}\r\n{now(data, record)}\r\n\r\nDet skal stå:\r\n\r\nHvem har opplyst det:\r\n"
        mail = urlencode({"subject": f"Endring: {name}", "body": text}, quote_via=quote)
        words = "Meld på e-post" if settings.repo_url else "Meld endring"
        yield Link(words, f"mailto:{data.nettsted.henvendelser}?{mail}", f"{words}: {name}")


def called(data: Data, record: Record) -> str:
    """«Fosen», «Fosen: UP1 Mette Meidell», «Dekom: Egenandelen var …»: the thing, and which fact about it."""
    collection, key = data.homes[id(record)]
    top = data.top(collection, key)
    about = HOMES[collection](key, top)[1] if collection in HOMES else key or collection
    part = _own(data, record) if record is not top or isinstance(record, Emne) else ""
    return f"{about}: {part}" if part else about


def _own(data: Data, record: Record) -> str:
    if isinstance(record, Representant | Utviklingspartner):
        return f"{'UP1' if isinstance(record, Utviklingspartner) else 'representant'} {data.kontakter[record.person].navn}"
    if isinstance(record, Skoletall | PptTall):
        return "antall skoler" if isinstance(record, Skoletall) else "PPT"
    points = getattr(record, "punkter", ())
    found = next((text for name in NAMES if isinstance(text := getattr(record, name, None), str)), None)
    first = points[0] if points else ""
    return shorten(found or (first if isinstance(first, str) else getattr(first, "tekst", "")), LONGEST, placeholder=" …")


def now(data: Data, record: Record) -> str:
    """«Nå står det: Fosen: UP1 Mette Meidell (per 2022)», with what can be wrong about a person or a date."""
    values = [record.epost, record.telefon] if isinstance(record, Kontakt) else [record.tid.tekst] if isinstance(record, Hendelse) else []
    when = getattr(record, "tidfesting", "")
    return f"Nå står det: {', '.join(filter(None, [called(data, record), *values]))}{f' ({when})' if when else ''}"


def _form(data: Data, record: Record, url: str) -> tuple[str, str, Values]:
    """The form for the errand, the beginning of its title, and what stands there now by the ids of its fields."""
    collection, key = data.homes[id(record)]
    if isinstance(record, Kontakt):
        return "endre-kontakt", "Endre en kontakt", {"kontakt": key, "epost": record.epost, "telefon": record.telefon}
    if isinstance(record, Utviklingspartner):
        return "ny-utviklingspartner", "Ny utviklingspartner for et nettverk", {"nettverk": data.nettverk[key].kortnavn}
    if isinstance(record, Hendelse):
        place = f"Årshjulet {key}" if collection == "sykluser" else f"Nettverket {data.nettverk[key].kortnavn}"
        return "ny-dato", "Ny eller flyttet dato", {"hvor": place, "hendelse": record.id, **_times(record)}
    return "noe-annet", "Noe annet er feil", {"side": f"/{url}", "feil": now(data, record)}


def _times(hendelse: Hendelse) -> Values:
    tid = hendelse.tid
    if tid.dato:
        return {"dato": say_day(tid.dato), "kl": say_hours(tid.kl) if tid.kl else None}
    if tid.fra and tid.til:
        return {"dato": say_day(tid.fra), "til": say_day(tid.til)}
    first = tid.maned or tid.fra_maned
    return {"dato": first.tekst if first else None, "til": tid.til_maned.tekst if tid.til_maned else None}
