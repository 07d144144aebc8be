"""What stands on the papers of both registers, line by line, as it was when somebody last looked.

To see what a change does to it, run the command below and read the diff:

    ./scripts/test tests/papers/test_text.py --bless
"""

import shutil
from pathlib import Path

import pytest
from tests.papers.registers import (
    before_the_withdrawal,
    every_notice,
    printout_of,
    register_in,
)

from register.papers.notice import Form, notice_printout
from register.papers.printout import Kind, Paragraph

GOLDEN = Path(__file__).parent / "golden"
BLESS = "./scripts/test tests/papers/test_text.py --bless"


def made() -> dict[str, str]:
    texts = {
        f"{name}/{id_}-{form.value}.txt": "".join(
            f"{line}\n" for line in printout_of(name, id_, form).lines()
        )
        for name, id_ in every_notice()
        for form in Form
    }
    same = [path for path in texts if texts[path] == texts[path.replace("-table", "-lines")]]
    return {path: text for path, text in texts.items() if "-lines" in path or path not in same}


def test_every_paper_is_as_it_was(request: pytest.FixtureRequest) -> None:
    texts = made()
    if request.config.getoption("--bless"):
        shutil.rmtree(GOLDEN, ignore_errors=True)
        for path, text in texts.items():
            (GOLDEN / path).parent.mkdir(parents=True, exist_ok=True)
            (GOLDEN / path).write_text(text, encoding="utf-8")
    kept = {p.relative_to(GOLDEN).as_posix(): p.read_text("utf-8") for p in GOLDEN.rglob("*.txt")}
    changed = sorted(p for p in texts.keys() | kept.keys() if texts.get(p) != kept.get(p))
    assert not changed, f"changed: {changed}; if that is right: {BLESS}"


def of_kind(name: str, id_: str, *kinds: Kind) -> list[str]:
    blocks = printout_of(name, id_).blocks
    return [b.text for b in blocks if isinstance(b, Paragraph) and b.kind in kinds]


def test_the_real_notice_has_its_three_grades_with_their_counts() -> None:
    assert of_kind("real", "gansu-2011-67", Kind.SECTION) == [
        "一、结论",
        "二、普遍要求",
        "三、点名",
        "一、合格（53所）",
        "二、不合格（5所）",
        "三、撤销（5所）",
    ]


def test_grounds_head_the_decisions_of_one_grade() -> None:
    assert of_kind("sample", "yunling-2021-23", Kind.SECTION, Kind.PART) == [
        "一、合格",
        "二、整改",
        "三、撤销（12所）",
        "（一）连续两年没有开展鉴定（7所）",
        "（二）许可证到期没有换发（5所）",
    ]


def test_grounds_that_name_a_grade_are_no_heading() -> None:
    """通过 is a grade of another scheme: 通过质量管理体系认证 could be taken for it."""
    assert of_kind("sample", "jiuzhou-2022-402", Kind.PART) == ["（一）优秀（1所）"]


def test_a_grade_whose_total_the_document_does_not_state_has_no_count() -> None:
    assert of_kind("sample", "haixi-2022-7", Kind.SECTION) == [
        "一、通过",
        "二、基本合格",
        "三、暂停",
        "四、不合格",
    ]


def test_each_round_has_an_annex_of_its_own() -> None:
    assert of_kind("sample", "yunling-2024-77", Kind.ANNEXES, Kind.ANNEXES_MORE) == [
        "附件：1. 云岭省2024年度鉴定所（站）评分评估结论名单",
        "2. 云岭省2024年度鉴定所（站）清查结论名单",
    ]
    assert of_kind("sample", "yunling-2024-77", Kind.ANNEX, Kind.ANNEX_TITLE) == [
        "附件1",
        "云岭省2024年度鉴定所（站）评分评估结论名单",
        "附件2",
        "云岭省2024年度鉴定所（站）清查结论名单",
    ]


def test_centres_are_counted_as_centres() -> None:
    assert of_kind("sample", "haixi-2022-73", Kind.SECTION) == [
        "一、达标（4个）",
        "二、不达标（2个）",
    ]


@pytest.mark.parametrize(
    ("name", "marks"),
    [
        ("sample", ["示例数据", "软件演示，非政府网站", "网页版，以正式文件为准"]),
        ("real", ["软件演示，非政府网站", "网页版，以正式文件为准"]),
    ],
)
def test_every_paper_says_what_it_is_not(name: str, marks: list[str]) -> None:
    for of, id_ in every_notice():
        if of == name:
            assert of_kind(name, id_, Kind.MARK) == marks
            assert list(printout_of(name, id_).marks) == marks


def test_what_is_withdrawn_stands_on_no_paper(tmp_path: Path) -> None:
    """haixi-2022-7 graded haixi-04 with the grounds 档案不全, and that was withdrawn."""
    before = register_in(before_the_withdrawal(tmp_path))
    line = "海西省第四国家职业技能鉴定所（依托归墟职业技术学院）"
    for form in Form:
        shown = "\n".join(notice_printout(before, "haixi-2022-7", form).lines())
        assert line in shown
        assert "（一）档案不全\n" in shown
        hidden = "\n".join(printout_of("sample", "haixi-2022-7", form).lines())
        assert line not in hidden
        assert "档案不全" not in hidden
        assert "1个，公开期已满或已撤回，名单不再列出。" in hidden


def test_a_withdrawn_document_says_so_before_anything_else() -> None:
    assert of_kind("sample", "haixi-2024-20", Kind.ALERT) == [
        "本文件曾被海人社函〔2024〕27号撤回；海人社函〔2024〕27号又被海人社函〔2024〕36号撤回，本文件仍然有效。"
    ]
    assert of_kind("sample", "haixi-2024-44", Kind.ALERT) == [
        "本文件已被海人社发〔2024〕47号代替。"
    ]


def test_a_signature_and_its_day_end_where_the_standard_says() -> None:
    """The day begins two characters after the signature; nobody signs who did not."""
    blocks = printout_of("sample", "yunling-2024-77").blocks
    signed = [b for b in blocks if isinstance(b, Paragraph) and "signed" in b.kind.value]
    assert signed == [
        Paragraph(Kind.SIGNED, "云岭省人力资源和社会保障厅", 2),
        Paragraph(Kind.SIGNED_MORE, "2024年11月26日", 6),
    ]
    assert of_kind("real", "gansu-2011-67", Kind.SIGNED, Kind.SIGNED_MORE) == ["2011年3月3日"]
