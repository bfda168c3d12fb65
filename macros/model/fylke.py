"""The county that the site is about: what sets it apart from any other county's site."""

from typing import Annotated

from pydantic import Field

from macros.model.base import Record
from macros.model.types import Id, Kilder, Ref, Tekst, matching

Domene = Annotated[
    Tekst,
    matching(
        r"[a-z0-9]+([.-][a-z0-9]+)*",
        "domene-form",
        "«{value}» kan ikke stå i en kalender-id. Bruk bare a–z, 0–9, punktum og bindestrek",
    ),
]


class NedlagtDomene(Record):
    """A domain that an authority or a university left when it got a new name."""

    domene: Tekst = Field(description="Domenet, uten @", examples=["eksempel.no"])
    hvorfor: Tekst = Field(description="Hva som ble av den som hadde det, og når")


class Fylke(Record):
    """The county (data/fylke.yml).

    Its own roles stand in data/roller/<id>.yml; other files of that folder are about others.
    """

    id: Id = Field(description="Fylkets id. Rollene står i data/roller/ under samme navn")
    navn: Tekst = Field(description="Navnet på fylket i løpende tekst")
    samisk: Tekst | None = Field(None, description="Det samiske navnet")
    fylkeskommune: Annotated[Id, Ref("institusjoner")] = Field(
        description="Eieren av de videregående skolene: id i data/institusjoner.yml, og"
        " adressen til siden under /finn/"
    )
    larerutdanninger: Annotated[tuple[Id, ...], Ref("institusjoner")] = Field(
        description="Universitetene og høgskolene: id-er i data/institusjoner.yml"
    )
    domene: Domene = Field(
        description="Slutten av id-ene i kalendere og visittkort. Endres aldri: da kommer hver"
        " dato to ganger hos dem som abonnerer"
    )
    nedlagte_domener: tuple[NedlagtDomene, ...] = Field(
        (), description="Domener som ingen svarer på lenger. Adresser der gir et hint"
    )
    kilde: Kilder
