"""A bracket behind a name tells how the station fared only where it holds such a word."""

from collections.abc import Callable, Sequence

import pytest
from tests.importing.test_precision import read

from register.reading import Dataset

Empty = Callable[[Sequence[str]], Dataset]
GRADES = ("合格", "限期整改", "撤销")
STATION = "青河市机械职业技能鉴定站"


@pytest.mark.parametrize(
    "remark",
    [
        "兰石集团，2012年新设",
        "原白水市电力技工学校鉴定站",
        "原电力技工学校，2010年更名",
        "由机械厂、电厂两站合并",
        "2011年恢复",
        "在停车场内",
        "待业人员培训中心",
        "缓冲器厂",
        "保留车工、钳工",
        "省先进集体",
        "暂定名",
    ],
)
def test_a_remark_behind_a_name_is_no_outcome(empty: Empty, remark: str) -> None:
    proposal = read(empty(GRADES), "一、合格", f"1.{STATION}（{remark}）")
    assert [(s.grade, s.printed) for s in proposal.decided.settled.values()] == [
        ("合格", f"{STATION}（{remark}）")
    ]
    assert proposal.found.unplaced == []


@pytest.mark.parametrize(
    "outcome",
    ["拟撤销", "已注销", "暂停", "2012年暂停业务", "机械厂，2012年注销", "待整改", "缓检", "除外"],
)
def test_another_outcome_behind_a_name_leaves_doubt(empty: Empty, outcome: str) -> None:
    proposal = read(empty(GRADES), "一、合格", f"1.{STATION}（{outcome}）")
    assert proposal.decided.settled == {}
    assert [u.text for u in proposal.found.unplaced] == [STATION]


def test_an_outcome_of_the_scheme_behind_a_name_stands_above_the_heading(empty: Empty) -> None:
    proposal = read(empty(GRADES), "一、合格", f"1.{STATION}（机械厂，限期整改）")
    assert [s.grade for s in proposal.decided.settled.values()] == ["限期整改"]
