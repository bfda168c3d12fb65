"""A real Chromium for the tests: one browser and one served site in a session, pages at two
widths.
"""

import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from subprocess import run
from threading import Thread

import pytest
from conftest import EPOCH
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    sync_playwright,
)
from told import rules

from macros.model.sider import page_address as address_of

TESTS = Path(__file__).parents[1]
WIDTHS, HEIGHT = (320, 1280), 800
BUILT = datetime.fromtimestamp(int(EPOCH), UTC)
# One page of each kind, and every page that editors have written besides; test_built_site.py sees
# to it that no kind is forgotten.
KINDS = (
    "",
    "finn/",
    "finn/froya/",
    "nettverk/",
    "nettverk/fosen/",
    "nettverk/videregaende/",
    "for-ansatte/",
    "historie/",
    "saksgang/",
    "roller/",
    "roller/aktorer/",
    "roller/samarbeidsforum/",
    "roller/nordland/",
    "roller/nordland/strategi/",
    "ordninger/",
    "ordninger/dekom/",
    "arshjul/",
    "arshjul/2023-2025/",
    "arshjul/abonner/",
    "begreper/",
    "kontakt/",
    "maler/",
    "maler/selvsjekk/",
    "maler/behovsmelding/",
    "maler/behovsmelding/nn/",
    "maler/behovsmelding/fyll-ut/",
    "om/",
    "om/kilder/",
    "om/rediger/",
    "om/rediger/feilmeldinger/",
    "om/apne-data/",
    "om/personvern/",
    "om/tilgjengelighet/",
    "404.html",
    "410.html",
)
DOCS = TESTS.parent / "docs"
Look = Callable[..., Page]
PAGES = tuple(
    dict.fromkeys(
        [
            *KINDS,
            *(address_of(file.relative_to(DOCS).as_posix()) for file in sorted(DOCS.rglob("*.md"))),
        ]
    )
)

# A page that is left lends its frame to the next one, as a new frame for each costs a quarter more,
# and no page stands long enough to be worth what its scripts are optimised for.
FLAGS = [
    "--no-sandbox",
    "--enable-features=RenderDocument:level/subframe",
    "--js-flags=--no-opt --no-maglev",
]
# A page's own word for what its policy refuses; the console has what is refused to a worker.
TELL = """document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI,
  sample }) =>
  console.error("securitypolicyviolation", violatedDirective, blockedURI, sample))"""


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder; a wrong address gets the site's own page for it."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def end_headers(self) -> None:
        """What the site tells servers to say of every answer, as `_headers` has it."""
        for name, value in rules(Path(self.directory)).get("/*", {}).items():
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code, message)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Where a site is served, with a slash at the end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(site)))
    Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture(scope="session")
def address(real_site: Path) -> Iterator[str]:
    """Where the real site is served."""
    with served(real_site) as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser that CHROMIUM names, else the first that starts."""
    path = (
        os.environ.get("CHROMIUM")
        or run(
            [sys.executable, str(TESTS / "support" / "find_browser.py")],
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@dataclass
class Visit:
    """A page that stands open, the address below the site that nobody has worked on since, those
    that it has asked for so far, and what its policy has refused.
    """

    page: Page
    untouched: str | None = None
    requests: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)

    def listen(self) -> None:
        """Note both from now on, on every page that is opened here."""
        self.page.add_init_script(TELL)
        self.page.on("request", self.ask)
        self.page.on("console", self._note)

    def ask(self, request: Request) -> None:
        """Note an address that is asked for."""
        self.requests.append(request.url)

    def _note(self, message: ConsoleMessage) -> None:
        if re.search("Content.?Security.?Policy|securitypolicyviolation", message.text):
            self.refused.append(message.text)


class Visits:
    """Opens pages of the site, each in a fresh context, and closes them all. The browser's clock
    stands at the build, unless another moment is given.
    """

    def __init__(self, browser: Browser, address: str):
        self.browser, self.address = browser, address
        self.contexts: list[BrowserContext] = []
        self.made: list[Visit] = []

    def __call__(
        self,
        path: str = "",
        width: int = 1280,
        javascript: bool = True,
        scheme: str = "light",
        now: datetime = BUILT,
    ) -> Visit:
        """`visit("finn/", width=320, javascript=False)`"""
        context = self.browser.new_context(
            viewport={"width": width, "height": HEIGHT},
            java_script_enabled=javascript,
            color_scheme=scheme,
            reduced_motion="reduce",
            locale="nb-NO",
        )
        self.contexts.append(context)
        context.clock.set_fixed_time(now)
        made = Visit(context.new_page())
        self.made.append(made)
        made.listen()
        made.page.goto(self.address + path)
        return made

    def close(self) -> None:
        """Close every page. None of them may have wanted what its policy refuses."""
        for context in self.contexts:
            context.close()
        refused = [message for visit in self.made for message in visit.refused]
        assert not refused, refused


@pytest.fixture
def visit(chromium: Browser, address: str) -> Iterator[Visits]:
    """Open pages for one test."""
    visits = Visits(chromium, address)
    yield visits
    visits.close()


@pytest.fixture
def visit_example(chromium: Browser, example_site: Path) -> Iterator[Visits]:
    """Open pages of the example for one test."""
    with served(example_site) as address:
        visits = Visits(chromium, address)
        yield visits
        visits.close()


@pytest.fixture(scope="session")
def visit_all(chromium: Browser, address: str) -> Iterator[Visits]:
    """Open pages for all the tests of a session that walk through the whole site."""
    visits = Visits(chromium, address)
    yield visits
    visits.close()


@pytest.fixture(scope="session")
def window(visit_all: Visits) -> Visit:
    """The window of `look`. Nobody is told of each request: that costs, and few want to know."""
    opened = visit_all()
    opened.page.remove_listener("request", opened.ask)
    return opened


@pytest.fixture
def asked(window: Visit) -> Iterator[list[str]]:
    """The addresses that the window of `look` has asked for in a test."""
    window.requests.clear()
    window.page.on("request", window.ask)
    yield window.requests
    window.page.remove_listener("request", window.ask)


@pytest.fixture(scope="session")
def scriptless(visit_all: Visits) -> Visit:
    """The window of `look` where no script runs."""
    return visit_all(javascript=False)


@pytest.fixture
def look(request: pytest.FixtureRequest, window: Visit, address: str) -> Iterator[Look]:
    """Open pages one after the other in a window that stands open, for half of what a `visit`
    costs: for a test that puts nothing between the page and the net.
    """

    def go(path: str = "", width: int = 1280, scheme: str = "light", javascript: bool = True):
        used = window if javascript else request.getfixturevalue("scriptless")
        return reopen(used.page, address + path, width, scheme)

    yield go
    window.page.evaluate("localStorage.clear(), sessionStorage.clear()")
    refused = window.refused.copy()
    window.refused.clear()
    assert not refused, refused


def reopen(page: Page, address: str, width: int = 1280, scheme: str = "light") -> Page:
    """Open an address in a page that stands open, as if nobody had been there before."""
    page.mouse.move(-1, -1)
    page.set_viewport_size({"width": width, "height": HEIGHT})
    page.emulate_media(media="null", color_scheme=scheme, forced_colors="null")
    if "#" in address:  # else the browser might only scroll; about:blank would cost a new process
        page.evaluate("history.replaceState(null, '', '/-')")
    page.goto(address)
    return page


@pytest.fixture(scope="session")
def walker(visit_all: Visits) -> Visit:
    """One page that goes from kind to kind: a browser's first page costs four times its next."""
    return visit_all()


@pytest.fixture(scope="session", params=PAGES, ids="side {}".format)
def side(request: pytest.FixtureRequest) -> str:
    """Each kind of page in turn."""
    return request.param


@pytest.fixture
def kind(side: str, walker: Visit, address: str) -> Visit:
    """Each kind of page, opened once for all the tests that look at every kind; they leave it light
    and as narrow or wide as they like. Who works on it says so: `kind.untouched = None`.
    """
    if walker.untouched != side:
        walker.page.evaluate("localStorage.clear(), sessionStorage.clear()")
        walker.requests.clear()
        walker.page.set_viewport_size({"width": WIDTHS[0], "height": HEIGHT})
        walker.page.goto(address + side)
        if side == "rediger/":  # its records come after the page
            walker.page.locator("#rediger-treff li").first.wait_for()
        walker.untouched = side
    return walker


def resize(page: Page, width: int) -> None:
    """Give the window a width, and the page the moment it takes to follow."""
    size = {"width": width, "height": HEIGHT}
    if page.viewport_size == size:
        return
    page.set_viewport_size(size)
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)))")


def each_width(page: Page) -> Iterator[int]:
    """Give the window each width in turn, first the one that it has."""
    for width in sorted(WIDTHS, key=lambda width: width != page.viewport_size["width"]):
        resize(page, width)
        yield width
