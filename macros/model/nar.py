"""When something happens: a day, days, hours, a month or less than that is known, and no more than the source says."""

import re
from datetime import date, datetime, time, timedelta
from typing import Annotated, Literal, Self
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, Field, PlainSerializer, PrivateAttr, WithJsonSchema, model_validator

from macros.model.base import Record
from macros.model.dates import MONTHS, Moment, say_day, suggest_day
from macros.model.types import Dag, Id, wrong

OSLO = ZoneInfo("Europe/Oslo")
YEARS = range(2000, 2101)
Presisjon = Literal["dag", "dager", "klokkeslett", "maned", "del", "maneder", "udatert"]
FORMS: dict[frozenset[str], Presisjon] = {
    frozenset({"dato"}): "dag",
    frozenset({"fra", "til"}): "dager",
    frozenset({"dato", "kl"}): "klokkeslett",
    frozenset({"maned"}): "maned",
    frozenset({"maned", "del"}): "del",
    frozenset({"fra_maned", "til_maned"}): "maneder",
    frozenset({"udatert"}): "udatert",
}
PARTNERS = {"fra": "til", "til": "fra", "kl": "dato", "del": "maned", "fra_maned": "til_maned", "til_maned": "fra_maned"}
PRECISE = ("dag", "dager", "klokkeslett")


def _month(value: object) -> object:
    if not isinstance(value, str):
        return value
    moment = Moment.parse(value)
    if moment is None or moment.month is None or moment.day:
        better = str(moment)[:7] if moment and moment.month else (suggest_day(f"1. {value}") or "")[:7]
        raise wrong("maned-form", "«{value}» er ikke en måned. Skriv {better}", value=value, better=better or "år-måned, som 2024-02")
    return moment


def _hours(value: object) -> object:
    if not isinstance(value, str):
        return value
    found = re.fullmatch(r"(\d\d?)[:.](\d\d) ?[-–] ?(\d\d?)[:.](\d\d)", value.strip())
    try:
        hours = (time(int(found[1]), int(found[2])), time(int(found[3]), int(found[4]))) if found else None
    except ValueError:
        hours = None
    if not hours:
        raise wrong("kl-form", "«{value}» er ikke et tidsrom. Skriv start og slutt i anførselstegn, som \"10:00–15:00\"", value=value)
    if hours[0] >= hours[1]:
        raise wrong("kl-rekkefolge", "«{value}» slutter før det begynner. Skriv start først, som \"10:00–15:00\"", value=value)
    return hours


def say_hours(hours: tuple[time, time]) -> str:
    """«10:00–15:00»"""
    return "–".join(f"{hour:%H:%M}" for hour in hours)


Maned = Annotated[Moment, BeforeValidator(_month), PlainSerializer(str),
                  WithJsonSchema({"type": "string", "description": "Måned: år-måned", "pattern": r"^\d{4}-\d{2}$", "examples": ["2024-02"]})]
Klokkeslett = Annotated[tuple[time, time], BeforeValidator(_hours), PlainSerializer(say_hours),
                        WithJsonSchema({"type": "string", "description": "Start og slutt, norsk tid", "examples": ["10:00–15:00"]})]


class Udatert(Record):
    """Two rows of the same list that an undated one lies between."""

    etter: Annotated[Id, Field(description="Id til raden før")]
    for_: Annotated[Id, Field(alias="for", description="Id til raden etter")]


class Nar(Record):
    """Exactly one of the forms in FORMS. A window is inclusive at both ends."""

    dato: Annotated[Dag | None, Field(description="Dagen, når det er én dag")] = None
    kl: Annotated[Klokkeslett | None, Field(description="Klokkeslett sammen med dato, som \"10:00–15:00\"")] = None
    fra: Annotated[Dag | None, Field(description="Første dag, sammen med til")] = None
    til: Annotated[Dag | None, Field(description="Siste dag. Den er med")] = None
    maned: Annotated[Maned | None, Field(description="Måneden, når dagen ikke er kjent")] = None
    del_: Annotated[Literal["primo", "medio", "ultimo"] | None, Field(alias="del", description="Del av måneden: primo (begynnelsen), medio (midten) eller ultimo (slutten)")] = None
    fra_maned: Annotated[Maned | None, Field(description="Første måned, sammen med til_maned")] = None
    til_maned: Annotated[Maned | None, Field(description="Siste måned. Den er med")] = None
    udatert: Annotated[Udatert | None, Field(description="Radene hendelsen står mellom, når kilden ikke har noen dato")] = None

    _mellom: "tuple[Nar, Nar] | None" = PrivateAttr(None)

    @property
    def _given(self) -> frozenset[str]:
        return frozenset(name.rstrip("_") for name in type(self).model_fields if getattr(self, name) is not None)

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        given = self._given
        if not given:
            raise wrong("nar-tom", "tiden mangler. Skriv for eksempel dato: 2024-02-01")
        if given not in FORMS:
            raise _wrong_form(given)
        if any(moment.year not in YEARS for moment in (self.dato, self.fra, self.til, self.maned, self.fra_maned, self.til_maned) if moment):
            raise wrong("nar-ar", "året må ligge mellom {first} og {last}", first=YEARS[0], last=YEARS[-1])
        if self.start > self.slutt:
            raise wrong("nar-rekkefolge", "«til» ({til}) kommer før «fra» ({fra}). Bytt om, eller rett datoen",
                        fra=str(self.fra or self.fra_maned), til=str(self.til or self.til_maned))
        for hour in self.tidspunkter:
            if datetime.fromtimestamp(hour.timestamp(), OSLO).replace(tzinfo=None) != hour.replace(tzinfo=None):
                raise wrong("kl-sommertid", "klokken {hour} finnes ikke denne dagen: da stilles klokken til sommertid", hour=f"{hour:%H:%M}")
        return self

    @property
    def presisjon(self) -> Presisjon:
        """How much is known of the time."""
        return FORMS[self._given]

    @property
    def er_presis(self) -> bool:
        """Whether the day (or days) is known."""
        return self.presisjon in PRECISE

    @property
    def vindu(self) -> tuple[date, date]:
        """The first and the last day that it can mean. All of time until an undated row has been placed between two others."""
        if self.dato:
            return self.dato, self.dato
        if self.fra and self.til:
            return self.fra, self.til
        if self.maned:
            return _part(self.maned, self.del_)
        if self.fra_maned and self.til_maned:
            return self.fra_maned.start, self.til_maned.end
        return (self._mellom[0].slutt, self._mellom[1].start) if self._mellom else (date.min, date.max)

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
        return tuple(datetime.combine(self.dato, hour, OSLO) for hour in self.kl) if self.dato and self.kl else ()

    @property
    def anker(self) -> date:
        """The one day that marks it in a calendar. Imprecise: the first weekday, the 15th for medio, the last weekday for ultimo."""
        if self.er_presis:
            return self.start
        if self.del_ == "medio":
            return self.start.replace(day=15)
        if self.del_ == "ultimo":
            return self.slutt - timedelta(days=max(0, self.slutt.weekday() - 4))
        return min(self.start + timedelta(days=(7 - self.start.weekday()) % 7 if self.start.weekday() > 4 else 0), self.slutt)

    @property
    def tekst(self) -> str:
        """«13.–14. mars 2024», «medio februar 2024», «oktober–desember 2023», «mellom … og …»."""
        if self.dato:
            return say_day(self.dato) + (f" kl. {say_hours(self.kl)}" if self.kl else "")
        if self.fra and self.til:
            return _say_days(self.fra, self.til)
        if self.maned:
            return f"{self.del_} {self.maned.tekst}" if self.del_ else self.maned.tekst
        if self.fra_maned and self.til_maned:
            return say_months(self.fra_maned, self.til_maned)
        return f"mellom {self._mellom[0].tekst} og {self._mellom[1].tekst}" if self._mellom else "udatert"


def _wrong_form(given: frozenset[str]) -> Exception:
    alone = next((name for name in PARTNERS if name in given and PARTNERS[name] not in given), None)
    if alone and len(given) == 1:
        return wrong("nar-halv", "«{alone}» kan ikke stå uten «{partner}»", alone=alone, partner=PARTNERS[alone])
    names = [name for name in ("dato", "kl", "fra", "til", "maned", "del", "fra_maned", "til_maned", "udatert") if name in given]
    return wrong("nar-form", "tiden skal ha én form, men har {names}. Behold bare dato, dato og kl, fra og til, maned (eventuelt med del), "
                 "fra_maned og til_maned, eller udatert", names=", ".join(names[:-1]) + " og " + names[-1])


def _part(month: Moment, part: str | None) -> tuple[date, date]:
    """Primo is day 1–10, medio 11–20, ultimo the rest."""
    first, last = {"primo": (1, 10), "medio": (11, 20), "ultimo": (21, None)}.get(part or "", (1, None))
    start = month.start.replace(day=first)
    return start, start.replace(day=last) if last else month.end


def _say_days(fra: date, til: date) -> str:
    if fra == til:
        return say_day(fra)
    if (fra.year, fra.month) == (til.year, til.month):
        return f"{fra.day}.–{say_day(til)}"
    first = say_day(fra) if fra.year != til.year else f"{fra.day}. {MONTHS[fra.month - 1]}"
    return f"{first} – {say_day(til)}"


def say_months(fra: Moment, til: Moment) -> str:
    """«oktober–desember 2023», «oktober 2018 – mars 2019»"""
    if fra == til:
        return fra.tekst
    if fra.year == til.year:
        return f"{MONTHS[fra.start.month - 1]}–{til.tekst}"
    return f"{fra.tekst} – {til.tekst}"
