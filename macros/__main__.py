"""The side door: python -m macros <verb>."""

import argparse
import sys
from pathlib import Path

from macros.exports.nytt_arshjul import draft, year_of
from macros.problems import DataError, report
from macros.reading.schemas import write_schemas
from macros.side_door import write_site
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


def nytt_arshjul(root: Path, arguments: argparse.Namespace) -> int:
    """lag et utkast til neste årshjul av det som pleide å skje; skriver aldri over noe"""
    year = year_of(arguments.syklus)
    if not year:
        print(f"«{arguments.syklus}» er ikke et skoleår. Skriv to år etter hverandre, som 2027-2028.", file=sys.stderr)
        return 1
    file = root / "data" / "arshjul" / f"{arguments.syklus}.yml"
    content = draft(Site.read(root).view.data, year)
    try:
        with file.open("x", encoding="utf-8", newline="\n") as target:
            target.write(content)
    except FileExistsError:
        print(f"data/arshjul/{file.name} finnes fra før og blir ikke rørt. Slett den først hvis du vil begynne på nytt.", file=sys.stderr)
        return 1
    print(f"Skrev data/arshjul/{file.name}. Fyll ut dato og skriv status: vedtatt etter hvert som noe blir vedtatt.")
    return 0


VERBS = (sjekk, skriv, skjema, nytt_arshjul)


def main(arguments: list[str] | None = None) -> int:
    """Run one verb in the current folder; the exit code is 1 when the data are wrong."""
    parser = argparse.ArgumentParser(prog="python -m macros", description="Verktøyene bak nettstedet")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="verb")
    for verb in VERBS:
        sub = verbs.add_parser(verb.__name__.replace("_", "-"), help=verb.__doc__)
        sub.set_defaults(run=verb)
        if verb is skriv:
            sub.add_argument("mappe", type=Path, help="mappen å skrive til; den kan ikke ha noe i seg")
        if verb is nytt_arshjul:
            sub.add_argument("syklus", help="skoleåret, som 2027-2028")
    chosen = parser.parse_args(arguments)
    try:
        return chosen.run(Path.cwd(), chosen)
    except DataError as error:
        print(report(error.problems), file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
