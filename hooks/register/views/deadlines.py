"""Deadlines: every day that a document sets, and what later documents say of it."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from register.history import Event
from register.records.notice import Act, ActKind, Decision, Notice
from register.records.round import RoundDeadline
from register.records.scheme import Scheme
from register.records.station import Licence
from register.register import Register, StationFile
from register.views.round.results import due_of, subject_link
from register.views.rows import Link, in_order, notice_link, round_link, station_link
from register.views.station.demands import Duty, Returned, demands_of, duties_counted
from register.views.wording import day


class Deadline(NamedTuple):
    """One demand of a document, whom it concerns, and what later documents say of it."""

    due: date
    what: str
    note: str
    sources: tuple[Link, ...]
    who: str
    subjects: tuple[Link, ...]
    result: str


class Return(NamedTuple):
    """One thing that a station must hand back, by which document, and whether it has."""

    station: Link
    asked: Link
    line: Returned


def deadlines(register: Register) -> list[Deadline]:
    """Return every deadline: those to come first, soonest first; then the past, newest first."""
    found = [
        *_of_decisions(register),
        *_of_suspensions(register),
        *_of_duties(register),
        *_of_rounds(register),
        *_of_licences(register),
    ]
    found.sort(key=_key)
    coming = [each for each in found if each.due >= register.today]
    past = [each for each in found if each.due < register.today]
    return coming + sorted(past, key=lambda d: d.due, reverse=True)


def _key(deadline: Deadline) -> tuple[date, str, str, str]:
    return (deadline.due, deadline.sources[0].path, deadline.what, deadline.who)


def _of_decisions(register: Register) -> Iterator[Deadline]:
    for id_, notice in register.notices.items():
        for i, part in enumerate(notice.rounds):
            scheme = register.schemes[register.rounds[part.round].scheme]
            for j, decision in enumerate(part.decisions):
                subjects = (*decision.stations, *decision.centres)
                for duty in _demands(notice, decision, scheme) if subjects else ():
                    whom = "鉴定所" if decision.stations else "鉴定指导中心"
                    steps = ("rounds", i, "decisions", j)
                    assert duty.due is not None
                    yield Deadline(
                        due=duty.due,
                        what=duty.what,
                        note=duty.note,
                        sources=(notice_link(register, id_),),
                        who=f"{decision.grade}的{len(subjects)}个{whom}",
                        subjects=tuple(subject_link(register, s) for s in subjects),
                        result=_result(register, id_, steps, subjects, duty.kind),
                    )


def _demands(notice: Notice, decision: Decision, scheme: Scheme) -> Iterator[Duty]:
    """Yield what has a day; a rectification also where the day is counted from a length."""
    due = due_of(notice, decision, scheme)
    return (d for d in duties_counted(notice, decision, due, scheme.rectify) if d.due)


def _result(
    register: Register,
    notice: str,
    steps: Sequence[str | int],
    subjects: Sequence[str],
    kind: str,
) -> str:
    """Say how many have which result on file; no result is never taken for one."""
    if notice in register.ended:
        return "这份文件已被撤回或代替"
    counts = Counter(
        _outcome(register, _events(register, id_), (notice, tuple(steps)), kind) for id_ in subjects
    )
    return "，".join(f"{number}个{outcome}" for outcome, number in counts.items())


def _events(register: Register, subject: str) -> tuple[Event, ...]:
    file = register.stations.get(subject) or register.centres[subject]
    return file.events


def _outcome(
    register: Register,
    events: Sequence[Event],
    asked: tuple[str, tuple[str | int, ...]],
    kind: str,
) -> str:
    """Return what later documents in force say of one station's demand."""
    steps = len(asked[1])
    start = next(i for i, e in enumerate(events) if (e.notice, e.steps[:steps]) == asked)
    later = [e for e in events[start + 1 :] if e.in_force(register.today)]
    answers, none = _ANSWERS[kind]
    said: list[str] = []
    for event in later:
        if kind == "rectify" and event.act is None:
            said.append(f"后来的结论为{event.grade}")
        elif event.act in answers:
            said.append(event.grade)
        if said and event.act is not ActKind.FAIL:
            break
    return "，".join(said) or none


_ANSWERS: dict[str, tuple[tuple[ActKind, ...], str]] = {
    "plan": ((), "未收录报送情况"),
    "rectify": (
        (ActKind.ACCEPT, ActKind.FAIL, ActKind.REVOKE, ActKind.DEREGISTER),
        "未见验收结果",
    ),
    "hand-back": ((ActKind.HAND_BACK,), "未收录交回情况"),
}


def _of_suspensions(register: Register) -> Iterator[Deadline]:
    for id_, notice in register.notices.items():
        for i, act in enumerate(notice.acts):
            subjects = (*act.stations, *act.centres)
            if act.act is ActKind.SUSPEND and act.until and subjects:
                yield Deadline(
                    due=act.until,
                    what="暂停业务期满",
                    note=act.remarks or "",
                    sources=(notice_link(register, id_),),
                    who=f"暂停业务的{len(subjects)}个单位",
                    subjects=tuple(subject_link(register, s) for s in subjects),
                    result=_resumed(register, id_, i, act),
                )


def _resumed(register: Register, notice: str, number: int, act: Act) -> str:
    if notice in register.ended:
        return "这份文件已被撤回或代替"
    said = Counter(
        _after_suspension(register, _events(register, id_), notice, number)
        for id_ in (*act.stations, *act.centres)
    )
    return "，".join(f"{n}个{outcome}" for outcome, n in said.items())


_ENDS = (ActKind.RESUME, ActKind.REVOKE, ActKind.DEREGISTER, ActKind.SUSPEND, ActKind.MERGE)


def _after_suspension(register: Register, events: Sequence[Event], notice: str, number: int) -> str:
    steps = ("acts", number)
    start = next(i for i, e in enumerate(events) if (e.notice, e.steps[:2]) == (notice, steps))
    for event in events[start + 1 :]:
        if event.act in _ENDS and event.in_force(register.today):
            return f"{day(event.day)}{event.grade}"
    return "未见恢复文件"


def _of_duties(register: Register) -> Iterator[Deadline]:
    for id_, notice in register.notices.items():
        for duty in notice.duties:
            if duty.due:
                links = (notice_link(register, id_),)
                yield Deadline(duty.due, duty.what, "", links, duty.who, (), "未收录后来的结果")


def _of_rounds(register: Register) -> Iterator[Deadline]:
    """Yield the deadlines of rounds, but not those that a notice's duties state already."""
    for round_ in register.rounds.values():
        own = round_link(round_)
        for each in round_.deadlines:
            if not _is_duty(register, each):
                notices = (notice_link(register, each.source),) if each.source else ()
                counted = each.step and round_.progress
                result = "进展见检查的页面" if counted else "未收录后来的结果"
                note = _as_printed(each.printed)
                yield Deadline(each.due, each.what, note, (*notices, own), each.who, (), result)
        if goal := round_.milestone:
            what, note = f"{goal.percent}%达标", _as_printed(goal.printed)
            whom = "鉴定指导中心"
            yield Deadline(goal.by, what, note, (own,), whom, (), "情况见检查的页面")


def _is_duty(register: Register, deadline: RoundDeadline) -> bool:
    duties = register.notices[deadline.source].duties if deadline.source else ()
    return any((duty.who, duty.due) == (deadline.who, deadline.due) for duty in duties)


def _as_printed(printed: str | None) -> str:
    return f"原文“{printed}”" if printed else ""


def _of_licences(register: Register) -> Iterator[Deadline]:
    """Yield the days on which licences run out, those of one day and document together."""
    found: dict[tuple[date, str], list[tuple[StationFile, Licence]]] = defaultdict(list)
    for station in register.stations.values():
        for licence in station.record.licences:
            if licence.to:
                found[licence.to, licence.source].append((station, licence))
    for (due, source), all_ in found.items():
        results = Counter(_renewed(register, station, licence) for station, licence in all_)
        yield Deadline(
            due=due,
            what="鉴定许可证到期" if len(all_) > 1 else f"鉴定许可证到期（{all_[0][1].number}）",
            note="",
            sources=(notice_link(register, source),),
            who=f"{len(all_)}个鉴定所",
            subjects=tuple(station_link(station) for station, _ in all_),
            result="，".join(f"{n}个{said}" for said, n in results.items()),
        )


def _renewed(register: Register, station: StationFile, licence: Licence) -> str:
    """Tell whether a later licence, or an act that gives one, is on file."""
    end = licence.to or date.max
    newer = any(
        (other.since or date.min) > (licence.since or date.min) and (other.to or date.max) > end
        for other in station.record.licences
        if other is not licence
    )
    again = any(
        e.act is ActKind.RELICENSE and e.day > (licence.since or end) and e.in_force(register.today)
        for e in station.events
    )
    return "已换发" if newer or again else "没有收录到换发"


def returns(register: Register) -> list[Return]:
    """Return the ledger of licences, seals and plaques: a line for each station and thing."""
    return [
        Return(station_link(station), demand.document, line)
        for station in in_order(register.stations.values())
        for demand in demands_of(register, station)
        for line in demand.ledger
    ]
