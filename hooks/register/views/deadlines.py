"""Deadlines: every day that a document sets, and what is on file after it."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from register.history import Phase
from register.records.notice import Decision
from register.register import Register
from register.views.rows import Link, notice_link, station_link
from register.views.station import duties_of


class Deadline(NamedTuple):
    """One demand of a document. `open` holds the stations of which no result is on file."""

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
                            result=_result(register, decision),
                        )


def _result(register: Register, decision: Decision) -> str:
    waiting = [
        s for s in decision.stations if register.now(register.stations[s]).phase is Phase.OVERDUE
    ]
    if waiting:
        return f"{len(waiting)}个未见验收结果"
    return "未收录后来的结果"


def _of_duties(register: Register) -> Iterator[Deadline]:
    for id_, notice in register.notices.items():
        for duty in notice.duties:
            if duty.due:
                link = notice_link(register, id_)
                yield Deadline(duty.due, duty.what, "", link, duty.who, (), "未收录后来的结果")
