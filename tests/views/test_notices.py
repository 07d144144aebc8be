"""A notice: what its acts say, in words, and what may not be said."""

from tests.views.conftest import Built, notice, results, round_, station

from register.views.notices import notice_view

ACTS = """\
acts:
  - {act: suspend, stations: [jia-1], on: 2010-07-01, until: 2010-12-31}
  - {act: strike, stations: [jia-1], occupations: [焊工, 钳工]}
  - {act: rename, stations: [jia-1], name: 新名}
  - {act: re-license, stations: [jia-1], licence: 甲字1号}
  - {act: merge, stations: [jia-1], into: jia-2}
  - {act: hand-back, stations: [jia-1], items: [印章]}
  - act: revoke
    stations: [jia-2]
    publication: {basis: 依据, until: 2011-01-01}
"""


def test_acts_say_all_that_they_hold(built: Built) -> None:
    register = built(station("jia", 1), station("jia", 2), notice("wen", "2010-06-01", ACTS))
    acts = notice_view(register, "wen").acts
    assert [[(d.words, d.to and d.to.path) for d in act.details] for act in acts] == [
        [("暂停到2010年12月31日", None)],
        [("取消焊工、钳工", None)],
        [("改为新名", None)],
        [("新许可证甲字1号", None)],
        [("并入", "stations/jia-2/")],
        [("交回印章", None)],
        [],
    ]
    assert [act.withheld for act in acts] == [False] * 6 + [True]
    assert acts[-1].subjects == ()


def test_each_part_of_a_split_grade_has_its_own_number(built: Built) -> None:
    decisions = results("r", 合格=["jia-1"]) + "      - grade: 合格\n        unnamed: 2\n"
    text = decisions.replace("    decisions", "    totals: {合格: 3}\n    decisions")
    register = built(station("jia", 1), round_("r", 2010), notice("wen", "2011-01-01", text))
    [part] = notice_view(register, "wen").parts
    assert part.totals == "合格3个"
    assert [group.total for group in part.groups] == [1, 2]


def test_a_mention_says_whether_it_commends_or_exposes(built: Built) -> None:
    mentions = "mentions:\n  - {for: 管理好, kind: commend, stations: [jia-1]}\n"
    mentions += "  - {for: 管理乱, kind: expose, stations: [jia-1]}\n"
    mentions += "  - {for: 别的, stations: [jia-1]}\n"
    register = built(station("jia", 1), notice("wen", "2010-06-01", mentions))
    assert [m.kind for m in notice_view(register, "wen").mentions] == ["表扬", "曝光", "提到"]


def renamed(on: str, name: str) -> dict[str, str]:
    return notice(f"n{on[:4]}", on, f"acts: [{{act: rename, stations: [jia-1], name: {name}}}]\n")


def test_a_renaming_shows_the_name_before_it(built: Built) -> None:
    aliases = "aliases: [最早的名, 中间的名]\n"
    now = {"stations/jia/jia-1.yml": f"id: jia-1\nname: 现在的名\n{aliases}"}
    register = built(now, renamed("2010-01-01", "中间的名"), renamed("2011-01-01", "现在的名"))
    lines = [notice_view(register, id_).acts[0] for id_ in ("n2010", "n2011")]
    assert [(line.subjects[0].words, line.details[0].words) for line in lines] == [
        ("最早的名", "改为中间的名"),
        ("中间的名", "改为现在的名"),
    ]


def test_where_the_name_before_is_not_known_only_the_new_one_is_shown(built: Built) -> None:
    now = {"stations/jia/jia-1.yml": "id: jia-1\nname: 新名\naliases: [甲名, 乙名]\n"}
    [line] = notice_view(built(now, renamed("2010-01-01", "新名")), "n2010").acts
    assert (line.title, line.subjects[0].words, line.details) == ("更名为", "新名", ())


def test_a_remark_that_repeats_the_act_is_said_once(built: Built) -> None:
    act = "acts: [{act: strike, stations: [jia-1], occupations: [焊工], remarks: 取消焊工}]\n"
    [line] = notice_view(built(station("jia", 1), notice("wen", "2010-06-01", act)), "wen").acts
    assert ([detail.words for detail in line.details], line.remarks) == (["取消焊工"], "")


def amends(id_: str, day: str, other: str) -> dict[str, str]:
    return notice(id_, day, f"amends: [{{notice: {other}, how: withdraws}}]\n")


def test_a_withdrawal_that_was_withdrawn_is_told_with_what_undid_it(built: Built) -> None:
    register = built(
        notice("a", "2010-01-01"), amends("b", "2010-02-01", "a"), amends("c", "2010-03-01", "b")
    )
    first, second = notice_view(register, "a"), notice_view(register, "b")
    [told] = first.amended
    assert (told.notice.path, told.how, first.ended) == ("notices/b/", "撤回", False)
    assert [(by.path, how) for by, how in told.undone] == [("notices/c/", "撤回")]
    assert ([each.undone for each in second.amended], second.ended) == ([()], True)


def test_a_line_that_a_later_document_changes_says_so(built: Built) -> None:
    later = "amends: [{notice: wen, how: corrects}]\n" + results("r", 合格=["jia-1"])
    register = built(
        station("jia", 1),
        station("jia", 2),
        round_("r", 2010),
        notice("wen", "2011-01-01", results("r", 不合格=["jia-1", "jia-2"])),
        notice("m", "2011-02-01", later),
    )
    lists = [notice_view(register, id_).parts[0].groups[0].listed for id_ in ("wen", "m")]
    changed = [[line.changed and line.changed.grade for line in listed] for listed in lists]
    assert changed == [["合格", None], [None]]


def test_what_may_not_be_shown_asks_for_nothing(built: Built) -> None:
    hidden = "        publication: {basis: 依据, until: 2011-05-01}\n"
    given = results("r", 不合格=["jia-1"]) + hidden
    register = built(station("jia", 1), round_("r", 2010), notice("wen", "2011-01-01", given))
    [group] = notice_view(register, "wen").parts[0].groups
    assert (group.duties, list(group.listed), group.total) == ((), [], 1)
