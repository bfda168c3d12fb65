"""The pages that the menu names: mkdocs.yml has them, and a file that it inherits from."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

NAME = "mkdocs.yml"
PAGE = re.compile(r"[\w./-]+\.md\b")


@dataclass(frozen=True)
class Menu:
    """Page below docs/ → its line in mkdocs.yml, or 0 where only the inherited file names it."""

    lines: Mapping[str, int]


def read_menu(root: Path) -> Menu | None:
    """None where there is no such file, or it inherits from one that is not there: then nobody knows all of the menu."""
    try:
        text = (root / NAME).read_text("utf-8")
        inherited = re.search(r"^INHERIT: (\S+)", text, re.MULTILINE)
        others = PAGE.findall((root / inherited[1]).read_text("utf-8")) if inherited else []
    except (OSError, UnicodeDecodeError):
        return None
    own = {page: number for number, line in enumerate(text.split("\n"), 1) for page in PAGE.findall(re.split(r"(?:^|\s)#", line)[0])}
    return Menu(dict.fromkeys(others, 0) | own)
