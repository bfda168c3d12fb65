"""A built site as a server sends it: packed, with the headers of its `_headers`.

It remembers what it has sent.
"""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from fnmatch import fnmatch
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from told import rules

from macros.frame.headers import BRIEFLY
from macros.verbs.bygg import PACKED, SMALLEST_PACKED

# The path that was asked for, and the bytes of its answer, head and body.
Sent = tuple[str, int]
TYPES = {
    ".css": "text/css",
    ".html": "text/html",
    ".ics": "text/calendar",
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".vcf": "text/vcard",
    ".xml": "application/xml",
}


@contextmanager
def serving(site: Path) -> Iterator[tuple[str, list[Sent]]]:
    """The address of a built site, with a slash at the end, and what has been sent so far."""
    sent: list[Sent] = []
    told = rules(site) if (site / "_headers").exists() else {}
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, site, told, sent))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", sent
    finally:
        server.shutdown()
        server.server_close()


class Handler(SimpleHTTPRequestHandler):
    """Keeps connections open, as real servers do."""

    protocol_version = "HTTP/1.1"

    def __init__(self, site: Path, told: dict, sent: list[Sent], *arguments: object):
        self.site, self.told, self.sent = site, told, sent
        super().__init__(*arguments)

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """The file, a folder's page, or the page for wrong addresses."""
        path = self.path.partition("?")[0]
        file = self.site / (path + "index.html" if path.endswith("/") else path).lstrip("/")
        found = file.is_file() and self.site in file.resolve().parents
        body, packed = content(file if found else self.site / "404.html")
        self.send_response(200 if found else 404)
        for name, value in self._headers(file, path, packed).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self._headers_buffer.append(b"\r\n")
        head = b"".join(self._headers_buffer)
        self._headers_buffer = []
        self.sent.append((path, len(head) + len(body)))
        self.wfile.write(head + body)

    def _headers(self, file: Path, path: str, packed: bool) -> dict[str, str]:
        kind = TYPES.get(file.suffix, self.guess_type(file) if file.suffix else "text/html")
        headers = {
            "Content-Type": f"{kind}; charset=utf-8" if kind.startswith("text/") else kind,
            "Cache-Control": BRIEFLY,
        }
        if packed:
            headers |= {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
        for pattern, given in self.told.items():
            if fnmatch(path, pattern):
                headers |= given
        return headers


@cache
def content(file: Path) -> tuple[bytes, bool]:
    """What is sent, and whether it is packed: each file is packed once."""
    plain = file.read_bytes()
    worth = file.suffix in PACKED and len(plain) >= SMALLEST_PACKED
    return (gzip.compress(plain, 9, mtime=0) if worth else plain), worth
