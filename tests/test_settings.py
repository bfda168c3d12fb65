"""What the environment decides, each with a working default: addresses and the clock."""

import os
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from macros.settings import LOCAL, Settings, from_environment


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A git repository with one commit of data/ on 1 March and one of docs/ on 1 April."""
    for folder, day in (("data", "2026-03-01"), ("docs", "2026-04-01")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.yml").write_text("a: b\n")
        clock = {"GIT_AUTHOR_DATE": f"{day}T12:00:00Z", "GIT_COMMITTER_DATE": f"{day}T12:00:00Z"}
        git(tmp_path, "init", "-q")
        git(tmp_path, "add", folder)
        git(tmp_path, "-c", "user.name=x", "-c", "user.email=x@eksempel.no", "commit", "-q", "-m", folder, **clock)
    return tmp_path


def git(folder: Path, *arguments: str, **environment: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, env=os.environ | environment, check=True)


@pytest.mark.parametrize(("given", "address"), [
    ({}, LOCAL),
    ({"SITE_URL": ""}, LOCAL),
    ({"SITE_URL": "https://eksempel.no"}, "https://eksempel.no/"),
    ({"SITE_URL": "https://eksempel.no/skole/"}, "https://eksempel.no/skole/"),
])
def test_the_public_address_ends_with_a_slash(tmp_path, given, address):
    assert from_environment(tmp_path, given).site_url == address


@pytest.mark.parametrize(("given", "address"), [
    ("", None),
    ("git@github.com:eier/navn.git", "https://github.com/eier/navn"),
    ("ssh://git@github.com/eier/navn.git", "https://github.com/eier/navn"),
    ("https://github.com/eier/navn.git", "https://github.com/eier/navn"),
    ("https://github.com/eier/navn/", "https://github.com/eier/navn"),
    ("https://bruker:hemmelig@gitlab.eksempel.no/gruppe/eier/navn.git", "https://gitlab.eksempel.no/gruppe/eier/navn"),
    ("/srv/git/navn.git", None),
    ("http://eksempel.no/eier/navn", None),
    ("javascript:alert(1)", None),
])
def test_the_address_of_the_repository(tmp_path, given, address):
    assert from_environment(tmp_path, {"REPO_URL": given}).repo_url == address


def test_the_remote_is_the_repository_when_nothing_is_said(repository):
    assert from_environment(repository, {}).repo_url is None
    git(repository, "remote", "add", "origin", "git@github.com:eier/navn.git")
    assert from_environment(repository, {}).repo_url == "https://github.com/eier/navn"
    assert from_environment(repository, {"REPO_URL": "https://gitlab.com/a/b"}).repo_url == "https://gitlab.com/a/b"


def test_in_actions_the_repository_is_that_of_the_job(repository):
    git(repository, "remote", "add", "origin", "git@github.com:eier/gren.git")
    job = {"GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "eier/navn"}
    assert from_environment(repository, job).repo_url == "https://github.com/eier/navn"
    assert from_environment(repository, job | {"REPO_URL": "https://gitlab.com/a/b"}).repo_url == "https://gitlab.com/a/b"
    assert from_environment(repository, {"GITHUB_REPOSITORY": "eier/navn"}).repo_url == "https://github.com/eier/gren"


def test_the_clock_is_given_or_the_last_commit_of_the_data(repository):
    assert from_environment(repository, {"SOURCE_DATE_EPOCH": "1780272000"}).timestamp == datetime(2026, 6, 1, tzinfo=UTC)
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
