"""The map: large with a way in to every kommune, and small with one place or one network lit."""

from macros.drawings.kart import large_map, small_map
from macros.pages.arguments import NettverkId, Side
from macros.pages.view import View


def kart(view: View) -> str:
    """All kommuner in the colours of their networks, each a link to its page."""
    return large_map(view.data, view.rot, table=view.url != "nettverk/")


def finn_kart(view: View, slug: Side) -> str:
    """Where a kommune lies, or a friskole's, and the rest of its network."""
    sted = view.data.steder[slug]
    schools = {skole.kommune for skole in sted.skoler}
    nr = view.data.kommuner_etter_slug.get(slug) if sted.kommune else None
    here = ({nr} if nr else schools) & view.data.kommuner.keys()
    return small_map(view.data, sted.nettverk, here)


def nettverk_kart(view: View, id: NettverkId) -> str:
    """Where the owners of a network lie."""
    return small_map(view.data, (view.data.nettverk[id],), ())
