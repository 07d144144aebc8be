"""Moves: which round a round is compared with, who moved, who came and who is not listed."""

from tests.views.conftest import Built, notice, results, round_, station

from register.views.round.moves import moves_view
from register.views.round.pairs import predecessors

THREE = [station("jia", number) for number in range(1, 6)]
OTHER = "id: bie\nname: 另一办法\ngrades:\n  - {grade: 通过, standing: qualified}\n"


def test_a_round_is_compared_with_the_newest_before_it_that_has_results(built: Built) -> None:
    register = built(
        *THREE,
        round_("a", 2006, "region: jia\n"),
        round_("b", 2007, "region: jia\n"),
        round_("c", 2008, "region: jia\n"),
        round_("d", 2009, "region: jia\n"),
        round_("e", 2009, "region: yi\n"),
        notice("na", "2007-01-10", results("a", 合格=["jia-1"])),
        notice("nb", "2008-01-10", results("b", 合格=3)),
        notice("nd", "2010-01-10", results("d", 合格=["jia-1"])),
        notice("ne", "2010-01-10", results("e", 合格=["jia-2"])),
    )
    assert {id_: before.id for id_, before in predecessors(register).items()} == {"d": "a"}


def test_the_same_scheme_goes_before_a_newer_round(built: Built) -> None:
    register = built(
        *THREE,
        {"schemes/bie.yml": OTHER},
        round_("a", 2006, "region: jia\n"),
        {"rounds/b.yml": "id: b\nname: b\nscheme: bie\nyear: 2007\nregion: jia\n"},
        round_("c", 2008, "region: jia\n"),
        notice("na", "2007-01-10", results("a", 合格=["jia-1"])),
        notice("nb", "2008-01-10", results("b", 通过=["jia-1"])),
        notice("nc", "2009-01-10", results("c", 合格=["jia-1"])),
    )
    assert {id_: before.id for id_, before in predecessors(register).items()} == {
        "b": "a",
        "c": "a",
    }
    view = moves_view(register, register.rounds["b"], register.rounds["a"])
    assert (view.same_scheme, view.same, list(view.rows)) == (False, 1, [])


def test_everyone_is_in_the_matrix_once(built: Built) -> None:
    register = built(
        *THREE,
        round_("a", 2007, "region: jia\n"),
        round_("b", 2008, "region: jia\n"),
        notice(
            "na", "2007-01-10", results("a", 合格=["jia-1", "jia-2", "jia-3"], 不合格=["jia-4"])
        ),
        notice("nb", "2008-01-10", results("b", 合格=["jia-1", "jia-5"], 不合格=["jia-2"], 撤销=2)),
    )
    view = moves_view(register, register.rounds["b"], register.rounds["a"])
    assert view.title == "甲省2008年度与2007年度检查结果比较"
    assert view.columns == ("合格", "不合格", "这次没有列入")
    assert [(row.grade, row.numbers) for row in view.matrix] == [
        ("合格", (1, 1, 1)),
        ("不合格", (0, 0, 1)),
        ("上次没有列入", (1, 0, 0)),
    ]
    assert sum(row.total for row in view.matrix) == 5
    assert (view.same, view.unnamed) == (1, (0, 2))
    assert view.kinds == (("等次变了", 1), ("只有一次列入", 3))
    moved = [
        (row.subject.words, row.before.grade or row.before.absent, row.after.grade, row.kind)
        for row in view.rows
    ]
    assert moved == [
        ("jia-2所", "合格", "不合格", "等次变了"),
        ("jia-3所", "合格", "", "只有一次列入"),
        ("jia-4所", "不合格", "", "只有一次列入"),
        ("jia-5所", "没有列入", "合格", "只有一次列入"),
    ]


def test_who_had_ended_or_is_out_of_scope_is_told_apart(built: Built) -> None:
    scope = "region: jia\nscope: {licensed_from: 2008-01-01}\n"
    new = "licences: [{number: 一, from: 2008-05-01, source: na}]\n"
    old = "licences: [{number: 二, from: 2001-05-01, source: na}]\n"
    register = built(
        station("jia", 1, new),
        station("jia", 2, new),
        station("jia", 3, old),
        round_("a", 2007, "region: jia\n"),
        round_("b", 2009, scope),
        notice("na", "2008-01-10", results("a", 合格=["jia-1", "jia-3"], 撤销=["jia-2"])),
        notice("nb", "2010-01-10", results("b", 合格=["jia-1"])),
    )
    view = moves_view(register, register.rounds["b"], register.rounds["a"])
    assert view.columns == ("合格", "这次不在范围内", "这次检查前已撤销等")
    assert [(row.subject.words, row.after.absent) for row in view.rows] == [
        ("jia-3所", "不在范围内"),
        ("jia-2所", "检查前已撤销等"),
    ]
    assert view.kinds == (("有一次不在范围内，或者检查前已撤销等", 2),)
    assert view.assumed == ("b检查：文件没有写这次检查哪天开始，本站按2009年1月1日算。",)
