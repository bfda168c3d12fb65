"""The sentences that blocks of pages say for themselves and that state a fact."""

from collections.abc import Mapping

from pydantic import Field

from macros.model.fakta import Utsagn
from macros.model.types import Lopetekst

# Every text that a block asks for, by its id, and what it is to say.
TEKSTER: Mapping[str, str] = {
    "vei-skole": "hva skolen gjorde når den trengte hjelp",
    "vei-eier": "hva eieren gjorde med behovet",
    "vei-skole-som-eier": "hva en skole gjorde som selv er eier",
    "vei-representant": "hva nettverkets representant gjorde",
    "vei-up1": "hva utviklingspartneren (UP1) gjorde",
    "vei-om": "hvem UP1 arbeidet med",
    "ukjent-personer": "hva vi ikke vet om dem som hadde rollene",
    "ukjent-barnehager": "hva vi ikke vet om barnehager og PPT",
    "ppt-tallet": "hva tallet for PPT teller",
    "talt-flere-ganger": "hvordan en skole i flere nettverk er talt",
    "videregaende-skolene": "om de offentlige videregående skolene er navngitt",
    "monster-igjen": "om det typiske året kommer igjen",
    "selvsjekk-faser": "hvilke faser spørsmålene i selvsjekken hører til",
    "formal": "hva skole og lærerutdanning skulle med samarbeidet",
}


class Brodtekst(Utsagn):
    """A sentence (data/tekster.yml), in the past tense of its source."""

    presens: Lopetekst | None = Field(
        None,
        description="Setningen slik den lyder når noen har bekreftet nettverkene den gjelder."
        " Utelates når den er den samme",
    )

    nn: Lopetekst | None = Field(
        None, description="Setningen på nynorsk, når en side på nynorsk viser den"
    )

    def lyder(self, bekreftet: bool) -> str:
        """The sentence, in the present of what staff have confirmed."""
        return self.presens or self.tekst if bekreftet else self.tekst
