"""Points: each way of giving them, what bands leave open, and what a score adds up to."""

from datetime import date
from math import inf
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from register.assessment.points import (
    Gap,
    allowed,
    gaps,
    heading_sums,
    points_for,
    total,
)
from register.records.score_sheet import Heading, Item, Level, ScoreSheet, Way
from register.records.station_sheet import Assessor, Score


def item(way: Way, points: int = 6, **more: Any) -> Item:  # noqa: ANN401 - any field
    return Item(id="a", topic="档案", label="档案", points=points, way=way, **more)


def bands(*levels: Level, whole: bool = False) -> Item:
    top = max(level.points for level in levels)
    return item(Way.BANDS, top, levels=levels, measures="面积", whole=whole)


FLOOR = bands(Level(points=2, least=8), Level(points=1, least=4, most=6), Level(points=0, below=4))
ERRORS = bands(Level(points=1, below=3), Level(points=0, above=3))
STAFF = bands(
    Level(points=3, least=100),
    Level(points=2, least=60, below=100),
    Level(points=1, least=30, most=60),
    Level(points=0, below=30),
)
PROBLEMS = bands(
    Level(points=2, most=0),
    Level(points=1, least=1, most=2),
    Level(points=0, above=3),
    whole=True,
)


def levels(*points: int) -> tuple[Level, ...]:
    return tuple(Level(points=each, when="…") for each in points)


@pytest.mark.parametrize(
    ("given", "can"),
    [
        (item(Way.ALL_OR_NOTHING), {0, 6}),
        (item(Way.PER_DEFECT, deduct=2), {6, 4, 2, 0}),
        (item(Way.PER_DEFECT, deduct=4), {6, 2, 0}),
        (item(Way.PER_DEFECT, deduct=6), {6, 0}),
        (item(Way.DISCRETION, deduct=1, deduct_to=2), {6, 5, 4}),
        (item(Way.DISCRETION, deduct=1, deduct_to=2, unless="试题泄露"), {6, 5, 4, 0}),
        (item(Way.DISCRETION, deduct=1), {6, 5, 4, 3, 2, 1, 0}),
        (item(Way.DEGREES, 3, levels=levels(3, 2, 1, 0)), {3, 2, 1, 0}),
        (item(Way.PARTS, levels=levels(3, 2, 1)), {0, 1, 2, 3, 4, 5, 6}),
        (item(Way.PARTS, levels=levels(4, 2)), {0, 2, 4, 6}),
        (FLOOR, {2, 1, 0}),
    ],
)
def test_each_way_can_come_to_these_points(given: Item, can: set[int]) -> None:
    assert allowed(given) == can


@st.composite
def items(draw: st.DrawFn) -> Item:
    """An item that the rules find nothing wrong with."""
    way = draw(st.sampled_from(Way))
    points = draw(st.integers(1, 40))
    if way is Way.PARTS:
        return item(way, sum(parts := draw(st.lists(st.integers(1, 8), min_size=1, max_size=6))),
                    levels=levels(*parts))  # fmt: skip
    if way in (Way.DEGREES, Way.BANDS):
        lower = draw(st.lists(st.integers(0, points), max_size=4))
        return item(way, points, levels=levels(points, *lower))
    if way is Way.ALL_OR_NOTHING:
        return item(way, points)
    deduct = draw(st.integers(1, points))
    if way is Way.PER_DEFECT:
        return item(way, points, deduct=deduct)
    most = draw(st.none() | st.integers(deduct, points))
    unless = draw(st.sampled_from([None, "试题泄露"]))
    return item(way, points, deduct=deduct, deduct_to=most, unless=unless)


@given(items())
def test_the_maximum_can_always_be_had_and_nothing_beyond_it(given: Item) -> None:
    can = allowed(given)
    assert given.points in can
    assert all(0 <= points <= given.points for points in can)


@pytest.mark.parametrize(
    ("given", "value", "points"),
    [
        (FLOOR, 8, {2}),
        (FLOOR, 7.99, set()),
        (FLOOR, 6.01, set()),
        (FLOOR, 6, {1}),
        (FLOOR, 4, {1}),
        (FLOOR, 3.99, {0}),
        (ERRORS, 2.99, {1}),
        (ERRORS, 3, set()),
        (ERRORS, 3.01, {0}),
        (STAFF, 100, {3}),
        (STAFF, 60.5, {2}),
        (STAFF, 60, {1, 2}),
        (STAFF, 59.5, {1}),
        (PROBLEMS, 0, {2}),
        (PROBLEMS, 2, {1}),
        (PROBLEMS, 3, set()),
        (PROBLEMS, 4, {0}),
    ],
)
def test_a_value_gets_the_points_of_the_bands_it_lies_in(
    given: Item, value: float, points: set[int]
) -> None:
    assert points_for(given, value) == points


@pytest.mark.parametrize(
    ("given", "open_"),
    [
        (FLOOR, [Gap(6, 8, frozenset())]),
        (ERRORS, [Gap(3, 3, frozenset())]),
        (STAFF, [Gap(60, 60, frozenset({1, 2}))]),
        (PROBLEMS, [Gap(3, 3, frozenset())]),
        (bands(Level(points=1, least=2)), [Gap(0, 0, frozenset()), Gap(0, 2, frozenset())]),
        (bands(Level(points=1, most=2)), [Gap(2, inf, frozenset())]),
        (bands(Level(points=1, least=2), Level(points=0, below=2)), []),
        (item(Way.ALL_OR_NOTHING), []),
    ],
)
def test_what_bands_leave_open_is_told(given: Item, open_: list[Gap]) -> None:
    assert list(gaps(given)) == open_


BOUND = st.none() | st.integers(0, 20).map(float)


@given(
    st.lists(st.builds(Level, points=st.integers(0, 5), least=BOUND, above=BOUND, most=BOUND,
                       below=BOUND), min_size=1, max_size=4),
    st.integers(0, 100).map(lambda tenths: tenths / 4),
)  # fmt: skip
def test_a_value_is_open_exactly_where_it_lies_in_a_gap(given: list[Level], value: float) -> None:
    banded = bands(*given)
    found = [
        gap for gap in gaps(banded) if value == gap.low == gap.high or gap.low < value < gap.high
    ]
    points = points_for(banded, value)
    assert [gap.points for gap in found] == ([] if len(points) == 1 else [points])


def test_a_score_is_added_up_by_heading_and_what_is_missing_is_told() -> None:
    first = Item(id="a", topic="一", label="一", points=4, way=Way.ALL_OR_NOTHING)
    second = Item(id="b", topic="二", label="二", points=6, way=Way.ALL_OR_NOTHING)
    third = Item(id="c", topic="三", label="三", points=10, way=Way.ALL_OR_NOTHING)
    one = Heading(number=1, name="甲", points=10, items=(first, second))
    two = Heading(number=2, name="乙", points=10, items=(third,))
    sheet = ScoreSheet(id="s", name="表", points=20, headings=(one, two))
    score = Score(by=Assessor.SELF, on=date(2011, 4, 1), points={"a": 4, "c": 10})
    assert [(s.points, s.missing) for s in heading_sums(sheet, score)] == [(4, (second,)), (10, ())]
    assert total(sheet, score) == 14
