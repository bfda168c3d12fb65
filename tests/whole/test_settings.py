"""What the environment decides, each with a working default: addresses and the clock."""

import os
import runpy
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path

import mkdocs_macros.context
import pytest
from conftest import ROOT, build

from macros.editing.revision import NoRevision, checkout
from macros.problems.github import changed_lines
from macros.settings import (
    LOCAL,
    Settings,
    WrongSetting,
    days_since_change,
    from_environment,
    has_clock,
    is_shallow,
)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A git repository with one commit of data/ on 1 March and one of docs/ on 1 April."""
    for folder, day in (("data", "2026-03-01"), ("docs", "2026-04-01")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.yml").write_text("a: b\n")
        clock = {"GIT_AUTHOR_DATE": f"{day}T12:00:00Z", "GIT_COMMITTER_DATE": f"{day}T12:00:00Z"}
        git(tmp_path, "init", "-q")
        git(tmp_path, "add", folder)
        git(
            tmp_path,
            "-c",
            "user.name=x",
            "-c",
            "user.email=x@eksempel.no",
            "commit",
            "-q",
            "-m",
            folder,
            **clock,
        )
    return tmp_path


def git(folder: Path, *arguments: str, **environment: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, env=os.environ | environment, check=True)


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ({}, LOCAL),
        ({"SITE_URL": ""}, LOCAL),
        ({"SITE_URL": "https://eksempel.no"}, "https://eksempel.no/"),
        ({"SITE_URL": "https://eksempel.no/skole/"}, "https://eksempel.no/skole/"),
        ({"SITE_URL": " https://eksempel.no/skole\n"}, "https://eksempel.no/skole/"),
        ({"SITE_URL": "https://eier.github.io/prosjekt"}, "https://eier.github.io/prosjekt/"),
        ({"SITE_URL": "http://127.0.0.1:8123/"}, "http://127.0.0.1:8123/"),
    ],
)
def test_the_public_address_ends_with_a_slash(tmp_path, given, address):
    assert from_environment(tmp_path, given).site_url == address


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("", None),
        ("git@github.com:eier/navn.git", "https://github.com/eier/navn"),
        ("ssh://git@github.com/eier/navn.git", "https://github.com/eier/navn"),
        ("ssh://git@github.com:22/eier/navn.git", "https://github.com/eier/navn"),
        ("ssh://git@ssh.github.com:443/eier/navn.git", "https://github.com/eier/navn"),
        ("https://github.com/eier/navn.git", "https://github.com/eier/navn"),
        ("https://github.com/eier/navn/", "https://github.com/eier/navn"),
        (
            "https://bruker:hemmelig@gitlab.eksempel.no/gruppe/eier/navn.git",
            "https://gitlab.eksempel.no/gruppe/eier/navn",
        ),
        (" https://github.com/eier/navn\n", "https://github.com/eier/navn"),
    ],
)
def test_the_address_of_the_repository(tmp_path, given, address):
    assert from_environment(tmp_path, {"REPO_URL": given}).repo_url == address


@pytest.mark.parametrize("remote", ["/srv/git/navn.git", "http://eksempel.no/eier/navn", "../navn"])
def test_a_remote_that_has_no_page_is_no_mistake(repository, remote):
    git(repository, "remote", "add", "origin", remote)
    assert from_environment(repository, {}).repo_url is None


WRONG = [
    *(
        (
            "SITE_URL",
            url,
            (
                "Skriv hele adressen uten ? og #, som https://eksempel.no/ eller"
                " https://eier.github.io/prosjekt/"
            ),
        )
        for url in (
            "eksempel.no",
            "www.eksempel.no/skole",
            "https://",
            "https://eksempel.no/?a=b",
            "https://eksempel.no/#her",
            "ftp://eksempel.no/",
            "https://eksempel.no/ny side/",
            "https://a:b@eksempel.no/",
            "/",
        )
    ),
    *(
        ("REPO_URL", url, "Skriv adressen til prosjektet, som https://github.com/eier/prosjekt")
        for url in (
            "github.com/eier/navn",
            "http://eksempel.no/eier/navn",
            "eier/navn",
            "https://github.com/eier/navn/tree/main",
            "https://github.com/eier/navn?tab=readme",
            "/srv/git/navn.git",
            "javascript:alert(1)",
        )
    ),
    *(
        (
            "SOURCE_DATE_EPOCH",
            epoch,
            "Skriv sekunder siden 1970, slik «date +%s» gir dem, eller la den være tom",
        )
        for epoch in ("2026-06-01", "i dag", "-1", "1e9", "99999999999999", "1780272000.5", "²")
    ),
]


@pytest.mark.parametrize(("name", "value", "remedy"), WRONG)
def test_a_setting_that_can_not_be_used_is_said_in_one_line(tmp_path, name, value, remedy):
    with pytest.raises(WrongSetting) as wrong:
        from_environment(tmp_path, {name: value})
    assert str(wrong.value) == f"{name} er «{value}». {remedy}"


@pytest.mark.parametrize(("name", "value", "remedy"), [WRONG[0], WRONG[9], WRONG[16]])
def test_every_door_says_it_and_stops(project, run, name, value, remedy):
    words = f"{name} er «{value}». {remedy}\n"
    for verb in ("sjekk", "bygg"):
        assert run(verb, **{name: value}) == (1, "", words)
    engine = build(project, project / "site", **{name: value})
    assert (
        engine.returncode == 1
        and "Traceback" not in engine.stdout + engine.stderr
        and not (project / "site").exists()
    )
    assert name == "SITE_URL" or words in engine.stdout, "MkDocs itself looks at that one first"


def test_calendars_that_are_not_there(run):
    told = run("sjekk", KALENDER_FORRIGE="/finnes/ikke")
    assert (
        told.returncode == 1
        and "  Feil: «/finnes/ikke» kan ikke leses (den finnes ikke). Hent kalenderne som"
        " ligger ute, eller la KALENDER_FORRIGE være tom før første publisering\n"
        in told.stdout
    )
    assert run("sjekk", KALENDER_FORRIGE=" ").returncode == 0


def test_a_part_of_the_history_is_known_from_the_whole(repository, tmp_path):
    git(repository, "clone", "-q", "--depth", "1", f"file://{repository}", "del")
    assert is_shallow(tmp_path / "del") and not is_shallow(repository)


def test_the_remote_is_the_repository_when_nothing_is_said(repository):
    assert from_environment(repository, {}).repo_url is None
    git(repository, "remote", "add", "origin", "git@github.com:eier/navn.git")
    assert from_environment(repository, {}).repo_url == "https://github.com/eier/navn"
    assert (
        from_environment(repository, {"REPO_URL": "https://gitlab.com/a/b"}).repo_url
        == "https://gitlab.com/a/b"
    )


def test_a_git_that_does_not_answer_is_done_without(repository, monkeypatch):
    asked = []

    def hang(command, timeout, **_):
        asked.append(command)
        raise subprocess.TimeoutExpired("git", timeout)

    git(repository, "remote", "add", "origin", "git@github.com:eier/navn.git")
    monkeypatch.setattr(subprocess, "run", hang)
    assert from_environment(repository, {}).repo_url is None and not has_clock(repository, {})
    assert not is_shallow(repository) and len(asked) == 1
    assert changed_lines(repository, "HEAD") is None
    with pytest.raises(NoRevision, match=r"^Git svarte ikke i tide\. Prøv igjen\.$"):
        checkout(repository, "HEAD", repository)


@pytest.mark.parametrize(
    "answer", ["²", "9999999999", "99999999999999999999", "tull", "-1", "1\\n2"]
)
def test_a_git_that_answers_rubbish_knows_no_day(repository, tmp_path, monkeypatch, answer):
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "git").write_text(f"#!/bin/sh\nprintf '%b' '{answer}'\n", "utf-8")
    (folder / "git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")
    assert not has_clock(repository, {}) and days_since_change(repository, date(2026, 5, 1)) is None
    newest = max(file.stat().st_mtime for file in (repository / "data").rglob("*.yml"))
    assert from_environment(repository, {}).timestamp == datetime.fromtimestamp(int(newest), UTC)


def test_the_macros_plugin_asks_git_nothing(monkeypatch):
    """It has no limit of time."""
    monkeypatch.setattr(mkdocs_macros.context, "get_git_info", None)
    runpy.run_path(str(ROOT / "macros" / "hooks.py"))
    assert mkdocs_macros.context.get_git_info() == {}


def test_in_actions_the_repository_is_that_of_the_job(repository):
    git(repository, "remote", "add", "origin", "git@github.com:eier/gren.git")
    job = {"GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "eier/navn"}
    assert from_environment(repository, job).repo_url == "https://github.com/eier/navn"
    assert (
        from_environment(repository, job | {"REPO_URL": "https://gitlab.com/a/b"}).repo_url
        == "https://gitlab.com/a/b"
    )
    for half in job.items():
        assert from_environment(repository, dict([half])).repo_url == "https://github.com/eier/gren"


def test_the_clock_is_given_or_the_last_commit_of_the_data(repository):
    assert from_environment(repository, {"SOURCE_DATE_EPOCH": "1780272000"}).timestamp == datetime(
        2026, 6, 1, tzinfo=UTC
    )
    assert from_environment(repository, {}).timestamp == datetime(2026, 3, 1, 12, tzinfo=UTC)


def test_the_clock_is_the_newest_data_file_where_there_is_no_history(tmp_path):
    (tmp_path / "data").mkdir()
    for name, moment in (("a.yml", 1_700_000_000), ("b.yml", 1_750_000_000)):
        (tmp_path / "data" / name).write_text("a: b\n")
        os.utime(tmp_path / "data" / name, (moment, moment))
    assert from_environment(tmp_path, {}).timestamp == datetime.fromtimestamp(1_750_000_000, UTC)


def test_the_day_is_the_day_in_norway():
    assert Settings(timestamp=datetime(2026, 6, 1, 21, 59, tzinfo=UTC)).today == date(2026, 6, 1)
    assert Settings(timestamp=datetime(2026, 6, 1, 22, 0, tzinfo=UTC)).today == date(2026, 6, 2)
    assert Settings(timestamp=datetime(2026, 12, 31, 23, 0, tzinfo=UTC)).today == date(2027, 1, 1)


def test_no_git_is_fine(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    (tmp_path / "data").mkdir()
    assert from_environment(tmp_path, {}).repo_url is None
