"""How fast the heavy parts are, each beside a reference measured in the same run: `make bench`."""

import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
# The made-up counties, the browser and nginx are the tests' own.
sys.path += [str(ROOT / "tests"), str(ROOT / "tests" / "support")]
