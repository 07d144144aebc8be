"""A round: who is in scope and how far, its dates as printed, its results, its visits."""

from datetime import date

from tests.views.conftest import Built, notice, results, round_, station

from register.register import Register
from register.views.home import home_view
from register.views.round.page import RoundPage, round_pages
from register.views.round.visits import visit_views

DATED = """\
region: jia
stages:
  - {name: 自查, from: 2010-07-01, to: 2010-07-10, printed: 7月上旬}
  - {name: 通报, printed: 二0一一年, source: wen}
deadlines:
  - {who: 鉴定所, what: 报告, due: 2010-07-10, printed: 7月10日前, step: self}
progress:
  - {step: self, on: 2010-07-09, stations: [jia-1]}
  - {step: self, on: 2010-07-11, stations: [jia-2]}
sic:
  - {at: deadlines, printed: 7月10日前, read_as: 2010年7月10日, because: 没有写年份}
"""
SIC = "sic:\n  - {at: stages, printed: 二0一一年, read_as: 二〇一一年, because: 〇印成0}\n"


def page(register: Register, id_: str = "r") -> RoundPage:
    return next(view for view in round_pages(register) if view.short.id == id_)


def dated(built: Built) -> RoundPage:
    register = built(
        station("jia", 1, "city: 北市\n"),
        station("jia", 2, "city: 北市\n"),
        station("jia", 3),
        station("yi", 1),
        round_("r", 2010, DATED),
        notice("wen", "2011-03-01", SIC + results("r", 合格=["jia-1"], 撤销=["jia-3"], 不合格=2)),
    )
    return page(register)


def test_printed_days_stand_beside_ours_with_their_reading(built: Built) -> None:
    view = dated(built)
    assert [(s.printed, s.read_as, s.since) for s in view.stages] == [
        ("7月上旬", "", date(2010, 7, 1)),
        ("二0一一年", "二〇一一年", None),
    ]
    assert view.stages[0].about == "各所自查"
    assert [(d.printed, d.read_as, d.about) for d in view.deadlines] == [
        ("7月10日前", "2010年7月10日", "报告（自查）")
    ]


def test_steps_are_counted_by_city(built: Built) -> None:
    progress = dated(built).progress
    assert progress
    assert [(row.where, row.on_file, row.within) for row in progress.places] == [
        ("北市", 2, 2),
        ("没有写明市（州）", 1, 1),
    ]
    assert progress.states == ("已办", "迟办", "逾期未收录", "未到期或没写期限", "不要求或没抽到")
    first = [(where, rows[0]) for where, rows in progress.steps]
    assert [(where, row.step, row.within, row.numbers) for where, row in first] == [
        ("北市", "自查", 2, (1, 1, 0, 0, 0)),
        ("没有写明市（州）", "自查", 1, (0, 0, 1, 0, 0)),
        ("合计", "自查", 3, (1, 1, 1, 0, 0)),
    ]


def test_the_late_and_those_with_nothing_on_file_are_named(built: Built) -> None:
    progress = dated(built).progress
    assert progress
    assert [(b.station.words, b.late, b.missing) for b in progress.behind] == [
        ("jia-2所", ("自查（2010年7月11日，期限是2010年7月10日）",), ()),
        ("jia-3所", (), ("自查",)),
    ]


def test_without_any_progress_on_file_nobody_is_behind(built: Built) -> None:
    register = built(station("jia", 1), round_("r", 2010, "region: jia\n"))
    progress = page(register).progress
    assert progress
    assert (progress.steps, list(progress.behind)) == ((), [])


def test_a_count_leads_to_its_grade_on_the_rounds_page(built: Built) -> None:
    view = dated(built)
    assert [(c.grade, c.number, c.path) for c in view.short.counts] == [
        ("合格", 1, "rounds/r/#grade-1"),
        ("不合格", 2, "rounds/r/#grade-4"),
        ("撤销", 1, "rounds/r/#grade-5"),
    ]
    assert [grade.anchor for grade in view.grades] == ["grade-1", "grade-4", "grade-5"]
    assert [(row.where, row.numbers) for row in view.cities] == [
        ("北市", (1, 0, 0)),
        ("没有写明市（州）", (0, 0, 1)),
    ]


def test_a_withdrawn_list_is_shown_as_such_and_not_counted(built: Built) -> None:
    register = built(
        station("jia", 1),
        round_("r", 2010, "region: jia\n"),
        notice("wen", "2011-03-01", results("r", 合格=["jia-1"])),
        notice("m", "2011-04-01", "amends: [{notice: wen, how: withdraws}]\n"),
    )
    view = page(register)
    assert view.short.counts == ()
    assert view.short.documents == ()
    assert view.short.empty == "收录的结果文件都已撤回或代替。"
    [given] = [given for grade in view.grades for given in grade.given]
    assert [(by.notice.path, by.how) for by in given.ended] == [("notices/m/", "撤回")]


def test_the_key_inspection_lists_who_stood_so_when_the_round_began(built: Built) -> None:
    register = built(
        station("jia", 1),
        station("jia", 2),
        round_("a", 2009, "region: jia\n"),
        round_("r", 2010, "region: jia\n"),
        notice("wen", "2009-12-01", results("a", 合格=["jia-1"], 不合格=["jia-2"])),
    )
    progress = page(register).progress
    assert progress
    assert progress.assumed == "文件没有写这次检查哪天开始，本站按2010年1月1日算。"
    [(step, start, asked)] = progress.asked
    assert (step, start) == ("重点检查", "2010年1月1日")
    assert [(a.station.words, a.mark.words, a.document.path) for a in asked] == [
        ("jia-2所", "2009年度限期整改", "notices/wen/")
    ]


def test_home_shows_every_round_of_a_regions_newest_year_with_results(built: Built) -> None:
    register = built(
        station("jia", 1),
        round_("a", 2009, "region: jia\n"),
        round_("b", 2010, "region: jia\n"),
        round_("c", 2010, "region: jia\n"),
        round_("d", 2011, "region: jia\n"),
        *(notice(f"n{id_}", "2011-12-01", results(id_, 合格=["jia-1"])) for id_ in "abc"),
    )
    assert [view.id for view in home_view(register).rounds] == ["b", "c"]


VISIT = """\
id: one
region: jia
city: 北市
exam: 2010-05-20
sites: [{name: 第一中学}, {name: 甲校, station: jia-1}]
reports:
  - step: before
    findings:
      - {what: 标识齐全, kind: fine}
      - {what: 没有考号, kind: handled, site: 第一中学}
form_copies: 2
"""


def test_a_visit_goes_through_the_schemes_steps_even_where_nothing_is_on_file(built: Built) -> None:
    register = built(
        station("jia", 1),
        round_("r", 2010, "region: jia\n"),
        {"rounds/r/visits/one.yml": VISIT},
    )
    [view] = visit_views(register)
    assert (view.title, view.path) == ("北市2010年5月20日考试督导", "rounds/r/visits/one/")
    assert page(register).visits[0].path == view.path
    assert [(s.name, [(f.kind, f.site) for f in s.findings]) for s in view.steps] == [
        ("考前", [("符合", ""), ("当场处理", "第一中学")]),
        ("考后", []),
    ]
    assert [(words, number) for _, words, number in view.tallies] == [
        ("符合", 1),
        ("有问题", 0),
        ("当场处理", 1),
    ]


def test_a_replaced_list_is_no_basis_and_what_replaces_it_says_so(built: Built) -> None:
    later = "amends: [{notice: wen, how: replaces}]\n" + results("r", 不合格=["jia-1"])
    register = built(
        station("jia", 1),
        round_("r", 2010, "region: jia\n"),
        notice("wen", "2011-03-01", results("r", 合格=["jia-1"])),
        notice("m", "2011-04-01", later),
    )
    view = page(register)
    assert [link.path for link in view.short.documents] == ["notices/m/"]
    [source] = view.sources
    assert (source.notice.path, [link.path for link in source.replaces]) == (
        "notices/m/",
        ["notices/wen/"],
    )
    [first] = [g for grade in view.grades for g in grade.given if g.ended]
    changed = first.group.listed[0].changed
    assert changed
    assert (changed.grade, changed.notice.path) == ("不合格", "notices/m/")


HIDDEN = "publication: {basis: 依据, until: 2011-05-01}\n"


def test_each_grade_says_why_some_have_no_name(built: Built) -> None:
    unmatched = "        unmatched: [{printed: 某所}]\n"
    given = results("r", 合格=5, 不合格=["jia-1"]) + unmatched
    given += "      - grade: 撤销\n        stations: {jia-2: jia-2所}\n        " + HIDDEN
    register = built(
        station("jia", 1),
        station("jia", 2),
        round_("r", 2010, "region: jia\n"),
        notice("wen", "2011-03-01", given),
    )
    view = page(register)
    assert [(c.number, c.without) for c in view.short.counts] == [
        (5, "合格的5个都没有公布名单。没有列名的，不能当作合格。"),
        (2, "不合格的2个里，1个文件列了名、本站还没有档案。"),
        (1, "撤销的1个，公开期已满或已撤回、不再列出。"),
    ]
    groups = [given.group for grade in view.grades for given in grade.given]
    assert [(g.total, g.unmatched, g.without) for g in groups] == [
        (5, (), "5个都没有公布名单。没有列名的，不能当作合格。"),
        (2, ("某所",), ""),
        (1, (), "1个，公开期已满或已撤回，名单不再列出。"),
    ]


def test_those_in_scope_and_in_no_list_are_counted_and_not_called_failed(built: Built) -> None:
    held = "certifications: [{name: 质量管理体系认证, source: wen}]\n"
    register = built(
        station("jia", 1),
        station("jia", 2),
        station("jia", 3, held),
        round_("r", 2010, "region: jia\n"),
        notice("wen", "2011-03-01", results("r", 合格=["jia-1", "jia-3"], 不合格=4)),
    )
    progress = page(register).progress
    assert progress
    assert (progress.total.within, progress.total.unlisted, progress.total.exempt) == (2, 1, 1)
    assert "不等于不合格" in progress.unlisted
    assert "有4个，可能在其中" in progress.unlisted
    assert progress.exempt_results == "其中1个评为合格。"


def test_a_decision_whose_day_is_to_come_does_not_count_yet(built: Built) -> None:
    later = results("r", 撤销=["jia-1"]).replace(
        "- grade: 撤销\n", "- grade: 撤销\n        effective: 2030-01-01\n"
    )
    register = built(
        station("jia", 1),
        round_("r", 2010, "region: jia\n"),
        notice("wen", "2011-03-01", later),
    )
    view = page(register)
    assert (view.short.counts, view.progress and view.progress.total.unlisted) == ((), 0)
    [given] = [given for grade in view.grades for given in grade.given]
    assert given.group.begins == "文件写的生效日期是2030年1月1日。"
