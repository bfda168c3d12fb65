"""python -m bench [part …]: measure everything, or some parts, and print one table.

The exit code is 1 when a promise is broken.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import builds, calendars, judging, keys, lighthouse, load, serving, wire
from bench.measure import Row, table
from bench.workshop import Workshop

# Each has `rows(workshop)`, which yields measure.Row.
PARTS = (builds, judging, serving, calendars, wire, keys, load, lighthouse)


def main(wanted: list[str]) -> int:
    """All parts, or those that are named; each says on stderr that its turn has come, since some
    take minutes.
    """
    rows: list[Row] = []
    with TemporaryDirectory() as folder:
        workshop = Workshop(Path(folder))
        for part in PARTS:
            name = part.__name__.removeprefix("bench.")
            if not wanted or name in wanted:
                print(f"{name} …", file=sys.stderr)
                rows.extend(part.rows(workshop))
    print(table(rows))
    return int(any(row.kept is False for row in rows))


sys.exit(main(sys.argv[1:]))
