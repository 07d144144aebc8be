"""Score sheets with a fault of their own: what is filled in by them cannot be judged."""

from bisect import bisect_right

from register.reading.dataset import Entry
from register.records import Scheme
from register.rules.case import Case
from register.rules.levels import LEVELS
from register.rules.schemes import scheme_id_twice
from register.rules.score_sheets import SCORE_SHEETS

_RULES = (scheme_id_twice, *SCORE_SHEETS, *LEVELS)


def faulty_sheets(case: Case) -> frozenset[tuple[str, str]]:
    """Return (scheme, sheet) of each score sheet with a fault that its file does not accept."""
    lines: dict[str, list[int]] = {entry.path: [] for entry in case.data.schemes}
    accepted = {(e.path, each.rule) for e in case.data.schemes for each in e.record.accept}
    for rule in _RULES:
        for place, _said in rule.find(case):
            if rule.firm or (place.path, rule.name) not in accepted:
                lines[place.path].append(place.line)
    return frozenset(
        (entry.stem, sheet) for entry in case.data.schemes for sheet in _at(entry, lines)
    )


def _at(entry: Entry[Scheme], lines: dict[str, list[int]]) -> set[str]:
    """Return the ids of the score sheets in which the faulty lines lie."""
    sheets = entry.record.sheets
    starts = [entry.place("sheets", i).line for i in range(len(sheets))]
    within = {bisect_right(starts, line) for line in lines[entry.path]}
    return {sheets[i - 1].id for i in within if i}
