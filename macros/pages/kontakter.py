"""The contacts by institution, and the way in for enquiries about the site itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from macros.model.fakta import Faktum
from macros.model.kontakter import HISTORIE_FOR, Kontakt
from macros.model.verv import Verv
from macros.pages.arguments import InstitusjonId
from macros.pages.view import View


@dataclass(frozen=True)
class PersonEntry:
    """A person on the page, with the parts in the networks that are derived from there."""

    id: str
    kontakt: Kontakt
    verv: tuple[Verv, ...]

    @property
    def roller(self) -> list[tuple[str, list[Verv]]]:
        """The parts, those of one kind, date and source together: «UP1 for Fosen og Ytre Namdal
        (per 2022)».
        """
        together: dict[tuple[str, str, tuple[str, ...]], list[Verv]] = {}
        for verv in self.verv:
            together.setdefault((verv.rolle, verv.faktum.tidfesting, verv.faktum.kilde), []).append(
                verv
            )
        return [(rolle, found) for (rolle, _, _), found in together.items()]

    @property
    def er_historie(self) -> bool:
        """Whether all that is known is from before 2021, and nobody has confirmed it since."""
        facts = (self.kontakt, *self.kontakt.stillinger, *(verv.faktum for verv in self.verv))
        return not self.kontakt.bekreftet and all(
            _last_known(fact) < HISTORIE_FOR for fact in facts
        )


def kontakter(view: View, institusjon: InstitusjonId) -> str:
    """An institution, the way in, and those who are named there."""
    return view.html(
        "kontakter.html.jinja", groups=[(institusjon, _people_at(view, institusjon))], heads=False
    )


def kontakter_andre(view: View, *named: InstitusjonId) -> str:
    """The institutions that have no heading of their own on the page."""
    others = [id for id in view.data.institusjoner if id not in named]
    return view.html(
        "kontakter.html.jinja", groups=[(id, _people_at(view, id)) for id in others], heads=True
    )


def kontakter_uten_institusjon(view: View) -> str:
    """Those whom the sources give no institution for."""
    return view.html("kontakter.html.jinja", groups=[(None, _people_at(view, None))], heads=False)


def henvendelser(view: View) -> str:
    """Where to write about the site, or word that the owner has not said."""
    return view.html("henvendelser.html.jinja", nettsted=view.data.nettsted)


def _people_at(view: View, institusjon: str | None) -> list[PersonEntry]:
    """Those at an institution, history last."""
    return sorted(_of(view, institusjon), key=lambda entry: entry.er_historie)


def _of(view: View, institusjon: str | None) -> Iterator[PersonEntry]:
    for id, kontakt in view.data.kontakter.items():
        if kontakt.institusjon == institusjon:
            yield PersonEntry(id, kontakt, view.data.verv.get(id, ()))


def _last_known(fact: Faktum) -> date:
    """The last day that it was true. Without an end or a date it is not known to be over."""
    if fact.gjelder:
        return fact.gjelder.til.end if fact.gjelder.til else date.max
    return fact.per.end if fact.per else date.max
