"""The least that is a whole picture of a kind."""

import struct


def png(width: int = 1, height: int = 1) -> bytes:
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)),
        (b"IDAT", b"x"),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + bytes(4) for kind, body in parts
    )


def jpg(width: int = 1, height: int = 1, frame: int = 0xC0) -> bytes:
    size = struct.pack(">BHH", 8, height, width)
    thumbnail = b"Exif\xff\xd8\xff\xd9"
    # What is marked nearly as a frame, and says no size.
    tables = b"".join(b"\xff%c\0\7xzzzz" % mark for mark in (0xC4, 0xC8, 0xCC, 0xD0))
    return (
        b"\xff\xd8\xff\xe1\0\x0a%b\xff%c\0\7%b%b" % (thumbnail, frame, size, tables)
        + b"\xff\xda\0\2x\xff\xd9"
    )


def webp(kind: bytes, head: bytes) -> bytes:
    body = b"WEBP" + kind + struct.pack("<I", len(head)) + head.ljust(16, b"x")
    return b"RIFF" + struct.pack("<I", len(body)) + body


def gif(width: int = 1, height: int = 1, palette: bytes = bytes(6)) -> bytes:
    words = b"\x21\xfe\2hi\0"
    picture = b"\x2c" + bytes(8) + b"\x81" + bytes(12) + b"\2\2L\1\0"
    return (
        b"GIF89a"
        + struct.pack("<HH", width, height)
        + (b"\x80\0\0" if palette else bytes(3))
        + palette
        + words
        + picture
        + b";"
    )
