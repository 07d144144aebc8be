"""Entries: a station's history as its page lists it, a line for each decision and act."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from register.history import Ending, Event
from register.records.notice import Act, ActKind
from register.register import CentreFile, Register, StationFile
from register.views.rows import Link, host_link, notice_link, station_link
from register.views.station.endings import Ender, Loss, enders, loss
from register.views.wording import NO_MARK, Mark, day, event_mark


class Entry(NamedTuple):
    """One line of a station's history; of an act `said` tells what it did, and `to` to whom."""

    day: date
    notice: Link
    title: str
    round: Link | None
    year: int | None
    grade: str
    mark: Mark
    said: str
    to: Link | None
    grounds: str
    remarks: str
    printed: str
    sic: str
    act: bool
    ended: Loss | None


def entries(register: Register, judged: StationFile | CentreFile) -> Iterator[Entry]:
    """Yield the history of a station or a centre, the newest first.

    The documents that took another one's force away have their lines too.
    """
    lines = [_entry(register, event) for event in judged.events]
    lines += [_ending(register, ender) for ender in enders(register, judged.events)]
    yield from sorted(lines, key=lambda line: line.day)[::-1]


def _ending(register: Register, ender: Ender) -> Entry:
    return Entry(
        day=ender.day,
        notice=notice_link(register, ender.notice),
        title=register.notices[ender.notice].title,
        round=None,
        year=None,
        grade="",
        mark=NO_MARK,
        said=ender.how,
        to=ender.ended,
        grounds="",
        remarks="",
        printed="",
        sic="",
        act=True,
        ended=_for_good(register, ender.notice, ender.undone),
    )


def _for_good(register: Register, notice: str, endings: Sequence[Ending]) -> Loss | None:
    """Return what ended a notice, where nothing has given its force back."""
    found = loss(register, notice, endings, date.max)
    return found if found and not found.back else None


def _entry(register: Register, event: Event) -> Entry:
    notice = register.notices[event.notice]
    round_ = register.rounds[event.round] if event.round else None
    act = register.act(event) if event.act else None
    return Entry(
        day=event.day,
        notice=notice_link(register, event.notice),
        title=notice.title,
        round=Link(round_.name, f"rounds/{round_.id}/") if round_ else None,
        year=event.year,
        grade=event.grade,
        mark=event_mark(event),
        said=_said(event, act) if act else "",
        to=_to(register, act) if act else None,
        grounds="" if act else register.decision(event).grounds or "",
        remarks=(act.remarks or "") if act else "",
        printed=register.printed(event),
        sic="；".join(s.because for s in notice.sic if s.at == event.subject),
        act=act is not None,
        ended=_for_good(register, event.notice, event.endings),
    )


def _said(event: Event, act: Act) -> str:
    of = f"{event.year}年度" if event.year else ""
    match act.act:
        case ActKind.RENAME if act.name:
            return f"更名为{act.name}"
        case ActKind.CHANGE_HOST if act.host:
            return "承建单位变更为"
        case ActKind.STRIKE if act.occupations:
            return f"取消工种：{'、'.join(act.occupations)}"
        case ActKind.RELICENSE if act.licence:
            return f"重新许可，许可证号{act.licence}"
        case ActKind.MERGE if act.into:
            return "并入"
        case ActKind.SUSPEND if act.until:
            return f"暂停业务，到{day(act.until)}为止"
        case ActKind.HAND_BACK if act.items:
            return f"交回{'、'.join(act.items)}"
        case _:
            return of + event.grade


def _to(register: Register, act: Act) -> Link | None:
    if act.act is ActKind.CHANGE_HOST and act.host:
        return host_link(register, act.host)
    if act.act is ActKind.MERGE and act.into:
        return station_link(register.stations[act.into])
    return None
