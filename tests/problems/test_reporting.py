"""What `sjekk` prints: the place, the line, what is wrong, what to write instead and where it is
explained; and the same for GitHub.
"""

import errno
import subprocess
from pathlib import Path

import pytest
from conftest import EXAMPLE

from macros.__main__ import main
from macros.judging import judge_project
from macros.model.oppforinger import new_entry
from macros.problems import Place, Problem, github, reason
from macros.problems.report import Report, link, visible
from macros.reading.load import load
from macros.settings import LOCAL, from_environment

KONTAKTER, NORD = "data/kontakter.yml", "data/nettverk/nord-eksempel.yml"
SITE = "https://eksempel.no/skole/"


def report(root: Path, site_url: str = SITE) -> Report:
    """All that is wrong in a project, but for what nobody has confirmed."""
    return Report(
        [
            problem
            for problem in judge_project(root, from_environment(root)).problems
            if problem.code != "ubekreftet"
        ],
        root,
        site_url,
    )


def of(root: Path, line: str, column: int = 1) -> str:
    """What is printed of a mistake in a file with that one line below an empty one."""
    (root / "x.yml").write_bytes(b"\n" + line.encode())
    return Report([Problem(Place("x.yml", 2, column), "noe er galt", "en-kode")], root, SITE).text()


def test_an_error_has_all_that_one_needs(example, edit):
    edit(NORD, "person: mette-mal", "person: mette-mall")
    assert (
        report(example).text()
        == """data/nettverk/nord-eksempel.yml:21:11 [ukjent-id]
  21 |   person: mette-mall
     |           ^
  Feil: «mette-mall» finnes ikke i data/kontakter.yml. Mente du «mette-mal»?
  Forklaring: https://eksempel.no/skole/om/rediger/feilmeldinger/#ukjent-id

1 feil."""
    )


def test_where_something_new_is_missing_there_is_an_entry_to_paste(example, edit):
    edit(NORD, "person: mette-mal", "person: nils-nydelig")
    assert """  Lim inn og fyll ut:
      nils-nydelig:
        navn: …
        per: …
        kilde: …
""" in report(example).text()


@pytest.mark.parametrize(
    ("collection", "id"),
    [
        ("kilder", "ny"),
        ("institusjoner", "ny"),
        ("kontakter", "ny"),
        ("begreper", "ny"),
        ("ordninger", "ny"),
        ("stotte", "ny"),
    ],
)
def test_an_entry_to_paste_has_what_is_needed_and_is_refused_until_it_is_filled_in(
    example, collection, id
):
    file = next((example / "data").rglob(f"{collection}.yml"))
    file.write_text(f"{file.read_text('utf-8')}\n{new_entry(collection, id)}\n", "utf-8")
    codes = {
        problem.code
        for problem in load(example).problems
        if problem.place.file.endswith(f"{collection}.yml")
    }
    assert codes and not codes & {"ukjent-felt", "mangler-felt", "tomt-felt", "dobbelt-felt"}


def test_hints_come_last_and_what_many_files_share_is_said_once(example, edit):
    edit(KONTAKTER, "  navn: Ola Prøve\n", "  navn: Ola # Prøve\n  nvan: Ola\n")
    text = Report(judge_project(example, from_environment(example)).problems, example, LOCAL).text()
    assert text.index("[ukjent-felt]") < text.index("Hint: ") and text.endswith(
        "\n\n1 feil og 4 hint."
    )
    assert (
        """Hint: ingen har bekreftet opplysningene de siste tolv månedene. Stemmer det som står, skriver du datoen og hvem som bekrefter, under «bekreftet» [ubekreftet]
  data/nettverk/sor-eksempel.yml:5:7 | navn: Kompetansenettverket Sør-Eksempel
  data/nettverk/videregaende.yml:4:7 | navn: Nettverket for videregående eksempler
  Lim inn og fyll ut:
      bekreftet:
        dato: …
        av: …
  Forklaring: /om/rediger/feilmeldinger/#ubekreftet
"""  # noqa: E501  as it is printed
        in text
    )


@pytest.mark.parametrize(
    ("line", "column", "shown"),
    [
        ("  navn: Ola", 9, ["  2 |   navn: Ola", "    |         ^"]),
        (
            "\tnavn:\u200b Ola\x1b[2J",
            9,
            ["  2 | →navn:‹U+200B› Ola‹U+001B›[2J", "    |                ^"],
        ),
        ("  navn: Ola\r", 3, ["  2 |   navn: Ola", "    |   ^"]),
        ("::error::x", 1, ["  2 | ::error::x", "    | ^"]),
    ],
)
def test_the_line_is_quoted_with_a_mark_and_without_anything_hidden(tmp_path, line, column, shown):
    assert of(tmp_path, line, column).split("\n")[1:3] == shown


@pytest.mark.parametrize(
    ("before", "behind", "shown"),
    [
        (500, 500, f"…{'a' * 60}X{'b' * 39}…"),
        (61, 39, f"…{'a' * 60}X{'b' * 39}"),
        (60, 40, f"{'a' * 60}X{'b' * 39}…"),
        (61, 38, f"{'a' * 61}X{'b' * 38}"),
    ],
)
def test_a_long_line_is_cut_around_the_mistake(tmp_path, before, behind, shown):
    text = of(tmp_path, "a" * before + "X" + "b" * behind, before + 1)
    quoted, mark = text.split("\n")[1:3]
    assert quoted == f"  2 | {shown}" and mark == f"    | {'^'.rjust(shown.index('X') + 1)}"


def test_a_file_that_is_gone_or_is_no_text_has_no_line(tmp_path):
    (tmp_path / "mappe").mkdir()
    for file in ("borte.yml", "mappe", "data/nettverk/*.yml", "x\0y"):
        text = Report([Problem(Place(file, 3), "noe er galt", "en-kode")], tmp_path, SITE).text()
        assert "|" not in text and "Feil: noe er galt" in text


def test_names_of_files_can_not_write_to_a_terminal(example):
    (example / "data" / "a\x1b[2J\n::error::b.txt").write_text("x")
    text = report(example).text()
    assert (
        "data/a‹U+001B›[2J‹U+000A›::error::b.txt:1:1 [ukjent-fil]" in text
        and "\x1b" not in text
        and "\n::error" not in text
    )
    assert all(
        line.startswith("::error file=data/a‹U+001B›[2J‹U+000A›%3A%3Aerror%3A%3Ab.txt,")
        for line in github.annotations(report(example), None)
    )


def test_without_a_public_address_the_explanation_is_the_pages_own():
    assert link("en-kode", LOCAL) == "/om/rediger/feilmeldinger/#en-kode"
    assert visible("a\tb\u202ec") == "a→b‹U+202E›c"


def test_annotations_are_escaped_as_github_wants():
    text = "100 % galt,\r\n::error::mer: her"
    found = Report(
        [
            Problem(Place("data/a,b:c%.yml", 2, 3), text, "en-kode"),
            Problem(Place("x.yml"), "et hint", "to-kode", hint=True),
        ],
        EXAMPLE,
        SITE,
    )
    error, warning = github.annotations(found, None)
    assert (
        error == "::error file=data/a%2Cb%3Ac%25.yml,line=2,col=3,title=en-kode"
        " (data/a%2Cb%3Ac%25.yml%3A2%3A3)::100 %25 galt,‹U+000D›‹U+000A›::error::mer:"
        " her.%0A%0AForklaring: https://eksempel.no/skole/om/rediger/feilmeldinger/#en-kode"
    )
    assert warning.startswith(
        "::warning file=x.yml,line=1,col=1,title=to-kode (x.yml%3A1%3A1)::Et hint.%0A%0A"
    )


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=x", "-c", "user.email=x@eksempel.no", *arguments],
        cwd=folder,
        check=True,
        capture_output=True,
    )


@pytest.fixture
def history(example: Path) -> Path:
    """The example with one mistake and one hint committed, in a folder of a larger repository."""
    file = example / KONTAKTER
    file.write_text(
        file.read_text("utf-8")
        .replace("  navn: Ola Prøve\n", "  navn: Ola # Prøve\n")
        .replace('telefon: "22 22 22 22"', "telefon: ukjent"),
        "utf-8",
    )
    (example / "Års møte.txt").write_text("a\n")
    git(example.parent, "init", "-q")
    git(example.parent, "add", "eksempel")
    git(example.parent, "commit", "-q", "-m", "x")
    return example


def test_errors_on_changed_lines_come_first_and_hints_stand_only_there(history, edit):
    edit(NORD, "  offentlige: 12\n", "  offentlige: tolv\n")
    edit(NORD, "dato: 2024-11-15", "dato: 2024-11-17")
    edit(NORD, "kilde: [notat, rapport]\n", "# en\n# to\nkilde: [notat, rapport]\n")
    (history / "Års møte.txt").write_text("b\n")
    changed = github.changed_lines(history, "HEAD")
    assert changed == {
        NORD: [range(25, 26), range(50, 51), range(64, 66)],
        "Års møte.txt": [range(1, 2)],
    }
    found = [
        line.partition("::")[2].partition(",col")[0]
        for line in github.annotations(report(history), changed)
    ]
    assert found == [f"error file={NORD},line=25", f"error file={KONTAKTER},line=18"]
    assert [
        line for line in github.annotations(report(history), None) if line.startswith("::warning")
    ]


def test_a_change_is_judged_without_a_summary(history, monkeypatch, capsys, edit):
    edit(NORD, "dato: 2024-11-15", "dato: 2024-11-17")
    monkeypatch.chdir(history)
    for name in ("GITHUB_STEP_SUMMARY", "SITE_URL"):
        monkeypatch.delenv(name, raising=False)
    assert main(["sjekk", "--endret", "HEAD"]) == 1
    told = capsys.readouterr().out.splitlines()
    assert [line.partition(",col")[0] for line in told[:-1]] == [
        f"::error file={KONTAKTER},line=18",
        f"::warning file={NORD},line=50",
    ]


def test_hints_on_changed_lines_are_warnings(history, edit):
    edit(NORD, "dato: 2024-11-15", "dato: 2024-11-17")
    edit(KONTAKTER, "telefon: ukjent", 'telefon: "22 22 22 22"')
    assert [
        line.partition(" ")[0]
        for line in github.annotations(report(history), github.changed_lines(history, "HEAD"))
    ] == ["::warning"]


@pytest.mark.parametrize("base", ["finnes-ikke", "--output=/tmp/x", ""])
def test_a_base_that_git_does_not_know_leaves_nothing_out(history, base):
    assert github.changed_lines(history, base) is None


def test_a_folder_without_history_leaves_nothing_out(tmp_path):
    assert github.changed_lines(tmp_path, "HEAD") is None


def test_the_job_gets_annotations_and_everything_in_its_summary(run, edit, tmp_path):
    summary = tmp_path / "oppsummering.md"
    summary.write_text("Fra før\n")
    edit(KONTAKTER, 'telefon: "22 22 22 22"', 'telefon: "[x](https://a.no) <b> | @eier"')
    result = run("sjekk", "--github", GITHUB_STEP_SUMMARY=str(summary), SITE_URL=SITE)
    assert result.returncode == 1 and result.stderr == ""
    assert [line[:9] for line in result.stdout.splitlines()] == [
        "::error f",
        "::warning",
        "::warning",
        "::warning",
        "1 feil og",
    ]
    text = summary.read_text("utf-8")
    assert text.startswith(
        "Fra før\n## Kontroll av data: 1 feil og 3 hint.\n\n| Sted | Linjen | Hva du gjør |"
        " Forklaring |\n|---|---|---|---|\n"
    )
    row = text.split("\n")[5]
    assert (
        row.count("|") == 5 and "<b>" not in row and "@eier" not in row and "](https://a" not in row
    )
    assert row.endswith(
        "| [telefon-form](https://eksempel.no/skole/om/rediger/feilmeldinger/#telefon-form) |"
    )
    assert "<details><summary>Hint, som ikke stopper noe (3)</summary>" in text


def test_a_summary_of_hints_alone_at_an_address_of_ones_own():
    found = [Problem(Place("x.yml"), "et hint", "to-kode", hint=True)]
    assert github.job_summary(Report(found, EXAMPLE, LOCAL)) == (
        "## Kontroll av data: Ingen feil og 1 hint.\n\n<details><summary>Hint, som ikke stopper noe"
        " (1)</summary>\n\n| Sted | Linjen | Hva du gjør | Forklaring |\n|---|---|---|---|\n"
        "| x&#46;yml&#58;1&#58;1 |  | Et hint&#46; | to-kode |\n\n</details>\n"
    )


def test_why_a_file_can_not_be_used_is_said_in_norwegian():
    assert reason(OSError("borte")) == "borte" and reason(OSError(1234, "Rart")) == "Rart"
    assert {name: reason(OSError(getattr(errno, name), "x")) for name in WHY} == WHY


WHY = {
    "ENOENT": "den finnes ikke",
    "EACCES": "tilgangen mangler",
    "EPERM": "tilgangen mangler",
    "EISDIR": "det er en mappe",
    "ENOTDIR": "noe i veien dit er ingen mappe",
    "ENOSPC": "disken er full",
    "EDQUOT": "plassen er brukt opp",
    "EROFS": "disken kan bare leses",
    "EADDRINUSE": "den er opptatt",
}


def test_no_sign_of_a_message_means_anything_in_a_table():
    signs = r"\`*_{}[]()#+!|~@:/.<>&-"
    row = "".join(f"&#{ord(sign)};" for sign in signs)
    text = github.job_summary(Report([], EXAMPLE, SITE))
    assert text == "## Kontroll av data: Ingen feil.\n"
    found = [Problem(Place("x", n), f"{signs} æ1;,", "en-kode") for n in range(1, 401)]
    text = github.job_summary(Report(found, EXAMPLE, SITE))
    assert text.endswith(
        f"| x&#58;400&#58;1 |  | {row} æ1;,&#46; |"
        " [en-kode](https://eksempel.no/skole/om/rediger/feilmeldinger/#en-kode) |\n"
    )


def test_a_summary_stays_below_githubs_limit():
    found = [
        Problem(Place("data/x.yml", number), "x" * 200, "en-kode") for number in range(1, 3000)
    ]
    text = github.job_summary(Report(found, EXAMPLE, SITE))
    assert len(text.encode()) < 1_000_000 and text.endswith(
        "\n… og 2599 til. Kjør «make check» for å se alle.\n"
    )
