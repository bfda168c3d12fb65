"""The rules across files: small named functions, each `(data) -> problems`, all of them in one
visible tuple; those that depend on the day beside it.
"""

from datetime import date

from macros.checks.arshjul import RULES as ARSHJUL
from macros.checks.freshness import RULES as FRESHNESS
from macros.checks.freshness import not_ahead
from macros.checks.kart import RULES as KART
from macros.checks.kontakter import name_shape, old_phone_numbers, person_once
from macros.checks.maler import RULES as MALER
from macros.checks.nettverk import (
    counts_match_names,
    county_network,
    ended_networks,
    kommune_in_one_network,
    partner_once,
    school_listed_once,
)
from macros.checks.rader import RULES as ROWS
from macros.checks.references import (
    file_name_is_id,
    known_ids,
    listed_once,
    needed_by_pages,
    unique_addresses,
)
from macros.checks.saksgang import RULES as SAKSGANG
from macros.checks.tekster import RULES as TEKSTER
from macros.checks.validity import intervals_in_order, milestones_in_order, one_kind_of_date
from macros.model.data import Data
from macros.problems import Problem

CHECKS = (
    known_ids,
    needed_by_pages,
    listed_once,
    file_name_is_id,
    unique_addresses,
    kommune_in_one_network,
    county_network,
    ended_networks,
    school_listed_once,
    counts_match_names,
    person_once,
    name_shape,
    old_phone_numbers,
    intervals_in_order,
    one_kind_of_date,
    *ARSHJUL,
    *ROWS,
    *MALER,
    *SAKSGANG,
    milestones_in_order,
    *KART,
    *TEKSTER,
)


# What depends on the day too.
OF_THE_DAY = (partner_once, *FRESHNESS)


def judge_data(data: Data, today: date, latest: date | None = None) -> list[Problem]:
    """All that any rule finds, sorted by file and line.

    `latest` is the last day that has been, where that is not the build's.
    """
    found = {problem for check in CHECKS for problem in check(data)}
    found |= {problem for check in OF_THE_DAY for problem in check(data, today)}
    return sorted(found | set(not_ahead(data, latest or today)))
