"""Bands: a measured value gets the points of its band; where the paper leaves it open, so do we."""

from collections.abc import Iterator

from register.assessment.points import points_for
from register.problem import Severity, check
from register.records.score_sheet import Item, Way
from register.rules.case import Case, Findings
from register.rules.scored import Scored, listed, possible, scored_in

_PERCENT = ("%", "％", "百分比")
_WHOLE = 100


@check("measured:\n  1-1-1: 7.5（不按数值分档）")
def measured_misplaced(case: Case) -> Findings:
    """只有按数值分档的小项才写量得的数；按个数分档的要写整数。

    改正编号，或删去；个数改成整数。
    """
    for scored in scored_in(case):
        for item, value in scored.measured:
            if item.way is not Way.BANDS:
                yield (
                    scored.key("measured", item.id),
                    f"小项 {item.id} 不按数值分档；只有分档的才写量得的数。请改正编号，或删去。",
                )
            elif item.whole and not value.is_integer():
                yield (
                    scored.key("measured", item.id),
                    f"小项 {item.id} 量的是个数，写成了 {value:g}；应为整数。请对照评估表改正。",
                )


@check("measured: {2-1-1: 130}（单位是 %）")
def measured_over(case: Case) -> Findings:
    """单位是百分比的，量得的数不超过 100。

    对照评估表改正；确实超过的，用 accept 说明。
    """
    for scored in scored_in(case):
        for item, value in scored.measured:
            if item.way is Way.BANDS and item.unit in _PERCENT and value > _WHOLE:
                yield (
                    scored.place("measured", item.id),
                    (
                        f"小项 {item.id} 量得 {value:g}，单位是 {item.unit}；不能超过 100。"
                        "请对照评估表改正；确实超过的，用 accept 说明。"
                    ),
                )


@check("points: {3-1-1: 5}\nmeasured: {3-1-1: 4}（4 平方米应得 0 分）")
def band_contradicted(case: Case) -> Findings:
    """写了量得的数的，得分要是那一档的分。

    对照评估表改正得分或数值；原表确实这样给的，用 accept 说明。
    """
    for scored, item, value, points in _banded(case):
        meant = points_for(item, value)
        if meant and points not in meant:
            yield (
                scored.place("points", item.id),
                (
                    f"小项 {item.id} 量得 {value:g}，得了 {points} 分；这一档应得 {listed(meant)} "
                    "分。请对照评估表改正得分或数值；原表确实这样给的，用 accept 说明。"
                ),
            )


@check("measured: {3-1-1: 7}（原表没有写 6 到 8 平方米得几分）", Severity.HINT)
def band_open(case: Case) -> Findings:
    """量得的数落在原表没有写、或两档重叠的地方，得几分原表没有定。

    核对数值；确实如此的，用 accept 说明为什么给这个分。
    """
    for scored, item, value, points in _banded(case):
        meant = points_for(item, value)
        if len(meant) == 1 or (meant and points not in meant):
            continue
        where = f"同时落在 {listed(meant)} 分的两档里" if meant else "不在任何一档里"
        yield (
            scored.place("measured", item.id),
            (
                f"小项 {item.id} 量得 {value:g}，{where}，得几分原表没有定，这里给了 {points} 分；"
                "只能由评估方说明。请核对数值；确实如此的，用 accept 说明为什么给这个分。"
            ),
        )


def _banded(case: Case) -> Iterator[tuple[Scored, Item, float, int]]:
    """Yield each item with bands that has both a measured value and points that it can get.

    No points where the item says `unless`: those hang on no band.
    """
    for scored in scored_in(case):
        for item, value in scored.measured:
            points = scored.score.points.get(item.id)
            if item.way is not Way.BANDS or (item.unless and points == 0):
                continue
            if points is not None and points in possible(item):
                yield scored, item, value, points


BANDS = (measured_misplaced, measured_over, band_contradicted, band_open)
