"""./scripts/notice: a notice as a Word file or a PDF, and a word for whatever stands in the way."""

import io
import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from tests.papers.registers import before_the_withdrawal

ROOT = Path(__file__).parents[2]
ID = "gansu-2011-67"


def run(*arguments: object, cwd: Path, **more: str) -> subprocess.CompletedProcess[str]:
    command = [str(ROOT / "scripts/notice"), *map(str, arguments)]
    own = os.environ | more
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=cwd, env=own)


def test_both_files_are_written_where_asked(tmp_path: Path) -> None:
    done = run(ID, "--docx", "出/名单.docx", "--pdf", "出/深/名单.pdf", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "已生成：出/名单.docx\n已生成：出/深/名单.pdf\n"
    assert zipfile.ZipFile(tmp_path / "出/名单.docx").testzip() is None
    assert (tmp_path / "出/深/名单.pdf").read_bytes().startswith(b"%PDF-1.7")
    assert sorted(p.name for p in (tmp_path / "出").iterdir()) == ["名单.docx", "深"]


def test_a_second_run_changes_nothing(tmp_path: Path) -> None:
    run(ID, "--docx", "a.docx", cwd=tmp_path)
    before = (tmp_path / "a.docx").stat().st_mtime_ns
    again = run(f"data/notices/{ID}.yml", "--docx", "a.docx", cwd=tmp_path)
    assert (again.returncode, again.stderr) == (0, "没有变化：a.docx 已是这样的内容。\n")
    assert (tmp_path / "a.docx").stat().st_mtime_ns == before


def test_another_file_is_not_written_over_unless_forced(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_text("别的", encoding="utf-8")
    refused = run(ID, "--pdf", "a.pdf", "--docx", "a.docx", cwd=tmp_path)
    assert refused.returncode == 1
    assert refused.stderr == "a.docx 已经存在，内容不同，没有覆盖。要覆盖，请加上 --force。\n"
    assert (tmp_path / "a.docx").read_text(encoding="utf-8") == "别的"
    assert not (tmp_path / "a.pdf").exists()
    assert run(ID, "--docx", "a.docx", "--force", cwd=tmp_path).returncode == 0
    assert zipfile.is_zipfile(tmp_path / "a.docx")


@pytest.mark.parametrize("form", ["lines", "table"])
def test_what_is_written_can_be_imported(tmp_path: Path, form: str) -> None:
    run(ID, "--docx", "a.docx", "--form", form, cwd=tmp_path)
    command = [str(ROOT / "scripts/import"), "a.docx"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert lines[-1] == f"文件 {ID} 已经录入，与这份来源一致；没有要写的。"
    for said in (
        "合格：读到 53，原文总数 53",
        "不合格：读到 5，原文总数 5",
        "撤销：读到 5，原文总数 5",
    ):
        assert said in lines
    assert (
        "  普遍要求"
        in lines[lines.index("来源未载，或程序没有从来源读出（已录文件里有）（9 条）") :]
    )


def test_the_form_is_chosen(tmp_path: Path) -> None:
    texts = {}
    for form in ("lines", "table"):
        run(ID, "--docx", f"{form}.docx", "--form", form, cwd=tmp_path)
        file = zipfile.ZipFile(io.BytesIO((tmp_path / f"{form}.docx").read_bytes()))
        texts[form] = file.read("word/document.xml").count(b"<w:tbl>")
    assert texts == {"lines": 0, "table": 3}


def test_what_may_be_shown_depends_on_the_day(tmp_path: Path) -> None:
    line = "海西省第四国家职业技能鉴定所（依托归墟职业技术学院）"
    data, found = before_the_withdrawal(tmp_path), []
    for day in ("2026-11-22", "2026-11-23"):
        where = ("--data", data, "--today", day, "--docx", f"{day}.docx")
        assert run("haixi-2022-7", *where, cwd=tmp_path).returncode == 0
        file = zipfile.ZipFile(tmp_path / f"{day}.docx")
        found.append(line in file.read("word/document.xml").decode())
    assert found == [True, False]


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (
            ("gansu-2011-68", "--docx", "a.docx"),
            1,
            "没有编号是 gansu-2011-68 的文件；相近的有 gansu-2011-67。编号就是",
        ),
        (
            ("zzz", "--docx", "a.docx", "--data", str(ROOT / "tests/gansu_register")),
            1,
            "没有编号是 zzz 的文件；可用的有 gansu-2011-67、laoshe-2006-338、liaoning-2007-11。",
        ),
        (
            (ID, "--docx", "a.docx", "--data", "nowhere"),
            1,
            "没有数据文件夹 nowhere。请检查 --data。",
        ),
        ((ID, "--docx", "a.docx", "--today", "gestern"), 1, "日期 gestern 不对"),
        ((ID, "--docx", "folder.docx"), 1, "folder.docx 是文件夹，不是文件；请写出文件名。"),
        ((ID, "--docx", "file/a.docx"), 1, "不能写入 file/a.docx：上级不是文件夹。"),
        ((ID,), 2, "没有说写成什么；请加上 --docx 文件 或 --pdf 文件"),
        ((), 2, "缺少 编号"),
        ((ID, "--docx", "a.doc"), 2, "--docx 的文件名应以 .docx 结尾，不能是 a.doc"),
        ((ID, "--pdf", "a.docx"), 2, "--pdf 的文件名应以 .pdf 结尾，不能是 a.docx"),
        ((ID, "--form", "poem", "--pdf", "a.pdf"), 2, "--form 不能是 'poem'；可用的有"),
        ((ID, "--docx"), 2, "--docx 后面缺少值"),
    ],
)
def test_whatever_stands_in_the_way_gets_a_sentence(
    tmp_path: Path, arguments: tuple[str, ...], status: int, said: str
) -> None:
    (tmp_path / "folder.docx").mkdir()
    (tmp_path / "file").touch()
    refused = run(*arguments, cwd=tmp_path)
    assert refused.returncode == status
    assert said in refused.stderr
    assert "Traceback" not in refused.stderr
    assert refused.stdout == ""
    assert sorted(p.name for p in tmp_path.iterdir()) == ["file", "folder.docx"]


def test_a_place_that_cannot_be_written_gets_a_sentence(tmp_path: Path) -> None:
    """/proc takes no file from anybody, not even from root."""
    refused = run(ID, "--docx", "/proc/a.docx", cwd=tmp_path)
    assert refused.returncode == 1
    assert refused.stderr.startswith("不能写入 /proc/a.docx：")
    assert "Traceback" not in refused.stderr


def test_data_with_errors_give_their_findings_and_no_file(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests/gansu_register", tmp_path / "data")
    path = tmp_path / f"data/notices/{ID}.yml"
    path.write_text(path.read_text("utf-8").replace("gansu-30: ", "gansu-30x: ", 1), "utf-8")
    refused = run(ID, "--data", "data", "--docx", "a.docx", cwd=tmp_path)
    assert refused.returncode == 1
    assert "错误 station-unknown：结论引用的鉴定所 gansu-30x 不存在" in refused.stdout
    assert refused.stderr == "数据有错误，没有生成文件。请先改正上面的错误。\n"
    assert not (tmp_path / "a.docx").exists()


def test_help_is_chinese_with_examples(tmp_path: Path) -> None:
    helped = run("--help", cwd=tmp_path)
    assert helped.returncode == 0
    assert "./scripts/notice gansu-2011-67 --docx 名单.docx" in helped.stdout
    assert "--force" in helped.stdout


def test_a_machine_without_pango_is_told_what_to_install(tmp_path: Path) -> None:
    """Where libraries cannot be found and we may not install any."""
    (tmp_path / "sitecustomize.py").write_text(
        "import ctypes.util, os\n"
        "ctypes.util.find_library = lambda name: None\n"
        "os.geteuid = lambda: 1000\n",
        encoding="utf-8",
    )
    code = (
        f"import sys; sys.path[:0] = [{str(ROOT / 'scripts')!r}, {str(tmp_path)!r}]\n"
        "import sitecustomize, importlib; importlib.reload(sitecustomize)\n"
        "from printing import find_pango; find_pango()\n"
    )
    command = [str(ROOT / ".venv/bin/python"), "-c", code]
    refused = subprocess.run(command, capture_output=True, text=True, check=False)
    assert refused.returncode == 1
    assert refused.stderr == (
        "生成 PDF 需要 Pango。请以管理员身份安装，然后重新运行本命令。Debian、统信、麒麟上是："
        "apt-get install -y libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fontconfig\n"
    )
