"""Style sheets and scripts under names that carry a hash of what they hold, so that browsers may
keep them for ever; without comments, which are for those who read the repository.
"""

import hashlib
import re
from collections.abc import Mapping

# A module that a script of the same folder is made of.
IMPORT = re.compile(r"""(?:(?<=from "\./)|(?<=import\("\./))[\w.-]+(?=")""")
# A line that is a comment; any comment of a sheet.
COMMENTS = {"js": re.compile(r"^\s*//.*\n", re.M), "css": re.compile(r"/\*.*?\*/\n?", re.S)}


def hashed(files: Mapping[str, bytes]) -> dict[str, tuple[str, bytes]]:
    """Name → the name with the hash, and the content, in which imports of other files here have
    their new names.
    """
    done: dict[str, tuple[str, bytes]] = {}
    for name in files:
        _add_file(name, files, done)
    return done


def _add_file(name: str, files: Mapping[str, bytes], done: dict[str, tuple[str, bytes]]) -> None:
    folder, slash, _ = name.rpartition("/")

    def renamed(found: re.Match[str]) -> str:
        other = f"{folder}{slash}{found[0]}"
        if other in files and other not in done:
            _add_file(other, files, done)
        return done[other][0].rpartition("/")[2] if other in done else found[0]

    stem, _, ending = name.rpartition(".")
    content = COMMENTS[ending].sub("", files[name].decode())
    content = (IMPORT.sub(renamed, content) if ending == "js" else content).encode()
    done[name] = f"{stem}.{hashlib.sha256(content).hexdigest()[:8]}.{ending}", content
