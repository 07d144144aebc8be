"""./scripts/import: a proposal, a preview, and new files only."""

import base64
import hashlib
import json
import re
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.handbook_pictures import picture

ROOT = Path(__file__).parents[2]
PAPER = """\
海西省人力资源和社会保障厅关于2015年度职业技能鉴定所年检情况的通报
海人社函〔2016〕12号
各市人力资源和社会保障局：
现将结果通报如下：
一、合格的鉴定所（2家）
1.海西省第一国家职业技能鉴定所（青河机械厂承建）
2.白水市旅游职业技能鉴定站
二、不合格的鉴定所
1、海西省第三国家职业技能鉴定所(金沙技工学校承建)
联系人：王小明，电话：13912345678
海西省人力资源和社会保障厅
2016年3月1日
"""
SITE = "format: 1\ntitle: 海西省红黑榜\nregions:\n  haixi: 海西省\n"
SCHEME = """\
id: haixi-nianjian
name: 海西省职业技能鉴定所年检
region: haixi
grades:
  - grade: 合格
    standing: qualified
  - grade: 不合格
    standing: rectifying
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with data and a document."""
    (tmp_path / "data/schemes").mkdir(parents=True)
    (tmp_path / "data/site.yml").write_text(SITE, encoding="utf-8")
    (tmp_path / "data/schemes/haixi-nianjian.yml").write_text(SCHEME, encoding="utf-8")
    (tmp_path / "通报.txt").write_text(PAPER, encoding="utf-8")
    return tmp_path


def run(desk: Path, *arguments: object, stdin: str = "") -> subprocess.CompletedProcess[str]:
    command = [str(ROOT / "scripts/import"), "--data", "data", *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=desk, input=stdin
    )


def files(desk: Path) -> set[str]:
    return {
        p.relative_to(desk / "data").as_posix() for p in (desk / "data").rglob("*") if p.is_file()
    }


BEFORE = {"site.yml", "schemes/haixi-nianjian.yml"}
AFTER = BEFORE | {
    "hosts/haixi/jinsha-jigong-xuexiao.yml",
    "hosts/haixi/qinghe-jixie-chang.yml",
    "notices/haixi-2016-12.yml",
    "rounds/haixi-2015.yml",
    "stations/haixi/haixi-01.yml",
    "stations/haixi/haixi-03.yml",
    "stations/haixi/haixi-baishui-shi-lvyou.yml",
}


def test_without_write_nothing_is_written(desk: Path) -> None:
    shown = run(desk, "通报.txt")
    lines = shown.stdout.splitlines()
    assert shown.returncode == 0
    assert "合格：读到 2，原文总数 2" in lines
    assert "不合格：读到 1，原文没有总数" in lines
    assert "要新建：承建单位 2 份、鉴定所 3 份、年度检查 1 份、文件 1 份" in lines
    assert lines[-1] == "可以写入 7 个新文件。加 --write 写入。"
    assert files(desk) == BEFORE


def test_what_is_written_passes_the_check_and_twice_gives_the_same(desk: Path) -> None:
    written = run(desk, "通报.txt", "--write")
    assert written.returncode == 0, written.stderr
    first, *names, last = written.stderr.splitlines()
    assert (first, last) == ("已写入 7 个文件：", "没有发现问题。")
    assert {name.removeprefix("  data/") for name in names} == AFTER - BEFORE
    assert written.stdout.splitlines()[-1] == "可以写入 7 个新文件。"
    assert files(desk) == AFTER
    text = (desk / "data/notices/haixi-2016-12.yml").read_text(encoding="utf-8")
    assert "          haixi-03: 海西省第三国家职业技能鉴定所(金沙技工学校承建)\n" in text
    again = run(desk, "通报.txt", "--write")
    assert again.returncode == 0
    assert (
        again.stdout.splitlines()[-1] == "文件 haixi-2016-12 已经录入，与这份来源一致；没有要写的。"
    )
    assert (desk / "data/notices/haixi-2016-12.yml").read_text(encoding="utf-8") == text


def test_a_word_that_is_no_grade_is_answered_with_the_grades(desk: Path) -> None:
    paper = desk / "通报.txt"
    text = paper.read_text(encoding="utf-8")
    paper.write_text(f"{text}\n缓检（1所）\n海西省第九国家职业技能鉴定所(某某公司承建)\n", "utf-8")
    shown = run(desk, "通报.txt").stdout
    assert "用 --grade 缓检=等次 写明" in shown
    assert "的等次有：合格、不合格" in shown
    assert shown.splitlines()[-1].startswith(
        "还有 1 条没有录入。请先处理，不处理的要在写入以后自己补上。"
    )


def test_a_file_that_differs_is_never_written_over(desk: Path) -> None:
    (desk / "data/hosts/haixi").mkdir(parents=True)
    (desk / "data/rounds").mkdir()
    path = desk / "data/rounds/haixi-2015.yml"
    path.write_text("id: haixi-2015\nname: 别的\n", encoding="utf-8")
    refused = run(desk, "通报.txt", "--write")
    assert refused.returncode == 1
    assert "这些文件已经存在，内容不同，一个也没有写入：" in refused.stderr.splitlines()
    assert "    -name: 别的" in refused.stderr.splitlines()
    assert files(desk) == BEFORE | {"rounds/haixi-2015.yml"}


def test_personal_data_appear_nowhere(desk: Path) -> None:
    for form in ("text", "json"):
        shown = run(desk, "通报.txt", "--format", form, "--preview", "p.html")
        everything = shown.stdout + shown.stderr + (desk / "p.html").read_text(encoding="utf-8")
        assert "13912345678" not in everything
        assert "王小明" not in everything
    assert "个人信息 2 处，已去掉，不显示。" in run(desk, "通报.txt").stdout.splitlines()


def test_the_preview_asks_nothing_of_others(desk: Path) -> None:
    run(desk, "通报.txt", "--preview", "p.html")
    page = (desk / "p.html").read_text(encoding="utf-8")
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in page
    assert not re.search(r"https?://|<script|\sstyle=|\son\w+=|src=", page)
    assert "✔ 录入：鉴定所" in page
    assert "haixi-01（合格）" in page


def test_a_page_does_not_run_what_a_paper_says(desk: Path) -> None:
    (desk / "x.txt").write_text(
        PAPER.replace("现将", "<script>alert(1)</script>现将"), encoding="utf-8"
    )
    run(desk, "x.txt", "--preview", "p.html")
    assert "<script" not in (desk / "p.html").read_text(encoding="utf-8")


def test_pasted_text_is_read_from_standard_input(desk: Path) -> None:
    found = json.loads(run(desk, "--format", "json", stdin=PAPER).stdout)
    assert {d["station"]: d["grade"] for d in found["decisions"]} == {
        "haixi-01": "合格",
        "haixi-baishui-shi-lvyou": "合格",
        "haixi-03": "不合格",
    }
    account = found["account"]
    assert account["taken"] + account["context"] + account["left"] == account["pieces"]


def test_all_that_is_to_be_decided_is_said_at_once(desk: Path) -> None:
    shown = run(
        desk,
        stdin="海西省第一国家职业技能鉴定所\n",
    )
    assert shown.returncode == 1
    lines = [line.strip() for line in shown.stdout.splitlines()]
    start = lines.index("必须先决定（5 条）")
    assert lines[start + 1 : start + 6] == [
        "原文没有文号，不能给文件定编号。请用 --id 写明，例如 --id haixi-2011-67。",
        "原文没有写明是哪个年度的检查。请用 --round 写明，例如 --round haixi-2010。",
        "没有读出一个有等次的鉴定所。请看没有录入的各行；只有名单没有等次的，用 --grade 写明。",
        "原文没有标题。请用 --title 写明文件标题。",
        "原文没有成文日期。请用 --decided 写明，例如 --decided 2011-03-03。",
    ]
    assert "第 1 行“海西省第一国家职业技能鉴定所”：没有写等次。用 --grade 等次 写明。" in lines


def test_wrong_arguments_are_answered_in_a_sentence(desk: Path) -> None:
    wrong = run(desk, "通报.txt", "--id", "Haixi 1", "--decided", "昨天", "--station", "某所")
    assert wrong.returncode == 2
    assert wrong.stderr.splitlines() == [
        "参数有误：--station 某所 后面要写 =编号 或 =new。",
        "参数有误：--id 的值 Haixi 1 不对；用小写字母、数字，中间用一个短横连接。",
        "参数有误：--decided 的值 昨天 不对；应为日期，例如 2011-03-03。",
    ]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("没有.docx", "没有文件 没有.docx。请检查路径；名称里有空格的，两边加引号。"),
        ("data", "data 是文件夹。请写明要导入的文件。"),
        ("空.txt", "空.txt：文件是空的。请检查是不是拿错了文件。"),
    ],
)
def test_what_cannot_be_read_is_said(desk: Path, name: str, said: str) -> None:
    (desk / "空.txt").write_bytes(b"")
    refused = run(desk, name)
    assert (refused.returncode, refused.stderr) == (1, f"{said}\n")


def test_the_preview_is_as_the_handbook_shows_it(
    desk: Path, chromium: Browser, request: pytest.FixtureRequest
) -> None:
    run(desk, "通报.txt", "--preview", "预览.html")
    page = chromium.new_page(viewport={"width": 1280, "height": 900}, locale="zh-CN")
    page.goto((desk / "预览.html").as_uri())
    picture(page, "import-preview", within="body", bless=request.config.getoption("--bless"))
    page.close()
