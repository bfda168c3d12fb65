"""What the pages of a build load: lasting names, one style sheet for the frame, and nothing of
Material's that no page asks for. Knows MkDocs, for engine.py.
"""

import re
from collections.abc import Iterable

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from macros.frame.lasting_names import hashed
from macros.frame.stylesheet import classes, joined

OURS = re.compile(r"assets/[^/]+\.(css|js)")
MATERIAL = [
    re.compile(rf"assets/stylesheets/{name}\.[0-9a-f]+\.min\.css") for name in ("main", "palette")
]
# We load neither Material's scripts, nor its sheets as they are, nor its icon.
UNUSED = re.compile(r"assets/(stylesheets|javascripts)/.*|assets/images/favicon\.png")
# Where the frame's classes stand: templates of ours, and the one of Material's that they extend.
FRAME = (
    "main.html",
    "404.html",
    "base.html",
    "partials/header.html",
    "partials/menu.html",
    "partials/search.html",
    "partials/footer.html",
    "partials/javascripts/palette.html",
)


def dress(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Once all pages are read and none is written."""
    config.extra["ramme"] = True
    _join_sheets(env, config, files)
    for file in [file for file in files if UNUSED.fullmatch(file.dest_uri)]:
        files.remove(file)
    _give_lasting_names(config, files)


def _join_sheets(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """What stands on every page is one file."""
    pages = [file.page.content for file in files.documentation_pages()]
    scripts, sheets = (
        [
            file.content_string
            for file in files
            if OURS.fullmatch(file.src_uri) and file.src_uri.endswith(ending)
        ]
        for ending in (".js", ".css")
    )
    sources = [env.loader.get_source(env, name)[0] for name in FRAME]
    material = [
        next(file for file in files if pattern.fullmatch(file.dest_uri)) for pattern in MATERIAL
    ]
    ours = [files.get_file_from_path(name) for name in config.extra_css]
    sheet = joined(
        (file.content_string for file in material),
        (file.content_string for file in ours),
        classes(pages, [*sources, *scripts]),
        sheets,
    )
    for file in ours:
        files.remove(file)
    files.append(
        File.generated(config, "assets/ramme.css", content=sheet, inclusion=InclusionLevel.INCLUDED)
    )
    config.extra_css = ["assets/ramme.css"]


def _give_lasting_names(config: MkDocsConfig, files: Files) -> None:
    """Material's own files have lasting names already."""
    ours = {file.src_uri: file for file in files if OURS.fullmatch(file.src_uri)}
    lasting = hashed({name: file.content_bytes for name, file in ours.items()})
    for name, file in ours.items():
        file.dest_uri, file.content_bytes = lasting[name]

    def renamed(names: Iterable[str]) -> list[str]:
        return [lasting[name][0] for name in names]

    config.extra_css = renamed(config.extra_css)
    for script in config.extra_javascript:
        script.path = renamed([script.path])[0]
    for page in (file.page for file in files.documentation_pages()):
        page.meta |= {
            key: renamed(page.meta[key]) for key in ("stilark", "skript") if key in page.meta
        }
