"""The rows of the annual cycles that patterns, templates and the case flow point at."""

from collections.abc import Iterator
from dataclasses import replace

from macros.model.arshjul import Syklus
from macros.model.data import Data
from macros.problems import Problem, nearest, shortened, used_too


def rows_known(data: Data) -> Iterator[Problem]:
    """Each row that something points at exists.

    What is gone is said once, however often it is used.
    """
    missing: dict[tuple[str, str], list[Problem]] = {}
    for pointer in _row_pointers(data):
        stem, _, id = pointer.message.partition("/")
        if stem in data.sykluser and data.rad(pointer.message) is None:
            missing.setdefault((stem, id), []).append(pointer)
        elif "sykluser" not in data.unread and stem not in data.ids("sykluser") | {
            syklus.id for syklus in data.sykluser.values()
        }:
            missing.setdefault((stem, ""), []).append(pointer)
    for (stem, id), found in missing.items():
        first, *rest = sorted(found)
        also = used_too(pointer.place for pointer in rest)
        yield replace(
            first,
            message=(
                _no_row(data.sykluser[stem], id, also)
                if stem in data.sykluser
                else _no_cycle(data, stem, also)
            ),
        )


def _row_pointers(data: Data) -> Iterator[Problem]:
    """Everything that points at a row, as a problem with the row's name for a message."""
    steps = [steg for saksgang in data.saksgang.values() for steg in saksgang.steg]
    for records, field, code in (
        (data.monster.values(), "observert", "monster-rad"),
        (data.maler.values(), "hendelser", "mal-rad"),
        (steps, "hendelser", "steg-hendelse"),
    ):
        for record in records:
            for index, name in enumerate(getattr(record, field)):
                yield Problem(record.place(field, index), name, code)


def _no_row(syklus: Syklus, id: str, also: str) -> str:
    near = nearest(id, [hendelse.id for hendelse in syklus.hendelser])
    remedy = (
        f"Mente du «{syklus.id}/{near}»?"
        if near
        else "Skriv <årshjul>/<hendelse>, slik id-ene står i data/arshjul/."
    )
    return (
        f"hendelsen «{syklus.id}/{id}» finnes ikke{also}. {remedy} Er den slettet, eller har den"
        " fått en ny id, henter du den gamle tilbake"
    )


def _no_cycle(data: Data, stem: str, also: str) -> str:
    known = shortened(sorted(data.ids("sykluser"))) or "ingen"
    return (
        f"årshjulet «{stem}» finnes ikke{also}. Vi har {known}. Er filen slettet, eller har den"
        " fått et nytt navn, henter du den tilbake"
    )


RULES = (rows_known,)
