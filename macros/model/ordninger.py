"""Grant schemes, each with the years that it was in force."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from macros.model.fakta import Faktum, Utsagn
from macros.model.types import Id, Lopetekst, Ref, Tekst

Ordningsstatus = Literal["gjelder", "avsluttet", "kommer", "ukjent"]


class Ordning(Faktum):
    """A grant scheme (data/ordninger.yml).

    What it was replaced by is another record; what it replaced is derived.
    """

    navn: Tekst = Field(description="Fullt navn")
    kortnavn: Tekst = Field(description="Navnet i daglig tale")
    undertittel: Tekst = Field(description="Én linje under navnet på forsiden")
    ikon: Literal["skole", "inkludering", "oppfolging", "barnehage", "sammen"] = Field(
        description="Pyntetegningen på kortet"
    )
    ukjent_status: Lopetekst | None = Field(
        None, description="Hva vi ikke vet, når kildene ikke sier om ordningen fortsatt gjelder"
    )
    avlost_av: Annotated[Id | None, Ref("ordninger")] = Field(
        None, description="Ordningen som tok over: id i samme fil"
    )
    betyr: tuple[Utsagn, ...] = Field(
        (), description="Hva ordningen betyr for den som leser, viktigst først"
    )
    om: tuple[Utsagn, ...] = Field((), description="Hva ordningen er")
    penger: tuple[Utsagn, ...] = Field(
        (), description="Regler om penger, hver for seg med kilde og tid"
    )
    ikke_funnet: tuple[Lopetekst, ...] = Field((), description="Det vi har lett etter uten å finne")

    def status(self, today: date) -> Ordningsstatus:
        """Where the scheme stands on a day, from its validity alone."""
        if self.ukjent_status or not self.gjelder:
            return "ukjent"
        if self.gjelder.er_over(today):
            return "avsluttet"
        return "gjelder" if self.gjelder.har_begynt(today) else "kommer"

    def gyldighet(self, today: date) -> str:
        """«gjaldt til og med 2025», «gjelder fra 1. januar 2026», «skal gjelde fra 2028», «status
        ukjent».
        """
        verb = {"avsluttet": "gjaldt", "gjelder": "gjelder", "kommer": "skal gjelde"}.get(
            self.status(today)
        )
        return f"{verb} {self.gjelder.tekst}" if verb else "status ukjent"
