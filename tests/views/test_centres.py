"""Centres: what documents say first; apart from it what the figures come to; milestones."""

import dataclasses
from datetime import date

import msgspec
import pytest
from tests.views.tiny_register import GOOD, centre, judged, result

from register.history import spans
from register.pages import render
from register.records.centre import Centre
from register.records.notice import Decision, Notice, NoticeRound, Publication
from register.records.scheme import RectifyTerm, StartsOn
from register.records.standard import Level
from register.register import CentreFile, Register
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
    assert view.years[0].summary == "4条标准：达到3条，没有达到1条"


def test_each_standard_shows_its_arithmetic_and_what_is_lacking() -> None:
    register = judged((centre("c-0", staff=5.0, spent=10.0),))
    found = {f.name: f for f in centre_view(register, register.centres["c-0"]).years[0].findings}
    assert found["人数"].sum == "年鉴定人数7,001人：5 + 1 × 1 = 6名，现有5名，少1名"
    assert found["面积"].sum == "工作人员5名：60平方米，现有70平方米"
    assert found["投入"].sum == "收费100元 × 30% = 30元，现有10元，少20元"
    assert [f.result for f in found.values()] == ["没有达到", "达到", "没有达到", "达到"]


def test_what_is_not_filled_in_is_neither_enough_nor_too_little() -> None:
    record = centre("c-0")
    year = msgspec.structs.replace(record.years[0], measures={}, has=("room",), lacks=())
    register = judged((msgspec.structs.replace(record, years=(year,)),))
    part = centre_view(register, register.centres["c-0"]).years[0]
    assert part.summary == "4条标准：没有填全，不能算的4条"
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
    assert (three.verdict, four.verdict) == (
        "按收录的7个中心算，没有达到",
        "按收录的7个中心算，达到",
    )


@pytest.mark.parametrize(
    ("notices", "by", "verdict"),
    [
        ((), date(2024, 12, 31), "没有收录到这一年的结果文件，不能判断是否达到"),
        ((result(("c-0",)),), date(2030, 12, 31), "还没有到期"),
        ((result(("c-0",)),), date(2024, 9, 19), "按收录的4个中心算，不能判断是否达到"),
        (
            (result(("c-0",), unnamed=1),),
            date(2024, 12, 31),
            "按收录的4个中心算，不能判断是否达到",
        ),
    ],
)
def test_a_milestone_says_no_more_than_the_documents(
    notices: tuple[Notice, ...], by: date, verdict: str
) -> None:
    assert milestone(judged(centres(4), notices, by=by)).verdict == verdict


def hidden(id_: str) -> Notice:
    """Return a notice of 2024 whose only decision has been taken back."""
    withdrawn = Publication(basis="某文件", withdrawn=date(2025, 1, 1))
    decision = Decision(grade=GOOD, centres={id_: "某中心"}, publication=withdrawn)
    part = NoticeRound(round="kaohe-2024", decisions=(decision,))
    return Notice(id="n-2", title="通报", decided=date(2024, 9, 21), rounds=(part,))


def test_a_withheld_conclusion_is_not_called_none() -> None:
    register = judged(centres(2), (result(("c-0",)), hidden("c-1")))
    view = centre_view(register, register.centres["c-1"])
    assert (view.now.status, view.silence) == ("没有可公开的结论", "没有可公开的文件。")
    real = milestone(register).real
    assert "1个没有可公开的结论" in real
    assert "没有在案结论" not in real
    assert "没有公布名单" not in real


def test_a_centres_term_comes_with_what_the_scheme_threatens() -> None:
    register = judged((centre("c-0"),), (result((), ("c-0",)),))
    term = RectifyTerm(length="P3M", starts=StartsOn.DECIDED, otherwise="另行处理")
    scheme = msgspec.structs.replace(register.schemes["biaozhun"], rectify=term)
    register = dataclasses.replace(register, schemes={"biaozhun": scheme})
    assert centre_view(register, register.centres["c-0"]).duties == ()  # no day was counted for it
    events = [msgspec.structs.replace(e, due=date(2024, 12, 20)) for e in only(register).events]
    file = dataclasses.replace(only(register), events=tuple(events), spans=spans(events))
    shown = centre_view(register, file)
    assert [d.note for d in shown.duties] == ["逾期后果：另行处理（以另发的文件为准）。"]
    assert shown.term.startswith("办法写的期限是三个月")


def only(register: Register) -> CentreFile:
    return register.centres["c-0"]


def test_a_remark_is_shown_as_a_remark() -> None:
    record = centre("c-0")
    year = msgspec.structs.replace(record.years[0], remarks="算接近标准。")
    register = judged((msgspec.structs.replace(record, years=(year,)),))
    page = next(p for p in render(register) if p.path == "centres/c-0/")
    assert "录入说明：算接近标准（不是文件的结论）。" in page.body
    assert "报告错误" in page.body
    assert "对结论有异议的" in page.body


def test_figures_are_counted_apart_from_documents() -> None:
    near = centre("c-1", Level.COUNTY, staff=1.0)
    register = judged((centre("c-0"), near, centre("c-2", staff=1.0)), (result(("c-2",)),))
    view = milestone(register)
    assert "文件评为达标的有1个" in view.real
    assert view.figures.startswith("1个达到标准，2个没有达到（其中1个可以“接近”标准")


def test_a_register_without_centres_cannot_tell() -> None:
    view = milestone(judged(()))
    assert (view.every, view.verdict) == (0, "没有收录到中心，不能判断是否达到")
    assert view.chart.table.rows[0][2:4] == ("没有资料", "没有资料")


def test_a_round_without_a_milestone_has_no_view() -> None:
    register = judged(centres(1))
    round_ = msgspec.structs.replace(register.rounds["kaohe-2024"], milestone=None)
    assert milestone_view(register, round_) is None
