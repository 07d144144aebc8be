"""Script: what is cleaned, what is left alone, and which spellings are one name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from register.names.script import comparable, half_width, simplified, tidy, without_debris

TIDIED = [
    ("甘肅省第一國家職業(yè)技能鑒定所", "甘肃省第一国家职业技能鉴定所"),
    ("蘭州資源環(huán)境職業(yè)技術(shù)學(xué)院", "兰州资源环境职业技术学院"),
    ("長風(fēng)信息集團(tuán)", "长风信息集团"),
    ("甘肅關（guān）于年檢", "甘肃关于年检"),
    ("第１２鉴定所Ａ座", "第12鉴定所A座"),
    ("云岭　学校", "云岭 学校"),
]
LEFT = [
    "甘肃省第一国家职业技能鉴定所",
    "云岭学校（望舒校区）",
    "云岭学校(ABC)",
    "云岭学校（2）",
    "乾县职业学校",
    "通报：关于年检，共53所。",
    "通报：共5所（含3所）！",
]
ALIKE = [
    ("清溪（市）鉴定站", "清溪(市)鉴定站"),
    ("清溪市 鉴定站", "清溪市鉴定站"),
    ("清溪·鉴定站", "清溪鉴定站"),
    ("甘肅省鑒定所", "甘肃省鉴定所"),
    ("云岭Ａ厂", "云岭a厂"),
    ("云岭１厂", "云岭1厂"),
]
APART = [
    ("清溪市鉴定站", "清溪市鉴定所"),
    ("第一鉴定所", "第七鉴定所"),
    ("长庆石油高级技工学", "长庆石油高级技工学校"),
]


@pytest.mark.parametrize(("name", "neat"), TIDIED)
def test_an_untidy_name_is_tidied(name: str, neat: str) -> None:
    assert tidy(name) == neat


@pytest.mark.parametrize("name", LEFT)
def test_a_tidy_name_is_left_alone(name: str) -> None:
    assert tidy(name) == name


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_spellings_of_one_name_compare_equal(one: str, other: str) -> None:
    assert comparable(one) == comparable(other)


@pytest.mark.parametrize(("one", "other"), APART)
def test_names_that_differ_compare_unequal(one: str, other: str) -> None:
    assert comparable(one) != comparable(other)


@given(st.text("甘肅省鑒(jiàn)（）１Ａa b·第一乾县燥", max_size=40))
def test_cleaning_twice_is_cleaning_once(name: str) -> None:
    assert comparable(comparable(name)) == comparable(name)
    assert half_width(half_width(name)) == half_width(name)


@given(st.text(alphabet=st.characters(max_codepoint=127), max_size=80))
def test_plain_ascii_is_never_changed(text: str) -> None:
    assert tidy(text) == simplified(text) == half_width(text) == without_debris(text) == text
