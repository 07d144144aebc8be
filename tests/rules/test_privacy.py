"""Personal data: what is found, wherever it stands, and what is left alone."""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.rules.conftest import Copy

NOTICE = "notices/yunling-2020-88.yml"
FOUND = [
    ("13900000000", "mobile-number"),
    ("+86 139-0000-0000", "mobile-number"),
    ("１３９００００００００", "mobile-number"),
    ("电话：139 0000 0000。", "mobile-number"),
    ("11010519491231002X", "identity-number"),
    ("110105 19491231 002x", "identity-number"),
    ("身份证号 110105********002X", "identity-number"),
    ("someone@163.com", "private-mail"),
    ("寄 someone＠QQ.com 即可", "private-mail"),
    ("13900000000@139.com", "private-mail"),
    ("someone#foxmail.com", "private-mail"),
    ("联系人：王某某", "person-named"),
    ("负责人李某", "person-named"),
    ("所长: 张某某（收）", "person-named"),
]
LEFT_ALONE = [
    "0999-5550100",
    "12345",
    "110105194912310021",
    "20200720139000000001",
    "139000000001",
    "office@example.gov.cn",
    "https://example.org/13900000000.html",
    "负责人为高级技师",
    "由负责人签字",
    "确定一名联系人",
    "联系人：省职业技能鉴定指导中心",
    "望舒学院长方形场地",
    "车间主任陈述情况",
]


@pytest.mark.parametrize(("text", "rule"), FOUND)
def test_personal_data_are_found_in_a_value(register: "Copy", text: str, rule: str) -> None:
    register.swap(NOTICE, "现场验收", f'"{text}"')
    assert [line.split(" ")[2].split("：")[0] for line in register.findings()] == [rule]


@pytest.mark.parametrize(("text", "rule"), FOUND)
def test_personal_data_are_found_in_a_comment(register: "Copy", text: str, rule: str) -> None:
    register.swap(NOTICE, "现场验收", f"现场验收 # {text}")
    assert [line.split(" ")[2].split("：")[0] for line in register.findings()] == [rule]


@pytest.mark.parametrize(("text", "_rule"), FOUND)
def test_a_finding_does_not_repeat_what_it_found(register: "Copy", text: str, _rule: str) -> None:
    register.swap(NOTICE, "现场验收", f'"{text}"')
    (finding,) = register.findings()
    assert text not in finding
    assert "0000" not in finding


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_is_no_persons_is_left_alone(register: "Copy", text: str) -> None:
    register.swap(NOTICE, "现场验收", f'"{text}"')
    assert register.findings() == []
