"""Ways: how a score sheet's item gives its points, and what its bands leave open, in words."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import inf

from register.assessment.points import Gap, allowed, gaps
from register.names.numerals import to_chinese
from register.records.score_sheet import Item, Level, Way


def number(value: Fraction | float) -> str:
    """Write a figure without needless zeros: 8.0 → 8, 62.5 → 62.5, 9000.0 → 9,000."""
    whole = value == int(value)
    return f"{int(value):,}" if whole else f"{float(value):,.4f}".rstrip("0")


def way(item: Item) -> str:
    """Say how an item's points are given."""
    said = _way(item)
    unless = (item.unless or "").rstrip("。").removesuffix("不得分").removesuffix("的")
    return f"{said}；{unless}的，不得分" if unless else said


def _way(item: Item) -> str:
    match item.way:
        case Way.ALL_OR_NOTHING:
            return f"符合要求得{item.points}分，否则不得分"
        case Way.PER_DEFECT:
            return f"有一处问题扣{item.deduct or 1}分，扣完为止"
        case Way.DISCRETION:
            return f"酌情扣{_from_to(item.deduct or 1, item.deduct_to or item.points)}分"
        case Way.DEGREES:
            return f"分{_count(item.levels)}档：{'；'.join(_degree(x) for x in item.levels)}"
        case Way.PARTS:
            return f"各部分相加：{'；'.join(_degree(x) for x in item.levels)}"
        case Way.BANDS:
            return f"{item.measures or '数值'}：{'；'.join(_band(item, x) for x in item.levels)}"


def _count(levels: Sequence[Level]) -> str:
    return "两" if len(levels) == len("两档") else to_chinese(len(levels))


def _from_to(low: int, high: int) -> str:
    return f"{low}" if low == high else f"{low}至{high}"


def _degree(level: Level) -> str:
    return f"{level.when}，{_given(level)}" if level.when else _given(level)


def _given(level: Level) -> str:
    return f"{level.points}分" if level.points else "不得分"


def _band(item: Item, level: Level) -> str:
    when = f"（{level.when}）" if level.when else ""
    return f"{_extent(level, item.unit or '')}{when}，{_given(level)}"


def _extent(level: Level, unit: str) -> str:
    """Say which values a band holds; 以上 and 至 include the number itself."""
    whole = level.least == _ALL and unit == "%"
    if level.least is not None and (whole or level.least == level.most):
        return f"{number(level.least)}{unit}"
    if level.least is not None and level.most is not None:
        return f"{number(level.least)}至{number(level.most)}{unit}"
    if level.least is None and level.above is None and level.most == 0:
        return f"0{unit}"
    return "、".join(_ends(level, unit)) or "不论多少"


_ALL = 100  # no share is above it


def _ends(level: Level, unit: str) -> Iterator[str]:
    if level.least is not None:
        yield f"{number(level.least)}{unit}以上"
    if level.above is not None:
        yield f"超过{number(level.above)}{unit}"
    if level.most is not None:
        yield f"不超过{number(level.most)}{unit}"
    if level.below is not None:
        yield f"不足{number(level.below)}{unit}"


def open_cases(item: Item) -> tuple[str, ...]:
    """Say for which values the bands give no points, or several."""
    return tuple(f"{_gap(gap, item.unit or '')}：{_left_open(gap)}" for gap in gaps(item))


def _gap(gap: Gap, unit: str) -> str:
    if gap.low == gap.high:
        return f"恰好{number(gap.low)}{unit}"
    if gap.high == inf:
        return f"大于{number(gap.low)}{unit}"
    return f"大于{number(gap.low)}、小于{number(gap.high)}{unit}"


def _left_open(gap: Gap) -> str:
    if not gap.points:
        return "原文没有写得几分"
    choice = "还是".join(f"{points}分" for points in sorted(gap.points))
    return f"{_bands(gap)}档都写到，得{choice}，原文没有说清"


def _bands(gap: Gap) -> str:
    return "两" if len(gap.points) == len("两档") else to_chinese(len(gap.points))


def allowed_words(item: Item) -> str:
    """Say which points an item can come to: 0、2、3分; a long unbroken row by its ends."""
    found = sorted(allowed(item))
    if len(found) > _FEW and found == list(range(found[0], found[-1] + 1)):
        return f"{found[0]}至{found[-1]}分"
    return "、".join(map(str, found)) + "分"


_FEW = 4
