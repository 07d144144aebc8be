"""Totals: what a document counts is what it lists."""

from register.problem import check
from register.records.notice import NoticeRound
from register.records.scheme import Judged
from register.rules.case import Case, Findings, Part


@check("totals: {合格: 53}\ndecisions:\n  - grade: 合格\n    stations: {…只有 52 个…}")
def totals_differ(case: Case) -> Findings:
    """文件写了总数的，每个等次列出的单位、未列名的和尚无档案的，加起来等于总数。

    对照文件补上漏列的、删去多列的，没有列名的写进 unnamed；文件自己算错的，用 accept 说明。
    """
    for part in case.parts:
        grades = case.grades_of(part.round.round)
        written = {*part.round.totals, *(d.grade for d in part.round.decisions)}
        if part.round.totals and (grades is None or written <= grades.keys()):
            yield from _totals(part, _subject(case, part))


def _subject(case: Case, part: Part) -> str:
    scheme = case.scheme_of(part.round.round)
    return "中心" if scheme and scheme.judges is Judged.CENTRES else "鉴定所"


def _totals(part: Part, subject: str) -> Findings:
    totals, listed = part.round.totals, _listed(part.round)
    for grade, total in totals.items():
        named, unnamed, unmatched = listed.get(grade, (0, 0, 0))
        if (count := named + unnamed + unmatched) != total:
            yield (
                part.entry.place(*part.steps, "totals", grade),
                (
                    f"“{grade}”的总数是 {total}，列出的是 {count}（{subject} {named}、"
                    f"未列名 {unnamed}、尚无档案 {unmatched}）；两者应相等。"
                    "请对照文件补上或删去，没有列名的写进 unnamed；文件自己算错的用 accept 说明。"
                ),
            )
    for steps, decision in part.decisions:
        if decision.grade not in totals:
            yield (
                part.entry.place(*steps, "grade"),
                (
                    f"totals 里没有“{decision.grade}”的总数；写了总数的文件，每个等次都要写。"
                    "请补上总数；文件没有写的，用 accept 说明。"
                ),
            )


def _listed(part: NoticeRound) -> dict[str, tuple[int, int, int]]:
    found: dict[str, tuple[int, int, int]] = {}
    for decision in part.decisions:
        named, unnamed, unmatched = found.get(decision.grade, (0, 0, 0))
        found[decision.grade] = (
            named + len(decision.stations) + len(decision.centres),
            unnamed + decision.unnamed,
            unmatched + len(decision.unmatched),
        )
    return found


TOTALS = (totals_differ,)
