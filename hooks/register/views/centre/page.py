"""Guidance centres: the answer first, then each year's figures held against the standards."""

from collections.abc import Iterator
from typing import NamedTuple

from register.history import Event
from register.names.pinyin import sort_key
from register.records.notice import Decision
from register.records.scheme import RectifyTerm
from register.records.standard import LEVEL_TITLES, Level
from register.register import CentreFile, Register
from register.views.centre.milestones import MilestoneView, milestone_view
from register.views.centre.years import YearPart, year_parts
from register.views.rows import Link, notice_link
from register.views.station.answers import Answer, answer
from register.views.station.demands import Duty, counted, duties_of
from register.views.station.entries import Entry, entries
from register.views.station.page import appeal, silence
from register.views.wording import Mark, beyond, mark, status

_ORDER = {level: n for n, level in enumerate(Level)}


class CentreRow(NamedTuple):
    """A centre in the index."""

    centre: Link
    level: str
    city: str
    mark: Mark
    status: str
    grade: str
    document: Link | None
    year: str
    summary: str
    figures: str

    @property
    def more(self) -> str:
        """What the status says beyond the mark."""
        return beyond(self.mark, self.status)


class CentreView(NamedTuple):
    """All that a centre's page shows."""

    id: str
    name: str
    region: str
    level: str
    city: str
    aliases: str
    now: Answer
    later: tuple[Answer, ...]
    duties: tuple[Duty, ...]
    term: str
    years: tuple[YearPart, ...]
    history: tuple[Entry, ...]
    silence: str
    report: str
    appeal: str


def centre_link(centre: CentreFile) -> Link:
    """Link to a centre's page."""
    return Link(centre.record.name, f"centres/{centre.id}/")


def centre_groups(register: Register) -> tuple[tuple[str, tuple[CentreRow, ...]], ...]:
    """Return the rows of each region: the province's centre first, then cities, then counties."""
    regions = sorted({c.record.region for c in register.centres.values()})
    return tuple((register.region(r), tuple(_rows(register, r))) for r in regions)


def _rows(register: Register, region: str) -> Iterator[CentreRow]:
    own = [c for c in register.centres.values() if c.record.region == region]
    for centre in sorted(own, key=_place):
        yield _row(register, centre)


def _place(centre: CentreFile) -> tuple[int, str, str]:
    return (_ORDER[centre.record.level], sort_key(centre.record.name), centre.id)


def _row(register: Register, centre: CentreFile) -> CentreRow:
    now = register.now(centre)
    newest = next(year_parts(register, centre.record), None)
    filled = [name + value for name, value in newest.figures if value != "没有填"] if newest else []
    return CentreRow(
        centre=centre_link(centre),
        level=LEVEL_TITLES[centre.record.level],
        city=centre.record.city or "",
        mark=mark(now),
        status=status(now),
        grade=_grade(now.event),
        document=notice_link(register, now.event.notice) if now.event else None,
        year=f"{newest.year}年，" if newest else "",
        summary=newest.summary if newest else "没有收录到数字",
        figures="，".join(filled),
    )


def _grade(event: Event | None) -> str:
    return event.grade if event and event.act is None else ""


def centre_view(register: Register, centre: CentreFile) -> CentreView:
    """Return what the page of a centre shows on the register's day."""
    now, record = register.now(centre), centre.record
    event = now.event
    decision = register.decision(event) if event and event.act is None else None
    return CentreView(
        id=centre.id,
        name=record.name,
        region=register.region(record.region),
        level=LEVEL_TITLES[record.level],
        city=record.city or "",
        aliases="、".join(record.aliases),
        now=answer(register, centre.events, now),
        later=tuple(
            answer(register, centre.events, span)
            for span in centre.spans
            if span.since and span.since > register.today
        ),
        duties=tuple(_duties(register, event, decision)) if event and decision else (),
        term=_counted(register, event, decision) if event and decision else "",
        years=tuple(year_parts(register, record)),
        history=tuple(entries(register, centre)),
        silence=silence(centre),
        report=register.site.report or "",
        appeal=appeal(register),
    )


def _term(register: Register, event: Event) -> RectifyTerm | None:
    """Return the scheme's term to rectify, where the event has a day for it."""
    scheme = register.schemes[register.rounds[event.round].scheme]
    return scheme.rectify if event.due else None


def _duties(register: Register, event: Event, decision: Decision) -> Iterator[Duty]:
    yield from duties_of(decision, event.due, _term(register, event))


def _counted(register: Register, event: Event, decision: Decision) -> str:
    """Say how a day to rectify was counted that the document does not state."""
    term = _term(register, event)
    how = counted(register.notices[event.notice], decision, term) if event.due else ""
    return how + _reading(term) if how else ""


def _reading(term: RectifyTerm | None) -> str:
    return f"这是本站的读法：{term.reading.rstrip('。')}。" if term and term.reading else ""


__all__ = [
    "CentreView",
    "MilestoneView",
    "centre_groups",
    "centre_link",
    "centre_view",
    "milestone_view",
]
