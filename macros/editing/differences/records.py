"""Changes of any record, field by field; and of the collections that have no words of their own."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from functools import partial
from typing import Any

from macros.editing.differences.values import LONGEST_VALUE, value_word
from macros.model.base import Record
from macros.model.data import Data
from macros.model.fakta import Faktum
from macros.model.fields import ref_of
from macros.model.names import field_word, name_of
from macros.model.order import order
from macros.model.samlinger import SAMLING

# Told of by modules of their own.
TOLD_ELSEWHERE = ("nettverk", "sykluser", "known", "unread", "references")
LAST_COLLECTION = "kilder"


def record_changes(before: Data, after: Data) -> Iterator[str]:
    """Every collection but networks and cycles, the sources last."""
    names = [part.name for part in fields(Data) if part.name not in TOLD_ELSEWHERE]
    for name in sorted(names, key=LAST_COLLECTION.__eq__):
        old, new = getattr(before, name), getattr(after, name)
        if isinstance(new, Mapping):
            yield from _collection(name, old, new, before, after)
        elif old != new:
            yield from _single(field_word(name).capitalize(), old, new, before, after)


def _collection(
    name: str, old: Mapping[str, Record], new: Mapping[str, Record], before: Data, after: Data
) -> Iterator[str]:
    noun = SAMLING[name].new or f"Nytt i {field_word(name)}"
    for id, record in new.items():
        if id not in old:
            yield f"{noun}: {name_of(record, id)}"
        else:
            yield from changed_fields(name_of(record, id), old[id], record, before, after)
    for id, record in old.items():
        if id not in new:
            yield f"{noun.split(' ', 1)[1].capitalize()} tatt bort: {name_of(record, id)}"


def _single(
    subject: str, old: Record | None, new: Record | None, before: Data, after: Data
) -> Iterator[str]:
    if old and new:
        yield from changed_fields(subject, old, new, before, after)
    else:
        yield f"{subject}: {'nytt' if new else 'tatt bort'}"


def changed_fields(
    subject: str, old: Record, new: Record, before: Data, after: Data, but: tuple[str, ...] = ()
) -> Iterator[str]:
    """One sentence for each field that differs, as
    «Kari Eksempel: e-postadresse a@eksempel.no → b@eksempel.no».
    """
    infos = {info.alias or name: (name, info) for name, info in type(new).model_fields.items()}
    if isinstance(new, Faktum) and _kind_of_time(old) != _kind_of_time(new):
        yield f"{subject}: {old.tidfesting} → {new.tidfesting}"
        but = (*but, "per", "gjelder")
    for name, info in (infos[key] for key in order(type(new))):
        was, now = getattr(old, name), getattr(new, name)
        if name in but or _without_places(was) == _without_places(now):
            continue
        if name == "bekreftet":
            yield (
                f"{subject}: bekreftet {value_word(now, after)}"
                if now
                else f"{subject}: ikke lenger bekreftet"
            )
        else:
            yield from _value_changes(
                subject,
                field_word(name),
                was,
                now,
                partial(value_word, ref=ref_of(info)),
                before,
                after,
            )


def _kind_of_time(fact: Faktum) -> str:
    return "gjelder" if fact.gjelder else "per" if fact.per else ""


def _without_places(value: Any) -> Any:
    """Without the places, which are no part of what a record says."""
    if isinstance(value, Record):
        return value.model_dump()
    if isinstance(value, tuple):
        return tuple(_without_places(item) for item in value)
    if isinstance(value, dict):
        return {key: _without_places(item) for key, item in value.items()}
    return value


def _value_changes(
    subject: str, word: str, was: Any, now: Any, say: Any, before: Data, after: Data
) -> Iterator[str]:
    if (
        isinstance(was, tuple)
        and isinstance(now, tuple)
        and (
            any(isinstance(item, Record) for item in (*was, *now))
            or len(say(now, after)) > LONGEST_VALUE
        )
    ):
        yield from _item_changes(f"{subject}, {word}", was, now, say, before, after)
    elif isinstance(was, Record) and isinstance(now, Record) and not hasattr(now, "tekst"):
        yield from changed_fields(f"{subject}, {word}", was, now, before, after)
    elif isinstance(was, dict):
        for key in dict.fromkeys((*was, *now)):
            if _without_places(was.get(key)) != _without_places(now.get(key)):
                record = now.get(key, was.get(key))
                yield from _value_changes(
                    f"{subject}, {word}",
                    name_of(record, key) if isinstance(record, Record) else key,
                    was.get(key),
                    now.get(key),
                    say,
                    before,
                    after,
                )
    elif was in (None, ()):
        yield f"{subject}: {word} er lagt til: {say(now, after)}"
    elif now in (None, ()):
        yield f"{subject}: {word} er tatt bort (var {say(was, before)})"
    elif (old := say(was, before)) != (new := say(now, after)):
        yield f"{subject}: {word} {old} → {new}"
    else:
        yield f"{subject}: {word} er endret"


def _item_changes(
    subject: str, was: tuple, now: tuple, say: Any, before: Data, after: Data
) -> Iterator[str]:
    """Items that are only in one of the lists.

    One that is called the same as before, or became another in the same place, is told of as a
    change.
    """
    old, new = [_without_places(item) for item in was], [_without_places(item) for item in now]
    gone = [(say(item, before), item) for item in was if _without_places(item) not in new]
    come = []
    for item in now:
        if _without_places(item) in old:
            continue
        name = say(item, after)
        place = next((place for place, (old_name, _) in enumerate(gone) if old_name == name), None)
        if place is None:
            come.append(name)
            continue
        _, same = gone.pop(place)
        if isinstance(same, Record):
            yield from changed_fields(f"{subject}, «{name}»", same, item, before, after)
        else:
            yield f"{subject}: «{name}» er endret"
    if len(gone) == len(come) == 1:
        yield f"{subject}: «{gone[0][0]}» er endret til «{come[0]}»"
        return
    yield from (f"{subject}: «{name}» er nytt" for name in come)
    yield from (f"{subject}: «{name}» er tatt bort" for name, _ in gone)
    if sorted(map(repr, old)) == sorted(map(repr, new)):
        yield f"{subject}: rekkefølgen er endret"
