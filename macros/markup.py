"""The only way from data to HTML and SVG: one autoescaping, strict Jinja environment."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.model.dates import listing, say_day
from markupsafe import Markup

TEMPLATES = Path(__file__).parent / "templates"
ENVIRONMENT = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
ENVIRONMENT.filters |= {"dag": say_day, "oppramsing": listing}
# «Nestleder for utdanning» inside a sentence.
ENVIRONMENT.filters["lower_first"] = lambda text: text[:1].lower() + text[1:]


def render(name: str, **values: object) -> str:
    """A template as one line, since Markdown takes a one-line block element as it is."""
    return " ".join(ENVIRONMENT.get_template(name).render(**values).split())


def inline(text: str) -> Markup:
    """Data inside a line of Markdown, which Markdown would read before HTML does: every sign that it or Jinja knows becomes a number."""
    return Markup("".join(f"&#{ord(c)};" if c in "<>&{}[]()`*_#\\!|$~^:\"'" else c for c in text))
