"""Visits: one supervision visit on an exam day, step by step."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from register.records.round import Round
from register.records.scheme import Form, VisitStep
from register.records.visit import FindingKind, Visit, VisitReport
from register.register import Register
from register.views.rows import Link, notice_link, round_link, station_link
from register.views.wording import day


class FindingLine(NamedTuple):
    """One thing that a visit found: its code for shape and colour, and the words."""

    code: str
    kind: str
    what: str
    site: str


class StepView(NamedTuple):
    """One step of the scheme, what it looks at, and what is on file of it."""

    name: str
    checks: tuple[str, ...]
    days: tuple[date, ...]
    findings: tuple[FindingLine, ...]


class VisitView(NamedTuple):
    """All that a visit's page shows."""

    path: str
    title: str
    round: Link
    region: Link
    record: Visit
    sites: tuple[tuple[str, Link | None], ...]
    tallies: tuple[tuple[str, str, int], ...]
    steps: tuple[StepView, ...]
    form: Form | None
    source: Link | None


KINDS = {
    FindingKind.FINE: "符合",
    FindingKind.PROBLEM: "有问题",
    FindingKind.HANDLED: "当场处理",
}


def visit_link(register: Register, round_id: str, visit: Visit) -> Link:
    """Link to a visit's page."""
    place = visit.city or register.region(visit.region)
    return Link(f"{place}{day(visit.exam)}考试督导", f"rounds/{round_id}/visits/{visit.id}/")


def visit_views(register: Register) -> Iterator[VisitView]:
    """Yield every visit's page."""
    for round_id, visits in register.visits.items():
        for visit in visits.values():
            yield visit_view(register, register.rounds[round_id], visit)


def visit_view(register: Register, round_: Round, visit: Visit) -> VisitView:
    """Return what a visit's page shows."""
    title, path = visit_link(register, round_.id, visit)
    supervision = register.schemes[round_.scheme].supervision
    return VisitView(
        path=path,
        title=title,
        round=round_link(round_),
        region=Link(register.region(visit.region), f"regions/{visit.region}/"),
        record=visit,
        sites=tuple(
            (s.name, station_link(register.stations[s.station]) if s.station else None)
            for s in visit.sites
        ),
        tallies=tuple(_tallies(visit)),
        steps=tuple(_steps(supervision.steps if supervision else (), visit.reports)),
        form=supervision.form if supervision else None,
        source=notice_link(register, visit.source) if visit.source else None,
    )


def _tallies(visit: Visit) -> Iterator[tuple[str, str, int]]:
    found = [finding.kind for report in visit.reports for finding in report.findings]
    for kind, words in KINDS.items():
        yield kind.value, words, found.count(kind)


def _steps(steps: tuple[VisitStep, ...], reports: tuple[VisitReport, ...]) -> Iterator[StepView]:
    for step in steps:
        own = [report for report in reports if report.step == step.id]
        yield StepView(
            step.name,
            step.checks,
            tuple(report.on for report in own if report.on),
            tuple(
                FindingLine(f.kind.value, KINDS[f.kind], f.what, f.site or "")
                for report in own
                for f in report.findings
            ),
        )
