"""Numerals: tables of what is read and what is refused; both ways for every ordinal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from register.names.numerals import DIGITS, ordinal_in, to_chinese, to_int, without_ordinal

READ = [
    ("六", 6),
    ("十", 10),
    ("十五", 15),
    ("一十五", 15),
    ("二十", 20),
    ("五十五", 55),
    ("一百", 100),
    ("一百零一", 101),
    ("一百〇一", 101),
    ("一百○一", 101),
    ("一百一十", 110),
    ("两百", 200),
    ("一千零一十", 1010),
    ("二〇一一", 2011),
    ("二○一一", 2011),
    ("55", 55),
    ("５５", 55),
    ("007", 7),
]
READ += [("一万", 10000), ("一万零五", 10005), ("一百十五", 115), ("九千九百九十九", 9999)]
REFUSED = [
    "",
    "甲",
    "第六",
    "六所",
    "十百",
    "1.5",
    "-6",
    "²",
    "①",
    "一百一",
    "一千五",
    "百",
    "万",
    "20十",
    "万万",
]
NAMES = [
    ("甘肃省第六国家职业技能鉴定所", 6),
    ("甘肃省第五十五国家职业技能鉴定所", 55),
    ("第85国家职业技能鉴定所", 85),
    ("第１２职业技能鉴定站", 12),
    ("第二冶金学校第十五职业技能鉴定所", 15),
    ("甘肃省第六国家职业技能鉴定所(第二机械厂承建)", 6),
    ("清溪市职业技能鉴定站", None),
    ("第二机械厂", None),
    ("中核四零四厂鉴定所", None),
]


@pytest.mark.parametrize(("text", "number"), READ)
def test_a_numeral_is_read(text: str, number: int) -> None:
    assert to_int(text) == number


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_numeral_is_none(text: str) -> None:
    assert to_int(text) is None


@pytest.mark.parametrize(("name", "ordinal"), NAMES)
def test_the_ordinal_of_a_name_is_the_stations(name: str, ordinal: int | None) -> None:
    assert ordinal_in(name) == ordinal


@given(st.integers(min_value=1, max_value=9999))
def test_every_ordinal_is_written_and_read_alike(number: int) -> None:
    assert to_int(to_chinese(number)) == number
    assert ordinal_in(f"云岭省第{to_chinese(number)}国家职业技能鉴定所") == number


@given(st.from_regex(rf"[{DIGITS}]{{1,40}}", fullmatch=True))
def test_any_run_of_numerals_is_a_number_or_none(text: str) -> None:
    number = to_int(text)
    assert number is None or number >= 0


@given(st.text(max_size=60))
def test_any_name_has_an_ordinal_or_none(name: str) -> None:
    assert ordinal_in(name) is None or "第" in name


def test_names_without_their_ordinals_are_alike() -> None:
    names = [f"甘肃省第{to_chinese(n)}国家职业技能鉴定所" for n in (1, 15, 85, 100)]
    assert {without_ordinal(name) for name in names} == {"甘肃省第国家职业技能鉴定所"}
