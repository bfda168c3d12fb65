"""A real Firefox for the tests, spoken to by the protocol that it has built in: Marionette."""

import base64
import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PROGRAM = shutil.which("firefox-esr") or shutil.which("firefox")


class Firefox:
    """One window; `call` is a command of WebDriver, the rest are those that tests need."""

    def __init__(self, port: int):
        self.wire = socket.create_connection(("127.0.0.1", port), timeout=60)
        self._read()  # its greeting
        self.call("WebDriver:NewSession")

    def call(self, command: str, **given: object) -> Any:
        message = json.dumps([0, 1, command, given]).encode()
        self.wire.sendall(b"%d:%b" % (len(message), message))
        _, _, error, result = self._read()
        assert error is None, error
        return result.get("value") if isinstance(result, dict) else result

    def _read(self) -> Any:
        length = b""
        while (char := self.wire.recv(1)) != b":":
            assert char, "Firefox har lagt på"
            length += char
        body = b""
        while len(body) < int(length):
            body += self.wire.recv(int(length) - len(body))
        return json.loads(body)

    def open(self, address: str, width: int = 1280) -> None:
        self.call("WebDriver:SetWindowRect", width=width, height=900)
        self.call("WebDriver:Navigate", url=address)

    def ask(self, script: str) -> Any:
        """The value of an expression on the page."""
        return self.call("WebDriver:ExecuteScript", script=f"return {script}", args=[])

    def wait(self, script: str) -> None:
        """Until an expression on the page holds."""
        for _ in range(200):
            if self.ask(script):
                return
            time.sleep(0.05)
        raise AssertionError(script)

    def find(self, selector: str) -> str:
        found = self.call("WebDriver:FindElement", using="css selector", value=selector)
        return next(iter(found.values()))

    def click(self, selector: str) -> None:
        self.call("WebDriver:ElementClick", id=self.find(selector))

    def type(self, selector: str, text: str) -> None:
        self.call("WebDriver:ElementSendKeys", id=self.find(selector), text=text)

    def pdf(self) -> bytes:
        """The page on A4."""
        sheet = {"width": 21.0, "height": 29.7}
        return base64.b64decode(self.call("WebDriver:Print", page=sheet, background=False))


@contextmanager
def started() -> Iterator[Firefox]:
    """A Firefox without a window, with a profile of its own."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        (Path(profile) / "user.js").write_text('user_pref("marionette.port", 0);\n')
        process = subprocess.Popen(
            [PROGRAM, "--headless", "--marionette", "--no-remote", "--profile", profile],
            env=os.environ | {"HOME": profile},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            yield Firefox(_port(process, Path(profile) / "MarionetteActivePort"))
        finally:
            process.terminate()
            process.wait(30)


def _port(process: subprocess.Popen[bytes], told: Path) -> int:
    for _ in range(1200):
        assert process.poll() is None, "Firefox startet ikke"
        if told.exists() and (port := told.read_text()):
            return int(port)
        time.sleep(0.05)
    raise AssertionError("Firefox svarer ikke")
