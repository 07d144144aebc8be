"""Several stations on one line, each with how it fared behind its name."""

from collections.abc import Callable, Sequence

import pytest
from tests.importing.test_precision import read

from register.importing.account import Use
from register.reading import Dataset

Empty = Callable[[Sequence[str]], Dataset]
GRADES = ("合格", "限期整改", "撤销")
ONE, TWO, THREE = (
    "青河市机械职业技能鉴定站",
    "白水市电力职业技能鉴定站",
    "临江县粮食职业技能鉴定所",
)


@pytest.mark.parametrize(
    "line",
    [
        f"{ONE} 合格 {TWO} 限期整改 {THREE} 撤销",
        f"{ONE}  合格    {TWO}  限期整改    {THREE}  撤销",
        f"{ONE}\t合格\t{TWO}\t限期整改\t{THREE}\t撤销",
        f"{ONE} 合格；{TWO} 限期整改；{THREE} 撤销；",
        f"{ONE} 合格;{TWO} 限期整改;{THREE} 撤销。",
        f"{ONE}：合格；{TWO}：限期整改；{THREE}：撤销。",
        f"1.{ONE} 合格 2.{TWO} 限期整改 3.{THREE} 撤销",
        f"1\t{ONE}\t合格\t2\t{TWO}\t限期整改\t3\t{THREE}\t撤销",
        f"{ONE}（合格） {TWO}（限期整改） {THREE}（撤销）",
    ],
)
def test_pairs_of_name_and_outcome(empty: Empty, line: str) -> None:
    proposal = read(empty(GRADES), line)
    found = [(s.grade, proposal.stations.new[s.id].name) for s in proposal.decided.settled.values()]
    assert found == [("合格", ONE), ("限期整改", TWO), ("撤销", THREE)]
    assert [i.mark.use for i in proposal.account.items] == [Use.TAKEN]


def test_pairs_keep_their_hosts(empty: Empty) -> None:
    proposal = read(empty(GRADES), f"{ONE} 青河机械厂 合格 {TWO} 白水供电公司 撤销")
    assert [(s.grade, s.printed) for s in proposal.decided.settled.values()] == [
        ("合格", f"{ONE}(青河机械厂承建)"),
        ("撤销", f"{TWO}(白水供电公司承建)"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        f"{ONE} {TWO} 合格",
        f"{ONE} 合格 {TWO}",
        f"{ONE} 合格 {TWO} 未定",
        f"{ONE} 合格 {TWO} 拟撤销",
        f"{ONE} 合格 {TWO} 合格 撤销",
    ],
)
def test_a_line_that_is_not_all_pairs_places_no_doubtful_name(empty: Empty, line: str) -> None:
    proposal = read(empty(GRADES), line)
    assert TWO not in {s.printed for s in proposal.decided.settled.values()}
    named = [u.text for u in proposal.found.unplaced] + [c.text for c in proposal.found.clues]
    assert any(TWO in text for text in named)
