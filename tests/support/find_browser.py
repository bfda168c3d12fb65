"""Find a Chromium that starts, and print its path.

A browser that is installed but can't start is no browser.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

# The shell is the same browser without windows: the tests take half the time in it.
NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
PLAYWRIGHTS = (
    "chromium_headless_shell-*/*/*headless*shell",
    "chromium-*/chrome-linux*/chrome",
    "chromium-*/chrome-mac*/Chromium.app/Contents/MacOS/Chromium",
)
HELP = """No Chromium could be started, and the tests need one. Any of these helps:
  - install Chromium or Google Chrome and run «make test» again
  - run «.venv/bin/python -m playwright install --with-deps chromium»
  - point CHROMIUM at a browser: CHROMIUM=/path/to/chromium make test"""


def main() -> int:
    """Try what is installed, then Playwright's own download, then (as root on Debian) apt-get."""
    for source in (installed, downloaded, from_debian):
        for path in source():
            if starts(path):
                print(path)
                return 0
    print(HELP, file=sys.stderr)
    return 1


def installed() -> Iterator[str]:
    """CHROMIUM, and the usual names on the PATH."""
    if path := os.environ.get("CHROMIUM"):
        yield path
    yield from filter(None, map(shutil.which, NAMES))
    yield from _playwrights()


def downloaded() -> Iterator[str]:
    """Playwright's own browser, fetched now."""
    _run(
        "Playwright fetches Chromium …", [sys.executable, "-m", "playwright", "install", "chromium"]
    )
    yield from _playwrights()


def from_debian() -> Iterator[str]:
    """Debian's package, when we are allowed to install it."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        _run("apt-get fetches Chromium …", ["apt-get", "update", "-qq"])
        for package in ("chromium-headless-shell", "chromium"):
            _run("", ["apt-get", "install", "-y", "-qq", package])
            yield from filter(None, map(shutil.which, NAMES))


def _playwrights() -> list[str]:
    home = os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or Path.home() / ".cache" / "ms-playwright"
    return [str(path) for name in PLAYWRIGHTS for path in sorted(Path(home).glob(name))]


def _run(message: str, command: list[str]) -> None:
    if message:
        print(message, file=sys.stderr)
    try:
        subprocess.run(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=900, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        print(f"  … did not work: {error}", file=sys.stderr)


def starts(path: str) -> bool:
    """Whether the browser opens a page; a downloaded one may lack system libraries."""
    from playwright.sync_api import Error, sync_playwright

    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
            browser.new_page().goto("about:blank")
            browser.close()
    except Error as error:
        print(f"  {path} does not start: {str(error).splitlines()[0]}", file=sys.stderr)
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())
