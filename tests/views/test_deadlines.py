"""Deadlines: each day with its source, and no result that no document gives."""

from datetime import date

import pytest
from tests.views.conftest import TODAY, Built, notice, results, round_, station

from register.register import Register
from register.views.deadlines import deadlines, returns
from register.views.station.demands import demands_of

ROUND = round_("r", 2007, "region: jia\n")
ASKED = notice("wen", "2007-11-30", results("r", 不合格=["jia-1"]))

FAILED = "acts:\n  - {act: fail, stations: [jia-1], follows: wen}\n"
REVOKED = "  - {act: revoke, stations: [jia-1], on: 2008-03-09}\n"


def said(register: Register) -> list[tuple[str, str, str]]:
    return [(str(d.due), d.what, d.result) for d in deadlines(register)]


def test_a_term_of_a_length_says_how_its_day_was_counted(built: Built) -> None:
    [found] = deadlines(built(station("jia", 1), ROUND, ASKED))
    assert found.due == date(2008, 2, 29)
    assert found.note == (
        "办法写的期限是三个月，从2007年11月30日成文算起，当天不算在内，到2008年2月29日为止（含当天）。"
        "逾期后果：取消资格（以另发的文件为准）。"
    )
    assert found.who == "不合格的1个鉴定所"
    assert [link.path for link in (*found.sources, *found.subjects)] == [
        "notices/wen/",
        "stations/jia-1/",
    ]


@pytest.mark.parametrize(
    ("later", "result"),
    [
        ("", "未见验收结果"),
        ("acts: [{act: accept, stations: [jia-1], follows: wen}]\n", "整改验收合格"),
        (FAILED + REVOKED, "整改验收不合格，已撤销"),
        ("acts: [{act: revoke, stations: [jia-1]}]\n", "已撤销"),
        ("acts: [{act: rename, stations: [jia-1], name: 新名}]\n", "未见验收结果"),
        ("amends: [{notice: wen, how: withdraws}]\n", "这份文件已被撤回或代替"),
    ],
)
def test_only_a_later_document_gives_a_result(built: Built, later: str, result: str) -> None:
    register = built(station("jia", 1), ROUND, ASKED, notice("m", "2008-03-01", later))
    assert said(register) == [("2008-02-29", "完成整改", result)]


def test_who_is_not_assessed_later_still_owes_what_was_asked(built: Built) -> None:
    later = results("s", 未查=["jia-1"])
    register = built(
        station("jia", 1), ROUND, ASKED, round_("s", 2008), notice("m", "2009-03-01", later)
    )
    assert said(register) == [("2008-02-29", "完成整改", "未见验收结果")]
    (demand,) = demands_of(register, register.stations["jia-1"])
    assert (demand.result, demand.met) == ("没有收录到验收结果。", False)


def test_the_station_s_page_says_no_less_than_the_list(built: Built) -> None:
    register = built(station("jia", 1), ROUND, ASKED, notice("m", "2008-03-01", FAILED + REVOKED))
    (demand,) = demands_of(register, register.stations["jia-1"])
    assert demand.result == "2008年3月1日整改验收不合格；2008年3月9日撤销。"


def test_a_later_rounds_grade_is_named_as_what_it_is(built: Built) -> None:
    later = results("s", 合格=["jia-1"])
    register = built(
        station("jia", 1), ROUND, ASKED, round_("s", 2008), notice("m", "2009-03-01", later)
    )
    assert said(register)[0][2] == "后来的结论为合格"


@pytest.mark.parametrize(
    ("later", "result"),
    [
        ("", "未见恢复文件"),
        ("acts: [{act: resume, stations: [jia-1]}]\n", "2010年9月1日恢复业务"),
    ],
)
def test_a_suspension_ends_by_a_document_only(built: Built, later: str, result: str) -> None:
    act = "acts: [{act: suspend, stations: [jia-1], until: 2010-12-31}]\n"
    files = [notice("wen", "2010-07-01", act), notice("m", "2010-09-01", later)]
    assert said(built(station("jia", 1), *files)) == [("2010-12-31", "暂停业务期满", result)]


def test_a_licence_is_renewed_by_a_later_one_only(built: Built) -> None:
    two = "licences:\n  - {number: 一, from: 2006-01-01, to: 2009-01-01, source: wen}\n"
    two += "  - {number: 二, from: 2009-02-01, to: 2012-02-01, source: wen}\n"
    one = "licences: [{number: 三, to: 2009-01-01, source: wen}]\n"
    register = built(station("jia", 1, two), station("jia", 2, one), notice("wen", "2006-01-01"))
    assert said(register) == [
        ("2012-02-01", "鉴定许可证到期（二）", "没有收录到换发"),
        ("2009-01-01", "鉴定许可证到期", "1个已换发，1个没有收录到换发"),
    ]


def test_what_is_to_come_stands_first_and_soonest_first(built: Built) -> None:
    days = ("2012-06-01", "2012-05-31", "2013-01-01", "2011-01-01")
    duties = "duties:\n" + "".join(f"  - {{who: 各所, what: 报告, due: {day}}}\n" for day in days)
    register = built(notice("wen", "2010-01-01", duties))
    assert [str(d.due) for d in deadlines(register)] == [
        str(TODAY),
        "2013-01-01",
        "2012-05-31",
        "2011-01-01",
    ]


def test_a_rounds_deadline_that_its_notice_states_stands_once(built: Built) -> None:
    own = "deadlines:\n  - {who: 各市, what: 报总结, due: 2007-05-08, source: wen}\n"
    own += "  - {who: 各所, what: 报表, due: 2007-05-09}\n"
    duties = "duties: [{who: 各市, what: 报送总结, due: 2007-05-08}]\n"
    register = built(round_("r", 2007, own), notice("wen", "2007-04-28", duties))
    assert [(d.what, [link.path for link in d.sources]) for d in deadlines(register)] == [
        ("报表", ["rounds/r/"]),
        ("报送总结", ["notices/wen/"]),
    ]


def test_the_ledger_has_a_line_for_each_thing(built: Built) -> None:
    asked = results("r", 撤销=["jia-1"]).replace(
        "        stations",
        "        hand_back: {items: [许可证, 印章], due: 2008-01-31}\n        stations",
    )
    back = "acts: [{act: hand-back, stations: [jia-1], follows: wen, items: [印章]}]\n"
    register = built(
        station("jia", 1),
        ROUND,
        notice("wen", "2007-11-30", asked),
        notice("m", "2008-01-15", back),
    )
    lines = [each.line for each in returns(register)]
    assert [(line.item, line.due, line.on) for line in lines] == [
        ("许可证", date(2008, 1, 31), None),
        ("印章", date(2008, 1, 31), date(2008, 1, 15)),
    ]


def handing(items: str) -> str:
    back = f"        hand_back: {{items: [{items}], due: 2008-01-31}}\n"
    return results("r", 撤销=["jia-1"]).replace("        stations", f"{back}        stations")


@pytest.mark.parametrize(
    ("day", "items", "result"),
    [
        ("2008-01-15", "", "已交回"),
        ("2008-02-15", "", "逾期交回"),
        ("2008-01-15", ", items: [印章]", "部分交回（印章）"),
    ],
)
def test_all_is_handed_back_only_when_every_thing_is(
    built: Built, day: str, items: str, result: str
) -> None:
    back = f"acts: [{{act: hand-back, stations: [jia-1], follows: wen{items}}}]\n"
    register = built(
        station("jia", 1),
        ROUND,
        notice("wen", "2007-11-30", handing("许可证, 印章")),
        notice("m", day, back),
    )
    [found] = deadlines(register)
    assert (found.result, found.settled) == (result, not items)
    assert [each.line.late for each in returns(register)].count(True) == 2 * (result == "逾期交回")


def test_those_without_a_name_have_their_deadline_too(built: Built) -> None:
    register = built(ROUND, notice("wen", "2007-11-30", results("r", 不合格=7)))
    [found] = deadlines(register)
    assert (found.who, found.result) == (
        "不合格的7个鉴定所，名单未公布",
        "名单未公布，不知道结果",
    )
    assert not found.settled


HIDDEN = "        publication: {basis: 依据, until: 2011-05-01}\n"


def test_what_may_not_be_shown_has_no_deadline(built: Built) -> None:
    given = results("r", 不合格=["jia-1"]) + HIDDEN
    assert deadlines(built(station("jia", 1), ROUND, notice("wen", "2007-11-30", given))) == []


def test_a_later_item_that_may_not_be_shown_is_no_missing_result(built: Built) -> None:
    later = results("s", 撤销=["jia-1"]) + HIDDEN
    register = built(
        station("jia", 1), ROUND, ASKED, round_("s", 2008), notice("m", "2009-03-01", later)
    )
    assert said(register) == [("2008-02-29", "完成整改", "没有可公开的结果")]


def test_open_ones_stand_before_those_that_are_settled(built: Built) -> None:
    accepted = "acts: [{act: accept, stations: [jia-1], follows: wen}]\n"
    duties = "duties: [{who: 各所, what: 报告, due: 2007-01-01}]\n"
    register = built(station("jia", 1), ROUND, ASKED, notice("m", "2008-02-01", accepted + duties))
    assert [(d.what, d.settled) for d in deadlines(register)] == [
        ("报告", False),
        ("完成整改", True),
    ]


def test_a_result_that_begins_after_today_is_none_yet(built: Built) -> None:
    later = "acts: [{act: revoke, stations: [jia-1], on: 2030-01-01}]\n"
    register = built(station("jia", 1), ROUND, ASKED, notice("m", "2009-03-01", later))
    assert said(register) == [("2008-02-29", "完成整改", "未见验收结果")]


def test_a_milestone_without_results_has_none(built: Built) -> None:
    goal = "milestone: {by: 2007-12-31, percent: 50}\n"
    [found] = deadlines(built(round_("r", 2007, goal)))
    assert (found.result, found.settled) == ("未收录后来的结果", False)
