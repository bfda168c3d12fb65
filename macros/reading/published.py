"""The calendars that are live now, fetched before the build: a folder with all of them, and the
list of them.
"""

from collections.abc import Mapping
from pathlib import Path

from macros.problems import DataError, Place, Problem


def read_published(path: Path | None) -> Mapping[str, bytes]:
    """File name → bytes of what `KALENDER_FORRIGE` points at.

    Nothing when it is unset; a path that leads nowhere is an error.
    """
    if path is None:
        return {}
    why = "ingen .ics-filer i mappen"
    try:
        found = {
            file.name: file.read_bytes()
            for file in sorted(path.iterdir())
            if file.suffix in (".ics", ".json")
        }
    except NotADirectoryError:
        found, why = {}, "det skal være hele mappen, ikke én fil"
    except FileNotFoundError:
        found, why = {}, "den finnes ikke"
    except OSError:
        found, why = {}, "ingen har lov til å lese den"
    if found:
        return found
    problem = Problem(
        Place("KALENDER_FORRIGE"),
        f"«{path}» kan ikke leses ({why}). Hent kalenderne som ligger ute, eller la"
        " KALENDER_FORRIGE være tom før første publisering",
        "forrige-kalender",
    )
    raise DataError([problem])
