"""The rules: RULES is their contents page; `judge` runs them all.

Rules of form are met while a file is read; the others look at what was read.
"""

from datetime import date

from register.problem import Check, FormRule, Problem, in_order
from register.reading.dataset import Dataset
from register.reading.forms import FORM_RULES
from register.rules.act_fields import ACT_FIELDS
from register.rules.acts import ACTS
from register.rules.asked import ASKED
from register.rules.bands import BANDS
from register.rules.canonical import CANONICAL
from register.rules.case import Case
from register.rules.centres import CENTRES
from register.rules.dates import DATES
from register.rules.documents import DOCUMENTS
from register.rules.exceptions import EXCEPTIONS, Verdict, unaccepted
from register.rules.followed import FOLLOWED
from register.rules.identity import IDENTITY
from register.rules.legal import LEGAL
from register.rules.levels import LEVELS
from register.rules.licences import LICENCES
from register.rules.names import NAMES
from register.rules.numbers import NUMBERS
from register.rules.periods import PERIODS
from register.rules.printed import PRINTED
from register.rules.privacy import PRIVACY
from register.rules.progress import PROGRESS
from register.rules.references import REFERENCES
from register.rules.regions import REGIONS
from register.rules.repeated import REPEATED
from register.rules.rounds import ROUNDS
from register.rules.schemes import SCHEMES
from register.rules.score_sheets import SCORE_SHEETS
from register.rules.scores import SCORES
from register.rules.sheets import SHEETS
from register.rules.stages import STAGES
from register.rules.standards import STANDARDS
from register.rules.terms import TERMS
from register.rules.text import TEXT
from register.rules.totals import TOTALS
from register.rules.visits import VISITS

CHECKS: tuple[Check[Case], ...] = (
    *IDENTITY,
    *REFERENCES,
    *DOCUMENTS,
    *TOTALS,
    *PRINTED,
    *NUMBERS,
    *DATES,
    *PERIODS,
    *TERMS,
    *ACT_FIELDS,
    *ACTS,
    *FOLLOWED,
    *LEGAL,
    *REPEATED,
    *REGIONS,
    *SCHEMES,
    *STANDARDS,
    *SCORE_SHEETS,
    *LEVELS,
    *ROUNDS,
    *STAGES,
    *ASKED,
    *PROGRESS,
    *SHEETS,
    *SCORES,
    *BANDS,
    *VISITS,
    *CENTRES,
    *NAMES,
    *LICENCES,
    *TEXT,
    *CANONICAL,
    *PRIVACY,
)
RULES: tuple[Check[Case] | Check[Verdict] | FormRule[...], ...] = (
    *FORM_RULES,
    *CHECKS,
    *EXCEPTIONS,
)


def judge(data: Dataset, today: date, published: frozenset[str] = frozenset()) -> list[Problem]:
    """Return what every check finds in `data` on `today`, less what the data accept with a reason.

    `published`: the paths below the data folder that an earlier revision holds, whose ids this
    one must keep.
    """
    case = Case(data, today, published)
    rules = {rule.name: rule for rule in RULES}
    found = [problem for rule in CHECKS for problem in rule.over(case)]
    verdict = Verdict(case, rules, found)
    own = [problem for rule in EXCEPTIONS for problem in rule.over(verdict)]
    return in_order([*unaccepted(case, found, rules), *own])
