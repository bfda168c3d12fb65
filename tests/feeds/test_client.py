"""A real client: vdirsyncer subscribes over HTTP, khal shows what it got, and a year of edits comes
through.
"""

import os
import re
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import entry_points
from multiprocessing import get_context
from pathlib import Path

import pytest
from click.testing import CliRunner
from feeds.test_life import SITE, Files, Publisher

from macros.__main__ import main
from macros.feeds import calendars_gone, listed
from macros.feeds.ledger import unfold
from macros.reading.load import load
from macros.reading.published import read_published

ROW = "arshjul/2026-2027/#hendelse-vedtak"

VDIRSYNCER = """\
[general]
status_path = "{folder}/status"
[pair arshjul]
a = "nettstedet"
b = "hos_meg"
collections = null
conflict_resolution = "a wins"
[storage nettstedet]
type = "http"
url = "{url}"
[storage hos_meg]
type = "filesystem"
path = "{folder}/kalender"
fileext = ".ics"
"""
KHAL = """\
[calendars]
[[arshjul]]
path = {folder}/kalender
[sqlite]
path = {folder}/khal.db
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = Europe/Oslo
default_timezone = Europe/Oslo
"""


class Quiet(SimpleHTTPRequestHandler):
    """A file server that does not write a log."""

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address where a folder is served, while it is."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as serving:
        threading.Thread(target=serving.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://127.0.0.1:{serving.server_port}/"
        serving.shutdown()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A folder and the address where it is served."""
    folder = tmp_path / "ute"
    folder.mkdir()
    with served(folder) as address:
        yield folder, address


class Subscriber:
    """Someone who has subscribed to one calendar."""

    def __init__(self, beside: ProcessPoolExecutor, folder: Path, url: str):
        (folder / "kalender").mkdir(parents=True)
        (folder / "config").write_text(VDIRSYNCER.format(folder=folder, url=url), "utf-8")
        (folder / "khal.conf").write_text(KHAL.format(folder=folder), "utf-8")
        self.beside, self.folder = beside, folder
        self._run("vdirsyncer", "-c", str(folder / "config"), "discover")

    def fetch(self) -> "Subscriber":
        self._run("vdirsyncer", "-c", str(self.folder / "config"), "sync")
        return self

    def agenda(self, first: str, last: str) -> list[str]:
        """The days and titles that khal shows."""
        out = self._run(
            "khal",
            "-c",
            str(self.folder / "khal.conf"),
            "list",
            "--day-format",
            "",
            "--once",
            "--format",
            "{start-long}|{end-long}|{title}|{status}",
            first,
            last,
        )
        return [line for line in out.splitlines() if line]

    def edition(self, address: str) -> int:
        """The SEQUENCE of what the client keeps. vdirsyncer gives what it fetches UIDs of its own,
        so the row's address tells which it is.
        """
        kept = [unfold(file.read_bytes()) for file in (self.folder / "kalender").glob("*.ics")]
        [found] = [text for text in kept if f"\nURL:{SITE}{address}\n" in text]
        return int(re.search(r"^SEQUENCE:(\d+)$", found, re.MULTILINE)[1])

    def _run(self, tool: str, *arguments: str) -> str:
        env = {
            "HOME": str(self.folder),
            "XDG_CACHE_HOME": str(self.folder),
            "TZ": "Europe/Oslo",
            "LC_ALL": "C.UTF-8",
        }
        return self.beside.submit(invoke, tool, arguments, env).result()


def invoke(tool: str, arguments: tuple[str, ...], env: dict[str, str]) -> str:
    """What a command wrote."""
    os.environ.update(env)
    [program] = entry_points(group="console_scripts", name=tool)
    client = program.load()  # not before: khal takes the language from its surroundings
    done = CliRunner().invoke(client, arguments, input="y\n")
    assert done.exit_code == 0, done.output
    return done.stdout


@pytest.fixture(scope="module")
def subscribe() -> Iterator[Callable[[Path, str], Subscriber]]:
    """The clients run in one process, since starting them takes most of the time, but not in this
    one: khal changes how icalendar reads the hours of all.
    """
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as beside:
        yield partial(Subscriber, beside)


def test_the_built_site_can_be_subscribed_to(
    example_site: Path, subscribe: Callable, tmp_path: Path
) -> None:
    with served(example_site) as url:
        subscriber = subscribe(
            tmp_path / "meg", f"{url}kalender/nettverk-nord-eksempel.ics"
        ).fetch()
    assert [line.split("|")[2] for line in subscriber.agenda("2024-11-15", "2024-11-16")] == [
        "Nord-Eksempels frist for behov"
    ]
    assert [line.split("|")[:2] for line in subscriber.agenda("2024-10-10", "2024-10-11")] == [
        ["2024-10-10", "2024-10-11"]
    ]


class Live(Publisher):
    """A publisher whose ledger is what `hent-kalendere` fetches from the server."""

    def __init__(self, root: Path, folder: Path, url: str):
        super().__init__(root)
        self.folder, self.url, self.count = folder, url, 0
        (folder / "kalender").mkdir()

    def publish(self) -> Files:
        self.count += 1
        fetched = self.folder.with_name(f"forrige-{self.count}")
        assert main(["hent-kalendere", str(fetched), "--fra", self.url]) == 0
        self.live = dict(read_published(fetched)) if fetched.exists() else {}
        assert bool(self.live) == (self.count > 1)
        data = load(self.root).data
        names = listed(self.live, data.fylke.domene)
        assert list(calendars_gone(data, names, self.now.date())) == []
        for name, raw in super().publish().items():
            (self.folder / "kalender" / name).write_bytes(raw)
        return self.live


@pytest.fixture
def publisher(example: Path, server: tuple[Path, str], monkeypatch: pytest.MonkeyPatch) -> Live:
    """The example, published on a server that answers while the test goes on."""
    monkeypatch.chdir(example)
    monkeypatch.setenv("SITE_URL", SITE)
    return Live(example, *server)


def test_a_subscriber_sees_a_year_of_edits(
    example: Path, publisher: Live, subscribe: Callable, tmp_path: Path
) -> None:
    url, publish = publisher.url, publisher.publish

    main(["nytt-arshjul", "2026-2027"])
    publish()
    subscriber = subscribe(tmp_path / "meg", url + "kalender/alle.ics").fetch()
    assert len(list((tmp_path / "meg" / "kalender").glob("*.ics"))) == 6
    assert (
        subscriber.agenda("2024-10-10", "2024-10-13")[0]
        == "2024-10-10|2024-10-11|Eksempelseminar|CONFIRMED "
    )
    assert subscriber.agenda("2024-11-05", "2024-11-06")[-1].startswith(
        "2024-11-05 10:00|2024-11-05 15:00|AVLYST: Møte i forumet|CANCELLED"
    )
    assert subscriber.agenda("2027-01-01", "2027-03-01") == []

    publisher.change("vedtak", "dato:\n", "dato: 2027-01-20\n")
    publisher.change("vedtak", "status: forelopig", "status: vedtatt")
    publish()
    assert [
        line.split("|")[0::2] for line in subscriber.fetch().agenda("2027-01-01", "2027-03-01")
    ] == [["2027-01-20", "Vedtak om eksempler"]]
    first = subscriber.edition(ROW)

    publisher.change("vedtak", "dato: 2027-01-20\n", "dato: 2027-02-03\n")
    publish()
    assert [
        line.split("|")[0] for line in subscriber.fetch().agenda("2027-01-01", "2027-03-01")
    ] == ["2027-02-03"]
    assert subscriber.edition(ROW) == first + 1

    publisher.change("vedtak", "status: vedtatt", "status: avlyst")
    publish()
    assert [
        line.split("|")[2:] for line in subscriber.fetch().agenda("2027-01-01", "2027-03-01")
    ] == [["AVLYST: Vedtak om eksempler", "CANCELLED "]]
    assert subscriber.edition(ROW) == first + 2

    publisher.change(
        "vedtak",
        "status: avlyst",
        "status: avlyst\n    trukket: {dato: 2026-08-05, grunn: Feil årshjul.}",
    )
    publish()
    assert [
        line.split("|")[2:] for line in subscriber.fetch().agenda("2027-01-01", "2027-03-01")
    ] == [["TRUKKET: Vedtak om eksempler", "CANCELLED "]]
    assert subscriber.edition(ROW) > first + 2

    (example / "data/arshjul/2026-2027.yml").unlink()
    assert [problem.code for problem in publisher.lost()] == ["hendelse-borte"]


def test_those_who_follow_a_network_are_told_where_it_went(
    example: Path, edit: Callable, publisher: Live, subscribe: Callable, tmp_path: Path
) -> None:
    url = publisher.url
    publisher.publish()
    followers = [
        subscribe(tmp_path / id, f"{url}kalender/nettverk-{id}.ics").fetch()
        for id in ("sor-eksempel", "nord-eksempel")
    ]

    old = example / "data/nettverk/sor-eksempel.yml"
    text = old.read_text("utf-8").replace("id: sor-eksempel\n", "id: syd-eksempel\n")
    old.with_name("syd-eksempel.yml").write_text(text, "utf-8")
    old.unlink()
    data = load(example).data
    names = listed(publisher.live, data.fylke.domene)
    gone = calendars_gone(data, names, publisher.now.date())
    assert [problem.code for problem in gone] == ["nettverk-borte"]
    edit(
        "data/nettsted.yml",
        "tidligere:\n",
        "tidligere:\n  - {id: sor-eksempel, navn: Sør, opphort: 2026-08-02, ny: syd-eksempel}\n",
    )
    publisher.publish()
    (example / "data/nettverk/nord-eksempel.yml").unlink()
    edit(
        "data/nettsted.yml",
        "    ny: nord-eksempel\n",
        "    ny: syd-eksempel\n"
        "  - {id: nord-eksempel, navn: Nord, opphort: 2026-08-03, ny: syd-eksempel}\n",
    )
    publisher.publish()
    live = publisher.publish()
    assert {"nettverk-sor-eksempel.ics", "nettverk-syd-eksempel.ics", "utkast.ics"} < set(live)
    assert [one.fetch().agenda("2026-08-01", "2026-08-31") for one in followers] == [
        ["2026-08-02|2026-08-02|Kalenderen er opphørt: Sør|CONFIRMED "],
        ["2026-08-03|2026-08-03|Kalenderen er opphørt: Nord|CONFIRMED "],
    ]
