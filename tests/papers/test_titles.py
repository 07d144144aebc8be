"""Titles: lines of like length that end where a word ends."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from register.papers.titles import ROOM, _breaks, inset


def lines(title: str) -> list[str]:
    width = ROOM - 2 * inset(title)
    places = [0, *_breaks(title, width), len(title)]
    return [title[a:b] for a, b in pairwise(places)]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("关于整改验收结果的通报", ["关于整改验收结果的通报"]),
        (
            "关于2010年度全省职业技能鉴定机构年检评估情况的通报",
            ["关于2010年度全省职业技能鉴定", "机构年检评估情况的通报"],
        ),
        (
            "关于2019年度职业技能鉴定所（站）检查情况的通报",
            ["关于2019年度职业技能鉴定所（站）", "检查情况的通报"],
        ),
    ],
)
def test_a_title_breaks_between_words(title: str, expected: list[str]) -> None:
    assert lines(title) == expected


@given(st.text(st.sampled_from("关于职业技能鉴定所的通知，（）〔〕《》“”2024a、"), max_size=80))
def test_a_title_is_never_set_in_so_far_that_a_line_has_no_room(title: str) -> None:
    assert 0 <= inset(title) < ROOM / 2 - 1
    assert "".join(lines(title)) == title
