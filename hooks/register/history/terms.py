"""Terms: how long a length is from a day on.

The day on which a term begins is not counted; a term of months or years ends on the day of that
number, or on the month's last day where it has none (民法典第二百零一条、第二百零二条; so already
民法通则第一百五十四条).
"""

import re
from calendar import monthrange
from datetime import date, timedelta

from register.records.notice import Decision, Notice
from register.records.scheme import RectifyTerm, StartsOn

_LENGTH = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?")


def parts(length: str) -> tuple[int, int, int]:
    """Return the years, months and days of a length: P1Y6M → (1, 6, 0)."""
    found = _LENGTH.fullmatch(length)
    if not found:
        raise ValueError(length)
    years, months, days = (int(part or 0) for part in found.groups())
    return years, months, days


def last_day_of(length: str, start: date) -> date:
    """Return the last day of a term of `length` that begins on `start`."""
    years, months, days = parts(length)
    year, month = divmod(start.year * 12 + start.month - 1 + years * 12 + months, 12)
    day = min(start.day, monthrange(year, month + 1)[1])
    return date(year, month + 1, day) + timedelta(days=days)


def last_day(start: date, years: int) -> date:
    """Return the last of `years` years of which `start` is the first day."""
    try:
        return start.replace(year=start.year + years) - timedelta(days=1)
    except ValueError:  # 29 February
        return date(start.year + years, 2, 28)


def start_of(term: RectifyTerm | None, notice: Notice) -> date:
    """Return the day from which a scheme counts the terms that `notice` sets."""
    if term and term.starts is StartsOn.PUBLISHED and notice.published:
        return notice.published
    return notice.decided


def length_of(decision: Decision, term: RectifyTerm | None) -> str | None:
    """Return the length of a rectification: the document's, else that of the scheme's `term`."""
    if decision.rectify and decision.rectify.term:
        return decision.rectify.term
    given = term and (not term.grades or decision.grade in term.grades)
    return term.length if term and given else None


def rectify_due(notice: Notice, decision: Decision, term: RectifyTerm | None) -> date | None:
    """Return the last day to rectify: as the document states it, else counted from its length."""
    if decision.rectify and decision.rectify.due:
        return decision.rectify.due
    length = length_of(decision, term)
    return last_day_of(length, start_of(term, notice)) if length else None
