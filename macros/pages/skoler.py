"""The register's schools: a line each in the finder, and a list on the page of their owner.

Without the register there are none.
"""

from collections import Counter
from collections.abc import Collection

from macros.model.data import Data
from macros.model.dates import say_day
from macros.model.fakta import Faktum
from macros.model.listing import alphabetical
from macros.model.na import Opplysning
from macros.model.nettverk import Nettverk
from macros.model.skoler import Skole
from macros.pages.arguments import Side
from macros.pages.view import View

# A longer list is folded: the answer of the page stands above it.
FEW = 8


def finn_skoler(view: View, slug: Side) -> str:
    """The schools whose way to help begins on this page: those in the kommune, or the county's
    own.
    """
    schools = sorted(
        view.data.skoler_etter_side.get(slug, {}).items(), key=lambda one: alphabetical(one[1].navn)
    )
    networks = counts(view.data, slug)
    return view.html(
        "skoler.html.jinja",
        sted=view.data.steder[slug],
        schools=schools,
        folded=len(schools) > FEW,
        anchor=anchor,
        remarks=remarks,
        counts=networks,
        tall=[("Antall skoler i nettverket", network.skoler) for network, _ in networks],
        stand=sources(view.data, [skole for _, skole in schools]),
    )


def counts(data: Data, slug: str) -> list[tuple[Nettverk, int]]:
    """The networks of a page with the number of public schools that the register has for each: what
    the framework counts is something else.
    """
    of_all = Counter(
        network.id
        for skole in data.andre_skoler.values()
        if not skole.privat and (network := data.nettverk_for(skole))
    )
    return [(network, of_all[network.id]) for network in data.steder[slug].nettverk]


def scheme_now(data: Data) -> Opplysning | None:
    """What is known first of the scheme for upper secondary schools alone."""
    return next(
        (
            one
            for one in data.na.values()
            if one.spor == ("videregaende",) and one.status == "vedtatt"
        ),
        None,
    )


def sources(data: Data, shown: Collection[Skole]) -> list[tuple[str, Faktum]]:
    """Where the schools of a list are from: one part for each source and time, with how many."""
    stands = data.skoleregister.stander(shown) if data.skoleregister else []
    if len(stands) == 1:
        return [("Skolelisten", stands[0][0])]
    return [(f"{number} av skolene", stand) for stand, number in stands]


def anchor(orgnr: str) -> str:
    return f"skole-{orgnr}"


def school_address(page: str, orgnr: str) -> str:
    """The same below /finn/."""
    return f"{page}/#{anchor(orgnr)}"


def note(data: Data, skole: Skole) -> str:
    """«Prøvedal, i nettverket Nord-Eksempel.», and what one must know before one trusts it."""
    network = None if skole.privat else data.nettverk_for(skole)
    kommune = data.kommuner[skole.kommune].navn
    return " ".join(
        [f"{kommune}, i {network.omtale}." if network else f"{kommune}.", *remarks(skole)]
    )


def remarks(skole: Skole) -> list[str]:
    """A private school is its own owner, and is in a network only when a source says so."""
    private = ["Privat skole. Kildene navngir den ikke i noe nettverk."] if skole.privat else []
    return private + (
        [f"Sto ikke i skoleregisteret {say_day(skole.savnet)}."] if skole.savnet else []
    )
