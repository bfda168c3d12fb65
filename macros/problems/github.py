"""Problems as GitHub shows them: annotations beside the lines of a pull request, and a table in the
summary of the job.
"""

import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from macros.problems import Place, Problem
from macros.problems.report import Report, link, sentence, spot, visible
from macros.settings import git

# GitHub shows ten annotations of each kind, and a summary of a megabyte.
MOST_ROWS = 400
HUNK = re.compile(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
# What is said of a difference, whatever somebody's git is set to.
ANY_CONFIG = ("-c", "core.quotePath=off")
SIDES = ("--src-prefix=a/", "--dst-prefix=b/")
ONLY_LINES = ("--relative", "--unified=0", "--no-color", "--no-ext-diff", "--no-renames", *SIDES)

Changed = dict[str, list[range]]


def changed_lines(root: Path, base: str) -> Changed | None:
    """File → its lines that are new since `base`.

    None where git can't tell, so that nothing is left out.
    """
    try:
        answer = git(root, *ANY_CONFIG, "diff", *ONLY_LINES, "--end-of-options", base, "--")
    except (OSError, subprocess.TimeoutExpired):
        return None
    if answer is None:
        return None
    _, *files = re.split(r"^\+\+\+ b/", answer.decode("utf-8", "replace"), flags=re.MULTILINE)
    return {
        file.partition("\n")[0].rstrip("\t"): [
            range(int(start), int(start) + int(size or 1)) for start, size in HUNK.findall(file)
        ]
        for file in files
    }


def annotations(report: Report, changed: Changed | None) -> Iterator[str]:
    """The errors on changed lines first, since GitHub shows ten; then the others.

    Hints only where something changed.
    """
    errors = sorted(report.errors, key=lambda problem: not _is_on(problem.place, changed))
    hints = (
        problem for problem in report.hints if changed is None or _is_on(problem.place, changed)
    )
    yield from (_annotation(problem, report) for problem in (*errors, *hints))


def _is_on(place: Place, changed: Changed | None) -> bool:
    return changed is not None and any(place.line in lines for lines in changed.get(place.file, ()))


def _annotation(problem: Problem, report: Report) -> str:
    place = problem.place
    paste = f"\n\nLim inn og fyll ut:\n{problem.paste}" if problem.paste else ""
    fields = {
        "file": visible(place.file),
        "line": place.line,
        "col": place.column,
        "title": f"{problem.code} ({spot(place)})",
    }
    text = (
        f"{sentence(problem.message)}{paste}\n\nForklaring: {link(problem.code, report.site_url)}"
    )
    properties = ",".join(
        f"{name}={_command_text(str(value), property=True)}" for name, value in fields.items()
    )
    return f"::{'warning' if problem.hint else 'error'} {properties}::{_command_text(text)}"


def _command_text(text: str, property: bool = False) -> str:
    """GitHub's own escaping: a text can neither end the command nor begin another."""
    for sign, code in (
        ("%", "%25"),
        ("\r", "%0D"),
        ("\n", "%0A"),
        *(((":", "%3A"), (",", "%2C")) if property else ()),
    ):
        text = text.replace(sign, code)
    return text


def job_summary(report: Report) -> str:
    """All of them for the summary of the job: errors as a table, hints under a fold."""
    parts = [f"## Kontroll av data: {report.counted}"]
    if report.errors:
        parts.append(_problem_table(report.errors, report))
    if report.hints:
        parts.append(
            "<details><summary>Hint, som ikke stopper noe"
            f" ({len(report.hints)})</summary>\n\n"
            f"{_problem_table(report.hints, report)}\n\n</details>"
        )
    return "\n\n".join(parts) + "\n"


def _problem_table(problems: Iterable[Problem], report: Report) -> str:
    problems = list(problems)
    rows = [_problem_row(problem, report) for problem in problems[:MOST_ROWS]]
    more = [f"\n… og {len(problems) - MOST_ROWS} til. Kjør «make check» for å se alle."] * (
        len(problems) > MOST_ROWS
    )
    return "\n".join(
        ["| Sted | Linjen | Hva du gjør | Forklaring |", "|---|---|---|---|", *rows, *more]
    )


def _problem_row(problem: Problem, report: Report) -> str:
    line = "".join(report.excerpt(problem.place)).strip()
    address = link(problem.code, report.site_url)
    quoted = f"<code>{_cell(line)}</code>" if line else ""
    explained = f"[{problem.code}]({address})" if address.startswith("https://") else problem.code
    return (
        f"| {_cell(spot(problem.place))} | {quoted} | {_cell(sentence(problem.message))} |"
        f" {explained} |"
    )


def _cell(text: str) -> str:
    """Data inside a Markdown table: every sign that Markdown or HTML knows becomes a number, and so
    does a mention of somebody.
    """
    return re.sub(r"[\\`*_{}\[\]()#+!|~@:/.<>&-]", lambda sign: f"&#{ord(sign[0])};", text)
