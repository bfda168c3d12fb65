"""`make serve`: the engine's own server, which never reads settings that were not judged, and which
no mistake of an editor ends.
"""

import io
import logging
from importlib import import_module
from pathlib import Path

from mkdocs.exceptions import Abort

from macros.reading.menu import NAME, read_menu
from macros.settings import ENGINE


class JudgedSettings:
    """mkdocs.yml as a file that the engine opens anew for every build: the text as it stands while
    it is sound, else the last one that was.
    """

    closed = False

    def __init__(self, root: Path):
        self.root, self.name = root, str(root / NAME)
        self._sound = (root / NAME).read_bytes()
        self._open = io.BytesIO(self._sound)

    def seek(self, _: int) -> int:
        """The engine does it first of all: here the file is judged."""
        try:
            raw = (self.root / NAME).read_bytes()
            menu = read_menu(self.root)
            if not menu.problems and raw == (self.root / NAME).read_bytes():
                self._sound = raw
        except OSError:
            pass  # half-way between two names: what was sound stands
        self._open = io.BytesIO(self._sound)
        return 0

    def read(self, size: int = -1) -> bytes:
        return self._open.read(size)


def serve(root: Path, address: str) -> int:
    """Serve until somebody breaks it off; the exit code."""
    logging.getLogger(ENGINE).setLevel(logging.INFO)
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(levelname)-8s-  %(message)s"))
    logging.getLogger(ENGINE).addHandler(handler)
    try:
        import_module(f"{ENGINE}.commands.serve").serve(
            config_file=JudgedSettings(root), strict=False, dev_addr=address
        )
    except Abort as error:
        print(error)
        return 1
    return 0
