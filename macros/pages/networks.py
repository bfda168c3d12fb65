"""The table of all networks, and one network's own page."""

from macros.model.nettverk import Nettverk
from macros.pages.people import answer, partner_names
from macros.pages.view import View, refuse
from macros.problems import did_you_mean


def nettverk_tabell(view: View) -> str:
    """All networks: owners, representative, schools, PPT, UP1. Years in the heads come from the data."""
    networks = list(view.data.nettverk.values())
    return view.html("nettverk_tabell.html.jinja", networks=networks, names=partner_names)


def nettverk_side(view: View, id: str) -> str:
    """One network: the answer first, then owners, people and numbers."""
    nettverk = network(view, id)
    return view.html("nettverk_side.html.jinja", nettverk=nettverk, answer=answer(view, nettverk, nettverk.kortnavn))


def network(view: View, id: str) -> Nettverk:
    """The network with that id. Raises DataError, with the nearest id, when there is none."""
    if id not in view.data.nettverk:
        raise refuse(f"nettverket «{id}» finnes ikke{did_you_mean(id, frozenset(view.data.nettverk))}")
    return view.data.nettverk[id]
