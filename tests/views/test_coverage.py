"""Coverage: no document on file differs from not listed, and both from not in scope."""

from tests.views.conftest import Built, notice, results, round_, station

from register.register import Register
from register.views.coverage import WORDS, Cell, coverage_view
from register.views.regions import by_region

LICENCE = "licences: [{number: 一, from: 2003-01-01, source: wen}]\n"
OLD = "licences: [{number: 二, from: 1999-01-01, source: wen}]\n"
HELD = "certifications: [{name: 质量管理体系认证, source: wen}]\n"
SCOPE = "scope: {licensed_from: 2001-01-01, licensed_to: 2005-12-31}\n"


def cells(register: Register, year: int) -> dict[str, Cell]:
    view = coverage_view(register, by_region(register))
    row = next(each for each in view.years if each.year == year)
    return {cell.region: cell for cell in row.cells}


def said(cell: Cell) -> dict[str, int]:
    return {word: number for word, number in zip(WORDS, cell.numbers, strict=True) if number}


def test_each_station_is_counted_once_and_for_what_is_known(built: Built) -> None:
    register = built(
        station("jia", 1, LICENCE),
        station("jia", 2, LICENCE),
        station("jia", 3, LICENCE + HELD),
        station("jia", 4, OLD),
        station("jia", 5),
        station("jia", 6, LICENCE),
        round_("r", 2006, f"region: jia\n{SCOPE}"),
        notice("wen", "2007-01-10", results("r", 合格=["jia-1"], 未查=["jia-6"], 撤销=7)),
    )
    assert said(cells(register, 2006)["jia"]) == {
        "已评定": 1,
        "免检": 1,
        "未参评": 1,
        "没有列入": 1,
        "不在范围": 1,
        "范围不明": 1,
        "名单未公布": 7,
    }


def test_years_without_a_document_are_there_and_say_so(built: Built) -> None:
    register = built(
        station("jia", 1),
        station("yi", 1),
        round_("a", 2006, "region: jia\n"),
        round_("b", 2008, "region: jia\n"),
        notice("wen", "2009-01-10", results("b", 合格=["jia-1"])),
    )
    view = coverage_view(register, by_region(register))
    assert [row.year for row in view.years] == [2008, 2007, 2006]
    assert [bool(row.cells[0].rounds) for row in view.years] == [True, False, True]
    assert [row.cells[0].results for row in view.years] == [True, False, False]
    assert not any(row.cells[1].rounds for row in view.years)
    assert view.with_rounds == (2, 0)


def test_without_results_no_station_is_said_to_be_left_out(built: Built) -> None:
    register = built(station("jia", 1), round_("a", 2006, "region: jia\n"))
    assert said(cells(register, 2006)["jia"]) == {}


def test_a_withdrawn_result_is_none(built: Built) -> None:
    register = built(
        station("jia", 1),
        round_("a", 2006, "region: jia\n"),
        notice("wen", "2007-01-10", results("a", 合格=["jia-1"])),
        notice("m", "2007-02-10", "amends: [{notice: wen, how: withdraws}]\n"),
    )
    cell = cells(register, 2006)["jia"]
    assert (cell.results, said(cell)) == (False, {})


def test_a_round_of_the_whole_country_counts_in_every_region(built: Built) -> None:
    register = built(
        station("jia", 1),
        station("yi", 1),
        round_("a", 2006),
        notice("wen", "2007-01-10", results("a", 合格=["jia-1"], 不合格=4)),
    )
    found = cells(register, 2006)
    assert said(found["jia"]) == {"已评定": 1}
    assert said(found["yi"]) == {"没有列入": 1}
    row = coverage_view(register, by_region(register)).years[0]
    assert said(row.country) == {"名单未公布": 4}
    assert row.country.elsewhere == 1
    assert dict(zip(WORDS, row.total, strict=True))["名单未公布"] == 4


def test_what_begins_after_today_does_not_count_yet(built: Built) -> None:
    later = results("a", 合格=["jia-1"]).replace(
        "- grade: 合格\n", "- grade: 合格\n        effective: 2030-01-01\n"
    )
    register = built(
        station("jia", 1), round_("a", 2006, "region: jia\n"), notice("wen", "2007-01-10", later)
    )
    cell = cells(register, 2006)["jia"]
    assert (cell.results, said(cell)) == (False, {})
