"""The finder with all of Norway's schools in it, on a slow phone: from a key press to the filtered
list on the screen.
"""

import os
from collections.abc import Iterator
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright

from bench.gzipped import serving
from bench.measure import Row
from bench.workshop import Workshop

MIDDLE, SLOWEST, SLOWER, WORD = 25, 50, 4, "skole nummer 27"
# A machine does other things too: of each key, the middle round counts.
ROUNDS = 5
# The press is noted before anybody else hears of it; the next frame is drawn when a message that
# was sent from it arrives.
LISTEN = """() => {
  const pressed = [], drawn = window.drawn = []
  addEventListener("keydown", () => pressed.push(performance.now()), true)
  addEventListener("input", () => requestAnimationFrame(() => {
    const channel = new MessageChannel()
    channel.port1.onmessage = () => drawn.push(performance.now() - pressed[drawn.length])
    channel.port2.postMessage(0)
  }), true)
}"""
# The least that a filter can do: look for the letters in every line, and hide the others.
LEAST = """() => {
  const list = document.createElement("div"), field = document.createElement("input")
  list.append(...[...document.querySelectorAll(".finner-alle li")].map((li) =>
    Object.assign(document.createElement("p"), { textContent: li.textContent })))
  document.body.replaceChildren(field, list)
  const lines = [...list.children]
  field.addEventListener("input", () => lines.forEach((line) =>
    line.hidden = !line.textContent.toLowerCase().includes(field.value)))
  field.focus()
}"""


def rows(workshop: Workshop) -> Iterator[Row]:
    """Every key of a word, the middle one and the slowest."""
    site = workshop.larger("100×").site
    with serving(site) as (address, _), sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ["CHROMIUM"], args=["--no-sandbox"]
        )
        pages = [_opened(browser, f"{address}finn/") for _ in range(ROUNDS)]
        count = pages[0].locator(".finner-alle li").count()
        ours = _middle(pages)
        for page in pages:
            page.evaluate(LEAST)
        least = _middle(pages)
        browser.close()
    yield Row(
        f"key press to list, {count:,} entries, processor {SLOWER}× slower",
        f"{median(ours):.0f} ms, slowest {max(ours):.0f} ms",
        f"a bare search in each line: {median(least):.0f} ms, slowest {max(least):.0f} ms",
        f"{MIDDLE} ms, slowest {SLOWEST} ms",
        median(ours) <= MIDDLE and max(ours) <= SLOWEST,
    )


def _opened(browser: Browser, address: str) -> Page:
    """The finder with its field chosen, and all loaded that the first key needs."""
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(address)
    page.locator(".finner input").focus()
    page.wait_for_load_state("networkidle")
    return page


def _middle(pages: list[Page]) -> list[float]:
    return [median(times) for times in zip(*map(_type, pages), strict=True)]


def _type(page: Page) -> list[float]:
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.evaluate(LISTEN)
    for number, letter in enumerate(WORD, 1):
        page.keyboard.press(letter if letter != " " else "Space")
        page.wait_for_function("(count) => drawn.length >= count", arg=number)
    times = page.evaluate("drawn")
    session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    return times
