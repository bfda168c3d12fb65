"""The steps of the workflows, run by hand as a runner would, in a clone of the example."""

import json
import os
import shutil
import subprocess
from datetime import UTC, datetime

import pytest
from conftest import EPOCH, EXAMPLE, ROOT
from fake_gh import change, git
from sent import op, proposal
from small_server import HTML, Reply, serving
from workflow_files import run_of

from macros.__main__ import main
from macros.feeds import feeds
from macros.reading.load import load

LIVE = feeds(load(EXAMPLE).data, datetime(2026, 6, 1, tzinfo=UTC), "https://eksempel.no/", {})


def environment(tmp_path, **more):
    """As a runner has it."""
    files = {
        name: str(tmp_path / name)
        for name in ("GITHUB_OUTPUT", "GITHUB_ENV", "GITHUB_STEP_SUMMARY")
    }
    (tmp_path / "runner").mkdir(exist_ok=True)
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return (
        kept
        | files
        | {
            "RUNNER_TEMP": str(tmp_path / "runner"),
            "SOURCE_DATE_EPOCH": EPOCH,
            "SITE_URL": "https://eksempel.no/",
        }
        | more
    )


def copy_script(clone):
    (clone / ".github" / "scripts").mkdir(parents=True, exist_ok=True)
    shutil.copyfile(
        ROOT / ".github" / "scripts" / "steps.py", clone / ".github" / "scripts" / "steps.py"
    )


def run(clone, script, env):
    """A step as GitHub runs it: bash stops at the first command that fails."""
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=clone,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def live():
    """The published site: its answers are the test's to give."""
    with serving() as server:
        server.replies = {f"/{address}": Reply(raw) for address, raw in LIVE.items()}
        yield server


def test_the_control_of_a_proposal_by_hand(clone, tmp_path):
    change(clone)
    git(clone, "commit", "--quiet", "-am", "Endre")
    env = environment(tmp_path, BASE="HEAD^1", SITE_URL="")  # nobody to wait for
    judged = run(clone, run_of("pull-request.yml", "Kontroller opplysningene"), env)
    assert judged.returncode == 0, judged.stdout + judged.stderr
    told = run(clone, run_of("pull-request.yml", "Si hva som endres"), env)
    assert told.returncode == 0, told.stderr
    assert "Ola Prøve → Ola Ny" in (clone / "svar" / "forskjell.txt").read_text("utf-8")
    assert "### Endringer i opplysningene" in (tmp_path / "GITHUB_STEP_SUMMARY").read_text("utf-8")
    assert "Ingen feil" in (clone / "svar" / "sjekk.txt").read_text("utf-8")


def test_a_broken_proposal_by_hand_is_answered_all_the_same(clone, tmp_path):
    file = clone / "data" / "kontakter.yml"
    file.write_text(
        file.read_text("utf-8").replace("institusjon: uie", "institusjon: uei", 1), "utf-8"
    )
    git(clone, "commit", "--quiet", "-am", "Ødelegg")
    env = environment(tmp_path, BASE="HEAD^1", SITE_URL="")  # nobody to wait for
    judged = run(clone, run_of("pull-request.yml", "Kontroller opplysningene"), env)
    assert judged.returncode == 1 and "::error file=data/kontakter.yml," in judged.stdout
    assert run(clone, run_of("pull-request.yml", "Si hva som endres"), env).returncode == 0
    assert "Mente du «uie»?" in (clone / "svar" / "sjekk.txt").read_text("utf-8")


def fetched(tmp_path, text: str) -> None:
    """The text of an issue, as the first job leaves it."""
    folder = tmp_path / "runner" / "sak"
    folder.mkdir()
    (folder / "sak.md").write_text(text, "utf-8")


HOSTILE = (
    "$(touch kapret) `touch kapret`\n'; touch kapret; echo '\n${{ github.token }}\n::set-output"
    " name=kode::0\n../../etc/passwd\n<script>alert(1)</script> @alle"
)


@pytest.mark.parametrize(
    ("body", "code"),
    [(HOSTILE, 2), (proposal(op("sett", HOSTILE, felt=HOSTILE, til=HOSTILE), by=HOSTILE), 1)],
)
def test_a_hostile_issue_by_hand_changes_nothing(clone, tmp_path, body, code):
    env = environment(tmp_path)
    fetched(tmp_path, body)
    told = run(clone, run_of("issue-to-pr.yml", "Gjør det meldingen ber om"), env)
    assert told.returncode == 0, told.stderr
    assert (tmp_path / "GITHUB_OUTPUT").read_text() == f"kode={code}\n"
    assert (tmp_path / "runner" / "svar" / "svar.md").stat().st_size > 20
    assert git(clone, "status", "--porcelain") == ""


def test_a_form_by_hand_becomes_a_proposal_and_an_answer(clone, gh, tmp_path):
    kari = "kontakter/kari-eksempel"
    form = proposal(op("sett", kari, felt="epost", til="kari.ny@eksempel.no"), op("bekreft", kari))
    env = environment(tmp_path)
    fetched(tmp_path, form)
    assert run(clone, run_of("issue-to-pr.yml", "Gjør det meldingen ber om"), env).returncode == 0
    assert (tmp_path / "GITHUB_OUTPUT").read_text() == "kode=0\n", (
        tmp_path / "runner" / "svar" / "svar.md"
    ).read_text("utf-8")
    checked = run(clone, run_of("issue-to-pr.yml", "Kontroller"), env)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    git(clone, "checkout", "--quiet", ".")
    copy_script(clone)
    env |= {"PATH": os.environ["PATH"], "FAKE_GH": os.environ["FAKE_GH"], "ISSUE": "7", "CODE": "0"}
    proposed = run(clone, run_of("issue-to-pr.yml", "Foreslå endringen"), env)
    assert proposed.returncode == 0, proposed.stderr
    assert "kari.ny@eksempel.no" in git(tmp_path / "fjern.git", "show", "sak-7:data/kontakter.yml")
    assert gh.body("pr", "create").startswith("Closes #7\n\nTakk!")
    made = {"number": 8, "headRefName": "sak-7", "url": "https://eksempel.no/pull/8", "body": ""}
    made |= {"reviewDecision": "", "latestReviews": [], "isCrossRepository": False}
    gh.answers("pr-list-json", json.dumps([made]))
    assert run(clone, run_of("issue-to-pr.yml", "Svar i saken"), env).returncode == 0
    assert gh.told[-1][:3] == ["issue", "comment", "7"] and gh.told[-1][4].endswith(
        "\n\nForslaget: https://eksempel.no/pull/8\n"
    )


@pytest.mark.parametrize(
    ("reply", "code", "told"),
    [
        (None, 0, "KALENDER_FORRIGE={temp}/kalendere\n"),
        (Reply(b"<!doctype html>", HTML), 1, ""),
    ],
)
def test_the_live_calendars_by_hand(clone, live, tmp_path, reply, code, told):
    if reply:
        live.replies["/kalender/alle.ics"] = reply
    env = environment(tmp_path, SITE_URL=live.address)
    (tmp_path / "GITHUB_ENV").touch()
    assert run(clone, run_of("main.yml", "Hent kalenderne som ligger ute"), env).returncode == code
    assert (tmp_path / "GITHUB_ENV").read_text() == told.format(temp=env["RUNNER_TEMP"])


def test_the_monthly_round_by_hand(clone, gh, tmp_path):
    env = environment(tmp_path, FAKE_GH=os.environ["FAKE_GH"])
    assert run(clone, run_of("monthly.yml", "Finn det som ikke er bekreftet"), env).returncode == 0
    copy_script(clone)
    assert run(clone, run_of("monthly.yml", "Oppdater saken"), env).returncode == 0
    assert gh.body("issue", "create").count("- [ ] ") > 1


def test_a_new_cycle_by_hand(clone, gh, tmp_path):
    """With either dash it is the same file."""
    env = environment(tmp_path, FAKE_GH=os.environ["FAKE_GH"])
    copy_script(clone)
    file, drafts = clone / "data" / "arshjul" / "2026-2027.yml", []
    for years in ("2026-2027", "2026–2027"):
        file.unlink(missing_ok=True)
        told = run(clone, run_of("nytt-arshjul.yml", "Lag utkastet"), env | {"YEARS": years})
        assert told.returncode == 0, told.stderr
        drafts.append(file.read_bytes())
    assert drafts[0] == drafts[1]
    for step in ("Kontroller", "Foreslå endringene"):
        told = run(clone, run_of("nytt-arshjul.yml", step), env)
        assert told.returncode == 0, told.stdout + told.stderr
    assert (
        git(tmp_path / "fjern.git", "diff", "--name-status", "main", "arshjul-2026-2027")
        == "A\tdata/arshjul/2026-2027.yml"
    )
    assert (
        gh.body("pr", "create")
        == "Skrev data/arshjul/2026-2027.yml. Fyll ut dato og skriv status: vedtatt etter hvert som"
        " noe blir vedtatt.  \n"
    )


@pytest.mark.parametrize(
    "years",
    [
        "2027",
        "",
        "2027-2029",
        "--help",
        "../2027-2028",
        "$(touch kapret)",
        "2027-2028; touch kapret",
    ],
)
def test_wrong_years_by_hand_change_nothing(example, tmp_path, monkeypatch, capsys, years):
    """The step stops where the verb does, and hands it what was typed as one word."""
    python = tmp_path / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text("#!/bin/sh\nprintf '%s\\0' \"$@\" > spurt\nexit 1\n")
    python.chmod(0o755)
    env = environment(tmp_path, YEARS=years)
    assert run(tmp_path, run_of("nytt-arshjul.yml", "Lag utkastet"), env).returncode == 1
    *called, end = (tmp_path / "spurt").read_text("utf-8").split("\0")
    assert called[:2] == ["-m", "macros"] and not end and not list(tmp_path.rglob("kapret"))
    monkeypatch.chdir(example)
    before = {file: file.read_bytes() for file in example.rglob("*.*")}
    assert main(called[2:]) == 1
    said = f"«{years}» er ikke et skoleår. Skriv to år etter hverandre, som 2027-2028.\n"
    assert capsys.readouterr() == ("", said)
    assert {file: file.read_bytes() for file in example.rglob("*.*")} == before


def test_the_schools_by_hand(clone, gh, tmp_path):
    env = environment(tmp_path, FAKE_GH=os.environ["FAKE_GH"])
    (tmp_path / "runner" / "rapport.txt").write_text(
        "6 skoler i registeret.\n\nNye:\n- Ny skole\n", "utf-8"
    )
    file = clone / "data" / "skoler.yml"
    file.write_text(file.read_text("utf-8").replace("Lia skole", "Lia nye skole"), "utf-8")
    copy_script(clone)
    proposed = run(clone, run_of("skoler.yml", "Foreslå endringene"), env)
    assert proposed.returncode == 0, proposed.stderr
    assert (
        git(tmp_path / "fjern.git", "diff", "--name-only", "main", "skoleregisteret")
        == "data/skoler.yml"
    )
    assert gh.body("pr", "create") == "6 skoler i registeret.  \n\nNye:  \n- Ny skole\n"
