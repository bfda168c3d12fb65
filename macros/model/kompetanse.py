"""What each section and centre knows: built for staff to fill in, and honest while it is empty."""

from typing import Annotated, Literal

from pydantic import Field

from macros.model.fakta import Bekreftet, Faktum, Utsagn
from macros.model.types import Id, Lenke, Ref, Tekst


class Fagmiljo(Faktum):
    """A section or a centre (data/kompetanse.yml)."""

    navn: Tekst = Field(description="Navnet på fagmiljøet")
    slag: Literal["seksjon", "senter", "annet"] = Field(
        description="seksjon (ved instituttet), senter, eller annet når kilden ikke sier det"
    )
    institusjon: Annotated[Id | None, Ref("institusjoner")] = Field(
        None, description="Id i data/institusjoner.yml. Utelates når kildene ikke sier det"
    )
    om: tuple[Utsagn, ...] = Field((), description="Det kildene sier om fagmiljøet")
    kan: tuple[Utsagn, ...] = Field(
        (), description="Det fagmiljøet kan bidra med i skoler og nettverk, ett punkt for hvert"
    )
    kontakt: Annotated[Id | None, Ref("kontakter")] = Field(
        None, description="Den man spør: id i data/kontakter.yml"
    )
    lenke: Lenke | None = Field(None, description="Fagmiljøets egen side")
    bekreftet: Bekreftet | None = Field(
        None, description="Når fagmiljøet sist så over opplysningene"
    )
