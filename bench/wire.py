"""What a visit costs: bytes and requests of the front page and the finder, before and after the
first search, beside stock Material with one empty page.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from bench.gzipped import Sent, serving
from bench.measure import Row
from bench.workshop import Workshop

MORE, IN_ALL, WORD = 15_000, 90_000, "fosen"


def rows(workshop: Workshop) -> Iterator[Row]:
    """The front page is held to the empty page and a little more; the rest is told."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ["CHROMIUM"], args=["--no-sandbox"]
        )
        empty, empty_found = _visit(browser, workshop.plain(2, 1).site, "", _search_stock)
        for name, path in (("front page", ""), ("finder", "finn/")):
            opened, found = _visit(browser, workshop.real().site, path, _search)
            promise = (
                (f"{MORE / 1000:.0f} KB more", _bytes(opened) <= _bytes(empty) + MORE)
                if not path
                else ("", None)
            )
            yield Row(
                f"{name} over the wire, gzip",
                _told(opened),
                f"stock Material, an empty page: {_told(empty)}",
                *promise,
            )
            yield Row(
                "  and after the first search",
                _told(found),
                f"stock Material, two empty pages to search: {_told(empty_found)}",
                f"{IN_ALL / 1000:.0f} KB",
                _bytes(found) <= IN_ALL,
            )
        browser.close()


def _visit(browser: Browser, site: Path, path: str, search) -> tuple[list[Sent], list[Sent]]:
    """What the server sent in all until the page had settled, and until a search in it had."""
    with serving(site) as (address, sent):
        page = browser.new_page()
        page.goto(address + path, wait_until="networkidle")
        opened = list(sent)
        search(page)
        page.wait_for_load_state("networkidle")
        found = list(sent)
        page.close()
    return opened, found


def _search(page: Page) -> None:
    page.locator("[data-sok]").click()
    page.locator("#sok input").fill(WORD)
    page.locator("#sok li").first.wait_for()


def _search_stock(page: Page) -> None:
    page.locator("[data-md-component=search-query]").press_sequentially(
        "avsnitt", delay=150
    )  # what comes before its worker is ready is lost
    page.locator(".md-search-result__item").first.wait_for()


def _bytes(sent: list[Sent]) -> int:
    return sum(size for _, size in sent)


def _told(sent: list[Sent]) -> str:
    return f"{_bytes(sent) / 1000:.1f} KB in {len(sent)} requests"
