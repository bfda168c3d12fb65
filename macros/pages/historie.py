"""What happened when, as a figure and as a list."""

from macros.drawings.historie import timeline, when
from macros.pages.view import View


def historie_figur(view: View) -> str:
    """The milestones down a line of years."""
    return timeline(view.data, view.rot)


def historie_liste(view: View) -> str:
    """The milestones, each with its source and how precise its date is."""
    return view.html(
        "historie_liste.html.jinja",
        milestones=sorted(view.data.historie.items(), key=lambda pair: when(pair[1])),
    )
