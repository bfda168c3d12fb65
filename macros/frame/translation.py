"""What MkDocs says of links, in bokmål and with the line: it is the one who knows every heading and
every file.
"""

import logging
import re
from pathlib import Path

SAYS = re.compile(
    r"Doc file '(?P<file>[^']+)' contains an? (?:absolute |unrecognized relative )?link"
    r" '(?P<link>[^']+)'(?P<rest>.*)",
    re.DOTALL,
)


def translate(record: logging.LogRecord, docs: Path) -> None:
    """Put our words in place of those of a warning about a link; any other record stays as it
    is.
    """
    if found := SAYS.match(record.getMessage()):
        file, link = docs / found["file"], found["link"]
        lines = file.read_text("utf-8").split("\n") if file.is_file() else []
        line = next(
            (
                number
                for number, text in enumerate(lines, 1)
                if f"({link}" in text or f"<{link}" in text
            ),
            1,
        )
        record.msg, record.args = (
            f"docs/{found['file']}:{line}: {_link_remedy(link, found['rest'])}",
            (),
        )


def _link_remedy(link: str, rest: str) -> str:
    page, _, anchor = link.partition("#")
    if "anchor" in rest:
        where = "på denne siden" if not page else f"på siden «{page}»"
        return (
            f"lenken «{link}» fører ikke fram: ingen overskrift {where} har adressen #{anchor}. Se"
            f" på overskriften, eller skriv lenken uten #{anchor}"
        )
    return f"lenken «{link}» fører ikke til noen fil. Skriv veien herfra til en fil i docs/"
