"""Every field of the example data, and what an attacker would put into it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml
from conftest import EXAMPLE

from macros.model.samlinger import SAMLINGER, Samling, files_of
from macros.reading.document import TextLoader

# Kind of attack → its variants. A field gets one of each kind, in turn; the quick ones stand in for
# their slow relatives.
ATTACKS: Mapping[str, tuple[str, ...]] = {
    "script": (
        "<script>kapret()</script>",
        '"><img src=x onerror=kapret()>',
        "'></title></text></svg><svg onload=kapret()>",
        "]]><!-- <kapret a=1 --> </w:t><w:p/>",
        "&lt;kapret&gt; &#60;kapret&#62; &amp;lt;kapret",
    ),
    "jinja": (
        "H{{ 7*7 }}H",
        "{% raw %}H{{ 7*7 }}H",
        "{# gjemt #} {{ config }}",
        "{{ ''.__class__.__mro__ }}",
        "{%- for x in y -%}",
    ),
    "markdown": (
        "[k](javascript:kapret())",
        "![k](https://kapret.example/x.png)",
        "| a | b |\\",
        "# *k* `k` <https://kapret.example>",
        "k { onclick=kapret() }",
        "[^1]: k\n\n    kode",
    ),
    "formula": (
        "=cmd|'/C calc'!A0",
        "+1+kapret()",
        "-1+1",
        "@SUM(A1)",
        " =1",
        "\uff1d1",
        '"=1',
        ";=1;",
    ),
    "line break": (
        "k\r\nEND:VEVENT\r\nATTACH:https://kapret.example/",
        "k\\nEND:VCARD\\nBEGIN:VCARD",
        "k\n\nX-KAPRET:1",
        "k\u2028X-KAPRET:1",
        "k\x85X-KAPRET:1",
        "k;X-KAPRET=1:2,3\\",
        "k\x0bX-KAPRET:1",
    ),
    "hidden": (
        "a\x00b",
        "\x1b[31mrødt",
        "\u202egnp.exe\u202c",
        "\u2066k\u2069",
        "k\u200bk",
        "\ufeffk",
        "\x07",
        "k\u2060k",
        "\U000e0041",
        "\u00adk",
        "\u061ck",
        "\u3164k",
        "k\ufdd0",
        "k\U000e0101",
        "k\U0001ffff",
        "\u2800",
    ),
    "link": (
        "javascript:kapret()",
        "JaVaScRiPt:kapret()",
        "data:text/html,<script>kapret()</script>",
        'https://kapret.example/" onclick="kapret()',
        "//kapret.example",
        "https://eksempel.no@kapret.example/",
        "https://eksempel.no/\\@kapret",
        "file:///etc/passwd",
        "vbscript:k",
        "https://kapret.example/\u202ek",
        "https://kapret.example/\x07",
    ),
    "path": (
        "../../../etc/passwd",
        "..",
        "/etc/passwd",
        "CON",
        "a/b",
        "%2e%2e%2fk",
        "-rf",
        ".skjult",
        "k.html",
        "C:\\k",
        "con:",
        "a" * 300,
    ),
    "odd": (
        "x" * 5000,
        "٢٠٢٤-٠٢-\u0660\u0661",
        "\uff12\uff10\uff12\uff14",
        "1e999",
        "-0",
        "İ\u0131\u017fK",
        "e" + "\u0301" * 200,
        "\U0001d573🎓",
        "NaN",
        "0x1F",
        "0301",
        "2024-02-30",
        "9999-12-31",
        "99999999999999999999",
        "\ud7ff\ue000",
        "1_000",
    ),
}
KEYS = (
    "<script>kapret()</script>",
    "../../k",
    "{{ 7*7 }}",
    "k\r\nX-KAPRET:1",
    "\u202ek",
    "__proto__",
    "a" * 300,
    "=1+1",
    "Ø",
)


@dataclass(frozen=True)
class Field:
    """A value (or a key) of a data file: where its text begins and ends, and its line."""

    file: Path
    samling: Samling
    start: int
    end: int
    line: int
    is_key: bool = False

    @property
    def name(self) -> str:
        """The file's name, as messages have it."""
        return self.file.relative_to(EXAMPLE).as_posix()

    def damaged(self, text: str, value: str) -> str:
        """The text of the file with this field replaced by another value, as valid YAML."""
        return text[: self.start] + json.dumps(value) + text[self.end :]


def fields() -> Iterator[Field]:
    """Every value and key of every data file, in the order of the files."""
    for samling in SAMLINGER:
        for file in files_of(samling, EXAMPLE / "data"):
            yield from (
                Field(
                    file,
                    samling,
                    node.start_mark.index,
                    node.end_mark.index,
                    node.start_mark.line + 1,
                    is_key,
                )
                for node, is_key in _scalars(yaml.compose(file.read_text("utf-8"), TextLoader))
            )


def _scalars(node: yaml.Node) -> Iterator[tuple[yaml.ScalarNode, bool]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield key, True
            yield from _scalars(value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _scalars(item)
    else:
        yield node, False
