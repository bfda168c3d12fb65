"""What the tests share: the example site, edits of it, and sites that are built once."""

import fcntl
import gc
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from macros.judging import judge
from macros.problems import Problem
from macros.settings import BUILD

# The fixtures that are made for one subject: a browser, a register, a gh, the side door.
pytest_plugins = ["browsing", "fake_gh", "made_up_register", "side_door"]

TESTS = Path(__file__).parent
ROOT = TESTS.parent
EXAMPLE = TESTS / "example"
# The morning of 1 June 2026 in Norway: after every cycle of the example and every scheme but the
# new one.
EPOCH = "1780272000"
# Later than anything that the data say has been.
NOW = date(2100, 1, 1)
LONG = tuple(f"tests/{room}/" for room in ("whole", "browser", "reading", "workflows", "frame"))
# The sign that a place points at, behind the one before it.
BEGINS = re.compile(r"\w[^\w ]|\W[^ ]|[^\w ]")
FROM_OUTSIDE = (
    "SITE_URL",
    "REPO_URL",
    "KALENDER_FORRIGE",
    "GITHUB_SERVER_URL",
    "GITHUB_REPOSITORY",
    "GITHUB_STEP_SUMMARY",
)


# How fast a machine is that has much else to do is nothing that these tests are about.
settings.register_profile("ours", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("ours")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--bless", action="store_true", help="accept what is made now as the golden files"
    )


def pytest_configure() -> None:
    """As in a build, nearly all that is made lives on: looking for garbage takes a tenth of the
    tests. What borrows from here, as `bench` does, is left with Python's own pace.
    """
    gc.set_threshold(100_000)


def pytest_xdist_auto_num_workers() -> int:
    """Half as many again as there are cores: a worker waits for its browser half of the time."""
    cores = (
        len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    )
    return cores + cores // 2


class Together(LoadScopeScheduling):
    """One worker gets all that looks at one kind of page, which it opens once, and all that reads
    every page, which takes seconds; of other tests, a whole file.
    """

    def _split_scope(self, nodeid: str) -> str:
        file, _, test = nodeid.partition("::")
        if kind := re.search(r"\[(side .*)\]$", test):
            return kind[1]
        return "pages" if _reads_pages(file) else file


@cache
def _reads_pages(file: str) -> bool:
    return "read_pages(" in (ROOT / file).read_text("utf-8")


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Together:
    """The groups of `--dist loadgroup` are lost on the way from pytest 9.2 to xdist 3.8."""
    config.option.loadscopereorder = False
    return Together(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The rooms with the longest files go first, so that no worker is left with one at the end."""
    items.sort(key=lambda item: not item.nodeid.startswith(LONG))
    gc.freeze()  # the tests themselves are no garbage


@pytest.fixture(autouse=True)
def outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing from the tester's own environment decides what a test sees."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    for name in FROM_OUTSIDE:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """A copy of the example's data and pages, to damage at will."""
    folder = tmp_path / "eksempel"
    for file, content in _example_files().items():
        path = folder / file
        try:
            path.write_bytes(content)
        except FileNotFoundError:
            path.parent.mkdir(parents=True)
            path.write_bytes(content)
    return folder


@cache
def _example_files() -> dict[str, bytes]:
    """A thousand tests copy them: held here, that takes a third of the time."""
    return {
        file.relative_to(EXAMPLE).as_posix(): file.read_bytes()
        for file in EXAMPLE.rglob("*")
        if file.is_file()
    }


@pytest.fixture
def project(example: Path) -> Path:
    """The example with the program beside it: a whole project, as a clone would have it."""
    complete(example)
    return example


def complete(folder: Path) -> None:
    """Put the program, the overrides, the looks and the shared settings into a copy of the
    example.
    """
    shutil.copytree(ROOT / "macros", folder / "macros")
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    shutil.copytree(ROOT / "docs" / "assets", folder / "docs" / "assets", dirs_exist_ok=True)
    shutil.copyfile(ROOT / "mkdocs.yml", folder / "felles.yml")
    (ROOT / ".cache").mkdir(exist_ok=True)
    (folder / ".cache").symlink_to(ROOT / ".cache")  # templates are compiled once for all copies


@pytest.fixture
def edit(example: Path) -> Callable[[str, str, str], None]:
    """Change a file of the example: `edit("data/kilder.yml", old, new)`.

    The old text must stand there just once.
    """

    def change(file: str, old: str, new: str) -> None:
        path = example / file
        text = path.read_text("utf-8")
        assert text.count(old) == 1, f"«{old}» står {text.count(old)} ganger i {file}"
        path.write_text(text.replace(old, new), "utf-8")

    return change


@pytest.fixture
def problems() -> Callable[[Path], list[str]]:
    """Everything that is wrong in a project, as an editor reads it, but for what nobody has
    confirmed: time passes in the example too.
    """
    return lambda root: [str(problem) for problem in found(root) if problem.code != "ubekreftet"]


def found(root: Path) -> list[Problem]:
    """Everything that is wrong in a project, sorted; each where a word or a sign begins."""
    problems = judge(root)
    for problem in problems:
        file, line, column = root / problem.place.file, problem.place.line, problem.place.column
        if column > 1 and problem.code not in ("ubekreftet", "fil-tegnsett"):
            text = file.read_text("utf-8-sig", "replace").split("\n")[line - 1]
            assert BEGINS.fullmatch(text[column - 2 : column]), f"{problem}: kolonne {column}"
    return problems


def said(output: str) -> list[str]:
    """The lines that a command wrote about what is wrong, but for what nobody has confirmed, and
    MkDocs' own.
    """
    return [
        line
        for line in output.splitlines()
        if line and "INFO" not in line and "de siste tolv månedene" not in line
    ]


def environment(**given: str) -> dict[str, str]:
    """What a command sees: the clock is set, and nothing else comes from outside."""
    inherited = {
        name: value
        for name, value in os.environ.items()
        if name not in (*FROM_OUTSIDE, "PYTHONPATH")
    }
    return (
        inherited
        | {"SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1"}
        | given
    )


def run(folder: Path, *arguments: str, **given: str) -> subprocess.CompletedProcess[str]:
    """`python -m …` in a project."""
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=folder,
        env=environment(**given),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def build(folder: Path, site: Path, **given: str) -> subprocess.CompletedProcess[str]:
    """The engine's strict build of a project into `site`."""
    return run(folder, *BUILD, "--strict", "--site-dir", str(site), **given)


def once(
    factory: pytest.TempPathFactory,
    name: str,
    make: Callable[[Path], subprocess.CompletedProcess[str]],
) -> Path:
    """A site that one worker builds, and for which the others wait."""
    place = factory.getbasetemp()
    place = place.parent if "PYTEST_XDIST_WORKER" in os.environ else place
    site = place / name / "site"
    with (place / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not site.exists():
            result = make(site)
            assert result.returncode == 0, result.stdout + result.stderr
    return site


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built once."""
    return once(tmp_path_factory, "nettsted", lambda site: build(ROOT, site))


@pytest.fixture(scope="session")
def example_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example's site, built once."""

    def make(site: Path) -> subprocess.CompletedProcess[str]:
        folder = Path(shutil.copytree(EXAMPLE, site.parent / "prosjekt", dirs_exist_ok=True))
        complete(folder)
        return build(folder, site)

    return once(tmp_path_factory, "eksempel", make)


def as_typed(holds: object, what: str) -> None:
    """Real words against those that were typed from the sources.

    What editors write is theirs: a difference is told, and fails nothing.
    """
    if not holds:
        pytest.skip(f"{what} er skrevet om siden kildene ble lest")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str | bytes], None]:
    """Compare with a file in tests/golden/; `pytest --bless` accepts what is made now."""

    def compare(name: str, made: str | bytes) -> None:
        file, content = TESTS / "golden" / name, made.encode() if isinstance(made, str) else made
        if request.config.getoption("--bless"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        assert file.exists(), (
            f"tests/golden/{name} finnes ikke. Se over innholdet og kjør «pytest --bless»"
        )
        assert content == file.read_bytes(), (
            f"tests/golden/{name} er ikke lenger det som lages. Se over forskjellen og kjør «pytest"
            " --bless»"
        )

    return compare
