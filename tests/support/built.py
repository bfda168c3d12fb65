"""The pages of a built site as parsed HTML, for the tests that look at every page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib

ORIGIN = "http://127.0.0.1:8000/"


@dataclass(frozen=True)
class BuiltPage:
    """One HTML file: its address below the site, its text, its tree and what the parser had to
    say.
    """

    address: str
    text: str
    tree: Element
    errors: tuple[str, ...]

    @classmethod
    def read(cls, site: Path, file: Path) -> "BuiltPage":
        """The page in `file`; the one for wrong addresses is seen from the top of the site."""
        text = file.read_text("utf-8")
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        tree = parser.parse(text)
        address = file.relative_to(site).as_posix().removesuffix("index.html")
        return cls(
            address,
            text,
            tree,
            tuple(f"{line}: {code} {values}" for (line, _), code, values in parser.errors),
        )

    def all(self, *tags: str) -> Iterator[Element]:
        """Every element of the tags, in the order of the page; every element when none is given."""
        return (
            element
            for element in self.tree.iter()
            if isinstance(element.tag, str) and (not tags or element.tag in tags)
        )

    def meta(self, name: str) -> list[str]:
        """What the page says about itself under a name or an Open Graph property."""
        return [
            element.get("content", "")
            for element in self.all("meta")
            if name in (element.get("name"), element.get("property"))
        ]

    @cached_property
    def ids(self) -> list[str]:
        """Every id on the page, as often as it stands there."""
        return [element.attrib["id"] for element in self.all() if "id" in element.attrib]

    @property
    def links(self) -> Iterator[str]:
        """Where the page's links lead: the full address."""
        for element in self.all():
            href = element.get("href") or element.get("{http://www.w3.org/1999/xlink}href")
            if href is not None:
                yield urljoin(ORIGIN + self.address, href)

    @property
    def resources(self) -> Iterator[str]:
        """What the browser fetches by itself to show the page: the full address."""
        for element in self.all(
            "link",
            "script",
            "img",
            "iframe",
            "source",
            "video",
            "audio",
            "object",
            "embed",
            "image",
            "use",
        ):
            loads = element.tag != "link" or not {"canonical", "alternate"} & set(
                element.get("rel", "").split()
            )
            for name in ("src", "href", "data", "srcset", "poster"):
                if loads and element.get(name):
                    yield urljoin(ORIGIN + self.address, element.get(name))


@cache
def read_pages(site: Path) -> Mapping[str, BuiltPage]:
    """Every HTML page of a built site by its address, read once: whoever asks a second time gets
    the same.
    """
    pages = (BuiltPage.read(site, file) for file in sorted(site.rglob("*.html")))
    return {page.address: page for page in pages}


def target(url: str) -> tuple[str, str]:
    """The address below the site, and the anchor, of a link that stays on it."""
    parts = urlsplit(url)
    return unquote(parts.path.lstrip("/")), unquote(parts.fragment)
