"""Pages of points: what staff at the university may need, and strategies as history."""

from collections.abc import Mapping
from typing import Annotated

from macros.model.emner import Emne
from macros.pages.arguments import id_in
from macros.pages.view import View


def for_ansatte(
    view: View,
    *ids: Annotated[str, id_in("for_ansatte", "emnet «{}» finnes ikke i data/for-ansatte.yml")],
) -> str:
    """Subjects for staff, labelled when they were only proposed."""
    return _folded_subjects(view, {id: view.data.for_ansatte[id] for id in ids})


def kompetanse(view: View) -> str:
    """What each section and centre can contribute, as far as anybody has said."""
    return view.html("emner_kompetanse.html.jinja")


StrategiId = Annotated[
    str, id_in("strategi", "strategien «{}» finnes ikke i mappen data/strategi/")
]


def strategi_emner(view: View, id: StrategiId) -> str:
    """The parts of a strategy, in the past."""
    return _folded_subjects(view, view.data.strategi[id].emner)


def strategi_om(view: View, id: StrategiId) -> str:
    """What the strategy is and whom it was for, and the roles that belong to it."""
    return view.html("emner_strategi.html.jinja", strategi=view.data.strategi[id], id=id)


def _folded_subjects(view: View, emner: Mapping[str, Emne]) -> str:
    """A line for each, which opens; where they stand is said once below them all."""
    stand = {(emne.kilde, emne.tidfesting): emne for emne in emner.values()}
    return view.html("emner.html.jinja", emner=emner, stand=list(stand.values()))
