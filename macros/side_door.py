"""The whole site without MkDocs' hooks: docs/ and the generated pages with their macros filled in, and the files beside them."""

import shutil
import sys
from pathlib import Path

from jinja2 import Environment, StrictUndefined

from macros.pages import BLOCKS
from macros.site import Site


def write_site(site: Site, folder: Path) -> None:
    """Fill `folder` with what stock Material could build. Exits with a message when it has something in it already."""
    if folder.exists() and any(folder.iterdir()):
        sys.exit(f"Mappen {folder} er ikke tom. Velg en ny mappe, så ingenting blir skrevet over.")
    for source in sorted((site.root / "docs").rglob("*")):
        if source.is_file():
            target = folder / source.relative_to(site.root / "docs")
            target.parent.mkdir(parents=True, exist_ok=True)
            if source.suffix == ".md":
                target.write_text(_filled_in(site, target.relative_to(folder), source.read_text(encoding="utf-8")), encoding="utf-8")
            else:
                shutil.copyfile(source, target)
    for page in site.pages():
        _write(folder / page.path, _filled_in(site, Path(page.path), page.markdown()).encode())
    for address, content in site.files().items():
        _write(folder / address, content)


def _filled_in(site: Site, path: Path, markdown: str) -> str:
    url = path.parent.as_posix() if path.name == "index.md" else path.with_suffix("").as_posix()
    url = "" if url == "." else f"{url}/"
    environment = Environment(undefined=StrictUndefined, keep_trailing_newline=True)
    blocks = {name: lambda *a, _name=name, **k: site.block(_name, url, *a, **k) for name in BLOCKS}
    return environment.from_string(markdown).render(blocks)


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
