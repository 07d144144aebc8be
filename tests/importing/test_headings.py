"""Headings as other provinces set them: a count on its own line, an annex that ends a list."""

from collections.abc import Callable, Sequence

import pytest
from tests.importing.test_precision import read

from register.importing.account import Use
from register.importing.proposal import Proposal
from register.reading import Dataset

Empty = Callable[[Sequence[str]], Dataset]
GRADES = ("优秀", "合格", "限期整改", "撤销")
ONE, TWO, THREE = (
    "青河市机械职业技能鉴定站",
    "白水市电力职业技能鉴定站",
    "临江县粮食职业技能鉴定所",
)


def graded(proposal: Proposal) -> list[tuple[str, str]]:
    return [(s.grade, s.printed) for s in proposal.decided.settled.values()]


@pytest.mark.parametrize("letterhead", ["海西省人力资源厅文件", "海西省人力资源厅 文 件"])
def test_a_letterhead_is_the_issuer(empty: Empty, letterhead: str) -> None:
    proposal = read(empty(GRADES), letterhead, "评估优秀名单", ONE)
    assert proposal.found.facts.issuer == "海西省人力资源厅"
    assert not [hint for hint in proposal.hints if "发文机关" in hint]


def test_who_issued_it_is_missed(empty: Empty) -> None:
    proposal = read(empty(GRADES), "评估优秀名单", ONE)
    assert "没有读出发文机关。写入以后，请在文件里补写 issuer。" in proposal.hints


@pytest.mark.parametrize(
    "count", ["（共2所）", "共2所", "(2家)", "【共计二个】", "合计 2 家：", "共2个鉴定机构"]
)
def test_a_count_below_a_heading_is_the_headings(empty: Empty, count: str) -> None:
    heading = "评估优秀的职业技能鉴定所（站）名单"
    proposal = read(empty(GRADES), "附件1", heading, "", count, ONE, TWO, "附件2", "合格", THREE)
    assert graded(proposal) == [("优秀", ONE), ("优秀", TWO), ("合格", THREE)]
    assert proposal.decided.totals == {"优秀": 2}
    assert proposal.account.items[3].mark.why == "标题里的个数"
    assert proposal.findings == []


def test_a_count_below_a_heading_is_compared(empty: Empty) -> None:
    proposal = read(empty(GRADES), "评估优秀的职业技能鉴定所（站）名单", "（共3所）", ONE, TWO)
    assert proposal.findings == [
        (
            "“优秀”原文说 3，读到 2，相差 1。请先处理没有录入的各行；原文确实如此的，"
            "用 --total 优秀=个数 写明。"
        )
    ]


def test_two_counts_of_one_heading_that_differ_are_asked(empty: Empty) -> None:
    proposal = read(empty(GRADES), "一、优秀（3所）", "（共4所）", ONE, TWO)
    assert "优秀" not in proposal.decided.totals
    assert [f.split("；", 1)[0] for f in proposal.findings] == [
        "“优秀”的个数，原文有几种说法：3、4"
    ]


def test_a_heading_in_two_lines_below_an_annex_is_one(empty: Empty) -> None:
    lines = (
        "附件1",
        "评估优秀的职业技能鉴定所（站）",
        "名单",
        "（共2所）",
        ONE,
        TWO,
        "附件2",
        "合格",
        THREE,
    )
    proposal = read(empty(GRADES), *lines)
    assert graded(proposal) == [("优秀", ONE), ("优秀", TWO), ("合格", THREE)]
    assert proposal.decided.totals == {"优秀": 2}


def test_places_below_a_heading_below_an_annex_share_its_grade(empty: Empty) -> None:
    lines = ("附件1", "评估优秀名单", "（共2所）", "青河市（1所）", ONE, "白水市（2所）", TWO)
    proposal = read(empty(GRADES), *lines)
    assert graded(proposal) == [("优秀", ONE), ("优秀", TWO)]
    assert proposal.decided.totals == {"优秀": 2}
    assert "第 6 行标题说 2 个，下面读到 1 个。请核对。" in proposal.hints


def test_a_count_below_stations_is_no_heading(empty: Empty) -> None:
    proposal = read(empty(GRADES), "一、优秀", ONE, "共5所", TWO)
    assert graded(proposal) == [("优秀", ONE), ("优秀", TWO)]
    assert proposal.account.items[2].mark.use is Use.CONTEXT


@pytest.mark.parametrize("annex", ["附件2：", "附件二", "附表2", "附 2", "附件 ２"])
def test_an_annex_on_its_own_line_ends_the_list_before_it(empty: Empty, annex: str) -> None:
    proposal = read(empty(GRADES), "附件1：", "一、优秀名单（1所）", ONE, annex, TWO)
    assert graded(proposal) == [("优秀", ONE)]
    assert [(u.text, u.why) for u in proposal.found.unplaced] == [
        (TWO, "没有写等次。用 --grade 等次 写明")
    ]


def test_an_annex_that_a_page_repeats_goes_on(empty: Empty) -> None:
    proposal = read(empty(GRADES), "附件1", "优秀名单", ONE, "— 2 —", "附件1", TWO)
    assert graded(proposal) == [("优秀", ONE), ("优秀", TWO)]
