"""Answers: what a station's page says of one span, whole, so that the browser only picks one."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from register.history import Ending, Event, Span, known_on
from register.history.spans import state
from register.records.notice import ActKind, Decision
from register.register import Register, StationFile
from register.views.rows import Link, notice_link
from register.views.station.endings import Loss, losses
from register.views.station.holdings import Told, struck
from register.views.wording import SILENCED, Mark, beyond, day, mark, meaning, span_note, status


class Answer(NamedTuple):
    """What holds from `since` to `to`, with its document.

    `known`: the day on which that could first be known, where it is later than `since`.
    """

    since: date | None
    to: date | None
    mark: Mark
    status: str
    note: str
    grade: str
    grounds: str
    document: Link | None
    decided: date | None
    published: date | None
    known: date | None
    late: str
    meaning: tuple[str, ...]
    grade_means: str = ""
    losses: tuple[Loss, ...] = ()
    struck: tuple[Told, ...] = ()

    @property
    def more(self) -> str:
        """What the status says beyond the mark."""
        return beyond(self.mark, self.status)


def answers(register: Register, station: StationFile) -> tuple[Answer, ...]:
    """Return the answer of every span of a station, oldest first."""
    gone = tuple(struck(register, station))
    return tuple(
        answer(register, station.events, span)._replace(struck=_struck_by(gone, span))
        for span in station.spans
    )


def _struck_by(gone: Iterable[Told], span: Span) -> tuple[Told, ...]:
    """Return the occupations that are struck on some day of a span."""
    return tuple(told for told in gone if span.to is None or told.on <= span.to)


def answer(register: Register, events: Sequence[Event], span: Span) -> Answer:
    """Return what the page says of one span."""
    event = span.event
    notice = register.notices[event.notice] if event else None
    decision = register.decision(event) if event and event.act is None else None
    known, lost = known_from(events, span), tuple(losses(register, events, span))
    silenced = bool(lost) and event is None and not span.withheld
    return Answer(
        since=span.since,
        to=span.to,
        mark=mark(span),
        status=status(span),
        note=SILENCED if silenced else span_note(span),
        grade=decision.grade if decision else "",
        grounds=(decision.grounds or "") if decision else "",
        document=notice_link(register, event.notice) if event else None,
        decided=notice.decided if notice else None,
        published=notice.published if notice else None,
        known=known,
        late=_late(register, event, known) if known else "",
        meaning=(SILENCED, *meaning(span)[1:]) if silenced else meaning(span),
        grade_means=_grade_means(register, event, decision) if event and decision else "",
        losses=lost,
    )


def _grade_means(register: Register, event: Event, decision: Decision) -> str:
    """Return what the scheme says that a grade means; our standing is only our reading of it."""
    grades = register.schemes[register.rounds[event.round].scheme].grades
    means = (each.meaning for each in grades if each.grade == decision.grade)
    return next((each for each in means if each), "").rstrip("。")


def _late(register: Register, event: Event | None, known: date) -> str:
    own = event is not None and event.known == known
    if own and event and register.notices[event.notice].recorded:
        return f"这份文件到{day(known)}才录入本站，那以前本站还查不到。"
    which = "这份文件" if own else "改变它的文件"
    return f"{which}到{day(known)}才公布，那以前还查不到。"


def known_from(events: Sequence[Event], span: Span) -> date | None:
    """Return the day from which the register knew what holds on the span's first day.

    None where it knew by that day.
    """
    since, event = span.since, span.event
    if since is None:
        return None
    if not any(e.endings or e.act is ActKind.RESUME for e in events):
        return event.known if event and event.known > since else None
    late = sorted(d for d in {*_known_days(events)} if d > since)
    said = _said(events, since)
    unlike = [d for d in late if _said(known_on(events, d - timedelta(days=1)), since) != said]
    return unlike[-1] if unlike else None


def _said(events: Sequence[Event], on: date) -> tuple[object, ...]:
    phase, event = state(events, on)
    return (phase, event.notice, event.steps) if event else (phase,)


def _known_days(events: Iterable[Event]) -> Iterator[date]:
    for event in events:
        yield event.known
        yield from _ending_days(event.endings)


def _ending_days(endings: Iterable[Ending]) -> Iterator[date]:
    for ending in endings:
        yield ending.known
        yield from _ending_days(ending.undone)
