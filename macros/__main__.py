"""The side door: python -m macros <verb>."""

import argparse
import sys
from pathlib import Path

from macros.problems import DataError, report
from macros.side_door import write_schemas, write_site
from macros.site import Site, judge


def sjekk(root: Path, _: argparse.Namespace) -> int:
    """døm dataene; alle feil på én gang, med fil og linje"""
    problems = judge(root)
    print(report(problems))
    return int(any(not problem.hint for problem in problems))


def skriv(root: Path, arguments: argparse.Namespace) -> int:
    """skriv alle sider og filer til en mappe, ferdig utfylt, for motorer uten kroker"""
    write_site(Site.read(root), arguments.mappe)
    return 0


def skjema(root: Path, _: argparse.Namespace) -> int:
    """lag JSON-skjemaene i data/schema/ på nytt fra modellene"""
    write_schemas(root / "data" / "schema")
    return 0


VERBS = (sjekk, skriv, skjema)


def main(arguments: list[str] | None = None) -> int:
    """Run one verb in the current folder; the exit code is 1 when the data are wrong."""
    parser = argparse.ArgumentParser(prog="python -m macros", description="Verktøyene bak nettstedet")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="verb")
    for verb in VERBS:
        sub = verbs.add_parser(verb.__name__.replace("_", "-"), help=verb.__doc__)
        sub.set_defaults(run=verb)
        if verb is skriv:
            sub.add_argument("mappe", type=Path, help="mappen å skrive til; den kan ikke ha noe i seg")
    chosen = parser.parse_args(arguments)
    try:
        return chosen.run(Path.cwd(), chosen)
    except DataError as error:
        print(report(error.problems), file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
