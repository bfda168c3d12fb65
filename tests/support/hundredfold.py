"""A project a hundred times as large as ours: fifteen counties, all of Norway's kommuner, a century
of cycles. Made for measuring, never kept.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Size(NamedTuple):
    """How much to make up. Kommuner and schools are shared out among the networks."""

    networks: int
    kommuner: int
    schools: int
    people: int
    terms: int
    cycles: int

    def share(self, part: float) -> "Size":
        """So much of each."""
        return Size(*(round(part * count) for count in self))


HUNDREDFOLD = Size(networks=165, kommuner=357, schools=2800, people=2800, terms=3000, cycles=100)


def in_letters(number: int) -> str:
    """A number as a name may be written."""
    return "Nr" + "".join("abcdefghij"[int(digit)] for digit in str(number))


def multiply(root: Path, size: Size = HUNDREDFOLD) -> None:
    """Fill `root`/data, a copy of the example's, with made-up networks, kommuner, friskoler,
    people, terms and cycles.
    """
    data, (networks, kommuner, schools, people, terms, cycles) = root / "data", size
    _append(data / "kommuner.yml", _kommuner(kommuner))
    _append(data / "kontakter.yml", _people(people))
    _append(data / "begreper.yml", _terms(terms))
    for number in range(networks):
        text = "\n".join(
            _network(
                number, range(number, kommuner, networks), range(number, schools, networks), people
            )
        )
        (data / "nettverk" / f"nett-{number}.yml").write_text(f"{text}\n", "utf-8")
    cycle = (data / "arshjul" / "2024-2025.yml").read_text("utf-8")
    for year in range(1910, 1910 + cycles):
        text = re.sub(r"\b2025\b", str(year + 1), re.sub(r"\b2024\b", str(year), cycle)).replace(
            f"kilde: rapport-{year}", "kilde: rapport"
        )
        (data / "arshjul" / f"{year}-{year + 1}.yml").write_text(
            text.replace("per: 2024", f"per: {year}"), "utf-8"
        )


def _append(file: Path, lines: Iterator[str]) -> None:
    with file.open("a", encoding="utf-8") as target:
        target.write("\n" + "\n".join(lines) + "\n")


def _kommuner(count: int) -> Iterator[str]:
    for number in range(count):
        yield (f'"{number + 1000}":\n  navn: Kommune {number}\n  kilde: rapport\n')


def _people(count: int) -> Iterator[str]:
    for number in range(count):
        yield (
            f"person-{number}:\n  navn: Person {in_letters(number)}\n  institusjon: uie\n  epost:"
            f" person.{number}@eksempel.no\n  per: 2024\n  kilde: rapport\n"
        )


def _terms(count: int) -> Iterator[str]:
    for number in range(count):
        yield (
            f"ord-{number}:\n  term: Ord {number}\n  kort: Det ord nummer {number} betyr.\n  se:\n "
            f"   - ord-{number // 2}\n  per: 2024\n  kilde: rapport\n"
        )


def _network(number: int, kommuner: range, schools: range, people: int) -> Iterator[str]:
    yield (
        f"id: nett-{number}\nnavn: Nettverk nummer {number}\nkortnavn: Nett {number}\nslag:"
        " regionalt\nkommuner:"
    )
    yield from (f'  - "{nr + 1000}"' for nr in kommuner)
    yield "friskoler:"
    yield from (f"  - id: skole-{school}\n    navn: Skole nummer {school}" for school in schools)
    yield (
        f"skoler:\n  offentlige: 9\n  private: {len(schools)}\n  kilde:"
        " rapport\nutviklingspartnere:"
    )
    yield from (
        f"  - person: person-{(number + turn) % people}\n    institusjon: uie\n    per: 2024\n   "
        " kilde: rapport"
        for turn in range(2)
    )
    yield f"representant:\n  person: person-{number}\n  per: 2024\n  kilde: rapport\nkilde: rapport"


if __name__ == "__main__":
    multiply(Path(sys.argv[1]))
