"""nginx with deploy/nginx.conf, filled in as an operator would, on ports of its own."""

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

TESTS = Path(__file__).parents[1]
CONF = (TESTS.parent / "deploy" / "nginx.conf").read_text("utf-8")
NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
HOST = "www.example.org"
MISSING = (
    "deploy/nginx.conf er IKKE prøvd: nginx eller openssl er ikke installert (Debian: apt-get"
    " install nginx openssl)"
)
# Started by root, its workers would be somebody who may not enter the folders of tests.
MAIN = (
    "user root; " if os.geteuid() == 0 else ""
) + "pid {0}/pid; error_log {0}/error.log; events {{}}\nhttp {{ access_log off;\n{1}\n}}"


def is_here() -> bool:
    """Whether there is an nginx to try; CI says that there must be."""
    found = bool(NGINX and shutil.which("openssl"))
    assert found or not os.environ.get("KREVER_NGINX"), MISSING
    return found


@contextmanager
def serving(site: Path, folder: Path) -> Iterator[tuple[int, int]]:
    """Serve a built site; the ports for http and https. `folder` gets what nginx needs."""
    ports = _free_port(), _free_port()
    subprocess.run(
        [
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-days",
            "1",
            "-subj",
            f"/CN={HOST}",
            "-keyout",
            folder / "privkey.pem",
            "-out",
            folder / "fullchain.pem",
        ],
        check=True,
        capture_output=True,
    )
    (folder / "main.conf").write_text(MAIN.format(folder, _filled_in(folder, site, *ports)))
    server = subprocess.Popen(
        [NGINX, "-p", folder, "-c", folder / "main.conf", "-g", "daemon off;"],
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        _wait(server, ports[1])
        yield ports
    finally:
        server.terminate()
        server.wait(10)


def _filled_in(folder: Path, site: Path, http: int, https: int) -> str:
    text = re.sub(r" *listen \[::\].*\n", "", CONF)
    marks = {
        "/srv/kompetanse/site": str(site),
        "listen 80;": f"listen 127.0.0.1:{http};",
        "listen 443 ": f"listen 127.0.0.1:{https} ",
    }
    for old, new in marks.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return re.sub(r"/etc/letsencrypt/live/[^;]*/", f"{folder}/", text)


def _wait(server: subprocess.Popen[str], port: int) -> None:
    for _ in range(200):
        assert server.poll() is None, server.stderr.read()
        with socket.socket() as attempt:
            if attempt.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("nginx svarer ikke")


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]
