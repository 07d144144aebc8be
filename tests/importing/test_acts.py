"""Lists of what a paper does besides grading: rectifications accepted or not, stations ended."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.importing.conftest import ROOT
from tests.importing.test_precision import read

from register.importing.account import Use
from register.importing.choices import Choices
from register.importing.paper import Cell, Line, Paper, Row, Table
from register.importing.proposal import Proposal, propose
from register.importing.wording import as_text, as_value
from register.reading import Dataset
from register.reading import read as read_data
from register.records import Notice, Station
from register.writing import text_of

Empty = Callable[[Sequence[str]], Dataset]
GRADES = ("合格", "通过", "限期整改", "撤销")
ONE, TWO = "青河市机械职业技能鉴定站", "白水市电力职业技能鉴定站"
KNOWN = "甘肃省第二国家职业技能鉴定所"
NEVER_ASKED = "甘肃省第一国家职业技能鉴定所"
CHOICES = Choices(id="gansu-2011-200", title="关于整改验收结果的通报", decided=date(2011, 7, 20))


def over(data: Dataset, *texts: str, choices: Choices = CHOICES) -> Proposal:
    lines = [Line(f"第 {i} 行", text) for i, text in enumerate(("甘肃省", *texts), 1)]
    return propose([Paper("x", lines)], data, choices)


def acts(proposal: Proposal) -> list[tuple[str, tuple[str, ...], str | None]]:
    notice = proposal.files[-1].record
    assert isinstance(notice, Notice)
    assert notice.rounds == ()
    return [(act.act.value, act.stations, act.follows) for act in notice.acts]


@pytest.mark.parametrize(
    ("heading", "act"),
    [
        ("一、整改验收合格的鉴定所（1所）", "accept"),
        ("验收合格名单", "accept"),
        ("通过整改验收的鉴定所", "accept"),
        ("经复查验收合格的单位", "accept"),
        ("二、验收不合格的鉴定所", "fail"),
        ("未通过验收的鉴定所", "fail"),
    ],
)
def test_results_of_a_rectification_follow_the_notice_that_asked(
    shipped: Dataset, heading: str, act: str
) -> None:
    proposal = over(shipped, heading, KNOWN)
    assert proposal.findings == []
    assert acts(proposal) == [(act, ("gansu-02",), "gansu-2011-67")]
    assert [item.records for item in proposal.account.items][-1] == ("gansu-02",)


def test_an_accepted_station_that_nobody_asked_is_left_out(shipped: Dataset) -> None:
    proposal = over(shipped, "验收合格名单", KNOWN, NEVER_ASKED)
    assert acts(proposal) == [("accept", ("gansu-02",), "gansu-2011-67")]
    why = "整改验收合格要承接要求整改的文件，已录的文件都没有要求它整改。请先录入那份文件"
    assert [(u.text, u.why) for u in proposal.found.unplaced] == [(NEVER_ASKED, why)]
    assert proposal.account.items[-1].mark == (Use.LEFT, why)


@pytest.mark.parametrize(
    "heading", ["注销的职业技能鉴定所", "三、予以注销的鉴定所（站）名单（2所）"]
)
def test_deregistered_stations_are_acts_and_may_be_new(empty: Empty, heading: str) -> None:
    proposal = read(empty(GRADES), "一、合格", ONE, heading, TWO)
    notice = proposal.files[-1].record
    assert isinstance(notice, Notice)
    new = next(id_ for id_, s in proposal.stations.new.items() if s.name == TWO)
    assert [(act.act.value, act.stations) for act in notice.acts] == [("deregister", (new,))]
    assert [s.grade for s in proposal.decided.settled.values()] == ["合格"]
    assert f"stations/haixi/{new}.yml" in [file.path for file in proposal.files]
    assert "注销（处理）：读到 1" in list(as_text(proposal))
    assert as_value(proposal, [])["acts"] == [{"station": new, "act": "deregister", "follows": ""}]


@pytest.mark.parametrize(
    ("heading", "word"), [("拟注销的鉴定所", "拟注销"), ("更名的鉴定所", "没有写清改成什么名称")]
)
def test_other_acts_are_left_out_with_the_reason(empty: Empty, heading: str, word: str) -> None:
    proposal = read(empty(GRADES), heading, ONE)
    assert proposal.decided.settled == {}
    assert proposal.decided.acts == []
    assert [u.text for u in proposal.found.unplaced] == [ONE]
    assert proposal.account.items[-1].mark.use is Use.LEFT
    assert word in proposal.account.items[-1].mark.why


def test_a_word_that_the_person_calls_a_grade_is_one(empty: Empty) -> None:
    lines = [Line("第 1 行", "注销的鉴定所"), Line("第 2 行", ONE)]
    own = Choices(
        id="haixi-2016-1",
        round="haixi-2015",
        title="通报",
        decided=date(2016, 3, 1),
        region="haixi",
        words={"注销": "撤销"},
    )
    proposal = propose([Paper("x", lines)], empty(GRADES), own)
    assert [s.grade for s in proposal.decided.settled.values()] == ["撤销"]
    assert proposal.decided.acts == []


def test_a_title_may_name_the_act_of_its_whole_list(shipped: Dataset) -> None:
    proposal = over(shipped, "关于公布整改验收合格的职业技能鉴定所名单的通知", KNOWN)
    assert acts(proposal) == [("accept", ("gansu-02",), "gansu-2011-67")]
    assert [c.what for c in proposal.found.clues] == ["处理取自标题"]


def test_a_list_of_acts_lacks_no_ordinals_and_needs_no_round(shipped: Dataset) -> None:
    proposal = over(shipped, "注销的鉴定所", KNOWN, NEVER_ASKED, "甘肃省第九国家职业技能鉴定所")
    assert proposal.missing == []
    assert next(as_text(proposal)).endswith("年度检查：（不涉及）")


def test_a_paper_of_acts_that_is_on_file_is_the_same(shipped: Dataset, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(ROOT / "tests/gansu_register", folder)
    lines = ("验收合格名单", KNOWN)
    notice = over(shipped, *lines).files[-1]
    (folder / notice.path).write_text(text_of(notice.record), encoding="utf-8")
    again = over(read_data(folder)[0], *lines)
    assert again.on_file
    assert again.differences == []
    assert again.found.unplaced == []
    other = replace(CHOICES, id="gansu-2011-201")
    later = over(read_data(folder)[0], *lines, choices=other)
    assert [u.why for u in later.found.unplaced] == ["它的整改已经验收合格，没有再录。请核对原文"]


def test_a_paper_on_file_without_the_act_differs(shipped: Dataset) -> None:
    lines = [Line("第 1 行", "注销的鉴定所"), Line("第 2 行", "甘肃省第一国家职业技能鉴定所")]
    again = Choices(id="gansu-2011-67", region="gansu", decided=date(2011, 3, 3))
    proposal = propose([Paper("x", lines)], shipped, again)
    assert "注销：原文有 gansu-01，文件里没有" in proposal.differences


def test_an_end_in_a_list_of_the_qualified_leaves_doubt(empty: Empty) -> None:
    proposal = read(empty(GRADES), "一、合格", f"{ONE}（注销）")
    assert proposal.decided.acts == []
    assert [u.text for u in proposal.found.unplaced] == [ONE]


NEW = "青河市装备制造职业技能鉴定站"


def said(proposal: Proposal) -> list[tuple[str, tuple[str, ...], str | None]]:
    """Each act, the names of its stations and the name under which they go on."""
    notice = next(f.record for f in proposal.files if isinstance(f.record, Notice))
    names = {id_: station.name for id_, station in proposal.stations.new.items()}
    return [
        (
            act.act.value,
            tuple(names[id_] for id_ in act.stations),
            act.name or names.get(act.into or ""),
        )
        for act in notice.acts
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"{ONE}更名为{NEW}",
        f"同意{ONE}更名为“{NEW}”。",
        f"经研究，同意原{ONE}名称变更为{NEW}，请于3月31日前换领许可证。",
        f"1.{ONE}（更名为{NEW}）",
        f"{ONE} → {NEW}",
    ],
)
def test_a_new_name_is_an_act_and_the_former_stays_with_it(empty: Empty, text: str) -> None:
    proposal = read(empty(GRADES), "更名的鉴定所", text)
    assert said(proposal) == [("rename", (NEW,), NEW)]
    assert [s.aliases for s in proposal.stations.new.values()] == [(ONE,)]


@pytest.mark.parametrize(
    "text",
    [f"{ONE}、{TWO}并入{NEW}。", f"{ONE}和{TWO}合并为{NEW}", f"同意{ONE}与{TWO}合并组建为{NEW}。"],
)
def test_stations_that_go_on_in_another_are_merged(empty: Empty, text: str) -> None:
    proposal = read(empty(GRADES), text)
    assert said(proposal) == [("merge", (ONE, TWO), NEW)]
    written = {file.record.name for file in proposal.files if isinstance(file.record, Station)}
    assert written == {ONE, TWO, NEW}


def test_a_station_that_takes_in_another_is_not_merged_into_itself(empty: Empty) -> None:
    assert said(read(empty(GRADES), f"{ONE}与{TWO}合并为{TWO}。")) == [("merge", (ONE,), TWO)]


@pytest.mark.parametrize(
    "text",
    [
        f"{ONE}拟更名为{NEW}。",
        f"{ONE}申请更名为{NEW}。",
        f"{ONE}更名为{NEW}，{TWO}整改。",
        f"{ONE}、{TWO}更名为{NEW}。",
    ],
)
def test_a_new_name_in_doubt_is_none(empty: Empty, text: str) -> None:
    proposal = read(empty(GRADES), text)
    assert proposal.decided.acts == []
    told = "".join(
        [u.text for u in proposal.found.unplaced] + [c.text for c in proposal.found.clues]
    )
    assert ONE in told


def test_a_new_name_of_a_station_on_file_asks_to_mend_the_file(shipped: Dataset) -> None:
    new = "甘肃省第九十国家职业技能鉴定所"
    proposal = over(shipped, f"{KNOWN}更名为{new}")
    notice = proposal.files[-1].record
    assert isinstance(notice, Notice)
    assert [(a.act.value, a.stations, a.name) for a in notice.acts] == [
        ("rename", ("gansu-02",), new)
    ]
    assert any("请把档案的 name 改成新名称" in hint for hint in proposal.hints)


def table(data: Dataset, title: str, *rows: Sequence[str]) -> Proposal:
    made = [Row(f"表 1 第 {i} 行", [Cell(c) for c in cells]) for i, cells in enumerate(rows, 1)]
    return propose([Paper("x", [Line("第 1 行", title), Table("表 1", made)])], data, OVER_HAIXI)


OVER_HAIXI = replace(CHOICES, id="haixi-2016-1", region="haixi", round="haixi-2015")


@pytest.mark.parametrize(
    ("head", "act"),
    [
        (("序号", "原名称", "现名称"), "rename"),
        (("序号", "鉴定所名称", "更名后名称"), "rename"),
        (("序号", "变更前名称", "变更后名称"), "rename"),
        (("序号", "鉴定所名称", "并入鉴定所"), "merge"),
    ],
)
def test_a_table_of_former_and_new_names(empty: Empty, head: Sequence[str], act: str) -> None:
    proposal = table(empty(GRADES), "变更名单", head, ("1", ONE, NEW))
    assert said(proposal) == [(act, (NEW if act == "rename" else ONE,), NEW)]


def test_a_former_name_in_a_table_of_grades_is_a_remark(empty: Empty) -> None:
    head, row = ("序号", "原名称", "现名称", "等次"), ("1", ONE, NEW, "合格")
    proposal = table(empty(GRADES), "名单", head, row)
    assert [(s.grade, s.printed) for s in proposal.decided.settled.values()] == [("合格", NEW)]
    assert proposal.decided.acts == []


def test_stations_resume_what_a_notice_suspended(shipped: Dataset) -> None:
    proposal = over(shipped, "恢复鉴定业务的鉴定所", KNOWN, NEVER_ASKED)
    assert acts(proposal) == [("resume", ("gansu-02",), None)]
    assert [u.text for u in proposal.found.unplaced] == [NEVER_ASKED]
    assert "已录的文件都没有暂停它" in proposal.found.unplaced[0].why


def test_a_sentence_resumes(shipped: Dataset) -> None:
    assert acts(over(shipped, f"决定恢复{KNOWN}鉴定业务。")) == [("resume", ("gansu-02",), None)]


@pytest.mark.parametrize(
    "lines", [("撤销的鉴定所（1所）", ONE), (f"决定撤销{ONE}。",), (f"对{ONE}予以撤销。",)]
)
def test_a_revocation_is_an_act_where_the_scheme_has_no_such_grade(
    empty: Empty, lines: Sequence[str]
) -> None:
    without = read(empty(("合格", "不合格")), *lines)
    assert said(without) == [("revoke", (ONE,), None)]
    graded = read(empty(GRADES), *lines)
    assert graded.decided.acts == []
    assert [s.grade for s in graded.decided.settled.values()] == ["撤销"]


def test_another_word_for_a_grade_of_the_scheme_is_no_act(empty: Empty) -> None:
    proposal = read(empty(GRADES), "吊销的鉴定所", ONE)
    assert proposal.decided.acts == []
    assert [u.text for u in proposal.found.unplaced] == [ONE]
