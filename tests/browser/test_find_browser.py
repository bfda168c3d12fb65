"""Finding a browser: one that is there but does not start is no browser."""

import os
import stat

import find_browser
import pytest


@pytest.fixture
def broken(tmp_path):
    """A program that is installed and dies at once."""
    path = tmp_path / "chromium"
    path.write_text("#!/bin/sh\nexit 1\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


@pytest.fixture
def alone(monkeypatch, tmp_path):
    """A machine with nothing installed, downloaded or to be fetched."""
    monkeypatch.setenv("PATH", str(tmp_path / "tom"))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "tom"))
    monkeypatch.delenv("CHROMIUM", raising=False)
    commands = []
    monkeypatch.setattr(find_browser, "_run", lambda message, command: commands.append(command))
    return commands


def test_the_given_browser_comes_first(monkeypatch, broken):
    monkeypatch.setenv("CHROMIUM", "/et/sted/chromium")
    monkeypatch.setenv("PATH", str(broken.parent))
    assert list(find_browser.installed())[:2] == ["/et/sted/chromium", str(broken)]


def test_downloads_of_playwright_count_as_installed(monkeypatch, alone, tmp_path):
    program = tmp_path / "tom" / "chromium-1234" / "chrome-linux" / "chrome"
    program.parent.mkdir(parents=True)
    program.touch()
    assert list(find_browser.installed()) == [str(program)]
    shell = (
        tmp_path
        / "tom"
        / "chromium_headless_shell-1234"
        / "chrome-headless-shell-linux64"
        / "chrome-headless-shell"
    )
    shell.parent.mkdir(parents=True)
    shell.touch()
    assert list(find_browser.installed()) == [str(shell), str(program)]


def test_a_browser_that_does_not_start_is_passed_over(broken, capsys):
    assert not find_browser.starts(str(broken))
    assert "does not start" in capsys.readouterr().err


def test_a_browser_that_starts_is_printed(monkeypatch, alone, broken, capsys):
    monkeypatch.setenv("CHROMIUM", str(broken))
    monkeypatch.setattr(find_browser, "_playwrights", lambda: ["/den/andre"])
    monkeypatch.setattr(find_browser, "starts", lambda path: path == "/den/andre")
    assert find_browser.main() == 0
    assert capsys.readouterr().out == "/den/andre\n"
    assert alone == []


def test_without_any_browser_it_says_what_helps(monkeypatch, alone, capsys):
    assert find_browser.main() == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "CHROMIUM=/path/to/chromium make test" in told.err
    assert any("playwright" in command for command in alone)


def test_debians_package_is_fetched_by_root_only(monkeypatch, alone):
    monkeypatch.setattr(
        find_browser.shutil, "which", lambda name: "/usr/bin/apt-get" if name == "apt-get" else None
    )
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert list(find_browser.from_debian()) == []
    assert alone == []
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert list(find_browser.from_debian()) == []
    assert [command[1] for command in alone] == ["update", "install", "install"]
