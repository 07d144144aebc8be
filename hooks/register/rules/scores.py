"""Scores: every point is one that the scheme's score sheet can give, and they add up."""

from register.assessment.points import heading_sums, total
from register.names.similar import near
from register.problem import Severity, check
from register.records.score_sheet import Item
from register.records.station_sheet import ASSESSOR_TITLES
from register.rules.case import Case, Findings
from register.rules.scored import Scored, listed, possible, scored_in


@check("points:\n  1-1-l: 2", firm=True)
def item_unknown(case: Case) -> Findings:
    """打分和量数用的编号，要是这张评估表里的小项。

    改正编号。
    """
    for scored in scored_in(case):
        items = scored.items
        for field in ("points", "measured"):
            for id_ in getattr(scored.score, field):
                if id_ not in items:
                    yield (
                        scored.key(field, id_),
                        (
                            f"评估表 {scored.sheet.id} 里没有小项 {id_}；"
                            f"{near(id_, items, every=True)}。请改正编号。"
                        ),
                    )


@check("points:\n  1-1-1: 3（满分 2 分）")
def points_over(case: Case) -> Findings:
    """一项的得分不能超过它的分值。

    对照评估表改正；原表确实多给了的，用 accept 说明。
    """
    for scored in scored_in(case):
        for item, points in scored.points:
            if points > item.points:
                yield (
                    scored.place("points", item.id),
                    (
                        f"小项 {item.id} 得了 {points} 分；最多 {item.points} 分。"
                        "请对照评估表改正；原表确实多给了的，用 accept 说明。"
                    ),
                )


@check("points:\n  1-1-1: 1（只能得 0 或 2 分）")
def points_not_allowed(case: Case) -> Findings:
    """一项的得分，要是它的给分办法能给出的分。

    对照评估表改正；原表确实这样给的，用 accept 说明。
    """
    for scored in scored_in(case):
        for item, points in scored.points:
            if points <= item.points and points not in (can := possible(item)):
                yield (
                    scored.place("points", item.id),
                    (
                        f"小项 {item.id} 得了 {points} 分；只能是 {listed(can)} 分。"
                        "请对照评估表改正；原表确实这样给的，用 accept 说明。"
                    ),
                )


@check("total: 92（各项加起来是 91）")
def sheet_total_differs(case: Case) -> Findings:
    """表上写的总分，要等于各项得分之和。

    对照评估表改正；原表自己算错的，用 accept 说明。
    """
    for scored in scored_in(case):
        if (printed := scored.score.total) is None:
            continue
        sum_ = total(scored.sheet, scored.score)
        if sum_ > printed or (sum_ != printed and not _missing(scored)):
            yield (
                scored.place("total"),
                (
                    f"总分写的是 {printed}，各项加起来是 {sum_}；两者应相等。"
                    "请对照评估表改正；原表自己算错的，用 accept 说明。"
                ),
            )


def _missing(scored: Scored) -> list[Item]:
    sums = heading_sums(scored.sheet, scored.score)
    return [item for each in sums for item in each.missing]


_FEW = 5  # so many ids are listed in one message


@check("points: {…}（漏了 1-1-1）", Severity.HINT)
def items_missing(case: Case) -> Findings:
    """一方打分时，评估表的每一项都有得分；没有得分的写 0。

    补上漏的；原表确实空着的，用 accept 说明。
    """
    for scored in scored_in(case):
        if missing := _missing(scored):
            ids = "、".join(item.id for item in missing[:_FEW])
            more = f" 等 {len(missing)} 项" if len(missing) > _FEW else " "
            yield (
                scored.key("points"),
                (
                    f"{ASSESSOR_TITLES[scored.score.by]}缺 {ids}{more}的得分；每一项都要有。"
                    "请补上；原表确实空着的，用 accept 说明。"
                ),
            )


SCORES = (
    item_unknown,
    points_over,
    points_not_allowed,
    sheet_total_differs,
    items_missing,
)
