"""The side door: python -m macros <verb>."""

import gc
import os
import sys
from argparse import ArgumentParser
from importlib import import_module
from pathlib import Path

from macros.problems import DataError, as_text
from macros.settings import WrongSetting

VERBS = Path(__file__).parent / "verbs"


def verbs() -> list[str]:
    """The names of all verbs, as one types them."""
    return sorted(
        file.stem.replace("_", "-") for file in VERBS.glob("*.py") if not file.stem.startswith("_")
    )


def main(arguments: list[str] | None = None) -> int:
    """Run one verb in the current folder; the exit code is 1 when the data are wrong."""
    given = sys.argv[1:] if arguments is None else arguments
    parser = ArgumentParser(prog="python -m macros", description="Verktøyene bak nettstedet")
    choices = parser.add_subparsers(required=True, metavar="verb")
    names = verbs()
    # Only the verb that is asked for is imported: `sjekk` must be quick.
    for name in given[:1] if given[:1] and given[0] in names else names:
        verb = import_module(f"macros.verbs.{name.replace('-', '_')}")
        sub = choices.add_parser(name, help=verb.run.__doc__, description=verb.run.__doc__)
        sub.set_defaults(run=verb.run)
        if hasattr(verb, "add_arguments"):
            verb.add_arguments(sub)
        if not given:
            print(f"{name:<18}{verb.run.__doc__}")
    if not given:
        return 2
    chosen = parser.parse_args(given)
    try:
        return chosen.run(Path.cwd(), chosen)
    except DataError as error:
        print(as_text(error.problems), file=sys.stderr)
    except WrongSetting as error:
        print(error, file=sys.stderr)
    return 1


def run() -> int:
    """The same in a terminal, where somebody may break it off, or have read enough, and where some
    letters may be missing.
    """
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")
    try:
        code = main()
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        print("Avbrutt.", file=sys.stderr)
        return 130
    except ImportError as error:
        if not error.name or error.name.partition(".")[0] == "macros":
            raise
        print(
            f"Pakken «{error.name}» mangler eller er ødelagt. Kjør «make clean», og så det samme"
            " igjen.",
            file=sys.stderr,
        )
        return 1
    except BrokenPipeError:
        os.dup2(
            os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno()
        )  # what is left to write goes nowhere
        return 141


if __name__ == "__main__":
    gc.disable()  # a verb ends within seconds: looking for garbage is a twelfth of `sjekk`
    sys.exit(run())
