"""What is missing before the site may go out, in exact words."""

import os
import re

import pytest
import yaml
from verbs.test_bygg import engine

from macros.judging import read_data
from macros.settings import LOCAL, Settings
from macros.verbs import klar
from macros.verbs.klar import lacks, told


def test_what_is_missing_is_said(example, run, golden):
    file = example / "data/nettsted.yml"
    lines = file.read_text("utf-8").splitlines(keepends=True)
    kept = "".join(line for line in lines if line.partition(":")[0] not in klar.OWNERS)
    file.write_text(kept, "utf-8")
    said = run("klar")
    assert said.returncode == 1
    # What git can tell depends on where the copy lies.
    golden("klar.txt", re.sub(r"  - git.*\n", "", said.stdout))


def test_nothing_is_missing(example, monkeypatch, capsys):
    assert told([]).startswith("Klart til å legges ut.\nSe selv etter på GitHub, for det kan ikke")
    monkeypatch.setattr(klar, "lacks", lambda *_: ())
    klar.last_lines(example)
    assert capsys.readouterr() == ("", "")


def test_the_way_from_github_to_the_form_follows_the_address(example, run):
    file = example / ".github" / "ISSUE_TEMPLATE" / "config.yml"
    told = run("klar", SITE_URL="https://eksempel.no/").stdout
    assert "nettsted.yml" not in told and "SITE_URL" not in told
    way = re.search(r"config\.yml: veien fra GitHub til skjemaet, som «(.+)»\n", told)[1]
    assert yaml.safe_load(way)["contact_links"][0]["url"] == "https://eksempel.no/rediger/"
    file.parent.mkdir(parents=True)
    file.write_text(f"blank_issues_enabled: false\n{way}\n", "utf-8")
    assert "config.yml" not in run("klar", SITE_URL="https://eksempel.no/").stdout


def test_what_the_project_must_have_and_git_must_tell(example, monkeypatch):
    data, project = read_data(example), "https://eksempel.no/prosjekt/"

    def missing(site_url: str = LOCAL, repo_url: str = project) -> str:
        return "\n".join(lacks(example, data, Settings(site_url, repo_url)))

    owners = example / ".github" / "CODEOWNERS"
    owners.parent.mkdir()
    owners.write_text("# Ingen enda\n\n", "utf-8")
    assert "CODEOWNERS: hvem som ser over en endring" in missing()
    owners.write_text("# Noen\n* @eier\n", "utf-8")
    assert "CODEOWNERS" not in missing() and "ingen lenker til GitHub" not in missing()
    assert "sidene har ingen lenker til GitHub" in missing(repo_url="")
    for shallow in (True, False):
        monkeypatch.setattr(klar, "is_shallow", lambda root, found=shallow: found)
        assert ("git: hele historikken (git fetch --unshallow)" in missing()) is shallow
    form = example / ".github" / "ISSUE_TEMPLATE" / "config.yml"
    form.parent.mkdir()
    form.write_text("blank_issues_enabled: false\n", "utf-8")
    assert "config.yml" in missing("https://eksempel.no/")


@pytest.mark.parametrize(
    "address",
    [
        "http://eksempel.no/",
        "https://localhost/",
        "https://127.0.0.1:8000/",
        "https://10.0.0.7/",
        "https://192.168.1.2/nett/",
        "https://tjener/",
        "https://nett.local/",
    ],
)
def test_an_address_of_ones_own_is_not_public(address):
    assert not Settings(site_url=address).er_offentlig
    assert Settings(site_url="https://eier.github.io/prosjekt/").er_offentlig


def test_nothing_is_published_at_an_address_of_ones_own(run):
    for address, said in (
        ("", "SITE_URL er «http://127.0.0.1:8000/». Sett den offentlige adressen, med https://\n"),
        (
            "https://localhost",
            "SITE_URL er «https://localhost/». Sett den offentlige adressen, med https://\n",
        ),
        ("https://eksempel.no", ""),
    ):
        told = run("klar", "--bare-adressen", SITE_URL=address)
        assert told == (int(bool(said)), "", said)


def test_the_last_lines_of_a_build_say_it_and_a_git_that_can_tell_nothing(example, run):
    """Here git is a program that refuses, and the engine one that writes two files."""
    (example / "bin").mkdir()
    (example / "bin" / "git").write_text("#!/bin/sh\necho uff >&2\nexit 128\n", "utf-8")
    (example / "bin" / "git").chmod(0o755)
    engine(example)
    given = {"PATH": f"{example / 'bin'}:{os.environ['PATH']}", "SOURCE_DATE_EPOCH": ""}
    told, built = run("klar", **given), run("bygg", **given)
    assert built.returncode == 0 and "Ikke klart til å legges ut" in built.stderr
    for said in (told.stdout, built.stderr):
        assert (
            "  - git svarte ikke når dataene sist ble endret: dagen er tatt fra den nyeste filen i"
            " data/. Rett git, eller sett SOURCE_DATE_EPOCH\n" in said
        )
        assert (
            "  - git svarte ikke hvor prosjektet ligger: sidene har ingen lenker til GitHub. Rett"
            " git (git remote -v), eller sett REPO_URL\n" in said
        )
