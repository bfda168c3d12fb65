"""A morning when every client in the county asks for its feed: wrk against nginx with
deploy/nginx.conf, on loopback.
"""

import re
import shutil
import subprocess
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from ssl import CERT_NONE, create_default_context

from nginx import HOST, MISSING, is_here, serving

from bench.measure import Row
from bench.workshop import Workshop
from macros.verbs.bygg import finish

# Each connection asks at its own pace for every feed in turn; one in twenty is new and has no copy
# yet.
SCRIPT = """
local feeds, tags, asked = {%s}, {%s}, 0
request = function()
  asked = asked + 1
  local at = asked %% #feeds + 1
  local headers = {["Host"] = "%s", ["Accept-Encoding"] = "gzip"}
  if %s then headers["If-None-Match"] = tags[at] end
  return wrk.format("GET", feeds[at], headers)
end
"""
NEW, ALL_NEW = "asked % 20 ~= 0", "false"
SECONDS, CONNECTIONS, LIMIT = 10, 64, 1_000


def rows(workshop: Workshop) -> Iterator[Row]:
    """Answers a second. Told, and no more, where wrk or nginx is not at hand."""
    if not (shutil.which("wrk") and is_here()):
        yield Row(
            "calendars from nginx under load",
            "not measured",
            (
                MISSING
                if shutil.which("wrk")
                else "wrk is not installed (Debian: apt-get install wrk)"
            ),
        )
        return
    site = workshop.folder / "served-site"
    finish(Path(shutil.copytree(workshop.real().site, workshop.folder / "finished")), site)
    place = workshop.folder / "nginx"
    place.mkdir()
    with serving(site, place) as (_, port):
        feeds = sorted(f"/kalender/{file.name}" for file in (site / "kalender").glob("*.ics"))
        mostly, whole = (_wrk(port, feeds, condition, place) for condition in (NEW, ALL_NEW))
    yield Row(
        f"{len(feeds)} calendars from nginx, https, 19 of 20 unchanged (304)",
        f"{mostly:,.0f} answers/s",
        f"every answer whole: {whole:,.0f} answers/s",
        f"{LIMIT} answers/s",
        mostly >= LIMIT,
    )


def _wrk(port: int, feeds: list[str], condition: str, place: Path) -> float:
    """Answers a second; raises when one of them was an error."""
    script = place / "ask.lua"
    quoted = [
        ", ".join(f"'{word}'" for word in words)
        for words in (feeds, [_tag(port, feed) for feed in feeds])
    ]
    script.write_text(SCRIPT % (*quoted, HOST, condition), "utf-8")
    command = [
        "wrk",
        "-t1",
        f"-c{CONNECTIONS}",
        f"-d{SECONDS}",
        "-s",
        script,
        f"https://127.0.0.1:{port}/",
    ]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in told or "Socket errors" in told:
        raise RuntimeError(told)
    return float(re.search(r"Requests/sec: +([\d.]+)", told)[1])


def _tag(port: int, feed: str) -> str:
    """The mark by which a client asks whether its copy is still the newest."""
    context = create_default_context()
    context.check_hostname, context.verify_mode = False, CERT_NONE
    question = urllib.request.Request(
        f"https://127.0.0.1:{port}{feed}", headers={"Host": HOST, "Accept-Encoding": "gzip"}
    )
    with urllib.request.urlopen(question, context=context) as answer:
        return answer.headers["ETag"]
