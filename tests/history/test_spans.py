"""Spans: for any history they cover every day once and say no more than the documents."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from register.history import Ending, Event, Phase, known_on, spans, standing_on
from register.history.spans import state
from register.records.notice import ActKind
from register.records.standing import LASTING, Standing

DAYS = st.dates(date(2005, 1, 1), date(2020, 12, 31))
ACTS = st.sampled_from(
    [
        None,
        ActKind.ACCEPT,
        ActKind.SUSPEND,
        ActKind.RESUME,
        ActKind.RELICENSE,
        ActKind.MERGE,
        ActKind.STRIKE,
    ]
)


def endings(depth: int = 2) -> st.SearchStrategy[tuple[Ending, ...]]:
    """Documents that withdraw a document, and those that withdraw these."""
    undone = endings(depth - 1) if depth else st.just(())
    lag = st.integers(0, 90)
    one = st.builds(
        lambda day, late, again: Ending("w", day, day + timedelta(days=late), again),
        DAYS,
        lag,
        undone,
    )
    return st.lists(one, max_size=2).map(tuple)


@st.composite
def events(draw: st.DrawFn) -> Event:
    day = draw(DAYS)
    act = draw(ACTS)
    standing = draw(st.sampled_from(Standing)) if act is None else None
    if act in (ActKind.ACCEPT, ActKind.SUSPEND):
        standing = Standing.QUALIFIED if act is ActKind.ACCEPT else Standing.SUSPENDED
    lasting = standing is None or standing in (*LASTING, Standing.RECTIFYING)
    due = standing in (Standing.RECTIFYING, Standing.SUSPENDED) and draw(st.booleans())
    return Event(
        subject="a-1",
        day=day,
        known=day + timedelta(days=draw(st.integers(0, 90))),
        notice=f"n-{draw(st.integers(1, 99)):02}",
        steps=(),
        grade="等次",
        standing=standing,
        act=act,
        year=day.year,
        holds_to=None if lasting else day + timedelta(days=364),
        due=day + timedelta(days=draw(st.integers(0, 200))) if due else None,
        endings=draw(endings()),
    )


HISTORIES = st.lists(events(), max_size=8).map(lambda found: sorted(found, key=lambda e: e.day))


@given(HISTORIES)
def test_spans_cover_every_day_once(history: list[Event]) -> None:
    found = spans(history)
    assert found[0].since is None
    assert found[-1].to is None
    for before, after in pairwise(found):
        assert before.to is not None
        assert after.since == before.to + timedelta(days=1)


@given(HISTORIES, DAYS)
def test_the_span_of_a_day_says_what_the_documents_say(history: list[Event], day: date) -> None:
    span = standing_on(spans(history), day)
    assert (span.phase, span.event) == state(history, day)


@given(HISTORIES)
def test_a_look_up_is_right_around_every_boundary(history: list[Event]) -> None:
    found = spans(history)
    for edge in filter(None, (span.since for span in found)):
        for day in (edge - timedelta(days=1), edge, edge + timedelta(days=1)):
            span = standing_on(found, day)
            assert (span.phase, span.event) == state(history, day)


@given(HISTORIES, DAYS)
def test_no_day_has_a_standing_that_no_document_gives(history: list[Event], day: date) -> None:
    span = standing_on(spans(history), day)
    given_by_then = {e.standing for e in history if e.day <= day}
    assert span.standing is None or span.standing in given_by_then


@given(HISTORIES, DAYS)
def test_nothing_is_revoked_because_a_day_passed(history: list[Event], day: date) -> None:
    revoked = any(e.standing is Standing.REVOKED for e in history)
    assert revoked or standing_on(spans(history), day).standing is not Standing.REVOKED


@given(HISTORIES, HISTORIES, DAYS)
def test_later_recording_never_changes_what_was_known(
    history: list[Event], more: list[Event], day: date
) -> None:
    later = [event for event in more if event.known > day]
    assert known_on([*history, *later], day) == known_on(history, day)


def event(day: date, standing: Standing | None, **more: object) -> Event:
    facts: dict[str, object] = {
        "subject": "a-1", "day": day, "known": day, "notice": "n", "steps": (), "grade": "等次",
        "standing": standing, "year": day.year,
    }  # fmt: skip
    return Event(**(facts | more))  # type: ignore[arg-type]


def phase_on(day: date, *history: Event) -> tuple[Phase, Standing | None]:
    span = standing_on(spans(history), day)
    return span.phase, span.standing


def test_a_grade_lapses_after_its_term() -> None:
    graded = event(date(2011, 3, 3), Standing.QUALIFIED, holds_to=date(2012, 3, 2))
    assert phase_on(date(2011, 3, 2), graded) == (Phase.NONE, None)
    assert phase_on(date(2012, 3, 2), graded) == (Phase.CURRENT, Standing.QUALIFIED)
    assert phase_on(date(2012, 3, 3), graded) == (Phase.LAPSED, Standing.QUALIFIED)


def test_a_term_to_rectify_runs_out_without_a_judgement() -> None:
    told = event(date(2011, 3, 3), Standing.RECTIFYING, due=date(2011, 6, 30))
    assert phase_on(date(2011, 6, 30), told) == (Phase.CURRENT, Standing.RECTIFYING)
    assert phase_on(date(2011, 7, 1), told) == (Phase.OVERDUE, Standing.RECTIFYING)
    assert phase_on(date(2026, 11, 22), told) == (Phase.OVERDUE, Standing.RECTIFYING)


def test_a_resumption_lets_the_earlier_grade_speak_again() -> None:
    graded = event(date(2019, 1, 1), Standing.QUALIFIED, holds_to=date(2019, 12, 31))
    halted = event(date(2019, 3, 1), Standing.SUSPENDED, act=ActKind.SUSPEND)
    again = event(date(2019, 5, 1), None, act=ActKind.RESUME)
    history = (graded, halted, again)
    assert phase_on(date(2019, 4, 1), *history) == (Phase.CURRENT, Standing.SUSPENDED)
    assert phase_on(date(2019, 5, 1), *history) == (Phase.CURRENT, Standing.QUALIFIED)
    assert phase_on(date(2020, 1, 1), *history) == (Phase.LAPSED, Standing.QUALIFIED)


def test_revocation_holds_until_a_document_ends_it() -> None:
    revoked = event(date(2011, 3, 3), Standing.REVOKED)
    anew = event(date(2015, 1, 1), None, act=ActKind.RELICENSE)
    assert phase_on(date(2014, 12, 31), revoked, anew) == (Phase.CURRENT, Standing.REVOKED)
    assert phase_on(date(2015, 1, 1), revoked, anew) == (Phase.LAPSED, None)


def test_a_withdrawn_document_no_longer_speaks() -> None:
    before = event(date(2018, 1, 1), Standing.QUALIFIED, holds_to=date(2018, 12, 31))
    away = Ending("w", date(2018, 7, 1), date(2018, 7, 1))
    wrong = event(date(2018, 6, 1), Standing.REVOKED, endings=(away,))
    assert phase_on(date(2018, 6, 30), before, wrong) == (Phase.CURRENT, Standing.REVOKED)
    assert phase_on(date(2018, 7, 1), before, wrong) == (Phase.CURRENT, Standing.QUALIFIED)
    assert wrong.ends == date(2018, 7, 1)


def test_a_withdrawal_that_is_withdrawn_lets_the_document_speak_again() -> None:
    again = Ending("v", date(2018, 8, 1), date(2018, 8, 1))
    away = Ending("w", date(2018, 7, 1), date(2018, 7, 1), (again,))
    told = event(date(2018, 6, 1), Standing.REVOKED, endings=(away,))
    assert phase_on(date(2018, 7, 31), told) == (Phase.NONE, None)
    assert phase_on(date(2018, 8, 1), told) == (Phase.CURRENT, Standing.REVOKED)
    assert told.ends is None


def test_what_withdraws_is_known_no_sooner_than_it_is_recorded() -> None:
    away = Ending("w", date(2018, 7, 1), date(2018, 9, 1))
    told = event(date(2018, 6, 1), Standing.REVOKED, endings=(away,))
    (then,) = known_on((told,), date(2018, 8, 1))
    assert then.ends is None
    assert known_on((told,), date(2018, 9, 1)) == (told,)


def test_a_merged_station_speaks_no_more_for_itself() -> None:
    graded = event(date(2019, 1, 1), Standing.QUALIFIED, holds_to=date(2019, 12, 31))
    merged = event(date(2019, 3, 1), None, act=ActKind.MERGE)
    assert phase_on(date(2019, 2, 28), graded, merged) == (Phase.CURRENT, Standing.QUALIFIED)
    assert phase_on(date(2021, 1, 1), graded, merged) == (Phase.CURRENT, None)


def test_a_struck_trade_leaves_the_standing_as_it_is() -> None:
    graded = event(date(2019, 1, 1), Standing.QUALIFIED, holds_to=date(2019, 12, 31))
    struck = event(date(2019, 3, 1), None, act=ActKind.STRIKE)
    assert phase_on(date(2019, 4, 1), graded, struck) == (Phase.CURRENT, Standing.QUALIFIED)


def test_after_a_withheld_item_the_site_does_not_say_that_nothing_is_on_file() -> None:
    graded = event(date(2019, 1, 1), Standing.QUALIFIED, holds_to=date(2019, 12, 31))
    found = spans((graded,), withheld=(date(2020, 3, 1),))
    assert not standing_on(found, date(2019, 12, 31)).withheld
    assert standing_on(found, date(2020, 3, 1)).withheld
    later = event(date(2021, 1, 1), Standing.QUALIFIED, holds_to=date(2021, 12, 31))
    assert not standing_on(spans((graded, later), (date(2020, 3, 1),)), later.day).withheld


def test_the_spans_do_not_give_away_the_day_of_a_withheld_item() -> None:
    graded = event(date(2019, 1, 1), Standing.QUALIFIED, holds_to=date(2019, 12, 31))
    days = [span.since for span in spans((graded,), (date(2020, 3, 1), date(2021, 5, 1)))]
    assert days == [None, date(2019, 1, 1), date(2020, 1, 1)]


@pytest.mark.parametrize(
    "standing", [Standing.REVOKED, Standing.SUSPENDED, Standing.RECTIFYING, Standing.DEREGISTERED]
)
def test_who_is_not_assessed_stays_what_a_document_made_of_him(standing: Standing) -> None:
    told = event(date(2011, 3, 3), standing)
    absent = event(date(2012, 3, 3), Standing.NOT_ASSESSED, holds_to=date(2013, 3, 2))
    assert phase_on(date(2012, 6, 1), told, absent) == (Phase.CURRENT, standing)


def test_after_a_yearly_grade_not_assessed_speaks() -> None:
    graded = event(date(2011, 3, 3), Standing.QUALIFIED, holds_to=date(2012, 3, 2))
    absent = event(date(2012, 3, 3), Standing.NOT_ASSESSED, holds_to=date(2013, 3, 2))
    assert phase_on(date(2012, 6, 1), graded, absent) == (Phase.CURRENT, Standing.NOT_ASSESSED)


def test_a_new_licence_clears_no_record_of_a_station_that_has_not_ended() -> None:
    told = event(date(2011, 3, 3), Standing.RECTIFYING, due=date(2011, 6, 30))
    licensed = event(date(2011, 9, 1), None, act=ActKind.RELICENSE)
    assert phase_on(date(2011, 10, 1), told, licensed) == (Phase.OVERDUE, Standing.RECTIFYING)
