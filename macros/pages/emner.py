"""Pages of points: what staff at the university may need, and strategies as history."""

from collections.abc import Iterator
from typing import Annotated

from macros.model.data import Data
from macros.pages.arguments import id_in, made_of, needs
from macros.pages.view import View


def for_ansatte(
    view: View,
    id: Annotated[str, id_in("for_ansatte", "emnet «{}» finnes ikke i data/for-ansatte.yml")],
) -> str:
    """One subject for staff, labelled when it was only proposed."""
    return view.html("emner.html.jinja", emne=view.data.for_ansatte[id])


def kompetanse(view: View) -> str:
    """What each section and centre can contribute, as far as anybody has said."""
    return view.html("emner_kompetanse.html.jinja")


def _of_the_strategy(data: Data, strategi: str, emne: str) -> Iterator[str]:
    if strategi in data.strategi and emne not in data.strategi[strategi].emner:
        yield f"emnet «{emne}» finnes ikke i data/strategi/{strategi}.yml"


def _subjects(data: Data) -> set[str]:
    return {id for strategi in data.strategi.values() for id in strategi.emner}


StrategiId = Annotated[
    str, id_in("strategi", "strategien «{}» finnes ikke i mappen data/strategi/")
]


EmneId = Annotated[
    str, made_of(("strategi",), _subjects, "emnet «{}» finnes ikke i mappen data/strategi/")
]


@needs(_of_the_strategy)
def strategi_emne(view: View, strategi: StrategiId, emne: EmneId) -> str:
    """One part of a strategy, in the past."""
    return view.html("emner.html.jinja", emne=view.data.strategi[strategi].emner[emne])


def strategi_om(view: View, id: StrategiId) -> str:
    """What the strategy is and whom it was for, and the roles that belong to it."""
    return view.html("emner_strategi.html.jinja", strategi=view.data.strategi[id], id=id)
