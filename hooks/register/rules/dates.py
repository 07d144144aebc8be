"""Dates of documents: none lies where it cannot."""

from collections.abc import Iterator
from datetime import date

from register.problem import check
from register.reading.dataset import Entry
from register.records import Notice
from register.records.notice import Decision
from register.rules.case import Case, Findings
from register.rules.reference import Steps

_OWN = {"decided": "成文日期", "published": "公布日期", "recorded": "录入日期"}


@check("decided: 2111-03-03", firm=True)
def date_in_future(case: Case) -> Findings:
    """成文、公布、录入日期不能在将来。

    对照文件改正。
    """
    for entry in case.data.notices:
        for field, title in _OWN.items():
            day: date | None = getattr(entry.record, field)
            if day and day > case.today:
                yield (
                    entry.place(field),
                    (
                        f"{title}是 {day}，晚于今天 {case.today}；成文、公布、录入日期不能在将来。"
                        "请对照文件改正。"
                    ),
                )


@check("decided: 2011-03-03\npublished: 2011-03-01")
def published_before_decided(case: Case) -> Findings:
    """公布和录入不能早于成文。

    对照文件改正。
    """
    for entry in case.data.notices:
        decided = entry.record.decided
        for field in ("published", "recorded"):
            day: date | None = getattr(entry.record, field)
            if day and day < decided <= case.today:
                yield (
                    entry.place(field),
                    (
                        f"{_OWN[field]}是 {day}，早于成文日期 {decided}；公布和录入不能早于成文。"
                        "请对照文件改正。"
                    ),
                )


@check("decided: 2011-03-03\n…\nrectify: {due: 2010-06-30}")
def due_before_decided(case: Case) -> Findings:
    """文件要求的期限、公开的期限，不早于成文日期；代替旧文件、照抄原期限的除外。

    对照文件改正；文件确实如此的，用 accept 说明。
    """
    for entry in case.data.notices:
        decided = entry.record.decided
        if decided > case.today:
            continue
        for steps, title, day in _terms(entry):
            if day and day < decided:
                yield (
                    entry.place(*steps),
                    (
                        f"{title}是 {day}，早于成文日期 {decided}；期限一般不早于成文。"
                        "请对照文件改正；文件确实如此的，用 accept 说明。"
                    ),
                )


def _terms(entry: Entry[Notice]) -> Iterator[tuple[Steps, str, date | None]]:
    for i, part in enumerate(entry.record.rounds):
        for j, decision in enumerate(part.decisions):
            for steps, title, day in _terms_of(decision):
                yield ("rounds", i, "decisions", j, *steps), title, day
    for i, duty in enumerate(entry.record.duties):
        yield ("duties", i, "due"), "普遍要求的期限", duty.due


def _terms_of(decision: Decision) -> Iterator[tuple[Steps, str, date | None]]:
    if rectify := decision.rectify:
        yield ("rectify", "plan_due"), "整改方案报送期限", rectify.plan_due
        yield ("rectify", "due"), "整改期限", rectify.due
    if decision.hand_back:
        yield ("hand_back", "due"), "交回期限", decision.hand_back.due
    if publication := decision.publication:
        yield ("publication", "until"), "公开期限", publication.until
        yield ("publication", "withdrawn"), "撤回日期", publication.withdrawn


@check("rectify: {plan_due: 2011-06-30, due: 2011-03-31}")
def plan_after_due(case: Case) -> Findings:
    """整改方案的报送期限不能晚于整改期限。

    对照文件改正。
    """
    for part in case.parts:
        for steps, decision in part.decisions:
            plan, due = (r.plan_due, r.due) if (r := decision.rectify) else (None, None)
            if plan and due and plan > due:
                yield (
                    part.entry.place(*steps, "rectify", "plan_due"),
                    f"整改方案报送期限 {plan} 晚于整改期限 {due}；应先报方案。请对照文件改正。",
                )


@check("decided: 2009-03-03\nrounds: [{round: gansu-2010}]")
def decided_before_round(case: Case) -> Findings:
    """一份文件不能早于它所评的年度。

    改正成文日期，或改正年度检查的编号。
    """
    for part in case.parts:
        decided, round_ = part.entry.record.decided, case.data.round.get(part.round.round)
        if round_ and decided.year < round_.record.year:
            yield (
                part.entry.place(*part.steps, "round"),
                (
                    f"成文日期是 {decided}，所评的是 {round_.record.year} 年度；不能早于年度。"
                    "请改正成文日期，或改正年度检查的编号。"
                ),
            )


DATES = (
    date_in_future,
    published_before_decided,
    due_before_decided,
    plan_after_due,
    decided_before_round,
)
