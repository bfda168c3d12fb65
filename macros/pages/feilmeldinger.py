"""The page that explains what `sjekk` says, code by code."""

from markupsafe import Markup

from macros.explanations import group, groups
from macros.markup import inline
from macros.pages.view import View, refuse
from macros.problems import did_you_mean
from macros.reporting import visible


def feilmeldinger(view: View, gruppe: str) -> str:
    """The codes of one group, each with its name, why it is there, and a wrong and a right example."""
    if gruppe not in groups():
        raise refuse(f"ingen gruppe av feilmeldinger heter «{gruppe}»{did_you_mean(gruppe, groups())}")
    return view.html("feilmeldinger.html.jinja", codes=list(group(gruppe)), code=_code)


def _code(text: str) -> Markup:
    """An example as it stands in a file: its lines and spaces must outlive being put on one line of HTML."""
    return Markup("&#10;").join(inline(visible(line)).replace("  ", Markup("&#32;&#32;")) for line in text.split("\n"))
