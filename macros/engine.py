"""What the MkDocs door does, in a module that can be reloaded and tested. The only part that knows MkDocs."""

import html
import inspect
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinja2 import TemplateSyntaxError, meta, nodes
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from macros.pages import BLOCKS
from macros.pages.frame import notice, section, trail
from macros.problems import DataError, Place, Problem, did_you_mean, report
from macros.settings import from_environment
from macros.site import Site

DOCS = "docs"


@dataclass
class Build:
    """One build: the site, when its data could be read, and what has been found wrong so far."""

    root: Path
    site: Site | None = None
    found: list[Problem] = field(default_factory=list)
    # Where each page calls each macro, so that a wrong argument can be shown at its line.
    calls: dict[tuple[str, str], int] = field(default_factory=dict)
    # Address → title of every page, for the way down to a page.
    titles: dict[str, str] = field(default_factory=dict)

    @property
    def errors(self) -> list[Problem]:
        """What stops a build."""
        return [problem for problem in self.found if not problem.hint]


current = Build(Path())


def start(config: MkDocsConfig) -> None:
    """Read and judge the data, and give MkDocs the clock and the repository that everything else uses."""
    global current
    current = Build(Path(config.config_file_path).parent)
    settings = from_environment(current.root)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(settings.timestamp.timestamp()))
    config.site_url = settings.site_url
    if settings.repo_url:
        config.repo_url, config.repo_name, config.edit_uri = settings.repo_url, "Rediger", f"edit/main/{DOCS}/"
    try:
        current.site = Site.read(current.root, settings)
        config.extra["varsel"] = notice(current.site.view.data, settings.today)
    except DataError as error:
        current.found.extend(error.problems)


def add_generated(files: Files, config: MkDocsConfig) -> None:
    """Add the pages and files that exist because a record does; a real file of the same name is a problem."""
    if not current.site or current.errors:
        return
    for page in current.site.pages():
        source = page.markdown()
        _add(files, File.generated(config, page.path, content=source, inclusion=InclusionLevel.NOT_IN_NAV), f"../{page.source}")
    for address, content in current.site.files().items():
        _add(files, File.generated(config, address, content=content), None)


def _add(files: Files, file: File, edit_uri: str | None) -> None:
    if files.get_file_from_path(file.src_uri):
        place = Place(f"{DOCS}/{file.src_uri}")
        current.found.append(Problem(place, "siden lages av data og kan ikke finnes som fil også. Slett eller flytt filen", "side-dobbelt"))
        return
    file.edit_uri = edit_uri
    files.append(file)


def judge_page(markdown: str, page: Page, macros: Any) -> bool:
    """Whether the page can be rendered; what is wrong with its macro calls is noted, each at its line."""
    first = (page.file.content_string.count("\n") - markdown.count("\n")) if page.file.content_string else 0
    before = len(current.found)
    current.found.extend(_page_problems(markdown, page, macros, first))
    return len(current.found) == before


def _page_problems(markdown: str, page: Page, macros: Any, first: int) -> Iterator[Problem]:
    file = f"{DOCS}/{page.file.src_uri}"
    try:
        tree = macros.env.parse(markdown)
    except TemplateSyntaxError as error:
        yield Problem(Place(file, first + error.lineno), f"makroen kan ikke leses ({error.message}). Skriv den som {{{{ navn(\"verdi\") }}}}", "makro-form")
        return
    known = set(macros.variables) | set(macros.env.globals) | set(page.meta)
    unknown = meta.find_undeclared_variables(tree) - known
    for name in tree.find_all(nodes.Name):
        if name.name in unknown:
            yield Problem(Place(file, first + name.lineno), f"makroen «{name.name}» finnes ikke{did_you_mean(name.name, list(BLOCKS))}", "ukjent-makro")
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name in BLOCKS:
            current.calls.setdefault((file, call.node.name), first + call.lineno)
            yield from _wrong_arguments(call, Place(file, first + call.lineno))


def _wrong_arguments(call: nodes.Call, place: Place) -> Iterator[Problem]:
    signature = inspect.signature(BLOCKS[call.node.name])
    try:
        signature.bind(None, *call.args, **{pair.key: pair.value for pair in call.kwargs})
    except TypeError:
        wanted = ", ".join(list(signature.parameters)[1:]) or "ingenting"
        yield Problem(place, f"makroen «{call.node.name}» har feil antall verdier. Mellom parentesene skal det stå: {wanted}", "makro-argument")


def call_block(name: str, page: Page, arguments: tuple[object, ...], named: dict[str, object]) -> str:
    """What a page gets from a macro; an argument that leads nowhere becomes a problem of the page."""
    if not current.site:
        return ""
    try:
        return current.site.block(name, page.url, *arguments, **named)
    except DataError as error:
        file = f"{DOCS}/{page.file.src_uri}"
        place = Place(file, current.calls.get((file, name), 1))
        current.found.extend(Problem(place, problem.message, problem.code) for problem in error.problems)
        return ""


def name_pages(files: Files) -> None:
    """Note the titles of all pages, once they are read."""
    current.titles = {file.page.url: file.page.title for file in files.documentation_pages() if file.page}


def place_page(page: Page) -> dict[str, object]:
    """What the frame's templates know about where a page lies."""
    return {"seksjon": section(page.url), "sti": trail(page.url, current.titles)}


def problem_page() -> str:
    """The page that `serve` shows in place of every other while something is wrong."""
    items = " ".join(f"<li>{html.escape(str(problem))}</li>" for problem in sorted(set(current.found)))
    return f"# Feil i data\n\n<div><p>Rett feilene og lagre. Siden kommer tilbake av seg selv.</p> <ul> {items} </ul></div>\n".replace("{", "&#123;")


def summary() -> str:
    """All problems as text."""
    return report(current.found)
