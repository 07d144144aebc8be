"""Acts are judged as of their own day; what a document may rightly say gives no finding."""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.rules.conftest import Copy

STATION = "id: haixi-40\nname: 海西省第四十国家职业技能鉴定所\nordinal: 40\n"
SHEET = "rounds/pingfen-2024/sheets/yunling-18.yml"
SCHEME = "schemes/yunling-pingfen.yml"


@pytest.fixture
def history(register: "Copy") -> "Copy":
    """The sample with a station that nobody spoke of."""
    register.put("stations/haixi/haixi-40.yml", STATION)
    return register


def notice(register: "Copy", id_: str, decided: str, said: str) -> None:
    """Have a document say something."""
    text = f"id: {id_}\ntitle: 通知\ndecided: {decided}\n{said}\n"
    register.put(f"notices/{id_}.yml", text)


def grade(grade_: str, round_: str = "ducha-2023", more: str = "") -> str:
    """Say the lines of a decision on the station."""
    text = f"rounds:\n  - round: {round_}\n    decisions:\n      - grade: {grade_}\n{more}"
    return f"{text}        stations: {{haixi-40: 海西省第四十国家职业技能鉴定所}}"


def act(said: str) -> str:
    """Say the lines of an act on the station."""
    return f"acts:\n  - {{{said}, stations: [haixi-40]}}"


def amends(id_: str, how: str) -> str:
    """Say the lines that change another document."""
    return f"amends: [{{notice: {id_}, how: {how}}}]\n"


def rules(register: "Copy") -> list[str]:
    """The place and rule of each finding."""
    return [line.split("：")[0].removeprefix("data/") for line in register.findings()]


def test_what_an_act_followed_may_be_replaced_afterwards(history: "Copy") -> None:
    notice(history, "a-1", "2023-06-01", grade("限期整改"))
    notice(history, "a-2", "2023-08-01", act("act: accept, follows: a-1"))
    notice(history, "a-3", "2023-10-01", amends("a-1", "replaces") + grade("限期整改"))
    assert rules(history) == []


def test_what_was_replaced_before_cannot_be_followed(history: "Copy") -> None:
    notice(history, "a-1", "2023-06-01", grade("限期整改"))
    notice(history, "a-2", "2023-07-01", amends("a-1", "withdraws"))
    notice(history, "a-3", "2023-08-01", act("act: accept, follows: a-1"))
    assert rules(history) == ["notices/a-3.yml:5:44 错误 result-without-rectification"]


def test_a_suspension_may_be_withdrawn_after_the_resumption(history: "Copy") -> None:
    notice(history, "a-1", "2023-06-01", act("act: suspend"))
    notice(history, "a-2", "2023-08-01", act("act: resume"))
    notice(history, "a-3", "2023-10-01", amends("a-1", "withdraws"))
    assert rules(history) == []


def test_an_act_is_judged_though_its_document_was_withdrawn(history: "Copy") -> None:
    notice(history, "a-1", "2023-06-01", act("act: resume"))
    notice(history, "a-2", "2023-08-01", amends("a-1", "withdraws"))
    assert rules(history) == ["notices/a-1.yml:5:30 错误 resume-without-suspension"]


def test_a_rename_that_was_withdrawn_need_not_be_followed(history: "Copy") -> None:
    notice(history, "a-1", "2023-06-01", act("act: rename, name: 海西省第四十鉴定所"))
    notice(history, "a-2", "2023-08-01", amends("a-1", "withdraws"))
    assert rules(history) == []


def test_a_revocation_that_was_taken_back_since_forbids_nothing(history: "Copy") -> None:
    notice(history, "a-1", "2023-06-01", act("act: revoke"))
    notice(history, "a-2", "2023-08-01", grade("优秀"))
    assert rules(history) == ["notices/a-2.yml:8:20 错误 decision-after-revocation"]
    notice(history, "a-3", "2023-10-01", amends("a-1", "withdraws"))
    assert rules(history) == []


def test_a_standing_that_was_taken_back_since_forbids_no_step(history: "Copy") -> None:
    notice(history, "a-1", "2023-06-01", grade("限期整改"))
    notice(history, "a-2", "2023-07-01", act("act: suspend"))
    assert rules(history) == ["notices/a-2.yml:5:31 错误 step-not-allowed"]
    notice(history, "a-3", "2023-08-01", amends("a-1", "withdraws"))
    assert rules(history) == []


def test_a_step_counts_from_what_then_had_force(history: "Copy") -> None:
    notice(history, "a-1", "2023-06-01", act("act: deregister"))
    notice(history, "a-2", "2023-07-01", act("act: re-license"))
    notice(history, "a-3", "2023-08-01", grade("优秀"))
    notice(history, "a-4", "2023-10-01", amends("a-2", "withdraws"))
    assert rules(history) == []


def test_not_assessed_after_a_revocation_is_harmless(history: "Copy") -> None:
    history.swap(
        "schemes/haixi-ducha.yml",
        "stages:",
        "  - {grade: 未参评, standing: not-assessed}\nstages:",
    )
    notice(history, "a-1", "2023-06-01", act("act: revoke"))
    notice(history, "a-2", "2023-08-01", grade("未参评"))
    notice(history, "a-3", "2024-02-01", act("act: re-license"))
    assert rules(history) == []


def test_who_was_merged_may_be_licensed_anew(history: "Copy") -> None:
    notice(history, "a-1", "2023-06-01", act("act: merge, into: haixi-24"))
    notice(history, "a-2", "2023-08-01", act("act: re-license"))
    assert rules(history) == []
    notice(history, "a-3", "2023-10-01", act("act: re-license"))
    assert rules(history) == ["notices/a-3.yml:5:34 错误 licence-without-end"]


@pytest.mark.parametrize("how", ["corrects", "withdraws", "replaces"])
def test_who_amends_may_grade_again(history: "Copy", how: str) -> None:
    notice(history, "a-1", "2023-06-01", grade("优秀"))
    notice(history, "a-2", "2023-08-01", amends("a-1", how) + grade("限期整改"))
    assert rules(history) == []


def test_an_amendment_of_an_amendment_may_grade_again(history: "Copy") -> None:
    notice(history, "a-1", "2023-06-01", grade("优秀"))
    notice(history, "a-2", "2023-08-01", amends("a-1", "corrects") + grade("优秀"))
    notice(history, "a-3", "2023-10-01", amends("a-2", "corrects") + grade("优秀"))
    assert rules(history) == []


def test_the_last_word_may_come_after_a_proposal_or_a_term(history: "Copy") -> None:
    notice(history, "a-1", "2023-03-01", grade("拟撤销"))
    notice(history, "a-2", "2023-04-01", grade("取消资格"))
    assert rules(history) == []
    notice(history, "a-1", "2023-03-01", grade("限期整改"))
    assert rules(history) == ["notices/a-2.yml:8:20 错误 graded-twice"]
    notice(history, "a-2", "2023-06-02", grade("取消资格"))
    assert rules(history) == []


def test_one_document_may_speak_of_two_rounds(history: "Copy") -> None:
    both = grade("优秀").replace("rounds:\n", "").replace("ducha-2023", "ducha-2022")
    notice(history, "a-1", "2023-06-01", f"{grade('优秀')}\n{both}")
    assert rules(history) == []


def test_things_may_be_handed_back_by_and_by_on_one_day(history: "Copy") -> None:
    back = "  - {act: hand-back, stations: [haixi-40], items: [%s]}"
    notice(history, "a-1", "2023-06-01", grade("取消资格"))
    acts = "\n".join(("acts:", back % "印章", back % "标牌"))
    notice(history, "a-2", "2023-08-01", acts)
    assert rules(history) == []


def test_an_old_term_may_be_stated_again_and_accepted(history: "Copy") -> None:
    term = "        rectify: {due: 2023-06-30}\n"
    again = amends("a-1", "replaces") + grade("限期整改", more=term)
    notice(history, "a-1", "2023-06-01", grade("限期整改", more=term))
    notice(history, "a-2", "2023-08-01", again)
    assert rules(history) == ["notices/a-2.yml:9:24 错误 due-before-decided"]
    accepted = "\naccept:\n  - {rule: due-before-decided, because: 照抄原期限}"
    notice(history, "a-2", "2023-08-01", again + accepted)
    assert rules(history) == []


def test_no_points_hang_on_no_band_where_the_item_says_unless(register: "Copy") -> None:
    register.swap(SHEET, "1-2: 5", "1-2: 0")
    register.swap(SCHEME, "measures: 人均面积", "measures: 人均面积\n            unless: 环境差")
    assert rules(register) == []


def test_no_points_may_be_given_though_no_band_has_none(register: "Copy") -> None:
    register.swap(SHEET, "1-2: 5", "1-2: 0")
    register.swap(SCHEME, "              - {points: 0, below: 2}\n", "")
    assert rules(register) == [f"{SHEET}:7:32 错误 points-not-allowed"]
    register.swap(SCHEME, "measures: 人均面积", "measures: 人均面积\n            unless: 环境差")
    assert rules(register) == []


def test_a_sheet_whose_fault_is_accepted_is_still_held_against(register: "Copy") -> None:
    register.swap(SCHEME, "points: 8\n            way", "points: 7\n            way")
    assert rules(register) == [f"{SCHEME}:143:17 错误 points-differ"]
    text = (register.root / SCHEME).read_text(encoding="utf-8")
    accepted = "accept:\n  - {rule: points-differ, because: 原表如此}\n"
    register.put(SCHEME, text + accepted)
    assert {line.split(" ")[2] for line in rules(register)} == {"points-over"}


@pytest.mark.parametrize("printed", ["4月1日至30日", "4月30日24时前", "4月底前", "4 月 30 日前"])
def test_a_printed_day_that_may_mean_the_due_is_silent(register: "Copy", printed: str) -> None:
    register.swap("rounds/pingfen-2024.yml", "4月30日前", printed)
    assert rules(register) == []


def test_supervisors_and_certifications_are_asked_for_where_some_are_known(
    register: "Copy",
) -> None:
    register.swap("schemes/haixi-ducha.yml", "name: 自查", "name: 自查\n    supervisors: [市属]")
    found = rules(register)
    assert {line.split(" ")[2] for line in found} == {"supervisor-unheld", "progress-unasked"}
    for path in (register.root / "stations/haixi").glob("*.yml"):
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        kept = "".join(line for line in lines if not line.startswith("supervisor:"))
        path.write_text(kept, encoding="utf-8")
    assert rules(register) == []
