"""An annex made of a few records: what the two registers do not show."""

from dataclasses import replace
from typing import Any

import pytest
from msgspec.structs import replace as with_fields
from tests.papers.registers import register_of

from register.papers.notice import Form, notice_printout
from register.papers.printout import Grid, Kind, Paragraph
from register.records.fields import Basis
from register.records.notice import Decision, Rectify
from register.register import Register

LONG = "没有按规定" * 20
ID = "yunling-2021-23"


def with_decisions(*decisions: Decision, totals: dict[str, int] | None = None) -> Register:
    """The sample register whose notice ID says something else."""
    register = register_of("sample")
    notice = register.notices[ID]
    part = with_fields(notice.rounds[0], decisions=decisions, totals=totals or {})
    changed = with_fields(notice, rounds=(part,))
    return replace(register, notices={**register.notices, ID: changed})


def revoked(station: str, **more: Any) -> Decision:  # noqa: ANN401 - the record checks them
    return Decision(grade="撤销", stations={station: f"{station}所"}, **more)


def texts(register: Register, *kinds: Kind) -> list[str]:
    blocks = notice_printout(register, ID).blocks
    return [b.text for b in blocks if isinstance(b, Paragraph) and b.kind in kinds]


LISTS = (Kind.SECTION, Kind.PART, Kind.LISTED)


def test_short_grounds_are_headings_and_long_ones_stand_on_the_head_page() -> None:
    register = with_decisions(
        revoked("yunling-20"),
        revoked("yunling-21", grounds="没有换发"),
        revoked("yunling-13", grounds=LONG, basis=(Basis(number="云人社发〔2018〕30号"),)),
        totals={"撤销": 3},
    )
    assert texts(register, *LISTS) == [
        "一、撤销（3所）",
        "yunling-20所",
        "（一）没有换发（1所）",
        "yunling-21所",
        "（二）撤销（1所）",
        "yunling-13所",
    ]
    assert texts(register, Kind.BODY) == [
        "云岭省2020年度鉴定所（站）清查：撤销3所。名单见附件。",
        f"撤销的，理由：{LONG}。依据：云人社发〔2018〕30号。",
    ]


def test_decisions_of_one_grade_are_told_apart_by_their_grounds() -> None:
    register = with_decisions(
        revoked("yunling-20", grounds="没有换发", rectify=Rectify(report_to="省厅")),
        revoked("yunling-21", grounds="没有开展"),
    )
    assert texts(register, Kind.BODY) == [
        "云岭省2020年度鉴定所（站）清查的名单见附件。",
        "撤销的（没有换发），要求：完成整改。",
    ]


@pytest.mark.parametrize("length", [1, 24, 25, 26, 40, 41, 2000])
@pytest.mark.parametrize("first", ["缺", "合格"])
@pytest.mark.parametrize("times", [1, 2])
def test_no_grounds_are_lost(length: int, first: str, times: int) -> None:
    grounds = (first + "题" * length)[: max(length, len(first))]
    others = (revoked("yunling-21", grounds="没有换发"),)[: times - 1]
    register = with_decisions(revoked("yunling-20", grounds=grounds), *others)
    assert any(grounds in line for line in notice_printout(register, ID).lines())


def test_a_grade_that_comes_back_later_is_a_section_of_its_own() -> None:
    register = with_decisions(
        revoked("yunling-20"),
        Decision(grade="合格", stations={"yunling-21": "甲"}),
        revoked("yunling-13"),
        totals={"撤销": 2, "合格": 1},
    )
    assert texts(register, *LISTS) == [
        "一、撤销（1所）",
        "yunling-20所",
        "二、合格（1所）",
        "甲",
        "三、撤销（1所）",
        "yunling-13所",
    ]


@pytest.mark.parametrize("form", Form)
def test_a_grade_without_names_lists_none(form: Form) -> None:
    register = with_decisions(Decision(grade="合格", unnamed=5), totals={"合格": 5})
    blocks = notice_printout(register, ID, form).blocks
    assert not [b for b in blocks if isinstance(b, Grid)]
    assert texts(register, *LISTS) == ["一、合格"]
    assert texts(register, Kind.BODY)[1:] == [
        "5个都没有公布名单。",
        "没有列名的，不能当作合格。",
    ]
