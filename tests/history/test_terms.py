"""Terms: how long a length is from a day on, and which day a document's term ends."""

from datetime import date
from typing import Any

import pytest

from register.history.terms import last_day, last_day_of, parts, rectify_due, start_of
from register.records import Notice
from register.records.notice import Decision, Rectify
from register.records.scheme import RectifyTerm, StartsOn


@pytest.mark.parametrize(
    ("length", "start", "end"),
    [
        ("P3M", date(2006, 11, 30), date(2007, 2, 28)),
        ("P3M", date(2007, 11, 30), date(2008, 2, 29)),
        ("P3M", date(2007, 4, 28), date(2007, 7, 28)),
        ("P6M", date(2011, 8, 31), date(2012, 2, 29)),
        ("P6M", date(2010, 8, 31), date(2011, 2, 28)),
        ("P6M", date(2011, 3, 31), date(2011, 9, 30)),
        ("P1M", date(2011, 12, 31), date(2012, 1, 31)),
        ("P1Y", date(2012, 2, 29), date(2013, 2, 28)),
        ("P15D", date(2011, 12, 20), date(2012, 1, 4)),
        ("P1Y6M", date(2010, 8, 31), date(2012, 2, 29)),
        ("P1M1D", date(2011, 1, 31), date(2011, 3, 1)),
    ],
)
def test_a_term_ends_on_the_day_of_that_number_or_the_month_s_last(
    length: str, start: date, end: date
) -> None:
    assert last_day_of(length, start) == end


@pytest.mark.parametrize(
    ("length", "years", "months", "days"),
    [("P3M", 0, 3, 0), ("P1Y6M", 1, 6, 0), ("P15D", 0, 0, 15), ("P2Y", 2, 0, 0)],
)
def test_a_length_has_years_months_and_days(
    length: str, years: int, months: int, days: int
) -> None:
    assert parts(length) == (years, months, days)


@pytest.mark.parametrize("wrong", ["3M", "P3W", "P3M ", "三个月"])
def test_what_is_no_length_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match=wrong):
        parts(wrong)


@pytest.mark.parametrize(
    ("start", "years", "end"),
    [
        (date(2011, 3, 3), 1, date(2012, 3, 2)),
        (date(2012, 2, 29), 1, date(2013, 2, 28)),
        (date(2011, 3, 1), 1, date(2012, 2, 29)),
        (date(2011, 1, 1), 2, date(2012, 12, 31)),
    ],
)
def test_a_grade_speaks_for_whole_years(start: date, years: int, end: date) -> None:
    assert last_day(start, years) == end


NOTICE = Notice(id="n", title="通知", decided=date(2007, 11, 30), published=date(2007, 12, 5))
DECIDED = RectifyTerm(length="P3M", starts=StartsOn.DECIDED)
PUBLISHED = RectifyTerm(length="P3M", starts=StartsOn.PUBLISHED)


def decision(**rectify: Any) -> Decision:  # noqa: ANN401 - the fields of Rectify
    return Decision(grade="整改", rectify=Rectify(**rectify) if rectify else None)


def test_the_scheme_says_which_day_counts() -> None:
    assert start_of(DECIDED, NOTICE) == date(2007, 11, 30)
    assert start_of(PUBLISHED, NOTICE) == date(2007, 12, 5)
    assert start_of(None, NOTICE) == date(2007, 11, 30)


def test_without_a_day_of_publication_the_document_s_own_day_counts() -> None:
    unpublished = Notice(id="n", title="通知", decided=date(2007, 11, 30))
    assert start_of(PUBLISHED, unpublished) == date(2007, 11, 30)


@pytest.mark.parametrize(
    ("given", "term", "due"),
    [
        (decision(due=date(2008, 1, 31), term="P1Y"), DECIDED, date(2008, 1, 31)),
        (decision(term="P1M"), PUBLISHED, date(2008, 1, 5)),
        (decision(term="P1M"), None, date(2007, 12, 30)),
        (decision(report_to="省厅"), DECIDED, date(2008, 2, 29)),
        (decision(), PUBLISHED, date(2008, 3, 5)),
        (decision(report_to="省厅"), None, None),
    ],
)
def test_the_document_s_day_goes_before_its_length_and_that_before_the_scheme_s(
    given: Decision, term: RectifyTerm | None, due: date | None
) -> None:
    assert rectify_due(NOTICE, given, term) == due
