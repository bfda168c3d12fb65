"""The files beside the pages in docs/: they are published as they lie there, so only kinds that can
do no harm may, and each must be what its name says.
"""

import re
from pathlib import PurePosixPath

from macros.model.types import slug
from macros.problems import Place, Problem
from macros.reading.pdf import refusal

# Far beyond a picture that a page needs, far below one straight from a camera.
LARGEST_PICTURE = 1_000_000
LARGEST_PDF = 10_000_000
# Ending → how such a file begins.
HEADS = {
    ".png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    ".jpg": re.compile(rb"\xff\xd8\xff"),
    ".jpeg": re.compile(rb"\xff\xd8\xff"),
    ".gif": re.compile(rb"GIF8[79]a"),
    ".webp": re.compile(rb"RIFF....WEBP", re.DOTALL),
    ".pdf": re.compile(rb"%PDF-"),
}
PICTURE_KINDS = ", ".join([*(ending for ending in HEADS if ending != ".jpeg"), ".svg"])
OFFICE = {
    *(".doc", ".docx", ".docm", ".dotx", ".xls", ".xlsx", ".xlsm", ".ppt", ".pptx", ".rtf"),
    *(".odt", ".ods", ".odp", ".pages", ".numbers", ".key"),
}
PAGE_LIKE = {".html", ".htm", ".xhtml", ".shtml", ".xml", ".mht"}
# More than a screen or a sheet of paper can show.
MOST_PIXELS = 4000
# The marks in a JPG that say its size.
FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
# The looks and the scripts of the program; a new script is a change of the program too.
LOOKS = re.compile(r"assets/[a-z-]+\.css")
SCRIPTS = re.compile(
    r"assets/(?:arshjul|finn|fold|kart|kopier|nettsted|rediger|rediger-felt|skjema|skjema-docx|sok"
    r"|tabell)\.js"
)
MADE_ASSET = "assets/arshjul-filter.css"
# What data makes of the kinds that may lie here.
MADE = re.compile(rf"{re.escape(MADE_ASSET)}|arshjul/[^/]+/hjul-[^/]+\.svg")
# A drawing: shapes and their looks, and links within it alone.
DRAWN = re.compile(
    r"<\?xml[^<>?]*\?>|<!--(?:(?!--)[^<>])*-->"
    r"|</?(?:svg|g|defs|title|desc|path|rect|circle|ellipse|line|polyline|polygon|text|tspan"
    r"|use|symbol|clipPath|mask|pattern|linearGradient|radialGradient|stop|metadata)"
    r"(?:\s+[\w:-]+\s*=\s*(?:\"[^\"<>&]*\"|'[^'<>&]*'))*\s*/?>"
)
MOVING = re.compile(
    r"\son\w+\s*=|href\s*=\s*[\"'](?!#)|url\(\s*[\"']?(?!#)|javascript:|data:", re.I
)


def judge_asset(name: str, path: str, raw: bytes) -> Problem | None:
    """What is wrong with a file at `path` below docs/, or nothing."""
    if MADE.fullmatch(path):
        return Problem(
            Place(name),
            "filen lages av data og kan ikke ligge her også. Slett eller flytt den",
            "fil-dobbelt",
        )
    message = _badly_named_asset(path) or _kind(path, raw)
    return Problem(Place(name), message, "fil-slag") if message else None


def _badly_named_asset(path: str) -> str:
    if re.fullmatch(r"[A-Za-z0-9_-][A-Za-z0-9._-]*(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*)*", path):
        return ""
    file = PurePosixPath(path)
    return (
        "filnavnet har mellomrom eller tegn som ikke går i en adresse. Gi filen navnet"
        f" {slug(file.stem) or 'bilde'}{file.suffix.lower()}"
    )


def _kind(path: str, raw: bytes) -> str:
    ending = PurePosixPath(path).suffix.lower()
    if ending == ".svg":
        return _drawing(raw)
    if ending in HEADS:
        return _picture(ending, raw)
    if LOOKS.fullmatch(path) or SCRIPTS.fullmatch(path):
        return ""
    if ending in OFFICE:
        return (
            f"filer fra Office ({ending}) publiseres ikke. Lagre den som PDF, eller skriv innholdet"
            " på en side"
        )
    if ending in PAGE_LIKE:
        return f"{ending} publiseres ikke. Skriv siden i Markdown, i en fil som ender på .md"
    if ending in (".js", ".mjs", ".css", ".wasm"):
        return (
            f"{ending} er en del av programmet, og kan ikke legges her. Slett filen, eller be den"
            " som vedlikeholder programmet, om hjelp"
        )
    return f"slike filer publiseres ikke. I docs/ kan det ligge sider (.md) og {PICTURE_KINDS}"


def _picture(ending: str, raw: bytes) -> str:
    """What is wrong with a picture or a PDF, or nothing."""
    most = LARGEST_PDF if ending == ".pdf" else LARGEST_PICTURE
    if len(raw) > most:
        return (
            f"filen er for stor ({len(raw) // 1000} kB). Gjør den mindre: høyst {most // 1000} kB"
        )
    size = SIZES[ending](raw) if HEADS[ending].match(raw) else None
    if size is None:
        return f"filen er ikke det navnet sier ({ending}). Lagre den på nytt i det formatet"
    if ending == ".pdf" and (message := refusal(raw)):
        return message
    if max(size) > MOST_PIXELS:
        return (
            f"bildet er for stort ({size[0]} × {size[1]} punkter). Gjør det mindre: høyst"
            f" {MOST_PIXELS} på hver led"
        )
    return ""


def _little(raw: bytes, at: int, length: int) -> int:
    return int.from_bytes(raw[at : at + length], "little")


# Width and height of each kind, or nothing where the file is cut short, or has more behind its end:
# a page of HTML, for one.
def _png(raw: bytes) -> tuple[int, int] | None:
    at, kinds = 8, []
    while at < len(raw):
        kinds.append(raw[at + 4 : at + 8])
        at += 12 + int.from_bytes(raw[at : at + 4], "big")
        if kinds[-1] == b"IEND":
            break
    whole = kinds[:1] == [b"IHDR"] and b"IDAT" in kinds and kinds[-1] == b"IEND"
    size = int.from_bytes(raw[16:20], "big"), int.from_bytes(raw[20:24], "big")
    return size if whole and at == len(raw) else None


def _jpg(raw: bytes) -> tuple[int, int] | None:
    at, size = 2, None
    while raw[at : at + 1] == b"\xff" and raw[at + 1 : at + 2] != b"\xda":
        if raw[at + 1 : at + 2] and raw[at + 1] in FRAMES:
            size = (
                int.from_bytes(raw[at + 7 : at + 9], "big"),
                int.from_bytes(raw[at + 5 : at + 7], "big"),
            )
        at += 2 + int.from_bytes(raw[at + 2 : at + 4], "big")
    return size if 0 <= raw.find(b"\xff\xd9", at) == len(raw) - 2 else None


def _gif(raw: bytes) -> tuple[int, int] | None:
    at, pictures = 13 + _palette(raw, 10), 0
    while (kind := raw[at : at + 1]) in (b"\x21", b"\x2c"):
        pictures += kind == b"\x2c"
        at += 2 if kind == b"\x21" else 11 + _palette(raw, at + 9)
        while size := _little(raw, at, 1):
            at += size + 1
        at += 1
    whole = pictures and raw[at:] == b"\x3b"
    return (_little(raw, 6, 2), _little(raw, 8, 2)) if whole else None


def _palette(raw: bytes, at: int) -> int:
    """The length of the table of colours that follows the flags at `at`."""
    flags = _little(raw, at, 1)
    return 6 << (flags & 7) if flags & 0x80 else 0


def _webp(raw: bytes) -> tuple[int, int] | None:
    if len(raw) < 30 or len(raw) != _little(raw, 4, 4) + 8:
        return None
    if raw[12:16] == b"VP8X":
        return _little(raw, 24, 3) + 1, _little(raw, 27, 3) + 1
    if raw[12:16] == b"VP8L":
        return _little(raw, 21, 4) % 2**14 + 1, _little(raw, 21, 4) // 2**14 % 2**14 + 1
    return _little(raw, 26, 2) % 2**14, _little(raw, 28, 2) % 2**14


def _pdf(raw: bytes) -> tuple[int, int] | None:
    return (0, 0) if b"%%EOF" in raw[-1024:] else None


SIZES = {
    ".png": _png,
    ".jpg": _jpg,
    ".jpeg": _jpg,
    ".gif": _gif,
    ".webp": _webp,
    ".pdf": _pdf,
}


def _drawing(raw: bytes) -> str:
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return "tegningen er ikke lagret som UTF-8. Lagre den på nytt, eller som .png"
    if len(raw) > LARGEST_PICTURE:
        return f"filen er for stor ({len(raw) // 1000} kB). Lagre tegningen som .png eller .webp"
    rest = DRAWN.sub("", text)
    if "<" in rest or "&" in rest or MOVING.search(text) or not re.search(r"<svg[\s>]", text):
        return (
            "tegningen har noe som kan kjøre, stil eller noe fra andre nettsteder. Lagre den som"
            " .png eller .webp"
        )
    return ""
