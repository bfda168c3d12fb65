"""«Flytt», «avlys» and «ny» for what stands in a cycle or in a network's own year."""

from pydantic import TypeAdapter, ValidationError

from macros.editing.draft import Draft
from macros.editing.emit import one_or_all
from macros.editing.operations.desk import Desk, free_id
from macros.editing.operations.kilder import enter
from macros.editing.proposal import Operation
from macros.model.arshjul import Hendelse, Hendelsesstatus
from macros.model.base import Path
from macros.model.dates import Moment
from macros.model.nar import PRECISE, Nar
from macros.model.oppforinger import Oppforing
from macros.model.tider import say_hours
from macros.model.types import slug

EVENT_NEEDS = ("tittel", "type", "malgruppe", "status", "nar")


def move_event(desk: Desk, operation: Operation, spot: Oppforing) -> None:
    """An event gets its day, or another one."""
    hendelse = spot.value
    if not isinstance(hendelse, Hendelse):
        desk.refuse(spot.record, "Bare en hendelse kan flyttes.")
        return
    new = _judged_time(desk, hendelse, operation.given["nar"])
    _judge_rest(desk, operation, hendelse, new)
    if not desk.wrong:
        _write_move(desk, operation, spot, new)


def _judge_rest(desk: Desk, operation: Operation, hendelse: Hendelse, new: Nar | None) -> None:
    """The state and the place that came with the day, and whether anything is new."""
    status, place = operation.text("status"), operation.text("sted")
    for name in ("status", "sted"):
        if operation.given.get(name):
            desk.value(hendelse, Hendelse, name, operation.given[name])
    if (status or hendelse.status) == "avlyst":
        desk.refuse(
            hendelse,
            "Hendelsen er avlyst. Velg om den nye datoen er vedtatt eller foreløpig.",
            "status",
        )
    same_day = hendelse.nar and new and hendelse.nar.tekst == new.tekst
    if same_day and status in ("", hendelse.status) and place in ("", hendelse.sted):
        desk.refuse(hendelse, f"Hendelsen står alt {new.tekst}.")


def _write_move(desk: Desk, operation: Operation, spot: Oppforing, new: Nar) -> None:
    hendelse, draft = spot.value, desk.draft(spot.file)
    status, place = operation.text("status"), operation.text("sted")
    enter(desk)
    _set_times(draft, (*spot.path, "nar"), operation.given["nar"])
    if old := _moved_from(hendelse, new):
        draft.set((*spot.path, "flyttet_fra"), str(old))
    if status and status != hendelse.status:
        draft.set((*spot.path, "status"), status)
        if hendelse.avlyst_grunn:
            draft.remove((*spot.path, "avlyst_grunn"))
    if place:
        draft.set((*spot.path, "sted"), place)
    draft.set((*spot.path, "kilde"), desk.source.behind(hendelse.kilde))


def _judged_time(desk: Desk, hendelse: Hendelse | None, times: object) -> Nar | None:
    try:
        return TypeAdapter(Nar).validate_python(times)
    except ValidationError as error:
        first = error.errors()[0]
        said = first["msg"] if "«" in first["msg"] or "tid" in first["type"] else ""
        desk.refuse(hendelse, f"{said or 'Tiden er ikke slik den skal'}.", "nar")
        return None


def _set_times(draft: Draft, path: Path, times: dict[str, str]) -> None:
    """Only the lines that differ, where the same fields stand there already."""
    if draft.keys(path) == set(times):
        for name, value in times.items():
            draft.set((*path, name), value)
    else:
        draft.set(path, times)


def _moved_from(hendelse: Hendelse, new: Nar) -> Moment | None:
    """The date it had; nothing when it had none, or had a month that the new day is in."""
    old = hendelse.nar
    if old is None or old.presisjon == "udatert":
        return None
    new_hours = old.kl and new.kl and say_hours(old.kl) != say_hours(new.kl)
    if (new.start, new.slutt) == (old.start, old.slutt) and not new_hours:
        return None
    if old.presisjon in PRECISE:
        return Moment(old.start.year, old.start.month, old.start.day)
    return None if old.start <= new.start <= old.slutt else Moment(old.start.year, old.start.month)


def cancel_event(desk: Desk, operation: Operation, spot: Oppforing) -> None:
    """An event does not take place; its row stays, with the reason."""
    hendelse = spot.value
    if not isinstance(hendelse, Hendelse):
        desk.refuse(spot.record, "Bare en hendelse kan avlyses.")
        return
    if hendelse.status == "avlyst":
        desk.refuse(hendelse, "Hendelsen er alt avlyst.")
    reason = operation.given["grunn"]
    if desk.value(hendelse, Hendelse, "avlyst_grunn", reason) is None or desk.wrong:
        return
    enter(desk)
    draft = desk.draft(spot.file)
    draft.set((*spot.path, "status"), "avlyst")
    draft.set((*spot.path, "avlyst_grunn"), " ".join(str(reason).split()))
    draft.set((*spot.path, "kilde"), desk.source.behind(hendelse.kilde))


def add_event(desk: Desk, operation: Operation, spot: Oppforing) -> None:
    """A new event in the list, by its first day: behind the last one that does not come later."""
    given, hendelser = operation.given["verdi"], spot.value
    if not isinstance(given, dict):
        desk.refuse(spot.record, "Hendelsen er ikke slik den skal.")
        return
    for name in EVENT_NEEDS:
        if not given.get(name):
            desk.refuse(None, "Svaret mangler.", name)
    kept = {name: value for name, value in given.items() if name not in ("id", "kilde")}
    for name, value in kept.items():
        if name != "nar":
            desk.value(None, Hendelse, name, value)
    when = _judged_time(desk, None, given.get("nar")) if given.get("nar") else None
    title = " ".join(str(given.get("tittel", "")).split())
    if title and not slug(title):
        desk.refuse(None, f"«{title}» er ikke en tittel. Skriv den med ord.")
    if any(hendelse.tittel.casefold() == title.casefold() for hendelse in hendelser):
        desk.refuse(
            None,
            f"«{title}» står der fra før. Flytt den hvis det er den, ellers gi den nye et annet"
            " navn.",
        )
    if given.get("status") not in Hendelsesstatus.__args__[:2]:
        desk.refuse(None, "Velg om datoen er vedtatt eller foreløpig.", "status")
    if desk.wrong:
        return
    enter(desk)
    index = max(
        (place + 1 for place, hendelse in enumerate(hendelser) if hendelse.start <= when.start),
        default=0,
    )
    taken = {hendelse.id for hendelse in hendelser}
    desk.draft(spot.file).insert(
        spot.path,
        index,
        {"id": free_id(f"{title} {when.start.year}", taken)}
        | {name: one_or_all(value) for name, value in kept.items()}
        | {"kilde": desk.source.id},
    )
