"""The only way from data to HTML and SVG: one autoescaping, strict Jinja environment."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

TEMPLATES = Path(__file__).parent / "templates"
ENVIRONMENT = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def render(name: str, **values: object) -> str:
    """A template as one line, since Markdown takes a one-line block element as it is."""
    return " ".join(ENVIRONMENT.get_template(name).render(**values).split())
