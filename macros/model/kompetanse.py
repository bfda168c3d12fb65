"""What each section and centre knows: built for staff to fill in, and honest while it is empty."""

from typing import Annotated, Literal

from pydantic import Field

from macros.model.fakta import Bekreftet, Faktum, Utsagn
from macros.model.types import Id, Lenke, Ref, Tekst


class Fagmiljo(Faktum):
    """A section or a centre (data/kompetanse.yml)."""

    navn: Annotated[Tekst, Field(description="Navnet på fagmiljøet")]
    slag: Annotated[
        Literal["seksjon", "senter", "annet"],
        Field(
            description="seksjon (ved instituttet), senter, eller annet når kilden ikke sier det"
        ),
    ]
    institusjon: Annotated[
        Id | None,
        Ref("institusjoner"),
        Field(description="Id i data/institusjoner.yml. Utelates når kildene ikke sier det"),
    ] = None
    om: Annotated[tuple[Utsagn, ...], Field(description="Det kildene sier om fagmiljøet")] = ()
    kan: Annotated[
        tuple[Utsagn, ...],
        Field(description="Det fagmiljøet kan bidra med i skoler og nettverk, ett punkt for hvert"),
    ] = ()
    kontakt: Annotated[
        Id | None, Ref("kontakter"), Field(description="Den man spør: id i data/kontakter.yml")
    ] = None
    lenke: Annotated[Lenke | None, Field(description="Fagmiljøets egen side")] = None
    bekreftet: Annotated[
        Bekreftet | None, Field(description="Når fagmiljøet sist så over opplysningene")
    ] = None
