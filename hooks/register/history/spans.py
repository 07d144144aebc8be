"""Spans: a station's history as a list of days from and to, each with what then held.

`state` defines what holds on a day; `spans` cuts time at every day on which that can change.
The browser only looks a day up in the spans.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum

import msgspec

from register.history.events import TURNING, Ending, Event
from register.records.notice import ActKind
from register.records.standing import Standing


class Phase(Enum):
    """How a standing speaks on a day."""

    NONE = "none"  # no document on file
    CURRENT = "current"
    LAPSED = "lapsed"  # the round's term is over, nothing since
    OVERDUE = "overdue"  # the term to rectify or of suspension is over, no result on file


@dataclass(frozen=True, slots=True)
class Span:
    """From `since` (None: the beginning) to `to` (None: no end), both days included.

    `withheld`: another document spoke meanwhile, of which nothing may be published.
    """

    since: date | None
    to: date | None
    phase: Phase
    event: Event | None
    withheld: bool = False

    @property
    def standing(self) -> Standing | None:
        """The standing that the event gives."""
        return self.event.standing if self.event else None


def spans(events: Sequence[Event], withheld: date | None = None) -> tuple[Span, ...]:
    """Return the spans of one station's events; together they cover every day once.

    `withheld`: the day from which an item would speak that may not be published.
    """
    days = sorted({*_boundaries(events), *([withheld] if withheld else ())})
    starts: list[date | None] = [None, *days]
    ends = [day - timedelta(days=1) for day in days]
    found: list[Span] = []
    for since, to in zip(starts, [*ends, None], strict=True):
        phase, event = state(events, since or date.min)
        silent = bool(withheld and since and withheld <= since and _is_older(event, withheld))
        if found and (found[-1].phase, found[-1].event, found[-1].withheld) == (
            phase,
            event,
            silent,
        ):
            found[-1] = replace(found[-1], to=to)
        else:
            found.append(Span(since, to, phase, event, silent))
    return tuple(found)


def _is_older(event: Event | None, day: date) -> bool:
    return event is None or event.day < day


def _boundaries(events: Sequence[Event]) -> Iterable[date]:
    for event in events:
        yield event.day
        yield from _days_of(event.endings)
        for last in (event.holds_to, event.due):
            if last and last >= event.day:
                yield last + timedelta(days=1)


def _days_of(endings: Iterable[Ending]) -> Iterable[date]:
    for ending in endings:
        yield ending.day
        yield from _days_of(ending.undone)


def state(events: Sequence[Event], day: date) -> tuple[Phase, Event | None]:
    """Return what the documents in `events` (oldest first) say on `day`."""
    live = [e for e in events if e.day <= day and e.in_force(day)]
    event = _speaking([e for e in live if e.act is None or e.act in TURNING])
    if event is None:
        return Phase.NONE, None
    if event.due and day > event.due and event.standing in _WITH_TERM:
        return Phase.OVERDUE, event
    if event.act is ActKind.RELICENSE or (event.holds_to and day > event.holds_to):
        return Phase.LAPSED, event
    return Phase.CURRENT, event


_WITH_TERM = (Standing.RECTIFYING, Standing.SUSPENDED)


def _speaking(live: Sequence[Event]) -> Event | None:
    """Return the newest event; a resumption lets the one before the suspension speak again."""
    if not live or live[-1].act is not ActKind.RESUME:
        return live[-1] if live else None
    before = [event for event in live[:-1] if event.standing is not Standing.SUSPENDED]
    return _speaking(before) or live[-1]


def standing_on(spans_: Sequence[Span], day: date) -> Span:
    """Return the span that `day` lies in."""
    return next(s for s in reversed(spans_) if s.since is None or s.since <= day)


def known_on(events: Sequence[Event], day: date) -> tuple[Event, ...]:
    """Return those events that the register knew by `day`, as it then knew them."""
    return tuple(_as_known(event, day) for event in events if event.known <= day)


def _as_known(event: Event, day: date) -> Event:
    if not event.endings:
        return event
    return msgspec.structs.replace(event, endings=_known(event.endings, day))


def _known(endings: Sequence[Ending], day: date) -> tuple[Ending, ...]:
    return tuple(
        msgspec.structs.replace(ending, undone=_known(ending.undone, day))
        for ending in endings
        if ending.known <= day
    )
