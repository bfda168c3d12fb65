"""The schools, as the national register lists them: once a kommune is known, so is its network."""

import re
from collections.abc import Iterable, Mapping
from typing import Annotated, Literal

from pydantic import Field, WithJsonSchema

from macros.model.base import Record
from macros.model.fakta import Faktum
from macros.model.nettverk import Friskole, Nettverk
from macros.model.types import Dag, JaNei, Kilder, Kommunenummer, Ref, Tekst, Tid, matching, slug

Trinn = Literal["grunnskole", "videregaende"]
# What one source writes in a school's name and another leaves out.
FILLING = {"as", "sa", "ans", "sti", "stiftelsen", "avd", "avdeling", "i"}
# What the register puts around a name: its owner, and what kind of unit or company it is.
IN_FRONT = re.compile(
    r"^(?:\w+(?:[ -]\w+)?(?: -)? (?:fylkes)?kommune(?: [-–])?|Stiftelsen) (?=[A-ZÆØÅ])"
)
SMALL_WORDS_BEHIND = re.compile(r"[ ,]+(?:AS|SA|ANS|Sti|[Aa]vd(?:eling|\.)? skole)$")


# The register vouches for its numbers: nine digits are enough.
Enhetsnummer = Annotated[
    str,
    matching(
        "[0-9]{9}",
        "orgnr-form",
        "«{value}» er ikke et organisasjonsnummer. Skriv ni sifre, slik de står i skoleregisteret",
    ),
    WithJsonSchema({"type": "string", "pattern": "^[0-9]{9}$"}),
]


class Skole(Record):
    """A school of the register, under the name that people read."""

    navn: Tekst = Field(
        description="Navnet slik folk leser det, uten eier, selskapsform og «avd skole»"
    )
    andre_navn: tuple[Tekst, ...] = Field(
        (), description="Andre navn finneren skal kjenne: registerets skrivemåte, eldre navn"
    )
    kommune: Annotated[Kommunenummer, Ref("kommuner")] = Field(
        description="Kommunen skolen ligger i, med nummeret i anførselstegn"
    )
    trinn: tuple[Trinn, ...] = Field(description="grunnskole, videregaende eller begge")
    privat: JaNei = Field(False, description="true når skolen er privat, og dermed selv er eier")
    per: Tid | None = Field(
        None, description="Tiden opplysningen er fra, når den er en annen enn øverst"
    )
    kilde: Kilder | None = Field(
        None, description="Id i data/kilder.yml, når den er en annen enn øverst"
    )
    savnet: Dag | None = Field(
        None,
        description="Dagen skolen ikke lenger sto i registeret. Slett linjen når det er sikkert at"
        " skolen er lagt ned",
    )

    @property
    def alle_navn(self) -> tuple[str, ...]:
        """Every name that it is known by."""
        return (self.navn, *self.andre_navn)

    @property
    def er_fylkets(self) -> bool:
        """Whether the county owns it: a public school with upper secondary grades."""
        return not self.privat and "videregaende" in self.trinn


# By organisation number.
Schools = Mapping[str, Skole]


class Skoleregister(Faktum):
    """The list of schools (data/skoler.yml), kept by `python -m macros skoler`.

    Its `per` and `kilde` hold for every school that has none of its own.
    """

    utelatt: dict[Enhetsnummer, Tekst] = Field(
        default_factory=dict,
        description="Enheter i registeret som ikke er vanlige skoler: navnet og hvorfor",
    )
    skoler: dict[Enhetsnummer, Skole] = Field(
        description="Skolene, hver under organisasjonsnummeret sitt i anførselstegn"
    )

    def stand(self, skole: Skole) -> Faktum:
        """Where it stands that the school is one of ours, and as of when."""
        if skole.kilde:
            return Faktum(kilde=skole.kilde, per=skole.per)
        return Faktum(kilde=self.kilde, per=skole.per) if skole.per else self

    def stander(self, skoler: Iterable[Skole]) -> list[tuple[Faktum, int]]:
        """Each source and time that stand behind these schools, with how many of them it has."""
        counted: dict[str, tuple[Faktum, int]] = {}
        for skole in skoler:
            stand = self.stand(skole)
            key = f"{stand.per} {stand.kilde}"
            counted[key] = (stand, counted.get(key, (stand, 0))[1] + 1)
        return list(counted.values())


class NavngitteSkoler:
    """The friskoler that the networks name, to be looked up as the register writes them.

    By number, else by name, level and kommune.
    """

    def __init__(self, friskoler: Iterable[tuple[Nettverk, Friskole]]):
        self._by_number: dict[str, Friskole] = {}
        self._by_name: dict[tuple[str, Trinn], list[Friskole]] = {}
        for nettverk, skole in friskoler:
            if skole.orgnr:
                self._by_number[skole.orgnr] = skole
            for name in {name_key(name) for name in skole.alle_navn}:
                self._by_name.setdefault((name, level(nettverk)), []).append(skole)

    def find(self, orgnr: str, skole: Skole) -> Friskole | None:
        """The friskole that a school of the register is; None when no network names it."""
        if orgnr in self._by_number or not skole.privat:
            return self._by_number.get(orgnr)
        alike = (
            friskole
            for trinn in skole.trinn
            for friskole in self._by_name.get((name_key(skole.navn), trinn), ())
        )
        return next((one for one in alike if one.kommune in (None, skole.kommune)), None)


def level(nettverk: Nettverk) -> Trinn:
    """The level that a network names a friskole for."""
    return "videregaende" if nettverk.er_videregaende else "grunnskole"


def readable(name: str) -> str:
    """The register's name as people read it.

    «Prøvedal kommune Prøvebyen oppvekstsenter» is «Prøvebyen oppvekstsenter».
    """
    name = IN_FRONT.sub("", name)
    while (shorter := SMALL_WORDS_BEHIND.sub("", name)) != name:
        name = shorter
    return name


def name_key(name: str) -> str:
    """What is left of a school's name when it is compared: its own words, in one spelling."""
    return " ".join(part for part in slug(readable(name)).split("-") if part not in FILLING)
