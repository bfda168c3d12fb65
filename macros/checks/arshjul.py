"""Rules about the annual cycle: cycles, networks' own events by the same rules, and the pattern."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TypeVar

from macros.model.arshjul import Hendelse, Syklus
from macros.model.base import repeated
from macros.model.data import Data
from macros.model.dates import say_day
from macros.model.helligdager import day_off
from macros.model.nettverk import Nettverk
from macros.problems import Place, Problem

# A cycle or a network, each with a list of events.
WithEvents = TypeVar("WithEvents", bound=Syklus | Nettverk)


def event_ids_unique(data: Data) -> Iterator[Problem]:
    """An id names one event of its list, for ever."""
    for opphav in data.hendelseslister:
        for hendelse, first in repeated(opphav.hendelser):
            yield Problem(
                hendelse.place("id"),
                f"id-en «{hendelse.id}» er alt brukt på linje {first.place('id').line}. Gi den nye"
                " hendelsen en annen id",
                "hendelse-dobbel-id",
            )


def events_inside_cycle(data: Data) -> Iterator[Problem]:
    """Every row of a cycle lies within its months."""
    for syklus, hendelse in _events_of(data.sykluser.values()):
        first, last = syklus.gjelder.fra.start, syklus.gjelder.til.end
        if (
            first <= last
            and hendelse.tid.presisjon != "udatert"
            and not first <= hendelse.start <= hendelse.slutt <= last
        ):
            yield Problem(
                _place_of_end(hendelse),
                f"{hendelse.tid.tekst} er utenfor årshjulet, som går {syklus.gjelder.tekst}."
                " Rett datoen, eller «gjelder» øverst i filen",
                "utenfor-syklus",
            )


def audiences_have_columns(data: Data) -> Iterator[Problem]:
    """A row stands in columns that its cycle has."""
    for syklus, hendelse in _events_of(data.sykluser.values()):
        for index, group in enumerate(hendelse.malgruppe):
            if group not in syklus.kolonner:
                yield Problem(
                    hendelse.place("malgruppe", index),
                    f"årshjulet har ingen kolonne for «{group}». Bruk"
                    f" {', '.join(syklus.kolonner)}, eller legg den til under «kolonner»",
                    "ukjent-kolonne",
                )


def schemes_of_the_cycle(data: Data) -> Iterator[Problem]:
    """A row's scheme is one of those that its cycle is for."""
    for syklus, hendelse in _events_of(data.sykluser.values()):
        for index, ordning in enumerate(hendelse.ordning):
            if syklus.ordninger and ordning not in syklus.ordninger:
                yield Problem(
                    hendelse.place("ordning", index),
                    f"«{ordning}» er ikke blant ordningene til årshjulet. Bruk"
                    f" {', '.join(syklus.ordninger)}, eller legg den til under «ordninger»",
                    "ordning-utenfor",
                )


def undated_between_two(data: Data) -> Iterator[Problem]:
    """An undated row lies between two dated rows of the same list, in that order."""
    for opphav in data.hendelseslister:
        rows = {hendelse.id: hendelse for hendelse in opphav.hendelser}
        for hendelse in opphav.hendelser:
            if not (between := hendelse.tid.udatert):
                continue
            known = True
            for key, id in (("etter", between.etter), ("for", between.for_)):
                if id not in rows or rows[id].tid.udatert:
                    known = False
                    yield Problem(
                        between.place(key),
                        f"«{id}»"
                        f" {'er selv udatert' if id in rows else 'finnes ikke i denne filen'}."
                        " Skriv id-en til en rad som har en tid",
                        "udatert-nabo",
                    )
            if known and hendelse.start > hendelse.slutt:
                yield Problem(
                    between.place(),
                    f"«{between.etter}» kommer etter «{between.for_}». Bytt om",
                    "udatert-rekkefolge",
                )


def local_deadlines(data: Data) -> Iterator[Problem]:
    """Only a network's own event can be its date for a common deadline, and only for one that
    networks set themselves.
    """
    for opphav, hendelse in _events_of(data.hendelseslister):
        if hendelse.for_ and isinstance(opphav, Syklus):
            yield Problem(
                hendelse.place("for"),
                "«for» brukes bare i et nettverks egne hendelser. Slett linjen",
                "for-i-syklus",
            )
        elif hendelse.for_:
            yield from _local_deadline(data, hendelse)


def _local_deadline(data: Data, hendelse: Hendelse) -> Iterator[Problem]:
    common = [row for _, row in _events_of(data.sykluser.values()) if row.id == hendelse.for_]
    if not common and data.is_whole("sykluser"):
        yield Problem(
            hendelse.place("for"),
            f"ingen felles hendelse heter «{hendelse.for_}». Skriv id-en slik den står i"
            " data/arshjul/",
            "for-ukjent",
        )
    elif common and not any(row.lokal_frist for row in common):
        yield Problem(
            hendelse.place("for"),
            f"«{hendelse.for_}» er ikke en frist som nettverkene setter selv. Slett «for», eller"
            " merk den felles hendelsen med lokal_frist: true",
            "for-uten-lokal-frist",
        )
    elif common and not any(
        row.start <= hendelse.start and hendelse.slutt <= row.slutt for row in common
    ):
        yield Problem(
            _place_of_end(hendelse),
            f"{hendelse.tid.tekst} er utenfor tiden for den felles fristen"
            f" ({common[-1].tid.tekst}). Er datoen riktig?",
            "for-utenfor",
            hint=True,
        )


def deadlines_on_working_days(data: Data) -> Iterator[Problem]:
    """A deadline on a day off is worth a second look."""
    for _, hendelse in _events_of(data.hendelseslister):
        deadline = "frist" in hendelse.type and hendelse.tid.er_presis
        if deadline and (why := day_off(hendelse.slutt)):
            yield Problem(
                _place_of_end(hendelse),
                f"fristen {say_day(hendelse.slutt)} er {why}. Er datoen riktig?",
                "frist-fridag",
                hint=True,
            )


def changes_explained(data: Data) -> Iterator[Problem]:
    """A cancelled event says why, and a moved one has moved."""
    for _, hendelse in _events_of(data.hendelseslister):
        if hendelse.status == "avlyst" and not hendelse.avlyst_grunn:
            yield Problem(
                hendelse.place("status"),
                "hendelsen er avlyst. Skriv gjerne hvorfor under «avlyst_grunn»",
                "avlyst-uten-grunn",
                hint=True,
            )
        before = hendelse.flyttet_fra
        if before and before.day and before.start == hendelse.start and not hendelse.tid.kl:
            yield Problem(
                hendelse.place("flyttet_fra"),
                f"hendelsen er flyttet fra {before.tekst}, men står fortsatt den dagen. Rett «nar»,"
                " eller slett «flyttet_fra»",
                "ikke-flyttet",
            )


def patterns_observed(data: Data) -> Iterator[Problem]:
    """Each row that a pattern rests on fell in the months that the pattern says, or was moved out
    of them.
    """
    for monster in data.monster.values():
        for index, name in enumerate(monster.observert):
            rad = data.rad(name)
            if rad and not any(months <= set(monster.numre) for months in _months(rad.hendelse)):
                yield Problem(
                    monster.place("observert", index),
                    f"«{name}» var {rad.hendelse.tid.tekst}, men mønsteret sier {monster.tekst}."
                    " Rett «maneder», eller slett linjen",
                    "monster-maned",
                )


def _months(hendelse: Hendelse) -> Iterator[set[int | None]]:
    """The months that it is in, and the one that it was planned for, if any."""
    yield {hendelse.start.month, hendelse.slutt.month}
    if hendelse.flyttet_fra:
        yield {hendelse.flyttet_fra.month}


def patterns_in_order(data: Data) -> Iterator[Problem]:
    """A pattern's months follow each other."""
    for monster in data.monster.values():
        if any(later != earlier % 12 + 1 for earlier, later in pairwise(monster.numre)):
            yield Problem(
                monster.place("maneder"),
                "månedene følger ikke etter hverandre. Skriv alle i rekkefølge, som [oktober,"
                " november, desember]",
                "monster-rekkefolge",
            )


def _events_of(lists: Iterable[WithEvents]) -> Iterator[tuple[WithEvents, Hendelse]]:
    """Every event, with the cycle or the network whose list it is in."""
    return ((opphav, hendelse) for opphav in lists for hendelse in opphav.hendelser)


def _place_of_end(hendelse: Hendelse) -> Place:
    """Where its last day stands."""
    tid = hendelse.tid
    return tid.place(
        next((name for name in ("til", "til_maned", "dato") if getattr(tid, name)), "maned")
    )


RULES = (
    event_ids_unique,
    events_inside_cycle,
    audiences_have_columns,
    schemes_of_the_cycle,
    undated_between_two,
    local_deadlines,
    deadlines_on_working_days,
    changes_explained,
    patterns_observed,
    patterns_in_order,
)
