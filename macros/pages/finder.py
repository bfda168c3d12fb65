"""The finder: the A–Å list with its filter, and one page for each kommune, friskole and the county."""

from dataclasses import dataclass

from macros.model.data import COUNTY_SLUG, Data
from macros.model.nettverk import Kommune, Nettverk
from macros.pages.people import answer
from macros.pages.view import View, refuse
from macros.problems import did_you_mean


@dataclass(frozen=True)
class Place:
    """What a page of the finder is about: a kommune, a friskole or the county, with its network or networks."""

    slug: str
    name: str
    networks: tuple[Nettverk, ...]
    kommune: Kommune | None = None


def finn_liste(view: View) -> str:
    """All entries A–Å as links: it works without JavaScript, which only filters it."""
    return view.html("finn_liste.html.jinja", places=list(places(view.data).values()))


def finn_side(view: View, slug: str) -> str:
    """The answer for one kommune, friskole or the county."""
    found = places(view.data)
    if slug not in found:
        raise refuse(f"«{slug}» er ikke en side under /finn/{did_you_mean(slug, frozenset(found))}")
    place = found[slug]
    return view.html("finn_side.html.jinja", place=place, answers=[answer(view, n, place.name) for n in place.networks])


def places(data: Data) -> dict[str, Place]:
    """Slug → place."""
    found = {slug: Place(slug, data.kommuner[nr].navn, (data.nettverk_etter_kommune[nr],), data.kommuner[nr]) for slug, nr in data.kommuner_etter_slug.items()}
    for id, listed in data.friskoler.items():
        found[id] = Place(id, listed[0][1].navn, tuple(nettverk for nettverk, _ in listed))
    county = tuple(n for n in data.nettverk.values() if n.slag == "videregaende")
    found[COUNTY_SLUG] = Place(COUNTY_SLUG, "Trøndelag fylkeskommune", county)
    return found
