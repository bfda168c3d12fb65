"""What Material writes outside of every block of its template, mended in the finished page."""

import re

SKIP = '<a href="#innhold" class="md-skip">Gå til innhold</a>\n    '
# Each must be there just once. Its two toggles are checkboxes for labels that no key can reach, and
# our header has buttons; its skip link misses where a page has no headings; its dialog speaks for a
# script that we do not load.
STOCK = (
    (
        re.compile(
            r'<input class="md-toggle" data-md-toggle="drawer"[^>]*>\s*<input class="md-toggle"'
            r' data-md-toggle="search"[^>]*>\s*'
            r'<label class="md-overlay" for="__drawer"></label>\s*<div'
            r' data-md-component="skip">.*?</div>\s*',
            re.S,
        ),
        SKIP,
    ),
    (
        re.compile(
            r'<div class="md-dialog" data-md-component="dialog">\s*<div class="md-dialog__inner'
            r' md-typeset"></div>\s*</div>\s*'
        ),
        "",
    ),
)
# Hundreds of lines that templates leave empty, and where such a line means something.
BLANK = re.compile(r"\n\s*\n")
AS_IT_IS = re.compile(r"(<(?:pre|textarea)\b.*?</(?:pre|textarea)>)", re.S)


class UnknownMarkup(Exception):
    """Material has changed what it writes, and this module must follow."""


def mend(page: str) -> str:
    """The page with a skip link that always works and without what cannot be reached.

    Raises UnknownMarkup.
    """
    for pattern, ours in STOCK:
        page, count = pattern.subn(ours, page)
        if count != 1:
            raise UnknownMarkup(
                "Material skriver ikke lenger dette én gang på hver side, og"
                f" macros/frame/material.py må følge etter: {pattern.pattern}"
            )
    return "".join(
        part if AS_IT_IS.match(part) else BLANK.sub("\n", part) for part in AS_IT_IS.split(page)
    ).lstrip()
