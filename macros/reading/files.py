"""The files of a project as bytes: plain files that lie in it, and no others."""

from pathlib import Path

from macros.model.types import RESERVED, slug
from macros.problems import Place, Problem


def content(root: Path, file: Path) -> bytes | None:
    """What a file holds; None for a folder, a pipe, what may not be read, and a link that leads out
    of the project.
    """
    try:
        return file.read_bytes() if file.is_file() and not leads_out(root, file) else None
    except OSError:
        return None


def leads_out(root: Path, file: Path) -> bool:
    """Whether a file lies elsewhere than it seems: what is on the building machine is nobody's
    business.
    """
    below = (file, *file.parents)[: len(file.parts) - len(root.parts)]
    try:
        return any(path.is_symlink() for path in below) and not file.resolve().is_relative_to(
            root.resolve()
        )
    except (OSError, RuntimeError):  # links that lead around in a circle
        return True


def badly_named(name: str) -> Problem | None:
    """That a file's name holds what nobody sees, or bytes that are no text: no page can have such
    an address.
    """
    if name.isprintable():
        return None
    return Problem(
        Place(name), "filnavnet har et usynlig tegn. Gi filen et nytt navn", "usynlig-tegn"
    )


def badly_addressed(name: str, path: str) -> Problem | None:
    """That a page would have an address which is hard to write, or a name that Windows can't
    make.
    """
    parts = path.removesuffix(".md").split("/")
    better = "/".join("README" if part == "README" else slug(part) for part in parts)
    if better != "/".join(parts):
        return Problem(
            Place(name),
            f"filnavnet blir adressen til siden. Skriv {better or 'ny-side'}.md: bare a–z, 0–9 og"
            " bindestrek",
            "id-form",
        )
    if bad := next((part for part in parts if RESERVED.fullmatch(part)), None):
        return Problem(
            Place(name),
            f"«{bad}» kan ikke være et filnavn på Windows. Skriv noe mer, som {bad}-1",
            "id-form",
        )
    return None


def locked(name: str) -> Problem:
    return Problem(
        Place(name),
        "filen kan ikke åpnes. Den må være en vanlig fil som alle kan lese",
        "fil-lukket",
    )
