"""The finder: the A–Å list with its filter, and one page for each kommune, friskole and the
county.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from markupsafe import Markup

from macros.model.data import Data
from macros.model.dates import say_day
from macros.model.finn import Sted
from macros.model.listing import alphabetical, listing
from macros.model.nettverk import Kommune
from macros.pages import skoler
from macros.pages.arguments import Side
from macros.pages.frist import frist
from macros.pages.kart import finn_kart
from macros.pages.utviklingspartnere import answer, grupper, initials, innganger, short_answer
from macros.pages.view import View


@dataclass(frozen=True)
class Entry:
    """One line of the list: the pages it leads to, and what it says beside them."""

    name: str
    targets: tuple[tuple[str, str], ...]
    note: str


def finn_liste(view: View, kort: bool = False) -> str:
    """All entries A–Å as links, which stand without JavaScript too.

    `kort`: the field alone, and the way to the list.
    """
    entries = _alphabetically(chain(_current(view), _former(view.data)))
    return view.html(
        "finn_liste.html.jinja",
        entries=entries,
        schools=_alphabetically(_schools(view.data)),
        stand=skoler.sources(view.data, view.data.andre_skoler.values()),
        kort=kort,
        eksempel=next((kommune.navn for kommune in view.data.kommuner.values()), ""),
    )


def finn_svar(view: View, slug: Side) -> str:
    """The answer: for each network the UP1s with their status, whom to write to, and the map."""
    sted = view.data.steder[slug]
    return view.html(
        "finn_svar.html.jinja",
        sted=sted,
        grupper=grupper,
        innganger=innganger,
        initials=initials,
        neighbours=_neighbours(view.data, sted),
        na=skoler.scheme_now(view.data),
        merged=_merged(sted),
        kart=Markup(finn_kart(view, slug)),
    )


def finn_vei(view: View, slug: Side) -> str:
    """The way of help: school, owner, the network's representative, UP1; and how to reach each."""
    sted = view.data.steder[slug]
    county = sted.fylkeskommune
    nettsted = sted.kommune.nettsted if sted.kommune else county.lenke if county else None
    return view.html("finn_vei.html.jinja", sted=sted, nettsted=nettsted)


def finn_tilbud(view: View, slug: Side) -> str:
    """What a network could ask its UP1 for, and what that cost."""
    up1 = view.data.aktorer["up1"]
    return view.html("finn_tilbud.html.jinja", up1=up1, cost=up1.betaling[-1:])


def finn_send(view: View, slug: Side) -> str:
    """A text that one can copy for the schools, whole without a script."""
    sted = view.data.steder[slug]
    address = f"{view.settings.site_url}{sted.adresse}"
    return view.html("finn_send.html.jinja", sted=sted, answer=answer, address=address)


def finn_mer(view: View, slug: Side) -> str:
    """The next deadline, templates, schools of other networks, and what the sources leave open."""
    sted = view.data.steder[slug]
    number = view.data.kommuner_etter_slug.get(slug)
    here = {
        id: listed[0][1]
        for id, listed in view.data.friskoler.items()
        if number
        and listed[0][1].kommune == number
        and not any(nettverk in sted.nettverk for nettverk, _ in listed)
    }
    return view.html(
        "finn_mer.html.jinja",
        sted=sted,
        frister=[frist(view, f"nettverk-{nettverk.id}") for nettverk in sted.nettverk],
        maler=[(id, mal) for id, mal in view.data.maler.items() if mal.fyll_ut][:2],
        here=here,
        fylket=view.data.fylkets_side,
    )


def _alphabetically(entries: Iterable[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda entry: alphabetical(entry.name))


def _current(view: View) -> list[Entry]:
    return [
        Entry(sted.navn, ((sted.adresse, sted.oppslag),), place_note(view, sted))
        for sted in view.data.steder.values()
    ]


def _schools(data: Data) -> list[Entry]:
    """The register's schools, each leading to its own line on the page of its owner."""
    return [
        Entry(
            skole.navn,
            ((f"finn/{skoler.school_address(page, orgnr)}", skole.navn),),
            skoler.note(data, skole),
        )
        for page, listed in data.skoler_etter_side.items()
        for orgnr, skole in listed.items()
    ]


def place_note(view: View, sted: Sted) -> str:
    """Its networks, each with who is UP1."""
    return " · ".join(
        f"{nettverk.kortnavn}. {short_answer(view, nettverk)}" for nettverk in sted.nettverk
    )


def _former(data: Data) -> list[Entry]:
    """The kommuner merged away, each leading to today's."""
    heirs: dict[str, list[Kommune]] = {}
    for kommune in data.kommuner.values():
        for old in kommune.tidligere:
            heirs.setdefault(old.navn, []).append(kommune)
    return [
        Entry(
            name,
            tuple((f"finn/{k.slug}/", f"{name} → {k.navn}") for k in now),
            f"Nå {'delt mellom' if len(now) > 1 else 'en del av'} {listing(k.navn for k in now)}",
        )
        for name, now in heirs.items()
    ]


def _neighbours(data: Data, sted: Sted) -> list[tuple[str, str]]:
    """The other owners of the same network: slug and name; none where a place is in two."""
    if len(sted.nettverk) > 1:
        return []
    return [
        (slug, other.navn)
        for slug, other in data.steder.items()
        if slug != sted.slug and sted.nettverk[0] in other.nettverk
    ]


def _merged(sted: Sted) -> list[str]:
    """«Gamleby var egen kommune til og med 31. desember 2019.»"""
    if not sted.kommune:
        return []
    return [
        f"{'En del av ' if old.del_av else ''}{old.navn} kommune hører nå til {sted.navn}."
        f" {old.navn} var egen kommune til og med {say_day(old.til)}."
        for old in sted.kommune.tidligere
    ]
