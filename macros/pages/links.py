"""The links on a page that an editor wrote, and those of the menu: whether each leads to a page,
and what to write when it does not.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from posixpath import basename, dirname, join, normpath, relpath, split, splitext
from urllib.parse import unquote

from macros.model.types import slug, wrong_address
from macros.problems import Place, Problem, nearest

LINK = re.compile(r"\]\(\s*<?([^)\s>]+)|<((?i:https?)://[^\s<>\"]+)>")
# An address that stands by itself, for a link or a picture elsewhere in the text.
REFERENCE = re.compile(r"^[ \t>*+0-9.-]*(\[[^\[\]]{0,300}\]):", re.MULTILINE)
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#", re.IGNORECASE)
# Only the site's own pictures are shown: readers' browsers ask no one else for anything. And what
# lies on one's own machine, nobody else has.
FOREIGN = re.compile(
    r"!\[(?:[^\]\n]|\](?!\()|\n(?!\n)){0,300}\]\(\s*<?((?:https?:)?//[^)\s>]*)"
    r"|<(?:img|iframe|video|audio|script|embed)\b[^<>]*?\bsrc=[\"']?((?:https?:)?//[^\"'\s>]*)",
    re.IGNORECASE,
)
FOREIGN_OR_OWN = re.compile(r"//|[a-z]:[\\/]|file:", re.IGNORECASE)
# Links and pictures in HTML.
HTML_LINK = re.compile(r"<[a-z][^<>]*?\s(?:href|src)=\"([^\"]*)\"", re.IGNORECASE)
OWN = re.compile(r"\]\(\s*<?((?:[a-z]:[\\/]|file:)[^)>\n]*)", re.IGNORECASE)
# The signs of a file's name that end an address in Markdown.
SPACED = re.compile(r"\]\(\s*([^)\s<>\"':]+(?: +[^)\s<>\"']+)+\.\w{2,4})\s*\)")
HELP = "Skriv veien herfra til filen i docs/, som «{}»"


@dataclass(frozen=True)
class KnownTargets:
    """What a link may lead to: the pages and the other files below docs/, and what the build makes
    beside them; and the spots on a page.
    """

    pages: Collection[str]
    files: Callable[[], Collection[str]]
    anchors: Callable[[str], Collection[str]]


def judge_links(file: str, path: str, plain: str, known: KnownTargets) -> Iterator[Problem]:
    """`path` is the page's file below docs/; `plain` has neither code nor comments."""
    said = {found.start(1) for found in SPACED.finditer(plain)}
    said |= {found.start(found.lastindex) for found in FOREIGN.finditer(plain)}
    for pattern, judge in (
        (SPACED, _spaced),
        (REFERENCE, _reference),
        (LINK, lambda link: _wrong_link(link, path, known)),
        (HTML_LINK, lambda link: _wrong_address(link, path, known)),
        (FOREIGN, _foreign),
        (OWN, _own),
    ):
        for found in pattern.finditer(plain):
            start = found.start(found.lastindex)
            if pattern is LINK and start in said:
                continue
            if message := judge(found[found.lastindex]):
                yield Problem(Place.at(file, plain, start), message, "side-lenke")


def _spaced(link: str) -> str:
    folder, name = split(link)
    stem, ending = splitext(name)
    better = join(folder, f"{slug(stem)}{ending.lower()}")
    return f"adressen «{link}» har mellomrom. Gi filen navnet {basename(better)}, og skriv {better}"


def _reference(name: str) -> str:
    return (
        f"adressen til {' '.join(name.split())} står for seg selv. Skriv den i lenken, som"
        " [tekst](adresse)"
    )


def _wrong_link(link: str, path: str, known: KnownTargets) -> str:
    """What is wrong with a link in Markdown, or nothing."""
    if re.match(r"(?:https?:)?//", link, re.IGNORECASE):
        return wrong_address(link)
    if re.match(r"mailto:\S+@|tel:\+?[0-9]|webcal://", link, re.IGNORECASE):
        return ""
    if ELSEWHERE.match(link) and not link.startswith("#"):
        if FOREIGN_OR_OWN.match(link):
            return ""
        return f"adressen «{link}» kan ikke brukes. Skriv https://, mailto: eller en side her"
    if re.search(r"&(?!amp;)\S*;", link):
        return f"adressen «{link}» har tegn skrevet som kode. Skriv tegnene selv"
    address, _, anchor = link.partition("#")
    if address and (message := _wrong_way(link, path, known)):
        return message
    target = normpath(join(dirname(path), unquote(address))) if address else path
    if not anchor or target not in known.pages:
        return ""
    spots = known.anchors(target)
    if unquote(anchor) in spots:
        return ""
    where = f"på siden «{address}»" if address else "på denne siden"
    near = nearest(anchor, spots)
    return f"lenken «{link}» fører ikke fram: ingen overskrift {where} har adressen #{anchor}. " + (
        f"Mente du #{near}?" if near else f"Skriv lenken uten #{anchor}"
    )


def _wrong_address(link: str, path: str, known: KnownTargets) -> str:
    """What is wrong with an address in HTML, which is that of a page and not of its file."""
    if re.match("https?:", link, re.IGNORECASE):
        return wrong_address(link)
    if ELSEWHERE.match(link):
        return ""
    address = unquote(re.split(r"[?#]", link)[0])
    here = path.removesuffix(".md").removesuffix("index")
    target = normpath(join(here, address))
    if address.endswith(("/", ".")) or not address:
        pages = {f"{target}.md", normpath(f"{target}/index.md")}
        return "" if pages & set(known.pages) else _nowhere(link)
    return "" if target in known.files() else _nowhere(link)


def _nowhere(link: str) -> str:
    return f"adressen «{link}» fører ikke til noen side. Skriv lenken som [tekst](side.md)"


def _foreign(link: str) -> str:
    return (
        f"«{link}» ligger på et annet nettsted, og vises ikke her. Legg filen i docs/assets/bilder/"
        " og skriv veien dit, eller skriv en vanlig lenke"
    )


def _own(link: str) -> str:
    return f"«{link}» ligger på din egen maskin. Legg filen i docs/assets/ og skriv veien dit"


def judge_menu(
    menu: Mapping[str, int], written: Collection[str], pages: Collection[str]
) -> Iterator[Problem]:
    """Each page that somebody wrote stands in the menu, and what stands there is a page.

    `menu`: page → line in mkdocs.yml.
    """
    meant = {
        path: path if path in pages else re.sub(r"^(?:\./|/)*(?:docs/)?", "", path) for path in menu
    }
    for path in sorted(set(written) - set(meant.values())):
        yield Problem(
            Place(f"docs/{path}"),
            "siden står ikke i menyen. Legg den til under nav i mkdocs.yml, som «- Tittelen:"
            f" {path}»",
            "side-meny",
        )
    for path, line in menu.items():
        if line and path not in pages and meant[path] in pages:
            yield Problem(
                Place("mkdocs.yml", line),
                f"menyen viser til «{path}». Skriv veien fra docs/: {meant[path]}",
                "side-meny",
            )
        elif line and path not in pages:
            yield Problem(
                Place("mkdocs.yml", line),
                f"menyen viser til «{path}», men siden finnes ikke. Hent den tilbake, rett adressen"
                " eller slett linjen",
                "side-meny",
            )


def _wrong_way(link: str, path: str, known: KnownTargets) -> str:
    """What is wrong with the way to a file, or nothing."""
    pages = known.pages
    if bare := re.match(r"(www\.\S+|[\w.+-]+@[\w.-]+)$", link, re.IGNORECASE):
        return (
            f"lenken «{link}» fører ikke til noen side. Skriv"
            f" «{'mailto:' if '@' in link else 'https://'}{bare[0]}»"
        )
    address, sign, anchor = unquote(link).partition("#")
    target = (
        address.lstrip("/") if address.startswith("/") else normpath(join(dirname(path), address))
    )
    if not address.startswith("/") and (target in pages or target in known.files()):
        return ""
    meant = next(
        (
            page
            for page in (
                re.sub(r"(?:/index)?\.html?$", ".md", target),
                f"{target.rstrip('/')}.md",
                f"{target.rstrip('/')}/index.md".lstrip("/"),
                target,
            )
            if page in pages
        ),
        "",
    )
    if meant:
        return (
            f"lenken «{link}» går ikke til filen. Skriv"
            f" «{relpath(meant, dirname(path))}{sign}{anchor}»"
        )
    if re.search(r"\.(?!md$|html?$)\w+$", target):
        near = nearest(target, known.files())
        return f"filen «{link}» finnes ikke. " + (
            f"Mente du «{relpath(near, dirname(path))}»?"
            if near
            else "Legg den i docs/assets/bilder/, og skriv veien dit"
        )
    near = nearest(target, pages)
    remedy = (
        f"Mente du «{relpath(near, dirname(path))}»?"
        if near
        else HELP.format(relpath("om/kilder.md", dirname(path)))
    )
    return f"lenken «{link}» fører ikke til noen side. {remedy}"
