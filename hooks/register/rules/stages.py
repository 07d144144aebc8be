"""Stages and deadlines of a round: each stands once, near its year, on the day that is printed."""

import re
from datetime import date

from register.problem import Severity, check
from register.records.round import Stage
from register.rules.case import Case, Findings

_FAR = 2  # years
_DAY = re.compile(r"(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]")
_DAYS = re.compile(r"\d\s*[日号]")


@check("stages:\n  - {name: 自查, …}\n  - {name: 自查, …}")
def stage_twice(case: Case) -> Findings:
    """年度检查里，一个阶段只写一次。

    删去多余的，或改正名称。
    """
    for entry in case.data.rounds:
        names = [stage.name for stage in entry.record.stages]
        for i, name in enumerate(names):
            if name in names[:i]:
                yield (
                    entry.place("stages", i, "name"),
                    f"阶段“{name}”写了不止一次；一个阶段只写一次。请删去多余的，或改正名称。",
                )


@check("year: 2011\nstages:\n  - {name: 自查, from: 2001-03-01}", Severity.HINT)
def stage_far(case: Case) -> Findings:
    """阶段的日期一般在年度前后两年以内。

    对照文件改正；文件确实如此的，用 accept 说明。
    """
    for entry in case.data.rounds:
        year = entry.record.year
        for i, stage in enumerate(entry.record.stages):
            if far := _far(stage, year):
                field, day = far
                yield (
                    entry.place("stages", i, field),
                    (
                        f"阶段“{stage.name}”的日期是 {day}，年度是 {year}；"
                        "一般在年度前后两年以内。请对照文件改正；文件确实如此的，用 accept 说明。"
                    ),
                )


def _far(stage: Stage, year: int) -> tuple[str, date] | None:
    named = (("from", stage.since), ("to", stage.to))
    return next(((f, day) for f, day in named if day and abs(day.year - year) > _FAR), None)


@check("due: 2006-10-12\nprinted: 10月21日前")
def printed_differs(case: Case) -> Findings:
    """期限写了原文日期，而且原文只有一个“几月几日”的，要与期限同月同日。

    对照文件改正其中一个；文件确实如此的，用 accept 说明。
    """
    for entry in case.data.rounds:
        for i, deadline in enumerate(entry.record.deadlines):
            printed, due = _printed(deadline.printed or ""), deadline.due
            if printed and printed != (due.month, due.day):
                yield (
                    entry.place("deadlines", i, "due"),
                    (
                        f"期限是 {due}，原文日期是“{deadline.printed}”；两者应同月同日。"
                        "请对照文件改正其中一个；文件确实如此的，用 accept 说明。"
                    ),
                )


def _printed(text: str) -> tuple[int, int] | None:
    """Return month and day where the text names just one day."""
    found = _DAY.findall(text)
    if len(found) != 1 or len(_DAYS.findall(text)) != 1:
        return None
    [(month, day)] = found
    return int(month), int(day)


STAGES = (stage_twice, stage_far, printed_differs)
