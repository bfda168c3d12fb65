"""The workflows as plain values, and their steps as commands."""

import importlib.util
import shlex
from collections.abc import Iterator
from pathlib import Path

import yaml
from conftest import ROOT

FOLDER = ROOT / ".github" / "workflows"
TEXTS = {file.name: file.read_text("utf-8") for file in sorted(FOLDER.glob("*.yml"))}


class Loader(yaml.SafeLoader):
    """`on` is a key of ours, and no truth."""


Loader.yaml_implicit_resolvers = {
    key: [
        (tag, pattern) for tag, pattern in found if tag != "tag:yaml.org,2002:bool" or key in "tTfF"
    ]
    for key, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
WORKFLOWS = {name: yaml.load(text, Loader) for name, text in TEXTS.items()}
JOBS = {
    (name, job): told
    for name, workflow in WORKFLOWS.items()
    for job, told in workflow["jobs"].items()
}
STEPS = [(name, job, step) for (name, job), told in JOBS.items() for step in told.get("steps", ())]
RUNS = [(name, step["run"]) for name, _, step in STEPS if "run" in step]


def commands() -> Iterator[list[str]]:
    """Every command of every step, without what is done with its output."""
    for _, run in RUNS:
        for line in run.replace("\\\n", " ").split("\n"):
            words = shlex.split(line)
            ends = [
                index
                for index, word in enumerate(words)
                if word in (">", ">>", "||", "&&", ";", "|")
            ]
            yield words[: min(ends, default=len(words))]


def run_of(name: str, step: str) -> str:
    """What a step runs, by the names of its workflow and itself."""
    return next(
        told["run"] for workflow, _, told in STEPS if workflow == name and told.get("name") == step
    )


def load_steps(path: Path = ROOT / ".github" / "scripts" / "steps.py"):
    """The script that the workflows call, as a module."""
    spec = importlib.util.spec_from_file_location("workflow_steps", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
