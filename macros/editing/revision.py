"""The project as it was at a revision, from git."""

import io
import subprocess
import tarfile
from pathlib import Path

from macros.settings import git

SITE_PARTS = ("data", "docs", "mkdocs.yml")


class NoRevision(Exception):
    """Git knows no such revision, says nothing in time, or there is no git."""


def checkout(root: Path, revision: str, folder: Path) -> None:
    """Put data/, docs/ and mkdocs.yml of a revision into `folder`.

    Git is given a commit's own id, never the text from outside.
    """
    commit = (
        _git_bytes(
            root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
        )
        .decode()
        .strip()
    )
    present = [
        part
        for part in SITE_PARTS
        if _git_bytes(root, "ls-tree", "--name-only", commit, "--", part)
    ]
    if present:
        archive = _git_bytes(root, "archive", "--format=tar", commit, "--", *present)
        with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
            tar.extractall(folder, filter="data")


def _git_bytes(root: Path, *arguments: str) -> bytes:
    try:
        answer = git(root, *arguments)
    except OSError:
        raise NoRevision("Git er ikke installert.") from None
    except subprocess.TimeoutExpired:
        raise NoRevision("Git svarte ikke i tide. Prøv igjen.") from None
    if answer is None:
        raise NoRevision(
            "Fant ikke revisjonen i git-historikken. Skriv for eksempel main, HEAD~1 eller"
            " begynnelsen på en commit."
        )
    return answer
