"""What applies now, track by track and by how certain it is."""

from macros.model.na import Spor, Status
from macros.pages.view import View


def na(view: View, spor: Spor, status: Status) -> str:
    """The statements of one track and one status; that there are none is said too."""
    found = [one for one in view.data.na.values() if spor in one.spor and one.status == status]
    return view.html("na.html.jinja", statements=found, status=status)
