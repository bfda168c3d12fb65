"""The verb that judges. The one that is used most, so it draws nothing and imports little."""

import argparse
from pathlib import Path

from macros import github
from macros.judging import judge_project
from macros.reporting import Report
from macros.settings import from_environment


def sjekk(root: Path, arguments: argparse.Namespace) -> int:
    """døm data og sider; alle feil på én gang, med linjen, hva som er galt og hva du skriver i
    stedet
    """
    if arguments.rett:
        from macros.verbs import tidy_data  # seldom asked for

        tidy_data(root)
    settings = from_environment(root)
    report = Report(judge_project(root, settings)[1], root, settings.site_url)
    if arguments.github or arguments.endret:
        changed = github.changed_lines(root, arguments.endret) if arguments.endret else None
        print("\n".join([*github.annotations(report, changed), report.counted]))
        if settings.job_summary:
            with settings.job_summary.open("a", encoding="utf-8") as summary:
                summary.write(github.summary(report))
    else:
        print(report.text())
    return int(bool(report.errors))


ARGUMENTS = {
    sjekk: (
        (
            "--rett",
            {
                "action": "store_true",
                "help": "sett filene i fast form først: rekkefølge, anførselstegn og innrykk",
            },
        ),
        (
            "--github",
            {
                "action": "store_true",
                "help": (
                    "skriv merknader til linjene i en pull request, og alt i oppsummeringen av"
                    " jobben"
                ),
            },
        ),
        (
            "--endret",
            {
                "metavar": "BASE",
                "help": (
                    "som --github, med linjene som er endret siden revisjonen BASE først, og hint"
                    " bare der"
                ),
            },
        ),
    )
}
