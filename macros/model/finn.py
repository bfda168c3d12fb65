"""What the finder has a page for: each kommune in a network, each named friskole, and the
county.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from macros.model.fakta import Institusjon
from macros.model.fylke import Fylke
from macros.model.nettverk import Friskole, Kommune, Nettverk

Listed = tuple[tuple[Nettverk, Friskole], ...]


@dataclass(frozen=True)
class Sted:
    """What a page of the finder is about: a kommune, a friskole or the county, and its network or
    networks.
    """

    slug: str
    navn: str
    nettverk: tuple[Nettverk, ...]
    kommune: Kommune | None = None
    skoler: tuple[Friskole, ...] = ()
    fylkeskommune: Institusjon | None = None

    @property
    def adresse(self) -> str:
        """Its page, below the site."""
        return f"finn/{self.slug}/"

    @property
    def oppslag(self) -> str:
        """The name in the list: a kommune and the county with all their official forms, as in other
        tables.
        """
        official = self.kommune or self.fylkeskommune
        return official.alle_navn if official else self.navn

    @property
    def er_fylket(self) -> bool:
        return self.fylkeskommune is not None

    @property
    def eier(self) -> str:
        """Who takes a school's need further: a friskole is an owner itself."""
        return f"{self.navn} kommune" if self.kommune else self.navn


def school_name(listed: Listed) -> str:
    """The name of a friskole's own page, when its networks spell it differently."""
    return next((skole.sidenavn for _, skole in listed if skole.sidenavn), listed[0][1].navn)


def places(
    kommuner: Iterable[tuple[Kommune, Nettverk]],
    friskoler: Mapping[str, Listed],
    networks: Iterable[Nettverk],
    fylke: Fylke | None,
    fylkeskommune: Institusjon | None,
) -> dict[str, Sted]:
    """Slug → place, for every page of the finder."""
    found = {
        kommune.slug: Sted(kommune.slug, kommune.navn, (nettverk,), kommune)
        for kommune, nettverk in kommuner
    }
    for id, listed in friskoler.items():
        found[id] = Sted(
            id,
            school_name(listed),
            tuple(nettverk for nettverk, _ in listed),
            skoler=tuple(skole for _, skole in listed),
        )
    upper = tuple(nettverk for nettverk in networks if nettverk.er_videregaende)
    if fylke and fylkeskommune and upper:
        slug = fylke.fylkeskommune
        found[slug] = Sted(slug, fylkeskommune.navn, upper, fylkeskommune=fylkeskommune)
    return found
