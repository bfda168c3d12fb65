"""Other engines with the real site: `make engines`.

ProperDocs must make the articles that MkDocs makes; Zensical is a canary.

Exit code 1 when ProperDocs differs, or Zensical makes no page of what `skriv` writes. How
Zensical's pages differ is told, and no fault.
"""

import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree.ElementTree import Element

import html5lib

from macros.settings import ENGINE

ROOT = Path(__file__).parents[2]
SHOWN = 5
# What hooks and macros do is in the pages already; the rest of mkdocs.yml is for both.
NOT_FOR_ZENSICAL = re.compile(
    r"^hooks:.*\n|^ +- macros:.*\n|^watch:.*\n|^strict:.*\n", re.MULTILINE
)


def main() -> int:
    """Build with all three, and say how the others compare."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        mkdocs, proper = built(folder / "mkdocs"), built(folder / "properdocs", "properdocs")
        bytes_differ = [
            name for name in files(mkdocs) | files(proper) if not same(mkdocs / name, proper / name)
        ]
        changed = differing(articles(mkdocs), articles(proper))
        print(
            f"ProperDocs: {len(articles(proper))} pages, {len(changed)} articles differ from"
            f" MkDocs', {len(bytes_differ)} files have other bytes"
        )
        tell(changed)
        alive = zensical(folder, articles(mkdocs))
    return int(bool(changed) or not alive)


def built(project: Path, engine: str = ENGINE) -> Path:
    """The real site, built in a copy of the project in which that one line names the engine."""
    shutil.copytree(ROOT, project, ignore=shutil.ignore_patterns(".venv*", "site", ".cache"))
    settings = project / "macros" / "settings.py"
    named = settings.read_text("utf-8").replace(f'ENGINE = "{ENGINE}"', f'ENGINE = "{engine}"')
    settings.write_text(named, "utf-8")
    run(project, sys.executable, "-m", "macros", "bygg")
    return project / "site"


def run(folder: Path, *command: str) -> None:
    """Run it; what it says is shown when it fails, and the whole stops."""
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if result.returncode:
        sys.exit(f"{' '.join(command)}\n{result.stdout[-3000:]}{result.stderr[-3000:]}")


def files(site: Path) -> set[str]:
    """Every file of a site, by its address."""
    return {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}


def same(one: Path, other: Path) -> bool:
    """Whether both are there with the same bytes."""
    return one.is_file() and other.is_file() and one.read_bytes() == other.read_bytes()


def articles(site: Path) -> Mapping[str, tuple[str, ...]]:
    """What each page says, as a row of tags and words; the frame around it is each engine's own."""
    found = {}
    for file in sorted(site.rglob("*.html")):
        tree = html5lib.parse(file.read_text("utf-8"), namespaceHTMLElements=False)
        article = next(tree.iter("article"), None)
        found[file.relative_to(site).as_posix()] = () if article is None else tuple(pieces(article))
    return found


def pieces(element: Element):
    """The element and all within: `<a class=x href=y>`, words, `</a>`."""
    said = (f"{name}={value}" for name, value in sorted(element.attrib.items()))
    yield f"<{' '.join([str(element.tag), *said])}>"
    yield from (element.text or "").split()
    for child in element:
        yield from pieces(child)
        yield from (child.tail or "").split()
    yield f"</{element.tag}>"


def differing(
    ours: Mapping[str, tuple[str, ...]], theirs: Mapping[str, tuple[str, ...]]
) -> dict[str, str]:
    """Pages that are not alike, each with the first thing that differs."""
    found = {}
    for page in sorted({*ours, *theirs}):
        mine, other = ours.get(page), theirs.get(page)
        if mine is None or other is None:
            found[page] = "only the other has it" if mine is None else "missing"
        elif mine != other:
            at = next(
                (
                    number
                    for number, pair in enumerate(zip(mine, other, strict=False))
                    if pair[0] != pair[1]
                ),
                min(len(mine), len(other)),
            )
            found[page] = f"{' '.join(mine[at : at + 4])!r} became {' '.join(other[at : at + 4])!r}"
    return found


def tell(changed: Mapping[str, str]) -> None:
    """The first pages that differ, and how many have no room."""
    for page, how in list(changed.items())[:SHOWN]:
        print(f"  {page}: {how}")
    if len(changed) > SHOWN:
        print(f"  … and {len(changed) - SHOWN} more")


def zensical(folder: Path, ours: Mapping[str, tuple[str, ...]]) -> bool:
    """Build what `skriv` writes; whether every page came out.

    How they differ is told by words and by elements.
    """
    run(ROOT, sys.executable, "-m", "macros", "skriv", str(folder / "sider"))
    config = NOT_FOR_ZENSICAL.sub("", (ROOT / "mkdocs.yml").read_text("utf-8"))
    (folder / "mkdocs.yml").write_text(f"docs_dir: sider\nsite_dir: zensical\n{config}", "utf-8")
    (folder / "overrides").symlink_to(ROOT / "overrides")
    run(folder, sys.executable, "-m", "zensical", "build", "-f", "mkdocs.yml")
    theirs = articles(folder / "zensical")
    missing = sorted(set(ours) - set(theirs))
    words = differing(
        *(
            {
                page: tuple(piece for piece in row if not piece.startswith("<"))
                for page, row in pages.items()
            }
            for pages in (ours, theirs)
        )
    )
    print(
        f"Zensical, from what skriv writes: {len(theirs)} pages, {len(missing)} missing,"
        f" {len(words)} with other words, {len(differing(ours, theirs))} with other elements"
    )
    tell(words)
    counts = [
        Counter(
            piece.split()[0].strip("<>")
            for row in pages.values()
            for piece in row
            if piece.startswith("<") and not piece.startswith("</")
        )
        for pages in (ours, theirs)
    ]
    for name in sorted({*counts[0], *counts[1]}):
        if counts[0][name] != counts[1][name]:
            print(f"  <{name}>: {counts[0][name]} became {counts[1][name]}")
    return not missing


if __name__ == "__main__":
    sys.exit(main())
