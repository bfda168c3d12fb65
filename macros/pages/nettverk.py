"""The table of all networks, and one network's own page."""

from markupsafe import Markup

from macros.drawings.kart import numbers
from macros.pages.arguments import NettverkId, TidligereNettverkId
from macros.pages.kart import nettverk_kart
from macros.pages.nettverk_tall import common_year, counted_twice, totals
from macros.pages.utviklingspartnere import grupper, initials, innganger
from macros.pages.view import View


def nettverk_tabell(view: View) -> str:
    """All networks: owners, representative, schools, PPT, UP1.

    Years in the heads come from the data.
    """
    networks = view.data.nettverk_i_rekkefolge
    years = {
        "representant": common_year(n.representant for n in networks if n.representant),
        "up1": common_year(partner for n in networks for partner in n.up1(view.today)),
        "skoler": common_year(n.skoler for n in networks),
        "ppt": common_year(n.ppt for n in networks if n.ppt),
    }
    facts = [fact for n in networks for fact in n.tall]
    facts += [view.data.tekster[id] for id in ("ppt-tallet", "talt-flere-ganger")]
    sources = dict.fromkeys(id for fact in facts for id in fact.kilde)
    return view.html(
        "nettverk_tabell.html.jinja",
        networks=networks,
        numre=numbers(view.data),
        years=years,
        sources=sources,
        totals=totals(view.data),
        shared=counted_twice(view.data),
    )


def nettverk_svar(view: View, id: NettverkId) -> str:
    """The people of a network with their status, whom to write to, its owners, its map and its
    numbers.
    """
    nettverk = view.data.nettverk[id]
    return view.html(
        "nettverk_svar.html.jinja",
        nettverk=nettverk,
        kart=Markup(nettverk_kart(view, id)),
        fylkeskommune=view.data.fylkets_side if nettverk.er_videregaende else None,
        grupper=grupper,
        initials=initials,
        innganger=innganger,
    )


def nettverk_om(view: View, id: NettverkId) -> str:
    """Notes, links and who confirms."""
    return view.html("nettverk_om.html.jinja", nettverk=view.data.nettverk[id])


def nettverk_opphort(view: View, id: TidligereNettverkId) -> str:
    """That a network is no more, and where to go."""
    [one] = (one for one in view.data.tidligere_nettverk if one.id == id)
    return view.html("nettverk_opphort.html.jinja", one=one)
