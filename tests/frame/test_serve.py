"""`make serve` outlives an editor's mistakes: every page becomes the list of problems, and comes
back when the file is mended.
"""

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import environment, run
from small_pictures import png

PATIENCE = 60
FIELD, CALL = (
    "feltet «nvan» finnes ikke her. Mente du «navn»?",
    "makroen «kilde_list» finnes ikke. Mente du «kilde_liste»?",
)
VALUE = "makroen «kontakter_up» finnes ikke. Mente du «kontakter_up1»?"


@pytest.fixture
def served(project: Path) -> Iterator[Callable[[str, str], str]]:
    """Start a server in the project; what comes back waits until an address holds some words."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    running: list[subprocess.Popen[bytes]] = []

    def shows(page: str, words: str) -> str:
        if not running:
            command = [sys.executable, "-m", "macros", "vis", "--adresse", address]
            running.append(
                subprocess.Popen(
                    command,
                    cwd=project,
                    env=environment(SITE_URL=f"http://{address}/"),
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                )
            )
        end, text = time.monotonic() + PATIENCE, ""
        while time.monotonic() < end and words not in text:
            assert running[0].poll() is None, "tjeneren døde"
            time.sleep(0.2)
            try:
                text = (
                    urllib.request.urlopen(f"http://{address}/{page}", timeout=30).read().decode()
                )
            except OSError:
                continue
        assert words in text
        return text

    yield shows
    for process in running:
        process.terminate()
        process.wait()


def test_a_server_outlives_its_editors(served, edit, project):
    """One server for all of it: to start one takes as long as to show many an edit."""
    mistakes_at_the_start(served, edit)
    mistakes_while_it_runs(served, edit, project)
    twenty_seconds_of_an_editor(served, project)
    edits_of_the_program(served, project)


def mistakes_at_the_start(served, edit):
    edit("data/kontakter.yml", "  navn: Ola Prøve\n", "  nvan: Ola Prøve\n")
    edit("docs/om/kilder.md", "{{ kilde_liste() }}", "{{ kilde_list() }}")
    for page in ("", "om/kilder/"):
        text = served(page, FIELD)
        assert "<h1" in text and "Noe må rettes" in text and CALL in text and text.count(FIELD) == 1
    edit("data/kontakter.yml", "  nvan: Ola Prøve\n", "  navn: Ola Prøve\n")
    edit("docs/om/kilder.md", "{{ kilde_list() }}", "{{ kilde_liste() }}")
    assert "Noe må rettes" not in served("om/kilder/", "Rapport om prøver og eksempler")
    for page in ("nettverk/nord-eksempel/", "nettverk/nord-eksempel"):
        served(page, "Kompetansenettverket Nord-Eksempel")


def mistakes_while_it_runs(served, edit, project):
    served("kontakt/", "kari.eksempel@eksempel.no")
    edit("docs/kontakt.md", "{{ kontakter_up1() }}", "{{ kontakter_up() }}")
    served("", f"docs/kontakt.md:9: {VALUE}")
    served("nettverk/nord-eksempel/", VALUE)
    edit("docs/kontakt.md", "{{ kontakter_up() }}", "{{ kontakter_up1() }}")
    double = project / "docs" / "nettverk" / "nord-eksempel.md"
    double.write_text("# Nord\n")
    served("", "siden lages av data/nettverk/nord-eksempel.yml og kan ikke finnes som fil også.")
    served(
        "nettverk/nord-eksempel/",
        "siden lages av data/nettverk/nord-eksempel.yml og kan ikke finnes som fil også.",
    )
    double.unlink()


def twenty_seconds_of_an_editor(served, project):
    """Saves every tenth of a second: half-typed braces and titles, menus, files that come, go and
    change their names. At the end all pages are new again, together.
    """
    page, menu = project / "docs" / "kontakt.md", project / "mkdocs.yml"
    whole, names = page.read_text("utf-8"), menu.read_text("utf-8")
    picture, moved = project / "docs" / "om" / "bilde.png", project / "docs" / "kontakter.md"

    def rename():
        page.rename(moved)
        time.sleep(0.15)
        moved.rename(page)

    saves = [
        lambda: page.write_text(f"---\ntitle: Kontakt\n---\n\n{whole}", "utf-8"),
        lambda: page.write_text(f'---\ntitle: "Kontakt {{{{ selvs"\n---\n\n{whole}', "utf-8"),
        lambda: page.write_text(whole + "\n{{ selvs", "utf-8"),
        lambda: page.write_text(whole + "\n{% for", "utf-8"),
        lambda: page.write_text("", "utf-8"),
        lambda: page.write_bytes(b"# Kontakt\n\n\xff"),
        rename,
        lambda: page.write_text(whole + '\n<div onclick="x', "utf-8"),
        lambda: menu.write_text(names.replace("- Kontakt:", '- "Kontakt {{ '), "utf-8"),
        lambda: menu.write_text(names[: len(names) // 2], "utf-8"),
        lambda: menu.write_text(names.replace("kontakt.md", "!!python/name:os.system"), "utf-8"),
        lambda: menu.write_text(names, "utf-8"),
        lambda: picture.write_bytes(png()),
        lambda: picture.unlink(missing_ok=True),
        lambda: (project / "data" / "kontakter.yml").touch(),
    ]
    end, number = time.monotonic() + 20, 0
    while time.monotonic() < end:
        saves[number % len(saves)]()
        number += 1
        time.sleep(0.1)
    page.write_text(whole + "\n\nDet siste som ble skrevet.\n", "utf-8")
    menu.write_text(names, "utf-8")
    served("kontakt/", "Det siste som ble skrevet.")
    for address in ("", "kontakt/", "om/kilder/"):
        assert "Noe må rettes" not in served(address, "</html>")


def edits_of_the_program(served, project):
    (project / "macros" / "pages" / "om_kilder.html.jinja").write_text("<p>Et nytt oppsett</p>")
    engine = project / "macros" / "frame" / "engine.py"
    engine.write_text(
        engine.read_text("utf-8").replace(
            "return current.site.block(", 'return "<p>Et nytt program</p>" + current.site.block('
        ),
        "utf-8",
    )
    assert "Et nytt oppsett" in served("om/kilder/", "Et nytt program")
    assert "Kompetansenettverket Nord-Eksempel" in served(
        "nettverk/nord-eksempel/", "Et nytt program"
    )


def test_an_address_that_is_taken_is_said_in_one_line(project):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        ended = run(project, "macros", "vis", "--adresse", address)
    assert ended.returncode == 1 and "Traceback" not in ended.stderr, ended.stderr
    assert "Documentation built" not in ended.stderr, "nettstedet ble bygget først"
    assert (
        f"Adressen {address} kan ikke brukes (den er opptatt). Kjører tjeneren alt? Ellers velger"
        " du en annen adresse: make serve ADDRESS=127.0.0.1:8001" in ended.stdout
    )
