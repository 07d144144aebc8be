"""Legal steps: what resets them, what does not count, and whose scheme is asked."""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.rules.conftest import Copy

SCHEME = """\
id: haixi-shiyan
name: 海西省试行检查办法
region: haixi
grades:
  - {grade: 合格, standing: qualified}
  - {grade: 整改, standing: rectifying}
  - {grade: 拟撤销, standing: proposed-revocation}
  - {grade: 撤销, standing: revoked}
  - {grade: 未参评, standing: not-assessed}
legal_steps:
  - {after: qualified, may: [qualified, rectifying]}
  - {after: rectifying, may: [qualified, rectifying, proposed-revocation]}
  - {after: proposed-revocation, may: [qualified, revoked]}
"""
STATION = "id: haixi-40\nname: 海西省第四十国家职业技能鉴定所\nordinal: 40\n"
HERE = "data/notices/haixi-9"


@pytest.fixture
def history(register: "Copy") -> "Copy":
    """The sample with a station that nobody spoke of, and a scheme with legal steps."""
    register.put("schemes/haixi-shiyan.yml", SCHEME)
    register.put("stations/haixi/haixi-40.yml", STATION)
    for year in (2021, 2022, 2023, 2024):
        text = f"id: shiyan-{year}\nname: {year}年度检查\nscheme: haixi-shiyan\n"
        register.put(f"rounds/shiyan-{year}.yml", f"{text}region: haixi\nyear: {year}\n")
    return register


def decide(register: "Copy", year: int, grade: str, more: str = "") -> None:
    """Have a document of the year's end give the station a grade."""
    text = f"id: haixi-9{year}\ntitle: 通报\ndecided: {year}-12-01\n{more}rounds:\n"
    text += f"  - round: shiyan-{year}\n    decisions:\n      - grade: {grade}\n"
    text += "        rectify: {due: 2026-01-01}\n" if grade == "整改" else ""
    text += "        stations: {haixi-40: 海西省第四十国家职业技能鉴定所}\n"
    register.put(f"notices/haixi-9{year}.yml", text)


def act(register: "Copy", year: int, said: str) -> None:
    """Have a document of midsummer act on the station."""
    text = f"id: haixi-9{year}-6\ntitle: 通知\ndecided: {year}-06-01\n"
    register.put(f"notices/haixi-9{year}-6.yml", f"{text}acts:\n  - {{{said}}}\n")


def found(register: "Copy") -> list[str]:
    return [line.split("；")[0] for line in register.findings()]


def test_what_may_follow_is_silent(history: "Copy") -> None:
    for year, grade in ((2021, "合格"), (2022, "整改"), (2023, "拟撤销"), (2024, "撤销")):
        decide(history, year, grade)
    assert found(history) == []


def test_what_may_not_follow_is_found_at_the_later_document(history: "Copy") -> None:
    decide(history, 2021, "合格")
    decide(history, 2022, "拟撤销")
    assert found(history) == [
        (
            f"{HERE}2022.yml:8:20 错误 step-not-allowed：haixi-40 由文件 haixi-92021 列为"
            "“合格”（合格），这里是“拟撤销”（拟撤销）"
        )
    ]


def test_not_assessed_neither_is_a_step_nor_hides_one(history: "Copy") -> None:
    decide(history, 2021, "拟撤销")
    decide(history, 2022, "未参评")
    decide(history, 2023, "合格")
    assert found(history) == []
    decide(history, 2023, "整改")
    assert [line.split("：")[0] for line in found(history)] == [
        f"{HERE}2023.yml:9:20 错误 step-not-allowed"
    ]


def test_a_withdrawn_document_takes_no_step(history: "Copy") -> None:
    decide(history, 2021, "合格")
    decide(history, 2022, "拟撤销")
    decide(history, 2023, "合格", "amends: [{notice: haixi-92022, how: withdraws}]\n")
    assert found(history) == []


def test_a_correction_is_no_step(history: "Copy") -> None:
    decide(history, 2021, "拟撤销")
    decide(history, 2022, "整改", "amends: [{notice: haixi-92021, how: corrects}]\n")
    assert found(history) == []


def test_a_new_licence_begins_anew(history: "Copy") -> None:
    decide(history, 2021, "撤销")
    act(history, 2022, "act: re-license, stations: [haixi-40]")
    decide(history, 2023, "拟撤销")
    assert found(history) == []


def test_an_act_takes_a_step_by_the_scheme_of_the_decision_before(history: "Copy") -> None:
    decide(history, 2021, "合格")
    act(history, 2022, "act: suspend, stations: [haixi-40]")
    assert [line.split("：")[0] for line in found(history)] == [
        f"{HERE}2022-6.yml:5:31 错误 step-not-allowed"
    ]


def test_after_a_resumption_the_standing_before_counts(history: "Copy") -> None:
    history.swap("schemes/haixi-shiyan.yml", "[qualified, rectifying]}", "[suspended]}")
    decide(history, 2021, "合格")
    act(history, 2022, "act: suspend, stations: [haixi-40]")
    act(history, 2023, "act: resume, stations: [haixi-40]")
    decide(history, 2024, "整改")
    assert [line.split("：")[0] for line in found(history)] == [
        f"{HERE}2024.yml:9:20 错误 step-not-allowed"
    ]


def test_a_scheme_without_legal_steps_is_not_asked(history: "Copy") -> None:
    steps = SCHEME[: SCHEME.index("legal_steps")]
    history.put("schemes/haixi-shiyan.yml", steps)
    decide(history, 2021, "合格")
    decide(history, 2022, "拟撤销")
    assert found(history) == []
