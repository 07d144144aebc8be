"""Deadlines: every day that a document sets, and what is on file after it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from register.history import Event
from register.records.notice import ActKind, Decision
from register.register import Register
from register.views.rows import Link, notice_link, station_link
from register.views.station import duties_of


class Deadline(NamedTuple):
    """One demand of a document, whom it concerns, and what later documents say of it."""

    due: date
    what: str
    note: str
    notice: Link
    who: str
    stations: tuple[Link, ...]
    result: str


def deadlines(register: Register) -> list[Deadline]:
    """Return every deadline: those to come first, soonest first; then the past, newest first."""
    found = [*_of_decisions(register), *_of_duties(register)]
    coming = sorted((d for d in found if d.due >= register.today), key=_key)
    past = sorted((d for d in found if d.due < register.today), key=_key)
    return coming + sorted(past, key=lambda d: d.due, reverse=True)


def _key(deadline: Deadline) -> tuple[date, str, str]:
    return (deadline.due, deadline.notice.path, deadline.what)


def _of_decisions(register: Register) -> Iterator[Deadline]:
    for id_, notice in register.notices.items():
        for part in notice.rounds:
            for decision in part.decisions:
                for duty in duties_of(decision):
                    if duty.due:
                        yield Deadline(
                            due=duty.due,
                            what=duty.what,
                            note=duty.note,
                            notice=notice_link(register, id_),
                            who=f"{decision.grade}的{len(decision.stations)}个鉴定所",
                            stations=tuple(
                                station_link(register.stations[s]) for s in decision.stations
                            ),
                            result=_result(register, id_, decision, duty.kind),
                        )


def _result(register: Register, notice: str, decision: Decision, kind: str) -> str:
    """Say how many stations have which result on file; no result is never taken for one."""
    counts = Counter(
        _outcome(register.stations[id_].events, notice, kind) for id_ in decision.stations
    )
    return "，".join(f"{number}个{outcome}" for outcome, number in counts.items())


def _outcome(events: Sequence[Event], notice: str, kind: str) -> str:
    """Return what a later document says of one station's demand."""
    start = next(i for i, event in enumerate(events) if event.notice == notice)
    answers, none = _ANSWERS[kind]
    for event in events[start + 1 :]:
        if (event.notice != notice and event.act in answers) or (
            kind == "rectify" and event.act is None and event.notice != notice
        ):
            return event.grade if event.act else f"后来的结论为{event.grade}"
    return none


_ANSWERS: dict[str, tuple[tuple[ActKind, ...], str]] = {
    "plan": ((), "未收录报送情况"),
    "rectify": ((ActKind.ACCEPT, ActKind.FAIL, ActKind.REVOKE), "未见验收结果"),
    "hand-back": ((ActKind.HAND_BACK,), "未收录交回情况"),
}


def _of_duties(register: Register) -> Iterator[Deadline]:
    for id_, notice in register.notices.items():
        for duty in notice.duties:
            if duty.due:
                link = notice_link(register, id_)
                yield Deadline(duty.due, duty.what, "", link, duty.who, (), "未收录后来的结果")
