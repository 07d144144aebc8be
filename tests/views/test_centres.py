"""Centres: what documents say first; apart from it what the figures come to; milestones."""

from datetime import date

import msgspec
import pytest
from tests.views.tiny_register import centre, judged, result

from register.records.centre import Centre
from register.records.notice import Notice
from register.records.standard import Level
from register.register import Register
from register.views.centre.milestones import MilestoneView
from register.views.centre.page import centre_groups, centre_view, milestone_view


def milestone(register: Register) -> MilestoneView:
    view = milestone_view(register, register.rounds["kaohe-2024"])
    assert view is not None
    return view


def centres(number: int) -> tuple[Centre, ...]:
    return tuple(centre(f"c-{n}") for n in range(number))


def test_a_centres_standing_comes_from_its_document_not_from_its_figures() -> None:
    register = judged((centre("c-0", staff=1.0),), (result(good=("c-0",)),))
    view = centre_view(register, register.centres["c-0"])
    assert view.now.mark.words == "2024年度合格"
    assert view.now.grade == "达标"
    assert view.now.document is not None
    assert view.years[0].summary == "4条标准：3条够，1条不够"


def test_each_standard_shows_its_arithmetic_and_what_is_lacking() -> None:
    register = judged((centre("c-0", staff=5.0, spent=10.0),))
    found = {f.name: f for f in centre_view(register, register.centres["c-0"]).years[0].findings}
    assert found["人数"].sum == "年鉴定人数7001人：5 + 1 × 1 = 6名，现有5名，少1名"
    assert found["面积"].sum == "工作人员5名：60平方米，现有70平方米"
    assert found["投入"].sum == "收费100元 × 30% = 30元，现有10元，少20元"
    assert [f.result for f in found.values()] == ["不够", "够", "不够", "够"]


def test_what_is_not_filled_in_is_neither_enough_nor_too_little() -> None:
    record = centre("c-0")
    year = msgspec.structs.replace(record.years[0], measures={}, has=("room",), lacks=())
    register = judged((msgspec.structs.replace(record, years=(year,)),))
    part = centre_view(register, register.centres["c-0"]).years[0]
    assert part.summary == "4条标准：4条没有填全，不能算"
    assert part.findings[0].sum == "没有填年鉴定人数、工作人员"
    assert (part.findings[3].has, part.findings[3].unknown) == (("用房",), ("保密柜",))
    assert dict(part.figures)["工作人员"] == "没有填"


def test_a_centre_without_documents_says_so() -> None:
    register = judged((centre("c-0"),))
    view = centre_view(register, register.centres["c-0"])
    assert (view.now.status, view.now.document, view.history) == ("无在案结论", None, ())


def test_the_index_lists_the_province_then_cities_then_counties() -> None:
    levels = (("c-0", Level.COUNTY), ("c-1", Level.CITY), ("c-2", Level.PROVINCE))
    register = judged(tuple(centre(id_, level) for id_, level in levels))
    ((region, rows),) = centre_groups(register)
    assert region == "云岭省"
    assert [row.level for row in rows] == ["省", "设区市", "县（市、区）"]


def test_half_of_an_odd_number_is_rounded_up() -> None:
    rest = ("c-4", "c-5", "c-6")
    three = milestone(judged(centres(7), (result(("c-0", "c-1", "c-2"), ("c-3", *rest)),)))
    four = milestone(judged(centres(7), (result(("c-0", "c-1", "c-2", "c-3"), rest),)))
    assert "7个中心里要有4个" in three.aim
    assert (three.verdict, four.verdict) == ("没有达到目标", "达到目标")


@pytest.mark.parametrize(
    ("notices", "by", "verdict"),
    [
        ((), date(2024, 12, 31), "没有收录到这一年的结果文件，不能说达到没有"),
        ((result(("c-0",)),), date(2030, 12, 31), "还没有到期"),
        ((result(("c-0",)),), date(2024, 9, 19), "有的中心没有在案结论，不能说达到没有"),
        (
            (result(("c-0",), unnamed=1),),
            date(2024, 12, 31),
            "有的中心没有在案结论，不能说达到没有",
        ),
    ],
)
def test_a_milestone_says_no_more_than_the_documents(
    notices: tuple[Notice, ...], by: date, verdict: str
) -> None:
    assert milestone(judged(centres(4), notices, by=by)).verdict == verdict


def test_figures_are_counted_apart_from_documents() -> None:
    near = centre("c-1", Level.COUNTY, staff=1.0)
    register = judged((centre("c-0"), near, centre("c-2", staff=1.0)), (result(("c-2",)),))
    view = milestone(register)
    assert "文件评为达标的有1个" in view.real
    assert view.figures.startswith("1个够标准，2个不够（其中1个可以“接近”标准")


def test_a_register_without_centres_cannot_tell() -> None:
    view = milestone(judged(()))
    assert (view.every, view.verdict) == (0, "不能说达到没有")
    assert view.chart.table.rows[0][2:4] == ("没有资料", "没有资料")


def test_a_round_without_a_milestone_has_no_view() -> None:
    register = judged(centres(1))
    round_ = msgspec.structs.replace(register.rounds["kaohe-2024"], milestone=None)
    assert milestone_view(register, round_) is None
