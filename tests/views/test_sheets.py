"""Score sheets: points side by side, differences in words, charts with their tables."""

from fractions import Fraction

import pytest
from tests.views.tiny_register import filled, score, scored

from register.pages import render
from register.records.station_sheet import Assessor
from register.register import Register
from register.views.scores.charts import FULL
from register.views.scores.compared import difference, percent
from register.views.scores.sheets import SheetPart, round_scores, sheet_views, station_charts

SELF, CITY, PROVINCE = Assessor.SELF, Assessor.CITY, Assessor.PROVINCE
WHOLE = {"i1_1": 40, "i1_2": 20, "i2_1": 40}


def only_part(register: Register) -> SheetPart:
    (view,) = sheet_views(register)
    (part,) = view.parts
    return part


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ([(SELF, 9), (CITY, 9)], "相同"),
        ([(SELF, 9), (CITY, 8)], "市评比自评少1分"),
        ([(SELF, 9), (PROVINCE, 11)], "省评比自评多2分"),
        ([(SELF, 9), (CITY, 8), (PROVINCE, 7)], "市评比自评少1分；省评比市评少1分"),
        ([(SELF, 9)], "只有一方"),
        ([(SELF, 9), (CITY, None)], "有缺，不比较"),
    ],
)
def test_a_difference_is_said_in_words(given: list[tuple[Assessor, int | None]], said: str) -> None:
    assert difference(given) == said


@pytest.mark.parametrize(
    ("share", "said"),
    [(Fraction(1, 3), "33%"), (Fraction(29, 40), "73%"), (Fraction(1), "100%"), (None, "—")],
)
def test_a_share_is_rounded_halves_up(share: Fraction | None, said: str) -> None:
    assert percent(share) == said


def test_the_assessors_stand_side_by_side_in_their_order() -> None:
    register = scored({"a-1": filled(score(CITY, **WHOLE | {"i2_1": 0}), score(SELF, **WHOLE))})
    part = only_part(register)
    assert part.assessors == ("自评", "市评")
    assert part.chart.table.rows == (
        ("1. 机构", "60分", "60分", "60分", "相同"),
        ("2. 考务", "40分", "40分", "0分", "市评比自评少40分"),
        ("合计", "100分", "100分", "60分", "市评比自评少40分"),
    )
    assert part.headings[1].items[0].cells == ("40分", "0分")


def test_bars_are_shares_of_the_headings_maximum() -> None:
    part = only_part(scored({"a-1": filled(score(SELF, i1_1=40, i1_2=0, i2_1=40))}))
    first, second = part.chart.rows
    assert first.bars[0].width == pytest.approx(FULL * 2 / 3, abs=0.1)
    assert first.bars[0].words == "40分，67%"
    assert second.bars[0].width == FULL


def test_items_without_points_say_so_and_are_not_compared() -> None:
    part = only_part(scored({"a-1": filled(score(SELF, **WHOLE), score(CITY, i1_1=40))}))
    assert part.headings[0].items[1].cells == ("20分", "没有分")
    assert part.chart.table.rows[0] == (
        "1. 机构",
        "60分",
        "60分",
        "40分（1项没有分）",
        "有缺，不比较",
    )
    assert part.chart.rows[1].bars[1].words == "没有分"


def test_a_pass_mark_counts_only_where_the_scheme_states_one() -> None:
    sheet = {"a-1": filled(score(SELF, total=100, **WHOLE), score(CITY, i1_1=0, i1_2=0, i2_1=40))}
    without, with_mark = only_part(scored(sheet)), only_part(scored(sheet, pass_mark=60))
    assert [a.verdict for a in without.assessed] == ["", ""]
    assert [a.verdict for a in with_mark.assessed] == ["达到合格分", "没有达到合格分"]
    assert [a.printed for a in without.assessed] == ["100分", "表上没有写"]


def test_missing_items_leave_the_pass_mark_open() -> None:
    part = only_part(scored({"a-1": filled(score(SELF, i1_1=40))}, pass_mark=60))
    assert part.assessed[0].verdict == "有小项没有分，不能判断是否达到"


def test_one_assessor_is_compared_with_nobody() -> None:
    alone = scored({"a-1": filled(score(SELF, **WHOLE))})
    assert only_part(alone).chart.table.head == ("大项", "满分", "自评")
    assert all(len(row) == 3 for row in only_part(alone).chart.table.rows)
    (page,) = (p for p in render(alone) if "/sheets/" in p.path)
    assert "比较" not in page.body
    assert "只有一方" not in page.body


def test_an_average_needs_more_than_one() -> None:
    alone = round_scores(scored({"a-1": filled(score(SELF, **WHOLE))}), "pingfen-2024")
    assert alone is not None
    assert alone.sheets[0].averages is None
    gap = {"a-1": filled(score(SELF, **WHOLE)), "a-2": filled(score(SELF, i1_1=40))}
    two = round_scores(scored(gap), "pingfen-2024")
    assert two is not None
    assert two.sheets[0].averages is not None
    assert two.sheets[0].averages.rows[0][2] == "只有1个，不平均"


def test_a_sheet_without_a_document_says_so_on_top() -> None:
    register = scored({"a-1": filled(score(SELF, **WHOLE))})
    (view,) = sheet_views(register)
    assert not view.sourced
    (page,) = (p for p in render(register) if "/sheets/" in p.path)
    assert page.body.count("没有写来源文件") == 1


def test_a_stations_charts_lead_to_its_sheet() -> None:
    register = scored({"a-1": filled(score(SELF, **WHOLE))})
    (found,) = station_charts(register, "a-1")
    assert found.full.path == "rounds/pingfen-2024/sheets/a-1/#sheet-biao"
    assert found.round.path == "rounds/pingfen-2024/"
    assert station_charts(register, "a-2") == ()


def test_a_round_shows_every_station_while_they_are_few() -> None:
    register = scored({f"a-{n:02}": filled(score(SELF, **WHOLE)) for n in range(40)})
    view = round_scores(register, "pingfen-2024")
    assert view is not None
    assert not view.sheets[0].spread
    assert len(view.sheets[0].chart.rows) == 40
    assert view.sheets[0].averages is not None
    assert view.sheets[0].averages.rows[0] == ("1. 机构", "60分", "60.0分（100%），40个")


def test_a_round_of_many_stations_shows_how_the_totals_spread() -> None:
    sheets = {f"a-{n:02}": filled(score(SELF, i1_1=40, i1_2=20, i2_1=0)) for n in range(39)}
    sheets |= {"b-1": filled(score(SELF, **WHOLE)), "b-2": filled(score(SELF, i1_1=40))}
    view = round_scores(scored(sheets), "pingfen-2024")
    assert view is not None
    (sheet,) = view.sheets
    assert sheet.spread
    counts = {row[0]: row[1] for row in sheet.chart.table.rows}
    assert (counts["60至69分"], counts["90至100分"], counts["40至49分"]) == ("39个", "1个", "0个")
    assert len(sheet.rows) == 41


def test_a_round_without_sheets_has_no_scores() -> None:
    assert round_scores(scored({}), "pingfen-2024") is None
