"""./scripts/import --sheets: score sheets shown, compared, or given as YAML to be copied."""

import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
FIXTURE = ROOT / "tests/fixtures/henan-2011-score-sheets.txt"
EQUAL = (
    "与已录办法 henan-pinggu 对照：15 个大项、113 个小项，结构、编号、分值全部一致。没有要写的。"
)


def run(*arguments: object, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [str(ROOT / "scripts/import"), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=cwd)


def test_equal_to_the_scheme_on_file_and_broken_rows_reported() -> None:
    done = run(FIXTURE, "--sheets", "henan-pinggu")
    lines = done.stdout.splitlines()
    assert (done.returncode, done.stderr, lines[-1]) == (0, "", EQUAL)
    assert "  第 28–30 行 断行：“收费标准和管理办法”这一行断成了两行，已接回。" in lines
    assert "  第 60–62 行 断行：“实操结果存满一年”这一行断成了两行，已接回。" in lines
    assert "  第 213 行 分值错行：“办公场地安全设备完整”的分值错到了下一行，已并为一行。" in lines
    assert "  1 | 岗位设置情况 | 11 | 7" in lines


def test_other_points_are_named(tmp_path: Path) -> None:
    paper = tmp_path / "sheets.txt"
    text = FIXTURE.read_text(encoding="utf-8")
    paper.write_text(text.replace("有任命或聘书 | 2 |", "有任命或聘书 | 3 |", 1), encoding="utf-8")
    done = run(paper, "--sheets", "henan-pinggu")
    assert done.returncode == 1
    assert done.stdout.splitlines()[-2:] == [
        "与已录办法 henan-pinggu 对照，有 1 处不同",
        "  “职业技能鉴定所（站）质量管理评估表（试行）”大项 1 小项 1-1-1 的分值：来源 3，已录 2",
    ]


def test_other_words_of_a_topic_are_told_and_are_no_difference(tmp_path: Path) -> None:
    paper = tmp_path / "sheets.txt"
    text = FIXTURE.read_text(encoding="utf-8")
    paper.write_text(text.replace("1.1领导岗位", "1.1负责人岗位", 1), encoding="utf-8")
    done = run(paper, "--sheets", "henan-pinggu")
    assert (done.returncode, done.stdout.splitlines()[-3:]) == (
        0,
        [
            "中项的文字不同（1 处，不算不同）",
            "  “岗位设置情况”小项 1-1-1：来源 负责人岗位，已录 领导岗位",
            EQUAL,
        ],
    )


def test_not_on_file_the_part_is_saved_and_nothing_written_over(tmp_path: Path) -> None:
    out = tmp_path / "sheets.yml"
    done = run(FIXTURE, "--sheets", "haixi-pinggu", "--out", out)
    assert (done.returncode, done.stderr) == (0, "")
    assert "请先用 ./scripts/new scheme 新建办法" in done.stdout
    text = out.read_text(encoding="utf-8")
    assert text.startswith("sheets:\n  - id: sheet-1\n    name: 职业技能鉴定所")
    again = run(FIXTURE, "--sheets", "haixi-pinggu", "--out", out)
    assert again.returncode != 0
    assert out.read_text(encoding="utf-8") == text
    assert f"{out} 已经存在，没有改动。请换一个文件名。" in again.stderr


def test_without_the_flag_a_hint() -> None:
    done = run(FIXTURE)
    hint = f"这份来源里有评估表。要读评估表，用 ./scripts/import {FIXTURE} --sheets 办法编号。"
    assert hint in done.stderr.splitlines()


def test_write_writes_nothing_and_says_so(tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(ROOT / "data/schemes", data / "schemes")
    before = sorted(data.rglob("*"))
    done = run(FIXTURE, "--sheets", "haixi-pinggu", "--write", "--data", data)
    assert (done.returncode, done.stderr) == (1, "")
    assert "凑不成完整的办法，所以不写入 data/。" in done.stdout
    assert sorted(data.rglob("*")) == before


def test_a_scheme_that_cannot_be_read_is_not_taken_for_a_new_one(tmp_path: Path) -> None:
    scheme = tmp_path / "schemes/haixi-pinggu.yml"
    scheme.parent.mkdir()
    scheme.write_text("name: [", encoding="utf-8")
    done = run(FIXTURE, "--sheets", "haixi-pinggu", "--data", tmp_path)
    assert done.returncode == 1
    last = "办法 haixi-pinggu 的文件读不出，没有对照。先用 ./scripts/check 查看。"
    assert done.stdout.splitlines()[-1] == last
