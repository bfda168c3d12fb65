"""What only the front page shows: the one contact, and the quiet way to the institutions."""

from macros.pages.arguments import InstitusjonId
from macros.pages.view import View

# The term that says more of what the partnership was for.
PURPOSE = "det-doble-formalet"


def kontaktpunkt(view: View) -> str:
    """One contact: the role first, then the name with its date."""
    kontakt = view.data.kontakter[view.data.nettsted.kontaktpunkt]
    return view.html(
        "forside_kontaktpunkt.html.jinja", kontakt=kontakt, id=view.data.nettsted.kontaktpunkt
    )


def formal(view: View) -> str:
    """What the partnership was for: in the present when every network is confirmed."""
    return view.html(
        "forside_formal.html.jinja",
        formal=view.data.tekster["formal"],
        id=PURPOSE,
    )


def institusjonslenker(view: View, *ids: InstitusjonId) -> str:
    """Links to the institutions' own pages."""
    return view.html(
        "forside_institusjoner.html.jinja",
        institusjoner=[view.data.institusjoner[id] for id in ids],
    )
