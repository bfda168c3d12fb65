"""python -m bench: measure everything and print one table. The exit code is 1 when a promise is broken."""

import sys

from bench import calendars
from bench.measure import table

# Each has `rows()`, which yields measure.Row.
PARTS = (calendars,)

rows = [row for part in PARTS for row in part.rows()]
print(table(rows))
sys.exit(any(row.kept is False for row in rows))
