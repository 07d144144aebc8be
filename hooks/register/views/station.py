"""A station's page: the answer first, then what it rests on."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from register.history import Event
from register.records.notice import Act, Decision, Notice
from register.register import Register, StationFile
from register.views.rows import Link, host_link, host_links, notice_link, station_link
from register.views.wording import Mark, day, event_mark, mark, meaning, status


class Later(NamedTuple):
    """What the page says from `since` on; the browser shows it when that day has come."""

    since: date
    mark: Mark
    status: str


class Duty(NamedTuple):
    """Something that a document demands by a day: a plan, a rectification or a hand-back."""

    kind: str
    what: str
    due: date | None
    note: str


class Entry(NamedTuple):
    """One line of a station's history."""

    day: date
    notice: Link
    title: str
    round: Link | None
    grade: str
    mark: Mark
    grounds: str
    printed: str
    sic: str
    act: bool
    ended: date | None


class StationView(NamedTuple):
    """All that a station's page shows."""

    id: str
    name: str
    region: str
    hosts: tuple[Link, ...]
    mark: Mark
    status: str
    grade: str
    document: Link | None
    decided: date | None
    published: date | None
    grounds: str
    later: tuple[Later, ...]
    meaning: tuple[str, ...]
    duties: tuple[Duty, ...]
    late_publication: str
    history: tuple[Entry, ...]
    mentions: tuple[tuple[str, Link], ...]
    facts: tuple[tuple[str, str], ...]
    host_sources: tuple[tuple[Link, str, Link], ...]
    report: str
    appeal: str


def station_view(register: Register, station: StationFile) -> StationView:
    """Return what the page of `station` shows on the register's day."""
    now = register.now(station)
    event = now.event
    notice = register.notices[event.notice] if event else None
    decision = register.decision(event) if event and event.act is None else None
    return StationView(
        id=station.id,
        name=station.record.name,
        region=register.site.regions[station.region],
        hosts=host_links(register, station),
        mark=mark(now),
        status=status(now),
        grade=event.grade if event and event.act is None else "",
        document=notice_link(register, event.notice) if event else None,
        decided=notice.decided if notice else None,
        published=notice.published if notice else None,
        grounds=(decision.grounds or "") if decision else "",
        later=tuple(_later(register, station)),
        meaning=meaning(now),
        duties=tuple(duties_of(decision)) if decision else (),
        late_publication=late_publication(notice, decision) if notice and decision else "",
        history=tuple(_entry(register, e) for e in reversed(station.events)),
        mentions=tuple((m.subject, notice_link(register, n)) for n, m in station.mentions),
        facts=tuple(_facts(station)),
        host_sources=tuple(
            (host_link(register, t.host), _term(t.since, t.to), notice_link(register, t.source))
            for t in station.record.hosts
        ),
        report=register.site.report or "",
        appeal=register.site.appeal or "对结论有异议的，请向作出结论的机关提出。",
    )


def _later(register: Register, station: StationFile) -> Iterator[Later]:
    for span in station.spans:
        if span.since and span.since > register.today:
            yield Later(span.since, mark(span), status(span))


def duties_of(decision: Decision) -> Iterator[Duty]:
    """Yield what the decision demands of its stations, in the order of the days."""
    if rectify := decision.rectify:
        to = f"，报{rectify.report_to}" if rectify.report_to else ""
        if rectify.plan_due:
            yield Duty("plan", "报送整改措施和工作计划" + to, rectify.plan_due, "")
        by = f"由{rectify.inspected_by}验收；" if rectify.inspected_by else ""
        yield Duty("rectify", "完成整改", rectify.due, by + (rectify.otherwise or ""))
    if back := decision.hand_back:
        to = f"，交到{back.to}" if back.to else ""
        yield Duty("hand-back", f"交回{'、'.join(back.items)}{to}", back.due, "")


def late_publication(notice: Notice, decision: Decision) -> str:
    """Say so when the document came out after a day that it sets."""
    days = [duty.due for duty in duties_of(decision) if duty.due]
    passed = [d for d in days if notice.published and d < notice.published]
    if not passed or notice.published is None:
        return ""
    return f"文件到{day(notice.published)}才公布，已晚于它写的{day(min(passed))}。"


def _entry(register: Register, event: Event) -> Entry:
    notice = register.notices[event.notice]
    source: Decision | Act = register.act(event) if event.act else register.decision(event)
    round_ = register.rounds[event.round] if event.round else None
    return Entry(
        day=event.day,
        notice=notice_link(register, event.notice),
        title=notice.title,
        round=Link(round_.name, f"rounds/{round_.id}/") if round_ else None,
        grade=event.grade,
        mark=event_mark(event),
        grounds=(source.remarks if isinstance(source, Act) else source.grounds) or "",
        printed=register.printed(event),
        sic="；".join(s.because for s in notice.sic if s.at == event.station),
        act=event.act is not None,
        ended=event.ends,
    )


def _facts(station: StationFile) -> Iterator[tuple[str, str]]:
    record = station.record
    yield "编号", station.id
    if record.ordinal is not None:
        yield "序号", str(record.ordinal)
    for title, value in (
        ("鉴定所代码", record.code),
        ("所在市（州）", record.city),
        ("主管", record.supervisor),
    ):
        if value:
            yield title, value
    for licence in record.licences:
        yield "许可证", f"{licence.number}{_term(licence.since, licence.to)}"
    if record.occupations:
        yield "鉴定职业", "、".join(o.name for o in record.occupations)
    if record.aliases:
        yield "别名", "、".join(record.aliases)


def _term(since: date | None, to: date | None) -> str:
    if since is None and to is None:
        return ""
    start, end = (day(d) if d else "" for d in (since, to))
    return f"（{start}起）" if not end else f"（{start}至{end}）"


__all__ = ["Duty", "StationView", "duties_of", "late_publication", "station_link", "station_view"]
