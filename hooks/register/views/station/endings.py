"""Endings: which document took another one's force away, and whether it has come back since."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from register.history import Ending, Event, Span
from register.history.events import TURNING
from register.records.notice import AmendKind
from register.register import Register
from register.views.rows import Link, notice_link

_HOW = {AmendKind.WITHDRAWS: "撤回", AmendKind.REPLACES: "代替"}


class Loss(NamedTuple):
    """From `since` on a document is without force by another; `back` gave the force back."""

    document: Link
    since: date
    by: Link
    how: str
    back: "Loss | None" = None


class Ender(NamedTuple):
    """A document that takes another one's force away, as a line of a history."""

    notice: str
    day: date
    how: str
    ended: Link
    undone: tuple[Ending, ...]


def how(register: Register, notice: str, ended: str) -> str:
    """Return the word for what `notice` does to the notice `ended`."""
    amends = register.notices[notice].amends
    return next(_HOW[each.how] for each in amends if each.notice == ended and each.how in _HOW)


def loss(register: Register, notice: str, endings: Sequence[Ending], on: date) -> Loss | None:
    """Return what took, or had taken, a notice's force away by a day; none where nothing did."""
    begun = sorted((each for each in endings if each.day <= on), key=lambda each: each.day)
    if not begun:
        return None
    ending = next((each for each in begun if each.holds(on)), begun[-1])
    back = None if ending.holds(on) else loss(register, ending.notice, ending.undone, on)
    return Loss(
        document=notice_link(register, notice),
        since=ending.day,
        by=notice_link(register, ending.notice),
        how=how(register, ending.notice, notice),
        back=back,
    )


def losses(register: Register, events: Sequence[Event], span: Span) -> Iterator[Loss]:
    """Yield the documents that would speak in a span, had no other one taken their force away.

    Of the document that speaks, what took its force away meanwhile.
    """
    if span.since is None:
        return
    spoken = span.event
    notices: dict[str, Event] = {}
    for event in events:
        turns = event.act is None or event.act in TURNING
        later = spoken is None or event.day >= spoken.day
        if event.endings and turns and later and event.day <= span.since:
            notices.setdefault(event.notice, event)
    for event in notices.values():
        found = loss(register, event.notice, event.endings, span.since)
        if found:
            yield found


def enders(register: Register, events: Sequence[Event]) -> list[Ender]:
    """Return every document that ends one of the events' documents, or ends such a one."""
    found: dict[tuple[str, str], Ender] = {}
    for event in events:
        for each in _enders(register, event.notice, event.endings):
            found[each.notice, each.ended.path] = each
    return sorted(found.values(), key=lambda each: (each.day, each.notice))


def _enders(register: Register, notice: str, endings: Sequence[Ending]) -> Iterator[Ender]:
    for ending in endings:
        word = how(register, ending.notice, notice)
        yield Ender(ending.notice, ending.day, word, notice_link(register, notice), ending.undone)
        yield from _enders(register, ending.notice, ending.undone)
