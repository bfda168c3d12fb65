"""Rules about the cases: lanes, roles, events and the way back all lead somewhere."""

from collections.abc import Iterator

from macros.model.base import repeated
from macros.model.data import Data
from macros.model.saksgang import Saksgang, Steg
from macros.problems import Problem, did_you_mean


def lanes_known(data: Data) -> Iterator[Problem]:
    """A step stands in lanes that its case has, and nobody sends to oneself."""
    for saksgang, steg in _steps(data):
        for field in ("hos", "til"):
            for index, bane in enumerate(getattr(steg, field)):
                if bane not in saksgang.baner:
                    yield Problem(
                        steg.place(field, index),
                        f"banen «{bane}» finnes ikke i denne"
                        f" saksgangen{did_you_mean(bane, saksgang.baner)} Bruk"
                        f" {', '.join(saksgang.baner)}, eller legg den til under «baner»",
                        "ukjent-bane",
                    )
                elif field == "til" and bane in steg.hos:
                    yield Problem(
                        steg.place(field, index),
                        f"«{bane}» står både i «hos» og i «til». Ingen sender til seg selv: slett"
                        " den ene",
                        "bane-til-seg-selv",
                    )


def step_ids_unique(data: Data) -> Iterator[Problem]:
    """An id names one step of its case."""
    for saksgang in data.saksgang.values():
        for steg, first in repeated(saksgang.steg):
            yield Problem(
                steg.place("id"),
                f"id-en «{steg.id}» er alt brukt på linje {first.place('id').line}. Gi det nye"
                " steget en annen id",
                "steg-dobbel-id",
            )


def way_back_known(data: Data) -> Iterator[Problem]:
    """A case that begins anew does so from one of its steps."""
    for saksgang in data.saksgang.values():
        known = [steg.id for steg in saksgang.steg]
        if saksgang.tilbake_til and saksgang.tilbake_til not in known:
            yield Problem(
                saksgang.place("tilbake_til"),
                f"steget «{saksgang.tilbake_til}» finnes ikke i denne"
                f" saksgangen{did_you_mean(saksgang.tilbake_til, known)}",
                "ukjent-steg",
            )


def recipient_said_once(data: Data) -> Iterator[Problem]:
    """Either a recipient is known or it is not."""
    for _, steg in _steps(data):
        if steg.ukjent_mottaker and (steg.til or steg.mottaker):
            yield Problem(
                steg.place("ukjent_mottaker"),
                "steget har både en mottaker og «ukjent_mottaker». Slett den ene",
                "mottaker-ukjent-og-kjent",
            )


def step_actors_known(data: Data) -> Iterator[Problem]:
    """Each role of a step is an actor of the county."""
    if not (aktorer := data.aktorer):
        return
    for _, steg in _steps(data):
        for index, id in enumerate(steg.aktorer):
            if id not in aktorer:
                yield Problem(
                    steg.place("aktorer", index),
                    f"aktøren «{id}» finnes ikke i"
                    f" data/roller/{data.fylke.id}.yml{did_you_mean(id, aktorer)}",
                    "ukjent-aktor",
                )


def _steps(data: Data) -> Iterator[tuple[Saksgang, Steg]]:
    for saksgang in data.saksgang.values():
        for steg in saksgang.steg:
            yield saksgang, steg


RULES = (lanes_known, step_ids_unique, way_back_known, recipient_said_once, step_actors_known)
