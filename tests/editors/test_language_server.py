"""What an official sees in an editor: Chinese help, the ids that exist, the faults of `check`."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from tests.editors.language_server import LanguageServer
from tests.rules.conftest import SAMPLE, Copy, register
from tests.rules.test_broken import BROKEN, rule_of

from node import find_node, packages
from register.reading.forms import FORM_RULES

__all__ = ["register"]  # the fixture

HERE = Path(__file__).parent
ROOT = Path(__file__).parents[2]
NOTICE = "data/notices/yunling-2024-9.yml"

# The editor marks the same line as `check` does.
MARKED = {
    "centre-unknown",
    "date-impossible",
    "duplicate-key",
    "empty-value",
    "full-width",
    "grade-unknown",
    "host-unknown",
    "key-not-text",
    "missing-key",
    "notice-unknown",
    "quote-it",
    "region-unknown",
    "round-unknown",
    "rule-unknown",
    "scheme-unknown",
    "station-unknown",
    "too-deep",
    "unknown-key",
    "value-unknown",
    "wrong-form",
    "wrong-type",
    "yaml-syntax",
}
# Rules of form that a schema cannot express: they are about bytes, files and ways of writing YAML.
BEYOND = {
    "byte-order-mark",
    "file-empty",
    "file-missing",
    "file-too-large",
    "file-unplaced",
    "file-unreadable",
    "invisible-character",
    "link-outside",
    "merge-key",
    "not-utf8",
    "path-case",
    "second-document",  # marked, but on the line below
    "tab-character",
    "too-many-nodes",
    "yaml-anchor",
    "yaml-directive",
    "yaml-escape",
    "yaml-tag",
}


@contextmanager
def workspace(data: Path, folder: Path) -> Iterator[LanguageServer]:
    """Run a server over a copy of the data, with the repository's own editor settings."""
    ignored = shutil.ignore_patterns("schemas")
    shutil.copytree(ROOT / ".vscode", folder / ".vscode", ignore=ignored)
    shutil.copytree(data, folder / "data")
    options = ["--data", str(folder / "data"), "--out", str(folder / ".vscode/schemas")]
    subprocess.run([str(ROOT / "scripts/schemas"), *options], check=True)
    running = LanguageServer(find_node(), packages(HERE / "server"), folder)
    yield running
    running.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    with workspace(SAMPLE, tmp_path_factory.mktemp("editor")) as running:
        yield running


def text_of(path: str) -> str:
    return (SAMPLE.parent / path.replace("data", SAMPLE.name, 1)).read_text(encoding="utf-8")


def faults(server: LanguageServer, path: str, text: str) -> list[tuple[int, str]]:
    """What the server marks as an error when the file holds this text: line and message."""
    server.show(path, text)
    found = server.found(path)
    return [(d["range"]["start"]["line"] + 1, d["message"]) for d in found if d["severity"] == 1]


def suggested(server: LanguageServer, text: str, cursor: str) -> dict[str, str]:
    """What the server offers in the notice's text at the `cursor` in it: label → explanation."""
    before, after = text.split(cursor)
    server.show(NOTICE, before + after)
    server.found(NOTICE)
    line = before.count("\n")
    column = len(before) - before.rfind("\n") - 1
    answer: Any = server.at("completion", NOTICE, line, column)
    return {item["label"]: item.get("documentation", "") for item in answer["items"]}


def hovered(server: LanguageServer, word: str) -> str:
    """What the server says over the first place of a word in the notice."""
    text = text_of(NOTICE)
    server.show(NOTICE, text)
    server.found(NOTICE)
    before = text[: text.index(word)]
    column = len(before) - before.rfind("\n")
    answer: Any = server.at("hover", NOTICE, before.count("\n"), column)
    return str(answer["contents"]["value"]).split("\n\nSource:")[0]


@pytest.mark.parametrize("data", [SAMPLE, ROOT / "data"], ids=["sample", "shipped"])
def test_good_data_have_no_mark(data: Path, tmp_path: Path) -> None:
    with workspace(data, tmp_path) as server:
        paths = [p.relative_to(tmp_path).as_posix() for p in (tmp_path / "data").rglob("*.yml")]
        for path in paths:
            server.show(path, (tmp_path / path).read_text(encoding="utf-8"))
        marked = {path: found for path in paths if (found := server.found(path))}
    assert marked == {}
    assert len(paths) > 100


def test_a_key_is_explained_in_chinese(server: LanguageServer) -> None:
    assert hovered(server, "decided") == (
        "#### 成文日期\n\n文件落款日期；年-月-日，例如 2011-03-31。必填。"
    )
    assert hovered(server, "grounds") == (
        "#### 理由\n\n文件写明的理由；一段文字，不能为空，最长 2000 字。选填。"
    )


def test_an_id_is_explained_by_the_name_that_it_bears(server: LanguageServer) -> None:
    assert hovered(server, "yunling-qingxi:") == "#### yunling-qingxi\n\n清溪市职业技能鉴定站"


def test_station_ids_are_offered_with_their_names(server: LanguageServer) -> None:
    line = "yunling-qingxi: 清溪市职业技能鉴定站"
    offered = suggested(server, text_of(NOTICE).replace(line, "▮"), "▮")
    ids = {path.stem for path in (SAMPLE / "stations").rglob("*.yml")}
    # those that the decision lists already are not offered again
    assert set(offered) == ids - {"yunling-02", "yunling-03"}
    assert offered["yunling-qingxi"] == "清溪市职业技能鉴定站"


def test_host_ids_are_offered_with_their_names(server: LanguageServer) -> None:
    text = text_of(NOTICE).replace(
        "\nrounds:", "\nacts:\n  - act: change-host\n    host: ▮\nrounds:"
    )
    offered = suggested(server, text, "▮")
    assert set(offered) == {path.stem for path in (SAMPLE / "hosts").rglob("*.yml")}
    assert offered["kunwu-jianshe-jituan"] == "昆吾建设集团"


def test_grades_are_offered_with_their_schemes(server: LanguageServer) -> None:
    offered = suggested(server, text_of(NOTICE).replace("grade: 优秀", "grade: ▮"), "▮")
    assert offered["未参评"] == "云岭省职业技能鉴定所（站）年度检查办法（归入未参评）"
    assert "海西省职业技能鉴定质量检查办法（归入撤销）" in offered["不合格"]


def test_choices_are_offered_in_chinese(server: LanguageServer) -> None:
    text = text_of(NOTICE).replace("\nrounds:", "\nacts:\n  - act: ▮\nrounds:")
    assert suggested(server, text, "▮")["hand-back"] == "交回证章牌"


# A folder that is no region is no part of a file, so no editor marks it.
MARKED_ROWS = [
    (finding, edits)
    for finding, edits in BROKEN
    if rule_of(finding) in MARKED and "文件夹引用的地区" not in finding
]


@pytest.mark.parametrize(
    ("finding", "edits"),
    MARKED_ROWS,
    ids=[rule_of(finding) for finding, _edits in MARKED_ROWS],
)
def test_the_editor_marks_the_line_that_check_names(
    server: LanguageServer, register: Copy, finding: str, edits: list[tuple[str, ...]]
) -> None:
    for how, *words in edits:
        register.edit(how, *words)
    path, line = re.match(r"(\S+?):([0-9]+):", finding).groups()  # type: ignore[union-attr]
    text = (register.root / path.removeprefix("data/")).read_text(encoding="utf-8")
    assert int(line) in [line for line, _message in faults(server, path, text)]


def test_every_rule_of_form_is_marked_or_said_to_be_beyond_schemas() -> None:
    assert {rule.name for rule in FORM_RULES} <= MARKED | BEYOND
    assert not MARKED & BEYOND
