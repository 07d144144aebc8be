"""Demands: which documents asked a station to rectify, and which of them are still unanswered."""

from collections.abc import Sequence
from datetime import date

from register.history.events import Event
from register.records.notice import ActKind
from register.records.standing import Standing


def demands_on(
    events: Sequence[Event], day: date, notice: str, known: date, follows: str | None = None
) -> tuple[list[Event], list[Event]]:
    """Return the demands on one station that had force on `day`, and those not answered by then.

    `notice`, known from `known` on, is the document that would answer; it asks nothing of itself.
    Only demands of the notice `follows` count, where it is given.
    """
    before = [e for e in events if e.day <= day and e.in_force(day)]
    demands = [
        e
        for e in before
        if e.standing is Standing.RECTIFYING
        and e.act is None
        and e.notice != notice
        and e.known <= known
        and follows in {None, e.notice}
    ]
    return demands, [e for e in demands if not _answered(e, before)]


def newest(demands: Sequence[Event]) -> Event:
    """Return the newest of some demands."""
    return max(demands, key=lambda e: (e.day, e.known))


def _answered(demand: Event, events: Sequence[Event]) -> bool:
    """Whether an acceptance of this demand is on file."""
    return any(
        e.act is ActKind.ACCEPT and e.round == demand.round and e.day >= demand.day for e in events
    )
