"""What people type when they look for something, and what they mean by it."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from macros.model.base import Record
from macros.model.fakta import Faktum
from macros.model.types import Tekst

Uttrykk = Annotated[tuple[Tekst, ...], Field(description="Det folk skriver, hele uttrykk også")]
Skoleslag = Literal["alle", "grunnskole", "videregaende", "privat"]
Sideadresse = Annotated[
    Tekst, Field(description="Adressen til siden, uten / foran", examples=["arshjul/", "na/"])
]


class Stikkord(Record):
    """A page that the site has under another name than people look for."""

    side: Sideadresse
    ord: Uttrykk


class Sokesvar(Faktum):
    """What we say to who looks for something that has no page here."""

    navn: Tekst = Field(description="Det svaret heter i listen over treff")
    tekst: Tekst = Field(description="Svaret, i én eller to korte setninger")
    side: Sideadresse
    ord: Uttrykk


class Sok(Record):
    """The words of the finder and the site search (data/sok.yml)."""

    tomme: tuple[Tekst, ...] = Field(
        (), description="Ord som ikke sier hva man leter etter, når det står andre ord ved siden"
    )
    trinn: Mapping[Skoleslag, Uttrykk] = Field(
        {},
        description="Ord som spør etter skolene på et sted: «skoler i Prøvedal». De sier ellers"
        " ikke hva man leter etter",
    )
    like: Mapping[Tekst, Tekst] = Field({}, description="Et ord, og ordene det betyr det samme som")
    stikkord: tuple[Stikkord, ...] = Field((), description="Sider, med ord som skal føre rett dit")
    svar: tuple[Sokesvar, ...] = Field(
        (), description="Svar på det mange leter etter og ikke har noen side"
    )
