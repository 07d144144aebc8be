"""What the search is told of stations and documents."""

from datetime import date

import pytest
from tests.views.conftest import Built, notice, results, round_, station

from register.register import Register
from register.search import PageEntry
from register.views.findable import findables, notice_names, page_entries

FIRST = "hosts: [{host: xuexiao, source: n1, to: 2011-01-01}, {host: chang, source: n1}]\n"
MORE = (
    "code: '12345678'\nsupervisor: 省直\n"
    "licences: [{number: 许字1号, source: n1}, {number: 许字2号, source: n1}]\n"
    "occupations: [{name: 焊工}, {name: 电工, levels: [初级]}, {name: 电工, levels: [中级]}]\n"
)


@pytest.fixture
def register(built: Built) -> Register:
    """Two stations of one host after another, one of which a document speaks."""
    names = "names: [{name: 甲厂, source: n1, to: 2010-01-01}, {name: 乙厂, source: n1}]"
    return built(
        station("jia", 1, FIRST + MORE),
        station("jia", 2, "city: 丙市\n" + FIRST),
        station("yi", 3),
        {"hosts/jia/xuexiao.yml": "id: xuexiao\nnames: [{name: 丁校, source: n1}]\nkind: 院校\n"},
        {"hosts/jia/chang.yml": f"id: chang\n{names}\nkind: 企业\ncity: 戊市\n"},
        round_("r", 2011),
        notice("n1", "2012-03-01", "number: 甲发〔2012〕1号\n" + results("r", 合格=["jia-1"])),
        notice("n2", "2012-04-01"),
    )


def test_a_station_is_told_with_all_that_it_can_be_found_by(register: Register) -> None:
    one = next(findables(register))
    assert (one.hosts, one.former) == (("乙厂",), ("丁校", "甲厂"))
    assert (one.city, one.kinds) == ("戊市", ("企业",))
    assert one.codes == ("12345678", "许字1号", "许字2号")
    assert one.occupations == ("焊工", "电工")
    assert one.supervisor == "省直"


def test_a_station_that_names_its_city_is_there_and_not_where_its_host_is(
    register: Register,
) -> None:
    assert [found.city for found in findables(register)] == ["戊市", "丙市", ""]


def test_what_is_said_names_its_document_and_day(register: Register) -> None:
    one, two, _three = findables(register)
    assert (one.now.standing, one.now.words, one.now.phase) == (
        "qualified",
        "2011年度合格",
        "current",
    )
    assert (one.now.grade, one.now.year, one.now.notice) == ("合格", 2011, "n1")
    assert one.day == date(2012, 3, 1)
    assert [begin.said.notice for begin in one.spans] == ["", "n1", "n1"]
    assert (two.now.standing, two.now.words, two.now.notice) == ("", "无在案结论", "")
    assert two.day is None


def test_a_document_without_a_number_goes_by_its_title(register: Register) -> None:
    assert notice_names(register) == {"n1": "甲发〔2012〕1号", "n2": "《通报n2》"}


def test_documents_rounds_and_schemes_are_found_the_newest_first(register: Register) -> None:
    assert list(page_entries(register)) == [
        PageEntry("通报n2", "2012年4月1日", "notices/n2/", "notice"),
        PageEntry("通报n1", "甲发〔2012〕1号，2012年3月1日", "notices/n1/", "notice"),
        PageEntry("r检查", "年度检查", "rounds/r/"),
        PageEntry("年检办法", "评估办法", "schemes/nianjian/"),
    ]
