"""A wrong grade is far worse than none: what leaves doubt is reported, never placed."""

from collections.abc import Callable, Sequence
from datetime import date

import pytest

from register.importing.choices import Choices
from register.importing.paper import Line, Paper
from register.importing.proposal import Proposal, propose
from register.reading import Dataset

Empty = Callable[[Sequence[str]], Dataset]
CHOICES = Choices(
    id="haixi-2016-1", round="haixi-2015", title="通报", decided=date(2016, 3, 1), region="haixi"
)
GRADES = ("合格", "限期整改", "撤销")


def read(data: Dataset, *texts: str) -> Proposal:
    lines = [Line(f"第 {i} 行", text) for i, text in enumerate(texts, 1)]
    return propose([Paper("x", lines)], data, CHOICES)


@pytest.mark.parametrize(
    "text",
    [
        "不同意撤销青河市机械职业技能鉴定站。",
        "青河市机械职业技能鉴定站基本合格。",
        "青河市机械职业技能鉴定站整改后验收合格。",
        "如青河市机械职业技能鉴定站整改不合格，撤销其资格。",
        "对青河市机械职业技能鉴定站限期整改，并暂停鉴定。",
        "青河市机械职业技能鉴定站撤销其餐厅服务员工种。",
        "1.青河市机械职业技能鉴定站（拟撤销）",
        "青河市机械职业技能鉴定站    白水市电力职业技能鉴定站    合格",
    ],
)
def test_doubt_places_nothing_and_names_the_station(empty: Empty, text: str) -> None:
    proposal = read(empty(GRADES), text)
    assert proposal.decided.settled == {}
    assert "青河市机械职业技能鉴定站" in [u.text for u in proposal.found.unplaced]


def test_a_list_under_another_outcome_is_not_placed(empty: Empty) -> None:
    proposal = read(
        empty(GRADES),
        "一、合格",
        "1.青河市机械职业技能鉴定站",
        "拟撤销名单",
        "1.白水市电力职业技能鉴定站",
    )
    assert [(s.grade, s.printed) for s in proposal.decided.settled.values()] == [
        ("合格", "青河市机械职业技能鉴定站")
    ]
    assert [(u.text, u.why) for u in proposal.found.unplaced] == [
        ("白水市电力职业技能鉴定站", "等次拿不准（拟撤销）。用 --grade 拟撤销=等次 写明")
    ]


def test_prose_totals_give_the_unnamed(empty: Empty) -> None:
    proposal = read(
        empty(GRADES),
        "全省共210个鉴定机构，其中182个年检合格，24个被要求限期整改。",
        "青河市机械职业技能鉴定站、白水市电力职业技能鉴定站2个不合格职业技能鉴定机构被撤销。",
    )
    assert proposal.decided.totals == {"合格": 182, "限期整改": 24, "撤销": 2}
    assert proposal.decided.unnamed == {"合格": 182, "限期整改": 24}
    assert [s.grade for s in proposal.decided.settled.values()] == ["撤销", "撤销"]


def test_one_station_under_two_grades_is_not_placed(empty: Empty) -> None:
    name = "青河市机械职业技能鉴定站"
    proposal = read(empty(GRADES), "一、合格", name, "二、撤销", name)
    assert proposal.decided.settled == {}
    assert [u.why for u in proposal.found.unplaced] == [
        "在第 2 行是“合格”，在第 4 行是“撤销”，两处不同。请核对原文"
    ]


def test_names_that_repeat_under_reasons_are_one_decision_with_both(empty: Empty) -> None:
    proposal = read(
        empty(GRADES),
        "二、限期整改",
        "（一）长期未开展鉴定的",
        "青河市机械职业技能鉴定站、白水市电力职业技能鉴定站",
        "（二）管理不规范的",
        "白水市电力职业技能鉴定站",
    )
    assert [s.grounds for s in proposal.decided.settled.values()] == [
        ("长期未开展鉴定",),
        ("长期未开展鉴定", "管理不规范"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "撤销青河市机械职业技能鉴定站餐厅服务员工种。",
        "撤销青河市机械职业技能鉴定站的车工、钳工鉴定项目。",
        "撤销白水市电力职业技能鉴定站、青河市机械职业技能鉴定站部分考评员证书。",
    ],
)
def test_what_is_taken_from_a_station_is_not_the_station(empty: Empty, text: str) -> None:
    proposal = read(empty(GRADES), text)
    assert proposal.decided.settled == {}
    assert "青河市机械职业技能鉴定站" in [u.text for u in proposal.found.unplaced]


def test_what_a_station_loses_as_a_whole_is_the_station(empty: Empty) -> None:
    proposal = read(empty(GRADES), "撤销青河市机械职业技能鉴定站职业技能鉴定资格。")
    assert [s.grade for s in proposal.decided.settled.values()] == ["撤销"]
