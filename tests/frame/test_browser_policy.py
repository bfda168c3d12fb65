"""The pages under their own policy in a real browser.

Every other browser test runs under it too, and fails when something was refused.
"""

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from browser.test_sok_loading import search
from browsing import Visit, Visits, each_width
from nginx import MISSING, is_here, serving

from macros.verbs import bygg

# Everything that one can work on a page, but for what leaves it (as a form with an address does),
# prints, or opens a window of the system.
WORK = """async () => {
  const buttons = [...document
    .querySelectorAll("button:not([data-skriv-ut], [data-slett], [data-last-ned])")]
    .filter((el) => el.checkVisibility() && !el.closest("form[action]"))
  document.querySelectorAll("details").forEach((el) => { el.open = true })
  for (const button of buttons) { button.click(); button.closest("dialog")?.close() }
  document.querySelector("dialog[open]")?.close()
  for (const field of document.querySelectorAll("input[type=search], input[type=text], textarea")) {
    field.value = "skole"
    field.dispatchEvent(new Event("input", { bubbles: true }))
  }
  await new Promise((done) => setTimeout(done, 100))
}"""
# What somebody would try who got markup into a page.
ATTACKS = {
    "an inline script": (
        "const made = document.createElement('script'); made.textContent = 'window.hit = 1';"
        " document.body.append(made)"
    ),
    "a handler": (
        "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.hit = 1\">')"
    ),
    "a script from elsewhere": (
        "document.body.append(Object.assign(document.createElement('script'), { src:"
        " 'https://example.com/x.js' }))"
    ),
    "an image from elsewhere": (
        "document.body.append(Object.assign(new Image(), { src: 'https://example.com/x.png' }))"
    ),
    "a style": (
        "document.body.append(Object.assign(document.createElement('style'), { textContent: 'body {"
        " display: none }' }))"
    ),
    "a frame": (
        "document.body.append(Object.assign(document.createElement('iframe'), { src: '/' }))"
    ),
    "a request": "fetch('https://example.com/').catch(() => 0)",
    "a worker from data": "try { new Worker('data:text/javascript,1') } catch { 0 }",
    "code from text": "setTimeout('window.hit = 1')",
    "a link that is a script": (
        "const a = Object.assign(document.createElement('a'), { href: 'javascript:window.hit = 1'"
        " }); document.body.append(a); a.click()"
    ),
    "another base": (
        "document.head.append(Object.assign(document.createElement('base'), { href:"
        " 'https://example.com/' }))"
    ),
}


class Plain(SimpleHTTPRequestHandler):
    """A host that cannot send headers of ours, such as GitHub Pages: the meta tags are all there
    is.
    """

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def visit_plain(real_site, chromium) -> Iterator[Visits]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Plain, directory=str(real_site)))
    Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    visits = Visits(chromium, f"http://127.0.0.1:{server.server_port}/")
    yield visits
    visits.close()
    server.shutdown()


def stayed(seen: Visit, address: str) -> bool:
    """Whether nothing was asked of others, no cookie was set, and only what the page on privacy
    names was kept.
    """
    kept = seen.page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    return (
        all(url.startswith((address, "data:", "blob:")) for url in seen.requests)
        and not seen.page.context.cookies()
        and all(
            name in ("utseende", "kompetanseutvikling/rediger")
            or name.startswith("kompetanseutvikling/maler/")
            for name in kept
        )
    )


def test_everything_works_on_every_kind_of_page_and_nothing_leaves_it(kind, address):
    kind.untouched = None
    for _ in each_width(kind.page):
        kind.page.evaluate(WORK)
    kind.page.emulate_media(media="print")
    kept_here, refused = stayed(kind, address), kind.refused.copy()
    kind.page.emulate_media(media="screen")
    assert kept_here, kind.requests
    assert refused == []


@pytest.mark.parametrize("host", ["visit", "visit_plain"])
def test_what_gets_into_a_page_does_nothing_there(request, host):
    seen = request.getfixturevalue(host)("om/")
    seen.page.route("https://example.com/**", lambda route: route.abort())
    for attack, script in ATTACKS.items():
        seen.page.evaluate(f"() => {{ {script} }}")
        for _ in range(100):
            seen.page.wait_for_timeout(50)
            if seen.refused:
                break
        assert seen.refused, f"{attack} ble ikke stanset"
        assert seen.page.evaluate("window.hit") is None and seen.page.locator("h1").is_visible(), (
            attack
        )
        seen.refused.clear()


def test_no_other_site_can_show_a_page_in_a_frame(chromium, address):
    context = chromium.new_context()
    page = context.new_page()
    page.route(
        "https://example.com/",
        lambda route: route.fulfill(
            body=f'<iframe src="{address}"></iframe>', content_type="text/html"
        ),
    )
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto("https://example.com/")
    page.wait_for_timeout(300)
    assert any("frame-ancestors" in text for text in said) or page.frames[-1].url.startswith(
        "chrome-error:"
    )
    context.close()


@pytest.fixture(scope="module")
def visit_nginx(real_site, chromium, tmp_path_factory) -> Iterator[Callable[..., Visit]]:
    if not is_here():
        pytest.skip(MISSING)
    folder = tmp_path_factory.mktemp("nginx")
    site = folder / "site"
    bygg.finish(shutil.copytree(real_site, folder / "ny"), site)
    with serving(site, folder) as ports:
        visits = Visits(chromium, f"http://127.0.0.1:{ports[0]}/")
        yield visits
        visits.close()


def test_search_and_forms_work_behind_nginx(visit_nginx):
    seen = visit_nginx("")
    assert "/finn/froya/" in search(seen.page, "Frøya")
    form = visit_nginx("maler/behovsmelding/fyll-ut/")
    form.page.evaluate(WORK)
    with form.page.expect_download() as waiting:
        form.page.get_by_role("button", name="Last ned som Word-fil").click()
    assert waiting.value.suggested_filename.endswith("-utfylt.docx")
    assert (
        stayed(seen, visit_nginx.address)
        and stayed(form, visit_nginx.address)
        and seen.refused == form.refused == []
    )
