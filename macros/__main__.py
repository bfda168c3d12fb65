"""The side door: python -m macros <verb>."""

import argparse
import gc
import os
import sys
from importlib import import_module
from pathlib import Path

from macros.problems import DataError, report
from macros.settings import WrongSetting

# No plugin is used, and looking for some is a tenth of `sjekk`.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

# Each verb and the module that it is in, imported only when it is asked for: `sjekk` must be quick.
VERBS = {
    "sjekk": "checking",
    "bygg": "building",
    "skriv": "making",
    "skjema": "making",
    "nytt-arshjul": "making",
    "endre": "verbs",
    "forskjell": "verbs",
    "foreldet": "verbs",
    "skoler": "outreach",
    "hent-kalendere": "outreach",
    "prov-nettstedet": "outreach",
}


def main(arguments: list[str] | None = None) -> int:
    """Run one verb in the current folder; the exit code is 1 when the data are wrong."""
    given = sys.argv[1:] if arguments is None else arguments
    parser = argparse.ArgumentParser(
        prog="python -m macros", description="Verktøyene bak nettstedet"
    )
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="verb")
    for name in given[:1] if given[:1] and given[0] in VERBS else VERBS:
        module = import_module(f"macros.{VERBS[name]}")
        verb = getattr(module, name.replace("-", "_"))
        sub = verbs.add_parser(name, help=verb.__doc__, description=verb.__doc__)
        sub.set_defaults(run=verb)
        for argument, options in module.ARGUMENTS.get(verb, ()):
            sub.add_argument(argument, **options)
    chosen = parser.parse_args(given)
    try:
        return chosen.run(Path.cwd(), chosen)
    except DataError as error:
        print(report(error.problems), file=sys.stderr)
    except WrongSetting as error:
        print(error, file=sys.stderr)
    return 1


def run() -> int:
    """The same in a terminal, where somebody may break it off, or have read enough."""
    try:
        code = main()
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        print("Avbrutt.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        os.dup2(
            os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno()
        )  # what is left to write goes nowhere
        return 141


if __name__ == "__main__":
    gc.disable()  # a verb ends within seconds: looking for garbage is another tenth
    sys.exit(run())
