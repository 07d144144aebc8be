"""Likeness: which names are near, and which pairs one slip of the pen separates."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from register.names.similar import near, nearest, one_apart

IDS = [f"gansu-{n:02}" for n in range(1, 86)]
NEAR = [
    ("gansu-08x", ["gansu-08"]),
    ("gansu-8", ["gansu-08", "gansu-18", "gansu-28"]),
    ("gnasu-55", ["gansu-55"]),
    ("shaanxi", []),
    ("", []),
]
SLIPS = [
    ("扶桑纺织厂", "扶桑纺职厂"),
    ("扶桑纺织厂", "扶桑纺织工厂"),
    ("长庆石油高级技工学", "长庆石油高级技工学校"),
    ("甲乙", "甲甲乙"),
]
NO_SLIPS = [
    ("扶桑纺织厂", "扶桑印染厂"),
    ("扶桑纺织厂", "扶桑纺织"[::-1]),
    ("甲乙丙", "乙丙丁"),
    ("甲", "甲"),
]


@pytest.mark.parametrize(("word", "found"), NEAR)
def test_the_nearest_come_first_and_far_ones_not_at_all(word: str, found: list[str]) -> None:
    assert nearest(word, IDS) == found


def test_what_is_near_is_said_in_chinese() -> None:
    assert near("gansu-08x", IDS) == "相近的有 gansu-08"
    assert near("优良", ["合格", "不合格"], every=True) == "可用的有 不合格、合格"
    assert near("优良", ["合格", "不合格"]) == "没有相近的"
    assert near("shaanxi", IDS, every=True) == "没有相近的"
    assert near("x", [], every=True) == "没有相近的"


@pytest.mark.parametrize(("one", "other"), SLIPS)
def test_one_slip_is_found(one: str, other: str) -> None:
    assert one_apart([one, other]) == [tuple(sorted((one, other)))]


@pytest.mark.parametrize(("one", "other"), NO_SLIPS)
def test_two_slips_are_not(one: str, other: str) -> None:
    assert one_apart([one, other]) == []


def test_a_series_is_no_slip() -> None:
    assert one_apart([f"云岭{letter}厂" for letter in "甲乙丙丁"]) == []


def edits(a: str, b: str) -> int:
    """The least number of characters to change, add or drop (the plain textbook table)."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row = row, [i]
        for j, y in enumerate(b, 1):
            row.append(min(last[j] + 1, row[-1] + 1, last[j - 1] + (x != y)))
    return row[-1]


@given(st.text("甲乙丙", max_size=5), st.text("甲乙丙", max_size=5))
def test_pairs_are_those_that_one_edit_separates(a: str, b: str) -> None:
    assert bool(one_apart([a, b])) == (edits(a, b) == 1)


def test_ten_thousand_names_take_a_moment() -> None:
    names = [f"{chr(0x4E00 + n)}{chr(0x5E00 + n % 97)}职业技能鉴定所" for n in range(10_000)]
    start = process_time()
    one_apart(names)
    assert process_time() - start < 2
