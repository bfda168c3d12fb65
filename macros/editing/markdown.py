"""Text from others inside Markdown on GitHub: nothing of it is a link, a mention, markup or a
reference to another issue.
"""

import html
import re

from macros.problems.signs import FORBIDDEN

# What begins markup anywhere, and what does at the beginning of a line.
SIGNS = re.compile(r"[\\`*_{}\[\]|~$^]|^[#+\-=]|(?<=^\d)[.)]|(?<=^\d\d)[.)]")
# GitHub makes links of these in plain text, whatever is escaped: an empty comment keeps the parts
# apart.
LINKS = re.compile(r"((?<![\w.])@|#|GH-|://|www\.|[0-9a-f]{7})(?=\w)", re.IGNORECASE)
NOTHING_SEEN = "<!-- -->"


def quote(text: str) -> str:
    """One line of text, shown as it is written."""
    line = " ".join(FORBIDDEN.sub(" ", text).split())
    parts = [
        html.escape(part, quote=False)
        for part in LINKS.sub(r"\1\0", SIGNS.sub(r"\\\g<0>", line)).split("\0")
    ]
    return NOTHING_SEEN.join(parts)
