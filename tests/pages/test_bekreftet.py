"""What nobody has confirmed is told in the past; what is confirmed turns to the present itself."""

from dataclasses import replace

import pytest
from conftest import EXAMPLE

from macros.judging import made_pages
from macros.reading.load import load
from macros.site import Site

CONFIRMED = "bekreftet: {dato: 2026-05-01, av: UiE}\n"


def confirm(example, *networks: str) -> None:
    for network in networks:
        file = example / "data" / "nettverk" / f"{network}.yml"
        file.write_text(f"{file.read_text('utf-8').rstrip()}\n{CONFIRMED}", "utf-8")


def headings(site: Site, path: str) -> str:
    return next(page.body for page in site.pages() if page.path == path)


@pytest.fixture
def place(example) -> str:
    """A page of the finder whose one network nobody has confirmed."""
    steder = Site.read(example).view.data.steder
    return next(slug for slug, sted in steder.items() if sted.er_fylket)


def test_the_finder_turns_with_the_network(example, place):
    before = Site.read(example)
    assert "## Dette kunne nettverket be om" in headings(before, f"finn/{place}.md")
    assert "## Slik fikk dere hjelp" in headings(before, f"finn/{place}.md")
    way = before.block("finn_vei", f"finn/{place}/", place)
    assert "møtte for nettverket" in way and "arbeidet sammen med nettverket" in way
    confirm(example, "videregaende")
    after = Site.read(example)
    assert "## Dette kan nettverket be om" in headings(after, f"finn/{place}.md")
    assert "## Slik får dere hjelp" in headings(after, f"finn/{place}.md")
    way = after.block("finn_vei", f"finn/{place}/", place)
    assert "møter for nettverket" in way and "arbeider sammen med nettverket" in way


def test_what_is_said_of_all_networks_turns_when_the_last_is_confirmed(example):
    confirm(example, "videregaende")
    site = Site.read(example)
    assert "skulle lære av hverandre" in site.block("formal", "")
    assert "universitetet som hadde" in site.block("kontakt_innganger", "kontakt/")
    confirm(example, "sor-eksempel")
    site = Site.read(example)
    assert "skal lære av hverandre" in site.block("formal", "")
    assert "universitetet som har" in site.block("kontakt_innganger", "kontakt/")


def test_pages_are_made_of_what_could_be_read():
    data = replace(load(EXAMPLE).data, fylke=None, nettverk={})
    made = {page.path: page.body for page in made_pages(data, {})}
    assert not [path for path in made if path.startswith("roller/") and path.endswith("/index.md")]
    assert "## Slik fikk dere hjelp" in made["finn/provedal.md"]
