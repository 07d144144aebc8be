"""A name in a sentence or behind an outline number is the name alone."""

from collections.abc import Callable, Sequence

import pytest
from tests.importing.test_precision import read

from register.importing.layouts import listed_in
from register.importing.station_names import names_in
from register.reading import Dataset

Empty = Callable[[Sequence[str]], Dataset]
STATION = "青河市机械职业技能鉴定站"


@pytest.mark.parametrize(
    "lead",
    [
        "三、对",
        "3、将",
        "（三）对",
        "决定对",
        "现对",
        "省人力资源社会保障厅对",
        "四、同意",
        "五、给予",
        "其中",
        "对白水市电力职业技能鉴定站予以限期整改、对",
    ],
)
def test_the_words_that_lead_to_a_name_are_no_part_of_it(lead: str) -> None:
    assert names_in(f"{lead}{STATION}予以撤销")[-1].name == STATION


@pytest.mark.parametrize(
    "name",
    ["将乐县职业技能鉴定所", "对外经贸大学职业技能鉴定所", "向阳机械厂职业技能鉴定站"],
)
def test_a_name_that_begins_like_a_preposition_is_whole(name: str) -> None:
    assert [named.name for named in names_in(f"一、{name}、{name}合格")] == [name, name]
    assert [listed.name for listed in listed_in(name)] == [name]


def test_a_sentence_about_one_station_is_placed_under_its_name(empty: Empty) -> None:
    proposal = read(empty(("合格", "撤销")), f"三、对{STATION}（青河机械厂）予以撤销。")
    assert [(s.grade, s.printed) for s in proposal.decided.settled.values()] == [("撤销", STATION)]


def test_the_outline_number_of_a_list_in_one_line_is_no_part_of_a_name(empty: Empty) -> None:
    proposal = read(
        empty(("合格", "撤销")),
        f"（三）{STATION}（撤销）、白水市电力职业技能鉴定站（合格）、临江市职业技能鉴定所（责令整改）。",
    )
    assert [(s.grade, s.printed) for s in proposal.decided.settled.values()] == [
        ("撤销", f"{STATION}（撤销）"),
        ("合格", "白水市电力职业技能鉴定站（合格）"),
    ]
    assert [u.text for u in proposal.found.unplaced] == ["临江市职业技能鉴定所"]


@pytest.mark.parametrize(
    "text",
    [
        "1、{}2、{}3、{}",
        "（1）{}（2）{}（3）{}。",
        "1.{}； 2.{}； 3.{}。",
        "1.{} 2.{} 3.{}",
        "①{}②{}③{}",
        "1、{}（机械厂承建）2、{}3、{}",
    ],
)
def test_numbered_names_without_gaps_are_parted(empty: Empty, text: str) -> None:
    names = (STATION, "白水市电力职业技能鉴定站", "临江市职业技能鉴定所")
    proposal = read(empty(("合格", "撤销")), "一、合格（3所）", text.format(*names))
    assert [listed.listed.name for listed in proposal.found.placed] == [*names]
    assert proposal.decided.totals == {"合格": 3}
