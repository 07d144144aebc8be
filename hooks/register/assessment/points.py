"""Points: what a score sheet's items may get, what its bands leave open, and what a score adds to.

Ways of giving points as in the two sheets that 人社厅函〔2011〕33号 brought into use.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import inf
from typing import NamedTuple

from register.records.score_sheet import Heading, Item, Level, ScoreSheet, Way
from register.records.station_sheet import Score


def allowed(item: Item) -> frozenset[int]:
    """Return the points that an item's way of giving them can come to."""
    match item.way:
        case Way.ALL_OR_NOTHING:
            return frozenset((0, item.points))
        case Way.PER_DEFECT:
            return frozenset((*range(item.points, 0, -(item.deduct or 1)), 0))
        case Way.DISCRETION:
            return _at_discretion(item)
        case Way.PARTS:
            return _sums(level.points for level in item.levels)
        case Way.DEGREES | Way.BANDS:
            return frozenset(level.points for level in item.levels)


def _at_discretion(item: Item) -> frozenset[int]:
    least, most = item.deduct or 1, item.deduct_to or item.points
    left = {max(0, item.points - deduct) for deduct in range(least, most + 1)}
    return frozenset(left | {item.points} | ({0} if item.unless else set()))


def _sums(parts: Iterable[int]) -> frozenset[int]:
    sums = {0}
    for part in parts:
        sums |= {points + part for points in sums}
    return frozenset(sums)


def contains(level: Level, value: float) -> bool:
    """Tell whether a measured value lies in a band."""
    return (
        (level.least is None or value >= level.least)
        and (level.above is None or value > level.above)
        and (level.most is None or value <= level.most)
        and (level.below is None or value < level.below)
    )


def points_for(item: Item, value: float) -> frozenset[int]:
    """Return the points that an item's bands give a value: none in a gap, several where they meet.

    Both mean that the paper leaves the case open.
    """
    return frozenset(level.points for level in item.levels if contains(level, value))


class Gap(NamedTuple):
    """Values between two bounds (both shut out, or one value where they are equal) left open.

    `points`: what the bands there would give; none at all, or several.
    """

    low: float
    high: float
    points: frozenset[int]


def gaps(item: Item) -> tuple[Gap, ...]:
    """Return the values from 0 up for which an item's bands give no points, or several."""
    if item.way is not Way.BANDS:
        return ()
    bounds = sorted({0.0, *(bound for level in item.levels for bound in _bounds(level))})
    found: list[Gap] = []
    for low, high in pairwise([*bounds, inf]):
        found += _open(item, low, low)
        if not (item.whole and high - low <= 1):
            found += _open(item, low, high)
    return tuple(found)


def _open(item: Item, low: float, high: float) -> list[Gap]:
    """Return the gap at one value, or between two where no bound lies."""
    middle = low + 1 if high == inf else (low + high) / 2
    points = points_for(item, middle)
    return [] if len(points) == 1 else [Gap(low, high, points)]


def _bounds(level: Level) -> Iterator[float]:
    every = (level.least, level.above, level.most, level.below)
    yield from (bound for bound in every if bound is not None)


class HeadingSum(NamedTuple):
    """What a score gives one heading; `missing` items have no points on file."""

    heading: Heading
    points: int
    missing: tuple[Item, ...]


def heading_sums(sheet: ScoreSheet, score: Score) -> tuple[HeadingSum, ...]:
    """Return what a score adds up to under each heading of its sheet."""
    return tuple(
        HeadingSum(
            heading,
            sum(score.points.get(item.id, 0) for item in heading.items),
            tuple(item for item in heading.items if item.id not in score.points),
        )
        for heading in sheet.headings
    )


def total(sheet: ScoreSheet, score: Score) -> int:
    """Return the sum of all points of a score."""
    return sum(each.points for each in heading_sums(sheet, score))
