"""Asking other machines, with patience and with limits. The one module that opens a connection."""

import secrets
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from email.message import Message
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3 import Retry
from urllib3.exceptions import (
    HTTPError,
    NameResolutionError,
    NewConnectionError,
    ProtocolError,
    TimeoutError,
)

from macros.settings import OSLO

# Seconds for each silence, and for a whole answer; attempts at a body that breaks off; and the
# largest answer, in bytes.
SILENCE = 15
PATIENCE = 60
ATTEMPTS = 2
LARGEST = 20_000_000
# What may pass by itself is tried again after 0, 4 and 8 seconds: no answer, too much to do, and
# trouble on the other side. What else is wrong (`other`: a certificate) does not pass.
RETRIES = Retry(
    3,
    other=0,
    backoff_factor=2,
    status_forcelist=(429, 500, 502, 503, 504),
    raise_on_status=False,
    respect_retry_after_header=False,
)
AGENT = "kompetanseutvikling/1.0"
# What lies between may keep copies: those that ask for what is live now say so.
FRESH = {"Cache-Control": "no-cache"}
LOOPBACK = ("127.0.0.1", "localhost", "::1")


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


class _Session(requests.Session):
    """Asks safe addresses only, those that it is sent on to as well, and shows nobody a
    password.
    """

    def __init__(self) -> None:
        super().__init__()
        self.auth = lambda request: request
        self.mount("https://", HTTPAdapter(max_retries=RETRIES))
        self.mount("http://", HTTPAdapter(max_retries=RETRIES))

    def get_adapter(self, url: str) -> HTTPAdapter:
        must_be_safe(url)
        return super().get_adapter(url)


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


def ask(url: str, accept: str = "*/*", agent: str = AGENT, fresh: bool = False) -> Answer:
    """The answer to a GET, tried again when what went wrong may pass.

    `fresh`: past all copies, at an address that nothing on the way has seen. Raises WebError when
    there is none.
    """
    must_be_safe(url)
    sent = f"{url}?hent={secrets.token_hex(8)}" if fresh else url
    headers = {"Accept": accept, "User-Agent": agent} | (FRESH if fresh else {})
    for last in (*[False] * (ATTEMPTS - 1), True):
        try:
            with (
                _Session() as session,
                session.get(sent, headers=headers, timeout=SILENCE, stream=True) as response,
            ):
                return _answer(response)
        except ProtocolError:
            if last:
                raise WebError(f"{url} brøt av midt i svaret") from None
        except (requests.RequestException, HTTPError) as error:
            raise WebError(f"{url} {_why(error)}") from None
    raise AssertionError("the last attempt answers or raises")


def _answer(response: requests.Response) -> Answer:
    body, kind = b"".join(_pieces(response)), Message()
    kind["Content-Type"] = response.headers.get("Content-Type", "")
    return Answer(
        response.url,
        response.status_code,
        kind.get_content_type() if kind["Content-Type"] else "",
        _header_day(response.headers.get("Date", "")),
        body,
    )


def _pieces(response: requests.Response) -> Iterator[bytes]:
    end, size = time.monotonic() + PATIENCE, 0
    while piece := response.raw.read1(1 << 16, decode_content=True):
        size += len(piece)
        if size > LARGEST:
            raise WebError(
                f"{response.url} sendte mer enn {LARGEST // 1_000_000} MB. Det er ikke det vi"
                " spurte om"
            )
        if time.monotonic() > end:
            raise requests.Timeout
        yield piece


def _header_day(header: str) -> date | None:
    """The server's own day, in Norway: when the answer was true."""
    try:
        return parsedate_to_datetime(header).astimezone(OSLO).date()
    except (TypeError, ValueError):
        return None


def _why(error: Exception) -> str:
    """requests wraps what urllib3 gave up on, which has the last reason in it."""
    reason = getattr(error.args[0] if error.args else None, "reason", error)
    if isinstance(reason, NameResolutionError):
        return "finnes ikke, eller nettet er nede"
    if isinstance(reason, NewConnectionError):
        return "tar ikke imot: ingen tjeneste svarer der"
    if isinstance(reason, requests.Timeout | TimeoutError):
        return "svarte ikke i tide"
    if isinstance(error, requests.exceptions.SSLError):
        return "har ikke et gyldig sertifikat"
    return "brøt forbindelsen uten å svare"


def as_sentence(error: Exception) -> str:
    """What went wrong, as a whole sentence."""
    return str(error) if str(error).endswith("?") else f"{error}."
