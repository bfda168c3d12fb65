"""What each code means: its name, why the rule is there, and a wrong and a right example.

One file for each group of the page.

The examples belong in tests/example/ and are run as tests: the right one stands there, or can stand
there without a word from `sjekk`; the wrong one gives just that code. A code without an entry fails
a test, and so does an entry without a code.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

EXPLANATIONS = Path(__file__).parent
EXPLANATIONS_PAGE = "om/rediger/feilmeldinger/"
SAFE_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Explanation:
    """A code.

    `fil` is where the examples stand; without one they are told in words. `i_stedet_for` is what
    stands there when neither does.
    """

    kode: str
    navn: str
    hvorfor: str
    riktig: str
    feil: str
    fil: str = ""
    i_stedet_for: str = ""
    hint: bool = False


def group(name: str) -> Iterator[Explanation]:
    """The codes of one group, in the order of its file."""
    entries = yaml.load((EXPLANATIONS / f"{name}.yml").read_text("utf-8"), SAFE_LOADER)
    return (
        Explanation(
            code,
            **{
                key: value if isinstance(value, bool) else value.rstrip("\n")
                for key, value in entry.items()
            },
        )
        for code, entry in entries.items()
    )


def groups() -> list[str]:
    return sorted(file.stem for file in EXPLANATIONS.glob("*.yml"))
