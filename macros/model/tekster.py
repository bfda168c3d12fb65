"""The sentences that blocks of pages say for themselves and that state a fact."""

from typing import Annotated

from pydantic import Field

from macros.model.fakta import Utsagn
from macros.model.types import Lopetekst


class Brodtekst(Utsagn):
    """A sentence (data/tekster.yml), in the past tense of its source."""

    presens: Annotated[
        Lopetekst | None,
        Field(
            description=(
                "Setningen slik den lyder om et nettverk som noen har bekreftet. Utelates når den "
                "er den samme"
            )
        ),
    ] = None

    nn: Annotated[
        Lopetekst | None,
        Field(description="Setningen på nynorsk, når en side på nynorsk viser den"),
    ] = None

    def lyder(self, bekreftet: bool) -> str:
        """The sentence, in the present of what staff have confirmed."""
        return self.presens or self.tekst if bekreftet else self.tekst
