"""What the MkDocs door does, in a module that can be reloaded and tested.

The only part that knows MkDocs.
"""

import html
import logging
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import Environment, StrictUndefined, Template
from jinja2.sandbox import SandboxedEnvironment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from macros.frame.dressing import dress
from macros.frame.guard import slipped
from macros.frame.headers import admit, headers_file, inline_scripts, meta_policy
from macros.frame.page_text import texts
from macros.markup import Compiled
from macros.pages import BLOCKS
from macros.pages.calls import place_of
from macros.pages.generated import GeneratedPage
from macros.pages.ramme import notice, section, trail
from macros.pages.sok import SEARCH_TEXTS, found_by_name, term_texts
from macros.problems import DataError, Place, Problem, as_text, errors, unique
from macros.settings import WrongSetting, from_environment
from macros.site import Site

DOCS = "docs"
HEADING = "Noe må rettes"
# The one inline script of the frame. What else stands in a page may not run.
INLINE = "partials/javascripts/palette.html"
# What Markdown passes on as it is when it stands alone; and what stands for it meanwhile, since
# Markdown is slow to read past much HTML.
BLOCK_ELEMENT = re.compile(r"<(div|figure|section|table|p|ul|ol|dl|form|nav)[ >]")
STAND_IN = re.compile(r'<div data-blokk="([0-9]+)"></div>')
ID_ATTRIBUTE = re.compile(r' id="([^"]+)"')
log = logging.getLogger("mkdocs.macros")


class BlocksAlone(Template):
    """A page or a title, to which neither MkDocs' objects nor the page's fields are known."""

    def render(self, *_: object, **__: object) -> str:
        """Whatever mkdocs-macros hands over is left out."""
        return super().render()


@dataclass
class Build:
    """One build: the site, when its data could be read, and what has been found wrong so far."""

    root: Path
    site: Site | None = None
    found: list[Problem] = field(default_factory=list)
    # Address → title of every page, for the way down to a page.
    titles: dict[str, str] = field(default_factory=dict)
    # The blocks of the pages that Markdown is reading.
    aside: list[str] = field(default_factory=list)

    @property
    def errors(self) -> list[Problem]:
        return errors(self.found)


current = Build(Path())
# The pages that data made when they were last sound: in `serve` they stay, each of them the list of
# problems.
made: list[GeneratedPage] = []


def start(config: MkDocsConfig) -> None:
    """Read and judge the data, and give MkDocs the clock and the repository that everything else
    uses.
    """
    global current
    current = Build(Path(config.config_file_path).parent)
    try:
        settings = from_environment(current.root)
    except WrongSetting as error:
        raise Abort(str(error)) from None
    os.environ["SOURCE_DATE_EPOCH"] = str(int(settings.timestamp.timestamp()))
    config.site_url = settings.site_url
    if settings.repo_url:
        config.repo_url = settings.repo_url
        config.repo_name = "Rediger"
        config.edit_uri = f"edit/main/{DOCS}/"
    try:
        current.site = Site.read(current.root, settings)
        current.found.extend(current.site.hints)
        config.extra["varsel"] = notice(current.site.view.data)
    except DataError as error:
        current.found.extend(error.problems)


def walled(blocks: Mapping[str, Callable]) -> Environment:
    """Where pages, titles and the menu are read by Jinja: our blocks, and nothing else."""
    wall = SandboxedEnvironment(undefined=StrictUndefined)
    wall.template_class = BlocksAlone
    wall.globals, wall.filters, wall.tests = dict(blocks), {}, {}
    return wall


def shut(config: MkDocsConfig) -> None:
    """Give mkdocs-macros that wall. What it lets through has been judged before."""
    plugin = config.plugins["macros"]
    plugin._env = walled({name: plugin.macros[name] for name in BLOCKS})


def give_judged(files: Files) -> None:
    """Every page as it was judged, whatever lies there by now; what came since is left out."""
    for file in files.documentation_pages():
        page = current.site.prose.get(file.src_uri)
        if page is None:
            files.remove(file)
        else:
            file.content_string = page.source


def add_generated(files: Files, config: MkDocsConfig) -> None:
    """Add the pages and files that exist because a record does.

    While something is wrong, every page is the list of what.
    """
    global made
    if not current.site:
        for page in (page for page in made if not files.get_file_from_path(page.path)):
            files.append(
                File.generated(config, page.path, content="", inclusion=InclusionLevel.NOT_IN_NAV)
            )
        for file in files.documentation_pages():
            file.content_string = f"# {HEADING}\n\n{problem_list()}\n"
        return
    give_judged(files)
    made = list(current.site.pages())
    for page in made:
        file = File.generated(
            config, page.path, content=page.markdown(), inclusion=InclusionLevel.NOT_IN_NAV
        )
        file.edit_uri = f"../{page.source}"
        files.append(file)
    for address, content in current.site.files().items():
        _publish(files, config, address, content)


def _publish(files: Files, config: MkDocsConfig, address: str, content: bytes | str) -> None:
    """A file beside the pages.

    MkDocs leaves out names that begin with a dot, such as .well-known/, unless it is told.
    """
    file = File.generated(config, address, content=content, inclusion=InclusionLevel.INCLUDED)
    file.edit_uri = None
    files.append(file)


def call_block(
    name: str, page: Page, arguments: tuple[object, ...], named: dict[str, object]
) -> str:
    """What a page gets from a macro.

    Its values have been judged with the data; a fault of ours is noted, for it may not stop a
    server.
    """
    try:
        return current.site.block(name, page.url, *arguments, **named)
    except Exception as error:
        log.debug("The macro %s failed", name, exc_info=True)
        written = current.site.prose.get(page.file.src_uri)
        place = place_of(
            f"{DOCS}/{page.file.src_uri}",
            written.text if written else page.file.content_string,
            name,
            arguments,
            named,
        )
        current.found.append(
            Problem(
                place,
                f"makroen «{name}» stanset. Det er en feil i programmet ({type(error).__name__}:"
                f" {error})",
                "makro-stanset",
            )
        )
        return ""


def set_aside(block: str) -> str:
    """A short element in place of a block, until Markdown is done with the page.

    A link inside a sentence stays.
    """
    if not BLOCK_ELEMENT.match(block):
        return block
    current.aside.append(block)
    return f'<div data-blokk="{len(current.aside) - 1}"></div>'


def put_back(content: str, page: Page) -> str:
    """The page with its blocks, whose anchors MkDocs then knows too."""
    if written := current.site and current.site.prose.get(page.file.src_uri):
        current.found += [
            Problem(Place(written.file), message, "side-html") for message in slipped(content)
        ]
    page.present_anchor_ids |= {
        anchor
        for number in STAND_IN.findall(content)
        for anchor in ID_ATTRIBUTE.findall(current.aside[int(number)])
    }
    return STAND_IN.sub(lambda found: current.aside[int(found[1])], content)


def protect(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Once all pages are read: lasting names for what they load, and a policy that lets nothing
    else run.
    """
    current.titles = {file.page.url: file.page.title for file in files.documentation_pages()}
    env.bytecode_cache = Compiled("frame")  # templates are compiled once, not in every build
    dress(env, config, files)
    terms = term_texts(current.site.view.data) if current.site else {}
    _publish(files, config, SEARCH_TEXTS, texts(searched(files), terms))
    scripts = inline_scripts(env.get_template(INLINE).render())
    config.extra["regler"] = meta_policy(scripts)
    _publish(files, config, "_headers", headers_file(scripts, [file.dest_uri for file in files]))


def searched(files: Files) -> Mapping[str, tuple[str, str]]:
    """Address → title and content of the pages that do not ask to be left out of the search, and
    are no record's nor a list of them, which are found by their names.
    """
    pages = (file.page for file in files.documentation_pages())
    named = (
        {side.partition("#")[0] for side in found_by_name(current.site.view)}
        if current.site
        else ()
    )
    return {
        page.url: (html.unescape(page.title), page.content)
        for page in pages
        if page.url not in named and not page.meta.get("search", {}).get("exclude")
    }


def admit_reload(app: Callable) -> Callable:
    """`serve` as MkDocs does it, with its own inline script admitted to each page's policy.

    The script is another in every answer.
    """

    def answer(environ, start_response):
        started = []
        body = b"".join(
            app(environ, lambda status, headers: started.append((status, dict(headers))))
        )
        status, headers = started[0]
        if headers.get("Content-Type", "").startswith(
            "text/html"
        ):  # the way to an address with a slash at its end has none
            body = admit(body.decode()).encode()
            headers["Content-Length"] = str(len(body))
        start_response(status, list(headers.items()))
        return [body]

    return answer


def place_page(page: Page) -> dict[str, object]:
    """What the frame's templates know about where a page lies."""
    return {"seksjon": section(page.url), "sti": trail(page.url, current.titles)}


def show_problems(files: Files) -> None:
    """Make every page the list of what is wrong, when that was found while the pages were made."""
    for file in files.documentation_pages():
        file.page.content = f"<h1>{HEADING}</h1>{problem_list()}"


def problem_list() -> str:
    """What `serve` shows in place of every page while something is wrong, as one block of HTML that
    no engine changes.
    """
    items = " ".join(f"<li>{html.escape(str(problem))}</li>" for problem in unique(current.errors))
    return (
        f"<div><p>Rett feilene og lagre. Siden kommer tilbake av seg selv.</p> <ul> {items}"
        " </ul></div>".replace("{", "&#123;")
    )


def summary() -> str:
    return as_text(current.found)
