"""The rules: RULES is their contents page; `judge` runs them all.

Rules of form are met while a file is read; the others look at what was read.
"""

from collections.abc import Iterable
from datetime import date

from register.problem import Check, FormRule, Problem, in_order
from register.reading.dataset import Dataset
from register.reading.forms import FORM_RULES
from register.rules.case import Case
from register.rules.identity import IDENTITY

CHECKS: tuple[Check[Case], ...] = (*IDENTITY,)
RULES: tuple[Check[Case] | FormRule[...], ...] = (*FORM_RULES, *CHECKS)


def judge(
    data: Dataset, today: date, published: frozenset[str] = frozenset()
) -> list[Problem]:
    """Return what every check finds in `data` on `today`, less what the data accept with a reason.

    `published`: the ids (kind/id) that an earlier revision holds and this one must keep.
    """
    case = Case(data, today, published)
    found = [problem for rule in CHECKS for problem in rule.over(case)]
    return in_order(_unaccepted(case, found))


def _unaccepted(case: Case, problems: Iterable[Problem]) -> Iterable[Problem]:
    accepted = {
        (entry.path, exception.rule)
        for entry in case.data.entries
        for exception in entry.record.accept
    }
    return (p for p in problems if (p.place.path, p.rule) not in accepted)
