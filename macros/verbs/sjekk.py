"""The verb that judges. The one that is used most, so it draws nothing and imports little."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from macros.judging import judge_project
from macros.problems import github
from macros.problems.report import Report
from macros.settings import from_environment


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--github",
        action="store_true",
        help="skriv merknader til linjene i en pull request, og alt i oppsummeringen av jobben",
    )
    parser.add_argument(
        "--mot",
        metavar="BASE",
        help="si også hva som er publisert og ville bli borte: mot BASE i git, og det som ligger"
        " ute",
    )
    parser.add_argument(
        "--endret",
        metavar="BASE",
        help="som --github og --mot, med linjene som er endret siden BASE først, og hint bare der",
    )


def run(root: Path, arguments: Namespace) -> int:
    """døm data og sider: alle feil på én gang, med linjen og hva du skriver i stedet"""
    settings = from_environment(root)
    problems = list(judge_project(root, settings).problems)
    if base := arguments.endret or arguments.mot:
        from macros.change import judge_change  # git and the web: only a change needs them

        problems = sorted({*problems, *judge_change(root, base, settings)})
    report = Report(problems, root, settings.site_url)
    if arguments.github or arguments.endret:
        changed = github.changed_lines(root, arguments.endret) if arguments.endret else None
        print("\n".join([*github.annotations(report, changed), report.counted]))
        if settings.job_summary:
            with settings.job_summary.open("a", encoding="utf-8") as summary:
                summary.write(github.job_summary(report))
    else:
        print(report.text())
    return int(bool(report.errors))
