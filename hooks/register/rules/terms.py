"""Terms of decisions: an end can be told, what is said twice agrees, and no day is absurd."""

from collections.abc import Iterator
from datetime import date

from register.history.terms import last_day_of, rectify_due, start_of
from register.problem import Severity, check
from register.reading.dataset import Entry
from register.records import Notice
from register.rules.case import Case, Findings
from register.rules.reference import Steps

_LONGEST_IDLE = 10
_BEFORE, _AFTER = "P1Y", "P5Y"


@check("idle_years: 0")
def idle_years_odd(case: Case) -> Findings:
    """连续没有开展鉴定的年数，在 1 到 10 之间。

    对照文件改正；文件没有以此为理由的，删去。
    """
    for part in case.parts:
        for steps, decision in part.decisions:
            years = decision.idle_years
            if years is not None and not 1 <= years <= _LONGEST_IDLE:
                yield (
                    part.entry.place(*steps, "idle_years"),
                    (
                        f"连续没有开展鉴定的年数是 {years}；应在 1 到 {_LONGEST_IDLE} 之间。"
                        "请对照文件改正；文件没有以此为理由的，删去。"
                    ),
                )


@check("decided: 2011-03-03\n…\nrectify: {due: 2011-06-30, term: P3M}", Severity.HINT)
def rectify_due_differs(case: Case) -> Findings:
    """文件同时写了整改期限和时长的，算出来是同一天。

    对照文件改正其中一个；文件确实如此的，用 accept 说明，本站按期限。
    """
    for part in case.parts:
        scheme, notice = case.scheme_of(part.round.round), part.entry.record
        for steps, decision in part.decisions:
            asked = decision.rectify
            if not (scheme and asked and asked.due and asked.term):
                continue
            start = start_of(scheme.rectify, notice)
            if (counted := last_day_of(asked.term, start)) != asked.due:
                yield (
                    part.entry.place(*steps, "rectify", "term"),
                    (
                        f"整改期限是 {asked.due}，从 {start} 起 {asked.term} 算到 {counted}；"
                        "两者应是同一天。"
                        "请对照文件改正；文件确实如此的，用 accept 说明，本站按期限。"
                    ),
                )


@check("rectify: {report_to: 省鉴定中心}（文件和办法都没有写多久）", Severity.HINT)
def rectify_endless(case: Case) -> Findings:
    """要求整改的，要能知道整改到哪天：文件写了期限或时长，或者评估办法写了整改期。

    对照文件补上 due 或 term，或在办法里补上整改期；确实都没有写的，用 accept 说明。
    """
    for part in case.parts:
        scheme = case.scheme_of(part.round.round)
        for steps, decision in part.decisions:
            if not (scheme and decision.rectify):
                continue
            if rectify_due(part.entry.record, decision, scheme.rectify) is None:
                yield (
                    part.entry.key(*steps, "rectify"),
                    (
                        "要求整改，文件和评估办法都没有写到哪天、多久；要能知道整改到哪天。"
                        "请补上 due 或 term，或办法的整改期；确实都没有写的，用 accept 说明。"
                    ),
                )


@check("decided: 2011-03-03\n…\neffective: 2001-03-03", Severity.HINT)
def date_far(case: Case) -> Findings:
    """处理的日期和结论的生效日期，一般不早于成文一年以上，也不晚于成文五年以上。

    对照文件改正；文件确实如此的，用 accept 说明。
    """
    for entry, steps, day in _days(case):
        decided = entry.record.decided
        first, last = last_day_of(_BEFORE, day), last_day_of(_AFTER, decided)
        if first < decided or day > last:
            yield (
                entry.place(*steps),
                (
                    f"日期是 {day}，成文日期是 {decided}；一般不早于成文一年、不晚于成文五年。"
                    "请对照文件改正；文件确实如此的，用 accept 说明。"
                ),
            )


def _days(case: Case) -> Iterator[tuple[Entry[Notice], Steps, date]]:
    for entry in case.data.notices:
        for i, act in enumerate(entry.record.acts):
            if act.on:
                yield entry, ("acts", i, "on"), act.on
    for part in case.parts:
        for steps, decision in part.decisions:
            if decision.effective:
                yield part.entry, (*steps, "effective"), decision.effective


TERMS = (idle_years_odd, rectify_due_differs, rectify_endless, date_far)
