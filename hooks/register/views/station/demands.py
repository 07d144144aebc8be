"""Demands: what documents ask of stations by a day, and what later documents say came of it."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from register.history import Event
from register.history.terms import last_day_of, length_of, start_of
from register.records.notice import ActKind, Decision, Notice
from register.records.scheme import RectifyTerm, StartsOn
from register.records.standing import Standing
from register.register import Register, StationFile
from register.views.rows import Link, notice_link
from register.views.wording import day, in_words


class Duty(NamedTuple):
    """Something that a document demands by a day: a plan, a rectification or a hand-back."""

    kind: str
    what: str
    due: date | None
    note: str


class Returned(NamedTuple):
    """One thing that is to be handed back; `on` and `document` where a document says it was."""

    item: str
    due: date | None
    on: date | None
    document: Link | None
    said: str = ""

    @property
    def late(self) -> bool:
        """Whether it came back after its day."""
        return self.on is not None and self.due is not None and self.on > self.due


class Demand(NamedTuple):
    """What one decision asks of one station."""

    document: Link
    grade: str
    duties: tuple[Duty, ...]
    counted: str
    reading: str
    late: str
    result: str
    result_document: Link | None
    ledger: tuple[Returned, ...]

    @property
    def partly(self) -> str:
        """Say so where some things have come back and others have not, as far as is on file."""
        back = [line.item for line in self.ledger if line.document]
        if not back or len(back) == len(self.ledger):
            return ""
        rest = [line.item for line in self.ledger if not line.document]
        return f"只交回了一部分：交回的有{'、'.join(back)}；{'、'.join(rest)}未收录交回情况。"

    @property
    def met(self) -> bool:
        """Whether later documents say what came of all that was asked."""
        rectified = bool(self.result_document) or not self.result
        return rectified and all(line.document for line in self.ledger)


def duties_of(
    decision: Decision, due: date | None = None, term: RectifyTerm | None = None
) -> Iterator[Duty]:
    """Yield what the decision demands of its stations, in the order of the days.

    `due`: the last day to rectify, where it is counted from a length; `term`: the scheme's.
    """
    otherwise = (term.otherwise if term else None) or ""
    if rectify := decision.rectify:
        to = f"，报{rectify.report_to}" if rectify.report_to else ""
        if rectify.plan_due:
            yield Duty("plan", "报送整改措施和工作计划" + to, rectify.plan_due, "")
        by = f"由{rectify.inspected_by}验收。" if rectify.inspected_by else ""
        after = _if_late(rectify.otherwise or otherwise)
        yield Duty("rectify", "完成整改", rectify.due or due, by + after)
    elif due:
        yield Duty("rectify", "完成整改", due, _if_late(otherwise))
    if back := decision.hand_back:
        to = f"，交到{back.to}" if back.to else ""
        yield Duty("hand-back", f"交回{'、'.join(back.items)}{to}", back.due, "")


def _if_late(otherwise: str) -> str:
    """Say what a document threatens with, so that nobody takes it for done."""
    return f"逾期后果：{otherwise.rstrip('。')}（以另发的文件为准）。" if otherwise else ""


def duties_counted(
    notice: Notice, decision: Decision, due: date | None, term: RectifyTerm | None
) -> Iterator[Duty]:
    """Yield the duties; one whose day was counted says how."""
    for duty in duties_of(decision, due, term):
        how = counted(notice, decision, term) if duty.kind == "rectify" else ""
        yield duty._replace(note=how + duty.note)


def late_publication(notice: Notice, decision: Decision, due: date | None = None) -> str:
    """Say so when the document came out after a day that it sets."""
    days = [duty.due for duty in duties_of(decision, due) if duty.due]
    passed = [d for d in days if notice.published and d < notice.published]
    if not passed or notice.published is None:
        return ""
    return f"文件到{day(notice.published)}才公布，已晚于它写的{day(min(passed))}。"


def demands_of(register: Register, station: StationFile) -> Iterator[Demand]:
    """Yield what each document in force asks of a station, the newest first."""
    for event in reversed(station.decisions):
        decision = register.decision(event)
        asks = event.due or decision.rectify or decision.hand_back
        if asks and event.in_force(register.today):
            yield _demand(register, station, event, decision)


def _demand(register: Register, station: StationFile, event: Event, decision: Decision) -> Demand:
    notice = register.notices[event.notice]
    scheme = register.schemes[register.rounds[event.round].scheme]
    term = scheme.rectify if event.due else None
    how = counted(notice, decision, term) if event.due else ""
    results = rectified(register, station.events, event) if event.due else []
    return Demand(
        document=notice_link(register, event.notice),
        grade=event.grade,
        duties=tuple(duties_of(decision, event.due, term)),
        counted=how,
        reading=(term.reading or "") if how and term else "",
        late=late_publication(notice, decision, event.due),
        result=_told(results, _none(station, event, results)) if event.due else "",
        result_document=notice_link(register, results[-1].notice) if results else None,
        ledger=tuple(_ledger(register, station, event, decision)),
    )


def counted(notice: Notice, decision: Decision, term: RectifyTerm | None) -> str:
    """Say how the day to rectify was counted; nothing where the document states it itself."""
    length, stated = length_of(decision, term), decision.rectify and decision.rectify.due
    if stated or not length:
        return ""
    start = start_of(term, notice)
    what = "公布" if term and term.starts is StartsOn.PUBLISHED and notice.published else "成文"
    said = "文件" if decision.rectify and decision.rectify.term else "办法"
    return (
        f"{said}写的期限是{in_words(length)}，从{day(start)}{what}算起，当天不算在内，"
        f"到{day(last_day_of(length, start))}为止（含当天）。"
    )


_FINAL = (ActKind.ACCEPT, ActKind.REVOKE, ActKind.DEREGISTER, ActKind.MERGE)


def later(register: Register, events: Sequence[Event], asked: Event) -> list[Event]:
    """Return what came after `asked`, in force and in time by today."""
    after, today = events[events.index(asked) + 1 :], register.today
    return [event for event in after if event.day <= today and event.in_force(today)]


def rectified(register: Register, events: Sequence[Event], asked: Event) -> list[Event]:
    """Return the events that tell what came of a rectification, the last of them for good.

    After it was found wanting, also what came of that. Who is not assessed still owes it.
    """
    found: list[Event] = []
    for event in later(register, events, asked):
        graded = event.act is None and event.standing is not Standing.NOT_ASSESSED
        if graded or event.act in _FINAL or event.act is ActKind.FAIL:
            found.append(event)
        if graded or event.act in _FINAL:
            break
    return found


def _none(station: StationFile, asked: Event, results: Sequence[Event]) -> str:
    """Say that there is no result; an item that may not be shown could be one."""
    until = results[0].day if results else date.max
    hidden = any(asked.day < each <= until for each in station.withheld)
    return "没有可公开的验收结果" if hidden else "没有收录到验收结果"


def _told(results: Sequence[Event], none: str) -> str:
    said = [
        f"{day(e.day)}{e.grade}" if e.act else f"后来的结论是{e.year}年度{e.grade}" for e in results
    ]
    if not results or results[0].act is None:
        said.insert(0, none)
    return "；".join(said) + "。"


def _ledger(
    register: Register, station: StationFile, event: Event, decision: Decision
) -> Iterator[Returned]:
    """Yield each thing to hand back, with the document that says it came back."""
    back = decision.hand_back
    for item in back.items if back else ():
        found = next(_returns(register, station, event, item), None)
        due = back.due if back else None
        if found is None:
            yield Returned(item, due, None, None, _missing(register, station, event))
        else:
            line = Returned(item, due, found.day, notice_link(register, found.notice))
            yield line._replace(said=f"{day(found.day)}{'逾期' if line.late else '已'}交回")


def _missing(register: Register, station: StationFile, asked: Event) -> str:
    hidden = any(asked.day < each <= register.today for each in station.withheld)
    return "没有可公开的交回情况" if hidden else "未收录交回情况"


def _returns(register: Register, station: StationFile, asked: Event, item: str) -> Iterator[Event]:
    for event in station.events:
        if event.act is not ActKind.HAND_BACK or event.day < asked.day:
            continue
        act = register.act(event)
        follows = not act.follows or act.follows == asked.notice
        if follows and (not act.items or item in act.items) and event.in_force(register.today):
            yield event
