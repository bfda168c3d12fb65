"""What applies now: statements in two tracks, each with how certain it is."""

from typing import Annotated, Literal

from pydantic import Field

from macros.model.arshjul import one_or_more
from macros.model.fakta import Utsagn
from macros.model.types import Id, Ref

Spor = Literal["barnehage-og-grunnskole", "videregaende"]
Status = Literal["vedtatt", "utkast", "omtalt", "andre-fylker", "ikke-fortalt", "hvem-man-spor"]


class Opplysning(Utsagn):
    """One statement (data/na.yml). A draft and what other counties do are never law here."""

    spor: Annotated[tuple[Spor, ...], *one_or_more(Spor)] = Field(
        description="Hvem det gjelder: ett spor, eller en liste med begge"
    )
    status: Status = Field(
        description="Hvor sikkert det er: vedtatt, bare et utkast, omtalt av andre, "
        "praksis i andre fylker, ikke fortalt av noen, eller hvem man kan spørre"
    )
    institusjon: Annotated[Id | None, Ref("institusjoner")] = Field(
        None, description="Institusjonen man kan spørre: id i data/institusjoner.yml"
    )
