"""The verbs of the side door, called in the example's folder without starting Python anew."""

from collections.abc import Callable
from typing import NamedTuple

import pytest
from conftest import EPOCH

from macros.__main__ import main


class Result(NamedTuple):
    """What a verb came to."""

    returncode: int
    stdout: str
    stderr: str


Run = Callable[..., Result]


@pytest.fixture
def run(example, monkeypatch, capsys) -> Run:
    """A verb in the example's folder, without starting Python anew; what the environment gives it
    is gone after the call.
    """
    monkeypatch.chdir(example)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    monkeypatch.delenv("KALENDER_FORRIGE", raising=False)

    def call(*arguments: str, **given: str) -> Result:
        capsys.readouterr()
        with monkeypatch.context() as call_alone:
            for name, value in given.items():
                call_alone.setenv(name, value)
            try:
                code = main(list(arguments))
            except SystemExit as stop:
                code = stop.code if isinstance(stop.code, int) else 1
        return Result(code, *capsys.readouterr())

    return call
