"""Deadlines: every day that a document sets, and what later documents say of it."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from register.publication import is_public
from register.records.notice import ActKind, Decision, Notice
from register.records.round import RoundDeadline
from register.records.scheme import Judged, Scheme
from register.records.station import Licence
from register.register import Register, StationFile
from register.views.outcomes import (
    NO_FILES,
    NO_NAMES,
    Asked,
    Outcome,
    outcomes_of,
    told,
)
from register.views.round.results import counted, due_of, links_of
from register.views.rows import Link, in_order, notice_link, round_link, station_link
from register.views.station.demands import Duty, Returned, demands_of, duties_counted


class Deadline(NamedTuple):
    """One demand of a document, whom it concerns, and what later documents say of it.

    `settled`: the documents say of everyone what came of it, so that its day no longer counts.
    """

    due: date
    what: str
    note: str
    sources: tuple[Link, ...]
    who: str
    subjects: tuple[Link, ...]
    result: str
    settled: bool


class Return(NamedTuple):
    """One thing that a station must hand back, by which document, and whether it has."""

    station: Link
    asked: Link
    line: Returned


def deadlines(register: Register) -> list[Deadline]:
    """Return every deadline: the open ones first, and of those the ones to come, soonest first.

    Then, the newest first, the open ones whose day has passed, and those that are settled.
    """
    found = [
        *_of_decisions(register),
        *_of_suspensions(register),
        *_of_duties(register),
        *_of_rounds(register),
        *_of_licences(register),
    ]
    found.sort(key=_key)
    coming = [each for each in found if not each.settled and each.due >= register.today]
    past = [each for each in found if not each.settled and each.due < register.today]
    newest_first = sorted(past, key=lambda d: d.due, reverse=True)
    settled = sorted((d for d in found if d.settled), key=lambda d: d.due, reverse=True)
    return coming + newest_first + settled


def _key(deadline: Deadline) -> tuple[date, str, str, str]:
    return (deadline.due, deadline.sources[0].path, deadline.what, deadline.who)


def _of_decisions(register: Register) -> Iterator[Deadline]:
    for id_, notice in register.notices.items():
        for i, part in enumerate(notice.rounds):
            scheme = register.schemes[register.rounds[part.round].scheme]
            for j, decision in enumerate(part.decisions):
                for duty in _demands(register, notice, decision, scheme):
                    asked = Asked(id_, ("rounds", i, "decisions", j), duty.kind)
                    yield _of_decision(register, decision, scheme, duty, asked)


def _demands(
    register: Register, notice: Notice, decision: Decision, scheme: Scheme
) -> Iterator[Duty]:
    """Yield what has a day; a rectification also where the day is counted from a length."""
    if is_public(decision, register.today):
        due = due_of(notice, decision, scheme)
        yield from (d for d in duties_counted(notice, decision, due, scheme.rectify) if d.due)


def _of_decision(
    register: Register, decision: Decision, scheme: Scheme, duty: Duty, asked: Asked
) -> Deadline:
    subjects = (*decision.stations, *decision.centres)
    found = outcomes_of(register, asked, subjects)
    if asked.notice not in register.ended:
        found += [NO_NAMES] * decision.unnamed + [NO_FILES] * len(decision.unmatched)
    assert duty.due is not None
    return Deadline(
        due=duty.due,
        what=duty.what,
        note=duty.note,
        sources=(notice_link(register, asked.notice),),
        who=f"{decision.grade}的{_whom(decision, WHOM[scheme.judges])}",
        subjects=links_of(register, subjects),
        result=told(found),
        settled=all(outcome.settled for outcome in found),
    )


WHOM = {Judged.STATIONS: "鉴定所", Judged.CENTRES: "鉴定指导中心"}


def _whom(decision: Decision, whom: str) -> str:
    """Say how many a decision is about, and which of them cannot be linked."""
    unnamed, unmatched = decision.unnamed, len(decision.unmatched)
    named = len(decision.stations) + len(decision.centres)
    without = [(unnamed, "名单未公布"), (unmatched, "本站还没有档案")]
    there = [(number, why) for number, why in without if number]
    said = f"{named + unnamed + unmatched}个{whom}"
    if not named and len(there) == 1:
        return f"{said}，{there[0][1]}"
    return said + "".join(f"，其中{number}个{why}" for number, why in there)


def _of_suspensions(register: Register) -> Iterator[Deadline]:
    for id_, notice in register.notices.items():
        for i, act in enumerate(notice.acts):
            subjects = (*act.stations, *act.centres)
            if act.act is ActKind.SUSPEND and act.until and subjects:
                found = outcomes_of(register, Asked(id_, ("acts", i), "suspension"), subjects)
                whom = WHOM[Judged.STATIONS if act.stations else Judged.CENTRES]
                yield Deadline(
                    due=act.until,
                    what="暂停业务期满",
                    note=act.remarks or "",
                    sources=(notice_link(register, id_),),
                    who=f"暂停业务的{len(subjects)}个{whom}",
                    subjects=links_of(register, subjects),
                    result=told(found),
                    settled=all(outcome.settled for outcome in found),
                )


def _of_duties(register: Register) -> Iterator[Deadline]:
    for id_, notice in register.notices.items():
        for duty in notice.duties:
            if duty.due:
                links = (notice_link(register, id_),)
                said = "未收录后来的结果"
                yield Deadline(duty.due, duty.what, "", links, duty.who, (), said, settled=False)


def _of_rounds(register: Register) -> Iterator[Deadline]:
    """Yield the deadlines of rounds, but not those that a notice's duties state already."""
    for round_ in register.rounds.values():
        own = round_link(round_)
        for each in round_.deadlines:
            if not _is_duty(register, each):
                notices = (notice_link(register, each.source),) if each.source else ()
                told_there = bool(each.step and round_.progress)
                past = told_there and each.due < register.today
                result = "进展见检查的页面" if told_there else "未收录后来的结果"
                note = _as_printed(each.printed)
                yield Deadline(
                    each.due, each.what, note, (*notices, own), each.who, (), result, settled=past
                )
        if goal := round_.milestone:
            what, note = f"{goal.percent}%达标", _as_printed(goal.printed)
            whom = "鉴定指导中心"
            there = any(counted(register, round_.id))
            result = "情况见检查的页面" if there else "未收录后来的结果"
            past = there and goal.by < register.today
            yield Deadline(goal.by, what, note, (own,), whom, (), result, settled=past)


def _is_duty(register: Register, deadline: RoundDeadline) -> bool:
    duties = register.notices[deadline.source].duties if deadline.source else ()
    return any((duty.who, duty.due) == (deadline.who, deadline.due) for duty in duties)


def _as_printed(printed: str | None) -> str:
    return f"原文“{printed}”" if printed else ""


def _of_licences(register: Register) -> Iterator[Deadline]:
    """Yield the days on which licences run out, those of one day and document together."""
    licences: dict[tuple[date, str], list[tuple[StationFile, Licence]]] = defaultdict(list)
    for station in register.stations.values():
        for licence in station.record.licences:
            if licence.to:
                licences[licence.to, licence.source].append((station, licence))
    for (due, source), all_ in licences.items():
        found = [_renewed(register, station, licence) for station, licence in all_]
        yield Deadline(
            due=due,
            what="鉴定许可证到期" if len(all_) > 1 else f"鉴定许可证到期（{all_[0][1].number}）",
            note="",
            sources=(notice_link(register, source),),
            who=f"{len(all_)}个鉴定所",
            subjects=tuple(station_link(station) for station, _ in all_),
            result=told(found),
            settled=all(outcome.settled for outcome in found),
        )


def _renewed(register: Register, station: StationFile, licence: Licence) -> Outcome:
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
    there = newer or again
    return Outcome("已换发" if there else "没有收录到换发", settled=there)


def returns(register: Register) -> list[Return]:
    """Return the ledger of licences, seals and plaques: a line for each station and thing."""
    return [
        Return(station_link(station), demand.document, line)
        for station in in_order(register.stations.values())
        for demand in demands_of(register, station)
        for line in demand.ledger
    ]
