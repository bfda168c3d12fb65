"""The page that explains what `sjekk` says, code by code."""

from typing import Annotated

from markupsafe import Markup

from macros.markup import inline
from macros.pages.arguments import OneOf
from macros.pages.view import View
from macros.problems.explanations import group, groups
from macros.problems.report import visible


def feilmeldinger(
    view: View,
    gruppe: Annotated[str, OneOf("ingen gruppe av feilmeldinger heter «{}»", lambda _: groups())],
) -> str:
    """The codes of one group, each with its name, why it is there, and a wrong and a right
    example.
    """
    return view.html("feilmeldinger.html.jinja", codes=list(group(gruppe)), code=_code)


def _code(text: str) -> Markup:
    """An example as it stands in a file: its lines and spaces must outlive being put on one line of
    HTML.
    """
    return Markup("&#10;").join(
        inline(visible(line)).replace("  ", Markup("&#32;&#32;")) for line in text.split("\n")
    )
