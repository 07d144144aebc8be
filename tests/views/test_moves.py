"""Moves: which round a round is compared with, who moved, who came and who is not listed."""

from tests.views.conftest import Built, notice, results, round_, station

from register.views.round.moves import moves_view, predecessors

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
        round_("a", 2006, "region: jia\n"),
        round_("b", 2007, "region: jia\n"),
        notice(
            "na", "2007-01-10", results("a", 合格=["jia-1", "jia-2", "jia-3"], 不合格=["jia-4"])
        ),
        notice("nb", "2008-01-10", results("b", 合格=["jia-1", "jia-5"], 不合格=["jia-2"], 撤销=2)),
    )
    view = moves_view(register, register.rounds["b"], register.rounds["a"])
    assert [grade for grade, _ in view.head] == ["合格", "不合格"]
    assert [(row.grade, row.numbers) for row in view.matrix] == [
        ("合格", (1, 1, 1)),
        ("不合格", (0, 0, 1)),
        ("上次没有列入", (1, 0, 0)),
    ]
    assert sum(row.total for row in view.matrix) == 5
    assert (view.same, view.unnamed) == (1, (0, 2))
    moved = [
        (row.subject.words, row.before and row.before.grade, row.after and row.after.grade)
        for row in view.rows
    ]
    assert moved == [
        ("jia-2所", "合格", "不合格"),
        ("jia-3所", "合格", None),
        ("jia-4所", "不合格", None),
        ("jia-5所", None, "合格"),
    ]
