"""Exceptions: a file may accept a finding with a reason; firm rules know none."""

from typing import TYPE_CHECKING

import pytest

from register.rules import RULES

if TYPE_CHECKING:
    from tests.rules.conftest import Copy

NOTICE = "notices/haixi-2022-61.yml"
HOST = "hosts/yunling/ruomu-shangmao-xuexiao.yml"


def accept(register: "Copy", path: str, rule: str) -> None:
    text = (register.root / path).read_text(encoding="utf-8")
    register.put(path, f"{text}accept:\n  - rule: {rule}\n    because: 原件如此，已核对\n")


def test_an_accepted_error_is_silent(register: "Copy") -> None:
    register.swap("notices/yunling-2024-9.yml", "合格: 3", "合格: 4")
    accept(register, "notices/yunling-2024-9.yml", "totals-differ")
    assert register.findings() == []


def test_an_accepted_hint_is_silent(register: "Copy") -> None:
    register.swap(NOTICE, "〔2022〕61号", "〔2021〕61号")
    accept(register, NOTICE, "number-year-differs")
    assert register.findings() == []


def test_acceptance_covers_its_own_file_only(register: "Copy") -> None:
    register.swap(NOTICE, "〔2022〕61号", "〔2021〕61号")
    accept(register, "notices/haixi-2022-7.yml", "number-year-differs")
    assert [line.split("：")[0] for line in register.findings()] == [
        "data/notices/haixi-2022-61.yml:2:9 提示 number-year-differs",
        "data/notices/haixi-2022-7.yml:33:11 提示 accept-unused",
    ]


def test_a_firm_rule_speaks_on(register: "Copy") -> None:
    register.swap(HOST, "id:", "# 13900000000\nid:")
    accept(register, HOST, "mobile-number")
    assert [line.split("：")[0] for line in register.findings()] == [
        f"data/{HOST}:1:3 错误 mobile-number",
        f"data/{HOST}:7:11 错误 rule-unknown",
    ]


@pytest.mark.parametrize("rule", [rule.name for rule in RULES if rule.firm])
def test_no_firm_rule_can_be_accepted(register: "Copy", rule: str) -> None:
    accept(register, HOST, rule)
    assert register.findings() == [
        (
            f"data/{HOST}:6:11 错误 rule-unknown：规则 {rule} 不允许有例外。"
            "请照那条规则改正数据，删去这一项。"
        )
    ]


def test_what_keeps_the_register_whole_and_clean_of_persons_is_firm() -> None:
    firm = {rule.name for rule in RULES if rule.firm}
    assert firm >= {
        "centre-unknown",
        "date-in-future",
        "duplicate-id",
        "format-unknown",
        "figure-unknown",
        "grade-unknown",
        "host-unknown",
        "id-gone",
        "id-malformed",
        "id-not-stem",
        "identity-number",
        "item-unknown",
        "mobile-number",
        "notice-unknown",
        "private-mail",
        "region-unknown",
        "round-unknown",
        "scheme-id-twice",
        "scheme-unknown",
        "sheet-station-differs",
        "sheet-unknown",
        "standard-measure-unknown",
        "station-unknown",
        "step-unknown",
        "visit-step-unknown",
    }
