"""What a PDF may do by itself when it is opened."""

import re
import zlib

ACTIVE = re.compile(
    rb"/(?:JavaScript|OpenAction|Launch|EmbeddedFile|RichMedia)\b|/AA\s*(?:<<|\d+ \d+ R)"
)
ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
OBJECT = re.compile(rb"\d+\s+\d+\s+obj\b")
STREAM = re.compile(rb"stream\r?\n")
# The one way of packing objects that is read here, and that programs use.
DEFLATED = re.compile(rb"/Filter\s*(?:/FlateDecode|\[\s*/FlateDecode\s*\])")
MOST_UNDEFLATED = 20_000_000


def refusal(raw: bytes) -> str:
    """Why a PDF is not published, or nothing. Objects may lie packed within it; what can't be read
    may hold anything.
    """
    plain = _spelled(raw)
    if b"/Encrypt" in plain:
        return "filen er låst eller kryptert. Lagre den på nytt uten passord (som PDF/A)"
    packed = [_unpacked(part) for part in raw.split(b"endstream")[:-1]]
    if None in packed:
        return "filen kan ikke leses helt. Lagre den på nytt (som PDF/A)"
    if any(ACTIVE.search(part) for part in (plain, *packed)):
        return "filen har noe som kjører når den åpnes. Lagre den på nytt uten (som PDF/A)"
    return ""


def _spelled(raw: bytes) -> bytes:
    """Any letter of a name may be written as its number."""
    return ESCAPED.sub(lambda it: bytes([int(it[1], 16)]), raw)


def _unpacked(part: bytes) -> bytes | None:
    """The objects that a stream holds; nothing for another stream, None where nobody can tell."""
    begin = STREAM.search(part)
    head = _spelled(OBJECT.split(part[: begin.start()])[-1]) if begin else b""
    if not re.search(rb"/(?:First|ObjStm)\b", head) or b"/Filter" not in head:
        return b""
    if not DEFLATED.search(head) or b"/DecodeParms" in head:
        return None
    try:
        reader = zlib.decompressobj()
        content = reader.decompress(part[begin.end() :], MOST_UNDEFLATED)
    except zlib.error:
        return None
    return None if reader.unconsumed_tail else _spelled(content)
