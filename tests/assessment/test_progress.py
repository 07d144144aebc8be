"""Progress: done, late, missing, pending or not asked; and from which day which deadline counts."""

from datetime import date

import pytest

from register.assessment.progress import State, days_of, due_of, taken
from register.assessment.scope import start_of
from register.history import Phase, Span
from register.history.events import Event
from register.records import Round, Scheme, Station
from register.records.round import Progress, RoundDeadline, Stage
from register.records.scheme import GradeMeaning, Step
from register.records.standing import Standing

SELF = Step(id="self", name="自查", stage="自查阶段")
REPORT = Step(id="report", name="上报", stage="自查阶段")
CITY = Step(id="city", name="市评", supervisors=("市",))
SPOT = Step(id="spot", name="抽查", stage="自查阶段", sampled=True)
KEY = Step(id="key", name="重点检查", stage="自查阶段", standings=(Standing.RECTIFYING,))
SCHEME = Scheme(
    id="s",
    name="普查",
    grades=(GradeMeaning(grade="优秀", standing=Standing.COMMENDED),),
    steps=(SELF, REPORT, CITY, SPOT, KEY),
)
ROUND = Round(
    id="r",
    name="普查",
    scheme="s",
    year=2006,
    stages=(
        Stage(name="部署阶段", since=date(2006, 7, 1), to=date(2006, 7, 10)),
        Stage(name="自查阶段", since=date(2006, 7, 11), to=date(2006, 8, 31)),
    ),
    deadlines=(
        RoundDeadline(who="所", what="上报", due=date(2006, 8, 20), step="report"),
        RoundDeadline(who="省", what="报告", due=date(2006, 10, 21)),
    ),
    progress=(
        Progress(step="self", on=date(2006, 8, 31), stations=("a", "b")),
        Progress(step="self", on=date(2006, 8, 1), stations=("a",)),
        Progress(step="report", on=date(2006, 8, 21), stations=("a",)),
    ),
)
NOTHING = (Span(None, None, Phase.NONE, None),)


def rectifying(since: date) -> tuple[Span, ...]:
    event = Event(
        subject="a",
        day=since,
        known=since,
        notice="n",
        steps=(),
        grade="整改",
        standing=Standing.RECTIFYING,
    )
    return (Span(None, None, Phase.CURRENT, event),)


def states(
    station: Station, today: date, spans: tuple[Span, ...] = NOTHING, of: str = "a"
) -> dict[str, State]:
    days = days_of(ROUND).get(of, {})
    return {each.step.id: each.state for each in taken(ROUND, SCHEME, station, spans, days, today)}


OWN = Station(id="a", name="某所", supervisor="省直")
AUTUMN = date(2006, 10, 1)


def test_a_step_has_its_own_deadline_else_its_stage_s_end() -> None:
    assert due_of(REPORT, ROUND) == date(2006, 8, 20)
    assert due_of(SELF, ROUND) == date(2006, 8, 31)
    assert due_of(CITY, ROUND) is None


def test_a_round_begins_with_its_first_stage_else_with_its_year() -> None:
    assert start_of(ROUND) == date(2006, 7, 1)
    assert start_of(Round(id="r", name="检查", scheme="s", year=2010)) == date(2010, 1, 1)


def test_the_first_day_on_file_counts() -> None:
    assert days_of(ROUND)["a"] == {"self": date(2006, 8, 1), "report": date(2006, 8, 21)}


def test_in_time_on_the_last_day_and_late_on_the_next() -> None:
    assert states(OWN, AUTUMN, of="b")["self"] is State.DONE
    assert states(OWN, AUTUMN)["report"] is State.LATE


@pytest.mark.parametrize(
    ("today", "state"),
    [(date(2006, 8, 20), State.PENDING), (date(2006, 8, 21), State.MISSING)],
)
def test_nothing_on_file_is_missing_only_after_the_day(today: date, state: State) -> None:
    assert states(OWN, today, of="b")["report"] is state


def test_a_step_without_a_day_is_pending() -> None:
    assert states(Station(id="a", name="某所", supervisor="市"), AUTUMN)["city"] is State.PENDING


def test_a_step_that_is_not_for_the_station_is_not_asked() -> None:
    found = states(OWN, AUTUMN)
    assert [found[step] for step in ("city", "spot", "key")] == [State.NOT_ASKED] * 3


def test_the_standing_at_the_start_decides_whom_a_step_is_for() -> None:
    assert states(OWN, AUTUMN, rectifying(date(2006, 3, 1)))["key"] is State.MISSING
