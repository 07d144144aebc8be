"""The comment on a pull request: data stay text, and the host's limit holds."""

import importlib
import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from tests.changes.made import NEXT, ROUND, changed, decided, next_notice

from register.changes.markdown import (
    MARK,
    as_markdown,
    escaped,
    findings_in_markdown,
    laid_out,
    laundered,
)
from register.changes.sections import Section, clean
from register.problem import Place, Problem, Severity

JOINER = "\u2060"
markdown = importlib.import_module("markdown").markdown  # it has no types
HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</details></summary>",
    "@all #1 !2 ~label %1 &3 $4 GH-5",
    "[字](javascript:alert(1)) ![](https://example.com/x.png)",
    "`code` **粗** _斜_ ~~删~~ | 表 |",
    "/close\n/assign @someone\n# 标题",
    "https://example.com www.example.com a@example.com",
    "<!-- register-changes -->",
]


def test_the_comment_is_short_first_and_folds_the_details(tmp_path: Path) -> None:
    text = next_notice(ROUND, decided("撤销", 3), decided("优秀", 4))
    changes = changed(tmp_path, lambda files: files | {NEXT: text})
    assert as_markdown(changes).startswith(
        "<!-- register-changes -->\n## 数据改动\n\n"
        "- 有1处改动可能对1个单位不利，须由第二人批准。\n"
        "- 状态变化：转差1个，首次有结论1个。\n"
        "- 新增：文件1个。\n\n"
        "### ⚠️ 须由第二人批准（1）\n\n"
        "- 示例省第三国家职业技能鉴定所：2023年度撤销（示例〔2024〕1号）\n\n"
        "### 转差（1）\n\n"
    )
    assert "\n<details>\n<summary>首次有结论（1）</summary>\n\n- 示例省第四" in as_markdown(changes)


def test_hostile_names_stay_text() -> None:
    for words in HOSTILE:
        shown = escaped(clean(words))
        assert not re.search(r"(?<!\\)[<>`*_\[\]|]", shown)
        assert not re.search(r"[@#!$%~](?!\u2060)", shown)
        page = markdown(f"- {shown}\n")
        assert "<script" not in page
        assert "<img" not in page
        assert "<a " not in page
        assert page.count("<li>") == 1


def test_sigils_are_parted_from_what_they_would_point_at() -> None:
    assert escaped("@all #1 GH-5 www.x") == (
        f"\\@{JOINER}all \\#{JOINER}1 GH\\-{JOINER}5 www\\.{JOINER}x"
    )
    assert escaped("https://x") == f"https\\:{JOINER}\\/\\/x"
    assert escaped("<b>&") == f"&lt;b&gt;&amp;{JOINER}"


@given(st.lists(st.text(max_size=400), max_size=60), st.integers(1_000, 5_000))
def test_the_limit_holds_and_what_is_cut_is_counted(lines: list[str], limit: int) -> None:
    cleaned = [clean(line) for line in lines]
    parts = [Section("一", cleaned[::2], folded=True), Section("二", cleaned[1::2], loud=True)]
    text = laid_out("数据改动", ["一句话。"], parts, limit)
    assert len(text) <= limit
    assert text.count("<details>") == text.count("</details>") <= 1
    told = len(re.findall(r"^- ", text, re.MULTILINE)) - 1
    left = re.search(r"另有 (\d+) 行没有列出", text)
    assert told + (int(left[1]) if left else 0) == len(lines)


@given(st.lists(st.text(max_size=300) | st.sampled_from(HOSTILE), max_size=20))
def test_laundering_leaves_our_own_output_alone(lines: list[str]) -> None:
    parts = [Section("一", [clean(line) for line in lines], folded=True)]
    text = laid_out("数据改动", [clean(line) for line in lines[:3]], parts)
    assert laundered(text) == text


@given(st.text() | st.lists(st.sampled_from([*HOSTILE, "\n", "\\", "- ", "&", "<"])).map("".join))
def test_laundering_disarms_what_strangers_write(text: str) -> None:
    safe = laundered(text)
    assert laundered(safe) == safe
    bare = re.sub(r"<!-- register-changes -->|</?(?:details|summary)>", "", safe)
    assert "<" not in bare
    assert not re.search(r"[@#!~$](?!\u2060)", re.sub(r"^#{2,3} ", "", bare, flags=re.MULTILINE))
    assert len(laundered("@" * 100_000)) <= 65_536


def test_findings_are_all_there_or_counted() -> None:
    problem = Problem(Place("notices/<x>.yml", 3, 4), Severity.ERROR, "a-rule", "错@了")
    many = [problem] * 5_000
    whole = findings_in_markdown([problem])
    assert whole == (
        f"{MARK}\n## 检查结果\n\n- 共 1 个错误，0 个提示。\n"
        "- 改动之后的数据有错误，先改正才能发布。\n\n"
        "### ⚠️ 错误（1）\n\n"
        f"- data\\/notices\\/&lt;x&gt;\\.yml\\:{JOINER}3\\:{JOINER}4 错误 a\\-rule："
        f"错\\@{JOINER}了\n"
    )
    assert len(findings_in_markdown(many)) <= 65_536
    assert "行没有列出" in findings_in_markdown(many)
