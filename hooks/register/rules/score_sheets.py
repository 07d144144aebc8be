"""Score sheets of a scheme: the points add up, and each item says how its points are given."""

from collections.abc import Iterator

from register.problem import check
from register.records.score_sheet import Item, Way
from register.rules.case import Case, Findings
from register.rules.rows import Row, rows_in

_OFF = (Way.PER_DEFECT, Way.DISCRETION)
_LEVELS = (Way.DEGREES, Way.PARTS, Way.BANDS)
_BOUNDS = ("least", "above", "most", "below")


@check("points: 11\nitems: （各小项加起来是 12 分）")
def points_differ(case: Case) -> Findings:
    """评估表各小项的分加起来等于大项的分，各大项加起来等于满分；合格分不超过满分。

    对照文件改正；原表自己算错的，用 accept 说明。
    """
    for entry in case.data.schemes:
        for i, sheet in enumerate(entry.record.sheets):
            at = ("sheets", i)
            for j, heading in enumerate(sheet.headings):
                sum_ = sum(item.points for item in heading.items)
                if sum_ != heading.points:
                    place = entry.place(*at, "headings", j, "points")
                    yield place, _unequal(f"大项“{heading.name}”", heading.points, "小项", sum_)
            sum_ = sum(heading.points for heading in sheet.headings)
            if sum_ != sheet.points:
                yield (
                    entry.place(*at, "points"),
                    _unequal(f"评估表 {sheet.id} ", sheet.points, "大项", sum_),
                )
            if (sheet.pass_mark or 0) > sheet.points:
                yield (
                    entry.place(*at, "pass_mark"),
                    (
                        f"合格分 {sheet.pass_mark} 超过满分 {sheet.points}；合格分不能超过满分。"
                        "请对照文件改正。"
                    ),
                )


def _unequal(whole: str, points: int, parts: str, sum_: int) -> str:
    return (
        f"{whole}是 {points} 分，各{parts}加起来是 {sum_} 分；两者应相等。"
        "请对照文件改正；原表自己算错的，用 accept 说明。"
    )


@check("way: per-defect\n（没有写 deduct）")
def way_incomplete(case: Case) -> Findings:
    """小项要写全它的给分办法：扣分的写 deduct，分档和相加的写 levels，按数值分档的还写每档的界限。

    对照文件补上。
    """
    for row in rows_in(case):
        way = row.item.way
        lacking = [field for field, asked in _asked(row.item) if asked]
        if lacking:
            yield (
                row.place(),
                (
                    f"小项 {row.item.id} 的给分办法是 {way.value}，没有写 {'、'.join(lacking)}；"
                    "这种办法要写。请对照文件补上。"
                ),
            )
        for i, level in enumerate(row.item.levels if way is Way.BANDS else ()):
            if all(getattr(level, bound) is None for bound in _BOUNDS):
                yield (
                    row.place("levels", i),
                    (
                        f"小项 {row.item.id} 的第 {i + 1} 档没有界限；"
                        "按数值分档的，每档要写 from、above、to、below 中的一两个。请对照文件补上。"
                    ),
                )


def _asked(item: Item) -> Iterator[tuple[str, bool]]:
    """Yield each field with whether the item needs it and has none."""
    yield "deduct", item.way in _OFF and item.deduct is None
    yield "levels", item.way in _LEVELS and not item.levels
    yield "measures", item.way is Way.BANDS and not item.measures


_FIELDS_OF = {
    "deduct": _OFF,
    "deduct_to": (Way.DISCRETION,),
    "levels": _LEVELS,
    "measures": (Way.BANDS,),
    "unit": (Way.BANDS,),
    "whole": (Way.BANDS,),
}


@check("way: all-or-nothing\noff: 2")
def way_superfluous(case: Case) -> Findings:
    """小项不写别的给分办法才有的内容。

    改正 way，或删去多写的。
    """
    for row in rows_in(case):
        for field, ways in _FIELDS_OF.items():
            if _is_written(getattr(row.item, field)) and row.item.way not in ways:
                yield (
                    row.key(field),
                    (
                        f"小项 {row.item.id} 的给分办法是 {row.item.way.value}，却写了 {field}；"
                        f"只有 {'、'.join(way.value for way in ways)} 才写。"
                        "请改正 way，或删去多写的。"
                    ),
                )
        for i, level in enumerate(row.item.levels if row.item.way is not Way.BANDS else ()):
            if any(getattr(level, bound) is not None for bound in _BOUNDS):
                yield (
                    row.place("levels", i),
                    (
                        f"小项 {row.item.id} 的第 {i + 1} 档写了界限；只有 bands 才写。"
                        "请改正 way，或删去界限。"
                    ),
                )


def _is_written(value: object) -> bool:
    """Whether a field is not as it is where nobody wrote it; 0 is written."""
    return value is not None and value is not False and value != ()


@check("points: 3\nway: degrees\nlevels: [{points: 5, when: 好}, {points: 0, when: 差}]")
def way_points(case: Case) -> Findings:
    """各档的分不超过分值，最高一档等于分值；各部分加起来等于分值；扣分在 1 和分值之间。

    对照文件改正。
    """
    for row in rows_in(case):
        for place, said in _misfits(row):
            yield (
                place,
                f"小项 {row.item.id} 的分值是 {row.item.points}，{said}。请对照文件改正。",
            )


def _misfits(row: Row) -> Findings:
    item = row.item
    points = [level.points for level in item.levels if item.way in _LEVELS]
    over = [i for i, each in enumerate(points) if each > item.points]
    for i in over:
        yield row.place("levels", i, "points"), f"第 {i + 1} 档是 {points[i]} 分；不能超过分值"
    if points and not over:
        sum_, top = sum(points), max(points)
        if item.way is Way.PARTS and sum_ != item.points:
            yield row.key("levels"), f"各部分加起来是 {sum_} 分；应等于分值"
        elif item.way is not Way.PARTS and top != item.points:
            yield row.key("levels"), f"最高一档是 {top} 分；应等于分值"
    least = item.deduct or 0
    for field, value in (("deduct", item.deduct), ("deduct_to", item.deduct_to)):
        if value == 0 and item.way in _OFF:
            yield row.place(field), f"{field} 是 0；扣分至少是 1"
        elif value and value > item.points:
            yield row.place(field), f"要扣 {value} 分；扣分不能超过分值"
        elif value and value < least:
            yield row.place(field), f"最多扣 {value} 分，比最少扣的 {least} 分还少；应不少于它"


SCORE_SHEETS = (points_differ, way_incomplete, way_superfluous, way_points)
