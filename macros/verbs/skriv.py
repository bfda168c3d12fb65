"""The whole site without MkDocs' hooks: docs/ and the generated pages with their macros filled in,
and the files beside them.
"""

import re
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from jinja2 import Environment, StrictUndefined

from macros.model.sider import page_address
from macros.pages import BLOCKS
from macros.site import Site


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("mappe", type=Path, help="mappen å skrive til; den kan ikke ha noe i seg")


def run(root: Path, arguments: Namespace) -> int:
    """skriv alle sider og filer til en mappe, ferdig utfylt, for motorer uten kroker"""
    write_site(Site.read(root), arguments.mappe)
    return 0


def write_site(site: Site, folder: Path) -> None:
    """Fill `folder` with what stock Material could build.

    Exits with a message when it has something in it already.
    """
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        sys.exit(
            f"{folder} er ikke en tom mappe. Velg en ny mappe, så ingenting blir skrevet over."
        )
    for name, content in contents(site).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


def contents(site: Site) -> Mapping[str, bytes]:
    """Every file by its name."""
    docs = site.root / "docs"
    found = {
        file.relative_to(docs).as_posix(): file.read_bytes()
        for file in sorted(docs.rglob("*"))
        if file.is_file()
    }
    found |= {page.path: page.markdown().encode() for page in site.pages()}
    pages = {
        name: _filled_in(site, name, content.decode("utf-8-sig"))
        for name, content in found.items()
        if name.endswith(".md")
    }
    return {**found, **pages, **site.files()}


def _filled_in(site: Site, path: str, markdown: str) -> bytes:
    def block(name: str, *arguments: object, **named: object) -> str:
        return re.sub(
            r"\{(?=[{%#])", "&#123;", site.block(name, page_address(path), *arguments, **named)
        )  # an engine that runs Jinja again finds none

    environment = Environment(undefined=StrictUndefined, keep_trailing_newline=True)
    blocks = {name: partial(block, name) for name in BLOCKS}
    return environment.from_string(markdown).render(blocks).encode()
