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
from register.records.standing import LASTING, Standing


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


def spans(events: Sequence[Event], withheld: Sequence[date] = ()) -> tuple[Span, ...]:
    """Return the spans of one station's events; together they cover every day once.

    `withheld`: the days from which items would speak that may not be published. No span begins
    or ends on one, so that the spans do not give them away.
    """
    days = sorted(set(_boundaries(events)))
    starts: list[date | None] = [None, *days]
    ends = [day - timedelta(days=1) for day in days]
    found: list[Span] = []
    for since, to in zip(starts, [*ends, None], strict=True):
        phase, event = state(events, since or date.min)
        silent = any(_is_between(event, day, to) for day in withheld)
        if found and (found[-1].phase, found[-1].event, found[-1].withheld) == (
            phase,
            event,
            silent,
        ):
            found[-1] = replace(found[-1], to=to)
        else:
            found.append(Span(since, to, phase, event, silent))
    return tuple(found)


def _is_between(event: Event | None, day: date, to: date | None) -> bool:
    """Tell whether `day` comes after what speaks in a span, and not after the span."""
    return (event is None or event.day < day) and (to is None or day <= to)


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
_STAYING = (*LASTING, Standing.RECTIFYING)


def _speaking(live: Sequence[Event]) -> Event | None:
    """Return the event that speaks: the newest, unless it lets one before it speak on.

    A resumption lets the one before the suspension speak again. Who is not assessed stays
    revoked, suspended or to be rectified; and only who has ended can be licensed anew.
    """
    if not live:
        return None
    *before, newest = live
    if newest.act is ActKind.RESUME:
        return _speaking([e for e in before if e.standing is not Standing.SUSPENDED]) or newest
    if newest.standing is Standing.NOT_ASSESSED:
        earlier = _speaking(before)
        stays = earlier and (earlier.standing in _STAYING or earlier.is_end)
        return earlier if stays else newest
    if newest.act is ActKind.RELICENSE:
        earlier = _speaking(before)
        return newest if earlier is None or earlier.is_end else earlier
    return newest


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
