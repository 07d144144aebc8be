"""Missing: what the documents on file leave open, after the change and before it."""

from collections.abc import Iterator
from typing import NamedTuple

from register.changes.refs import as_ref
from register.changes.values import Missing, Ref
from register.publication import is_public
from register.records.notice import Decision
from register.register import Register
from register.views.deadlines import deadlines
from register.views.rows import notice_link, station_link


class _Open(NamedTuple):
    kind: str
    words: str
    record: Ref
    number: int


def missing(base: Register, head: Register) -> Iterator[Missing]:
    """Yield what is open in the head, the new first."""
    before = {(own.kind, own.words, own.record.path) for own in _open(base)}
    found = [
        Missing(
            kind=own.kind,
            words=own.words,
            record=own.record,
            number=own.number,
            new=(own.kind, own.words, own.record.path) not in before,
        )
        for own in _open(head)
    ]
    yield from sorted(found, key=lambda each: not each.new)


def _open(register: Register) -> Iterator[_Open]:
    for id_ in register.notices:
        yield from _of_notice(register, id_)
    yield from _of_deadlines(register)
    yield from _of_stations(register)


def _of_notice(register: Register, id_: str) -> Iterator[_Open]:
    """Yield the totals without names, and the names without a file, of one document."""
    ref = as_ref(notice_link(register, id_))
    for part in register.notices[id_].rounds:
        for decision in part.decisions:
            if is_public(decision, register.today):
                yield from _of_decision(decision, ref)


def _of_decision(decision: Decision, ref: Ref) -> Iterator[_Open]:
    if decision.unnamed:
        said = f"{decision.grade}{decision.unnamed}个只有总数，名单未公布"
        yield _Open("unnamed", said, ref, decision.unnamed)
    for each in decision.unmatched:
        yield _Open("unmatched", f"{each.printed}：本站还没有档案", ref, 1)


def _of_deadlines(register: Register) -> Iterator[_Open]:
    """Yield the terms that are over and of which no result is on file."""
    for each in deadlines(register):
        if not each.settled and each.due < register.today:
            said = f"{each.who}{each.what}，{each.due.isoformat()}到期：{each.result}"
            yield _Open("overdue", said, as_ref(each.sources[0]), max(1, len(each.subjects)))


def _of_stations(register: Register) -> Iterator[_Open]:
    for station in register.stations.values():
        if not station.events and not station.withheld:
            ref = as_ref(station_link(station))
            yield _Open("undecided", "没有在案结论", ref, 1)
