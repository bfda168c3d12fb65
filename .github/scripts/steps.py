"""What the workflows do with git and gh: propose a change, keep one issue, answer.

No text passes through a shell.

GH_TOKEN and GITHUB_REPOSITORY come from the workflow. Messages are bokmål, for those who read the
log.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

NAME, EMAIL = "github-actions[bot]", "41898282+github-actions[bot]@users.noreply.github.com"
CONTROL, READING = "pull-request.yml", "issue-to-pr.yml"
# The branch of an issue; with a number behind it for a wish that came after an approval.
OURS = re.compile(r"(sak-([0-9]+))(?:-([0-9]+))?")
# In the text of a proposal, unseen: the records that it is about.
ABOUT = "<!-- oppføringer: {} -->"
# GitHub takes 65,536 signs.
LONGEST = 60_000


def call(*command: str) -> str:
    """What a program prints. Its own complaint goes to the log, and stops the step."""
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.strip()


def propose(arguments: argparse.Namespace) -> None:
    """Put what has changed below the paths on a branch of ours, and open or update its pull
    request. One that somebody has approved is left as it was seen: what is wished now becomes a
    proposal of its own.
    """
    if arguments.patch and arguments.patch.read_bytes():
        call(
            "git",
            "apply",
            *(f"--include={path}/*" for path in arguments.paths),
            str(arguments.patch),
        )
    if not call("git", "status", "--porcelain", "--", *arguments.paths):
        print("Ingenting er endret. Det blir ikke noe forslag.")
        _close(arguments.branch)
        return
    approved = _approved_of(arguments.branch)
    names = (arguments.branch, *(f"{arguments.branch}-{number}" for number in range(2, 100)))
    branch = next(name for name in names if name not in approved)
    _must_be_ours(branch)
    call("git", "switch", "--quiet", "--force-create", branch)
    call("git", "add", "--", *arguments.paths)
    call(
        "git",
        "-c",
        f"user.name={NAME}",
        "-c",
        f"user.email={EMAIL}",
        "commit",
        "--quiet",
        "--message",
        arguments.title,
    )
    call("gh", "auth", "setup-git")
    call("git", "push", "--quiet", "--force", "origin", f"HEAD:refs/heads/{branch}")
    closes = f"Closes #{arguments.closes}\n\n" if arguments.closes else ""
    text = arguments.body.read_text("utf-8")
    text = closes + (text if arguments.markdown else shown(text))
    if about := _records(arguments.records):
        text += "\n" + ABOUT.format(" ".join(about)) + "\n"
    with _file(text) as body:
        if number := _pull_request(branch):
            call("gh", "pr", "edit", number, "--title", arguments.title, "--body-file", body)
        else:
            call(
                "gh",
                "pr",
                "create",
                "--head",
                branch,
                "--title",
                arguments.title,
                "--body-file",
                body,
            )
            for number in approved.values():
                _tell(
                    number,
                    "Saken er endret etter at dette ble godkjent. Forslaget er ikke rørt. Det nye"
                    f" ønsket er et eget forslag, i grenen {branch}. Ta inn det ene, og lukk det"
                    " andre.\n",
                )
    call("gh", "workflow", "run", CONTROL, "--ref", branch)
    print(f"Forslaget ligger i grenen {branch}.")


def _approved_of(branch: str) -> dict[str, str]:
    """Branch → number of the open proposals of an issue that somebody has approved."""
    return {
        one["headRefName"]: str(one["number"])
        for one in _open_proposals()
        if _of_issue(one, branch) and _approved(one)
    }


def _of_issue(proposal: dict, branch: str) -> bool:
    """Whether it comes from the issue that the branch is named after."""
    found = OURS.fullmatch(proposal["headRefName"])
    return bool(found) and found[1] == branch


def _approved(proposal: dict) -> bool:
    """Whether somebody has: GitHub decides nothing where the rules ask for no approval."""
    return proposal["reviewDecision"] == "APPROVED" or any(
        review["state"] == "APPROVED" for review in proposal["latestReviews"]
    )


def _tell(number: str, text: str) -> None:
    with _file(text) as body:
        call("gh", "pr", "comment", number, "--body-file", body)


def _close(branch: str) -> None:
    """An earlier proposal would now bring back what was. One that is approved is left to those who
    have approved it.
    """
    if branch in _approved_of(branch):
        return
    if number := _pull_request(branch):
        _must_be_ours(branch)
        call(
            "gh",
            "pr",
            "close",
            number,
            "--comment",
            "Det er ikke lenger noe å endre. Forslaget er lukket.",
        )


def _must_be_ours(branch: str) -> None:
    """Stop where somebody has worked on the branch since: their work would be lost."""
    log = subprocess.run(
        ["git", "log", "-1", "--format=%ae", f"refs/remotes/origin/{branch}", "--"],
        check=False,
        capture_output=True,
        text=True,
    )
    if log.returncode == 0 and log.stdout.strip() not in ("", EMAIL):
        sys.exit(
            f"Noen har arbeidet videre i grenen {branch}. Slå sammen eller lukk forslaget først."
        )


def _pull_request(branch: str) -> str:
    """The number of the branch's open pull request, or nothing."""
    return call(
        "gh",
        "pr",
        "list",
        "--head",
        branch,
        "--state",
        "open",
        "--json",
        "number",
        "--jq",
        ".[0].number // empty",
    )


def keep_issue(arguments: argparse.Namespace) -> None:
    """Open, update or close the one issue that has the label."""
    done = arguments.body.read_text("utf-8").strip() == arguments.done_when
    number = call(
        "gh",
        "issue",
        "list",
        "--label",
        arguments.label,
        "--state",
        "open",
        "--json",
        "number",
        "--jq",
        ".[0].number // empty",
    )
    if number and done:
        call("gh", "issue", "close", number, "--comment", arguments.done_when)
    elif number:
        call("gh", "issue", "edit", number, "--body-file", str(arguments.body))
    elif not done:
        call("gh", "label", "create", arguments.label, "--force", "--color", "1D4F5C")
        call(
            "gh",
            "issue",
            "create",
            "--title",
            arguments.title,
            "--label",
            arguments.label,
            "--body-file",
            str(arguments.body),
        )


def answer(arguments: argparse.Namespace) -> None:
    """Answer in an issue, with the way to the pull request when there is one: this one's, or that
    of the issue before it was edited.
    """
    made = [one for one in _open_proposals() if _of_issue(one, arguments.branch)]
    address = max(made, key=lambda one: one["number"])["url"] if made else ""
    proposal = (
        "Forslaget"
        if arguments.code == "0"
        else "Forslaget fra før du endret saken, ligger der fortsatt"
    )
    text = arguments.body.read_text("utf-8").rstrip()
    text += f"\n\n{proposal}: {address}" if address else ""
    for other in _same_records(arguments.records, arguments.branch):
        text += f"\n\nDet ligger alt et forslag om noe av det samme: {other}. Se på det også."
    text += "\n"
    with _file(text) as body:
        call(
            "gh",
            "issue",
            "comment",
            arguments.issue,
            "--body-file",
            body,
            "--edit-last",
            "--create-if-none",
        )


def regret(arguments: argparse.Namespace) -> None:
    """Answer in an issue whose proposal could not be made: the sender is told, and who can help is
    shown where to look.
    """
    why = (
        "Meldingen kunne ikke leses, for programmet stanset. Det er ikke noe du har gjort feil."
        " Skriv «/prøv igjen» i en kommentar for å prøve på nytt, så ser noen på det om det stanser"
        " igjen."
        if arguments.unread
        else "Meldingen er lest, men forslaget kunne ikke lages. Noen kan ha arbeidet videre i"
        f" grenen {arguments.branch}. Da må det forslaget slås sammen eller lukkes først."
    )
    text = f"{why} [Se hva som stanset]({os.environ['RUN_URL']})\n"
    with _file(text) as body:
        call(
            "gh",
            "issue",
            "comment",
            arguments.issue,
            "--body-file",
            body,
            "--edit-last",
            "--create-if-none",
        )


def _records(file: Path | None) -> list[str]:
    """The records that a proposal is about: addresses that our own code wrote."""
    lines = file.read_text("utf-8").split() if file and file.is_file() else []
    return [line for line in lines if re.fullmatch(r"[a-z0-9_/-]+", line)]


def _open_proposals() -> list[dict]:
    """Those that were made from what somebody told."""
    fields = "number,headRefName,url,body,reviewDecision,latestReviews,isCrossRepository"
    told = call(*("gh", "pr", "list", "--state", "open", "--limit", "200", "--json", fields))
    return [
        one
        for one in json.loads(told or "[]")
        if OURS.fullmatch(one["headRefName"]) and not one["isCrossRepository"]
    ]


def _same_records(file: Path | None, branch: str) -> Iterator[str]:
    """Where other proposals about the same records lie."""
    about = set(_records(file))
    for one in _open_proposals() if about else ():
        told = re.search(ABOUT.format("(.*)"), one["body"])
        if told and not _of_issue(one, branch) and about & set(told[1].split()):
            yield one["url"]


def renew(_: argparse.Namespace) -> None:
    """Ask for the proposals that wait to be made anew from main; tell those who have approved
    one.
    """
    for one in _open_proposals():
        if _approved(one):
            _tell(
                str(one["number"]),
                "Andre endringer er tatt inn etter at dette ble godkjent. Forslaget er ikke rørt."
                " Sier GitHub at det ikke kan slås sammen, lukker du det og skriver «/prøv igjen» i"
                " saken. Da lages det på nytt, og må godkjennes på nytt.\n",
            )
        else:
            number = OURS.fullmatch(one["headRefName"])[2]
            call("gh", "workflow", "run", READING, "--field", f"sak={number}")
    print("De som venter, lages på nytt.")


def comment(arguments: argparse.Namespace) -> None:
    """Write what the control found to the pull request with the head that it looked at."""
    query = ".[] | select(.head.sha == env.HEAD_SHA) | .number"
    numbers = call(
        "gh",
        "api",
        "--paginate",
        f"repos/{os.environ['GITHUB_REPOSITORY']}/pulls?state=open",
        "--jq",
        query,
    ).split()
    if not numbers:
        print("Ingen åpen pull request har denne utgaven.")
    for number in numbers:
        _suggest(number, arguments.folder)
        with _file(
            _found(arguments.folder, os.environ["CONCLUSION"], os.environ["RUN_URL"])
        ) as body:
            call(
                "gh",
                "pr",
                "comment",
                number,
                "--body-file",
                body,
                "--edit-last",
                "--create-if-none",
            )


def _found(folder: Path, conclusion: str, run: str) -> str:
    """The comment. The texts come from the proposal, and are shown as they are written."""
    good = (
        "Kontrollen er i orden. Nå må noen se over forslaget før det kommer på nettstedet. [Last"
        f" ned nettstedet slik det blir]({run}#artifacts)"
    )
    bad = (
        "Kontrollen stoppet. Rett det som står under, i samme forslag, så kjører den på nytt. [Alt"
        f" som ble funnet]({run})"
    )
    parts = [good if conclusion == "success" else bad]
    told = folder / "sjekk.txt"
    clean = told.is_file() and "Ingen feil" in told.read_text("utf-8", "replace")
    if clean and conclusion != "success":
        parts[0] = (
            "Opplysningene er i orden, men sidene kan ikke bygges. Rett det som står under, i samme"
            f" forslag. [Alt som ble funnet]({run})"
        )
    for name, heading, show in (
        ("bygg.txt", "Byggingen", built)
        if clean and conclusion != "success"
        else ("sjekk.txt", "Opplysningene", errors),
        ("forskjell.txt", "Det som blir annerledes", shown),
    ):
        text = (
            (folder / name).read_text("utf-8", "replace").strip()
            if (folder / name).is_file()
            else ""
        )
        parts += [f"### {heading}", show(text, LONGEST // 2)] if text else []
    return "\n\n".join(parts) + "\n"


# A mistake whose mend is certain, as a terminal shows it: the place, the line, and what to write.
MEND = re.compile(
    r"^(?P<file>data/[\w./-]+\.yml):(?P<line>\d+):\d+ \[(?:dato-form|epost-form|lenke-form)\]\n"
    r" *\d+ \|(?P<text>[^\n]*)\n(?: *\|[^\n]*\n)?"
    r" *Feil: «(?P<wrong>[^«»\n]+)» [^\n]*?\. Skriv (?P<right>[\w.@%+:/-]+)$",
    re.MULTILINE,
)


def mends(text: str) -> Iterator[tuple[str, int, str]]:
    """File, line and what the line should be, of each mistake whose mend is certain."""
    for found in MEND.finditer(text):
        line = found["text"].removeprefix(" ")
        if line.count(found["wrong"]) == 1 and "`" not in line:
            yield (
                found["file"],
                int(found["line"]),
                line.replace(found["wrong"], found["right"]),
            )


def _suggest(number: str, folder: Path) -> None:
    """Offer the certain mends at their lines. GitHub refuses a line that is no part of the
    proposal, and one that has been offered stays as it is.
    """
    file = folder / "sjekk.txt"
    found = list(mends(file.read_text("utf-8", "replace"))) if file.is_file() else []
    address = f"repos/{os.environ['GITHUB_REPOSITORY']}/pulls/{number}/comments"
    known = call("gh", "api", "--paginate", address, "--jq", ".[].body") if found else ""
    for name, line, right in found:
        body = f"Slik blir det riktig:\n\n```suggestion\n{right}\n```"
        if right in known:
            continue
        fields = {"body": body, "path": name, "commit_id": os.environ["HEAD_SHA"], "side": "RIGHT"}
        subprocess.run(
            [
                *("gh", "api", "--silent", address, "--field", f"line={line}"),
                *(
                    part
                    for key, value in fields.items()
                    for part in ("--raw-field", f"{key}={value}")
                ),
            ],
            check=False,
        )


def built(text: str, most: int) -> str:
    """What stopped the build: its last lines, as a block of code."""
    lines = [line for line in text.splitlines() if line.strip() and "INFO" not in line]
    return "\n".join(_within((f"    {line}" for line in lines[-40:]), most))


def errors(text: str, most: int) -> str:
    """The errors as they stand in a terminal, lines below each other: in a block of code nothing is
    markup. Hints stand at the lines.
    """
    blocks = "\n\n".join(block for block in text.split("\n\n") if not block.startswith("Hint"))
    return "\n".join(_within((f"    {line}" for line in blocks.splitlines()), most))


def shown(text: str, most: int = LONGEST) -> str:
    """Plain text as Markdown in which nothing is markup, a link or a mention; points stay points.

    Cut at a whole line.
    """
    from macros.editing.markdown import (
        quote,
    )  # only where there is plain text: the others need no set-up

    return "\n".join(_within(_lines(text, quote), most))


def _lines(text: str, quote: Callable[[str], str]) -> Iterator[str]:
    for line in text.split("\n"):
        if line.lstrip().startswith("- "):
            yield f"{'  ' * line.startswith('  ')}- {quote(line.lstrip()[2:])}"
        else:
            yield f"{quote(line)}  " if line.strip() else ""


def _within(lines: Iterator[str], most: int) -> Iterator[str]:
    for line in lines:
        if (most := most - len(line) - 1) < 0:
            yield "\n… og mer. Resten står i sammendraget av kontrollen."
            return
        yield line


@contextmanager
def _file(text: str) -> Iterator[str]:
    """A text as a file for gh, which takes no long arguments."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "tekst.md"
        file.write_text(text, "utf-8")
        yield str(file)


STEPS = {
    propose: (
        "body:file",
        "paths:many",
        "--branch:need",
        "--title:need",
        "--patch:path",
        "--closes",
        "--records:path",
        "--markdown:flag",
    ),
    keep_issue: ("body:file", "--label:need", "--title:need", "--done-when:need"),
    answer: ("body:file", "--issue:need", "--branch:need", "--code:need", "--records:path"),
    regret: ("--issue:need", "--branch:need", "--unread:flag"),
    renew: (),
    comment: ("folder:file",),
}
KINDS = {
    "file": {"type": Path},
    "path": {"type": Path},
    "many": {"nargs": "+"},
    "need": {"required": True},
    "flag": {"action": "store_true"},
    "": {},
}


def parser() -> argparse.ArgumentParser:
    """What the workflows may call."""
    made = argparse.ArgumentParser(description="Det arbeidsflytene gjør med git og gh")
    steps = made.add_subparsers(required=True, metavar="steg")
    for step, names in STEPS.items():
        sub = steps.add_parser(step.__name__.replace("_", "-"), help=step.__doc__)
        sub.set_defaults(run=step)
        for name in names:
            argument, _, kind = name.partition(":")
            sub.add_argument(argument, **KINDS[kind])
    return made


if __name__ == "__main__":
    told = parser().parse_args()
    told.run(told)
