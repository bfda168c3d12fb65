"""The pages that exist because a record does: one for each network, kommune, friskole and scheme."""

import html
import json
from collections.abc import Iterator
from dataclasses import dataclass

from macros.model.data import COUNTY_SLUG, Data
from macros.model.types import slug


@dataclass(frozen=True)
class GeneratedPage:
    """Front matter and macro calls with ids, never data: Jinja runs on the body."""

    path: str
    title: str
    description: str
    body: str
    source: str

    def markdown(self) -> str:
        """The page as MkDocs reads it. Material prints titles raw and Jinja reads them: both are made harmless."""
        return f"---\ntitle: {_safe(self.title)}\ndescription: {_safe(self.description)}\n---\n{self.body}\n"


def _safe(text: str) -> str:
    return json.dumps(html.escape(text).replace("{", "&#123;"), ensure_ascii=False)


def generated_pages(data: Data) -> Iterator[GeneratedPage]:
    """All of them, in a fixed order."""
    yield from _network_pages(data)
    yield from _finder_pages(data)


def _network_pages(data: Data) -> Iterator[GeneratedPage]:
    for nettverk in data.nettverk.values():
        yield GeneratedPage(
            f"nettverk/{nettverk.id}.md", nettverk.navn,
            f"Hvem som er utviklingspartner (UP1) og representant for {nettverk.navn}, hvilke skoleeiere som er med, og hvor opplysningene står.",
            f'# {_heading(nettverk.navn)}\n\n{{{{ nettverk_side("{nettverk.id}") }}}}', nettverk.place().file,
        )


def _finder_pages(data: Data) -> Iterator[GeneratedPage]:
    pages = [(slug(kommune.navn), kommune.navn, kommune.place().file) for kommune in data.kommuner.values()]
    pages += [(id, listed[0][1].navn, listed[0][0].place().file) for id, listed in data.friskoler.items()]
    pages += [(COUNTY_SLUG, "Trøndelag fylkeskommune", nettverk.place().file) for nettverk in data.nettverk.values() if nettverk.slag == "videregaende"]
    for address, name, source in pages:
        yield GeneratedPage(
            f"finn/{address}.md", f"Utviklingspartner for {name}",
            f"Nettverket og utviklingspartneren (UP1) for {name}, veien til hjelp og hvor opplysningene står.",
            f'# Utviklingspartner for {_heading(name)}\n\n{{{{ finn_side("{address}") }}}}', source,
        )


def _heading(text: str) -> str:
    """Data in a Markdown heading: neither markup nor Jinja."""
    return "".join(f"&#{ord(c)};" if c in "<>&{}[]()`*_#\\!|$~^:\"'" else c for c in text)
