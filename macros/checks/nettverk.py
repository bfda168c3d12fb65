"""Rules about kommuner, networks and the numbers that the sources print for them."""

from collections.abc import Iterable, Iterator
from datetime import date

from macros.model.base import repeated
from macros.model.data import Data
from macros.model.listing import listing
from macros.model.nettverk import Utviklingspartner
from macros.problems import Problem


def kommune_in_one_network(data: Data) -> Iterator[Problem]:
    """Every kommune is in exactly one regional network.

    A file that was copied, or is gone, is one mistake; so is the number of one kommune in the
    place of another's.
    """
    first: dict[str, str] = {}
    twice: list[tuple[str, str, list[int]]] = []
    for nettverk in data.nettverk.values():
        again: dict[str, list[int]] = {}
        for index, nr in enumerate(nettverk.kommuner):
            if nr in first and first[nr] != nettverk.id and nr in data.kommuner:
                again.setdefault(first[nr], []).append(index)
            first.setdefault(nr, nettverk.id)
        twice += ((nettverk.id, other, indices) for other, indices in again.items())
    left = [nr for nr in data.kommuner if nr not in first] if data.is_whole("nettverk") else []
    swapped = len(left) == len(twice) == 1 and len(twice[0][2]) == 1
    for id, other, indices in twice:
        nettverk = data.nettverk[id]
        lines = "den ene linjen" if len(indices) == 1 else "linjene i den ene filen"
        rest = f". En kommune er i ett nettverk: slett {lines}"
        if swapped:
            rest = (
                f", og {_named(data, left)} er ikke i noe. En kommune er i ett nettverk: skriv"
                f' «- "{left[0]}"» i linjen som er feil'
            )
        yield Problem(
            nettverk.place("kommuner", indices[0]),
            f"{_named(data, (nettverk.kommuner[index] for index in indices))} står også i"
            f" nettverket «{other}»{rest}",
            "kommune-to-nettverk",
        )
    if left and not swapped:
        one = f'Legg «- "{left[0]}"» til under kommuner i en fil i data/nettverk/'
        many = (
            "Er filen til nettverket deres slettet, henter du den tilbake. Ellers legger du numrene"
            " til under kommuner i en fil i data/nettverk/"
        )
        yield Problem(
            data.kommuner[left[0]].place(),
            f"{_named(data, left)} er ikke i noe nettverk. {many if left[1:] else one}",
            "kommune-uten-nettverk",
        )


def _named(data: Data, numbers: Iterable[str]) -> str:
    return listing(f"{data.kommuner[nr].navn} ({nr})" for nr in numbers)


def partner_once(data: Data, today: date) -> Iterator[Problem]:
    """Nobody is UP1 of a network twice, now or from a later day: a copied entry has the old name
    in it.
    """
    for nettverk in data.nettverk.values():
        spans = [one.gjelder for one in nettverk.utviklingspartnere if one.gjelder]
        twice: dict[int, Utviklingspartner] = {}
        for day in {today, *(max(today, span.fra.start) for span in spans if span.fra)}:
            seen: set[str] = set()
            for partner in nettverk.up1(day):
                if partner.person in seen:
                    twice[id(partner)] = partner
                seen.add(partner.person)
        for partner in twice.values():
            yield Problem(
                partner.place("person"),
                f"«{partner.person}» er alt utviklingspartner i dette nettverket. Skriv en"
                " annen person, eller slett den ene",
                "partner-dobbelt",
            )


def ended_networks(data: Data) -> Iterator[Problem]:
    """A network that is no more is not also there, and is told of once."""
    here = data.ids("nettverk")
    for one in data.tidligere_nettverk:
        if one.id in here:
            yield Problem(
                one.place("id"),
                f"nettverket «{one.id}» finnes. Slett det her, eller filen i data/nettverk/",
                "tidligere-finnes",
            )
    for one, _ in repeated(data.tidligere_nettverk):
        if one.id not in here:
            yield Problem(
                one.place("id"), f"«{one.id}» står her to ganger. Slett den ene", "tidligere-finnes"
            )


def county_network(data: Data) -> Iterator[Problem]:
    """One network at most is for upper secondary schools, and it has no kommuner: the county owns
    them.
    """
    county = [nettverk for nettverk in data.nettverk.values() if nettverk.er_videregaende]
    for nettverk in county:
        if nettverk.kommuner:
            yield Problem(
                nettverk.place("kommuner"),
                "et nettverk for videregående skoler har ingen kommuner. Slett listen, eller skriv"
                " slag: regionalt",
                "videregaende-med-kommuner",
            )
    for nettverk in county[1:]:
        yield Problem(
            nettverk.place("slag"),
            f"«{county[0].id}» er alt nettverket for videregående skoler. Skriv slag: regionalt",
            "videregaende-to",
        )


def school_listed_once(data: Data) -> Iterator[Problem]:
    """A network names each friskole once; two networks may name the same one."""
    for nettverk in data.nettverk.values():
        for skole, _ in repeated(nettverk.friskoler):
            yield Problem(
                skole.place("id"),
                f"friskolen «{skole.id}» står to ganger i nettverket. Slett den ene",
                "friskole-dobbelt",
            )


def counts_match_names(data: Data) -> Iterator[Problem]:
    """A count that contradicts the list of names needs a `merknad` that says so."""
    for nettverk in data.nettverk.values():
        counted, named = nettverk.skoler.private, len(nettverk.friskoler)
        if counted != named and not nettverk.skoler.merknader:
            yield Problem(
                nettverk.skoler.place("private"),
                f"«private» er {counted}, men {named} er navngitt under «friskoler». Rett tallet,"
                " eller skriv hvorfor under «merknader»",
                "antall-navn",
            )


RULES = (
    kommune_in_one_network,
    county_network,
    ended_networks,
    school_listed_once,
    counts_match_names,
)
