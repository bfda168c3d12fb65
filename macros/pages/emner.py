"""Pages of points: what staff at the university may need, and Nordland's strategy as history."""

from typing import Annotated

from macros.pages.arguments import id_in
from macros.pages.view import View


def for_ansatte(
    view: View,
    id: Annotated[str, id_in("for_ansatte", "emnet «{}» finnes ikke i data/for-ansatte.yml")],
) -> str:
    """One subject for staff at NTNU, labelled when it was only proposed."""
    return view.html("emne.html.jinja", emne=view.data.for_ansatte[id])


def nordland_strategi(
    view: View,
    id: Annotated[
        str, id_in("nordland_strategi", "emnet «{}» finnes ikke i data/nordland-strategi.yml")
    ],
) -> str:
    """One part of Nordland's strategy 2020–2023."""
    return view.html("emne.html.jinja", emne=view.data.nordland_strategi[id])


def kompetanse(view: View) -> str:
    """What each section and centre can contribute, as far as anybody has said."""
    return view.html("kompetanse.html.jinja")
