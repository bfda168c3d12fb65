"""When something happens: a day, days, hours, a month or less than that is known, and no more than
the source says.
"""

from datetime import UTC, date, datetime, timedelta
from typing import Literal, Self

from pydantic import Field, PrivateAttr, model_validator

from macros.model.base import Record
from macros.model.dates import Moment, say_day
from macros.model.helligdager import day_off, holiday
from macros.model.tider import Klokkeslett, Maned, say_days, say_hours, say_months
from macros.model.types import Dag, Id, wrong
from macros.settings import OSLO

Presisjon = Literal["dag", "dager", "klokkeslett", "maned", "del", "maneder", "udatert"]
FORMS_OF_TIME: dict[frozenset[str], Presisjon] = {
    frozenset({"dato"}): "dag",
    frozenset({"fra", "til"}): "dager",
    frozenset({"dato", "kl"}): "klokkeslett",
    frozenset({"maned"}): "maned",
    frozenset({"maned", "del"}): "del",
    frozenset({"fra_maned", "til_maned"}): "maneder",
    frozenset({"udatert"}): "udatert",
}
PARTNERS = {
    "fra": "til",
    "til": "fra",
    "kl": "dato",
    "del": "maned",
    "fra_maned": "til_maned",
    "til_maned": "fra_maned",
}
PRECISE = ("dag", "dager", "klokkeslett")


class Udatert(Record):
    """Two rows of the same list that an undated one lies between."""

    etter: Id = Field(description="Id til raden før")
    for_: Id = Field(alias="for", description="Id til raden etter")


class Nar(Record):
    """Exactly one of the forms in FORMS. A window is inclusive at both ends."""

    dato: Dag | None = Field(None, description="Dagen, når det er én dag")
    kl: Klokkeslett | None = Field(
        None, description='Klokkeslett sammen med dato, som "10:00–15:00"'
    )
    fra: Dag | None = Field(None, description="Første dag, sammen med til")
    til: Dag | None = Field(None, description="Siste dag. Den er med")
    maned: Maned | None = Field(None, description="Måneden, når dagen ikke er kjent")
    del_: Literal["primo", "medio", "ultimo"] | None = Field(
        None,
        alias="del",
        description="Del av måneden: primo (begynnelsen), medio (midten) eller ultimo (slutten)",
    )
    fra_maned: Maned | None = Field(None, description="Første måned, sammen med til_maned")
    til_maned: Maned | None = Field(None, description="Siste måned. Den er med")
    udatert: Udatert | None = Field(
        None, description="Radene hendelsen står mellom, når kilden ikke har noen dato"
    )

    _mellom: "tuple[Nar, Nar] | None" = PrivateAttr(None)

    @property
    def _given(self) -> frozenset[str]:
        return frozenset(
            name.rstrip("_") for name in type(self).model_fields if getattr(self, name) is not None
        )

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        given = self._given
        if not given:
            raise wrong("nar-tom", "tiden mangler. Skriv for eksempel dato: 2024-02-01")
        if given not in FORMS_OF_TIME:
            raise _wrong_form(given)
        if self.start > self.slutt:
            raise wrong(
                "nar-rekkefolge",
                "«til» ({til}) kommer før «fra» ({fra}). Bytt om, eller rett datoen",
                fra=str(self.fra or self.fra_maned),
                til=str(self.til or self.til_maned),
            )
        for hour in self.tidspunkter:
            if hour.astimezone(UTC).astimezone(OSLO).replace(tzinfo=None) != hour.replace(
                tzinfo=None
            ):
                raise wrong(
                    "kl-sommertid",
                    "klokken {hour} finnes ikke denne dagen: da stilles klokken til sommertid",
                    hour=f"{hour:%H:%M}",
                )
            if hour.utcoffset() != hour.replace(fold=1).utcoffset():
                raise wrong(
                    "kl-vintertid",
                    "klokken {hour} kommer to ganger denne natten: da stilles klokken tilbake."
                    " Skriv en tid før 02:00, eller fra 03:00",
                    hour=f"{hour:%H:%M}",
                )
        return self

    @property
    def presisjon(self) -> Presisjon:
        return FORMS_OF_TIME[self._given]

    @property
    def er_presis(self) -> bool:
        """Whether the day (or days) is known."""
        return self.presisjon in PRECISE

    @property
    def vindu(self) -> tuple[date, date]:
        """The first and the last day that it can mean.

        All of time until an undated row has been placed between two others.
        """
        if self.dato:
            return self.dato, self.dato
        if self.fra:
            return self.fra, self.til
        if self.maned:
            return part_of(self.maned, self.del_)
        if self.fra_maned:
            return self.fra_maned.start, self.til_maned.end
        return (
            (self._mellom[0].slutt, self._mellom[1].start) if self._mellom else (date.min, date.max)
        )

    @property
    def start(self) -> date:
        """The first day that it can mean."""
        return self.vindu[0]

    @property
    def slutt(self) -> date:
        """The last day that it can mean."""
        return self.vindu[1]

    @property
    def tidspunkter(self) -> tuple[datetime, ...]:
        """Start and end in Norwegian time where hours are given, else nothing."""
        if not (self.dato and self.kl):
            return ()
        return tuple(datetime.combine(self.dato, hour, OSLO) for hour in self.kl)

    @property
    def anker(self) -> date:
        """The one day that marks it in a calendar, never a public holiday.

        Imprecise: the first working day, the 15th for medio, the last working day for ultimo.
        """
        if self.er_presis:
            return self.start
        if self.del_ == "medio":
            middle = self.start.replace(day=15)
            return _working_day(middle, 1, self.slutt) if holiday(middle) else middle
        if self.del_ == "ultimo":
            return _working_day(self.slutt, -1, self.start)
        return _working_day(self.start, 1, self.slutt)

    def place_between(self, etter: "Nar | None", for_: "Nar | None") -> None:
        """Tell an undated row its neighbours.

        Part of reading: the only thing that is set after a record is made.
        """
        self._mellom = (etter, for_) if etter and for_ else None

    @property
    def tekst(self) -> str:
        """«13.–14. mars 2024», «medio februar 2024», «oktober–desember 2023», «mellom … og …»."""
        return f"{self.dager} kl. {say_hours(self.kl)}" if self.kl else self.dager

    @property
    def dager(self) -> str:
        """The same without the hours."""
        if self.dato:
            return say_day(self.dato)
        if self.fra:
            return say_days(self.fra, self.til)
        if self.maned:
            return f"{self.del_} {self.maned.tekst}" if self.del_ else self.maned.tekst
        if self.fra_maned:
            return say_months(self.fra_maned, self.til_maned)
        if not self._mellom:
            return "udatert"
        return f"mellom {self._mellom[0].dager} og {self._mellom[1].dager}"


def _working_day(day: date, step: int, last: date) -> date:
    """The first working day from `day` on, or back; `last` when there is none."""
    while day_off(day) and day != last:
        day += timedelta(days=step)
    return day


def _wrong_form(given: frozenset[str]) -> Exception:
    alone = next((name for name in PARTNERS if name in given and PARTNERS[name] not in given), None)
    if alone and len(given) == 1:
        return wrong(
            "nar-halv",
            "«{alone}» kan ikke stå uten «{partner}»",
            alone=alone,
            partner=PARTNERS[alone],
        )
    names = [
        name
        for name in dict.fromkeys(name for form in FORMS_OF_TIME for name in sorted(form))
        if name in given
    ]
    return wrong(
        "nar-form",
        "tiden skal ha én form, men har {names}. Behold bare dato, dato og kl, fra og til, maned"
        " (eventuelt med del), fra_maned og til_maned, eller udatert",
        names=", ".join(names[:-1]) + " og " + names[-1],
    )


def part_of(month: Moment, part: str | None) -> tuple[date, date]:
    """The days of a month or of its part: primo is day 1–10, medio 11–20, ultimo the rest."""
    first, last = {"primo": (1, 10), "medio": (11, 20), "ultimo": (21, None)}.get(part, (1, None))
    start = month.start.replace(day=first)
    return start, start.replace(day=last) if last else month.end
