"""Changes of events, in the cycles and in the networks' own years."""

from collections.abc import Iterator

from macros.editing.differences.records import changed_fields
from macros.model.arshjul import TYPES, Hendelse, Syklus
from macros.model.data import Data
from macros.model.nettverk import Nettverk
from macros.model.rader import Rad

SAID_OF = {"vedtatt": "Vedtatt", "forelopig": "Foreløpig", "avlyst": "Avlyst"}
TIMES = ("nar", "ventes", "flyttet_fra", "status", "avlyst_grunn", "kilde")


def event_changes(before: Data, after: Data) -> Iterator[str]:
    """New, moved, settled, cancelled and vanished ones, and all else that is said of them."""
    for id, syklus in after.sykluser.items():
        if id not in before.sykluser:
            yield f"Nytt årshjul: {syklus.tittel} ({syklus.gjelder.tekst})"
            yield from (
                f"{SAID_OF[row.status]} i {_where(Rad(syklus, row))}: {row.tittel}"
                f" ({row.tid.tekst})"
                for row in syklus.hendelser
                if row.nar
            )
        else:
            yield from changed_fields(
                f"Årshjulet {_school_years(id)}",
                before.sykluser[id],
                syklus,
                before,
                after,
                but=("hendelser",),
            )
    yield from (
        f"Årshjulet {_school_years(id)} er tatt bort"
        for id in before.sykluser
        if id not in after.sykluser
    )
    old, new = _rows_by_key(before), _rows_by_key(after)
    for key, rad in new.items():
        if key in old:
            yield from _changed(old[key].hendelse, rad, before, after)
        elif _list_key(rad) in _list_keys(before):
            yield f"Ny hendelse i {_where(rad)}: {rad.hendelse.tittel} ({rad.hendelse.tid.tekst})"
    for key, rad in old.items():
        if key not in new and _list_key(rad) in _list_keys(after):
            yield f"Tatt bort fra {_where(rad)}: {rad.hendelse.tittel} ({rad.hendelse.tid.tekst})"


def changed_rows(before: Data, after: Data) -> list[Rad]:
    """The events whose rows on the pages and in the calendars are new or other than they were;
    vanished ones too.
    """
    old, new = _rows_by_key(before), _rows_by_key(after)
    gone = [rad for key, rad in old.items() if key not in new]
    return [
        rad
        for key, rad in new.items()
        if key not in old or old[key].hendelse.model_dump() != rad.hendelse.model_dump()
    ] + gone


def _rows_by_key(data: Data) -> dict[tuple[str, str, str], Rad]:
    return {
        (*_list_key(Rad(opphav, hendelse)), hendelse.id): Rad(opphav, hendelse)
        for opphav in data.hendelseslister
        for hendelse in opphav.hendelser
    }


def _list_key(rad: Rad) -> tuple[str, str]:
    return type(rad.opphav).__name__, rad.opphav.id


def _list_keys(data: Data) -> set[tuple[str, str]]:
    return {(type(one).__name__, one.id) for one in data.hendelseslister}


def _school_years(id: str) -> str:
    return id.replace("-", "–")


def _where(rad: Rad) -> str:
    opphav: Syklus | Nettverk = rad.opphav
    return f"årshjulet {_school_years(opphav.id)}" if isinstance(opphav, Syklus) else opphav.omtale


def _changed(old: Hendelse, rad: Rad, before: Data, after: Data) -> Iterator[str]:
    new, subject = rad.hendelse, f"{rad.hendelse.tittel} ({_where(rad)})"
    kind = TYPES[new.type[0]]
    if old.nar and new.nar and _said_of_time(old) != _said_of_time(new):
        verb = "flyttet" if new.flyttet_fra and new.flyttet_fra != old.flyttet_fra else "endret"
        yield f"{kind} {verb} fra {old.nar.tekst} til {new.nar.tekst}: {subject}"
    elif new.nar and not old.nar:
        yield f"{kind} satt til {new.nar.tekst}: {subject}"
    elif old.nar and not new.nar:
        yield f"{kind} uten dato igjen, før {old.nar.tekst}: {subject}"
    if new.status != old.status:
        reason = f" Grunn: {new.avlyst_grunn}" if new.avlyst_grunn else ""
        yield {
            "avlyst": f"Avlyst: {subject}, {new.tid.tekst}.{reason}",
            "vedtatt": f"Vedtatt: {subject}",
            "forelopig": f"Ikke vedtatt lenger: {subject}",
        }[new.status]
    told = TIMES if (old.status, _said_of_time(old)) != (new.status, _said_of_time(new)) else ()
    yield from changed_fields(subject, old, new, before, after, but=told)


def _said_of_time(hendelse: Hendelse) -> dict | None:
    """What the file says of the time: the neighbours of an undated row may move without it."""
    return hendelse.nar.model_dump() if hendelse.nar else None
