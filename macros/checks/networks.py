"""Rules about kommuner, networks and the numbers that the sources print for them."""

from collections.abc import Iterator

from macros.model.data import Data
from macros.problems import Problem

LARGEST_MAP = 20


def kommune_in_one_network(data: Data) -> Iterator[Problem]:
    """Every kommune is in exactly one regional network."""
    first: dict[str, str] = {}
    for nettverk in data.nettverk.values():
        for index, nr in enumerate(nettverk.kommuner):
            if nr in first and first[nr] != nettverk.id and nr in data.kommuner:
                navn = data.kommuner[nr].navn
                yield Problem(nettverk.place("kommuner", index), f"{navn} ({nr}) står også i nettverket «{first[nr]}». En kommune er i ett nettverk: slett den ene linjen", "kommune-to-nettverk")
            first.setdefault(nr, nettverk.id)
    if data.is_whole("nettverk"):
        for nr, kommune in data.kommuner.items():
            if nr not in first:
                yield Problem(kommune.place(), f"{kommune.navn} ({nr}) er ikke i noe nettverk. Legg «- \"{nr}\"» til under kommuner i en fil i data/nettverk/", "kommune-uten-nettverk")


def county_network(data: Data) -> Iterator[Problem]:
    """One network at most is for upper secondary schools, and it has no kommuner: the county owns them."""
    county = [nettverk for nettverk in data.nettverk.values() if nettverk.slag == "videregaende"]
    for nettverk in county:
        if nettverk.kommuner:
            yield Problem(nettverk.place("kommuner"), "et nettverk for videregående skoler har ingen kommuner. Slett listen, eller skriv slag: regionalt", "videregaende-med-kommuner")
    for nettverk in county[1:]:
        yield Problem(nettverk.place("slag"), f"«{county[0].id}» er alt nettverket for videregående skoler. Skriv slag: regionalt", "videregaende-to")


def school_listed_once(data: Data) -> Iterator[Problem]:
    """A network names each friskole once; two networks may name the same one."""
    for nettverk in data.nettverk.values():
        ids = [skole.id for skole in nettverk.friskoler]
        for index, skole in enumerate(nettverk.friskoler):
            if skole.id in ids[:index]:
                yield Problem(skole.place("id"), f"friskolen «{skole.id}» står to ganger i nettverket. Slett den ene", "friskole-dobbelt")


def counts_match_names(data: Data) -> Iterator[Problem]:
    """A count that contradicts the list of names needs a `merknad` that says so."""
    for nettverk in data.nettverk.values():
        counted, named = nettverk.skoler.private, len(nettverk.friskoler)
        if counted != named and not nettverk.skoler.merknader:
            yield Problem(nettverk.skoler.place("private"), f"«private» er {counted}, men {named} er navngitt under «friskoler». Rett tallet, eller skriv hvorfor under «merknader»", "antall-navn")


def tiles_apart(data: Data) -> Iterator[Problem]:
    """Every kommune has a tile of its own, and the map is no larger than a page can show."""
    taken: dict[tuple[int, int], str] = {}
    for kommune in data.kommuner.values():
        if not {*kommune.flis} <= {*range(1, LARGEST_MAP + 1)}:
            yield Problem(kommune.place("flis"), f"flisen {list(kommune.flis)} er utenfor kartet. Kolonne og rad går fra 1 til {LARGEST_MAP}", "flis-utenfor")
        if kommune.flis in taken:
            yield Problem(kommune.place("flis"), f"flisen {list(kommune.flis)} er alt brukt av {taken[kommune.flis]}. Velg en ledig plass på kartet", "flis-opptatt")
        taken.setdefault(kommune.flis, kommune.navn)
