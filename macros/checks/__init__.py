"""The rules across files: small named functions, each `(data) -> problems`, in `RULES` at the end
of its file; those that depend on the day beside them.
"""

from datetime import date

from macros.checks import (
    arshjul,
    freshness,
    kart,
    kontakter,
    maler,
    nettverk,
    rader,
    references,
    saksgang,
    tekster,
    validity,
)
from macros.model.data import Data
from macros.problems import Problem

BY_SUBJECT = (
    references,
    nettverk,
    kontakter,
    validity,
    arshjul,
    rader,
    maler,
    saksgang,
    kart,
    tekster,
)
CHECKS = tuple(rule for subject in BY_SUBJECT for rule in subject.RULES)
# What depends on the day too.
OF_THE_DAY = (nettverk.partner_once, *freshness.RULES)


def judge_data(data: Data, today: date, latest: date | None = None) -> list[Problem]:
    """All that any rule finds, sorted by file and line.

    `latest` is the last day that has been, where that is not the build's.
    """
    found = {problem for check in CHECKS for problem in check(data)}
    found |= {problem for check in OF_THE_DAY for problem in check(data, today)}
    return sorted(found | set(freshness.not_ahead(data, latest or today)))
