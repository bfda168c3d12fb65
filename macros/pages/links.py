"""The links on a page that an editor wrote, and those of the menu: whether each leads to a page, and what to write when it does not."""

import re
from collections.abc import Collection, Iterator, Mapping
from posixpath import dirname, join, normpath, relpath
from urllib.parse import unquote

from macros.problems import Place, Problem, nearest

# What stands in code or in a comment is no link.
CODE = re.compile(r"^(```|~~~).*?^\1|`[^`\n]*`|<!--.*?-->", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\(\s*<?([^)\s>]+)|^\[[^\]\n]+\]:\s*<?([^\s>]+)", re.MULTILINE)
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#", re.IGNORECASE)
HELP = "Skriv veien herfra til filen i docs/, som «{}»"


def judge_links(file: str, path: str, text: str, pages: Collection[str]) -> Iterator[Problem]:
    """`path` and `pages` are files below docs/. What leads to other files, to headings or out of the site is left to the engine."""
    plain = CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), text)
    for found in LINK.finditer(plain):
        link, start = found[1] or found[2], max(found.start(1), found.start(2))
        if not ELSEWHERE.match(link) and (message := _wrong(link, path, pages)):
            line = plain.count("\n", 0, start) + 1
            yield Problem(Place(file, line, start - plain.rfind("\n", 0, start)), message, "side-lenke")


def judge_menu(menu: Mapping[str, int], written: Collection[str], pages: Collection[str]) -> Iterator[Problem]:
    """Each page that somebody wrote stands in the menu, and what stands there is a page. `menu`: page → line in mkdocs.yml."""
    for path in sorted(set(written) - set(menu)):
        yield Problem(Place(f"docs/{path}"), f"siden står ikke i menyen. Legg den til under nav i mkdocs.yml, som «- Tittelen: {path}»", "side-meny")
    for path, line in menu.items():
        if line and path not in pages:
            yield Problem(Place("mkdocs.yml", line), f"menyen viser til «{path}», men siden finnes ikke. Hent den tilbake, rett adressen eller slett linjen", "side-meny")


def _wrong(link: str, path: str, pages: Collection[str]) -> str:
    """What is wrong with a link, or nothing."""
    address, sign, anchor = unquote(link).partition("#")
    target = address.lstrip("/") if address.startswith("/") else normpath(join(dirname(path), address))
    if not address.startswith("/") and (target in pages or not re.search(r"(?:^|/)[^.]*/?$|\.md$", address)):
        return ""
    meant = next((page for page in (f"{target.rstrip('/')}.md", f"{target.rstrip('/')}/index.md".lstrip("/"), target) if page in pages), "")
    if meant:
        return f"lenken «{link}» går ikke til filen. Skriv «{relpath(meant, dirname(path) or '.')}{sign}{anchor}»"
    near = nearest(target, pages)
    remedy = f"Mente du «{relpath(near, dirname(path) or '.')}»?" if near else HELP.format(relpath("om/kilder.md", dirname(path) or "."))
    return f"lenken «{link}» fører ikke til noen side. {remedy}"
