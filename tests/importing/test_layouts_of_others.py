"""Layouts of other provinces' notices, as Word, Excel, web pages and PDF files give them."""

from collections.abc import Callable, Sequence

import pytest
from tests.importing.test_precision import CHOICES, read

from register.importing.account import Use
from register.importing.paper import Cell, Line, Paper, Row, Table
from register.importing.preview import preview
from register.importing.proposal import Proposal, propose
from register.importing.readers.read import read_paper
from register.importing.wording import as_text, as_value
from register.reading import Dataset

Empty = Callable[[Sequence[str]], Dataset]
GRADES = ("优秀", "合格", "不合格", "撤销")
ONE, TWO, THREE = (
    "青河市机械职业技能鉴定站",
    "白水市电力职业技能鉴定站",
    "临江县粮食职业技能鉴定所",
)


def table(data: Dataset, *rows: Sequence[str], title: str = "结果") -> Proposal:
    made = [Row(f"表 1 第 {i} 行", _cells(cells)) for i, cells in enumerate(rows, 1)]
    return propose([Paper("x", [Line("第 1 行", title), Table("表 1", made)])], data, CHOICES)


def _cells(texts: Sequence[str]) -> list[Cell]:
    """Make cells; "^" before a text says that it goes on from above."""
    return [Cell(text.removeprefix("^"), merged=text.startswith("^")) for text in texts]


def pasted(data: Dataset, text: str) -> Proposal:
    return propose([read_paper("x.txt", text.encode())], data, CHOICES)


def graded(proposal: Proposal) -> dict[str, str]:
    return {proposal.stations.new[s.id].name: s.grade for s in proposal.decided.settled.values()}


def hosts(proposal: Proposal) -> dict[str, str]:
    return {p.listed.name: p.listed.host for p in proposal.found.placed}


def test_a_name_that_a_page_broke_is_whole(empty: Empty) -> None:
    lines = ("一、合格（2家）", "1.青河市机械职业技", "能鉴定站", "2.白水市电力职业技能鉴定", "站")
    proposal = read(empty(GRADES), *lines)
    assert graded(proposal) == {ONE: "合格", TWO: "合格"}
    assert [i.mark.use for i in proposal.account.items][1:] == [Use.TAKEN] * 4


@pytest.mark.parametrize(
    "lines",
    [
        (f"1.{ONE}（青河市机电设备有限", "公司承建）"),
        (f"1.{ONE}（青河市机电", "设备有限公司承", "建）"),
        (f"1.{ONE}", "（青河市机电设备", "有限公司承建）"),
    ],
)
def test_a_host_that_a_page_broke_is_whole(empty: Empty, lines: Sequence[str]) -> None:
    proposal = read(empty(GRADES), "一、合格（1家）", *lines)
    assert hosts(proposal) == {ONE: "青河市机电设备有限公司"}
    assert proposal.findings == []


def test_a_heading_is_not_the_beginning_of_a_name(empty: Empty) -> None:
    proposal = read(empty(GRADES), "1、合格", ONE, "2、不合格", TWO)
    assert graded(proposal) == {ONE: "合格", TWO: "不合格"}


def test_a_sentence_that_a_page_broke_within_a_name_is_whole(empty: Empty) -> None:
    proposal = read(
        empty(GRADES),
        "经研究，决定将青河市机械职业技能鉴定站、白水市电力职业技",
        "能鉴定站评定为优秀，临江县粮食职业技能鉴定所评定为合格。",
    )
    assert graded(proposal) == {ONE: "优秀", TWO: "优秀", THREE: "合格"}


def test_one_cell_a_line_is_a_table(empty: Empty) -> None:
    head = "序号\n鉴定所名称\n承建单位\n年检结果\n"
    whole = f"{head}1\n{ONE}\n机械厂\n合格\n2\n{TWO}\n电力公司\n不合格\n海西省人社厅\n"
    proposal = pasted(empty(GRADES), whole)
    assert graded(proposal) == {ONE: "合格", TWO: "不合格"}
    assert hosts(proposal) == {ONE: "机械厂", TWO: "电力公司"}


@pytest.mark.parametrize("gap", ["", "\n"])
def test_one_cell_a_line_where_a_cell_is_empty(empty: Empty, gap: str) -> None:
    head = "序号\n鉴定所名称\n承建单位\n年检结果\n"
    rows = f"1\n{ONE}\n机械厂\n合格\n2\n{TWO}\n{gap}不合格\n3\n{THREE}\n粮库\n合格\n"
    proposal = pasted(empty(GRADES), f"{head}{rows}")
    assert graded(proposal) == {ONE: "合格", TWO: "不合格", THREE: "合格"}


def test_the_newest_of_several_years_counts(empty: Empty) -> None:
    proposal = table(
        empty(GRADES),
        ("序号", "鉴定所名称", "2014年度评估结果", "2015年度评估结果"),
        ("1", ONE, "合格", "优秀"),
        ("2", TWO, "优秀", ""),
    )
    assert graded(proposal) == {ONE: "优秀"}
    assert [u.text for u in proposal.found.unplaced] == [TWO]
    assert [c.what for c in proposal.found.clues] == ["几年的结果"]


def test_the_level_of_a_trade_is_no_grade(empty: Empty) -> None:
    proposal = table(
        empty(GRADES),
        ("序号", "鉴定所名称", "鉴定工种", "等级"),
        ("1", ONE, "车工", "初、中、高"),
        ("^1", f"^{ONE}", "钳工", "初、中"),
        title="年检合格的鉴定所及工种",
    )
    assert graded(proposal) == {ONE: "合格"}
    assert proposal.account.items[-1].mark.why == "上一行鉴定所的续行"


def test_what_another_column_says_is_pointed_out(empty: Empty) -> None:
    head = ("序号", "鉴定所名称", "评估结果", "处理意见")
    proposal = table(empty(GRADES), head, ("1", ONE, "不合格", "撤销资格"))
    assert graded(proposal) == {ONE: "不合格"}
    assert [c.text for c in proposal.found.clues] == [f"{ONE}：撤销资格"]


@pytest.mark.parametrize(
    "text", ["不合格，限期整改", "不合格（限期整改3个月）", "不合格等次，责令整改"]
)
def test_what_follows_from_a_grade_leaves_no_doubt(empty: Empty, text: str) -> None:
    head = ("序号", "鉴定所名称", "评估结果")
    assert graded(table(empty(GRADES), head, ("1", ONE, text))) == {ONE: "不合格"}


def test_a_row_of_sums_below_ticks_gives_totals(empty: Empty) -> None:
    proposal = table(
        empty(GRADES),
        ("序号", "单位名称", "优秀", "合格"),
        ("1", ONE, "√", ""),
        ("2", TWO, "", "√"),
        ("合计", "2", "1", "1"),
        ("平均分", "", "", ""),
    )
    assert graded(proposal) == {ONE: "优秀", TWO: "合格"}
    assert proposal.decided.totals == {"优秀": 1, "合格": 1}
    assert proposal.found.unplaced == []


@pytest.mark.parametrize("join", ["、", "\n", "\n2."])
def test_several_names_in_one_cell(empty: Empty, join: str) -> None:
    rows = (
        ("等次", "鉴定所名单", "数量"),
        ("优秀", f"{ONE}{join}{TWO}", "2"),
        ("合格", THREE, "1"),
    )
    proposal = table(empty(GRADES), *rows)
    assert graded(proposal) == {ONE: "优秀", TWO: "优秀", THREE: "合格"}


def test_bodies_of_other_assessments_are_read_by_their_column(empty: Empty) -> None:
    head = ("序号", "评价机构名称", "机构类型", "评估结果")
    proposal = table(empty(GRADES), head, ("1", "海西省技师学院", "院校", "优秀"))
    assert graded(proposal) == {"海西省技师学院": "优秀"}


def test_bodies_in_a_list_that_says_so(empty: Empty) -> None:
    lines = ("一、优秀评价机构", "1.海西省技师学院", "2.青河钢铁集团有限公司")
    assert graded(read(empty(GRADES), *lines)) == dict.fromkeys(
        ("海西省技师学院", "青河钢铁集团有限公司"), "优秀"
    )


def test_organisations_in_another_list_are_named(empty: Empty) -> None:
    proposal = read(empty(GRADES), "一、优秀", "1.海西省技师学院")
    assert graded(proposal) == {}
    assert [u.text for u in proposal.found.unplaced] == ["1.海西省技师学院"]


def test_a_graded_row_below_an_unknown_heading_is_named(empty: Empty) -> None:
    proposal = table(empty(GRADES), ("甲", "乙", "丙"), ("海西省技师学院", "王小明", "合格"))
    assert [u.text for u in proposal.found.unplaced] == ["海西省技师学院 合格"]


def test_a_long_code_before_a_name_is_no_part_of_it(empty: Empty) -> None:
    proposal = read(empty(GRADES), "合格名单（2家）", f"620001 {ONE}", f"620002{TWO}")
    assert graded(proposal) == {ONE: "合格", TWO: "合格"}


PERSONS = ("王小明", "李大力", "0931-8765432", "13912345678")


@pytest.mark.parametrize(
    "rows",
    [
        (
            ("序号", "鉴定所名称", "所长", "电话", "结论"),
            ("1", ONE, "王小明", "0931-8765432", "合格"),
        ),
        (("1", ONE, "王小明", "13912345678"), ("2", TWO, "李大力", "0931-8765432")),
        (
            ("鉴定所名称", "结论", "备考事项"),
            (ONE, "合格", "x"),
            ("填表人：王小明", "审核人：李大力", ""),
        ),
    ],
)
def test_persons_of_a_table_are_counted_and_shown_nowhere(
    empty: Empty, rows: Sequence[Sequence[str]]
) -> None:
    proposal = table(empty(GRADES), *rows, title="合格名单")
    value = as_value(proposal, [])
    shown = "\n".join([*as_text(proposal), str(value), preview(proposal, "x", [])])
    assert [person for person in PERSONS if person in shown] == []
    assert value["account"]["personal"] > 0
    assert ONE in graded(proposal)


def test_a_number_of_an_outline_is_no_part_of_a_name(empty: Empty) -> None:
    proposal = read(empty(GRADES), "1.合格", f"1.1 {ONE}", "2.不合格", f"2.1{TWO}")
    assert graded(proposal) == {ONE: "合格", TWO: "不合格"}


def test_numbered_places_below_a_heading_share_its_grade(empty: Empty) -> None:
    lines = ("合格名单（3家）", "一、省属（1家）", ONE, "二、青河市（2家）", TWO, THREE)
    proposal = read(empty(GRADES), *lines)
    assert graded(proposal) == {ONE: "合格", TWO: "合格", THREE: "合格"}
    assert proposal.decided.totals == {"合格": 3}


def test_a_numbered_list_of_its_own_does_not_belong_to_what_stands_above(empty: Empty) -> None:
    proposal = read(empty(GRADES), "一、合格", ONE, "撤销名单", TWO, "二、其他", THREE)
    assert graded(proposal) == {ONE: "合格", TWO: "撤销"}


def test_an_outcome_on_the_line_below_a_name_is_that_stations(empty: Empty) -> None:
    lines = (f"1.{ONE}", "评估结果：优秀", f"2.{TWO}", "地址：人民路1号", "评估结果：合格")
    proposal = read(empty(GRADES), *lines)
    assert graded(proposal) == {ONE: "优秀", TWO: "合格"}


def test_a_labelled_heading_is_one(empty: Empty) -> None:
    proposal = read(empty(GRADES), "评估结果：优秀", ONE, TWO, "评估结果：合格", THREE)
    assert graded(proposal) == {ONE: "优秀", TWO: "优秀", THREE: "合格"}


def test_a_sentence_that_lists_with_semicolons(empty: Empty) -> None:
    text = f"以下鉴定所合格：{ONE}；{TWO}。以下鉴定所不合格：{THREE}。"
    assert graded(read(empty(GRADES), text)) == {ONE: "合格", TWO: "合格", THREE: "不合格"}


def test_an_empty_cell_for_a_grade_is_named_as_such(empty: Empty) -> None:
    proposal = table(empty(GRADES), ("等次", "鉴定所名称"), ("优秀", ONE), ("", TWO))
    assert graded(proposal) == {ONE: "优秀"}
    assert [u.why for u in proposal.found.unplaced] == [
        "等次这一格是空的。请核对原文；要录入的，先在来源里补上等次"
    ]


FIRST, SECOND, FIFTH = (f"海西省第{n}国家职业技能鉴定所" for n in "一二五")


@pytest.mark.parametrize(
    "text",
    [
        "海西省第一、第二、第五国家职业技能鉴定所评为优秀。",
        "海西省第一、二、五国家职业技能鉴定所优秀。",
        "优秀鉴定所：海西省第一、第二和第五国家职业技能鉴定所。",
    ],
)
def test_ordinals_that_share_a_name_are_as_many_stations(empty: Empty, text: str) -> None:
    assert graded(read(empty(GRADES), text)) == dict.fromkeys((FIRST, SECOND, FIFTH), "优秀")


def test_names_in_brackets_behind_their_place(empty: Empty) -> None:
    text = f"合格鉴定所（3家）：青河市2家（{ONE}、{TWO}），临江县1家（{THREE}）。"
    proposal = read(empty(GRADES), text)
    assert graded(proposal) == dict.fromkeys((ONE, TWO, THREE), "合格")
    assert proposal.decided.totals == {"合格": 3}


def test_outcomes_in_brackets_behind_a_colon(empty: Empty) -> None:
    text = f"年检结果：{ONE}（优秀）；{TWO}（合格）；{THREE}（不合格）。"
    assert graded(read(empty(GRADES), text)) == {ONE: "优秀", TWO: "合格", THREE: "不合格"}


def test_what_is_to_be_done_about_a_grade_leaves_no_doubt(empty: Empty) -> None:
    lines = ("限期整改（1家）", f"1.{ONE}：设备老化，6月30日前完成整改。")
    assert graded(read(empty(("合格", "限期整改")), *lines)) == {ONE: "限期整改"}


def test_a_title_is_not_the_beginning_of_a_name(empty: Empty) -> None:
    lines = (f"关于恢复{ONE}职业技能鉴定业务的通知", f"{ONE}：同意恢复你单位的鉴定业务。")
    proposal = read(empty(GRADES), *lines)
    assert {u.text for u in proposal.found.unplaced} == {ONE}


@pytest.mark.parametrize("number", ["⒈", "⑴", "㈠", "❶", "<1>", "【1】", "①、"])
def test_signs_of_a_number_are_no_part_of_a_name(empty: Empty, number: str) -> None:
    assert graded(read(empty(GRADES), "一、合格", f"{number}{ONE}")) == {ONE: "合格"}


def test_a_column_that_holds_only_grades_is_theirs(empty: Empty) -> None:
    head, rows = ("序", "名称", "年审"), (("1", ONE, "合格"), ("2", TWO, "不合格"))
    proposal = table(empty(GRADES), head, *rows)
    assert graded(proposal) == {ONE: "合格", TWO: "不合格"}
    assert [c.text for c in proposal.found.clues] == ["“年审”一栏只有等次，按等次读"]


def test_two_columns_of_grades_are_asked(empty: Empty) -> None:
    head = ("序", "名称", "初评", "复评")
    proposal = table(empty(GRADES), head, ("1", ONE, "合格", "优秀"))
    assert graded(proposal) == {}
    assert [u.text for u in proposal.found.unplaced] == [ONE]


def test_a_reason_and_its_list_in_one_line_share_the_grade_above(empty: Empty) -> None:
    lines = ("二、不合格", f"（一）因设备不足的2家：{ONE}、{TWO}", f"（二）缺档案的1家：{THREE}")
    proposal = read(empty(GRADES), *lines)
    assert graded(proposal) == dict.fromkeys((ONE, TWO, THREE), "不合格")
    told = [s.grounds for s in proposal.decided.settled.values()]
    assert told == [("设备不足",), ("设备不足",), ("缺档案",)]


def test_a_heading_and_items_with_commas_and_semicolons(empty: Empty) -> None:
    proposal = read(empty(GRADES), "一、合格(2家);", f"1,{ONE};", f"2,{TWO}.")
    assert graded(proposal) == {ONE: "合格", TWO: "合格"}
    assert proposal.decided.totals == {"合格": 2}


@pytest.mark.parametrize(
    "cell", ["☑合格 □不合格", "合格☑ 不合格□", "√合格□不合格", "□优秀 ■合格 □不合格"]
)
def test_what_is_ticked_of_several_choices_counts(empty: Empty, cell: str) -> None:
    head = ("序号", "鉴定所名称", "结果")
    assert graded(table(empty(GRADES), head, ("1", ONE, cell))) == {ONE: "合格"}


def test_what_a_sentence_may_say_of_a_listed_station_is_pointed_out(empty: Empty) -> None:
    proposal = read(empty(GRADES), "一、合格", ONE, f"经复查，{ONE}不合格。")
    assert [c.text for c in proposal.found.clues] == [f"正文提到 {ONE}（复查…不合格）"]


def test_every_remark_is_pointed_out(empty: Empty) -> None:
    head, row = ("序号", "名称", "等次", "备注"), ("1", ONE, "撤销", "许可证到期未换")
    proposal = table(empty(GRADES), head, row, ("2", TWO, "合格", ""))
    assert [(clue.what, clue.text) for clue in proposal.found.clues] == [
        ("备注", f"{ONE}：许可证到期未换")
    ]


def test_a_day_that_is_a_term_is_not_blotted_out(empty: Empty) -> None:
    term = "不合格的鉴定所应于2012年4月底前完成整改。"
    said = list(as_text(read(empty(GRADES), term, "合格（1家）", f"1.{ONE}")))
    assert any("2012年4月底前（2012年4月30日）" in line for line in said), said
