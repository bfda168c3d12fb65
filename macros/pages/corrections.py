"""From a fact on a page to where it is mended: the line of its file, a form that knows what stands
there now, or the same as an e-mail.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from textwrap import shorten
from urllib.parse import quote, urlencode

from macros.model.arshjul import Hendelse
from macros.model.base import Record
from macros.model.data import Data
from macros.model.dates import say_day
from macros.model.emner import Emne
from macros.model.kontakter import Kontakt
from macros.model.na import Opplysning
from macros.model.nettverk import PptTall, Representant, Skoletall, Utviklingspartner
from macros.model.samlinger import SAMLING
from macros.model.tider import say_hours
from macros.settings import Settings

PART_FIELDS = ("navn", "tittel", "term", "sporsmal", "hvem", "kort", "innledning", "tekst")
LONGEST_PART = 60
# Signs that stand as they are in either kind of address: there are thousands of them.
UNQUOTED = "():,@"
Values = Mapping[str, str | None]


@dataclass(frozen=True)
class Link:
    """A link of the line below a fact.

    `label` is what one hears where only links are read out: it tells them apart.
    """

    text: str
    address: str
    label: str


def correction_links(data: Data, settings: Settings, url: str, record: Record) -> Iterator[Link]:
    """What there is for a fact shown at `url`: none without a repository and an address, and none
    for what was put together from several lines.
    """
    if id(record) not in data.homes:
        return
    name, place = called(data, record), record.place()
    if settings.repo_url:
        yield Link(
            "Rediger",
            f"{settings.repo_url}/edit/main/{place.file}#L{place.line}",
            f"Rediger: {name}",
        )
        form, title, values = _form_of(data, record, url, settings.today)
        given = {"template": f"{form}.yml", "title": f"{title}: {name}"} | {
            key: value for key, value in values.items() if value
        }
        yield Link(
            "Meld endring",
            f"{settings.repo_url}/issues/new?{urlencode(given, safe=UNQUOTED, quote_via=quote)}",
            f"Meld endring: {name}",
        )
    if data.nettsted and data.nettsted.henvendelser:
        text = (
            f"Side: {settings.site_url}{url}\r\n{now(data, record)}\r\n\r\nDet skal"
            " stå:\r\n\r\nHvem har opplyst det:\r\n"
        )
        mail = urlencode(
            {"subject": f"Endring: {name}", "body": text}, safe=UNQUOTED, quote_via=quote
        )
        words = "Meld på e-post" if settings.repo_url else "Meld endring"
        yield Link(words, f"mailto:{data.nettsted.henvendelser}?{mail}", f"{words}: {name}")


def called(data: Data, record: Record) -> str:
    """«Fosen», «Fosen: UP1 Mette Meidell», «Dekom: Egenandelen var …»: the thing, and which fact
    about it.
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
    return shorten(
        found or (first if isinstance(first, str) else getattr(first, "tekst", "")),
        LONGEST_PART,
        placeholder=" …",
    )


def now(data: Data, record: Record) -> str:
    """«Nå står det i data/nettverk/fosen.yml, linje 35: Fosen: UP1 Mette Meidell, NTNU (per 2022)»:
    where, which record, and its values.
    """
    place, when = record.place(), getattr(record, "tidfesting", "")
    name = getattr(record, "id", None) or data.homes[id(record)][1]
    which = f" ({name})" if name and not place.file.endswith(f"/{name}.yml") else ""
    said = ", ".join(filter(None, [called(data, record), *_present_values(data, record)]))
    return (
        f"Nå står det i {place.file}, linje {place.line}{which}:"
        f" {said}{f' ({when})' if when else ''}"
    )


def _present_values(data: Data, record: Record) -> tuple[str | None, ...]:
    """What can be wrong about a person, a date or a number."""
    if isinstance(record, Kontakt):
        return record.stilling, _institution_name(data, record), record.epost, record.telefon
    if isinstance(record, Utviklingspartner):
        return (_institution_name(data, record),)
    if isinstance(record, Skoletall):
        return f"{record.offentlige} offentlige", f"{record.private} private"
    return (
        (record.tid.tekst,)
        if isinstance(record, Hendelse)
        else (str(record.antall),)
        if isinstance(record, PptTall)
        else ()
    )


def _institution_name(data: Data, record: Kontakt | Utviklingspartner) -> str | None:
    return data.institusjoner[record.institusjon].kortnavn if record.institusjon else None


def _form_of(data: Data, record: Record, url: str, today: date) -> tuple[str, str, Values]:
    """The form for the errand, the beginning of its title, and what stands there now by the ids of
    its fields.
    """
    collection, key = data.homes[id(record)]
    if isinstance(record, Kontakt):
        values = {"kontakt": key, "institusjon": _institution_name(data, record)} | {
            name: getattr(record, name) for name in ("navn", "epost", "telefon", "stilling")
        }
        return "endre-kontakt", "Endre en kontakt", values
    if isinstance(record, Utviklingspartner):
        nettverk = data.nettverk[key]
        is_up1 = any(partner is record for partner in nettverk.up1(today))
        return (
            "ny-utviklingspartner",
            "Ny utviklingspartner for et nettverk",
            {
                "nettverk": nettverk.kortnavn,
                "slutter": data.kontakter[record.person].navn if is_up1 else None,
                "merknad": now(data, record),
            },
        )
    if isinstance(record, Hendelse):
        place = (
            f"Årshjulet {key}"
            if collection == "sykluser"
            else f"Nettverket {data.nettverk[key].kortnavn}"
        )
        return (
            "ny-dato",
            "Ny eller flyttet dato",
            {"hvor": place, "hendelse": record.id, **_times_of(record)},
        )
    return "noe-annet", "Noe annet er feil", {"side": f"/{url}", "feil": now(data, record)}


def _times_of(hendelse: Hendelse) -> Values:
    tid = hendelse.tid
    if tid.dato:
        return {"dato": say_day(tid.dato), "kl": say_hours(tid.kl) if tid.kl else None}
    if tid.fra and tid.til:
        return {"dato": say_day(tid.fra), "til": say_day(tid.til)}
    first = tid.maned or tid.fra_maned
    return {
        "dato": first.tekst if first else None,
        "til": tid.til_maned.tekst if tid.til_maned else None,
    }
