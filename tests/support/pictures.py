"""Makes the pictures in docs/assets/bilder/ from the example's own pages: `.venv/bin/python
tests/support/pictures.py`.

The example, since its people are invented and its facts stay as they are. Each picture is the size
of a phone, sharp on one.
"""

import base64
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from browsing import TESTS, Handler
from conftest import EXAMPLE, ROOT, build, complete
from playwright.sync_api import Page, sync_playwright

FOLDER = ROOT / "docs" / "assets" / "bilder"
REPO = "https://github.com/eksempel/kompetanseutvikling"
# In CSS pixels; the file has twice as many.
WIDTH = 390
# WebP by the browser itself: no other program is needed.
PACK = """async ([png, quality]) => {
  const drawn = await fetch(`data:image/png;base64,${png}`);
  const picture = await createImageBitmap(await drawn.blob());
  const canvas = Object.assign(document.createElement("canvas"), { width: picture.width,
    height: picture.height });
  canvas.getContext("2d").drawImage(picture, 0, 0);
  return canvas.toDataURL("image/webp", quality).split(",")[1];
}"""
# Paper around it and a thin edge, so that it is a picture on a dark page too; a ring around what
# one should see.
LOOKS = """main, .md-content__inner { background: #fff !important }
  {what} { padding: 12px !important; border: 1px solid #767676; background: #fff;
    margin: 0 !important }
  {what} > :first-child { margin-top: 0 !important }
  {what} > :last-child { margin-bottom: 0 !important }
  .opphav::details-content { content-visibility: visible; display: block; block-size: auto }
  {ring} { outline: 3px solid #c0392b; outline-offset: 4px; border-radius: 2px }"""


@dataclass(frozen=True)
class Picture:
    """What is shown of a page, and what has a ring around it."""

    page: str
    what: str
    ring: str

    def take(self, page: Page, site: str) -> bytes:
        """The part of the page as WebP."""
        page.goto(site + self.page)
        page.add_style_tag(content=LOOKS.replace("{what}", self.what).replace("{ring}", self.ring))
        png = page.locator(self.what).first.screenshot(animations="disabled")
        return base64.b64decode(page.evaluate(PACK, [base64.b64encode(png).decode(), 0.8]))


PICTURES = {
    "rediger-lenkene": Picture(
        "historie/",
        ".milepaeler > li:has(.opphav)",
        ".milepaeler .rettelser a:first-of-type",
    ),
    "feilmelding": Picture(
        "om/kilder/#ukjent-id",
        "details:has(> #ukjent-id)",
        "details:has(> #ukjent-id) > summary code",
    ),
}


@contextmanager
def served() -> Iterator[str]:
    """The example's address, with links to a repository and the page that explains the messages."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(shutil.copytree(EXAMPLE, Path(folder) / "prosjekt"))
        complete(project)
        (project / "docs" / "om" / "kilder.md").write_text(
            '# Feilmeldinger\n\n{{ feilmeldinger("id") }}\n', "utf-8"
        )
        made = build(project, project / "site", REPO_URL=REPO)
        assert made.returncode == 0, made.stdout + made.stderr
        server = ThreadingHTTPServer(
            ("127.0.0.1", 0), partial(Handler, directory=str(project / "site"))
        )
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def main() -> None:
    """Take them all anew."""
    FOLDER.mkdir(exist_ok=True)
    path = (
        os.environ.get("CHROMIUM")
        or subprocess.run(
            [sys.executable, str(TESTS / "support" / "find_browser.py")],
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
    )
    with served() as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        page = browser.new_context(
            viewport={"width": WIDTH, "height": 800},
            device_scale_factor=2,
            color_scheme="light",
            bypass_csp=True,
        ).new_page()
        for name, picture in PICTURES.items():
            (FOLDER / f"{name}.webp").write_bytes(picture.take(page, site))
            print(f"docs/assets/bilder/{name}.webp")
        browser.close()


if __name__ == "__main__":
    main()
