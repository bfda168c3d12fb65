"""The links on a page that an editor wrote, and those of the menu: whether each leads to a page,
and what to write when it does not.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from posixpath import dirname, join, normpath, relpath
from urllib.parse import unquote

from macros.problems import Place, Problem, nearest

# What stands in code or in a comment is no link.
CODE = re.compile(r"^(```|~~~).*?^\1|`[^`\n]*`|<!--(?:(?!<!--).)*?-->", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\(\s*<?([^)\s>]+)|^\[[^\]\n]+\]:\s*<?([^\s>]+)", re.MULTILINE)
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#", re.IGNORECASE)
# Only the site's own pictures are shown: readers' browsers ask no one else for anything. And what
# lies on one's own machine, nobody else has.
FOREIGN = re.compile(
    r"!\[[^\]\n]*\]\(\s*<?((?:https?:)?//[^)\s>]*)|<(?:img|iframe|video|audio|script|embed)\b[^<>]*?\bsrc=[\"']?((?:https?:)?//[^\"'\s>]*)",
    re.IGNORECASE,
)
OWN = re.compile(r"\]\(\s*<?((?:[a-z]:[\\/]|file:)[^)>\n]*)", re.IGNORECASE)
HELP = "Skriv veien herfra til filen i docs/, som «{}»"


def judge_links(file: str, path: str, text: str, pages: Collection[str]) -> Iterator[Problem]:
    """`path` and `pages` are files below docs/.

    What leads to other files, to headings or out of the site is left to the engine.
    """
    plain = CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), text)
    for pattern, judge in (
        (LINK, lambda link: "" if ELSEWHERE.match(link) else _wrong(link, path, pages)),
        (FOREIGN, _foreign),
        (OWN, _own),
    ):
        for found in pattern.finditer(plain):
            start = found.start(found.lastindex)
            if message := judge(found[found.lastindex]):
                place = Place(
                    file, plain.count("\n", 0, start) + 1, start - plain.rfind("\n", 0, start)
                )
                yield Problem(place, message, "side-lenke")


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


def _wrong(link: str, path: str, pages: Collection[str]) -> str:
    """What is wrong with a link, or nothing."""
    if bare := re.match(r"(www\.\S+|[\w.+-]+@[\w.-]+)$", link, re.IGNORECASE):
        return (
            f"lenken «{link}» fører ikke til noen side. Skriv"
            f" «{'mailto:' if '@' in link else 'https://'}{bare[0]}»"
        )
    address, sign, anchor = unquote(link).partition("#")
    target = (
        address.lstrip("/") if address.startswith("/") else normpath(join(dirname(path), address))
    )
    if not address.startswith("/") and (
        target in pages or not re.search(r"(?:^|/)[^.]*/?$|\.md$", address)
    ):
        return ""
    meant = next(
        (
            page
            for page in (
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
            f" «{relpath(meant, dirname(path) or '.')}{sign}{anchor}»"
        )
    near = nearest(target, pages)
    remedy = (
        f"Mente du «{relpath(near, dirname(path) or '.')}»?"
        if near
        else HELP.format(relpath("om/kilder.md", dirname(path) or "."))
    )
    return f"lenken «{link}» fører ikke til noen side. {remedy}"
