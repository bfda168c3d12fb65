"""Templates: a form once, from which the page, the document and the form in the browser are all
made.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from macros.model.base import Record
from macros.model.fakta import Faktum
from macros.model.malform import Malform, MalMerknad, Malsetninger, Sprak
from macros.model.ordninger import Ordning
from macros.model.types import Antall, Id, JaNei, Kilder, Ref, Tekst

Slag = Literal["kort", "lang", "dato", "kryss", "valg", "tabell"]
# How many ruled lines an answer gets on paper when the template does not say.
LINJER = {"lang": 4}
RADER = 3


class Kolonne(Record):
    """A column of a table that is filled in."""

    id: Id = Field(description="Id-en til kolonnen, entydig i tabellen")
    navn: Malform = Field(description="Overskriften")


class Felt(Record):
    """One thing to fill in."""

    id: Id = Field(
        description="Id-en til feltet, entydig i malen. Svarene lagres under den, så den endres"
        " ikke"
    )
    navn: Malform = Field(description="Ledeteksten")
    slag: Slag = Field(
        "lang",
        description="kort (én linje), lang (flere linjer), dato, kryss (én boks), valg (ett av"
        " flere) eller tabell",
    )
    hjelp: tuple[Malsetninger, ...] = Field(
        (), description="Det svaret bør ta med, ett punkt for hvert"
    )
    alternativer: tuple[Malform, ...] = Field(
        (), description="Svarene å velge mellom, bare når slag er valg"
    )
    kolonner: tuple[Kolonne, ...] = Field((), description="Kolonnene, bare når slag er tabell")
    rader: Antall | None = Field(None, description="Antall tomme rader i en tabell")
    linjer: Antall | None = Field(
        None, description="Antall linjer på papiret, bare når slag er lang"
    )
    utfylt: Tekst | None = Field(None, description="Et svar som alt står i malen")
    valgfri: JaNei = Field(False, description="true når feltet kan stå tomt eller tas bort")

    @property
    def plass(self) -> range:
        """One number for each ruled line or empty row that the answer has on paper."""
        if self.slag == "tabell":
            return range(self.rader or RADER)
        return range(self.linjer or LINJER.get(self.slag, 1))


class Del(Record):
    """A section: what it says, what one fills in, and advice beside it; smaller sections may lie
    within it.
    """

    id: Id = Field(description="Id-en til delen, slutten av adressen til overskriften")
    tittel: Malform = Field(description="Overskriften")
    valgfri: JaNei = Field(False, description="true når hele delen bare er med hvis den er aktuell")
    tekst: tuple[Malsetninger, ...] = Field((), description="Avsnitt som står i malen")
    punkter: tuple[Malsetninger, ...] = Field((), description="Punktliste under avsnittene")
    felt: tuple[Felt, ...] = Field((), description="Det som skal fylles ut")
    etter: tuple[Malsetninger, ...] = Field((), description="Avsnitt etter feltene")
    rad: tuple[Malsetninger, ...] = Field(
        (), description="Råd til den som fyller ut. Står ved siden av, ikke i selve svaret"
    )
    deler: tuple["Del", ...] = Field((), description="Mindre deler inne i denne")
    kilde: Kilder = Field(
        (), description="Hva delen bygger på, når det er noe annet eller mer enn malens kilde"
    )
    merknader: tuple[MalMerknad, ...] = Field((), description="Det brukeren må vite om delen")

    def med_indre(self) -> Iterator["Del"]:
        """This section and those within it, in reading order."""
        yield self
        for del_ in self.deler:
            yield from del_.med_indre()


class Mal(Faktum):
    """A template (data/maler/<id>.yml). `per` or `gjelder` says which year it was made for."""

    tittel: Malform = Field(description="Tittelen")
    kort: Malform = Field(description="Hva malen er til, i én setning")
    hvem: Malform = Field(description="Hvem som bruker den, og om den må brukes")
    nar: Malform = Field(description="Når den brukes")
    gruppe: Literal["skoler", "partnerskap", "ansatte"] = Field(
        description="Hvor malen står i oversikten"
    )
    ordning: Annotated[tuple[Id, ...], Ref("ordninger")] = Field(
        description="Ordningene den er laget for: id-er i data/ordninger.yml"
    )
    hendelser: tuple[Tekst, ...] = Field(
        (), description="Rader i årshjulet som hører til, som 2023-2025/beslutningsgrunnlag-2024"
    )
    skjema: Id | None = Field(
        None,
        description="Det offisielle skjemaet malen forbereder: id under skjemaer i"
        " data/nettsted.yml. Da står det at malen ikke er offisiell",
    )
    fyll_ut: JaNei = Field(
        False, description="true når malen også skal kunne fylles ut i nettleseren"
    )
    nynorsk: JaNei = Field(
        False,
        description="true når malen finnes på begge målformer. Da har hver tekst både nb og nn",
    )
    selvsjekk: JaNei = Field(
        False,
        description="true når malen skal vise til selvsjekken med de fire sentrale spørsmålene",
    )
    for_start: tuple[Malsetninger, ...] = Field(
        (), description="Regler og råd som gjelder hele malen"
    )
    deler: tuple[Del, ...] = Field(description="Delene, i rekkefølge")
    merknader: tuple[MalMerknad, ...] = Field((), description="Det brukeren må vite om malen")

    @property
    def sprak(self) -> tuple[Sprak, ...]:
        """The written forms that it is offered in."""
        return ("nb", "nn") if self.nynorsk else ("nb",)

    @property
    def har_kryss(self) -> bool:
        """Whether it is a list to go through: more to tick or choose than to write."""
        felt = [felt.slag in ("kryss", "valg") for felt in self.alle_felt()]
        return 3 * sum(felt) >= len(felt)

    def er_avsluttet(self, ordninger: Mapping[str, Ordning], today: date) -> bool:
        """Whether every scheme that it was made for has ended."""
        return all(ordninger[id].status(today) == "avsluttet" for id in self.ordning)

    def alle_deler(self) -> Iterator[Del]:
        """Every section, those within others among them, in reading order."""
        for del_ in self.deler:
            yield from del_.med_indre()

    def alle_felt(self) -> Iterator[Felt]:
        for del_ in self.alle_deler():
            yield from del_.felt
