"""The schools, as the national register lists them: once a kommune is known, so is its network."""

import re
from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, WithJsonSchema

from macros.model.base import Record
from macros.model.fakta import Faktum
from macros.model.nettverk import Friskole
from macros.model.types import Dag, JaNei, Kommunenummer, Ref, Tekst, slug, wrong

Trinn = Literal["grunnskole", "videregaende"]
# What one source writes in a school's name and another leaves out.
FILLING = {"as", "sa", "ans", "stiftelsen", "avd", "avdeling"}


def _number(value: str) -> str:
    """The register vouches for its numbers: nine digits are enough."""
    if not re.fullmatch(r"[0-9]{9}", value):
        raise wrong(
            "orgnr-form",
            "«{value}» er ikke et organisasjonsnummer. Skriv ni sifre, slik de står i"
            " skoleregisteret",
            value=value,
        )
    return value


Enhetsnummer = Annotated[
    str, AfterValidator(_number), WithJsonSchema({"type": "string", "pattern": "^[0-9]{9}$"})
]


class Skole(Record):
    """A school of the register.

    The names are the register's own: its licence asks that changes be marked, so there are none.
    """

    navn: Annotated[Tekst, Field(description="Navnet i skoleregisteret")]
    kommune: Annotated[
        Kommunenummer,
        Ref("kommuner"),
        Field(description="Kommunen skolen ligger i, med nummeret i anførselstegn"),
    ]
    trinn: Annotated[tuple[Trinn, ...], Field(description="grunnskole, videregaende eller begge")]
    privat: Annotated[
        JaNei, Field(description="true når skolen er privat, og dermed selv er eier")
    ] = False
    savnet: Annotated[
        Dag | None,
        Field(
            description=(
                "Dagen skolen ikke lenger sto i registeret. Slett linjen når det er sikkert at"
                " skolen er lagt ned"
            )
        ),
    ] = None

    @property
    def er_fylkets(self) -> bool:
        """Whether the county owns it: a public school with upper secondary grades only."""
        return not self.privat and self.trinn == ("videregaende",)


class Skoleregister(Faktum):
    """The list of schools (data/skoler.yml), kept by `python -m macros skoler`; `per` is the day
    that it was fetched.
    """

    skoler: Annotated[
        dict[Enhetsnummer, Skole],
        Field(description="Skolene, hver under organisasjonsnummeret sitt i anførselstegn"),
    ]


class Named:
    """The friskoler that the networks name, to be looked up as the register writes them: by number,
    else by name and kommune.
    """

    def __init__(self, friskoler: Iterable[Friskole]):
        self._by_number: dict[str, Friskole] = {}
        self._by_name: dict[str, list[Friskole]] = {}
        for skole in friskoler:
            if skole.orgnr:
                self._by_number[skole.orgnr] = skole
            for name in {name_key(skole.navn), name_key(skole.sidenavn or skole.navn)}:
                self._by_name.setdefault(name, []).append(skole)

    def find(self, orgnr: str, skole: Skole) -> Friskole | None:
        """The friskole that a school of the register is; None when no network names it."""
        if orgnr in self._by_number or not skole.privat:
            return self._by_number.get(orgnr)
        alike = self._by_name.get(name_key(skole.navn), ())
        return next(
            (friskole for friskole in alike if friskole.kommune in (None, skole.kommune)), None
        )


def name_key(name: str) -> str:
    """What is left of a school's name when it is compared: no spelling, no form of company, no
    «avdeling».
    """
    return " ".join(part for part in slug(name).split("-") if part not in FILLING)
