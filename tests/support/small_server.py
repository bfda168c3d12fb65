"""A server on this machine that answers as a test tells it to, and remembers what it was asked."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

JSON, HTML, ICS = (
    "application/json; charset=utf-8",
    "text/html; charset=utf-8",
    "text/calendar; charset=utf-8",
)


@dataclass(frozen=True)
class Reply:
    """What to send: `short` promises that many bytes more than there are."""

    body: bytes = b""
    kind: str = JSON
    status: int = 200
    short: int = 0
    to: str = ""
    day: str = "Tue, 01 Dec 2026 23:30:00 GMT"


@dataclass
class Server:
    """Its address, the answers by path (a list is used up from the front, its last one stays), and
    what was asked. `past_caches`: the queries of those who asked for no copy.
    """

    address: str = ""
    replies: dict[str, Reply | list[Reply] | Callable[[], Reply]] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    past_caches: list[str] = field(default_factory=list)

    def reply(self, path: str) -> Reply:
        found = self.replies.get(path, Reply(b"{}", status=404))
        if isinstance(found, list):
            return found.pop(0) if len(found) > 1 else found[0]
        return found() if callable(found) else found

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


@contextmanager
def serving() -> Iterator[Server]:
    """Such a server, until the block ends."""
    told = Server()

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Say nothing."""

        def date_time_string(self, timestamp: float | None = None) -> str:
            return self.day

        def do_GET(self) -> None:
            path, _, past = self.path.partition("?hent=")
            told.asked.append((path, self.headers["User-Agent"]))
            if past and self.headers["Cache-Control"] == "no-cache":
                told.past_caches.append(past)
            reply = told.reply(path)
            self.day = reply.day
            self.send_response(reply.status)
            for name, value in (("Content-Type", reply.kind), ("Location", reply.to)):
                if value:
                    self.send_header(name, value)
            self.send_header("Content-Length", str(len(reply.body) + reply.short))
            self.end_headers()
            self.wfile.write(reply.body)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    told.address = f"http://127.0.0.1:{server.server_port}"
    Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield told
    server.shutdown()
    server.server_close()
