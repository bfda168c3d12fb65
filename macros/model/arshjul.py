"""The annual cycle: events with their time and audience, and the cycles they stand in."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Annotated, Literal, Self, get_args

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema, model_validator

from macros.model.base import Record
from macros.model.fakta import Merknad
from macros.model.nar import Nar
from macros.model.tider import Maned, say_months
from macros.model.types import Dag, Id, JaNei, Kilder, Lopetekst, Ref, Tekst, Tid, as_tuple, wrong

Malgruppe = Literal["skoler", "nettverk", "samarbeidsforum"]
# A new type of event is a line here, and nothing else.
TYPES: Mapping[str, str] = {
    "frist": "Frist",
    "mote": "Møte",
    "seminar": "Seminar",
    "arbeid": "Arbeid",
    "overlevering": "Overlevering",
    "vedtak": "Vedtak",
    "utbetaling": "Utbetaling",
}
Type = Literal[*TYPES]
Hendelsesstatus = Literal["vedtatt", "forelopig", "avlyst"]


def filled(values: tuple[str, ...]) -> tuple[str, ...]:
    if not values:
        raise wrong("tom-liste", "listen er tom. Skriv minst én verdi")
    return values


def one_or_more(allowed: object) -> tuple[object, ...]:
    """One value or a list of them, for `Annotated[tuple[allowed, ...], *one_or_more(allowed)]`."""
    choice = {"enum": list(get_args(allowed))}
    schema = {"anyOf": [choice, {"type": "array", "items": choice, "minItems": 1}]}
    return BeforeValidator(as_tuple), AfterValidator(filled), WithJsonSchema(schema)


# What an event and a pattern have in common.
Kortnavn = Annotated[
    Tekst | None,
    Field(
        description=(
            "Kort navn til stripen og hjulet. | der et langt ord kan deles. Uten det står"
            " tittelen der"
        ),
        examples=["Beslutnings|grunnlag"],
    ),
]
Typer = Annotated[
    tuple[Type, ...],
    *one_or_more(Type),
    Field(description=f"Én eller flere: {', '.join(TYPES)}"),
]
Malgrupper = Annotated[
    tuple[Malgruppe, ...],
    *one_or_more(Malgruppe),
    Field(description="Kolonnen i årshjulet: skoler, nettverk, samarbeidsforum"),
]
VedBehov = Annotated[JaNei, Field(description="true når det bare skjer ved behov")]
LokalFrist = Annotated[JaNei, Field(description="true når nettverkene setter fristen selv")]
TEXTS = WithJsonSchema(
    {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}, "minItems": 1}]}
)


class Trukket(Record):
    """That a row was published by mistake: its subscribers are told for a year."""

    dato: Dag = Field(description="Dagen raden ble trukket")
    grunn: Lopetekst = Field(description="Hvorfor: hva som var feil")

    @property
    def ute_til(self) -> date:
        """The last day on which calendars say so."""
        return self.dato + timedelta(days=365)


class Hendelse(Record):
    """One row of a cycle or of a network's own year."""

    id: Id = Field(
        description="Kort og varig: kalenderne kjenner hendelsen igjen på id-en. Endres aldri",
        examples=["beslutningsgrunnlag"],
    )
    tittel: Tekst = Field(
        description="Hva som skjer, med våre egne ord",
        examples=["Frist for nettverkenes beslutningsgrunnlag"],
    )
    nn: Tekst | None = Field(
        None, description="Tittelen på nynorsk, når en mal på nynorsk viser til hendelsen"
    )
    kort: Kortnavn = None
    om: Lopetekst | None = Field(None, description="Mer om hendelsen, når tittelen ikke er nok")
    type: Typer
    nar: Annotated[Nar | None, BeforeValidator(lambda value: value or None)] = Field(
        None, description="Når det skjer, så nøyaktig som kilden sier, og ikke mer"
    )
    ventes: Nar | None = Field(
        None,
        description="Måneden vi venter den i, til dagen er vedtatt og står i nar. Aldri en dag",
    )
    trykt: Tekst | None = Field(
        None, description="Tiden slik den er trykt i kilden", examples=["medio februar"]
    )
    malgruppe: Malgrupper
    adressat: Tekst | None = Field(None, description="Hvem i kolonnen det gjelder, for eksempel UH")
    ordning: Annotated[tuple[Id, ...], Ref("ordninger"), BeforeValidator(as_tuple), TEXTS] = Field(
        (), description="Id-er i data/ordninger.yml, når raden gjelder bare noen av ordningene"
    )
    ansvarlig: Tekst | None = Field(None, description="Hvem som har ansvaret, når kilden sier det")
    sted: Tekst | None = Field(None, description="Hvor det er")
    ved_behov: VedBehov = False
    lokal_frist: LokalFrist = False
    for_: Id | None = Field(
        None,
        alias="for",
        description="Bare i et nettverk: id-en til den felles fristen som denne er nettverkets egen"
        " dato for",
    )
    status: Hendelsesstatus = Field(description="vedtatt, forelopig eller avlyst")
    flyttet_fra: Tid | None = Field(
        None, description="Den forrige datoen, når hendelsen er flyttet"
    )
    avlyst_grunn: Lopetekst | None = Field(None, description="Hvorfor den er avlyst")
    trukket: Trukket | None = Field(
        None,
        description="Når raden ble publisert ved en feil. Raden blir stående, og kalenderne sier"
        " fra i et år",
    )
    kilde: Kilder = Field(description="Hvor hendelsen står: id i data/kilder.yml")
    merknader: tuple[Merknad, ...] = Field((), description="Det leseren må vite om hendelsen")

    @model_validator(mode="after")
    def _timed(self) -> Self:
        if self.ventes and self.ventes.presisjon not in ("maned", "del", "maneder"):
            raise wrong(
                "ventes-dag", "«ventes» er en måned og aldri en dag. Skriv dagen under «nar»"
            )
        if not self.nar and not self.ventes:
            raise wrong("nar-mangler", "tiden mangler. Skriv den under «nar», som dato: 2024-02-01")
        if not self.nar and self.status == "vedtatt":
            raise wrong(
                "vedtatt-uten-dag",
                "en vedtatt hendelse må ha «nar». Fyll ut dato, eller la status være forelopig",
            )
        if self.avlyst_grunn and self.status != "avlyst":
            raise wrong(
                "grunn-uten-avlyst",
                "«avlyst_grunn» står her, men status er {status}. Skriv status: avlyst, eller slett"
                " grunnen",
                status=self.status,
            )
        return self

    @property
    def tid(self) -> Nar:
        """When it is, or the months it is expected in."""
        return self.nar or self.ventes

    @property
    def start(self) -> date:
        """The first day that it can be."""
        return self.tid.start

    @property
    def slutt(self) -> date:
        """The last day that it can be."""
        return self.tid.slutt

    @property
    def er_publisert(self) -> bool:
        """Whether public calendars carry it: what is adopted or cancelled, as precise as it was,
        and what is not adopted once somebody has given it a day of its own.
        """
        return bool(self.nar) and (self.status != "forelopig" or self.nar.er_presis)

    @property
    def tilstand(self) -> str:
        """«foreløpig», «avlyst» or «trukket»; nothing for what is adopted."""
        if self.trukket:
            return "trukket"
        return {"forelopig": "foreløpig", "avlyst": "avlyst"}.get(self.status, "")

    @property
    def flytting(self) -> str:
        """«Flyttet fra 3. oktober 2024», or that only the hour is new; nothing where it stays."""
        if not self.flyttet_fra:
            return ""
        same = self.flyttet_fra.day and self.flyttet_fra.start == self.start
        return "Nytt klokkeslett" if same else f"Flyttet fra {self.flyttet_fra.tekst}"

    @property
    def anker(self) -> str:
        """What a link to its row ends with."""
        return f"hendelse-{self.id}"

    @property
    def siste_dag(self) -> date:
        """The last day on which calendars must hold it, once it has been published."""
        return self.trukket.ute_til if self.trukket else self.slutt

    def er_over(self, today: date) -> bool:
        """Whether its last possible day lies before `today`."""
        return self.slutt < today


def place_undated(hendelser: tuple[Hendelse, ...]) -> tuple[Hendelse, ...]:
    """Give each undated row the two that it lies between.

    One whose neighbours are missing or undated stays open; a check says so.
    """
    dated = {hendelse.id: hendelse.tid for hendelse in hendelser if not hendelse.tid.udatert}
    for hendelse in hendelser:
        if between := hendelse.tid.udatert:
            etter, for_ = dated.get(between.etter), dated.get(between.for_)
            hendelse.tid.place_between(etter, for_)
    return hendelser


Hendelser = Annotated[tuple[Hendelse, ...], AfterValidator(place_undated)]


class Periode(Record):
    """The months of a cycle; both belong to it."""

    fra: Maned = Field(description="Første måned, som 2027-08")
    til: Maned = Field(description="Siste måned, som 2028-07")

    @property
    def tekst(self) -> str:
        """«oktober 2023 – januar 2025»"""
        return say_months(self.fra, self.til)

    @property
    def maneder(self) -> int:
        return (
            (self.til.year - self.fra.year) * 12 + self.til.start.month - self.fra.start.month + 1
        )


class Syklus(Record):
    """An annual cycle (data/arshjul/<id>.yml)."""

    id: Id = Field(description="Samme som filnavnet: årene den dekker. Endres aldri")
    tittel: Tekst = Field(description="Tittelen, slik kilden skriver den")
    gjelder: Periode = Field(description="Første og siste måned")
    kolonner: dict[Malgruppe, Tekst] = Field(
        description="Overskriften på hver kolonne, slik kilden skriver den"
    )
    ordninger: Annotated[tuple[Id, ...], Ref("ordninger")] = Field(
        (), description="Ordningene den gjelder: id-er i data/ordninger.yml"
    )
    kilde: Kilder = Field(description="Hvor årshjulet står: id i data/kilder.yml")
    merknader: tuple[Merknad, ...] = Field((), description="Det leseren må vite om årshjulet")
    hendelser: Hendelser = Field(description="Radene, i kildens rekkefølge")

    @property
    def er_utkast(self) -> bool:
        """Whether none of it has been adopted yet: it is then in the draft calendar only."""
        return all(hendelse.status == "forelopig" for hendelse in self.hendelser)

    @property
    def navn(self) -> str:
        """«Årshjul oktober 2023 – januar 2025»; a draft says that it is one."""
        return f"{'Utkast til årshjul' if self.er_utkast else 'Årshjul'} {self.gjelder.tekst}"
