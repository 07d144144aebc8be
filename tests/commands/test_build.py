"""./scripts/build: the whole new site or none; the same data and day give the same bytes."""

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BROKEN = "name: 甘肃省第二国", "name: 甘肃省第三国"


def run(*arguments: object, **more: str) -> subprocess.CompletedProcess[str]:
    command = [str(ROOT / "scripts/build"), *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, env=os.environ | more, cwd="/"
    )


def digest(site: Path) -> dict[str, str]:
    files = sorted(path for path in site.rglob("*") if path.is_file())
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
    }


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "tests/gansu_register", tmp_path / "data"))


def spoil(data: Path) -> None:
    path = data / "stations/gansu/gansu-02.yml"
    path.write_text(path.read_text(encoding="utf-8").replace(*BROKEN), encoding="utf-8")


def test_a_failed_build_leaves_the_last_site_byte_for_byte(data: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert run("--data", data, "--out", site).returncode == 0
    before = digest(site)
    spoil(data)
    failed = run("--data", data, "--out", site)
    assert failed.returncode == 1
    assert "stations/gansu/gansu-02.yml:3:10 错误 ordinal-differs：" in failed.stdout
    assert "Traceback" not in failed.stdout + failed.stderr
    assert digest(site) == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["data", "site"]


def test_the_same_data_and_day_give_the_same_bytes(data: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "one/site", tmp_path / "an other/deep/public"
    day = ("--today", "2026-11-22")
    assert run("--data", data, "--out", first, *day, TZ="Pacific/Auckland").returncode == 0
    moved = data.rename(tmp_path / "elsewhere")
    elsewhere = {"TZ": "America/Los_Angeles", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
    assert run("--data", moved, "--out", second, *day, **elsewhere).returncode == 0
    assert digest(first) == digest(second)


def test_the_day_comes_from_the_flag_then_from_the_environment(data: Path, tmp_path: Path) -> None:
    spring = str(1304208000)  # 2011-05-01
    assert run("--data", data, "--out", tmp_path / "a", SOURCE_DATE_EPOCH=spring).returncode == 0
    assert run("--data", data, "--out", tmp_path / "b", "--today", "2011-05-01").returncode == 0
    assert digest(tmp_path / "a") == digest(tmp_path / "b")
    page = (tmp_path / "a/stations/gansu-02/index.html").read_text(encoding="utf-8")
    assert "限期整改至2011年6月30日" in page
    assert "距今" not in page


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--today", "2026-13-01"), "日期 2026-13-01 不对"),
        (("--data", "/nowhere"), "没有数据文件夹 /nowhere"),
        (("--out", "/etc"), "里有别的东西，不是以前生成的网站"),
        (("--out", "/etc/passwd"), "不是文件夹"),
        (("--out", "/proc/x/site"), "不能写入"),
    ],
)
def test_a_wrong_argument_gets_a_sentence(arguments: tuple[str, str], said: str) -> None:
    refused = run(*arguments)
    assert refused.returncode == 1
    assert said in refused.stderr
    assert "Traceback" not in refused.stderr


def test_help_has_examples() -> None:
    shown = run("--help")
    assert shown.returncode == 0
    assert "示例" in shown.stdout


def test_plain_mkdocs_builds_too_and_fails_too(data: Path, tmp_path: Path) -> None:
    mkdocs = [str(ROOT / ".venv/bin/mkdocs"), "build", "--strict", "-q"]
    mkdocs += ["-d", str(tmp_path / "site")]
    environment = os.environ | {"REGISTER_DATA": str(data), "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(mkdocs, check=True, env=environment, cwd=ROOT)
    spoil(data)
    failed = subprocess.run(
        mkdocs, check=False, env=environment, cwd=ROOT, capture_output=True, text=True
    )
    assert failed.returncode == 1
    assert "ordinal-differs" in failed.stderr
    assert (tmp_path / "site/index.html").exists()


def test_a_hostile_title_stays_text_on_every_page(data: Path, tmp_path: Path) -> None:
    site = data / "site.yml"
    hostile = "title: 甲\" onmouseover=\"alert('1') "
    text = site.read_text(encoding="utf-8").replace("title: ", hostile)
    site.write_text(text, encoding="utf-8")
    assert run("--data", data, "--out", tmp_path / "site").returncode == 0
    for path in (tmp_path / "site").rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        assert 'onmouseover="' not in html, path
        assert "&amp;#34;" not in html, path
