"""The last look at what Markdown made of a page that an editor wrote: the same elements and
attributes as were judged in its text, and nothing that slipped past.
"""

import re
from html.parser import HTMLParser

from macros.reading.prose_html import ELEMENT, attribute

# What Markdown makes of its own accord.
ALIGNED = re.compile(r"text-align: (?:left|right|center);")


class _Guard(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "h1" and not ELEMENT.fullmatch(tag):
            self.found.append(f"<{tag}> kan ikke stå på en side")
        for key, value in attrs:
            own = key == "data-blokk" or (key == "style" and ALIGNED.fullmatch(value or ""))
            if not own and (message := attribute(key, value or "")):
                self.found.append(message)

    def handle_decl(self, decl: str) -> None:
        self.found.append(f"<!{decl[:20]}> kan ikke stå på en side")

    unknown_decl = handle_pi = handle_decl


def slipped(content: str) -> list[str]:
    """What may not stand on a page, in the words of the judges."""
    guard = _Guard()
    guard.feed(f"{content}>")  # a tag that is not ended goes on into the frame
    return guard.found
