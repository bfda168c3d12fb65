"""What a built site tells the servers that carry it: its `_headers` file, read back."""

from collections.abc import Mapping
from pathlib import Path


def rules(site: Path) -> Mapping[str, Mapping[str, str]]:
    """Path pattern → the headers of its answers."""
    found: dict[str, dict[str, str]] = {}
    path = ""
    for line in (site / "_headers").read_text("utf-8").splitlines():
        if line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            found[path][name] = value
        elif line:
            path = line
            found[path] = {}
    return found
