"""Periods begin before they end, stages follow each other, and what was done is not to come."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from register.problem import check
from register.reading.dataset import Entry
from register.rules.case import Case, Findings
from register.rules.reference import Steps


@check("licences:\n  - {number: …, from: 2015-01-01, to: 2012-01-01, source: …}")
def from_after_to(case: Case) -> Findings:
    """起始日期不能晚于终止日期。

    对照文件改正。
    """
    for entry, steps, since, to in _periods(case):
        if since and to and since > to:
            yield (
                entry.place(*steps),
                f"从 {since} 起、到 {to} 止；起始不能晚于终止。请对照文件改正。",
            )


def _periods(case: Case) -> Iterator[tuple[Entry[Any], Steps, date | None, date | None]]:
    """Yield (entry, steps to the end, from, to) of every period."""
    for station in case.data.stations:
        for field in ("hosts", "licences", "certifications"):
            for i, term in enumerate(getattr(station.record, field)):
                yield station, (field, i, "to"), term.since, term.to
    for host in case.data.hosts:
        for i, name in enumerate(host.record.names):
            yield host, ("names", i, "to"), name.since, name.to
    yield from _dated_periods(case)


def _dated_periods(case: Case) -> Iterator[tuple[Entry[Any], Steps, date | None, date | None]]:
    for round_ in case.data.rounds:
        for i, stage in enumerate(round_.record.stages):
            yield round_, ("stages", i, "to"), stage.since, stage.to
        if scope := round_.record.scope:
            yield round_, ("scope", "licensed_to"), scope.licensed_from, scope.licensed_to
    for notice in case.data.notices:
        for i, act in enumerate(notice.record.acts):
            yield notice, ("acts", i, "until"), act.on or notice.record.decided, act.until


@check("progress:\n  - {step: self-check, on: 2111-08-01, …}")
def record_in_future(case: Case) -> Findings:
    """进展、责任书、打分和督导记录，记的是做过的事，日期不能在将来。

    对照记录改正；还没有做的，做了再记。
    """
    for entry, steps, what, day in _done(case):
        if day and day > case.today:
            yield (
                entry.place(*steps),
                (
                    f"{what}的日期是 {day}，晚于今天 {case.today}；记的是做过的事，不能在将来。"
                    "请对照记录改正；还没有做的，做了再记。"
                ),
            )


def _done(case: Case) -> Iterator[tuple[Entry[Any], Steps, str, date | None]]:
    for round_ in case.data.rounds:
        for i, progress in enumerate(round_.record.progress):
            yield round_, ("progress", i, "on"), "进展", progress.on
        for i, pledge in enumerate(round_.record.pledges):
            yield round_, ("pledges", i, "on"), "责任书", pledge.on
    for filled in case.data.sheets:
        for i, sheet in enumerate(filled.record.sheets):
            for j, score in enumerate(sheet.scores):
                yield filled, ("sheets", i, "scores", j, "on"), "打分", score.on
    for visit in case.data.visits:
        yield visit, ("exam",), "考试", visit.record.exam
        for i, report in enumerate(visit.record.reports):
            yield visit, ("reports", i, "on"), "督导", report.on


@check("stages:\n  - {name: 公布, from: 2011-03-01, …}\n  - {name: 自查, from: 2010-09-01, …}")
def stages_unordered(case: Case) -> Findings:
    """年度检查的各阶段按先后写。

    调整次序，或对照文件改正日期。
    """
    for entry in case.data.rounds:
        latest: date | None = None
        for i, stage in enumerate(entry.record.stages):
            if latest and stage.since and stage.since < latest:
                yield (
                    entry.place("stages", i, "from"),
                    (
                        f"阶段“{stage.name}”从 {stage.since} 起，早于前一阶段的 {latest}；"
                        "各阶段要按先后写。请调整次序，或对照文件改正日期。"
                    ),
                )
            latest = stage.since or latest


PERIODS = (from_after_to, record_in_future, stages_unordered)
