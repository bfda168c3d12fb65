"""Text from others inside Markdown on GitHub: nothing of it is a link, a mention, markup or a reference to another issue."""

import re

from macros.model.types import FORBIDDEN

# GitHub makes links of these in plain text, whatever is escaped: an empty comment keeps the parts apart.
LINKS = re.compile(r"((?<![\w.])@|#|GH-|://|www\.|[0-9a-f]{7})(?=\w)", re.IGNORECASE)
APART = "<!-- -->"
ESCAPED = re.compile(r"[\\`*_{}\[\]<>|~&$^]|^[#+\-=]|(?<=^\d)\.|(?<=^\d\d)\.")


def quote(text: str) -> str:
    """One line of text, shown as it is written."""
    line = " ".join(FORBIDDEN.sub(" ", text).split())
    return LINKS.sub(rf"\1{APART}", ESCAPED.sub(r"\\\g<0>", line))
