"""The pages of the annual cycle as they are built on a day, read as a tree."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
from conftest import NOW, ROOT

from macros.settings import Settings
from macros.site import Site

HOST = "https://eksempel.no/kompetanse/"


def site(root: Path, day: str, **settings: object) -> Site:
    """The site as it is built on a day."""
    timestamp = datetime.fromisoformat(day).replace(tzinfo=UTC)
    return Site.read(root, Settings(site_url=HOST, timestamp=timestamp, now=NOW, **settings))


def real_site_on(day: str) -> Site:
    """The real one with the two cycles that the sources print, before anybody has added to them."""
    made = site(ROOT, day)
    data = made.view.data
    printed = {id: data.sykluser[id] for id in ("2018-2019", "2023-2025")}
    networks = {
        id: nettverk.model_copy(update={"hendelser": ()}) for id, nettverk in data.nettverk.items()
    }
    return replace(
        made, view=replace(made.view, data=replace(data, sykluser=printed, nettverk=networks))
    )


def tree(html: str) -> Element:
    return html5lib.parse(html, namespaceHTMLElements=False)


def texts(element: Element, path: str) -> list[str]:
    """The text of each element at the path, blanks as one."""
    return [" ".join("".join(found.itertext()).split()) for found in element.findall(path)]
