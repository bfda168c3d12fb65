"""What the environment decides: the public address, the repository and the clock.

Nothing else reads them.
"""

import os
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

# A public address: its folder may be anywhere on the host, as for projects on GitHub Pages.
SITE = re.compile(r"https?://[\w.-]+(?::[0-9]{1,5})?(?:/[\w.~%/-]*)?", re.ASCII)
# A remote over ssh, with or without a port. GitHub has a host of its own for ssh where only the
# port of https is open.
SSH = re.compile(r"^ssh://git@(?:ssh\.(?=github\.com:))?([\w.-]+)(?::[0-9]+)?/")
# The last moment of the year 2100: years later than that are refused in the data too.
LAST_SECOND = 4_133_980_799
SECONDS = re.compile("[0-9]{1,10}")
OSLO = ZoneInfo("Europe/Oslo")
# Hosts that nobody else can reach: a name without a dot, and the addresses of loopback and of local
# networks.
OWN_MACHINE = re.compile(
    r"[^.]+|.*\.(?:localhost|local|internal|test|invalid|example)\.?"
    r"|(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2[0-9]|3[01]))\.[0-9.]*"
)
FORMER = "SITE_URL_TIDLIGERE"
LOCAL = "http://127.0.0.1:8000/"
# The engine, by the name of its module. ProperDocs is a drop-in: «make engines» tries it here.
ENGINE = "mkdocs"
# The projects whose git did not answer in time.
HANGING: set[Path] = set()
BUILD = (ENGINE, "build", "-f", "mkdocs.yml")


class WrongSetting(Exception):
    """A variable of the environment that can't be used, said in one line to whoever set it."""

    def __init__(self, name: str, value: str, remedy: str):
        super().__init__(f"{name} er «{value[:80]}». {remedy}")


@dataclass(frozen=True)
class Settings:
    """The public address (with a slash at the end), the repository's (None: no links to it) and the
    build's moment in UTC.

    `tidligere_adresser`: the public addresses before this one. `forrige_kalender`: the calendars
    that are live now. `job_summary`: the file that GitHub shows
    when a job has ended.
    """

    site_url: str = LOCAL
    repo_url: str | None = None
    timestamp: datetime = datetime(2000, 1, 1, tzinfo=UTC)
    now: date | None = None
    tidligere_adresser: tuple[str, ...] = ()
    forrige_kalender: Path | None = None
    job_summary: Path | None = None

    @property
    def er_offentlig(self) -> bool:
        """Whether it is an address that everybody can subscribe to: https, and no machine's own."""
        host = urlsplit(self.site_url).hostname or ""
        return self.site_url.startswith("https://") and not OWN_MACHINE.fullmatch(host)

    @property
    def egne_adresser(self) -> tuple[str, ...]:
        """What live calendars may have been made for; nothing asks while this is no public one."""
        return (self.site_url, *self.tidligere_adresser) if self.er_offentlig else ()

    @property
    def latest(self) -> date:
        """The last day that has been: nobody has confirmed anything after it."""
        return max(self.today, self.now or self.today)

    @property
    def today(self) -> date:
        """The build's day in Norway: all that «neste» and «gjaldt» rest on."""
        return self.timestamp.astimezone(OSLO).date()


def from_environment(root: Path, environ: Mapping[str, str] = os.environ) -> Settings:
    """Settings for the project in `root`.

    Each variable has a working default; an empty one counts as unset. Raises WrongSetting.
    """
    previous, summary = _given(environ, "KALENDER_FORRIGE"), environ.get("GITHUB_STEP_SUMMARY")
    return Settings(
        site_url=_site_url(_given(environ, "SITE_URL") or LOCAL),
        repo_url=_repo_url(_given(environ, "REPO_URL"))
        or _https(_in_actions(environ) or _git_words(root, "remote", "get-url", "origin")),
        timestamp=_timestamp(root, environ),
        now=datetime.now(OSLO).date(),
        tidligere_adresser=tuple(_site_url(url, FORMER) for url in _given(environ, FORMER).split()),
        forrige_kalender=Path(previous) if previous else None,
        job_summary=Path(summary) if summary else None,
    )


def day_of_deed(environ: Mapping[str, str] = os.environ) -> date:
    """The day in Norway on which an editor does something: that of SOURCE_DATE_EPOCH, else today.

    The build's day may be that of the last commit.
    """
    epoch = _epoch(environ)
    return (datetime.fromtimestamp(int(epoch), OSLO) if epoch else datetime.now(OSLO)).date()


def is_shallow(root: Path) -> bool:
    """Whether git has only a part of the history: the data's date is then another."""
    return _git_words(root, "rev-parse", "--is-shallow-repository") == "true"


def _given(environ: Mapping[str, str], name: str) -> str:
    """A variable without the spaces and line ends around it that copying leaves."""
    return environ.get(name, "").strip()


def _site_url(url: str, name: str = "SITE_URL") -> str:
    if not SITE.fullmatch(url):
        raise WrongSetting(
            name,
            url,
            "Skriv hele adressen uten ? og #, som https://eksempel.no/ eller"
            " https://eier.github.io/prosjekt/",
        )
    return url.rstrip("/") + "/"


def _repo_url(given: str) -> str | None:
    """The web address of a repository that somebody has named: a page within it would give links
    that lead nowhere.
    """
    url = _https(given)
    if given and (not url or re.search(r"[\s?#]|/(?:tree|blob|edit|issues|pull|-)(?:/|$)", url)):
        raise WrongSetting(
            "REPO_URL", given, "Skriv adressen til prosjektet, som https://github.com/eier/prosjekt"
        )
    return url


def _epoch(environ: Mapping[str, str]) -> str:
    """SOURCE_DATE_EPOCH, or nothing."""
    epoch = _given(environ, "SOURCE_DATE_EPOCH")
    if epoch and not (SECONDS.fullmatch(epoch) and int(epoch) <= LAST_SECOND):
        raise WrongSetting(
            "SOURCE_DATE_EPOCH",
            epoch,
            "Skriv sekunder siden 1970, slik «date +%s» gir dem, eller la den være tom",
        )
    return epoch


def _timestamp(root: Path, environ: Mapping[str, str]) -> datetime:
    """SOURCE_DATE_EPOCH, else the last commit of data/, else the newest data file."""
    stamps = (file.stat().st_mtime for file in (root / "data").rglob("*.yml"))
    second = _known_second(root, environ) or max(stamps, default=0)
    return datetime.fromtimestamp(int(second), UTC)


def has_clock(root: Path, environ: Mapping[str, str] = os.environ) -> bool:
    """Whether somebody knows the day of the data; else it is taken from the newest file."""
    return bool(_known_second(root, environ))


def _known_second(root: Path, environ: Mapping[str, str]) -> str:
    return _epoch(environ) or _git_second(root, "--", "data")


def days_since_change(root: Path, today: date) -> int | None:
    """How long the project has been left alone; None where git can't tell."""
    told = _git_second(root)
    return (today - datetime.fromtimestamp(int(told), OSLO).date()).days if told else None


def _git_second(root: Path, *of: str) -> str:
    """The second of the last commit, or nothing where git can't tell or answers something else."""
    told = _git_words(root, "log", "-1", "--format=%ct", *of)
    return told if SECONDS.fullmatch(told) and int(told) <= LAST_SECOND else ""


def _in_actions(environ: Mapping[str, str]) -> str:
    """The repository that a job of GitHub Actions is running for."""
    server, name = environ.get("GITHUB_SERVER_URL"), environ.get("GITHUB_REPOSITORY")
    return f"{server}/{name}" if server and name else ""


def git(root: Path, *arguments: str, patience: int = 60) -> bytes | None:
    """What git answers; None where it refuses. Raises OSError where there is no git, and
    TimeoutExpired after so many seconds.
    """
    command = ["git", "-C", str(root), *arguments]
    answer = subprocess.run(command, capture_output=True, timeout=patience, check=False)
    return None if answer.returncode else answer.stdout


def _git_words(root: Path, *arguments: str) -> str:
    """What git answers, or nothing: no git, no repository, no remote and no answer in time are all
    fine. One that has hung is not asked again.
    """
    if root in HANGING:
        return ""
    try:
        return (git(root, *arguments, patience=3) or b"").decode("utf-8", "replace").strip()
    except OSError:
        return ""
    except subprocess.TimeoutExpired:
        HANGING.add(root)
        return ""


def _https(remote: str) -> str | None:
    """The web address of a git remote: git@host:owner/name.git and https://host/owner/name.git both
    work; a path has none.
    """
    remote = SSH.sub(r"git@\1:", remote)
    if found := re.fullmatch(r"git@([\w.-]+)[:/](.+?)(?:\.git)?/?", remote):
        return f"https://{found[1]}/{found[2]}"
    if found := re.fullmatch(r"https://(?:[^@/]*@)?([\w.-]+/.+?)(?:\.git)?/?", remote):
        return f"https://{found[1]}"
    return None
