"""Ways of giving points in words, as the two sheets of 人社厅函〔2011〕33号 have them."""

import pytest
from tests.views.tiny_register import item

from register.records.score_sheet import Item, Level, Way
from register.views.scheme.ways import allowed_words, number, open_cases, way

SPACE = item(
    "3-1-1",
    2,
    Way.BANDS,
    measures="人均办公面积",
    unit="平方米",
    unless="环境较差",
    levels=(Level(points=2, least=8), Level(points=1, least=4, most=6), Level(points=0, below=4)),
)
SHARE = item(
    "6-2",
    3,
    Way.BANDS,
    measures="占比",
    unit="%",
    levels=(
        Level(points=3, least=100),
        Level(points=2, least=60, below=100),
        Level(points=1, least=30, most=60),
        Level(points=0, below=30),
    ),
)
PROBLEMS = item(
    "5-1",
    2,
    Way.BANDS,
    measures="问题",
    unit="个",
    whole=True,
    levels=(Level(points=2, most=0), Level(points=1, least=1, most=2), Level(points=0, above=3)),
)


@pytest.mark.parametrize(
    ("of", "said"),
    [
        (item("1", 2), "符合要求得2分，否则不得分"),
        (item("1", 4, Way.PER_DEFECT, deduct=1), "有一处问题扣1分，扣完为止"),
        (
            item("1", 3, Way.DISCRETION, deduct=1, deduct_to=2, unless="未经批准的"),
            "酌情扣1至2分；未经批准的，不得分",
        ),
        (
            item("1", 2, Way.DEGREES, levels=(Level(points=2, when="好"), Level(points=0))),
            "分两档：好，2分；不得分",
        ),
        (
            item("1", 2, Way.PARTS, levels=(Level(points=1, when="计划"), Level(points=1))),
            "各部分相加：计划，1分；1分",
        ),
        (
            SPACE,
            "人均办公面积：8平方米以上，2分；4至6平方米，1分；不足4平方米，不得分；环境较差的，不得分",
        ),
        (SHARE, "占比：100%，3分；60%以上、不足100%，2分；30至60%，1分；不足30%，不得分"),
        (PROBLEMS, "问题：0个，2分；1至2个，1分；超过3个，不得分"),
    ],
)
def test_a_way_is_said_in_words(of: Item, said: str) -> None:
    assert way(of) == said


@pytest.mark.parametrize(
    ("of", "said"),
    [
        (SPACE, ("大于6、小于8平方米：原文没有写得几分",)),
        (SHARE, ("恰好60%：两档都写到，得1分还是2分，原文没有说清",)),
        (PROBLEMS, ("恰好3个：原文没有写得几分",)),
        (item("1"), ()),
    ],
)
def test_what_the_bands_leave_open_is_stated(of: Item, said: tuple[str, ...]) -> None:
    assert open_cases(of) == said


def test_the_points_that_an_item_can_come_to_are_listed() -> None:
    assert allowed_words(item("1", 2)) == "0、2分"
    assert allowed_words(item("1", 7, Way.PER_DEFECT, deduct=1)) == "0至7分"
    assert allowed_words(item("1", 9, Way.PER_DEFECT, deduct=3)) == "0、3、6、9分"


@pytest.mark.parametrize(
    ("value", "said"),
    [(8.0, "8"), (62.5, "62.5"), (7001.0, "7,001"), (0, "0"), (1200000, "1,200,000")],
)
def test_a_figure_has_no_needless_zeros(value: float, said: str) -> None:
    assert number(value) == said
