"""«Ny eller flyttet dato»: an event gets its day, another day, or is cancelled; or there is a new
one.
"""

import re

from pydantic import TypeAdapter, ValidationError

from macros.editing import forms
from macros.editing.draft import Draft
from macros.editing.errands.desk import Desk, free_id
from macros.editing.errands.sources import Source, enter, told_by
from macros.editing.options import lists_of_events
from macros.model.arshjul import TYPES, Hendelse, Syklus
from macros.model.base import Path
from macros.model.dates import DASHES, Moment
from macros.model.nar import PRECISE, Nar
from macros.model.nettverk import Nettverk
from macros.model.rader import AUDIENCES
from macros.model.tider import Klokkeslett, say_hours
from macros.model.types import slug

Times = dict[str, str]
# What only another errand asks for. The dates are not among them: a link has filled them in.
UNUSED_ANSWERS = {
    forms.MOVED: ("type", "malgruppe", "grunn"),
    forms.CANCELLED: ("type", "malgruppe"),
    forms.NEW: ("grunn",),
}
# «kl. 10–15», «10.00 til 15.30»
HOURS = re.compile(
    rf"(?:kl\.?\s*)?([0-9]{{1,2}})(?:[.:]([0-9]{{2}}))?\s*(?:[{DASHES}]|til)\s*(?:kl\.?\s*)?([0-9]{{1,2}})(?:[.:]([0-9]{{2}}))?",
    re.IGNORECASE,
)


def change_date(desk: Desk) -> None:
    """Each of the three things that can have happened."""
    what = desk.one_of("hva", {name: name for name in (forms.MOVED, forms.NEW, forms.CANCELLED)})
    place = desk.one_of("hvor", lists_of_events(desk.data))
    source = told_by(desk)
    title = desk.needed("hendelse")
    if not (what and place and title):
        return
    if what == forms.NEW:
        _new(desk, place, title, source)
    elif hendelse := _known_event(desk, place, title):
        (_move_event if what == forms.MOVED else _cancel)(desk, place, hendelse, source)
    for field in desk.answers.form.fields:
        if field.id in UNUSED_ANSWERS[what] and desk.answers.given.get(field.id):
            desk.told.append(
                f"Svaret på «{field.label}» er ikke brukt, for det hører ikke til valget «{what}»."
            )


def _known_event(desk: Desk, place: Syklus | Nettverk, title: str) -> Hendelse | None:
    """By title or id. Of several with the same title, only the id says which."""
    same = [
        hendelse for hendelse in place.hendelser if hendelse.tittel.casefold() == title.casefold()
    ]
    if len(same) > 1:
        desk.refuse(
            "hendelse",
            "Flere hendelser heter det. Skriv id-en:"
            f" {', '.join(hendelse.id for hendelse in same)}.",
        )
        return None
    wanted = slug(title)
    elsewhere = [
        words
        for words, other in lists_of_events(desk.data).items()
        if any(wanted in (one.id, slug(one.tittel)) for one in other.hendelser)
    ]
    if elsewhere and all(wanted not in (one.id, slug(one.tittel)) for one in place.hendelser):
        desk.refuse(
            "hvor",
            f"«{title}» står i {' og '.join(f'«{words}»' for words in elsewhere)}. Velg det.",
        )
        return None
    return desk.one_of(
        "hendelse",
        {name: hendelse for hendelse in place.hendelser for name in (hendelse.id, hendelse.tittel)},
        title,
    )


def _times_asked(desk: Desk) -> Times | None:
    """What stands under `nar`, in the form that fits how much is known."""
    start, end, hours = desk.needed_moment("dato"), desk.moment("til"), _hours_asked(desk)
    if not start:
        return None
    if not start.month:
        desk.refuse("dato", f"Året {start.tekst} er ikke nok. Skriv dagen eller måneden.")
    elif (end and bool(end.day) != bool(start.day)) or (end and not end.month):
        desk.refuse(
            "til",
            "Skriv siste dag når det første er en dag, og siste måned når det første er en måned.",
        )
    elif hours and (end or not start.day):
        desk.refuse("kl", "Klokkeslett kan bare stå sammen med én dag.")
    else:
        return _judged_times(desk, _new_times(start, end, hours))
    return None


def _new_times(start: Moment, end: Moment | None, hours: str) -> Times:
    if start.day:
        return (
            {"fra": str(start), "til": str(end)}
            if end
            else {"dato": str(start)} | ({"kl": hours} if hours else {})
        )
    return {"fra_maned": str(start), "til_maned": str(end)} if end else {"maned": str(start)}


def _hours_asked(desk: Desk) -> str:
    text = desk.line("kl")
    if not text:
        return ""
    if not (found := HOURS.fullmatch(text)):
        desk.refuse(
            "kl", f"«{text[:40]}» er ikke et tidsrom. Skriv start og slutt, som 10:00–15:00."
        )
        return ""
    start, minutes, end, last = found.groups()
    hours = desk.checked(
        "kl", Klokkeslett, f"{start:0>2}:{minutes or '00'}–{end:0>2}:{last or '00'}"
    )
    return say_hours(hours) if hours else ""


def _judged_times(desk: Desk, times: Times) -> Times | None:
    try:
        TypeAdapter(Nar).validate_python(times)
    except ValidationError as error:
        desk.refuse("dato", f"{error.errors()[0]['msg']}.")
        return None
    return times


def _move_event(
    desk: Desk, place: Syklus | Nettverk, hendelse: Hendelse, source: Source | None
) -> None:
    times, status = _times_asked(desk), _status(desk)
    if hendelse.status == "avlyst" and not status:
        desk.refuse(
            "status", "Hendelsen er avlyst. Velg om den nye datoen er vedtatt eller foreløpig."
        )
    if desk.wrong or not (times and source):
        return
    if hendelse.nar and hendelse.nar.kl and set(times) == {"dato"}:
        times["kl"] = say_hours(hendelse.nar.kl)
        desk.told.append(f"Klokkeslettet {times['kl']} er ikke endret.")
    new = TypeAdapter(Nar).validate_python(times)
    if hendelse.nar and hendelse.nar.tekst == new.tekst and status in ("", hendelse.status):
        desk.refuse("dato", f"Hendelsen står alt {new.tekst}.")
        return
    enter(desk, source)
    draft, path = desk.draft(place.place().file), ("hendelser", place.hendelser.index(hendelse))
    _set_times(draft, (*path, "nar"), times)
    if old := _moved_from(hendelse, new):
        draft.set((*path, "flyttet_fra"), str(old))
    _set_status(draft, path, hendelse, status)
    draft.set((*path, "kilde"), source.behind(hendelse.kilde))


def _set_status(draft: Draft, path: Path, hendelse: Hendelse, status: str) -> None:
    if status and status != hendelse.status:
        draft.set((*path, "status"), status)
        if hendelse.avlyst_grunn:
            draft.remove((*path, "avlyst_grunn"))


def _set_times(draft: Draft, path: Path, times: Times) -> None:
    """Only the lines that differ, where the same fields stand there already."""
    if draft.keys(path) == set(times):
        for name, value in times.items():
            draft.set((*path, name), value)
    else:
        draft.set(path, times)


def _moved_from(hendelse: Hendelse, new: Nar) -> Moment | None:
    """The date it had; nothing when it had none, or had a month that the new day is in."""
    old = hendelse.nar
    if (
        old is None
        or old.presisjon == "udatert"
        or (new.start, new.slutt) == (old.start, old.slutt)
    ):
        return None
    if old.presisjon in PRECISE:
        return Moment(old.start.year, old.start.month, old.start.day)
    return None if old.start <= new.start <= old.slutt else Moment(old.start.year, old.start.month)


def _cancel(
    desk: Desk, place: Syklus | Nettverk, hendelse: Hendelse, source: Source | None
) -> None:
    reason = desk.needed("grunn")
    if hendelse.status == "avlyst":
        desk.refuse("hendelse", f"«{hendelse.tittel}» er alt avlyst.")
    if desk.wrong or not source:
        return
    draft, path = desk.draft(place.place().file), ("hendelser", place.hendelser.index(hendelse))
    enter(desk, source)
    draft.set((*path, "status"), "avlyst")
    draft.set((*path, "avlyst_grunn"), reason)
    draft.set((*path, "kilde"), source.behind(hendelse.kilde))


def _new(desk: Desk, place: Syklus | Nettverk, title: str, source: Source | None) -> None:
    """In the list by its first day: behind the last one that does not come later."""
    times, status = _times_asked(desk), _status(desk)
    kinds = desk.some_of("type", {word: key for key, word in TYPES.items()})
    groups = desk.some_of("malgruppe", {word: key for key, word in AUDIENCES.items()})
    for id, found in (("type", kinds), ("malgruppe", groups), ("status", status)):
        if not found and not desk.answers.given.get(id):
            desk.refuse(id, "Svaret mangler.")
    if not slug(title):
        desk.refuse("hendelse", f"«{title}» er ikke en tittel. Skriv den med ord.")
    if any(hendelse.tittel.casefold() == title.casefold() for hendelse in place.hendelser):
        desk.refuse(
            "hendelse",
            f"«{title}» står der fra før. Velg «{forms.MOVED}» hvis det er den, ellers gi den nye"
            " et annet navn.",
        )
    if desk.wrong or not (times and source):
        return
    enter(desk, source)
    day = TypeAdapter(Nar).validate_python(times).start
    index = max(
        (number + 1 for number, hendelse in enumerate(place.hendelser) if hendelse.start <= day),
        default=0,
    )
    desk.draft(place.place().file).insert(
        ("hendelser",),
        index,
        {
            "id": free_id(f"{title} {day.year}", {hendelse.id for hendelse in place.hendelser}),
            "tittel": title,
            "type": _one_or_all(kinds),
            "nar": times,
            "malgruppe": _one_or_all(groups),
            "status": status,
            "kilde": source.id,
        },
    )


def _one_or_all(values: list[str]) -> str | list[str]:
    return values[0] if len(values) == 1 else values


def _status(desk: Desk) -> str:
    if not desk.answers.given.get("status"):
        return ""
    return desk.one_of("status", {forms.ADOPTED: "vedtatt", forms.TENTATIVE: "forelopig"}) or ""
