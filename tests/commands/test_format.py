"""./scripts/format: what it rewrites, what it only names, and what it leaves alone."""

import codecs
import shutil
from pathlib import Path

import pytest
from tests.commands.editing import ROOT, files, run

STATION = "stations/yunling/yunling-02.yml"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "tests/sample_register", tmp_path / "data")
    return tmp_path / "data"


def disorder(data: Path) -> str:
    """Write one file in another way; return its canonical text."""
    text = (data / STATION).read_text(encoding="utf-8")
    first, rest = text.split("\n", 1)
    (data / STATION).write_text(f"{rest}\n{first}  # 编号\n", encoding="utf-8")
    return f"{first}  # 编号\n{rest}"


def test_a_file_is_rewritten_once_and_keeps_its_mode(data: Path) -> None:
    wanted = disorder(data)
    (data / STATION).chmod(0o640)
    done = run("format", data=data)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0].endswith(f"/{STATION}")
    assert done.stdout.splitlines()[1:] == ["共 114 个文件，已整理 1 个，写法有误 0 处。"]
    assert (data / STATION).read_text(encoding="utf-8") == wanted
    assert (data / STATION).stat().st_mode & 0o777 == 0o640
    again = run("format", data=data)
    assert (again.returncode, again.stdout) == (
        0,
        "共 114 个文件，已整理 0 个，写法有误 0 处。\n",
    )


def test_a_mark_of_byte_order_is_left_out(data: Path) -> None:
    wanted = (data / STATION).read_bytes()
    (data / STATION).write_bytes(codecs.BOM_UTF8 + wanted)
    assert "请运行 ./scripts/format" in run("check", data=data).stdout
    assert run("format", data / STATION, data=data).returncode == 0
    assert (data / STATION).read_bytes() == wanted


def test_check_changes_nothing_and_says_so_by_its_status(data: Path) -> None:
    disorder(data)
    before = files(data)
    done = run("format", "--check", data=data)
    assert done.returncode == 1
    assert done.stdout.splitlines()[-1] == "共 114 个文件，要整理 1 个，写法有误 0 处。"
    assert files(data) == before
    assert run("format", "--check", data / "site.yml", data=data).returncode == 0


def test_a_refused_file_is_named_with_its_findings_and_not_touched(data: Path) -> None:
    (data / STATION).write_text("id: a\nnmae: 甲\n", encoding="utf-8")
    (data / "site.yml").write_bytes(b"\xff\xfe")
    done = run("format", data / STATION, data / "site.yml", data=data)
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert "yunling-02.yml:2:1 错误 unknown-key：没有字段 nmae；相近的有 name。" in lines[0]
    assert "site.yml:1:1 错误 not-utf8：" in lines[1]
    assert lines[2] == "共 2 个文件，已整理 0 个，写法有误 2 处。"
    assert (data / STATION).read_text(encoding="utf-8") == "id: a\nnmae: 甲\n"


@pytest.mark.parametrize(
    ("name", "said"),
    [("nowhere.yml", "没有文件 "), (ROOT / "mkdocs.yml", "不在数据文件夹 ")],
)
def test_a_file_elsewhere_gets_a_sentence(data: Path, name: str, said: str) -> None:
    done = run("format", name, data=data)
    assert (done.returncode, done.stdout) == (1, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_check_names_the_file_and_the_first_difference(data: Path) -> None:
    disorder(data)
    done = run("check", data=data)
    assert done.returncode == 0
    assert "yunling-02.yml:1:1 提示 not-canonical：从这里起不是统一的写法；这一行应为 id: " in (
        done.stdout
    )
