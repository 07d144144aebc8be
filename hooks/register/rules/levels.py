"""Levels of a score sheet's items: a band has one lower and one upper bound; degrees differ."""

from register.problem import check
from register.records.score_sheet import Item, Level, Way
from register.rules.case import Case, Findings
from register.rules.rows import rows_in


@check("levels: [{points: 3, from: 4, above: 4}]")
def band_bounds_wrong(case: Case) -> Findings:
    """按数值分档的，下限写 from 或 above，上限写 to 或 below，各只写一个；下限不能高于上限。

    对照文件改正。
    """
    for row in rows_in(case):
        for i, level in enumerate(row.item.levels if row.item.way is Way.BANDS else ()):
            if said := _wrong(level):
                yield (
                    row.place("levels", i),
                    f"小项 {row.item.id} 的第 {i + 1} 档{said}。请对照文件改正。",
                )


def _wrong(level: Level) -> str:
    """Say what is wrong with a band's bounds; nothing where they are right."""
    if level.least is not None and level.above is not None:
        return "同时写了 from、above；下限只写一个，含本数写 from，不含写 above"
    if level.most is not None and level.below is not None:
        return "同时写了 to、below；上限只写一个，含本数写 to，不含写 below"
    low = level.above if level.least is None else level.least
    high = level.below if level.most is None else level.most
    if low is None or high is None:
        return ""
    if low > high:
        return f"下限 {low:g} 高于上限 {high:g}；下限不能高于上限"
    if low == high and (level.least is None or level.most is None):
        return f"上下限都是 {low:g}，又不含本数；一个数也没有，上下限要分开或都含本数"
    return ""


@check("way: degrees\nlevels: [{points: 2, when: 好}, {points: 2, when: 较好}]")
def degree_twice(case: Case) -> Findings:
    """分档（degrees）的小项，各档的分不相同。

    对照文件改正分数，或合成一档。
    """
    for row in rows_in(case):
        points = _degrees(row.item)
        for i, each in enumerate(points):
            if each in points[:i]:
                yield (
                    row.place("levels", i, "points"),
                    (
                        f"小项 {row.item.id} 的第 {i + 1} 档和第 {points.index(each) + 1} 档"
                        f"都是 {each} 分；各档的分不能相同。请对照文件改正，或合成一档。"
                    ),
                )


def _degrees(item: Item) -> list[int]:
    return [level.points for level in item.levels] if item.way is Way.DEGREES else []


LEVELS = (band_bounds_wrong, degree_twice)
