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
        [("改名为新名", None)],
        [("新许可证甲字1号", None)],
        [("并入", "stations/jia-2/")],
        [("交回印章", None)],
        [],
    ]
    assert [act.withheld for act in acts] == [False] * 6 + [True]
    assert acts[-1].subjects == ()


def test_a_total_of_a_split_grade_stands_at_neither_part(built: Built) -> None:
    decisions = results("r", 合格=["jia-1"]) + "      - grade: 合格\n        unnamed: 2\n"
    text = decisions.replace("    decisions", "    totals: {合格: 3}\n    decisions")
    register = built(station("jia", 1), round_("r", 2010), notice("wen", "2011-01-01", text))
    [part] = notice_view(register, "wen").parts
    assert part.totals == "合格3个"
    assert [group.total for group in part.groups] == [None, None]


def test_a_mention_says_whether_it_commends_or_exposes(built: Built) -> None:
    mentions = "mentions:\n  - {for: 管理好, kind: commend, stations: [jia-1]}\n"
    mentions += "  - {for: 管理乱, kind: expose, stations: [jia-1]}\n"
    mentions += "  - {for: 别的, stations: [jia-1]}\n"
    register = built(station("jia", 1), notice("wen", "2010-06-01", mentions))
    assert [m.kind for m in notice_view(register, "wen").mentions] == ["表扬", "曝光", "提到"]
