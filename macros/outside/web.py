"""Asking other machines, with patience and with limits.

The one module that opens a connection; urllib is enough for a GET.
"""

import http.client
import socket
import ssl
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from macros.settings import OSLO

# Seconds before the second, third and fourth attempt; for each silence; for a whole answer. And the
# largest answer, in bytes.
WAITS = (1, 4, 10)
SILENCE = 15
PATIENCE = 60
LARGEST = 20_000_000
AGENT = "kompetanseutvikling/1.0"
LOOPBACK = ("127.0.0.1", "localhost", "::1")
# What may pass by itself: too much to do, and trouble on the other side.
PASSING = (429, 500, 502, 503, 504)


class WebError(Exception):
    """No answer that one can use, in an editor's words."""


@dataclass(frozen=True)
class Answer:
    """What came back: the status may be any, the body is whole."""

    url: str
    status: int
    kind: str
    day: date | None
    body: bytes


class _SafeRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, req, fp, code, msg, headers, newurl):
        must_be_safe(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def must_be_safe(url: str) -> None:
    """Refuse what is no web address, and what others could read or change on the way; a server on
    this machine may do without https.
    """
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise WebError(
            f"«{url}» er ikke en nettadresse. Skriv hele adressen, som https://www.eksempel.no"
        )
    if parts.scheme == "http" and parts.hostname not in LOOPBACK:
        raise WebError(f"«{url}» er ikke sikker. Skriv https:// i stedet for http://")


def ask(
    url: str, accept: str = "*/*", agent: str = AGENT, waits: Sequence[float] = WAITS
) -> Answer:
    """The answer to a GET, tried again after each of `waits` when what went wrong may pass.

    Raises WebError when there is none.
    """
    must_be_safe(url)
    request = urllib.request.Request(url, headers={"Accept": accept, "User-Agent": agent})
    for wait in (*waits, None):
        try:
            answer = _once(request)
            if answer.status not in PASSING or wait is None:
                return answer
        except (OSError, http.client.HTTPException, ValueError) as error:
            if wait is None or not _may_pass(error):
                raise WebError(f"{url} {_why(error)}") from None
        time.sleep(wait)
    raise AssertionError("the last attempt answers or raises")


def _once(request: urllib.request.Request) -> Answer:
    opener = urllib.request.build_opener(_SafeRedirects)
    try:
        with opener.open(request, timeout=SILENCE) as response:
            return _answer(response)
    except urllib.error.HTTPError as error:
        with error:
            return _answer(error)


def _answer(response: http.client.HTTPResponse | urllib.error.HTTPError) -> Answer:
    headers, body = response.headers, b"".join(_pieces(response))
    if (length := headers.get("Content-Length", "")).isdigit() and len(body) != int(length):
        raise http.client.IncompleteRead(body, int(length) - len(body))
    return Answer(
        response.url,
        response.status,
        headers.get_content_type() if "Content-Type" in headers else "",
        _day(headers.get("Date", "")),
        body,
    )


def _pieces(response: http.client.HTTPResponse | urllib.error.HTTPError) -> Iterator[bytes]:
    end, size = time.monotonic() + PATIENCE, 0
    while piece := (
        response.read1(1 << 16) if hasattr(response, "read1") else response.read(1 << 16)
    ):
        size += len(piece)
        if size > LARGEST:
            raise WebError(
                f"{response.url} sendte mer enn {LARGEST // 1_000_000} MB. Det er ikke det vi"
                " spurte om"
            )
        if time.monotonic() > end:
            raise TimeoutError
        yield piece


def _day(header: str) -> date | None:
    """The server's own day, in Norway: when the answer was true."""
    try:
        return parsedate_to_datetime(header).astimezone(OSLO).date()
    except (TypeError, ValueError):
        return None


def _may_pass(error: Exception) -> bool:
    reason = getattr(error, "reason", error)
    return not isinstance(reason, ssl.SSLCertVerificationError) and not isinstance(
        reason, ValueError
    )


def _why(error: Exception) -> str:
    reason = getattr(error, "reason", error)
    if isinstance(reason, TimeoutError):
        return "svarte ikke i tide"
    if isinstance(reason, socket.gaierror):
        return "finnes ikke, eller nettet er nede"
    if isinstance(reason, ConnectionRefusedError):
        return "tar ikke imot: ingen tjeneste svarer der"
    if isinstance(reason, ssl.SSLError):
        return "har ikke et gyldig sertifikat"
    if isinstance(reason, http.client.IncompleteRead):
        return "brøt av midt i svaret"
    return "brøt forbindelsen uten å svare"


def sentence(error: Exception) -> str:
    """What went wrong, as a whole sentence."""
    return str(error) if str(error).endswith("?") else f"{error}."
