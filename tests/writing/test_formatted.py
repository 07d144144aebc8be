"""Formatting: canonical, idempotent, nothing lost; what `check` calls canonical stays."""

import random
import re
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tests.made_records import records
from tests.reading.test_properties import as_text

from register.reading.folder import kind_of
from register.records import KINDS
from register.writing import Refused, formatted, is_canonical, record_in, rewritten, text_of
from register.writing.comments import notes_of

SAMPLE = Path(__file__).parents[1] / "sample_register"
DATA = Path(__file__).parents[2] / "data"
FILES = [(root, path) for root in (SAMPLE, DATA) for path in sorted(root.rglob("*.yml"))]
PATHS = [re.sub("<[^>]*>", "a", kind.where) for kind in KINDS.values()]
SLOW = settings(max_examples=40, suppress_health_check=list(HealthCheck), deadline=None)


def class_at(path: str) -> type[Any]:
    return KINDS[kind_of(path) or ""].record


def with_comments(text: str, chance: random.Random) -> tuple[str, list[str]]:
    """Set comments into a text: in lines of their own, anyhow set in, and behind lines."""
    lines: list[str] = []
    comments: list[str] = []
    for line in text.splitlines():
        if chance.random() < 0.3:
            comments.append(f"# 甲{len(comments)}: [乙, {{丙")
            lines.append(" " * chance.randrange(9) + comments[-1])
        if chance.random() < 0.3 and line.strip() and "#" not in line:
            comments.append(f"#丁{len(comments)}")
            line = f"{line} {comments[-1]}"  # noqa: PLW2901 - the same line, longer
        lines.append(line)
    if chance.random() < 0.5:
        comments.append(f"# 末{len(comments)}")
        lines.append(" " * chance.randrange(9) + comments[-1])
    return "\n".join(lines) + "\n", comments


def assert_formatted(path: str, text: str, comments: list[str] | None = None) -> None:
    record = record_in(path, text)
    once = formatted(path, text)
    assert record_in(path, once) == record
    assert formatted(path, once) == once
    assert is_canonical(record, once)
    assert is_canonical(record, text) == (text == once)
    if comments is not None:
        assert sorted(notes_of(once).all()) == sorted(comments)


@pytest.mark.parametrize("path", PATHS)
@given(data=st.data())
@SLOW
def test_any_way_to_write_a_record_becomes_canonical(path: str, data: st.DataObject) -> None:
    value = data.draw(records(class_at(path)))
    width = data.draw(st.sampled_from([20, 1000]))
    text = yaml.safe_dump(
        as_text(value),
        allow_unicode=True,
        default_style="'",
        width=width,
        default_flow_style=data.draw(st.sampled_from([True, False, None])),
        sort_keys=data.draw(st.booleans()),
    )
    assume("\\" not in text)
    try:
        record_in(path, text)
    except Refused:
        assume(condition=False)
    assert_formatted(path, text)
    commented, comments = with_comments(text, data.draw(st.randoms(use_true_random=False)))
    try:
        record = record_in(path, commented)
    except Refused:
        return
    if record == record_in(path, text):  # the comments did not land in a text of several lines
        assert_formatted(path, commented, comments)


@given(st.sampled_from(FILES), st.data())
@SLOW
def test_comments_in_files_as_people_write_them_are_kept(
    file: tuple[Path, Path], data: st.DataObject
) -> None:
    root, path = file
    below = path.relative_to(root).as_posix()
    text = path.read_text(encoding="utf-8")
    before = list(notes_of(text).all())
    commented, comments = with_comments(text, data.draw(st.randoms(use_true_random=False)))
    assert_formatted(below, commented, [*before, *comments])


NOTICE = """\
# 首行
# 二行
id: a
title: 甲 # 标题
decided: 2020-01-01
rounds:
  # 第一次
  - round: b
    totals: {合格: 2} # 总数
    decisions:
      # 只有一条
      - grade: 合格
        # 两家
        stations:
          a-1: 甲 # 一
          # 二
          a-2: 乙
          # 到此为止
  # 没有第二次
# 处理
acts:
  - act: suspend
    stations: [a-1, # 不是 a-2
      a-2]
    remarks: |- # 照录
      甲 # 不是注释
      乙
# 末行
"""
WANTED = """\
# 首行
# 二行
id: a
title: 甲  # 标题
decided: 2020-01-01
rounds:
  # 第一次
  - round: b
    totals: {合格: 2}  # 总数
    decisions:
      # 只有一条
      - grade: 合格
        # 两家
        stations:
          a-1: 甲  # 一
          # 二
          a-2: 乙
          # 到此为止
  # 没有第二次
# 处理
acts:
  - act: suspend
    stations:
      - a-1  # 不是 a-2
      - a-2
    # 照录
    remarks: |-
      甲 # 不是注释
      乙
# 末行
"""


def test_each_comment_stays_with_what_it_speaks_of() -> None:
    assert formatted("notices/a.yml", NOTICE) == WANTED
    assert formatted("notices/a.yml", WANTED) == WANTED


def test_a_comment_goes_along_when_its_field_is_put_in_order() -> None:
    text = "id: a\n# 省直的\nsupervisor: 省直  # 如此\nordinal: 3\nname: 甲\naliases: []  # 没有\n"
    assert formatted("stations/b/a.yml", text) == (
        "id: a\nname: 甲\nordinal: 3\n# 省直的\nsupervisor: 省直  # 如此\n# 没有\n"
    )


def test_windows_lines_blank_lines_and_a_document_mark_become_plain() -> None:
    text = "---\r\nid: a\r\n\r\n# 甲\r\nname: '乙'\r\n...\r\n"
    assert formatted("stations/b/a.yml", text) == "id: a\n# 甲\nname: 乙\n"


def test_a_record_that_grew_keeps_its_comments() -> None:
    notice = record_in("notices/a.yml", WANTED)
    acts = (*notice.acts, msgspec.structs.replace(notice.acts[0], stations=("a-3",), remarks=None))
    grown = rewritten(WANTED, msgspec.structs.replace(notice, acts=acts))
    added = "  - act: suspend\n    stations: [a-3]\n"
    assert grown == WANTED.replace("# 末行\n", f"{added}# 末行\n")


def test_a_file_that_the_reader_refuses_is_not_touched() -> None:
    with pytest.raises(Refused) as refused:
        formatted("stations/b/a.yml", "id: a\nnmae: 甲\n")
    assert [problem.rule for problem in refused.value.problems] == ["unknown-key"]
    with pytest.raises(Refused):
        formatted("stations/b/a.yml", "id: &a b\n")
    with pytest.raises(Refused) as refused:
        formatted("README.md", "")
    assert [problem.rule for problem in refused.value.problems] == ["file-unplaced"]
    with pytest.raises(Refused) as refused:
        formatted("site.yml", b"\xff")
    assert [problem.rule for problem in refused.value.problems] == ["not-utf8"]


@pytest.mark.parametrize(("root", "path"), FILES, ids=lambda path: path.stem)
def test_the_shipped_files_are_canonical(root: Path, path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert formatted(path.relative_to(root).as_posix(), text) == text


def test_text_without_comments_is_the_text_of_its_record() -> None:
    path = SAMPLE / "notices/yunling-2020-15.yml"
    text = path.read_text(encoding="utf-8")
    record = record_in("notices/yunling-2020-15.yml", text)
    assert text_of(record) == formatted("notices/yunling-2020-15.yml", text)
