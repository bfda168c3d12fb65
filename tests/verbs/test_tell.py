"""`forskjell` and `foreldet`: what is told of changes, and of what nobody has confirmed."""

import os
import subprocess
from datetime import date
from pathlib import Path

import pytest

from macros.editing import outdated
from macros.editing.revision import NoRevision, checkout
from macros.model.data import Data
from macros.reading.load import load


def git(folder: Path, *arguments: str) -> None:
    named = {
        "GIT_AUTHOR_NAME": "x",
        "GIT_AUTHOR_EMAIL": "x@eksempel.no",
        "GIT_COMMITTER_NAME": "x",
        "GIT_COMMITTER_EMAIL": "x@eksempel.no",
    }
    subprocess.run(
        ["git", "-C", str(folder), *arguments],
        check=True,
        capture_output=True,
        env=os.environ | named,
    )


@pytest.fixture
def repository(example: Path) -> Path:
    """The example as a repository with one commit."""
    git(example, "init", "-q")
    git(example, "add", "-A")
    git(example, "commit", "-q", "-m", "Først")
    return example


def test_forskjell(repository, edit, run, tmp_path):
    edit("data/nettverk/nord-eksempel.yml", "person: mette-mal", "person: ola-prove")
    (repository / "docs/index.md").write_text("# Ny forside\n", "utf-8")
    summary = tmp_path / "oppsummering.md"
    result = run("forskjell", "HEAD", GITHUB_STEP_SUMMARY=str(summary))
    assert (result.returncode, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    assert lines[:4] == [
        "Endringer i opplysningene",
        "",
        "- Nord-Eksempel: representant Mette Mal → Ola Prøve",
        "",
    ]
    pages = lines[lines.index("Sider som endres") + 2 :]
    assert (
        "- /" in pages
        and "- /nettverk/nord-eksempel/" in pages
        and "- /nettverk/sor-eksempel/" not in pages
    )
    assert summary.read_text("utf-8").startswith("### Endringer i opplysningene\n")


def test_forskjell_names_what_only_the_program_owns_first(repository, run):
    """Of mkdocs.yml editors own the menu."""
    (assets := repository / "docs" / "assets").mkdir()
    for name in ("kart.js", "sok.js", "kart.css", "kart.svg"):
        (assets / name).write_text("a")
    git(repository, "add", "-A")
    git(repository, "commit", "-q", "-m", "Skript")
    menu = repository / "mkdocs.yml"
    was = menu.read_text("utf-8")
    menu.write_text(was.replace("Forside: index.md", "Hjem: index.md"), "utf-8")
    assert run("forskjell", "HEAD").stdout.startswith("Endringer i opplysningene\n")
    menu.write_text(was + "hooks: [docs/assets/noe.py]\nsite_name: Noe annet\n", "utf-8")
    for name in ("kart.js", "kart.css", "kart.svg", "ny.css"):
        (assets / name).write_text("b")
    (assets / "sok.js").unlink()
    assert run("forskjell", "HEAD").stdout.startswith(
        "Nettstedets innstillinger endres\n\nEn redaktør endrer bare menyen («nav») i mkdocs.yml."
        " Resten av den, og skript og stilark i docs/assets/, bestemmer hva som kjører, og må ses"
        " over av noen som kjenner programmet:\n\n- mkdocs.yml: «site_name»\n- mkdocs.yml:"
        " «hooks»\n- docs/assets/kart.css\n- docs/assets/kart.js\n- docs/assets/ny.css\n-"
        " docs/assets/sok.js\n\nEndringer i opplysningene\n"
    )
    menu.write_text(was + "hooks: [\n", "utf-8")
    assert "- mkdocs.yml: «mkdocs.yml»\n" in run("forskjell", "HEAD").stdout


def test_forskjell_with_nothing(repository, run):
    result = run("forskjell", "HEAD")
    assert (
        result.stdout
        == "Endringer i opplysningene\n\nIngen av opplysningene er endret.\n\nSider som"
        " endres\n\nIngen.\n"
    )


@pytest.mark.parametrize(
    "base", ["finnes-ikke", "--upload-pack=touch hacket", "HEAD; touch hacket", "HEAD:data", ""]
)
def test_forskjell_with_no_such_revision(repository, run, base):
    result = run("forskjell", "--", base)
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.startswith("Fant ikke revisjonen i git-historikken.")
    assert not (repository / "hacket").exists()


def test_forskjell_without_git(example, tmp_path):
    with pytest.raises(NoRevision):
        checkout(example, "HEAD", tmp_path)


def test_a_revision_need_not_have_every_part_of_the_site(example, tmp_path):
    git(example, "init", "-q")
    git(example, "commit", "-q", "--allow-empty", "-m", "Tomt")
    git(example, "add", "data")
    git(example, "commit", "-q", "-m", "Bare dataene")
    for revision, parts in (("HEAD~1", []), ("HEAD", ["data"])):
        (there := tmp_path / revision).mkdir()
        checkout(example, revision, there)
        assert [part.name for part in there.iterdir()] == parts


def test_foreldet(run):
    result = run("foreldet")
    assert result.returncode == 0
    assert (
        result.stdout
        == """\
4 oppføringer er ikke bekreftet de siste tolv månedene. Nettverk og personer bekreftes på siden «Meld endring» (/rediger/).

UiE ved Kari Eksempel

  Kari Eksempel (data/kontakter.yml): sist bekreftet 15. januar 2025 av UiE

Ingen ansvarlig institusjon er ført opp

  Nettverket Sør-Eksempel (data/nettverk/sor-eksempel.yml): aldri bekreftet
  Nettverket Videregående (data/nettverk/videregaende.yml): aldri bekreftet
  Mette Mal (data/kontakter.yml): aldri bekreftet

Kalenderen

  Årshjulet 2024-2025 går til og med juli 2025, og det er ikke lagt inn noe nytt. Arbeidsflyten «Nytt årshjul» lager et utkast.
"""  # noqa: E501  as it is printed
    )
    assert (
        "### UiE ved Kari Eksempel\n\n- [ ] Kari Eksempel (data/kontakter.yml): sist bekreftet 15."
        " januar 2025 av UiE\n" in run("foreldet", "--markdown").stdout
    )


def test_the_letters_lie_where_one_says(example, run):
    for _ in range(2):  # over those of before
        told = run("foreldet", "--brev", "post/brev", "--dato", "2028-06-01")
    assert told == (
        0,
        "Skrev 4 e-poster i post/brev. Adressen og emnet står øverst i hver.\n",
        "",
    )
    assert len(list((example / "post/brev").iterdir())) == 4
    letter = (example / "post/brev/nettverk-nord-eksempel.txt").read_text("utf-8")
    assert "http://127.0.0.1:8000/rediger/#nettverk/nord-eksempel" in letter


def test_twelve_months_are_up_the_day_after(run):
    """Nord-Eksempel was confirmed on 15 January 2026."""
    for day, old in (("2027-01-15", False), ("2027-01-16", True)):
        assert ("Nord-Eksempel" in run("foreldet", "--dato", day).stdout) is old


def test_foreldet_when_all_is_well(example, run):
    assert (
        run("foreldet", "--dato", "2025-01-16").stdout.splitlines()[0].startswith("3 oppføringer")
    )
    for name in ("sor-eksempel", "videregaende"):
        file = example / f"data/nettverk/{name}.yml"
        file.write_text(
            f"{file.read_text('utf-8').rstrip()}\nbekreftet: {{dato: 2025-01-15, av: UiE}}\n",
            "utf-8",
        )
    assert (
        run("foreldet", "--dato", "2025-01-16")
        .stdout.splitlines()[0]
        .startswith("1 oppføring er ikke")
    )
    people = example / "data/kontakter.yml"
    people.write_text(
        people.read_text("utf-8").replace(
            "mette-mal:\n", "mette-mal:\n  bekreftet: {dato: 2025-01-15, av: UiE}\n"
        ),
        "utf-8",
    )
    assert (
        run("foreldet", "--dato", "2025-01-16").stdout.split("\n\nKalenderen\n")[0] + "\n"
        == "Alt er bekreftet de siste tolv månedene.\n"
    )


def test_an_institution_that_is_reached_through_nobody_is_named_alone(edit, run):
    edit("data/institusjoner.yml", "  inngang: kari-eksempel\n", "")
    assert "\n\nUiE\n\n  Kari Eksempel (data/kontakter.yml): " in run("foreldet").stdout


def test_the_monthly_round_tells_what_the_calendar_needs(example):
    data = load(example).data
    waits = (
        "«Knappene deles ut» (data/arshjul/2024-2025.yml) er foreløpig, og ventes mars 2025. Fyll"
        " inn dagen når den er vedtatt."
    )
    ends = (
        "Årshjulet 2024-2025 går til og med juli 2025, og det er ikke lagt inn noe nytt."
        " Arbeidsflyten «Nytt årshjul» lager et utkast."
    )
    quiet = (
        "Ingenting er endret på 30 dager. Etter 60 dager stanser GitHub den nattlige publiseringen."
        " En hvilken som helst endring i prosjektet holder den i gang."
    )
    assert outdated.reminders(data, date(2025, 1, 14), 29) == []
    assert outdated.reminders(data, date(2025, 1, 15), 30) == [waits, quiet]
    assert outdated.reminders(data, date(2025, 3, 31), None) == [waits]
    assert outdated.reminders(data, date(2025, 4, 1), None) == []
    assert outdated.reminders(data, date(2025, 4, 2), None) == [ends]
    assert outdated.reminders(data, date(2026, 7, 31), None) == [ends]
    assert outdated.reminders(data, date(2026, 8, 1), None) == []
    assert outdated.reminders(Data(), date(2026, 8, 1), None) == []
