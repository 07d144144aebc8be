"""Progress: which steps of a round each station has taken, in time or late."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum
from typing import NamedTuple

from register.assessment.scope import start_of
from register.history import Span, standing_on
from register.records.round import Round
from register.records.scheme import Scheme, Step
from register.records.station import Station


class State(Enum):
    """How far a station is with one step of a round."""

    DONE = "done"
    LATE = "late"  # done, after its day
    MISSING = "missing"  # nothing on file, and its day has passed
    PENDING = "pending"  # nothing on file, and its day has not come or is not known
    NOT_ASKED = "not-asked"  # the step is not for this station, or it was not sampled


class Taken(NamedTuple):
    """A station's state in one step, and when it took it."""

    step: Step
    state: State
    on: date | None
    due: date | None


def due_of(step: Step, round_: Round) -> date | None:
    """Return the last day of a step: its own deadline, else the end of its stage."""
    own = [deadline.due for deadline in round_.deadlines if deadline.step == step.id]
    stage = [stage.to for stage in round_.stages if stage.to and stage.name == step.stage]
    return min(own or stage, default=None)


def asks(step: Step, station: Station, spans: Sequence[Span], round_: Round) -> bool:
    """Tell whether a step is for a station: by its supervisor, by its standing at the start."""
    if step.supervisors and station.supervisor not in step.supervisors:
        return False
    if not step.standings:
        return True
    return standing_on(spans, start_of(round_)).standing in step.standings


def days_of(round_: Round) -> dict[str, dict[str, date]]:
    """Return for each station the first day on file for each step that it took."""
    found: dict[str, dict[str, date]] = defaultdict(dict)
    for progress in round_.progress:
        for station in progress.stations:
            days = found[station]
            days[progress.step] = min(progress.on, days.get(progress.step, progress.on))
    return found


def taken(
    round_: Round,
    scheme: Scheme,
    station: Station,
    spans: Sequence[Span],
    days: Mapping[str, date],
    today: date,
) -> tuple[Taken, ...]:
    """Return how far a station in the round's scope is with each step; `days` are its own."""
    return tuple(
        _taken(step, days.get(step.id), round_, station, spans, today) for step in scheme.steps
    )


def _taken(
    step: Step,
    on: date | None,
    round_: Round,
    station: Station,
    spans: Sequence[Span],
    today: date,
) -> Taken:
    due = due_of(step, round_)
    if on:
        return Taken(step, State.LATE if due and on > due else State.DONE, on, due)
    if step.sampled or not asks(step, station, spans, round_):
        return Taken(step, State.NOT_ASKED, None, due)
    missing = due is not None and today > due
    return Taken(step, State.MISSING if missing else State.PENDING, None, due)
